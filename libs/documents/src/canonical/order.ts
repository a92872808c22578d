import type { Charge, DocumentPrice, DocumentQuantity, Extensions, Item } from './line.js';
import type { Party } from './party.js';
import type { DocumentPurpose } from './reference.js';

/** What the sender wants done with the order. */
export type OrderPurpose = DocumentPurpose;

/** Kinds of order every format can say. */
export type OrderType = 'regular' | 'blanket' | 'release' | 'consignment';

/**
 * A purchase order, whoever wrote it in whatever format. Numbers are decimal text, dates CCYY-MM-DD, instants RFC 3339 text;
 * what is absent has no key. Sources of the words: UBL 2.1 Order, Peppol BIS Ordering 3, cXML 1.2 OrderRequest, X12 004010 850.
 */
export interface Order {
  kind: 'order';
  purpose: OrderPurpose;
  orderType?: OrderType;
  /** The buyer's order number, text. */
  number: string;
  version?: string;
  /** Id of the order document before this one, which this one changes or cancels (cXML payloadID). */
  replaces?: string;
  issuedOn: string;
  issuedAt?: string;
  currency: string;
  note: string[];
  buyer: Party;
  supplier: Party;
  shipTo?: Party;
  billTo?: Party;
  requestedDelivery?: string;
  deliveryTerms?: { incoterm?: string; place?: string };
  paymentTerms?: string;
  agreement?: string;
  costReference?: string;
  lines: OrderLine[];
  totals?: OrderTotals;
  charges: Charge[];
  extensions?: Extensions;
}

/** Sums as the sender states them; never recomputed by a codec. `lines` are the lines with their own charges, `charges` and `allowances` those of the order. */
export interface OrderTotals {
  lines?: string;
  allowances?: string;
  charges?: string;
  tax?: string;
  payable?: string;
}

/** One position. `number` is the buyer's, text: 00010 is not 10. `amount` is the line with its charges and less its allowances. */
export interface OrderLine {
  number: string;
  quantity: DocumentQuantity;
  price?: DocumentPrice;
  amount?: string;
  item: Item;
  requestedDelivery?: string;
  note: string[];
  charges: Charge[];
  nonCancellable?: boolean;
  revision?: string;
  costReference?: string;
  shipTo?: Party;
  extensions?: Extensions;
}
