import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConfirmOrderInput, closeShort, confirmOrder } from '#libs/procurement';
import { codes, memberOf, placedOrder, stockOf, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const close = (orderId: string, more: { lineNumbers?: string[]; expectedVersion?: number } = {}, actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => closeShort(work, { orderId, reason: 'Bought elsewhere', ...more }));
const answered = async (schedules: NonNullable<ConfirmOrderInput['lines']>[number]['schedules']) => {
  const { order, offer } = await placedOrder(db, world, { offer: { ncnr: true }, line: { ncnrAccepted: true } });
  success(
    await db.unitOfWork.run(world.supplier, (work) =>
      confirmOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', schedules }] }),
    ),
  );
  return { order, offer };
};

describe('closing short', () => {
  it('ends what is overdue and what has no date, once, and keeps what is still promised', async () => {
    const { order, offer } = await answered([
      { status: 'ACCEPTED', quantity: '50', deliverOn: '2031-01-01' },
      { status: 'ACCEPTED', quantity: '30', deliverOn: '2020-01-01' },
      { status: 'BACKORDERED', quantity: '20' },
    ]);
    const results = await Promise.all([close(order.id), close(order.id)]);
    expect(results.flatMap((r) => codes(r))).toEqual(['NotOverdue']);
    const closed = success(results.find((r) => r.ok)!);
    expect(closed.lines[0]?.schedules.map((s) => [s.quantity, s.status]).sort()).toEqual([
      ['20', 'CLOSED_SHORT'],
      ['30', 'CLOSED_SHORT'],
      ['50', 'CONFIRMED'],
    ]);
    expect([closed.status, (await stockOf(db, offer)).reserved]).toEqual(['PART_CANCELLED', '50']);
  });

  it('completes an order of which nothing else is open', async () => {
    const { order } = await answered([{ status: 'BACKORDERED', quantity: '100' }]);
    expect(success(await close(order.id)).status).toBe('COMPLETE');
  });

  it('is refused while the promise holds, for unknown lines, for a passed version', async () => {
    const { order } = await answered([{ status: 'ACCEPTED', quantity: '100', deliverOn: '2031-01-01' }]);
    expect(codes(await close(order.id))).toEqual(['NotOverdue']);
    expect(codes(await close(order.id, { lineNumbers: ['11'] }))).toEqual(['LineUnknown']);
    expect(codes(await close(order.id, { expectedVersion: 1 }))).toEqual(['VersionConflict']);
  });

  it('is for the buyer with order:cancel', async () => {
    const { order } = await answered([{ status: 'BACKORDERED', quantity: '100' }]);
    await expect(close(order.id, {}, world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(close(order.id, {}, memberOf(world.supplier.orgId, ['order:cancel']))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(close(order.id, {}, world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
