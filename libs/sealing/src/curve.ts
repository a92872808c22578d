import { type Bytes, base64url, fromBase64url, joined, randomBytes, same, sha256, utf8 } from './bytes.js';

/** A pair of keys on P-256: the public one as an uncompressed point, the private one as its number; both base64url. */
export interface KeyPair {
  publicKey: string;
  privateKey: string;
}

/** Agreement of keys on P-256 as WebCrypto has it in every browser and in Node. */
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** 04, then both coordinates. */
const pointBytes = 65;

export async function makeKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(ecdh, true, ['deriveBits']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { publicKey: base64url(joined(new Uint8Array([4]), fromBase64url(x), fromBase64url(y))), privateKey: d };
}

/** Whether a text is a public key: an uncompressed point that lies on the curve. */
export async function isPublicKey(text: string): Promise<boolean> {
  try {
    await publicPoint(text);
    return true;
  } catch {
    return false;
  }
}

async function publicPoint(publicKey: string) {
  const point = fromBase64url(publicKey);
  if (point.length !== pointBytes || point[0] !== 4) throw new Error('a public key is an uncompressed point of P-256');
  return crypto.subtle.importKey('raw', point, ecdh, true, []);
}

const jwkOf = ({ publicKey, privateKey }: KeyPair) => {
  const point = fromBase64url(publicKey);
  return { kty: 'EC', crv: 'P-256', x: base64url(point.slice(1, 33)), y: base64url(point.slice(33)), d: privateKey };
};

/** What a private key and another's public key agree on: 32 bytes. */
export async function agreed(pair: KeyPair, publicKey: string): Promise<Bytes> {
  const own = await crypto.subtle.importKey('jwk', jwkOf(pair), ecdh, false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: await publicPoint(publicKey) }, own, 256));
}

/** Whether the private key belongs to the public one: what it signs, that one verifies. */
export async function belongs(pair: KeyPair): Promise<boolean> {
  try {
    const challenge = randomBytes(32);
    const own = await crypto.subtle.importKey('jwk', jwkOf(pair), ecdsa, false, ['sign']);
    const point = await crypto.subtle.importKey('raw', fromBase64url(pair.publicKey), ecdsa, true, ['verify']);
    return await crypto.subtle.verify(signing, point, await crypto.subtle.sign(signing, own, challenge), challenge);
  } catch {
    return false;
  }
}

/** A public key for people to compare: eight groups of four hexadecimal digits of its hash, 128 bits. */
export async function fingerprint(publicKey: string): Promise<string> {
  const digest = await sha256(joined(utf8('entrepot-key/1'), fromBase64url(publicKey)));
  const digits = Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.match(/.{4}/g)?.join(' ') ?? '';
}

const keyBytes = 32;
/** The size GCM is made for. */
const nonceBytes = 12;

interface Locked {
  bytes: Bytes;
  /** What is bound to it beside its content. */
  context: Bytes;
}

/** Key and nonce for one use from a secret; `info` names the use. */
async function keyFor(secret: Bytes, info: Bytes) {
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(derivation, source, 8 * (keyBytes + nonceBytes)));
  const key = await crypto.subtle.importKey('raw', bits.slice(0, keyBytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, nonce: bits.slice(keyBytes) };
}

/** AES-256-GCM under a key of one use, so the nonce may be derived with it. */
export async function lock(secret: Bytes, info: Bytes, { bytes, context }: Locked): Promise<Bytes> {
  const { key, nonce } = await keyFor(secret, info);
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: context }, key, bytes));
}

/** Throws when secret, info, context or a bit of the bytes is another. */
export async function unlock(secret: Bytes, info: Bytes, { bytes, context }: Locked): Promise<Bytes> {
  const { key, nonce } = await keyFor(secret, info);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: context }, key, bytes));
}

/** Bytes that only all of some keys together open: the public key of one use, and the sealed bytes. */
export interface SealedTo {
  epk: string;
  bytes: Bytes;
}

const wrapInfo = (epk: string, publicKeys: readonly string[]): Bytes =>
  joined(utf8('entrepot-wrap/1'), ...[epk, ...publicKeys].map(fromBase64url));

/** Seals to all of `publicKeys` at once: the key comes from what each of them agrees on with a fresh pair, which is given back. */
export async function sealTo(
  publicKeys: readonly string[],
  content: Locked,
  pair?: KeyPair,
): Promise<SealedTo & { once: KeyPair }> {
  const once = pair ?? (await makeKeyPair());
  const secrets = await Promise.all(publicKeys.map((key) => agreed(once, key)));
  return { once, epk: once.publicKey, bytes: await lock(joined(...secrets), wrapInfo(once.publicKey, publicKeys), content) };
}

/** Opens by what each of `publicKeys` agreed on with `epk`, in their order. Throws when one of these is wrong. */
export function openWith(
  secrets: readonly Bytes[],
  publicKeys: readonly string[],
  { epk, bytes, context }: SealedTo & { context: Bytes },
): Promise<Bytes> {
  return unlock(joined(...secrets), wrapInfo(epk, publicKeys), { bytes, context });
}

/** Whether the same fresh pair seals the same content to the same bytes. */
export async function sealsTo(
  publicKeys: readonly string[],
  once: KeyPair,
  { bytes, content, context }: { bytes: Bytes; content: Bytes; context: Bytes },
): Promise<boolean> {
  if (!(await belongs(once))) return false;
  return same((await sealTo(publicKeys, { bytes: content, context }, once)).bytes, bytes);
}
