import { one } from '../database/queries.js';
import type { Work } from '../work/work.js';

export interface JobSpec {
  /** `<lib>.<kebab-verb>` of a declared task. */
  task: string;
  /** Ids; `orgId` is added by the database. */
  payload: Readonly<Record<string, unknown>>;
  /** A job of the same organisation with this key that has not begun is replaced. */
  key?: string;
  runAt?: Date;
  /** Default 12: with pauses of e^attempt seconds, at most 6 hours each, the last comes after about 16 hours. */
  attemptsMax?: number;
}

/** Adds a job in the transaction of the work, for the work's own organisation; gives its id. What happened is told by `work.emit` instead. */
export async function addJob(work: Work, spec: JobSpec): Promise<string> {
  const row = await one<{ id: string }>(work, 'select platform.add_job($1, $2::jsonb, $3, $4, $5) as id', [
    spec.task,
    JSON.stringify(spec.payload),
    spec.key ?? null,
    spec.runAt ?? null,
    spec.attemptsMax ?? 12,
  ]);
  return row!.id;
}
