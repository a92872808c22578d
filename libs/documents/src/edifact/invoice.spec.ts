import { describe, expect, it } from '@jest/globals';
import type { Invoice } from '../canonical/billing/invoice.js';
import { edifactInvoices } from './invoice.js';
import { errorsOf, read, written } from './testing.js';

/** Two lines at 19 and 7 per cent, a charge and an allowance, and everything an invoice of the trade says beside. */
const invoice: Invoice = {
  kind: 'invoice',
  type: 'invoice',
  typeCode: '380',
  purpose: 'original',
  number: 'INV-2026-77',
  issuedOn: '2026-03-25',
  dueOn: '2026-04-24',
  taxPointOn: '2026-03-20',
  deliveredOn: '2026-03-20',
  period: { start: '2026-03-01', end: '2026-03-31' },
  currency: 'EUR',
  note: ['Thank you'],
  buyerReference: 'CC-7',
  order: { number: 'PO-2026-000123', issuedOn: '2026-03-02', supplierNumber: 'SO-77' },
  agreement: 'AG-1',
  despatch: { number: 'DES-5' },
  preceding: [{ number: 'INV-2026-70', issuedOn: '2026-03-01' }],
  supplier: {
    identifiers: [{ value: '4012345000009', scheme: '0088' }],
    name: 'Fasteners Ltd',
    taxId: 'DE123456789',
    address: { lines: ['Mill Lane 2', 'Yard 3'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
    contact: { name: 'Ann Lee', phone: '+44 113 1', email: 'ann@fasteners.example' },
  },
  buyer: { identifiers: [{ value: '7300010000001', scheme: '0088' }], name: 'Nordic Air Maintenance' },
  shipTo: { identifiers: [{ value: 'WH-4', scheme: 'ASSIGNED_BY_BUYER' }], name: 'Warehouse 4' },
  paymentMeans: [
    { code: '30', reference: 'RF18', account: { number: 'DE89370400440532013000', name: 'Fasteners Ltd', bank: 'COBADEFFXXX' } },
  ],
  paymentTerms: { note: '30 days net', netDays: '30', discounts: [{ percent: '2', days: '10' }] },
  charges: [
    { isCharge: true, code: 'FC', reason: 'Freight', amount: '50.00', tax: { code: 'S', percent: '19' } },
    {
      isCharge: false,
      code: '95',
      reason: 'Discount',
      amount: '5.00',
      percent: '1.5',
      baseAmount: '333.33',
      tax: { code: 'S', percent: '19' },
    },
  ],
  taxes: [
    { category: { code: 'S', percent: '19' }, taxable: '65.15', amount: '12.38' },
    { category: { code: 'AE', percent: '0' }, taxable: '13.75', amount: '0.00' },
  ],
  totals: {
    lines: '33.90',
    allowances: '5.00',
    charges: '50.00',
    taxExclusive: '78.90',
    tax: '12.38',
    taxInclusive: '91.28',
    prepaid: '10.00',
    payable: '81.28',
  },
  attachments: [],
  lines: [
    {
      number: '1',
      note: ['Lot tested'],
      quantity: { value: '7', unit: 'XBX' },
      amount: '20.15',
      order: { number: 'PO-2026-000123' },
      orderLine: '00010',
      price: { amount: '4.37', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
      charges: [{ isCharge: true, code: 'CG', reason: 'Certificate', amount: '12.50' }],
      tax: { code: 'S', percent: '19' },
      item: {
        supplierPart: 'NAS1149-F0363P',
        gtin: '4006381333931',
        description: 'Washer, flat',
        classifications: [],
        countryOfOrigin: 'US',
      },
      traced: [{ lot: 'L-1' }, { serial: 'S-1' }],
    },
    {
      number: '2',
      note: [],
      quantity: { value: '-1.10', unit: 'KGM' },
      amount: '-13.75',
      price: { amount: '12.5000', basis: '1', unit: 'KGM' },
      charges: [],
      tax: { code: 'AE', percent: '0' },
      item: { supplierPart: '007', description: 'Grease', classifications: [] },
      traced: [],
    },
  ],
};

describe.each(['D.96A', 'D.01B'] as const)('INVOIC %s', (release) => {
  const table = edifactInvoices[release];

  it('comes back as it went, with terms, taxes, sums, charges and lots', () => {
    const { text, problems } = written(table, invoice);
    expect(problems).toEqual([]);
    const { document, problems: found } = read(table, text);
    expect(found).toEqual([]);
    expect(document).toEqual(invoice);
    expect(written(table, document!).text).toBe(text);
  });

  it('a credit note is told by its kind of document', () => {
    const credit = { ...invoice, type: 'creditNote' as const, typeCode: '381' };
    const { text } = written(table, credit);
    expect(text).toContain("BGM+381+INV-2026-77+9'");
    expect(read(table, text).document?.type).toBe('creditNote');
  });

  it('two months are not two days: what a row does not say stays and is written again', () => {
    const text = written(table, invoice).text.replace('PAT+1++5::D:30', 'PAT+1++5:3:M:2');
    const { document } = read(table, text);
    expect([document?.paymentTerms?.netDays, errorsOf(read(table, text).problems)]).toEqual([undefined, []]);
    expect(written(table, document!).text).toBe(text);
  });

  it('an allowance of a percentage alone has no amount: it stays beside the model', () => {
    const text = written(table, invoice)
      .text.replace("LIN+2'", "ALC+A'\nPCD+3:20'\nLIN+2'")
      .replace(/UNT\+\d+/, (count) => `UNT+${Number(count.slice(4)) + 2}`);
    const { document, problems } = read(table, text);
    expect([problems, document?.lines[0]?.charges.length]).toEqual([[], 1]);
    expect(written(table, document!).text).toBe(text);
  });
});
