import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartError } from '../database/start-error.js';
import { appliedMigrations, backupTables, fileOf, type Manifest, manifestShape, requireFullSight, schemas } from './tables.js';

export interface RestorePlan {
  /** A superuser: foreign keys and triggers are off while the rows come back. */
  url: string;
  from: string;
  filesFolder?: string;
  /** Lets documents and mails flow at once. Default: connections are paused, because what was sent since the backup would be sent again. */
  resume?: boolean;
  onTable?: (name: string, rows: number) => void;
}

const sendMail = 'platform.send-mail';

/** Whatever was signed out, used up or stolen since the backup must not come to life again: everybody signs in anew. */
const nobodySignedIn = [
  'update organizations.session set revoked_at = now() where revoked_at is null',
  'update organizations.one_time_token set used_at = now() where used_at is null',
];

/** Numbers of documents and transmissions that may have been given, and seen by partners, since the backup. */
const numbersSkipped = 1000;

/**
 * Documents wait in their queues until each connection is resumed; mails that waited stay in the outbox, where the operator reads them.
 * Numbers leap, because a partner who saw one of them on a document that is lost here would take the next one for its copy.
 */
const nothingSent = [
  `update exchange.partner_profile set status = 'PAUSED', last_control = least(last_control + ${numbersSkipped}, 999999999)`,
  `update platform.counter set value = value + ${numbersSkipped}`,
  `update platform.mail set state = 'KEPT' where state in ('QUEUED', 'FAILED')`,
];

/**
 * Fills a migrated, empty database from a backup, in one transaction: all of it is there, or nothing. Nobody is signed in afterwards, and
 * connections to partners are paused unless `resume`. Throws StartError for a broken or changed backup, another schema, a role that is no
 * superuser, or a database that holds organisations already.
 */
export async function restore(plan: RestorePlan): Promise<Manifest> {
  const manifest = await readManifest(plan.from);
  await requireFiles(plan, manifest);
  const client = new pg.Client({ connectionString: plan.url, application_name: 'entrepot-restore', statement_timeout: 0 });
  await client.connect();
  try {
    await requireFullSight(client);
    await requireSameSchema(client, manifest);
    await client.query('begin');
    await requireEmpty(client);
    await fill(client, plan, manifest);
    for (const statement of [...nobodySignedIn, ...(plan.resume ? [] : nothingSent)]) await client.query(statement);
    await addJobs(client, plan.resume ? manifest.jobs : manifest.jobs.filter(({ task }) => task !== sendMail));
    // Named by their content, so that those of a restore which fails below do no harm.
    if (plan.filesFolder && manifest.files.count > 0)
      await cp(storeIn(plan.from), path.join(plan.filesFolder, 'store'), { recursive: true, force: false });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    await client.end();
    throw error;
  }
  await client.query('analyze').finally(() => client.end());
  return manifest;
}

async function fill(client: pg.Client, plan: RestorePlan, manifest: Manifest): Promise<void> {
  await client.query(`set local session_replication_role = replica`).catch((error: Error & { code?: string }) => {
    throw error.code === '42501'
      ? new StartError(
          'A restore needs a superuser, since foreign keys are checked by the backup as a whole: give --database-url of one.',
        )
      : error;
  });
  // Rows that migrations wrote (default roles, code lists) come back as they were.
  for (const table of manifest.tables) await client.query(`delete from ${table.name}`);
  for (const table of manifest.tables) {
    await copyIn(client, table, path.join(plan.from, fileOf(table)));
    plan.onTable?.(table.name, table.rows);
  }
  await client.query(`set local session_replication_role = origin`);
  await advanceSequences(client);
}

async function readManifest(folder: string): Promise<Manifest> {
  const [text, sum] = await Promise.all(
    ['manifest.json', 'manifest.sha256'].map((name) => readFile(path.join(folder, name), 'utf8').catch(() => undefined)),
  );
  if (text === undefined || sum === undefined)
    throw new StartError(
      `The folder ${folder} holds no manifest with its checksum: it is no backup, or one that was broken off.`,
    );
  if (createHash('sha256').update(text).digest('hex') !== sum.slice(0, 64))
    throw new StartError("The backup's manifest.json was changed: its checksum differs.");
  const read = manifestShape.safeParse(JSON.parse(text));
  if (!read.success) throw new StartError('The backup is of another program or a newer version of this one.');
  return read.data;
}

const storeIn = (folder: string): string => path.join(folder, 'files', 'store');

/** The stored files are all there, and each is what its name says. */
async function requireFiles({ from }: RestorePlan, { files }: Manifest): Promise<void> {
  const names = await readdir(storeIn(from), { recursive: true }).catch(() => [] as string[]);
  let count = 0;
  for (const name of names) {
    const file = path.join(storeIn(from), name);
    if (!(await stat(file)).isFile()) continue;
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    if (hash.digest('hex') !== path.basename(name))
      throw new StartError(`The backup's file ${name} was changed: it is not what its name says.`);
    count += 1;
  }
  if (count !== files.count) throw new StartError(`The backup holds ${count} of its ${files.count} files.`);
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
  const tables = await backupTables(client);
  const listed = manifest.tables.map(({ name, columns }) => ({ name, columns }));
  if (JSON.stringify(tables) !== JSON.stringify(listed))
    throw new StartError('The backup lists other tables or columns than the database has.');
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

/** Numbers that PostgreSQL counts itself go on after the greatest that came back. */
async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(a.attname) as "column"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attidentity <> '' and c.relkind = 'r' and n.nspname = any ($1)`,
    [schemas],
  );
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), coalesce(max(${column}), 0) + 1, false) from ${table}`,
    );
}

async function addJobs(client: pg.Client, jobs: Manifest['jobs']): Promise<void> {
  for (const job of jobs) {
    await client.query('select graphile_worker.add_job($1, $2::json, job_key => $3, run_at => $4, max_attempts => $5)', [
      job.task,
      JSON.stringify(job.payload),
      job.key,
      job.runAt,
      job.attemptsMax,
    ]);
  }
}
