import { compareRatios, type DecimalText, exact, type Fault, plus } from '#libs/kernel';

/** Shares of quality and price; together they are 1. */
export interface Weights {
  quality: DecimalText;
  price: DecimalText;
}

/**
 * How bids become one number each. F1 to F13 of states-and-formulas 4.6; everything in it is fixed and shown before
 * publication. Prices are comparable amounts of one currency; quality runs from 0 to 1.
 */
export type Formula =
  /** F1: the price itself. */
  | { kind: 'LOWEST_PRICE' }
  /** F2, ProZorro: P / K with K = 1 + Vn / (1 - Vmax). `featuresMax` is Vmax, the sum of the largest value of each feature. */
  | { kind: 'FEATURES'; featuresMax: DecimalText }
  /** F3, ProZorro: price and all cost answers together. */
  | { kind: 'LIFE_CYCLE_COST' }
  /** F4, ProZorro: P / K + costs, rounded half up to 2 decimals. */
  | { kind: 'MIXED'; featuresMax: DecimalText }
  /** F5, ProZorro: present value of the yearly income at `rate` (0.12 is 12 %); the highest wins. */
  | { kind: 'ENERGY_SERVICE'; rate: DecimalText }
  /** F6: WQ Q + WP Pbest / P. Relative: a bid that cannot win may change who does. */
  | { kind: 'RELATIVE_LOW_BID'; weights: Weights }
  /** F7: WQ Q + WP (Pmax - P) / (Pmax - Pmin), the price part held between 0 and WP. */
  | { kind: 'ABSOLUTE_LIMITS'; weights: Weights; priceMin: DecimalText; priceMax: DecimalText }
  /** F8: price less what the quality is worth in money; the lowest wins. */
  | { kind: 'AWARD_ON_VALUE' }
  /** F9: WQ Q + WP (1 - log(P / Pbest) / log A), the logarithms at 40 digits. */
  | { kind: 'LOGARITHMIC'; weights: Weights; base: DecimalText }
  /** F10: Q / P x X; X only makes the number readable. */
  | { kind: 'VALUE_FOR_MONEY'; factor: DecimalText }
  /** F11: (1 - (Qbest - Q) N) / P x Pbest with N = WQ / WP. Relative to the best quality. */
  | { kind: 'UTILITY_INDEX'; weights: Weights }
  /**
   * F12: the power mean of (Q / Qref)^n and (P / Pref)^-n at 40 digits: half their sum, to the power of 1 / n, so that more
   * is better whatever the sign of n. The reference bid, whose score is 1, is fixed beforehand (`superExponent` finds n).
   */
  | { kind: 'SUPER_FORMULA'; exponent: DecimalText; qualityReference: DecimalText; priceReference: DecimalText }
  /** F13, Oracle: price per point of the weighted score (0 to 100); the lowest wins. */
  | { kind: 'WEIGHTED_SCORE' };

export type FormulaKind = Formula['kind'];

/** What of a bid a formula reads besides its price. */
export type FormulaNeed = 'QUALITY' | 'FEATURES' | 'COSTS' | 'INCOME' | 'WORTH';

interface FormulaFacts {
  /** Which value is best. */
  best: 'LOWEST' | 'HIGHEST';
  needs: readonly FormulaNeed[];
  /** Whether the value of a bid hangs on which other bids there are. */
  relative: boolean;
}

