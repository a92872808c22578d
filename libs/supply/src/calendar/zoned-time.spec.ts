import { describe, expect, it } from '@jest/globals';
import { instantOf, isTimeZone, minutesOf, wallClock } from './zoned-time.js';

describe('time on the wall', () => {
  it('knows zones of the database and nothing else', () => {
    expect(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'].map(isTimeZone)).toEqual([true, true, true, true]);
    expect(['', '+01:00', 'Mars/Olympus', 'Europe/Berlin; drop'].map(isTimeZone)).toEqual([false, false, false, false]);
  });

  it('is another one in each zone', () => {
    const at = new Date('2027-01-15T23:30:00Z');
    expect(wallClock(at, 'UTC')).toEqual({ date: '2027-01-15', minutes: 1410 });
    expect(wallClock(at, 'Asia/Kolkata')).toEqual({ date: '2027-01-16', minutes: 300 });
    expect(wallClock(at, 'America/New_York')).toEqual({ date: '2027-01-15', minutes: 1110 });
  });

  it('leads back to its instant, the end of the day too', () => {
    for (const zone of ['UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'])
      for (const minutes of [0, 1, 719, 1439]) {
        const at = instantOf('2027-06-30', minutes, zone);
        expect([zone, wallClock(at, zone)]).toEqual([zone, { date: '2027-06-30', minutes }]);
      }
    expect(instantOf('2027-12-31', 1440, 'UTC').toISOString()).toBe('2028-01-01T00:00:00.000Z');
  });

  it('takes the first of two equal times, and moves one that does not exist by what is left out', () => {
    // Clocks go back at 03:00 on 31 October 2027 in Berlin: 02:30 comes twice.
    expect(instantOf('2027-10-31', 150, 'Europe/Berlin').toISOString()).toBe('2027-10-31T00:30:00.000Z');
    // They go from 02:00 to 03:00 on 28 March 2027.
    expect(instantOf('2027-03-28', 150, 'Europe/Berlin').toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(wallClock(instantOf('2027-03-28', 150, 'Europe/Berlin'), 'Europe/Berlin')).toEqual({
      date: '2027-03-28',
      minutes: 210,
    });
  });

  it('reads hours and minutes', () => {
    expect(['00:00', '09:30', '16:45:00', '24:00'].map(minutesOf)).toEqual([0, 570, 1005, 1440]);
  });
});
