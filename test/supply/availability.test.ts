import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays, currencyCodes, fitsPack, lineAmount, minorUnits, nearestQuantities } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { type AvailabilityInput, type LineAnswer, type OfferAnswer, readAvailability, type StagedRow } from '#libs/supply';
import { agreement, dayFromNow } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
const offers = new Map<string, string>();

const special: Partial<StagedRow>[] = [
  // Priced per 100 pieces, sold in boxes of 25.
  {
    supplierPart: 'BOX25',
    manufacturerPart: 'NAS1149F0363P',
    orderUnit: 'XBX',
    contentUnit: 'EA',
    contentPerOrderUnit: '25',
    priceUnit: 'EA',
    priceFactor: { numerator: '25', denominator: '1' },
    listPrice: '4.20',
    basis: '100',
    minimum: '2',
    multiple: '2',
    leadDays: 10,
  },
  { supplierPart: 'YEN', manufacturerPart: 'YEN-1', currency: 'JPY', listPrice: '33', basis: '10' },
  {
    supplierPart: 'BREAKS',
    manufacturerPart: 'BRK-1',
    listPrice: undefined,
    basis: '1',
    breaks: [
      { from: '10', price: '2.00' },
      { from: '100', price: '1.505' },
    ],
  },
  { supplierPart: 'LISTED', manufacturerPart: 'BRK-2', listPrice: '3.00', basis: '1', breaks: [{ from: '10', price: '2.00' }] },
  {
    supplierPart: 'STAIRS',
    manufacturerPart: 'BRK-3',
    listPrice: undefined,
    basis: '1',
    breakMode: 'GRADUATED',
    breaks: [
      { from: '1', price: '10' },
      { from: '100', price: '9' },
    ],
  },
  { supplierPart: 'FUTURE', manufacturerPart: 'FUT-1', validFrom: dayFromNow(3) },
  { supplierPart: 'PAST', manufacturerPart: 'PST-1', validTo: dayFromNow(-3) },
  {
    supplierPart: 'CHARGED',
    manufacturerPart: 'CHG-1',
    charges: [
      { code: 'HAZ', amount: '35.00', per: 'LINE' },
      { code: 'MINORDER', amount: '50', currency: 'USD', per: 'ORDER' },
    ],
    nonCancellable: true,
  },
  { supplierPart: 'STOCKONLY', manufacturerPart: 'STK-1', leadDays: undefined },
  { supplierPart: 'WEEKDAYS', manufacturerPart: 'WKD-1', leadDays: 8, leadKind: 'WORKING' },
];

beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db, { name: 'Fasteners' });
  buyer = await organization(db, { roles: ['BUYER'], name: 'Airline' });
  await publishedCatalogue(db, { actor: supplier, rows: [...bolts(200), ...special.map((row, i) => bolt(1000 + i, row))] });
  const found = await db.admin<{ part: string; id: string }>(
    'select supplier_part as part, id from supply.offer where org_id = $1',
    [supplier.orgId],
  );
  for (const { part, id } of found) offers.set(part, id);
});
afterAll(() => db.close());

const offerId = (part: string): string => offers.get(part) ?? '';
const ask = (actor: Actor, ...lines: AvailabilityInput['lines']): Promise<LineAnswer[]> =>
  readAvailability(db.hot, actor, { lines });

async function one(part: string, quantity: string, more: { actor?: Actor; needBy?: string } = {}): Promise<OfferAnswer> {
  const [line] = await ask(more.actor ?? buyer, { offerId: offerId(part), quantity, needBy: more.needBy ?? null });
  const answer = line?.offers[0];
  if (!answer) throw new Error(`no offer: ${JSON.stringify(line?.problem)}`);
  return answer;
}

