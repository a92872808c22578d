import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { type Actor, Forbidden, Unauthenticated } from '#libs/platform';
import type { Origin } from '../proof/origin.js';
import { type PasswordDesk, type Person, verifyPassword } from '../proof/verify-password.js';
import { personById } from '../session/session.reader.js';
import { faultOf } from '../session/sign-in.js';

/** A signed-in person who must show once more that he knows his password, and where he is. */
export interface Proving {
  desk: PasswordDesk;
  by: { actor: Actor; origin: Origin };
  password: string;
  /** Where the password stands in the input. */
  path: readonly string[];
}

/** The acting person, after his password was verified under the same count as at sign-in. Throws Forbidden for machines. */
export async function provePassword({
  desk,
  by,
  password,
  path,
}: Proving): Promise<Result<Person, Fault<'CredentialsWrong' | 'SignInThrottled'>>> {
  if (by.actor.kind !== 'user') throw new Forbidden('only people have passwords');
  const card = await personById(desk.unitOfWork, by.actor.userId);
  if (!card) throw new Unauthenticated('person');
  const verified = await verifyPassword(desk, { email: card.email, password, origin: by.origin });
  return verified.outcome === 'RIGHT' ? ok(verified.person) : fail(faultOf(verified, path));
}
