import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addToBasket, createBasket, removeBasketLine } from '#libs/procurement';
import { plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

describe('taking a line out of a basket', () => {
  it('is done once, by its owner, and leaves the other lines', async () => {
    const offers = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    const { id: basketId } = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'One' })));
    const lines = offers.map((offer) => ({ offerId: offer.id, quantity: '1' }));
    const basket = success(await db.unitOfWork.run(world.buyer, (work) => addToBasket(work, { basketId, lines })));
    const lineId = basket.lines[0]?.id ?? '';
    const remove = (actor = world.buyer) => db.unitOfWork.run(actor, (work) => removeBasketLine(work, { basketId, lineId }));
    await expect(remove(world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remove(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const results = await Promise.allSettled([remove(), remove()]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const [left] = await db.admin<{ offers: string[] }>(
      'select array_agg(offer_id) as offers from procurement.basket_line where basket_id = $1',
      [basketId],
    );
    expect(left?.offers).toEqual([offers[1]?.id]);
  });
});