describe('price', () => {
  it('of goods priced per 100 and sold in boxes of 25 is exact and kept with its basis', async () => {
    const answer = await one('BOX25', '6');
    expect(answer.price).toEqual({ amount: '4.20', currency: 'USD', basis: '100', unit: 'EA' });
    // 6 boxes x 25 = 150 pieces at 4.20 per 100.
    expect(answer.lineAmount).toEqual({ amount: '6.30', currency: 'USD' });
    expect(answer.priceSource).toBe('LIST');
  });

  it('in yen has no decimals and rounds the line half up once', async () => {
    // 5 x 33 / 10 = 16.5
    expect((await one('YEN', '5')).lineAmount).toEqual({ amount: '17', currency: 'JPY' });
  });

  it('of a break holds for the whole quantity, and is rounded at the line only', async () => {
    const answer = await one('BREAKS', '101');
    expect(answer).toMatchObject({
      price: { amount: '1.505' },
      priceSource: 'BREAK',
      breakFrom: '100',
      lineAmount: { amount: '152.01', currency: 'USD' },
    });
  });

  it('does not exist below the smallest break of an offer without a list price, and says from where it does', async () => {
    const answer = await one('BREAKS', '9');
    expect(answer).toMatchObject({
      price: null,
      lineAmount: null,
      priceSource: null,
      smallestBreak: '10',
      obstacles: ['BELOW_SMALLEST_BREAK'],
    });
  });

  it('is the list price below the smallest break when the offer states one', async () => {
    expect(await one('LISTED', '9')).toMatchObject({
      price: { amount: '3.00' },
      priceSource: 'LIST',
      breakFrom: null,
      lineAmount: { amount: '27.00' },
    });
  });

  it('of graduated breaks counts each unit at its own step: 99 at 10 and 51 at 9', async () => {
    expect(await one('STAIRS', '150')).toMatchObject({
      lineAmount: { amount: '1449.00' },
      price: { amount: '9.66' },
      priceSource: 'BREAK',
    });
  });

  it('waits for its first day and ends with its last', async () => {
    expect(await one('FUTURE', '1')).toMatchObject({ price: null, priceValidFrom: dayFromNow(3), obstacles: ['NOT_YET_VALID'] });
    expect(await one('PAST', '1')).toMatchObject({ price: null, priceValidTo: dayFromNow(-3), obstacles: ['EXPIRED'] });
  });

  it('equals the kernel line amount for random prices, bases, factors and currencies', async () => {
    const fine = ['0.0001', '0.07', '1.005', '2.675', '17', '333.333', '99999.99'];
    for (const [i, currency] of ['USD', 'JPY', 'KWD', 'CLF'].entries()) {
      // A price in yen has no decimals: the import refuses the row.
      const numbers = currency === 'JPY' ? ['1', '5', '7', '17', '335', '12345', '99999'] : fine;
      const factor = { numerator: ['25', '1', '7', '3'][i] ?? '1', denominator: ['1', '3', '9', '7'][i] ?? '1' };
      const rows = numbers.map((listPrice, n) =>
        bolt(5000 + i * 100 + n, {
          currency,
          listPrice,
          basis: ['1', '100', '1000', '3'][(n + i) % 4] ?? '1',
          priceUnit: 'KGM',
          priceFactor: factor,
        }),
      );
      const other = await publishedCatalogue(db, { rows });
      const stored = await db.admin<{ id: string; price: string; basis: string }>(
        'select id, list_price as price, basis from supply.offer where org_id = $1 order by supplier_part',
        [other.actor.orgId],
      );
      const answers = await ask(
        buyer,
        ...stored.flatMap(({ id }) => ['1', '3', '12345'].map((quantity) => ({ offerId: id, quantity }))),
      );
      const expected = stored.flatMap(({ price, basis }) =>
        ['1', '3', '12345'].map((value) =>
          lineAmount({ price: { amount: price, currency, basis, unit: 'KGM' }, quantity: { value, unit: 'EA' }, factor }),
        ),
      );
      expect(answers.map((line) => line.offers[0]?.lineAmount)).toEqual(expected);
      expect(answers).toHaveLength(21);
    }
  });

  it('rounds every currency to its minor units of ISO 4217', async () => {
    const [row] = await db.admin<{ def: string }>(
      `select pg_get_functiondef('supply.read_availability(uuid,jsonb)'::regprocedure) as def`,
    );
    const listed = (factor: number): string[] => {
      const found = new RegExp(`in \\(([A-Z', ]+)\\) then ${factor}\\b`).exec(row?.def ?? '')?.[1] ?? '';
      return found
        .split(',')
        .map((code) => code.trim().replaceAll("'", ''))
        .sort();
    };
    for (const [digits, factor] of [
      [0, 1],
      [3, 1000],
      [4, 10000],
    ] as const) {
      expect(listed(factor)).toEqual(
        currencyCodes()
          .filter((code) => minorUnits(code) === digits)
          .sort(),
      );
    }
  });
});

