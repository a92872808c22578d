import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveRole } from '#libs/organizations';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('saveRole', () => {
  it('makes a role and changes it, by version', async () => {
    const admin = await makeMember(db, await makeOrganization(db));
    const save = (permissions: string[], expectedVersion?: number) =>
      db.unitOfWork.run(admin, (work) => saveRole(work, { name: 'Clerk', permissions, expectedVersion }));
    expect(expectOk(await save(['order:read', 'basket:edit', 'order:read']))).toMatchObject({
      permissions: ['basket:edit', 'order:read'],
      version: 1,
    });
    expect(expectOk(await save(['order:read'], 1))).toMatchObject({ permissions: ['order:read'], version: 2 });
    await expectFaults(db, ['VersionConflict'], () => save(['basket:edit'], 1));
    await expectFaults(db, ['RoleNameTaken'], () => save(['basket:edit']));
  });

  it('gives a name to one of two who take it at once', async () => {
    const admin = await makeMember(db, await makeOrganization(db));
    const both = await Promise.all(
      [1, 2].map(() => db.unitOfWork.run(admin, (work) => saveRole(work, { name: 'Twin', permissions: ['order:read'] }))),
    );
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['RoleNameTaken', 'ok']);
  });

  it('refuses built-in names, rights of other kinds, and rights beyond the own', async () => {
    const org = await makeOrganization(db);
    const [admin, keeper, viewer] = [
      await makeMember(db, org),
      await makeMember(db, org, { permissions: ['role:manage'] }),
      await makeMember(db, org, { roles: ['VIEWER'] }),
    ];
    const save = (actor: typeof admin, name: string, permissions: string[]) =>
      db.unitOfWork.run(actor, (work) => saveRole(work, { name, permissions }));
    await expectFaults(db, ['RoleBuiltIn'], () => save(admin, 'Admin', ['order:read']));
    await expectFaults(db, ['PermissionUnknown'], () => save(admin, 'Seller too', ['stock:write']));
    await expectFaults(db, ['PermissionUnknown'], () => save(admin, 'Operator too', ['operator:organizations']));
    await expectFaults(db, ['PermissionNotHeld'], () => save(keeper, 'More', ['order:place']));
    await expectRefused(db, 'FORBIDDEN', () => save(viewer, 'Any', ['order:read']));
  });
});
