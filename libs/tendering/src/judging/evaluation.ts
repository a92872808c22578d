import { canonicalJson, exact, type Fault, fractionText, rounded } from '#libs/kernel';
import { type AuctionOutcome, auctionedContent } from '../auctioning/auction-outcome.js';
import type { Bid } from '../bid/bid.entity.js';
import { type Evaluation, type EvaluationTerms, evaluateLot, isAdmitted } from '../evaluation/evaluate-lot.js';
import { type LowBidAlarm, lowBidAlarms } from '../evaluation/low-bid-alarm.js';
import type { TieBreak } from '../evaluation/rank-bids.js';
import type { Lot, Tender, TenderLine } from '../tender/tender.entity.js';
import { basisOf, bestOfLines, type ComparedBid, comparedBid, standingBids, unreadBids } from './comparison.js';
import { type CommitteeSheet, countingAnswers, lacksPoints, verdictsOf } from './points.js';

/** A lot judged: every standing bid on one basis, ranked by the published formula, with alarms. */
export interface JudgedLot {
  lot: Lot;
  lines: TenderLine[];
  bids: ComparedBid[];
  /** Of bidders of whom none stands: the last that counts, whose content nobody read, since it failed before or does not open. */
  unread: Bid[];
  /** Of each line the cheapest of the bids that meet every requirement; several when they cost the same. */
  best: Map<string, string[]>;
  evaluation: Evaluation;
  /** Bids that are not ranked for the whole lot because a line is missing or not comparable. */
  incomplete: string[];
  alarms: LowBidAlarm[];
  /** Bids that meet all requirements, whether whole or not. */
  admitted: ReadonlySet<string>;
  /** Bids that the committee has not given all points. */
  unscored: string[];
  /** What the committee said of these bids. */
  sheet: CommitteeSheet;
  /** The last auction of the lot; what was bid in it counts instead of what the bids say. */
  auction: AuctionOutcome | null;
}

/** Judges one lot by what was published; the outcome does not depend on the order of the bids. The one way to a ranking: comparison, evaluation and award go it. */
export function judgeLot(
  tender: Tender,
  lot: Lot,
  given: { lines: readonly TenderLine[]; bids: readonly Bid[]; sheet: CommitteeSheet; auction?: AuctionOutcome | undefined },
): JudgedLot {
  const { auction = null } = given;
  const lines = given.lines.filter(({ lotId, droppedIn }) => lotId === lot.id && droppedIn === null);
  const basis = basisOf(tender);
  const ofLot = given.bids.filter(({ lotId }) => lotId === lot.id);
  const bids = standingBids(ofLot).map((bid) => auctioned(comparedBid(bid, lines, basis), { lines, basis, auction }));
  const whole = bids.flatMap((compared) =>
    compared.total && compared.total.over > 0n && !(auction?.isExclusive && !auction.amounts.has(compared.bid.id))
      ? [{ ...compared, total: compared.total }]
      : [],
  );
  const terms = termsOf(tender, lot);
  const verdicts = verdictsOf(given.sheet);
  const answers = new Map(bids.map(({ bid }) => [bid.id, countingAnswers(bid, tender.criteria, verdicts)]));
  const admitted = bids.filter(({ bid }) => isAdmitted(terms, answers.get(bid.id) ?? {}));
  const evaluation = evaluateLot(
    terms,
    whole.map(({ bid, total }) => ({
      bidId: bid.id,
      price: total,
      arrived: arrivalOf(bid, auction),
      answers: answers.get(bid.id) ?? {},
    })),
  );
  return {
    lot,
    lines,
    bids,
    unread: unreadBids(ofLot),
    admitted: new Set(admitted.map(({ bid }) => bid.id)),
    best: bestOfLines(admitted),
    evaluation,
    incomplete: bids.filter(({ bid }) => !whole.some((other) => other.bid.id === bid.id)).map(({ bid }) => bid.id),
    alarms: tender.lowBid === null ? [] : lowBidAlarms(tender.lowBid, amountsOf(whole, { ofLot, lines, basis })),
    unscored: [...answers].filter(([, own]) => lacksPoints(own, tender.criteria)).map(([id]) => id),
    sheet: { ...given.sheet, scores: given.sheet.scores.filter(({ bidId }) => answers.has(bidId)) },
    auction,
  };
}

interface Auctioned {
  lines: readonly TenderLine[];
  basis: ReturnType<typeof basisOf>;
  auction: AuctionOutcome | null;
}

