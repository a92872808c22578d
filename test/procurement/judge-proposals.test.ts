import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import { type ConfirmOrderInput, confirmOrder, judgeProposals } from '#libs/procurement';
import { memberOf, placedOrder, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
  await db.admin(
    `insert into organizations.partnership_tolerance (org_id, counterparty_id, price_percent, quantity_percent, days_late, pack_rounding) values ($1, $2, 2.5, 10, 3, true)`,
    [world.buyer.orgId, world.supplier.orgId],
  );
});
afterAll(() => db.close());

type Schedules = NonNullable<ConfirmOrderInput['lines']>[number]['schedules'];
const judged = async (schedules: Schedules, given: Parameters<typeof placedOrder>[2] = {}) => {
  const { order } = await placedOrder(db, world, { line: { needBy: '2031-02-01' }, ...given });
  success(
    await db.unitOfWork.run(world.supplier, (work) =>
      confirmOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', schedules }] }),
    ),
  );
  return success(await db.unitOfWork.run(systemActor(world.buyer.orgId), (work) => judgeProposals(work, { orderId: order.id })));
};

describe('tolerances of the partnership', () => {
  it('accept by rule what lies inside, limits included, and log it', async () => {
    const order = await judged([
      { status: 'CHANGED', quantity: '110', price: { amount: '4.305', basis: '100' }, deliverOn: '2031-02-04' },
    ]);
    expect(order).toMatchObject({ status: 'CONFIRMED', total: '4.74' });
    expect(order.lines[0]).toMatchObject({ quantity: '110' });
    expect(order.events.at(-1)).toMatchObject({
      kind: 'PROPOSAL_ACCEPTED_BY_RULE',
      channel: 'RULE',
      actorOrg: world.buyer.orgId,
      seq: 3,
    });
  });

  it.each([
    ['a price a little above', { status: 'CHANGED', quantity: '100', price: { amount: '4.3051', basis: '100' } }],
    ['a quantity a little above', { status: 'CHANGED', quantity: '111' }],
    ['a day too late', { status: 'CHANGED', quantity: '100', deliverOn: '2031-02-05' }],
    ['a day too early', { status: 'CHANGED', quantity: '100', deliverOn: '2031-01-31' }],
    ['a substitute', { status: 'SUBSTITUTED', quantity: '100', substitute: { supplierPart: 'ALT' } }],
  ] as [string, Schedules[number]][])('leave %s to the buyer', async (_, schedule) => {
    const order = await judged([schedule]);
    expect([order.status, order.version]).toEqual(['CHANGE_PROPOSED', 2]);
  });

  it('accept only the quantities that are inside, and run again find nothing to do', async () => {
    const order = await judged([
      { status: 'ACCEPTED', quantity: '40', price: { amount: '4.10', basis: '100' } },
      { status: 'ACCEPTED', quantity: '60', price: { amount: '6', basis: '100' } },
    ]);
    expect(order.lines[0]?.schedules.map((s) => [s.quantity, s.status]).sort()).toEqual([
      ['40', 'CONFIRMED'],
      ['60', 'CHANGE_PROPOSED'],
    ]);
    const again = success(
      await db.unitOfWork.run(systemActor(world.buyer.orgId), (work) => judgeProposals(work, { orderId: order.id })),
    );
    expect(again.version).toBe(order.version);
  });

  it('do not add up: a second small step past what was asked for waits for the buyer', async () => {
    const first = await judged([
      { status: 'CHANGED', quantity: '110', price: { amount: '4.305', basis: '100' }, deliverOn: '2031-02-04' },
    ]);
    expect(first.status).toBe('CONFIRMED');
    const steps: Schedules[number][] = [
      { status: 'CHANGED', quantity: '110', price: { amount: '4.40', basis: '100' } },
      { status: 'CHANGED', quantity: '120' },
      { status: 'ACCEPTED', quantity: '110', deliverOn: '2031-02-06' },
    ];
    for (const schedule of steps) {
      success(
        await db.unitOfWork.run(world.supplier, (work) =>
          confirmOrder(work, { orderId: first.id, lines: [{ lineNumber: '10', schedules: [schedule] }] }),
        ),
      );
      const after = success(
        await db.unitOfWork.run(systemActor(world.buyer.orgId), (work) => judgeProposals(work, { orderId: first.id })),
      );
      expect([after.status, after.lines[0]?.quantity]).toEqual(['CHANGE_PROPOSED', '110']);
    }
  });

  it("are the buyer's alone: the supplier reads none of them and judges nothing", async () => {
    const { order } = await placedOrder(db, world);
    const seen = await db.unitOfWork.read(world.supplier, (work) =>
      work.tx.query('select * from organizations.partnership_tolerance'),
    );
    expect(seen).toEqual([]);
    await expect(
      db.unitOfWork.run(memberOf(world.supplier.orgId, ['order:change']), (work) => judgeProposals(work, { orderId: order.id })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(db.unitOfWork.run(world.viewer, (work) => judgeProposals(work, { orderId: order.id }))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
