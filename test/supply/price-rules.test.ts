import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import {
  type AvailabilityInput,
  type OfferAnswer,
  readAvailability,
  type StagedRow,
  saveChargeRules,
  saveDiscountMatrix,
  searchParts,
  setAccessSequence,
  setCustomerCategory,
} from '#libs/supply';
import { agreement, dayFromNow, partners } from '../factories/agreement.factory.js';
import { bolt, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
const offers = new Map<string, string>();
let version = 0;

const priced: Partial<StagedRow> = { listPrice: '10', basis: '1', category: 'Bolts' };
const steps = [
  { from: '10', price: '9' },
  { from: '100', price: '8' },
];
const rows: [string, Partial<StagedRow>][] = [
  ['PLAIN', {}],
  ['STEPS', { breaks: steps }],
  [
    'BYWEIGHT',
    {
      breaks: steps,
      breakUnit: 'PRICE',
      orderUnit: 'XBX',
      contentUnit: 'EA',
      priceUnit: 'EA',
      contentPerOrderUnit: '25',
      priceFactor: { numerator: '25', denominator: '1' },
    },
  ],
  [
    'THIRDS',
    {
      breaks: steps,
      breakUnit: 'PRICE',
      breakMode: 'GRADUATED',
      orderUnit: 'XBX',
      priceUnit: 'KGM',
      priceFactor: { numerator: '10', denominator: '3' },
    },
  ],
  ['SUMMED', { breaks: steps, breakScope: 'ORDER' }],
  ['SUMMEDSTAIRS', { breaks: steps, breakScope: 'ORDER', breakMode: 'GRADUATED' }],
  [
    'SHEET',
    {
      breaks: [
        { from: '0.5', price: '8' },
        { from: '1', price: '6' },
        { from: '2.5', price: '4' },
      ],
      breakMode: 'GRADUATED',
      orderUnit: 'KGM',
      priceUnit: 'KGM',
      minimum: '0.05',
      multiple: '0.05',
    },
  ],
  ['BUDGET', { priceType: 'BUDGET' }],
  ['QUOTE', { priceType: 'QUOTE' }],
  ['HELD', { heldUntil: dayFromNow(5) }],
  ['HELDPAST', { heldUntil: dayFromNow(-5) }],
  ['LEAD', { leadDays: 20 }],
  ['HAZ', { details: { hazmat: 'UN1950' } }],
  ['OTHER', { category: 'Nuts' }],
  ['NOLIST', { listPrice: undefined, breaks: [{ from: '10', price: '9' }] }],
];

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { name: 'Fasteners' });
  await publishedCatalogue(db, {
    actor: supplier,
    rows: rows.map(([part, row], i) => bolt(2000 + i, { supplierPart: part, manufacturerPart: `PR-${part}`, ...priced, ...row })),
  });
  const found = await db.admin<{ part: string; id: string }>(
    'select supplier_part as part, id from supply.offer where org_id = $1',
    [supplier.orgId],
  );
  for (const { part, id } of found) offers.set(part, id);
});
afterAll(() => db.close());

const offerId = (part: string): string => offers.get(part) ?? '';
const customer = async (category?: string): Promise<Actor> => {
  const buyer = await organization(db, { roles: ['BUYER'] });
  await partners(db, buyer, supplier);
  if (category) value(await db.unitOfWork.run(supplier, (work) => setCustomerCategory(work, { buyerId: buyer.orgId, category })));
  return buyer;
};
const all = async (buyer: Actor, lines: AvailabilityInput['lines']): Promise<OfferAnswer[]> =>
  (await readAvailability(db.hot, buyer, { lines })).flatMap((line) => line.offers);
const ask = async (buyer: Actor, part: string, quantity: string, needBy?: string): Promise<OfferAnswer> => {
  const [answer] = await all(buyer, [{ offerId: offerId(part), quantity, needBy: needBy ?? null }]);
  if (!answer) throw new Error(`no offer ${part}`);
  return answer;
};
const told = ({ price, priceSource, lineAmount, obstacles }: OfferAnswer) => [
  price?.amount ?? null,
  priceSource,
  lineAmount?.amount ?? null,
  ...obstacles,
];
async function matrix(...list: [string, string, string][]): Promise<void> {
  const saved = await db.unitOfWork.run(supplier, (work) =>
    saveDiscountMatrix(work, {
      rows: list.map(([customerCategory, productCategory, discountPercent]) => ({
        customerCategory,
        productCategory,
        discountPercent,
        validFrom: dayFromNow(-1),
        validTo: dayFromNow(1),
      })),
      expectedVersion: version,
    }),
  );
  ({ version } = value(saved));
}
const sequence = async (...order: ('ITEM' | 'GROUP' | 'MATRIX' | 'LIST')[]): Promise<void> => {
  ({ version } = value(
    await db.unitOfWork.run(supplier, (work) => setAccessSequence(work, { sequence: order, expectedVersion: version })),
  ));
};

