import { addDays, addWorkingDays, type DecimalText, type LocalDate } from '#libs/kernel';
import { assumedCalendar, dayTaken, type WorkCalendar, workingDayFrom, workingDaysLater } from '../calendar/working-time.js';
import { wallClock } from '../calendar/zoned-time.js';
import type { PromiseBasis, PromiseInputs, TransitRow } from './promise.inputs.js';

/** One quantity that can leave on a day and arrive on another. */
export interface Source {
  basis: PromiseBasis;
  place: string;
  reference: string | null;
  /** null: as much as is wanted. */
  quantity: DecimalText | null;
  shipOn: LocalDate;
  arriveOn: LocalDate | null;
  method: string | null;
}

/** The calendar of a place: its own, else the supplier's default, else what is assumed of anybody. */
export function calendarOf(inputs: Pick<PromiseInputs, 'calendars'>, place: string): WorkCalendar {
  const own = inputs.calendars.find((calendar) => calendar.place === place);
  return own ?? inputs.calendars.find((calendar) => calendar.place === '') ?? assumedCalendar;
}

/** Everything the quantity could come from, each with its days. A receipt whose day has passed is not counted on. */
export function sourcesOf(inputs: PromiseInputs): Source[] {
  const at = new Date(inputs.askedAt);
  const stock = inputs.stock.map(({ place, quantity }) => {
    const calendar = calendarOf(inputs, place);
    const shipOn = workingDaysLater(calendar, dayTaken(calendar, at), calendar.handlingDays);
    return routed(inputs, { basis: 'STOCK', place, reference: null, quantity, shipOn });
  });
  const inbound = inputs.inbound.flatMap(({ place, reference, quantity, expectedOn }) => {
    const calendar = calendarOf(inputs, place);
    if (expectedOn < wallClock(at, calendar.timeZone).date) return [];
    // What comes in on a day is on the shelf the working day after.
    const shelved = workingDayFrom(calendar, addDays(expectedOn, 1));
    const shipOn = workingDaysLater(calendar, later(shelved, dayTaken(calendar, at)), calendar.handlingDays);
    return [routed(inputs, { basis: 'INBOUND', place, reference, quantity, shipOn })];
  });
  return [...stock, ...inbound, ...leadTime(inputs, at)];
}

function leadTime(inputs: PromiseInputs, at: Date): Source[] {
  if (inputs.lead === null) return [];
  const calendar = calendarOf(inputs, '');
  const taken = dayTaken(calendar, at);
  const from = calendar.leadFrom === 'ORDER' ? wallClock(at, calendar.timeZone).date : taken;
  const { days, kind } = inputs.lead;
  const over = kind === 'WORKING' ? workingDaysLater(calendar, from, days) : workingDayFrom(calendar, addDays(from, days));
  return [routed(inputs, { basis: 'LEAD_TIME', place: '', reference: null, quantity: null, shipOn: later(over, taken) })];
}

function routed(inputs: PromiseInputs, source: Omit<Source, 'arriveOn' | 'method'>): Source {
  const [best] = waysFrom(inputs, source.place)
    .map(({ method, days, kind }) => ({ method, arriveOn: arrival(inputs, source.shipOn, { days, kind }) }))
    .sort((a, b) => compareText(a.arriveOn, b.arriveOn) || compareText(a.method, b.method));
  return { ...source, arriveOn: best?.arriveOn ?? null, method: best?.method ?? null };
}

/** Carriers drive Monday to Friday when their days are working days; the ship-to takes goods in on its own. */
function arrival(inputs: PromiseInputs, shipOn: LocalDate, row: Pick<TransitRow, 'days' | 'kind'>): LocalDate {
  const there = row.kind === 'WORKING' ? addWorkingDays(shipOn, row.days) : addDays(shipOn, row.days);
  return inputs.receiving ? workingDayFrom(inputs.receiving, there) : there;
}

/** The ways from a place to the ship-to, one a method: the row that says most of place, then country, then region holds. */
export function waysFrom(inputs: Pick<PromiseInputs, 'transit' | 'shipTo' | 'method'>, place: string): TransitRow[] {
  const { shipTo, method } = inputs;
  const special = (row: TransitRow): number => (row.place ? 4 : 0) + (row.country ? 2 : 0) + (row.region ? 1 : 0);
  const best = new Map<string, TransitRow>();
  for (const row of inputs.transit) {
    const here = row.place === '' || row.place === place;
    const there = (row.country === '' || row.country === shipTo.country) && (row.region === '' || row.region === shipTo.region);
    if (!here || !there || (method !== null && row.method !== method)) continue;
    const known = best.get(row.method);
    if (!known || special(row) > special(known)) best.set(row.method, row);
  }
  return [...best.values()];
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** By code units, as text of days and codes must be compared everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
