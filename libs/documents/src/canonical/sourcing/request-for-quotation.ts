import type { DocumentPrice, DocumentQuantity, Extensions, Item } from '../line.js';
import type { Party } from '../party.js';
import type { Attachment, DocumentPurpose } from '../reference.js';

/**
 * A question for price and delivery to one supplier. It orders nothing. `closesOn` and `closesAt` are the latest time for an answer.
 * Sources: UBL 2.1 RequestForQuotation, cXML 1.2 QuoteRequest, X12 004010 840, EDIFACT REQOTE.
 */
export interface RequestForQuotation {
  kind: 'requestForQuotation';
  purpose: DocumentPurpose;
  number: string;
  version?: string;
  issuedOn: string;
  issuedAt?: string;
  closesOn?: string;
  closesAt?: string;
  title?: string;
  currency?: string;
  note: string[];
  buyer: Party;
  supplier: Party;
  shipTo?: Party;
  requestedDelivery?: string;
  deliveryTerms?: { incoterm?: string; place?: string };
  paymentTerms?: string;
  agreement?: string;
  attachments: Attachment[];
  lines: RequestLine[];
  extensions?: Extensions;
}

/** One position asked for. `price` is the buyer's target, when he tells it. */
export interface RequestLine {
  number: string;
  quantity: DocumentQuantity;
  item: Item;
  requestedDelivery?: string;
  price?: DocumentPrice;
  shipTo?: Party;
  mayBeSubstituted?: boolean;
  revision?: string;
  note: string[];
  attachments: Attachment[];
  extensions?: Extensions;
}
