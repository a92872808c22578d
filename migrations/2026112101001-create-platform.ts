import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

const schemas = 'platform, organizations, catalog, supply, procurement, exchange, engagement';

/** The rooms' schemas, who may enter them, ids and the acting organisation. Tables come with each room's own migrations. */
export class CreatePlatform2026112101001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      // PostgreSQL lets everybody execute a new function: taken back for each role that creates some.
      'alter default privileges revoke execute on functions from public',
      'set role entrepot_definer',
      'alter default privileges revoke execute on functions from public',
      'set role entrepot_jobs',
      'alter default privileges revoke execute on functions from public',
      'reset role',
      ...schemas.split(', ').map((schema) => `create schema ${schema}`),
      `grant usage on schema ${schemas} to entrepot_app, entrepot_definer, entrepot_jobs`,
      'create extension if not exists pg_trgm with schema public',
      // 48 bits of milliseconds, version 7, 12 bits of the millisecond's fraction, 62 random bits: sorts by time to 0.25 us, on 15 and 18 alike.
      `create function platform.uuid_v7() returns uuid language sql volatile parallel safe as $$
         select encode(overlay(uuid_send(gen_random_uuid())
           placing int8send(((us / 1000) << 16) | 28672 | ((us % 1000) * 4096 / 1000)) from 1 for 8), 'hex')::uuid
         from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us) t
       $$`,
      `create function platform.acting_org() returns uuid language sql stable parallel safe as $$
         select nullif(current_setting('app.org', true), '')::uuid
       $$`,
      'grant execute on function platform.uuid_v7(), platform.acting_org() to entrepot_app, entrepot_definer, entrepot_jobs',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      ...schemas.split(', ').map((schema) => `drop schema ${schema} cascade`),
      'drop extension if exists pg_trgm',
      'alter default privileges grant execute on functions to public',
      'set role entrepot_definer',
      'alter default privileges grant execute on functions to public',
      'set role entrepot_jobs',
      'alter default privileges grant execute on functions to public',
      'reset role',
    ]);
  }
}
