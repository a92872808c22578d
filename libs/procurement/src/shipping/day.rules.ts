import { addDays, type Fault, type LocalDate } from '#libs/kernel';
import type { WholeOrder } from '../order/order.entity.js';
import type { MovedGoods } from './shipping.rules.js';

export type DayFault = Fault<'DayNotPossible'>;

/** A day is told where the goods are: beside the hub's UTC it may be the day before or after. */
const zoneDays = 1;
/** Goods of an urgent request leave before their order, and some ERPs post an order long after it was given. */
const beforeOrderDays = 30;
/** The longest journeys by sea take less than half of it. */
const journeyDaysMax = 366;

/** A day of an input, and the days between which it must lie. */
interface Told {
  field: string;
  day: LocalDate | null | undefined;
  from: LocalDate;
  to: LocalDate;
}

/** What leaves has left: not days ahead, and not long before it was ordered; it arrives no sooner than it left. */
export function shippingDayFaults(
  order: Pick<WholeOrder, 'placedAt'>,
  today: LocalDate,
  { shippedOn, deliverOn }: { shippedOn: LocalDate; deliverOn?: LocalDate | null | undefined },
): DayFault[] {
  const placedOn = order.placedAt.toISOString().slice(0, 10);
  return [
    ...outside({ field: 'shippedOn', day: shippedOn, from: addDays(placedOn, -beforeOrderDays), to: addDays(today, zoneDays) }),
    ...outside({
      field: 'deliverOn',
      day: deliverOn,
      from: addDays(shippedOn, -zoneDays),
      to: addDays(shippedOn, journeyDaysMax),
    }),
  ];
}

/** What arrives has left before, all of it, and arrived by today. */
export function receivingDayFaults(goods: Pick<MovedGoods, 'pieces'>, today: LocalDate, receivedOn: LocalDate): DayFault[] {
  const to = addDays(today, zoneDays);
  const days = goods.pieces.flatMap(({ schedule }) => schedule.shipOn ?? []);
  const leftOn = days.sort().at(-1);
  return outside({ field: 'receivedOn', day: receivedOn, from: leftOn ? addDays(leftOn, -zoneDays) : '', to });
}

function outside({ field, day, from, to }: Told): DayFault[] {
  if (day == null || (from <= day && day <= to)) return [];
  return [{ code: 'DayNotPossible', path: [field], values: { day, earliest: from || null, latest: to } }];
}
