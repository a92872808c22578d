import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sqlState, type UserActor } from '#libs/platform';
import { addToBasket, confirmOrder, createBasket, type WholeOrder } from '#libs/procurement';
import { placedOrder, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
let order: WholeOrder;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  ({ order } = await placedOrder(db, world, { input: { costReference: 'CANARY-COST', internalNote: 'CANARY-NOTE' } }));
  const basket = success(await db.unitOfWork.run(world.buyer, (work) => createBasket(work, { name: 'CANARY-BASKET' })));
  const offer = await plantOffer(db, world.supplier.orgId);
  success(
    await db.unitOfWork.run(world.buyer, (work) =>
      addToBasket(work, { basketId: basket.id, lines: [{ offerId: offer.id, quantity: '1', note: 'CANARY-LINE' }] }),
    ),
  );
});
afterAll(() => db.close());

/** What the app's role gets when a bug or an injection sends this statement in the name of `actor`: rows, or the state of its error. */
const tried = (actor: UserActor, text: string, values: unknown[] = []): Promise<unknown> =>
  db.unitOfWork.run(actor, (work) => work.tx.query(text, values)).catch((error: unknown) => sqlState(error));
const tables = ['basket', 'basket_line', 'purchase_order', 'order_line', 'schedule_line', 'order_event', 'order_private'];

describe('what a party reads', () => {
  it('is shared rows for both, private ones for the buyer, nothing for a stranger', async () => {
    const counted = async (actor: UserActor) =>
      Promise.all(
        tables.map(
          async (table) => ((await tried(actor, `select count(*)::int as n from procurement.${table}`)) as { n: number }[])[0]?.n,
        ),
      );
    expect(await counted(world.buyer)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(await counted(world.supplier)).toEqual([0, 0, 1, 1, 1, 1, 0]);
    expect(await counted(world.stranger)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("holds no word of the buyer's own, in any column the supplier sees", async () => {
    const seen = await Promise.all(
      tables.map((table) => tried(world.supplier, `select to_jsonb(t) from procurement.${table} t`)),
    );
    expect(JSON.stringify(seen)).not.toContain('CANARY');
  });
});

describe('what a party cannot write', () => {
  it('is a state: no column of the answer is granted, to neither side', async () => {
    for (const actor of [world.buyer, world.supplier]) {
      expect(await tried(actor, `update procurement.schedule_line set status = 'CONFIRMED'`)).toBe('42501');
      expect(await tried(actor, `update procurement.purchase_order set status = 'CONFIRMED'`)).toBe('42501');
      expect(await tried(actor, `update procurement.order_line set price_amount = 0`)).toBe('42501');
      expect(await tried(actor, 'delete from procurement.order_event')).toBe('42501');
      expect(
        await tried(
          actor,
          `insert into procurement.schedule_edge values ('BUYER', 'CONFIRM', 'REQUESTED', 'REQUESTED', 'CONFIRMED')`,
        ),
      ).toBe('42501');
    }
  });

  it("is a row in another's name, or an event that the other side would have caused", async () => {
    const insert = `insert into procurement.purchase_order (org_id, id, counterparty_id, number, currency, minor_units, channel, ship_to, bill_to, total, live_total)
      values ($1, $2, $3, 'X', 'USD', 2, 'API', '{}', '{}', 0, 0)`;
    expect(await tried(world.supplier, insert, [world.buyer.orgId, randomUUID(), world.supplier.orgId])).toBe('42501');
    const event = `insert into procurement.order_event (org_id, order_id, seq, counterparty_id, kind, actor_org, channel) values ($1, $2, 2, $3, 'ANSWERED', $3, 'API')`;
    expect(await tried(world.buyer, event, [world.buyer.orgId, order.id, world.supplier.orgId])).toBe('42501');
    // Without an active partnership there is no order at all.
    expect(await tried(world.buyer, insert, [world.buyer.orgId, randomUUID(), world.stranger.orgId])).toBe('23503');
  });

  it('is an order of others through the functions: it looks absent', async () => {
    const move = JSON.stringify({
      version: 1,
      kind: 'ANSWERED',
      wire: 'order.answered.v1',
      channel: 'API',
      splits: [],
      steps: [],
    });
    expect(await tried(world.stranger, 'select procurement.answer_order($1, $2, $3)', [world.buyer.orgId, order.id, move])).toBe(
      'EN404',
    );
    expect(await tried(world.buyer, 'select procurement.answer_order($1, $2, $3)', [world.buyer.orgId, order.id, move])).toBe(
      'EN404',
    );
    expect(await tried(world.supplier, 'select procurement.amend_order($1, $2, $3)', [world.buyer.orgId, order.id, move])).toBe(
      'EN404',
    );
    expect(await tried(world.supplier, 'select procurement.announce_placed($1)', [order.id])).toBe('EN404');
    expect(await tried(world.stranger, 'select * from procurement.lock_order($1)', [order.id])).toEqual([]);
    expect(
      await tried(world.supplier, `select procurement.move_order('BUYER', $1, $2, $3)`, [world.buyer.orgId, order.id, move]),
    ).toBe('42501');
    expect(
      await tried(world.supplier, `select procurement.tell_parties($1, $2, 'order.placed.v1')`, [world.buyer.orgId, order.id]),
    ).toBe('42501');
  });

  it('is an illegal step, a sum that does not hold, or terms that nobody proposed', async () => {
    const scheduleId = order.lines[0]?.schedules[0]?.id;
    const move = (given: object) =>
      JSON.stringify({
        version: 1,
        kind: 'ANSWERED',
        wire: 'order.answered.v1',
        channel: 'API',
        splits: [],
        steps: [],
        ...given,
      });
    const answer = (given: object, door = 'answer_order', actor = world.supplier) =>
      tried(actor, `select procurement.${door}($1, $2, $3)`, [world.buyer.orgId, order.id, move(given)]);
    expect(await answer({ steps: [{ id: scheduleId, event: 'GRANT' }] })).toBe('EN409');
    expect(await answer({ steps: [{ id: scheduleId, event: 'ACCEPT' }] })).toBe('EN409');
    expect(await answer({ steps: [{ id: scheduleId, event: 'CONFIRM' }] }, 'amend_order', world.buyer)).toBe('EN409');
    expect(await answer({ steps: [{ id: randomUUID(), event: 'CONFIRM' }] })).toBe('EN409');
    expect(await answer({ splits: [{ id: randomUUID(), source: scheduleId, quantity: 100 }] })).toBe('23514');
    expect(await answer({ splits: [{ id: randomUUID(), source: scheduleId, quantity: -10 }] })).toBe('23514');
    expect(await answer({ version: 0 })).toBe('40001');
    const [row] = await db.admin<{ version: number; jobs: number }>(
      `select version, (select count(*)::int from graphile_worker._private_jobs p where (p.payload ->> 'id')::uuid = $1) as jobs from procurement.purchase_order where id = $1`,
      [order.id],
    );
    expect(row).toEqual({ version: 1, jobs: 1 });
  });
});

describe('an ended partnership', () => {
  it('still lets the supplier answer what was ordered before', async () => {
    const { order: last } = await placedOrder(db, world);
    await db.admin(`update organizations.partnership set status = 'ENDED' where org_id = $1 and counterparty_id = $2`, [
      world.buyer.orgId,
      world.supplier.orgId,
    ]);
    expect(
      success(await db.unitOfWork.run(world.supplier, (work) => confirmOrder(work, { orderId: last.id, header: 'ACCEPTED' })))
        .status,
    ).toBe('CONFIRMED');
  });
});
