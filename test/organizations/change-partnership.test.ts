import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changePartnership, proposePartnership } from '#libs/organizations';
import { expectOk, makeMember, makeOrganization, makePartnership } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('changePartnership', () => {
  it('suspends, resumes and ends; only who suspended resumes; ended it is proposed anew', async () => {
    const [buyer, supplier] = [await makeOrganization(db), await makeOrganization(db, { roles: ['SUPPLIER'] })];
    const [buys, sells] = [await makeMember(db, buyer), await makeMember(db, supplier)];
    await makePartnership(db, buyer, supplier);
    const change = (actor: typeof buys, move: 'SUSPEND' | 'RESUME' | 'END', expectedVersion: number) =>
      db.unitOfWork.run(actor, (work) =>
        changePartnership(work, { buyerId: buyer.id, supplierId: supplier.id, move, expectedVersion }),
      );
    await expectFaults(db, ['PartnershipMoveNotPossible'], () => change(buys, 'RESUME', 2));
    expect(expectOk(await change(sells, 'SUSPEND', 2))).toMatchObject({
      status: 'SUSPENDED',
      suspendedBy: supplier.id,
      version: 3,
    });
    await expectFaults(db, ['PartnershipMoveNotPossible'], () => change(buys, 'RESUME', 3));
    await expectFaults(db, ['VersionConflict'], () => change(sells, 'RESUME', 2));
    expect(expectOk(await change(sells, 'RESUME', 3))).toMatchObject({ status: 'ACTIVE', suspendedBy: null });
    const both = await Promise.all([change(buys, 'END', 4), change(sells, 'SUSPEND', 4)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    if (!both[0]?.ok) expectOk(await change(buys, 'END', 5));
    await expectFaults(db, ['PartnershipMoveNotPossible'], () => change(buys, 'END', both[0]?.ok ? 5 : 6));
    expect(
      expectOk(await db.unitOfWork.run(sells, (work) => proposePartnership(work, { partnerId: buyer.id, side: 'SUPPLIER' }))),
    ).toMatchObject({ status: 'PROPOSED', proposedBy: supplier.id });
  });

  it('refuses members without the right and strangers', async () => {
    const [buyer, supplier, other] = [
      await makeOrganization(db),
      await makeOrganization(db, { roles: ['SUPPLIER'] }),
      await makeOrganization(db),
    ];
    const [viewer, stranger] = [await makeMember(db, buyer, { roles: ['VIEWER'] }), await makeMember(db, other)];
    await makePartnership(db, buyer, supplier);
    const end = (actor: typeof viewer) =>
      db.unitOfWork.run(actor, (work) =>
        changePartnership(work, { buyerId: buyer.id, supplierId: supplier.id, move: 'END', expectedVersion: 2 }),
      );
    await expectRefused(db, 'FORBIDDEN', () => end(viewer));
    await expectRefused(db, 'NOT_FOUND', () => end(stranger));
  });
});
