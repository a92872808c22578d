import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Json, jsonCaps, readJson } from './read-json.js';
import { writeJson } from './write-json.js';

const read = (text: string) => readJson(new TextEncoder().encode(text));
const codesOf = (text: string) => read(text).problems.map(({ code, line }) => [code, line]);

/** The value as JSON.parse gives it. */
function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('number' in value) return Number(value.number);
  return Object.fromEntries(value.entries.map(([key, inner]) => [key, plain(inner)]));
}

describe('the door for JSON', () => {
  it('reads what JSON.parse reads, and writes it back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        const { value: found } = read(text);
        expect(JSON.stringify(plain(found!))).toBe(JSON.stringify(JSON.parse(text)));
        expect(read(writeJson(found!)).value).toEqual(read(JSON.stringify(JSON.parse(writeJson(found!)), null, 2)).value);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the writing of numbers, and every sign of a text', () => {
    expect(read('[1.10, -0, 1E5, 12345678901234567890.5]').value).toEqual(
      ['1.10', '-0', '1E5', '12345678901234567890.5'].map((number) => ({ number })),
    );
    expect(read('"\\u00e9\\ud83d\\ude00\\n\\/"').value).toBe('é😀\n/');
    expect(read('\uFEFF{"a": 1}').problems).toEqual([]);
  });

  it.each([
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
    'undefined',
    '"a',
    '"\u0001"',
    '"\\x"',
    '"\\u12g4"',
    '1 2',
    '[1}',
    '{"a" 1}',
    'tru',
  ])('refuses %j', (text) => {
    expect(read(text).value).toBeUndefined();
    expect(read(text).problems.map(({ code, severity }) => [code, severity])).toEqual([['JSON_NOT_WELL_FORMED', 'error']]);
    expect(() => JSON.parse(text)).toThrow();
  });

  it('says the line', () => {
    expect(codesOf('{\n"a": 1,\n"b": x}')).toEqual([['JSON_NOT_WELL_FORMED', 3]]);
  });

  it('takes no key for one of ours, and the last of two', () => {
    const { value } = read('{"__proto__": {"a": 1}, "constructor": 2, "a": 1, "a": 2}');
    expect((value as { entries: [string, Json][] }).entries.map(([key]) => key)).toEqual(['__proto__', 'constructor', 'a', 'a']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('refuses what is too deep or too large, at once', () => {
    expect(codesOf('['.repeat(100_000))).toEqual([['JSON_TOO_DEEP', 1]]);
    expect(codesOf(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`)).toEqual([['JSON_TOO_DEEP', 1]]);
    expect(readJson(new Uint8Array(jsonCaps.bytes + 1)).problems.map(({ code }) => code)).toEqual(['JSON_TOO_LARGE']);
    expect(codesOf(`[${'0,'.repeat(jsonCaps.values)}0]`)).toEqual([['JSON_TOO_MANY', 1]]);
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readJson(bytes);
      }),
    );
  });
});
