import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { join, spread } from './joined-text.js';
import { readMoment, writeMoment } from './moment.js';

describe('a text over several components', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'abc  '), minLength: 1, maxLength: 60 })
    .map((value) => value.trim())
    .filter((value) => value !== '');

  it.each([' ', '\n'] as const)('comes back, joined by "%s"', (glue) => {
    fc.assert(
      fc.property(text, (value) => {
        const parts = spread(value, { max: 10, count: 20, glue });
        expect(parts.every((part) => part.length <= 10)).toBe(true);
        expect(
          join(
            parts.map((part) => part.replace(/ +$/, '')),
            { max: 10, glue },
          ),
        ).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('breaks names between words and keeps the lines of a note', () => {
    expect(spread('Nordic Air Maintenance', { max: 12, count: 5, glue: ' ' })).toEqual(['Nordic Air', 'Maintenance']);
    expect(spread('gate 4\nring twice', { max: 70, count: 5, glue: '\n' })).toEqual(['gate 4', 'ring twice']);
    expect(join(['gate 4', '', 'ring twice', ''], { max: 70, glue: '\n' })).toBe('gate 4\n\nring twice');
  });
});

describe('a date', () => {
  it.each<[string, string, object]>([
    ['20260302', '102', { day: '20260302' }],
    ['260302', '101', { day: '20260302', format: '101' }],
    ['990302', '101', { day: '19990302', format: '101' }],
    ['020326', '2', { day: '20260302', format: '2' }],
    ['202603021015', '203', { day: '20260302', rest: '1015', format: '203' }],
    ['20260302101530', '204', { day: '20260302', rest: '101530', format: '204' }],
    ['202603021015+0800', '205', { day: '20260302', rest: '1015+0800', format: '205' }],
    ['2026030220260331', '718', { day: '20260331', start: '20260302', format: '718' }],
    ['202610', '616', { raw: '202610', format: '616' }],
    ['5', '804', { raw: '5', format: '804' }],
  ])('%s in format %s comes back as it was written', (text, format, expected) => {
    const moment = readMoment(text, format);
    expect(moment).toEqual(expected);
    expect(writeMoment(moment)).toEqual({ text, format });
  });

  it('without a format is told by its length', () => {
    expect([readMoment('20260302', ''), readMoment('202603021015', '')]).toEqual([
      { day: '20260302' },
      { day: '20260302', rest: '1015', format: '203' },
    ]);
  });
});
