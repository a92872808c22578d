import type { PunchOutOrder, PunchOutSetup } from './punch-out.js';

// A visit to a shop and the cart that comes of it, for the specs.

const buyer = { identifiers: [{ value: '7300010000001', scheme: '0088' }] };
const supplier = { identifiers: [{ value: '081466849', scheme: '0060' }] };
const shipTo = {
  identifiers: [],
  name: 'Warehouse 4',
  address: { lines: ['Hangar Road 9'], city: 'Oslo', postalCode: '0502', country: 'NO' },
};

/** Ann shows her cart again, to change it. */
export const visit: PunchOutSetup = {
  kind: 'punchOutSetup',
  operation: 'edit',
  cookie: 'C-7f3a',
  returnTo: 'https://hub.example/return?visit=1&way=post',
  shop: 'https://shop.example/enter',
  contact: { name: 'Ann Berg', email: 'ann@nordic.example' },
  buyer,
  supplier,
  shipTo,
  selected: { supplierPart: 'NAS1149-F0363P', classifications: [] },
  properties: [
    { name: 'UserEmail', value: 'ann@nordic.example' },
    { name: 'CostCentre', value: '4217' },
  ],
  lines: [
    {
      number: '1',
      quantity: { value: '7', unit: 'XBX' },
      item: {
        supplierPart: 'NAS1149-F0363P',
        description: 'Washer, flat',
        classifications: [{ system: 'UNSPSC', code: '31161800' }],
      },
      auxiliary: 'cart=17;line=1',
      price: { amount: '4.37', currency: 'EUR', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
      note: [],
    },
  ],
};

/** What she took. */
export const cart: PunchOutOrder = {
  kind: 'punchOutOrder',
  cookie: 'C-7f3a',
  allowed: 'edit',
  status: 'final',
  number: 'CART-17',
  issuedOn: '2026-03-02',
  validUntil: '2026-03-09',
  currency: 'EUR',
  buyer,
  supplier,
  shipTo,
  totals: { payable: '1012.65', shipping: '5.00', tax: '0.00' },
  lines: [
    ...visit.lines.map(({ price, ...line }) => ({
      ...line,
      price: { ...price!, currency: 'EUR' },
      tax: { code: 'S', percent: '25' },
    })),
    {
      number: '2',
      quantity: { value: '1', unit: 'EA' },
      item: { supplierPart: '008', description: 'Pump', classifications: [{ system: 'UNSPSC', code: '40151500' }] },
      price: { amount: '1000.00', basis: '1', unit: 'EA' },
      leadDays: '14',
      tax: { code: 'S', percent: '25' },
      note: ['With test report'],
    },
  ],
};
