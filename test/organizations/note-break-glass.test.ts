import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#libs/platform';
import { noteBreakGlass } from '../../libs/organizations/src/break-glass/note-break-glass.js';
import { letters, makeMember, makeOperator, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { mailsTo, trail } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('noteBreakGlass', () => {
  it('tells the organisation that was looked into: its trail and its administrators, nobody else', async () => {
    const org = await makeOrganization(db, { name: 'Looked Into' });
    await makeMember(db, org, { email: 'boss@look.test', name: 'Boss' });
    await makeMember(db, org, { email: 'clerk@look.test', roles: ['VIEWER'] });
    const note = {
      id: randomUUID(),
      operatorId: await makeOperator(db),
      reason: 'Ticket 4711',
      expiresAt: '2026-11-21T12:00:00Z',
    };
    await db.unitOfWork.run(systemActor(org.id), (work) => noteBreakGlass(work, note, letters));
    expect((await trail(db, org.id)).at(-1)).toBe('operator:break-glass');
    const [mail] = await mailsTo(db, 'boss@look.test');
    expect(mail?.text).toContain(
      'Hub Operator opened read-only access to Looked Into until 2026-11-21T12:00:00Z.\n\nReason given: Ticket 4711',
    );
    expect(await mailsTo(db, 'clerk@look.test')).toEqual([]);
  });
});
