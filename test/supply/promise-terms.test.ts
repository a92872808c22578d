import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, type UserActor } from '#libs/platform';
import { cancelOrder, placeOrder, receiveOrder, rejectOrder, shipOrder, undoDespatch } from '#libs/procurement';
import {
  expirePromises,
  type GivenPromise,
  givePromises,
  holdPolicy,
  holdStock,
  type PromiseInput,
  promiseById,
  releasePromise,
  reservePromise,
  saveCalendar,
  saveHoldPolicy,
  setInbound,
  setTransit,
} from '#libs/supply';
import { overdue } from '../factories/hold.factory.js';
import {
  codes,
  lineOf,
  memberOf,
  orderInput,
  type PlantedOffer,
  partners,
  plantOffer,
  plantOrganization,
  plantSite,
  success,
  type TradeWorld,
} from '../factories/order.factory.js';
import { stockAsStored } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: UserActor;
let buyer: UserActor;
let rival: UserActor;
let siteId: string;

beforeAll(async () => {
  db = await freshDatabase();
  const [s, b, r] = [await plantOrganization(db), await plantOrganization(db), await plantOrganization(db)];
  await Promise.all([partners(db, b, s), partners(db, r, s)]);
  const rights = ['price:read', 'order:place', 'order:read'];
  [supplier, buyer, rival] = [memberOf(s, ['stock:write', 'price:read']), memberOf(b, rights), memberOf(r, rights)];
  siteId = await plantSite(db, b, 'DOCK');
  const calendar = { name: 'All days', timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5, 6, 7] };
  success(await db.unitOfWork.run(supplier, (work) => saveCalendar(work, calendar)));
  success(
    await db.unitOfWork.run(supplier, (work) => setTransit(work, { rows: [{ method: 'GROUND', country: 'US', days: 3 }] })),
  );
});
afterAll(() => db.close());

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
const ask = (actor: UserActor, lines: PromiseInput['lines'], shipTo: PromiseInput['shipTo'] = { siteId }) =>
  db.unitOfWork.run(actor, (work) => givePromises(work, { lines, shipTo }));
const give = async (offer: PlantedOffer, quantity: string, actor = buyer): Promise<GivenPromise> => {
  const shipTo = actor.orgId === buyer.orgId ? { siteId } : { country: 'US' };
  const [line] = await ask(actor, [{ offerId: offer.id, quantity }], shipTo);
  const [promise] = line?.promises ?? [];
  if (!promise) throw new Error('no promise was given');
  return promise;
};
const reserve = (actor: UserActor, promiseId: string, holdMinutes?: number) =>
  db.unitOfWork.run(actor, (work) => reservePromise(work, { promiseId, ...(holdMinutes ? { holdMinutes } : {}) }));
const release = (actor: UserActor, promiseId: string, reason?: string) =>
  db.unitOfWork.run(actor, (work) => releasePromise(work, { promiseId, reason: reason ?? null }));
const reserved = async (offer: PlantedOffer) => (await stockAsStored(db, offer.id)).map((row) => [row.reserved, row.ledger]);
const claimed = async (offer: PlantedOffer) =>
  (
    await db.admin<{ claimed: string; ledger: string }>(
      `select trim_scale(i.claimed)::text as claimed, (select trim_scale(coalesce(sum(c.claimed_delta), 0))::text from supply.inbound_claim c where c.offer_id = i.offer_id) as ledger
       from supply.inbound i where i.offer_id = $1`,
      [offer.id],
    )
  ).map((row) => [row.claimed, row.ledger]);

