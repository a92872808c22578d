import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { makeSecretFile, writeSecretFile } from '../auth/token-keys.js';
import { StartError } from '../database/start-error.js';

const algorithm = 'aes-256-gcm';
/** 96 bits, the size GCM is made for; random, so a key seals far below 2^32 texts. */
const nonceBytes = 12;
const tagBytes = 16;
const sealedShape = /^s1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;

/** Keys of 32 bytes: the first seals, all open. */
export type SecretKeys = readonly [Buffer, ...Buffer[]];

/** Seals what must be sent on later (passwords of partners) under keys that are not in the database. */
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly present: string;

  constructor(keys: SecretKeys) {
    if (keys.some((key) => key.length !== 32)) throw new Error('a secret key has 32 bytes');
    this.keys = new Map(keys.map((key) => [idOf(key), key]));
    this.present = idOf(keys[0]);
  }

  /** The sealed text, printable. `purpose` names the place it belongs to (`exchange.partner_profile:<id>`) and must be given again to open it. */
  seal(text: string, purpose: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.keys.get(this.present) as Buffer, nonce).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `s1.${this.present}.${body.toString('base64url')}`;
  }

  /** The text inside. Throws when it was changed, sealed for another purpose or under a key that is gone. */
  open(sealed: string, purpose: string): string {
    const [, keyId = '', encoded = ''] = sealedShape.exec(sealed) ?? [];
    const key = this.keys.get(keyId);
    const body = Buffer.from(encoded, 'base64url');
    if (!key || body.length < nonceBytes + tagBytes) throw new Error('a sealed secret cannot be opened: its key is unknown');
    const decipher = createDecipheriv(algorithm, key, body.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(body.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(body.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return text.toString('utf8');
  }

  /** Whether a sealed text should be sealed anew, because a younger key is there. */
  isOutdated(sealed: string): boolean {
    return sealedShape.exec(sealed)?.[1] !== this.present;
  }
}

const keyFile = z
  .array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/))
  .min(1)
  .max(2);

/** Keys from the file, made on first start with mode 0600. */
export function loadSecretKeys(path: string): SecretKeys {
  if (!existsSync(path)) makeSecretFile(path, JSON.stringify([freshKey()]));
  const [first, ...rest] = readKeys(path).map((key) => Buffer.from(key, 'base64'));
  return [first as Buffer, ...rest];
}

/** Puts a fresh key before the present one; what the present one sealed opens still, what an older one sealed no longer. */
export function rotateSecretKeys(path: string): void {
  writeSecretFile(path, JSON.stringify([freshKey(), ...readKeys(path).slice(0, 1)]));
}

function readKeys(path: string): string[] {
  try {
    return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new StartError(
      `${path} holds no keys of 32 bytes: restore it from where keys are kept, or partners' stored secrets are lost.`,
    );
  }
}

function freshKey(): string {
  return randomBytes(32).toString('base64');
}

function idOf(key: Buffer): string {
  return createHash('sha256').update('entrepot key id').update(key).digest('hex').slice(0, 8);
}
