import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, Notices } from '#libs/platform';
import { type SetStockInput, type StockReport, setStock, stockOfParts } from '#libs/supply';
import {
  bolt,
  bolts,
  catalogueOf,
  organization,
  publishedCatalogue,
  publishedUpload,
  value,
} from '../factories/catalogue.factory.js';
import { stockAsStored } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
const offers: { id: string; partId: string }[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  supplier = (await publishedCatalogue(db, { rows: bolts(1000) })).actor;
  offers.push(
    ...(await db.admin<{ id: string; partId: string }>(
      'select id, part_id as "partId" from supply.offer order by supplier_part',
    )),
  );
});
afterAll(() => db.close());

const set = async (actor: Actor, ...lines: SetStockInput['lines']): Promise<StockReport> =>
  value(await db.unitOfWork.run(actor, (work) => setStock(work, { lines })));
const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 1, 12, minutes));
const stored = (offer: number) => stockAsStored(db, offers[offer]?.id ?? '');

describe('setStock', () => {
  it('takes counts by offer and by the supplier number, with source and time', async () => {
    expect(
      await set(
        supplier,
        { offerId: offers[0]?.id, location: 'HAM', quantity: '5', asOf: at(0) },
        { supplierPart: 'B-000001', location: 'SIN', quantity: '7.50', asOf: at(0) },
      ),
    ).toEqual({ written: 2, refused: [] });
    expect(
      await db.admin('select location, quantity, as_of, source from supply.stock where offer_id = $1 order by 1', [
        offers[0]?.id,
      ]),
    ).toEqual([
      { location: 'HAM', quantity: '5', as_of: at(0), source: 'API' },
      { location: 'SIN', quantity: '7.50', as_of: at(0), source: 'API' },
    ]);
  });

  it('refuses a count older than the known one, line by line, and takes a newer or equal one', async () => {
    await set(supplier, { supplierPart: 'B-000002', location: 'A', quantity: '5', asOf: at(10) });
    const report = await set(
      supplier,
      { supplierPart: 'B-000002', location: 'A', quantity: '9', asOf: at(9) },
      { supplierPart: 'B-000003', location: 'A', quantity: '1', asOf: at(9) },
    );
    expect(report).toEqual({ written: 1, refused: [{ code: 'StockOutdated', path: ['lines', '0'] }] });
    expect(await stored(1)).toMatchObject([{ quantity: '5' }]);
    expect(await set(supplier, { supplierPart: 'B-000002', location: 'A', quantity: '6', asOf: at(10) })).toEqual({
      written: 1,
      refused: [],
    });
    expect(await stored(1)).toMatchObject([{ quantity: '6' }]);
  });

  it('refuses unknown, foreign, ambiguous, repeated lines and counts from the future; the others stand', async () => {
    const stranger = await organization(db);
    await publishedUpload(db, supplier, { catalogueId: await catalogueOf(db, supplier), rows: [bolt(4)] });
    const report = await set(
      supplier,
      { supplierPart: 'NONE', location: 'A', quantity: '1' },
      { supplierPart: 'B-000004', location: 'A', quantity: '1' },
      { supplierPart: 'B-000005', location: 'A', quantity: '1' },
      { supplierPart: 'B-000005', location: 'A', quantity: '2' },
      { supplierPart: 'B-000006', location: 'A', quantity: '1', asOf: new Date(Date.now() + 3_600_000) },
      { offerId: offers[4]?.id, location: 'A', quantity: '3' },
    );
    expect(report.written).toBe(1);
    expect(report.refused.map(({ code, path }) => [code, path[1]])).toEqual([
      ['StockOfferUnknown', '0'],
      ['StockOfferAmbiguous', '1'],
      ['StockLineRepeated', '3'],
      ['StockFromFuture', '4'],
      ['StockLineRepeated', '5'],
    ]);
    expect((await set(stranger, { offerId: offers[4]?.id, location: 'A', quantity: '9' })).refused).toEqual([
      { code: 'StockOfferUnknown', path: ['lines', '0'] },
    ]);
    expect(await stored(4)).toMatchObject([{ quantity: '1' }]);
  });

  it('writes 1,000 lines with one statement and refuses 1,001', async () => {
    const lines = offers.slice(10, 1000).map(({ id }) => ({ offerId: id, location: 'BULK', quantity: '3' }));
    expect(await set(supplier, ...lines)).toEqual({ written: 990, refused: [] });
    await expect(
      set(supplier, ...Array.from({ length: 1001 }, () => ({ offerId: offers[0]?.id, location: 'A', quantity: '1' }))),
    ).rejects.toBeInstanceOf(BadInput);
    expect(await db.admin(`select count(*)::int as n from supply.part_supply where in_stock`)).toEqual([{ n: 994 }]);
  });

  it('flips the stock flag of a part when it crosses zero', async () => {
    const flag = () => db.admin('select in_stock from supply.part_supply where part_id = $1', [offers[20]?.partId]);
    expect(await flag()).toEqual([{ in_stock: true }]);
    await set(supplier, { offerId: offers[20]?.id, location: 'BULK', quantity: '0' });
    expect(await flag()).toEqual([{ in_stock: false }]);
  });

  it('keeps what orders hold when the count falls below it: nothing is free, nothing is lost', async () => {
    await db.admin(`update supply.stock set reserved = 3 where offer_id = $1`, [offers[21]?.id]);
    await set(supplier, { offerId: offers[21]?.id, location: 'BULK', quantity: '1' });
    expect(await stored(21)).toMatchObject([{ quantity: '1', reserved: '3' }]);
    const seen = await db.unitOfWork.read(buyer, (work) => stockOfParts(work, [offers[21]?.partId ?? '']));
    expect(seen.map(({ available, stock }) => [available, stock.map((place) => place.quantity)])).toEqual([['0', ['0']]]);
  });

  it('tells other processes which parts moved, after the commit and never of a rollback', async () => {
    const notices = new Notices(db.appUrl);
    await notices.start();
    const heard: string[] = [];
    notices.on('stock.changed', ({ id }) => heard.push(...id.split(',')));
    await db.unitOfWork.run(supplier, async (work) => {
      await setStock(work, { lines: [{ offerId: offers[30]?.id, location: 'A', quantity: '1' }] });
      return { ok: false, errors: [] };
    });
    await set(
      supplier,
      { offerId: offers[31]?.id, location: 'A', quantity: '1' },
      { offerId: offers[32]?.id, location: 'A', quantity: '1' },
    );
    await until(() => heard.length >= 2);
    expect(heard.sort()).toEqual([offers[31]?.partId, offers[32]?.partId].sort());
    await notices.close();
  });

  it('needs stock:write', async () => {
    const guest = { ...supplier, permissions: new Set<string>() };
    await expect(set(guest, { offerId: offers[0]?.id, location: 'HAM', quantity: '99' })).rejects.toBeInstanceOf(Forbidden);
    expect(await stored(0)).toMatchObject([{ quantity: '5' }, { quantity: '7.5' }]);
  });
});
