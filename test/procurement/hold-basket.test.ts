import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addToBasket,
  basketById,
  checkedLines,
  createBasket,
  deleteBasket,
  holdBasket,
  placeOrder,
  releaseBasket,
  removeBasketLine,
} from '#libs/procurement';
import { holdByName, liveHolds } from '#libs/supply';
import { holdsAsStored, overdue } from '../factories/hold.factory.js';
import {
  buyerRights,
  codes,
  lineOf,
  memberOf,
  type OfferOptions,
  orderInput,
  plantOffer,
  stockOf,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let rival: TradeWorld['buyer'];
let count = 0;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  rival = memberOf(world.stranger.orgId, buyerRights);
  await db.admin(
    `insert into organizations.partnership (org_id, counterparty_id, status, proposed_by) values ($1, $2, 'ACTIVE', $1)`,
    [rival.orgId, world.supplier.orgId],
  );
});
afterAll(() => db.close());

/** A basket with one line for each of these offers. */
async function filled(lines: readonly { offer: OfferOptions; quantity: string }[], actor = world.buyer) {
  const { id } = success(await db.unitOfWork.run(actor, (work) => createBasket(work, { name: `Basket ${++count}` })));
  const offers = [];
  for (const { offer } of lines) offers.push(await plantOffer(db, world.supplier.orgId, offer));
  const asked = offers.map((offer, i) => ({ offerId: offer.id, quantity: lines[i]!.quantity }));
  success(await db.unitOfWork.run(actor, (work) => addToBasket(work, { basketId: id, lines: asked })));
  return { id, offers, offer: offers[0]! };
}
const fromStock = (stock: string): OfferOptions => ({ leadDays: null, stock });
const holdIt = (basketId: string, actor = world.buyer, idempotencyKey: string = randomUUID()) =>
  db.unitOfWork.run(actor, (work) => holdBasket(work, { basketId, idempotencyKey }));
const order = (basketId: string, actor = world.buyer, input = {}) =>
  db.unitOfWork.run(actor, (work) => placeOrder(work, orderInput(world, undefined, { basketId, ...input })));
const lines = (basketId: string, actor = world.buyer) =>
  db.unitOfWork.read(actor, async (work) => {
    const basket = await basketById(work, basketId);
    const checked = await checkedLines(work, basket!.lines, await liveHolds(work, { holderIds: [basketId] }));
    return checked.map(({ held, notices }) => [held, ...notices]);
  });

