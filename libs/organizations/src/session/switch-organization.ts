import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { type Actor, checkInput, Forbidden } from '#libs/platform';
import { openSession, type SessionDesk, type SignedIn } from './open-session.js';
import { membershipsOf } from './session.reader.js';
import { endSession } from './sign-out.js';

const input = z.strictObject({ organizationId: z.uuid() });

export type SwitchOrganizationError = Fault<'NotYourOrganization'>;

/**
 * Goes on in another of one's organisations: a new session there, the old one and its tokens end within a second.
 * Errors: NotYourOrganization (also when suspended). Throws Forbidden for machines.
 */
export async function switchOrganization(
  desk: SessionDesk,
  given: z.input<typeof input>,
  { actor, userAgent }: { actor: Actor; userAgent: string },
): Promise<Result<SignedIn, SwitchOrganizationError>> {
  if (actor.kind !== 'user') throw new Forbidden('only people switch');
  const { organizationId } = checkInput(input, given);
  const memberships = await membershipsOf(desk.unitOfWork, actor.userId);
  const membership = memberships.find((one) => one.organizationId === organizationId && one.status === 'ACTIVE');
  if (!membership) return fail({ code: 'NotYourOrganization', path: ['organizationId'] });
  const signedIn = await openSession(desk, { personId: actor.userId, membership, memberships, userAgent });
  await endSession(desk.unitOfWork, actor);
  return ok(signedIn);
}
