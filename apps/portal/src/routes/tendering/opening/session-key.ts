import { joinShares, type KeyPair, type OfficersHalf } from '#libs/sealing';
import type { TenderToOpenFragment } from '../../../graphql/generated/graphql';

export type OpenedTender = TenderToOpenFragment;
export type Session = OpenedTender['openingSessions'][number];
export type Sealing = NonNullable<OpenedTender['sealing']>;
export type OpenedLot = OpenedTender['lots'][number];

/** What every part of the page is given. */
export interface OpeningProps {
  tender: OpenedTender;
  sealing: Sealing;
  moved: () => Promise<void>;
}

const memoryOf = (sessionId: string): string => `entrepot.session.${sessionId}`;

/** The key of a session stays in the tab that opened it, over a reload too, and goes with the tab. */
export function sessionPair(sessionId: string): KeyPair | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(memoryOf(sessionId)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
export const keepPair = (sessionId: string, pair: KeyPair): void =>
  sessionStorage.setItem(memoryOf(sessionId), JSON.stringify(pair));
export const forgetPair = (sessionId: string): void => sessionStorage.removeItem(memoryOf(sessionId));

/** The public key to which shares are sealed: that of the tab's own pair where the session was opened in it, whatever the hub says; undefined: the two differ. */
export function sessionKey({ id, publicKey }: Pick<Session, 'id' | 'publicKey'>): string | undefined {
  const own = sessionPair(id)?.publicKey;
  return own === undefined || own === publicKey ? publicKey : undefined;
}

/** Shares that count: an officer and his deputies have one. */
export const sharesIn = ({ shares }: Pick<Session, 'shares'>): number => new Set(shares.map(({ position }) => position)).size;

/** The officers' half out of what was handed in for this tab; undefined: no key of the session here, or not enough good shares. */
export async function officersHalf(sealing: Sealing, session: Session): Promise<OfficersHalf | undefined> {
  const pair = sessionPair(session.id);
  return pair && joinShares({ id: session.id, pair }, sealing, session.shares);
}

/** Names of those whose share was not readable. */
export const namesOf = (sealing: Sealing, keyIds: readonly string[]): string =>
  sealing.holders
    .filter(({ keyId }) => keyIds.includes(keyId))
    .map(({ name }) => name)
    .join(', ');
