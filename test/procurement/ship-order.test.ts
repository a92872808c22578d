import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import { Forbidden, NotFound } from '#libs/platform';
import {
  answerRequest,
  cancelOrder,
  closeShort,
  confirmOrder,
  orderById,
  type ReceiveOrderInput,
  receiveOrder,
  type ShipOrderInput,
  saveGateRule,
  shipOrder,
  type WholeOrder,
} from '#libs/procurement';
import { codes, memberOf, placedOrder, stockOf, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const ship = (order: WholeOrder, given: Partial<ShipOrderInput> = {}, actor = world.supplier) =>
  db.unitOfWork.run(actor, (work) => shipOrder(work, { orderId: order.id, despatchNumber: 'D-1', ...given }));
const receive = (order: WholeOrder, given: Partial<ReceiveOrderInput> = {}, actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) => receiveOrder(work, { orderId: order.id, ...given }));
const confirmed = async (given: Parameters<typeof placedOrder>[2] = {}) => {
  const placed = await placedOrder(db, world, given);
  const answer = { orderId: placed.order.id, header: 'ACCEPTED' } as const;
  const order = success(await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, answer)));
  return { ...placed, order };
};
const states = (order: WholeOrder): string[] =>
  order.lines.flatMap((line) => line.schedules.map(({ status, quantity }) => `${status} ${quantity}`)).sort();
const now = async (order: WholeOrder) => (await db.unitOfWork.read(world.buyer, (work) => orderById(work, order.id)))!;
const consumed = async (order: WholeOrder) =>
  db.admin<{ quantity: string; cause: string }>(
    `select trim_scale(quantity_delta)::text as quantity, movement as cause from supply.stock_ledger where reference = $1 and kind = 'CONSUME' order by id`,
    [order.lines[0]!.id],
  );
const day = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);
const part = (quantity: string) => ({ lines: [{ lineNumber: '10', quantity }] });

