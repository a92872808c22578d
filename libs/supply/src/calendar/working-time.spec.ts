import { describe, expect, it } from '@jest/globals';
import {
  assumedCalendar,
  dayTaken,
  isWorkingDay,
  type WorkCalendar,
  workingDaysLater,
  workingMinutesLater,
} from './working-time.js';

const berlin: WorkCalendar = {
  ...assumedCalendar,
  place: 'BER',
  timeZone: 'Europe/Berlin',
  opens: '08:00',
  closes: '17:00',
  cutOff: '15:00',
  days: [
    { day: '2027-05-06', kind: 'CLOSED' },
    { day: '2027-05-08', kind: 'OPEN' },
  ],
};
const later = (calendar: WorkCalendar | null, start: string, minutes: number): string =>
  workingMinutesLater(calendar, new Date(start), minutes).toISOString();

describe('working days', () => {
  it('follow the week but for holidays and days that are worked in', () => {
    const days = ['2027-05-05', '2027-05-06', '2027-05-07', '2027-05-08', '2027-05-09'];
    expect(days.map((day) => isWorkingDay(berlin, day))).toEqual([true, false, true, true, false]);
    expect(workingDaysLater(berlin, '2027-05-05', 2)).toBe('2027-05-08');
    expect(workingDaysLater(berlin, '2027-05-09', 0)).toBe('2027-05-10');
  });

  it('take an order until the cut-off on the wall of the place', () => {
    // 15:00 in Berlin is 13:00 UTC in summer and 14:00 in winter.
    expect(dayTaken(berlin, new Date('2027-05-05T12:59:59Z'))).toBe('2027-05-05');
    expect(dayTaken(berlin, new Date('2027-05-05T13:00:00Z'))).toBe('2027-05-07');
    expect(dayTaken(berlin, new Date('2027-01-12T13:59:00Z'))).toBe('2027-01-12');
    expect(dayTaken(berlin, new Date('2027-05-09T06:00:00Z'))).toBe('2027-05-10');
  });

  it('are told when a calendar has none', () => {
    expect(() => workingDaysLater({ ...berlin, workingDays: [] }, '2027-05-09', 1)).toThrow('no working day');
  });
});

describe('working time', () => {
  it('runs day and night without a calendar', () => {
    expect(later(null, '2027-05-08T23:00:00Z', 240)).toBe('2027-05-09T03:00:00.000Z');
  });

  it('stands still at night, at weekends and on holidays', () => {
    // Wednesday 16:30, 60 minutes: 30 today, Thursday is a holiday, 30 on Friday from 08:00.
    expect(later(berlin, '2027-05-05T14:30:00Z', 60)).toBe('2027-05-07T06:30:00.000Z');
    expect(later(berlin, '2027-05-05T14:30:00Z', 30)).toBe('2027-05-05T15:00:00.000Z');
    expect(later(berlin, '2027-05-09T10:00:00Z', 1)).toBe('2027-05-10T06:01:00.000Z');
  });

  it('counts hours as they pass when the clocks change', () => {
    const nights: WorkCalendar = { ...berlin, workingDays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00', days: [] };
    // 23 hours on 28 March 2027, 25 on 31 October.
    expect(later(nights, '2027-03-27T23:00:00Z', 24 * 60)).toBe('2027-03-28T23:00:00.000Z');
    expect(later(nights, '2027-10-30T22:00:00Z', 25 * 60)).toBe('2027-10-31T23:00:00.000Z');
  });
});
