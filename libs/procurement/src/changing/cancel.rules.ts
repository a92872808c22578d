import { addDays, type Fault, type LocalDate } from '#libs/kernel';
import type { OrderLine, ScheduleLine } from '../order/order.entity.js';
import { baseOf } from '../order/schedule.lifecycle.js';

export type CancelFault = Fault<'LineNonCancellable' | 'CancellationWindowClosed'>;

/**
 * What forbids the buyer to cancel these quantities of a line. A non-cancellable line binds from the order on, unless the
 * supplier himself put other terms in the place of what was ordered. A confirmed quantity can be cancelled until the day before it
 * ships, or for as many days earlier as the offer said when it was ordered.
 */
export function cancelFaults(
  line: OrderLine,
  schedules: readonly ScheduleLine[],
  at: { today: LocalDate; path: readonly string[] },
): CancelFault[] {
  const bound = schedules.filter((schedule) => schedule.proposal === null || baseOf(schedule) !== 'REQUESTED');
  if (line.ncnr && bound.length > 0) return [{ code: 'LineNonCancellable', path: at.path, values: { line: line.number } }];
  const lastDay = addDays(at.today, line.cancelDays ?? 0);
  const shipping = schedules.find(
    (schedule) => baseOf(schedule) === 'CONFIRMED' && schedule.shipOn !== null && schedule.shipOn <= lastDay,
  );
  if (!shipping) return [];
  return [{ code: 'CancellationWindowClosed', path: at.path, values: { line: line.number, shipOn: shipping.shipOn } }];
}