describe('shipping an order', () => {
  it('takes what it holds from the shelf, part by part, and nothing twice', async () => {
    const { order, offer } = await confirmed();
    const before = await stockOf(db, offer);
    const first = success(await ship(order, { ...part('40'), shippedOn: day(-3), deliverOn: day(3), waybill: 'W-7' }));
    expect([first.status, ...states(first)]).toEqual(['PART_SHIPPED', 'CONFIRMED 60', 'SHIPPED 40']);
    expect(first.lines[0]?.schedules.find(({ status }) => status === 'SHIPPED')).toMatchObject({
      shipOn: day(-3),
      deliverOn: day(3),
    });
    expect([first.lines[0]?.reserved, first.liveTotal]).toEqual(['60', order.liveTotal]);
    expect(await stockOf(db, offer)).toMatchObject({ quantity: String(Number(before.quantity) - 40), reserved: '60' });

    const again = success(await ship(order, { ...part('40'), waybill: 'W-8' }));
    expect(again.version).toBe(first.version);
    expect(codes(await ship(order, part('41')))).toEqual(['IdempotencyMismatch']);
    const second = success(await ship(order, { despatchNumber: 'D-2' }));
    expect([second.status, ...states(second)]).toEqual(['SHIPPED', 'SHIPPED 40', 'SHIPPED 60']);
    expect(await stockOf(db, offer)).toMatchObject({ quantity: String(Number(before.quantity) - 100), reserved: '0' });
    expect((await consumed(order)).map(({ quantity }) => quantity)).toEqual(['-40', '-60']);
    expect(codes(await ship(order, { despatchNumber: 'D-3' }))).toEqual(['NothingToShip']);
    expect(second.events.at(-1)).toMatchObject({ kind: 'SHIPPED', detail: { despatchNumber: 'D-2' } });
  });

  it('sends once when the same despatch, and no more than there is when two despatches, are told at once', async () => {
    const { order, offer } = await confirmed();
    const before = await stockOf(db, offer);
    const same = await Promise.all([ship(order, part('30')), ship(order, part('30'))]);
    expect(same.map(success).map(({ version }) => version)).toEqual([order.version + 1, order.version + 1]);
    const two = await Promise.all([
      ship(order, { ...part('50'), despatchNumber: 'D-2' }),
      ship(order, { ...part('50'), despatchNumber: 'D-3' }),
    ]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.flatMap(codes)).toEqual(['QuantityNotOpen']);
    expect(await stockOf(db, offer)).toMatchObject({ quantity: String(Number(before.quantity) - 80), reserved: '20' });
    expect(states(await now(order))).toEqual(['CONFIRMED 20', 'SHIPPED 30', 'SHIPPED 50']);
  });

  it('leaves only the rest to cancel, close or give back', async () => {
    const { order, offer } = await confirmed();
    success(await ship(order, part('40')));
    const cancel = { orderId: order.id, reason: 'no need' };
    success(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, cancel)));
    const asked = await now(order);
    expect(states(asked)).toEqual(['CANCEL_REQUESTED 60', 'SHIPPED 40']);
    expect(codes(await ship(asked, { ...part('10'), despatchNumber: 'D-2' }))).toEqual(['QuantityNotOpen']);
    const scheduleId = asked.lines[0]!.schedules.find(({ status }) => status === 'CANCEL_REQUESTED')!.id;
    const grant = { orderId: order.id, answers: [{ scheduleId, grant: true }] };
    const left = success(await db.unitOfWork.run(world.supplier, (work) => answerRequest(work, grant)));
    expect([left.status, ...states(left)]).toEqual(['SHIPPED', 'CANCELLED 60', 'SHIPPED 40']);
    expect((await stockOf(db, offer)).reserved).toBe('0');
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => cancelOrder(work, cancel)))).toEqual(['NothingToCancel']);
    const close = { orderId: order.id, reason: 'late' };
    expect(codes(await db.unitOfWork.run(world.buyer, (work) => closeShort(work, close)))).toEqual(['NotOverdue']);
  });

  it('counts as an answer, also of what stands on no stock', async () => {
    const { order, offer } = await placedOrder(db, world, { offer: { stock: '30' } });
    const shipped = success(await ship(order));
    expect([shipped.status, ...states(shipped)]).toEqual(['SHIPPED', 'SHIPPED 100']);
    expect(await stockOf(db, offer)).toMatchObject({ quantity: '0', reserved: '0' });
    expect((await consumed(order)).map(({ quantity }) => quantity)).toEqual(['-30']);
    expect(shipped.answeredAt).not.toBeNull();
  });

  it('names every fault, and leaves the order to those who may', async () => {
    const { order, offer } = await confirmed();
    const lines = [{ lineNumber: '10', quantity: '101' }, { lineNumber: '77' }, { lineNumber: '10' }];
    expect(codes(await ship(order, { lines }))).toEqual(['QuantityNotOpen', 'LineUnknown', 'LineUnknown']);
    expect(codes(await ship(order, { expectedVersion: 1 }))).toEqual(['VersionConflict']);
    await expect(ship(order, {}, memberOf(world.supplier.orgId, ['order:read']))).rejects.toThrow(Forbidden);
    await expect(ship(order, {}, memberOf(world.buyer.orgId, ['order:confirm']))).rejects.toThrow(NotFound);
    await expect(ship(order, {}, world.stranger)).rejects.toThrow(NotFound);
    expect([states(await now(order)), (await stockOf(db, offer)).reserved]).toEqual([['CONFIRMED 100'], '100']);
  });

  it('leaves on a day that can be', async () => {
    const { order } = await confirmed();
    const refused = async (given: Partial<ShipOrderInput>) => {
      const answer = await ship(order, given);
      return answer.ok ? [] : answer.errors.map(({ code, path }) => `${code} ${path}`);
    };
    expect(await refused({ shippedOn: day(2) })).toEqual(['DayNotPossible shippedOn']);
    expect(await refused({ shippedOn: '2012-01-31' })).toEqual(['DayNotPossible shippedOn']);
    expect(await refused({ shippedOn: day(-1), deliverOn: day(-3) })).toEqual(['DayNotPossible deliverOn']);
    expect(await refused({ deliverOn: day(367) })).toEqual(['DayNotPossible deliverOn']);
    expect(states(await now(order))).toEqual(['CONFIRMED 100']);
    success(await ship(order, { shippedOn: day(1), deliverOn: day(0) }));
  });

  it('waits for whoever lets the line pass a rule', async () => {
    const keeper = memberOf(world.buyer.orgId, ['gate:manage']);
    await db.admin(`update organizations.organization set country = 'DE' where id = $1`, [world.supplier.orgId]);
    const rule = {
      code: 'EXP-1',
      speaksFor: 'BUYER',
      kind: 'EXPORT',
      outcome: 'HOLD',
      releaser: 'BUYER',
      conditions: { unknown: true },
      sentence: 'Ask us first.',
      expectedVersion: 0,
    } as const;
    success(await db.unitOfWork.run(keeper, (work) => saveGateRule(work, rule)));
    const { order } = await placedOrder(db, world);
    expect(codes(await ship(order))).toEqual(['LineHeldByGate']);
    await db.admin('update procurement.gate_rule set ended_at = now()');
  });
});

