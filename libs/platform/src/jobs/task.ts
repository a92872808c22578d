import type { z } from 'zod';
import type { UnitOfWork } from '../work/unit-of-work.js';
import type { Work } from '../work/work.js';

/** What a handler gets: one attempt at one job. A handler may run more than once, also beside itself; only `effect` is once. */
export interface JobContext<P> {
  /** Checked against the task's schema; holds ids, never secrets and never what a re-read could have changed. */
  readonly payload: P;
  readonly job: {
    readonly id: string;
    readonly task: string;
    /** 1 for the first attempt. */
    readonly attempt: number;
    readonly attemptsMax: number;
  };
  /** The organisation that the job works for; absent for the clock's own jobs. */
  readonly orgId: string | undefined;
  /** Aborted when the worker must stop and the job has had its time. */
  readonly signal: AbortSignal;
  /**
   * The job's one lasting effect: a unit of work as the system in the job's organisation, which closes the fence in the same
   * transaction. Throws FenceLost when another worker took the job over; a returned failure rolls back and leaves the fence open.
   */
  effect<T>(fn: (work: Work) => Promise<T>): Promise<T>;
  /** A unit of work before the effect (to read, to note an attempt): checks the fence and leaves it open. */
  step<T>(fn: (work: Work) => Promise<T>): Promise<T>;
  /** One question past all organisations on the jobs connection, to a function owned by entrepot_jobs: `select * from supply.overdue_uploads()`. */
  sweep<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Units of work without a fence: for sweeps, one per pair that `sweep` gave. */
  readonly unitOfWork: UnitOfWork;
}

/** A kind of job, by its name `<lib>.<kebab-verb>`. */
export interface Task {
  readonly name: string;
  readonly run: (raw: unknown, context: Omit<JobContext<unknown>, 'payload'>) => Promise<void>;
}

const taskName = /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Declares a kind of job. The schema checks the payload before the handler sees it. A handler that throws is tried again with
 * growing pauses (e^attempt seconds, at most 6 hours) up to the job's attempts; one that returns is done for good.
 */
export function task<S extends z.ZodType>(
  name: string,
  schema: S,
  handler: (context: JobContext<z.output<S>>) => Promise<void>,
): Task {
  if (!taskName.test(name)) throw new Error(`A task is named <lib>.<kebab-verb>, not ${name}.`);
  return { name, run: (raw, context) => handler({ ...context, payload: schema.parse(raw) }) };
}
