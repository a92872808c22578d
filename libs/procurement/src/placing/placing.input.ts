import { z } from 'zod';
import { isDecimal, isLocalDate, isNegative, isZero } from '#libs/kernel';
import { wantedLot } from '#libs/supply';
import { channels } from '../order/channel.js';
import { orderNumber, orderText as text } from '../order/order-text.js';
import { consentLevels } from '../substitution/consent.js';

/** Lines of one order call at most: the price of all of them is one statement. */
export const orderLinesMax = 500;

const decimal = z.string().refine((value) => isDecimal(value) && !isNegative(value), 'a decimal of at most 13 and 10 digits');
const positive = decimal.refine((value) => !isDecimal(value) || !isZero(value), 'above zero');
const date = z.string().refine(isLocalDate, 'a date as CCYY-MM-DD');

/**
 * The price the buyer saw when he decided; compared by value: 4.2 per 100 equals 0.042 per 1. The price unit, the order unit and
 * the price units in one of those are compared where they are known: a price per piece says nothing of boxes.
 */
export const priceSeen = z.object({
  amount: decimal,
  currency: z.string().length(3),
  basis: positive,
  unit: z.string().nullish(),
  orderUnit: z.string().nullish(),
  factorNum: z.string().nullish(),
  factorDen: z.string().nullish(),
});

/** What the units of a line must be, and what papers must come with them. */
export const lineRequirements = z.object({
  /** Hard: taken from lots that are so, or not ordered at all. */
  lots: wantedLot.nullish(),
  /** Required of the supplier, promised or not yet. */
  certificates: z.array(text(30)).max(20).default([]),
  /** Both release blocks of them must be filled in. */
  dualRelease: z.boolean().default(false),
});

/** The core that the buyer has seen he will owe: the version of the terms, what the core is worth, and by when. */
export const exchangeSeen = z.object({
  version: z.int(),
  coreValue: positive,
  currency: z.string().length(3),
  coreDays: z.int(),
});

const orderedLine = z.object({
  offerId: z.uuid(),
  quantity: positive,
  priceSeen,
  needBy: date.nullish(),
  /** The tick that a non-cancellable, non-returnable line needs. */
  ncnrAccepted: z.boolean().default(false),
  /** The tick that a line at an estimate needs: the buyer waives a firm price. */
  budgetAccepted: z.boolean().default(false),
  /** Codes of charges on request that the line asks for: a certificate, cutting. */
  charges: z.array(text(40)).max(20).default([]),
  /** The buyer's own line number, kept as text; default 10, 20, 30 ... */
  number: orderNumber(36).nullish(),
  buyerPart: text(70).nullish(),
  rawUnit: text(20).nullish(),
  revision: text(40).nullish(),
  note: text(500).nullish(),
  /** How far the supplier may put another part in its place. */
  alternatesConsent: z.enum(consentLevels).default('NONE'),
  /** A reserved promise of the buyer: the stock that it holds becomes free for this order, in the same transaction, and its share of receipts stays the line's. */
  promiseId: z.uuid().nullish(),
  requires: lineRequirements.nullish(),
  /** Needed for an offer that is sold in exchange. */
  exchangeSeen: exchangeSeen.nullish(),
});

const place = z.object({
  code: z.string().max(40),
  name: text(200),
  gln: z
    .string()
    .nullish()
    .transform((gln) => gln ?? null),
  address: z.record(z.string(), z.unknown()),
});

/** A site of the buyer by id or by his own code, or an address that his ERP wrote out. */
const destination = z.union([z.object({ siteId: z.uuid() }), z.object({ code: text(40) }), z.object({ place })]);

/** What `placeOrder` takes: either a basket or lines. */
export const placeOrderInput = z
  .object({
    idempotencyKey: z.string().min(1).max(255),
    basketId: z.uuid().nullish(),
    lines: z.array(orderedLine).max(orderLinesMax).nullish(),
    /** Holds that the lines use up, such as one by name; those of the basket are used up in any case. */
    holdIds: z.array(z.uuid()).max(orderLinesMax).nullish(),
    /** Of every line that says nothing of its own. */
    requires: lineRequirements.nullish(),
    shipTo: destination,
    /** Default: the place of `shipTo`. */
    billTo: destination.nullish(),
    /** The buyer's own order number; unique among his orders. Default: the next PO number. */
    number: orderNumber(35).nullish(),
    requestedDelivery: date.nullish(),
    costReference: text(100).nullish(),
    internalNote: text(2000).nullish(),
    note: text(2000).nullish(),
    channel: z.enum(channels).nullish(),
  })
  .refine((input) => (input.basketId == null) !== (input.lines == null), 'give a basket or lines, not both');

export type PlaceOrderInput = z.input<typeof placeOrderInput>;
export type CheckedOrder = z.output<typeof placeOrderInput>;
export type Destination = z.output<typeof destination>;
export type OrderedLine = z.output<typeof orderedLine>;
export type LineRequirements = z.output<typeof lineRequirements>;
export type CoreSeen = z.output<typeof exchangeSeen>;
