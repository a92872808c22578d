import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Forbidden } from '#libs/platform';
import { priceHistory } from '#libs/supply';
import { bolt, catalogueOf, organization, publishedUpload } from '../factories/catalogue.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

let db: FreshDatabase;
let supplier: Actor;
let buyer: Actor;
let catalogueId: string;
beforeAll(async () => {
  db = await freshDatabase();
  supplier = await organization(db);
  buyer = await organization(db, { roles: ['BUYER'] });
  catalogueId = await catalogueOf(db, supplier);
});
afterAll(() => db.close());

const publish = (override: Parameters<typeof bolt>[1]) =>
  publishedUpload(db, supplier, { catalogueId, rows: [bolt(1, override)] });
const partId = async () => (await db.admin<{ id: string }>(`select id from catalog.part where number = 'BACB30-1'`))[0]?.id ?? '';
const read = async (actor: Actor) => {
  const found = await db.unitOfWork.read(actor, async (work) => priceHistory(work, await partId()));
  return found.map(({ amount, basis, since, until }) => [amount, basis, since !== null, until !== null]);
};

describe('priceHistory', () => {
  it('tells list prices with their time, once while they stayed, and the smallest break where there is no other', async () => {
    await publish({ listPrice: '10.50' });
    await publish({ listPrice: '10.50', leadDays: 9 });
    await publish({ listPrice: '11.00' });
    expect(await read(buyer)).toEqual([
      ['11.00', '100', true, false],
      ['10.50', '100', true, true],
    ]);
    await publish({
      listPrice: undefined,
      breaks: [
        { from: '10', price: '9.00' },
        { from: '100', price: '8.00' },
      ],
    });
    await publish({ listPrice: '12.00', priceType: 'QUOTE' });
    await publish({ listPrice: '12.00', basis: '1' });
    expect(await read(buyer)).toEqual([
      ['12.00', '1', true, false],
      ['9.00', '100', true, true],
      ['11.00', '100', true, true],
      ['10.50', '100', true, true],
    ]);
    const all = await db.unitOfWork.read(buyer, async (work) => priceHistory(work, await partId()));
    for (const [i, past] of all.entries()) if (i > 1) expect(past.until! <= all[i - 1]!.since!).toBe(true);
  });

  it('shows no state that was meant for others, and nothing of an offer that is hidden', async () => {
    const audience = randomUUID();
    await db.admin('insert into supply.audience_member (org_id, audience, counterparty_id) values ($1, $2, $3)', [
      supplier.orgId,
      audience,
      buyer.orgId,
    ]);
    await publish({ listPrice: '5.00', audience });
    const stranger = await organization(db, { roles: ['BUYER'] });
    expect((await read(buyer))[0]?.[0]).toBe('5.00');
    expect(await read(stranger)).toEqual([]);
    // Open again: the stranger reads what was and is for all, not what the audience was given.
    await publish({ listPrice: '13.00' });
    expect((await read(stranger)).map(([amount]) => amount)).toEqual(['13.00', '12.00', '9.00', '11.00', '10.50']);
    expect((await read(buyer)).map(([amount]) => amount)).toEqual(['13.00', '5.00', '12.00', '9.00', '11.00', '10.50']);
    // Neither the app nor another function reads the states themselves.
    const rows = await db.unitOfWork.read(stranger, (work) => work.tx.query('select * from supply.offer_history'));
    expect(rows).toEqual([]);
  });

  it('is for those who may see prices', async () => {
    await expect(read({ ...buyer, permissions: new Set(['part:read']) } as Actor)).rejects.toThrow(Forbidden);
  });

  it('of a group ends with the membership, whatever is shown to all afterwards', async () => {
    const audience = randomUUID();
    const member = await organization(db, { roles: ['BUYER'] });
    await db.admin('set session_replication_role = replica');
    for (const [{ orgId }, days] of [[buyer, -1] as const, [member, 1] as const])
      await db.admin(
        'insert into supply.audience_member (org_id, audience, counterparty_id, agreement_id, until) values ($1, $2, $3, gen_random_uuid(), current_date + $4::int)',
        [supplier.orgId, audience, orgId, days],
      );
    await db.admin('set session_replication_role = origin');
    await publish({ listPrice: '5.55', audience });
    await publish({ listPrice: '13.00' });
    const amounts = async (actor: Actor) => (await read(actor)).map(([amount]) => amount);
    expect(await amounts(buyer)).not.toContain('5.55');
    expect(await amounts(member)).toContain('5.55');
  });
});
