import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

/** Uploads that nobody came back to, past all organisations: the clock discards each in its own organisation. */
export class SweepUploads2026112104002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      // Files lie in quarantine for 14 days; a preview without its file could not be made again.
      as('entrepot_jobs', 'supply', [
        `create function supply.stale_uploads() returns table (org_id uuid, id uuid)
         language sql stable security definer set search_path = pg_catalog, pg_temp as $$
           select u.org_id, u.id from supply.upload u
           where u.state in ('QUARANTINED', 'PARSING', 'STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED', 'FAILED') and u.updated_at < clock_timestamp() - interval '14 days'
           order by u.org_id, u.id limit 1000
         $$`,
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop function supply.stale_uploads()']);
  }
}
