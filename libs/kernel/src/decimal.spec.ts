import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  divideExact,
  isDecimal,
  isInteger,
  isNegative,
  isZero,
  multiply,
  normalise,
  parseDecimal,
  roundHalfUp,
  subtract,
} from './decimal.js';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 13n) + 1n, max: 10n ** 13n - 1n }), fc.integer({ min: 0, max: 10 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return units < 0n ? `-${text}` : text;
  });

describe('a decimal is text and stays as it was written', () => {
  it.each(['0', '007', '1.10', '-0.5', '9999999999999.9999999999', '0000000000000000001'])('%s is read unchanged', (text) => {
    expect(parseDecimal(text)).toBe(text);
  });

  it.each(['', ' 1', '1 ', '+1', '1e5', '1,000', '1.', '.5', '--1', '0x1F', 'NaN', 'Infinity', '١', '1\n'])(
    '%j is no decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('more than 13 whole digits or 10 after the point is refused, never rounded', () => {
    expect(parseDecimal('10000000000000')).toBeUndefined();
    expect(parseDecimal('0.12345678901')).toBeUndefined();
  });

  it('a caller narrows the bounds', () => {
    expect(isDecimal('123.45', { digits: 5 })).toBe(true);
    expect(isDecimal('1234.56', { digits: 5 })).toBe(false);
    expect(isDecimal('1.234', { scale: 2 })).toBe(false);
  });
});

describe('arithmetic is exact', () => {
  it('keeps the scale a sum, difference or product has', () => {
    expect(add('1.10', '2')).toBe('3.10');
    expect(subtract('1.1', '1.10')).toBe('0.00');
    expect(multiply('1.10', '2.5')).toBe('2.750');
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(multiply('-0.01', '0.1')).toBe('-0.001');
  });

  it('rounds halves away from zero, once', () => {
    expect(roundHalfUp('2.675', 2)).toBe('2.68');
    expect(roundHalfUp('-0.5', 0)).toBe('-1');
    expect(roundHalfUp('1.005', 2)).toBe('1.01');
    expect(roundHalfUp('3', 2)).toBe('3.00');
    expect(roundHalfUp('2.4999999999', 0)).toBe('2');
  });

  it('divides with one rounding', () => {
    expect(divideExact('1', '3', 5)).toBe('0.33333');
    expect(divideExact('2', '3', 2)).toBe('0.67');
    expect(divideExact('-1', '8', 2)).toBe('-0.13');
    expect(() => divideExact('1', '0.00', 2)).toThrow(RangeError);
  });

  it('compares by value, not by writing', () => {
    expect(compare('1.10', '1.1')).toBe(0);
    expect(compare('-2', '1')).toBe(-1);
    expect(compare('10', '9.99')).toBe(1);
    expect([isZero('-0.00'), isNegative('-0'), isNegative('-0.1'), isInteger('2.00'), isInteger('2.01')]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('normalises for comparing', () => {
    expect(['1.10', '007', '-0', '100', '0.00', '-1.50'].map(normalise)).toEqual(['1.1', '7', '0', '100', '0', '-1.5']);
  });

  it('never reads what is not a number', () => {
    expect(() => add('1', 'x')).toThrow(RangeError);
  });

  it('keeps the laws of arithmetic for any two numbers', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(add(a, b)).toBe(add(b, a));
        if (!isZero(b)) expect(compare(divideExact(multiply(a, b), b, 20), a)).toBe(0);
        expect(compare(normalise(a), a)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
