import {
  type DecimalText,
  exact,
  greatest,
  least,
  logarithm,
  minus,
  one,
  per,
  plus,
  power,
  type Rational,
  times,
  zero,
} from '#libs/kernel';
import type { Formula, Weights } from './formula.js';

type Of<K extends Formula['kind']> = Extract<Formula, { kind: K }>;

/** Price above zero, quality from 0 to 1. */
interface Offered {
  price: Rational;
  quality: Rational;
}

const hundred = exact('100');

/** F6: WQ Q + WP Pbest / P. */
export function relativeLowBid(weights: Weights, { price, quality }: Offered, bestPrice: Rational): Rational {
  return weighted(weights, quality, per(bestPrice, price));
}

/** F7: WQ Q + WP (Pmax - P) / (Pmax - Pmin). Beyond a limit the price earns no more than WP and no less than nothing. */
export function absoluteLimits(formula: Of<'ABSOLUTE_LIMITS'>, { price, quality }: Offered): Rational {
  const highest = exact(formula.priceMax);
  const earned = per(minus(highest, price), minus(highest, exact(formula.priceMin)));
  return weighted(formula.weights, quality, greatest(zero, least(one, earned)));
}

/** F9: WQ Q + WP (1 - log(P / Pbest) / log A); 40 digits. A price of A times the best earns nothing, a higher one less than nothing. */
export function logarithmic(formula: Of<'LOGARITHMIC'>, { price, quality }: Offered, bestPrice: Rational): Rational {
  return weighted(formula.weights, quality, minus(one, logarithm(per(price, bestPrice), exact(formula.base))));
}

/** F10: Q / P x X. */
export function valueForMoney(factor: DecimalText, { price, quality }: Offered): Rational {
  return times(per(quality, price), exact(factor));
}

/** F11: (1 - (Qbest - Q) N) / P x Pbest with N = WQ / WP. */
export function utilityIndex(weights: Weights, { price, quality }: Offered, best: Offered): Rational {
  const n = per(exact(weights.quality), exact(weights.price));
  return times(per(minus(one, times(minus(best.quality, quality), n)), price), best.price);
}

/** F12: (Q / Qref)^n + (P / Pref)^-n; 40 digits. A quality of zero earns nothing for it. */
export function superFormula(formula: Of<'SUPER_FORMULA'>, { price, quality }: Offered): Rational {
  const exponent = exact(formula.exponent);
  const earned = quality.over > 0n ? power(per(quality, exact(formula.qualityReference)), exponent) : zero;
  return plus(earned, power(per(price, exact(formula.priceReference)), minus(zero, exponent)));
}

/** F13: price per point of a score from 0 to 100. */
export function weightedScore({ price, quality }: Offered): Rational {
  return per(price, times(quality, hundred));
}

function weighted(weights: Weights, quality: Rational, price: Rational): Rational {
  return plus(times(exact(weights.quality), quality), times(exact(weights.price), price));
}
