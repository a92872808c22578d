import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Result } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { type Reservation, reserveStock, type StockClaim } from '#libs/supply';
import { partners } from '../factories/agreement.factory.js';
import { bolt, bolts, organization, publishedCatalogue, value } from '../factories/catalogue.factory.js';
import { stockAsStored, stocked } from '../factories/stock.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
let rival: Actor;
const offers: string[] = [];
let line = 0;

beforeAll(async () => {
  db = await freshDatabase();
  [buyer, rival] = [await organization(db, { roles: ['BUYER'] }), await organization(db, { roles: ['BUYER'] })];
  // Without a lead time an offer sells from stock only.
  const rows = bolts(12).map((row) => ({ ...row, leadDays: undefined }));
  supplier = (await publishedCatalogue(db, { rows: [...rows, bolt(50, { leadDays: 7 })] })).actor;
  const found = await db.admin<{ id: string }>('select id from supply.offer where org_id = $1 order by supplier_part', [
    supplier.orgId,
  ]);
  offers.push(...found.map(({ id }) => id));
  await Promise.all([partners(db, buyer, supplier), partners(db, rival, supplier)]);
});
afterAll(() => db.close());

const claim = (offer: number, quantity: string, more: Partial<StockClaim> = {}): StockClaim => ({
  line: `line-${++line}`,
  supplierId: supplier.orgId,
  offerId: offers[offer] ?? '',
  quantity,
  ...more,
});
const reserve = (actor: Actor, ...claims: StockClaim[]): Promise<Result<Reservation[], { code: string }>> =>
  db.unitOfWork.run(actor, (work) => reserveStock(work, claims));
const stored = (offer: number) => stockAsStored(db, offers[offer] ?? '');
const inStock = async (offer: number): Promise<boolean | undefined> =>
  (
    await db.admin<{ in: boolean }>(
      'select y.in_stock as in from supply.part_supply y join supply.offer o on o.part_id = y.part_id where o.id = $1',
      [offers[offer]],
    )
  )[0]?.in;

