import { NotFound, type Work } from '#libs/platform';
import { ApiKey } from './api-key.entity.js';

/** Keys of the acting organisation, newest first, revoked and ended ones too, at most 200. */
export async function listApiKeys(work: Work): Promise<ApiKey[]> {
  return work.tx.find(ApiKey, { where: { orgId: work.actor.orgId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 200 });
}

/** One key, locked. Throws NotFound. */
export async function lockApiKey(work: Work, id: string): Promise<ApiKey> {
  const key = await work.tx.findOne(ApiKey, { where: { orgId: work.actor.orgId, id }, lock: { mode: 'pessimistic_write' } });
  if (!key) throw new NotFound(`api key ${id}`);
  return key;
}
