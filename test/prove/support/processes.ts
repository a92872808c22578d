import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseUrls, projectRoot } from '#libs/platform';

/** A hub or worker as an operator runs it: a process of its own. */
export interface Running {
  readonly kind: 'hub' | 'worker';
  /** Empty for a worker. */
  readonly url: string;
  readonly alive: boolean;
  /** Its number among the processes of this machine. */
  readonly pid: number;
  /** What it has written so far, the last 200 lines. */
  readonly output: string[];
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** SIGTERM, and SIGKILL after 15 s. */
  stop(): Promise<void>;
}

export interface ProcessOptions {
  urls: DatabaseUrls;
  dataDir: string;
  /** Of a hub; the same again after a kill, as behind a balancer. */
  port?: number;
  env?: Record<string, string>;
  /** A file that keeps all that it writes. */
  logFile?: string;
}

/** Whether this runs from sources (development) or from the build. */
const fromSources = import.meta.url.endsWith('.ts');
/** A cold start takes 2-4 s; a machine that does everything else at once takes its time. */
const readyMsMax = 240_000;

/** A process that is on its way up. */
export interface Starting {
  readonly process: Running;
  /** Resolved when it is ready; rejected with its last words when it ended before. */
  readonly ready: Promise<void>;
}

/** Launches a hub without a worker in it on the given port. */
export function launchHub(options: ProcessOptions & { port: number }): Starting {
  const url = `http://127.0.0.1:${options.port}`;
  const hub = Object.assign(launch('hub', options), { url });
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    );
  return { process: hub, ready: untilReady(hub, isReady) };
}

/** Launches a worker; it is ready when it says that it runs. */
export function launchWorker(options: ProcessOptions): Starting {
  const worker = launch('worker', options);
  return { process: worker, ready: untilReady(worker, async () => worker.output.some((line) => line.includes('worker runs'))) };
}

/** Starts a hub on a free port and waits until it is ready. */
export async function startHubProcess(options: ProcessOptions): Promise<Running> {
  const { process: hub, ready } = launchHub({ ...options, port: options.port ?? (await freePort()) });
  await ready;
  return hub;
}

function launch(kind: Running['kind'], { urls, dataDir, port = 0, env, logFile }: ProcessOptions): Running {
  const program = fromSources
    ? ['--import', path.join(projectRoot, 'test/support/from-sources.mjs'), `apps/${kind}/src/main.ts`]
    : [`dist/apps/${kind}/src/main.js`];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      PORT: String(port),
      DATABASE_URL: urls.appUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      DATABASE_JOBS_URL: urls.jobsUrl,
      ENTREPOT_DATA_DIR: dataDir,
      ENTREPOT_WORKER: 'separate',
      ENTREPOT_DEMO: 'no',
      ENTREPOT_LOG_LEVEL: 'warn',
      ...env,
    },
  });
  return handle(kind, child, logFile);
}

function handle(kind: Running['kind'], child: ChildProcess, logFile?: string): Running {
  const output: string[] = [];
  const keep = (chunk: Buffer): void => {
    output.push(...String(chunk).split('\n').filter(Boolean));
    output.splice(0, output.length - 200);
    if (logFile) appendFileSync(logFile, chunk);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = once(child, 'exit');
  const orphaned = (): void => void child.kill('SIGKILL');
  process.once('exit', orphaned);
  void exited.then(() => process.off('exit', orphaned));
  return {
    kind,
    url: '',
    pid: child.pid!,
    output,
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exited;
      clearTimeout(late);
    },
  };
}

async function untilReady(process: Running, ready: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + readyMsMax; !(await ready()); await sleep(50)) {
    if (!process.alive || Date.now() > deadline) {
      await process.kill();
      throw new Error(`the ${process.kind} did not start:\n${process.output.slice(-20).join('\n')}`);
    }
  }
}

/** A port of loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
