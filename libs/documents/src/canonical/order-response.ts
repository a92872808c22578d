import type { Charge, DocumentPrice, DocumentQuantity, Extensions, Item } from './line.js';
import type { OrderTotals } from './order.js';
import type { LineAction } from './order-change.js';
import type { Party } from './party.js';

/** What the supplier says of the whole order; `changed` means: see the lines. */
export type ResponseStatus = 'received' | 'accepted' | 'rejected' | 'changed';

/** What the supplier says of one quantity of a line. */
export type ScheduleStatus = 'accepted' | 'changed' | 'backordered' | 'rejected' | 'substituted';

/** The supplier's answer to an order. Sources: UBL 2.1 OrderResponse, Peppol BIS Ordering 3 (T76), cXML 1.2 ConfirmationRequest, X12 004010 855 and 865. */
export interface OrderResponse {
  kind: 'orderResponse';
  /** The supplier's own number of this answer or of his sales order. */
  number?: string;
  issuedOn: string;
  issuedAt?: string;
  order: { number: string; version?: string; issuedOn?: string; payloadId?: string };
  /** The change of the order that is answered, when it is not the order itself (X12 865). */
  change?: { number?: string; sequence?: string; issuedOn?: string };
  status: ResponseStatus;
  /** What holds for lines that are not listed, where the format says so (cXML type except, X12 BAK02 AE: accepted). Absent: nothing. */
  unlisted?: ScheduleStatus;
  operation?: 'new' | 'update';
  /** Id of the document with the answer before this one, which this one takes the place of (cXML payloadID). */
  replaces?: string;
  buyer: Party;
  supplier: Party;
  currency?: string;
  note: string[];
  lines: OrderResponseLine[];
  /** An agreement the supplier writes himself (UBL OrderAgreement) says what it comes to; an answer does not. */
  agreement?: string;
  charges?: Charge[];
  totals?: OrderTotals;
  extensions?: Extensions;
}

/** The answer to one order line. `number` is the BUYER'S line number as text; `quantity` what was ordered, as echoed. */
export interface OrderResponseLine {
  number: string;
  supplierLine?: string;
  item?: Item;
  quantity?: DocumentQuantity;
  /** What the answered change did to the line, where the answer repeats it; `rawAction` the sender's own code. */
  action?: LineAction;
  rawAction?: string;
  /** Per quantity: 60 now, 40 on a date, the rest rejected are three. */
  schedules: ResponseSchedule[];
  note: string[];
  /** Net of the line, in an agreement. */
  amount?: string;
  extensions?: Extensions;
}

/** One quantity of a line and what becomes of it. `rawStatus` is the partner's own code (ACK01, UBL line status, cXML type). */
export interface ResponseSchedule {
  status: ScheduleStatus;
  rawStatus?: string;
  quantity: DocumentQuantity;
  shipOn?: string;
  deliverOn?: string;
  price?: DocumentPrice;
  substitute?: Item;
  reason?: string;
}
