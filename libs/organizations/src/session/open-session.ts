import { randomUUID } from 'node:crypto';
import { audit, one, type TokenClaims, type UnitOfWork, type UserActor } from '#libs/platform';
import { freshSecret, secretHash } from '../credential/secret-token.js';
import type { Organization } from '../organization/organization.entity.js';
import { organizationById } from '../organization/organization.reader.js';
import type { Membership } from './session.reader.js';

/** A refresh token ends when it was not used for 14 days, a session after 90. */
export const refreshIdleDays = 14;
const sessionDays = 90;

/** A person signed in to one organisation. `refreshToken` goes into the cookie and nowhere else. */
export interface SignedIn {
  accessToken: string;
  expiresAt: Date;
  refreshToken: string;
  organization: Organization;
  memberships: readonly Membership[];
}

/** Where access tokens come from; the platform's TokenIssuer is one. */
export interface TokenDesk {
  issue(claims: Omit<TokenClaims, 'exp'>): Promise<{ accessToken: string; expiresAt: Date }>;
}

/** What opening a session needs. */
export interface SessionDesk {
  unitOfWork: UnitOfWork;
  tokens: TokenDesk;
}

interface Opening {
  personId: string;
  /** The one of `memberships` to sign in to. */
  membership: Membership;
  memberships: readonly Membership[];
  userAgent: string;
}

/** Opens a session in the membership's organisation and issues its first tokens. The database checks the membership once more. */
export async function openSession(
  desk: SessionDesk,
  { personId, membership, memberships, userAgent }: Opening,
): Promise<SignedIn> {
  const sessionId = randomUUID();
  const refreshToken = freshSecret();
  const { organizationId: orgId, memberId, roles } = membership;
  const actor: UserActor = { kind: 'user', orgId, userId: personId, memberId, sessionId, permissions: new Set(), roles };
  const organization = await desk.unitOfWork.run(actor, async (work) => {
    await one(work, 'select organizations.open_session($1, $2, $3, make_interval(days => $4), make_interval(days => $5), $6)', [
      sessionId,
      personId,
      secretHash(refreshToken),
      refreshIdleDays,
      sessionDays,
      userAgent,
    ]);
    await audit(work, { action: 'session:open', subject: `session:${sessionId}` });
    return organizationById(work, orgId);
  });
  const token = await desk.tokens.issue({ sub: personId, org: orgId, sid: sessionId, mem: memberId, kind: 'user' });
  return { ...token, refreshToken, organization, memberships };
}
