import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rejectOrder } from '#libs/procurement';
import { codes, memberOf, placedOrder, stockOf, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

describe('rejecting an order', () => {
  it('ends all of it, gives the stock back once and says why', async () => {
    const { order, offer } = await placedOrder(db, world);
    const reject = () =>
      db.unitOfWork.run(world.supplier, (work) =>
        rejectOrder(work, { orderId: order.id, reason: 'Line closed', expectedVersion: 1 }),
      );
    const results = await Promise.all([reject(), reject(), reject()]);
    expect(results.flatMap((r) => codes(r))).toEqual(['VersionConflict', 'VersionConflict']);
    const rejected = success(results.find((r) => r.ok)!);
    expect(rejected).toMatchObject({ status: 'REJECTED', version: 2, liveTotal: '0.00', total: '4.20' });
    expect(rejected.lines[0]?.schedules[0]).toMatchObject({ status: 'REJECTED', reason: 'Line closed', quantity: '100' });
    expect(rejected.events.at(-1)?.kind).toBe('REJECTED');
    expect(await stockOf(db, offer)).toEqual({ quantity: '500', reserved: '0', ledger: '0' });
  });

  it('is not for the buyer, strangers, or members without order:confirm', async () => {
    const { order } = await placedOrder(db, world);
    const reject = (actor = world.supplier) =>
      db.unitOfWork.run(actor, (work) => rejectOrder(work, { orderId: order.id, reason: 'No' }));
    await expect(reject(world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reject(world.buyer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reject(memberOf(world.supplier.orgId, []))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