describe('agreement', () => {
  it('beats a lower list price, for its buyer alone, and is named', async () => {
    const signed = await agreement(
      db,
      { supplier, buyer },
      { items: [{ offerId: offerId('B-000010'), price: '99.00', basis: '100' }] },
    );
    expect(await one('B-000010', '100')).toMatchObject({
      price: { amount: '99.00', basis: '100' },
      priceSource: 'AGREEMENT',
      agreementId: signed.id,
      lineAmount: { amount: '99.00' },
      priceValidTo: signed.validTo,
    });
    const stranger = await organization(db, { roles: ['BUYER'] });
    expect(await one('B-000010', '100', { actor: stranger })).toMatchObject({
      price: { amount: '20.50' },
      priceSource: 'LIST',
      agreementId: null,
    });
  });

  it('has breaks of its own; a quantity they do not cover falls to the next source', async () => {
    await agreement(
      db,
      { supplier, buyer },
      {
        items: [
          {
            offerId: offerId('B-000011'),
            basis: '100',
            breaks: [
              { from: '50', price: '5' },
              { from: '500', price: '4' },
            ],
          },
        ],
      },
    );
    expect(await one('B-000011', '600')).toMatchObject({
      price: { amount: '4' },
      priceSource: 'AGREEMENT',
      lineAmount: { amount: '24.00' },
    });
    expect(await one('B-000011', '50')).toMatchObject({ price: { amount: '5' }, priceSource: 'AGREEMENT' });
    expect(await one('B-000011', '49')).toMatchObject({ price: { amount: '21.50' }, priceSource: 'LIST' });
  });

  it('discounts a category exactly, on breaks and list alike', async () => {
    const other = await publishedCatalogue(db, { rows: [bolt(1, { category: 'Rivets', listPrice: '3.33', basis: '1' })] });
    const [{ id } = { id: '' }] = await db.admin<{ id: string }>('select id from supply.offer where org_id = $1', [
      other.actor.orgId,
    ]);
    await agreement(db, { supplier: other.actor, buyer }, { categories: [{ category: 'Rivets', discountPercent: '7.5' }] });
    const [line] = await ask(buyer, { offerId: id, quantity: '100' });
    // 3.33 x 0.925 = 3.08025
    expect(line?.offers[0]).toMatchObject({
      price: { amount: '3.08025' },
      priceSource: 'CATEGORY',
      lineAmount: { amount: '308.03' },
    });
  });

  it('by delivery date prices the day the goods are needed', async () => {
    await agreement(
      db,
      { supplier, buyer },
      { items: [{ offerId: offerId('B-000012'), price: '1', basis: '100' }], validFrom: dayFromNow(20), pricingDate: 'DELIVERY' },
    );
    expect(await one('B-000012', '100')).toMatchObject({ priceSource: 'LIST' });
    expect(await one('B-000012', '100', { needBy: dayFromNow(25) })).toMatchObject({
      priceSource: 'AGREEMENT',
      lineAmount: { amount: '1.00' },
    });
  });
});

