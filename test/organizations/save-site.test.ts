import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveSite, siteById, sitesOf } from '#libs/organizations';
import { expectOk, makeMember, makeOrganization, makeSite } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const fields = {
  name: 'Hangar 3',
  kinds: ['SHIP_TO' as const, 'SHIP_TO' as const],
  address: { lines: ['Runway Road 3'], city: 'Bremen', country: 'DE' },
};

describe('saveSite', () => {
  it('adds a site and changes it by version', async () => {
    const admin = await makeMember(db, await makeOrganization(db));
    const made = expectOk(
      await db.unitOfWork.run(admin, (work) => saveSite(work, { ...fields, code: 'BRE', gln: '4006381333931' })),
    );
    expect(made).toMatchObject({
      code: 'BRE',
      kinds: ['SHIP_TO'],
      status: 'ACTIVE',
      version: 1,
      address: { region: null, postalCode: null },
    });
    const changed = expectOk(
      await db.unitOfWork.run(admin, (work) =>
        saveSite(work, { ...fields, siteId: made.id, expectedVersion: 1, code: 'BRE-3', kinds: ['WAREHOUSE'] }),
      ),
    );
    expect(changed).toMatchObject({ id: made.id, code: 'BRE-3', gln: null, version: 2 });
    expect(await db.unitOfWork.read(admin, (work) => siteById(work, made.id))).toEqual(changed);
    expect(await db.unitOfWork.read(admin, (work) => sitesOf(work, 'SHIP_TO'))).toEqual([]);
  });

  it('gives a code to one of two who take it at once', async () => {
    const admin = await makeMember(db, await makeOrganization(db));
    const both = await Promise.all(
      [1, 2].map(() => db.unitOfWork.run(admin, (work) => saveSite(work, { ...fields, code: 'SAME' }))),
    );
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['SiteCodeTaken', 'ok']);
  });

  it('refuses a taken code, a wrong GLN, a stale version, and bad input', async () => {
    const org = await makeOrganization(db);
    const admin = await makeMember(db, org);
    const [one] = [await makeSite(db, org, { code: 'ONE' }), await makeSite(db, org, { code: 'TWO' })];
    const save = (given: object) => db.unitOfWork.run(admin, (work) => saveSite(work, { ...fields, code: 'TWO', ...given }));
    await expectFaults(db, ['SiteCodeTaken'], () => save({}));
    await expectFaults(db, ['SiteCodeTaken'], () => save({ siteId: one.id, expectedVersion: 1 }));
    await expectFaults(db, ['GlnNotValid'], () => save({ gln: '4006381333932' }));
    await expectFaults(db, ['VersionConflict'], () => save({ siteId: one.id, expectedVersion: 2 }));
    await expect(save({ address: { lines: [], city: 'X', country: 'ZZ' } })).rejects.toThrow('bad input');
  });

  it('refuses members without the right, and does not see sites of others', async () => {
    const [org, other] = [await makeOrganization(db), await makeOrganization(db)];
    const [viewer, stranger] = [await makeMember(db, org, { roles: ['VIEWER'] }), await makeMember(db, other)];
    const site = await makeSite(db, org);
    await expectRefused(db, 'FORBIDDEN', () => db.unitOfWork.run(viewer, (work) => saveSite(work, { ...fields, code: 'V' })));
    await expectRefused(db, 'NOT_FOUND', () =>
      db.unitOfWork.run(stranger, (work) => saveSite(work, { ...fields, siteId: site.id, expectedVersion: 1, code: 'S' })),
    );
    await expectRefused(db, 'NOT_FOUND', () => db.unitOfWork.read(stranger, (work) => siteById(work, site.id)));
  });
});
