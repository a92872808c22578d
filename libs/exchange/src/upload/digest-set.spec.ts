import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DigestSet } from './digest-set.js';

const digest = (n: number): string => createHash('sha256').update(String(n)).digest('binary').slice(0, 16);

describe('DigestSet', () => {
  it('knows what was added, with its note, and nothing else', () => {
    const set = new DigestSet(5000);
    for (let n = 0; n < 5000; n++) set.add(digest(n), n - 2500);
    for (let n = 0; n < 5000; n++) expect(set.noteOf(digest(n))).toBe(n - 2500);
    for (let n = 5000; n < 10_000; n++) expect(set.noteOf(digest(n))).toBeUndefined();
  });

  it('tells digests apart that begin alike', () => {
    const set = new DigestSet(3);
    const [a = '', b = '', c = ''] = [1, 2, 3].map((n) => String.fromCharCode(255, 7, 7, 7, ...Array<number>(11).fill(0), n));
    set.add(a, 1);
    set.add(b, 2);
    expect([set.noteOf(a), set.noteOf(b), set.noteOf(c)]).toEqual([1, 2, undefined]);
  });

  it('keeps the first note of a digest, and is empty without any', () => {
    const set = new DigestSet(2);
    expect(new DigestSet(0).noteOf(digest(1))).toBeUndefined();
    set.add(digest(1), 1);
    set.add(digest(1), 2);
    expect(set.noteOf(digest(1))).toBe(1);
  });

  it('refuses more than it has room for', () => {
    const set = new DigestSet(1);
    set.add(digest(1), 0);
    expect(() => set.add(digest(2), 0)).toThrow(RangeError);
  });
});
