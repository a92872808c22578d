import { canonicalJson, exact, fractionText, rounded } from '#libs/kernel';
import type { Bid, BidAnswer } from '../bid/bid.entity.js';
import type { Answer, Answers } from '../evaluation/criterion.js';
import { type Evaluation, evaluateLot } from '../evaluation/evaluate-lot.js';
import { type LowBidAlarm, lowBidAlarms } from '../evaluation/low-bid-alarm.js';
import type { TieBreak } from '../evaluation/rank-bids.js';
import type { Lot, Tender, TenderLine } from '../tender/tender.entity.js';
import { basisOf, bestOfLines, type ComparedBid, comparedBid, standingBids } from './comparison.js';

/** A lot judged: every standing bid on one basis, ranked by the published formula, with alarms. */
export interface JudgedLot {
  lot: Lot;
  lines: TenderLine[];
  bids: ComparedBid[];
  best: Map<string, string[]>;
  evaluation: Evaluation;
  /** Bids that are not ranked for the whole lot because a line is missing or not comparable. */
  incomplete: string[];
  alarms: LowBidAlarm[];
}

/** Judges one lot by what was published; the outcome does not depend on the order of the bids. The one way to a ranking: comparison, evaluation and award go it. */
export function judgeLot(tender: Tender, lot: Lot, given: { lines: readonly TenderLine[]; bids: readonly Bid[] }): JudgedLot {
  const lines = given.lines.filter(({ lotId, droppedIn }) => lotId === lot.id && droppedIn === null);
  const basis = basisOf(tender);
  const ofLot = given.bids.filter(({ lotId }) => lotId === lot.id);
  const bids = standingBids(ofLot).map((bid) => comparedBid(bid, lines, basis));
  const whole = bids.flatMap((compared) =>
    compared.total && compared.total.over > 0n ? [{ ...compared, total: compared.total }] : [],
  );
  const evaluation = evaluateLot(
    {
      formula: tender.formula,
      criteria: tender.criteria,
      ...(tender.qualityMin === null ? {} : { qualityMin: tender.qualityMin }),
      tieBreak: tieBreakOf(tender, lot),
    },
    whole.map(({ bid, total }) => ({
      bidId: bid.id,
      price: total,
      arrived: { atUs: Number(bid.acceptedUs), sequence: Number(bid.sequence) },
      answers: answersOf(bid.content?.answers ?? {}),
    })),
  );
  return {
    lot,
    lines,
    bids,
    best: bestOfLines(bids),
    evaluation,
    incomplete: bids.filter(({ bid }) => !whole.some((other) => other.bid.id === bid.id)).map(({ bid }) => bid.id),
    alarms: tender.lowBid === null ? [] : lowBidAlarms(tender.lowBid, amountsOf(whole, { ofLot, lines, basis })),
  };
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

const answersOf = (answers: Record<string, BidAnswer>): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]): [string, Answer] => [
      id,
      'score' in answer ? { score: exact(answer.score) } : answer,
    ]),
  );

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
    alarms: alarms.map(({ bidId, rule, against, below }) => ({
      bid: bidId,
      rule,
      against: fractionText(against),
      below: fractionText(below),
    })),
  });
}
