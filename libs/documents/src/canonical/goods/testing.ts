import fc from 'fast-check';
import { day, decimal, item, party, present, word } from '../../grammar/testing.js';
import type { DespatchAdvice } from './despatch-advice.js';
import type { Package } from './package.js';
import type { ReceiptAdvice } from './receipt-advice.js';
import type { StockReport } from './stock-report.js';

// Documents about goods for the specs: fixed ones in the words of the house, and arbitrary ones.

const gln = (value: string) => ({ value, scheme: '0088' });
const buyer = {
  identifiers: [gln('7300010000001')],
  endpoint: gln('7300010000001'),
  name: 'Nordic Air Maintenance',
  address: { lines: ['Hangar Road 1'], city: 'Oslo', postalCode: '0501', country: 'NO' },
};
const supplier = {
  identifiers: [{ value: '081466849', scheme: '0060' }],
  endpoint: { value: '081466849', scheme: '0060' },
  name: 'Fasteners Ltd',
  address: { lines: ['Mill Lane 2'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
};

/** Two lines on one pallet: boxes of two lots in a case on it, and a pump with a serial number that stands loose. */
export const crated: DespatchAdvice = {
  kind: 'despatchAdvice',
  purpose: 'original',
  number: 'DN-881',
  issuedOn: '2026-03-18',
  note: ['Tail lift needed'],
  buyer,
  supplier,
  order: { number: 'PO-2026-000123' },
  shipment: {
    number: 'S-1',
    mode: 'road',
    carrier: { identifiers: [], name: 'Northern Freight' },
    waybill: 'CMR-5521',
    trackings: ['1Z999'],
    despatchOn: '2026-03-18',
    deliverOn: '2026-03-20',
    grossWeight: { value: '212.50', unit: 'KGM' },
    packageCount: '1',
  },
  packages: [
    {
      id: '373400306809981733',
      sscc: '373400306809981733',
      type: 'PX',
      marks: ['FRAGILE'],
      grossWeight: { value: '212.50', unit: 'KGM' },
    },
    { id: 'C-1', parent: '373400306809981733', type: 'CT', marks: [] },
  ],
  attachments: [],
  lines: [
    {
      number: '1',
      orderLine: '00010',
      order: { number: 'PO-2026-000123' },
      quantity: { value: '5', unit: 'XBX' },
      outstanding: { value: '2', unit: 'XBX' },
      outstandingReason: 'Follows next week',
      item: { supplierPart: 'NAS1149-F0363P', name: 'Washer', classifications: [] },
      packed: [{ package: 'C-1' }],
      traced: [
        { lot: 'L-77', expiresOn: '2031-01-31' },
        { lot: 'L-78', producedOn: '2026-01-05' },
      ],
      attachments: [{ number: 'CoC-991', description: 'Certificate of conformity' }],
      note: [],
    },
    {
      number: '2',
      orderLine: '00020',
      quantity: { value: '1', unit: 'EA' },
      item: { supplierPart: '007', name: 'Pump', classifications: [] },
      packed: [{ package: '373400306809981733' }],
      traced: [{ serial: 'SN-0042' }],
      attachments: [],
      note: [],
    },
  ],
};

/** What came of it: four boxes taken, one refused, the pump as it should be. */
export const unpacked: ReceiptAdvice = {
  kind: 'receiptAdvice',
  purpose: 'original',
  number: 'GR-17',
  issuedOn: '2026-03-20',
  receivedOn: '2026-03-20',
  note: [],
  buyer,
  supplier,
  order: { number: 'PO-2026-000123' },
  despatch: { number: 'DN-881' },
  shipment: { trackings: [] },
  packages: [],
  lines: [
    {
      number: '1',
      orderLine: '00010',
      despatch: { number: 'DN-881', line: '1' },
      item: { supplierPart: 'NAS1149-F0363P', name: 'Washer', classifications: [] },
      received: { value: '5', unit: 'XBX' },
      rejected: { value: '1', unit: 'XBX' },
      rejectReason: 'damaged',
      reason: 'The box is crushed',
      packed: [],
      traced: [{ lot: 'L-77' }],
      note: [],
    },
    {
      number: '2',
      orderLine: '00020',
      item: { supplierPart: '007', name: 'Pump', classifications: [] },
      received: { value: '1', unit: 'EA' },
      packed: [],
      traced: [],
      note: [],
    },
  ],
};

/** Ten on hand in Leeds, forty coming; a lot of another part that expires. */
export const counted: StockReport = {
  kind: 'stockReport',
  purpose: 'original',
  report: 'inventory',
  number: 'INV-5',
  issuedOn: '2026-03-01',
  currency: 'EUR',
  note: [],
  buyer,
  supplier,
  lines: [
    {
      number: '1',
      item: { supplierPart: 'NAS1149-F0363P', name: 'Washer', classifications: [] },
      location: { identifier: gln('7300010000018'), name: 'Leeds', country: 'GB' },
      quantities: [
        { kind: 'onHand', quantity: { value: '10', unit: 'XBX' } },
        { kind: 'inbound', quantity: { value: '40', unit: 'XBX' }, on: '2026-03-10' },
      ],
      value: '120.00',
      note: [],
    },
    {
      number: '2',
      item: { supplierPart: '007', name: 'Grease', classifications: [] },
      lot: 'L-9',
      expiresOn: '2026-12-31',
      quantities: [{ kind: 'onHand', quantity: { value: '1.50', unit: 'KGM' } }],
      note: [],
    },
  ],
};

const lot = fc.oneof(
  fc.record({ lot: word, expiresOn: day }),
  fc.record({ serial: word }),
  fc.record({ lot: word, serial: word, producedOn: day }),
);

/** Pallets `P-1` ... and cases `C-1` ... on them, and for each line one place. */
const packing = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 4, maxLength: 4 }))
  .map(([pallets, places]) => {
    const packages: Package[] = [];
    const packed = places.map(([pallet, inCase], line) => {
      const outer = `P-${(pallet % pallets) + 1}`;
      if (!packages.some(({ id }) => id === outer)) packages.push({ id: outer, type: 'PX', marks: [] });
      if (!inCase) return [{ package: outer }];
      packages.push({ id: `C-${line + 1}`, parent: outer, marks: [] });
      return [{ package: `C-${line + 1}` }];
    });
    return { packages, packed };
  });

