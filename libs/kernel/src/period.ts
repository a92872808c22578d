/** A calendar day, CCYY-MM-DD, without time or zone. */
export type LocalDate = string;

/** Days from `from` to `to`, both included; an absent end is open. */
export interface Period {
  from?: LocalDate;
  to?: LocalDate;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether `text` is a day of the real calendar (2024-02-29 is, 2023-02-29 is not), years 0001 to 9999. */
export function isLocalDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (match === null || match[1] === '0000') return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** Whether the day lies in the period, ends included. */
export function contains(period: Period, date: LocalDate): boolean {
  return (period.from === undefined || period.from <= date) && (period.to === undefined || date <= period.to);
}

/** Whether two periods share at least one day. */
export function overlap(a: Period, b: Period): boolean {
  const startsBeforeEnd = (x: Period, y: Period) => x.from === undefined || y.to === undefined || x.from <= y.to;
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** The day `days` calendar days later; earlier for a negative number. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS);
}

/** The day `days` working days later (days >= 0): Monday to Friday count; public holidays are not known here. From a weekend, 0 gives the Monday after. */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  let day = date;
  while (isWeekend(day)) day = addDays(day, 1);
  day = addDays(day, Math.floor(days / 5) * 7);
  for (let left = days % 5; left > 0; left--) {
    day = addDays(day, 1);
    while (isWeekend(day)) day = addDays(day, 1);
  }
  return day;
}

function isWeekend(date: LocalDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function dayOf(time: number): LocalDate {
  return new Date(time).toISOString().slice(0, 10);
}
