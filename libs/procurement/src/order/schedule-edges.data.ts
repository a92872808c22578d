import type { BaseStatus, ScheduleEvent, ScheduleStatus, Side } from './schedule-status.js';

/** One legal step: `side` does `event` to a quantity in `from` over `base`, and it is in `to`. */
export interface ScheduleEdge {
  side: Side;
  event: ScheduleEvent;
  from: ScheduleStatus;
  base: BaseStatus;
  to: ScheduleStatus;
}

const bases: readonly BaseStatus[] = ['REQUESTED', 'CONFIRMED', 'BACKORDERED'];
const proposals: readonly ScheduleStatus[] = ['CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED'];

/** Each status with the bases it can stand on: a base stands on itself, a pending one on any. */
function over(statuses: readonly ScheduleStatus[]): { from: ScheduleStatus; base: BaseStatus }[] {
  return statuses.flatMap((from) => {
    const self = bases.find((base) => base === from);
    return self ? [{ from, base: self }] : bases.map((base) => ({ from, base }));
  });
}

function edges(side: Side, event: ScheduleEvent, rows: { from: ScheduleStatus; base: BaseStatus; to: ScheduleStatus }[]): ScheduleEdge[] {
  return rows.map((row) => ({ side, event, ...row }));
}

const to = (target: ScheduleStatus, statuses: readonly ScheduleStatus[]) => over(statuses).map((row) => ({ ...row, to: target }));
const toBase = (statuses: readonly ScheduleStatus[]) => over(statuses).map((row) => ({ ...row, to: row.base }));
const answerable: readonly ScheduleStatus[] = [...bases, ...proposals];

/**
 * Every legal step of a quantity. Source: states-and-formulas 4.1 (recommended order machine) with scenarios 2 to 5 of the
 * Peppol order agreement: the buyer's change or cancellation of something confirmed waits for the seller, the seller cancels
 * by rejecting. The migration fills procurement.schedule_edge with the same rows; a test compares them.
 */
export const scheduleEdges: readonly ScheduleEdge[] = [
  ...edges('SUPPLIER', 'CONFIRM', to('CONFIRMED', [...answerable, 'CHANGE_REQUESTED', 'CANCEL_REQUESTED'])),
  ...edges('SUPPLIER', 'BACKORDER', to('BACKORDERED', [...answerable, 'CHANGE_REQUESTED', 'CANCEL_REQUESTED'])),
  ...edges('SUPPLIER', 'PROPOSE_CHANGE', to('CHANGE_PROPOSED', [...answerable, 'CHANGE_REQUESTED'])),
  ...edges('SUPPLIER', 'PROPOSE_SUBSTITUTE', to('SUBSTITUTE_PROPOSED', [...answerable, 'CHANGE_REQUESTED'])),
  ...edges('SUPPLIER', 'REJECT', to('REJECTED', [...answerable, 'CHANGE_REQUESTED'])),
  ...edges('SUPPLIER', 'REJECT', to('CANCELLED', ['CANCEL_REQUESTED'])),
  ...edges('SUPPLIER', 'GRANT', to('CONFIRMED', ['CHANGE_REQUESTED'])),
  ...edges('SUPPLIER', 'GRANT', to('CANCELLED', ['CANCEL_REQUESTED'])),
  ...edges('SUPPLIER', 'REFUSE', toBase(['CHANGE_REQUESTED', 'CANCEL_REQUESTED'])),
  ...edges('BUYER', 'ACCEPT', to('CONFIRMED', proposals)),
  ...edges('BUYER', 'DECLINE', toBase(proposals)),
  ...edges(
    'BUYER',
    'CANCEL',
    over([...answerable, 'CHANGE_REQUESTED']).map((row) => ({ ...row, to: row.base === 'REQUESTED' ? 'CANCELLED' : 'CANCEL_REQUESTED' })),
  ),
  ...edges('BUYER', 'REQUEST_CHANGE', to('CHANGE_REQUESTED', [...bases, 'CHANGE_REQUESTED'])),
  ...edges('BUYER', 'CLOSE_SHORT', to('CLOSED_SHORT', ['CONFIRMED', 'BACKORDERED'])),
  // Goods that leave without an answer are an answer. What is proposed or asked for is settled first.
  ...edges('SUPPLIER', 'SHIP', to('SHIPPED', bases)),
  ...edges('BUYER', 'RECEIVE', [{ from: 'SHIPPED', base: 'REQUESTED', to: 'DELIVERED' }]),
  // It was said by mistake, but that it would leave was said.
  ...edges('SUPPLIER', 'UNSHIP', [{ from: 'SHIPPED', base: 'REQUESTED', to: 'CONFIRMED' }]),
];
