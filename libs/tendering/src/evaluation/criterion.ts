import { compareRatios, type DecimalText, exact, type Fault, one, per, plus, type Rational, times, zero } from '#libs/kernel';
import { type Formula, featuresMaxLegal, formulas } from './formula.js';

/** What bidders answer or a committee judges; frozen with the formula at publication. */
export type Criterion =
  /** Pass or fail; who fails is refused. */
  | { id: string; kind: 'MANDATORY' }
  /** Points from 0 to `scoreMax`, counted with `weight` against the other scored ones. Below `scoreMin` the bid is refused. */
  | { id: string; kind: 'SCORED'; weight: DecimalText; scoreMax: DecimalText; scoreMin?: DecimalText }
  /** A feature with the values that may be chosen (F2, F4): 0 to 0.3 each. */
  | { id: string; kind: 'FEATURE'; options: Readonly<Record<string, DecimalText>> }
  /** A cost over the life of what is bought (F3, F4), answered in money as a present value. */
  | { id: string; kind: 'COST' }
  /** What full points are worth in money (F8); points count in proportion. */
  | { id: string; kind: 'WORTH'; scoreMax: DecimalText; worthMax: DecimalText };

/** The answer to one criterion; points come from the bidder's answer sheet or from the committee. */
export type Answer = { passed: boolean } | { score: Rational } | { option: string } | { amount: DecimalText };

export type Answers = Readonly<Record<string, Answer>>;

export type CriterionFault = Fault<
  | 'CriterionTwice'
  | 'NumberOutOfRange'
  | 'FeaturesAboveLegalMax'
  | 'FormulaNeedsCriteria'
  | 'CriterionNotInFormula'
  | 'FeaturesMaxMismatch'
>;

const kindOfNeed = { QUALITY: 'SCORED', FEATURES: 'FEATURE', COSTS: 'COST', WORTH: 'WORTH' } as const;

/** Everything that is wrong with criteria under a formula; empty when they may be published together. */
export function criteriaFaults(formula: Formula, criteria: readonly Criterion[]): CriterionFault[] {
  return [
    ...doubled(criteria),
    ...criteria.flatMap(numberFaults),
    ...featureFaults(formula, criteria),
    ...needFaults(formula, criteria),
  ];
}

/** Vmax: the largest values of all features together. */
export function featuresMaxOf(criteria: readonly Criterion[]): Rational {
  return plus(
    ...criteria.flatMap((c) => (c.kind === 'FEATURE' ? [highest(Object.values(c.options).map((value) => exact(value)))] : [])),
  );
}

/** Quality from 0 to 1: points by their maxima, weighted. A criterion that was not answered, or out of its range, counts zero (Oracle). */
export function qualityOf(criteria: readonly Criterion[], answers: Answers): Rational {
  let earned = zero;
  let weights = zero;
  for (const criterion of criteria) {
    if (criterion.kind !== 'SCORED') continue;
    const weight = exact(criterion.weight);
    weights = plus(weights, weight);
    earned = plus(earned, times(weight, pointsOf(criterion, answers)));
  }
  return weights.over === 0n ? zero : per(earned, weights);
}

/** Share of the points of one criterion, 0 to 1. */
export function pointsOf(criterion: Extract<Criterion, { scoreMax: DecimalText }>, answers: Answers): Rational {
  const answer = answers[criterion.id];
  if (!answer || !('score' in answer)) return zero;
  const share = per(answer.score, exact(criterion.scoreMax));
  return compareRatios(share, zero) < 0 || compareRatios(share, one) > 0 ? zero : share;
}

function doubled(criteria: readonly Criterion[]): CriterionFault[] {
  const seen = new Set<string>();
  return criteria.flatMap(({ id }) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [{ code: 'CriterionTwice' as const, path: ['criteria', id] }] : [];
  });
}

function numberFaults(criterion: Criterion): CriterionFault[] {
  const wrong = (field: string): CriterionFault => ({ code: 'NumberOutOfRange', path: ['criteria', criterion.id, field] });
  const isPositive = (value: DecimalText) => exact(value).over > 0n;
  if (criterion.kind === 'SCORED') {
    const { weight, scoreMax, scoreMin } = criterion;
    const minimum =
      scoreMin === undefined || (exact(scoreMin).over >= 0n && compareRatios(exact(scoreMin), exact(scoreMax)) <= 0);
    return [
      ...(isPositive(weight) ? [] : [wrong('weight')]),
      ...(isPositive(scoreMax) ? [] : [wrong('scoreMax')]),
      ...(minimum ? [] : [wrong('scoreMin')]),
    ];
  }
  if (criterion.kind === 'WORTH')
    return isPositive(criterion.scoreMax) && isPositive(criterion.worthMax) ? [] : [wrong('scoreMax')];
  if (criterion.kind !== 'FEATURE') return [];
  const values = Object.values(criterion.options).map((value) => exact(value));
  const legal =
    values.length > 0 && values.every((value) => value.over >= 0n && compareRatios(value, exact(featuresMaxLegal)) <= 0);
  return legal ? [] : [wrong('options')];
}

function featureFaults(formula: Formula, criteria: readonly Criterion[]): CriterionFault[] {
  if (formula.kind !== 'FEATURES' && formula.kind !== 'MIXED') return [];
  const together = featuresMaxOf(criteria);
  if (compareRatios(together, exact(featuresMaxLegal)) > 0) return [{ code: 'FeaturesAboveLegalMax', path: ['criteria'] }];
  return compareRatios(together, exact(formula.featuresMax)) === 0
    ? []
    : [{ code: 'FeaturesMaxMismatch', path: ['formula', 'featuresMax'] }];
}

function needFaults(formula: Formula, criteria: readonly Criterion[]): CriterionFault[] {
  const needed = formulas[formula.kind].needs.flatMap((need) => (need === 'INCOME' ? [] : [kindOfNeed[need]]));
  const kinds = new Set(criteria.map((c) => c.kind));
  const unread = criteria.filter((c) => c.kind !== 'MANDATORY' && c.kind !== 'SCORED' && !needed.some((kind) => kind === c.kind));
  return [
    ...needed
      .filter((kind) => !kinds.has(kind))
      .map((kind) => ({ code: 'FormulaNeedsCriteria' as const, path: ['criteria'], values: { kind } })),
    ...unread.map((c) => ({ code: 'CriterionNotInFormula' as const, path: ['criteria', c.id] })),
  ];
}

const highest = (values: readonly Rational[]): Rational => values.reduce((a, b) => (compareRatios(b, a) > 0 ? b : a), zero);
