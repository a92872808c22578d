import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import { SessionActorSource } from '../../libs/organizations/src/session/actor-source.js';
import { refreshSession } from '../../libs/organizations/src/session/refresh-session.js';
import { signIn } from '../../libs/organizations/src/session/sign-in.js';
import { signOut } from '../../libs/organizations/src/session/sign-out.js';
import { switchOrganization } from '../../libs/organizations/src/session/switch-organization.js';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { makeDesk, somewhere, trail } from './support.js';

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

async function signedIn(email: string) {
  const org = await makeOrganization(db);
  await makeMember(db, org, { email, password });
  return { org, session: expectOk(await signIn(desk, { email, password }, somewhere())) };
}
const actorOf = async (accessToken: string) =>
  new SessionActorSource(db.unitOfWork).load((await desk.tokens.verify(accessToken))!);

/** Lets seconds pass since the used tokens of an organisation's sessions were used. */
const later = (orgId: string, seconds: number) =>
  db.admin(
    `update organizations.session_token set used_at = used_at - make_interval(secs => $2)
     where session_id in (select id from organizations.session where org_id = $1)`,
    [orgId, seconds],
  );

describe('refreshSession', () => {
  it('gives a new pair and uses the old one up', async () => {
    const { org, session } = await signedIn('xena@fresh.test');
    const next = await refreshSession(desk, session.refreshToken);
    expect(next.organization.id).toBe(org.id);
    expect(next.refreshToken).not.toBe(session.refreshToken);
    expect((await actorOf(next.accessToken))?.orgId).toBe(org.id);
  });

  it('ends the family when a token comes again later than a lost reply would bring it', async () => {
    const { org, session } = await signedIn('yves@fresh.test');
    const next = await refreshSession(desk, session.refreshToken);
    await later(org.id, 11);
    await expect(refreshSession(desk, session.refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await trail(db, org.id)).at(-1)).toBe('session:reuse');
    await expect(refreshSession(desk, next.refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await actorOf(next.accessToken)).toBeUndefined();
  });

  it('gives another pair to a window whose reply was lost, and uses the lost one up', async () => {
    const { org, session } = await signedIn('wim@fresh.test');
    const [one, other] = await Promise.all([
      refreshSession(desk, session.refreshToken),
      refreshSession(desk, session.refreshToken),
    ]);
    expect(await actorOf(one.accessToken)).toBeDefined();
    expect(await actorOf(other.accessToken)).toBeDefined();
    const live = await db.admin<{ n: number }>(
      'select count(*)::int as n from organizations.session_token t join organizations.session s on s.id = t.session_id where s.org_id = $1 and t.used_at is null',
      [org.id],
    );
    expect(live).toEqual([{ n: 1 }]);
    // Whoever holds the one that was passed over is found out as soon as it is not a matter of seconds.
    await later(org.id, 11);
    const outcomes = await Promise.allSettled([refreshSession(desk, one.refreshToken), refreshSession(desk, other.refreshToken)]);
    expect(outcomes.some((outcome) => outcome.status === 'rejected')).toBe(true);
    await expect(refreshSession(desk, one.refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(refreshSession(desk, other.refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('leaves nothing for ever: what has ended goes, what may still tell of a thief stays', async () => {
    const { org, session } = await signedIn('vic@fresh.test');
    await refreshSession(desk, session.refreshToken);
    const count = async () =>
      (
        await db.admin<{ n: number }>(
          'select count(*)::int as n from organizations.session_token t join organizations.session s on s.id = t.session_id where s.org_id = $1',
          [org.id],
        )
      )[0]!.n;
    await db.admin('select organizations.purge()');
    expect(await count()).toBe(2);
    await db.admin(
      "update organizations.session_token set expires_at = now() - interval '2 days' where used_at is not null and session_id in (select id from organizations.session where org_id = $1)",
      [org.id],
    );
    await db.admin('select organizations.purge()');
    expect(await count()).toBe(1);
    await db.admin("update organizations.session set revoked_at = now() - interval '91 days' where org_id = $1", [org.id]);
    await db.admin('select organizations.purge()');
    expect(await db.admin('select from organizations.session where org_id = $1', [org.id])).toEqual([]);
    await expect(db.unitOfWork.guest((work) => work.tx.query('select organizations.purge()'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('refuses no token, a forged one, one that ended, and one of a suspended organisation', async () => {
    const { org, session } = await signedIn('zoe@fresh.test');
    for (const wrong of [undefined, '', 'A'.repeat(43), `${session.refreshToken}x`])
      await expect(refreshSession(desk, wrong)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await db.admin("update organizations.organization set status = 'SUSPENDED' where id = $1", [org.id]);
    await expect(refreshSession(desk, session.refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await db.admin("update organizations.organization set status = 'ACTIVE' where id = $1", [org.id]);
    await db.admin(
      "update organizations.session_token set expires_at = now() - interval '1 second' where session_id in (select id from organizations.session where org_id = $1)",
      [org.id],
    );
    await expect(refreshSession(desk, session.refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('signOut', () => {
  it('ends the session by token or by cookie, and does not mind being asked twice', async () => {
    const { session } = await signedIn('abe@out.test');
    const actor = await actorOf(session.accessToken);
    await signOut(db.unitOfWork, { actor, refreshToken: undefined });
    await signOut(db.unitOfWork, { actor, refreshToken: 'nonsense' });
    expect(await actorOf(session.accessToken)).toBeUndefined();
    const { session: other } = await signedIn('bea@out.test');
    await signOut(db.unitOfWork, { actor: undefined, refreshToken: other.refreshToken });
    expect(await actorOf(other.accessToken)).toBeUndefined();
  });
});

describe('switchOrganization', () => {
  it('opens a session over there and ends the one here', async () => {
    const { org, session } = await signedIn('cid@switch.test');
    const there = await makeOrganization(db);
    await makeMember(db, there, { email: 'cid@switch.test' });
    const actor = (await actorOf(session.accessToken))!;
    const moved = expectOk(await switchOrganization(desk, { organizationId: there.id }, { actor, userAgent: '' }));
    expect([moved.organization.id, (await actorOf(moved.accessToken))?.orgId]).toEqual([there.id, there.id]);
    expect(await actorOf(session.accessToken)).toBeUndefined();
    await expect(refreshSession(desk, session.refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await trail(db, org.id)).at(-1)).toBe('session:close');
  });

  it("refuses an organisation that is not one's own, and machines", async () => {
    const { session } = await signedIn('dan@switch.test');
    const foreign = await makeOrganization(db);
    const actor = (await actorOf(session.accessToken))!;
    expect(await switchOrganization(desk, { organizationId: foreign.id }, { actor, userAgent: '' })).toMatchObject({
      errors: [{ code: 'NotYourOrganization' }],
    });
    await expect(
      switchOrganization(desk, { organizationId: foreign.id }, { actor: systemActor(foreign.id), userAgent: '' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await actorOf(session.accessToken)).toBeDefined();
  });
});

describe('the source of actors', () => {
  it('knows no session under another organisation, membership or person', async () => {
    const { session } = await signedIn('eli@source.test');
    const other = await makeMember(db, await makeOrganization(db));
    const claims = (await desk.tokens.verify(session.accessToken))!;
    const source = new SessionActorSource(db.unitOfWork);
    expect(await source.load(claims)).toBeDefined();
    for (const forged of [
      { org: other.orgId },
      { mem: other.memberId },
      { sub: other.userId },
      { sid: other.sessionId },
      { kind: 'apiKey' as const },
    ]) {
      expect(await source.load({ ...claims, ...forged })).toBeUndefined();
    }
  });
});
