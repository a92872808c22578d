import { v7 as uuid } from 'uuid';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, onceByKey, requirePermission, type Work } from '#libs/platform';
import type { JudgedLot } from '../judging/evaluation.js';
import { judgedLots } from '../judging/judging.reader.js';
import { type HeldDecision, heldDecisions, standstillEnds, statementFaults } from '../standstill/hold-decision.js';
import type { Tender } from '../tender/tender.entity.js';
import { memberOf, outcomeOf, versionConflict } from '../tender/tender.mover.js';
import { lockTender, tenderById } from '../tender/tender.reader.js';
import { type AwardTenderInput, awardInput, type CheckedAward } from './award.input.js';
import { standingAwards } from './award.reader.js';
import { type AwardRuleFault, type DraftAward, draftAwards, type Wish } from './award.rules.js';
import { madeAward, makeProducts, type NamedAward, type ProductFault, triedProducts, withOffers } from './award-products.js';

type Refused =
  | AwardRuleFault
  | ProductFault
  | Fault<'VersionConflict' | 'AwardNotPossible' | 'AwardTooMuch' | 'TenderLotUnknown' | 'AwardStatementMissing'>;
export type AwardTenderFault = Refused | Fault<'IdempotencyMismatch'>;

/**
 * Awards lots: each whole to one bid, line by line, by the published shares, or to nobody; and makes orders at the awarded prices in procurement, or
 * agreements with them in supply, in the same transaction: everything or nothing, once per idempotency key. Where the rules of the tender ask for a standstill the award is decided and
 * everybody who bid is written to; what was to be made is made when it is over (`concludeAward`). Errors: BidsNotOpen, AwardBidUnknown,
 * AwardLineNotOffered, AwardQuantityNotOffered, AwardReasonMissing (not the first of what was published), LowBidNotExplained, AwardSplitNotPublished, AwardSharesNotFilled, AwardTooMuch,
 * TooFewBids, ScoresMissing, AwardBidExpired, AwardNeedsOffer, AwardUnitDiffers, AwardNotOrderable and AwardAgreementRefused with their reasons, AwardAddendsNotAgreed, AwardAgreementNotPublished, AuctionOutstanding (announced and not held, or its time to object runs), AwardNotPossible, AwardStatementMissing (bidders are owed reasons), TenderLotUnknown, VersionConflict.
 * Throws Forbidden without tender:award (orders need order:place too), NotFound, BadInput.
 */
export async function awardTender(work: Work, raw: AwardTenderInput): Promise<Result<Tender, AwardTenderFault>> {
  requirePermission(work, 'tender:award');
  const input = checkInput(awardInput, raw);
  const { idempotencyKey, ...request } = input;
  const done = await onceByKey(work, { operation: 'awardTender', key: idempotencyKey, request }, () => awardOnce(work, input));
  return done.ok ? ok(await tenderById(work, input.tenderId)) : done;
}

async function awardOnce(work: Work, input: CheckedAward): Promise<Result<string[], Refused>> {
  const tender = await lockTender(work, input.tenderId);
  if (tender.edits !== input.expectedVersion) return fail(versionConflict);
  const judged = await judgedLots(
    work,
    tender,
    input.lots.map(({ lotId }) => lotId),
  );
  const standing = await standingAwards(work, tender.id);
  const ends = await standstillEnds(work, tender, judged);
  const drafted = draftLots(tender, judged, { input, ends, now: work.now, taken: standing.taken, held: standing.held });
  const silent = statementFaults(input, ends);
  if (!drafted.ok || silent.length > 0) return fail(...(drafted.ok ? [] : drafted.errors), ...silent);
  const lines = judged.flatMap((lot) => lot.lines);
  const led = await withOffers(
    work,
    drafted.value.map((award) => ({ ...award, id: uuid() })),
    { lines, makes: input.makes },
  );
  if (!led.ok) return led;

  const held = await heldDecisions(work, { input, tender, judged, awards: led.value, ends });
  const outcome = await outcomeOf(work, 'tendering.award_lots($1)', [
    JSON.stringify(stored(work, { input, tender, awards: led.value, lots: standing.lots, held })),
  ]);
  if (outcome === 'OVER_AWARDED') return fail({ code: 'AwardTooMuch', path: ['lots'] });
  if (outcome !== 'AWARDED') return fail({ code: 'AwardNotPossible', path: ['lots'], values: { reason: outcome } });
  const made = (waits: boolean) =>
    led.value.filter(({ lotId }) => ends.has(lotId) === waits).map((award) => madeAward(award, tender));
  // What waits is made later by the same choices: what stands against it today is said today.
  const faults = [
    ...(await makeProducts(work, { input, tender, awards: made(false), lines })),
    ...(await triedProducts(work, { input, tender, awards: made(true), lines })),
  ];
  if (faults.length > 0) return fail(...faults);
  await audit(work, {
    action: 'tender:award',
    subject: `tender:${tender.id}`,
    detail: {
      makes: input.makes,
      awards: led.value.map(({ id, lotId, compared, rank }) => ({ id, lotId, bid: compared.bid.id, rank })),
    },
  });
  return ok(led.value.map(({ id }) => id));
}

function draftLots(
  tender: Tender,
  judged: readonly JudgedLot[],
  {
    input: { lots, makes },
    ends,
    ...asked
  }: Pick<Wish, 'now' | 'taken' | 'held'> & { input: CheckedAward; ends: ReadonlyMap<string, Date> },
): Result<DraftAward[], Refused> {
  const faults: Refused[] = [];
  const awards = lots.flatMap((wish, i) => {
    const found = judged.find(({ lot }) => lot.id === wish.lotId);
    const twice = lots.findIndex(({ lotId }) => lotId === wish.lotId) < i;
    if (!found || twice) {
      faults.push({
        code: 'TenderLotUnknown',
        path: ['lots', String(i), 'lotId'],
        values: { lot: wish.lotId, lots: tender.lots.length },
      });
      return [];
    }
    // A bid must still bind when contracts can be made of it.
    const today = (ends.get(wish.lotId) ?? asked.now).toISOString().slice(0, 10);
    const made = draftAwards(tender, found, { lot: wish, makes, today, ...asked });
    faults.push(...made.faults);
    return made.awards;
  });
  return faults.length > 0 ? fail(...faults) : ok(awards);
}

/** What `tendering.award_lots` takes; `lots` have awards that stand, so that they end awarded even when nobody gets the rest. */
function stored(
  work: Work,
  {
    input,
    tender,
    awards,
    lots,
    held,
  }: {
    input: CheckedAward;
    tender: Tender;
    awards: readonly NamedAward[];
    lots: ReadonlySet<string>;
    held: readonly HeldDecision[];
  },
) {
  const failed = input.lots.flatMap(({ mode, lotId }) => (mode === 'NONE' && !lots.has(lotId) ? [lotId] : []));
  const kept = input.lots.flatMap((lot) => (lot.mode === 'LINES' && lot.keepOpen ? [lot.lotId] : []));
  return {
    tenderId: tender.id,
    expectedEdits: tender.edits,
    member: memberOf(work),
    settled: input.lots.map(({ lotId }) => lotId).filter((id) => !failed.includes(id) && !kept.includes(id)),
    unsuccessful: failed,
    standstills: held,
    awards: awards.map(({ id, lotId, compared: { bid }, rank, reason, lines }) => ({
      id,
      lotId,
      bidId: bid.id,
      supplierId: bid.orgId,
      rank,
      reason,
      currency: bid.content?.currency,
      digest: bid.digest,
      makes: input.makes,
      lines,
    })),
  };
}
