import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptPartnership, proposePartnership } from '#libs/organizations';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('acceptPartnership', () => {
  it("is the other side's to do, once, at the version that was read", async () => {
    const [buyer, supplier] = [await makeOrganization(db), await makeOrganization(db, { roles: ['SUPPLIER'] })];
    const [buys, sells, viewer, third] = [
      await makeMember(db, buyer),
      await makeMember(db, supplier),
      await makeMember(db, supplier, { roles: ['VIEWER'] }),
      await makeMember(db, await makeOrganization(db)),
    ];
    expectOk(await db.unitOfWork.run(buys, (work) => proposePartnership(work, { partnerId: supplier.id, side: 'BUYER' })));
    const accept = (actor: typeof buys, expectedVersion = 1) =>
      db.unitOfWork.run(actor, (work) =>
        acceptPartnership(work, { buyerId: buyer.id, supplierId: supplier.id, expectedVersion }),
      );
    await expectFaults(db, ['PartnershipMoveNotPossible'], () => accept(buys));
    await expectFaults(db, ['VersionConflict'], () => accept(sells, 2));
    await expectRefused(db, 'FORBIDDEN', () => accept(viewer));
    await expectRefused(db, 'NOT_FOUND', () => accept(third));
    const both = await Promise.all([accept(sells), accept(sells)]);
    expect(both.map((one) => (one.ok ? one.value.status : one.errors[0]?.code)).sort()).toEqual(['ACTIVE', 'VersionConflict']);
  });

  it('cannot be done past the verb either: the app has no hand on the row', async () => {
    const [buyer, supplier] = [await makeOrganization(db), await makeOrganization(db, { roles: ['SUPPLIER'] })];
    const buys = await makeMember(db, buyer);
    expectOk(await db.unitOfWork.run(buys, (work) => proposePartnership(work, { partnerId: supplier.id, side: 'BUYER' })));
    await expect(
      db.unitOfWork.run(buys, (work) => work.tx.query("update organizations.partnership set status = 'ACTIVE'")),
    ).rejects.toMatchObject({ code: '42501' });
    const [moved] = await db.unitOfWork.run(
      buys,
      (work) =>
        work.tx.query('select organizations.move_partnership($1, $2, $3, 1) as outcome', [
          buyer.id,
          supplier.id,
          'ACTIVE',
        ]) as Promise<{ outcome: string }[]>,
    );
    expect(moved?.outcome).toBe('NOT_POSSIBLE');
  });
});
