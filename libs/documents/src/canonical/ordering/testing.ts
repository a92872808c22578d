import type { CatalogueDocument } from '../catalogue-document.js';
import type { OrderChange } from '../order-change.js';
import type { OrderResponse } from '../order-response.js';

// A change of an order, its answer, and a catalogue for the specs.

const buyer = {
  identifiers: [{ value: '7300010000001', scheme: '0088' }],
  name: 'Nordic Air Maintenance',
  address: { lines: ['Hangar Road 1'], city: 'Oslo', postalCode: '0501', country: 'NO' },
};
const supplier = {
  identifiers: [{ value: '081466849', scheme: '0060' }],
  name: 'Fasteners Ltd',
  address: { lines: ['Mill Lane 2'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
};
const washer = { supplierPart: 'NAS1149-F0363P', buyerPart: '900-1', description: 'Washer, flat', classifications: [] };

/** Fewer washers at another price, no grease, and a pump more. */
export const changed: OrderChange = {
  kind: 'orderChange',
  purpose: 'change',
  number: 'CHG-2',
  sequence: '2',
  issuedOn: '2026-03-05',
  order: { number: 'PO-2026-000123', issuedOn: '2026-03-02', supplierNumber: 'SO-77' },
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
      quantity: { value: '5', unit: 'XBX' },
      price: { amount: '4.37', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
      item: washer,
      note: [],
      charges: [],
      requestedDelivery: '2026-03-25',
    },
    {
      number: '00020',
      action: 'delete',
      quantity: { value: '1.10', unit: 'KGM' },
      item: { supplierPart: '007', description: 'Grease', classifications: [] },
      note: ['No longer needed'],
      charges: [],
    },
    {
      number: '00030',
      action: 'add',
      quantity: { value: '1', unit: 'EA' },
      price: { amount: '1000.00', basis: '1', unit: 'EA' },
      item: { supplierPart: '008', description: 'Pump', classifications: [] },
      note: [],
      charges: [{ isCharge: true, code: 'D240', reason: 'Freight', amount: '8.00' }],
      revision: 'B',
    },
  ],
};

/** Three boxes now and two later; what was taken out is gone. */
export const changeAnswered: OrderResponse = {
  kind: 'orderResponse',
  number: 'SO-77',
  issuedOn: '2026-03-06',
  order: { number: 'PO-2026-000123', issuedOn: '2026-03-02' },
  change: { number: 'CHG-2', sequence: '2', issuedOn: '2026-03-05' },
  status: 'changed',
  operation: 'new',
  currency: 'EUR',
  note: [],
  buyer,
  supplier,
  lines: [
    {
      number: '00010',
      action: 'change',
      item: { supplierPart: 'NAS1149-F0363P', classifications: [] },
      quantity: { value: '5', unit: 'XBX' },
      schedules: [
        { status: 'accepted', quantity: { value: '3', unit: 'XBX' }, deliverOn: '2026-03-25' },
        { status: 'backordered', quantity: { value: '2', unit: 'XBX' }, deliverOn: '2026-04-10' },
      ],
      note: [],
    },
    {
      number: '00020',
      action: 'delete',
      item: { supplierPart: '007', classifications: [] },
      quantity: { value: '1.10', unit: 'KGM' },
      schedules: [{ status: 'accepted', quantity: { value: '1.10', unit: 'KGM' } }],
      note: [],
    },
  ],
};

/** Washers in boxes of 25 priced per 100, cheaper from ten boxes on until summer; grease by the kilogram. */
export const priced: CatalogueDocument = {
  kind: 'catalogue',
  header: {
    format: 'x12',
    charset: 'utf-8',
    supplierIds: [],
    catalogueId: 'CAT-9',
    catalogueName: 'Spring',
    catalogueVersion: '2',
    mode: 'full',
    currency: 'EUR',
  },
  issuedOn: '2026-03-01',
  validFrom: '2026-03-02',
  validUntil: '2026-12-31',
  note: [],
  provider: supplier,
  receiver: buyer,
  rows: [
    {
      line: 0,
      action: 'put',
      supplierPart: 'NAS1149-F0363P',
      manufacturer: 'Acme',
      manufacturerPart: 'M-1',
      gtin: '4006381333931',
      names: { en: 'Washer' },
      descriptions: { en: 'Washer, flat, of steel' },
      orderUnit: 'XBX',
      contentUnit: 'EA',
      contentPerOrderUnit: '25',
      priceUnit: 'EA',
      priceFactor: { numerator: '25', denominator: '1' },
      prices: [
        { type: 'net_list', amount: '4.37', currency: 'EUR', basis: '100', fromQuantity: '1' },
        { type: 'net_list', amount: '4.10', currency: 'EUR', basis: '100', fromQuantity: '10', validTo: '2026-06-30' },
      ],
      customerPriceType: 'net_list',
      minimum: '2',
      multiple: '1',
      leadDays: 3,
      leadKind: 'calendar',
      classifications: [],
      stock: [],
      countryOfOrigin: 'GB',
      keywords: [],
      media: [],
      features: [],
    },
    {
      line: 0,
      action: 'put',
      supplierPart: '007',
      names: { en: 'Grease' },
      descriptions: {},
      orderUnit: 'KGM',
      prices: [
        { type: 'net_list', amount: '12.5000', currency: 'EUR', basis: '1', fromQuantity: '1' },
        { type: 'nrp', amount: '15.00', currency: 'EUR', basis: '1', fromQuantity: '1' },
      ],
      customerPriceType: 'net_list',
      classifications: [],
      stock: [],
      keywords: [],
      media: [],
      features: [],
    },
  ],
};
