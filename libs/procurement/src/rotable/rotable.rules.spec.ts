import { describe, expect, it } from '@jest/globals';
import { shares } from '../core/open-cores.js';
import type { CoreTerms } from './rotable.entity.js';
import { stepsOf, waitsFor } from './rotable.lifecycle.js';
import { coreDueAt, coreMarks, replacementMarks } from './rotable.rules.js';

const terms: CoreTerms = {
  currency: 'USD',
  coreValue: '8000',
  deposit: '0',
  outrightPrice: null,
  billedAt: 'CORE_VALUE',
  coreDays: 10,
  dayKind: 'CALENDAR',
  lateFee: '150',
  lateDays: 7,
  lateFeesMax: 3,
  billDays: null,
  replaceDays: 0,
  calendar: null,
};
const start = new Date('2027-03-01T12:00:00Z');
const said = (marks: ReturnType<typeof coreMarks>): string[] =>
  marks.map(({ mark, n, dueAt }) => `${mark} ${n} ${dueAt.toISOString().slice(0, 16)}`);

describe('marks of a core', () => {
  it('are a warning, the due date, and a fee for each begun period, as many as were agreed', () => {
    const dueAt = coreDueAt(terms, start);
    expect(said(coreMarks(terms, { start, dueAt }))).toEqual([
      'WARNING 1 2027-03-09T09:00',
      'DUE 1 2027-03-12T00:00',
      'FEE 1 2027-03-12T00:00',
      'FEE 2 2027-03-19T00:00',
      'FEE 3 2027-03-26T00:00',
    ]);
  });

  it('end with the bill, of the core or of its replacement', () => {
    const dueAt = coreDueAt(terms, start);
    expect(said(coreMarks({ ...terms, billDays: 7 }, { start, dueAt })).slice(2)).toEqual([
      'FEE 1 2027-03-12T00:00',
      'BILL 1 2027-03-19T00:00',
    ]);
    expect(said(coreMarks({ ...terms, lateFee: '0', billDays: 0 }, { start, dueAt })).slice(1)).toEqual([
      'DUE 1 2027-03-12T00:00',
      'BILL 1 2027-03-12T00:00',
    ]);
    expect(said(replacementMarks(start, dueAt)).slice(1)).toEqual(['DUE 1 2027-03-12T00:00', 'BILL 1 2027-03-12T00:00']);
  });
});

describe('shares of a fee', () => {
  it('are the fee together, whatever its minor units', () => {
    expect(shares('1000.00', 3, 2)).toEqual(['333.33', '333.34', '333.33']);
    expect(shares('100', 3, 0)).toEqual(['33', '34', '33']);
    expect(shares('0.01', 2, 2)).toEqual(['0.01', '0.00']);
  });
});

describe('steps', () => {
  it('depend on more than the state', () => {
    const core = {
      kind: 'CORE' as const,
      status: 'SHIPPED' as const,
      lateSince: null,
      billsAt: null,
      disposition: null,
      terms: {},
    };
    expect(stepsOf(core, 'SUPPLIER')).toEqual(['RECEIVE', 'EXTEND']);
    expect(stepsOf({ ...core, lateSince: start }, 'SUPPLIER')).toEqual(['RECEIVE', 'BILL', 'EXTEND']);
    expect(stepsOf({ ...core, lateSince: start, billsAt: start }, 'SUPPLIER')).toEqual(['RECEIVE', 'EXTEND']);
    const repair = { ...core, kind: 'REPAIR' as const, status: 'RECEIVED' as const };
    expect(stepsOf({ ...repair, terms: { pricing: 'FIXED' } }, 'SUPPLIER')).toEqual(['QUOTE', 'FINISH']);
    expect(stepsOf({ ...repair, terms: { pricing: 'QUOTE' } }, 'SUPPLIER')).toEqual(['QUOTE']);
    expect(stepsOf({ ...repair, status: 'REFUSED', disposition: 'SCRAP' }, 'SUPPLIER')).toEqual(['SCRAP']);
    expect([waitsFor({ status: 'LATE' }), waitsFor({ status: 'BILLED' })]).toEqual(['BUYER', null]);
  });
});
