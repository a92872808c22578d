import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, sql } from './support.js';

const today = `(transaction_timestamp() at time zone 'UTC')::date`;
const members = (until: string) =>
  `(org_id, audience) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING}${until})`;
const visible = (until: string) => `(audience is null or org_id = ${ACTING} or ${members(until)})`;
const walls = (until: string): string[] => [
  ...['supply.lot', 'supply.offer_certificates'].map(
    (table) => `alter policy market on ${table} using (${ACTING} is not null and ${visible(until)})`,
  ),
  `alter policy market on supply.lot_certificate using (${ACTING} is not null and shown and ${visible(until)})`,
];

/**
 * What hangs on an offer is seen by whoever sees the offer, to the day: lots and their certificates ask the last day of a membership, too.
 * A catalogue counts how often it was shown to others, so that what a file said under an earlier setting is not taken for what it says now.
 */
export class KeepOneWall2026112210101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...walls(` and (m.until is null or m.until >= ${today})`),
      'alter table supply.catalogue add shown_version integer not null default 0',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['alter table supply.catalogue drop shown_version', ...walls('')]);
  }
}
