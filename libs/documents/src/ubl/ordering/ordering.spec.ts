import { describe, expect, it } from '@jest/globals';
import type { OrderChange } from '../../canonical/order-change.js';
import type { OrderResponse } from '../../canonical/order-response.js';
import { charged, screws, split } from '../../grammar/testing.js';
import { elementsOf, findElement, textOf } from '../../xml/element.js';
import { decodeUbl, encodeUbl } from '../codec.js';
import { errorsOf, lostPlaces, rootOf, thereAndBack } from '../testing.js';
import { ublOrderAgreement } from './order-agreement.js';
import { ublOrderCancellation, ublOrderChange } from './order-change.js';

const { purpose: _purpose, orderType: _type, ...body } = screws;

/** Five boxes in place of seven, and the grease no more. */
const change: OrderChange = {
  ...body,
  kind: 'orderChange',
  purpose: 'change',
  number: 'CH-1',
  sequence: '2',
  order: { number: 'PO-2026-000123' },
  totals: { lines: '19.21', payable: '19.21' },
  shipTo: { ...screws.shipTo!, identifiers: [{ value: '7300010000018', scheme: '0088' }] },
  lines: [
    { ...screws.lines[0]!, quantity: { value: '5', unit: 'XBX' }, amount: '5.46', action: 'change' },
    { ...screws.lines[1]!, amount: '13.75', action: 'delete' },
  ],
};

const cancellation: OrderChange = {
  kind: 'orderChange',
  purpose: 'cancel',
  number: 'CA-1',
  issuedOn: '2026-03-05',
  order: { number: 'PO-2026-000123' },
  reason: 'The aircraft was sold',
  note: [],
  buyer: screws.buyer,
  supplier: screws.supplier,
  charges: [],
  lines: [],
};

/** What was agreed at the counter: one quantity a line. */
const agreed: OrderResponse = {
  ...split,
  status: 'accepted',
  order: { number: 'COUNTER-9' },
  agreement: 'LTA-9',
  charges: [{ isCharge: true, code: 'FC', reason: 'Freight', amount: '25.00' }],
  totals: { lines: '26.00', charges: '25.00', payable: '51.00' },
  lines: [
    {
      number: '1',
      item: { supplierPart: '007', name: 'Grease', classifications: [] },
      schedules: [
        {
          status: 'accepted',
          quantity: { value: '2', unit: 'KGM' },
          deliverOn: '2026-03-20',
          price: { amount: '13.00', basis: '1', unit: 'KGM' },
        },
      ],
      amount: '26.00',
      note: [],
    },
  ],
};
delete agreed.operation;

describe('a change of an order in UBL', () => {
  it('comes back as it went, each line with what becomes of it', () => {
    const { back, errors, text } = thereAndBack(ublOrderChange, change);
    expect(errors).toEqual([]);
    expect(back).toEqual(change);
    const codes = elementsOf(rootOf(text), 'OrderLine').map((line) => textOf(findElement(line, 'LineItem', 'LineStatusCode')!));
    expect(codes).toEqual(['3', '2']);
  });

  it('one without a number has that of its order; a line with a code of its own keeps it', () => {
    const { number: _number, ...nameless } = change;
    const { back } = thereAndBack(ublOrderChange, {
      ...nameless,
      lines: [{ ...change.lines[0]!, rawAction: '42' }],
    });
    expect([back?.number, back?.lines[0]?.action, back?.lines[0]?.rawAction]).toEqual(['PO-2026-000123', 'change', undefined]);
    const { text } = encodeUbl(ublOrderChange, change);
    const foreign = text.replace('<cbc:LineStatusCode>3<', '<cbc:LineStatusCode>Revised<');
    const { document } = decodeUbl(ublOrderChange, rootOf(foreign));
    expect([document?.lines[0]?.action, document?.lines[0]?.rawAction]).toEqual(['change', 'Revised']);
  });

  it('every place of the table comes back', () => {
    const { totals: _totals, ...whole } = change;
    expect(lostPlaces(ublOrderChange, whole)).toEqual(['lines[].rawAction']);
  });

  it('a cancellation is a document of its own', () => {
    expect(errorsOf(encodeUbl(ublOrderChange, { ...change, purpose: 'cancel' }).problems).map(({ code }) => code)).toEqual([
      'PURPOSE_NOT_EXPRESSIBLE',
    ]);
    expect(errorsOf(encodeUbl(ublOrderCancellation, change).problems).map(({ code }) => code)).toEqual([
      'PURPOSE_NOT_EXPRESSIBLE',
    ]);
  });
});

describe('a cancellation in UBL', () => {
  it('comes back as it went', () => {
    const { back, errors } = thereAndBack(ublOrderCancellation, cancellation);
    expect(errors).toEqual([]);
    expect(back).toEqual(cancellation);
  });

  it('gives its notes as the reason when it has no other, and the plain word when it has none', () => {
    const { reason: _reason, ...silent } = cancellation;
    const said = (document: OrderChange) =>
      textOf(findElement(rootOf(encodeUbl(ublOrderCancellation, document).text), 'CancellationNote')!);
    expect([said({ ...silent, note: ['Sold'] }), said(silent)]).toEqual(['Sold', 'Cancelled']);
  });

  it('every place of the table comes back', () => {
    expect(lostPlaces(ublOrderCancellation, cancellation)).toEqual([]);
  });
});

describe('an order agreement in UBL', () => {
  it('comes back as it went', () => {
    const { back, errors } = thereAndBack(ublOrderAgreement, agreed);
    expect(errors).toEqual([]);
    expect(back).toEqual(agreed);
  });

  it('cannot part a line or refuse one', () => {
    expect(errorsOf(encodeUbl(ublOrderAgreement, split).problems).map(({ code }) => code)).toContain('STATUS_NOT_EXPRESSIBLE');
  });

  it('every place of the table comes back', () => {
    const { charges: _charges, totals: _totals, ...whole } = agreed;
    expect(lostPlaces(ublOrderAgreement, { ...whole, charges: [] })).toEqual([]);
  });

  it('an order with charges is priced the same in its change', () => {
    const { purpose: _same, orderType: _kind, ...rest } = charged;
    const asChange: OrderChange = {
      ...rest,
      kind: 'orderChange',
      purpose: 'change',
      order: { number: charged.number },
      lines: charged.lines.map((line) => ({ ...line, action: 'none' })),
    };
    const { back, errors } = thereAndBack(ublOrderChange, asChange);
    expect(errors).toEqual([]);
    expect(back?.totals).toEqual(charged.totals);
  });
});
