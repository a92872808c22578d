import type { SecretBox } from '#libs/platform';

/** Seals what the hub alone may know, under a key that is not in the database. */
export type Seals = Pick<SecretBox, 'seal' | 'open'>;

/** The private half, and the deadline before which the hub never uses it, whatever the database says later. */
export interface ArmedHalf {
  privateKey: string;
  publicKey: string;
  /** To the microsecond in UTC, as SQL writes it. */
  notBefore: string;
}

/** Where a half belongs: it opens nowhere else. */
interface Place {
  orgId: string;
  lotId: string;
  round: number;
}

const purposeOf = ({ orgId, lotId, round }: Place): string => `tendering.hub_secret:${orgId}:${lotId}:${round}`;

/** Opens the hub's half of a round; undefined: it was changed, or its key is gone. */
export function openHalf(seals: Seals, sealed: string, place: Place): ArmedHalf | undefined {
  try {
    return JSON.parse(seals.open(sealed, purposeOf(place))) as ArmedHalf;
  } catch {
    return undefined;
  }
}

/** Seals it for its round alone. */
export const sealHalf = (seals: Seals, half: ArmedHalf, place: Place): string =>
  seals.seal(JSON.stringify(half), purposeOf(place));
