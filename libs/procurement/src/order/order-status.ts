import { baseOf, hasLeft, isFinal, isLive } from './schedule.lifecycle.js';
import { type BaseStatus, type ScheduleStatus } from './schedule-status.js';

/**
 * Where an order stands as a whole. SENT: nothing heard; RECEIVED: the supplier has it; CHANGE_PROPOSED: the buyer must answer;
 * PART_CONFIRMED: some of it is open, back-ordered or rejected; PART_CANCELLED: what is left is confirmed;
 * COMPLETE: nothing is open and the buyer closed the rest short; PART_SHIPPED: some of what is confirmed has left; SHIPPED: all that is
 * left of it has; DELIVERED: it has arrived.
 */
export const orderStatuses = [
  'SENT',
  'RECEIVED',
  'PART_CONFIRMED',
  'CONFIRMED',
  'CHANGE_PROPOSED',
  'REJECTED',
  'PART_CANCELLED',
  'CANCELLED',
  'COMPLETE',
  'PART_SHIPPED',
  'SHIPPED',
  'DELIVERED',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/**
 * The header status, computed from the quantities alone and whether the supplier acknowledged. The database computes the
 * same in procurement.status_of; a test compares both on every combination.
 */
export function orderStatus(
  schedules: readonly { status: ScheduleStatus; base: BaseStatus | null }[],
  acknowledged: boolean,
): OrderStatus {
  const has = (...statuses: ScheduleStatus[]): boolean => schedules.some((schedule) => statuses.includes(schedule.status));
  if (has('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED')) return 'CHANGE_PROPOSED';
  if (schedules.every((schedule) => isFinal(schedule.status))) return closedStatus(schedules);
  const bases = schedules.filter((schedule) => isLive(schedule.status)).map(baseOf);
  if (bases.length === 0) return has('SHIPPED') ? 'SHIPPED' : 'DELIVERED';
  const gone = schedules.some((schedule) => hasLeft(schedule.status));
  const partly = bases.includes('BACKORDERED') || has('REJECTED');
  if (bases.includes('REQUESTED')) {
    if (partly || gone || bases.includes('CONFIRMED')) return 'PART_CONFIRMED';
    return acknowledged ? 'RECEIVED' : 'SENT';
  }
  if (gone) return 'PART_SHIPPED';
  if (partly) return 'PART_CONFIRMED';
  return has('CANCELLED', 'CLOSED_SHORT') ? 'PART_CANCELLED' : 'CONFIRMED';
}

function closedStatus(schedules: readonly { status: ScheduleStatus }[]): OrderStatus {
  if (schedules.some((schedule) => schedule.status === 'CLOSED_SHORT')) return 'COMPLETE';
  return schedules.every((schedule) => schedule.status === 'REJECTED') ? 'REJECTED' : 'CANCELLED';
}
