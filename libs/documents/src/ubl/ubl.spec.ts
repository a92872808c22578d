import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { adjust } from '../grammar/adjust.js';
import { charged, damaged, orders, responses, screws, split } from '../grammar/testing.js';
import { findElement, textOf, type XmlElement } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';
import { decodeUblOrder, decodeUblOrderResponse, encodeUblOrder, encodeUblOrderResponse } from './codec.js';
import { ublOrder } from './order.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const rootOf = (text: string): XmlElement => readXml(bytes(text)).root!;
const errors = (problems: readonly { severity: string; code: string; at: string }[]) =>
  problems.filter((problem) => problem.severity === 'error');

describe('an order in UBL', () => {
  it('is read as it was written, priced per 100 and sold in boxes of 25', () => {
    const { text, problems } = encodeUblOrder(screws);
    expect(errors(problems)).toEqual([]);
    const { document, problems: found } = decodeUblOrder(rootOf(text));
    expect(found).toEqual([]);
    expect(document?.lines[0]?.price).toEqual(screws.lines[0]?.price);
    expect(document?.lines[1]?.price).toEqual(screws.lines[1]?.price);
    expect(document?.lines.map((line) => [line.number, line.quantity, line.amount])).toEqual([
      ['00010', { value: '7', unit: 'XBX' }, '7.65'],
      ['00020', { value: '1.10', unit: 'KGM' }, '13.75'],
    ]);
  });

  it('tells a reader that knows no property the same price: 4.37 per 4 boxes', () => {
    const line = findElement(rootOf(encodeUblOrder(screws).text), 'OrderLine', 'LineItem')!;
    expect(textOf(findElement(line, 'Price', 'PriceAmount')!)).toBe('4.37');
    const base = findElement(line, 'Price', 'BaseQuantity')!;
    expect([textOf(base), base.attributes[0]?.value]).toEqual(['4', 'XBX']);
  });

  it('multiplies up where the basis does not end: 1.00 per 10 of a box of 3', () => {
    const order = structuredClone(screws);
    order.lines[0]!.price = { amount: '1.00', basis: '10', unit: 'EA', factor: { numerator: '3', denominator: '1' } };
    const { text } = encodeUblOrder(order);
    const line = findElement(rootOf(text), 'OrderLine', 'LineItem')!;
    expect([textOf(findElement(line, 'Price', 'PriceAmount')!), textOf(findElement(line, 'Price', 'BaseQuantity')!)]).toEqual([
      '3',
      '10',
    ]);
    expect(decodeUblOrder(rootOf(text)).document?.lines[0]?.price).toEqual(order.lines[0]!.price);
  });

  it('any order comes back as it went', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const endpoint = { value: '7300010000001', scheme: '0088' };
        const sent = { ...order, buyer: { ...order.buyer, endpoint }, supplier: { ...order.supplier, endpoint } };
        const { text, problems } = encodeUblOrder(sent);
        expect(errors(problems)).toEqual([]);
        const { document, problems: found } = decodeUblOrder(rootOf(text));
        expect(found).toEqual([]);
        expect({ ...document, lines: document?.lines.map(({ amount, ...line }) => line) }).toEqual(sent);
        expect(encodeUblOrder(document!).text).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('charges stand in the amount of their line and in the sums of the order', () => {
    const { totals: _stated, ...order } = charged;
    const silent = {
      ...order,
      totals: { lines: '33.90', payable: '78.90' },
      lines: charged.lines.map(({ amount, ...line }) => line),
    };
    for (const sent of [charged, silent]) {
      const { text, problems } = encodeUblOrder(sent);
      expect(errors(problems)).toEqual([]);
      const total = findElement(rootOf(text), 'AnticipatedMonetaryTotal')!;
      expect(total.children.flatMap((child) => (typeof child === 'string' ? [] : [[child.name, textOf(child)]]))).toEqual([
        ['LineExtensionAmount', '33.90'],
        ['AllowanceTotalAmount', '5.00'],
        ['ChargeTotalAmount', '50.00'],
        ['PayableAmount', '78.90'],
      ]);
      const { document } = decodeUblOrder(rootOf(text));
      expect(document?.lines.map(({ amount, charges }) => [amount, charges])).toEqual([
        ['20.15', [{ isCharge: true, reason: 'CERT', amount: '12.50' }]],
        ['13.75', []],
      ]);
      expect(document?.charges).toEqual([
        { isCharge: true, reason: 'AOG: Aircraft on ground', amount: '50.00' },
        { isCharge: false, code: '95', reason: '95', amount: '5.00' },
      ]);
    }
  });

  it('a code of UNCL 7161 is written for charges alone, one of 5189 for allowances alone', () => {
    const charges = [true, false].flatMap((isCharge) =>
      ['FC', '95'].map((code) => ({ isCharge, code, reason: 'r', amount: '1.00' })),
    );
    const { document } = decodeUblOrder(rootOf(encodeUblOrder({ ...screws, charges }).text));
    expect(document?.charges.map(({ isCharge, code, reason }) => [isCharge, code, reason])).toEqual([
      [true, 'FC', 'r'],
      [true, undefined, '95: r'],
      [false, undefined, 'FC: r'],
      [false, '95', 'r'],
    ]);
  });

  it('a place without a code has no identification', () => {
    const identifier = { value: '', scheme: '0088' };
    const shipTo = {
      identifiers: [identifier],
      name: 'Dock 4',
      address: { identifier, lines: ['Hangar Road 9'], country: 'NO' },
    };
    const { text, problems } = encodeUblOrder({ ...screws, shipTo });
    expect(errors(problems)).toEqual([]);
    const { document } = decodeUblOrder(rootOf(text));
    expect(document?.shipTo).toEqual({ identifiers: [], name: 'Dock 4', address: { lines: ['Hangar Road 9'], country: 'NO' } });
    expect(findElement(rootOf(text), 'Delivery', 'DeliveryParty', 'PartyIdentification')).toBeUndefined();
  });

  it('what it says beyond the model comes back where it stood', () => {
    const own = encodeUblOrder(screws).text.replace(
      '<cac:BuyerCustomerParty>',
      '<cac:ValidityPeriod><cbc:EndDate>2026-12-31</cbc:EndDate></cac:ValidityPeriod><cac:BuyerCustomerParty>',
    );
    const { document } = decodeUblOrder(rootOf(own));
    expect(Object.keys(document?.extensions?.['ubl'] ?? {})).toEqual(['/cac:ValidityPeriod#0']);
    const again = rootOf(encodeUblOrder(document!).text);
    expect(textOf(findElement(again, 'ValidityPeriod', 'EndDate')!)).toBe('2026-12-31');
    expect(again.children.findIndex((child) => typeof child !== 'string' && child.name === 'ValidityPeriod')).toBeLessThan(
      again.children.findIndex((child) => typeof child !== 'string' && child.name === 'BuyerCustomerParty'),
    );
  });

  it('says every fault at once, with line and place, and gives no document that would lie', () => {
    const broken = encodeUblOrder(screws)
      .text.replace('>7<', '>1e5<')
      .replace('unitCode="KGM">1.10', 'unitCode="kilo">1.10')
      .replace('2026-03-02', '2026-02-30')
      .replace('4.37', '-4.37');
    const { document, partial, problems } = decodeUblOrder(rootOf(broken));
    expect(document).toBeUndefined();
    expect(partial.number).toBe('PO-2026-000123');
    expect(errors(problems).map((problem) => [problem.at, problem.code])).toEqual([
      ['cbc:IssueDate', 'DATE_NOT_VALID'],
      ['cac:OrderLine[1]/cac:LineItem/cbc:Quantity', 'NUMBER_NOT_VALID'],
      ['cac:OrderLine[2]/cac:LineItem/cbc:Quantity@unitCode', 'UNIT_UNKNOWN'],
      ['cac:OrderLine[1]/cac:LineItem/cac:Price/cbc:PriceAmount', 'NUMBER_NEGATIVE'],
    ]);
    expect(problems.every((problem) => (problem.line ?? 0) > 1)).toBe(true);
  });

  it("a partner's habits are data over the table", () => {
    const text = encodeUblOrder(screws)
      .text.replace('unitCode="XBX"', 'unitCode="BOX"')
      .replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, '');
    const { message, unknown } = adjust(ublOrder, {
      rename: { 'cac:OrderLine[]/cac:LineItem/cbc:Quantity@unitCode': { BOX: 'XBX' } },
      default: { 'cbc:IssueDate': '2026-03-02' },
      relax: ['cbc:Nothing'],
    });
    expect(unknown).toEqual(['cbc:Nothing']);
    const { document } = decodeUblOrder(rootOf(text), message);
    expect([document?.issuedOn, document?.lines[0]?.quantity.unit]).toEqual(['2026-03-02', 'XBX']);
    expect(encodeUblOrder(document!, message).text).toContain('<cbc:Quantity unitCode="BOX">7</cbc:Quantity>');
  });

  it('a change or a cancellation is not written as an order', () => {
    expect(errors(encodeUblOrder({ ...screws, purpose: 'cancel' }).problems).map((problem) => problem.code)).toEqual([
      'PURPOSE_NOT_EXPRESSIBLE',
    ]);
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeUblOrder(screws).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeUblOrder(root);
      }),
      { numRuns: 700 },
    );
  });
});

