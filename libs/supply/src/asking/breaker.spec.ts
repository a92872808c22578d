import { describe, expect, it } from '@jest/globals';
import { Breaker } from './breaker.js';

describe('the breaker', () => {
  const at = { ms: 0 };
  const make = () => {
    at.ms = 0;
    return new Breaker({ failuresMax: 3, pauseMs: 100, pauseMsMax: 300, clock: () => at.ms });
  };
  const fail = (breaker: Breaker, times = 1): void => {
    for (let i = 0; i < times; i++) breaker.failed();
  };

  it('opens after failures in a row, not after as many with a success between', () => {
    const breaker = make();
    fail(breaker, 2);
    breaker.succeeded();
    fail(breaker, 2);
    expect([breaker.state, breaker.admits()]).toEqual(['CLOSED', true]);
    fail(breaker);
    expect([breaker.state, breaker.admits()]).toEqual(['OPEN', false]);
  });

  it('lets one call through after its pause, and closes when that succeeds', () => {
    const breaker = make();
    fail(breaker, 3);
    at.ms = 99;
    expect(breaker.admits()).toBe(false);
    at.ms = 100;
    expect([breaker.state, breaker.admits(), breaker.admits()]).toEqual(['HALF_OPEN', true, false]);
    breaker.succeeded();
    expect([breaker.state, breaker.admits(), breaker.admits()]).toEqual(['CLOSED', true, true]);
  });

  it('opens again for twice as long when it does not, up to the longest pause; a success forgets', () => {
    const breaker = make();
    fail(breaker, 3);
    for (const [from, pause] of [
      [100, 200],
      [300, 300],
      [600, 300],
    ] as const) {
      at.ms = from;
      expect(breaker.admits()).toBe(true);
      fail(breaker);
      at.ms = from + pause - 1;
      expect(breaker.admits()).toBe(false);
    }
    at.ms = 900;
    expect(breaker.admits()).toBe(true);
    breaker.succeeded();
    fail(breaker, 3);
    at.ms = 999;
    expect(breaker.admits()).toBe(false);
    at.ms = 1000;
    expect(breaker.admits()).toBe(true);
  });

  it('is not lengthened by calls that were under way when it opened', () => {
    const breaker = make();
    fail(breaker, 9);
    at.ms = 100;
    expect(breaker.admits()).toBe(true);
  });
});
