import type { Charge, DocumentPrice, DocumentQuantity, Extensions, Item } from '../line.js';
import type { OrderTotals } from '../order.js';
import type { Party } from '../party.js';
import type { Attachment, DocumentPurpose, DocumentReference } from '../reference.js';

/**
 * A supplier's offer, bound to its validity. `request` is what it answers, when it answers one.
 * Sources: UBL 2.1 Quotation, cXML 1.2 QuoteMessage, X12 004010 843, EDIFACT QUOTES.
 */
export interface Quotation {
  kind: 'quotation';
  purpose: DocumentPurpose;
  number: string;
  version?: string;
  issuedOn: string;
  issuedAt?: string;
  /** `declined`: the supplier does not offer; lines then only repeat the request. */
  status: 'offered' | 'declined';
  request?: DocumentReference;
  validFrom?: string;
  validUntil?: string;
  currency: string;
  note: string[];
  buyer: Party;
  supplier: Party;
  shipTo?: Party;
  deliveryTerms?: { incoterm?: string; place?: string };
  paymentTerms?: string;
  agreement?: string;
  charges: Charge[];
  totals?: OrderTotals;
  attachments: Attachment[];
  lines: QuotationLine[];
  extensions?: Extensions;
}

/** One position offered. `requestLine` is the BUYER'S line number as text; several lines may answer one. `price` holds for `quantity`, `breaks` for other quantities. */
export interface QuotationLine {
  number: string;
  requestLine?: string;
  /** The supplier does not offer this position, or offers another part than was asked for. */
  offer: 'asRequested' | 'alternative' | 'none';
  item: Item;
  quantity: DocumentQuantity;
  minimum?: DocumentQuantity;
  multiple?: DocumentQuantity;
  price?: DocumentPrice;
  breaks: PriceBreak[];
  amount?: string;
  charges: Charge[];
  deliverOn?: string;
  /** Whole days from order to delivery. */
  leadDays?: string;
  validUntil?: string;
  revision?: string;
  note: string[];
  attachments: Attachment[];
  extensions?: Extensions;
}

/** The price from a quantity of order units on. */
export interface PriceBreak {
  from: string;
  price: DocumentPrice;
}
