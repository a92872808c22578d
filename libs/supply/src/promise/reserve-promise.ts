import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { addJob, audit, checkInput, one, requirePermission, type Work } from '#libs/platform';
import { promiseById, type StoredPromise } from './promise.reader.js';

const input = z.strictObject({
  promiseId: z.uuid(),
  /** How long it is held; default an hour, a day at most, and never longer than the supplier grants a basket. */
  holdMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .default(60),
});

export type ReservePromiseInput = z.input<typeof input>;
export type ReservePromiseError = Fault<
  | 'PromiseExpired'
  | 'PromiseGone'
  | 'PromiseUndated'
  | 'PromiseOfferWithdrawn'
  | 'PromisePartnerInactive'
  | 'HoldNotGranted'
  | 'TooManyHolds'
>;

/** Gives a held promise back when its time is over. */
export const releasePromiseTask = 'supply.release-promise';

const faults: Readonly<Record<string, ReservePromiseError['code']>> = {
  EXPIRED: 'PromiseExpired',
  GONE: 'PromiseGone',
  SPENT: 'PromiseGone',
  UNDATED: 'PromiseUndated',
  WITHDRAWN: 'PromiseOfferWithdrawn',
  NO_PARTNERSHIP: 'PromisePartnerInactive',
  NOT_GRANTED: 'HoldNotGranted',
  TOO_MANY: 'TooManyHolds',
};

/**
 * Turns a promise into a reservation: holds the stock at the places that it names and its share of the receipts, all of it or
 * nothing, until `holdMinutes` from now or as long as the supplier grants a basket; what waits for a lead time holds nothing. Asked again
 * it gives the same reservation.
 * Errors: PromiseExpired, PromiseGone (somebody else was faster, or it was released), PromiseUndated,
 * PromiseOfferWithdrawn, PromisePartnerInactive, HoldNotGranted, TooManyHolds (2,000 at once, holds and promises). Throws Forbidden without order:place, NotFound, BadInput.
 */
export async function reservePromise(
  work: Work,
  given: ReservePromiseInput,
): Promise<Result<StoredPromise, ReservePromiseError>> {
  requirePermission(work, 'order:place');
  const { promiseId, holdMinutes } = checkInput(input, given);
  const until = new Date(work.now.getTime() + holdMinutes * 60_000);
  const answer = await one<{ outcome: string }>(work, 'select supply.reserve_promise($1, $2, $3) as outcome', [
    promiseId,
    work.now,
    until,
  ]);
  const fault = faults[answer?.outcome ?? ''];
  if (fault) return fail({ code: fault, path: ['promiseId'] });
  const promise = await promiseById(work, promiseId);
  if (answer?.outcome === 'HELD') {
    const runAt = promise.heldUntil ?? until;
    await addJob(work, { task: releasePromiseTask, payload: { id: promiseId }, key: `promise:${promiseId}`, runAt });
    await audit(work, { action: 'promise:reserve', subject: `promise:${promiseId}`, detail: { until: runAt.toISOString() } });
  }
  return ok(promise);
}
