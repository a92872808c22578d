import { type Bytes, base64url, fromBase64url, joined, utf8 } from './bytes.js';
import { agreed, belongs, type KeyPair, makeKeyPair, openWith, type SealedTo, sealTo } from './curve.js';
import { contentKeyOf, EnvelopeError, readEnvelope, sealEnvelope } from './envelope.js';
import { combined, type Share, split } from './shamir.js';

export const holderRoles = ['OFFICER', 'DEPUTY', 'RECOVERY'] as const;
export type HolderRole = (typeof holderRoles)[number];

/** Who is to hold a share. A deputy has the share of his officer: both together count once. */
export interface Holder {
  keyId: string;
  publicKey: string;
  role: HolderRole;
  /** From 1: one for each officer and his deputies, the last for the recovery share. */
  position: number;
}

/** A share for one holder's key. */
export interface HeldShare {
  keyId: string;
  role: HolderRole;
  position: number;
  sealed: string;
}

/** What the buyer's client makes of the officers' half of a tender's key: nothing of it is secret without k holders. */
export interface Arrangement {
  officersKey: string;
  threshold: number;
  shares: HeldShare[];
  /** An envelope that only the officers' half opens; its text proves that shares were put together. */
  rehearsal: string;
}

const shareContext = (tender: string, keyId: string, position: number): Bytes =>
  utf8(`entrepot-share/1 ${tender} ${keyId} ${position}`);
const handContext = (session: string, keyId: string, position: number): Bytes =>
  utf8(`entrepot-hand/1 ${session} ${keyId} ${position}`);

const sealedText = ({ epk, bytes }: SealedTo): string => `${epk}.${base64url(bytes)}`;

async function openSealed(text: string, pair: KeyPair, context: Bytes): Promise<Bytes> {
  const [epk = '', body = ''] = text.split('.');
  return openWith([await agreed(pair, epk)], [pair.publicKey], { epk, bytes: fromBase64url(body), context });
}

export type ArrangementFault =
  | 'TOO_FEW_OFFICERS'
  | 'THRESHOLD_TOO_LOW'
  | 'RECOVERY_NOT_ONE'
  | 'DEPUTY_WITHOUT_OFFICER'
  | 'KEY_TWICE';

/**
 * What stands against a choice of holders: k at least 2, at least k + 1 officers, one recovery share in the last position, deputies of officers who are there,
 * each key once.
 */
export function arrangementFaults(
  holders: readonly Pick<Holder, 'keyId' | 'role' | 'position'>[],
  threshold: number,
): ArrangementFault[] {
  const places = (role: HolderRole): number[] => holders.filter((holder) => holder.role === role).map(({ position }) => position);
  const officers = places('OFFICER');
  const wanted = officers.map((_, i) => i + 1).join();
  const inOrder = [...officers].sort((a, b) => a - b).join() === wanted;
  const recovery = places('RECOVERY');
  return [
    ...(threshold < 2 ? ['THRESHOLD_TOO_LOW' as const] : []),
    ...(officers.length < threshold + 1 || !inOrder ? ['TOO_FEW_OFFICERS' as const] : []),
    ...(recovery.length === 1 && recovery[0] === officers.length + 1 ? [] : ['RECOVERY_NOT_ONE' as const]),
    ...(places('DEPUTY').every((place) => officers.includes(place)) ? [] : ['DEPUTY_WITHOUT_OFFICER' as const]),
    ...(new Set(holders.map(({ keyId }) => keyId)).size === holders.length ? [] : ['KEY_TWICE' as const]),
  ];
}

/** Makes the officers' half of a tender's key, splits it and forgets it. Throws when `arrangementFaults` has something. */
export async function arrangeKeys(given: {
  tender: string;
  buyer: string;
  threshold: number;
  holders: readonly Holder[];
}): Promise<Arrangement> {
  const { tender, buyer, threshold, holders } = given;
  const faults = arrangementFaults(holders, threshold);
  if (faults.length > 0) throw new Error(faults.join(', '));
  const half = await makeKeyPair();
  const shares = split(fromBase64url(half.privateKey), { threshold, count: Math.max(...holders.map((h) => h.position)) });
  const header = {
    id: crypto.randomUUID(),
    tender,
    version: 0,
    lot: tender,
    round: 0,
    bidder: buyer,
    envelope: 'REHEARSAL' as const,
  };
  const { text } = await sealEnvelope({ ...header, keys: [half.publicKey] }, { rehearsal: tender });
  return {
    officersKey: half.publicKey,
    threshold,
    rehearsal: text,
    shares: await Promise.all(holders.map((holder) => sealShare(tender, holder, shares))),
  };
}

