import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { consumeStock, reserveStock } from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
let offerId: string;

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  supplier = (await publishedCatalogue(db, { rows: bolts(1) })).actor;
  offerId = (await db.admin<{ id: string }>('select id from supply.offer'))[0]?.id ?? '';
  await partners(db, buyer, supplier);
  await stocked(db, supplier, { offerId, quantity: '10' });
  value(
    await db.unitOfWork.run(buyer, (work) =>
      reserveStock(work, [{ line: 'a', supplierId: supplier.orgId, offerId, quantity: '6' }]),
    ),
  );
});
afterAll(() => db.close());

const consume = (actor: Actor, quantity: string, movement: string) =>
  db.unitOfWork.run(actor, (work) => consumeStock(work, [{ line: 'a', buyerId: buyer.orgId, quantity, movement }]));

describe('consumeStock', () => {
  it('takes what is shipped from hold and shelf alike, once per shipment', async () => {
    expect(await consume(supplier, '4', 'ship:1')).toEqual([{ line: 'a', moved: '4' }]);
    expect(await consume(supplier, '4', 'ship:1')).toEqual([{ line: 'a', moved: '0' }]);
    expect(await stockAsStored(db, offerId)).toEqual([{ location: 'MAIN', quantity: '6', reserved: '2', ledger: '2' }]);
  });

  it('leaves nothing below zero when a newer report has counted the units away', async () => {
    await stocked(db, supplier, { offerId, quantity: '1' });
    expect(await consume(supplier, '2', 'ship:2')).toEqual([{ line: 'a', moved: '2' }]);
    expect(await stockAsStored(db, offerId)).toEqual([{ location: 'MAIN', quantity: '0', reserved: '0', ledger: '0' }]);
  });

  it('is the supplier alone: a buyer who tries moves nothing', async () => {
    expect(await consume(buyer, '1', 'ship:3')).toEqual([{ line: 'a', moved: '0' }]);
  });
});