/** A bid as the auction left it: in all as much as was bid last, to the last digit, whatever its lines are cut to. */
function auctioned(compared: ComparedBid, { lines, basis, auction }: Auctioned): ComparedBid {
  const last = auction?.amounts.get(compared.bid.id);
  const { content } = compared.bid;
  if (!last || !compared.total || !content) return compared;
  if (last.isFirst) return { ...compared, total: exact(last.amount) };
  const bid = { ...compared.bid, content: auctionedContent(content, compared.total, last.amount) };
  return { ...comparedBid(bid, lines, basis), total: exact(last.amount) };
}

/** Of equal amounts the one that was bid earlier in the auction comes first. */
function arrivalOf({ id, acceptedUs, sequence }: Bid, auction: AuctionOutcome | null): { atUs: number; sequence: number } {
  const last = auction?.amounts.get(id);
  return last ? { atUs: last.atUs, sequence: last.place } : { atUs: Number(acceptedUs), sequence: Number(sequence) };
}

/** What counts now beside what each bidder came with in the first round. */
function amountsOf(
  whole: readonly (ComparedBid & { total: NonNullable<ComparedBid['total']> })[],
  { ofLot, lines, basis }: { ofLot: readonly Bid[]; lines: readonly TenderLine[]; basis: ReturnType<typeof basisOf> },
) {
  return whole.map(({ bid, total }) => {
    const first = ofLot.filter(({ orgId, content }) => orgId === bid.orgId && content).sort((a, b) => a.round - b.round)[0];
    return { bidId: bid.id, amount: total, firstAmount: (first && comparedBid(first, lines, basis).total) ?? total };
  });
}

const tieBreakOf = ({ tieBreak }: Tender, { seed }: Lot): TieBreak[] =>
  tieBreak.flatMap((step): TieBreak[] => {
    if (step.by !== 'LOT') return [step];
    return seed === null ? [] : [{ by: 'LOT', seed }];
  });

const termsOf = (tender: Tender, lot: Lot): EvaluationTerms => ({
  formula: tender.formula,
  criteria: tender.criteria,
  ...(tender.qualityMin === null ? {} : { qualityMin: tender.qualityMin }),
  tieBreak: tieBreakOf(tender, lot),
});

/** Fewer bids than were published as needed: the lot has failed, and nothing of it is ranked or awarded. */
export const tooFew = ({ bidsMin }: Tender, { lot, bids }: JudgedLot): Fault<'TooFewBids'>[] =>
  bids.length < bidsMin
    ? [{ code: 'TooFewBids', path: ['tenderId'], values: { lot: lot.title, bids: bids.length, least: bidsMin } }]
    : [];

/** Bids to which the committee still owes points. */
export const scoresMissing = ({ lot, unscored }: JudgedLot): Fault<'ScoresMissing'>[] =>
  unscored.length > 0 ? [{ code: 'ScoresMissing', path: ['tenderId'], values: { lot: lot.title, bids: unscored.length } }] : [];

/** The evaluation as text: shown, stored and hashed as it is. Values as exact fractions, and to 12 places for people. */
export function evaluationText(tender: Tender, judged: JudgedLot): string {
  const { lot, evaluation, incomplete, alarms } = judged;
  return canonicalJson({
    format: 'entrepot-evaluation/1',
    tender: tender.id,
    number: tender.number,
    version: tender.version,
    lot: lot.id,
    round: lot.round,
    formula: tender.formula,
    criteria: tender.criteria,
    tieBreak: tender.tieBreak,
    seed: lot.seed,
    basis: basisOf(tender),
    bids: judged.bids.map(({ bid }) => ({
      bid: bid.id,
      bidder: bid.orgId,
      round: bid.round,
      digest: bid.digest,
      acceptedUs: bid.acceptedUs,
      sequence: bid.sequence,
    })),
    declarations: judged.sheet.declarations.map(({ memberId, hasConflict }) => ({ member: memberId, hasConflict })),
    scores: judged.sheet.scores.map(({ bidId, criterionId, memberId, score, passed }) => ({
      bid: bidId,
      criterion: criterionId,
      member: memberId,
      score,
      passed,
    })),
    ranking: evaluation.ranking.map(({ bid, rank, setApartBy }) => ({
      bid: bid.bidId,
      rank,
      price: fractionText(bid.price),
      quality: fractionText(bid.quality),
      value: fractionText(bid.value),
      shown: rounded(bid.value, 12),
      setApartBy: setApartBy ?? null,
    })),
    refused: evaluation.refused,
    incomplete: [...incomplete].sort(),
    ...(judged.auction?.stage === 'SETTLED' ? { auction: { id: judged.auction.auctionId, file: judged.auction.digest } } : {}),
    alarms: alarms.map(({ bidId, rule, against, below }) => ({
      bid: bidId,
      rule,
      against: fractionText(against),
      below: fractionText(below),
    })),
  });
}