async function sealShare(tender: string, holder: Holder, shares: readonly Share[]): Promise<HeldShare> {
  const { keyId, publicKey, role, position } = holder;
  const share = shares.find((one) => one.position === position);
  if (!share) throw new Error(`there is no share ${position}`);
  const content = { bytes: share.value, context: shareContext(tender, keyId, position) };
  return { keyId, role, position, sealed: sealedText(await sealTo([publicKey], content)) };
}

/**
 * A holder's share for one session, sealed to the session's own key, which its opener has made: the hub passes it on and cannot read it.
 * Throws when the share is not for this key or this tender.
 */
export async function handShare(
  pair: KeyPair,
  share: Pick<HeldShare, 'keyId' | 'position' | 'sealed'>,
  session: { id: string; tender: string; publicKey: string },
): Promise<string> {
  const { keyId, position, sealed } = share;
  const bytes = await openSealed(sealed, pair, shareContext(session.tender, keyId, position));
  return sealedText(await sealTo([session.publicKey], { bytes, context: handContext(session.id, keyId, position) }));
}

/** A share as it was handed in. */
export interface HandedShare {
  keyId: string;
  position: number;
  sealed: string;
}

/** The officers' half, put together in the client of who opened the session. */
export interface OfficersHalf {
  pair: KeyPair;
  /** Keys whose share was not readable or not the right one. */
  bad: string[];
}

/** Puts the officers' half together. undefined: there are not enough good shares; `bad` shares are named by the key that handed them in. */
export async function joinShares(
  session: { id: string; pair: KeyPair },
  { officersKey, threshold }: { officersKey: string; threshold: number },
  handed: readonly HandedShare[],
): Promise<OfficersHalf | undefined> {
  const read = await Promise.all(
    handed.map(async ({ keyId, position, sealed }) => {
      const context = handContext(session.id, keyId, position);
      const value = await openSealed(sealed, session.pair, context).catch(() => undefined);
      return { keyId, position, value };
    }),
  );
  const good = read.flatMap(({ value, ...share }) => (value ? [{ ...share, value }] : []));
  const pairOf = (secret: Bytes): KeyPair => ({ publicKey: officersKey, privateKey: base64url(secret) });
  // A deputy's share beside his officer's may differ from it only when one is bad: each combination is tried.
  for (const chosen of oneOfEachPosition(good)) {
    const found = await combined(chosen, threshold, (candidate) => belongs(pairOf(candidate)));
    if (!found) continue;
    const right = (share: Share): boolean =>
      !found.bad.includes(share.position) && chosen.some((c) => c.position === share.position && equal(c.value, share.value));
    const bad = read.filter(({ keyId }) => !good.some((share) => share.keyId === keyId && right(share)));
    return { pair: pairOf(found.secret), bad: bad.map(({ keyId }) => keyId) };
  }
  return undefined;
}

const equal = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

function* oneOfEachPosition<T extends Share>(shares: readonly T[]): Generator<T[]> {
  const [position] = shares.map((share) => share.position);
  if (position === undefined) return yield [];
  const others = shares.filter((share) => share.position !== position);
  const here = shares.filter(
    (share, i) =>
      share.position === position && shares.findIndex((s) => s.position === position && equal(s.value, share.value)) === i,
  );
  for (const share of here) for (const rest of oneOfEachPosition(others)) yield [share, ...rest];
}

/** What a private key agrees on with the fresh key of an envelope: the hub's or the officers' part of its secret. */
export async function partFor(pair: KeyPair, epk: string): Promise<string> {
  return base64url(joined(await agreed(pair, epk)));
}

/** An envelope for which the hub gave its part. */
export interface ReleasedEnvelope {
  bidId: string;
  sealed: string;
  part: string;
}

/** The content key of a released envelope by the officers' half; null: it does not unwrap, which the hub keeps with the bid. */
export async function releasedKey(
  half: KeyPair,
  { bidId, sealed, part }: ReleasedEnvelope,
): Promise<{ bidId: string; contentKey: string | null }> {
  try {
    const envelope = readEnvelope(sealed);
    return { bidId, contentKey: await contentKeyOf(envelope, [part, await partFor(half, envelope.epk)]) };
  } catch (error) {
    if (error instanceof EnvelopeError) return { bidId, contentKey: null };
    throw error;
  }
}
