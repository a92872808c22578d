import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartError } from '../database/start-error.js';
import { appliedMigrations, backupTables, fileOf, type Manifest, requireFullSight, type WaitingJob } from './tables.js';

export interface BackupPlan {
  /** A role that sees every row. */
  url: string;
  /** A folder that does not exist yet or is empty. */
  into: string;
  /** The hub's file store; left out when the hub keeps none. */
  filesFolder?: string;
  onTable?: (name: string, rows: number) => void;
}

/**
 * Copies everything the hub keeps into a folder: one compressed COPY per table, all of one snapshot, so that orders, stock and messages fit
 * together; the waiting jobs; the stored files, which are never changed once written. Keys are not in it: keep them apart.
 * Throws StartError when the folder is not empty or the role does not see every row.
 */
export async function backup(plan: BackupPlan): Promise<Manifest> {
  await emptyFolder(plan.into);
  const client = new pg.Client({ connectionString: plan.url, application_name: 'entrepot-backup', statement_timeout: 0 });
  await client.connect();
  try {
    await requireFullSight(client);
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ now: Date }>('select now() as now');
    const migrations = await appliedMigrations(client);
    const tables: Manifest['tables'][number][] = [];
    for (const table of await backupTables(client)) {
      const { rows: count, sha256 } = await copyOut(
        client,
        `copy (select ${table.columns.join(', ')} from ${table.name}) to stdout`,
        path.join(plan.into, fileOf(table)),
      );
      tables.push({ ...table, rows: count, sha256 });
      plan.onTable?.(table.name, count);
    }
    const jobs = await waitingJobs(client);
    await client.query('commit');
    const files = plan.filesFolder ? await copyFiles(plan.filesFolder, path.join(plan.into, 'files')) : { count: 0, bytes: 0 };
    const manifest: Manifest = { format: 1, takenAt: rows[0]!.now.toISOString(), migrations, tables, jobs, files };
    await writeManifest(plan.into, `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    await client.end();
  }
}

/** Written last: a folder without both is a backup that was broken off. */
async function writeManifest(folder: string, text: string): Promise<void> {
  const sum = createHash('sha256').update(text).digest('hex');
  for (const [name, content] of [
    ['manifest.json', text],
    ['manifest.sha256', `${sum}  manifest.json\n`],
  ] as const) {
    const file = await open(path.join(folder, name), 'wx', 0o600);
    await file.writeFile(content);
    await file.sync();
    await file.close();
  }
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new StartError(`The folder ${folder} is not empty: a backup goes into a folder of its own.`);
}

async function copyOut(client: pg.Client, statement: string, file: string): Promise<{ rows: number; sha256: string }> {
  const source = client.query(copyTo(statement));
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, hashed, createGzip({ level: 3 }), createWriteStream(file, { mode: 0o600 }));
  return { rows: source.rowCount ?? 0, sha256: hash.digest('hex') };
}

/** Jobs that wait or run, through graphile-worker's own view and table; those of a dead try come again. */
async function waitingJobs(client: pg.Client): Promise<WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(`
    select j.task_identifier as task, p.payload, j.key, to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "runAt", j.max_attempts as "attemptsMax"
    from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.attempts < j.max_attempts order by j.id`);
  return rows;
}

async function copyFiles(from: string, to: string): Promise<Manifest['files']> {
  const store = path.join(from, 'store');
  if (!(await stat(store).catch(() => undefined))) return { count: 0, bytes: 0 };
  await cp(store, path.join(to, 'store'), { recursive: true });
  let count = 0;
  let bytes = 0;
  for (const name of await readdir(path.join(to, 'store'), { recursive: true })) {
    const found = await stat(path.join(to, 'store', name));
    if (!found.isFile()) continue;
    count += 1;
    bytes += found.size;
  }
  return { count, bytes };
}
