import type { Work } from '#libs/platform';

/** A part that may stand in for another, with the way that leads to it. */
export interface Alternate {
  partId: string;
  /** Codes of the links from the asked part to this one, in order. */
  path: readonly string[];
  /** Why it fits, as whoever asserts it says. */
  reason: string;
  /** Whether the buyer must agree before it may be ordered. */
  consentNeeded: boolean;
}

/** Who knows what may stand in for a part; bound by the lib that keeps interchangeability. */
export abstract class Alternates {
  /** Alternates of a part for the acting buyer, the best first, at most 50; never the part itself. */
  abstract of(work: Work, partId: string): Promise<readonly Alternate[]>;
}

/** Where nobody keeps interchangeability a part has no alternate: nothing is guessed. */
export const noAlternates: Alternates = { of: async () => [] };
