import { z } from 'zod';
import { audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import { ApiKey } from './api-key.entity.js';
import { lockApiKey } from './api-key.reader.js';

const input = z.strictObject({ apiKeyId: z.uuid() });

export type RevokeApiKeyInput = z.input<typeof input>;

/** Ends a key; tokens made with it are dead within a second, everywhere. Doing it twice changes nothing. Throws Forbidden, NotFound. */
export async function revokeApiKey(work: Work, given: RevokeApiKeyInput): Promise<ApiKey> {
  requirePermission(work, permissions.manageApiKeys);
  const key = await lockApiKey(work, checkInput(input, given).apiKeyId);
  if (key.revokedAt) return key;
  await work.tx.update(ApiKey, { orgId: key.orgId, id: key.id }, { revokedAt: work.now });
  await audit(work, { action: 'apikey:revoke', subject: `apikey:${key.id}`, detail: { name: key.name } });
  return { ...key, revokedAt: work.now };
}
