import { type ApiKeyActor, affected, type OrganizationRole, one, systemActor, type UnitOfWork } from '#libs/platform';
import { readKey, sameHash } from './key-text.js';

interface Stored {
  orgId: string;
  keyId: string;
  hash: Buffer;
}

/**
 * The actor of an API key: of its organisation, with its scopes as far as the organisation itself may. undefined when the text
 * is no key, or the key is unknown, ended, revoked, or its organisation suspended. Notes the use, to the minute.
 */
export async function apiKeyActor(unitOfWork: UnitOfWork, text: string): Promise<ApiKeyActor | undefined> {
  const key = readKey(text);
  if (!key) return undefined;
  const stored = await unitOfWork.guest((work) =>
    one<Stored>(work, 'select org_id as "orgId", key_id as "keyId", hash from organizations.find_api_key($1)', [key.prefix]),
  );
  if (!stored || !sameHash(stored.hash, key.hash)) return undefined;
  return unitOfWork.run(systemActor(stored.orgId), async (work) => {
    const loaded = await one<{ roles: OrganizationRole[]; permissions: string[] }>(
      work,
      `select roles, permissions from organizations.load_actor('apiKey', $1, null)`,
      [stored.keyId],
    );
    if (!loaded) return undefined;
    await affected(
      work,
      `update organizations.api_key set last_used_at = transaction_timestamp() where org_id = $1 and id = $2
       and (last_used_at is null or last_used_at < transaction_timestamp() - interval '1 minute')`,
      [stored.orgId, stored.keyId],
    );
    return {
      kind: 'apiKey',
      orgId: stored.orgId,
      keyId: stored.keyId,
      roles: loaded.roles,
      permissions: new Set(loaded.permissions),
    };
  });
}