describe('quantity, stock and dates', () => {
  it('off the pack rule answers with the two nearest valid quantities, as the kernel does', async () => {
    for (const quantity of ['1', '3', '4', '7.5', '2', '1000001']) {
      const rule = { minimum: '2', multiple: '2' };
      const { below, above } = nearestQuantities(quantity, rule);
      const answer = await one('BOX25', quantity);
      expect(answer.packRule.nearest).toEqual(fitsPack(quantity, rule) ? null : { below: below ?? null, above });
      expect(answer.obstacles.includes('QUANTITY_OFF_PACK')).toBe(!fitsPack(quantity, rule));
    }
  });

  it('shows free stock by location with its age and source, and never below zero', async () => {
    const id = offerId('B-000020');
    const asOf = new Date(Date.now() - 3_600_000).toISOString();
    await stocked(db, supplier, { offerId: id, quantity: '30', location: 'HAM', asOf });
    await stocked(db, supplier, { offerId: id, quantity: '5', location: 'SIN', asOf });
    await db.admin(`update supply.stock set reserved = 9 where offer_id = $1 and location = 'SIN'`, [id]);
    const answer = await one('B-000020', '30');
    expect(answer.available).toBe('30');
    expect(answer.stock.map((place) => ({ ...place, asOf: new Date(place.asOf).toISOString() }))).toEqual([
      { location: 'HAM', quantity: '30', asOf, source: 'API' },
      { location: 'SIN', quantity: '0', asOf, source: 'API' },
    ]);
  });

  it('can leave today when it is there, after the lead time when not, and says whether that meets the need', async () => {
    const today = dayFromNow(0);
    expect(await one('B-000020', '30', { needBy: today })).toMatchObject({ earliest: today, needByMet: true, obstacles: [] });
    expect(await one('B-000020', '31', { needBy: dayFromNow(4) })).toMatchObject({
      earliest: dayFromNow(5),
      needByMet: false,
      obstacles: [],
    });
    expect(await one('B-000020', '31', { needBy: dayFromNow(5) })).toMatchObject({ needByMet: true });
    expect((await one('WEEKDAYS', '1')).earliest).toBe(addWorkingDays(today, 8));
  });

  it('of an offer without a lead time is there from stock or not at all', async () => {
    expect(await one('STOCKONLY', '1')).toMatchObject({ earliest: null, obstacles: ['OUT_OF_STOCK'] });
    await stocked(db, supplier, { offerId: offerId('STOCKONLY'), quantity: '1' });
    expect(await one('STOCKONLY', '1')).toMatchObject({ earliest: dayFromNow(0), obstacles: [] });
  });

  it('lists the charges in their currency and what may not be cancelled', async () => {
    const answer = await one('CHARGED', '1');
    expect(answer.offer.ncnr).toBe(true);
    expect(answer.charges).toEqual([
      { code: 'HAZ', amount: { amount: '35.00', currency: 'USD' }, per: 'LINE', applies: 'ALWAYS', below: null },
      { code: 'MINORDER', amount: { amount: '50', currency: 'USD' }, per: 'ORDER', applies: 'ALWAYS', below: null },
    ]);
  });

  it('of a withdrawn offer is shown by its id and not orderable; by its part it is gone', async () => {
    const other = await publishedCatalogue(db, { rows: [bolt(7001, { supplierPart: 'GONE', manufacturerPart: 'GONE-1' })] });
    const [row] = await db.admin<{ id: string; partId: string }>(
      `update supply.offer set status = 'WITHDRAWN' where org_id = $1 returning id, part_id as "partId"`,
      [other.actor.orgId],
    );
    const [byOffer, byPart] = await ask(buyer, { offerId: row?.id, quantity: '1' }, { partId: row?.partId, quantity: '1' });
    expect(byOffer?.offers[0]).toMatchObject({ earliest: null, obstacles: ['WITHDRAWN'] });
    expect(byPart).toMatchObject({ offers: [], problem: { code: 'NO_OFFER', choices: [] } });
  });
});
