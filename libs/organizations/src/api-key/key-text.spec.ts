import { describe, expect, it } from '@jest/globals';
import { freshKey, readKey, sameHash } from './key-text.js';

describe('keys', () => {
  it('read back as they were made, each one its own', () => {
    const keys = Array.from({ length: 200 }, freshKey);
    expect(new Set(keys.map((key) => key.prefix)).size).toBe(200);
    for (const key of keys) {
      const read = readKey(key.text)!;
      expect([read.prefix, sameHash(read.hash, key.hash)]).toEqual([key.prefix, true]);
    }
  });

  it.each([
    '',
    'ek_',
    'ek_12345678_',
    'xx_12345678_'.padEnd(55, 'A'),
    'ek_1234567_'.padEnd(55, 'A'),
    'ek_12345678_'.padEnd(56, 'A'),
    'ek_12345678_'.padEnd(54, 'A'),
  ])('are nothing but ek_, eight and 43 characters: %p', (text) => expect(readKey(text)).toBeUndefined());

  it('compare hashes of equal length only', () => expect(sameHash(Buffer.alloc(32), Buffer.alloc(31))).toBe(false));
});
