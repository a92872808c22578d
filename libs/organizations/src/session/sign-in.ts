import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput } from '#libs/platform';
import type { LocalRequest } from '../proof/local.strategy.js';
import type { Origin } from '../proof/origin.js';
import type { Passports } from '../proof/passports.js';
import type { Person, Verified } from '../proof/verify-password.js';
import { openSession, type SessionDesk, type SignedIn } from './open-session.js';
import { membershipsOf } from './session.reader.js';

const input = z.strictObject({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(512),
  /** Absent: the first active one by name. */
  organizationId: z.uuid().nullish(),
});

export type SignInInput = z.input<typeof input>;
export type SignInError = Fault<'CredentialsWrong' | 'SignInThrottled' | 'NoOrganization' | 'NotYourOrganization'>;

/** What the sign-in desk works with. */
export interface SignInDesk extends SessionDesk {
  passports: Passports;
}

/**
 * Signs a person in by address and password (passport `local`), to one of his organisations.
 * Errors: CredentialsWrong (unknown address and wrong password look, and take, the same), SignInThrottled (10 tries per account
 * in 15 minutes; places where he is known have their own count), NoOrganization, NotYourOrganization. Throws BadInput.
 */
export async function signIn(desk: SignInDesk, given: SignInInput, origin: Origin): Promise<Result<SignedIn, SignInError>> {
  const { email, password, organizationId } = checkInput(input, given);
  const request: LocalRequest = { body: { email, password }, origin };
  const spoken = await desk.passports.authenticate<Person>('local', request);
  if (!spoken.known) return fail(faultOf(spoken.info as Verified));

  const memberships = await membershipsOf(desk.unitOfWork, spoken.known.id);
  const active = memberships.filter((one) => one.status === 'ACTIVE');
  const membership = organizationId ? active.find((one) => one.organizationId === organizationId) : active[0];
  if (!membership)
    return fail({
      code: organizationId ? 'NotYourOrganization' : 'NoOrganization',
      path: organizationId ? ['organizationId'] : [],
    });
  return ok(await openSession(desk, { personId: spoken.known.id, membership, memberships, userAgent: origin.userAgent }));
}

/** A refused password as a fault; nothing in it depends on whether the address is known. */
export function faultOf(verified: Verified, path: readonly string[] = []): Fault<'CredentialsWrong' | 'SignInThrottled'> {
  if (verified.outcome !== 'THROTTLED') return { code: 'CredentialsWrong', path };
  const { retryAfterSeconds } = verified;
  return { code: 'SignInThrottled', path, values: { retryAfterSeconds, retryAfterMinutes: Math.ceil(retryAfterSeconds / 60) } };
}
