import { describe, expect, it } from '@jest/globals';
import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import type { ReceiptAdvice } from '../../canonical/goods/receipt-advice.js';
import type { StockReport } from '../../canonical/goods/stock-report.js';
import { errorsOf, read, written } from '../testing.js';
import { edifactDespatchAdvices } from './despatch.js';
import { edifactReceiptAdvices } from './receipt.js';
import { edifactStockReports } from './stock.js';

const buyer = { identifiers: [{ value: '7300010000001', scheme: '0088' }], name: 'Nordic Air Maintenance' };
const supplier = { identifiers: [{ value: '4012345000009', scheme: '0088' }], name: 'Fasteners Ltd' };
const washer = { supplierPart: 'NAS1149-F0363P', buyerPart: '900-1', description: 'Washer, flat', classifications: [] };
const kg = (value: string) => ({ value, unit: 'KGM' });
const ea = (value: string) => ({ value, unit: 'EA' });

/** A pallet with two boxes in it; the first line lies in both boxes, the second loose on the pallet, the third nowhere. */
const advice: DespatchAdvice = {
  kind: 'despatchAdvice',
  purpose: 'original',
  number: 'DES-5',
  issuedOn: '2026-03-18',
  note: [],
  buyer,
  supplier,
  shipFrom: { identifiers: [], name: 'Mill Lane store' },
  shipTo: { identifiers: [{ value: 'WH-4', scheme: 'ASSIGNED_BY_BUYER' }], name: 'Warehouse 4' },
  order: { number: 'PO-2026-000123', issuedOn: '2026-03-02' },
  deliveryTerms: { incoterm: 'DAP', place: 'Oslo' },
  shipment: {
    number: 'SH-9',
    mode: 'air',
    carrier: { identifiers: [], name: 'North Cargo' },
    waybill: '117-12345675',
    trackings: ['T1', 'T2'],
    despatchOn: '2026-03-19',
    deliverOn: '2026-03-20',
    grossWeight: kg('263.2'),
    netWeight: kg('250'),
    packageCount: '3',
  },
  packages: [
    {
      id: 'P1',
      sscc: '354107380000001051',
      type: 'PX',
      marks: ['PALLET 1'],
      grossWeight: kg('263.2'),
      length: { value: '1200', unit: 'MMT' },
      width: { value: '800', unit: 'MMT' },
    },
    { id: 'B1', parent: 'P1', sscc: '354107380000001068', type: 'BX', marks: [] },
    { id: 'B2', parent: 'P1', rawType: '201', count: '2', marks: [] },
  ],
  attachments: [],
  lines: [
    {
      number: '1',
      order: { number: 'PO-2026-000123' },
      orderLine: '00010',
      quantity: ea('100'),
      ordered: ea('120'),
      outstanding: ea('20'),
      item: washer,
      packed: [
        { package: 'B1', quantity: ea('60') },
        { package: 'B2', quantity: ea('40') },
      ],
      traced: [{ lot: 'L-1', quantity: ea('60'), producedOn: '2026-01-02', expiresOn: '2031-01-02' }, { serial: 'S-1' }],
      attachments: [],
      note: ['Handle with care'],
    },
    {
      number: '2',
      quantity: kg('1.10'),
      item: { supplierPart: '007', description: 'Grease', classifications: [] },
      packed: [{ package: 'P1' }],
      traced: [],
      attachments: [],
      note: [],
    },
    {
      number: '3',
      quantity: ea('1'),
      item: { supplierPart: 'DOC', description: 'Papers', classifications: [] },
      packed: [],
      traced: [],
      attachments: [],
      note: [],
    },
  ],
};

