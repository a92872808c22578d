import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { type MarketPrice, marketPrices, type StagedRow, saveExchangeRates } from '#libs/supply';
import { bolt, catalogueOf, organization, publishedUpload, value } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let buyer: Actor;

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
});
afterAll(() => db.close());

/** A seller of bolt `n`; prices are for one unless the row says otherwise. */
async function seller(n: number, row: Partial<StagedRow>): Promise<Actor> {
  const actor = await organization(db);
  const catalogueId = await catalogueOf(db, actor);
  await publishedUpload(db, actor, { catalogueId, rows: [bolt(n, { basis: '1', condition: 'NE', ...row })] });
  return actor;
}
const partId = async (n: number): Promise<string> =>
  (await db.admin<{ id: string }>('select id from catalog.part where number = $1', [`BACB30-${n}`]))[0]?.id ?? '';
const market = async (n: number, wanted = {}, as = buyer): Promise<MarketPrice[]> => {
  const id = await partId(n);
  return (await db.unitOfWork.run(as, (work) => marketPrices(work, [id], { sellersMin: 3, ...wanted })))[0] ?? [];
};
/** The next day: what was taken before is a day old. */
const nextDay = () => db.admin('update supply.market_price set day = day - 1');
const figures = (prices: MarketPrice[]) =>
  prices.map(({ condition, sellersMin, low, median, high }) => [
    condition,
    sellersMin,
    low.amount,
    median.amount,
    high.amount,
    median.currency,
  ]);

describe('marketPrices', () => {
  it('shows nothing below three sellers, however many offers two of them have', async () => {
    await seller(1, { listPrice: '10' });
    const two = await seller(1, { listPrice: '11' });
    const more = await catalogueOf(db, two);
    await publishedUpload(db, two, { catalogueId: more, rows: [bolt(1, { basis: '1', condition: 'NE', listPrice: '12' })] });
    expect(await market(1)).toEqual([]);
    await nextDay();
    expect(await market(1, { sellersMin: 1 })).toEqual([]);
    await seller(1, { listPrice: '14.237' });
    await nextDay();
    expect(figures(await market(1))).toEqual([['NE', 3, '10', '11', '15', 'USD']]);
    expect(await market(1, { sellersMin: 4 })).toEqual([]);
  });

  it('is for one base unit, and keeps conditions, currencies and units apart', async () => {
    await seller(2, { listPrice: '123.456', basis: '100' });
    await seller(2, { listPrice: '2.00', breaks: [{ from: '10', price: '1.30' }], minimum: '10' });
    await seller(2, { listPrice: '140', orderUnit: 'XBX', contentUnit: 'EA', contentPerOrderUnit: '100' });
    for (const listPrice of ['5', '6', '7', '8']) await seller(2, { listPrice, condition: 'OH' });
    for (const listPrice of ['1', '2']) await seller(2, { listPrice, currency: 'EUR' });
    expect(figures(await market(2))).toEqual([
      ['OH', 3, '5', '6.5', '8', 'USD'],
      ['NE', 3, '1.2', '1.3', '1.4', 'USD'],
    ]);
    expect((await market(2))[1]?.median).toEqual({ amount: '1.3', currency: 'USD', basis: '1', unit: 'EA' });
  });

  it('never counts what not everybody may see, estimates, and slips of the decimal point', async () => {
    for (const listPrice of ['100', '110', '120']) await seller(3, { listPrice });
    const hidden = await seller(3, { listPrice: '777', audience: '0192f000-0000-7000-8000-00000000000c' });
    await seller(3, { listPrice: '4711' });
    await seller(3, { listPrice: '105', validTo: '2026-01-01' });
    const seen = figures(await market(3));
    expect(seen).toEqual([['NE', 3, '100', '110', '120', 'USD']]);
    expect(figures(await market(3, {}, hidden))).toEqual(seen);
    expect(JSON.stringify(await db.admin('select figures from supply.market_price'))).not.toMatch(/777|4711/);
  });

  it('stays the same all day, whatever sellers do and whoever asks, and is taken once by two at once', async () => {
    const sellers = [];
    for (const listPrice of ['10', '20', '30']) sellers.push(await seller(4, { listPrice }));
    const [one, two] = await Promise.all([market(4), market(4, {}, sellers[0])]);
    expect(one).toEqual(two);
    await seller(4, { listPrice: '29' });
    expect(await market(4)).toEqual(one);
    await nextDay();
    expect(figures(await market(4))).toEqual([['NE', 3, '10', '24.5', '30', 'USD']]);
  });

  it('is shown in the reader’s currency by his own rate, which changes no figure', async () => {
    for (const listPrice of ['10', '20', '30']) await seller(5, { listPrice });
    expect(figures(await market(5, { currency: 'EUR' }))[0]?.slice(2)).toEqual(['10', '20', '30', 'USD']);
    value(
      await db.unitOfWork.run(buyer, (work) =>
        saveExchangeRates(work, {
          rates: [{ kind: 'DAY', from: 'USD', to: 'EUR', rate: '0.5', source: 'ECB', validFrom: '2026-01-01' }],
        } as never),
      ),
    );
    const [inEuro] = await market(5, { currency: 'EUR' });
    expect(figures(inEuro ? [inEuro] : [])).toEqual([['NE', 3, '5', '10', '15', 'EUR']]);
    expect(inEuro?.rate).toMatchObject({ kind: 'DAY', rate: '0.5', from: 'USD', to: 'EUR', source: 'ECB' });
    expect(figures(await market(5))[0]?.slice(2)).toEqual(['10', '20', '30', 'USD']);
  });
});
