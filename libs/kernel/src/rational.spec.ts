import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divideExact } from './decimal.js';
import { logarithm, power } from './logarithm.js';
import {
  compareRatios,
  exact,
  fractionText,
  greatest,
  isPositiveDecimal,
  least,
  minus,
  per,
  plus,
  ratio,
  readFraction,
  rounded,
  roundedDown,
  times,
  zero,
} from './rational.js';

const integers = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const ratios = fc
  .tuple(
    integers,
    integers.filter((n) => n !== 0n),
  )
  .map(([over, under]) => ratio(over, under));

describe('a ratio', () => {
  it('is in lowest terms with the sign above', () => {
    expect(ratio(6n, -4n)).toEqual({ over: -3n, under: 2n });
    expect(ratio(0n, -4n)).toEqual({ over: 0n, under: 1n });
    expect(exact('1.10')).toEqual({ over: 11n, under: 10n });
    expect(() => ratio(1n, 0n)).toThrow(RangeError);
    expect(() => exact('1e5')).toThrow(RangeError);
  });

  it('computes exactly', () => {
    expect(fractionText(plus(exact('0.1'), exact('0.2')))).toBe('3/10');
    expect(fractionText(times(exact('1.5'), ratio(2n, 3n)))).toBe('1');
    expect(fractionText(per(exact('1'), exact('0.3')))).toBe('10/3');
    expect(fractionText(minus(exact('1'), ratio(1n, 3n)))).toBe('2/3');
    expect(fractionText(least(exact('3'), exact('-2'), exact('2')))).toBe('-2');
    expect(fractionText(greatest(exact('3'), exact('-2')))).toBe('3');
    expect(plus()).toEqual(zero);
    // Five hundred denominators without a common divisor; reduced at every step, their sum would take minutes.
    const apart = Array.from({ length: 500 }, (_, i) => ratio(1n, 1_000_003n * BigInt(i + 1) + BigInt(i % 7)));
    expect(compareRatios(plus(...apart), plus(...[...apart].reverse()))).toBe(0);
  });

  it('keeps the laws of a field', () => {
    fc.assert(
      fc.property(ratios, ratios, ratios, (a, b, c) => {
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
        expect(plus(minus(a, b), b)).toEqual(a);
        if (b.over !== 0n) expect(times(per(a, b), b)).toEqual(a);
        expect(compareRatios(a, b)).toBe(-compareRatios(b, a) || 0);
        expect(readFraction(fractionText(a))).toEqual(a);
      }),
    );
  });

  it('rounds as decimals do: half up once, or down', () => {
    expect(rounded(ratio(-1n, 2n), 0)).toBe('-1');
    expect(rounded(ratio(1n, 3n), 4)).toBe('0.3333');
    expect(rounded(ratio(-1n, 300n), 2)).toBe('0.00');
    expect(roundedDown(ratio(2n, 3n), 2)).toBe('0.66');
    expect(roundedDown(ratio(-2n, 3n), 2)).toBe('-0.67');
    fc.assert(
      fc.property(integers, fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.integer({ min: 0, max: 8 }), (over, under, scale) => {
        expect(rounded(ratio(over, under), scale)).toBe(
          divideExact(over.toString(), under.toString(), scale).replace(/^-(?=[0.]*$)/, ''),
        );
      }),
    );
  });

  it('knows a positive decimal', () => {
    expect(['0.01', '0', '-1', 'x', '10000000000000'].map(isPositiveDecimal)).toEqual([true, false, false, false, false]);
  });
});

describe('a logarithm', () => {
  it('holds to 40 digits', () => {
    // ln 2 / ln 10 and ln 1.1 / ln 2 by another programme at 60 digits.
    expect(rounded(logarithm(exact('2'), exact('10')), 40)).toBe('0.3010299956639811952137388947244930267682');
    expect(rounded(logarithm(exact('1.1'), exact('2')), 40)).toBe('0.1375035237499349083290436172364027828384');
  });

  it('is whole where it is whole', () => {
    expect(logarithm(exact('8'), exact('2'))).toEqual(exact('3'));
    expect(logarithm(exact('0.001'), exact('10'))).toEqual(exact('-3'));
    expect(logarithm(exact('1'), exact('7'))).toEqual(zero);
  });

  it('refuses what has none', () => {
    expect(() => logarithm(zero, exact('2'))).toThrow(RangeError);
    expect(() => logarithm(exact('2'), exact('1'))).toThrow(RangeError);
  });
});

describe('a power', () => {
  it('is exact for whole exponents and holds to 40 digits for others', () => {
    expect(power(exact('1.5'), exact('3'))).toEqual(exact('3.375'));
    expect(power(exact('2'), exact('-2'))).toEqual(exact('0.25'));
    expect(power(exact('2'), zero)).toEqual(exact('1'));
    expect(rounded(power(exact('2'), exact('0.5')), 40)).toBe('1.4142135623730950488016887242096980785697');
    expect(rounded(power(exact('10'), exact('-0.5')), 40)).toBe('0.3162277660168379331998893544432718533720');
    expect(() => power(zero, exact('2'))).toThrow(RangeError);
  });

  it('and the logarithm undo each other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (over, under) => {
        const y = ratio(over, under);
        const apart = minus(power(exact('2'), logarithm(y, exact('2'))), y);
        expect(compareRatios(apart.over < 0n ? minus(zero, apart) : apart, ratio(1n, 10n ** 33n))).toBe(-1);
      }),
    );
  });
});