describe('holdBasket', () => {
  it('holds every line; ordering uses the holds up, though nothing is free any more', async () => {
    const { id, offer } = await filled([{ offer: fromStock('5'), quantity: '5' }]);
    success(await holdIt(id));
    expect(await lines(id)).toEqual([['5']]);
    const other = await db.unitOfWork.run(rival, (work) =>
      placeOrder(work, { ...orderInput(world, [lineOf(offer, '1')]), shipTo: { place: { code: 'X', name: 'X', address: {} } } }),
    );
    expect(codes(other)).toEqual(['OutOfStock']);
    success(await order(id));
    expect(await stockOf(db, offer)).toEqual({ quantity: '5', reserved: '5', ledger: '5' });
    expect(await holdsAsStored(db, offer.id)).toEqual([{ status: 'CONSUMED', held: '5' }]);
  });

  it('is refused whole when one line lacks stock, and says which', async () => {
    const { id, offers } = await filled([
      { offer: fromStock('5'), quantity: '5' },
      { offer: fromStock('5'), quantity: '6' },
    ]);
    expect(await holdIt(id)).toMatchObject({
      ok: false,
      errors: [{ code: 'OutOfStock', path: ['lines', '1'], values: { free: '5' } }],
    });
    expect(await stockOf(db, offers[0]!)).toMatchObject({ reserved: '0', ledger: '0' });
  });

  it('holds what is there of an offer with a lead time, and nothing where nothing is', async () => {
    const { id, offers } = await filled([
      { offer: { leadDays: 10, stock: '3' }, quantity: '5' },
      { offer: { leadDays: 10, stock: '0' }, quantity: '5' },
    ]);
    success(await holdIt(id));
    expect(await lines(id)).toEqual([['3'], [null]]);
    success(await order(id));
    expect(await stockOf(db, offers[0]!)).toMatchObject({ reserved: '3', ledger: '3' });
  });

  it('holds anew what it held, once per key, and nobody comes between', async () => {
    const { id, offer } = await filled([{ offer: fromStock('5'), quantity: '5' }]);
    const key = randomUUID();
    success(await holdIt(id, world.buyer, key));
    success(await holdIt(id, world.buyer, key));
    expect(await holdsAsStored(db, offer.id)).toHaveLength(1);
    await Promise.all([holdIt(id), holdIt(id)]);
    expect(await lines(id)).toEqual([['5']]);
    expect(await stockOf(db, offer)).toMatchObject({ reserved: '5', ledger: '5' });
  });

  it('is not renewed for ever: a fresh key goes on with the time of the first hold', async () => {
    const { id, offer } = await filled([{ offer: fromStock('5'), quantity: '5' }]);
    const pass = (minutes: number) =>
      db.admin(
        `update supply.stock_hold set created_at = created_at - $2 * interval '1 minute', expires_at = expires_at - $2 * interval '1 minute',
           ended_at = ended_at - $2 * interval '1 minute' where offer_id = $1`,
        [offer.id, minutes],
      );
    const left = async () => {
      const [hold] = await db.unitOfWork.read(world.buyer, (work) => liveHolds(work, { holderIds: [id] }));
      return Math.round(((hold?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000);
    };
    success(await holdIt(id));
    const minutes = [];
    for (let renewal = 0; renewal < 4; renewal++) {
      await pass(29);
      success(await holdIt(id));
      minutes.push(await left());
    }
    expect(minutes).toEqual([30, 30, 30, 4]);
    await pass(5);
    expect(codes(await holdIt(id))).toEqual(['HoldNotGranted']);
    // Left alone for as long as one grant, it begins anew.
    await pass(30);
    success(await holdIt(id));
    expect(await left()).toBe(30);
  });

  it('lets exactly one of two baskets have the last units', async () => {
    const { id, offer } = await filled([{ offer: fromStock('5'), quantity: '5' }]);
    const { id: second } = success(await db.unitOfWork.run(rival, (work) => createBasket(work, { name: 'Rival' })));
    success(
      await db.unitOfWork.run(rival, (work) =>
        addToBasket(work, { basketId: second, lines: [{ offerId: offer.id, quantity: '5' }] }),
      ),
    );
    const answers = await Promise.all([holdIt(id), holdIt(second, rival)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await stockOf(db, offer)).toMatchObject({ reserved: '5', ledger: '5' });
  });

  it('tells an expired hold by its notice, and the order is refused when another took the units', async () => {
    const { id, offer } = await filled([{ offer: fromStock('5'), quantity: '5' }]);
    success(await holdIt(id));
    const [hold] = await db.unitOfWork.read(world.buyer, (work) => liveHolds(work, { holderIds: [id] }));
    await overdue(db, hold!.id);
    success(
      await db.unitOfWork.run(rival, (work) =>
        placeOrder(work, {
          ...orderInput(world, [lineOf(offer, '2')]),
          shipTo: { place: { code: 'X', name: 'X', address: {} } },
        }),
      ),
    );
    expect(await lines(id)).toEqual([[null, 'OUT_OF_STOCK']]);
    expect(codes(await order(id))).toEqual(['OutOfStock']);
  });

  it('refuses an empty basket, another’s, and who may not edit; nothing is held', async () => {
    const { id: empty } = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'Empty' })));
    expect(codes(await holdIt(empty))).toEqual(['EmptyBasket']);
    const { id, offer } = await filled([{ offer: fromStock('5'), quantity: '1' }]);
    await expect(holdIt(id, rival)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(holdIt(id, world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await stockOf(db, offer)).toMatchObject({ reserved: '0' });
  });
});

describe('what is held is given back', () => {
  it('when the buyer says so, takes a line out, or throws the basket away', async () => {
    const { id, offers } = await filled([
      { offer: fromStock('5'), quantity: '1' },
      { offer: fromStock('5'), quantity: '2' },
    ]);
    success(await holdIt(id));
    const basket = await db.unitOfWork.read(world.buyer, (work) => basketById(work, id));
    success(
      await db.unitOfWork.run(world.buyer, (work) => removeBasketLine(work, { basketId: id, lineId: basket!.lines[0]!.id })),
    );
    expect([await stockOf(db, offers[0]!), await stockOf(db, offers[1]!)]).toMatchObject([{ reserved: '0' }, { reserved: '2' }]);
    const give = (actor = world.buyer) => db.unitOfWork.run(actor, (work) => releaseBasket(work, { basketId: id }));
    await expect(give(rival)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(give(world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await Promise.all([give(), give()]);
    expect(await stockOf(db, offers[1]!)).toMatchObject({ reserved: '0', ledger: '0' });
    success(await holdIt(id));
    success(await db.unitOfWork.run(world.buyer, (work) => deleteBasket(work, { basketId: id })));
    expect(await stockOf(db, offers[1]!)).toMatchObject({ reserved: '0', ledger: '0' });
  });

  it('when an order takes less than a hold by name, which it names', async () => {
    const offer = await plantOffer(db, world.supplier.orgId, fromStock('3'));
    const named = { label: 'N1', lines: [{ offerId: offer.id, quantity: '3' }], idempotencyKey: randomUUID() };
    const [held] = success(await db.unitOfWork.run(world.buyer, (work) => holdByName(work, named)));
    const input = orderInput(world, [lineOf(offer, '2')], { holdIds: [held!.holdId] });
    success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, input)));
    success(await db.unitOfWork.run(world.buyer, (work) => placeOrder(work, input)));
    expect(await stockOf(db, offer)).toEqual({ quantity: '3', reserved: '2', ledger: '2' });
  });
});
