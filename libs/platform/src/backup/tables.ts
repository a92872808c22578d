import type pg from 'pg';
import { z } from 'zod';
import { StartError } from '../database/start-error.js';

/** One table of the hub, quoted, with the columns that hold data (generated ones are made again). */
export interface BackupTable {
  name: string;
  columns: string[];
}

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A job as it can be added again. */
const waitingJob = z.strictObject({
  task: z.string(),
  payload: z.unknown(),
  key: z.string().nullable(),
  runAt: z.iso.datetime(),
  attemptsMax: count,
});

/** What a backup says of itself. A manifest is read back by this shape, and its tables are compared with the database before anything is done by their names. */
export const manifestShape = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Names of the migrations that made the schema; a restore needs the same. */
  migrations: z.array(z.string()),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: count, sha256 })),
  /** Jobs that were waiting: outbox, schedules. */
  jobs: z.array(waitingJob),
  files: z.strictObject({ count, bytes: count }),
});

export type Manifest = z.output<typeof manifestShape>;
export type WaitingJob = z.output<typeof waitingJob>;

/** Name of a table's file in the backup. */
export function fileOf(table: Pick<BackupTable, 'name'>): string {
  return `${table.name.replaceAll('"', '')}.copy.gz`;
}

/** Staging is refilled by uploading again; leases and beats belong to processes that are gone. */
const passing = new Set([
  'supply.staged_row',
  'supply.staged_change',
  'supply.staged_category',
  'supply.staged_same',
  'platform.worker_beat',
  'platform.job_fence',
  'platform.throttle',
]);

/** The rooms' schemas. */
export const schemas = ['platform', 'organizations', 'catalog', 'supply', 'procurement', 'tendering', 'exchange', 'engagement'];

/** Every table of our schemas, by name. */
export async function backupTables(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable & { plain: string }>(
    `
    select format('%I.%I', n.nspname, c.relname) as name, n.nspname || '.' || c.relname as plain,
      array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = any ($1)
    order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  );
  return rows.filter((row) => !passing.has(row.plain)).map(({ name, columns }) => ({ name, columns }));
}

export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration.applied order by id');
  return rows.map((row) => row.name);
}

/** A backup or restore must see every row: a role behind the walls would copy a part and call it all. */
export async function requireFullSight(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sees: boolean; role: string }>(
    'select rolsuper or rolbypassrls as sees, rolname as role from pg_roles where rolname = current_user',
  );
  if (!rows[0]?.sees)
    throw new StartError(
      `The role ${rows[0]?.role ?? 'unknown'} stands behind the walls and would copy a part of the rows: give --database-url of a superuser or a role with BYPASSRLS.`,
    );
  await client.query('set row_security = off');
}
