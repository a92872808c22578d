import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

const up: readonly (string | string[])[] = [
  `create table supply.asking_profile (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    location text collate "C" not null check (length(location) between 1 and 40), url text not null check (length(url) between 1 and 2000),
    header text check (length(header) between 1 and 60), secret text, mapping jsonb not null,
    timeout_ms integer not null check (timeout_ms between 50 and 5000), calls_max integer not null check (calls_max between 1 and 16),
    cache_seconds integer not null check (cache_seconds between 0 and 3600), fresh_seconds integer not null check (fresh_seconds between 1 and 3600),
    keep_minutes integer not null check (keep_minutes between 1 and 43200),
    status text collate "C" not null check (status in ('ACTIVE', 'PAUSED')), version integer not null default 1,
    primary key (org_id, id), unique (org_id, location))`,
  wall(
    'private',
    'supply.asking_profile',
    'How the ERP of a supplier is asked for the stock of a place; * stands for every place it names.',
    {
      app: 'insert (org_id, id, location, url, header, secret, mapping, timeout_ms, calls_max, cache_seconds, fresh_seconds, keep_minutes, status), update (url, header, secret, mapping, timeout_ms, calls_max, cache_seconds, fresh_seconds, keep_minutes, status, version), delete',
      jobs: 'select (org_id, status, version)',
    },
  ),
  `create table supply.asking_call (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), profile_id uuid not null, at timestamptz not null default clock_timestamp(),
    cause text collate "C" not null check (cause in ('REQUEST', 'TEST')),
    outcome text collate "C" not null check (outcome in ('ANSWERED', 'TIMEOUT', 'UNREACHABLE', 'REFUSED', 'STATUS', 'TOO_LARGE', 'GARBAGE')),
    status integer, ms integer not null check (ms >= 0), lines integer not null check (lines > 0), figures integer not null check (figures >= 0),
    problems jsonb not null default '[]', primary key (org_id, id),
    foreign key (org_id, profile_id) references supply.asking_profile on delete cascade)`,
  'create index asking_call_profile on supply.asking_call (org_id, profile_id, id)',
  wall('private', 'supply.asking_call', 'One question to the ERP of a supplier and what came of it; never its bytes.', {
    app: 'insert (org_id, profile_id, cause, outcome, status, ms, lines, figures, problems), delete',
  }),
];

const names = [
  // Who can be asked is no secret: every figure says it. How, only the supplier knows, and the hub on his behalf.
  `create function supply.asking_suppliers() returns table (org_id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select distinct p.org_id from supply.asking_profile p where p.status = 'ACTIVE' order by p.org_id limit 10000
   $$`,
  'grant execute on function supply.asking_suppliers() to entrepot_app',
];

/** Stock that the supplier's own ERP is asked for while a buyer waits, with the log of the questions. */
export class AskStock2026112205150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
    await sql(runner, as('entrepot_jobs', 'supply', names));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function supply.asking_suppliers()',
      'drop table supply.asking_call',
      'drop table supply.asking_profile',
    ]);
  }
}
