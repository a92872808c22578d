import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, pageOf } from '#libs/platform';
import {
  type CorrectStockInput,
  correctStock,
  manageLocation,
  reserveStock,
  setStock,
  stockLocations,
  stockMovements,
} from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolts, catalogueOf, organization, publishedCatalogue, publishedUpload, value } from '../factories/catalogue.factory.js';
import { memberOf } from '../factories/order.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
const offers: string[] = [];
let next = 0;

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  supplier = (await publishedCatalogue(db, { count: 14 })).actor;
  offers.push(...(await db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
  await partners(db, buyer, supplier);
});
afterAll(() => db.close());

type Line = CorrectStockInput['lines'][number];
const correct = (actor: Actor, lines: Line[], idempotencyKey: string = randomUUID()) =>
  db.unitOfWork.run(actor, (work) => correctStock(work, { lines, idempotencyKey }));
const fresh = async (quantity: string, location = 'MAIN'): Promise<string> => {
  const offerId = offers[next++] ?? '';
  await stocked(db, supplier, { offerId, quantity, location });
  return offerId;
};
const column = async (offerId: string, location = 'MAIN') =>
  (
    await db.admin<{ q: string; source: string; sum: string | null }>(
      `select trim_scale(s.quantity)::text as q, s.source, (select trim_scale(sum(g.quantity_delta))::text from supply.stock_ledger g where g.offer_id = s.offer_id and g.location = s.location) as sum
     from supply.stock s where s.offer_id = $1 and s.location = $2`,
      [offerId, location],
    )
  )[0];
const manage = (location: string, managed: boolean, actor = supplier) =>
  db.unitOfWork.run(actor, (work) => manageLocation(work, { location, managed }));

describe('correctStock', () => {
  it('writes what is there or what came, with the reason and who said so', async () => {
    const offerId = await fresh('10');
    const clerk = memberOf(supplier.orgId, ['stock:write']);
    expect(value(await correct(clerk, [{ offerId, location: 'MAIN', delta: '-3', reason: 'DAMAGE', note: 'Dropped' }]))).toEqual([
      { offerId, location: 'MAIN', quantity: '7', reserved: '0' },
    ]);
    value(await correct(clerk, [{ offerId, location: 'MAIN', quantity: '12', reason: 'COUNT' }]));
    expect(await column(offerId)).toEqual({ q: '12', source: 'MANUAL', sum: '2' });
    const page = pageOf({ first: 10 }, { name: 'movements', columns: [{ sql: 'g.id', cast: 'uuid' }] });
    expect(await db.unitOfWork.read(supplier, (work) => stockMovements(work, { offerId, location: 'MAIN' }, page))).toMatchObject(
      [
        { kind: 'CORRECT', quantityDelta: '5', reason: 'COUNT', note: null, memberId: clerk.memberId, buyerId: null },
        { kind: 'CORRECT', quantityDelta: '-3', reason: 'DAMAGE', note: 'Dropped' },
      ],
    );
    // The ledger of his own corrections is nobody else's to read.
    expect(await db.unitOfWork.read(buyer, (work) => work.tx.query('select id from supply.stock_ledger'))).toEqual([]);
  });

  it('corrects every offer of a stock-take at one place, each once', async () => {
    const taken = [await fresh('5'), await fresh('6')];
    const lines = taken.map((offerId, n) => ({ offerId, location: 'MAIN', quantity: String(20 + n), reason: 'COUNT' as const }));
    const key = randomUUID();
    value(await correct(supplier, lines, key));
    expect(value(await correct(supplier, lines, key)).map(({ quantity }) => quantity)).toEqual(['20', '21']);
    expect(await Promise.all(taken.map((offerId) => column(offerId)))).toMatchObject([
      { q: '20', sum: '15' },
      { q: '21', sum: '15' },
    ]);
    await expect(correct(supplier, [lines[0] as Line, lines[0] as Line])).rejects.toBeInstanceOf(BadInput);
  });

  it('moves once for one key, and adds up when many correct at once', async () => {
    const offerId = await fresh('0');
    const key = randomUUID();
    await Promise.all(
      Array.from({ length: 5 }, () => correct(supplier, [{ offerId, location: 'MAIN', delta: '2', reason: 'RECEIPT' }], key)),
    );
    expect(await column(offerId)).toMatchObject({ q: '2', sum: '2' });
    await Promise.all(
      Array.from({ length: 20 }, () => correct(supplier, [{ offerId, location: 'MAIN', delta: '1', reason: 'RECEIPT' }])),
    );
    expect(await column(offerId)).toMatchObject({ q: '22', sum: '22' });
  });

  it('keeps what is held when less is left, and opens a place for a part that comes there first', async () => {
    const offerId = await fresh('5');
    const line = { line: 'x', supplierId: supplier.orgId, offerId, quantity: '4' };
    value(await db.unitOfWork.run(buyer, (work) => reserveStock(work, [line])));
    expect(value(await correct(supplier, [{ offerId, location: 'MAIN', quantity: '1', reason: 'LOSS' }]))).toMatchObject([
      { quantity: '1', reserved: '4' },
    ]);
    value(await correct(supplier, [{ offerId, location: 'NEW', quantity: '3', reason: 'RECEIPT' }]));
    expect((await stockAsStored(db, offerId)).map(({ location, quantity }) => [location, quantity])).toEqual([
      ['MAIN', '1'],
      ['NEW', '3'],
    ]);
  });

  it('is all or nothing, and refuses less than nothing, foreign offers and who may not', async () => {
    const offerId = await fresh('5');
    const foreign = await organization(db);
    expect(
      await correct(supplier, [
        { offerId, location: 'MAIN', delta: '1', reason: 'COUNT' },
        { offerId, location: 'SIDE', delta: '-7', reason: 'COUNT' },
      ]),
    ).toEqual({
      ok: false,
      errors: [{ code: 'StockBelowZero', path: ['lines', '1', 'delta'], values: { quantity: '0' } }],
    });
    expect(await correct(foreign, [{ offerId, location: 'MAIN', delta: '1', reason: 'COUNT' }])).toMatchObject({
      errors: [{ code: 'StockOfferUnknown', path: ['lines', '0', 'offerId'] }],
    });
    await expect(
      correct(memberOf(supplier.orgId, ['basket:edit']), [{ offerId, location: 'MAIN', delta: '1', reason: 'COUNT' }]),
    ).rejects.toBeInstanceOf(Forbidden);
    await expect(correct(supplier, [{ offerId, location: 'MAIN', delta: '1', reason: 'OTHER' }])).rejects.toBeInstanceOf(
      BadInput,
    );
    await expect(
      correct(supplier, [{ offerId, location: 'MAIN', delta: '1', quantity: '1', reason: 'COUNT' }]),
    ).rejects.toBeInstanceOf(BadInput);
    expect(await stockAsStored(db, offerId)).toEqual([{ location: 'MAIN', quantity: '5', reserved: '0', ledger: '0' }]);
  });
});

