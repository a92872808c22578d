import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Fault } from '#libs/kernel';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Characters of a password. Long ones are welcome; the upper bound only keeps hashing cheap. */
export const passwordMin = 12;
export const passwordMax = 128;

/** argon2id hash in PHC form, of the NFKC form of the password, so that two keyboards type the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/**
 * Whether the password belongs to the hash. Without one a dummy of the same cost is verified, so that an unknown address and a
 * wrong password take the same time.
 */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  const text = password.slice(0, passwordMax * 4).normalize('NFKC');
  dummy ??= hashPassword(randomBytes(24).toString('base64'));
  const right = await verify(stored ?? (await dummy), text);
  return right && stored != null;
}

/** Made once per process. */
let dummy: Promise<string> | undefined;

/** Makes the dummy before the first guest comes, who would otherwise wait twice as long and show that it is the first time. */
export async function warmPasswords(): Promise<void> {
  await passwordMatches(undefined, '');
}

/** Beginnings that guessing programmes try first, whatever follows them. */
const obvious =
  /^(?:passwor[dt]|kennwort|passwort|qwert[yz]|asdfg|letmein|welcome|admin|entrep[oô]t|changeme|iloveyou|monkey|dragon|abc123|123456|1q2w3e|woaini|test)/i;

/** Why a new password will not do, or undefined. No rules of composition: length and not being guessable is what counts (ASVS 5.0, 6.2). */
export function weakness(password: string, own: readonly string[]): Fault<'PasswordTooWeak'> | undefined {
  const fault = (reason: string): Fault<'PasswordTooWeak'> => ({
    code: 'PasswordTooWeak',
    path: ['password'],
    values: { reason, minimum: passwordMin, context: reason },
  });
  const length = [...password].length;
  if (length < passwordMin) return fault('TOO_SHORT');
  if (length > passwordMax) return fault('TOO_LONG');
  const plain = password.normalize('NFKC').toLowerCase();
  if (own.some((word) => word.length >= 4 && plain.includes(word.toLowerCase()))) return fault('CONTAINS_NAME');
  if (new Set(plain).size < 5 || isRun(plain) || (obvious.test(plain) && length < 20)) return fault('TOO_COMMON');
  return undefined;
}

/** Whether every character follows its neighbour by the same step: aaaa, abcd, 9876. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}
