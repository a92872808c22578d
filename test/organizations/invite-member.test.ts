import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inviteMember } from '../../libs/organizations/src/invitation/invite-member.js';
import { expectOk, letters, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused, mailsTo, secretIn } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('inviteMember', () => {
  it('mails a link for 7 days in the language asked for, and keeps only its hash', async () => {
    const org = await makeOrganization(db, { name: '北方航空' });
    const admin = await makeMember(db, org, { name: 'Lin' });
    const { invitation, link } = expectOk(
      await db.unitOfWork.run(admin, (work) =>
        inviteMember(work, { email: 'New@Invite.test', roles: ['BUYER'], locale: 'zh-CN' }, letters),
      ),
    );
    expect([invitation.email, invitation.status, invitation.expiresAt.getTime() - invitation.createdAt.getTime()]).toEqual([
      'new@invite.test',
      'PENDING',
      7 * 86_400_000,
    ]);
    const [mail] = await mailsTo(db, 'new@invite.test');
    expect(mail?.subject).toBe('北方航空 邀请您加入 Entrepôt');
    expect(mail?.text).toContain(link);
    const secret = secretIn(mail?.text);
    expect(secret).toHaveLength(43);
    expect(
      await db.admin(
        "select count(*)::int as n from organizations.one_time_token t where t.hash = sha256(convert_to($1, 'UTF8'))",
        [secret],
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('answers alike whether the address has an account elsewhere, and replaces an older invitation', async () => {
    const [org, other] = [await makeOrganization(db), await makeOrganization(db)];
    const admin = await makeMember(db, org);
    await makeMember(db, other, { email: 'elsewhere@invite.test' });
    const invite = (email: string) =>
      db.unitOfWork.run(admin, (work) => inviteMember(work, { email, roles: ['VIEWER'] }, letters));
    const shape = (result: Awaited<ReturnType<typeof invite>>) =>
      result.ok ? { ...result.value.invitation, id: '', email: '', createdAt: '', expiresAt: '' } : result.errors;
    expect(shape(await invite('elsewhere@invite.test'))).toEqual(shape(await invite('nowhere@invite.test')));
    await invite('nowhere@invite.test');
    expect(
      await db.admin(
        "select status, count(*)::int as n from organizations.invitation where org_id = $1 and email = 'nowhere@invite.test' group by 1 order by 1",
        [org.id],
      ),
    ).toEqual([
      { status: 'PENDING', n: 1 },
      { status: 'REVOKED', n: 1 },
    ]);
  });

  it('refuses what is no address, members, unknown roles, and roles beyond the own rights', async () => {
    const org = await makeOrganization(db);
    const admin = await makeMember(db, org, { email: 'self@invite.test' });
    const keeper = await makeMember(db, org, { permissions: ['member:manage'] });
    const viewer = await makeMember(db, org, { roles: ['VIEWER'] });
    const invite = (actor: typeof admin, email: string, role: string) =>
      db.unitOfWork.run(actor, (work) => inviteMember(work, { email, roles: [role] }, letters));
    for (const wrong of ['no address', 'a@b@c.test', 'x@y.test, z@y.test', '<x@y.test>', 'x@-y.test'])
      await expectFaults(db, ['EmailNotValid'], () => invite(admin, wrong, 'VIEWER'));
    await expectFaults(db, ['AlreadyMember'], () => invite(admin, 'SELF@invite.test', 'VIEWER'));
    await expectFaults(db, ['RoleUnknown'], () => invite(admin, 'n@invite.test', 'SELLER'));
    await expectFaults(db, ['PermissionNotHeld'], () => invite(keeper, 'n@invite.test', 'ADMIN'));
    await expectRefused(db, 'FORBIDDEN', () => invite(viewer, 'n@invite.test', 'VIEWER'));
  });
});
