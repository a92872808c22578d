import type { DocumentPrice, DocumentQuantity } from '#libs/documents';
import { compare, multiply } from '#libs/kernel';

/** What an order line costs as the hub has it: `amount` per `basis` price units, `factorNum / factorDen` price units in one order unit. */
export interface HubPrice {
  amount: string;
  basis: string;
  currency: string;
  priceUnit: string;
  orderUnit: string;
  factorNum: string;
  factorDen: string;
}

/** How a document's price stands to the hub's: worth the same per order unit, worth another, or in units nobody can compare. */
export type PriceVerdict = 'same' | 'other' | 'incomparable';

/**
 * Compares by worth per order unit, exactly: 42.00 per 100 pieces, boxes of 25, is 42.00 per 4 boxes and 10.50 per box. Never by figures alone: 42.00 per 100
 * boxes has the same figures and another worth.
 */
export function comparePrice(price: DocumentPrice, hub: HubPrice, currency: string): PriceVerdict {
  if ((price.currency ?? currency) !== hub.currency) return 'incomparable';
  const factor = priceUnitsPerOrderUnit(price, hub);
  if (!factor) return 'incomparable';
  const sent = multiply(multiply(price.amount, factor.numerator), multiply(hub.basis, hub.factorDen));
  const wanted = multiply(multiply(hub.amount, hub.factorNum), multiply(price.basis, factor.denominator));
  return compare(sent, wanted) === 0 ? 'same' : 'other';
}

function priceUnitsPerOrderUnit(price: DocumentPrice, hub: HubPrice): DocumentPrice['factor'] {
  if (price.factor) return price.factor;
  if (price.unit === hub.priceUnit) return { numerator: hub.factorNum, denominator: hub.factorDen };
  return price.unit === hub.orderUnit ? { numerator: '1', denominator: '1' } : undefined;
}

/** A price in words, for people: `42.00 EUR per 100 EA`. */
export const priceWords = (
  price: { amount: string; currency?: string | undefined; basis: string; unit: string },
  currency: string,
): string => `${price.amount} ${price.currency ?? currency} per ${price.basis} ${price.unit}`;

/** A unit as its document wrote it. */
export const unitWords = (quantity: DocumentQuantity): string => quantity.rawUnit ?? quantity.unit;
