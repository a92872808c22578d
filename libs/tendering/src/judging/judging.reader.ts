import { rows, type Work } from '#libs/platform';
import { bidsOfTenders } from '../bid/bid.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { linesOf } from '../tender/tender.reader.js';
import { type JudgedLot, judgeLot } from './evaluation.js';

type Reading = Pick<Work, 'tx' | 'actor'>;

/** The lots of a tender with the bids that its buyer may read now. Of another's tender there is nothing to judge. */
export async function judgedLots(work: Reading, tender: Tender): Promise<JudgedLot[]> {
  if (tender.orgId !== work.actor.orgId) return [];
  const lines = await linesOf(work, tender);
  const [bids = []] = await bidsOfTenders(work, [tender.id]);
  return tender.lots.map((lot) => judgeLot(tender, lot, { lines, bids }));
}

/** A ranking as it was shown, with its hash. */
export interface KeptEvaluation {
  lotId: string;
  n: number;
  round: number;
  body: string;
  digest: string;
  madeAt: Date;
}

/** What was kept of tenders of the acting buyer, in its order. */
export async function keptEvaluations(work: Reading, tenderIds: readonly string[]): Promise<KeptEvaluation[][]> {
  const found = await rows<KeptEvaluation & { tenderId: string }>(
    work,
    `select e.tender_id as "tenderId", e.lot_id as "lotId", e.n, e.round, e.body, e.digest, e.made_at as "madeAt" from tendering.evaluation e
     where e.org_id = $1 and e.tender_id = any ($2) order by e.lot_id, e.n`,
    [work.actor.orgId, tenderIds],
  );
  return tenderIds.map((id) => found.filter(({ tenderId }) => tenderId === id));
}
