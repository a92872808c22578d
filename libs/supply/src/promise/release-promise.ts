import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { promiseById, type StoredPromise } from './promise.reader.js';

const input = z.strictObject({
  promiseId: z.uuid(),
  /** Why; a supplier who takes back what he promised must say so. */
  reason: z.string().trim().min(1).max(500).nullish(),
});

export type ReleasePromiseInput = z.input<typeof input>;

/**
 * Gives back what a reserved promise holds, for its buyer or its supplier. One that holds nothing stays as it is: releasing is never wrong.
 * Errors: HoldReasonMissing (its supplier gives none).
 * Throws Forbidden without order:place as its buyer and stock:write as its supplier, NotFound, BadInput.
 */
export async function releasePromise(
  work: Work,
  given: ReleasePromiseInput,
): Promise<Result<StoredPromise, Fault<'HoldReasonMissing'>>> {
  const { promiseId, reason } = checkInput(input, given);
  const before = await promiseById(work, promiseId);
  requirePermission(work, before.orgId === work.actor.orgId ? 'order:place' : 'stock:write');
  if (!reason && before.orgId !== work.actor.orgId) return fail({ code: 'HoldReasonMissing' as const, path: ['reason'] });
  await affected(work, 'select supply.release_promise($1, $2)', [promiseId, 'RELEASED']);
  if (before.status === 'RESERVED') {
    if (reason) await affected(work, 'select supply.note_release($1, $2)', [promiseId, reason]);
    await audit(work, { action: 'promise:release', subject: `promise:${promiseId}`, ...(reason ? { detail: { reason } } : {}) });
  }
  return ok(await promiseById(work, promiseId));
}

/** Gives back a reservation whose time is over; one that was prolonged, released or ordered meanwhile stays. For the clock. */
export async function expirePromise(work: Work, promiseId: string): Promise<boolean> {
  const due = await affected(
    work,
    `select from supply.promise p where p.org_id = $1 and p.id = $2 and p.status = 'RESERVED' and p.held_until <= $3`,
    [work.actor.orgId, promiseId, work.now],
  );
  if (due === 0) return false;
  await affected(work, 'select supply.release_promise($1, $2)', [promiseId, 'RELEASED']);
  return true;
}

/** Promises that one transaction gives back at most. */
export const overdueAtOnce = 500;

/** Gives back every reservation of the acting buyer whose time is over, though its own job is gone; the longest overdue first, at most 500. Gives how many. */
export async function expirePromises(work: Work): Promise<number> {
  const answer = await one<{ ended: number }>(work, 'select supply.expire_promises($1, $2)::int as ended', [
    work.now,
    overdueAtOnce,
  ]);
  return answer?.ended ?? 0;
}
