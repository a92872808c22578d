import { addDays, type LocalDate } from '#libs/kernel';
import { assumedCalendar, instantOf, minutesOf, type WorkCalendar, wallClock, workingDaysLater } from '#libs/supply';
import type { CoreTerms } from './rotable.entity.js';

/** An instant at which something runs out. WARNING comes first, DUE is late, each FEE costs, BILL ends it. */
export interface RotableMark {
  clock: 'CORE' | 'QUOTE' | 'APPROVE' | 'TURN';
  mark: 'WARNING' | 'DUE' | 'FEE' | 'BILL';
  /** Counts the fees of a core; 1 of the others. */
  n: number;
  dueAt: Date;
}

/** Share of the time at which a clock warns: as with urgent requests. */
const warnShare = 0.75;

/** The end of a day at the place: when it closes. */
export function endOf(calendar: WorkCalendar | null, day: LocalDate): Date {
  const at = calendar ?? assumedCalendar;
  return instantOf(day, minutesOf(at.closes), at.timeZone);
}

/**
 * When the place closes so many days after an instant. Calendar days that end on a day off run on to the next working one, because
 * nobody is there to take a unit in.
 */
export function daysLater(
  calendar: WorkCalendar | null,
  start: Date,
  { days, dayKind }: { days: number; dayKind: 'CALENDAR' | 'WORKING' },
): Date {
  const at = calendar ?? assumedCalendar;
  const today = wallClock(start, at.timeZone).date;
  return endOf(at, dayKind === 'WORKING' ? workingDaysLater(at, today, days) : workingDaysLater(at, addDays(today, days), 0));
}

/** A warning before, and the end. */
export function marksUntil(clock: RotableMark['clock'], start: Date, dueAt: Date): RotableMark[] {
  const warnAt = new Date(start.getTime() + Math.floor((dueAt.getTime() - start.getTime()) * warnShare));
  return [
    { clock, mark: 'WARNING', n: 1, dueAt: warnAt },
    { clock, mark: 'DUE', n: 1, dueAt },
  ];
}

/** When the core of a unit that left then must be there. */
export const coreDueAt = (terms: CoreTerms, sentAt: Date): Date =>
  daysLater(terms.calendar, sentAt, { days: terms.coreDays, dayKind: terms.dayKind });

/**
 * What a core costs that is due then: a fee when it is late and after each period, `lateFeesMax` times at most and until the core is
 * billed, when the terms say so. Fees count from 1: those that were charged before are added where the marks are written.
 */
export function coreMarks(terms: CoreTerms, { start, dueAt }: { start: Date; dueAt: Date }): RotableMark[] {
  const at = terms.calendar ?? assumedCalendar;
  const day = wallClock(new Date(dueAt.getTime() - 1), at.timeZone).date;
  const billAt = terms.billDays === null ? null : endOf(at, addDays(day, terms.billDays));
  const marks = marksUntil('CORE', start, dueAt);
  for (let n = 1; Number(terms.lateFee) > 0 && n <= terms.lateFeesMax; n++) {
    const feeAt = endOf(at, addDays(day, (n - 1) * terms.lateDays));
    if (billAt !== null && feeAt >= billAt) break;
    marks.push({ clock: 'CORE', mark: 'FEE', n, dueAt: feeAt });
  }
  return billAt === null ? marks : [...marks, { clock: 'CORE', mark: 'BILL', n: 1, dueAt: billAt }];
}

/** Another core may come until then, or the rejected one is billed. */
export const replacementMarks = (start: Date, dueAt: Date): RotableMark[] => [
  ...marksUntil('CORE', start, dueAt),
  { clock: 'CORE', mark: 'BILL', n: 1, dueAt },
];
