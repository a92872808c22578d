import type { Side } from '../order/schedule-status.js';
import type { RotableEventName, RotableKind, RotableStatus } from './rotable.entity.js';

/** One legal step: `side` does `event` to a `kind` in `from`, and it is in `to`. */
export interface RotableEdge {
  kind: RotableKind;
  side: Side;
  event: RotableEventName;
  from: RotableStatus;
  to: RotableStatus;
}

type Row = readonly [kind: RotableKind, side: Side, event: RotableEventName, from: readonly RotableStatus[], to: RotableStatus];

const rows: readonly Row[] = [
  ['CORE', 'SUPPLIER', 'SEND', ['AWAITED'], 'DUE'],
  ['CORE', 'BUYER', 'SHIP', ['DUE', 'LATE', 'REJECTED'], 'SHIPPED'],
  ['CORE', 'SUPPLIER', 'RECEIVE', ['DUE', 'LATE', 'REJECTED', 'SHIPPED'], 'RECEIVED'],
  ['CORE', 'SUPPLIER', 'INSPECT', ['RECEIVED'], 'INSPECTED'],
  ['CORE', 'SUPPLIER', 'ACCEPT', ['RECEIVED', 'INSPECTED'], 'ACCEPTED'],
  ['CORE', 'SUPPLIER', 'REJECT', ['RECEIVED', 'INSPECTED'], 'REJECTED'],
  ['CORE', 'SUPPLIER', 'BILL', ['LATE', 'REJECTED', 'SHIPPED'], 'BILLED'],
  ['CORE', 'SUPPLIER', 'EXTEND', ['DUE', 'LATE'], 'DUE'],
  ['CORE', 'SUPPLIER', 'EXTEND', ['SHIPPED'], 'SHIPPED'],
  ['CORE', 'SUPPLIER', 'EXTEND', ['REJECTED'], 'REJECTED'],
  ['REPAIR', 'BUYER', 'SHIP', ['ORDERED'], 'SHIPPED'],
  ['REPAIR', 'BUYER', 'CANCEL', ['ORDERED'], 'CANCELLED'],
  ['REPAIR', 'SUPPLIER', 'CANCEL', ['ORDERED'], 'CANCELLED'],
  ['REPAIR', 'SUPPLIER', 'RECEIVE', ['ORDERED', 'SHIPPED'], 'RECEIVED'],
  ['REPAIR', 'SUPPLIER', 'QUOTE', ['RECEIVED', 'APPROVED', 'QUOTED'], 'QUOTED'],
  ['REPAIR', 'BUYER', 'APPROVE', ['QUOTED'], 'APPROVED'],
  ['REPAIR', 'BUYER', 'REFUSE', ['QUOTED'], 'REFUSED'],
  ['REPAIR', 'SUPPLIER', 'FINISH', ['RECEIVED', 'APPROVED'], 'REPAIRED'],
  ['REPAIR', 'SUPPLIER', 'RETURN', ['REPAIRED', 'REFUSED'], 'RETURNED'],
  ['REPAIR', 'SUPPLIER', 'SCRAP', ['REFUSED'], 'SCRAPPED'],
];

/**
 * Every legal step of a core or a repair. Source: parts-model ExchangeCore and RepairOrder, Spec 2000 R1 flow (quote, order, exception,
 * ship). The migration fills procurement.rotable_edge with the same rows; a test compares them.
 */
export const rotableEdges: readonly RotableEdge[] = rows.flatMap(([kind, side, event, from, to]) =>
  from.map((status) => ({ kind, side, event, from: status, to })),
);
