import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import { crated, despatches } from '../../canonical/goods/testing.js';
import { damaged } from '../../grammar/testing.js';
import { errorsOf, rootOf } from '../../ubl/testing.js';
import { findElement, textOf } from '../../xml/element.js';
import { readXml } from '../../xml/read-xml.js';
import { decodeOpenTrans, encodeOpenTrans } from '../codec.js';
import { openTransDispatchNotification as table } from './dispatch-notification.js';

const [first, second] = crated.lines;
const order = { number: 'PO-2026-000123' };
const party = ({ identifiers, name, address }: DespatchAdvice['buyer']) =>
  ({ identifiers, name, address }) as DespatchAdvice['buyer'];

/** What of the notice openTRANS has a place for. */
const sent: DespatchAdvice = {
  kind: 'despatchAdvice',
  purpose: 'original',
  number: crated.number,
  issuedOn: crated.issuedOn,
  note: crated.note,
  buyer: party(crated.buyer),
  supplier: party(crated.supplier),
  shipTo: { ...party(crated.buyer), identifiers: [{ value: '7300010000018', scheme: '0088' }], name: 'Warehouse 4' },
  order,
  shipment: {
    number: 'S-1',
    carrier: { identifiers: [{ value: 'NF' }], name: 'Northern Freight' },
    trackings: [],
    deliverOn: '2026-03-20',
  },
  packages: [
    { id: '373400306809981733', sscc: '373400306809981733', marks: [] },
    { id: 'C-1', marks: [] },
  ],
  attachments: [],
  lines: [
    {
      number: '1',
      order,
      orderLine: '00010',
      quantity: first!.quantity,
      item: first!.item,
      packed: [],
      traced: [{ lot: 'L-77' }, { lot: 'L-78' }],
      attachments: [],
      note: [],
    },
    {
      number: '2',
      order,
      orderLine: '00020',
      quantity: second!.quantity,
      item: second!.item,
      packed: [],
      traced: [{ serial: 'SN-0042' }],
      attachments: [],
      note: ['Keep dry'],
    },
  ],
};
const thereAndBack = (advice: DespatchAdvice) => {
  const { text, problems } = encodeOpenTrans(table, advice);
  const { document: back, problems: found } = decodeOpenTrans(table, rootOf(text));
  return { back, text, problems: [...problems, ...found] };
};

describe('a notice of goods in openTRANS', () => {
  it('comes back as it went', () => {
    const { back, text, problems } = thereAndBack(sent);
    expect(problems).toEqual([]);
    expect(back).toEqual(sent);
    const item = findElement(rootOf(text), 'DISPATCHNOTIFICATION_ITEM_LIST', 'DISPATCHNOTIFICATION_ITEM')!;
    expect(textOf(findElement(item, 'SHIPMENT_PARTIES_REFERENCE', 'DELIVERY_IDREF')!)).toBe('7300010000018');
  });

  it('names what it has no place for, and goes to the buyer where nobody else is named', () => {
    const { text, problems } = encodeOpenTrans(table, crated);
    expect(errorsOf(problems)).toEqual([]);
    expect(problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining([
        'shipment.waybill',
        'packages[].parent',
        'lines[].packed[].package',
        'lines[].traced[].expiresOn',
        'lines[].outstanding.value',
      ]),
    );
    expect(decodeOpenTrans(table, rootOf(text)).document?.shipTo?.name).toBe(crated.buyer.name);
  });

  it('a lot behind a serial number comes back before it, which is said', () => {
    const [first, ...others] = sent.lines;
    const at = (traced: DespatchAdvice['lines'][number]['traced']) =>
      thereAndBack({ ...sent, lines: [{ ...first!, traced }, ...others] });
    const { back, problems } = at([{ serial: 'SN-1' }, { lot: 'L-1' }]);
    expect([back?.lines[0]?.traced, problems.map((problem) => problem.at)]).toEqual([
      [{ lot: 'L-1' }, { serial: 'SN-1' }],
      ['lines[].traced[]'],
    ]);
    expect(at([{ lot: 'L-1' }, { serial: 'SN-1' }]).problems).toEqual([]);
  });

  it('an item without its order is an error', () => {
    const { order: _order, ...free } = sent;
    const lines = sent.lines.map(({ order: _one, ...line }) => line);
    expect(errorsOf(encodeOpenTrans(table, { ...free, lines }).problems).map(({ code }) => code)).toContain('VALUE_MISSING');
  });

  it('any notice is written and read again', () => {
    fc.assert(
      fc.property(despatches, (advice) => {
        const told = {
          ...advice,
          order,
          lines: advice.lines.map((line) => ({ ...line, orderLine: line.orderLine ?? line.number })),
        };
        const { text, problems } = encodeOpenTrans(table, told);
        expect(errorsOf(problems)).toEqual([]);
        const { document, problems: found } = decodeOpenTrans(table, rootOf(text));
        expect(errorsOf(found)).toEqual([]);
        expect(document?.lines.map(({ number, quantity }) => [number, quantity])).toEqual(
          told.lines.map(({ number, quantity }) => [number, quantity]),
        );
        expect(encodeOpenTrans(table, document!).text).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('damage never throws', () => {
    fc.assert(
      fc.property(damaged(encodeOpenTrans(table, sent).text), (input) => {
        const { root } = readXml(input);
        if (root !== undefined) decodeOpenTrans(table, root);
      }),
      { numRuns: 100 },
    );
  });
});
