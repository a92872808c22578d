import { describe, expect, it } from '@jest/globals';
import { assumedCalendar } from '#libs/supply';
import type { TenderTerms } from '../tender/tender.entity.js';
import { periodEnd, ruleFaults, standstillEnd } from './rule-faults.js';

/** A Friday. */
const now = new Date('2027-01-01T10:00:00Z');
const berlin = { ...assumedCalendar, timeZone: 'Europe/Berlin' };
type Ruled = Pick<TenderTerms, 'rulePack' | 'procedure' | 'confidentiality' | 'isPublic' | 'closesAt' | 'questionsCloseAt'>;
const tender = (override: Partial<Ruled> = {}): Ruled => ({
  rulePack: 'EU_2014_24',
  procedure: 'OPEN',
  confidentiality: 'TIMED',
  isPublic: true,
  closesAt: new Date('2027-02-03T12:00:00Z'),
  questionsCloseAt: new Date('2027-01-20T12:00:00Z'),
  ...override,
});
const codes = (one: Ruled) => ruleFaults(one, { now, calendar: assumedCalendar }).map(({ code }) => code);

describe('a period', () => {
  it('begins with the day after and ends with the last hour of its last day', () => {
    expect(periodEnd(assumedCalendar, now, 3).toISOString()).toBe('2027-01-05T00:00:00.000Z');
    expect(periodEnd(berlin, now, 3).toISOString()).toBe('2027-01-04T23:00:00.000Z');
    // Late in the evening it is the next day there already.
    expect(periodEnd(berlin, new Date('2027-01-01T23:30:00Z'), 3).toISOString()).toBe('2027-01-05T23:00:00.000Z');
  });

  it('goes on to the next working day of the calendar', () => {
    expect(periodEnd(assumedCalendar, now, 1).toISOString()).toBe('2027-01-05T00:00:00.000Z');
    const closed = { ...assumedCalendar, days: [{ day: '2027-01-04', kind: 'CLOSED' as const }] };
    expect(periodEnd(closed, now, 1).toISOString()).toBe('2027-01-06T00:00:00.000Z');
    const open = { ...assumedCalendar, days: [{ day: '2027-01-02', kind: 'OPEN' as const }] };
    expect(periodEnd(open, now, 1).toISOString()).toBe('2027-01-03T00:00:00.000Z');
  });

  it('has an end although a calendar never works', () => {
    expect(periodEnd({ ...assumedCalendar, workingDays: [] }, now, 1).getTime()).toBeGreaterThan(now.getTime());
  });
});

describe('a rule pack', () => {
  it('finds nothing wrong with what keeps it, and asks a private tender for nothing', () => {
    expect(codes(tender())).toEqual([]);
    const quick = { confidentiality: 'OPEN', isPublic: false, closesAt: new Date('2027-01-01T11:00:00Z') } as const;
    expect(codes(tender({ ...quick, rulePack: 'PRIVATE', questionsCloseAt: null }))).toEqual([]);
  });

  it('says all at once what is broken, with the article', () => {
    const quick = { closesAt: new Date('2027-01-30T12:00:00Z'), questionsCloseAt: null, isPublic: false } as const;
    const found = ruleFaults(tender({ ...quick, confidentiality: 'OPEN' }), { now, calendar: assumedCalendar });
    expect(found).toEqual([
      {
        code: 'TenderPeriodTooShort',
        path: ['closesAt'],
        // The thirtieth day is a Sunday.
        values: { days: 30, earliest: '2027-02-02 00:00 UTC', source: '2014/24/EU Art. 27(1), (4)' },
      },
      {
        code: 'ConfidentialityNotAllowed',
        path: ['confidentiality'],
        values: { allowed: 'TIMED, SEALED', source: '2014/24/EU Art. 22(3)' },
      },
      {
        code: 'TenderEnquiriesTooShort',
        path: ['questionsCloseAt'],
        values: { days: 6, latest: '2027-01-24 12:00 UTC', source: '2014/24/EU Art. 53(2)' },
      },
      { code: 'TenderMustBePublic', path: ['isPublic'], values: { source: '2014/24/EU Art. 49, 51' } },
    ]);
  });

  it('takes the very end of the period, and not a moment before it', () => {
    const end = new Date('2027-02-02T00:00:00Z');
    expect(codes(tender({ closesAt: end }))).toEqual([]);
    expect(codes(tender({ closesAt: new Date(end.getTime() - 1) }))).toEqual(['TenderPeriodTooShort']);
  });

  it('knows the procedures apart', () => {
    const short = { closesAt: new Date('2027-01-14T12:00:00Z'), questionsCloseAt: new Date('2027-01-03T12:00:00Z') };
    expect(codes(tender({ ...short, procedure: 'SELECTIVE', isPublic: false }))).toEqual(['TenderPeriodTooShort']);
    expect(codes(tender({ ...short, procedure: 'SELECTIVE', isPublic: false, rulePack: 'EU_2014_25' }))).toEqual([]);
    expect(codes(tender({ ...short, procedure: 'SINGLE_SOURCE', isPublic: false }))).toEqual([]);
    expect(codes(tender({ ...short, rulePack: 'PROZORRO' }))).toEqual(['TenderPeriodTooShort']);
    expect(codes(tender({ ...short, rulePack: 'PROZORRO', closesAt: new Date('2027-01-19T12:00:00Z') }))).toEqual([]);
  });
});

describe('a standstill', () => {
  const end = (one: Partial<Ruled>, bidders = 2) =>
    standstillEnd(tender(one), { now, calendar: assumedCalendar, bidders })?.toISOString() ?? null;

  it('follows where the rules ask for it', () => {
    // The tenth day is a Monday.
    expect(end({})).toBe('2027-01-12T00:00:00.000Z');
    expect(end({ rulePack: 'PRIVATE' })).toBeNull();
    expect(end({ procedure: 'SINGLE_SOURCE' })).toBeNull();
    expect(end({}, 1)).toBeNull();
    expect(end({ rulePack: 'PROZORRO', procedure: 'SINGLE_SOURCE' }, 1)).toBe('2027-01-12T00:00:00.000Z');
  });
});
