/** A decimal number as text, the only shape of prices, quantities and amounts. Never a binary float. */
export type DecimalText = string;

/** Whole digits of a stored number: |x| < 1e13. */
export const integerDigitsMax = 13;
/** Digits after the point of a stored number. */
export const scaleMax = 10;

const SHAPE = /^-?\d+(?:\.\d+)?$/;
/** What is within the stored bounds at a glance: nearly every number of a catalogue. */
const STORED = /^-?\d{1,13}(?:\.\d{1,10})?$/;
/** A whole number that a binary float holds exactly: nearly every quantity. */
const SMALL = /^\d{1,15}$/;

interface Scaled {
  units: bigint;
  scale: number;
}

/**
 * Whether `text` is a decimal within bounds: optional minus, digits, optional point and digits; no exponent, plus,
 * blank or thousands separator. `digits` bounds all digits together, `scale` those after the point; without them the
 * stored bounds hold (|x| < 1e13, scale <= 10). Leading and trailing zeros are legal, yet leading ones do not count.
 */
export function isDecimal(text: string, bounds: { digits?: number; scale?: number } = {}): boolean {
  if (bounds.digits === undefined && bounds.scale === undefined && STORED.test(text)) return true;
  if (text.length > 64 || !SHAPE.test(text)) return false;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const wholeDigits = whole.replace(/^0+(?=\d)/, '').length;
  if (fraction.length > (bounds.scale ?? scaleMax)) return false;
  return bounds.digits === undefined ? wholeDigits <= integerDigitsMax : wholeDigits + fraction.length <= bounds.digits;
}

/** `text` itself when it is a decimal within the stored bounds, with its scale and zeros as received; else undefined. */
export function parseDecimal(text: string): DecimalText | undefined {
  return isDecimal(text) ? text : undefined;
}

/** Exact sum; its scale is the larger of the two (1.10 + 2 = 3.10). */
export function add(a: DecimalText, b: DecimalText): DecimalText {
  const [left, right, scale] = aligned(a, b);
  return print({ units: left + right, scale });
}

/** Exact difference; its scale is the larger of the two. */
export function subtract(a: DecimalText, b: DecimalText): DecimalText {
  const [left, right, scale] = aligned(a, b);
  return print({ units: left - right, scale });
}

/** Exact product; its scale is the sum of both (1.10 x 2.5 = 2.750). */
export function multiply(a: DecimalText, b: DecimalText): DecimalText {
  const left = scaled(a);
  const right = scaled(b);
  return print({ units: left.units * right.units, scale: left.scale + right.scale });
}

/** Quotient computed exactly, then rounded half up once to `scale` digits. Throws RangeError when `b` is zero. */
export function divideExact(a: DecimalText, b: DecimalText, scale: number): DecimalText {
  const [left, right] = aligned(a, b);
  return print({ units: divideHalfUp(left * 10n ** BigInt(scale), right), scale });
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b` by value: 1.10 equals 1.1. */
export function compare(a: DecimalText, b: DecimalText): -1 | 0 | 1 {
  if (SMALL.test(a) && SMALL.test(b)) return Math.sign(Number(a) - Number(b)) as -1 | 0 | 1;
  const [left, right] = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether the value is zero, however written (0.00, -0). */
export function isZero(a: DecimalText): boolean {
  if (!SHAPE.test(a)) throw notDecimal();
  return !/[1-9]/.test(a);
}

/** Whether the value is below zero; -0 is not. */
export function isNegative(a: DecimalText): boolean {
  return !isZero(a) && a.startsWith('-');
}

/** Whether the value is whole; 2.00 is. */
export function isInteger(a: DecimalText): boolean {
  const { units, scale } = scaled(a);
  return units % 10n ** BigInt(scale) === 0n;
}

/** The value with exactly `scale` digits after the point; halves go away from zero (2.675 -> 2.68, -0.5 -> -1). */
export function roundHalfUp(a: DecimalText, scale: number): DecimalText {
  const from = scaled(a);
  if (from.scale <= scale) return print({ units: from.units * 10n ** BigInt(scale - from.scale), scale });
  return print({ units: divideHalfUp(from.units, 10n ** BigInt(from.scale - scale)), scale });
}

/** The shortest writing of the value: no leading zeros, no zeros at the end of the fraction, no -0. For comparing, not for storing. */
export function normalise(a: DecimalText): DecimalText {
  const text = print(scaled(a));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function notDecimal(): RangeError {
  return new RangeError('not a decimal number');
}

function scaled(text: DecimalText): Scaled {
  if (!SHAPE.test(text)) throw notDecimal();
  const point = text.indexOf('.');
  return point < 0
    ? { units: BigInt(text), scale: 0 }
    : { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

function aligned(a: DecimalText, b: DecimalText): [bigint, bigint, number] {
  const left = scaled(a);
  const right = scaled(b);
  const scale = Math.max(left.scale, right.scale);
  return [left.units * 10n ** BigInt(scale - left.scale), right.units * 10n ** BigInt(scale - right.scale), scale];
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError('division by zero');
  const negative = dividend < 0n !== divisor < 0n;
  const over = dividend < 0n ? -dividend : dividend;
  const under = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * over + under) / (2n * under);
  return negative ? -rounded : rounded;
}

function print({ units, scale }: Scaled): DecimalText {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
