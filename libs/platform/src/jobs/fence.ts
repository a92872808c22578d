import { systemActor } from '../auth/actor.js';
import { affected, one } from '../database/queries.js';
import type { UnitOfWork } from '../work/unit-of-work.js';
import type { Work } from '../work/work.js';

/** Another worker has taken the job over, or done it: what this attempt wrote is rolled back. */
export class FenceLost extends Error {
  constructor(jobId: string, token: number) {
    super(`Attempt ${token} of job ${jobId} was overtaken.`);
    this.name = 'FenceLost';
  }
}

/** Which attempt of which job of which organisation; the token is the attempt's number, which each taking of the job raises. */
export interface FenceKey {
  orgId: string;
  jobId: string;
  token: number;
}

/**
 * Raises the fence at the begin of an attempt. `done` says that an earlier attempt had its effect and died before it could say
 * so. Throws FenceLost when a later attempt has begun: returning instead would let graphile-worker delete that one's job.
 */
export async function raiseFence(unitOfWork: UnitOfWork, key: FenceKey): Promise<'raised' | 'done'> {
  return unitOfWork.run(systemActor(key.orgId), async (work) => {
    const raised = await affected(
      work,
      `insert into platform.job_fence as f (org_id, job_id, token) values ($1, $2, $3)
       on conflict (org_id, job_id) do update set token = excluded.token where f.token < excluded.token and f.done_at is null`,
      [key.orgId, key.jobId, key.token],
    );
    if (raised === 1) return 'raised';
    const standing = await one<{ done_at: Date | null }>(
      work,
      'select done_at from platform.job_fence where org_id = $1 and job_id = $2',
      [key.orgId, key.jobId],
    );
    if (standing?.done_at) return 'done';
    throw new FenceLost(key.jobId, key.token);
  });
}

/** Runs `fn` in a unit of work that holds the fence's row, so that no later attempt can begin before it has ended. `close`: nothing may follow. */
export function fenced<T>(
  unitOfWork: UnitOfWork,
  key: FenceKey & { close: boolean },
  fn: (work: Work) => Promise<T>,
): Promise<T> {
  const statement = key.close
    ? 'update platform.job_fence set done_at = clock_timestamp() where org_id = $1 and job_id = $2 and token = $3 and done_at is null'
    : 'select from platform.job_fence where org_id = $1 and job_id = $2 and token = $3 and done_at is null for update';
  return unitOfWork.run(systemActor(key.orgId), async (work) => {
    const held = await affected(work, statement, [key.orgId, key.jobId, key.token]);
    if (held !== 1) throw new FenceLost(key.jobId, key.token);
    return fn(work);
  });
}
