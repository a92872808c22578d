import { canonicalJson } from '#libs/kernel';
import { type Bytes, base64url, fromBase64url, hex, joined, randomBytes, sha256, textOf, utf8 } from './bytes.js';
import { lock, openWith, sealsTo, sealTo, unlock } from './curve.js';
import { padded, unpadded } from './padding.js';

export const envelopeKinds = ['WHOLE', 'QUALIFICATION', 'TECHNICAL', 'COMMERCIAL', 'REHEARSAL'] as const;
export type EnvelopeKind = (typeof envelopeKinds)[number];

/** What an envelope says on its outside; bound to its inside. */
export interface EnvelopeHeader {
  /** A random UUID, so that two envelopes of the same bid are never taken for each other. */
  id: string;
  tender: string;
  version: number;
  lot: string;
  round: number;
  bidder: string;
  envelope: EnvelopeKind;
  /** Public keys it is sealed to, all of which open it: the hub's half and the officers'. */
  keys: string[];
}

/** An envelope as it is sent and kept: the canonical JSON of this. */
export interface SealedEnvelope {
  format: 'entrepot-envelope/1';
  header: EnvelopeHeader;
  /** SHA-256 over the content key: AES-GCM alone would let two keys open the same bytes to two bids. */
  commitment: string;
  epk: string;
  wrap: string;
  body: string;
}

/** What a bidder keeps for himself of an envelope that he has made. */
export interface KeptKey {
  envelope: EnvelopeKind;
  id: string;
  /** The content key; with it he reads his bid again, and proves what was in it. */
  contentKey: string;
  /** SHA-256 of the envelope as it was sent; the receipt names it. */
  digest: string;
}

export type EnvelopeFault = 'MALFORMED' | 'KEY_WRONG' | 'BODY_CHANGED' | 'WRAP_WRONG' | 'CONTENT_UNREADABLE';

/** An envelope that does not open, with the reason. */
export class EnvelopeError extends Error {
  constructor(readonly reason: EnvelopeFault) {
    super(`the envelope does not open: ${reason}`);
  }
}

const contentKeyBytes = 32;
const bodyInfo = utf8('entrepot-body/1');
const commitmentOf = async (contentKey: Bytes): Promise<string> =>
  hex(await sha256(joined(utf8('entrepot-commitment/1'), contentKey)));
/** All that stands on the outside is bound to the inside. */
const contextOf = (header: EnvelopeHeader, commitment: string): Bytes =>
  utf8(canonicalJson({ format: 'entrepot-envelope/1', header, commitment }));

/**
 * Seals content for a tender. `roomFor` bytes are hidden at least: the size tells how much a bidder could have written, not how much he wrote.
 * The fresh private key lies inside, so that whoever has the content key can prove that the wrap was made honestly.
 */
