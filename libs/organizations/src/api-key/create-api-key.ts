import { v7 } from 'uuid';
import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { grantablePermissions, mayGrant } from '../role/role.reader.js';
import { ApiKey } from './api-key.entity.js';
import { freshKey } from './key-text.js';

const day = 86_400_000;
/** Days a key lives when nothing is said, and at most: two years, so that forgotten keys end. */
const daysDefault = 365;
const daysMax = 731;

const input = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.string())
    .min(1)
    .max(100)
    .transform((names) => [...new Set(names)].sort()),
  expiresAt: z.date().nullish(),
});

export type CreateApiKeyInput = z.input<typeof input>;
export type CreateApiKeyError = Fault<'PermissionUnknown' | 'PermissionNotHeld' | 'ApiKeyExpiryNotValid'>;

/** A new key with its secret, which is shown now and never again. */
export interface CreatedApiKey {
  apiKey: ApiKey;
  secret: string;
}

/**
 * Makes a key for a machine, with scopes out of the maker's own permissions; ends after a year when nothing is said, after two at most.
 * Errors: PermissionUnknown, PermissionNotHeld, ApiKeyExpiryNotValid. Throws Forbidden, BadInput.
 */
export async function createApiKey(work: Work, given: CreateApiKeyInput): Promise<Result<CreatedApiKey, CreateApiKeyError>> {
  requirePermission(work, permissions.manageApiKeys);
  const { name, scopes, expiresAt: wished } = checkInput(input, given);
  const grantable = await grantablePermissions(work);
  const unknown = scopes.filter((scope) => !grantable.has(scope));
  if (unknown.length > 0)
    return fail({ code: 'PermissionUnknown', path: ['scopes'], values: { permissions: unknown.join(', ') } });
  const refused = mayGrant(work, scopes, ['scopes']);
  if (refused.length > 0) return fail(...refused);
  const expiresAt = wished ?? new Date(work.now.getTime() + daysDefault * day);
  const lifeMs = expiresAt.getTime() - work.now.getTime();
  if (lifeMs <= 0 || lifeMs > daysMax * day) return fail({ code: 'ApiKeyExpiryNotValid', path: ['expiresAt'] });

  const key = freshKey();
  const createdBy = work.actor.kind === 'user' ? work.actor.memberId : null;
  const { orgId } = work.actor;
  const apiKey: ApiKey = {
    orgId,
    id: v7(),
    name,
    prefix: key.prefix,
    scopes,
    createdBy,
    createdAt: work.now,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  };
  await work.tx.insert(ApiKey, { ...apiKey });
  await rows(work, 'select organizations.store_api_key_secret($1, $2, $3)', [apiKey.id, key.prefix, key.hash]);
  await audit(work, { action: 'apikey:create', subject: `apikey:${apiKey.id}`, detail: { name, scopes, expiresAt } });
  return ok({ apiKey, secret: key.text });
}
