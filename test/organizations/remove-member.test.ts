import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { removeMember } from '../../libs/organizations/src/member/remove-member.js';
import { makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused, trail } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('removeMember', () => {
  it('ends a membership, once', async () => {
    const org = await makeOrganization(db);
    const [admin, member] = [await makeMember(db, org), await makeMember(db, org, { roles: ['BUYER'] })];
    const remove = () => db.unitOfWork.run(admin, (work) => removeMember(work, { memberId: member.memberId }));
    expect(await remove()).toMatchObject({ ok: true, value: { status: 'LEFT' } });
    expect((await trail(db, org.id)).at(-1)).toBe('member:remove');
    await expectRefused(db, 'NOT_FOUND', remove);
  });

  it('keeps the last administrator, and those with more rights than the actor', async () => {
    const org = await makeOrganization(db);
    const admin = await makeMember(db, org);
    const keeper = await makeMember(db, org, { permissions: ['member:manage'] });
    await expectFaults(db, ['LastAdmin'], () =>
      db.unitOfWork.run(admin, (work) => removeMember(work, { memberId: admin.memberId })),
    );
    await makeMember(db, org);
    await expectFaults(db, ['PermissionNotHeld'], () =>
      db.unitOfWork.run(keeper, (work) => removeMember(work, { memberId: admin.memberId })),
    );
  });

  it('refuses members without the right, and does not see members of others', async () => {
    const [org, other] = [await makeOrganization(db), await makeOrganization(db)];
    const [admin, viewer, stranger] = [
      await makeMember(db, org),
      await makeMember(db, org, { roles: ['VIEWER'] }),
      await makeMember(db, other),
    ];
    await expectRefused(db, 'FORBIDDEN', () =>
      db.unitOfWork.run(viewer, (work) => removeMember(work, { memberId: admin.memberId })),
    );
    await expectRefused(db, 'NOT_FOUND', () =>
      db.unitOfWork.run(stranger, (work) => removeMember(work, { memberId: admin.memberId })),
    );
  });
});
