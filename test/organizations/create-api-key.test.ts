import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiKeyActor, createApiKey } from '#libs/organizations';
import { expectOk, makeMember, makeOrganization } from '../factories/organization.factory.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { expectFaults, expectRefused } from './support.js';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe('createApiKey', () => {
  it('makes a key that acts with its scopes, and stores only the hash of its secret', async () => {
    const org = await makeOrganization(db);
    const admin = await makeMember(db, org);
    const { apiKey, secret } = expectOk(
      await db.unitOfWork.run(admin, (work) => createApiKey(work, { name: 'ERP', scopes: ['order:read', 'order:place'] })),
    );
    expect(secret).toMatch(/^ek_[0-9A-Za-z]{8}_[\w-]{43}$/);
    expect(apiKey.expiresAt.getTime() - apiKey.createdAt.getTime()).toBe(365 * 86_400_000);
    const actor = await apiKeyActor(db.unitOfWork, secret);
    expect(actor).toEqual({
      kind: 'apiKey',
      orgId: org.id,
      keyId: apiKey.id,
      roles: ['BUYER'],
      permissions: new Set(['order:place', 'order:read']),
    });
    const dump = await db.admin<{ row: string }>(
      'select k::text || s::text as row from organizations.api_key k join organizations.api_key_secret s on s.key_id = k.id where k.id = $1',
      [apiKey.id],
    );
    expect(dump[0]?.row).not.toContain(secret.slice(-43));
    expect(
      await db.admin('select last_used_at is not null as used from organizations.api_key where id = $1', [apiKey.id]),
    ).toEqual([{ used: true }]);
  });

  it('gives nothing for a wrong secret, an ended key, a suspended organisation, or a scope the organisation lost', async () => {
    const org = await makeOrganization(db, { roles: ['BUYER', 'SUPPLIER'] });
    const admin = await makeMember(db, org);
    const { apiKey, secret } = expectOk(
      await db.unitOfWork.run(admin, (work) => createApiKey(work, { name: 'ERP', scopes: ['order:read', 'stock:write'] })),
    );
    const actor = () => apiKeyActor(db.unitOfWork, secret);
    for (const wrong of [
      '',
      'ek_',
      secret.slice(0, -1),
      secret.slice(0, -2) + (secret.at(-2) === 'A' ? 'B' : 'A') + secret.at(-1),
      `ek_00000000_${secret.slice(-43)}`,
    ]) {
      expect(await apiKeyActor(db.unitOfWork, wrong)).toBeUndefined();
    }
    await db.admin("update organizations.organization set roles = '{BUYER}' where id = $1", [org.id]);
    expect([...((await actor())?.permissions ?? [])]).toEqual(['order:read']);
    await db.admin("update organizations.organization set status = 'SUSPENDED' where id = $1", [org.id]);
    expect(await actor()).toBeUndefined();
    await db.admin("update organizations.organization set status = 'ACTIVE' where id = $1", [org.id]);
    await db.admin("update organizations.api_key set expires_at = now() - interval '1 second' where id = $1", [apiKey.id]);
    expect(await actor()).toBeUndefined();
  });

  it('refuses scopes of other kinds or beyond the own rights, ends in the past or beyond two years, and members without the right', async () => {
    const org = await makeOrganization(db);
    const [admin, keeper, viewer] = [
      await makeMember(db, org),
      await makeMember(db, org, { permissions: ['apikey:manage'] }),
      await makeMember(db, org, { roles: ['VIEWER'] }),
    ];
    const create = (actor: typeof admin, scopes: string[], expiresAt?: Date) =>
      db.unitOfWork.run(actor, (work) => createApiKey(work, { name: 'K', scopes, expiresAt }));
    await expectFaults(db, ['PermissionUnknown'], () => create(admin, ['stock:write']));
    await expectFaults(db, ['PermissionNotHeld'], () => create(keeper, ['order:place']));
    await expectFaults(db, ['ApiKeyExpiryNotValid'], () => create(admin, ['order:read'], inDays(-1)));
    await expectFaults(db, ['ApiKeyExpiryNotValid'], () => create(admin, ['order:read'], inDays(800)));
    await expectRefused(db, 'FORBIDDEN', () => create(viewer, ['order:read']));
  });
});
