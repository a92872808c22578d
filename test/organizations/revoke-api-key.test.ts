import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiKeyActor, createApiKey } from '#libs/organizations';
import { revokeApiKey } from '../../libs/organizations/src/api-key/revoke-api-key.js';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectRefused, trail } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('revokeApiKey', () => {
  it('ends the key at once, and once in the trail', async () => {
    const [org, other] = [await makeOrganization(db), await makeOrganization(db)];
    const [admin, viewer, stranger] = [
      await makeMember(db, org),
      await makeMember(db, org, { roles: ['VIEWER'] }),
      await makeMember(db, other),
    ];
    const { apiKey, secret } = expectOk(
      await db.unitOfWork.run(admin, (work) => createApiKey(work, { name: 'ERP', scopes: ['order:read'] })),
    );
    const revoke = (actor: typeof admin) => db.unitOfWork.run(actor, (work) => revokeApiKey(work, { apiKeyId: apiKey.id }));
    await expectRefused(db, 'FORBIDDEN', () => revoke(viewer));
    await expectRefused(db, 'NOT_FOUND', () => revoke(stranger));
    const first = await revoke(admin);
    expect(await apiKeyActor(db.unitOfWork, secret)).toBeUndefined();
    expect((await revoke(admin)).revokedAt).toEqual(first.revokedAt);
    expect((await trail(db, org.id)).filter((action) => action === 'apikey:revoke')).toHaveLength(1);
  });
});
