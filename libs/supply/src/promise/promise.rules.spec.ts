import { describe, expect, it } from '@jest/globals';
import { assumedCalendar, type WorkCalendar } from '../calendar/working-time.js';
import type { PromiseInputs } from './promise.inputs.js';
import { promiseOf } from './promise.rules.js';

const calendar = (override: Partial<WorkCalendar> = {}): WorkCalendar => ({
  ...assumedCalendar,
  timeZone: 'America/Chicago',
  cutOff: '15:00',
  ...override,
});
const row = (days: number, override: Partial<PromiseInputs['transit'][number]> = {}) => ({
  place: '',
  country: '',
  region: '',
  method: 'GROUND',
  days,
  kind: 'CALENDAR' as const,
  ...override,
});
const stock = (place: string, quantity: string, asOf = '2027-05-04T06:00:00Z') => ({ place, quantity, asOf, source: 'FILE' });

/** Tuesday 4 May 2027, 14:00 in Chicago: an hour before the cut-off. */
const asked = (override: Partial<PromiseInputs> = {}): PromiseInputs => ({
  askedAt: '2027-05-04T19:00:00.000Z',
  quantity: '10',
  needBy: null,
  method: null,
  shipTo: { country: 'DE', region: '' },
  orderable: true,
  lead: null,
  stock: [stock('WICHITA', '10')],
  inbound: [],
  calendars: [calendar()],
  transit: [row(2)],
  receiving: null,
  ...override,
});

describe('a promise from stock', () => {
  it('leaves today before the cut-off and says until when that holds', () => {
    expect(promiseOf(asked({ needBy: '2027-05-06' }))).toEqual({
      problem: null,
      shipOn: '2027-05-04',
      arriveOn: '2027-05-06',
      method: 'GROUND',
      basis: 'STOCK',
      parts: [
        {
          basis: 'STOCK',
          place: 'WICHITA',
          reference: null,
          quantity: '10',
          shipOn: '2027-05-04',
          arriveOn: '2027-05-06',
          method: 'GROUND',
        },
      ],
      needByMet: true,
      validUntil: '2027-05-04T20:00:00.000Z',
      confidence: 'FIRM',
    });
  });

  it('leaves the next working day from the cut-off on, and holds a day at most', () => {
    const answer = promiseOf(asked({ askedAt: '2027-05-07T20:00:00.000Z', needBy: '2027-05-11' }));
    expect(answer).toMatchObject({ shipOn: '2027-05-10', arriveOn: '2027-05-12', needByMet: false, confidence: 'LIKELY' });
    expect(answer.validUntil).toBe('2027-05-08T20:00:00.000Z');
  });

  it('takes the place that can serve the whole on that day before several', () => {
    const places = [stock('A', '6'), stock('B', '4'), stock('C', '12')];
    expect(promiseOf(asked({ stock: places })).parts.map(({ place, quantity }) => [place, quantity])).toEqual([['C', '10']]);
    expect(promiseOf(asked({ stock: places.slice(0, 2) })).parts.map(({ place, quantity }) => [place, quantity])).toEqual([
      ['A', '6'],
      ['B', '4'],
    ]);
  });

  it('prefers two near places to a far one', () => {
    const transit = [row(9, { place: 'C' }), row(1, { place: 'A' }), row(2, { place: 'B' })];
    const answer = promiseOf(asked({ stock: [stock('A', '6'), stock('B', '4'), stock('C', '12')], transit }));
    expect(answer.parts.map(({ place }) => place)).toEqual(['A', 'B']);
    expect(answer.arriveOn).toBe('2027-05-06');
  });
});

