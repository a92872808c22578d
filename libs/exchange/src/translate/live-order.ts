import { add, compare } from '#libs/kernel';
import { isLive, type WholeOrder } from '#libs/procurement';

/**
 * What of an order the buyer still expects, as the order: lines without a live quantity are left out, the others have their live quantity and what that
 * costs. undefined: nothing is left of it, so nobody may be asked to deliver it.
 */
export function liveOrder(order: WholeOrder): WholeOrder | undefined {
  const lines = order.lines.flatMap((line) => {
    const schedules = line.schedules.filter(({ status }) => isLive(status));
    if (schedules.length === 0) return [];
    const quantity = schedules.reduce((sum, schedule) => add(sum, schedule.quantity), '0');
    if (compare(quantity, line.quantity) === 0) return [line];
    return [{ ...line, quantity, schedules, lineAmount: line.liveAmount }];
  });
  return lines.length === 0 ? undefined : { ...order, lines, total: order.liveTotal };
}
