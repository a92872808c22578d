import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeBreakGlass } from '../../libs/organizations/src/break-glass/close-break-glass.js';
import { openBreakGlass } from '../../libs/organizations/src/break-glass/open-break-glass.js';
import { expectOk, makeMember, makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('closeBreakGlass', () => {
  it('closes a look once, of the own operator only', async () => {
    const org = await makeOrganization(db);
    const operator = await makeMember(db, { id: await makeOperator(db), roles: ['OPERATOR'] });
    const [admin, otherOperator] = [
      await makeMember(db, org),
      await makeMember(db, await makeOrganization(db, { roles: ['OPERATOR'], name: 'Second operator' })),
    ];
    const glass = expectOk(
      await db.unitOfWork.run(operator, (work) =>
        openBreakGlass(work, { organizationId: org.id, reason: 'Ticket 4711, asked for by phone', minutes: 5 }),
      ),
    );
    const close = (actor: typeof operator) =>
      db.unitOfWork.run(actor, (work) => closeBreakGlass(work, { breakGlassId: glass.id }));
    await expectRefused(db, 'FORBIDDEN', () => close(admin));
    await expectRefused(db, 'NOT_FOUND', () => close(otherOperator));
    const both = await Promise.all([close(operator), close(operator)]);
    expect(both.map((one) => (one.ok ? 'ok' : one.errors[0]?.code)).sort()).toEqual(['BreakGlassClosed', 'ok']);
    await expectFaults(db, ['BreakGlassClosed'], () => close(operator));
  });
});
