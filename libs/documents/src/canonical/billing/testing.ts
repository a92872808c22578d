import fc from 'fast-check';
import { lineAmount } from '#libs/kernel';
import { day, decimal, item, party, present, word } from '../../grammar/testing.js';
import type { Invoice } from './invoice.js';
import type { InvoiceResponse } from './invoice-response.js';
import { fillTotals } from './sums.js';

// Invoices for the specs: a fixed one in the words of the house, and arbitrary ones.

const gln = (value: string) => ({ value, scheme: '0088' });
const buyer = {
  identifiers: [gln('7300010000001')],
  endpoint: gln('7300010000001'),
  name: 'Nordic Air Maintenance AS',
  taxId: 'NO987654325MVA',
  legalId: { value: '987654325', scheme: '0192' },
  address: { lines: ['Hangar Road 1'], city: 'Oslo', postalCode: '0501', country: 'NO' },
};
const supplier = {
  identifiers: [gln('5060012349998')],
  endpoint: gln('5060012349998'),
  name: 'Fasteners Limited',
  tradingName: 'Fasteners',
  taxId: 'GB123456789',
  taxRegistration: { value: '27/123/4567', scheme: 'FC' },
  legalId: { value: '04112211' },
  legalForm: 'Share capital 100 000 GBP',
  address: { lines: ['Mill Lane 2', 'Unit 4'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
  contact: { name: 'Ann Field', phone: '+44 113 000', email: 'ann@fasteners.example' },
};

/** Screws per 100 in boxes of 25 with a certificate charge, and a pump; an allowance and freight on the whole; tax told in pounds too. */
export const billed: Invoice = {
  kind: 'invoice',
  type: 'invoice',
  typeCode: '380',
  purpose: 'original',
  specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  number: 'INV-881',
  issuedOn: '2026-03-21',
  dueOn: '2026-04-20',
  currency: 'EUR',
  taxCurrency: 'GBP',
  note: ['#AAI#Goods remain ours until paid'],
  buyerReference: 'AMO-7',
  order: { number: 'PO-2026-000123', supplierNumber: 'SO-77' },
  agreement: 'LTA-9',
  despatch: { number: 'DN-881' },
  costReference: '4217',
  preceding: [],
  supplier,
  buyer,
  shipTo: {
    identifiers: [],
    name: 'Warehouse 4',
    address: { lines: ['Hangar Road 9'], city: 'Oslo', postalCode: '0502', country: 'NO' },
  },
  deliveredOn: '2026-03-20',
  paymentMeans: [
    {
      code: '30',
      text: 'Credit transfer',
      reference: 'INV-881',
      account: { number: 'GB29NWBK60161331926819', name: 'Fasteners', bank: 'NWBKGB2L' },
    },
  ],
  paymentTerms: { note: 'Net 30 days', discounts: [] },
  charges: [
    { isCharge: false, code: '95', reason: 'Discount', amount: '10.00', tax: { code: 'S', percent: '20' } },
    { isCharge: true, code: 'FC', reason: 'Freight', amount: '25.00', tax: { code: 'S', percent: '20' } },
  ],
  taxes: [{ category: { code: 'S', percent: '20' }, taxable: '1035.15', amount: '207.03' }],
  totals: {
    lines: '1020.15',
    allowances: '10.00',
    charges: '25.00',
    taxExclusive: '1035.15',
    tax: '207.03',
    accountingTax: '178.05',
    taxInclusive: '1242.18',
    prepaid: '42.18',
    payable: '1200.00',
  },
  attachments: [
    { number: 'CoC-991', description: 'Certificate', filename: 'coc.pdf', mediaType: 'application/pdf', content: 'JVBERi0=' },
  ],
  lines: [
    {
      number: '1',
      note: [],
      orderLine: '00010',
      quantity: { value: '7', unit: 'XBX' },
      amount: '20.15',
      charges: [{ isCharge: true, reason: 'Certificate', amount: '12.50' }],
      price: { amount: '4.37', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
      tax: { code: 'S', percent: '20' },
      item: {
        supplierPart: 'NAS1149-F0363P',
        name: 'Washer',
        classifications: [],
        countryOfOrigin: 'GB',
        properties: [{ name: 'Finish', value: 'Cadmium' }],
      },
      traced: [],
    },
    {
      number: '2',
      note: [],
      quantity: { value: '1', unit: 'EA' },
      amount: '1000.00',
      charges: [],
      price: { amount: '1000.00', basis: '1', unit: 'EA', gross: '1100.00', discount: '100.00' },
      tax: { code: 'S', percent: '20' },
      item: { supplierPart: '007', name: 'Pump', classifications: [] },
      traced: [],
    },
  ],
};

/** The pump given back. */
export const credited: Invoice = {
  ...billed,
  type: 'creditNote',
  typeCode: '381',
  number: 'CN-12',
  preceding: [{ number: 'INV-881', issuedOn: '2026-03-21' }],
  charges: [],
  taxes: [{ category: { code: 'S', percent: '20' }, taxable: '1000.00', amount: '200.00' }],
  totals: {
    lines: '1000.00',
    taxExclusive: '1000.00',
    tax: '200.00',
    accountingTax: '172.00',
    taxInclusive: '1200.00',
    payable: '1200.00',
  },
  lines: billed.lines.slice(1),
};

/** A question about a price. */
export const queried: InvoiceResponse = {
  kind: 'invoiceResponse',
  number: 'IR-3',
  issuedOn: '2026-03-23',
  note: [],
  sender: { identifiers: [gln('7300010000001')], endpoint: gln('7300010000001'), name: 'Nordic Air Maintenance AS' },
  receiver: { identifiers: [gln('5060012349998')], endpoint: gln('5060012349998'), name: 'Fasteners Limited' },
  status: 'underQuery',
  effectiveOn: '2026-03-23',
  invoice: { number: 'INV-881', issuedOn: '2026-03-21', typeCode: '380' },
  clarifications: [
    { about: 'reason', code: 'PRI', text: 'The price agreed is 4.20', terms: [{ term: 'BT-146', value: '4.20' }] },
    { about: 'action', code: 'CNP', terms: [] },
  ],
};

const line = fc.record({ value: decimal, amount: decimal, item, note: fc.array(word, { maxLength: 1 }), orderLine: word });

/** Invoices of one tax category whose sums follow from their lines. */
export const invoices: fc.Arbitrary<Invoice> = fc
  .record({
    head: fc.record({ number: word, issuedOn: day, dueOn: day, buyerReference: word, buyer: party, supplier: party }),
    type: fc.constantFrom('invoice' as const, 'creditNote' as const),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    freight: fc.option(decimal, { nil: undefined }),
  })
  .map(({ head, type, lines, freight }) => {
    const tax = { code: 'Z', percent: '0' };
    const invoice = present<Invoice>({
      kind: 'invoice',
      type,
      typeCode: type === 'invoice' ? '380' : '381',
      purpose: 'original',
      specification: billed.specification ?? '',
      process: billed.process ?? '',
      currency: 'EUR',
      note: [],
      preceding: [],
      ...head,
      paymentMeans: [{ code: '30', account: { number: 'NO9386011117947' } }],
      charges: freight === undefined ? [] : [{ isCharge: true, code: 'FC', reason: 'Freight', amount: freight, tax }],
      taxes: [],
      totals: { tax: '0.00' },
      attachments: [],
      lines: lines.map(({ value, amount, ...rest }, index) => ({
        number: String(index + 1),
        ...rest,
        quantity: { value, unit: 'EA' },
        price: { amount, basis: '1', unit: 'EA' },
        amount: lineAmount({
          price: { amount, currency: 'EUR', basis: '1', unit: 'EA' },
          quantity: { value, unit: 'EA' },
          factor: { numerator: '1', denominator: '1' },
        }).amount,
        charges: [],
        tax,
        traced: [],
      })),
    });
    fillTotals(invoice);
    invoice.taxes = [{ category: tax, taxable: invoice.totals.taxExclusive ?? '0', amount: '0.00' }];
    return invoice;
  });
