import { add, compare } from '#libs/kernel';
import { isFinal, type WholeOrder } from '#libs/procurement';

/**
 * What of an order stands, as the order: lines that ended whole are left out, the others have what did not end and what that costs. What has
 * left stands: it is paid for like the rest. undefined: nothing is left of it, so nobody may be asked to deliver it.
 */
export function liveOrder(order: WholeOrder): WholeOrder | undefined {
  const lines = order.lines.flatMap((line) => {
    const schedules = line.schedules.filter(({ status }) => !isFinal(status));
    if (schedules.length === 0) return [];
    const quantity = schedules.reduce((sum, schedule) => add(sum, schedule.quantity), '0');
    if (compare(quantity, line.quantity) === 0) return [line];
    return [{ ...line, quantity, schedules, lineAmount: line.liveAmount }];
  });
  return lines.length === 0 ? undefined : { ...order, lines, total: order.liveTotal };
}
