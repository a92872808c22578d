import { v7 as uuid } from 'uuid';
import {
  add,
  compare,
  type DecimalText,
  divideExact,
  isInteger,
  lineAmount,
  minorUnits,
  multiply,
  roundHalfUp,
} from '#libs/kernel';
import { falls } from '#libs/supply';
import type { OrderCharge, Place } from '../order/order.entity.js';
import type { CheckedOrder } from './placing.input.js';
import type { OfferCharge, PlacedLine } from './placing.rules.js';

/** What all orders of one call have in common. */
export interface DraftTerms {
  input: CheckedOrder;
  channel: string;
  member: string | null;
  shipTo: { siteId: string | null; place: Place };
  billTo: { siteId: string | null; place: Place };
  partner: { paymentTerms: string | null; deliveryTerms: Record<string, unknown> | null };
}

/** One order as `procurement.place_orders` takes it: everything copied, so that no later catalogue changes it. */
export type OrderDraft = ReturnType<typeof draftOrder>;

/** Numbers, prices, charges and totals of one order. Charges stand in its currency: placing.rules refuses others. */
export function draftOrder(lines: readonly PlacedLine[], terms: DraftTerms) {
  const first = lines[0];
  if (!first) throw new Error('an order needs a line');
  const { supplierId, currency, agreementId } = first.priced;
  const numbers = lineNumbers(lines);
  const drafted = lines.map((line, i) => ({ ...draftLine(line, terms.input), position: i + 1, number: numbers[i] ?? '' }));
  const goods = sum(
    drafted.map((line) => line.lineAmount),
    currency,
  );
  const orderCharges = chargesPerOrder(lines, { currency, goods });
  const chargesTotal = sum(
    [...orderCharges, ...drafted.flatMap((line) => line.charges)].map((charge) => charge.amount),
    currency,
  );
  return {
    id: uuid(),
    supplierId,
    number: terms.input.number ?? null,
    currency,
    minorUnits: minorUnits(currency),
    channel: terms.channel,
    member: terms.member,
    shipTo: terms.shipTo.place,
    billTo: terms.billTo.place,
    shipToSite: terms.shipTo.siteId,
    billToSite: terms.billTo.siteId,
    deliveryTerms: terms.partner.deliveryTerms,
    paymentTerms: terms.partner.paymentTerms,
    agreementId,
    requestedDelivery: terms.input.requestedDelivery ?? null,
    note: terms.input.note ?? null,
    costReference: terms.input.costReference ?? null,
    internalNote: terms.input.internalNote ?? null,
    charges: orderCharges,
    chargesTotal,
    total: add(goods, chargesTotal),
    lines: drafted,
  };
}

/** The buyer's own line numbers; else 10, 20, 30 ... past those that he took. */
function lineNumbers(lines: readonly PlacedLine[]): string[] {
  const taken = new Set(lines.map((line) => line.asked.number));
  let last = 0;
  return lines.map(({ asked }) => {
    if (asked.number != null) return asked.number;
    do last += 10;
    while (taken.has(String(last)));
    return String(last);
  });
}

function draftLine({ index, asked, priced, holds, source }: PlacedLine, input: CheckedOrder) {
  const price = { amount: priced.amount ?? '0', currency: priced.currency, basis: priced.basis, unit: priced.priceUnit };
  const factor = { numerator: priced.factorNum, denominator: priced.factorDen };
  const byPrice = lineAmount({ price, quantity: { value: asked.quantity, unit: priced.orderUnit }, factor }).amount;
  const amount = priced.lineAmount ?? byPrice;
  return {
    id: uuid(),
    scheduleId: uuid(),
    /** Where the line stood in the call, for the path of a fault. */
    index,
    partId: priced.partId,
    offerId: priced.offerId,
    holds,
    supplierPart: priced.supplierPart,
    buyerPart: asked.buyerPart ?? priced.ownNumber,
    manufacturer: priced.manufacturer,
    manufacturerCode: priced.manufacturerCode,
    manufacturerPart: priced.manufacturerPart,
    description: priced.name,
    quantity: asked.quantity,
    orderUnit: priced.orderUnit,
    rawUnit: asked.rawUnit ?? null,
    priceAmount: price.amount,
    priceBasis: price.basis,
    priceUnit: price.unit,
    factorNum: factor.numerator,
    factorDen: factor.denominator,
    priceSource: source ?? priced.priceSource,
    lineAmount: amount,
    /** Kept when the price is an average of graduated breaks that does not give the amount back. */
    exactAmount: compare(amount, byPrice) === 0 ? null : amount,
    charges: chargesPerLine(priced.charges ?? [], { asked, currency: priced.currency }),
    minimum: priced.minimum,
    multiple: priced.multiple,
    ncnr: priced.ncnr,
    cancelDays: priced.cancelDays,
    priceType: priced.obstacles?.includes('BUDGET_PRICE') ? 'BUDGET' : null,
    returnableDays: priced.returnableDays,
    leadDays: priced.leadDays,
    needBy: asked.needBy ?? input.requestedDelivery ?? null,
    revision: asked.revision ?? null,
    note: asked.note ?? null,
    alternatesConsent: asked.alternatesConsent,
    requires: asked.requires ?? input.requires ?? null,
    earliest: priced.earliest,
  };
}

/** A charge per package counts the ordered units, begun ones whole. */
function chargesPerLine(charges: readonly OfferCharge[], line: { asked: PlacedLine['asked']; currency: string }): OrderCharge[] {
  return charges
    .filter((charge) => charge.per !== 'ORDER' && falls(charge, line.asked.charges, false))
    .map((charge) => ({
      code: charge.code,
      amount: roundHalfUp(
        charge.per === 'PACKAGE' ? multiply(charge.amount, wholeUnits(line.asked.quantity)) : charge.amount,
        minorUnits(line.currency),
      ),
    }));
}

/** A charge per order counts once, at its highest among the lines; one for small orders when the goods are worth less. */
function chargesPerOrder(
  lines: readonly PlacedLine[],
  { currency, goods }: { currency: string; goods: DecimalText },
): OrderCharge[] {
  const highest = new Map<string, DecimalText>();
  for (const { charge, asked } of lines.flatMap(({ priced, asked }) =>
    (priced.charges ?? []).map((charge) => ({ charge, asked })),
  )) {
    const small = charge.below != null && compare(goods, charge.below) < 0;
    if (charge.per !== 'ORDER' || !falls(charge, asked.charges, small)) continue;
    const known = highest.get(charge.code);
    if (known === undefined || compare(charge.amount, known) > 0) highest.set(charge.code, charge.amount);
  }
  return [...highest].map(([code, amount]) => ({ code, amount: roundHalfUp(amount, minorUnits(currency)) }));
}

function wholeUnits(quantity: DecimalText): DecimalText {
  if (isInteger(quantity)) return quantity;
  const near = divideExact(quantity, '1', 0);
  return compare(near, quantity) < 0 ? add(near, '1') : near;
}

function sum(amounts: readonly DecimalText[], currency: string): DecimalText {
  return amounts.reduce((total, amount) => add(total, amount), roundHalfUp('0', minorUnits(currency)));
}
