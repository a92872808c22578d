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

/** Numbers under which something has left and was not taken back, the newest first; none when everything of it has arrived. */
export function despatchesOnTheirWay(order: Order): string[] {
  if (!order.lines.some((line) => line.schedules.some(({ status }) => status === 'SHIPPED'))) return [];
  const told = (kind: Order['timeline'][number]['kind']): string[] =>
    order.timeline.filter((event) => event.kind === kind).flatMap(({ despatchNumber }) => despatchNumber ?? []);
  const undone = new Set(told('DESPATCH_UNDONE'));
  return told('SHIPPED')
    .filter((number) => !undone.has(number))
    .reverse();
}