describe('reserveStock', () => {
  it('holds what is free and writes a ledger row whose sum is the column', async () => {
    await stocked(db, supplier, { offerId: offers[0] ?? '', quantity: '10' });
    const wanted = claim(0, '4');
    expect(value(await reserve(buyer, wanted))).toEqual([{ line: wanted.line, held: '4', backordered: '0' }]);
    expect(await stored(0)).toEqual([{ location: 'MAIN', quantity: '10', reserved: '4', ledger: '4' }]);
  });

  it('gives 7 units to exactly 7 of 100 who ask at once, and the last unit once', async () => {
    await stocked(db, supplier, { offerId: offers[1] ?? '', quantity: '7' });
    const asked = Array.from({ length: 100 }, (_, i) => reserve(i % 2 ? buyer : rival, claim(1, '1')));
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(7);
    expect(answers.filter((answer) => !answer.ok && answer.errors[0]?.code === 'OutOfStock')).toHaveLength(93);
    expect(await stored(1)).toEqual([{ location: 'MAIN', quantity: '7', reserved: '7', ledger: '7' }]);
    expect(await inStock(1)).toBe(false);
  });

  it('never deadlocks when orders name the same offers in any order: every refusal is a stock refusal', async () => {
    const pool = [2, 3, 4, 5];
    await Promise.all(pool.map((offer) => stocked(db, supplier, { offerId: offers[offer] ?? '', quantity: '20' })));
    const shuffled = (seed: number) => [...pool].sort((a, b) => ((a * 7 + seed * 13) % 5) - ((b * 7 + seed * 13) % 5));
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => reserve(i % 2 ? buyer : rival, ...shuffled(i).map((offer) => claim(offer, '1')))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(20);
    for (const offer of pool)
      expect(await stored(offer)).toEqual([{ location: 'MAIN', quantity: '20', reserved: '20', ledger: '20' }]);
  });

  it('is all or nothing over the lines of one call', async () => {
    await stocked(db, supplier, { offerId: offers[6] ?? '', quantity: '5' });
    await stocked(db, supplier, { offerId: offers[7] ?? '', quantity: '1' });
    const answer = await reserve(buyer, claim(6, '5'), claim(7, '2'));
    expect(answer).toEqual({ ok: false, errors: [{ code: 'OutOfStock', path: ['lines', '1'], values: { free: '1' } }] });
    expect(await stored(6)).toEqual([{ location: 'MAIN', quantity: '5', reserved: '0', ledger: '0' }]);
  });

  it('promises the rest for the lead time when the offer has one and the line allows it', async () => {
    await stocked(db, supplier, { offerId: offers[12] ?? '', quantity: '3' });
    expect(await reserve(buyer, claim(12, '5', { backorder: false }))).toMatchObject({
      ok: false,
      errors: [{ code: 'OutOfStock' }],
    });
    expect(value(await reserve(buyer, claim(12, '5')))).toEqual([{ line: `line-${line}`, held: '3', backordered: '2' }]);
    expect(value(await reserve(rival, claim(12, '4')))).toEqual([{ line: `line-${line}`, held: '0', backordered: '4' }]);
    expect(await stored(12)).toEqual([{ location: 'MAIN', quantity: '3', reserved: '3', ledger: '3' }]);
  });

  it('takes one location that can serve the line before several, then the fullest first', async () => {
    for (const [location, quantity] of [
      ['A', '2'],
      ['B', '9'],
      ['C', '5'],
    ] as const)
      await stocked(db, supplier, { offerId: offers[8] ?? '', quantity, location });
    value(await reserve(buyer, claim(8, '5')));
    expect((await stored(8)).map(({ reserved }) => reserved)).toEqual(['0', '5', '0']);
    value(await reserve(buyer, claim(8, '10')));
    expect((await stored(8)).map(({ reserved, ledger }) => [reserved, ledger])).toEqual([
      ['1', '1'],
      ['9', '9'],
      ['5', '5'],
    ]);
  });

  it('holds once for one key, also when two ask with it at once; the same key for more is a mismatch', async () => {
    await stocked(db, supplier, { offerId: offers[9] ?? '', quantity: '10' });
    const wanted = claim(9, '6');
    const twice = await Promise.all([reserve(buyer, wanted), reserve(buyer, wanted)]);
    for (const answer of twice) expect(value(answer)).toEqual([{ line: wanted.line, held: '6', backordered: '0' }]);
    expect(await stored(9)).toEqual([{ location: 'MAIN', quantity: '10', reserved: '6', ledger: '6' }]);
    expect(await reserve(buyer, { ...wanted, quantity: '2' })).toMatchObject({
      ok: false,
      errors: [{ code: 'IdempotencyMismatch' }],
    });
    // Keys are the buyer's own: another buyer's equal key is another line.
    expect(value(await reserve(rival, { ...wanted, quantity: '4' }))).toEqual([
      { line: wanted.line, held: '4', backordered: '0' },
    ]);
  });

  it('refuses a stranger, an offer that is not his to see, a withdrawn one; nothing is changed', async () => {
    await stocked(db, supplier, { offerId: offers[10] ?? '', quantity: '5' });
    await stocked(db, supplier, { offerId: offers[11] ?? '', quantity: '5' });
    const stranger = await organization(db, { roles: ['BUYER'] });
    expect(await reserve(stranger, claim(10, '1'))).toMatchObject({ ok: false, errors: [{ code: 'PartnershipInactive' }] });
    await db.admin(`update supply.offer set audience = gen_random_uuid() where id = $1`, [offers[10]]);
    expect(await reserve(buyer, claim(10, '1'))).toMatchObject({ ok: false, errors: [{ code: 'OfferWithdrawn' }] });
    await db.admin(`update supply.offer set status = 'WITHDRAWN' where id = $1`, [offers[11]]);
    expect(await reserve(buyer, claim(11, '1'))).toMatchObject({ ok: false, errors: [{ code: 'OfferWithdrawn' }] });
    for (const offer of [10, 11])
      expect(await stored(offer)).toEqual([{ location: 'MAIN', quantity: '5', reserved: '0', ledger: '0' }]);
  });

  it('stands behind the wall: reserved is out of the app reach, the functions work for a bound organisation only', async () => {
    const direct = (text: string) => db.unitOfWork.run(supplier, (work) => work.tx.query(text));
    await expect(direct('update supply.stock set reserved = 0')).rejects.toThrow('permission denied');
    await expect(direct(`insert into supply.stock_ledger (org_id) values ('${supplier.orgId}')`)).rejects.toThrow(
      'permission denied',
    );
    await expect(db.hot.call('unbound', 'select * from supply.reserve_stock($1)', ['[]'])).rejects.toThrow(
      'no acting organisation',
    );
    await expect(reserve(buyer, claim(0, '0'))).rejects.toThrow('quantity above zero');
  });
});
