import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Order } from '../canonical/order.js';
import { charged, damaged, orders, screws } from '../grammar/testing.js';
import { errorsOf, lostPlaces, rootOf } from '../ubl/testing.js';
import { findElement, textOf } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';
import { decodeOpenTrans, encodeOpenTrans } from './codec.js';
import { openTransOrder } from './ordering/order.js';

const thereAndBack = (order: Order) => {
  const { text, problems } = encodeOpenTrans(openTransOrder, order);
  const { document: back, problems: found } = decodeOpenTrans(openTransOrder, rootOf(text));
  return { back, text, problems: [...problems, ...found] };
};
/** Addresses on a network have no place in openTRANS. */
const local = (order: Order): Order => {
  const [{ endpoint: _one, ...buyer }, { endpoint: _other, ...supplier }] = [order.buyer, order.supplier];
  return { ...order, buyer, supplier };
};

describe('an order in openTRANS', () => {
  it('comes back as it went, a price per 100 pieces of boxes too', () => {
    const { back, text, problems } = thereAndBack(local(screws));
    expect(problems).toEqual([]);
    expect(back).toEqual(local(screws));
    const item = findElement(rootOf(text), 'ORDER_ITEM_LIST', 'ORDER_ITEM')!;
    expect(textOf(findElement(item, 'ORDER_UNIT')!)).toBe('BX');
    expect(textOf(findElement(item, 'PRODUCT_PRICE_FIX', 'PRICE_BASE_FIX', 'PRICE_UNIT_VALUE')!)).toBe('175');
  });

  it('names what it has no place for', () => {
    const { problems } = encodeOpenTrans(openTransOrder, charged);
    expect(errorsOf(problems)).toEqual([]);
    expect(problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['buyer.endpoint.value', 'charges[].amount', 'totals.charges', 'totals.lines']),
    );
  });

  it('parties of several roles are read as one of each, those without a role by the number the header names', () => {
    const { text } = encodeOpenTrans(openTransOrder, local(screws));
    const double = text
      .replace(/<PARTY>\s*<PARTY_ROLE>invoice_recipient[\s\S]*?<\/PARTY>/, '')
      .replace('<PARTY_ROLE>buyer</PARTY_ROLE>', '<PARTY_ROLE>buyer</PARTY_ROLE><PARTY_ROLE>invoice_recipient</PARTY_ROLE>');
    expect(double).not.toBe(text);
    const { document } = decodeOpenTrans(openTransOrder, rootOf(double));
    expect([document?.buyer.name, document?.billTo?.name]).toEqual([screws.buyer.name, screws.buyer.name]);
    const bare = text.replace(/<PARTY_ROLE>(?:buyer|supplier)<\/PARTY_ROLE>/g, '');
    expect(decodeOpenTrans(openTransOrder, rootOf(bare)).document).toMatchObject({
      buyer: local(screws).buyer,
      supplier: local(screws).supplier,
    });
  });

  it('an instant with a zone, a range of days, a unit that is none', () => {
    const { text } = encodeOpenTrans(openTransOrder, { ...local(screws), issuedAt: '2026-03-02T10:15:00+01:00' });
    const said = decodeOpenTrans(openTransOrder, rootOf(text));
    expect([said.document?.issuedOn, said.document?.issuedAt]).toEqual(['2026-03-02', '2026-03-02T10:15:00+01:00']);
    const ranged = text.replace('<DELIVERY_START_DATE>2026-03-20<', '<DELIVERY_START_DATE>2026-03-10<');
    const { document } = decodeOpenTrans(openTransOrder, rootOf(ranged));
    expect(document?.requestedDelivery).toBe('2026-03-20');
    expect(encodeOpenTrans(openTransOrder, document!).text).toContain('<DELIVERY_START_DATE>2026-03-10<');
    const wrong = text.replace('>BX<', '>Stück<');
    expect(decodeOpenTrans(openTransOrder, rootOf(wrong)).problems.map(({ at, code }) => [at, code])).toEqual([
      ['ORDER_ITEM_LIST/ORDER_ITEM[1]/b:ORDER_UNIT', 'UNIT_UNKNOWN'],
    ]);
    const [line] = screws.lines;
    const strange = { ...local(screws), lines: [{ ...line!, quantity: { value: '1', unit: 'H87' }, price: undefined } as never] };
    expect(errorsOf(encodeOpenTrans(openTransOrder, strange).problems).map(({ code }) => code)).toEqual(['UNIT_NOT_EXPRESSIBLE']);
  });

  it('what openTRANS says beyond the model comes back', () => {
    const { text } = encodeOpenTrans(openTransOrder, local(screws));
    const more = text
      .replace('<ORDER_INFO>', '<ORDER_INFO><PARTIAL_SHIPMENT_ALLOWED>true</PARTIAL_SHIPMENT_ALLOWED>')
      .replace('</LINE_ITEM_ID>', '</LINE_ITEM_ID><CUSTOMER_ORDER_REFERENCE><ORDER_ID>X-7</ORDER_ID></CUSTOMER_ORDER_REFERENCE>');
    const { document } = decodeOpenTrans(openTransOrder, rootOf(more));
    const again = encodeOpenTrans(openTransOrder, document!).text;
    expect(again).toContain('<PARTIAL_SHIPMENT_ALLOWED>true<');
    expect(again).toContain('<ORDER_ID>X-7<');
  });

  it('every place of the table comes back', () => {
    const way = (_table: unknown, order: Order) =>
      decodeOpenTrans(openTransOrder, rootOf(encodeOpenTrans(openTransOrder, order).text)).partial;
    const [, line] = screws.lines;
    const charge = { isCharge: true, code: 'CERT', reason: 'Certificate', amount: '12.50' };
    expect(lostPlaces(openTransOrder, { ...local(screws), lines: [{ ...line!, charges: [charge] }] }, way)).toEqual([]);
  });

  it('any order comes back as it went', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { back, text, problems } = thereAndBack(order);
        expect(errorsOf(problems)).toEqual([]);
        expect(back).toEqual(order);
        expect(encodeOpenTrans(openTransOrder, back!).text).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeOpenTrans(openTransOrder, screws).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeOpenTrans(openTransOrder, root);
      }),
      { numRuns: 150 },
    );
  });
});
