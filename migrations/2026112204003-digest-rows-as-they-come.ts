import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

// What an offer says, with its types as PostgreSQL lists them: the columns of the digest in the order it was always made of.
export const content: readonly (readonly [column: string, type: string])[] = [
  ...['name', 'order_unit', 'raw_order_unit', 'content_unit'].map((column) => [column, 'text'] as const),
  ['content_per_order_unit', 'numeric'],
  ['price_unit', 'text'],
  ...['price_factor_num', 'price_factor_den', 'list_price'].map((column) => [column, 'numeric'] as const),
  ['currency', 'text'],
  ['basis', 'numeric'],
  ['break_mode', 'text'],
  ['audience', 'uuid'],
  ['category', 'text'],
  ...['minimum', 'multiple'].map((column) => [column, 'numeric'] as const),
  ['lead_days', 'integer'],
  ['lead_kind', 'text'],
  ['charges', 'jsonb'],
  ['ncnr', 'boolean'],
  ['returnable_days', 'integer'],
  ...['condition', 'approval_basis', 'country_of_origin'].map((column) => [column, 'text'] as const),
  ...['valid_from', 'valid_to'].map((column) => [column, 'date'] as const),
  ['details', 'jsonb'],
  ...['break_from', 'break_price'].map((column) => [column, 'numeric[]'] as const),
];

// Dates as day numbers, because their text follows a setting of the session; no other of these types does, so the digest is immutable.
export const said = content
  .map(([, type], place) => (type === 'date' ? `($${place + 1} - date '2000-01-01')` : `$${place + 1}`))
  .join(', ');
export const types = content.map(([, type]) => type).join(', ');

const up: readonly string[] = [
  `create function supply.content_digest(${types}) returns bytea language plpgsql immutable parallel safe as $$
   begin
     return pg_catalog.sha256(pg_catalog.convert_to(row(${said})::text, 'UTF8'));
   end $$`,
  `grant execute on function supply.content_digest(${types}) to entrepot_app`,
  // Made while the file is read, when PostgreSQL waits for the next rows, and made again by whatever completes a row.
  `alter table supply.staged_row add digest bytea generated always as (supply.content_digest(${content.map(([column]) => column).join(', ')})) stored`,
];

/** The digest of what a row says, made as the row is staged: comparing a catalogue with what is published only reads it. */
export class DigestRowsAsTheyCome2026112204003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['alter table supply.staged_row drop digest', `drop function supply.content_digest(${types})`]);
  }
}
