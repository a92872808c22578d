import type { DocumentQuantity, Extensions, Item } from '../line.js';
import type { Party } from '../party.js';
import type { DocumentPurpose, DocumentReference, OrderReference } from '../reference.js';
import type { Package, PackedQuantity, Shipment, TracedGoods } from './package.js';

/**
 * What arrived and what of it was taken. Sources: UBL 2.1 ReceiptAdvice, Peppol Logistics receipt advice 1, cXML 1.2 ReceiptRequest,
 * X12 004010 861, EDIFACT RECADV. Quantities are each said on their own: nothing is made out of a difference.
 */
export interface ReceiptAdvice {
  kind: 'receiptAdvice';
  purpose: DocumentPurpose;
  number: string;
  issuedOn: string;
  issuedAt?: string;
  receivedOn?: string;
  receivedAt?: string;
  /** Whether goods of this document are still to be looked at. */
  isFinal?: boolean;
  note: string[];
  buyer: Party;
  supplier: Party;
  shipFrom?: Party;
  shipTo?: Party;
  order?: OrderReference;
  despatch?: DocumentReference;
  shipment: Shipment;
  packages: Package[];
  lines: ReceiptLine[];
  extensions?: Extensions;
}

/** One position as it came. `rejectReason` is the format's code (UBL RejectReasonCode, X12 RCD09, EDIFACT 4295); `reason` says it in words. */
export interface ReceiptLine {
  number: string;
  order?: OrderReference;
  /** The BUYER'S line number as text. */
  orderLine?: string;
  despatch?: DocumentReference;
  item: Item;
  received?: DocumentQuantity;
  accepted?: DocumentQuantity;
  rejected?: DocumentQuantity;
  short?: DocumentQuantity;
  over?: DocumentQuantity;
  returned?: DocumentQuantity;
  rejectReason?: string;
  rejectAction?: string;
  reason?: string;
  receivedOn?: string;
  packed: PackedQuantity[];
  traced: TracedGoods[];
  note: string[];
  extensions?: Extensions;
}
