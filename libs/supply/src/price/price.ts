import type { DecimalText, Money } from '#libs/kernel';

/**
 * Where a price comes from. The sources are asked in the order the supplier declares; the first that covers part, quantity and day
 * answers, never the lowest unless an agreement says so. Default: an agreement's item, an agreement's discount on the category, the
 * supplier's discount matrix, then the offer's own breaks and list price.
 */
export type PriceSource = 'AGREEMENT' | 'CATEGORY' | 'MATRIX' | 'BREAK' | 'LIST';

/** The steps of an access sequence as a supplier declares it; LIST, breaks and list price, can only be the last. */
export const priceSteps = ['ITEM', 'GROUP', 'MATRIX', 'LIST'] as const;
export type PriceStep = (typeof priceSteps)[number];

/** What a price is worth. FIRM binds; BUDGET is an estimate that the buyer must take as such; QUOTE is none without a quote. */
export type PriceKind = 'FIRM' | 'BUDGET' | 'QUOTE';

/** A charge as the offer or a rule of the supplier states it; without a currency it is in the offer's. */
export interface OfferCharge {
  code: string;
  amount: DecimalText;
  currency?: string | null;
  per?: ChargeBase | null;
  /** Absent: always. */
  applies?: ChargeCondition | null;
  /** With ORDER_BELOW: for orders whose goods are worth less, in the same currency. */
  below?: DecimalText | null;
}

/** What a charge is counted by. */
export type ChargeBase = 'LINE' | 'ORDER' | 'PACKAGE';

/** When a charge of a rule falls due. HAZMAT is judged by supply already: such a charge comes only with dangerous goods. */
export type ChargeCondition = 'ALWAYS' | 'HAZMAT' | 'ON_REQUEST' | 'ORDER_BELOW';

/** Whether a charge falls due for a line: asked for by its code, or for an order whose goods are worth this much. */
export function falls(charge: Pick<OfferCharge, 'code' | 'applies'>, asked: readonly string[], below: boolean): boolean {
  if (charge.applies === 'ON_REQUEST') return asked.includes(charge.code);
  return charge.applies !== 'ORDER_BELOW' || below;
}

/** A charge with everything written out. */
export interface ShownCharge {
  code: string;
  amount: Money;
  per: ChargeBase;
  applies: ChargeCondition;
  below: Money | null;
}

/** Charges as an edge shows them; what is not stated is in the price's currency, per line and always. */
export function shownCharges(charges: readonly OfferCharge[], currency: string): ShownCharge[] {
  return charges.map((charge) => ({
    code: charge.code,
    amount: { amount: charge.amount, currency: charge.currency ?? currency },
    per: charge.per ?? 'LINE',
    applies: charge.applies ?? 'ALWAYS',
    below: charge.below == null ? null : { amount: charge.below, currency: charge.currency ?? currency },
  }));
}