export async function sealEnvelope(
  header: EnvelopeHeader,
  content: unknown,
  { roomFor = 0 }: { roomFor?: number } = {},
): Promise<{ text: string; kept: KeptKey }> {
  const contentKey = randomBytes(contentKeyBytes);
  const commitment = await commitmentOf(contentKey);
  const context = contextOf(header, commitment);
  const { once, epk, bytes: wrap } = await sealTo(header.keys, { bytes: contentKey, context });
  const inside = utf8(canonicalJson({ content, once: once.privateKey }));
  const body = await lock(contentKey, bodyInfo, { bytes: padded(inside, roomFor), context });
  const sealed: SealedEnvelope = {
    format: 'entrepot-envelope/1',
    header,
    commitment,
    epk,
    wrap: base64url(wrap),
    body: base64url(body),
  };
  const text = canonicalJson(sealed);
  const digest = hex(await sha256(utf8(text)));
  return { text, kept: { envelope: header.envelope, id: header.id, contentKey: base64url(contentKey), digest } };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const headerFields: Record<keyof EnvelopeHeader, (value: unknown) => boolean> = {
  id: isText,
  tender: isText,
  version: Number.isInteger,
  lot: isText,
  round: Number.isInteger,
  bidder: isText,
  envelope: (value) => envelopeKinds.some((kind) => kind === value),
  keys: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
};
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the outside of an envelope; its inside stays closed. Throws EnvelopeError MALFORMED, also for another way of writing the same. */
export function readEnvelope(text: string): SealedEnvelope {
  try {
    const value: unknown = JSON.parse(text);
    const fields = ['body', 'commitment', 'epk', 'format', 'header', 'wrap'];
    if (!isRecord(value) || Object.keys(value).sort().join() !== fields.join() || !isRecord(value.header))
      throw new Error('fields');
    const { header } = value;
    const known = Object.entries(headerFields).every(([name, fits]) => fits(header[name]));
    if (!known || Object.keys(header).length !== Object.keys(headerFields).length) throw new Error('header');
    if (value.format !== 'entrepot-envelope/1' || !/^[0-9a-f]{64}$/.test(String(value.commitment))) throw new Error('format');
    for (const name of ['epk', 'wrap', 'body']) fromBase64url(String(value[name]));
    if (canonicalJson(value) !== text) throw new Error('not canonical');
    return value as unknown as SealedEnvelope;
  } catch {
    throw new EnvelopeError('MALFORMED');
  }
}

/** The content key of an envelope, from what each of its keys agrees on with `epk`. Throws EnvelopeError WRAP_WRONG. */
export async function contentKeyOf(envelope: SealedEnvelope, secrets: readonly string[]): Promise<string> {
  const { header, commitment, epk, wrap } = envelope;
  const sealed = { epk, bytes: fromBase64url(wrap), context: contextOf(header, commitment) };
  const contentKey = await openWith(secrets.map(fromBase64url), header.keys, sealed).catch(() => undefined);
  if (!contentKey || (await commitmentOf(contentKey)) !== commitment) throw new EnvelopeError('WRAP_WRONG');
  return base64url(contentKey);
}

/**
 * Opens an envelope with its content key and proves that this is what was sealed: the key is the one committed to, the body is unchanged, and sealing
 * the key again gives the same wrap, so the officers could open it. Throws EnvelopeError with what fails first.
 */
export async function openEnvelope(text: string, contentKey: string): Promise<{ header: EnvelopeHeader; content: unknown }> {
  const { header, commitment, epk, wrap, body } = readEnvelope(text);
  const key = keyBytesOf(contentKey);
  if (!key || (await commitmentOf(key)) !== commitment) throw new EnvelopeError('KEY_WRONG');
  const context = contextOf(header, commitment);
  const bytes = await unlock(key, bodyInfo, { bytes: fromBase64url(body), context }).catch(() => {
    throw new EnvelopeError('BODY_CHANGED');
  });
  const { content, once } = insideOf(bytes);
  const pair = { publicKey: epk, privateKey: once };
  const honest = await sealsTo(header.keys, pair, { bytes: fromBase64url(wrap), content: key, context }).catch(() => false);
  if (!honest) throw new EnvelopeError('WRAP_WRONG');
  return { header, content };
}

function keyBytesOf(contentKey: string): Bytes | undefined {
  try {
    const bytes = fromBase64url(contentKey);
    return bytes.length === contentKeyBytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function insideOf(bytes: Bytes): { content: unknown; once: string } {
  try {
    const value: unknown = JSON.parse(textOf(unpadded(bytes)));
    if (isRecord(value) && isText(value.once) && 'content' in value) return { content: value.content, once: value.once };
  } catch {
    // Said below.
  }
  throw new EnvelopeError('CONTENT_UNREADABLE');
}

/** SHA-256 of a bid of these envelopes as its receipt names it: of the one, or over the hashes of several in the order of their names. */
export async function bidDigest(envelopes: readonly { envelope: string; text: string }[]): Promise<string> {
  const ordered = [...envelopes].sort((a, b) => (a.envelope < b.envelope ? -1 : 1));
  const digests = await Promise.all(ordered.map(async ({ text }) => hex(await sha256(utf8(text)))));
  const [only = ''] = digests;
  return digests.length === 1 ? only : hex(await sha256(utf8(digests.join(' '))));
}
