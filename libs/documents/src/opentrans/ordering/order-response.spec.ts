import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrderResponse } from '../../canonical/order-response.js';
import { responses, split } from '../../grammar/testing.js';
import { errorsOf, rootOf } from '../../ubl/testing.js';
import { elementsOf, findElement, textOf } from '../../xml/element.js';
import { decodeOpenTrans, encodeOpenTrans } from '../codec.js';
import { openTransOrderResponse as table } from './order-response.js';

/** What openTRANS has a place for. */
const local = (response: OrderResponse): OrderResponse => {
  const { payloadId: _id, ...order } = response.order;
  const [{ endpoint: _one, ...buyer }, { endpoint: _other, ...supplier }] = [response.buyer, response.supplier];
  const { operation: _operation, ...rest } = response;
  return { ...rest, order, buyer, supplier, lines: response.lines.map(({ quantity: _quantity, ...line }) => line) };
};
const thereAndBack = (response: OrderResponse) => {
  const { text, problems } = encodeOpenTrans(table, response);
  const { document: back, problems: found } = decodeOpenTrans(table, rootOf(text));
  return { back, text, problems: [...problems, ...found] };
};

describe('an answer in openTRANS', () => {
  it('comes back as it went: three quantities of a line are three items, what becomes of each is a remark', () => {
    const { back, text, problems } = thereAndBack(local(split));
    expect(problems).toEqual([]);
    expect(back).toEqual(local(split));
    const items = elementsOf(findElement(rootOf(text), 'ORDERRESPONSE_ITEM_LIST')!);
    expect(items.map((item) => [textOf(findElement(item, 'LINE_ITEM_ID')!), textOf(findElement(item, 'QUANTITY')!)])).toEqual([
      ['00010', '60'],
      ['00010', '40'],
      ['00010', '0'],
      ['00020', '2'],
    ]);
  });

  it('part deliveries of others are quantities of the line; an answer that says nothing of itself means: see the lines', () => {
    const { text } = encodeOpenTrans(table, { ...local(split), lines: local(split).lines.slice(1) });
    const parts = ['1', '3']
      .map(
        (value) =>
          `<PARTIAL_DELIVERY><QUANTITY>${value}</QUANTITY><DELIVERY_DATE><DELIVERY_START_DATE>2026-04-0${value}</DELIVERY_START_DATE><DELIVERY_END_DATE>2026-04-0${value}</DELIVERY_END_DATE></DELIVERY_DATE></PARTIAL_DELIVERY>`,
      )
      .join('');
    const said = text
      .replace(/<REMARKS type="status">.*?<\/REMARKS>/g, '')
      .replace('</ORDERRESPONSE_ITEM>', `<PARTIAL_DELIVERY_LIST>${parts}</PARTIAL_DELIVERY_LIST></ORDERRESPONSE_ITEM>`);
    const { document, problems } = decodeOpenTrans(table, rootOf(said));
    expect([document?.status, errorsOf(problems)]).toEqual(['changed', []]);
    expect(document?.lines[0]?.schedules.map(({ status, quantity, deliverOn }) => [status, quantity.value, deliverOn])).toEqual([
      ['changed', '1', '2026-04-01'],
      ['changed', '3', '2026-04-03'],
    ]);
  });

  it('ten times the part deliveries cost no more than a few times ten times the work', () => {
    const work = (count: number) => {
      const parts = '<PARTIAL_DELIVERY><QUANTITY>1</QUANTITY></PARTIAL_DELIVERY>'.repeat(count);
      const { text } = encodeOpenTrans(table, { ...local(split), lines: local(split).lines.slice(1) });
      const root = rootOf(
        text.replace('</ORDERRESPONSE_ITEM>', `<PARTIAL_DELIVERY_LIST>${parts}</PARTIAL_DELIVERY_LIST></ORDERRESPONSE_ITEM>`),
      );
      const start = process.cpuUsage();
      expect(decodeOpenTrans(table, root).document?.lines[0]?.schedules).toHaveLength(count);
      return process.cpuUsage(start).user;
    };
    work(500);
    // The least of three: what else runs in the process counts too.
    const least = (count: number) => Math.min(...[1, 2, 3].map(() => work(count)));
    expect(least(10_000) / Math.max(least(1_000), 1_000)).toBeLessThan(60);
  });

  it('names what it has no place for', () => {
    const { problems } = encodeOpenTrans(table, split);
    expect(errorsOf(problems)).toEqual([]);
    expect(errorsOf(encodeOpenTrans(table, { ...split, lines: [] }).problems).map(({ code }) => code)).toEqual(['LINES_MISSING']);
    expect(problems.map(({ at }) => at)).toEqual(expect.arrayContaining(['lines[].quantity', 'order.payloadId', 'operation']));
  });

  it('any answer comes back as it went', () => {
    fc.assert(
      fc.property(responses, (response) => {
        const { back, problems } = thereAndBack(local(response));
        expect(errorsOf(problems)).toEqual([]);
        expect(back).toEqual(local(response));
      }),
      { numRuns: 40 },
    );
  });
});
