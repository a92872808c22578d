import { describe, expect, it } from '@jest/globals';
import { hasLegalScale, lineAmount, oneToOne } from './money.js';
import { fitsPack, nearestQuantities } from './quantity.js';

describe('a line costs quantity x factor / basis x amount, rounded once', () => {
  it('a part priced per 100 and sold in boxes of 25 is exact', () => {
    const price = { amount: '4.37', currency: 'EUR', basis: '100', unit: 'EA' };
    const line = { price, quantity: { value: '7', unit: 'XBX' }, factor: { numerator: '25', denominator: '1' } };
    expect(lineAmount(line)).toEqual({ amount: '7.65', currency: 'EUR' });
  });

  it('a factor of one third is not rounded before the amount is', () => {
    const price = { amount: '1', currency: 'USD', basis: '1', unit: 'KGM' };
    const factor = { numerator: '1', denominator: '3' };
    expect(lineAmount({ price, quantity: { value: '3', unit: 'MTR' }, factor }).amount).toBe('1.00');
  });

  it('rounds to the minor units of the currency', () => {
    const at = (currency: string) =>
      lineAmount({
        price: { amount: '0.5', currency, basis: '1', unit: 'EA' },
        quantity: { value: '3', unit: 'EA' },
        factor: oneToOne,
      }).amount;
    expect([at('JPY'), at('EUR'), at('KWD')]).toEqual(['2', '1.50', '1.500']);
    expect(() => at('XAU')).toThrow('unknown currency');
  });

  it('an amount in JPY has no decimals', () => {
    expect(hasLegalScale({ amount: '1.5', currency: 'JPY' })).toBe(false);
    expect(hasLegalScale({ amount: '1.00', currency: 'JPY' })).toBe(true);
    expect(hasLegalScale({ amount: '1.234', currency: 'KWD' })).toBe(true);
    expect(hasLegalScale({ amount: '1.234', currency: 'EUR' })).toBe(false);
  });
});

describe('a quantity off the pack rule gets the two nearest valid ones', () => {
  const boxes = { minimum: '10', multiple: '4' };

  it('fits at or above the minimum on a multiple counted from zero', () => {
    expect(['12', '12.0', '16'].map((value) => fitsPack(value, boxes))).toEqual([true, true, true]);
    expect(['8', '10', '13', '0', '-12', '12.5'].map((value) => fitsPack(value, boxes))).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('names both neighbours, or only the one above', () => {
    expect(nearestQuantities('13', boxes)).toEqual({ below: '12', above: '16' });
    expect(nearestQuantities('9', boxes)).toEqual({ above: '12' });
    expect(nearestQuantities('12', boxes)).toEqual({ below: '12', above: '12' });
    expect(nearestQuantities('0.7', { minimum: '0', multiple: '0.25' })).toEqual({ below: '0.5', above: '0.75' });
    expect(nearestQuantities('0', { minimum: '0', multiple: '5' })).toEqual({ above: '5' });
  });

  it('without a multiple only the minimum binds', () => {
    expect(nearestQuantities('3', { minimum: '5', multiple: '0' })).toEqual({ above: '5' });
    expect(nearestQuantities('7.5', { minimum: '5', multiple: '0' })).toEqual({ below: '7.5', above: '7.5' });
    expect(fitsPack('7.5', { minimum: '5', multiple: '0' })).toBe(true);
  });
});
