import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadInput, Forbidden, NotFound, type UserActor } from '#libs/platform';
import { placeOrder } from '#libs/procurement';
import {
  expirePromise,
  type GivenPromise,
  givePromises,
  isReproducible,
  type PromiseInput,
  promiseById,
  releasePromise,
  reservePromise,
  saveCalendar,
  setInbound,
  setTransit,
  takePromises,
} from '#libs/supply';
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
let stranger: UserActor;
let viewer: UserActor;
let siteId: string;

beforeAll(async () => {
  db = await freshDatabase();
  const [s, b, r, x] = [
    await plantOrganization(db),
    await plantOrganization(db),
    await plantOrganization(db),
    await plantOrganization(db),
  ];
  await Promise.all([partners(db, b, s), partners(db, r, s)]);
  const rights = ['price:read', 'order:place', 'order:read'];
  [supplier, buyer, rival, stranger, viewer] = [
    memberOf(s, ['stock:write', 'price:read']),
    memberOf(b, rights),
    memberOf(r, rights),
    memberOf(x, rights),
    memberOf(b, []),
  ];
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
const release = (actor: UserActor, promiseId: string) => db.unitOfWork.run(actor, (work) => releasePromise(work, { promiseId }));
const reserved = async (offer: PlantedOffer) => (await stockAsStored(db, offer.id)).map((row) => [row.reserved, row.ledger]);
const claimed = async (offer: PlantedOffer) =>
  (
    await db.admin<{ claimed: string; ledger: string }>(
      `select trim_scale(i.claimed)::text as claimed, (select trim_scale(coalesce(sum(c.claimed_delta), 0))::text from supply.inbound_claim c where c.offer_id = i.offer_id) as ledger
       from supply.inbound i where i.offer_id = $1`,
      [offer.id],
    )
  ).map((row) => [row.claimed, row.ledger]);

describe('givePromises', () => {
  it('dates an offer from stock, on calendar and way, and keeps what it was computed from', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '20', leadDays: 10 });
    const [line] = await ask(buyer, [{ offerId: offer.id, quantity: '8', needBy: day(3) }]);
    expect(line).toMatchObject({ line: 0, quantity: '8', problem: null });
    const [promise] = line?.promises ?? [];
    expect(promise).toMatchObject({
      offerId: offer.id,
      supplierId: supplier.orgId,
      problem: null,
      shipOn: day(0),
      arriveOn: day(3),
      method: 'GROUND',
      basis: 'STOCK',
      confidence: 'FIRM',
      needByMet: true,
    });
    const stored = await db.unitOfWork.read(buyer, (work) => promiseById(work, promise?.id ?? ''));
    expect(stored).toMatchObject({ status: 'GIVEN', quantity: '8', inputs: { quantity: '8', needBy: day(3) } });
    expect(stored.inputs).toEqual(promise?.inputs);
    expect(isReproducible(stored)).toBe(true);
    expect(isReproducible({ ...stored, answer: { ...stored.answer, arriveOn: day(2) } })).toBe(false);
  });

  it('answers a part with all its offers, the earliest on the dock first, and says why a line has none', async () => {
    const slow = await plantOffer(db, supplier.orgId, { stock: null, leadDays: 30 });
    const quick = await plantOffer(db, supplier.orgId, { stock: '5', leadDays: null });
    await db.admin('update supply.offer set part_id = $2 where id = $1', [quick.id, slow.partId]);
    const lines = await ask(buyer, [
      { partId: slow.partId, quantity: '5' },
      { partId: slow.partId, quantity: '6' },
      { number: 'NO-SUCH', quantity: '1' },
    ]);
    expect(lines[0]?.promises.map(({ offerId, arriveOn }) => [offerId, arriveOn])).toEqual([
      [quick.id, day(3)],
      [slow.id, day(33)],
    ]);
    expect(lines[1]?.promises.map(({ offerId, problem }) => [offerId, problem])).toEqual([
      [slow.id, null],
      [quick.id, 'NO_SUPPLY'],
    ]);
    expect(lines[2]).toMatchObject({ promises: [], problem: { code: 'NUMBER_UNKNOWN' } });
  });

  it('follows what the operator found a supplier to mean: his goods are dated under that part, and no longer under the other', async () => {
    const [sold, meant] = [await plantOffer(db, supplier.orgId), await plantOffer(db, supplier.orgId)];
    const offersOf = async (partId: string) => {
      const [line] = await ask(buyer, [{ partId, quantity: '1' }]);
      return (line?.promises ?? []).map(({ offerId }) => offerId).sort();
    };
    expect(await offersOf(sold.partId)).toEqual([sold.id]);
    await db.admin(
      `insert into catalog.identity_correction (kind, from_part, to_part, supplier_id, reason, made_by) values ('SPLIT', $1, $2, $3, 'means another', $3)`,
      [sold.partId, meant.partId, supplier.orgId],
    );
    expect([await offersOf(sold.partId), await offersOf(meant.partId)]).toEqual([[], [sold.id, meant.id].sort()]);
  });

  it('answers 200 lines at once', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '20' });
    const lines = await ask(
      buyer,
      Array.from({ length: 200 }, (_, i) => ({ offerId: offer.id, quantity: String(1 + (i % 20)) })),
    );
    expect(lines.map(({ promises }) => promises[0]?.arriveOn)).toEqual(Array.from({ length: 200 }, () => day(3)));
  });

  it('gives a stranger neither calendar nor way, a foreign site nothing, and asks for the right', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '20' });
    const before = await db.admin('select id from supply.promise');
    await expect(ask(viewer, [{ offerId: offer.id, quantity: '1' }])).rejects.toThrow(Forbidden);
    await expect(ask(rival, [{ offerId: offer.id, quantity: '1' }])).rejects.toThrow(BadInput);
    expect(await db.admin('select id from supply.promise')).toHaveLength(before.length);
    const [line] = await ask(stranger, [{ offerId: offer.id, quantity: '1' }], { country: 'US' });
    expect(line?.promises[0]).toMatchObject({ arriveOn: null, confidence: 'ESTIMATE' });
    expect(line?.promises[0]?.inputs).toMatchObject({ calendars: [], transit: [] });
  });

  it('answers whoever may only look, and stores nothing of it', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '20' });
    const { id } = await give(offer, '1', { ...buyer, eyesOnly: true });
    await expect(db.unitOfWork.read(buyer, (work) => promiseById(work, id))).rejects.toThrow(NotFound);
    await expect(reserve({ ...buyer, eyesOnly: true }, (await give(offer, '1')).id)).rejects.toThrow(Forbidden);
  });

  it('is read by its two parties', async () => {
    const offer = await plantOffer(db, supplier.orgId);
    const { id } = await give(offer, '1');
    for (const actor of [buyer, supplier]) expect((await db.unitOfWork.read(actor, (work) => promiseById(work, id))).id).toBe(id);
    await expect(db.unitOfWork.read(rival, (work) => promiseById(work, id))).rejects.toThrow(NotFound);
  });
});

