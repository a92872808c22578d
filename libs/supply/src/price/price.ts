import type { DecimalText } from '#libs/kernel';

/**
 * Where a price comes from, in the order in which the sources are asked; the first that covers part, quantity and day answers,
 * never the lowest: an agreement's item, an agreement's discount on the category, the offer's breaks, its list price.
 */
export type PriceSource = 'AGREEMENT' | 'CATEGORY' | 'BREAK' | 'LIST';

/** A charge as the offer states it; without a currency it is in the offer's. */
export interface OfferCharge {
  code: string;
  amount: DecimalText;
  currency?: string | null;
  per?: ChargeBase | null;
}

/** What a charge is counted by. */
export type ChargeBase = 'LINE' | 'ORDER' | 'PACKAGE';