/** Facts of each formula; the order is that of the reference, F1 first. F9 reads the best price, yet the differences between bids do not hang on it. */
export const formulas: Record<FormulaKind, FormulaFacts> = {
  LOWEST_PRICE: { best: 'LOWEST', needs: [], relative: false },
  FEATURES: { best: 'LOWEST', needs: ['FEATURES'], relative: false },
  LIFE_CYCLE_COST: { best: 'LOWEST', needs: ['COSTS'], relative: false },
  MIXED: { best: 'LOWEST', needs: ['FEATURES', 'COSTS'], relative: false },
  ENERGY_SERVICE: { best: 'HIGHEST', needs: ['INCOME'], relative: false },
  RELATIVE_LOW_BID: { best: 'HIGHEST', needs: ['QUALITY'], relative: true },
  ABSOLUTE_LIMITS: { best: 'HIGHEST', needs: ['QUALITY'], relative: false },
  AWARD_ON_VALUE: { best: 'LOWEST', needs: ['WORTH'], relative: false },
  LOGARITHMIC: { best: 'HIGHEST', needs: ['QUALITY'], relative: true },
  VALUE_FOR_MONEY: { best: 'HIGHEST', needs: ['QUALITY'], relative: false },
  UTILITY_INDEX: { best: 'HIGHEST', needs: ['QUALITY'], relative: true },
  SUPER_FORMULA: { best: 'HIGHEST', needs: ['QUALITY'], relative: false },
  WEIGHTED_SCORE: { best: 'LOWEST', needs: ['QUALITY'], relative: false },
};

/** The legal ceiling of all features together (ProZorro): 30 %. */
export const featuresMaxLegal: DecimalText = '0.3';

export type FormulaFault = Fault<'WeightsNotOne' | 'NumberOutOfRange'>;

/** Everything that is wrong with the numbers of a formula; empty when it may be published. */
export function formulaFaults(formula: Formula): FormulaFault[] {
  switch (formula.kind) {
    case 'FEATURES':
    case 'MIXED':
      return outside(formula.featuresMax, { min: '0', max: featuresMaxLegal }, 'featuresMax');
    case 'ENERGY_SERVICE':
      return outside(formula.rate, { min: '0', max: '1' }, 'rate');
    case 'RELATIVE_LOW_BID':
      return weightFaults(formula.weights);
    case 'UTILITY_INDEX':
      return [...weightFaults(formula.weights), ...above(formula.weights.price, '0', 'weights.price')];
    case 'ABSOLUTE_LIMITS':
      return [
        ...weightFaults(formula.weights),
        ...above(formula.priceMax, formula.priceMin, 'priceMax'),
        ...outside(formula.priceMin, { min: '0' }, 'priceMin'),
      ];
    case 'LOGARITHMIC':
      return [...weightFaults(formula.weights), ...above(formula.base, '1', 'base')];
    case 'VALUE_FOR_MONEY':
      return above(formula.factor, '0', 'factor');
    case 'SUPER_FORMULA':
      return [
        ...(exact(formula.exponent).over === 0n ? [{ code: 'NumberOutOfRange' as const, path: ['exponent'] }] : []),
        ...outside(formula.exponent, { min: '-64', max: '64' }, 'exponent'),
        ...above(formula.priceReference, '0', 'priceReference'),
        ...above(formula.qualityReference, '0', 'qualityReference'),
        ...outside(formula.qualityReference, { min: '0', max: '1' }, 'qualityReference'),
      ];
    default:
      return [];
  }
}

function weightFaults(weights: Weights): FormulaFault[] {
  const sum = plus(exact(weights.quality), exact(weights.price));
  return [
    ...outside(weights.quality, { min: '0', max: '1' }, 'weights.quality'),
    ...outside(weights.price, { min: '0', max: '1' }, 'weights.price'),
    ...(compareRatios(sum, exact('1')) === 0 ? [] : [{ code: 'WeightsNotOne' as const, path: ['weights'] }]),
  ];
}

function outside(value: DecimalText, bounds: { min: DecimalText; max?: DecimalText }, at: string): FormulaFault[] {
  const low = compareRatios(exact(value), exact(bounds.min)) < 0;
  const high = bounds.max !== undefined && compareRatios(exact(value), exact(bounds.max)) > 0;
  return low || high
    ? [{ code: 'NumberOutOfRange', path: at.split('.'), values: { value, min: bounds.min, max: bounds.max ?? null } }]
    : [];
}

function above(value: DecimalText, limit: DecimalText, at: string): FormulaFault[] {
  return compareRatios(exact(value), exact(limit)) > 0
    ? []
    : [{ code: 'NumberOutOfRange', path: at.split('.'), values: { value, above: limit } }];
}
