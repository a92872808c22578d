import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql } from './support.js';

// For the party that has just released it, in the same transaction; said once.
const noteRelease = `create function supply.note_release(p_id uuid, p_reason text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
    update supply.promise p set released_reason = p_reason
    where p.id = p_id and p.status = 'RELEASED' and p.released_reason is null and (p.org_id = ${ACTING} or p.counterparty_id = ${ACTING})
  $$`;

/** A supplier who takes back what he promised says why, and the buyer reads it. */
export class SayWhyReleased2026112240004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'alter table supply.promise add column released_reason text check (length(released_reason) between 1 and 500)',
      'grant update (released_reason) on supply.promise to entrepot_definer',
      as('entrepot_definer', 'supply', [
        noteRelease,
        'grant execute on function supply.note_release(uuid, text) to entrepot_app',
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function supply.note_release(uuid, text)',
      'alter table supply.promise drop column released_reason',
    ]);
  }
}
