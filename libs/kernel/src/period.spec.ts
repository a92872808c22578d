import { describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays, contains, isLocalDate, overlap } from './period.js';

describe('a local date is a day of the real calendar', () => {
  it.each(['2024-02-29', '1999-12-31', '0001-01-01', '9999-12-31'])('%s is one', (text) => expect(isLocalDate(text)).toBe(true));
  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '0000-01-01', '2024-2-9', '20240229', '2024-02-30', ''])(
    '%j is none',
    (text) => expect(isLocalDate(text)).toBe(false),
  );
});

describe('a period includes both ends; an absent end is open', () => {
  it('contains', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => contains(march, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(contains({}, '2026-01-01')).toBe(true);
  });

  it('overlaps', () => {
    expect(overlap({ to: '2026-03-01' }, { from: '2026-03-01' })).toBe(true);
    expect(overlap({ to: '2026-02-28' }, { from: '2026-03-01' })).toBe(false);
    expect(overlap({}, { from: '2026-03-01', to: '2026-03-02' })).toBe(true);
  });
});

describe('days later', () => {
  it('counts calendar days over month and leap year', () => {
    expect([addDays('2024-02-28', 2), addDays('2026-01-01', -1)]).toEqual(['2024-03-01', '2025-12-31']);
  });

  it('counts working days from Monday to Friday', () => {
    // 2026-01-02 is a Friday.
    expect([0, 1, 5, 6, 11].map((days) => addWorkingDays('2026-01-02', days))).toEqual([
      '2026-01-02',
      '2026-01-05',
      '2026-01-09',
      '2026-01-12',
      '2026-01-19',
    ]);
    expect(addWorkingDays('2026-01-03', 0)).toBe('2026-01-05');
  });
});
