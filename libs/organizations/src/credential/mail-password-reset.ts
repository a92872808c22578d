import { type GuestWork, one } from '#libs/platform';
import type { Letters } from '../letters.js';
import type { PersonCard } from '../session/session.reader.js';
import { freshSecret, secretHash } from './secret-token.js';

/** Minutes a link for a new password is good. */
export const resetMinutes = 60;

/** Makes the link for a new password and mails it; earlier links of the person end. Nothing happens for an unknown address. */
export async function mailPasswordReset(work: GuestWork, { email }: { email: string }, letters: Letters): Promise<void> {
  const secret = freshSecret();
  const person = await one<PersonCard>(
    work,
    'select id, email, name, locale from organizations.issue_password_reset($1, $2, make_interval(mins => $3))',
    [email, secretHash(secret), resetMinutes],
  );
  if (!person) return;
  const values = { name: person.name, link: letters.link('password-reset', secret), minutes: String(resetMinutes) };
  await letters.send(work, { name: 'PasswordReset', to: person.email, locale: person.locale, values });
}
