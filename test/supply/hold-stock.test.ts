import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BadInput, Forbidden, systemActor } from '#libs/platform';
import { holdByName, holdStock, reserveStock, saveHoldPolicy } from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { hold, holdInput, holdsAsStored, overdue } from '../factories/hold.factory.js';
import { memberOf } from '../factories/order.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
let rival: Actor;
const offers: string[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  [buyer, rival] = [await organization(db, { roles: ['BUYER'] }), await organization(db, { roles: ['BUYER'] })];
  const rows = bolts(20).map((row) => ({ ...row, leadDays: undefined }));
  supplier = (await publishedCatalogue(db, { rows: [...rows, bolt(50, { leadDays: 7 })] })).actor;
  const found = await db.admin<{ id: string }>('select id from supply.offer where org_id = $1 order by supplier_part', [
    supplier.orgId,
  ]);
  offers.push(...found.map(({ id }) => id));
  await Promise.all([partners(db, buyer, supplier), partners(db, rival, supplier)]);
});
afterAll(() => db.close());

const offer = (n: number): string => offers[n] ?? '';
const put = (n: number, quantity: string, location = 'MAIN') => stocked(db, supplier, { offerId: offer(n), quantity, location });
const stored = async (n: number) => (await stockAsStored(db, offer(n))).map(({ reserved, ledger }) => [reserved, ledger]);

