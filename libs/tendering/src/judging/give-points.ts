import { z } from 'zod';
import { compare, type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, Forbidden, requirePermission, type Work } from '#libs/platform';
import { bidsOfTenders } from '../bid/bid.reader.js';
import type { Criterion } from '../evaluation/criterion.js';
import { criteriaMax, decimal, text } from '../tender/tender.input.js';
import { memberOf } from '../tender/tender.mover.js';
import { lockTender } from '../tender/tender.reader.js';
import { standingBids } from './comparison.js';
import { committeeSheet } from './judging.reader.js';
import type { CommitteeSheet } from './points.js';

const declareInput = z.strictObject({ tenderId: z.uuid(), hasConflict: z.boolean(), note: text(1000).nullish() });
const scoreInput = z.strictObject({
  tenderId: z.uuid(),
  lotId: z.uuid(),
  scores: z
    .array(
      z.strictObject({
        bidId: z.uuid(),
        criterionId: z.string().min(1).max(40),
        score: decimal.nullish(),
        passed: z.boolean().nullish(),
        note: text(1000).nullish(),
      }),
    )
    .min(1)
    .max(20 * criteriaMax),
});

export type DeclareInterestsInput = z.input<typeof declareInput>;
export type GivePointsInput = z.input<typeof scoreInput>;
type ScoreFault = Fault<'ScoreNotFitting'>;
export type GivePointsFault =
  | ScoreFault
  | Fault<'InterestsNotDeclared' | 'ScorerHasConflict' | 'BidsNotOpen' | 'TenderLotUnknown'>;

/** Where there is nothing to score any more; while a decision waits, interests and points are what it was made with. */
const over: readonly string[] = ['STANDSTILL', 'AWARDED', 'UNSUCCESSFUL', 'CANCELLED'];

/** A person, since a conflict of interest is one's own. */
function personOf(work: Work): string {
  const member = memberOf(work);
  if (member === null) throw new Forbidden('tender:manage');
  return member;
}

/**
 * The acting member says whether anything binds him to a bidder; before that he scores nothing, and with a conflict nothing that he scored counts. A later
 * word replaces the earlier one; both are in the audit log. Errors: TenderNotOpen once it is decided or over. Throws Forbidden without tender:manage and for programs, NotFound, BadInput.
 */
export async function declareInterests(
  work: Work,
  raw: DeclareInterestsInput,
): Promise<Result<CommitteeSheet, Fault<'TenderNotOpen'>>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, hasConflict, note } = checkInput(declareInput, raw);
  const member = personOf(work);
  const { status } = await lockTender(work, tenderId);
  if (over.includes(status)) return fail({ code: 'TenderNotOpen', path: ['tenderId'], values: { status } });
  await affected(
    work,
    `insert into tendering.interest as d (org_id, tender_id, member_id, has_conflict, note, declared_at) values ($1, $2, $3, $4, $5, clock_timestamp())
     on conflict (org_id, tender_id, member_id) do update set has_conflict = excluded.has_conflict, note = excluded.note, declared_at = excluded.declared_at`,
    [work.actor.orgId, tenderId, member, hasConflict, note ?? null],
  );
  await countEdit(work, tenderId);
  await audit(work, { action: 'tender:declare-interests', subject: `tender:${tenderId}`, detail: { hasConflict } });
  return ok(await committeeSheet(work, tenderId));
}

/**
 * The acting member's points for bids on a lot whose bids are open, and his verdicts on mandatory requirements; a later one replaces the earlier. Points are
 * the committee's alone: what a bidder writes there is what he claims. Errors: InterestsNotDeclared, ScorerHasConflict, BidsNotOpen, TenderLotUnknown,
 * ScoreNotFitting for each that names no bid or criterion, or is out of its range. Throws Forbidden without tender:manage and for programs, NotFound, BadInput.
 */
export async function givePoints(work: Work, raw: GivePointsInput): Promise<Result<CommitteeSheet, GivePointsFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, lotId, scores } = checkInput(scoreInput, raw);
  const member = personOf(work);
  const tender = await lockTender(work, tenderId);
  const lot = tender.lots.find(({ id }) => id === lotId);
  if (!lot) return fail({ code: 'TenderLotUnknown', path: ['lotId'], values: { lot: lotId, lots: tender.lots.length } });
  const { status } = lot;
  if (status !== 'EVALUATION') return fail({ code: 'BidsNotOpen', path: ['lotId'], values: { status } });
  const { declarations } = await committeeSheet(work, tenderId);
  const declared = declarations.find(({ memberId }) => memberId === member);
  if (!declared) return fail({ code: 'InterestsNotDeclared', path: ['tenderId'] });
  if (declared.hasConflict) return fail({ code: 'ScorerHasConflict', path: ['tenderId'] });

  const [made = []] = await bidsOfTenders(work, [tenderId]);
  const bids = new Set(standingBids(made.filter((bid) => bid.lotId === lotId)).map(({ id }) => id));
  const faults = scores.flatMap((given, i): ScoreFault[] => {
    const criterion = tender.criteria.find(({ id }) => id === given.criterionId);
    const again = scores.findIndex((one) => one.bidId === given.bidId && one.criterionId === given.criterionId) < i;
    const fits = criterion !== undefined && bids.has(given.bidId) && !again && fitsCriterion(criterion, given);
    return fits ? [] : [{ code: 'ScoreNotFitting', path: ['scores', String(i)], values: { criterion: given.criterionId } }];
  });
  if (faults.length > 0) return fail(...faults);
  await affected(
    work,
    `insert into tendering.bid_score as s (org_id, tender_id, lot_id, bid_id, criterion_id, member_id, score, passed, note, given_at)
     select $1, $2, $3, n."bidId", n."criterionId", $4, n.score, n.passed, n.note, clock_timestamp()
     from jsonb_to_recordset($5) as n ("bidId" uuid, "criterionId" text, score numeric, passed boolean, note text)
     on conflict (org_id, bid_id, criterion_id, member_id) do update set score = excluded.score, passed = excluded.passed, note = excluded.note, given_at = excluded.given_at`,
    [work.actor.orgId, tenderId, lotId, member, JSON.stringify(scores)],
  );
  await countEdit(work, tenderId);
  await audit(work, { action: 'tender:score', subject: `tender:${tenderId}`, detail: { lot: lotId, scores } });
  return ok(await committeeSheet(work, tenderId));
}

/** Who awards by an older ranking is told so: what counts has changed. */
async function countEdit(work: Work, tenderId: string): Promise<void> {
  await affected(work, 'update tendering.tender t set edits = t.edits + 1 where t.org_id = $1 and t.id = $2', [
    work.actor.orgId,
    tenderId,
  ]);
}

function fitsCriterion(
  criterion: Criterion,
  { score, passed }: { score?: string | null | undefined; passed?: boolean | null | undefined },
): boolean {
  if (criterion.kind === 'MANDATORY') return passed != null && score == null;
  if (criterion.kind !== 'SCORED' && criterion.kind !== 'WORTH') return false;
  return passed == null && score != null && compare(score, criterion.scoreMax) <= 0;
}
