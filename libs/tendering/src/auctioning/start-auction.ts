import { randomInt } from 'node:crypto';
import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { canonicalJson, type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { scheduledAuction } from '../auction/auction.js';
import { auctionFaults } from '../auction/auction-faults.js';
import type { AuctionBidder, AuctionTerms } from '../auction/auction-file.js';
import type { JudgedLot } from '../judging/evaluation.js';
import { scoresMissing, tooFew } from '../judging/evaluation.js';
import { judgedLots } from '../judging/judging.reader.js';
import type { Tender } from '../tender/tender.entity.js';
import { memberOf, outcomeOf, versionConflict } from '../tender/tender.mover.js';
import { lockTender } from '../tender/tender.reader.js';
import { type AdmittedBid, type AnnouncedAuction, auctionBidder, auctionTerms } from './announced-auction.js';
import { closesOf } from './auction.acts.js';
import { type AuctionRoom, type Opening, readAuction } from './auction.reader.js';

const input = z.strictObject({ tenderId: z.uuid(), lotId: z.uuid(), expectedVersion: z.int(), opensAt: z.date() });
export type StartAuctionFault = Fault<
  | 'VersionConflict'
  | 'TenderLotUnknown'
  | 'AuctionNotAnnounced'
  | 'BidsNotOpen'
  | 'TooFewBids'
  | 'ScoresMissing'
  | 'AuctionNeedsTwoBids'
  | 'AuctionBidExpired'
  | 'AuctionUnsound'
  | 'AuctionStands'
  | 'AuctionOpensTooSoon'
  | 'AuctionNotPossible'
>;

/**
 * Starts the auction that was announced for a lot, at a moment to come, among the bids that the evaluation has admitted; each stands with what it costs on the
 * basis of the comparison. Errors: AuctionNotAnnounced, BidsNotOpen, TooFewBids, ScoresMissing, AuctionNeedsTwoBids, AuctionBidExpired for a bid that no longer binds when it opens,
 * AuctionUnsound with its reason, AuctionStands (one is held already), AuctionOpensTooSoon, AuctionNotPossible, TenderLotUnknown, VersionConflict. Throws Forbidden without tender:manage, NotFound, BadInput.
 */
export async function startAuction(work: Work, raw: z.input<typeof input>): Promise<Result<AuctionRoom, StartAuctionFault>> {
  requirePermission(work, 'tender:manage');
  const { tenderId, lotId, expectedVersion, opensAt } = checkInput(input, raw);
  const tender = await lockTender(work, tenderId);
  if (tender.edits !== expectedVersion) return fail(versionConflict);
  if (!tender.auction) return fail({ code: 'AuctionNotAnnounced', path: ['tenderId'] });
  const [judged] = await judgedLots(work, tender, [lotId]);
  if (!judged) return fail({ code: 'TenderLotUnknown', path: ['lotId'], values: { lot: lotId, lots: tender.lots.length } });
  const faults = bidFaults(tender, judged, opensAt);
  if (faults.length > 0) return fail(...faults);

  const drawn = drawnBids(judged);
  const made = openingOf(work, { auction: tender.auction, tender, judged, drawn, opensAt });
  if (!made.ok) return made;
  const outcome = await outcomeOf(work, 'tendering.start_auction($1)', [
    JSON.stringify(stored(work, { opening: made.value, tender, judged, drawn, opensAt })),
  ]);
  if (outcome !== 'STARTED') return fail(faultOf(outcome));
  const { auctionId } = made.value;
  await outcomeOf(work, 'tendering.plan_auction($1, $2)', [auctionId, opensAt.getTime() * 1000]);
  await audit(work, {
    action: 'tender:start-auction',
    subject: `tender:${tenderId}`,
    detail: { lotId, auctionId, kind: made.value.terms.kind, bidders: drawn.length },
  });
  return ok(await readAuction(work, auctionId));
}

function bidFaults(tender: Tender, judged: JudgedLot, opensAt: Date): StartAuctionFault[] {
  const { lot, evaluation, bids } = judged;
  if (lot.status !== 'EVALUATION') return [{ code: 'BidsNotOpen', path: ['lotId'], values: { status: lot.status } }];
  const ranked = bids.filter(({ bid }) => evaluation.ranking.some((one) => one.bid.bidId === bid.id));
  return [
    ...tooFew(tender, judged),
    ...scoresMissing(judged),
    ...(ranked.length < 2
      ? [{ code: 'AuctionNeedsTwoBids' as const, path: ['lotId'], values: { lot: lot.title, bids: ranked.length } }]
      : []),
    ...expiredBids(judged, opensAt),
  ];
}

/** The ranked bids that no longer bind on the day on which the auction opens. */
export function expiredBids(
  { evaluation, bids }: JudgedLot,
  opensAt: Date,
  path: 'lotId' | 'opensAt' = 'lotId',
): Fault<'AuctionBidExpired'>[] {
  const opensOn = opensAt.toISOString().slice(0, 10);
  const ranked = bids.filter(({ bid }) => evaluation.ranking.some((one) => one.bid.bidId === bid.id));
  return ranked
    .flatMap(({ bid }) => bid.content?.validUntil ?? [])
    .filter((until) => until < opensOn)
    .map((until) => ({ code: 'AuctionBidExpired' as const, path: [path], values: { until } }));
}

interface Drawn extends AdmittedBid {
  bidId: string;
  supplierId: string;
}

/** The admitted bids under labels that were drawn: their order says nothing of arrival or rank. */
function drawnBids({ evaluation, bids }: JudgedLot): Drawn[] {
  const numbers = evaluation.ranking.map((_, i) => i + 1);
  for (let i = numbers.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!];
  }
  return evaluation.ranking.flatMap(({ bid: { bidId, price, value } }, i) => {
    const own = bids.find(({ bid }) => bid.id === bidId)?.bid;
    return own
      ? [{ label: `bidder-${numbers[i]}`, price, value, acceptedUs: Number(own.acceptedUs), bidId, supplierId: own.orgId }]
      : [];
  });
}

