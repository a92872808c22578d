import type { PromiseInputs, WorkCalendar } from '#libs/supply';
import type { Random } from '../support/random.js';

/** Whole and half hours, quarter hours, half an hour of summer time, the date line. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Los_Angeles',
  'Asia/Shanghai',
] as const;

/** Nights in which clocks change somewhere, and ends of months and years. */
const corners = [
  '2027-03-28T01:00:00Z',
  '2027-10-31T01:00:00Z',
  '2027-03-14T07:00:00Z',
  '2027-11-07T06:00:00Z',
  '2027-04-03T15:00:00Z',
  '2027-10-02T15:30:00Z',
  '2027-12-31T23:30:00Z',
  '2028-02-28T12:00:00Z',
  '2028-02-29T23:59:00Z',
] as const;

const countries = ['US', 'DE', 'SG'] as const;
const places = ['A', 'B', 'C'] as const;
const methods = ['AIR', 'GROUND', 'SEA'] as const;

const two = (n: number): string => String(n).padStart(2, '0');

function instant(random: Random): Date {
  const base = random.below(2) ? Date.parse(random.pick(corners)) : Date.UTC(2027, 0, 1) + random.below(700) * 86_400_000;
  // To the minute, and sometimes to the second around it.
  return new Date(base + (random.below(2 * 2880) - 2880) * 60_000 + (random.below(3) - 1) * 1000);
}

const dayAfter = (at: Date, days: number): string => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** A week with holidays and extra days around an instant. */
export function randomCalendar(random: Random, place: string, at: Date): WorkCalendar {
  const week = random.shuffled([1, 2, 3, 4, 5, 6, 7]).slice(0, 1 + random.below(7));
  const days = new Map<string, 'CLOSED' | 'OPEN'>();
  for (let n = random.below(8); n > 0; n--) days.set(dayAfter(at, random.below(20) - 2), random.below(3) ? 'CLOSED' : 'OPEN');
  return {
    place,
    timeZone: random.pick(zones),
    workingDays: random.below(3) ? [1, 2, 3, 4, 5] : week.sort(),
    opens: '08:00',
    closes: '17:00',
    cutOff: random.below(4) ? `${two(random.below(24))}:${random.pick(['00', '30', '59'])}` : '24:00',
    handlingDays: random.below(3),
    leadFrom: random.below(2) ? 'ORDER' : 'CUT_OFF',
    days: [...days].map(([day, kind]) => ({ day, kind })).sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

function transit(random: Random): PromiseInputs['transit'][number][] {
  const rows = new Map<string, PromiseInputs['transit'][number]>();
  for (let n = random.below(8); n > 0; n--) {
    const country = random.below(3) ? random.pick(countries) : '';
    const row = {
      place: random.below(2) ? random.pick(places) : '',
      country,
      region: country && random.below(2) ? random.pick(['BY', 'WA']) : '',
      method: random.pick(methods),
      days: random.below(12),
      kind: random.below(2) ? ('CALENDAR' as const) : ('WORKING' as const),
    };
    rows.set([row.place, row.country, row.region, row.method].join(), row);
  }
  return [...rows.values()];
}

/** A question in a world of its own. */
export function randomQuestion(random: Random): PromiseInputs {
  const at = instant(random);
  const where = random.shuffled(places);
  const calendars = ['', ...places].filter(() => random.below(3) > 0).map((place) => randomCalendar(random, place, at));
  return {
    askedAt: at.toISOString(),
    quantity: String(1 + random.below(30)),
    needBy: random.below(2) ? dayAfter(at, random.below(20)) : null,
    method: random.below(5) ? null : random.pick(methods),
    shipTo: { country: random.pick(countries), region: random.below(2) ? random.pick(['BY', 'WA']) : '' },
    orderable: random.below(30) > 0,
    lead: random.below(2) ? { days: random.below(40), kind: random.below(2) ? 'CALENDAR' : 'WORKING' } : null,
    stock: where.slice(0, random.below(4)).map((place) => ({
      place,
      quantity: String(random.below(20)),
      asOf: new Date(at.getTime() - random.below(72) * 3_600_000).toISOString(),
      source: 'FILE',
    })),
    inbound: Array.from({ length: random.below(4) }, (_, n) => ({
      place: random.pick(places),
      reference: `PO-${n}`,
      quantity: String(1 + random.below(15)),
      expectedOn: dayAfter(at, random.below(15) - 2),
    })),
    calendars,
    transit: transit(random),
    receiving: random.below(2) ? { ...randomCalendar(random, 'DOCK', at), cutOff: '24:00' } : null,
  };
}
