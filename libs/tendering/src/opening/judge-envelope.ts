import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import type { BidEnvelope, EnvelopeOpening } from '../sealed/sealing.entity.js';
import { openingsOfTenders, sealingOf } from '../sealed/sealing.reader.js';
import { text } from '../tender/tender.input.js';
import { memberOf, outcomeOf } from '../tender/tender.mover.js';
import { tenderById } from '../tender/tender.reader.js';
import { checkedBids, openedContent } from './open-envelopes.js';

const envelope = z.enum(['WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL']);
const judgeInput = z.strictObject({
  tenderId: z.uuid(),
  lotId: z.uuid(),
  bidId: z.uuid(),
  envelope,
  passed: z.boolean(),
  /** Needed for a bid that fails: its bidder reads it. */
  reason: text(2000).nullish(),
});
type JudgeFault = Fault<'VerdictReasonMissing' | 'EnvelopeNotJudgeable'>;

/**
 * Lets an opened envelope pass, or fail with a reason; once. The next envelopes of a bid that failed are never opened: the hub gives no part for them.
 * Errors: VerdictReasonMissing, EnvelopeNotJudgeable (not opened, judged before, or the last of its tender). Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function judgeEnvelope(work: Work, raw: z.input<typeof judgeInput>): Promise<Result<EnvelopeOpening, JudgeFault>> {
  requirePermission(work, 'tender:manage');
  const { reason, ...given } = checkInput(judgeInput, raw);
  if (!given.passed && !reason) return fail({ code: 'VerdictReasonMissing', path: ['reason'] });
  const outcome = await outcomeOf(work, 'tendering.judge_envelope($1)', [
    JSON.stringify({ ...given, reason: reason ?? null, member: memberOf(work) }),
  ]);
  if (outcome !== 'JUDGED') return fail({ code: 'EnvelopeNotJudgeable', path: ['bidId'] });
  const { bidId, passed } = given;
  await audit(work, { action: 'tender:judge-envelope', subject: `bid:${bidId}`, detail: { envelope: given.envelope, passed } });
  return ok(await openingOf(work, given));
}

const rebutInput = z.strictObject({ tenderId: z.uuid(), bidId: z.uuid(), envelope, contentKey: z.string().max(100) });
type RebutFault = Fault<'EnvelopeNotRebuttable' | 'ContentKeyWrong' | 'EnvelopeHoldsNoBid'>;

/**
 * Lets a bidder show by his own content key what was in an envelope of his that was reported as unopenable. It is taken only when the envelope was made so that the officers could
 * have opened it, so that nobody keeps a bid back until he has seen the others; and what it says is asked what openEnvelopes asks. Errors: ContentKeyWrong, EnvelopeHoldsNoBid
 * (an open tender would not have taken it), EnvelopeNotRebuttable (opened, never reported, or the lot is decided).
 * Throws Forbidden without bid:submit, NotFound, BadInput.
 */
export async function rebutOpening(work: Work, raw: z.input<typeof rebutInput>): Promise<Result<EnvelopeOpening, RebutFault>> {
  requirePermission(work, 'bid:submit');
  const given = checkInput(rebutInput, raw);
  const [reports = []] = await openingsOfTenders(work, [given.tenderId]);
  const reported = reports.find(({ bidId, envelope: kind }) => bidId === given.bidId && kind === given.envelope);
  if (!reported || reported.supplierId !== work.actor.orgId) throw new NotFound(`opening of bid ${given.bidId}`);
  // A report says nothing of the content; a reason that the hub itself has found does not go away by a key.
  if (reported.reason !== 'REPORTED') return fail({ code: 'EnvelopeNotRebuttable', path: ['bidId'] });
  const sealed = await one<{ sealed: string }>(
    work,
    `select convert_from(c.sealed, 'UTF8') as sealed from tendering.bid_content c where c.org_id = $1 and c.bid_id = $2 and c.envelope = $3`,
    [work.actor.orgId, given.bidId, given.envelope],
  );
  const sealing = await sealingOf(work, given.tenderId);
  const isLast = sealing?.envelopes.at(-1) === given.envelope;
  const found = await openedContent(sealed?.sealed ?? '', given.contentKey, isLast);
  if (found.body === null) return fail({ code: 'ContentKeyWrong', path: ['contentKey'] });
  const refused = isLast ? await refusalOf(work, { ...reported, tenderId: given.tenderId, body: found.body }) : null;
  if (refused) return fail({ code: 'EnvelopeHoldsNoBid', path: ['bidId'], values: { reason: refused } });
  const outcome = await outcomeOf(work, 'tendering.rebut_opening($1)', [JSON.stringify({ ...given, body: found.body })]);
  if (outcome !== 'OPENED') return fail({ code: 'EnvelopeNotRebuttable', path: ['bidId'] });
  await audit(work, { action: 'bid:rebut-opening', subject: `bid:${given.bidId}`, detail: { envelope: given.envelope } });
  return ok(await openingOf(work, given));
}

/** Why the bid of an envelope does not count, as the officers would have been told; null: it does. */
async function refusalOf(
  work: Work,
  {
    tenderId,
    lotId,
    bidId,
    supplierId,
    body,
  }: { tenderId: string; lotId: string; bidId: string; supplierId: string; body: string },
): Promise<string | null> {
  const tender = await tenderById(work, tenderId);
  const opening = { bidId, supplierId, outcome: 'OPENED' as const, reason: null, contentKey: null, body };
  const [checked] = await checkedBids(work, { tender, lotId, openings: [opening] });
  return checked?.reason ?? null;
}

async function openingOf(
  work: Work,
  { tenderId, bidId, envelope: kind }: { tenderId: string; bidId: string; envelope: BidEnvelope },
): Promise<EnvelopeOpening> {
  const [openings = []] = await openingsOfTenders(work, [tenderId]);
  const opening = openings.find((one) => one.bidId === bidId && one.envelope === kind);
  if (!opening) throw new NotFound(`opening of bid ${bidId}`);
  return opening;
}
