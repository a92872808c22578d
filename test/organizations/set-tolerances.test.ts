import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTolerances, toleranceFor } from '#libs/organizations';
import { expectOk, makeMember, makeOrganization, makePartnership } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

async function traders() {
  const [buyer, supplier] = [await makeOrganization(db), await makeOrganization(db, { roles: ['SUPPLIER'] })];
  await makePartnership(db, buyer, supplier);
  return { buyer, supplier, buys: await makeMember(db, buyer), sells: await makeMember(db, supplier) };
}

describe('setTolerances', () => {
  it("keeps limits as they were written, for the buyer's eyes only", async () => {
    const { supplier, buys, sells, buyer } = await traders();
    const limits = {
      pricePercent: '1.50',
      priceAbsolute: '10',
      currency: 'EUR',
      quantityPercent: null,
      daysEarly: 3,
      daysLate: 0,
      packRounding: true,
    };
    const set = expectOk(
      await db.unitOfWork.run(buys, (work) => setTolerances(work, { ...limits, supplierId: supplier.id, expectedVersion: 0 })),
    );
    expect(set).toMatchObject({ ...limits, version: 1 });
    expect(await db.unitOfWork.read(sells, (work) => toleranceFor(work, buyer.id))).toBeUndefined();
    expect(
      await db.unitOfWork.read(sells, (work) =>
        work.tx.query('select count(*)::int as n from organizations.partnership_tolerance'),
      ),
    ).toEqual([{ n: 0 }]);
  });

  it('saves one of two at once, and clears what is left out', async () => {
    const { supplier, buys } = await traders();
    const set = (given: object, expectedVersion: number) =>
      db.unitOfWork.run(buys, (work) => setTolerances(work, { ...given, supplierId: supplier.id, expectedVersion }));
    const both = await Promise.all([set({ daysLate: 1 }, 0), set({ daysLate: 2 }, 0)]);
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['VersionConflict', 'ok']);
    expect(expectOk(await set({ pricePercent: '2' }, 1))).toMatchObject({ daysLate: null, pricePercent: '2', version: 2 });
    await expectFaults(db, ['VersionConflict'], () => set({}, 1));
  });

  it('refuses an amount without currency, a partner there is not, bad numbers, and members without the right', async () => {
    const { buyer, supplier, buys } = await traders();
    const viewer = await makeMember(db, buyer, { roles: ['VIEWER'] });
    const lonely = await makeOrganization(db, { roles: ['SUPPLIER'] });
    const set = (given: object, actor = buys, supplierId = supplier.id) =>
      db.unitOfWork.run(actor, (work) => setTolerances(work, { ...given, supplierId, expectedVersion: 0 }));
    await expectFaults(db, ['ToleranceCurrencyMissing'], () => set({ priceAbsolute: '5' }));
    await expectFaults(db, ['ToleranceCurrencyMissing'], () => set({ currency: 'EUR' }));
    await expectRefused(db, 'NOT_FOUND', () => set({}, buys, lonely.id));
    await expectRefused(db, 'FORBIDDEN', () => set({}, viewer));
    for (const wrong of [{ pricePercent: '100.1' }, { pricePercent: '-1' }, { pricePercent: '1e1' }, { daysLate: 366 }])
      await expect(set(wrong)).rejects.toThrow('bad input');
  });
});
