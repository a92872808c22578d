import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

/** What the clock asks past all organisations: folders to look into, deliveries that were stored and never applied. */
export class SweepExchange2026112107002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, as('entrepot_jobs', 'exchange', functions));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, ['drop function exchange.folders_to_poll()', 'drop function exchange.messages_left_over()']);
  }
}

const functions = [
  `create function exchange.folders_to_poll() returns table (org_id uuid, id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select p.org_id, p.id from exchange.partner_profile p where p.transport = 'FOLDER' and p.status = 'ACTIVE' order by p.org_id, p.id limit 1000
   $$`,
  // A minute is longer than any delivery takes to be applied by the process that stored it.
  `create function exchange.messages_left_over() returns table (org_id uuid, id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select m.org_id, m.id from exchange.message m where m.direction = 'IN' and m.state = 'RECEIVED' and m.created_at < clock_timestamp() - interval '1 minute'
     order by m.org_id, m.id limit 1000
   $$`,
];
