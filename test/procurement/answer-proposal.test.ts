import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerProposal, type ConfirmOrderInput, confirmOrder, type WholeOrder } from '#libs/procurement';
import { codes, memberOf, placedOrder, stockOf, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let world: TradeWorld;
beforeAll(async () => {
  db = await freshDatabase();
  world = await tradeWorld(db);
});
afterAll(() => db.close());

type Schedules = NonNullable<ConfirmOrderInput['lines']>[number]['schedules'];
const propose = async (schedules: Schedules, given: Parameters<typeof placedOrder>[2] = {}) => {
  const { order, offer } = await placedOrder(db, world, given);
  const answered = success(
    await db.unitOfWork.run(world.supplier, (work) =>
      confirmOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', schedules }] }),
    ),
  );
  return { order: answered, offer };
};
const scheduleIn = (order: WholeOrder, status: string) => order.lines[0]?.schedules.find((s) => s.status === status)?.id ?? '';
const answer = (order: WholeOrder, scheduleId: string, word: 'ACCEPT' | 'DECLINE' | 'CANCEL', actor = world.buyer) =>
  db.unitOfWork.run(actor, (work) =>
    answerProposal(work, { orderId: order.id, answers: [{ scheduleId, answer: word }], expectedVersion: order.version }),
  );

describe('answering a proposal', () => {
  it('takes the stored price, quantity and date over, and counts the order anew', async () => {
    const { order } = await propose([
      { status: 'CHANGED', quantity: '125', price: { amount: '4.40', basis: '100' }, deliverOn: '2031-04-01' },
    ]);
    const accepted = success(await answer(order, scheduleIn(order, 'CHANGE_PROPOSED'), 'ACCEPT'));
    expect(accepted).toMatchObject({ status: 'CONFIRMED', total: '5.50', liveTotal: '5.50' });
    expect(accepted.lines[0]).toMatchObject({ quantity: '125', priceAmount: '4.20' });
    expect(accepted.lines[0]?.schedules[0]).toMatchObject({
      quantity: '125',
      status: 'CONFIRMED',
      deliverOn: '2031-04-01',
      price: { amount: '4.40', basis: '100' },
      proposal: null,
    });
    expect(accepted.events.at(-1)).toMatchObject({ kind: 'PROPOSAL_ANSWERED', actorOrg: world.buyer.orgId });
  });

  it('sums quantities at different prices exactly and rounds the line once', async () => {
    const { order } = await propose(
      [
        { status: 'ACCEPTED', quantity: '3' },
        { status: 'ACCEPTED', quantity: '4', price: { amount: '1.00', basis: '7' } },
      ],
      {
        offer: { price: '0.10', basis: '6' },
        quantity: '7',
      },
    );
    const accepted = success(await answer(order, scheduleIn(order, 'CHANGE_PROPOSED'), 'ACCEPT'));
    // 3 x 0.10 / 6 + 4 x 1.00 / 7 = 0.05 + 0.571428... = 0.62, where rounding each part would give 0.05 + 0.57.
    expect(accepted.lines[0]?.lineAmount).toBe('0.62');
  });

  it('goes back to what stood when declined: asked again, or still confirmed', async () => {
    const { order } = await propose([
      { status: 'ACCEPTED', quantity: '60' },
      { status: 'SUBSTITUTED', quantity: '40', substitute: { supplierPart: 'ALT' } },
    ]);
    const declined = success(await answer(order, scheduleIn(order, 'SUBSTITUTE_PROPOSED'), 'DECLINE'));
    expect(declined.lines[0]?.schedules.map((s) => [s.quantity, s.status]).sort()).toEqual([
      ['40', 'REQUESTED'],
      ['60', 'CONFIRMED'],
    ]);
    expect(declined.status).toBe('PART_CONFIRMED');
  });

  it('frees the stock of a part that is substituted by consent', async () => {
    const { order, offer } = await propose([{ status: 'SUBSTITUTED', quantity: '100', substitute: { supplierPart: 'ALT' } }]);
    const accepted = success(await answer(order, scheduleIn(order, 'SUBSTITUTE_PROPOSED'), 'ACCEPT'));
    expect(accepted.lines[0]?.schedules[0]).toMatchObject({ status: 'CONFIRMED', substitute: { supplierPart: 'ALT' } });
    expect(await stockOf(db, offer)).toEqual({ quantity: '500', reserved: '0', ledger: '0' });
  });

  it('may give the quantity up, also of a non-cancellable line when the supplier changed the terms', async () => {
    const { order } = await propose([{ status: 'CHANGED', quantity: '100', price: { amount: '9', basis: '100' } }], {
      offer: { ncnr: true },
      line: { ncnrAccepted: true },
    });
    expect(success(await answer(order, scheduleIn(order, 'CHANGE_PROPOSED'), 'CANCEL')).status).toBe('CANCELLED');
  });
});

describe('what stands against an answer to a proposal', () => {
  it('is that nothing was proposed, that it was answered, or that the order moved', async () => {
    const { order } = await propose([{ status: 'CHANGED', quantity: '100', price: { amount: '9', basis: '100' } }]);
    const id = scheduleIn(order, 'CHANGE_PROPOSED');
    const results = await Promise.all([answer(order, id, 'ACCEPT'), answer(order, id, 'DECLINE'), answer(order, id, 'CANCEL')]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.flatMap((r) => codes(r))).toEqual(['VersionConflict', 'VersionConflict']);
    const now = success(results.find((r) => r.ok)!);
    expect(codes(await answer(now, id, 'ACCEPT'))).toEqual(['NothingProposed']);
  });

  it('is a non-cancellable line that was confirmed before', async () => {
    const { order } = await placedOrder(db, world, { offer: { ncnr: true }, line: { ncnrAccepted: true } });
    const say = (schedules: Schedules) =>
      db.unitOfWork.run(world.supplier, (work) =>
        confirmOrder(work, { orderId: order.id, lines: [{ lineNumber: '10', schedules }] }),
      );
    success(await say([{ status: 'ACCEPTED', quantity: '100' }]));
    const proposed = success(await say([{ status: 'CHANGED', quantity: '100', price: { amount: '9', basis: '100' } }]));
    expect(codes(await answer(proposed, scheduleIn(proposed, 'CHANGE_PROPOSED'), 'CANCEL'))).toEqual(['LineNonCancellable']);
    expect(success(await answer(proposed, scheduleIn(proposed, 'CHANGE_PROPOSED'), 'DECLINE')).status).toBe('CONFIRMED');
  });

  it('is not being the buyer, or lacking order:change', async () => {
    const { order } = await propose([{ status: 'CHANGED', quantity: '100', price: { amount: '9', basis: '100' } }]);
    const id = scheduleIn(order, 'CHANGE_PROPOSED');
    await expect(answer(order, id, 'ACCEPT', world.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answer(order, id, 'ACCEPT', memberOf(world.supplier.orgId, ['order:change']))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(answer(order, id, 'ACCEPT', world.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
