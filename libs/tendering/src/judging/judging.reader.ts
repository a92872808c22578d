import { rows, type Work } from '#libs/platform';
import { type AuctionOutcome, auctionOutcomes } from '../auctioning/auction-outcome.js';
import { bidsOfTenders } from '../bid/bid.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { linesOf } from '../tender/tender.reader.js';
import { type JudgedLot, judgeLot } from './evaluation.js';
import type { BidScore, CommitteeSheet, Interests } from './points.js';

type Reading = Pick<Work, 'tx' | 'actor'>;

/** The lots of a tender, or those named, with the bids that its buyer may read now. Of another's tender there is nothing to judge. */
export async function judgedLots(work: Reading, tender: Tender, lotIds?: readonly string[]): Promise<JudgedLot[]> {
  if (tender.orgId !== work.actor.orgId) return [];
  const lines = await linesOf(work, tender);
  const [bids = []] = await bidsOfTenders(work, [tender.id]);
  const sheet = await committeeSheet(work, tender.id);
  const auctions = tender.auction ? await auctionOutcomes(work, tender.id) : new Map<string, AuctionOutcome>();
  return tender.lots
    .filter(({ id }) => lotIds === undefined || lotIds.includes(id))
    .map((lot) => judgeLot(tender, lot, { lines, bids, sheet, auction: auctions.get(lot.id) }));
}

/** What members of the acting buyer said about the bids on a tender, and about themselves; always in the same order. */
export async function committeeSheet(work: Reading, tenderId: string): Promise<CommitteeSheet> {
  const declarations = await rows<Interests>(
    work,
    `select d.member_id as "memberId", d.has_conflict as "hasConflict", d.note, d.declared_at as "declaredAt" from tendering.interest d
     where d.org_id = $1 and d.tender_id = $2 order by d.member_id`,
    [work.actor.orgId, tenderId],
  );
  const scores = await rows<BidScore>(
    work,
    `select s.lot_id as "lotId", s.bid_id as "bidId", s.criterion_id as "criterionId", s.member_id as "memberId", s.score::text, s.passed, s.note, s.given_at as "givenAt"
     from tendering.bid_score s where s.org_id = $1 and s.tender_id = $2 order by s.bid_id, s.criterion_id, s.member_id`,
    [work.actor.orgId, tenderId],
  );
  return { declarations, scores };
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
