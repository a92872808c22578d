import type { Quotation } from './quotation.js';
import type { RequestForQuotation } from './request-for-quotation.js';

// A question and its answer for the specs.

const buyer = {
  identifiers: [{ value: '7300010000001', scheme: '0088' }],
  name: 'Nordic Air Maintenance',
  address: { lines: ['Hangar Road 1'], city: 'Oslo', postalCode: '0501', country: 'NO' },
};
const supplier = {
  identifiers: [{ value: '081466849', scheme: '0060' }],
  name: 'Fasteners Ltd',
  contact: { name: 'Ann Field', email: 'ann@fasteners.example' },
};

/** Two parts, of one a substitute may be offered, of the other the price wished for is told. */
export const asked: RequestForQuotation = {
  kind: 'requestForQuotation',
  purpose: 'original',
  number: 'RFQ-7',
  issuedOn: '2026-02-01',
  issuedAt: '2026-02-01T09:30:00Z',
  closesOn: '2026-02-08',
  currency: 'EUR',
  note: ['Prices delivered, please'],
  buyer,
  supplier,
  shipTo: { identifiers: [], name: 'Warehouse 4', address: { lines: ['Hangar Road 9'], city: 'Oslo', country: 'NO' } },
  deliveryTerms: { incoterm: 'DAP', place: 'Oslo' },
  attachments: [{ number: 'DRW-1', description: 'Drawing' }],
  lines: [
    {
      number: '10',
      quantity: { value: '7', unit: 'XBX' },
      item: { buyerPart: '900-1', supplierPart: 'NAS1149-F0363P', name: 'Washer', classifications: [] },
      requestedDelivery: '2026-03-20',
      price: { amount: '4.20', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
      note: [],
      attachments: [],
    },
    {
      number: '20',
      quantity: { value: '1', unit: 'EA' },
      item: { supplierPart: '007', name: 'Pump', classifications: [] },
      mayBeSubstituted: true,
      revision: 'B',
      note: ['With test report'],
      attachments: [{ number: 'SPEC-2' }],
    },
  ],
};

/** One as asked for, the other by a newer part. */
export const offered: Quotation = {
  kind: 'quotation',
  purpose: 'original',
  status: 'offered',
  number: 'Q-55',
  issuedOn: '2026-02-05',
  request: { number: 'RFQ-7', issuedOn: '2026-02-01' },
  validUntil: '2026-03-05',
  currency: 'EUR',
  note: [],
  buyer,
  supplier,
  charges: [{ isCharge: true, code: 'FC', reason: 'Freight', amount: '25.00' }],
  totals: { lines: '1007.65', charges: '25.00', payable: '1032.65' },
  attachments: [],
  lines: [
    {
      number: '1',
      requestLine: '10',
      offer: 'asRequested',
      item: { supplierPart: 'NAS1149-F0363P', name: 'Washer', classifications: [] },
      quantity: { value: '7', unit: 'XBX' },
      minimum: { value: '2', unit: 'XBX' },
      multiple: { value: '1', unit: 'XBX' },
      price: { amount: '4.37', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
      breaks: [],
      amount: '7.65',
      charges: [],
      leadDays: '10',
      note: [],
      attachments: [],
    },
    {
      number: '2',
      requestLine: '20',
      offer: 'alternative',
      item: { supplierPart: '008', name: 'Pump, new', classifications: [] },
      quantity: { value: '1', unit: 'EA' },
      price: { amount: '1000.00', basis: '1', unit: 'EA' },
      breaks: [],
      amount: '1000.00',
      charges: [],
      deliverOn: '2026-03-20',
      note: ['Replaces 007'],
      attachments: [],
    },
  ],
};