describe("the supplier's terms of holding", () => {
  const grant = async (basketMinutes: number) => {
    const { version } = await db.unitOfWork.read(supplier, holdPolicy);
    const terms = { basketMinutes, quoteHours: 720, approvalHours: 720, namedMinutes: 60, expectedVersion: version };
    success(await db.unitOfWork.run(supplier, (work) => saveHoldPolicy(work, terms)));
  };
  afterEach(() => grant(30));

  it('bound how long a promise is held, and refuse it where he grants nothing', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '5', leadDays: null });
    const [first, second] = [await give(offer, '2'), await give(offer, '2')];
    await grant(20);
    const { heldUntil } = success(await reserve(buyer, first.id, 1440));
    expect(Math.round(((heldUntil?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(20);
    const [job] = await db.admin<{ at: Date }>('select run_at as at from graphile_worker._private_jobs where key = $1', [
      `${buyer.orgId}:promise:${first.id}`,
    ]);
    expect(job?.at).toEqual(heldUntil);
    await grant(0);
    expect(codes(await reserve(buyer, second.id))).toEqual(['HoldNotGranted']);
    expect(await reserved(offer)).toEqual([['2', '2']]);
  });

  it('count promises with what a buyer holds at once', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '5000', leadDays: null });
    const [first, second] = [await give(offer, '1', rival), await give(offer, '1', rival)];
    await db.admin(
      `insert into supply.promise (org_id, id, counterparty_id, offer_id, part_id, quantity, inputs, answer, valid_until, asked_at, status, held_until)
       select org_id, gen_random_uuid(), counterparty_id, offer_id, part_id, 1, '{}', '{}', valid_until, asked_at, 'RESERVED', now() + interval '1 hour'
       from supply.promise cross join generate_series(1, 1999) where id = $1`,
      [first.id],
    );
    success(await reserve(rival, first.id));
    expect(codes(await reserve(rival, second.id))).toEqual(['TooManyHolds']);
    const held = await db.unitOfWork.run({ ...rival, permissions: new Set(['basket:edit']) }, (work) =>
      holdStock(work, {
        holder: { kind: 'BASKET', id: offer.id },
        lines: [{ offerId: offer.id, quantity: '1' }],
        idempotencyKey: 'one more',
      }),
    );
    expect(codes(held)).toEqual(['TooManyHolds']);
    await db.admin(`delete from supply.promise where org_id = $1 and inputs = '{}'`, [rival.orgId]);
  });

  it('let him take a promise back by his own right', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '5', leadDays: null });
    const { id } = await give(offer, '5');
    success(await reserve(buyer, id));
    await expect(release({ ...supplier, permissions: new Set(['order:place']) }, id)).rejects.toThrow(Forbidden);
    await expect(release({ ...buyer, permissions: new Set(['stock:write']) }, id)).rejects.toThrow(Forbidden);
    expect(await reserved(offer)).toEqual([['5', '5']]);
    // What somebody counts on is not taken back without a word.
    expect(codes(await release(supplier, id))).toEqual(['HoldReasonMissing']);
    expect(await reserved(offer)).toEqual([['5', '5']]);
    const released = success(await release(supplier, id, 'Failed inspection'));
    expect([released.status, released.releasedReason]).toEqual(['RELEASED', 'Failed inspection']);
    expect(await reserved(offer)).toEqual([['0', '0']]);
    // Said once, and read by the buyer, who needs to give none.
    success(await release(supplier, id, 'Another reason'));
    expect((await db.unitOfWork.read(buyer, (work) => promiseById(work, id))).releasedReason).toBe('Failed inspection');
    const own = await give(offer, '1');
    success(await reserve(buyer, own.id));
    expect(success(await release(buyer, own.id))).toMatchObject({ status: 'RELEASED', releasedReason: null });
  });

  it('let what is overdue lapse before a promise is refused', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '5', leadDays: null });
    const { id } = await give(offer, '5');
    const [hold] = success(
      await db.unitOfWork.run({ ...rival, permissions: new Set(['basket:edit']) }, (work) =>
        holdStock(work, {
          holder: { kind: 'BASKET', id: offer.id },
          lines: [{ offerId: offer.id, quantity: '5' }],
          idempotencyKey: offer.id,
        }),
      ),
    );
    expect(codes(await reserve(buyer, id))).toEqual(['PromiseGone']);
    await overdue(db, hold?.holdId ?? '');
    success(await reserve(buyer, id));
    expect(await reserved(offer)).toEqual([['5', '5']]);
  });
});

