import { describe, expect, it } from '@jest/globals';
import { consentLevels, covers } from './consent.js';

describe('covers', () => {
  it('takes what the level says and all before it, and a set never', () => {
    const reasons = ['ALIAS', 'REIDENTIFIED', 'TWO_WAY', 'ONE_WAY', 'QUALIFIED', 'AS_SET'] as const;
    expect(consentLevels.map((level) => reasons.filter((reason) => covers(level, reason)).length)).toEqual([0, 3, 4, 5]);
    expect(covers('QUALIFIED', 'AS_SET')).toBe(false);
  });
});