interface Starting {
  tender: Tender;
  judged: JudgedLot;
  drawn: readonly Drawn[];
  opensAt: Date;
}

function openingOf(
  work: Work,
  { auction, tender, judged, drawn, opensAt }: Starting & { auction: AnnouncedAuction },
): Result<Opening, StartAuctionFault> {
  const terms: AuctionTerms = auctionTerms(auction, drawn, {
    lotId: judged.lot.id,
    currency: tender.currency,
    nowUs: work.now.getTime() * 1000,
    opensAtUs: opensAt.getTime() * 1000,
  });
  const bidders: AuctionBidder[] = [...drawn]
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .map((bid) => auctionBidder(terms, tender.formula, bid));
  if (opensAt <= work.now) return fail({ code: 'AuctionOpensTooSoon', path: ['opensAt'] });
  const faults = auctionFaults(terms, bidders);
  if (faults.length > 0)
    return fail(...faults.map(({ code }) => ({ code: 'AuctionUnsound' as const, path: ['lotId'], values: { reason: code } })));
  return ok({ format: 'entrepot-auction', version: 1, auctionId: uuid(), terms, bidders });
}

/** What `tendering.start_auction` takes. */
const stored = (work: Work, { opening, tender, judged, drawn, opensAt }: Starting & { opening: Opening }) => ({
  id: opening.auctionId,
  tenderId: tender.id,
  lotId: judged.lot.id,
  expectedEdits: tender.edits,
  member: memberOf(work),
  kind: opening.terms.kind,
  terms: opening.terms,
  opensAt,
  opening: canonicalJson(opening),
  closes: closesOf(scheduledAuction(opening)),
  bidders: drawn.map(({ label, supplierId, bidId }) => {
    const { coefficient, addition, first } = opening.bidders.find(({ bidderId }) => bidderId === label)!;
    return { supplierId, bidId, label, coefficient, addition, first: Object.values(first)[0]?.amount ?? null };
  }),
});

function faultOf(outcome: string): StartAuctionFault {
  if (outcome === 'VERSION_CONFLICT') return versionConflict;
  if (outcome === 'STANDS') return { code: 'AuctionStands', path: ['lotId'] };
  if (outcome === 'OPENS_TOO_SOON') return { code: 'AuctionOpensTooSoon', path: ['opensAt'] };
  return { code: 'AuctionNotPossible', path: ['lotId'], values: { reason: outcome } };
}