describe('ways', () => {
  const transit = [
    row(9),
    row(5, { country: 'DE' }),
    row(3, { country: 'DE', region: 'BY' }),
    row(7, { place: 'WICHITA' }),
    row(1, { method: 'AIR', kind: 'WORKING' }),
  ];
  it('are the most special row of each method, and the fastest of them', () => {
    expect(promiseOf(asked({ transit }))).toMatchObject({ method: 'AIR', arriveOn: '2027-05-05' });
    expect(promiseOf(asked({ transit, method: 'GROUND' }))).toMatchObject({ arriveOn: '2027-05-11' });
    const noPlace = transit.filter((one) => one.place === '');
    expect(promiseOf(asked({ transit: noPlace, method: 'GROUND' }))).toMatchObject({ arriveOn: '2027-05-09' });
    expect(promiseOf(asked({ transit: noPlace, method: 'GROUND', shipTo: { country: 'DE', region: 'BY' } }))).toMatchObject({
      arriveOn: '2027-05-07',
    });
  });

  it('may be unknown: then only the day of despatch is promised; a method that nobody offers is no way', () => {
    expect(promiseOf(asked({ transit: [], needBy: '2027-05-06' }))).toMatchObject({
      shipOn: '2027-05-04',
      arriveOn: null,
      needByMet: null,
      confidence: 'ESTIMATE',
    });
    expect(promiseOf(asked({ method: 'SEA' }))).toMatchObject({ problem: 'NO_ROUTE', parts: [], arriveOn: null });
  });

  it('end on a day on which the ship-to takes goods in', () => {
    const receiving = { ...assumedCalendar, place: 'DOCK', workingDays: [1, 5] };
    expect(promiseOf(asked({ receiving }))).toMatchObject({ shipOn: '2027-05-04', arriveOn: '2027-05-07' });
  });
});

describe('a promise beyond stock', () => {
  it('waits for a receipt, which leaves the working day after it came', () => {
    const inbound = [{ place: 'WICHITA', reference: 'PO-1', quantity: '5', expectedOn: '2027-05-07' }];
    const answer = promiseOf(asked({ quantity: '15', inbound }));
    expect(answer).toMatchObject({ basis: 'INBOUND', shipOn: '2027-05-10', arriveOn: '2027-05-12', confidence: 'LIKELY' });
    expect(answer.parts.map(({ basis, reference, quantity }) => [basis, reference, quantity])).toEqual([
      ['STOCK', null, '10'],
      ['INBOUND', 'PO-1', '5'],
    ]);
  });

  it('does not count on a receipt whose day has passed', () => {
    const inbound = [{ place: 'WICHITA', reference: 'PO-1', quantity: '5', expectedOn: '2027-05-03' }];
    expect(promiseOf(asked({ quantity: '15', inbound }))).toMatchObject({ problem: 'NO_SUPPLY', shipOn: null });
  });

  it('fills up by the lead time, in calendar or working days, from the order or from the cut-off', () => {
    const beyond = (override: Partial<PromiseInputs>) => promiseOf(asked({ quantity: '15', ...override })).shipOn;
    // 8 May is a Saturday.
    expect(beyond({ lead: { days: 4, kind: 'CALENDAR' } })).toBe('2027-05-10');
    expect(beyond({ lead: { days: 4, kind: 'WORKING' } })).toBe('2027-05-10');
    const late = { askedAt: '2027-05-04T21:00:00.000Z', lead: { days: 1, kind: 'CALENDAR' as const } };
    expect(beyond(late)).toBe('2027-05-05');
    expect(beyond({ ...late, calendars: [calendar({ leadFrom: 'CUT_OFF' })] })).toBe('2027-05-06');
    const answer = promiseOf(asked({ quantity: '15', lead: { days: 4, kind: 'CALENDAR' } }));
    expect(answer.parts.map(({ basis, quantity }) => [basis, quantity])).toEqual([
      ['STOCK', '10'],
      ['LEAD_TIME', '5'],
    ]);
    expect(answer).toMatchObject({ basis: 'LEAD_TIME', confidence: 'ESTIMATE' });
  });

  it('is refused for an offer that cannot be ordered', () => {
    expect(promiseOf(asked({ orderable: false }))).toMatchObject({ problem: 'NOT_ORDERABLE', basis: null });
  });
});
