import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sitesOf } from '#libs/organizations';
import { affected, Forbidden, type Work } from '#libs/platform';
import { breakGlassToken } from '../../libs/organizations/src/break-glass/break-glass-token.js';
import { closeBreakGlass } from '../../libs/organizations/src/break-glass/close-break-glass.js';
import { openBreakGlass } from '../../libs/organizations/src/break-glass/open-break-glass.js';
import { SessionActorSource } from '../../libs/organizations/src/session/actor-source.js';
import { signOut } from '../../libs/organizations/src/session/sign-out.js';
import { expectOk, makeMember, makeOperator, makeOrganization, makeSite } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused, makeDesk, trail } from './support.js';

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

const reason = 'Ticket 4711: the order does not arrive';
const operatorActor = async () => makeMember(db, { id: await makeOperator(db), roles: ['OPERATOR'] });

describe('openBreakGlass', () => {
  it('gives eyes without hands in the other organisation, for the minutes asked for, and notes it', async () => {
    const [operator, org] = [await operatorActor(), await makeOrganization(db)];
    await makeSite(db, org, { code: 'SEEN' });
    const glass = expectOk(
      await db.unitOfWork.run(operator, (work) => openBreakGlass(work, { organizationId: org.id, reason, minutes: 5 })),
    );
    expect(glass.expiresAt.getTime() - glass.openedAt.getTime()).toBe(5 * 60_000);
    expect((await trail(db, operator.orgId)).at(-1)).toBe('operator:break-glass');
    const token = expectOk(await breakGlassToken(desk, { breakGlassId: glass.id }, operator));
    expect(token.expiresAt).toEqual(glass.expiresAt);
    const claims = (await desk.tokens.verify(token.accessToken))!;
    const eyes = (await new SessionActorSource(db.unitOfWork).load(claims))!;
    expect(eyes).toMatchObject({ kind: 'user', orgId: org.id, userId: operator.userId, roles: ['BUYER'] });
    expect(eyes.kind === 'user' && [...eyes.permissions]).toEqual([
      'exchange:read',
      'order:read',
      'part:read',
      'price:read',
      'tender:read',
    ]);
    expect((await db.unitOfWork.read(eyes, (work) => sitesOf(work))).map((site) => site.code)).toEqual(['SEEN']);
    // Whatever a door lets through, the transaction writes nothing; but the way out stays open and is noted.
    const write = (work: Work) => affected(work, `update organizations.site set name = 'Moved' where org_id = $1`, [org.id]);
    await expect(db.unitOfWork.run(eyes, write)).rejects.toThrow(Forbidden);
    expect((await db.unitOfWork.run(eyes, (work) => sitesOf(work))).map((site) => site.name)).not.toContain('Moved');
    expect(
      expectOk(await db.unitOfWork.run(operator, (work) => closeBreakGlass(work, { breakGlassId: glass.id }))).closedAt,
    ).not.toBeNull();
    expect(await new SessionActorSource(db.unitOfWork).load(claims)).toBeUndefined();
    const again = expectOk(
      await db.unitOfWork.run(operator, (work) => openBreakGlass(work, { organizationId: org.id, reason, minutes: 5 })),
    );
    const other = (await desk.tokens.verify(
      expectOk(await breakGlassToken(desk, { breakGlassId: again.id }, operator)).accessToken,
    ))!;
    const looking = (await new SessionActorSource(db.unitOfWork).load(other))!;
    await signOut(db.unitOfWork, { actor: looking, refreshToken: undefined });
    expect(await new SessionActorSource(db.unitOfWork).load(other)).toBeUndefined();
    await expectFaults(db, ['BreakGlassClosed'], () => breakGlassToken(desk, { breakGlassId: glass.id }, operator));
  });

  it("ends by itself, and with the operator's own membership", async () => {
    const [operator, org] = [await operatorActor(), await makeOrganization(db)];
    const open = async () =>
      expectOk(await db.unitOfWork.run(operator, (work) => openBreakGlass(work, { organizationId: org.id, reason, minutes: 5 })));
    const claimsOf = (glass: { sessionId: string; memberId: string }) => ({
      sub: operator.userId,
      org: org.id,
      sid: glass.sessionId,
      mem: glass.memberId,
      kind: 'user' as const,
      exp: 0,
    });
    const [first, second] = [await open(), await open()];
    const source = new SessionActorSource(db.unitOfWork);
    await db.admin("update organizations.session set expires_at = now() - interval '1 second' where id = $1", [first.sessionId]);
    expect(await source.load(claimsOf(first))).toBeUndefined();
    expect(await source.load(claimsOf(second))).toBeDefined();
    await db.unitOfWork.run({ ...operator }, (work) =>
      work.tx.query('select organizations.end_membership($1)', [operator.memberId]),
    );
    expect(await source.load(claimsOf(second))).toBeUndefined();
  });

  it('refuses the own organisation, an unknown one, hours, short reasons, machines, and everybody else', async () => {
    const [operator, org] = [await operatorActor(), await makeOrganization(db)];
    const admin = await makeMember(db, org);
    const open = (actor: typeof admin, given: object) =>
      db.unitOfWork.run(actor, (work) => openBreakGlass(work, { organizationId: org.id, reason, minutes: 5, ...given }));
    await expectFaults(db, ['OwnOrganization'], () => open(operator, { organizationId: operator.orgId }));
    await expectRefused(db, 'NOT_FOUND', () => open(operator, { organizationId: randomUUID() }));
    await expect(open(operator, { minutes: 61 })).rejects.toThrow('bad input');
    await expect(open(operator, { reason: 'because' })).rejects.toThrow('bad input');
    await expectRefused(db, 'FORBIDDEN', () => open(admin, {}));
    await expect(open({ ...admin, permissions: new Set(['operator:organizations']) }, {})).rejects.toMatchObject({
      code: 'EN403',
    });
    const glass = expectOk(await open(operator, {}));
    const colleague = await operatorActor();
    await expectRefused(db, 'NOT_FOUND', () => breakGlassToken(desk, { breakGlassId: glass.id }, colleague));
  });
});
