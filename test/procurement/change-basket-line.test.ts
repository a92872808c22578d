import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addToBasket, basketById, changeBasketLine, checkedLines, createBasket, placeOrder } from '#libs/procurement';
import { removeUnitTerms, saveLots } from '#libs/supply';
import { codes, memberOf, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { coreSeen, exchangeOffer } from '../factories/rotable.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

let count = 0;
const filled = async (given?: Awaited<ReturnType<typeof plantOffer>>) => {
  const offer = given ?? (await plantOffer(db, world.supplier.orgId));
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

const checked = async (basketId: string) =>
  db.unitOfWork.read(world.buyer, async (work) => (await checkedLines(work, (await basketById(work, basketId))!.lines))[0]);
const order = (basketId: string) =>
  db.unitOfWork.run(world.buyer, (work) =>
    placeOrder(work, { idempotencyKey: randomUUID(), basketId, shipTo: { siteId: world.siteId } }),
  );

describe('what a basket line requires', () => {
  const wanted = { lots: { conditions: ['OH'], shelfDaysMin: 30 }, certificates: ['EASA_FORM_1'], dualRelease: true };
  const stock = (offerId: string, quantity: string) =>
    db.unitOfWork.run(memberOf(world.supplier.orgId, ['stock:write']), (work) =>
      saveLots(work, {
        lots: [
          { offerId, location: 'MAIN', lotNumber: 'L1', condition: 'OH', trace: 'YES', shelfLifeOn: '2099-01-31', quantity },
        ],
      }),
    );

  it('is kept, said to be missing while too few units are so, ordered with the line, and taken away', async () => {
    const { offer, basketId, lineId } = await filled();
    success(await stock(offer.id, '9'));
    expect(success(await change({ basketId, lineId, requires: wanted })).lines[0]?.requires).toEqual(wanted);
    expect(await checked(basketId)).toMatchObject({ notices: ['LOT_MISSING'], fitting: '9' });
    expect(codes(await order(basketId))).toEqual(['LotMissing']);
    success(await stock(offer.id, '12'));
    expect(await checked(basketId)).toMatchObject({ notices: [], fitting: '12' });
    expect(success(await change({ basketId, lineId, note: 'Rush' })).lines[0]?.requires).toEqual(wanted);
    const [placed] = success(await order(basketId));
    expect(placed?.lines[0]).toMatchObject({ requires: wanted, note: 'Rush' });
    const again = await filled(offer);
    success(await change({ ...again, requires: wanted }));
    expect(success(await change({ ...again, requires: null })).lines[0]?.requires).toBe(null);
  });

  it('comes with the offer into the basket and is replaced by what comes later', async () => {
    const { offer, basketId } = await filled();
    const add = (requires?: typeof wanted) =>
      db.unitOfWork.run(world.buyer, (work) =>
        addToBasket(work, { basketId, lines: [{ offerId: offer.id, quantity: '1', ...(requires ? { requires } : {}) }] }),
      );
    expect(success(await add(wanted)).lines[0]).toMatchObject({ quantity: '11', requires: wanted });
    expect(success(await add()).lines[0]).toMatchObject({ quantity: '12', requires: wanted });
    expect(success(await add({ ...wanted, dualRelease: false })).lines[0]?.requires?.dualRelease).toBe(false);
  });
});

describe('a basket line of an offer in exchange', () => {
  it('waits until its core was seen, orders with it, and waits again when the terms change', async () => {
    const offer = await exchangeOffer(db, world);
    const { basketId, lineId } = await filled(offer);
    const before = await checked(basketId);
    expect(before).toMatchObject({ notices: ['CORE_NOT_ACCEPTED'], exchange: { coreValue: '8000', coreDays: 10 } });
    expect(before!.coreDueAt!.getTime() - Date.now()).toBeGreaterThan(9 * 86_400_000);
    expect(codes(await order(basketId))).toEqual(['ExchangeTermsNotSeen']);
    const tick = (seen?: ReturnType<typeof coreSeen>) =>
      change({ basketId, lineId, acceptCore: true, ...(seen ? { exchangeSeen: seen } : {}) });
    // Terms that were not read are not taken, whatever holds by now.
    expect(codes(await tick())).toEqual(['ExchangeTermsNotSeen']);
    expect(codes(await tick({ ...coreSeen(), coreValue: '1' }))).toEqual(['ExchangeTermsNotSeen']);
    expect(success(await tick(coreSeen())).lines[0]?.coreSeen).toEqual(coreSeen());
    expect((await checked(basketId))?.notices).toEqual([]);
    await db.admin('update supply.exchange_terms set core_value = 9000, version = version + 1 where offer_id = $1', [offer.id]);
    expect((await checked(basketId))?.notices).toEqual(['CORE_NOT_ACCEPTED']);
    expect(codes(await tick(coreSeen()))).toEqual(['ExchangeTermsNotSeen']);
    success(await tick({ ...coreSeen(), version: coreSeen().version + 1, coreValue: '9000' }));
    expect(success(await order(basketId))).toHaveLength(1);
    expect(
      await db.admin('select count(*)::int as n from procurement.rotable where offer_id = $1 and kind = $2', [offer.id, 'CORE']),
    ).toEqual([{ n: 10 }]);
  });

  it('says when it is no longer sold so, and goes on without a core when told to', async () => {
    const offer = await exchangeOffer(db, world);
    const { basketId, lineId } = await filled(offer);
    success(await change({ basketId, lineId, acceptCore: true, exchangeSeen: coreSeen() }));
    success(
      await db.unitOfWork.run(memberOf(world.supplier.orgId, ['agreement:manage']), (work) =>
        removeUnitTerms(work, { offerId: offer.id, exchange: true, repair: false }),
      ),
    );
    expect((await checked(basketId))?.notices).toEqual(['EXCHANGE_WITHDRAWN']);
    expect(codes(await order(basketId))).toEqual(['ExchangeWithdrawn']);
    expect(codes(await change({ basketId, lineId, acceptCore: true, exchangeSeen: coreSeen() }))).toEqual(['ExchangeWithdrawn']);
    expect(success(await change({ basketId, lineId, acceptCore: true })).lines[0]?.coreSeen).toBe(null);
    expect((await checked(basketId))?.notices).toEqual([]);
  });
});
