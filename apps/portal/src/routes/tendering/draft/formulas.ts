import type { CriterionKind, FormulaKind } from '../../../graphql/generated/graphql';
import type { FormulaNumber, TypedCriterion } from './typed';

type CriterionNumber = 'weight' | 'scoreMax' | 'worthMax';

/** In the order in which they are offered: the simplest first. */
export const formulaKinds: readonly FormulaKind[] = [
  'LOWEST_PRICE',
  'WEIGHTED_SCORE',
  'ABSOLUTE_LIMITS',
  'AWARD_ON_VALUE',
  'LIFE_CYCLE_COST',
  'FEATURES',
  'MIXED',
  'VALUE_FOR_MONEY',
  'SUPER_FORMULA',
  'RELATIVE_LOW_BID',
  'UTILITY_INDEX',
  'LOGARITHMIC',
];
/** With these a bid that cannot win may decide who does. */
export const relativeFormulas: readonly FormulaKind[] = ['RELATIVE_LOW_BID', 'UTILITY_INDEX', 'LOGARITHMIC'];

const weights: readonly FormulaNumber[] = ['weightQuality', 'weightPrice'];
const numbers: Partial<Record<FormulaKind, readonly FormulaNumber[]>> = {
  FEATURES: ['featuresMax'],
  MIXED: ['featuresMax'],
  RELATIVE_LOW_BID: weights,
  ABSOLUTE_LIMITS: [...weights, 'priceMin', 'priceMax'],
  LOGARITHMIC: [...weights, 'base'],
  VALUE_FOR_MONEY: ['factor'],
  UTILITY_INDEX: weights,
  SUPER_FORMULA: ['exponent', 'qualityReference', 'priceReference'],
};
const needed: Partial<Record<FormulaKind, readonly CriterionKind[]>> = {
  FEATURES: ['FEATURE'],
  LIFE_CYCLE_COST: ['COST'],
  MIXED: ['FEATURE', 'COST'],
  AWARD_ON_VALUE: ['WORTH'],
  RELATIVE_LOW_BID: ['SCORED'],
  ABSOLUTE_LIMITS: ['SCORED'],
  LOGARITHMIC: ['SCORED'],
  VALUE_FOR_MONEY: ['SCORED'],
  UTILITY_INDEX: ['SCORED'],
  SUPER_FORMULA: ['SCORED'],
  WEIGHTED_SCORE: ['SCORED'],
};
const ofCriterion: Record<CriterionKind, readonly CriterionNumber[]> = {
  MANDATORY: [],
  SCORED: ['weight', 'scoreMax'],
  FEATURE: [],
  COST: [],
  WORTH: ['scoreMax', 'worthMax'],
};

/** The numbers a formula takes, the kinds of criteria it reads, and those that make sense with it. */
export function needsOf(kind: FormulaKind) {
  const kinds = needed[kind] ?? [];
  return { numbers: numbers[kind] ?? [], kinds, offered: [...kinds, 'MANDATORY'] as readonly CriterionKind[], ofCriterion };
}

/** Numbers that a formula begins with; the buyer changes them. */
export const usualNumbers: Partial<Record<FormulaNumber, string>> = {
  weightQuality: '0.4',
  weightPrice: '0.6',
  featuresMax: '0.1',
  base: '2',
  factor: '1000',
  exponent: '1',
  qualityReference: '0.7',
};

export const usualCriterion = (kind: CriterionKind, n: number): TypedCriterion => ({
  key: crypto.randomUUID(),
  id: `${kind.toLowerCase()}-${n}`,
  kind,
  weight: '1',
  scoreMax: '10',
  scoreMin: '',
  worthMax: '',
  options: '',
});
