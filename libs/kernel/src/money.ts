import { type CurrencyCode, minorUnits } from './codes.js';
import { type DecimalText, divideExact, multiply, normalise } from './decimal.js';
import type { Quantity } from './quantity.js';
import type { UnitCode } from './unit-code.js';

/** An amount in one currency. */
export interface Money {
  amount: DecimalText;
  currency: CurrencyCode;
}

/** `amount` per `basis` units of `unit`: screws at 4.20 per 100 EA are { amount: '4.20', basis: '100', unit: 'EA' }. Never divided to basis 1. */
export interface Price {
  amount: DecimalText;
  currency: CurrencyCode;
  basis: DecimalText;
  unit: UnitCode;
}

/** Price units in one order unit as an exact ratio: a box of 25 priced by the piece is 25/1. Both positive. */
export interface Factor {
  numerator: DecimalText;
  denominator: DecimalText;
}

/** The factor of a line whose order unit is its price unit. */
export const oneToOne: Factor = { numerator: '1', denominator: '1' };

/**
 * What a line costs before charges and tax: quantity x numerator / denominator / basis x amount, computed as an exact
 * ratio and rounded half up once to the minor units of the currency. Throws RangeError for an unknown currency or a
 * zero basis or denominator; it does not compare the two units, the factor is the caller's word for that.
 */
export function lineAmount(line: { price: Price; quantity: Quantity; factor: Factor }): Money {
  const { price, quantity, factor } = line;
  const over = multiply(multiply(quantity.value, factor.numerator), price.amount);
  const under = multiply(factor.denominator, price.basis);
  return { amount: divideExact(over, under, minorUnits(price.currency)), currency: price.currency };
}

/** Whether the amount has no more digits than its currency has minor units: JPY 1.5 has not, JPY 1.00 is worth 1 and has. Unit prices may have more. */
export function hasLegalScale(money: Money): boolean {
  const [, fraction = ''] = normalise(money.amount).split('.');
  return fraction.length <= minorUnits(money.currency);
}
