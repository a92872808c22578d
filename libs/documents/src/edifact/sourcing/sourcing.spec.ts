import { describe, expect, it } from '@jest/globals';
import type { OrderChange } from '../../canonical/order-change.js';
import type { Quotation } from '../../canonical/sourcing/quotation.js';
import type { RequestForQuotation } from '../../canonical/sourcing/request-for-quotation.js';
import { edifactOrderChanges } from '../order-change.js';
import { errorsOf, read, written } from '../testing.js';
import { edifactQuotations } from './quotation.js';
import { edifactRequests } from './request.js';

const releases = ['D.96A', 'D.01B'] as const;
const buyer = { identifiers: [{ value: '7300010000001', scheme: '0088' }], name: 'Nordic Air Maintenance' };
const supplier = { identifiers: [{ value: '4012345000009', scheme: '0088' }], name: 'Fasteners Ltd' };
const washer = { supplierPart: 'NAS1149-F0363P', buyerPart: '900-1', description: 'Washer, flat', classifications: [] };
const boxes = { value: '7', unit: 'XBX' };
const perHundred = (amount: string) => ({ amount, basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } });

const change: OrderChange = {
  kind: 'orderChange',
  purpose: 'change',
  number: 'CHG-2',
  sequence: '2',
  issuedOn: '2026-03-05',
  issuedAt: '2026-03-05T10:15:00+08:00',
  order: { number: 'PO-2026-000123', issuedOn: '2026-03-02' },
  reason: 'Less is needed',
  currency: 'EUR',
  note: ['See drawing'],
  buyer,
  supplier,
  charges: [],
  lines: [
    {
      number: '00010',
      action: 'change',
      quantity: boxes,
      price: perHundred('4.37'),
      item: washer,
      note: [],
      charges: [],
      requestedDelivery: '2026-03-25',
    },
    {
      number: '00020',
      action: 'delete',
      quantity: { value: '0', unit: 'C62' },
      item: { supplierPart: '007', classifications: [] },
      note: [],
      charges: [],
    },
    {
      number: '00030-A',
      action: 'change',
      rawAction: '9',
      quantity: boxes,
      item: washer,
      note: [],
      charges: [],
      nonCancellable: true,
      revision: 'C',
    },
  ],
};

describe.each(releases)('ORDCHG %s', (release) => {
  const table = edifactOrderChanges[release];

  it('comes back as it went', () => {
    const { text, problems } = written(table, change);
    expect(problems).toEqual([]);
    const { document, problems: found } = read(table, text);
    expect(errorsOf(found)).toEqual([]);
    expect(document).toEqual(change);
    expect(written(table, document!).text).toBe(text);
  });

  it('a line taken out may leave its quantity out', () => {
    const { text } = written(table, change);
    const { document, problems } = read(
      table,
      text.replace("QTY+21:0:C62'\n", '').replace(/UNT\+(\d+)/, (_, count) => `UNT+${Number(count) - 1}`),
    );
    expect([errorsOf(problems), document?.lines[1]?.quantity]).toEqual([[], { value: '0', unit: 'C62' }]);
  });

  it('a cancellation has no lines', () => {
    const { text, problems } = written(table, { ...change, purpose: 'cancel', lines: [] });
    expect(problems).toEqual([]);
    const { document, problems: found } = read(table, text);
    expect([errorsOf(found), document?.purpose, document?.lines]).toEqual([[], 'cancel', []]);
  });
});

const request: RequestForQuotation = {
  kind: 'requestForQuotation',
  purpose: 'original',
  number: 'RFQ-1',
  issuedOn: '2026-03-01',
  closesOn: '2026-03-08',
  currency: 'EUR',
  note: ['Certificates with the goods'],
  buyer,
  supplier,
  shipTo: { identifiers: [{ value: 'WH-4', scheme: 'ASSIGNED_BY_BUYER' }] },
  requestedDelivery: '2026-03-20',
  deliveryTerms: { incoterm: 'DAP', place: 'Oslo' },
  paymentTerms: '30 days net',
  attachments: [],
  lines: [
    {
      number: '10',
      quantity: boxes,
      item: washer,
      requestedDelivery: '2026-03-20',
      price: perHundred('4.00'),
      revision: 'C',
      note: ['As drawing'],
      attachments: [],
    },
  ],
};

describe.each(releases)('REQOTE %s', (release) => {
  it('comes back as it went', () => {
    const table = edifactRequests[release];
    const { text, problems } = written(table, request);
    expect(problems).toEqual([]);
    const { document, problems: found } = read(table, text);
    expect([found, document]).toEqual([[], request]);
    expect(written(table, document!).text).toBe(text);
  });
});

const quotation: Quotation = {
  kind: 'quotation',
  purpose: 'original',
  number: 'Q-9',
  issuedOn: '2026-03-04',
  status: 'offered',
  request: { number: 'RFQ-1', issuedOn: '2026-03-01' },
  validFrom: '2026-03-04',
  validUntil: '2026-04-30',
  currency: 'EUR',
  note: [],
  buyer,
  supplier,
  charges: [{ isCharge: true, code: 'FC', reason: 'Freight', amount: '50.00' }],
  totals: { lines: '7.65', payable: '57.65' },
  attachments: [],
  lines: [
    {
      number: '1',
      requestLine: '10',
      offer: 'alternative',
      item: washer,
      quantity: boxes,
      minimum: { value: '2', unit: 'XBX' },
      multiple: { value: '1', unit: 'XBX' },
      price: perHundred('4.37'),
      breaks: [
        { from: '10', price: perHundred('4.10') },
        { from: '50', price: perHundred('3.95') },
      ],
      amount: '7.65',
      charges: [],
      deliverOn: '2026-03-22',
      leadDays: '14',
      validUntil: '2026-03-31',
      revision: 'C',
      note: [],
      attachments: [],
    },
    {
      number: '2',
      requestLine: '20',
      offer: 'none',
      item: { buyerPart: '900-2', classifications: [] },
      quantity: { value: '1', unit: 'EA' },
      breaks: [],
      charges: [],
      note: [],
      attachments: [],
    },
  ],
};

describe.each(releases)('QUOTES %s', (release) => {
  it('comes back as it went, with prices from quantities on', () => {
    const table = edifactQuotations[release];
    const { text, problems } = written(table, quotation);
    expect(problems).toEqual([]);
    expect(text.split('\n').filter((line) => /^(?:PRI|RNG)/.test(line))).toEqual([
      "PRI+AAA:4.37:::100:EA'",
      "PRI+AAA:4.10:::100:EA'",
      "RNG+4+XBX:10'",
      "PRI+AAA:3.95:::100:EA'",
      "RNG+4+XBX:50'",
    ]);
    const { document, problems: found } = read(table, text);
    expect([found, document]).toEqual([[], quotation]);
    expect(written(table, document!).text).toBe(text);
  });
});
