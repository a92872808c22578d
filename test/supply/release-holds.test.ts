import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Forbidden, NotFound } from '#libs/platform';
import { expireHolds, extendHold, liveHolds, releaseHolder, releaseHolds, reserveStock } from '#libs/supply';
import { listHolds } from '../../libs/supply/src/hold/hold.reader.js';
import { partners } from '../factories/agreement.factory.js';
import { bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { hold, holdInput, holdsAsStored, overdue } from '../factories/hold.factory.js';
import { memberOf } from '../factories/order.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
let stranger: Actor;
const offers: string[] = [];
let next = 0;

beforeAll(async () => {
  db = await freshDatabase();
  [buyer, stranger] = [await organization(db, { roles: ['BUYER'] }), await organization(db, { roles: ['BUYER'] })];
  supplier = (await publishedCatalogue(db, { rows: bolts(20).map((row) => ({ ...row, leadDays: undefined })) })).actor;
  offers.push(...(await db.admin<{ id: string }>('select id from supply.offer order by supplier_part')).map(({ id }) => id));
  await partners(db, buyer, supplier);
});
afterAll(() => db.close());

/** A fresh offer with 10 in stock of which `quantity` is held. */
async function held(quantity: string, override: Parameters<typeof holdInput>[1] = {}): Promise<{ offerId: string; id: string }> {
  const offerId = offers[next++] ?? '';
  await stocked(db, supplier, { offerId, quantity: '10' });
  const [line] = value(await hold(db, buyer, holdInput(offerId, { quantity, ...override })));
  return { offerId, id: line?.holdId ?? '' };
}
const release = (actor: Actor, id: string, reason?: string) =>
  db.unitOfWork.run(actor, (work) => releaseHolds(work, { holdIds: [id], ...(reason ? { reason } : {}) }));
const reserved = async (offerId: string) => (await stockAsStored(db, offerId)).map((row) => [row.reserved, row.ledger]);

describe('releaseHolds', () => {
  it('gives back once, however many ask at once', async () => {
    const { offerId, id } = await held('4');
    const answers = await Promise.all(Array.from({ length: 10 }, () => release(buyer, id)));
    for (const answer of answers) expect(value(answer)).toMatchObject([{ status: 'RELEASED' }]);
    expect(await reserved(offerId)).toEqual([['0', '0']]);
    expect(
      await db.admin('select kind, reserved_delta from supply.stock_ledger where offer_id = $1 order by id', [offerId]),
    ).toEqual([
      { kind: 'HOLD', reserved_delta: '4' },
      { kind: 'RELEASE', reserved_delta: '-4' },
    ]);
  });

  it('lets the supplier take it back with a reason, which the buyer reads', async () => {
    const { offerId, id } = await held('4');
    expect(await release(supplier, id)).toEqual({ ok: false, errors: [{ code: 'HoldReasonMissing', path: ['reason'] }] });
    expect(value(await release(supplier, id, 'Quarantined'))).toMatchObject([{ status: 'RELEASED', reason: 'Quarantined' }]);
    expect(await reserved(offerId)).toEqual([['0', '0']]);
  });

  it('asks for the right of the side, of an organisation that is on both', async () => {
    const { offerId, id } = await held('4');
    const [seller, purchaser] = [memberOf(supplier.orgId, ['stock:write']), memberOf(buyer.orgId, ['basket:edit'])];
    const [wrongSeller, wrongPurchaser] = [memberOf(supplier.orgId, ['basket:edit']), memberOf(buyer.orgId, ['stock:write'])];
    for (const actor of [wrongSeller, wrongPurchaser]) {
      await expect(release(actor, id, 'mine')).rejects.toBeInstanceOf(Forbidden);
      await expect(db.unitOfWork.run(actor, (work) => extendHold(work, { holdId: id, minutes: 90 }))).rejects.toBeInstanceOf(
        Forbidden,
      );
    }
    const page = { limit: 10, forward: true, after: null } as never;
    const list = (actor: Actor, side: 'SUPPLIER' | 'BUYER') =>
      db.unitOfWork.read(actor, (work) => listHolds(work, { side, offerId }, page));
    await expect(list(wrongSeller, 'SUPPLIER')).rejects.toBeInstanceOf(Forbidden);
    await expect(list(wrongPurchaser, 'BUYER')).rejects.toBeInstanceOf(Forbidden);
    expect(await reserved(offerId)).toEqual([['4', '4']]);
    expect(value(await db.unitOfWork.run(seller, (work) => extendHold(work, { holdId: id, minutes: 90 })))).toMatchObject({ id });
    expect(value(await release(purchaser, id))).toMatchObject([{ status: 'RELEASED' }]);
  });

  it('ends nothing for strangers, and nothing without the right', async () => {
    const { offerId, id } = await held('4');
    expect(value(await release(stranger, id))).toEqual([]);
    await expect(release(memberOf(buyer.orgId, ['order:read']), id)).rejects.toBeInstanceOf(Forbidden);
    expect(await holdsAsStored(db, offerId)).toEqual([{ status: 'HELD', held: '4' }]);
    expect(await reserved(offerId)).toEqual([['4', '4']]);
  });
});

describe('releaseHolder', () => {
  it('gives back all of a basket, or only some offers of it', async () => {
    const holder = { kind: 'BASKET' as const, id: randomUUID() };
    const [a, b] = [await held('1', { holder }), await held('2', { holder })];
    const give = (offerIds?: string[]) =>
      db.unitOfWork.run(buyer, (work) => releaseHolder(work, { id: holder.id, ...(offerIds ? { offerIds } : {}) }));
    expect((await give([a.offerId])).map(({ id }) => id)).toEqual([a.id]);
    expect([await reserved(a.offerId), await reserved(b.offerId)]).toEqual([[['0', '0']], [['2', '2']]]);
    expect((await give()).map(({ id }) => id)).toEqual([b.id]);
    expect(await give()).toEqual([]);
  });
});

describe('extendHold', () => {
  const extend = (actor: Actor, holdId: string, minutes?: number) =>
    db.unitOfWork.run(actor, (work) => extendHold(work, { holdId, ...(minutes ? { minutes } : {}) }));
  const minutesLeft = (hold: { expiresAt: Date }) => Math.round((hold.expiresAt.getTime() - Date.now()) / 60_000);

  it('lengthens by the grant, not past four of them; the supplier as he likes', async () => {
    const { id } = await held('1', { holder: { kind: 'BASKET', id: randomUUID(), minutes: 5 } });
    expect(minutesLeft(value(await extend(buyer, id)))).toBe(30);
    expect(await extend(buyer, id, 10)).toMatchObject({ errors: [{ code: 'HoldNotLonger', path: ['minutes'] }] });
    await db.admin(
      `update supply.stock_hold set created_at = created_at - interval '110 minutes', expires_at = now() + interval '1 minute' where id = $1`,
      [id],
    );
    expect(minutesLeft(value(await extend(buyer, id)))).toBe(10);
    expect(minutesLeft(value(await extend(supplier, id, 600)))).toBe(600);
  });

  it('does not wake what has ended, released or overdue', async () => {
    const [over, gone] = [await held('1'), await held('1')];
    await overdue(db, over.id);
    await release(buyer, gone.id);
    for (const { id } of [over, gone])
      expect(await extend(buyer, id)).toMatchObject({ errors: [{ code: 'HoldEnded', path: ['holdId'] }] });
    await expect(extend(stranger, over.id)).rejects.toMatchObject({ code: 'EN404' });
    await expect(extend(memberOf(buyer.orgId, []), over.id)).rejects.toBeInstanceOf(Forbidden);
    expect(NotFound.name).toBe('NotFound');
  });
});

describe('expireHolds', () => {
  it('ends what is overdue and nothing else, once, beside a release of the same', async () => {
    const [a, b, alive] = [await held('3'), await held('4'), await held('5')];
    await overdue(db, a.id, b.id);
    const ended = await Promise.all([
      db.unitOfWork.run(supplier, (work) => expireHolds(work)),
      db.unitOfWork.run(supplier, (work) => expireHolds(work)),
      release(buyer, b.id),
    ]);
    const expired = ended
      .slice(0, 2)
      .flatMap((answer) => value(answer as { ok: true; value: { id: string }[] }).map(({ id }) => id));
    expect(expired.filter((id) => id === a.id)).toEqual([a.id]);
    for (const { offerId } of [a, b]) expect(await reserved(offerId)).toEqual([['0', '0']]);
    expect(await reserved(alive.offerId)).toEqual([['5', '5']]);
    expect(value(await db.unitOfWork.run(supplier, (work) => expireHolds(work)))).toEqual([]);
  });

  it('is found by the clock per supplier', async () => {
    const { id } = await held('1');
    await overdue(db, id);
    expect(await db.admin('select * from supply.overdue_holders()')).toEqual([{ org_id: supplier.orgId, overdue: 1 }]);
    value(await db.unitOfWork.run(supplier, (work) => expireHolds(work)));
    expect(await db.admin('select * from supply.overdue_holders()')).toEqual([]);
  });
});

describe('an order line that names holds', () => {
  const reserve = (offerId: string, line: string, more: { quantity: string; holds?: string[] }, actor = buyer) =>
    db.unitOfWork.run(actor, (work) => reserveStock(work, [{ line, supplierId: supplier.orgId, offerId, ...more }]));

  it('uses them up at their place, in one transaction, and gives the rest back', async () => {
    const { offerId, id } = await held('6');
    await stocked(db, supplier, { offerId, quantity: '90', location: 'FAR' });
    expect(value(await reserve(offerId, 'a', { quantity: '4', holds: [id] }))).toMatchObject([{ held: '4', backordered: '0' }]);
    expect(await stockAsStored(db, offerId)).toMatchObject([
      { location: 'FAR', reserved: '0', ledger: '0' },
      { location: 'MAIN', reserved: '4', ledger: '4' },
    ]);
    expect(await db.admin('select status, consumed_by from supply.stock_hold where id = $1', [id])).toEqual([
      { status: 'CONSUMED', consumed_by: 'a' },
    ]);
    // Asked again the first answer stands; a release finds nothing left of the hold.
    expect(value(await reserve(offerId, 'a', { quantity: '4', holds: [id] }))).toMatchObject([{ held: '4' }]);
    await release(buyer, id);
    expect((await stockAsStored(db, offerId))[1]).toMatchObject({ reserved: '4', ledger: '4' });
  });

  it('adds free stock to what was held, and gets nothing from an overdue or foreign hold', async () => {
    const { offerId, id } = await held('6');
    expect(value(await reserve(offerId, 'b', { quantity: '9', holds: [id] }))).toMatchObject([{ held: '9' }]);
    expect(await reserved(offerId)).toEqual([['9', '9']]);
    const other = await held('8');
    await partners(db, stranger, supplier);
    expect(await reserve(other.offerId, 'c', { quantity: '3', holds: [other.id] }, stranger)).toMatchObject({
      errors: [{ code: 'OutOfStock' }],
    });
    await overdue(db, other.id);
    expect(value(await reserve(other.offerId, 'd', { quantity: '10', holds: [other.id] }))).toMatchObject([{ held: '10' }]);
    expect(await holdsAsStored(db, other.offerId)).toEqual([{ status: 'EXPIRED', held: '8' }]);
    expect(await reserved(other.offerId)).toEqual([['10', '10']]);
  });

  it('leaves the hold alone when the order is refused', async () => {
    const { offerId, id } = await held('6');
    expect(await reserve(offerId, 'e', { quantity: '11', holds: [id] })).toMatchObject({ errors: [{ code: 'OutOfStock' }] });
    expect(await holdsAsStored(db, offerId)).toEqual([{ status: 'HELD', held: '6' }]);
    expect((await db.unitOfWork.read(buyer, (work) => liveHolds(work, { holdIds: [id] }))).map((one) => one.id)).toEqual([id]);
  });

  it('cannot be told from outside to move what a hold holds', async () => {
    const { offerId, id } = await held('6');
    await expect(reserve(offerId, `hold:${id}`, { quantity: '1' })).rejects.toThrow('needs its key');
    await expect(
      db.unitOfWork.run(buyer, (work) =>
        work.tx.query('select * from supply.release_stock($1)', [
          JSON.stringify([{ line: `hold:${id}`, buyer: buyer.orgId, supplier: supplier.orgId, movement: 'x' }]),
        ]),
      ),
    ).rejects.toThrow('a movement needs its line');
  });
});
