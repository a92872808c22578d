import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerRequest, cancelOrder, confirmOrder } from '#libs/procurement';
import { codes, memberOf, placedOrder, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const asked = async () => {
  const { order } = await placedOrder(db, world);
  success(await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, { orderId: order.id, header: 'ACCEPTED' })));
  return success(
    await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, { orderId: order.id, reason: 'Project stopped' })),
  );
};
const answer = (
  orderId: string,
  scheduleId: string,
  more: { grant?: boolean; expectedVersion?: number } = {},
  actor = world.supplier,
) =>
  db.unitOfWork.run(actor, (work) =>
    answerRequest(work, {
      orderId,
      answers: [{ scheduleId, grant: more.grant ?? true, reason: 'As agreed' }],
      expectedVersion: more.expectedVersion ?? null,
    }),
  );

describe('answering a request', () => {
  it('is said once: of grant and refusal at the same moment one holds', async () => {
    const order = await asked();
    const id = order.lines[0]?.schedules[0]?.id ?? '';
    const results = await Promise.all([answer(order.id, id), answer(order.id, id, { grant: false }), answer(order.id, id)]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.flatMap((r) => codes(r))).toEqual(['NothingRequested', 'NothingRequested']);
    const done = success(results.find((r) => r.ok)!);
    expect(done.events.at(-1)).toMatchObject({ kind: 'REQUEST_ANSWERED', actorOrg: world.supplier.orgId, seq: 4 });
  });

  it('is refused for what nobody asked, an unknown quantity, a passed version', async () => {
    const { order } = await placedOrder(db, world);
    expect(codes(await answer(order.id, order.lines[0]?.schedules[0]?.id ?? ''))).toEqual(['NothingRequested']);
    expect(codes(await answer(order.id, randomUUID()))).toEqual(['NothingRequested']);
    expect(codes(await answer(order.id, randomUUID(), { expectedVersion: 7 }))).toEqual(['VersionConflict']);
  });

  it('is for the supplier with order:confirm; the rest find no such order', async () => {
    const order = await asked();
    const id = order.lines[0]?.schedules[0]?.id ?? '';
    await expect(answer(order.id, id, {}, world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answer(order.id, id, {}, memberOf(world.buyer.orgId, ['order:confirm']))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(answer(order.id, id, {}, memberOf(world.supplier.orgId, []))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
