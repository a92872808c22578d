import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrganization } from '#libs/organizations';
import { expectOk, makeMember, makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused, trail } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const card = { name: 'Blue Wing', roles: ['BUYER' as const, 'BUYER' as const], country: 'FR', currency: 'EUR' };
const operatorActor = async () => makeMember(db, { id: await makeOperator(db), roles: ['OPERATOR'] });

describe('createOrganization', () => {
  it('founds an active organisation, notes it, and leaves the invitation to a job of the new organisation', async () => {
    const operator = await operatorActor();
    const made = expectOk(
      await db.unitOfWork.run(operator, (work) =>
        createOrganization(work, { ...card, gln: '4006381333931', adminEmail: 'Boss@Blue.test' }),
      ),
    );
    expect(made).toMatchObject({
      name: 'Blue Wing',
      roles: ['BUYER'],
      status: 'ACTIVE',
      gln: '4006381333931',
      cage: null,
      version: 1,
    });
    expect((await trail(db, operator.orgId)).at(-1)).toBe('organization:create');
    const jobs = await db.admin(
      "select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'organizations.invite-first-admin'",
    );
    expect(jobs).toEqual([{ payload: { email: 'boss@blue.test', locale: null, orgId: made.id } }]);
  });

  it('refuses an identifier that another organisation has, also when two ask at once', async () => {
    const operator = await operatorActor();
    await makeOrganization(db, { cage: '7K1L2' });
    const [fault] = await expectFaults(db, ['IdentifierTaken'], () =>
      db.unitOfWork.run(operator, (work) => createOrganization(work, { ...card, cage: '7K1L2' })),
    );
    expect(fault).toEqual({ code: 'IdentifierTaken', path: ['cage'], values: { identifier: '7K1L2' } });
    const twins = [1, 2].map(() =>
      db.unitOfWork.run(operator, (work) => createOrganization(work, { ...card, duns: '123456789' })),
    );
    expect((await Promise.all(twins)).map((twin) => (twin.ok ? 'ok' : twin.errors[0]?.code)).sort()).toEqual([
      'IdentifierTaken',
      'ok',
    ]);
  });

  it('refuses members without the right, and in the database an administrator who forges it', async () => {
    const buyer = await makeOrganization(db);
    const admin = await makeMember(db, buyer);
    await expectRefused(db, 'FORBIDDEN', () => db.unitOfWork.run(admin, (work) => createOrganization(work, card)));
    const forged = { ...admin, permissions: new Set(['operator:organizations']) };
    await expect(db.unitOfWork.run(forged, (work) => createOrganization(work, card))).rejects.toMatchObject({ code: 'EN403' });
  });

  it('refuses input that no form sends', async () => {
    const operator = await operatorActor();
    for (const wrong of [{ country: 'XX' }, { currency: 'EURO' }, { roles: [] }, { gln: '4006381333932' }, { name: ' ' }]) {
      await expect(db.unitOfWork.run(operator, (work) => createOrganization(work, { ...card, ...wrong }))).rejects.toThrow(
        'bad input',
      );
    }
  });
});
