import { add, compare, normalise } from '#libs/kernel';
import type { Line, Order, Schedule } from '../order';

const states: Readonly<Record<'ship' | 'receive', readonly Schedule['status'][]>> = {
  ship: ['REQUESTED', 'CONFIRMED', 'BACKORDERED'],
  receive: ['SHIPPED'],
};

/** Lines of which something can leave, or arrive, with how much. */
export function movable(order: Order, what: 'ship' | 'receive'): { line: Line; open: string }[] {
  return order.lines.flatMap((line) => {
    const open = line.schedules
      .filter(({ status }) => states[what].includes(status))
      .reduce((sum, { quantity }) => add(sum, quantity), '0');
    return compare(open, '0') > 0 ? [{ line, open: normalise(open) }] : [];
  });
}
