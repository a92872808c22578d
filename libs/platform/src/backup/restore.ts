import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartError } from '../database/start-error.js';
import { appliedMigrations, backupTables, type Manifest, requireFullSight } from './tables.js';

export interface RestorePlan {
  /** A superuser: foreign keys and triggers are off while the rows come back. */
  url: string;
  from: string;
  filesFolder?: string;
  /** Lets documents and mails flow at once. Default: connections are paused, because what was sent since the backup would be sent again. */
  resume?: boolean;
  onTable?: (name: string, rows: number) => void;
}

/** Mails that were sent since the backup must not go out twice; they stay in the outbox, where they can be sent again by hand. */
const notAgain = new Set(['platform.send-mail']);

/**
 * Fills a migrated, empty database from a backup, in one transaction: all of it is there, or nothing. Connections to partners are paused unless
 * `resume`. Throws StartError for a broken backup, another schema, or a database that holds organisations already.
 */
export async function restore(plan: RestorePlan): Promise<Manifest> {
  const manifest = await readManifest(plan.from);
  const client = new pg.Client({ connectionString: plan.url, application_name: 'entrepot-restore', statement_timeout: 0 });
  await client.connect();
  try {
    await requireFullSight(client);
    await requireSameSchema(client, manifest);
    await client.query('begin');
    await requireEmpty(client);
    await client.query(`set local session_replication_role = replica`);
    // Rows that migrations wrote (default roles, code lists) come back as they were.
    for (const table of await backupTables(client)) await client.query(`delete from ${table.name}`);
    for (const table of manifest.tables) {
      await copyIn(client, table, path.join(plan.from, table.file));
      plan.onTable?.(table.name, table.rows);
    }
    await client.query(`set local session_replication_role = origin`);
    if (!plan.resume) await client.query(`update exchange.partner_profile set status = 'PAUSED' where status = 'ACTIVE'`);
    await addJobs(client, manifest);
    await client.query('commit');
    await client.query('analyze');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  if (plan.filesFolder && (await stat(path.join(plan.from, 'files', 'store')).catch(() => undefined))) {
    await cp(path.join(plan.from, 'files', 'store'), path.join(plan.filesFolder, 'store'), { recursive: true, force: false });
  }
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new StartError(`The folder ${folder} holds no manifest.json: it is no backup, or one that was broken off.`);
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1) throw new StartError('The backup is of a newer program.');
  return manifest;
}

async function requireSameSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = await appliedMigrations(client);
  const missing = manifest.migrations.filter((name) => !here.includes(name));
  const extra = here.filter((name) => !manifest.migrations.includes(name));
  if (missing.length + extra.length > 0) {
    throw new StartError(
      `The backup is of another version: the database ${missing.length > 0 ? `lacks ${missing.join(', ')}` : `has ${extra.join(', ')}`}. Restore with the program that made it, then upgrade.`,
    );
  }
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from organizations.organization');
  if (rows[0]!.n > 0) throw new StartError(`The database already holds ${rows[0]!.n} organisations: restore into an empty one.`);
}

async function copyIn(client: pg.Client, table: Manifest['tables'][number], file: string): Promise<void> {
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
  await pipeline(createReadStream(file), createGunzip(), hashed, target).catch((error: Error) => {
    throw new StartError(`The backup's ${path.basename(file)} cannot be read: ${error.message}`, error);
  });
  if (hash.digest('hex') !== table.sha256)
    throw new StartError(`The backup's ${path.basename(file)} was changed: its checksum differs.`);
}

async function addJobs(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const job of manifest.jobs.filter(({ task }) => !notAgain.has(task))) {
    await client.query('select graphile_worker.add_job($1, $2::json, job_key => $3, run_at => $4, max_attempts => $5)', [
      job.task,
      JSON.stringify(job.payload),
      job.key,
      job.runAt,
      job.attemptsMax,
    ]);
  }
}
