import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { updateOrganization } from '../../libs/organizations/src/organization/update-organization.js';
import { expectOk, makeMember, makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('updateOrganization', () => {
  it('changes what is given and keeps the rest', async () => {
    const org = await makeOrganization(db, { name: 'Old Name' });
    const admin = await makeMember(db, org);
    const changed = expectOk(
      await db.unitOfWork.run(admin, (work) => updateOrganization(work, { expectedVersion: 1, name: 'New Name' })),
    );
    expect(changed).toMatchObject({ id: org.id, name: 'New Name', country: 'DE', currency: 'EUR', version: 2 });
  });

  it('lets one of two at once through, and tells the other', async () => {
    const org = await makeOrganization(db);
    const admin = await makeMember(db, org);
    const both = await Promise.all(
      ['A', 'B'].map((name) => db.unitOfWork.run(admin, (work) => updateOrganization(work, { expectedVersion: 1, name }))),
    );
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['VersionConflict', 'ok']);
  });

  it('keeps roles and identifiers for the operator, who may change any card', async () => {
    const org = await makeOrganization(db);
    const other = await makeOrganization(db, { cage: '1ABC2' });
    const admin = await makeMember(db, org);
    const operator = await makeMember(db, { id: await makeOperator(db), roles: ['OPERATOR'] });
    await expectRefused(db, 'FORBIDDEN', () =>
      db.unitOfWork.run(admin, (work) => updateOrganization(work, { expectedVersion: 1, roles: ['OPERATOR'] })),
    );
    await expectRefused(db, 'FORBIDDEN', () =>
      db.unitOfWork.run(admin, (work) =>
        updateOrganization(work, { expectedVersion: 1, organizationId: other.id, name: 'Mine' }),
      ),
    );
    await expectFaults(db, ['IdentifierTaken'], () =>
      db.unitOfWork.run(operator, (work) =>
        updateOrganization(work, { expectedVersion: 1, organizationId: org.id, cage: '1ABC2' }),
      ),
    );
    const changed = expectOk(
      await db.unitOfWork.run(operator, (work) =>
        updateOrganization(work, { expectedVersion: 1, organizationId: org.id, roles: ['BUYER', 'SUPPLIER'], cage: '9XYZ9' }),
      ),
    );
    expect(changed).toMatchObject({ roles: ['BUYER', 'SUPPLIER'], cage: '9XYZ9', name: org.name });
  });

  it('refuses a member without the right', async () => {
    const viewer = await makeMember(db, await makeOrganization(db), { roles: ['VIEWER'] });
    await expectRefused(db, 'FORBIDDEN', () =>
      db.unitOfWork.run(viewer, (work) => updateOrganization(work, { expectedVersion: 1, name: 'X' })),
    );
  });
});
