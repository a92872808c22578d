import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error.js';
import { binFolder } from './binaries.js';
import { ensureCluster, isAlive, runningServer, superuser } from './cluster.js';
import { type RunAs, runAs, shutFolder } from './run-as.js';

export interface EmbeddedPostgres {
  /** The superuser's address of the database `postgres`, on loopback only. For making roles; nothing else connects with it. */
  readonly adminUrl: string;
  /** Whether the server was already running: another process of this checkout, or one whose starter was killed. */
  readonly attached: boolean;
  /** Process id of the server. */
  readonly pid: number;
  /** Ends the server, when this process owns it; others that attached leave it running. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of this server alone: `data`, the password, the log. */
  dir: string;
  /** Settings of postgresql.conf for this start. */
  settings?: Readonly<Record<string, string>>;
}

interface Place {
  dir: string;
  data: string;
  bin: string;
  as: RunAs;
  password: string;
}

const startSecondsMax = 60;

/**
 * Starts the PostgreSQL that comes with the hub on `dir`, or attaches to the one that runs there. Safe when several
 * processes start at once and after kill -9 of starter or server. Throws StartError with one sentence saying what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await prepare(path.resolve(options.dir));
  for (let attempt = 1; ; attempt++) {
    const old = await attachable(place);
    const server: Server = old ?? (await launch(place, options.settings ?? {}));
    const failure = await ready(place, server);
    if (!failure) {
      await takeOwnership(place, !old);
      return handle(place, server, Boolean(old));
    }
    // A lost race to another starter leaves its server to attach to.
    if (attempt === 3 || !server.exited?.()) throw failure;
    await sleep(500);
  }
}

async function prepare(dir: string): Promise<Place> {
  const as = await runAs(dir);
  const shut = await shutFolder(dir, as);
  if (shut)
    throw new StartError(
      `The data folder ${dir} cannot be reached by PostgreSQL's user (id ${as.uid}), because ${shut} is closed to it: set ENTREPOT_DATA_DIR to another folder.`,
    );
  await mkdir(dir, { recursive: true }).catch((cause) => {
    throw new StartError(
      `The data folder ${dir} cannot be made (${(cause as Error).message}): set ENTREPOT_DATA_DIR to a folder you may write.`,
      cause,
    );
  });
  if (as.uid !== undefined) await chown(dir, as.uid, as.gid!);
  await chmod(dir, 0o700);
  const bin = await binFolder(dir, as);
  return { dir, data: path.join(dir, 'data'), bin, as, password: await ensureCluster(dir, bin, as) };
}

interface Server {
  pid: number;
  port: number;
  exited?: () => boolean;
}

async function attachable(place: Place): Promise<Server | undefined> {
  for (const deadline = Date.now() + startSecondsMax * 1000; ; await sleep(50)) {
    const old = await runningServer(place.data);
    if (!old) return undefined;
    const answer = await answers(place, old.port);
    if (answer === 'ours') return old;
    if (answer === 'foreign')
      throw new StartError(
        `The data folder ${place.data} is in use by another PostgreSQL (process ${old.pid}): stop it, or set ENTREPOT_DATA_DIR to another folder.`,
      );
    // Nothing listens: a stale pid file, whose process id belongs to something else by now. postgres itself decides.
    if (answer === 'silent' || Date.now() > deadline) return undefined;
  }
}

async function launch(place: Place, extra: Readonly<Record<string, string>>): Promise<Server> {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    lc_messages: 'C',
    max_connections: '100',
    ...extra,
  };
  const args = [
    '-D',
    place.data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = openSync(path.join(place.dir, 'postgres.log'), 'a', 0o600);
  let exited = false;
  // A process group of its own: Ctrl-C must reach the hub first, which drains and then stops the server.
  const child = spawn(path.join(place.bin, 'postgres'), args, {
    ...place.as,
    cwd: place.dir,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  for (const event of ['exit', 'error']) child.once(event, () => (exited = true));
  child.unref();
  return { pid: child.pid ?? 0, port, exited: () => exited };
}

/** undefined when the server takes connections; otherwise why not. */
async function ready(place: Place, server: Server): Promise<StartError | undefined> {
  for (const deadline = Date.now() + startSecondsMax * 1000; Date.now() < deadline; await sleep(30)) {
    if ((await answers(place, server.port)) === 'ours') return undefined;
    if (server.exited?.()) break;
  }
  const log = path.join(place.dir, 'postgres.log');
  const said = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter((line) => /FATAL|PANIC/.test(line));
  const why = said.at(-1)?.replace(/^.*?(?:FATAL|PANIC):\s*/, '') ?? 'it gave no reason';
  return new StartError(`The embedded PostgreSQL did not start on ${place.data} (${why}): see ${log}.`);
}

/** `busy`: it starts, recovers or shuts down, and will be something else soon. `silent`: nothing listens. */
async function answers(place: Place, port: number): Promise<'ours' | 'foreign' | 'busy' | 'silent'> {
  const client = new pg.Client({ connectionString: adminUrl(place, port), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ d: string }>(`select current_setting('data_directory') as d`);
    return rows[0]?.d === place.data ? 'ours' : 'foreign';
  } catch (error) {
    const { code } = error as { code?: string };
    // invalid_password, invalid_authorization_specification: it listens and does not know us.
    if (code === '28P01' || code === '28000') return 'foreign';
    // cannot_connect_now: starting up or shutting down. What listens and is too busy to answer in time is not silent either.
    return code === '57P03' || /timeout/.test((error as Error).message) ? 'busy' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The owner stops the server: whoever started it, or who found it orphaned. */
async function takeOwnership(place: Place, started: boolean): Promise<void> {
  const file = path.join(place.dir, 'owner');
  const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (started || !owner || !isAlive(owner)) await writeFile(file, String(process.pid));
}

function handle(place: Place, server: Server, attached: boolean): EmbeddedPostgres {
  return {
    adminUrl: adminUrl(place, server.port),
    attached,
    pid: server.pid,
    async stop() {
      if ((await readFile(path.join(place.dir, 'owner'), 'utf8').catch(() => '')) !== String(process.pid)) return;
      const ours = async (): Promise<boolean> => (await runningServer(place.data))?.pid === server.pid;
      if (await ours()) process.kill(server.pid, 'SIGINT');
      for (let i = 0; i < 1200 && (await ours()); i++) await sleep(25);
    },
  };
}

const adminUrl = (place: Place, port: number): string => `postgres://${superuser}:${place.password}@127.0.0.1:${port}/postgres`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
