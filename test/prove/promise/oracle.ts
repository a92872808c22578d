import type { PromiseAnswer, PromiseInputs, WorkCalendar } from '#libs/supply';

/**
 * What a promise must say, found by walking day by day: no arithmetic on weeks, no conversion of local times to instants, nothing of
 * the code under test but the shapes of its data. Quantities of these worlds are whole numbers.
 */
export interface Expected {
  problem: PromiseAnswer['problem'];
  /** The day on the dock, or of despatch where no way is known. */
  day: string | null;
  dock: boolean;
  sources: readonly Supply[];
}

export interface Supply {
  key: string;
  basis: string;
  units: number;
  ship: string;
  arrive: string | null;
}

const epoch = Date.UTC(2000, 0, 1);
const nameOf = (n: number): string => new Date(epoch + n * 86_400_000).toISOString().slice(0, 10);
const numberOf = (day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - epoch) / 86_400_000);
/** 2000-01-01 was a Saturday. */
const weekdayOf = (n: number): number => ((((n + 5) % 7) + 7) % 7) + 1;
const horizon = 1_500;

const usual: WorkCalendar = {
  place: '',
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  opens: '00:00',
  closes: '24:00',
  cutOff: '24:00',
  handlingDays: 0,
  leadFrom: 'ORDER',
  days: [],
};

function works(calendar: WorkCalendar, n: number): boolean {
  for (const { day, kind } of calendar.days) if (numberOf(day) === n) return kind === 'OPEN';
  return calendar.workingDays.includes(weekdayOf(n));
}

/** Day and time of the wall clock, as a Swede writes them: 2027-03-28 02:30. */
function wall(at: string, zone: string): { n: number; time: string } {
  const [day = '', time = ''] = new Date(at).toLocaleString('sv-SE', { timeZone: zone }).split(' ');
  return { n: numberOf(day), time: time.slice(0, 5) };
}

function calendarAt(inputs: PromiseInputs, place: string): WorkCalendar {
  for (const calendar of inputs.calendars) if (calendar.place === place) return calendar;
  for (const calendar of inputs.calendars) if (calendar.place === '') return calendar;
  return usual;
}

/** Walks until the order is taken: a working day, today only before the cut-off. */
function taken(calendar: WorkCalendar, at: string): number {
  const { n, time } = wall(at, calendar.timeZone);
  for (let day = n; day < n + horizon; day++) if (works(calendar, day) && (day > n || time < calendar.cutOff)) return day;
  throw new Error('nobody works');
}

function walkWorking(calendar: WorkCalendar, from: number, count: number): number {
  let day = from;
  let left = count;
  while (!works(calendar, day)) day++;
  while (left > 0) if (works(calendar, ++day)) left--;
  return day;
}

function arrivals(inputs: PromiseInputs, place: string, ship: number): string | null {
  const methods = new Set(inputs.transit.map((row) => row.method));
  let best: number | null = null;
  for (const method of methods) {
    if (inputs.method !== null && method !== inputs.method) continue;
    // From the most special question to the least: the first row that answers holds.
    const asked = [place, ''].flatMap((p) => [
      [p, inputs.shipTo.country, inputs.shipTo.region],
      [p, inputs.shipTo.country, ''],
      [p, '', ''],
    ]);
    const row = asked
      .map(([p, c, r]) => inputs.transit.find((t) => t.method === method && t.place === p && t.country === c && t.region === r))
      .find(Boolean);
    if (!row) continue;
    let day = ship;
    if (row.kind === 'WORKING') while (weekdayOf(day) > 5) day++;
    for (let left = row.days; left > 0; ) {
      day++;
      if (row.kind === 'CALENDAR' || weekdayOf(day) <= 5) left--;
    }
    if (inputs.receiving) while (!works(inputs.receiving, day)) day++;
    if (best === null || day < best) best = day;
  }
  return best === null ? null : nameOf(best);
}

function suppliesOf(inputs: PromiseInputs): Supply[] {
  const found: Supply[] = [];
  const add = (key: string, basis: string, place: string, units: number, ship: number): void => {
    found.push({ key, basis, units, ship: nameOf(ship), arrive: arrivals(inputs, place, ship) });
  };
  for (const { place, quantity } of inputs.stock) {
    const calendar = calendarAt(inputs, place);
    if (Number(quantity) > 0)
      add(
        `STOCK ${place} `,
        'STOCK',
        place,
        Number(quantity),
        walkWorking(calendar, taken(calendar, inputs.askedAt), calendar.handlingDays),
      );
  }
  for (const { place, reference, quantity, expectedOn } of inputs.inbound) {
    const calendar = calendarAt(inputs, place);
    if (numberOf(expectedOn) < wall(inputs.askedAt, calendar.timeZone).n) continue;
    let shelf = numberOf(expectedOn) + 1;
    while (!works(calendar, shelf) || shelf < taken(calendar, inputs.askedAt)) shelf++;
    add(`INBOUND ${place} ${reference}`, 'INBOUND', place, Number(quantity), walkWorking(calendar, shelf, calendar.handlingDays));
  }
  if (inputs.lead) {
    const calendar = calendarAt(inputs, '');
    const first = taken(calendar, inputs.askedAt);
    let day = calendar.leadFrom === 'ORDER' ? wall(inputs.askedAt, calendar.timeZone).n : first;
    if (inputs.lead.kind === 'WORKING') day = walkWorking(calendar, day, inputs.lead.days);
    else for (let left = inputs.lead.days; left > 0; left--) day++;
    while (!works(calendar, day) || day < first) day++;
    add('LEAD_TIME  ', 'LEAD_TIME', '', Number.POSITIVE_INFINITY, day);
  }
  return found;
}

const unitsOf = (supplies: readonly Supply[]): number => supplies.reduce((sum, { units }) => sum + units, 0);

/** The answer that the inputs demand. */
export function expected(inputs: PromiseInputs): Expected {
  const none = { day: null, dock: false, sources: [] };
  if (!inputs.orderable) return { problem: 'NOT_ORDERABLE', ...none };
  const all = suppliesOf(inputs);
  const wanted = Number(inputs.quantity);
  if (unitsOf(all) < wanted) return { problem: 'NO_SUPPLY', ...none };
  const dock = inputs.transit.length > 0 || inputs.method !== null;
  const usable = dock ? all.filter(({ arrive }) => arrive !== null) : all;
  if (unitsOf(usable) < wanted) return { problem: 'NO_ROUTE', ...none };
  const start = wall(inputs.askedAt, 'UTC').n - 2;
  for (let n = start; n < start + 2 * horizon; n++) {
    const there = usable.filter(({ ship, arrive }) => (dock ? (arrive ?? '9') : ship) <= nameOf(n));
    if (unitsOf(there) >= wanted) return { problem: null, day: nameOf(n), dock, sources: usable };
  }
  throw new Error('beyond the horizon');
}
