/**
 * Where one quantity of an order line stands. REQUESTED: ordered, unanswered. The two PROPOSED wait for the buyer, the two
 * of a request (CHANGE_REQUESTED, CANCEL_REQUESTED) for the supplier. REJECTED, CANCELLED, CLOSED_SHORT are final.
 * SHIPPED has left the supplier, DELIVERED has arrived: it is paid for, and nobody waits for it any more.
 */
export const scheduleStatuses = [
  'REQUESTED',
  'CONFIRMED',
  'BACKORDERED',
  'CHANGE_PROPOSED',
  'SUBSTITUTE_PROPOSED',
  'CHANGE_REQUESTED',
  'CANCEL_REQUESTED',
  'REJECTED',
  'CANCELLED',
  'CLOSED_SHORT',
  'SHIPPED',
  'DELIVERED',
] as const;
export type ScheduleStatus = (typeof scheduleStatuses)[number];

/** What stands under a pending proposal or request and comes back when it is declined or refused. */
export const baseStatuses = ['REQUESTED', 'CONFIRMED', 'BACKORDERED'] as const;
export type BaseStatus = (typeof baseStatuses)[number];

/** Which party of the order acts. */
export const sides = ['BUYER', 'SUPPLIER'] as const;
export type Side = (typeof sides)[number];

/** What a party does to one quantity. GRANT and REFUSE answer the buyer's request, ACCEPT and DECLINE the supplier's proposal. */
export const scheduleEvents = [
  'CONFIRM',
  'BACKORDER',
  'PROPOSE_CHANGE',
  'PROPOSE_SUBSTITUTE',
  'REJECT',
  'GRANT',
  'REFUSE',
  'ACCEPT',
  'DECLINE',
  'CANCEL',
  'REQUEST_CHANGE',
  'CLOSE_SHORT',
  'SHIP',
  'RECEIVE',
  'UNSHIP',
] as const;
export type ScheduleEvent = (typeof scheduleEvents)[number];