describe('reservePromise', () => {
  it('holds the stock and its share of the receipt that the answer names, once', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: null });
    const receipt = { offerId: offer.id, location: 'MAIN', reference: 'PO-1', quantity: '10', expectedOn: day(5) };
    success(await db.unitOfWork.run(supplier, (work) => setInbound(work, { lines: [receipt] })));
    const promise = await give(offer, '9');
    expect(promise).toMatchObject({ basis: 'INBOUND', arriveOn: day(9), confidence: 'LIKELY' });
    const held = success(await reserve(buyer, promise.id, 30));
    expect(held.status).toBe('RESERVED');
    expect(success(await reserve(buyer, promise.id)).heldUntil).toEqual(held.heldUntil);
    expect([await reserved(offer), await claimed(offer)]).toEqual([[['6', '6']], [['3', '3']]]);
    // The next question sees what is left of both.
    expect(await give(offer, '7', rival)).toMatchObject({ basis: 'INBOUND', problem: null });
    expect(await give(offer, '8', rival)).toMatchObject({ problem: 'NO_SUPPLY' });
  });

  it('gives the last units to one of two who ask at once', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '5', leadDays: null });
    const [mine, his] = [await give(offer, '4'), await give(offer, '4', rival)];
    const answers = await Promise.all([reserve(buyer, mine.id), reserve(rival, his.id)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.flatMap((answer) => codes(answer))).toEqual(['PromiseGone']);
    expect(await reserved(offer)).toEqual([['4', '4']]);
  });

  it('refuses what is undated, expired, withdrawn, without partnership, foreign or forbidden; nothing is held', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '5', leadDays: null });
    expect(codes(await reserve(buyer, (await give(offer, '6')).id))).toEqual(['PromiseUndated']);
    const promise = await give(offer, '2');
    await expect(reserve(rival, promise.id)).rejects.toMatchObject({ code: 'EN404' });
    await expect(reserve(viewer, promise.id)).rejects.toThrow(Forbidden);
    expect(codes(await reserve(stranger, (await give(offer, '1', stranger)).id))).toEqual(['PromisePartnerInactive']);
    const old = await give(offer, '2');
    await db.admin(`update supply.promise set valid_until = now() - interval '1 second' where id = $1`, [old.id]);
    expect(codes(await reserve(buyer, old.id))).toEqual(['PromiseExpired']);
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where id = $1`, [offer.id]);
    expect(codes(await reserve(buyer, promise.id))).toEqual(['PromiseOfferWithdrawn']);
    expect(await reserved(offer)).toEqual([['0', '0']]);
  });

  it('holds nothing for a lead time, and stands all the same', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: null, leadDays: 4 });
    expect(success(await reserve(buyer, (await give(offer, '6')).id)).status).toBe('RESERVED');
  });
});

describe('releasePromise', () => {
  it('gives everything back, once, for its buyer alone', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: null });
    const { id } = await give(offer, '6');
    success(await reserve(buyer, id));
    await expect(release(rival, id)).rejects.toThrow(NotFound);
    await expect(release(viewer, id)).rejects.toThrow(Forbidden);
    expect(await reserved(offer)).toEqual([['6', '6']]);
    const answers = await Promise.all([release(buyer, id), release(buyer, id)]);
    expect(answers.map((answer) => success(answer).status)).toEqual(['RELEASED', 'RELEASED']);
    expect(await reserved(offer)).toEqual([['0', '0']]);
    expect(codes(await reserve(buyer, id))).toEqual(['PromiseGone']);
  });

  it('is done by the clock when the time is over, not before', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: null });
    const { id } = await give(offer, '2');
    success(await reserve(buyer, id));
    const expire = () => db.unitOfWork.run(buyer, (work) => expirePromise(work, id));
    expect([await expire(), await reserved(offer)]).toEqual([false, [['2', '2']]]);
    await db.admin(`update supply.promise set held_until = now() - interval '1 second' where id = $1`, [id]);
    expect([await expire(), await expire(), await reserved(offer)]).toEqual([true, false, [['0', '0']]]);
  });
});

describe('takePromises', () => {
  const take = (actor: UserActor, ids: string[]) => db.unitOfWork.run(actor, (work) => takePromises(work, ids));

  it('gives back what several hold, once, whoever takes them at once', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: null });
    const ids = [(await give(offer, '2')).id, (await give(offer, '3')).id];
    for (const id of ids) success(await reserve(buyer, id));
    expect(await reserved(offer)).toEqual([['5', '5']]);
    await Promise.all([take(buyer, ids), take(buyer, [...ids].reverse())]);
    expect(await reserved(offer)).toEqual([['0', '0']]);
  });

  it("refuses another buyer's promise and who may not order; nothing moves", async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: null });
    const { id } = await give(offer, '2');
    success(await reserve(buyer, id));
    await expect(take(rival, [id])).rejects.toMatchObject({ code: 'EN404' });
    await expect(take(viewer, [id])).rejects.toThrow(Forbidden);
    expect(await reserved(offer)).toEqual([['2', '2']]);
  });
});

describe('an order', () => {
  it('takes what a promise of its buyer holds, in one transaction', async () => {
    const offer = await plantOffer(db, supplier.orgId, { stock: '6', leadDays: null });
    const { id } = await give(offer, '6');
    success(await reserve(buyer, id));
    const world = { siteId } as TradeWorld;
    const place = (actor: UserActor, promiseId?: string) =>
      db.unitOfWork.run(actor, (work) =>
        placeOrder(work, orderInput(world, [lineOf(offer, '6', promiseId ? { promiseId } : {})])),
      );
    expect(codes(await place(buyer))).toEqual(['OutOfStock']);
    expect(await reserved(offer)).toEqual([['6', '6']]);
    expect(success(await place(buyer, id))).toHaveLength(1);
    expect(await reserved(offer)).toEqual([['6', '6']]);
    expect((await db.unitOfWork.read(buyer, (work) => promiseById(work, id))).status).toBe('ORDERED');
  });
});
