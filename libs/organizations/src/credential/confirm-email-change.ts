import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, one, type UnitOfWork } from '#libs/platform';
import type { Letters } from '../letters.js';
import { isSecret, secretHash } from './secret-token.js';

const input = z.strictObject({ token: z.string().max(200) });

export type ConfirmEmailChangeError = Fault<'LinkInvalid' | 'EmailTaken'>;

interface Confirmed {
  outcome: 'CHANGED' | 'TAKEN';
  oldEmail: string;
  newEmail: string;
  name: string;
  locale: string;
}

/**
 * Takes the new address into use, by the link that was mailed to it. The old address is told, every other link of the person
 * ends, and each of his organisations gets the new address by a job of its own.
 * Errors: LinkInvalid, EmailTaken (somebody was faster). Throws BadInput.
 */
export async function confirmEmailChange(
  unitOfWork: UnitOfWork,
  given: z.input<typeof input>,
  letters: Letters,
): Promise<Result<{ email: string }, ConfirmEmailChangeError>> {
  const { token } = checkInput(input, given);
  if (!isSecret(token)) return fail({ code: 'LinkInvalid', path: ['token'] });
  return unitOfWork.guest(async (work): Promise<Result<{ email: string }, ConfirmEmailChangeError>> => {
    const done = await one<Confirmed>(
      work,
      'select outcome, old_email as "oldEmail", new_email as "newEmail", name, locale from organizations.confirm_email_change($1)',
      [secretHash(token)],
    );
    if (!done) return fail({ code: 'LinkInvalid', path: ['token'] });
    if (done.outcome === 'TAKEN') return fail({ code: 'EmailTaken', path: [] });
    const { name, locale, oldEmail, newEmail } = done;
    await letters.send(work, { name: 'EmailChanged', to: oldEmail, locale, values: { name, email: newEmail } });
    return ok({ email: newEmail });
  });
}
