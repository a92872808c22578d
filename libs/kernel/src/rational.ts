import { type DecimalText, isDecimal } from './decimal.js';

/** An exact ratio in lowest terms; `under` is positive, zero is 0/1. Scores and shares are ratios until they are shown. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

const SHAPE = /^-?\d+(?:\.\d+)?$/;
const FRACTION = /^(-?\d+)\/(\d+)$/;

/** The ratio of two integers in lowest terms. Throws RangeError when `under` is zero. */
export function ratio(over: bigint, under: bigint = 1n): Rational {
  if (under === 0n) throw new RangeError('division by zero');
  const sign = under < 0n ? -1n : 1n;
  const divisor = commonDivisor(over, under);
  return { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

/** The value of a decimal, exactly: '1.10' is 11/10. Throws RangeError for what is no decimal. */
export function exact(text: DecimalText): Rational {
  if (!SHAPE.test(text)) throw new RangeError('not a decimal number');
  const point = text.indexOf('.');
  if (point < 0) return { over: BigInt(text), under: 1n };
  return ratio(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(text.length - point - 1));
}

/** Zero and one as ratios. */
export const zero: Rational = { over: 0n, under: 1n };
export const one: Rational = { over: 1n, under: 1n };

/** Exact sum of any number of ratios; of none it is zero. Equal denominators are added as they are, others in pairs, and the sum is reduced once. */
export function plus(...terms: readonly Rational[]): Rational {
  const sums = new Map<bigint, bigint>();
  for (const { over, under } of terms) sums.set(under, (sums.get(under) ?? 0n) + over);
  let level = [...sums].map(([under, over]) => ({ over, under }));
  while (level.length > 1)
    level = level.flatMap((a, i) => {
      const b = level[i + 1];
      return i % 2 === 1 ? [] : b ? [unreduced(a, b)] : [a];
    });
  const [sum = zero] = level;
  return ratio(sum.over, sum.under);
}

/** On the least common denominator; its terms may still have a common divisor. */
function unreduced(a: Rational, b: Rational): Rational {
  const common = commonDivisor(a.under, b.under);
  const [left, right] = [b.under / common, a.under / common];
  return { over: a.over * left + b.over * right, under: a.under * left };
}

/** Exact difference. */
export function minus(a: Rational, b: Rational): Rational {
  return ratio(a.over * b.under - b.over * a.under, a.under * b.under);
}

/** Exact product of any number of ratios; of none it is one. */
export function times(...factors: readonly Rational[]): Rational {
  return factors.reduce((a, b) => ratio(a.over * b.over, a.under * b.under), one);
}

/** Exact quotient. Throws RangeError when `b` is zero. */
export function per(a: Rational, b: Rational): Rational {
  return ratio(a.over * b.under, a.under * b.over);
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compareRatios(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The smallest of one ratio or more. */
export function least(first: Rational, ...rest: readonly Rational[]): Rational {
  return rest.reduce((a, b) => (compareRatios(b, a) < 0 ? b : a), first);
}

/** The largest of one ratio or more. */
export function greatest(first: Rational, ...rest: readonly Rational[]): Rational {
  return rest.reduce((a, b) => (compareRatios(b, a) > 0 ? b : a), first);
}

/** The value with exactly `scale` digits after the point, halves away from zero; the only place where a ratio is rounded. */
export function rounded(a: Rational, scale: number): DecimalText {
  const over = (a.over < 0n ? -a.over : a.over) * 10n ** BigInt(scale);
  return written((2n * over + a.under) / (2n * a.under), { negative: a.over < 0n, scale });
}

/** The largest value with `scale` digits after the point that is not above `a`. */
export function roundedDown(a: Rational, scale: number): DecimalText {
  const over = a.over * 10n ** BigInt(scale);
  const cut = over / a.under;
  const floor = over < 0n && cut * a.under !== over ? cut - 1n : cut;
  return written(floor < 0n ? -floor : floor, { negative: floor < 0n, scale });
}

/** The ratio as text in lowest terms, for what must be compared to the digit: '9/7', '-1/2', '3'. */
export function fractionText(a: Rational): string {
  return a.under === 1n ? a.over.toString() : `${a.over}/${a.under}`;
}

/** The ratio that `fractionText` wrote, or a decimal. Throws RangeError for anything else. */
export function readFraction(text: string): Rational {
  const match = FRACTION.exec(text);
  return match ? ratio(BigInt(match[1]!), BigInt(match[2]!)) : exact(text);
}

/** Whether the text is a decimal above zero and within the stored bounds. */
export function isPositiveDecimal(text: DecimalText): boolean {
  return isDecimal(text) && exact(text).over > 0n;
}

function written(units: bigint, { negative, scale }: { negative: boolean; scale: number }): DecimalText {
  const digits = units.toString().padStart(scale + 1, '0');
  const sign = negative && units !== 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let left = a < 0n ? -a : a;
  let right = b < 0n ? -b : b;
  while (right !== 0n) [left, right] = [right, left % right];
  return left === 0n ? 1n : left;
}
