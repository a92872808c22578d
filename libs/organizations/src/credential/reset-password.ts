import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, one, type UnitOfWork } from '#libs/platform';
import type { Letters } from '../letters.js';
import { type PersonCard, personById } from '../session/session.reader.js';
import { hashPassword, weakness } from './password.js';
import { isSecret, secretHash } from './secret-token.js';

const input = z.strictObject({ token: z.string().max(200), password: z.string().min(1).max(512) });

export type ResetPasswordError = Fault<'LinkInvalid' | 'PasswordTooWeak'>;

/**
 * Sets a new password by a mailed link, which works once. Every session of the person ends within a second, every other link too,
 * and he is told by mail. A weak password does not use the link up.
 * Errors: LinkInvalid (unknown, used, ended), PasswordTooWeak. Throws BadInput.
 */
export async function resetPassword(
  unitOfWork: UnitOfWork,
  given: z.input<typeof input>,
  letters: Letters,
): Promise<Result<true, ResetPasswordError>> {
  const { token, password } = checkInput(input, given);
  const invalid: ResetPasswordError = { code: 'LinkInvalid', path: ['token'] };
  if (!isSecret(token)) return fail(invalid);
  const hash = secretHash(token);
  const link = await unitOfWork.guest((work) =>
    one<{ personId: string }>(work, `select person_id as "personId" from organizations.find_link($1, 'PASSWORD_RESET')`, [hash]),
  );
  const person = link && (await personById(unitOfWork, link.personId));
  if (!person) return fail(invalid);
  const weak = weakness(password, [person.name, person.email.split('@')[0] ?? '']);
  if (weak) return fail(weak);

  const passwordHash = await hashPassword(password);
  return unitOfWork.guest(async (work) => {
    const done = await one<PersonCard>(work, 'select id, email, name, locale from organizations.reset_password($1, $2)', [
      hash,
      passwordHash,
    ]);
    if (!done) return fail(invalid);
    await letters.send(work, { name: 'PasswordChanged', to: done.email, locale: done.locale, values: { name: done.name } });
    return ok(true as const);
  });
}
