import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailPasswordReset } from '../../libs/organizations/src/credential/mail-password-reset.js';
import { requestPasswordReset } from '../../libs/organizations/src/credential/request-password-reset.js';
import { resetPassword } from '../../libs/organizations/src/credential/reset-password.js';
import { signIn } from '../../libs/organizations/src/session/sign-in.js';
import { letters, makeMember, makeOrganization } from '../factories/organization.factory.js';
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

const fresh = 'a wholly different phrase';
const jobs = () =>
  db.admin<{ payload: { email: string; orgId: null } }>(
    "select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'organizations.mail-password-reset' order by j.id",
  );
async function linkFor(email: string): Promise<string> {
  await db.unitOfWork.guest((work) => mailPasswordReset(work, { email }, letters));
  return secretIn((await mailsTo(db, email)).at(-1)?.text);
}

describe('requestPasswordReset', () => {
  it('does the same work for known and unknown addresses, three times in 15 minutes', async () => {
    await makeMember(db, await makeOrganization(db), { email: 'amy@reset.test', password });
    for (const email of ['amy@reset.test', 'nobody@reset.test']) {
      expect(await requestPasswordReset(desk, { email }, somewhere())).toEqual({ ok: true, value: true });
    }
    expect((await jobs()).map((job) => job.payload)).toEqual([
      { email: 'amy@reset.test', orgId: null },
      { email: 'nobody@reset.test', orgId: null },
    ]);
    await db.admin('delete from graphile_worker._private_jobs');
    for (let i = 0; i < 4; i++)
      expect((await requestPasswordReset(desk, { email: 'amy@reset.test' }, somewhere())).ok).toBe(true);
    // Two more of its three were left, and equal wishes that wait are one job.
    expect(await jobs()).toHaveLength(1);
    await expectFaults(db, ['EmailNotValid'], () => requestPasswordReset(desk, { email: 'no address' }, somewhere()));
  });
});

describe('resetPassword', () => {
  it('sets a new password once, ends every session and other link, and tells the person', async () => {
    await makeMember(db, await makeOrganization(db), { email: 'ben@reset.test', password, locale: 'zh-CN' });
    const session = await signIn(desk, { email: 'ben@reset.test', password }, somewhere());
    expect(session.ok).toBe(true);
    const [stale, token] = [await linkFor('ben@reset.test'), await linkFor('ben@reset.test')];
    await expectFaults(db, ['LinkInvalid'], () => resetPassword(db.unitOfWork, { token: stale, password: fresh }, letters));
    const both = await Promise.all([1, 2].map(() => resetPassword(db.unitOfWork, { token, password: fresh }, letters)));
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['LinkInvalid', 'ok']);
    expect(
      await db.admin(
        'select count(*)::int as n from organizations.session s join organizations.person p on p.id = s.person_id where p.email = $1 and s.revoked_at is null',
        ['ben@reset.test'],
      ),
    ).toEqual([{ n: 0 }]);
    expect((await mailsTo(db, 'ben@reset.test')).at(-1)?.subject).toBe('您的 Entrepôt 密码已更改');
    expect((await signIn(desk, { email: 'ben@reset.test', password }, somewhere())).ok).toBe(false);
    expect((await signIn(desk, { email: 'ben@reset.test', password: fresh }, somewhere())).ok).toBe(true);
  });

  it('refuses weak passwords without using the link up, and links that are old or none', async () => {
    await makeMember(db, await makeOrganization(db), { email: 'christopher@reset.test', name: 'Christopher', password });
    const token = await linkFor('christopher@reset.test');
    for (const weak of ['eleven char', 'christopher was here', 'aaaaaaaaaaaaaaaa', 'abcdefghijklmnop', 'password1234']) {
      await expectFaults(db, ['PasswordTooWeak'], () => resetPassword(db.unitOfWork, { token, password: weak }, letters));
    }
    for (const wrong of ['', 'A'.repeat(43)])
      await expectFaults(db, ['LinkInvalid'], () => resetPassword(db.unitOfWork, { token: wrong, password: fresh }, letters));
    await db.admin("update organizations.one_time_token set expires_at = now() - interval '1 second'");
    await expectFaults(db, ['LinkInvalid'], () => resetPassword(db.unitOfWork, { token, password: fresh }, letters));
  });

  it('sends nothing to an unknown address', async () => {
    await db.unitOfWork.guest((work) => mailPasswordReset(work, { email: 'nobody@reset.test' }, letters));
    expect(await mailsTo(db, 'nobody@reset.test')).toEqual([]);
  });
});