describe('manageLocation', () => {
  it('makes the ledger the count: reports leave the place alone, corrections move it', async () => {
    const offerId = await fresh('8', 'HAM');
    value(await correct(supplier, [{ offerId, location: 'HAM', delta: '1', reason: 'COUNT' }]));
    expect(value(await manage('HAM', true))).toEqual({ location: 'HAM', managed: true, offers: 1 });
    expect(await column(offerId, 'HAM')).toEqual({ q: '9', source: 'MANAGED', sum: '9' });
    value(await manage('HAM', true));
    const report = value(
      await db.unitOfWork.run(supplier, (work) => setStock(work, { lines: [{ offerId, location: 'HAM', quantity: '100' }] })),
    );
    expect(report).toEqual({ written: 0, refused: [{ code: 'StockManagedHere', path: ['lines', '0'] }] });
    value(await correct(supplier, [{ offerId, location: 'HAM', delta: '-4', reason: 'SCRAP' }]));
    expect(await column(offerId, 'HAM')).toEqual({ q: '5', source: 'MANAGED', sum: '5' });
  });

  it('leaves a managed place alone in a catalogue too', async () => {
    await manage('SIN', true);
    const catalogueId = await catalogueOf(db, supplier);
    const rows = bolts(2, 500).map((row) => ({
      ...row,
      stock: [
        { location: 'SIN', quantity: '7' },
        { location: 'LAX', quantity: '3' },
      ],
    }));
    await publishedUpload(db, supplier, { catalogueId, rows });
    expect(
      await db.admin(
        `select distinct location, quantity from supply.stock s join supply.offer o on o.id = s.offer_id where o.catalogue_id = $1`,
        [catalogueId],
      ),
    ).toEqual([{ location: 'LAX', quantity: '3' }]);
  });

  it('can be reported again, and opened again with what was missed in between', async () => {
    const offerId = await fresh('4', 'DXB');
    value(await manage('DXB', true));
    expect(value(await manage('DXB', false))).toEqual({ location: 'DXB', managed: false, offers: 1 });
    await stocked(db, supplier, { offerId, quantity: '11', location: 'DXB' });
    value(await manage('DXB', true));
    expect(await column(offerId, 'DXB')).toEqual({ q: '11', source: 'MANAGED', sum: '11' });
    expect(
      (await db.unitOfWork.read(supplier, (work) => stockLocations(work))).find(({ location }) => location === 'DXB'),
    ).toEqual({ location: 'DXB', managed: true, offers: 1 });
  });

  it('is one place for two hands at once, and closed to who may not', async () => {
    const offerId = await fresh('4', 'AMS');
    await Promise.all([manage('AMS', true), manage('AMS', true), manage('AMS', true)]);
    expect(await column(offerId, 'AMS')).toEqual({ q: '4', source: 'MANAGED', sum: '4' });
    await expect(manage('AMS', false, memberOf(supplier.orgId, []))).rejects.toBeInstanceOf(Forbidden);
    expect(await column(offerId, 'AMS')).toMatchObject({ source: 'MANAGED' });
  });
});
