import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, one } from '#libs/platform';
import type { Letters } from '../letters.js';
import { openSession, type SessionDesk, type SignedIn } from '../session/open-session.js';
import { membershipsOf } from '../session/session.reader.js';
import { hashPassword, weakness } from './password.js';
import { type Proving, provePassword } from './prove-password.js';

const input = z.strictObject({ currentPassword: z.string().min(1).max(512), password: z.string().min(1).max(512) });

export type ChangePasswordError = Fault<'CredentialsWrong' | 'SignInThrottled' | 'PasswordTooWeak' | 'NoOrganization'>;

/** What the changing desk works with. */
export type ChangePasswordDesk = SessionDesk & Proving['desk'] & { letters: Letters };

/**
 * Changes the acting person's password. Every session of his ends within a second, open links too; he goes on in a new session
 * in the same organisation, and is told by mail. Of two changes at once one wins, the other finds its current password wrong.
 * Errors: CredentialsWrong, SignInThrottled, PasswordTooWeak. Throws Forbidden for machines.
 */
export async function changePassword(
  desk: ChangePasswordDesk,
  given: z.input<typeof input>,
  by: Proving['by'],
): Promise<Result<SignedIn, ChangePasswordError>> {
  const { currentPassword, password } = checkInput(input, given);
  const proved = await provePassword({ desk, by, password: currentPassword, path: ['currentPassword'] });
  if (!proved.ok) return proved;
  const person = proved.value;
  const weak = weakness(password, [person.name, person.email.split('@')[0] ?? '']);
  if (weak) return fail(weak);

  const passwordHash = await hashPassword(password);
  const changed = await desk.unitOfWork.guest(async (work) => {
    const set = await one<{ done: boolean }>(work, 'select organizations.change_password($1, $2, $3) as done', [
      person.id,
      person.passwordHash,
      passwordHash,
    ]);
    if (set?.done)
      await desk.letters.send(work, {
        name: 'PasswordChanged',
        to: person.email,
        locale: person.locale,
        values: { name: person.name },
      });
    return set?.done;
  });
  if (!changed) return fail({ code: 'CredentialsWrong', path: ['currentPassword'] });

  const memberships = await membershipsOf(desk.unitOfWork, person.id);
  const membership = memberships.find((one) => one.organizationId === by.actor.orgId && one.status === 'ACTIVE');
  if (!membership) return fail({ code: 'NoOrganization', path: [] });
  return ok(await openSession(desk, { personId: person.id, membership, memberships, userAgent: by.origin.userAgent }));
}
