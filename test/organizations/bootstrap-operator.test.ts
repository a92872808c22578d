import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootstrapOperator } from '#libs/organizations';
import { acceptInvitation } from '../../libs/organizations/src/invitation/accept-invitation.js';
import { letters } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { mailsTo, makeDesk, secretIn, somewhere } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('bootstrapOperator', () => {
  it('founds one operator for two consoles at once, and gives a link instead of a default password', async () => {
    const both = await Promise.all([1, 2].map(() => bootstrapOperator(db.unitOfWork, { email: 'Root@hub.test' }, letters)));
    expect(both.map((one) => one.outcome)).toEqual(['INVITED', 'INVITED']);
    expect(new Set(both.map((one) => one.organizationId)).size).toBe(1);
    expect(await db.admin("select count(*)::int as n from organizations.organization where 'OPERATOR' = any (roles)")).toEqual([
      { n: 1 },
    ]);
    expect(await db.admin('select count(*)::int as n from organizations.person')).toEqual([{ n: 0 }]);
    // The later link is the one that works; the earlier one died with its invitation.
    const secrets = (await mailsTo(db, 'root@hub.test')).map(({ text }) => secretIn(text));
    const desk = await makeDesk(db);
    const outcomes = [];
    for (const token of secrets) {
      const accepted = await acceptInvitation(
        desk,
        { token, name: 'Root', password: 'a phrase of several words' },
        { actor: undefined, origin: somewhere() },
      );
      outcomes.push(accepted.ok);
    }
    await desk.close();
    expect(outcomes).toEqual([false, true]);
    expect((await bootstrapOperator(db.unitOfWork, { email: 'other@hub.test' }, letters)).outcome).toBe('EXISTS');
    expect(await mailsTo(db, 'other@hub.test')).toEqual([]);
  });

  it('takes a password from a secret of the deployment, on a hub of its own', async () => {
    const own = await freshDatabase();
    try {
      const made = await bootstrapOperator(
        own.unitOfWork,
        { email: 'root@hub.test', password: 'from the vault 7391', name: 'Hub AG', country: 'CH' },
        letters,
      );
      expect(made.outcome).toBe('MEMBER');
      expect(
        await own.admin(
          'select o.name, o.country, m.roles, p.password_hash like $1 as argon from organizations.organization o join organizations.member m on m.org_id = o.id join organizations.person p on p.id = m.person_id',
          ['$argon2id$v=19$m=19456,t=2,p=1$%'],
        ),
      ).toEqual([{ name: 'Hub AG', country: 'CH', roles: ['ADMIN'], argon: true }]);
    } finally {
      await own.close();
    }
  });
});
