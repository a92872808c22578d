import { addDays, type LocalDate } from '#libs/kernel';
import { instantOf, minutesOf, wallClock } from './zoned-time.js';

/** When a place works, as plain data: it is stored with what was computed from it. */
export interface WorkCalendar {
  /** A stock location, a site code, or '' for the whole organisation. */
  place: string;
  /** IANA name. */
  timeZone: string;
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  workingDays: readonly number[];
  /** `HH:MM` on the wall of the place; `closes` up to 24:00. */
  opens: string;
  closes: string;
  /** Orders of a working day before this leave that day. */
  cutOff: string;
  /** Working days between the day an order is taken and the day it leaves. */
  handlingDays: number;
  /** What a lead time runs from: the day of the order, or the working day on which it is taken. */
  leadFrom: 'ORDER' | 'CUT_OFF';
  /** Days that differ from the week. */
  days: readonly { day: LocalDate; kind: 'CLOSED' | 'OPEN' }[];
}

/** What is assumed of a place that nobody described: Monday to Friday, all day, UTC. */
export const assumedCalendar: WorkCalendar = Object.freeze({
  place: '',
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  opens: '00:00',
  closes: '24:00',
  cutOff: '24:00',
  handlingDays: 0,
  leadFrom: 'ORDER',
  days: [],
});

/** Days looked ahead for a working one: holidays of ten years would have to follow each other. */
const searchMax = 3_660;

/** Whether the place works on a day: an exception decides, else the week. */
export function isWorkingDay(calendar: WorkCalendar, date: LocalDate): boolean {
  const exception = calendar.days.find(({ day }) => day === date);
  if (exception) return exception.kind === 'OPEN';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return calendar.workingDays.includes(weekday === 0 ? 7 : weekday);
}

/** The day itself when it is a working one, else the first after it. Throws when there is none for ten years. */
export function workingDayFrom(calendar: WorkCalendar, date: LocalDate): LocalDate {
  let day = date;
  for (let looked = 0; looked < searchMax; looked++) {
    if (isWorkingDay(calendar, day)) return day;
    day = addDays(day, 1);
  }
  throw new Error(`calendar ${calendar.place} has no working day after ${date}`);
}

/** The working day `count` working days later; a day that is none counts as the next working one. */
export function workingDaysLater(calendar: WorkCalendar, date: LocalDate, count: number): LocalDate {
  let day = workingDayFrom(calendar, date);
  for (let left = count; left > 0; left--) day = workingDayFrom(calendar, addDays(day, 1));
  return day;
}

/** The working day on which an order of this instant is taken: today before the cut-off, else the next one. */
export function dayTaken(calendar: WorkCalendar, at: Date): LocalDate {
  const { date, minutes } = wallClock(at, calendar.timeZone);
  const today = isWorkingDay(calendar, date) && minutes < minutesOf(calendar.cutOff);
  return today ? date : workingDayFrom(calendar, addDays(date, 1));
}

/**
 * The instant at which `minutes` of working time have passed since `start`. Without a calendar the clock runs day and night.
 * Hours count as they pass: the night in which clocks are changed is an hour shorter or longer.
 */
export function workingMinutesLater(calendar: WorkCalendar | null, start: Date, minutes: number): Date {
  let left = minutes * 60_000;
  if (calendar === null) return new Date(start.getTime() + left);
  let day = wallClock(start, calendar.timeZone).date;
  for (let looked = 0; looked < searchMax; looked++) {
    if (isWorkingDay(calendar, day)) {
      const opens = instantOf(day, minutesOf(calendar.opens), calendar.timeZone).getTime();
      const closes = instantOf(day, minutesOf(calendar.closes), calendar.timeZone).getTime();
      const from = Math.max(opens, start.getTime());
      if (closes > from && left <= closes - from) return new Date(from + left);
      left -= Math.max(closes - from, 0);
    }
    day = addDays(day, 1);
  }
  throw new Error(`calendar ${calendar.place} does not work ${minutes} minutes in ten years`);
}