describe('the discount matrix', () => {
  it('takes its percentage off list price and breaks for the categories of customer and goods, and for nobody else', async () => {
    await matrix(['A', 'Bolts', '12.5'], ['B', 'Bolts', '1']);
    const [a, none] = [await customer('A'), await customer()];
    expect(told(await ask(a, 'PLAIN', '3'))).toEqual(['8.75', 'MATRIX', '26.25']);
    expect(told(await ask(a, 'STEPS', '10'))).toEqual(['7.875', 'MATRIX', '78.75']);
    expect(told(await ask(a, 'OTHER', '1'))).toEqual(['10', 'LIST', '10.00']);
    expect(told(await ask(none, 'PLAIN', '3'))).toEqual(['10', 'LIST', '30.00']);
    expect((await ask(a, 'PLAIN', '1')).row).toMatchObject({ base_amount: '10', discount: '12.5', customer_category: 'A' });
    expect((await ask(a, 'PLAIN', '1')).agreementId).toBeNull();
  });

  it('is the lowest price of a search for its customers', async () => {
    const a = await customer('A');
    const page = await searchParts(db.hot, a, { query: 'PR-PLAIN', first: 1, with: { offers: true, facets: false } });
    expect(page.nodes.map(({ lowestPrices }) => lowestPrices.map(({ amount }) => amount))).toEqual([['8.75']]);
  });
});

describe('the access sequence', () => {
  it('lets the first hit win, never the lowest', async () => {
    await matrix(['A', 'Bolts', '50']);
    const a = await customer('A');
    await agreement(
      db,
      { supplier, buyer: a },
      { items: [{ offerId: offerId('PLAIN'), price: '9.50' }], categories: [{ category: 'Bolts', discountPercent: '10' }] },
    );
    expect(told(await ask(a, 'PLAIN', '1'))).toEqual(['9.50', 'AGREEMENT', '9.50']);
    expect(told(await ask(a, 'LEAD', '1'))).toEqual(['9', 'CATEGORY', '9.00']);
    await sequence('MATRIX', 'GROUP', 'ITEM', 'LIST');
    expect(told(await ask(a, 'PLAIN', '1'))).toEqual(['5', 'MATRIX', '5.00']);
    await sequence('GROUP', 'MATRIX', 'ITEM', 'LIST');
    expect(told(await ask(a, 'PLAIN', '1'))).toEqual(['9', 'CATEGORY', '9.00']);
    await sequence('ITEM', 'LIST');
    expect(told(await ask(a, 'LEAD', '1'))).toEqual(['10', 'LIST', '10.00']);
    await sequence('ITEM');
    expect(told(await ask(a, 'PLAIN', '1'))).toEqual(['9.50', 'AGREEMENT', '9.50']);
    expect(told(await ask(a, 'LEAD', '1'))).toEqual([null, null, null, 'NO_PRICE']);
    await sequence('ITEM', 'GROUP', 'MATRIX', 'LIST');
  });

  it('lets the lowest win where the agreement says best price, and says what the other was', async () => {
    await matrix(['A', 'Bolts', '20']);
    const a = await customer('A');
    await agreement(
      db,
      { supplier, buyer: a },
      {
        bestPrice: true,
        items: [
          { offerId: offerId('PLAIN'), price: '9' },
          { offerId: offerId('STEPS'), price: '700', basis: '100' },
        ],
        categories: [{ category: 'Bolts', discountPercent: '5' }],
      },
    );
    const plain = await ask(a, 'PLAIN', '1');
    expect(told(plain)).toEqual(['8', 'MATRIX', '8.00']);
    expect(plain.row).toMatchObject({ best_price: true, other_amount: '9' });
    // 7.00 each under the agreement, 8 x 0.8 = 6.40 from 100 on.
    expect(told(await ask(a, 'STEPS', '99'))).toEqual(['700', 'AGREEMENT', '693.00']);
    expect(told(await ask(a, 'STEPS', '100'))).toEqual(['6.4', 'MATRIX', '640.00']);
    // Of two discounts the higher.
    expect(told(await ask(a, 'LEAD', '1'))).toEqual(['8', 'MATRIX', '8.00']);
  });
});

