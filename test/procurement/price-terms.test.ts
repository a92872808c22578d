import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import {
  addToBasket,
  basketById,
  cancelOrder,
  changeBasketLine,
  confirmOrder,
  createBasket,
  placeOrder,
} from '#libs/procurement';
import { saveChargeRules, signAgreement } from '#libs/supply';
import { dayFromNow } from '../factories/agreement.factory.js';
import { codes, lineOf, orderInput, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;

beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const place = (lines: Parameters<typeof orderInput>[1]) =>
  db.unitOfWork.run(world.buyer, (work) => placeOrder(work, orderInput(world, lines)));
const offerOf = async (column: string, given: unknown, options = {}) => {
  const offer = await plantOffer(db, world.supplier.orgId, options);
  await db.admin(`update supply.offer set ${column} = $2 where id = $1`, [offer.id, given]);
  return offer;
};

describe('a price that is an estimate', () => {
  it('is ordered only with the tick, and the order says so', async () => {
    const offer = await offerOf('price_type', 'BUDGET');
    expect(await place([lineOf(offer, '100')])).toMatchObject({
      errors: [{ code: 'BudgetNotAccepted', path: ['lines', '0', 'budgetAccepted'] }],
    });
    const [order] = success(await place([lineOf(offer, '100', { budgetAccepted: true })]));
    expect(order?.lines[0]).toMatchObject({ priceType: 'BUDGET' });
    const firm = await plantOffer(db, world.supplier.orgId);
    const [other] = success(await place([lineOf(firm, '1')]));
    expect(other?.lines[0]).toMatchObject({ priceType: null });
  });

  it('waits in the basket for the tick', async () => {
    const offer = await offerOf('price_type', 'BUDGET');
    const basket = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'Estimates' })));
    success(
      await db.unitOfWork.run(world.buyer, (work) =>
        addToBasket(work, { basketId: basket.id, lines: [{ offerId: offer.id, quantity: '5' }] }),
      ),
    );
    const fromBasket = () =>
      db.unitOfWork.run(world.buyer, (work) => placeOrder(work, { ...orderInput(world, null), basketId: basket.id }));
    expect(codes(await fromBasket())).toEqual(['BudgetNotAccepted']);
    const line = (await db.unitOfWork.read(world.buyer, (work) => basketById(work, basket.id)))?.lines[0];
    success(
      await db.unitOfWork.run(world.buyer, (work) =>
        changeBasketLine(work, { basketId: basket.id, lineId: line?.id ?? '', budgetAccepted: true }),
      ),
    );
    expect(success(await fromBasket())[0]?.lines).toHaveLength(1);
  });

  it('by quote only is no price at all', async () => {
    expect(codes(await place([lineOf(await offerOf('price_type', 'QUOTE'), '1', { budgetAccepted: true })]))).toEqual([
      'NoPrice',
    ]);
  });
});

describe('charges of the supplier', () => {
  it('fall due on request, and on small orders alone', async () => {
    const rule = { per: 'LINE' as const, currency: 'EUR', validFrom: dayFromNow(0), validTo: dayFromNow(0) };
    success(
      await db.unitOfWork.run(systemActor(world.supplier.orgId), (work) =>
        saveChargeRules(work, {
          expectedVersion: 0,
          rules: [
            { ...rule, code: 'CERT', applies: 'ON_REQUEST', amount: '12.50' },
            { ...rule, code: 'MIN', per: 'ORDER', applies: 'ORDER_BELOW', below: '42', amount: '20' },
          ],
        }),
      ),
    );
    const offer = await plantOffer(db, world.supplier.orgId, { currency: 'EUR', price: '1', basis: '1' });
    const [small] = success(await place([lineOf(offer, '41', { charges: ['CERT'] })]));
    expect([small?.lines[0]?.charges, small?.charges, small?.total]).toEqual([
      [{ code: 'CERT', amount: '12.50' }],
      [{ code: 'MIN', amount: '20.00' }],
      '73.50',
    ]);
    const [large] = success(await place([lineOf(offer, '42')]));
    expect([large?.lines[0]?.charges, large?.charges, large?.total]).toEqual([[], [], '42.00']);
    expect(await place([lineOf(offer, '1', { charges: ['CUT'] })])).toMatchObject({
      errors: [{ code: 'ChargeUnknown', path: ['lines', '0', 'charges'], values: { charge: 'CUT' } }],
    });
    await db.admin('delete from supply.charge_rule');
  });
});

describe('the cancellation window', () => {
  it('travels on the order and guards its cancelling', async () => {
    const offer = await offerOf('cancel_days', 7);
    const confirmed = async (shipOn: string) => {
      const [order] = success(await place([lineOf(offer, '10')]));
      expect(order?.lines[0]?.cancelDays).toBe(7);
      success(
        await db.unitOfWork.run(world.supplier, (work) =>
          confirmOrder(work, {
            orderId: order?.id ?? '',
            lines: [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '10', shipOn }] }],
          }),
        ),
      );
      return db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order?.id ?? '', reason: 'no need' }));
    };
    expect(await confirmed(dayFromNow(7))).toMatchObject({
      ok: false,
      errors: [{ code: 'CancellationWindowClosed', values: { line: '10', shipOn: dayFromNow(7) } }],
    });
    expect((await confirmed(dayFromNow(8))).ok).toBe(true);
  });
});

describe('an agreement', () => {
  it('gives its terms of payment and delivery to the orders under it', async () => {
    const [offer, plain] = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    success(
      await db.unitOfWork.run(systemActor(world.supplier.orgId), (work) =>
        signAgreement(work, {
          buyerId: world.buyer.orgId,
          number: 'T-1',
          currency: 'USD',
          validFrom: dayFromNow(0),
          validTo: dayFromNow(1),
          paymentTerms: 'NET90',
          incoterm: { code: 'DAP', edition: 2020, place: 'Toulouse' },
          items: [{ offerId: offer.id, price: '4.20', basis: '100' }],
        }),
      ),
    );
    const orders = success(await place([lineOf(offer, '1'), lineOf(plain, '1')]));
    expect(orders.map(({ paymentTerms, deliveryTerms }) => [paymentTerms, deliveryTerms])).toEqual([
      ['NET90', { code: 'DAP', edition: 2020, place: 'Toulouse' }],
      ['NET30', { code: 'FCA', place: 'Everett' }],
    ]);
  });
});
