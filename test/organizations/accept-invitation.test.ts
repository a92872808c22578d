import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import { acceptInvitation } from '../../libs/organizations/src/invitation/accept-invitation.js';
import { inviteMember } from '../../libs/organizations/src/invitation/invite-member.js';
import { expectOk, letters, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, mailsTo, makeDesk, secretIn, somewhere } from './support.js';

let db: FreshDatabase;
let desk: Awaited<ReturnType<typeof makeDesk>>;
beforeAll(async () => {
  db = await freshDatabase();
  desk = await makeDesk(db);
});
afterAll(async () => {
  await desk.close();
  await db.close();
});
const password = 'correct horse battery staple';

async function invited(email: string): Promise<{ orgId: string; token: string }> {
  const org = await makeOrganization(db);
  expectOk(
    await db.unitOfWork.run(systemActor(org.id), (work) =>
      inviteMember(work, { email, roles: ['BUYER'], locale: 'zh-TW' }, letters),
    ),
  );
  return { orgId: org.id, token: secretIn((await mailsTo(db, email)).at(-1)?.text) };
}
const guest = () => ({ actor: undefined, origin: somewhere() });

describe('acceptInvitation', () => {
  it('lets a new person in with name and password, once', async () => {
    const { orgId, token } = await invited('mia@accept.test');
    await expectFaults(db, ['PersonNameMissing', 'PasswordTooWeak'], () =>
      acceptInvitation(desk, { token, password: 'short' }, guest()),
    );
    const both = await Promise.all([1, 2].map(() => acceptInvitation(desk, { token, name: 'Mia', password }, guest())));
    expect(both.map((one) => (one.ok ? one.value.id : one.errors[0]?.code)).sort()).toEqual([orgId, 'InvitationInvalid'].sort());
    expect(await db.admin('select name, roles, status from organizations.member where org_id = $1', [orgId])).toEqual([
      { name: 'Mia', roles: ['BUYER'], status: 'ACTIVE' },
    ]);
    expect(await db.admin("select locale from organizations.person where email = 'mia@accept.test'")).toEqual([
      { locale: 'zh-TW' },
    ]);
    await expectFaults(db, ['InvitationInvalid'], () => acceptInvitation(desk, { token, name: 'Mia', password }, guest()));
  });

  it('asks a person who is here for his own password, or for being signed in as him', async () => {
    const home = await makeOrganization(db);
    const nora = await makeMember(db, home, { email: 'nora@accept.test', password });
    const thief = await makeMember(db, home, { email: 'thief@accept.test', password });
    const first = await invited('nora@accept.test');
    await expectFaults(db, ['CredentialsWrong'], () =>
      acceptInvitation(desk, { token: first.token, name: 'X', password: 'a password of my own making' }, guest()),
    );
    await expectFaults(db, ['CredentialsWrong'], () =>
      acceptInvitation(desk, { token: first.token }, { actor: thief, origin: somewhere() }),
    );
    expect((await acceptInvitation(desk, { token: first.token, password }, guest())).ok).toBe(true);
    const second = await invited('nora@accept.test');
    expect((await acceptInvitation(desk, { token: second.token }, { actor: nora, origin: somewhere() })).ok).toBe(true);
    expect(await db.admin('select count(*)::int as n from organizations.membership where person_id = $1', [nora.userId])).toEqual(
      [{ n: 3 }],
    );
  });

  it('counts wrong passwords as signing in does', async () => {
    await makeMember(db, await makeOrganization(db), { email: 'olga@accept.test', password });
    const { token } = await invited('olga@accept.test');
    const codes: unknown[] = [];
    for (let i = 0; i < 7; i++) {
      const tried = await acceptInvitation(desk, { token, password: `wrong number ${i}` }, guest());
      codes.push(tried.ok ? 'ok' : tried.errors[0]?.code);
    }
    expect(codes).toEqual([...new Array(5).fill('CredentialsWrong'), 'SignInThrottled', 'SignInThrottled']);
  });

  it('refuses old, forged and malformed links, and those of a suspended organisation', async () => {
    const { orgId, token } = await invited('pia@accept.test');
    for (const wrong of ['', 'x', 'A'.repeat(43), `${token}A`])
      await expectFaults(db, ['InvitationInvalid'], () => acceptInvitation(desk, { token: wrong, name: 'P', password }, guest()));
    await db.admin("update organizations.organization set status = 'SUSPENDED' where id = $1", [orgId]);
    await expectFaults(db, ['InvitationInvalid'], () => acceptInvitation(desk, { token, name: 'P', password }, guest()));
    await db.admin("update organizations.organization set status = 'ACTIVE' where id = $1", [orgId]);
    await db.admin("update organizations.one_time_token set expires_at = now() - interval '1 second' where org_id = $1", [orgId]);
    await expectFaults(db, ['InvitationInvalid'], () => acceptInvitation(desk, { token, name: 'P', password }, guest()));
  });

  it('refuses a person who became a member in another way meanwhile', async () => {
    const { orgId, token } = await invited('quinn@accept.test');
    const quinn = await makeMember(db, { id: orgId, roles: ['BUYER'] }, { email: 'quinn@accept.test', password });
    await expectFaults(db, ['AlreadyMember'], () => acceptInvitation(desk, { token }, { actor: quinn, origin: somewhere() }));
  });
});
