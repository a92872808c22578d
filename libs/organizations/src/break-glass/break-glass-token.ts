import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { type Actor, checkInput, Forbidden, NotFound, requirePermission } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { SessionDesk } from '../session/open-session.js';
import { listBreakGlass } from './break-glass.reader.js';

const input = z.strictObject({ breakGlassId: z.uuid() });

export type BreakGlassTokenError = Fault<'BreakGlassClosed'>;

/** An access token for the other organisation; it ends with the look, or after ten minutes, whichever is first. */
export interface BreakGlassToken {
  accessToken: string;
  expiresAt: Date;
}

/**
 * A token of an open look, for the person who opened it; ask again when it ends.
 * Errors: BreakGlassClosed. Throws Forbidden, NotFound.
 */
export async function breakGlassToken(
  desk: SessionDesk,
  given: z.input<typeof input>,
  actor: Actor,
): Promise<Result<BreakGlassToken, BreakGlassTokenError>> {
  requirePermission({ actor }, permissions.operateOrganizations);
  if (actor.kind !== 'user') throw new Forbidden('only people break the glass');
  const { breakGlassId } = checkInput(input, given);
  const { glass, now } = await desk.unitOfWork.read(actor, async (work) => ({
    glass: (await listBreakGlass(work)).find((one) => one.id === breakGlassId && one.personId === actor.userId),
    now: work.now,
  }));
  if (!glass) throw new NotFound(`break glass ${breakGlassId}`);
  if (glass.closedAt || glass.expiresAt <= now) return fail({ code: 'BreakGlassClosed', path: ['breakGlassId'] });
  // The guard asks the database, so a token that is signed for longer than the look dies with the look.
  const token = await desk.tokens.issue({
    sub: actor.userId,
    org: glass.targetId,
    sid: glass.sessionId,
    mem: glass.memberId,
    kind: 'user',
  });
  return ok({ ...token, expiresAt: new Date(Math.min(token.expiresAt.getTime(), glass.expiresAt.getTime())) });
}
