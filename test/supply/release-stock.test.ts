import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#libs/platform';
import { type HeldMovement, type Moved, releaseStock, reserveStock } from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
const offers: string[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  buyer = await organization(db, { roles: ['BUYER'] });
  supplier = (await publishedCatalogue(db, { rows: bolts(5) })).actor;
  offers.push(...(await db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
  await partners(db, buyer, supplier);
});
afterAll(() => db.close());

async function held(offer: number, quantity: string): Promise<string> {
  const offerId = offers[offer] ?? '';
  await stocked(db, supplier, { offerId, quantity });
  const line = `line-${offer}`;
  value(await db.unitOfWork.run(buyer, (work) => reserveStock(work, [{ line, supplierId: supplier.orgId, offerId, quantity }])));
  return line;
}
const release = (actor: Actor, line: string, more: Partial<HeldMovement> & { movement: string }): Promise<Moved[]> =>
  db.unitOfWork.run(actor, (work) => releaseStock(work, [{ line, buyerId: buyer.orgId, supplierId: supplier.orgId, ...more }]));
const reserved = async (offer: number) => (await stockAsStored(db, offers[offer] ?? '')).map((row) => [row.reserved, row.ledger]);
const inStock = async (offer: number): Promise<boolean | undefined> =>
  (
    await db.admin<{ in: boolean }>(
      'select y.in_stock as in from supply.part_supply y join supply.offer o on o.part_id = y.part_id where o.id = $1',
      [offers[offer]],
    )
  )[0]?.in;

describe('releaseStock', () => {
  it('gives a part back, then all the rest, and never more than is held', async () => {
    const line = await held(0, '10');
    expect(await release(buyer, line, { quantity: '4', movement: 'cancel:1' })).toEqual([{ line, moved: '4' }]);
    expect(await reserved(0)).toEqual([['6', '6']]);
    expect(await release(supplier, line, { quantity: '100', movement: 'reject:1' })).toEqual([{ line, moved: '6' }]);
    expect(await release(buyer, line, { movement: 'cancel:2' })).toEqual([{ line, moved: '0' }]);
    expect(await reserved(0)).toEqual([['0', '0']]);
  });

  it('moves nothing a second time for one cause, also when both come at once', async () => {
    const line = await held(1, '10');
    const both = await Promise.all([1, 2].map(() => release(buyer, line, { quantity: '3', movement: 'cancel:x' })));
    expect(both.map(([row]) => row?.moved).sort()).toEqual(['0', '3']);
    expect(await reserved(1)).toEqual([['7', '7']]);
  });

  it('brings a part that was sold out back into the search', async () => {
    const line = await held(2, '2');
    expect(await inStock(2)).toBe(false);
    await release(buyer, line, { quantity: '1', movement: 'cancel:1' });
    expect(await inStock(2)).toBe(true);
  });

  it('works for a buyer who has left the audience since', async () => {
    const line = await held(3, '5');
    await db.admin('update supply.offer set audience = gen_random_uuid() where id = $1', [offers[3]]);
    expect(
      await db.admin('select count(*)::int as hidden from supply.stock where offer_id = $1 and audience is not null', [
        offers[3],
      ]),
    ).toEqual([{ hidden: 1 }]);
    expect(await release(buyer, line, { movement: 'cancel:1' })).toEqual([{ line, moved: '5' }]);
    expect(await reserved(3)).toEqual([['0', '0']]);
  });

  it('is refused to a third organisation, which changes nothing', async () => {
    const line = await held(4, '5');
    const stranger = await organization(db, { roles: ['BUYER'] });
    await expect(release(stranger, line, { movement: 'cancel:1' })).rejects.toThrow('no such reservation');
    expect(
      await db.unitOfWork.run(stranger, (work) =>
        releaseStock(work, [{ line, buyerId: stranger.orgId, supplierId: supplier.orgId, movement: 'c' }]),
      ),
    ).toEqual([{ line, moved: '0' }]);
    expect(await reserved(4)).toEqual([['5', '5']]);
  });
});
