import { compare, type DecimalText, type Fault, multiply } from '#libs/kernel';
import type { PriceFacts, OfferCharge as SuppliedCharge } from '#libs/supply';
import type { OrderedLine } from './placing.input.js';

/** What explains the price, in supply's words. */
type Explaining = Pick<
  PriceFacts,
  | 'breakFrom'
  | 'validFrom'
  | 'validTo'
  | 'baseAmount'
  | 'firstAmount'
  | 'discount'
  | 'customerCategory'
  | 'breakMode'
  | 'breakUnit'
  | 'breakQuantity'
  | 'otherAmount'
  | 'bestPrice'
  | 'priceType'
  | 'heldUntil'
  | 'priceSource'
>;

/** What supply says of one line now: the row of `supply.read_availability` with the part's numbers. */
export interface PricedLine extends Explaining {
  n: number;
  /** NUMBER_UNKNOWN, NUMBER_AMBIGUOUS, NO_OFFER, OFFER_UNKNOWN; null when there is an offer. */
  problem: string | null;
  /** The parts an ambiguous number may mean. */
  choices: PartChoice[] | null;
  offerId: string | null;
  supplierId: string;
  partId: string;
  supplierPart: string;
  name: string;
  orderUnit: string;
  priceUnit: string;
  factorNum: DecimalText;
  factorDen: DecimalText;
  minimum: DecimalText;
  multiple: DecimalText;
  leadDays: number | null;
  ncnr: boolean;
  returnableDays: number | null;
  /** A confirmed quantity can be cancelled until so many days before it ships. */
  cancelDays: number | null;
  charges: OfferCharge[] | null;
  amount: DecimalText | null;
  currency: string;
  basis: DecimalText;
  agreementId: string | null;
  smallestBreak: DecimalText | null;
  nearestBelow: DecimalText | null;
  nearestAbove: DecimalText | null;
  free: DecimalText | null;
  /** The line in the currency's minor units, rounded once; null without a price. */
  lineAmount: DecimalText | null;
  /** When the whole quantity can leave; null: nobody knows. */
  earliest: string | null;
  /** Codes parted by blanks: WITHDRAWN NOT_YET_VALID EXPIRED BELOW_SMALLEST_BREAK NO_PRICE QUOTE_ONLY BUDGET_PRICE QUANTITY_OFF_PACK OUT_OF_STOCK. */
  obstacles: string | null;
  manufacturer: string | null;
  manufacturerCode: string | null;
  manufacturerPart: string | null;
  /** The buyer's own number for the part, when he has given one. */
  ownNumber: string | null;
}

/** One part that a number may mean. */
export interface PartChoice {
  partId: string;
  number: string;
  manufacturerCode: string;
  manufacturerName: string;
  name: string;
}

/** A charge as the offer states it. */
export type OfferCharge = SuppliedCharge;

/** A line as asked beside what supply says of it. */
export interface PlacedLine {
  index: number;
  asked: OrderedLine;
  priced: PricedLine;
  /** Holds of the buyer that the line uses up. */
  holds?: readonly string[];
  /** Where the price is from when supply did not find it. */
  source?: 'AWARD';
}

export type PlacingFault = Fault<
  | 'EmptyBasket'
  | 'PriceChanged'
  | 'NoPrice'
  | 'OutOfStock'
  | 'QuantityOffPack'
  | 'BelowSmallestBreak'
  | 'OfferWithdrawn'
  | 'NcnrNotAccepted'
  | 'PartSuperseded'
  | 'BudgetNotAccepted'
  | 'ChargeUnknown'
  | 'LotMissing'
  | 'GateRefused'
  | 'CertificateUnknown'
  | 'LineNumberTaken'
  | 'SiteUnknown'
  | 'PartnershipInactive'
  | 'OrderNumberTaken'
  | 'OrderSplits'
  | 'ExchangeTermsNotSeen'
  | 'ExchangeWithdrawn'
  | 'ExchangeQuantity'
>;

/** Everything that stands against ordering these lines, all at once; `path` leads to the line in the input. */
export function mayPlace(lines: readonly PlacedLine[]): PlacingFault[] {
  if (lines.length === 0) return [{ code: 'EmptyBasket', path: ['lines'] }];
  return [...lines.flatMap(lineFaults), ...numberFaults(lines)];
}

