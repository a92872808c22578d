import { compareRatios, one, type Rational, ratio, rounded, times } from './rational.js';

/** Digits after the point to which logarithms and powers hold. Two programmes that keep to it agree on every place that is shown. */
export const logarithmScale = 40;

/** Working digits beyond the scale: the series are cut and each step is rounded, and what that costs stays below these. */
const GUARD = 20;
const UNIT = 10n ** BigInt(logarithmScale + GUARD);

/** log x / log base, both natural, rounded half up to 40 digits after the point. Throws RangeError unless x > 0, base > 0 and base is not 1. */
export function logarithm(x: Rational, base: Rational): Rational {
  const under = naturalLog(base);
  if (under === 0n) throw new RangeError('the base of a logarithm is not 1');
  return cut(ratio(naturalLog(x), under));
}

/** x to the power of `exponent`, rounded half up to 40 digits after the point; exact where the exponent is whole, before rounding. Throws RangeError unless x > 0. */
export function power(x: Rational, exponent: Rational): Rational {
  if (x.over <= 0n) throw new RangeError('a power is taken of positive numbers only');
  if (exponent.under === 1n && exponent.over >= -64n && exponent.over <= 64n) return cut(wholePower(x, exponent.over));
  return cut(ratio(exponential((naturalLog(x) * exponent.over) / exponent.under), UNIT));
}

function wholePower(x: Rational, exponent: bigint): Rational {
  const base = exponent < 0n ? ratio(x.under, x.over) : x;
  const steps = Number(exponent < 0n ? -exponent : exponent);
  return Array.from({ length: steps }, () => base).reduce((a, b) => times(a, b), one);
}

const cut = (value: Rational): Rational => {
  const text = rounded(value, logarithmScale);
  return ratio(BigInt(text.replace('.', '')), 10n ** BigInt(logarithmScale));
};

/** The natural logarithm times UNIT: x = m x 2^k with 2/3 < m <= 4/3, then ln m = 2 artanh((m - 1) / (m + 1)). */
function naturalLog(x: Rational): bigint {
  if (x.over <= 0n) throw new RangeError('a logarithm is taken of positive numbers only');
  let doublings = 0n;
  let mantissa = x;
  for (; compareRatios(mantissa, ratio(4n, 3n)) > 0; doublings++) mantissa = ratio(mantissa.over, mantissa.under * 2n);
  for (; compareRatios(mantissa, ratio(2n, 3n)) <= 0; doublings--) mantissa = ratio(mantissa.over * 2n, mantissa.under);
  return artanhTwice(mantissa) + doublings * LN2;
}

function artanhTwice({ over, under }: Rational): bigint {
  const z = ((over - under) * UNIT) / (over + under);
  const square = (z * z) / UNIT;
  let term = z;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term / n;
    term = (term * square) / UNIT;
  }
  return 2n * sum;
}

const LN2 = artanhTwice(ratio(2n));

/** e to the power of y / UNIT, times UNIT: y is halved eight times, the series summed, the result squared back. */
function exponential(y: bigint): bigint {
  const doublings = y / LN2;
  const small = (y - doublings * LN2) / 256n;
  let term = UNIT;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = (term * small) / UNIT / n;
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) / UNIT;
  return doublings < 0n ? sum / 2n ** -doublings : sum * 2n ** doublings;
}
