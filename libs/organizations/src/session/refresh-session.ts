import { audit, one, systemActor, Unauthenticated } from '#libs/platform';
import { freshSecret, isSecret, secretHash } from '../credential/secret-token.js';
import { organizationById } from '../organization/organization.reader.js';
import { refreshIdleDays, type SessionDesk, type SignedIn } from './open-session.js';
import { membershipsOf } from './session.reader.js';

interface Rotated {
  outcome: 'ROTATED' | 'REUSED' | 'ENDED' | 'UNKNOWN';
  sessionId: string;
  orgId: string;
  personId: string;
  memberId: string;
}

/**
 * A new pair of tokens for a refresh token, which thereby is used up. One that comes again within ten seconds had its reply lost on
 * the way (a page left while it loaded): it gets another pair, and the first one is used up unseen. One that comes later was copied:
 * the whole session ends, for the thief and for the owner, who signs in again.
 * Throws Unauthenticated for every token that is not good.
 */
export async function refreshSession(desk: SessionDesk, refreshToken: string | undefined): Promise<SignedIn> {
  if (!refreshToken || !isSecret(refreshToken)) throw new Unauthenticated('no refresh token');
  const next = freshSecret();
  const rotated = await desk.unitOfWork.guest((work) =>
    one<Rotated>(
      work,
      `select outcome, session_id as "sessionId", org_id as "orgId", person_id as "personId", member_id as "memberId"
       from organizations.rotate_session($1, $2, make_interval(days => $3))`,
      [secretHash(refreshToken), secretHash(next), refreshIdleDays],
    ),
  );
  if (rotated?.outcome === 'REUSED') {
    const { orgId, sessionId, personId } = rotated;
    await desk.unitOfWork.run(systemActor(orgId), (work) =>
      audit(work, { action: 'session:reuse', subject: `session:${sessionId}`, detail: { personId } }),
    );
  }
  if (rotated?.outcome !== 'ROTATED') throw new Unauthenticated(`refresh token ${rotated?.outcome ?? 'UNKNOWN'}`);
  const { sessionId, orgId, personId, memberId } = rotated;
  const token = await desk.tokens.issue({ sub: personId, org: orgId, sid: sessionId, mem: memberId, kind: 'user' });
  const organization = await desk.unitOfWork.guest((work) => organizationById(work, orgId));
  return { ...token, refreshToken: next, organization, memberships: await membershipsOf(desk.unitOfWork, personId) };
}