function lineFaults({ index, asked, priced }: PlacedLine): PlacingFault[] {
  const at = (field?: string): string[] => ['lines', String(index), ...(field ? [field] : [])];
  const obstacles = new Set((priced.obstacles ?? '').split(' '));
  // Withdrawn, or never visible to this buyer: the two look alike.
  if (priced.offerId === null || obstacles.has('WITHDRAWN')) return [{ code: 'OfferWithdrawn', path: at('offerId') }];
  const faults: PlacingFault[] = [];
  if (obstacles.has('QUANTITY_OFF_PACK')) {
    faults.push({
      code: 'QuantityOffPack',
      path: at('quantity'),
      values: offPackValues(priced.nearestBelow, priced.nearestAbove, priced.orderUnit),
    });
  }
  if (obstacles.has('BELOW_SMALLEST_BREAK')) {
    faults.push({
      code: 'BelowSmallestBreak',
      path: at('quantity'),
      values: { smallest: priced.smallestBreak, unit: priced.orderUnit },
    });
  } else if (priced.amount === null || hasForeignCharge(priced)) {
    faults.push({ code: 'NoPrice', path: at() });
  } else if (!stillHolds(asked.priceSeen, priced)) {
    faults.push({ code: 'PriceChanged', path: at('priceSeen'), values: priceValues(asked, priced) });
  }
  if (obstacles.has('OUT_OF_STOCK'))
    faults.push({ code: 'OutOfStock', path: at('quantity'), values: { free: priced.free ?? '0', unit: priced.orderUnit } });
  faults.push(...unknownCharges(asked, priced, at));
  if (obstacles.has('BUDGET_PRICE') && !asked.budgetAccepted)
    faults.push({ code: 'BudgetNotAccepted', path: at('budgetAccepted') });
  if (priced.ncnr && !asked.ncnrAccepted) faults.push({ code: 'NcnrNotAccepted', path: at('ncnrAccepted') });
  return faults;
}

/** A charge that nobody offers is not silently left out: the certificate would be missing. */
function unknownCharges(asked: OrderedLine, { charges }: PricedLine, at: (field: string) => string[]): PlacingFault[] {
  return asked.charges
    .filter((code) => !(charges ?? []).some((charge) => charge.code === code && charge.applies === 'ON_REQUEST'))
    .map((code) => ({ code: 'ChargeUnknown' as const, path: at('charges'), values: { charge: code } }));
}

function priceValues(asked: OrderedLine, priced: PricedLine): Record<string, string | null> {
  const { priceSeen: seen } = asked;
  return {
    seenAmount: seen.amount,
    seenBasis: seen.basis,
    seenCurrency: seen.currency,
    presentAmount: priced.amount,
    presentBasis: priced.basis,
    presentCurrency: priced.currency,
    unit: priced.priceUnit,
  };
}

/** Values of QuantityOffPack; `nearest` is what the sentence says, one quantity or two. */
export function offPackValues(below: DecimalText | null, above: DecimalText | null, unit: string): Record<string, string | null> {
  return { below, above, unit, nearest: [below, above].filter((quantity) => quantity !== null).join(' / ') };
}

/** A buyer's line number stands once in a call, because an answer names the line by it. */
function numberFaults(lines: readonly PlacedLine[]): PlacingFault[] {
  const seen = new Set<string>();
  return lines.flatMap(({ index, asked }) => {
    if (asked.number == null) return [];
    if (!seen.has(asked.number)) {
      seen.add(asked.number);
      return [];
    }
    return [{ code: 'LineNumberTaken' as const, path: ['lines', String(index), 'number'], values: { number: asked.number } }];
  });
}

interface ComparedPrice {
  amount: DecimalText;
  basis: DecimalText;
  currency?: string;
}

/** Whether two prices in the same unit are worth the same: compared as fractions, never divided. */
export function samePrice(a: ComparedPrice, b: ComparedPrice): boolean {
  return a.currency === b.currency && compare(multiply(a.amount, b.basis), multiply(b.amount, a.basis)) === 0;
}

/** Whether what the buyer saw is what he would pay now: the price, what it is for, and how much of that one ordered unit holds. */
export function stillHolds(seen: OrderedLine['priceSeen'], priced: PricedLine): boolean {
  const { amount, basis, currency } = priced;
  if (amount === null || !samePrice(seen, { amount, basis, currency })) return false;
  if (seen.unit != null && seen.unit !== priced.priceUnit) return false;
  if (seen.orderUnit != null && seen.orderUnit !== priced.orderUnit) return false;
  if (seen.factorNum == null || seen.factorDen == null) return true;
  return compare(multiply(seen.factorNum, priced.factorDen), multiply(priced.factorNum, seen.factorDen)) === 0;
}

/** Whether a charge stands in another currency than the price: there is no total of the two, so there is no price either. */
export function hasForeignCharge({ charges, currency }: Pick<PricedLine, 'charges' | 'currency'>): boolean {
  return (charges ?? []).some((charge) => (charge.currency ?? currency) !== currency);
}

/** Lines that become one order: one supplier, currency and agreement (trade-rules 19); bill-to, ship-to and delivery terms are one per call and partner. */
export function splitOrders<T extends { priced: PricedLine }>(lines: readonly T[]): T[][] {
  const orders = new Map<string, T[]>();
  for (const line of lines) {
    const { supplierId, currency, agreementId } = line.priced;
    const key = `${supplierId} ${currency} ${agreementId ?? ''}`;
    orders.set(key, [...(orders.get(key) ?? []), line]);
  }
  return [...orders.values()];
}
