import fc from 'fast-check';
import type { Charge, DocumentQuantity, Item } from '../canonical/line.js';
import type { Order, OrderLine } from '../canonical/order.js';
import type { OrderResponse, OrderResponseLine, ResponseSchedule } from '../canonical/order-response.js';
import type { Party } from '../canonical/party.js';

// Documents for the specs: a fixed order in the words of the house, and arbitrary ones that every format can say.

/** A part priced per 100 and sold in boxes of 25, beside a plain one. */
export const screws: Order = {
  kind: 'order',
  purpose: 'original',
  orderType: 'regular',
  number: 'PO-2026-000123',
  issuedOn: '2026-03-02',
  currency: 'EUR',
  note: ['Deliver to gate 4'],
  buyer: {
    identifiers: [{ value: '7300010000001', scheme: '0088' }],
    endpoint: { value: '7300010000001', scheme: '0088' },
    name: 'Nordic Air Maintenance',
    address: { lines: ['Hangar Road 1'], city: 'Oslo', postalCode: '0501', country: 'NO' },
  },
  supplier: {
    identifiers: [{ value: '081466849', scheme: '0060' }],
    endpoint: { value: '081466849', scheme: '0060' },
    name: 'Fasteners Ltd',
    address: { lines: ['Mill Lane 2'], city: 'Leeds', postalCode: 'LS1 1AA', country: 'GB' },
  },
  shipTo: {
    identifiers: [{ value: 'WH-4', scheme: 'ASSIGNED_BY_BUYER' }],
    name: 'Warehouse 4',
    address: { lines: ['Hangar Road 9'], city: 'Oslo', postalCode: '0502', country: 'NO' },
  },
  billTo: {
    identifiers: [],
    name: 'Nordic Air Accounts',
    address: { lines: ['P.O. Box 1'], city: 'Oslo', postalCode: '0503', country: 'NO' },
  },
  requestedDelivery: '2026-03-20',
  lines: [
    {
      number: '00010',
      quantity: { value: '7', unit: 'XBX' },
      price: { amount: '4.37', basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
      item: {
        supplierPart: 'NAS1149-F0363P',
        buyerPart: '900-1',
        description: 'Washer, flat',
        name: 'Washer',
        classifications: [],
      },
      note: [],
      charges: [],
    },
    {
      number: '00020',
      quantity: { value: '1.10', unit: 'KGM' },
      price: { amount: '12.5000', basis: '1', unit: 'KGM' },
      item: { supplierPart: '007', description: 'Grease', name: 'Grease', classifications: [] },
      note: [],
      charges: [],
    },
  ],
  charges: [],
};

/** The same with a charge and an allowance of the order, and a certificate for the first line: 7.65 + 12.50 and 13.75, then + 50.00 - 5.00. */
export const charged: Order = {
  ...screws,
  lines: screws.lines.map((line, index) =>
    index === 0
      ? { ...line, amount: '20.15', charges: [{ isCharge: true, code: 'CERT', amount: '12.50' }] }
      : { ...line, amount: '13.75' },
  ),
  charges: [
    { isCharge: true, code: 'AOG', reason: 'Aircraft on ground', amount: '50.00' },
    { isCharge: false, code: '95', amount: '5.00' },
  ],
  totals: { lines: '33.90', charges: '50.00', allowances: '5.00', payable: '78.90' },
};

/** One line answered three ways: 60 now, 40 on a date, 25 never; another changed in price. */
export const split: OrderResponse = {
  kind: 'orderResponse',
  number: 'SO-77',
  issuedOn: '2026-03-03',
  order: { number: 'PO-2026-000123', issuedOn: '2026-03-02', payloadId: 'p-1@hub' },
  status: 'changed',
  operation: 'new',
  currency: 'EUR',
  note: [],
  buyer: {
    identifiers: [{ value: '7300010000001', scheme: '0088' }],
    endpoint: { value: '7300010000001', scheme: '0088' },
    name: 'Nordic Air Maintenance',
  },
  supplier: {
    identifiers: [{ value: '081466849', scheme: '0060' }],
    endpoint: { value: '081466849', scheme: '0060' },
    name: 'Fasteners Ltd',
  },
  lines: [
    {
      number: '00010',
      item: { supplierPart: 'NAS1149-F0363P', name: 'Washer', classifications: [] },
      quantity: { value: '125', unit: 'EA' },
      schedules: [
        { status: 'accepted', quantity: { value: '60', unit: 'EA' }, deliverOn: '2026-03-20' },
        { status: 'backordered', quantity: { value: '40', unit: 'EA' }, deliverOn: '2026-04-10' },
        { status: 'rejected', quantity: { value: '25', unit: 'EA' } },
      ],
      note: [],
    },
    {
      number: '00020',
      item: { supplierPart: '007', name: 'Grease', classifications: [] },
      quantity: { value: '2', unit: 'KGM' },
      schedules: [
        { status: 'changed', quantity: { value: '2', unit: 'KGM' }, price: { amount: '13.00', basis: '1', unit: 'KGM' } },
      ],
      note: [],
    },
  ],
};

/** A word every format can carry. */
export const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .,/-]{0,12}[A-Za-z0-9]$/);
/** A positive number in one of several writings. */
export const decimal = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom('', '.0', '.50', '.125'))
  .map(([whole, fraction]) => `${whole}${fraction}`);
