import {
  compareRatios,
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
  rounded,
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

const two = exact('2');
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

/** F12: ((Q / Qref)^n / 2 + (P / Pref)^-n / 2)^(1 / n); 40 digits. Without quality it is half the other term for n > 0, and nothing for n < 0. */
export function superFormula(formula: Of<'SUPER_FORMULA'>, { price, quality }: Offered): Rational {
  const exponent = exact(formula.exponent);
  if (quality.over <= 0n && exponent.over < 0n) return zero;
  const earned = quality.over > 0n ? power(per(quality, exact(formula.qualityReference)), exponent) : zero;
  const spared = power(per(price, exact(formula.priceReference)), minus(zero, exponent));
  return power(per(plus(earned, spared), two), per(one, exponent));
}

/**
 * The exponent at which a bid of full quality for `priceAtFull` is worth as much as the reference bid: F12 as buyers put it
 * ("at 70 % I expect to pay 100,000, at 100 % I would pay 130,000"). Rounded half up to 6 places; always the same for the same
 * numbers. undefined where no exponent up to 64 does it, and where it would be zero: both ratios are equal then.
 */
export function superExponent(
  reference: { quality: DecimalText; price: DecimalText },
  priceAtFull: DecimalText,
): DecimalText | undefined {
  const better = per(one, exact(reference.quality));
  const dearer = per(exact(priceAtFull), exact(reference.price));
  const order = compareRatios(dearer, better);
  if (compareRatios(better, one) <= 0 || compareRatios(dearer, one) <= 0 || order === 0) return undefined;
  // What full quality gains and its price loses: zero at 0, and at one other place only, since it bends upwards everywhere.
  const excess = (n: Rational) => compareRatios(plus(power(better, n), power(dearer, minus(zero, n))), two);
  const sign = exact(String(order));
  let [low, high] = [exact('0.0000005'), exact('64')];
  if (excess(times(sign, low)) >= 0 || excess(times(sign, high)) <= 0) return undefined;
  while (compareRatios(minus(high, low), exact('0.0000001')) > 0) {
    const middle = exact(rounded(per(plus(low, high), two), 10));
    if (excess(times(sign, middle)) < 0) low = middle;
    else high = middle;
  }
  return rounded(times(sign, high), 6);
}

/** F13: price per point of a score from 0 to 100. */
export function weightedScore({ price, quality }: Offered): Rational {
  return per(price, times(quality, hundred));
}

function weighted(weights: Weights, quality: Rational, price: Rational): Rational {
  return plus(times(exact(weights.quality), quality), times(exact(weights.price), price));
}
