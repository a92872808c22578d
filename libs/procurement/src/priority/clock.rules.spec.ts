import { describe, expect, it } from '@jest/globals';
import { assumedCalendar } from '#libs/supply';
import { deadlinesOf, marksOf, type PriorityTerms } from './clock.rules.js';

const terms: PriorityTerms = {
  priority: 'AOG',
  rank: 1,
  respondMinutes: 60,
  shipMinutes: 240,
  clock: 'ALWAYS',
  warnPercent: 75,
  escalatePercents: [200, 150],
  holdMinutes: 30,
  poToFollow: { cap: '5000', currency: 'USD', minutes: 120 },
  contract: false,
  calendar: null,
};
/** Friday, an hour before Berlin's weekend. */
const start = new Date('2027-05-07T14:00:00Z');
const iso = (dates: Record<string, Date | null>) => Object.values(dates).map((date) => date?.toISOString().slice(0, 16) ?? null);

describe('the clocks of a request', () => {
  it('run day and night for an aircraft on ground', () => {
    expect(iso(deadlinesOf(terms, start))).toEqual(['2027-05-07T15:00', '2027-05-07T18:00', '2027-05-07T16:00']);
    expect(deadlinesOf({ ...terms, poToFollow: null }, start).poBy).toBeNull();
  });

  it('run while the supplier works for the others, but for an order to follow', () => {
    const calendar = { ...assumedCalendar, timeZone: 'Europe/Berlin', opens: '08:00', closes: '17:00' };
    const critical: PriorityTerms = { ...terms, clock: 'CALENDAR', calendar };
    expect(iso(deadlinesOf(critical, start))).toEqual(['2027-05-07T15:00', '2027-05-10T09:00', '2027-05-07T16:00']);
    // Nobody said when he works: Monday to Friday.
    expect(iso(deadlinesOf({ ...critical, calendar: null, shipMinutes: 1440 }, start))[1]).toBe('2027-05-10T14:00');
  });

  it('warn, are breached, and escalate in the order of their shares', () => {
    expect(
      marksOf(terms, start, ['RESPOND']).map(({ mark, level, dueAt }) => [mark, level, dueAt.toISOString().slice(11, 16)]),
    ).toEqual([
      ['WARNING', 1, '14:45'],
      ['BREACH', 2, '15:00'],
      ['ESCALATION', 3, '15:30'],
      ['ESCALATION', 4, '16:00'],
    ]);
    expect(marksOf(terms, start, ['SHIP', 'PO'])).toHaveLength(8);
  });
});
