import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import { changePassword } from '../../libs/organizations/src/credential/change-password.js';
import { confirmEmailChange } from '../../libs/organizations/src/credential/confirm-email-change.js';
import { requestEmailChange } from '../../libs/organizations/src/credential/request-email-change.js';
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

const person = async (email: string) => makeMember(db, await makeOrganization(db), { email, password });
const ask = (actor: Awaited<ReturnType<typeof person>>, email: string, given = password) =>
  requestEmailChange(desk, { email, password: given }, { actor, origin: somewhere() });
const subjects = async (to: string) => (await mailsTo(db, to)).map((mail) => mail.subject);

describe('requestEmailChange and confirmEmailChange', () => {
  it('take a new address into use by the link sent there, and tell the old one twice', async () => {
    const actor = await person('old@mail.test');
    expect(await ask(actor, 'New@mail.test')).toEqual({ ok: true, value: true });
    const token = secretIn((await mailsTo(db, 'new@mail.test'))[0]?.text);
    expect((await signIn(desk, { email: 'new@mail.test', password }, somewhere())).ok).toBe(false);
    const both = await Promise.all([1, 2].map(() => confirmEmailChange(db.unitOfWork, { token }, letters)));
    expect(both.map((one) => (one.ok ? one.value.email : one.errors[0]?.code)).sort()).toEqual(['LinkInvalid', 'new@mail.test']);
    expect((await signIn(desk, { email: 'new@mail.test', password }, somewhere())).ok).toBe(true);
    expect((await signIn(desk, { email: 'old@mail.test', password }, somewhere())).ok).toBe(false);
    expect(await subjects('old@mail.test')).toEqual([
      'A new e-mail address was asked for',
      'Your e-mail address on Entrepôt was changed',
    ]);
    // Each organisation follows by a job of its own.
    await db.unitOfWork.run(systemActor(actor.orgId), (work) =>
      work.tx.query('select organizations.refresh_member($1)', [actor.memberId]),
    );
    expect(await db.admin('select email from organizations.member where id = $1', [actor.memberId])).toEqual([
      { email: 'new@mail.test' },
    ]);
  });

  it('answer alike for an address that has an account, whose owner is told; and the faster of two gets it', async () => {
    await person('owner@mail.test');
    const [one, two] = [await person('one@mail.test'), await person('two@mail.test')];
    expect(await ask(one, 'owner@mail.test')).toEqual({ ok: true, value: true });
    expect(await subjects('owner@mail.test')).toEqual(['Your Entrepôt account']);
    await ask(one, 'wanted@mail.test');
    await ask(two, 'wanted@mail.test');
    const tokens = (await mailsTo(db, 'wanted@mail.test')).map((mail) => secretIn(mail.text));
    expect((await confirmEmailChange(db.unitOfWork, { token: tokens[1]! }, letters)).ok).toBe(true);
    await expectFaults(db, ['EmailTaken'], () => confirmEmailChange(db.unitOfWork, { token: tokens[0]! }, letters));
  });

  it('refuse wrong passwords, what is no address, dead links, and machines', async () => {
    const actor = await person('hans@mail.test');
    await expectFaults(db, ['CredentialsWrong'], () => ask(actor, 'next@mail.test', 'not my password'));
    await expectFaults(db, ['EmailNotValid'], () => ask(actor, 'no address'));
    for (const token of ['', 'A'.repeat(43)])
      await expectFaults(db, ['LinkInvalid'], () => confirmEmailChange(db.unitOfWork, { token }, letters));
    await expect(
      requestEmailChange(desk, { email: 'x@mail.test', password }, { actor: systemActor(actor.orgId), origin: somewhere() }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (let i = 0; i < 4; i++) await ask(actor, 'next@mail.test', 'not it either');
    await expectFaults(db, ['SignInThrottled'], () => ask(actor, 'next@mail.test', 'nor that'));
  });

  it('end an open change when the password is changed', async () => {
    const actor = await person('ida@mail.test');
    await ask(actor, 'thief@mail.test');
    const token = secretIn((await mailsTo(db, 'thief@mail.test'))[0]?.text);
    expect(
      (
        await changePassword(
          desk,
          { currentPassword: password, password: 'a wholly different phrase' },
          { actor, origin: somewhere() },
        )
      ).ok,
    ).toBe(true);
    await expectFaults(db, ['LinkInvalid'], () => confirmEmailChange(db.unitOfWork, { token }, letters));
  });
});