describe('breaks', () => {
  it('count price units when they say so: 3 boxes of 25 are 75 pieces, 4 are 100', async () => {
    const buyer = await customer();
    expect(told(await ask(buyer, 'BYWEIGHT', '3'))).toEqual(['9', 'BREAK', '675.00']);
    expect(told(await ask(buyer, 'BYWEIGHT', '4'))).toEqual(['8', 'BREAK', '800.00']);
  });

  it('stay exact where an order unit is no whole number of price units', async () => {
    // 4 boxes x 10/3 kg = 40/3 kg: 10 kg at 10 and 10/3 kg at 9 are 130.
    expect(told(await ask(await customer(), 'THIRDS', '4'))).toEqual(['9.75', 'BREAK', '130.00']);
  });

  it('are reached by all lines with the offer together when they say so', async () => {
    const buyer = await customer();
    const line = (part: string, quantity: string) => ({ offerId: offerId(part), quantity });
    const summed = await all(buyer, [line('SUMMED', '60'), line('SUMMED', '40'), line('STEPS', '60'), line('STEPS', '40')]);
    expect(summed.map((answer) => answer.price?.amount)).toEqual(['8', '8', '9', '9']);
    expect(summed[0]?.row.break_quantity).toBe('100');
    // 9 at 10, 90 at 9, 1 at 8 are 908 for 100: each line bears its share.
    const stairs = await all(buyer, [line('SUMMEDSTAIRS', '60'), line('SUMMEDSTAIRS', '40')]);
    expect(stairs.map(({ lineAmount }) => lineAmount?.amount)).toEqual(['544.80', '363.20']);
  });

  it('of an agreement have their own meaning', async () => {
    const buyer = await customer();
    const breaks = [
      { from: '1', price: '7' },
      { from: '101', price: '6' },
    ];
    await agreement(
      db,
      { supplier, buyer },
      {
        items: [
          { offerId: offerId('BYWEIGHT'), breaks, breakUnit: 'PRICE' },
          { offerId: offerId('PLAIN'), breaks, breakMode: 'GRADUATED', breakScope: 'ORDER' },
          { offerId: offerId('STEPS'), breaks: [{ from: '50', price: '7' }] },
        ],
      },
    );
    expect(told(await ask(buyer, 'BYWEIGHT', '4'))).toEqual(['7', 'AGREEMENT', '700.00']);
    expect(told(await ask(buyer, 'BYWEIGHT', '5'))).toEqual(['6', 'AGREEMENT', '750.00']);
    // 100 at 7 and 50 at 6 are 1000.
    expect(told(await ask(buyer, 'PLAIN', '150'))).toEqual(['6.6666666667', 'AGREEMENT', '1000.00']);
    // The item does not cover 49: the next source answers.
    expect(told(await ask(buyer, 'STEPS', '49'))).toEqual(['9', 'BREAK', '441.00']);
    expect((await ask(buyer, 'STEPS', '50')).breakFrom).toBe('50');
  });
});

describe('graduated breaks of what is weighed', () => {
  it('begin exactly where they say; what lies below a break costs what the break below says', async () => {
    const buyer = await customer();
    const line = async (quantity: string) => (await ask(buyer, 'SHEET', quantity)).lineAmount?.amount;
    // The list price is 10: of 0.75 kg half a kilogram costs it, a quarter the break from 0.5 kg, nothing the break from 1 kg.
    expect(await line('0.45')).toBe('4.50');
    expect(await line('0.5')).toBe('5.00');
    expect(await line('0.75')).toBe('7.00');
    expect(await line('1')).toBe('9.00');
    expect(await line('1.5')).toBe('12.00');
    expect(await line('2.5')).toBe('18.00');
    expect(await line('3')).toBe('20.00');
  });

  it('of an agreement, too', async () => {
    const buyer = await customer();
    await agreement(
      db,
      { supplier, buyer },
      {
        items: [
          {
            offerId: offerId('SHEET'),
            breaks: [
              { from: '0.25', price: '7' },
              { from: '1', price: '5' },
            ],
            breakMode: 'GRADUATED',
          },
        ],
      },
    );
    expect(told(await ask(buyer, 'SHEET', '0.25'))).toEqual(['7', 'AGREEMENT', '1.75']);
    expect(told(await ask(buyer, 'SHEET', '0.75'))).toEqual(['7', 'AGREEMENT', '5.25']);
    expect(told(await ask(buyer, 'SHEET', '1.5'))).toEqual(['6.3333333333', 'AGREEMENT', '9.50']);
  });

  it('counts in the unit that the breaks name: a unit of things has a last thing, every other unit has parts', async () => {
    const reach = await db.admin<{ unit: string; reach: string }>(
      `select unit, supply.step_reach('GRADUATED', unit)::text as reach from unnest($1::text[]) as unit`,
      [['EA', 'C62', 'H87', 'SET', 'PR', 'XBX', 'XCT', 'KGM', 'MTR', 'DZN', 'CEN', 'MIL', 'LTR', 'HUR']],
    );
    expect(reach.filter((row) => row.reach === '1').map((row) => row.unit)).toEqual([
      'EA',
      'C62',
      'H87',
      'SET',
      'PR',
      'XBX',
      'XCT',
    ]);
  });
});

