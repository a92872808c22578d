import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordMatches, weakness } from './password.js';

describe('hashPassword', () => {
  it('makes argon2id of 19 MiB, two passes, one lane, that only its password matches', async () => {
    const hash = await hashPassword('grüße aus Köln');
    expect(hash.slice(0, 31)).toBe('$argon2id$v=19$m=19456,t=2,p=1$');
    // Two keyboards, one password: NFC and NFD.
    expect(await passwordMatches(hash, 'grüße aus Köln'.normalize('NFD'))).toBe(true);
    expect(await passwordMatches(hash, 'grusse aus Koln')).toBe(false);
  });

  it('matches nothing where there is no hash', async () => {
    expect(await passwordMatches(undefined, '')).toBe(false);
    expect(await passwordMatches(null, 'anything')).toBe(false);
  });
});

describe('weakness', () => {
  it.each([
    ['eleven char', 'TOO_SHORT'],
    ['x'.repeat(129), 'TOO_LONG'],
    ['wolfgang is here', 'CONTAINS_NAME'],
    ['abababababababab', 'TOO_COMMON'],
    ['zyxwvutsrqponm', 'TOO_COMMON'],
    ['Password2026!', 'TOO_COMMON'],
  ])('refuses %s: %s', (password, reason) => {
    expect(weakness(password, ['Wolfgang'])?.values?.['reason']).toBe(reason);
  });

  it('takes phrases in any script, without rules of composition', () => {
    for (const password of ['four plain little words', '我们的飞机明天早上从汉堡起飞', 'correct horse battery staple'])
      expect(weakness(password, ['Ann'])).toBeUndefined();
  });
});
