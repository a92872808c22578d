import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserActor, Work } from '#libs/platform';
import {
  answerUrgent,
  expireUrgentHold,
  orderUrgent,
  savePriorityPolicy,
  shipUrgent,
  type UrgentRequest,
} from '#libs/procurement';
import { codes, stockOf, success, type TradeWorld } from '../factories/order.factory.js';
import { at, desks, raised } from '../factories/urgent.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const later = (request: UrgentRequest, minutes: number): Date => new Date(request.openedAt.getTime() + minutes * 60_000);
const run = <T>(actor: UserActor, verb: (work: Work) => Promise<T>): Promise<T> => db.unitOfWork.run(actor, verb);
const accept = (request: UrgentRequest, when: Date, actor: UserActor) =>
  at(db, actor, when, (work) =>
    answerUrgent(work, {
      requestId: request.id,
      expectedVersion: request.version,
      accept: true,
      promisedAt: later(request, 200),
    }),
  );
const held = async (offer: Parameters<typeof stockOf>[1]) => (await stockOf(db, offer)).reserved;

/** A request whose order may follow, between these desks. */
async function followed(between: TradeWorld, { stock, quantity }: { stock: string; quantity: string }) {
  const poToFollow = { cap: '1000', currency: 'USD', minutes: 90 };
  const policy = { priority: 'AOG', respondMinutes: 60, shipMinutes: 240, clock: 'ALWAYS' as const, holdMinutes: 30, poToFollow };
  success(await run(between.supplier, (work) => savePriorityPolicy(work, policy)));
  const { request, offer } = await raised(db, between, { offer: { stock }, input: { quantity, poToFollow: true } });
  return { offer, request: { ...request, buyer: between.buyer, supplier: between.supplier } };
}

describe('what leaves before its order', () => {
  it('keeps what the supplier sends before the order, takes it from the shelf once, and the order takes it over', async () => {
    const { request, offer } = await followed(await desks(db), { stock: '1', quantity: '1' });
    const expire = (minutes: number) =>
      at(db, request.buyer, later(request, minutes), (work) => expireUrgentHold(work, request.id));
    const accepted = success(await accept(request, later(request, 5), request.supplier));
    expect([await expire(31), await held(offer)]).toEqual([false, '1']);
    const ship = () =>
      at(db, request.supplier, later(request, 40), (work) =>
        shipUrgent(work, { requestId: request.id, expectedVersion: accepted.version }),
      );
    const shipped = await Promise.all([ship(), ship()]);
    expect(shipped.flatMap((answer) => codes(answer))).toEqual(['VersionConflict']);
    expect([await expire(50), await stockOf(db, offer)]).toEqual([false, { quantity: '0', reserved: '0', ledger: '0' }]);
    const order = { requestId: request.id, idempotencyKey: randomUUID(), priceSeen: { ...offer.priceSeen, unit: 'EA' } };
    const place = () => run(request.buyer, (work) => orderUrgent(work, order));
    const ids = (await Promise.all([place(), place()])).map((answer) => success(answer).orderId);
    expect(new Set(ids).size).toBe(1);
    expect(await stockOf(db, offer)).toEqual({ quantity: '0', reserved: '0', ledger: '0' });
    expect(
      await db.admin('select sum(quantity_delta)::int as gone from supply.stock_ledger where offer_id = $1', [offer.id]),
    ).toEqual([{ gone: -1 }]);
  });

  it('takes the units that left, not those that came since, and a refused order leaves the shelf as it is', async () => {
    const { request, offer } = await followed(await desks(db), { stock: '2', quantity: '2' });
    const accepted = success(await accept(request, later(request, 5), request.supplier));
    success(
      await at(db, request.supplier, later(request, 9), (work) =>
        shipUrgent(work, { requestId: request.id, expectedVersion: accepted.version }),
      ),
    );
    await db.admin('update supply.stock set quantity = 7 where offer_id = $1', [offer.id]);
    const order = { requestId: request.id, idempotencyKey: randomUUID(), priceSeen: { ...offer.priceSeen, unit: 'EA' } };
    const wrong = { ...order, priceSeen: { ...order.priceSeen, amount: '1' } };
    expect(codes(await run(request.buyer, (work) => orderUrgent(work, wrong)))).toEqual(['PriceChanged']);
    expect(await stockOf(db, offer)).toEqual({ quantity: '7', reserved: '0', ledger: '0' });
    success(await run(request.buyer, (work) => orderUrgent(work, order)));
    expect(await stockOf(db, offer)).toEqual({ quantity: '7', reserved: '0', ledger: '0' });
  });
});
