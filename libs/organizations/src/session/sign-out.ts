import { type Actor, audit, one, rows, type UnitOfWork, type UserActor } from '#libs/platform';
import { isSecret, secretHash } from '../credential/secret-token.js';

/** Ends the session of the token, and the one of the refresh cookie when the token has ended already. Never fails: whoever is out is out. */
export async function signOut(
  unitOfWork: UnitOfWork,
  given: { actor: Actor | undefined; refreshToken: string | undefined },
): Promise<void> {
  if (given.actor?.kind === 'user') await endSession(unitOfWork, given.actor);
  const { refreshToken } = given;
  if (refreshToken && isSecret(refreshToken)) {
    await unitOfWork.guest((work) => rows(work, 'select organizations.revoke_session_by_token($1)', [secretHash(refreshToken)]));
  }
}

/** Ends one session; the database tells every process. */
export async function endSession(unitOfWork: UnitOfWork, actor: UserActor): Promise<void> {
  // Who may only look may still leave.
  await unitOfWork.run({ ...actor, eyesOnly: false }, async (work) => {
    const ended = await one<{ done: boolean }>(work, 'select organizations.revoke_session($1) as done', [actor.sessionId]);
    if (ended?.done) await audit(work, { action: 'session:close', subject: `session:${actor.sessionId}` });
  });
}
