import { describe, expect, it } from '@jest/globals';
import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import { crated } from '../../canonical/goods/testing.js';
import { screws } from '../../grammar/testing.js';
import { errorsOf, rootOf } from '../../ubl/testing.js';
import { elementsOf, findElement, textOf, type XmlElement } from '../../xml/element.js';
import { decodeOpenTrans, encodeOpenTrans } from '../codec.js';
import { openTransOrder } from '../ordering/order.js';
import { demanded } from '../shared/sequences.js';
import { openTransDispatchNotification } from './dispatch-notification.js';

/** Children that the schema demands and an element does not have, by path. */
function lacking(element: XmlElement, at = element.name): string[] {
  const children = element.children.filter((child) => typeof child !== 'string');
  const name = (one: XmlElement) => (one.namespace.includes('bmecat') ? `b:${one.name}` : one.name);
  const missing = (demanded[name(element)] ?? []).filter((wanted) => !children.some((child) => name(child) === wanted));
  return [...missing.map((wanted) => `${at}/${wanted}`), ...children.flatMap((child) => lacking(child, `${at}/${child.name}`))];
}

const order = { number: 'PO-1' };
const { endpoint: _endpoint, ...buyer } = crated.buyer;
const { endpoint: _its, ...supplier } = crated.supplier;
const told: DespatchAdvice = {
  ...crated,
  buyer,
  supplier,
  order,
  lines: crated.lines.map((line) => ({ ...line, orderLine: line.orderLine ?? line.number })),
};
const nobody = { identifiers: [] };

/** What senders of other formats leave out, and the schema demands all the same. */
const shapes: readonly (readonly [string, Partial<DespatchAdvice>])[] = [
  ['whole', {}],
  ['without a buyer', { buyer: nobody }],
  ['without a supplier', { supplier: nobody }],
  ['without anybody', { buyer: nobody, supplier: nobody }],
  [
    'with a place that has neither number nor name',
    { buyer: nobody, shipTo: { identifiers: [], address: { lines: ['Dock 4'] } } },
  ],
  [
    'with a telephone and no name behind it',
    { buyer: { ...buyer, contact: { phone: '+47 22 00 00 00', email: 'in@nordic.example' } } },
  ],
  ['of items without a number', { lines: told.lines.map((line) => ({ ...line, item: { classifications: [] } })) }],
];

describe('what the schema demands of a notice', () => {
  it.each(shapes)('stands in one %s', (_, given) => {
    const { text, problems } = encodeOpenTrans(openTransDispatchNotification, { ...told, ...given });
    expect([errorsOf(problems), lacking(rootOf(text))]).toEqual([[], []]);
    const { document, problems: found } = decodeOpenTrans(openTransDispatchNotification, rootOf(text));
    expect(errorsOf(found)).toEqual([]);
    for (const side of ['buyer', 'supplier'] as const) expect(document?.[side]).toEqual({ ...told, ...given }[side]);
  });

  it('names the order line of every item, or the notice is not written', () => {
    const lines = told.lines.map(({ orderLine: _line, ...line }) => line);
    expect(errorsOf(encodeOpenTrans(openTransDispatchNotification, { ...told, lines }).problems)).not.toEqual([]);
  });
});

describe('what the schema demands of an order', () => {
  it('an agreement without its end is a remark, and comes back as the agreement', () => {
    const { text, problems } = encodeOpenTrans(openTransOrder, { ...screws, agreement: 'FC-7' });
    expect([errorsOf(problems), lacking(rootOf(text))]).toEqual([[], []]);
    const info = findElement(rootOf(text), 'ORDER_HEADER', 'ORDER_INFO')!;
    expect(elementsOf(info, 'REMARKS').map(textOf)).toContain('FC-7');
    expect(decodeOpenTrans(openTransOrder, rootOf(text)).document).toMatchObject({ agreement: 'FC-7', note: screws.note });
  });

  it('a currency younger than the schema and a class of two words have no code there', () => {
    expect(errorsOf(encodeOpenTrans(openTransOrder, { ...screws, currency: 'MXN' }).problems).map(({ code }) => code)).toEqual([
      'CURRENCY_NOT_EXPRESSIBLE',
    ]);
    const [line] = screws.lines;
    const classified = { ...line!, item: { ...line!.item, classifications: [{ system: 'supplier part_id', code: '7' }] } };
    const { text } = encodeOpenTrans(openTransOrder, { ...screws, lines: [classified] });
    expect(text).toContain('<b:REFERENCE_FEATURE_SYSTEM_NAME>supplier-part-id<');
  });
});