describe('an answer in UBL', () => {
  it('parts a line into lines of its own with the same reference, and gathers them again', () => {
    const { text, problems } = encodeUblOrderResponse(split);
    expect(errors(problems)).toEqual([]);
    const lines = rootOf(text).children.filter(
      (child): child is XmlElement => typeof child !== 'string' && child.name === 'OrderLine',
    );
    expect(
      lines.map((line) => [
        textOf(findElement(line, 'OrderLineReference', 'LineID')!),
        textOf(findElement(line, 'LineItem', 'ID')!),
        textOf(findElement(line, 'LineItem', 'LineStatusCode')!),
      ]),
    ).toEqual([
      ['00010', '00010', '5'],
      ['00010', '00010-2', '3'],
      ['00010', '00010-3', '7'],
      ['00020', '00020', '3'],
    ]);
    const { document } = decodeUblOrderResponse(rootOf(text));
    expect(document?.lines.map((line) => [line.number, line.schedules])).toEqual(
      split.lines.map((line) => [line.number, line.schedules]),
    );
  });

  it.each([
    ['42.00 per 100 pieces, boxes of 25, is 42.00 per 4 boxes', { amount: '42.00', basis: '100', content: '25' }, '42.00', '4'],
    ['multiplied up where the basis does not end: boxes of 3', { amount: '1.00', basis: '10', content: '3' }, '3', '10'],
  ])('tells the price agreed by order units: %s', (_name, { amount, basis, content }, written, per) => {
    const response = structuredClone(split);
    const price = { amount, basis, unit: 'EA', factor: { numerator: content, denominator: '1' } };
    response.lines[0]!.quantity = { value: '2', unit: 'XBX' };
    response.lines[0]!.schedules = [{ status: 'changed', quantity: { value: '2', unit: 'XBX' }, price }];
    const { text, problems } = encodeUblOrderResponse(response);
    expect(errors(problems)).toEqual([]);
    const line = findElement(rootOf(text), 'OrderLine', 'LineItem')!;
    const base = findElement(line, 'Price', 'BaseQuantity')!;
    expect([textOf(findElement(line, 'Price', 'PriceAmount')!), textOf(base), base.attributes[0]?.value]).toEqual([
      written,
      per,
      'XBX',
    ]);
    expect(decodeUblOrderResponse(rootOf(text)).document?.lines[0]?.schedules[0]?.price).toEqual({
      amount: written,
      basis: per,
      unit: 'XBX',
    });
  });

  it('a plain yes, no or not yet has no lines', () => {
    for (const [status, code] of [
      ['accepted', 'AP'],
      ['rejected', 'RE'],
      ['received', 'AB'],
    ] as const) {
      const lines = split.lines.map((line) => ({
        ...line,
        schedules: [{ status: 'accepted' as const, quantity: { value: '1', unit: 'EA' } }],
      }));
      const { text } = encodeUblOrderResponse({ ...split, status, lines });
      expect([findElement(rootOf(text), 'OrderLine'), textOf(findElement(rootOf(text), 'OrderResponseCode')!)]).toEqual([
        undefined,
        code,
      ]);
    }
  });

  it('a substitute stands in its own element', () => {
    const response = structuredClone(split);
    response.lines = [
      {
        ...response.lines[1]!,
        schedules: [
          {
            status: 'substituted',
            quantity: { value: '2', unit: 'KGM' },
            substitute: { supplierPart: '008', name: 'Grease, new', classifications: [] },
          },
        ],
      },
    ];
    const { document } = decodeUblOrderResponse(rootOf(encodeUblOrderResponse(response).text));
    expect(document?.lines[0]?.schedules).toEqual(response.lines[0]?.schedules);
  });

  it('any answer comes back with the same quantities', () => {
    fc.assert(
      fc.property(responses, (response) => {
        const endpoint = { value: '7300010000001', scheme: '0088' };
        const { text, problems } = encodeUblOrderResponse({
          ...response,
          buyer: { ...response.buyer, endpoint },
          supplier: { ...response.supplier, endpoint },
        });
        expect(errors(problems)).toEqual([]);
        const { document, problems: found } = decodeUblOrderResponse(rootOf(text));
        expect(found).toEqual([]);
        expect(document?.lines.map((line) => [line.number, line.schedules])).toEqual(
          response.lines.map((line) => [line.number, line.schedules]),
        );
      }),
      { numRuns: 40 },
    );
  });
});
