import { createHash, randomBytes } from 'node:crypto';

/** Bytes of every secret the hub gives out: 256 bits, beyond guessing, so that a plain SHA-256 is enough to store. */
const secretBytes = 32;

/** A fresh secret for a link or a cookie: 43 characters of base64url. */
export function freshSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** What is stored of a secret. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether the text has the form of a secret; anything else is not worth a query. */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
