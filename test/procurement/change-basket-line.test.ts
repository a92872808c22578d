import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addToBasket, changeBasketLine, createBasket } from '#libs/procurement';
import { codes, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

let count = 0;
const filled = async () => {
  const offer = await plantOffer(db, world.supplier.orgId);
  const made = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: `Basket ${++count}` })));
  const basket = success(
    await db.unitOfWork.run(world.buyer, (work) =>
      addToBasket(work, { basketId: made.id, lines: [{ offerId: offer.id, quantity: '10', needBy: '2031-01-01' }] }),
    ),
  );
  return { offer, basketId: basket.id, lineId: basket.lines[0]?.id ?? '' };
};
const change = (input: Parameters<typeof changeBasketLine>[1], actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => changeBasketLine(work, input));

describe('changing a basket line', () => {
  it('changes what is named and leaves the rest; a new quantity sees the price anew', async () => {
    const { offer, basketId, lineId } = await filled();
    await db.admin('update supply.offer set list_price = 5 where id = $1', [offer.id]);
    const noted = success(await change({ basketId, lineId, note: 'Rush', ncnrAccepted: true }));
    expect(noted.lines[0]).toMatchObject({
      quantity: '10',
      note: 'Rush',
      ncnrAccepted: true,
      needBy: '2031-01-01',
      priceSeen: { amount: '4.20' },
    });
    const more = success(await change({ basketId, lineId, quantity: '20', needBy: null }));
    expect(more.lines[0]).toMatchObject({ quantity: '20', needBy: null, note: 'Rush', priceSeen: { amount: '5' } });
  });

  it('accepts the present price when told to', async () => {
    const { offer, basketId, lineId } = await filled();
    await db.admin('update supply.offer set list_price = 6 where id = $1', [offer.id]);
    expect(success(await change({ basketId, lineId, acceptPrice: true })).lines[0]?.priceSeen.amount).toBe('6');
  });

  it('refuses a price of an offer that has gone or has none', async () => {
    const { offer, basketId, lineId } = await filled();
    await db.admin(`update supply.offer set valid_to = '2020-01-01' where id = $1`, [offer.id]);
    expect(codes(await change({ basketId, lineId, quantity: '20' }))).toEqual(['NoPrice']);
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where id = $1`, [offer.id]);
    expect(codes(await change({ basketId, lineId, quantity: '20' }))).toEqual(['OfferWithdrawn']);
  });

  it('leaves a line alone whose offer the buyer may no longer see', async () => {
    const { offer, basketId, lineId } = await filled();
    await db.admin('update supply.offer set audience = $2 where id = $1', [offer.id, randomUUID()]);
    expect(codes(await change({ basketId, lineId, note: 'x' }))).toEqual(['OfferWithdrawn']);
  });

  it('is for whoever the basket belongs to', async () => {
    const { basketId, lineId } = await filled();
    await expect(change({ basketId, lineId, note: 'x' }, world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change({ basketId, lineId: randomUUID(), note: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change({ basketId, lineId, note: 'x' }, world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('by two hands at once keeps both edits', async () => {
    const { basketId, lineId } = await filled();
    await Promise.all([
      change({ basketId, lineId, note: 'A' }),
      change({ basketId, lineId, ncnrAccepted: true }),
      change({ basketId, lineId, needBy: '2032-02-02' }),
    ]);
    const after = success(await change({ basketId, lineId }));
    expect(after.lines[0]).toMatchObject({ note: 'A', ncnrAccepted: true, needBy: '2032-02-02' });
  });
});
