import fc from 'fast-check';
import type { NoticeItem, TenderNotice } from '../canonical/sourcing/tender-notice.js';
import { day, decimal, present, word } from '../grammar/testing.js';

// Notices about a procurement for the specs: a fixed one in the words of the house, and arbitrary ones.

const buyer = { id: 'NO-BRC-987654325', name: 'Nordic Air Maintenance AS' };
const supplier = { id: 'GB-COH-04112211', name: 'Fasteners Limited' };

/** A tender for two lots of fasteners, amended once, awarded and signed, with three bids. */
export const published: TenderNotice = {
  kind: 'tenderNotice',
  number: 'ocds-213czf-T-2026-000123-05',
  process: 'ocds-213czf-T-2026-000123',
  publishedAt: '2026-05-02T10:00:00Z',
  stages: ['award', 'contract'],
  language: 'en',
  parties: [
    {
      ...buyer,
      identifiers: [{ value: '7300010000001', scheme: 'GLN' }],
      legalId: { value: '987654325', scheme: 'NO-BRC' },
      legalName: 'Nordic Air Maintenance AS',
      address: { lines: ['Hangar Road 1'], city: 'Oslo', postalCode: '0501', country: 'NO' },
      contact: { name: 'Purchasing', email: 'buy@nordic.example', phone: '+47 22 00 00 00' },
      roles: ['buyer', 'procuringEntity'],
    },
    { ...supplier, identifiers: [], legalId: { value: '04112211', scheme: 'GB-COH' }, roles: ['supplier', 'tenderer'] },
  ],
  buyer,
  tender: {
    id: 'T-2026-000123',
    title: 'Washers and screws, 24 months',
    description: 'Cadmium plated fasteners for line maintenance',
    status: 'complete',
    procuringEntity: buyer,
    items: [
      {
        id: '1',
        description: 'Washer, flat',
        class: { scheme: 'UNSPSC', code: '31161807' },
        quantity: '120000',
        unit: 'H87',
        unitName: 'piece',
        unitPrice: { amount: '0.0437', currency: 'EUR' },
        lot: 'A',
      },
    ],
    lots: [
      { id: 'A', title: 'Washers', status: 'complete', value: { amount: '5244.00', currency: 'EUR' } },
      { id: 'B', title: 'Screws', status: 'unsuccessful' },
    ],
    value: { amount: '18000.00', currency: 'EUR' },
    method: 'open',
    methodDetails: 'Open tender with sealed bids',
    category: 'goods',
    awardCriteria: 'priceOnly',
    submissionMethods: ['electronicSubmission'],
    bidding: { start: '2026-03-01T08:00:00Z', end: '2026-04-01T10:00:00Z', days: '31' },
    enquiries: { end: '2026-03-20T10:00:00Z' },
    hasEnquiries: true,
    numberOfTenderers: '3',
    tenderers: [supplier],
    documents: [
      {
        id: 'terms',
        type: 'biddingDocuments',
        title: 'Terms',
        uri: 'https://hub.example/t/123/terms.pdf',
        publishedAt: '2026-03-01T08:00:00Z',
        mediaType: 'application/pdf',
        language: 'en',
      },
    ],
    amendments: [{ id: '1', on: '2026-03-15T09:00:00Z', reason: 'Quantity of the screws', before: '01', after: '02' }],
  },
  bids: [{ id: '1', measure: 'validBids', value: '3', at: '2026-04-01T10:00:00Z' }],
  awards: [
    {
      id: 'A-1',
      title: 'Washers',
      status: 'active',
      on: '2026-04-20T09:00:00Z',
      value: { amount: '5100.50', currency: 'EUR' },
      suppliers: [supplier],
      items: [{ id: '1', quantity: '120000', unit: 'H87' }],
      contracting: { start: '2026-05-01T00:00:00Z', end: '2028-04-30T00:00:00Z' },
      documents: [],
      amendments: [],
    },
  ],
  contracts: [
    {
      id: 'C-1',
      award: 'A-1',
      status: 'active',
      period: { start: '2026-05-01T00:00:00Z', end: '2028-04-30T00:00:00Z' },
      value: { amount: '5100.50', currency: 'EUR' },
      items: [],
      signedOn: '2026-05-01T00:00:00Z',
      documents: [{ id: 'signed', type: 'contractSigned', uri: 'https://hub.example/c/1.pdf' }],
      amendments: [],
    },
  ],
};

/** The same while bids are asked for. */
export const called: TenderNotice = {
  ...published,
  number: 'ocds-213czf-T-2026-000123-02',
  stages: ['tender'],
  parties: published.parties.slice(0, 1),
  tender: { ...published.tender!, tenderers: [] },
  bids: [],
  awards: [],
  contracts: [],
};

const number = decimal.map((value) => value.replace(/^0+(?=\d)/, ''));
const amount = fc.record({ amount: number, currency: fc.constantFrom('EUR', 'NOK', 'USD') });
const at = day.map((value) => `${value}T12:00:00Z`);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const items: fc.Arbitrary<NoticeItem[]> = fc
  .array(fc.record({ description: word, quantity: number, unit: fc.constantFrom('H87', 'KGM', 'MTR') }), { maxLength: 4 })
  .map((all) => all.map((one, index) => ({ id: String(index + 1), ...one })));

/** Notices with what OCDS says in places of its own. */
export const notices: fc.Arbitrary<TenderNotice> = fc
  .record({ number: word, process: word, publishedAt: at, title: word, items, value: optional(amount), end: at, awarded: amount })
  .map(({ title, items: asked, value, end, awarded, ...head }) =>
    present<TenderNotice>({
      kind: 'tenderNotice',
      ...head,
      stages: ['tender', 'award'],
      parties: [{ ...supplier, identifiers: [], roles: ['supplier'] }],
      tender: {
        id: 'T-1',
        title,
        items: asked,
        lots: [],
        ...(value === undefined ? {} : { value }),
        submissionMethods: [],
        bidding: { end },
        tenderers: [],
        documents: [],
        amendments: [],
      },
      bids: [],
      awards: [{ id: 'A', value: awarded, suppliers: [supplier], items: [], documents: [], amendments: [] }],
      contracts: [],
    }),
  );
