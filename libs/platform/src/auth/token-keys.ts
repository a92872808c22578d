import { createPrivateKey, randomBytes, type webcrypto } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { StartError } from '../database/start-error.js';

/** One Ed25519 key by its id, which is the thumbprint of its public half. */
export interface TokenKey {
  readonly kid: string;
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
}

/** The keys of access tokens: the first signs, all verify, so that a rotation forgets no session. */
export type TokenKeys = readonly [TokenKey, ...TokenKey[]];

/** Keys at once: the present and the one before. */
const keysMax = 2;

const privateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  d: z.string().length(43),
  x: z.string().length(43),
});
const keyFile = z.array(privateJwk).min(1).max(keysMax);

/**
 * Keys from a text: one private Ed25519 key as PEM or JWK, or a JSON list of one or two JWKs, the signing one first. `where` names
 * the place it came from. Throws StartError when it is something else; nothing of the text is repeated.
 */
export async function readTokenKeys(text: string, where = 'ENTREPOT_TOKEN_KEY'): Promise<TokenKeys> {
  try {
    const given: unknown = text.trimStart().startsWith('-----BEGIN')
      ? createPrivateKey(text).export({ format: 'jwk' })
      : JSON.parse(text);
    const jwks = keyFile.parse(Array.isArray(given) ? given : [given]);
    const [first, ...rest] = await Promise.all(jwks.map(tokenKey));
    return [first as TokenKey, ...rest];
  } catch {
    throw new StartError(`${where} holds no Ed25519 private key as PEM or JWK: restore it, or take it away for a new one.`);
  }
}

/** Keys from the file, made on first start with mode 0600. */
export async function loadTokenKeys(path: string): Promise<TokenKeys> {
  if (!existsSync(path)) makeSecretFile(path, JSON.stringify([await freshJwk()]));
  return readTokenKeys(readFileSync(path, 'utf8'), path);
}

/** Puts a fresh key before the present one; the one before that no longer verifies. Running processes see it when they start again. */
export async function rotateTokenKeys(path: string): Promise<void> {
  const present = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  writeSecretFile(path, JSON.stringify([await freshJwk(), ...present.slice(0, keysMax - 1)]));
}

/** Writes a file only its owner reads, whole or not at all, in a folder only its owner enters. */
export function writeSecretFile(path: string, text: string): void {
  renameSync(drafted(path, text), path);
}

/** As `writeSecretFile` for a file that is not there yet: of processes that start at once one writes it, and all read what stands there. */
export function makeSecretFile(path: string, text: string): void {
  const draft = drafted(path, text);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

function drafted(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  return draft;
}

async function freshJwk(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true, crv: 'Ed25519' });
  const { kty, crv, d, x } = await exportJWK(privateKey);
  return { kty, crv, d, x } as JWK;
}

async function tokenKey(jwk: z.output<typeof privateJwk>): Promise<TokenKey> {
  const publicJwk: JWK = { kty: jwk.kty, crv: jwk.crv, x: jwk.x };
  const kid = await calculateJwkThumbprint(publicJwk);
  const [privateKey, publicKey] = await Promise.all([importJWK(jwk, 'EdDSA'), importJWK(publicJwk, 'EdDSA')]);
  return { kid, privateKey: privateKey as webcrypto.CryptoKey, publicKey: publicKey as webcrypto.CryptoKey };
}
