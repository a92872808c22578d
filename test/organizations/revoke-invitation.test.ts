import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invitationBehind } from '../../libs/organizations/src/invitation/accept-invitation.js';
import { inviteMember } from '../../libs/organizations/src/invitation/invite-member.js';
import { revokeInvitation } from '../../libs/organizations/src/invitation/revoke-invitation.js';
import { expectOk, letters, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused, mailsTo, secretIn } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('revokeInvitation', () => {
  it('kills the link, once, and only for those who may', async () => {
    const [org, other] = [await makeOrganization(db), await makeOrganization(db)];
    const [admin, viewer, stranger] = [
      await makeMember(db, org),
      await makeMember(db, org, { roles: ['VIEWER'] }),
      await makeMember(db, other),
    ];
    const { invitation } = expectOk(
      await db.unitOfWork.run(admin, (work) => inviteMember(work, { email: 'late@revoke.test', roles: ['VIEWER'] }, letters)),
    );
    const secret = secretIn((await mailsTo(db, 'late@revoke.test'))[0]?.text);
    expect((await invitationBehind(db.unitOfWork, secret))?.email).toBe('late@revoke.test');
    const revoke = (actor: typeof admin) =>
      db.unitOfWork.run(actor, (work) => revokeInvitation(work, { invitationId: invitation.id }));
    await expectRefused(db, 'FORBIDDEN', () => revoke(viewer));
    await expectRefused(db, 'NOT_FOUND', () => revoke(stranger));
    expect(expectOk(await revoke(admin)).status).toBe('REVOKED');
    expect(await invitationBehind(db.unitOfWork, secret)).toBeUndefined();
    await expectFaults(db, ['InvitationNotOpen'], () => revoke(admin));
  });
});
