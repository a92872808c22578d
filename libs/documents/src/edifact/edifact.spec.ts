import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Order } from '../canonical/order.js';
import type { OrderResponse } from '../canonical/order-response.js';
import { charged, orders, responses, screws, split } from '../grammar/testing.js';
import { edifactOrders } from './order.js';
import { edifactOrderResponses } from './order-response.js';
import { errorsOf, plain, read, written } from './testing.js';

const releases = ['D.96A', 'D.01B'] as const;

/** EDIFACT has one text per part, no address of a network, and in D.96A nine characters for a postcode. */
const short = <T>(document: T): T =>
  JSON.parse(JSON.stringify(document, (key, value) => (key === 'postalCode' ? String(value).slice(0, 9).trim() : value))) as T;
const sayable = (order: Order): Order => ({
  ...short(order),
  lines: order.lines.map(({ item: { name, ...item }, ...line }) => ({ ...line, item: { description: name!, ...item } })),
});
const withoutNames = <T extends { lines: { item?: { name?: string } }[] }>(document: T): T => ({
  ...document,
  lines: document.lines.map(({ item, ...line }) => {
    const { name: _name, ...rest } = item ?? {};
    return { ...line, item: rest };
  }),
});
const withoutEndpoints = <T extends { buyer: object; supplier: object }>(document: T): T => {
  const party = (one: object) => Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'endpoint'));
  return { ...document, buyer: party(document.buyer), supplier: party(document.supplier) };
};

/** A part without a description is described by its name. */
const described = (response: OrderResponse): OrderResponse => ({
  ...response,
  lines: response.lines.map(({ item, ...line }) => {
    const { name, ...rest } = item ?? { classifications: [] };
    return { ...line, item: { ...(name === undefined ? {} : { description: name }), ...rest } };
  }),
});

describe.each(releases)('ORDERS %s', (release) => {
  const table = edifactOrders[release];

  it('is written as the trade expects it: basis in 5284, content in QTY 59, numbers as they are', () => {
    const { text, problems } = written(table, screws);
    expect(errorsOf(problems)).toEqual([]);
    expect(text.split('\n').filter((line) => /^(?:UN|BGM|DTM|LIN|PIA|QTY|PRI|CNT)/.test(line))).toEqual([
      "UNA:+.? '",
      "UNB+UNOC:3+HUB:ZZ+4012345000009:14+260302:1015+42'",
      `UNH+1+ORDERS:${release.replace('.', ':')}:UN'`,
      "BGM+220+PO-2026-000123+9'",
      "DTM+137:20260302:102'",
      "DTM+2:20260320:102'",
      "LIN+00010'",
      "PIA+5+NAS1149-F0363P:SA'",
      "PIA+1+900-1:IN'",
      "QTY+21:7:XBX'",
      "QTY+59:25:EA'",
      "PRI+AAA:4.37:::100:EA'",
      "LIN+00020'",
      "PIA+5+007:SA'",
      "QTY+21:1.10:KGM'",
      "PRI+AAA:12.5000'",
      "UNS+S'",
      "CNT+2:2'",
      "UNT+25+1'",
      "UNZ+1+42'",
    ]);
  });

  it('is read as it was written, with charges and sums', () => {
    const { document, problems } = read(table, written(table, charged).text);
    expect(problems).toEqual([]);
    const expected = withoutEndpoints(withoutNames(charged));
    expected.lines[0]!.charges = [{ isCharge: true, reason: 'CERT', amount: '12.50' }];
    expected.charges = [
      { isCharge: true, code: 'AOG', reason: 'Aircraft on ground', amount: '50.00' },
      { isCharge: false, code: '95', amount: '5.00' },
    ];
    expect(document).toEqual(expected);
  });

  it('any order comes back as it went', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { text, problems } = written(table, sayable(order));
        expect(errorsOf(problems)).toEqual([]);
        const { document, problems: found } = read(table, text);
        expect(found).toEqual([]);
        expect(plain(document)).toEqual(withoutNames(sayable(order)));
        expect(written(table, document!).text).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(releases)('ORDRSP %s', (release) => {
  const table = edifactOrderResponses[release];

  it('a line answered three ways is three LIN of one number', () => {
    const { text, problems } = written(table, split);
    expect(errorsOf(problems)).toEqual([]);
    expect(text.split('\n').filter((line) => /^(?:BGM|LIN|QTY|RFF|PRI|DTM)/.test(line))).toEqual([
      "BGM+231+SO-77+4'",
      "DTM+137:20260303:102'",
      "RFF+ON:PO-2026-000123'",
      "DTM+171:20260302:102'",
      "LIN+00010+5'",
      "QTY+21:125:EA'",
      "QTY+113:60:EA'",
      "DTM+69:20260320:102'",
      "LIN+1+3'",
      "QTY+21:125:EA'",
      "QTY+83:40:EA'",
      "DTM+69:20260410:102'",
      "RFF+LI:00010'",
      "LIN+2+7'",
      "QTY+21:125:EA'",
      "QTY+185:25:EA'",
      "RFF+LI:00010'",
      "LIN+00020+3'",
      "QTY+21:2:KGM'",
      "QTY+113:2:KGM'",
      "PRI+AAA:13.00'",
    ]);
    const { document, problems: found } = read(table, text);
    expect(found).toEqual([]);
    const {
      operation: _new,
      order: { payloadId: _id, ...order },
      ...rest
    } = split;
    expect(document).toEqual(withoutEndpoints(described({ ...rest, order } as OrderResponse)));
  });

  it('any answer comes back as it went', () => {
    fc.assert(
      fc.property(responses.map(short), (response) => {
        const { text, problems } = written(table, response);
        expect(errorsOf(problems)).toEqual([]);
        const { document, problems: found } = read(table, text);
        expect(found).toEqual([]);
        const { payloadId: _id, ...order } = response.order;
        const { operation: _new, ...rest } = response;
        expect(plain(document)).toEqual(plain(withoutNames({ ...rest, order } as OrderResponse)));
        expect(written(table, document!).text).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});
