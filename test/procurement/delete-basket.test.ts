import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addToBasket, baskets, createBasket, deleteBasket } from '#libs/procurement';
import { plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

describe('throwing a basket away', () => {
  it('takes its lines with it, once, by its owner', async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const { id: basketId } = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'Old' })));
    success(
      await db.unitOfWork.run(world.buyer, (work) =>
        addToBasket(work, { basketId, lines: [{ offerId: offer.id, quantity: '1' }] }),
      ),
    );
    const remove = (actor = world.buyer) => db.unitOfWork.run(actor, (work) => deleteBasket(work, { basketId }));
    await expect(remove(world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remove(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const results = await Promise.allSettled([remove(), remove()]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.unitOfWork.read(world.buyer, baskets)).toEqual([]);
    expect(await db.admin('select from procurement.basket_line where basket_id = $1', [basketId])).toEqual([]);
  });
});
