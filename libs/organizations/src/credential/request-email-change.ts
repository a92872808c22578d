import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, one } from '#libs/platform';
import type { Letters } from '../letters.js';
import { normalEmail } from './email.js';
import { type Proving, provePassword } from './prove-password.js';
import { freshSecret, secretHash } from './secret-token.js';

/** Hours a link to confirm an address is good. */
const confirmHours = 24;

const input = z.strictObject({ email: z.string().min(1).max(320), password: z.string().min(1).max(512) });

export type RequestEmailChangeError = Fault<'EmailNotValid' | 'CredentialsWrong' | 'SignInThrottled'>;

/**
 * Asks to use another address from now on: a link goes to the new one, a notice to the old one. When the new one has an account
 * already, its owner is told instead, and the answer is the same.
 * Errors: EmailNotValid, CredentialsWrong, SignInThrottled. Throws Forbidden for machines.
 */
export async function requestEmailChange(
  desk: Proving['desk'] & { letters: Letters },
  given: z.input<typeof input>,
  by: Proving['by'],
): Promise<Result<true, RequestEmailChangeError>> {
  const wanted = checkInput(input, given);
  const email = normalEmail(wanted.email);
  if (!email) return fail({ code: 'EmailNotValid', path: ['email'] });
  const proved = await provePassword({ desk, by, password: wanted.password, path: ['password'] });
  if (!proved.ok) return proved;
  const { id, name, locale, email: old } = proved.value;

  const secret = freshSecret();
  const { letters } = desk;
  return desk.unitOfWork.guest(async (work) => {
    const asked = await one<{ free: boolean }>(
      work,
      'select organizations.request_email_change($1, $2, $3, make_interval(hours => $4)) as free',
      [id, email, secretHash(secret), confirmHours],
    );
    const values = { name, email, hours: String(confirmHours), link: letters.link('email-change', secret) };
    await letters.send(work, { name: asked?.free ? 'EmailConfirm' : 'EmailTaken', to: email, locale, values });
    await letters.send(work, { name: 'EmailChangeAsked', to: old, locale, values: { name, email } });
    return ok(true as const);
  });
}
