import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import type { Tender } from '../tender/tender.entity.js';
import { memberOf } from '../tender/tender.mover.js';
import { lockTender } from '../tender/tender.reader.js';
import { evaluationText, scoresMissing, tooFew } from './evaluation.js';
import { judgedLots, type KeptEvaluation, keptEvaluations } from './judging.reader.js';

const input = z.strictObject({ tenderId: z.uuid(), lotId: z.uuid().nullish() });
export type EvaluateTenderFault = Fault<'BidsNotOpen' | 'TooFewBids' | 'ScoresMissing'>;

/**
 * Ranks the bids on the lots of a tender, or on one, by the published formula and keeps the text that is shown, with its hash. The same bids give the same
 * text; it is kept once. Errors: BidsNotOpen, TooFewBids below the number that was published, ScoresMissing where the committee owes points. Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function evaluateTender(
  work: Work,
  raw: z.input<typeof input>,
): Promise<Result<KeptEvaluation[], EvaluateTenderFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, lotId } = checkInput(input, raw);
  const tender = await lockTender(work, tenderId);
  const judged = await judgedLots(work, tender, lotId == null ? undefined : [lotId]);
  const open = judged.filter(({ lot }) => lot.status === 'EVALUATION');
  if (open.length === 0) return fail({ code: 'BidsNotOpen', path: ['tenderId'], values: { status: tender.status } });
  const faults = open.flatMap((lot) => [...tooFew(tender, lot), ...scoresMissing(lot)]);
  if (faults.length > 0) return fail(...faults);
  for (const lot of open)
    await keep(work, { tender, lotId: lot.lot.id, round: lot.lot.round, body: evaluationText(tender, lot) });
  await audit(work, { action: 'tender:evaluate', subject: `tender:${tenderId}`, detail: { lots: open.length } });
  const [kept = []] = await keptEvaluations(work, [tenderId]);
  return ok(kept.filter((one) => open.some(({ lot }) => lot.id === one.lotId)));
}

/** Adds the text unless the last one is the same. */
async function keep(work: Work, given: { tender: Tender; lotId: string; round: number; body: string }): Promise<void> {
  const digest = createHash('sha256').update(given.body).digest('hex');
  await affected(
    work,
    `insert into tendering.evaluation (org_id, tender_id, lot_id, n, round, body, digest, made_at, member_id)
     select $1, $2, $3, coalesce(max(e.n), 0) + 1, $4, $5, $6, clock_timestamp(), $7 from tendering.evaluation e where e.org_id = $1 and e.lot_id = $3
     having coalesce((array_agg(e.digest order by e.n desc))[1], '') <> $6`,
    [work.actor.orgId, given.tender.id, given.lotId, given.round, given.body, digest, memberOf(work)],
  );
}
