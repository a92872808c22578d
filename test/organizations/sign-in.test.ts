import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn } from '../../libs/organizations/src/session/sign-in.js';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, makeDesk, somewhere, trail } from './support.js';

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

const codesOf = (result: Awaited<ReturnType<typeof signIn>>) => (result.ok ? ['ok'] : result.errors.map((error) => error.code));

describe('signIn', () => {
  it('opens a session in the organisation asked for, or in the first active one by name', async () => {
    const [b, a] = [await makeOrganization(db, { name: 'B Corp' }), await makeOrganization(db, { name: 'A Corp' })];
    await makeMember(db, b, { email: 'ruth@sign.test', password });
    await makeMember(db, a, { email: 'ruth@sign.test' });
    const first = expectOk(await signIn(desk, { email: ' RUTH@sign.test ', password }, somewhere()));
    expect([first.organization.id, first.memberships.map((one) => one.name)]).toEqual([a.id, ['A Corp', 'B Corp']]);
    const second = expectOk(await signIn(desk, { email: 'ruth@sign.test', password, organizationId: b.id }, somewhere()));
    expect(second.organization.id).toBe(b.id);
    expect((await desk.tokens.verify(second.accessToken))?.org).toBe(b.id);
    expect((await trail(db, b.id)).at(-1)).toBe('session:open');
    await db.admin("update organizations.organization set status = 'SUSPENDED' where id = $1", [a.id]);
    expect(expectOk(await signIn(desk, { email: 'ruth@sign.test', password }, somewhere())).organization.id).toBe(b.id);
    await expect(signIn(desk, { email: 'ruth@sign.test', password, organizationId: a.id }, somewhere())).resolves.toMatchObject({
      errors: [{ code: 'NotYourOrganization' }],
    });
  });

  it('knows no difference between a wrong password, an unknown address, a person without password and a blocked one', async () => {
    const org = await makeOrganization(db);
    await makeMember(db, org, { email: 'sam@sign.test', password });
    await makeMember(db, org, { email: 'bare@sign.test' });
    await makeMember(db, org, { email: 'blocked@sign.test', password });
    await db.admin("update organizations.person set status = 'BLOCKED' where email = 'blocked@sign.test'");
    const tries: [string, string][] = [
      ['sam@sign.test', 'not his password'],
      ['nobody@sign.test', password],
      ['bare@sign.test', password],
      ['blocked@sign.test', password],
      ['no address at all', password],
    ];
    for (const [email, given] of tries)
      await expectFaults(db, ['CredentialsWrong'], () => signIn(desk, { email, password: given }, somewhere()));
  });

  it('takes about the same time for known and unknown addresses', async () => {
    await makeMember(db, await makeOrganization(db), { email: 'tess@sign.test', password });
    const timed = async (email: string) => {
      const start = process.hrtime.bigint();
      await signIn(desk, { email, password: 'not the right one' }, somewhere());
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 5; i++) {
      known.push(await timed('tess@sign.test'));
      unknown.push(await timed(`untold${i}@sign.test`));
    }
    const median = (times: number[]) => [...times].sort((a, b) => a - b)[2]!;
    // argon2 costs some 20 ms and more; without the dummy an unknown address would answer in a tenth of the time.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  it('evaluates 5 of 40 tries at once from everywhere, as many for an address that does not exist', async () => {
    await makeMember(db, await makeOrganization(db), { email: 'uma@sign.test', password });
    for (const email of ['uma@sign.test', 'nouma@sign.test']) {
      const tries = await Promise.all(
        Array.from({ length: 40 }, (_, i) => signIn(desk, { email, password: `guess ${i}` }, somewhere())),
      );
      expect(tries.flatMap(codesOf).filter((code) => code === 'CredentialsWrong')).toHaveLength(5);
      expect(tries.flatMap(codesOf).filter((code) => code === 'SignInThrottled')).toHaveLength(35);
    }
    const refused = await signIn(desk, { email: 'uma@sign.test', password }, somewhere());
    const wait = refused.ok ? 0 : Number(refused.errors[0]?.values?.['retryAfterSeconds']);
    expect(wait > 800 && wait <= 900).toBe(true);
  });

  it('does not count right passwords: ten in a row from ten places pass', async () => {
    await makeMember(db, await makeOrganization(db), { email: 'vic@sign.test', password });
    for (let i = 0; i < 10; i++)
      expect(codesOf(await signIn(desk, { email: 'vic@sign.test', password }, somewhere()))).toEqual(['ok']);
  });

  it('has nowhere to go for a person who left', async () => {
    const org = await makeOrganization(db);
    await makeMember(db, org);
    const member = await makeMember(db, org, { email: 'wim@sign.test', password, roles: ['VIEWER'] });
    await db.unitOfWork.run(member, (work) => work.tx.query('select organizations.end_membership($1)', [member.memberId]));
    expect(codesOf(await signIn(desk, { email: 'wim@sign.test', password }, somewhere()))).toEqual(['NoOrganization']);
  });
});
