import { base64url, fromBase64url, randomBytes, textOf, utf8 } from './bytes.js';
import { belongs, type KeyPair, makeKeyPair } from './curve.js';

/** An officer's key as it may be kept anywhere: the public half in clear, the private one under his passphrase. */
export interface OfficerKey {
  format: 'entrepot-officer-key/1';
  name: string;
  publicKey: string;
  kdf: { name: 'PBKDF2-SHA-256'; iterations: number; salt: string };
  sealed: string;
}

/** PBKDF2 is what WebCrypto has; the cost is OWASP's of 2023 for SHA-256: about a third of a second on a desk, once per opening. */
export const iterations = 600_000;
/** Below this a file is refused, so that nobody is handed a cheap one. */
const iterationsMin = 100_000;
const iterationsMax = 10_000_000;
export const passphraseMin = 12;

async function passphraseKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, cost: number) {
  const source = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: cost };
  return crypto.subtle.deriveKey(derivation, source, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A new key for an officer. Throws RangeError when the passphrase is shorter than `passphraseMin` characters. */
export async function makeOfficerKey(name: string, passphrase: string): Promise<OfficerKey> {
  if ([...passphrase].length < passphraseMin) throw new RangeError(`a passphrase has at least ${passphraseMin} characters`);
  const { publicKey, privateKey } = await makeKeyPair();
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await passphraseKey(passphrase, salt, iterations);
  const context = utf8(`entrepot-officer-key/1 ${publicKey}`);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: context }, key, utf8(privateKey));
  return {
    format: 'entrepot-officer-key/1',
    name,
    publicKey,
    kdf: { name: 'PBKDF2-SHA-256', iterations, salt: base64url(salt) },
    sealed: `${base64url(nonce)}.${base64url(new Uint8Array(sealed))}`,
  };
}

/** The pair inside. Throws when the passphrase is wrong, or the file is none or was changed. */
export async function openOfficerKey(file: OfficerKey, passphrase: string): Promise<KeyPair> {
  const { publicKey, kdf, sealed } = file;
  if (file.format !== 'entrepot-officer-key/1' || kdf.name !== 'PBKDF2-SHA-256') throw new Error("this is no officer's key");
  if (kdf.iterations < iterationsMin || kdf.iterations > iterationsMax)
    throw new Error('the cost of the passphrase is none of ours');
  const [nonce = '', body = ''] = sealed.split('.');
  const key = await passphraseKey(passphrase, fromBase64url(kdf.salt), kdf.iterations);
  const context = utf8(`entrepot-officer-key/1 ${publicKey}`);
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: fromBase64url(nonce), additionalData: context }, key, fromBase64url(body))
    .catch(() => {
      throw new Error('the passphrase is wrong, or the key was changed');
    });
  const pair = { publicKey, privateKey: textOf(new Uint8Array(opened)) };
  if (!(await belongs(pair))) throw new Error('the key was changed: its halves do not belong together');
  return pair;
}
