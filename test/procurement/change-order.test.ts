import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerRequest, type ChangeOrderInput, changeOrder, confirmOrder, type WholeOrder } from '#libs/procurement';
import { codes, memberOf, placedOrder, stockOf, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const change = (orderId: string, line: Omit<ChangeOrderInput['lines'][number], 'lineNumber'>, actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => changeOrder(work, { orderId, lines: [{ lineNumber: '10', ...line }] }));
const accept = (orderId: string) =>
  db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, { orderId, header: 'ACCEPTED' }));
const answerAll = (order: WholeOrder, grant: boolean) =>
  db.unitOfWork.run(world.supplier, (work) =>
    answerRequest(work, {
      orderId: order.id,
      answers: order.lines.flatMap((l) =>
        l.schedules.filter((s) => s.status.endsWith('REQUESTED') && s.base).map((s) => ({ scheduleId: s.id, grant })),
      ),
    }),
  );
const states = (order: WholeOrder) => order.lines[0]?.schedules.map((s) => [s.quantity, s.status]).sort();

describe('changing an order', () => {
  it('asks for more and for another date; granted, both are the order', async () => {
    const { order } = await placedOrder(db, world, { line: { needBy: '2031-02-01' } });
    success(await accept(order.id));
    const asked = success(await change(order.id, { quantity: '150', needBy: '2031-03-01' }));
    expect(asked.lines[0]).toMatchObject({ quantity: '100', needBy: '2031-02-01' });
    expect(asked.lines[0]?.schedules[0]).toMatchObject({
      status: 'CHANGE_REQUESTED',
      request: { quantity: '150', deliverOn: '2031-03-01' },
    });
    const granted = success(await answerAll(asked, true));
    expect(granted.lines[0]).toMatchObject({ quantity: '150', needBy: '2031-03-01', lineAmount: '6.30' });
    expect([states(granted), granted.total, granted.status]).toEqual([[['150', 'CONFIRMED']], '6.30', 'CONFIRMED']);
  });

  it('leaves the order as it was when refused', async () => {
    const { order } = await placedOrder(db, world);
    success(await accept(order.id));
    const refused = success(await answerAll(success(await change(order.id, { quantity: '150' })), false));
    expect([states(refused), refused.total]).toEqual([[['100', 'CONFIRMED']], '4.20']);
  });

  it('takes less as a cancellation of the difference', async () => {
    const { order, offer } = await placedOrder(db, world);
    const unanswered = success(await change(order.id, { quantity: '80' }));
    expect([states(unanswered), (await stockOf(db, offer)).reserved]).toEqual([
      [
        ['20', 'CANCELLED'],
        ['80', 'REQUESTED'],
      ],
      '80',
    ]);
    success(await accept(order.id));
    const asked = success(await change(order.id, { quantity: '50' }));
    expect(states(asked)).toEqual([
      ['20', 'CANCELLED'],
      ['30', 'CANCEL_REQUESTED'],
      ['50', 'CONFIRMED'],
    ]);
    expect(states(success(await answerAll(asked, true)))).toEqual([
      ['20', 'CANCELLED'],
      ['30', 'CANCELLED'],
      ['50', 'CONFIRMED'],
    ]);
    expect((await stockOf(db, offer)).reserved).toBe('50');
  });

  it('is granted by an answer that adds up to the quantity asked for', async () => {
    const { order } = await placedOrder(db, world);
    success(await accept(order.id));
    success(await change(order.id, { quantity: '150' }));
    const answered = success(
      await db.unitOfWork.run(world.supplier, (work) =>
        confirmOrder(work, {
          orderId: order.id,
          lines: [
            {
              lineNumber: '10',
              schedules: [
                { status: 'ACCEPTED', quantity: '100' },
                { status: 'BACKORDERED', quantity: '50', shipOn: '2031-05-05' },
              ],
            },
          ],
        }),
      ),
    );
    expect([states(answered), answered.lines[0]?.quantity]).toEqual([
      [
        ['100', 'CONFIRMED'],
        ['50', 'BACKORDERED'],
      ],
      '150',
    ]);
    expect(answered.events.map((e) => e.kind)).toEqual([
      'PLACED',
      'ANSWERED',
      'CHANGE_REQUESTED',
      'REQUEST_ANSWERED',
      'ANSWERED',
    ]);
  });
});

describe("a partner's message", () => {
  it('is taken once, whatever it asks for', async () => {
    const { order } = await placedOrder(db, world);
    const send = () =>
      db.unitOfWork.run(world.buyer, (work) =>
        changeOrder(work, {
          orderId: order.id,
          messageId: 'CHG-1',
          channel: 'CXML',
          lines: [{ lineNumber: '10', quantity: '80' }],
        }),
      );
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map((answer) => [success(answer).version, states(success(answer))])).toEqual(
      Array(3).fill([
        2,
        [
          ['20', 'CANCELLED'],
          ['80', 'REQUESTED'],
        ],
      ]),
    );
  });
});

describe('what stands against a change', () => {
  it('is told before anything is asked', async () => {
    const { order } = await placedOrder(db, world, {
      offer: { minimum: '50', multiple: '25', ncnr: true },
      line: { ncnrAccepted: true },
    });
    expect(codes(await change(order.id, { quantity: '110' }))).toEqual(['QuantityOffPack']);
    expect(codes(await change(order.id, { quantity: '100' }))).toEqual(['NothingToChange']);
    expect(codes(await change(order.id, { quantity: '75' }))).toEqual(['LineNonCancellable']);
    const unknown = await db.unitOfWork.run(world.buyer, (work) =>
      changeOrder(work, { orderId: order.id, lines: [{ lineNumber: '99', quantity: '75' }], expectedVersion: 1 }),
    );
    expect(codes(unknown)).toEqual(['LineUnknown']);
    expect(
      codes(
        await db.unitOfWork.run(world.buyer, (work) =>
          changeOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', quantity: '75' }], expectedVersion: 4 }),
        ),
      ),
    ).toEqual(['VersionConflict']);
  });

  it('is a proposal that waits for its answer, or a day of shipping that has come', async () => {
    const { order } = await placedOrder(db, world);
    const say = (schedule: object) =>
      db.unitOfWork.run(world.supplier, (work) =>
        confirmOrder(work, {
          orderId: order.id,
          lines: [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '100', ...schedule }] }],
        }),
      );
    success(await say({ price: { amount: '5', basis: '100' } }));
    expect(codes(await change(order.id, { needBy: '2031-03-01' }))).toEqual(['ProposalOpen']);
    success(await say({ shipOn: '2020-01-01' }));
    expect(codes(await change(order.id, { quantity: '10' }))).toEqual(['CancellationWindowClosed']);
  });

  it('is not being the buyer, or lacking order:change', async () => {
    const { order } = await placedOrder(db, world);
    await expect(change(order.id, { quantity: '10' }, world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change(order.id, { quantity: '10' }, memberOf(world.supplier.orgId, ['order:change']))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(change(order.id, { quantity: '10' }, world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is a second change at the same moment: the quantities still add up', async () => {
    const { order } = await placedOrder(db, world);
    await Promise.all(['90', '80', '70', '60'].map((quantity) => change(order.id, { quantity })));
    const [row] = await db.admin<{ sum: string; quantity: string }>(
      'select (select sum(quantity) from procurement.schedule_line where order_id = $1)::text as sum, quantity::text from procurement.order_line where order_id = $1',
      [order.id],
    );
    expect(row).toEqual({ sum: row?.quantity, quantity: row?.sum });
  });
});
