import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AskedOffer, askingMapping } from './asking.js';
import { readReply, writeRequest } from './read-reply.js';

const now = new Date('2026-11-22T10:00:00Z');
const offer = (n: number): AskedOffer => ({
  offerId: `offer-${n}`,
  partId: `part-${n}`,
  supplierPart: `B-${n}`,
  unit: 'EA',
  quantity: '5',
});
const plain = askingMapping.parse({});
const read = (body: unknown, given: { mapping?: unknown; offers?: AskedOffer[]; location?: string } = {}) =>
  readReply(askingMapping.parse(given.mapping ?? {}), Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), {
    offers: given.offers ?? [offer(1), offer(2)],
    location: given.location,
    now,
  });

describe('the call', () => {
  it('is written in the words of the ERP', () => {
    expect(JSON.parse(String(writeRequest(plain, [offer(1)], undefined)))).toEqual({
      lines: [{ part: 'B-1', quantity: '5', unit: 'EA' }],
    });
    const mapping = askingMapping.parse({
      request: { lines: 'items', part: 'matnr', location: 'werk', constants: { mandt: '100' } },
      locations: { '1000': 'HAM' },
    });
    expect(JSON.parse(String(writeRequest(mapping, [offer(1)], 'HAM')))).toEqual({
      mandt: '100',
      items: [{ matnr: 'B-1', quantity: '5', unit: 'EA', werk: '1000' }],
    });
  });
});

describe('the reply', () => {
  it('is read with its places and times; without them it is the main place, now', () => {
    const { figures, problems, readable } = read({
      lines: [
        { part: 'B-1', quantity: '12.50', location: 'HAM', asOf: '2026-11-22T11:30:00+02:00' },
        { part: 'B-2', quantity: 7 },
      ],
    });
    expect([readable, problems]).toEqual([true, []]);
    expect(figures).toEqual([
      { offerId: 'offer-1', location: 'HAM', quantity: '12.50', asOf: new Date('2026-11-22T09:30:00Z') },
      { offerId: 'offer-2', location: 'MAIN', quantity: '7', asOf: now },
    ]);
  });

  it('is found by its mapping', () => {
    const mapping = {
      reply: { lines: 'd.results', part: 'Material', quantity: 'Stock.Free', location: 'Plant', asOf: 'At' },
      locations: { '1000': 'HAM' },
      defaultLocation: 'X',
    };
    expect(
      read(
        { d: { results: [{ Material: 'B-1', Stock: { Free: '3' }, Plant: 1000, At: now.getTime() }] } },
        { mapping, offers: [offer(1)] },
      ).figures,
    ).toEqual([{ offerId: 'offer-1', location: 'HAM', quantity: '3', asOf: now }]);
    expect(
      read([{ part: 'B-1', quantity: '3' }], { mapping: { reply: { lines: '' } }, offers: [offer(1)] }).figures,
    ).toHaveLength(1);
  });

  it('leaves out what cannot be true and says where', () => {
    const line = { part: 'B-1', quantity: '1' };
    const { figures, problems } = read({
      lines: [
        { ...line, quantity: 'many' },
        { ...line, quantity: 1e21 },
        { ...line, quantity: null },
        { ...line, part: 'B-9' },
        { ...line, asOf: '2026-11-22T11:00:00Z' },
        { ...line, asOf: '2026-11-22 09:00' },
        { ...line, location: 'x'.repeat(41) },
        { ...line, location: { city: 'HAM' } },
        { ...line, location: '\ud800' },
        null,
      ],
    });
    expect(figures).toEqual([]);
    expect(problems.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'lines[0].quantity QUANTITY_INVALID',
      'lines[1].quantity QUANTITY_INVALID',
      'lines[2].quantity QUANTITY_INVALID',
      'lines[3].part PART_UNKNOWN',
      'lines[4].asOf TIME_AHEAD',
      'lines[5].asOf TIME_INVALID',
      'lines[6].location LOCATION_INVALID',
      'lines[7].location LOCATION_INVALID',
      'lines[8].location LOCATION_INVALID',
      'lines[9].part PART_UNKNOWN',
      'B-1 PART_MISSING',
      'B-2 PART_MISSING',
    ]);
  });

  it('never tells of other places than were asked for, and of sold beyond says none', () => {
    expect(read({ lines: [{ part: 'B-1', quantity: '1', location: 'SIN' }] }, { location: 'HAM' }).figures).toEqual([]);
    expect(read({ lines: [{ part: 'B-1', quantity: '-4' }] }).figures[0]?.quantity).toBe('0');
  });

  it('is not readable when it is no JSON, has no list, or not one good figure', () => {
    for (const body of [
      '<html>',
      '{"lines":',
      '{}',
      '{"lines":{}}',
      'null',
      '"x"',
      { lines: [{ part: 'B-1', quantity: 'x' }] },
      Buffer.from([0xff, 0xfe]).toString('latin1'),
    ])
      expect(read(body).readable).toBe(false);
    expect(read({ lines: [] }).readable).toBe(true);
  });

  it('does not reach what every object has', () => {
    const mapping = { reply: { lines: 'constructor', part: '__proto__' } };
    expect(read({}, { mapping }).readable).toBe(false);
    expect(read({ lines: [{ part: 'B-1', quantity: '1', location: 'toString' }] }).figures[0]?.location).toBe('toString');
  });

  it('never throws, whatever comes, and gives decimals of the past only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (json, text) => {
        for (const body of [JSON.stringify({ lines: json }), JSON.stringify({ lines: [json] }), JSON.stringify(json), text])
          for (const { quantity, asOf } of read(body).figures) {
            expect(quantity).toMatch(/^\d+(\.\d+)?$/);
            expect(asOf.getTime()).toBeLessThanOrEqual(now.getTime());
          }
      }),
    );
  });
});