describe('holdStock', () => {
  it('sets stock aside until the grant is over, with a ledger row whose sum is the column', async () => {
    await put(0, '10');
    const [held] = value(await hold(db, buyer, holdInput(offer(0), { quantity: '4' })));
    expect(held).toMatchObject({ line: 0, held: '4' });
    const minutes = ((held?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(30);
    expect(await stored(0)).toEqual([['4', '4']]);
    expect(
      await db.admin('select kind, reference, reserved_delta from supply.stock_ledger where offer_id = $1', [offer(0)]),
    ).toEqual([{ kind: 'HOLD', reference: `hold:${held?.holdId}`, reserved_delta: '4' }]);
  });

  it('gives 7 units to exactly 7 of 100 who ask at once; the others hear what is free', async () => {
    await put(1, '7');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => hold(db, i % 2 ? buyer : rival, holdInput(offer(1)))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(7);
    expect(answers.filter((answer) => !answer.ok && answer.errors[0]?.code === 'OutOfStock')).toHaveLength(93);
    expect(await stored(1)).toEqual([['7', '7']]);
    expect(
      await db.admin(
        'select y.in_stock as "inStock" from supply.part_supply y join supply.offer o using (part_id) where o.id = $1',
        [offer(1)],
      ),
    ).toEqual([{ inStock: false }]);
  });

  it('holds once for one key, also for twins at once and when the stock is gone since; the same key for else is a mismatch', async () => {
    await put(2, '5');
    const input = holdInput(offer(2), { quantity: '5' });
    const twins = await Promise.all([hold(db, buyer, input), hold(db, buyer, input), hold(db, buyer, input)]);
    const first = value(twins[0]!);
    for (const twin of twins) expect(value(twin)).toEqual(first);
    expect(value(await hold(db, buyer, input))).toEqual(first);
    expect(await hold(db, buyer, { ...input, lines: [{ offerId: offer(2), quantity: '4' }] })).toEqual({
      ok: false,
      errors: [{ code: 'IdempotencyMismatch', path: ['idempotencyKey'] }],
    });
    expect(await hold(db, buyer, { ...input, lines: [...input.lines, { offerId: offer(0), quantity: '1' }] })).toMatchObject({
      errors: [{ code: 'IdempotencyMismatch' }, { code: 'IdempotencyMismatch' }],
    });
    expect(await stored(2)).toEqual([['5', '5']]);
    // The key is the buyer's own.
    expect(await hold(db, rival, input)).toMatchObject({ errors: [{ code: 'OutOfStock', values: { free: '0' } }] });
  });

  it('refuses a batch that exceeds the sum whole, also over lines of one offer', async () => {
    await put(3, '5');
    await put(4, '5');
    const lines = [
      { offerId: offer(4), quantity: '3' },
      { offerId: offer(3), quantity: '3' },
      { offerId: offer(3), quantity: '3' },
    ];
    expect(await hold(db, buyer, holdInput(offer(3), { lines }))).toMatchObject({
      ok: false,
      errors: [{ code: 'OutOfStock', path: ['lines', '2'], values: { free: '2' } }],
    });
    expect([await stored(3), await stored(4)]).toEqual([[['0', '0']], [['0', '0']]]);
  });

  it('never deadlocks when batches name the same offers in any order', async () => {
    const pool = [5, 6, 7];
    await Promise.all(pool.map((n) => put(n, '20')));
    const answers = await Promise.all(
      Array.from({ length: 45 }, (_, i) => {
        const lines = [...pool]
          .sort((a, b) => ((a * 7 + i * 13) % 5) - ((b * 7 + i * 13) % 5))
          .map((n) => ({ offerId: offer(n), quantity: '1' }));
        return hold(db, i % 2 ? buyer : rival, holdInput('', { lines }));
      }),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(20);
    for (const n of pool) expect(await stored(n)).toEqual([['20', '20']]);
  });

  it('takes one place that can serve the line before several, or only the place that is named', async () => {
    await put(8, '2', 'A');
    await put(8, '9', 'B');
    await put(8, '5', 'C');
    value(await hold(db, buyer, holdInput(offer(8), { quantity: '5' })));
    expect((await stored(8)).map(([reserved]) => reserved)).toEqual(['0', '5', '0']);
    expect(
      await hold(db, buyer, holdInput(offer(8), { lines: [{ offerId: offer(8), quantity: '3', location: 'A' }] })),
    ).toMatchObject({
      errors: [{ code: 'OutOfStock', values: { free: '2' } }],
    });
    value(await hold(db, buyer, holdInput(offer(8), { quantity: '10' })));
    expect(await stored(8)).toEqual([
      ['1', '1'],
      ['9', '9'],
      ['5', '5'],
    ]);
  });

  it('holds what is there when less will do, and refuses when nothing is', async () => {
    await put(20, '3');
    const partial = (quantity: string) => holdInput(offer(20), { lines: [{ offerId: offer(20), quantity, partial: true }] });
    expect(value(await hold(db, buyer, partial('5')))).toMatchObject([{ held: '3' }]);
    expect(await hold(db, rival, partial('5'))).toMatchObject({ errors: [{ code: 'OutOfStock' }] });
  });

  it('counts as free what the time of another buyer is over for', async () => {
    await put(9, '3');
    const [held] = value(await hold(db, rival, holdInput(offer(9), { quantity: '3' })));
    expect(await hold(db, buyer, holdInput(offer(9)))).toMatchObject({ errors: [{ code: 'OutOfStock' }] });
    await overdue(db, held?.holdId ?? '');
    value(await hold(db, buyer, holdInput(offer(9), { quantity: '2' })));
    expect(await holdsAsStored(db, offer(9))).toEqual([
      { status: 'EXPIRED', held: '3' },
      { status: 'HELD', held: '2' },
    ]);
    expect(await stored(9)).toEqual([['2', '2']]);
  });

  it('counts so for order lines too', async () => {
    await put(10, '3');
    const [held] = value(await hold(db, rival, holdInput(offer(10), { quantity: '3' })));
    await overdue(db, held?.holdId ?? '');
    const line = { line: 'late', supplierId: supplier.orgId, offerId: offer(10), quantity: '3' };
    expect(value(await db.unitOfWork.run(buyer, (work) => reserveStock(work, [line])))).toMatchObject([{ held: '3' }]);
    expect(await stored(10)).toEqual([['3', '3']]);
  });

  it('grants what the supplier grants and no longer; what he forbids is refused', async () => {
    await put(11, '9');
    const asked = holdInput(offer(11), { holder: { kind: 'QUOTE', id: randomUUID(), minutes: 10 } });
    const [short] = value(await hold(db, buyer, asked));
    expect(Math.round(((short?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000)).toBe(10);
    const policy = { basketMinutes: 0, quoteHours: 1, approvalHours: 168, namedMinutes: 15 };
    value(await db.unitOfWork.run(supplier, (work) => saveHoldPolicy(work, { ...policy, expectedVersion: 0 })));
    const [long] = value(
      await hold(db, buyer, holdInput(offer(11), { holder: { kind: 'QUOTE', id: randomUUID(), minutes: 6000 } })),
    );
    expect(Math.round(((long?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000)).toBe(60);
    expect(await hold(db, buyer, holdInput(offer(11)))).toEqual({
      ok: false,
      errors: [{ code: 'HoldNotGranted', path: ['lines', '0'] }],
    });
    value(
      await db.unitOfWork.run(supplier, (work) => saveHoldPolicy(work, { ...policy, basketMinutes: 30, expectedVersion: 1 })),
    );
  });

  it('refuses strangers, hidden and withdrawn offers, members without the right; nothing is changed', async () => {
    await put(12, '5');
    await put(13, '5');
    const stranger = await organization(db, { roles: ['BUYER'] });
    expect(await hold(db, stranger, holdInput(offer(12)))).toMatchObject({ errors: [{ code: 'PartnershipInactive' }] });
    expect(await hold(db, buyer, holdInput(randomUUID()))).toMatchObject({ ok: false });
    await db.admin('update supply.offer set audience = gen_random_uuid() where id = $1', [offer(12)]);
    expect(await hold(db, buyer, holdInput(offer(12)))).toMatchObject({ ok: false });
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where id = $1`, [offer(13)]);
    expect(await hold(db, buyer, holdInput(offer(13)))).toMatchObject({ errors: [{ code: 'OfferWithdrawn' }] });
    const viewer = memberOf(buyer.orgId, ['part:read']);
    await expect(hold(db, viewer, holdInput(offer(0)))).rejects.toBeInstanceOf(Forbidden);
    await expect(hold(db, buyer, holdInput(offer(0), { quantity: '0' }))).rejects.toBeInstanceOf(BadInput);
    for (const n of [12, 13]) expect(await stored(n)).toEqual([['0', '0']]);
  });

  it('keeps holds behind the wall: only the functions write them, only the parties see them', async () => {
    const direct = (actor: Actor, text: string) => db.unitOfWork.run(actor, (work) => work.tx.query(text));
    await expect(direct(buyer, `update supply.stock_hold set status = 'RELEASED'`)).rejects.toThrow('permission denied');
    const stranger = systemActor(randomUUID());
    expect(await direct(stranger, 'select id from supply.stock_hold')).toEqual([]);
    await expect(db.hot.call('unbound', 'select * from supply.hold_stock($1, $2, $3)', ['k', '{}', '[]'])).rejects.toThrow(
      'no acting',
    );
    expect(await db.unitOfWork.run(stranger, (work) => holdStock(work, holdInput(offer(0))))).toMatchObject({ ok: false });
  });

  it('bounds what one buyer holds at once', async () => {
    await db.admin(
      `insert into supply.stock_hold (org_id, counterparty_id, offer_id, part_id, holder_kind, holder_id, quantity, held, places, expires_at, idem_key, line)
       select $1, $2, $3, gen_random_uuid(), 'BASKET', gen_random_uuid(), 1, 1, '{}', now() + interval '1 hour', 'bulk', n from generate_series(1, 2000) n`,
      [supplier.orgId, rival.orgId, offer(14)],
    );
    await put(14, '5');
    expect(await hold(db, rival, holdInput(offer(14)))).toMatchObject({ errors: [{ code: 'TooManyHolds' }] });
    await db.admin(`delete from supply.stock_hold where idem_key = 'bulk'`);
  });
});

describe('holdByName', () => {
  it('holds without an order under a name, 15 to 60 minutes, once per key', async () => {
    await put(15, '2');
    const input = { label: 'N773BX', lines: [{ offerId: offer(15), quantity: '1' }], idempotencyKey: randomUUID() };
    const byName = (given: typeof input & { minutes?: number }, actor = buyer) =>
      db.unitOfWork.run(actor, (work) => holdByName(work, given));
    const [held] = value(await byName(input));
    expect(value(await byName(input))[0]).toEqual(held);
    expect(await db.admin('select label, holder_kind from supply.stock_hold where id = $1', [held?.holdId])).toEqual([
      { label: 'N773BX', holder_kind: 'NAMED' },
    ]);
    // The policy of this supplier says 15.
    expect(Math.round(((held?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000)).toBe(15);
    await expect(byName({ ...input, minutes: 90 })).rejects.toBeInstanceOf(BadInput);
    await expect(byName(input, memberOf(buyer.orgId, ['basket:edit']))).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('saveHoldPolicy', () => {
  it('is versioned, bounded, and the supplier alone writes it', async () => {
    const policy = { basketMinutes: 5, quoteHours: 1, approvalHours: 1, namedMinutes: 60 };
    const save = (actor: Actor, expectedVersion: number, override = {}) =>
      db.unitOfWork.run(actor, (work) => saveHoldPolicy(work, { ...policy, ...override, expectedVersion }));
    const other = await organization(db);
    const twice = await Promise.all([save(other, 0), save(other, 0)]);
    expect(twice.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(await save(other, 7)).toEqual({ ok: false, errors: [{ code: 'VersionConflict', path: ['expectedVersion'] }] });
    expect(value(await save(other, 1, { namedMinutes: 0 }))).toEqual({ ...policy, namedMinutes: 0, version: 2 });
    await expect(save(other, 2, { namedMinutes: 10 })).rejects.toBeInstanceOf(BadInput);
    await expect(save(memberOf(other.orgId, ['basket:edit']), 2)).rejects.toBeInstanceOf(Forbidden);
  });
});
