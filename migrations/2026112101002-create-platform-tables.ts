import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

/** Jobs and their fence, numbers, idempotency keys, the audit trail, stored files and throttle counters. */
export class CreatePlatformTables2026112101002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...jobs, ...numbers, ...records]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function platform.purge()',
      'drop function platform.next_number(text)',
      'drop function platform.add_job_for(uuid, text, jsonb, text, timestamptz, integer)',
      'drop function platform.add_job(text, jsonb, text, timestamptz, integer)',
      'drop table platform.throttle',
      'drop table platform.file',
      'drop table platform.audit_event',
      'drop table platform.idempotency_key',
      'drop table platform.counter',
      'drop table platform.worker_beat',
      'drop table platform.job_fence',
    ]);
  }
}

const jobs = [
  `create table platform.job_fence (
     org_id uuid not null, job_id bigint not null, token integer not null, done_at timestamptz,
     primary key (org_id, job_id))`,
  ...wall('private', 'platform.job_fence', 'The highest attempt that began a job, and when its effect was committed.', {
    app: 'insert, update',
    jobs: 'select (done_at), delete',
  }),
  `create table platform.worker_beat (worker_id text primary key, beat_at timestamptz not null default clock_timestamp())`,
  ...wall('system', 'platform.worker_beat', 'The last sign of life of each job worker.', {
    definer: '',
    jobs: 'select, insert, update, delete',
  }),
  // Only the owner of graphile-worker's tables passes their row-level security, so these two belong to entrepot_jobs.
  // They write orgId over whatever the payload says: a caller cannot start work in another organisation's name.
  ...as('entrepot_jobs', 'platform', [
    `create function platform.add_job(p_task text, p_payload jsonb, p_key text default null, p_run_at timestamptz default null, p_max_attempts integer default 12)
     returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     declare
       v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     begin
       if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
       return (graphile_worker.add_job(p_task, (p_payload || jsonb_build_object('orgId', v_org))::json,
         job_key => v_org || ':' || p_key, run_at => p_run_at, max_attempts => p_max_attempts)).id;
     end $$`,
    `create function platform.add_job_for(p_org uuid, p_task text, p_payload jsonb, p_key text default null, p_run_at timestamptz default null, p_max_attempts integer default 12)
     returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin
       return (graphile_worker.add_job(p_task, (p_payload || jsonb_build_object('orgId', p_org))::json,
         job_key => coalesce(p_org::text, 'hub') || ':' || p_key, run_at => p_run_at, max_attempts => p_max_attempts)).id;
     end $$`,
    'grant execute on function platform.add_job(text, jsonb, text, timestamptz, integer) to entrepot_app',
    'grant execute on function platform.add_job_for(uuid, text, jsonb, text, timestamptz, integer) to entrepot_definer',
  ]),
];

const numbers = [
  `create table platform.counter (
     org_id uuid not null, name text not null, year integer not null, value bigint not null,
     primary key (org_id, name, year))`,
  ...wall('private', 'platform.counter', 'The last number given per organisation, kind of document and year.', {
    app: 'insert, update',
  }),
  // The row lock makes numbers gapless among committed documents; two documents of one organisation and kind wait for each other.
  `create function platform.next_number(p_prefix text) returns text language plpgsql as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_year integer := extract(year from transaction_timestamp() at time zone 'UTC');
     v_value bigint;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     insert into platform.counter as c (org_id, name, year, value) values (v_org, p_prefix, v_year, 1)
       on conflict (org_id, name, year) do update set value = c.value + 1 returning c.value into v_value;
     return p_prefix || '-' || v_year || '-' || lpad(v_value::text, greatest(6, length(v_value::text)), '0');
   end $$`,
  'grant execute on function platform.next_number(text) to entrepot_app',
];

const records = [
  `create table platform.idempotency_key (
     org_id uuid not null, actor_key text not null, operation text not null, key text not null check (length(key) between 1 and 255),
     request_hash bytea not null, response jsonb, created_at timestamptz not null default transaction_timestamp(),
     primary key (org_id, actor_key, operation, key))`,
  ...wall('private', 'platform.idempotency_key', 'The first answer to a key, kept 30 days and given again to the same request.', {
    app: 'insert, update (response)',
    jobs: 'select (created_at), delete',
  }),
  `create table platform.audit_event (
     org_id uuid not null, id uuid not null default platform.uuid_v7(), seq bigint generated always as identity,
     actor jsonb not null, action text not null, subject text, outcome text not null check (outcome in ('DONE', 'DENIED', 'FAILED')),
     detail jsonb not null default '{}', at timestamptz not null default clock_timestamp(),
     primary key (org_id, id))`,
  'create index audit_event_seq on platform.audit_event (org_id, seq)',
  'create index audit_event_subject on platform.audit_event (org_id, subject, seq)',
  ...wall('private', 'platform.audit_event', 'Who did or tried what; rows are added, never changed.', { app: 'insert' }),
  `create table platform.file (
     org_id uuid not null, id uuid not null default platform.uuid_v7(), sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
     size bigint not null check (size >= 0), media_type text not null, name text not null, path text not null,
     created_at timestamptz not null default transaction_timestamp(),
     primary key (org_id, id))`,
  'create index file_sha256 on platform.file (org_id, sha256)',
  ...wall('private', 'platform.file', 'A stored file: its content address, and the name and type it came with.', {
    app: 'insert, delete',
  }),
  // The columns are those of rate-limiter-flexible's PostgreSQL store.
  `create table platform.throttle (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
  ...wall(
    'system',
    'platform.throttle',
    'Points used per throttled key; written on the jobs connection, outside of any unit of work.',
    {
      definer: '',
      jobs: 'select, insert, update, delete',
    },
  ),
  ...as('entrepot_jobs', 'platform', [
    // Runs from the clock, past all organisations: what has served its time goes.
    `create function platform.purge() returns integer
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     declare
       v_gone integer := 0;
       v_count integer;
     begin
       delete from platform.job_fence f where f.done_at < clock_timestamp() - interval '30 days';
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       delete from platform.idempotency_key k where k.created_at < clock_timestamp() - interval '30 days';
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       delete from platform.throttle t where t.expire < (extract(epoch from clock_timestamp()) * 1000)::bigint;
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       delete from platform.worker_beat b where b.beat_at < clock_timestamp() - interval '1 day';
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       return v_gone;
     end $$`,
  ]),
];
