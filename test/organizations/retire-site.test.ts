import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { siteById, sitesOf } from '#libs/organizations';
import { retireSite } from '../../libs/organizations/src/site/retire-site.js';
import { expectOk, makeMember, makeOrganization, makeSite } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('retireSite', () => {
  it('takes a site off the list and keeps it for old documents', async () => {
    const [org, other] = [await makeOrganization(db), await makeOrganization(db)];
    const [admin, viewer, stranger] = [
      await makeMember(db, org),
      await makeMember(db, org, { roles: ['VIEWER'] }),
      await makeMember(db, other),
    ];
    const site = await makeSite(db, org);
    const retire = (actor: typeof admin, expectedVersion: number) =>
      db.unitOfWork.run(actor, (work) => retireSite(work, { siteId: site.id, expectedVersion }));
    await expectRefused(db, 'FORBIDDEN', () => retire(viewer, 1));
    await expectRefused(db, 'NOT_FOUND', () => retire(stranger, 1));
    await expectFaults(db, ['VersionConflict'], () => retire(admin, 2));
    const both = await Promise.all([retire(admin, 1), retire(admin, 1)]);
    expect(both.map((one) => (one.ok ? expectOk(one).status : one.errors[0]?.code)).sort()).toEqual([
      'RETIRED',
      'VersionConflict',
    ]);
    expect(await db.unitOfWork.read(admin, (work) => sitesOf(work))).toEqual([]);
    expect((await db.unitOfWork.read(admin, (work) => siteById(work, site.id))).status).toBe('RETIRED');
  });
});