describe('price types', () => {
  it('tell an estimate, a price held for a time, and goods priced by quote only', async () => {
    const buyer = await customer();
    expect(told(await ask(buyer, 'BUDGET', '1'))).toEqual(['10', 'LIST', '10.00', 'BUDGET_PRICE']);
    expect(await ask(buyer, 'BUDGET', '1')).toMatchObject({ priceType: 'BUDGET' });
    expect(told(await ask(buyer, 'QUOTE', '1'))).toEqual([null, null, null, 'QUOTE_ONLY']);
    expect(await ask(buyer, 'HELD', '1')).toMatchObject({ priceType: 'FIRM', heldUntil: dayFromNow(5), obstacles: [] });
    expect(told(await ask(buyer, 'HELDPAST', '1'))).toEqual(['10', 'LIST', '10.00', 'BUDGET_PRICE']);
  });

  it('do not bind what an agreement prices', async () => {
    const buyer = await customer();
    await agreement(
      db,
      { supplier, buyer },
      {
        items: [
          { offerId: offerId('QUOTE'), price: '4' },
          { offerId: offerId('BUDGET'), price: '5' },
        ],
      },
    );
    expect(told(await ask(buyer, 'QUOTE', '1'))).toEqual(['4', 'AGREEMENT', '4.00']);
    expect(await ask(buyer, 'BUDGET', '1')).toMatchObject({ priceType: 'FIRM', obstacles: [] });
  });
});

describe('the pricing date', () => {
  it('DESPATCH prices by the day the goods are expected to leave', async () => {
    const buyer = await customer();
    const terms = {
      pricingDate: 'DESPATCH' as const,
      validFrom: dayFromNow(15),
      validTo: dayFromNow(60),
      items: [
        { offerId: offerId('LEAD'), price: '6' },
        { offerId: offerId('PLAIN'), price: '6' },
      ],
    };
    await agreement(db, { supplier, buyer }, terms);
    expect(told(await ask(buyer, 'LEAD', '1'))).toEqual(['6', 'AGREEMENT', '6.00']);
    await stocked(db, supplier, { offerId: offerId('LEAD'), quantity: '10' });
    expect(told(await ask(buyer, 'LEAD', '1'))).toEqual(['10', 'LIST', '10.00']);
    expect(told(await ask(buyer, 'PLAIN', '1', dayFromNow(16)))).toEqual(['6', 'AGREEMENT', '6.00']);
  });
});

describe('charges of a supplier', () => {
  it('come with the goods, the currency and the time they are for, and say when they fall due', async () => {
    const rule = { per: 'LINE' as const, amount: '5', currency: 'USD', validFrom: dayFromNow(0), validTo: dayFromNow(1) };
    const saved = await db.unitOfWork.run(supplier, (work) =>
      saveChargeRules(work, {
        expectedVersion: version,
        rules: [
          { ...rule, code: 'CERT', applies: 'ON_REQUEST' },
          { ...rule, code: 'EUR', currency: 'EUR' },
          { ...rule, code: 'HAZ', applies: 'HAZMAT' },
          { ...rule, code: 'LATE', validFrom: dayFromNow(1) },
          { ...rule, code: 'MIN', per: 'ORDER', applies: 'ORDER_BELOW', below: '250', amount: '25' },
          { ...rule, code: 'NUTS', category: 'Nuts' },
        ],
      }),
    );
    ({ version } = value(saved));
    const buyer = await customer();
    const codes = async (part: string) => (await ask(buyer, part, '1')).charges.map(({ code }) => code);
    expect(await codes('PLAIN')).toEqual(['CERT', 'MIN']);
    expect(await codes('HAZ')).toEqual(['CERT', 'HAZ', 'MIN']);
    expect(await codes('OTHER')).toEqual(['CERT', 'MIN', 'NUTS']);
    expect((await ask(buyer, 'PLAIN', '1')).charges[1]).toEqual({
      code: 'MIN',
      amount: { amount: '25', currency: 'USD' },
      per: 'ORDER',
      applies: 'ORDER_BELOW',
      below: { amount: '250', currency: 'USD' },
    });
  });
});