describe.each(['D.96A', 'D.01B'] as const)('DESADV %s', (release) => {
  const table = edifactDespatchAdvices[release];
  /** D.96A has an..9 for a package in CPS and n..6 for a line. */
  const { text, problems } = written(table, advice);

  it('writes packing levels: the shipment, the pallet, what is in it', () => {
    expect(problems).toEqual([]);
    expect(text.split('\n').filter((line) => /^(?:CPS|PAC|GIN|LIN|QTY)/.test(line))).toEqual([
      "CPS+1'",
      "PAC+3'",
      "LIN+3'",
      "QTY+12:1:EA'",
      "CPS+P1+1'",
      "PAC+++PX'",
      "GIN+BJ+354107380000001051'",
      "LIN+2'",
      "QTY+12:1.10:KGM'",
      "CPS+B1+P1'",
      "PAC+++BX'",
      "GIN+BJ+354107380000001068'",
      "LIN+1'",
      "QTY+12:60:EA'",
      "QTY+21:120:EA'",
      "QTY+83:20:EA'",
      "QTY+12:60:EA'",
      "GIN+BX+L-1'",
      "GIN+BN+S-1'",
      "CPS+B2+P1'",
      "PAC+2++201'",
      "LIN+1'",
      "QTY+12:40:EA'",
      "QTY+21:120:EA'",
      "QTY+83:20:EA'",
    ]);
  });

  it('comes back as it went, a line in two packages as one', () => {
    const { document, problems: found } = read(table, text);
    expect(found).toEqual([]);
    const byNumber = (one: DespatchAdvice | undefined) => ({
      ...one,
      lines: [...(one?.lines ?? [])].sort((a, b) => a.number.localeCompare(b.number)),
    });
    expect(byNumber(document)).toEqual(byNumber(advice));
    expect(written(table, document!).text).toBe(text);
  });

  it('identities beside a line, as guides have them, are read as its lots', () => {
    const guide = text
      .replace('CNT+11', 'CNT+11')
      .replace("LIN+3'", "LIN+3'\nGIN+BX+L-8+L-9'")
      .replace(/UNT\+(\d+)/, (_, count) => `UNT+${Number(count) + 1}`);
    const { document, problems: found } = read(table, guide);
    expect([errorsOf(found), document?.lines.find(({ number }) => number === '3')?.traced]).toEqual([
      [],
      [{ lot: 'L-8' }, { lot: 'L-9' }],
    ]);
  });
});

const receipt: ReceiptAdvice = {
  kind: 'receiptAdvice',
  purpose: 'original',
  number: 'REC-3',
  issuedOn: '2026-03-21',
  receivedOn: '2026-03-20',
  note: [],
  buyer,
  supplier,
  order: { number: 'PO-2026-000123' },
  despatch: { number: 'DES-5', issuedOn: '2026-03-18' },
  shipment: { trackings: [], waybill: '117-12345675' },
  packages: [{ id: 'B1', sscc: '354107380000001068', marks: [] }],
  lines: [
    {
      number: '1',
      order: { number: 'PO-2026-000123' },
      orderLine: '00010',
      despatch: { number: 'DES-5', line: '1' },
      item: washer,
      received: ea('58'),
      accepted: ea('55'),
      rejected: ea('3'),
      short: ea('2'),
      rejectReason: 'PQ',
      reason: 'Bent',
      receivedOn: '2026-03-20',
      packed: [{ package: 'B1' }],
      traced: [{ lot: 'L-1', quantity: ea('55') }],
      note: [],
    },
  ],
};

describe.each(['D.96A', 'D.01B'] as const)('RECADV %s', (release) => {
  it('comes back as it went: each quantity on its own', () => {
    const table = edifactReceiptAdvices[release];
    const { text, problems } = written(table, receipt);
    expect(problems).toEqual([]);
    const { document, problems: found } = read(table, text);
    expect(found).toEqual([]);
    expect(document).toEqual(receipt);
    expect(written(table, document!).text).toBe(text);
  });
});

const report: StockReport = {
  kind: 'stockReport',
  purpose: 'original',
  report: 'availability',
  number: 'STK-1',
  issuedOn: '2026-03-18',
  currency: 'EUR',
  note: [],
  buyer,
  supplier,
  lines: [
    {
      number: '1',
      item: { ...washer, gtin: '4006381333931' },
      location: { identifier: { value: 'WH-4', scheme: 'ASSIGNED_BY_SUPPLIER' }, name: 'Leeds' },
      lot: 'L-1',
      expiresOn: '2031-01-02',
      quantities: [
        { kind: 'onHand', quantity: ea('120') },
        { kind: 'available', quantity: ea('80.5') },
        { kind: 'inbound', quantity: ea('500'), on: '2026-04-10' },
      ],
      price: { amount: '4.37', basis: '100', unit: 'EA' },
      note: [],
    },
    {
      number: '2',
      item: { supplierPart: '007', description: 'Grease', classifications: [] },
      quantities: [{ kind: 'onHand', rawKind: '17', quantity: kg('0') }],
      note: [],
    },
  ],
};

describe.each(['D.96A', 'D.01B'] as const)('INVRPT %s', (release) => {
  const table = edifactStockReports[release];

  it('comes back as it went: kinds of stock, places, lots, days', () => {
    const { text, problems } = written(table, report);
    expect(problems).toEqual([]);
    const { document, problems: found } = read(table, text);
    expect(found).toEqual([]);
    expect(document).toEqual(report);
    expect(written(table, document!).text).toBe(text);
  });

  it('a kind of quantity that is none of stock is an error, not a number on hand', () => {
    const { text } = written(table, report);
    const { problems } = read(table, text.replace('QTY+145:120', 'QTY+52:120'));
    expect(errorsOf(problems).map(({ code }) => code)).toEqual(['CODE_UNKNOWN']);
  });
});
