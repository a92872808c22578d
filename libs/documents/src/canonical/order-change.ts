import type { Order, OrderLine } from './order.js';
import type { OrderReference } from './reference.js';

/** What becomes of a line. `none` repeats a line for reading only; `reopen` takes back a deletion. */
export type LineAction = 'add' | 'change' | 'delete' | 'none' | 'reopen';

/**
 * The buyer's wish to change an order that was sent, or to take it back as a whole (`cancel`, then without lines). It binds nobody
 * before the supplier has answered. `number` is the change's own number, absent where the sender gives none;
 * `sequence` counts the changes of one order; sums are those of the order as it would be.
 * Sources: UBL 2.1 OrderChange and OrderCancellation, Peppol BIS Ordering 3 (T114, T115), X12 004010 860, EDIFACT ORDCHG.
 * A cXML OrderRequest of type update or delete replaces the whole order and is an `Order` with that purpose.
 */
export interface OrderChange extends Omit<Order, 'kind' | 'purpose' | 'number' | 'replaces' | 'currency' | 'lines'> {
  kind: 'orderChange';
  purpose: 'change' | 'cancel';
  /** The sender's own code where it says more than `purpose` (X12 BCH01 05: takes the place of the whole order). */
  rawPurpose?: string;
  number?: string;
  sequence?: string;
  order: OrderReference;
  /** Why, in words for people. */
  reason?: string;
  currency?: string;
  lines: OrderChangeLine[];
}

/** A line as it shall be, or the line to be taken out. `rawAction` is the sender's own code (X12 POC02, UBL line status, EDIFACT 1229) where it says more than `action`. */
export interface OrderChangeLine extends OrderLine {
  action: LineAction;
  rawAction?: string;
}
