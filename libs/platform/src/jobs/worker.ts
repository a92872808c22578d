import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type JobHelpers, type LogFunctionFactory, Logger, parseCronItems, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { UnitOfWork } from '../work/unit-of-work.js';
import { type FenceKey, fenced, raiseFence } from './fence.js';
import { Heartbeat } from './heartbeat.js';
import type { JobContext, Task } from './task.js';

/** A task that the clock starts: `match` is a crontab pattern in UTC (`17 3 * * *`). Of several workers one starts it. */
export interface Clock {
  task: string;
  match: string;
}

export interface WorkerOptions {
  jobsUrl: string;
  tasks: readonly Task[];
  unitOfWork: UnitOfWork;
  crontab?: readonly Clock[];
  /** Jobs at once; default 4. */
  concurrency?: number;
  /** How often to look for jobs whose time has come; new ones are announced. Default 1000. */
  pollMs?: number;
  /** Default 200. */
  beatMs?: number;
  /** Silence after which a worker counts as dead; default 1200, five beats and a little. */
  deadAfterMs?: number;
  log?: (level: 'error' | 'warning' | 'info' | 'debug', message: string, detail?: object) => void;
  /** Called around every attempt: correlation ids, timing. Must call `attempt` once and pass its error on. */
  around?: (
    job: { id: string; task: string; orgId: string | undefined; attempt: number },
    attempt: () => Promise<void>,
  ) => Promise<void>;
}

export interface JobWorker {
  /** Takes no new job, lets the running ones end (their `signal` aborts after 5 s), and after `graceMs` gives them back unfinished. Default 20 s. */
  stop(graceMs?: number): Promise<void>;
  /** graphile-worker's events, such as `job:success` and `job:failed`, for metrics. */
  readonly events: WorkerEvents;
}

/** Starts working on jobs in this process. Any number of processes may; each job is done by one of them. */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const concurrency = options.concurrency ?? 4;
  const log = options.log ?? (() => undefined);
  const pool = new pg.Pool({ connectionString: options.jobsUrl, max: concurrency + 2, application_name: 'entrepot-jobs' });
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  const workerIds = new Set<string>();
  const events = new EventEmitter() as WorkerEvents;
  // Jobs are locked by the pool of this process; its single workers never stand in `locked_by` here.
  events.on('pool:create', ({ workerPool }) => workerIds.add(workerPool.id));
  const heartbeat = new Heartbeat({
    jobsUrl: options.jobsUrl,
    workerIds,
    beatMs: options.beatMs ?? 200,
    deadAfterMs: options.deadAfterMs ?? 1200,
    onError: (error) => log('warning', 'The job worker could not say that it is alive.', { error }),
  });
  const runner = await run({
    pgPool: pool,
    concurrency,
    pollInterval: options.pollMs ?? 1000,
    noHandleSignals: true,
    // Without batches graphile-worker 0.17 lets a finished job be deleted after the stop, on a pool that may have ended.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    events,
    logger: new Logger(logFactory(log)),
    parsedCronItems: parseCronItems(
      (options.crontab ?? []).map(({ task, match }) => ({ task, match, identifier: task, options: { jobKey: `clock:${task}` } })),
    ),
    taskList: Object.fromEntries(
      options.tasks.map((task) => [
        task.name,
        (payload: unknown, helpers: JobHelpers) => attempt({ options, pool, task }, payload, helpers),
      ]),
    ),
  });
  await heartbeat.start();
  return { events, stop: (graceMs = 20_000) => stop({ runner, heartbeat, pool, workerIds }, graceMs) };
}

interface Running {
  runner: Awaited<ReturnType<typeof run>>;
  heartbeat: Heartbeat;
  pool: pg.Pool;
  workerIds: ReadonlySet<string>;
}

interface Attempt {
  options: WorkerOptions;
  pool: pg.Pool;
  task: Task;
}

async function attempt({ options, pool, task }: Attempt, payload: unknown, helpers: JobHelpers): Promise<void> {
  const { job } = helpers;
  const orgId = orgOf(payload);
  const key = orgId === undefined ? undefined : { orgId, jobId: job.id, token: job.attempts };
  const context: Omit<JobContext<unknown>, 'payload'> = {
    job: { id: job.id, task: task.name, attempt: job.attempts, attemptsMax: job.max_attempts },
    orgId,
    signal: helpers.abortSignal,
    effect: async (fn) => fenced(options.unitOfWork, { ...needed(key, task), close: true }, fn),
    step: async (fn) => fenced(options.unitOfWork, { ...needed(key, task), close: false }, fn),
    sweep: async <T>(text: string, values: readonly unknown[] = []) => (await pool.query(text, [...values])).rows as T[],
    unitOfWork: options.unitOfWork,
  };
  const body = async (): Promise<void> => {
    if (key && (await raiseFence(options.unitOfWork, key)) === 'done') return;
    await task.run(payload, context);
  };
  await (options.around ? options.around({ id: job.id, task: task.name, orgId, attempt: job.attempts }, body) : body());
}

function orgOf(payload: unknown): string | undefined {
  const { orgId } = (payload ?? {}) as { orgId?: unknown };
  return typeof orgId === 'string' ? orgId : undefined;
}

function needed(key: FenceKey | undefined, task: Task): FenceKey {
  if (!key) throw new Error(`${task.name} was started for no organisation: it has no fence, so no effect either.`);
  return key;
}

async function stop({ runner, heartbeat, pool, workerIds }: Running, graceMs: number): Promise<void> {
  const giveUp = new AbortController();
  const late = sleep(graceMs, 'late' as const, { signal: giveUp.signal }).catch(() => 'late' as const);
  const outcome = await Promise.race([runner.stop().then(() => 'ended' as const), late]);
  giveUp.abort();
  if (outcome === 'ended') {
    await heartbeat.stop();
    await pool.end();
    return;
  }
  // What did not end is given back for another worker to begin anew; the fence keeps a late effect out. Its connections
  // end with it, which nobody waits for.
  await heartbeat.stop();
  await pool.query('select graphile_worker.force_unlock_workers($1)', [[...workerIds]]);
  void runner.promise.catch(() => undefined).then(() => pool.end());
}

function logFactory(log: NonNullable<WorkerOptions['log']>): LogFunctionFactory {
  return () => (level, message, meta) => log(level, message, meta);
}