/** Advices with what most formats can say: four lines on pallets and in cases, with lots and serial numbers. */
export const despatches: fc.Arbitrary<DespatchAdvice> = fc
  .record({
    head: fc.record({
      number: word,
      issuedOn: day,
      buyer: party,
      supplier: party,
      shipTo: party,
      note: fc.array(word, { maxLength: 1 }),
    }),
    shipment: fc.record({ waybill: word, despatchOn: day, deliverOn: day, tracking: word, weight: decimal }),
    packing,
    lines: fc.array(fc.record({ value: decimal, item, traced: fc.array(lot, { maxLength: 2 }), orderLine: word }), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map(({ head, shipment: { weight, tracking, ...shipment }, packing: { packages, packed }, lines }) =>
    present<DespatchAdvice>({
      kind: 'despatchAdvice',
      purpose: 'original',
      ...head,
      shipment: { ...shipment, trackings: [tracking], grossWeight: { value: weight, unit: 'KGM' } },
      packages,
      attachments: [],
      lines: lines.map(({ value, item: { description: _long, ...what }, traced, orderLine }, index) => ({
        number: String(index + 1),
        orderLine,
        order: { number: `PO-${index}` },
        quantity: { value, unit: 'EA' },
        item: what,
        packed: packed[index] ?? [],
        traced,
        attachments: [],
        note: [],
      })),
    }),
  );
