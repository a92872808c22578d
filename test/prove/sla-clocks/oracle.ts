import type { WorkCalendar } from '#libs/supply';

/** When a clock must warn, be breached and escalate, found by walking minute by minute over the wall of the supplier. */
export interface ExpectedMark {
  clock: string;
  mark: string;
  level: number;
  at: number;
}

interface Terms {
  minutes: Readonly<Record<string, number>>;
  always: boolean;
  warnPercent: number;
  escalatePercents: readonly number[];
}

const minute = 60_000;

/** Day, weekday and time of the wall, as a Swede writes them. */
function wall(at: number, zone: string): { day: string; time: string; weekday: number } {
  const [day = '', time = ''] = new Date(at).toLocaleString('sv-SE', { timeZone: zone }).split(' ');
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return { day, time: time.slice(0, 5), weekday: weekday === 0 ? 7 : weekday };
}

function works(calendar: WorkCalendar, at: number): boolean {
  const { day, time, weekday } = wall(at, calendar.timeZone);
  const exception = calendar.days.find((one) => one.day === day);
  const open = exception ? exception.kind === 'OPEN' : calendar.workingDays.includes(weekday);
  return open && time >= calendar.opens && time < calendar.closes;
}

/** Minutes of work counted one by one; whole minutes from a whole minute on. */
function walk(calendar: WorkCalendar | null, start: number, minutes: number): number {
  if (calendar === null) return start + minutes * minute;
  let left = minutes;
  for (let at = start; ; at += minute) {
    if (works(calendar, at)) left--;
    if (left <= 0) return at + minute;
  }
}

/** Every mark of a request that started then. An order to follow is due day and night. */
export function expectedMarks(terms: Terms, calendar: WorkCalendar, start: Date): ExpectedMark[] {
  const steps: [string, number][] = [
    ['WARNING', terms.warnPercent],
    ['BREACH', 100],
    ...[...terms.escalatePercents].sort((a, b) => a - b).map((percent): [string, number] => ['ESCALATION', percent]),
  ];
  return Object.entries(terms.minutes).flatMap(([clock, minutes]) =>
    steps.map(([mark, percent], i) => ({
      clock,
      mark,
      level: i + 1,
      at: walk(terms.always || clock === 'PO' ? null : calendar, start.getTime(), (minutes * percent) / 100),
    })),
  );
}
