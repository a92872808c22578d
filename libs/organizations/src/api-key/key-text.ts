import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const form = /^ek_([0-9A-Za-z]{8})_([\w-]{43})$/;

/** A key as its owner sees it once: `ek_<8 characters to find it>_<43 characters of secret>`. */
export interface KeyText {
  text: string;
  prefix: string;
  hash: Buffer;
}

/** A fresh key; its secret has 256 random bits. */
export function freshKey(): KeyText {
  const prefix = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  const secret = randomBytes(32).toString('base64url');
  return { text: `ek_${prefix}_${secret}`, prefix, hash: hashOf(secret) };
}

/** The parts of a key's text, undefined when it has not the form of one. */
export function readKey(text: string): { prefix: string; hash: Buffer } | undefined {
  const [, prefix, secret] = form.exec(text) ?? [];
  return prefix && secret ? { prefix, hash: hashOf(secret) } : undefined;
}

/** Whether two hashes are equal, in the same time wherever they differ. */
export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
