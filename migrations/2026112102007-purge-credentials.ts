import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

/** What has ended goes: a session of an hour leaves six refresh tokens behind, and nobody asks for them again. */
export class PurgeCredentials2026112102007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'grant delete on organizations.session, organizations.session_token, organizations.one_time_token, organizations.known_place to entrepot_definer',
      as('entrepot_definer', 'organizations', [purge, 'grant execute on function organizations.purge() to entrepot_jobs']),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function organizations.purge()',
      'revoke delete on organizations.session, organizations.session_token, organizations.one_time_token, organizations.known_place from entrepot_definer',
    ]);
  }
}

// A used refresh token is kept as long as it could have been good, because its second use tells of a thief. Places count for 180 days
// (credentials_of). Sessions that broke the glass stay: its history names them.
const purge = `create function organizations.purge() returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_gone integer := 0;
     v_count integer;
   begin
     delete from organizations.session_token t where t.expires_at < clock_timestamp() - interval '1 day';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     delete from organizations.session s where s.kind = 'USER' and least(s.expires_at, s.revoked_at) < clock_timestamp() - interval '90 days';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     delete from organizations.one_time_token t where t.expires_at < clock_timestamp() - interval '30 days';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     delete from organizations.known_place k where k.seen_at < clock_timestamp() - interval '180 days';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     return v_gone;
   end $$`;