describe('receiving an order', () => {
  it('ends what was on its way, part by part, on its day', async () => {
    const { order } = await confirmed();
    expect(codes(await receive(order))).toEqual(['NothingToReceive']);
    success(await ship(order, part('40')));
    expect(codes(await receive(order, part('41')))).toEqual(['QuantityNotOpen']);
    const some = success(await receive(order, { ...part('15'), receivedOn: day(1), note: 'one box' }));
    expect([some.status, ...states(some)]).toEqual(['PART_SHIPPED', 'CONFIRMED 60', 'DELIVERED 15', 'SHIPPED 25']);
    expect(some.lines[0]?.schedules.find(({ status }) => status === 'DELIVERED')?.deliverOn).toBe(day(1));
    success(await ship(order, { despatchNumber: 'D-2' }));
    const all = success(await receive(order, { messageId: 'R-1' }));
    expect([all.status, all.liveTotal]).toEqual(['DELIVERED', order.liveTotal]);
    expect(success(await receive(order, { messageId: 'R-1' })).version).toBe(all.version);
    expect(codes(await receive(order, { lines: [{ lineNumber: '9' }] }))).toEqual(['LineUnknown']);
    expect(codes(await receive(order, { expectedVersion: 1 }))).toEqual(['VersionConflict']);
  });

  it('takes no day before all of it left, nor one ahead', async () => {
    const { order } = await confirmed();
    success(await ship(order, { ...part('40'), shippedOn: day(-9) }));
    success(await ship(order, { shippedOn: day(-2), despatchNumber: 'D-2' }));
    expect(codes(await receive(order, { receivedOn: day(-4) }))).toEqual(['DayNotPossible']);
    expect(codes(await receive(order, { receivedOn: day(2) }))).toEqual(['DayNotPossible']);
    expect(states(await now(order))).toEqual(['SHIPPED 40', 'SHIPPED 60']);
    const first = success(await receive(order, { ...part('40'), receivedOn: day(-4) }));
    expect(states(first)).toEqual(['DELIVERED 40', 'SHIPPED 60']);
    success(await receive(order, { receivedOn: day(-3) }));
  });

  it('receives each unit once when two say so at once, and only by the buyer', async () => {
    const { order } = await confirmed();
    success(await ship(order));
    await expect(receive(order, {}, world.supplier)).rejects.toThrow(Forbidden);
    await expect(receive(order, {}, memberOf(world.supplier.orgId, ['order:change']))).rejects.toThrow(NotFound);
    await expect(receive(order, {}, world.viewer)).rejects.toThrow(Forbidden);
    expect(states(await now(order))).toEqual(['SHIPPED 100']);
    const both = await Promise.all([receive(order, part('60')), receive(order, part('60'))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(states(await now(order))).toEqual(['DELIVERED 60', 'SHIPPED 40']);
  });
});
