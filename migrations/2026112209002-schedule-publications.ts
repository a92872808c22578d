import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

/** A staged upload may be given the instant from which it shall hold; one that waits for its day is not swept away as forgotten. */
export class SchedulePublications2026112209002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `alter table supply.upload add publish_at timestamptz, add publish_zone text,
         add constraint upload_schedule check ((publish_at is null) = (publish_zone is null))`,
      `comment on column supply.upload.publish_at is 'When it is published by itself; null: when somebody says so.'`,
      'grant select (publish_at) on supply.upload to entrepot_jobs',
      ...as('entrepot_jobs', 'supply', [stale('greatest(u.updated_at, u.publish_at)')]),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      ...as('entrepot_jobs', 'supply', [stale('u.updated_at')]),
      'revoke select (publish_at) on supply.upload from entrepot_jobs',
      'alter table supply.upload drop constraint upload_schedule, drop publish_at, drop publish_zone',
    ]);
  }
}

const stale = (since: string): string =>
  `create or replace function supply.stale_uploads() returns table (org_id uuid, id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select u.org_id, u.id from supply.upload u
     where u.state in ('QUARANTINED', 'PARSING', 'STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED', 'FAILED') and ${since} < clock_timestamp() - interval '14 days'
     order by u.org_id, u.id limit 1000
   $$`;
