import type { DocumentQuantity, Extensions, Item } from '../line.js';
import type { Party } from '../party.js';
import type { Attachment, DocumentPurpose, OrderReference } from '../reference.js';
import type { Package, PackedQuantity, Shipment, TracedGoods } from './package.js';

/**
 * What was sent, how it is packed and when it arrives. `supplier` sells, `shipFrom` is where the goods leave when that is another
 * party or place; `buyer` buys, `shipTo` receives. `order` holds when all lines belong to one order; a line may name its own.
 * Sources: UBL 2.1 DespatchAdvice, Peppol BIS Despatch Advice 3 (T16), cXML 1.2 ShipNoticeRequest, X12 004010 856, EDIFACT DESADV.
 */
export interface DespatchAdvice {
  kind: 'despatchAdvice';
  purpose: DocumentPurpose;
  number: string;
  version?: string;
  /** Id of the advice before this one, which this one takes the place of or cancels. */
  replaces?: string;
  issuedOn: string;
  issuedAt?: string;
  /** Whether the goods have left. */
  status?: 'planned' | 'actual';
  /** Whether more of the order will follow. */
  fulfilment?: 'complete' | 'partial';
  note: string[];
  buyer: Party;
  supplier: Party;
  shipFrom?: Party;
  shipTo?: Party;
  /** Who the goods are for in the end, behind the place of delivery. */
  recipient?: Party;
  billTo?: Party;
  order?: OrderReference;
  agreement?: string;
  deliveryTerms?: { incoterm?: string; place?: string };
  shipment: Shipment;
  packages: Package[];
  attachments: Attachment[];
  lines: DespatchLine[];
  extensions?: Extensions;
}

/** One position. `quantity` is what is in this shipment; `outstanding` what of the ordered quantity still follows. `orderLine` is the BUYER'S line number as text. */
export interface DespatchLine {
  number: string;
  order?: OrderReference;
  orderLine?: string;
  quantity: DocumentQuantity;
  ordered?: DocumentQuantity;
  outstanding?: DocumentQuantity;
  outstandingReason?: string;
  item: Item;
  packed: PackedQuantity[];
  traced: TracedGoods[];
  /** Documents of the line; those of one lot stand with the lot. */
  attachments: Attachment[];
  note: string[];
  revision?: string;
  hazardous?: boolean;
  extensions?: Extensions;
}
