import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeMemberRoles } from '../../libs/organizations/src/member/change-member-roles.js';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused, trail } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('changeMemberRoles', () => {
  it('gives other roles and notes what was before', async () => {
    const org = await makeOrganization(db);
    const [admin, member] = [await makeMember(db, org), await makeMember(db, org, { roles: ['VIEWER'] })];
    const changed = expectOk(
      await db.unitOfWork.run(admin, (work) =>
        changeMemberRoles(work, { memberId: member.memberId, roles: ['BUYER', 'BUYER'], expectedVersion: 1 }),
      ),
    );
    expect([changed.roles, changed.version]).toEqual([['BUYER'], 2]);
    expect((await trail(db, org.id)).at(-1)).toBe('member:roles');
  });

  it('keeps an administrator when two take the role from each other at once', async () => {
    const org = await makeOrganization(db);
    const [a, b] = [await makeMember(db, org), await makeMember(db, org)];
    const take = (actor: typeof a, from: typeof a) =>
      db.unitOfWork.run(actor, (work) =>
        changeMemberRoles(work, { memberId: from.memberId, roles: ['VIEWER'], expectedVersion: 1 }),
      );
    const both = await Promise.all([take(a, b), take(b, a)]);
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['LastAdmin', 'ok']);
  });

  it('refuses a stale version, unknown roles, and handing out or taking away what one has not', async () => {
    const org = await makeOrganization(db);
    const [admin, viewer] = [await makeMember(db, org), await makeMember(db, org, { roles: ['VIEWER'] })];
    const keeper = await makeMember(db, org, { permissions: ['member:manage', 'part:read', 'order:read', 'price:read'] });
    const change = (actor: typeof admin, given: { memberId: string; roles: string[]; expectedVersion: number }) =>
      db.unitOfWork.run(actor, (work) => changeMemberRoles(work, given));
    await expectFaults(db, ['VersionConflict'], () =>
      change(admin, { memberId: viewer.memberId, roles: [], expectedVersion: 7 }),
    );
    await expectFaults(db, ['RoleUnknown'], () =>
      change(admin, { memberId: viewer.memberId, roles: ['KING'], expectedVersion: 1 }),
    );
    await expectFaults(db, ['PermissionNotHeld'], () =>
      change(keeper, { memberId: keeper.memberId, roles: ['ADMIN'], expectedVersion: 1 }),
    );
    await expectFaults(db, ['PermissionNotHeld', 'LastAdmin'], () =>
      change(keeper, { memberId: admin.memberId, roles: ['VIEWER'], expectedVersion: 1 }),
    );
    expect((await change(keeper, { memberId: viewer.memberId, roles: [], expectedVersion: 1 })).ok).toBe(true);
  });

  it('refuses members without the right, and does not see members of others', async () => {
    const [org, other] = [await makeOrganization(db), await makeOrganization(db)];
    const [admin, viewer, stranger] = [
      await makeMember(db, org),
      await makeMember(db, org, { roles: ['VIEWER'] }),
      await makeMember(db, other),
    ];
    const given = { memberId: admin.memberId, roles: ['VIEWER'], expectedVersion: 1 };
    await expectRefused(db, 'FORBIDDEN', () => db.unitOfWork.run(viewer, (work) => changeMemberRoles(work, given)));
    await expectRefused(db, 'NOT_FOUND', () => db.unitOfWork.run(stranger, (work) => changeMemberRoles(work, given)));
  });
});
