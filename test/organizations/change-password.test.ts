import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import { changePassword } from '../../libs/organizations/src/credential/change-password.js';
import { SessionActorSource } from '../../libs/organizations/src/session/actor-source.js';
import { signIn } from '../../libs/organizations/src/session/sign-in.js';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, mailsTo, makeDesk, somewhere } from './support.js';

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

describe('changePassword', () => {
  it('ends every session, goes on in a new one, and tells the person', async () => {
    const actor = await makeMember(db, await makeOrganization(db), { email: 'dee@change.test', password });
    const old = expectOk(await signIn(desk, { email: 'dee@change.test', password }, somewhere()));
    const next = expectOk(
      await changePassword(desk, { currentPassword: password, password: fresh }, { actor, origin: somewhere() }),
    );
    const source = new SessionActorSource(db.unitOfWork);
    expect(await source.load((await desk.tokens.verify(old.accessToken))!)).toBeUndefined();
    expect((await source.load((await desk.tokens.verify(next.accessToken))!))?.orgId).toBe(actor.orgId);
    expect((await mailsTo(db, 'dee@change.test')).map((mail) => mail.subject)).toEqual(['Your Entrepôt password was changed']);
    expect((await signIn(desk, { email: 'dee@change.test', password: fresh }, somewhere())).ok).toBe(true);
  });

  it('lets one of two changes at once win', async () => {
    const actor = await makeMember(db, await makeOrganization(db), { email: 'fin@change.test', password });
    const both = await Promise.all(
      ['first of two phrases', 'second of the phrases'].map((given) =>
        changePassword(desk, { currentPassword: password, password: given }, { actor, origin: somewhere() }),
      ),
    );
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['CredentialsWrong', 'ok']);
  });

  it('refuses a wrong password under the count of signing in, a weak new one, and machines', async () => {
    const org = await makeOrganization(db);
    const actor = await makeMember(db, org, { email: 'gus@change.test', password });
    const change = (currentPassword: string, given: string) =>
      changePassword(desk, { currentPassword, password: given }, { actor, origin: somewhere() });
    // The right password makes the place known, which is all that changes.
    expect(await change(password, 'short')).toMatchObject({ ok: false, errors: [{ code: 'PasswordTooWeak' }] });
    for (let i = 0; i < 5; i++) await expectFaults(db, ['CredentialsWrong'], () => change(`wrong ${i}`, fresh));
    await expectFaults(db, ['SignInThrottled'], () => change('wrong again', fresh));
    await expect(
      changePassword(desk, { currentPassword: password, password: fresh }, { actor: systemActor(org.id), origin: somewhere() }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
