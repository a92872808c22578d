import type { MigrationInterface, QueryRunner } from 'typeorm';
import { content, DigestRowsAsTheyCome2026112204003, said, types } from './2026112204003-digest-rows-as-they-come.js';
import { sql } from './support.js';

// What few offers say of their price; a row that says nothing of it keeps the digest it had before these columns were.
const terms = [
  ['price_type', 'text'],
  ['held_until', 'date'],
  ['break_unit', 'text'],
  ['break_scope', 'text'],
  ['cancel_days', 'integer'],
] as const;
const at = (place: number): string => `$${content.length + place + 1}`;
const places = terms.map((_, place) => at(place)).join(', ');
const saidTerms = terms.map(([, type], place) => (type === 'date' ? `(${at(place)} - date '2000-01-01')` : at(place))).join(', ');
const allTypes = `${types}, ${terms.map(([, type]) => type).join(', ')}`;
const columns = [...content, ...terms].map(([column]) => column).join(', ');

const up: readonly string[] = [
  'alter table supply.staged_row drop digest',
  `drop function supply.content_digest(${types})`,
  `create function supply.content_digest(${allTypes}) returns bytea language plpgsql immutable parallel safe as $$
   begin
     return pg_catalog.sha256(pg_catalog.convert_to(row(${said})::text || case when num_nonnulls(${places}) > 0 then row(${saidTerms})::text else '' end, 'UTF8'));
   end $$`,
  `grant execute on function supply.content_digest(${allTypes}) to entrepot_app`,
  `alter table supply.staged_row add digest bytea generated always as (supply.content_digest(${columns})) stored`,
];

/** The digest of a row covers the terms of its price, too. */
export class DigestPriceTerms2026112205005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['alter table supply.staged_row drop digest', `drop function supply.content_digest(${allTypes})`]);
    await new DigestRowsAsTheyCome2026112204003().up(runner);
  }
}
