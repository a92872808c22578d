import { type ApiKeyActor, Unauthenticated } from '#libs/platform';
import type { Passports } from '../proof/passports.js';
import type { TokenDesk } from '../session/open-session.js';

/** A token for a machine, good for ten minutes. */
export interface KeyToken {
  accessToken: string;
  expiresAt: Date;
  organizationId: string;
  permissions: string[];
}

/** Exchanges an API key, given as `Authorization: Bearer ek_...`, for a short token. Throws Unauthenticated for every key that is not good. */
export async function exchangeApiKey(
  desk: { passports: Passports; tokens: TokenDesk },
  authorization: string | undefined,
): Promise<KeyToken> {
  const { known: actor } = await desk.passports.authenticate<ApiKeyActor>('api-key', { headers: { authorization } });
  if (!actor) throw new Unauthenticated('api key');
  const token = await desk.tokens.issue({ sub: actor.keyId, org: actor.orgId, sid: actor.keyId, mem: '', kind: 'apiKey' });
  return { ...token, organizationId: actor.orgId, permissions: [...actor.permissions].sort() };
}
