import type { TracedGoods } from '../goods/package.js';
import type { Charge, DocumentPrice, DocumentQuantity, Extensions, Item } from '../line.js';
import type { Identifier, Party } from '../party.js';
import type { Attachment, DocumentPurpose, DocumentReference, OrderReference, Period } from '../reference.js';
import type { PaymentMeans, PaymentTerms } from './payment.js';
import type { TaxCategory, TaxSubtotal } from './tax.js';

/**
 * An invoice, or a credit note (`type`), whose amounts are then positive and are given back. Business terms of EN 16931-1 stand
 * in brackets. `note` keeps a subject code as `#AAI#` before its text, as the UBL binding writes it (BT-21, BT-22). Sums are as
 * the sender states them; no codec reckons them anew. Sources: EN 16931-1:2017, UBL 2.1 Invoice and CreditNote, UN/CEFACT CII D16B,
 * cXML 1.2 InvoiceDetailRequest, X12 004010 810, EDIFACT INVOIC.
 */
export interface Invoice {
  kind: 'invoice';
  type: 'invoice' | 'creditNote';
  /** UNCL 1001: 380 commercial invoice, 381 credit note, 384 corrected, 389 self-billed (BT-3). */
  typeCode: string;
  purpose: DocumentPurpose;
  /** The rules the sender claims to follow (BT-24) and his process (BT-23). */
  specification?: string;
  process?: string;
  number: string;
  issuedOn: string;
  issuedAt?: string;
  dueOn?: string;
  /** The day tax falls due (BT-7), or the code of the event that decides it (BT-8, UNCL 2005). */
  taxPointOn?: string;
  taxPointCode?: string;
  currency: string;
  /** The currency tax is accounted in, when it is another (BT-6). */
  taxCurrency?: string;
  note: string[];
  /** What the buyer asked to be quoted (BT-10). */
  buyerReference?: string;
  order?: OrderReference;
  agreement?: string;
  project?: string;
  tender?: string;
  despatch?: DocumentReference;
  receipt?: DocumentReference;
  /** What the invoice is about, a meter or a subscription (BT-18). */
  invoicedObject?: Identifier;
  costReference?: string;
  /** Invoices this one corrects or credits (BG-3). */
  preceding: DocumentReference[];
  supplier: Party;
  buyer: Party;
  payee?: Party;
  taxRepresentative?: Party;
  billTo?: Party;
  shipFrom?: Party;
  shipTo?: Party;
  deliveredOn?: string;
  period?: Period;
  deliveryTerms?: { incoterm?: string; place?: string };
  paymentMeans: PaymentMeans[];
  paymentTerms?: PaymentTerms;
  charges: Charge[];
  taxes: TaxSubtotal[];
  totals: InvoiceTotals;
  attachments: Attachment[];
  lines: InvoiceLine[];
  extensions?: Extensions;
}

/** Sums as stated. Source: EN 16931-1, BG-22: BT-106 to BT-115. `accountingTax` is in `taxCurrency`, all others in `currency`. */
export interface InvoiceTotals {
  lines?: string;
  allowances?: string;
  charges?: string;
  taxExclusive?: string;
  tax?: string;
  accountingTax?: string;
  taxInclusive?: string;
  prepaid?: string;
  rounding?: string;
  payable?: string;
}

/** One position (BG-25). `amount` is net, with the line's charges and without its allowances; `order` and `orderLine` are the buyer's. */
export interface InvoiceLine {
  number: string;
  note: string[];
  object?: Identifier;
  quantity: DocumentQuantity;
  amount?: string;
  order?: OrderReference;
  orderLine?: string;
  despatch?: DocumentReference;
  receipt?: DocumentReference;
  costReference?: string;
  period?: Period;
  deliveredOn?: string;
  shipTo?: Party;
  charges: Charge[];
  price?: DocumentPrice;
  tax?: TaxCategory;
  /** The tax of this line alone, where a format says it. */
  taxAmount?: string;
  item: Item;
  traced: TracedGoods[];
  extensions?: Extensions;
}