/** A day of this century. */
export const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const country = fc.constantFrom('NO', 'GB', 'TW', 'US');
const units = ['EA', 'KGM', 'MTR', 'XBX', 'LTR'];

/** A party with a number, a name and an address. */
export const party: fc.Arbitrary<Party> = fc.record({
  identifiers: word.map((value) => [{ value, scheme: '0060' }]),
  name: word,
  address: fc.record({ lines: fc.array(word, { minLength: 1, maxLength: 2 }), city: word, postalCode: word, country }),
});

/** A part with the supplier's number. */
export const item: fc.Arbitrary<Item> = fc.record(
  {
    supplierPart: word,
    name: word,
    description: word,
    classifications: fc.constant([]),
    buyerPart: word,
    manufacturerPart: word,
    gtin: fc.constant('4006381333931'),
  },
  { requiredKeys: ['supplierPart', 'name', 'description', 'classifications'] },
);

const priced = fc.oneof(
  fc
    .record({ unit: fc.constantFrom(...units), amount: decimal })
    .map(({ unit, amount }) => ({ unit, price: { amount, basis: '1', unit } })),
  fc.record({ amount: decimal }).map(({ amount }) => ({ unit: 'EA', price: { amount, basis: '100', unit: 'EA' } })),
  fc
    .record({ amount: decimal, basis: fc.constantFrom('1', '100', '1000'), content: fc.integer({ min: 2, max: 500 }) })
    .map(({ amount, basis, content }) => ({
      unit: 'XBX',
      price: { amount, basis, unit: 'EA', factor: { numerator: String(content), denominator: '1' } },
    })),
);

/** Keeps keys absent that are undefined, as the model does. */
export function present<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const line = fc
  .record({ value: decimal, priced, item, requestedDelivery: fc.option(day, { nil: undefined }) })
  .map(({ value, priced: { unit, price }, item: what, requestedDelivery }) => ({
    quantity: { value, unit },
    price,
    item: what,
    requestedDelivery,
    note: [],
    charges: [] as Charge[],
  }));

/** Orders with what every format can say. */
export const orders: fc.Arbitrary<Order> = fc
  .record({
    number: word,
    issuedOn: day,
    buyer: party,
    supplier: party,
    shipTo: party,
    billTo: party,
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    note: fc.array(word, { maxLength: 2 }),
    requestedDelivery: day,
  })
  .map(({ lines, ...rest }) =>
    present<Order>({
      kind: 'order',
      purpose: 'original',
      orderType: 'regular',
      currency: 'EUR',
      charges: [],
      ...rest,
      lines: lines.map((one, index): OrderLine => ({ number: String((index + 1) * 10).padStart(5, '0'), ...one })),
    }),
  );

const schedule = (unit: string): fc.Arbitrary<ResponseSchedule> =>
  fc
    .record({
      status: fc.constantFrom('accepted' as const, 'changed' as const, 'backordered' as const, 'rejected' as const),
      value: decimal,
      deliverOn: fc.option(day, { nil: undefined }),
    })
    .map(({ status, value, deliverOn }) => ({ status, quantity: { value, unit }, deliverOn }));

/** Answers with what every format can say: several quantities per line. */
export const responses: fc.Arbitrary<OrderResponse> = fc
  .record({
    number: word,
    issuedOn: day,
    order: fc.record({ number: word, issuedOn: day, payloadId: word }),
    buyer: party,
    supplier: party,
    lines: fc.array(fc.tuple(fc.array(schedule('EA'), { minLength: 1, maxLength: 4 }), item), { minLength: 1, maxLength: 4 }),
  })
  .map(({ lines, ...rest }) =>
    present<OrderResponse>({
      kind: 'orderResponse',
      status: 'changed',
      operation: 'new',
      currency: 'EUR',
      note: [],
      ...rest,
      lines: lines.map(
        ([schedules, what], index): OrderResponseLine => ({
          number: String((index + 1) * 10).padStart(5, '0'),
          item: what,
          quantity: { value: '100', unit: 'EA' } satisfies DocumentQuantity,
          schedules,
          note: [],
        }),
      ),
    }),
  );

/** The text with one random damage: a byte changed, cut out, doubled, or the end cut off. */
export function damaged(text: string): fc.Arbitrary<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return fc
    .record({
      at: fc.nat(bytes.length - 1),
      how: fc.constantFrom('change', 'cut', 'double', 'end'),
      byte: fc.nat(255),
      length: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ at, how, byte, length }) => {
      if (how === 'end') return bytes.slice(0, at);
      const middle =
        how === 'change' ? [byte] : how === 'double' ? [...bytes.slice(at, at + length), ...bytes.slice(at, at + length)] : [];
      return Uint8Array.from([...bytes.slice(0, at), ...middle, ...bytes.slice(at + (how === 'change' ? 1 : length))]);
    });
}
