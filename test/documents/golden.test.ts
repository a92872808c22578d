import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  decodeCxmlConfirmationRequest,
  decodeCxmlOrderRequest,
  decodeSet,
  decodeUblOrder,
  decodeUblOrderResponse,
  type Order,
  order850,
  orderResponse855,
  readInterchanges,
  readXml,
} from '#libs/documents';
import { screws, split } from '../../libs/documents/src/grammar/testing.js';
import { written } from './documents.js';

const sample = (name: string) => readFileSync(new URL(`../samples/documents/${name}`, import.meta.url));

describe('what is written is the golden file, byte for byte', () => {
  it.each(Object.entries(written()))('%s', (name, text) => expect(text).toBe(sample(name).toString('utf8')));
});

describe('what the golden files say is the order and the answer', () => {
  const xml = (name: string) => readXml(sample(name)).root!;
  const set = (name: string) => readInterchanges(sample(name)).interchanges[0]!.groups[0]!.sets[0]!;
  const plain = (order: Order | undefined) =>
    order?.lines.map(({ number, quantity, price, item }) => ({
      number,
      value: quantity.value,
      unit: quantity.unit,
      amount: price?.amount,
      basis: price?.basis,
      per: price?.unit,
      factor: price?.factor,
      part: item.supplierPart,
    }));

  it('a part priced per 100 and sold in boxes of 25 is the same in all three formats', () => {
    const expected = plain(screws);
    expect(expected?.[0]).toEqual({
      number: '00010',
      value: '7',
      unit: 'XBX',
      amount: '4.37',
      basis: '100',
      per: 'EA',
      factor: { numerator: '25', denominator: '1' },
      part: 'NAS1149-F0363P',
    });
    expect(plain(decodeUblOrder(xml('ubl-order.xml')).document)).toEqual(expected);
    expect(plain(decodeCxmlOrderRequest(xml('cxml-order-request.xml')).document)).toEqual(expected);
    expect(plain(decodeSet(order850, set('x12-850.edi')).document)).toEqual(expected);
  });

  it('a line split in three comes back split in three from all three formats', () => {
    const expected = split.lines[0]?.schedules;
    expect(decodeUblOrderResponse(xml('ubl-order-response.xml')).document?.lines[0]?.schedules).toEqual(expected);
    expect(decodeCxmlConfirmationRequest(xml('cxml-confirmation-request.xml')).document?.lines[0]?.schedules).toEqual(expected);
    expect(decodeSet(orderResponse855, set('x12-855.edi')).document?.lines[0]?.schedules).toEqual(expected);
  });
});
