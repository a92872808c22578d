import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

const tables = [
  `create index stock_asked on supply.stock (org_id) where source = 'ASKED' and quantity > 0`,
  `create policy jobs on supply.stock for select to entrepot_jobs using (source = 'ASKED')`,
  'grant select (org_id, source, quantity) on supply.stock to entrepot_jobs',
];

// A profile that is paused or gone renews nothing, and its figures have to fall all the same.
const names = [
  `create function supply.suppliers_to_tidy() returns table (org_id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select p.org_id from supply.asking_profile p union select k.org_id from supply.stock k where k.source = 'ASKED' and k.quantity > 0 order by 1
   $$`,
];

/** Figures that an ERP gave fall when nobody renews them, whether it is still asked or not. */
export class TidyAskedStock2026112210041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, tables);
    await sql(runner, as('entrepot_jobs', 'supply', names));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function supply.suppliers_to_tidy()',
      'revoke select (org_id, source, quantity) on supply.stock from entrepot_jobs',
      'drop policy jobs on supply.stock',
      'drop index supply.stock_asked',
    ]);
  }
}
