import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cancelOrder,
  confirmOrder,
  listOrders,
  needsYou,
  orderByNumber,
  orderForExchange,
  orderPrivate,
} from '#libs/procurement';
import { lineOf, orderInput, placedOrder, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

const list = (args: Parameters<typeof listOrders>[1], actor = world.buyer) =>
  db.unitOfWork.read(actor, (work) => listOrders(work, args));
const confirm = async (orderId: string, schedule: object) =>
  success(
    await db.unitOfWork.run(world.supplier, (work) =>
      confirmOrder(work, {
        orderId,
        supplierNumber: 'SO-ABC-1',
        lines: [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '100', ...schedule }] }],
      }),
    ),
  );

describe('lists of orders', () => {
  it("page by cursor in both directions, for both sides, and show nobody else's", async () => {
    const numbers: string[] = [];
    for (let i = 0; i < 5; i++) numbers.push((await placedOrder(db, world)).order.number);
    const newest = [...numbers].reverse();
    const first = await list({ first: 2 });
    expect([first.nodes.map((o) => o.number), first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toEqual([
      newest.slice(0, 2),
      true,
      false,
    ]);
    const second = await list({ first: 2, after: first.pageInfo.endCursor! });
    expect(second.nodes.map((o) => o.number)).toEqual(newest.slice(2, 4));
    const back = await list({ last: 2, before: second.pageInfo.startCursor! });
    expect(back.nodes.map((o) => o.number)).toEqual(newest.slice(0, 2));
    expect((await list({ first: 10, orderBy: 'NUMBER_ASC' }, world.supplier)).nodes.map((o) => o.number)).toEqual(numbers);
    expect((await list({ first: 10 }, world.stranger)).nodes).toEqual([]);
  });

  it('are narrowed by side, status, partner and the beginning of either number', async () => {
    const { order } = await placedOrder(db, world, { input: { number: '4711-A' } });
    await confirm(order.id, {});
    const ids = async (filter: NonNullable<Parameters<typeof listOrders>[1]['filter']>, actor = world.buyer) =>
      (await list({ filter }, actor)).nodes.map((o) => o.id);
    expect(await ids({ text: '4711' })).toEqual([order.id]);
    expect(await ids({ text: 'SO-ABC' }, world.supplier)).toEqual([order.id]);
    expect(await ids({ statuses: ['CONFIRMED'] })).toEqual([order.id]);
    expect(await ids({ text: '4711', side: 'SUPPLIER' })).toEqual([]);
    expect(await ids({ text: '4711', partnerId: world.stranger.orgId })).toEqual([]);
    expect(await ids({ text: '4711%' })).toEqual([]);
  });
});

describe('what waits for you', () => {
  it('is told to the side that must act', async () => {
    const mine = await tradeWorld(db);
    const needs = async (actor: typeof world.buyer) =>
      (await db.unitOfWork.read(actor, (work) => needsYou(work))).map((need) => [need.kind, need.orderNumber]);
    const place = async (number: string) => {
      const offer = await plantOffer(db, mine.supplier.orgId);
      return placedOrder(db, mine, { input: { number }, offer: { stock: '1000' }, line: {} }).then(({ order }) => ({
        order,
        offer,
      }));
    };
    const answer = (orderId: string, schedule: object) =>
      db.unitOfWork.run(mine.supplier, (work) =>
        confirmOrder(work, {
          orderId,
          lines: [{ lineNumber: '10', schedules: [{ status: 'ACCEPTED', quantity: '100', ...schedule }] }],
        }),
      );
    const [open, proposed, asked, late, undelivered, old] = [
      await place('OPEN'),
      await place('PROPOSED'),
      await place('ASKED'),
      await place('LATE'),
      await place('UNDELIVERED'),
      await place('OLD'),
    ];
    success(await answer(proposed.order.id, { price: { amount: '9', basis: '100' } }));
    success(await answer(asked.order.id, {}));
    success(await db.unitOfWork.run(mine.buyer, (work) => cancelOrder(work, { orderId: asked.order.id, reason: 'Stop' })));
    success(await answer(late.order.id, { shipOn: '2020-01-01' }));
    success(await answer(undelivered.order.id, { deliverOn: '2020-01-02' }));
    await db.admin(`update procurement.purchase_order set placed_at = now() - interval '25 hours' where id = $1`, [old.order.id]);
    expect((await needs(mine.supplier)).sort()).toEqual([
      ['OVERDUE', 'LATE'],
      ['OVERDUE', 'UNDELIVERED'],
      ['REQUEST_TO_ANSWER', 'ASKED'],
      ['TO_CONFIRM', 'OLD'],
      ['TO_CONFIRM', 'OPEN'],
    ]);
    expect((await needs(mine.buyer)).sort()).toEqual([
      ['OVERDUE', 'LATE'],
      ['OVERDUE', 'UNDELIVERED'],
      ['PROPOSAL_TO_ANSWER', 'PROPOSED'],
      ['UNANSWERED', 'OLD'],
    ]);
    expect(await needs(mine.stranger)).toEqual([]);
    expect(open.order.status).toBe('SENT');
  });
});

describe('what a document needs', () => {
  it("is read by either party in one piece; the buyer's own notes only by him", async () => {
    const offer = await plantOffer(db, world.supplier.orgId);
    const { order } = await placedOrder(db, world, {
      input: {
        ...orderInput(world, [lineOf(offer, '1')]),
        number: 'DOC-1',
        costReference: 'CANARY-COST',
        internalNote: 'CANARY-NOTE',
        idempotencyKey: 'doc-1',
      },
    });
    const seen = await db.unitOfWork.read(world.supplier, (work) => orderForExchange(work, order.id));
    expect(seen).toEqual(order);
    expect(JSON.stringify(seen)).not.toContain('CANARY');
    expect(await db.unitOfWork.read(world.supplier, (work) => orderPrivate(work, order.id))).toBeUndefined();
    expect(await db.unitOfWork.read(world.buyer, (work) => orderPrivate(work, order.id))).toMatchObject({
      costReference: 'CANARY-COST',
      internalNote: 'CANARY-NOTE',
    });
    await expect(db.unitOfWork.read(world.stranger, (work) => orderForExchange(work, order.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const parties = { buyerId: world.buyer.orgId, supplierId: world.supplier.orgId };
    expect((await db.unitOfWork.read(world.supplier, (work) => orderByNumber(work, parties, 'DOC-1')))?.id).toBe(order.id);
    expect(await db.unitOfWork.read(world.stranger, (work) => orderByNumber(work, parties, 'DOC-1'))).toBeUndefined();
  });
});
