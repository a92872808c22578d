import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, rows } from '#libs/platform';
import { networkOf, type Origin } from '../proof/origin.js';
import type { PasswordDesk } from '../proof/verify-password.js';
import { normalEmail } from './email.js';

/** Letters per address and wishes per network in 15 minutes; more are answered alike and dropped. */
const perAddress = { name: 'reset:address', points: 3, seconds: 900 };
const perNetwork = { name: 'reset:network', points: 30, seconds: 900 };

const input = z.strictObject({ email: z.string().min(1).max(320) });

export type RequestPasswordResetError = Fault<'EmailNotValid'>;

/**
 * Asks for a link to set a new password, good for 60 minutes. The answer and the work are the same whether the address is known:
 * one job, which finds out later.
 * Errors: EmailNotValid, which is about its form alone. Throws BadInput.
 */
export async function requestPasswordReset(
  desk: PasswordDesk,
  given: z.input<typeof input>,
  origin: Origin,
): Promise<Result<true, RequestPasswordResetError>> {
  const email = normalEmail(checkInput(input, given).email);
  if (!email) return fail({ code: 'EmailNotValid', path: ['email'] });
  const tooMany = [await desk.throttle.take(perNetwork, networkOf(origin.address)), await desk.throttle.take(perAddress, email)];
  if (tooMany.every((seconds) => seconds === undefined)) {
    await desk.unitOfWork.guest((work) => rows(work, 'select organizations.request_password_reset($1)', [email]));
  }
  return ok(true);
}
