import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import { leaveOrganization } from '../../libs/organizations/src/member/leave-organization.js';
import { makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('leaveOrganization', () => {
  it('ends the membership, keeps the name, and lets the person be invited again', async () => {
    const org = await makeOrganization(db);
    await makeMember(db, org);
    const member = await makeMember(db, org, { name: 'Kim', email: 'kim@leave.test', roles: ['VIEWER'] });
    expect(await db.unitOfWork.run(member, leaveOrganization)).toMatchObject({
      ok: true,
      value: { name: 'Kim', status: 'LEFT', roles: [] },
    });
    expect(
      await db.admin('select count(*)::int as n from organizations.membership where member_id = $1', [member.memberId]),
    ).toEqual([{ n: 0 }]);
    expect((await makeMember(db, org, { email: 'kim@leave.test' })).memberId).toBe(member.memberId);
  });

  it('keeps the last administrator, and one of two who leave at once', async () => {
    const org = await makeOrganization(db);
    const [a, b] = [await makeMember(db, org), await makeMember(db, org)];
    const both = await Promise.all([a, b].map((actor) => db.unitOfWork.run(actor, leaveOrganization)));
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['LastAdmin', 'ok']);
    const stayed = both[0]?.ok ? b : a;
    await expectFaults(db, ['LastAdmin'], () => db.unitOfWork.run(stayed, leaveOrganization));
  });

  it('is for people, and once', async () => {
    const org = await makeOrganization(db);
    await makeMember(db, org);
    const member = await makeMember(db, org, { roles: ['VIEWER'] });
    await expectRefused(db, 'FORBIDDEN', () => db.unitOfWork.run(systemActor(org.id), leaveOrganization));
    await db.unitOfWork.run(member, leaveOrganization);
    await expectRefused(db, 'NOT_FOUND', () => db.unitOfWork.run(member, leaveOrganization));
  });
});
