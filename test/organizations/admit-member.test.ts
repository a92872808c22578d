import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admitMember } from '#libs/organizations';
import { systemActor } from '#libs/platform';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('admitMember', () => {
  it('makes a person a member; in a second organisation he is the same person with his own name and password', async () => {
    const [one, two] = [await makeOrganization(db), await makeOrganization(db)];
    const first = expectOk(
      await db.unitOfWork.run(systemActor(one.id), (work) =>
        admitMember(work, { email: 'Iris@two.test', name: 'Iris', roles: ['BUYER'], password: 'first phrase of iris' }),
      ),
    );
    const [before] = await db.admin<{ password_hash: string }>(
      "select password_hash from organizations.person where email = 'iris@two.test'",
    );
    const second = expectOk(
      await db.unitOfWork.run(systemActor(two.id), (work) =>
        admitMember(work, { email: 'iris@two.test', name: 'Mallory', roles: ['ADMIN'], password: 'taken over by mallory' }),
      ),
    );
    expect(second.personId).toBe(first.personId);
    expect(await db.admin("select name, password_hash from organizations.person where email = 'iris@two.test'")).toEqual([
      { name: 'Iris', ...before },
    ]);
    expect(await db.admin('select name from organizations.member where org_id = $1', [two.id])).toEqual([{ name: 'Iris' }]);
  });

  it('admits a person once, also when two do it at once', async () => {
    const org = await makeOrganization(db);
    const twice = await Promise.all(
      [1, 2].map(() =>
        db.unitOfWork.run(systemActor(org.id), (work) =>
          admitMember(work, { email: 'jo@once.test', name: 'Jo', roles: ['VIEWER'] }),
        ),
      ),
    );
    expect(twice.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['AlreadyMember', 'ok']);
    await expectFaults(db, ['AlreadyMember'], () =>
      db.unitOfWork.run(systemActor(org.id), (work) =>
        admitMember(work, { email: 'jo@once.test', name: 'Jo', roles: ['VIEWER'] }),
      ),
    );
  });

  it('refuses unknown roles, roles beyond the own rights, and members without the right', async () => {
    const org = await makeOrganization(db);
    const keeper = await makeMember(db, org, { permissions: ['member:manage', 'part:read', 'order:read', 'price:read'] });
    const viewer = await makeMember(db, org, { roles: ['VIEWER'] });
    const admit = (actor: typeof keeper, role: string) =>
      db.unitOfWork.run(actor, (work) => admitMember(work, { email: 'k@refused.test', name: 'K', roles: [role] }));
    await expectFaults(db, ['RoleUnknown'], () => admit(keeper, 'SELLER'));
    const [fault] = await expectFaults(db, ['PermissionNotHeld'], () => admit(keeper, 'BUYER'));
    expect(fault?.values).toEqual({
      permissions:
        'basket:edit, certificate:review, exchange:read, order:cancel, order:change, order:place, part:alias, rate:manage, tender:award, tender:manage, tender:open, tender:read',
    });
    await expectRefused(db, 'FORBIDDEN', () => admit(viewer, 'VIEWER'));
    expect((await admit(keeper, 'VIEWER')).ok).toBe(true);
  });
});
