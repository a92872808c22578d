import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, NotFound } from '#libs/platform';
import { rollbackCatalogue, updatePrices } from '#libs/supply';
import { bolt, bolts, catalogueOf, organization, publishedCatalogue } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let catalogueId: string;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const rows = [
    bolt(1, { breaks: [{ from: '500', price: '8' }], stock: [{ location: 'MEM', quantity: '40' }], nonCancellable: true }),
    ...bolts(4, 2),
  ];
  ({ actor: supplier, catalogueId } = await publishedCatalogue(db, { rows }));
});

type Lines = Parameters<typeof updatePrices>[1]['lines'];
const update = (lines: Lines, as = supplier) => db.unitOfWork.run(as, (work) => updatePrices(work, { catalogueId, lines }));

/** Everything of the supplier's market but prices, and the prices. */
async function market() {
  const rest = await db.admin(
    `select o.supplier_part, o.status, o.part_id, o.minimum, o.lead_days, o.ncnr, o.category, o.details, o.audience, o.order_unit,
       (select jsonb_agg(jsonb_build_array(k.location, k.quantity, k.as_of, k.source) order by k.location) from supply.stock k where k.org_id = o.org_id and k.offer_id = o.id) as stock
     from supply.offer o where o.org_id = $1 order by 1`,
    [supplier.orgId],
  );
  const prices = await db.admin<{ part: string; price: string | null; basis: string; breaks: string | null; version: number }>(
    `select o.supplier_part as part, o.list_price::text as price, o.basis::text as basis, o.from_version as version,
       (select string_agg(b.from_quantity || ':' || b.price, ' ' order by b.from_quantity) from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id) as breaks
     from supply.offer o where o.org_id = $1 order by 1`,
    [supplier.orgId],
  );
  return { rest, prices };
}

describe('updatePrices', () => {
  it('changes prices and nothing else, as a version that can be rolled back', async () => {
    const before = await market();
    const done = await update([
      { supplierPart: 'B-000001', listPrice: '9.99' },
      { supplierPart: 'B-000003', listPrice: '7', basis: '1', breaks: [{ from: '10', price: '6.5' }] },
    ]);
    expect(done).toMatchObject({ ok: true, value: { version: 2, counts: { new: 0, changed: 2, withdrawn: 0 } } });
    const after = await market();
    expect(after.rest).toEqual(before.rest);
    expect(after.prices.map(({ part, price, basis, breaks, version }) => [part, price, basis, breaks, version])).toEqual([
      // The basis was not said and stays; all prices are replaced together.
      ['B-000001', '9.99', '100', null, 2],
      ['B-000002', '12.50', '100', null, 1],
      ['B-000003', '7', '1', '10:6.5', 2],
      ['B-000004', '14.50', '100', null, 1],
      ['B-000005', '15.50', '100', null, 1],
    ]);
    await db.unitOfWork.run(supplier, (work) => rollbackCatalogue(work, { catalogueId, toVersion: 1 }));
    const back = await market();
    expect(back.rest).toEqual(before.rest);
    expect(back.prices.map(({ version, ...price }) => price)).toEqual(before.prices.map(({ version, ...price }) => price));
  });

  it('takes all lines or none, and says which are wrong', async () => {
    const before = await market();
    const done = await update([
      { supplierPart: 'B-000001', listPrice: '9' },
      { supplierPart: 'B-000002', listPrice: '-1' },
      { supplierPart: 'NOBODY', listPrice: '1' },
      { supplierPart: 'B-000004' },
      { supplierPart: 'B-000005', listPrice: '1' },
      { supplierPart: 'B-000005', listPrice: '2' },
    ]);
    expect(done.ok ? [] : done.errors.map(({ code, path, values }) => [code, path[1], values?.['reason']])).toEqual([
      ['PriceLineRefused', '1', 'PRICE_NEGATIVE'],
      ['PriceLineRefused', '2', 'OFFER_UNKNOWN'],
      ['PriceLineRefused', '3', 'PRICE_MISSING'],
      ['PriceLineRefused', '4', 'DUPLICATE_SUPPLIER_PART'],
      ['PriceLineRefused', '5', 'DUPLICATE_SUPPLIER_PART'],
    ]);
    expect(await market()).toEqual(before);
    expect(await db.admin('select version from supply.publication where org_id = $1', [supplier.orgId])).toEqual([
      { version: 1 },
    ]);
  });

  it('lets two callers follow each other', async () => {
    const both = await Promise.all([
      update([{ supplierPart: 'B-000001', listPrice: '1' }]),
      update([{ supplierPart: 'B-000002', listPrice: '2' }]),
    ]);
    expect(both.map((done) => (done.ok ? done.value.version : 0)).sort()).toEqual([2, 3]);
    const { prices } = await market();
    expect(prices.slice(0, 2).map(({ price }) => price)).toEqual(['1', '2']);
  });

  it('is for those who may publish, and for their own catalogues', async () => {
    const before = await market();
    const lines = [{ supplierPart: 'B-000001', listPrice: '1' }];
    await expect(update(lines, { ...supplier, permissions: new Set(['catalogue:upload']) } as Actor)).rejects.toThrow(Forbidden);
    const stranger = await organization(db);
    await catalogueOf(db, stranger);
    await expect(update(lines, stranger)).rejects.toThrow(NotFound);
    await expect(update([])).rejects.toThrow(BadInput);
    expect(await market()).toEqual(before);
  });
});
