import { canonicalJson } from '#libs/kernel';
import { type Bytes, base64url, fromBase64url, hex, joined, sha256, textOf, utf8 } from './bytes.js';
import type { KeyPair } from './curve.js';

/** What the hub has accepted, in its own words. */
export interface ReceiptContent {
  format: 'entrepot-receipt/1';
  bid: string;
  tender: string;
  lot: string;
  round: number;
  bidder: string;
  seq: number;
  step: 'SUBMITTED' | 'CONFIRMED' | 'WITHDRAWN';
  /** SHA-256 of the bytes that are kept. */
  digest: string;
  /** By the clock of the database, to the microsecond, in UTC. */
  acceptedAt: string;
}

const signature = { name: 'ECDSA', hash: 'SHA-256' } as const;
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The id of a signing key: the first 128 bits of the hash of its point. */
export const keyIdOf = async (publicKey: string): Promise<string> =>
  hex((await sha256(joined(utf8('entrepot-signing/1'), fromBase64url(publicKey)))).slice(0, 16));

const pointOf = (publicKey: string): { x: string; y: string } => {
  const point = fromBase64url(publicKey);
  return { x: base64url(point.slice(1, 33)), y: base64url(point.slice(33)) };
};

/** A receipt as a compact JWS (RFC 7515, ES256), which any library verifies. */
export async function signReceipt(receipt: ReceiptContent, pair: KeyPair): Promise<string> {
  const jwk = { kty: 'EC', crv: 'P-256', ...pointOf(pair.publicKey), d: pair.privateKey };
  const key = await crypto.subtle.importKey('jwk', jwk, curve, false, ['sign']);
  const head = base64url(utf8(canonicalJson({ alg: 'ES256', kid: await keyIdOf(pair.publicKey), typ: 'entrepot-receipt+jws' })));
  const body = `${head}.${base64url(utf8(canonicalJson(receipt)))}`;
  return `${body}.${base64url(new Uint8Array(await crypto.subtle.sign(signature, key, utf8(body))))}`;
}

/** What a receipt says, when one of these keys of the hub has signed it. undefined: none has. */
export async function verifyReceipt(text: string, publicKeys: readonly string[]): Promise<ReceiptContent | undefined> {
  const [head = '', body = '', signed = ''] = text.split('.');
  for (const publicKey of publicKeys) {
    if (!(await isSignedBy(publicKey, `${head}.${body}`, signed))) continue;
    const { alg } = JSON.parse(textOf(fromBase64url(head))) as { alg?: string };
    const content = JSON.parse(textOf(fromBase64url(body))) as ReceiptContent;
    if (alg === 'ES256' && content.format === 'entrepot-receipt/1') return content;
  }
  return undefined;
}

async function isSignedBy(publicKey: string, text: string, signed: string): Promise<boolean> {
  try {
    const bytes: Bytes = fromBase64url(signed);
    const key = await crypto.subtle.importKey('raw', fromBase64url(publicKey), curve, true, ['verify']);
    return await crypto.subtle.verify(signature, key, bytes, utf8(text));
  } catch {
    return false;
  }
}
