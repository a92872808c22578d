import type { Charge, OrderLine as DocumentLine, Identifier, Order as OrderDocument } from '#libs/documents';
import { add as plus } from '#libs/kernel';
import type { Organization } from '#libs/organizations';
import type { OrderCharge, OrderLine, WholeOrder } from '#libs/procurement';
import { optional, partyOf, placeParty } from './parties.js';

/** What a document about an order needs beside the order. */
export interface OrderSides {
  buyer: Organization;
  supplier: Organization;
  /** What the receiving ERP calls the buyer and the supplier. */
  buyerKnownAs: readonly Identifier[];
  supplierKnownAs: readonly Identifier[];
  /** The number both call the order's agreement by. */
  agreement?: string;
}

/**
 * An order of the hub as a canonical document, for the supplier's ERP. Prices keep their basis, quantities their order unit, with the exact
 * factor between them; numbers of both sides travel on every line. The buyer's cost reference is not in it: it is the buyer's alone.
 * The amount of a line and the sum of the lines hold the lines' charges; those of the order are a sum of their own.
 */
export function orderDocument(order: WholeOrder, sides: OrderSides): OrderDocument {
  const placedAt = order.placedAt.toISOString();
  const lines = order.lines.map((line) => documentLine(line, order.currency));
  return {
    kind: 'order',
    purpose: 'original',
    orderType: 'regular',
    number: order.number,
    issuedOn: placedAt.slice(0, 10),
    issuedAt: placedAt,
    currency: order.currency,
    note: order.note ? [order.note] : [],
    buyer: partyOf(sides.buyer, sides.buyerKnownAs),
    supplier: partyOf(sides.supplier, sides.supplierKnownAs),
    shipTo: placeParty(order.shipTo),
    billTo: placeParty(order.billTo),
    ...optional('requestedDelivery', order.requestedDelivery),
    ...deliveryTerms(order),
    ...optional('paymentTerms', order.paymentTerms),
    ...optional('agreement', sides.agreement),
    lines,
    totals: {
      lines: sumOf(lines),
      ...(order.charges.length === 0 ? {} : { charges: sumOf(order.charges) }),
      payable: order.total,
    },
    charges: order.charges.map(documentCharge),
  };
}

const sumOf = (parts: readonly { amount?: string }[]): string => parts.reduce((sum, part) => plus(sum, part.amount ?? '0'), '0');

function deliveryTerms(order: WholeOrder): Pick<OrderDocument, 'deliveryTerms'> {
  const terms = order.deliveryTerms;
  if (!terms) return {};
  const incoterm = typeof terms['code'] === 'string' ? terms['code'] : undefined;
  const place = typeof terms['place'] === 'string' ? terms['place'] : undefined;
  return incoterm || place ? { deliveryTerms: { ...optional('incoterm', incoterm), ...optional('place', place) } } : {};
}

function documentLine(line: OrderLine, currency: string): DocumentLine {
  const sameUnit = line.priceUnit === line.orderUnit && line.factorNum === line.factorDen;
  return {
    number: line.number,
    quantity: { value: line.quantity, unit: line.orderUnit, ...optional('rawUnit', line.rawUnit) },
    price: {
      amount: line.priceAmount,
      currency,
      basis: line.priceBasis,
      unit: line.priceUnit,
      ...(sameUnit ? {} : { factor: { numerator: line.factorNum, denominator: line.factorDen } }),
    },
    amount: plus(line.lineAmount, sumOf(line.charges)),
    item: itemOf(line),
    ...optional('requestedDelivery', line.needBy),
    note: line.note ? [line.note] : [],
    charges: line.charges.map(documentCharge),
    ...(line.ncnr ? { nonCancellable: true } : {}),
    ...optional('revision', line.revision),
  };
}

/** The part of a line by every number it has. */
export function itemOf(line: OrderLine): DocumentLine['item'] {
  return {
    supplierPart: line.supplierPart,
    ...optional('buyerPart', line.buyerPart),
    ...optional('manufacturerPart', line.manufacturerPart),
    ...optional('manufacturer', line.manufacturer),
    ...optional('name', line.description ?? line.manufacturerPart ?? line.supplierPart),
    classifications: [],
  };
}

const documentCharge = (charge: OrderCharge): Charge => ({
  isCharge: true,
  code: charge.code,
  amount: charge.amount,
  ...optional('reason', charge.reason),
});
