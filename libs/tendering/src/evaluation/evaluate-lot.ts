import { compareRatios, type DecimalText, exact, plus, type Rational, times } from '#libs/kernel';
import type { YearOfIncome } from './cost-formulas.js';
import { type Answers, type Criterion, pointsOf, qualityOf } from './criterion.js';
import { type Formula, formulas } from './formula.js';
import { type Contender, type Ranked, rankBids, type TieBreak } from './rank-bids.js';
import { type BidFacts, scoreBids } from './score-bids.js';

/** What was published about how a lot is evaluated. */
export interface EvaluationTerms {
  formula: Formula;
  criteria: readonly Criterion[];
  /** The least quality, 0 to 1, that is admitted to the ranking. */
  qualityMin?: DecimalText;
  tieBreak: readonly TieBreak[];
}

/** One bid on the lot: its comparable price and its answers. */
export interface BidOnLot {
  bidId: string;
  price: Rational;
  arrived: Contender['arrived'];
  answers: Answers;
  years?: readonly YearOfIncome[];
}

export type RefusalReason = 'MANDATORY_NOT_MET' | 'NOT_ANSWERED' | 'BELOW_THRESHOLD' | 'BELOW_QUALITY' | 'NO_SCORE';

/** Why a bid is not ranked; `criterionId` where one criterion is the reason. */
export interface Refusal {
  reason: RefusalReason;
  criterionId?: string;
}

export interface Evaluation {
  ranking: Ranked<RankedBid>[];
  refused: { bidId: string; reasons: Refusal[] }[];
}

export interface RankedBid extends Contender {
  price: Rational;
  quality: Rational;
}

/**
 * Evaluates one lot: mandatory requirements and thresholds first, all reasons of a bid at once; the bids left are scored by the
 * formula among themselves and ranked. The outcome does not depend on the order in which the bids are given.
 */
export function evaluateLot(terms: EvaluationTerms, bids: readonly BidOnLot[]): Evaluation {
  const judged = bids.map((bid) => ({ bid, facts: factsOf(terms, bid), reasons: reasonsAgainst(terms, bid.answers) }));
  const admitted = judged.filter(({ reasons }) => reasons.length === 0);
  const values = new Map(
    scoreBids(
      terms.formula,
      admitted.map(({ facts }) => facts),
    ).map(({ bidId, value }) => [bidId, value]),
  );
  const contenders = admitted.flatMap(({ bid, facts }) => {
    const value = values.get(bid.bidId);
    return value === undefined ? [] : [contenderOf(terms, bid, { facts, value })];
  });
  const unscored = admitted
    .filter(({ bid }) => !values.has(bid.bidId))
    .map(({ bid }) => refusedFor(bid, [{ reason: 'NO_SCORE' }]));
  const refused = judged.filter(({ reasons }) => reasons.length > 0).map(({ bid, reasons }) => refusedFor(bid, reasons));
  return {
    ranking: rankBids(contenders, { best: formulas[terms.formula.kind].best, tieBreak: terms.tieBreak }),
    refused: [...refused, ...unscored].sort((a, b) => (a.bidId < b.bidId ? -1 : 1)),
  };
}

/** Whether nothing in the answers keeps a bid from the ranking, whatever it costs. */
export const isAdmitted = (terms: Pick<EvaluationTerms, 'criteria' | 'qualityMin'>, answers: Answers): boolean =>
  reasonsAgainst(terms, answers).length === 0;

const refusedFor = (bid: BidOnLot, reasons: Refusal[]) => ({ bidId: bid.bidId, reasons });

function contenderOf(terms: EvaluationTerms, bid: BidOnLot, { facts, value }: { facts: BidFacts; value: Rational }): RankedBid {
  const criteria: Record<string, Rational> = { price: bid.price, quality: facts.quality! };
  for (const criterion of terms.criteria)
    if (criterion.kind === 'SCORED' || criterion.kind === 'WORTH') criteria[criterion.id] = pointsOf(criterion, bid.answers);
  return { bidId: bid.bidId, arrived: bid.arrived, price: bid.price, quality: facts.quality!, value, criteria };
}

/** What enters the formula. What a bid did not answer counts as the least: it is refused anyhow where it matters. */
function factsOf({ criteria }: EvaluationTerms, bid: BidOnLot): BidFacts {
  const features: Rational[] = [];
  const costs: Rational[] = [];
  const worths: Rational[] = [];
  for (const criterion of criteria) {
    const answer = bid.answers[criterion.id];
    if (criterion.kind === 'FEATURE' && answer && 'option' in answer)
      features.push(exact(optionOf(criterion, answer.option) ?? '0'));
    if (criterion.kind === 'COST' && answer && 'amount' in answer) costs.push(exact(answer.amount));
    if (criterion.kind === 'WORTH') worths.push(times(pointsOf(criterion, bid.answers), exact(criterion.worthMax)));
  }
  return {
    bidId: bid.bidId,
    price: bid.price,
    quality: qualityOf(criteria, bid.answers),
    features: plus(...features),
    costs,
    worth: plus(...worths),
    ...(bid.years ? { years: bid.years } : {}),
  };
}

/** The value of an option that the criterion has; what every object of the language has is none. */
const optionOf = ({ options }: Extract<Criterion, { kind: 'FEATURE' }>, option: string): DecimalText | undefined =>
  Object.hasOwn(options, option) ? options[option] : undefined;

function reasonsAgainst(terms: Pick<EvaluationTerms, 'criteria' | 'qualityMin'>, answers: Answers): Refusal[] {
  const reasons = terms.criteria.flatMap((criterion) => reasonOf(criterion, answers));
  const floor = terms.qualityMin;
  if (floor !== undefined && compareRatios(qualityOf(terms.criteria, answers), exact(floor)) < 0)
    reasons.push({ reason: 'BELOW_QUALITY' });
  return reasons;
}

function reasonOf(criterion: Criterion, answers: Answers): Refusal[] {
  const answer = answers[criterion.id];
  const because = (reason: RefusalReason): Refusal[] => [{ reason, criterionId: criterion.id }];
  switch (criterion.kind) {
    case 'MANDATORY':
      return answer && 'passed' in answer && answer.passed ? [] : because('MANDATORY_NOT_MET');
    case 'SCORED': {
      if (!answer || !('score' in answer)) return because('NOT_ANSWERED');
      const isBelow = criterion.scoreMin !== undefined && compareRatios(answer.score, exact(criterion.scoreMin)) < 0;
      return isBelow ? because('BELOW_THRESHOLD') : [];
    }
    case 'FEATURE':
      return answer && 'option' in answer && optionOf(criterion, answer.option) !== undefined ? [] : because('NOT_ANSWERED');
    case 'COST':
      return answer && 'amount' in answer ? [] : because('NOT_ANSWERED');
    case 'WORTH':
      return answer && 'score' in answer ? [] : because('NOT_ANSWERED');
  }
}