describe('expirePromises', () => {
  it('gives back what is over though its job is gone, and nothing else, once', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: null });
    const [late, alive] = [await give(offer, '2'), await give(offer, '3')];
    for (const { id } of [late, alive]) success(await reserve(buyer, id));
    await db.admin(`update supply.promise set held_until = now() - interval '1 second' where id = $1`, [late.id]);
    const due = await db.admin<{ org_id: string }>('select * from supply.buyers_with_overdue_promises()');
    expect(due).toEqual([{ org_id: buyer.orgId }]);
    const sweep = () => db.unitOfWork.run(buyer, expirePromises);
    expect((await Promise.all([sweep(), sweep()])).reduce((sum, ended) => sum + ended, 0)).toBeGreaterThanOrEqual(1);
    expect([await sweep(), await reserved(offer)]).toEqual([0, [['3', '3']]]);
    const status = async (id: string) => (await db.unitOfWork.read(buyer, (work) => promiseById(work, id))).status;
    expect([await status(late.id), await status(alive.id)]).toEqual(['RELEASED', 'RESERVED']);
  });
});

describe('an order', () => {
  const ordered = async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: 60 });
    const receipt = { offerId: offer.id, location: 'MAIN', reference: 'PO-7', quantity: '10', expectedOn: day(5) };
    success(await db.unitOfWork.run(supplier, (work) => setInbound(work, { lines: [receipt] })));
    const { id } = await give(offer, '9');
    success(await reserve(buyer, id));
    const world = { siteId } as TradeWorld;
    const [order] = success(
      await db.unitOfWork.run(buyer, (work) => placeOrder(work, orderInput(world, [lineOf(offer, '9', { promiseId: id })]))),
    );
    if (!order) throw new Error('no order was placed');
    return { offer, order, receipt };
  };
  const trader = (actor: UserActor, right: string) => ({ ...actor, permissions: new Set([right, 'order:read']) });

  it('keeps its share of a receipt until the line is cancelled', async () => {
    const { offer, order } = await ordered();
    expect([await reserved(offer), await claimed(offer)]).toEqual([[['6', '6']], [['3', '3']]]);
    expect(await give(offer, '8', rival)).not.toMatchObject({ basis: 'INBOUND' });
    success(
      await db.unitOfWork.run(trader(buyer, 'order:cancel'), (work) =>
        cancelOrder(work, { orderId: order.id, expectedVersion: order.version, reason: 'not needed' }),
      ),
    );
    expect([await reserved(offer), await claimed(offer)]).toEqual([[['0', '0']], [['0', '0']]]);
  });

  it('keeps its share of a receipt while it is on its way, since the despatch may be undone, and gives it back when it has arrived', async () => {
    const { offer, order } = await ordered();
    const sender = trader(supplier, 'order:confirm');
    const send = (despatchNumber: string) =>
      db.unitOfWork.run(sender, (work) => shipOrder(work, { orderId: order.id, despatchNumber }));
    success(await send('D-1'));
    expect([await reserved(offer), await claimed(offer)]).toEqual([[['0', '0']], [['3', '3']]]);
    success(
      await db.unitOfWork.run(sender, (work) =>
        undoDespatch(work, { orderId: order.id, despatchNumber: 'D-1', reason: 'the wrong box' }),
      ),
    );
    expect([await reserved(offer), await claimed(offer)]).toEqual([[['6', '6']], [['3', '3']]]);
    success(await send('D-2'));
    success(await db.unitOfWork.run(trader(buyer, 'order:change'), (work) => receiveOrder(work, { orderId: order.id })));
    expect(await claimed(offer)).toEqual([['0', '0']]);
  });

  it('gives its share of a receipt back when it is rejected, though the receipt was listed anew', async () => {
    const { offer, order, receipt } = await ordered();
    for (const quantity of ['0', '12'])
      success(await db.unitOfWork.run(supplier, (work) => setInbound(work, { lines: [{ ...receipt, quantity }] })));
    expect(await claimed(offer)).toEqual([['3', '3']]);
    const other = await give(offer, '9', rival);
    success(await reserve(rival, other.id));
    expect(await claimed(offer)).toEqual([['12', '12']]);
    success(
      await db.unitOfWork.run(trader(supplier, 'order:confirm'), (work) =>
        rejectOrder(work, { orderId: order.id, reason: 'no longer made' }),
      ),
    );
    expect(await claimed(offer)).toEqual([['9', '9']]);
  });
});
