import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { suspendOrganization } from '../../libs/organizations/src/organization/suspend-organization.js';
import { expectOk, makeMember, makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused, trail } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const operatorActor = async () => makeMember(db, { id: await makeOperator(db), roles: ['OPERATOR'] });

describe('suspendOrganization', () => {
  it('shuts an organisation out and lets it in again, once each in the trail', async () => {
    const [operator, org] = [await operatorActor(), await makeOrganization(db)];
    const move = (resume: boolean) =>
      db.unitOfWork.run(operator, (work) => suspendOrganization(work, { organizationId: org.id, reason: 'unpaid', resume }));
    expect(expectOk(await move(false)).status).toBe('SUSPENDED');
    expect(expectOk(await move(false)).version).toBe(2);
    expect(expectOk(await move(true)).status).toBe('ACTIVE');
    expect((await trail(db, operator.orgId)).slice(-2)).toEqual(['organization:suspend', 'organization:resume']);
  });

  it('refuses the own organisation, an unknown one, and everybody who is no operator', async () => {
    const [operator, org] = [await operatorActor(), await makeOrganization(db)];
    const admin = await makeMember(db, org);
    const ask = (actor: typeof admin, organizationId: string) =>
      db.unitOfWork.run(actor, (work) => suspendOrganization(work, { organizationId, reason: 'unpaid' }));
    await expectFaults(db, ['OwnOrganization'], () => ask(operator, operator.orgId));
    await expectRefused(db, 'NOT_FOUND', () => ask(operator, randomUUID()));
    await expectRefused(db, 'FORBIDDEN', () => ask(admin, org.id));
    await expect(ask({ ...admin, permissions: new Set(['operator:organizations']) }, org.id)).rejects.toMatchObject({
      code: 'EN403',
    });
  });
});
