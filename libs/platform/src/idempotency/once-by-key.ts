import { createHash } from 'node:crypto';
import { canonicalJson, type Fault, fail, type Result } from '#libs/kernel';
import { actorKey } from '../auth/actor.js';
import { affected, one } from '../database/queries.js';
import { BadInput } from '../http/bad-input.js';
import type { Work } from '../work/work.js';

/** Characters of a key at most. */
export const idempotencyKeyMax = 255;

/** What makes a call the same call: the operation's name, the caller's key, and everything he asked for. */
export interface Once {
  /** Name of the operation, such as `placeOrder`; keys of different operations are apart. */
  operation: string;
  key: string;
  /** The whole input without the key; hashed, never stored. */
  request: unknown;
}

/**
 * Does `effect` once per organisation, actor, operation and key. The key is inserted first, in the transaction of the effect:
 * a twin waits for the first to end, then gets the stored reply; a rollback (a `fail` too) frees the key. Another request
 * under the same key gives the fault IdempotencyMismatch. The reply is stored as JSON for 30 days, so let `effect` return
 * ids and read the things again; it must hold no secret. Throws BadInput for an empty key or one above 255 characters.
 */
export async function onceByKey<T, E extends Fault>(
  work: Work,
  once: Once,
  effect: () => Promise<Result<T, E>>,
): Promise<Result<T, E | Fault<'IdempotencyMismatch'>>> {
  if (once.key.length === 0 || once.key.length > idempotencyKeyMax) {
    throw new BadInput([{ path: ['idempotencyKey'], message: `A key has 1 to ${idempotencyKeyMax} characters.` }]);
  }
  const names = [work.actor.orgId, actorKey(work.actor), once.operation, once.key];
  const hash = createHash('sha256').update(canonicalJson(once.request)).digest();
  const inserted = await affected(
    work,
    `insert into platform.idempotency_key (org_id, actor_key, operation, key, request_hash)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [...names, hash],
  );
  if (inserted === 0) return replay<T>(work, names, hash);

  const result = await effect();
  if (!result.ok) return result;
  await affected(
    work,
    'update platform.idempotency_key set response = $5::jsonb where org_id = $1 and actor_key = $2 and operation = $3 and key = $4',
    [...names, JSON.stringify({ value: result.value })],
  );
  return result;
}

async function replay<T>(work: Work, names: readonly string[], hash: Buffer): Promise<Result<T, Fault<'IdempotencyMismatch'>>> {
  const stored = await one<{ request_hash: Buffer; response: { value: T } }>(
    work,
    `select request_hash, response from platform.idempotency_key
     where org_id = $1 and actor_key = $2 and operation = $3 and key = $4`,
    names,
  );
  if (!stored) throw new Error('an idempotency key clashed but cannot be read');
  if (!stored.request_hash.equals(hash)) return fail({ code: 'IdempotencyMismatch' as const, path: ['idempotencyKey'] });
  return { ok: true, value: stored.response.value };
}
