import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, NotFound, requirePermission, type Work } from '#libs/platform';
import { agreementDays } from '../awarding/award.input.js';
import { type MadeAward, makeProducts, type Wanted } from '../awarding/award-products.js';
import type { Tender } from '../tender/tender.entity.js';
import { outcomeOf } from '../tender/tender.mover.js';
import { linesOf, lockTender, tenderById } from '../tender/tender.reader.js';
import type { HeldFault } from './standstill.entity.js';
import { placeOfStandstill, planOf } from './standstill.reader.js';

const input = z.strictObject({
  standstillId: z.uuid(),
  /** The end that the caller read, as text with its microseconds: another one means that a challenge moved it. */
  endsAt: z.string().nullish(),
  /** That nothing comes of it here, though orders or agreements were meant: what cannot be made is arranged elsewhere. */
  makesNothing: z.boolean().default(false),
  /** What was chosen when it was decided, chosen anew; absent: as it was. */
  shipToSiteId: z.uuid().nullish(),
  ncnrAccepted: z.boolean().nullish(),
  agreement: agreementDays.nullish(),
});

export type ConcludeAwardFault = HeldFault | Fault<'StandstillRuns' | 'StandstillOver'>;

/**
 * Makes the orders or agreements for which a lot was awarded, in the transaction in which its standstill ends: once, and not before its last moment by the
 * database's clock. The clock does so by itself; a buyer does where that failed, and may choose site, days and consent anew. Errors: StandstillRuns (its reason: RUNS, SUSPENDED by a challenge, MOVED
 * since it was read), StandstillOver (concluded before, or taken back), AwardBidExpired (a challenge took so long that a bid binds no longer), and what making orders and agreements gives. Throws Forbidden without
 * tender:award (orders need order:place too), NotFound, BadInput.
 */
export async function concludeAward(work: Work, raw: z.input<typeof input>): Promise<Result<Tender, ConcludeAwardFault>> {
  requirePermission(work, 'tender:award');
  const { standstillId, endsAt, makesNothing, ...anew } = checkInput(input, raw);
  const place = await placeOfStandstill(work, standstillId);
  if (place?.orgId !== work.actor.orgId) throw new NotFound(`standstill ${standstillId}`);
  const tender = await lockTender(work, place.tenderId);
  const outcome = await outcomeOf(work, 'tendering.conclude_standstill($1, $2)', [standstillId, endsAt ?? null]);
  if (outcome === 'CONCLUDED_BEFORE' || outcome === 'TAKEN_BACK')
    return fail({ code: 'StandstillOver', path: ['standstillId'], values: { reason: outcome } });
  if (outcome !== 'CONCLUDED') return fail({ code: 'StandstillRuns', path: ['standstillId'], values: { reason: outcome } });
  const plan = await planOf(work, standstillId);
  if (plan && !makesNothing) {
    const lines = await linesOf(work, tender);
    const expired = expiredAwards(plan.awards, work.now);
    const faults =
      expired.length > 0
        ? expired
        : await makeProducts(work, { input: wantedNow(plan.wanted, anew), tender, awards: plan.awards, lines });
    if (faults.length > 0) return fail(...faults);
  }
  await audit(work, {
    action: 'tender:conclude-award',
    subject: `tender:${tender.id}`,
    detail: { standstillId, makesNothing, ...anew },
  });
  return ok(await tenderById(work, tender.id));
}

type Anew = Pick<z.output<typeof input>, 'shipToSiteId' | 'ncnrAccepted' | 'agreement'>;

/** What its buyer wants to come of it now; which kind it is stays as it was decided. */
const wantedNow = (wanted: Wanted, { shipToSiteId, ncnrAccepted, agreement }: Anew): Wanted => ({
  ...wanted,
  shipToSiteId: shipToSiteId ?? wanted.shipToSiteId,
  ncnrAccepted: ncnrAccepted ?? wanted.ncnrAccepted,
  agreement: agreement ?? wanted.agreement,
});

/** A bid binds until its day; a challenge can move the end of a standstill past it. */
const expiredAwards = (awards: readonly MadeAward[], now: Date): Fault<'AwardBidExpired'>[] =>
  awards.flatMap(({ validUntil }) =>
    validUntil != null && validUntil < now.toISOString().slice(0, 10)
      ? [{ code: 'AwardBidExpired' as const, path: ['standstillId'], values: { until: validUntil } }]
      : [],
  );

/** Notes that nothing came of a decision whose standstill is over, so that the clock leaves it to its buyer. For the clock. */
export async function noteFailedAward(
  work: Work,
  { standstillId, faults }: { standstillId: string; faults: readonly HeldFault[] },
): Promise<void> {
  await affected(work, 'select tendering.note_failure($1, $2)', [standstillId, JSON.stringify(faults)]);
}
