import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  addressOf,
  bootstrapRoles,
  type DatabaseUrls,
  type EmbeddedPostgres,
  migrate,
  startEmbeddedPostgres,
} from '#libs/platform';

/** One database of the benchmark's server. */
export interface BenchDatabase extends DatabaseUrls {
  /** A superuser's address of it. */
  adminUrl: string;
}

/** A PostgreSQL of the benchmark alone, with the settings it ships with: fsync and synchronous commit on. */
export interface BenchServer {
  /** Scratch folder, gone with the server. */
  dir: string;
  /** A freshly migrated database. */
  fresh(): Promise<BenchDatabase>;
  drop(database: BenchDatabase): Promise<void>;
}

interface Started extends BenchServer {
  close(): Promise<void>;
}

let started: Promise<Started> | undefined;

/** The server of this run, started on first use. */
export function benchServer(): Promise<BenchServer> {
  started ??= start();
  return started;
}

/** Ends the server and removes its folder. */
export async function closeBenchServer(): Promise<void> {
  await (await started)?.close();
  started = undefined;
}

const prefix = path.join(os.tmpdir(), 'entrepot-bench');
const template = 'entrepot_bench_template';

async function start(): Promise<Started> {
  // PostgreSQL's folder belongs to PostgreSQL's user, so it stands beside the scratch folder and not in it.
  const [dir, cluster] = [await mkdtemp(`${prefix}-`), await mkdtemp(`${prefix}-pg-`)];
  const server = await startEmbeddedPostgres({ dir: cluster });
  guard(server, [dir, cluster]);
  const urls = await bootstrapRoles(server.adminUrl, { database: template });
  await migrate(urls.ownerUrl);
  let count = 0;
  const onServer = (statement: string) => onDatabase(server.adminUrl, statement);
  return {
    dir,
    async fresh() {
      const database = `entrepot_bench_${++count}`;
      await onServer(`create database ${database} template ${template} strategy file_copy owner entrepot_owner`);
      const at = (url: string): string => addressOf(url, { database });
      return { appUrl: at(urls.appUrl), ownerUrl: at(urls.ownerUrl), jobsUrl: at(urls.jobsUrl), adminUrl: at(server.adminUrl) };
    },
    async drop({ adminUrl }) {
      await onServer(`drop database ${new URL(adminUrl).pathname.slice(1)} with (force)`);
    },
    async close() {
      await server.stop();
      for (const folder of [dir, cluster]) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** When the run is killed, a shell that outlives it ends the server and clears its folders. */
function guard({ pid }: EmbeddedPostgres, folders: readonly string[]): void {
  if (process.platform === 'win32') return;
  const script =
    'while kill -0 "$1" 2>/dev/null; do sleep 1; done; [ -d "$3" ] || exit 0; kill -INT "$2" 2>/dev/null; sleep 3; rm -rf "$3" "$4"';
  spawn('/bin/sh', ['-c', script, 'sh', String(process.pid), String(pid), ...folders], {
    detached: true,
    stdio: 'ignore',
  }).unref();
}

/** One statement on a connection of its own. */
export async function onDatabase<T extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
