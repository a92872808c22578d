import { describe, expect, it } from '@jest/globals';
import { encodeUblOrder } from '#libs/documents';
import type { OrderLine, WholeOrder } from '#libs/procurement';
import { type OrderSides, orderDocument } from './order-document.js';

const card = (name: string, gln: string) => ({ name, gln, duns: null, cage: null, peppolId: null, country: 'NO' });
const sides = {
  buyer: card('Nordic Air Maintenance', '7300010000001'),
  supplier: card('Fasteners Ltd', '5790000435944'),
  buyerKnownAs: [],
  supplierKnownAs: [],
} as unknown as OrderSides;
const place = {
  code: 'WH-4',
  name: 'Warehouse 4',
  gln: null,
  address: { lines: ['Hangar Road 9'], city: 'Oslo', country: 'NO' },
};
const line = {
  number: '10',
  supplierPart: '007',
  quantity: '1.10',
  orderUnit: 'KGM',
  priceAmount: '12.5000',
  priceBasis: '1',
  priceUnit: 'KGM',
  factorNum: '1',
  factorDen: '1',
  lineAmount: '13.75',
  charges: [],
  ncnr: false,
} as unknown as OrderLine;

/** Two lines of 13.75, the first with a certificate; `total` is what the order says of itself: lines and all charges. */
function order(charges: WholeOrder['charges'], total: string): WholeOrder {
  const certified = { ...line, charges: [{ code: 'CERT', amount: '12.50' }] };
  return {
    number: 'PO-1',
    currency: 'EUR',
    placedAt: new Date('2026-03-02T10:00:00Z'),
    shipTo: place,
    billTo: place,
    charges,
    total,
    lines: [certified, { ...line, number: '20' }],
  } as unknown as WholeOrder;
}

describe('an order as a document', () => {
  it('has the charges of a line in its amount, and those of the order in a sum of their own', () => {
    const document = orderDocument(order([{ code: 'AOG', amount: '50.00', reason: 'Aircraft on ground' }], '90.00'), sides);
    expect(document.lines.map(({ amount, charges }) => [amount, charges])).toEqual([
      ['26.25', [{ isCharge: true, code: 'CERT', amount: '12.50' }]],
      ['13.75', []],
    ]);
    expect(document.charges).toEqual([{ isCharge: true, code: 'AOG', amount: '50.00', reason: 'Aircraft on ground' }]);
    expect(document.totals).toEqual({ lines: '40.00', charges: '50.00', payable: '90.00' });
    expect(encodeUblOrder(document).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says nothing of charges when it has none', () =>
    expect(orderDocument(order([], '40.00'), sides).totals).toEqual({ lines: '40.00', payable: '40.00' }));
});
