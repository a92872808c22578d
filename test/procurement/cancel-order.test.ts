import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerRequest, cancelOrder, confirmOrder, placeOrder } from '#libs/procurement';
import {
  codes,
  lineOf,
  memberOf,
  orderInput,
  placedOrder,
  plantOffer,
  stockOf,
  success,
  type TradeWorld,
  tradeWorld,
} from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const cancel = (orderId: string, more: { lineNumbers?: string[]; expectedVersion?: number } = {}, actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => cancelOrder(work, { orderId, reason: 'No longer needed', ...more }));
const accept = (orderId: string, schedules?: { shipOn: string }) =>
  db.unitOfWork.run(world.supplier, (work) =>
    confirmOrder(
      work,
      schedules
        ? { orderId, lines: [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '100', ...schedules }] }] }
        : { orderId, header: 'ACCEPTED' },
    ),
  );

describe('cancelling', () => {
  it('is immediate while the supplier has not answered, and frees the stock once', async () => {
    const { order, offer } = await placedOrder(db, world);
    const results = await Promise.all(Array.from({ length: 5 }, () => cancel(order.id)));
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.flatMap((r) => codes(r))).toEqual(Array(4).fill('NothingToCancel'));
    expect(success(results.find((r) => r.ok)!)).toMatchObject({ status: 'CANCELLED', liveTotal: '0.00' });
    expect(await stockOf(db, offer)).toEqual({ quantity: '500', reserved: '0', ledger: '0' });
  });

  it('asks the supplier for what is confirmed; refused it stands, granted it ends', async () => {
    const { order, offer } = await placedOrder(db, world);
    success(await accept(order.id));
    const asked = success(await cancel(order.id));
    expect([asked.status, asked.lines[0]?.schedules[0]?.status]).toEqual(['CONFIRMED', 'CANCEL_REQUESTED']);
    expect(codes(await cancel(order.id))).toEqual(['NothingToCancel']);
    const scheduleId = asked.lines[0]?.schedules[0]?.id ?? '';
    const answer = (grant: boolean) =>
      db.unitOfWork.run(world.supplier, (work) => answerRequest(work, { orderId: order.id, answers: [{ scheduleId, grant }] }));
    expect(success(await answer(false)).lines[0]?.schedules[0]?.status).toBe('CONFIRMED');
    expect((await stockOf(db, offer)).reserved).toBe('100');
    success(await cancel(order.id));
    expect(success(await answer(true)).status).toBe('CANCELLED');
    expect((await stockOf(db, offer)).reserved).toBe('0');
  });

  it('takes some lines and leaves the others', async () => {
    const offers = [await plantOffer(db, world.supplier.orgId), await plantOffer(db, world.supplier.orgId)];
    const [order] = success(
      await db.unitOfWork.run(world.buyer, (work) =>
        placeOrder(
          work,
          orderInput(
            world,
            offers.map((o) => lineOf(o, '10')),
          ),
        ),
      ),
    );
    const cancelled = success(await cancel(order!.id, { lineNumbers: ['20'] }));
    expect(cancelled.lines.map((l) => [l.number, l.schedules[0]?.status])).toEqual([
      ['10', 'REQUESTED'],
      ['20', 'CANCELLED'],
    ]);
    expect([cancelled.status, cancelled.total, cancelled.liveTotal]).toEqual(['SENT', '0.84', '0.42']);
    expect(codes(await cancel(order!.id, { lineNumbers: ['30', '20'] }))).toEqual(['LineUnknown']);
  });
});

describe('what stands against cancelling', () => {
  it('is a line that was ticked non-cancellable, a day of shipping that has come, a version that has passed', async () => {
    const bound = await placedOrder(db, world, { offer: { ncnr: true }, line: { ncnrAccepted: true } });
    expect(codes(await cancel(bound.order.id))).toEqual(['LineNonCancellable']);
    const leaving = await placedOrder(db, world);
    success(await accept(leaving.order.id, { shipOn: new Date().toISOString().slice(0, 10) }));
    expect(codes(await cancel(leaving.order.id))).toEqual(['CancellationWindowClosed']);
    expect(codes(await cancel(leaving.order.id, { expectedVersion: 1 }))).toEqual(['VersionConflict']);
    expect((await stockOf(db, leaving.offer)).reserved).toBe('100');
  });

  it('is not being the buyer, or lacking order:cancel', async () => {
    const { order } = await placedOrder(db, world);
    await expect(cancel(order.id, {}, world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cancel(order.id, {}, memberOf(world.supplier.orgId, ['order:cancel']))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(cancel(order.id, {}, world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is the supplier who confirms at the same moment: one of the two is first, the other sees it', async () => {
    for (let round = 0; round < 8; round++) {
      const { order, offer } = await placedOrder(db, world);
      await Promise.all([cancel(order.id), accept(order.id)]);
      const [row] = await db.admin<{ status: string }>('select status from procurement.schedule_line where order_id = $1', [
        order.id,
      ]);
      // Cancelled first: the confirmation finds nothing open. Confirmed first: the cancellation is asked for.
      expect([row?.status, (await stockOf(db, offer)).reserved]).toEqual(
        row?.status === 'CANCELLED' ? ['CANCELLED', '0'] : ['CANCEL_REQUESTED', '100'],
      );
    }
  });
});
