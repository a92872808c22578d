/** Directories the hub has tables of; `3` is the one of service messages, whose version follows the syntax. */
export type EdifactRelease = 'D.96A' | 'D.01B' | '3';

/** Directories of business messages. */
export type TradeRelease = Exclude<EdifactRelease, '3'>;

/** Directories from this year on have the longer texts and the composites of D.01B; those before are read as D.96A. */
const NEWER = 99;

/**
 * The directory a message is read by, from what UNH says (D and 96A, S and 93A); exact when it is that one. Blanks, a doubled
 * point and a zero for the D are habits of senders. Only what both directories share stands at the same place in others.
 */
export function releaseOf(version: string, release: string): { release: TradeRelease; exact: boolean } {
  const written = `${version}${release}`.toUpperCase().replace(/[\s.]/g, '');
  const year = /(\d\d)[A-Z]?$/.exec(written)?.[1];
  const full = year === undefined ? 0 : Number(year) < 60 ? Number(year) + 100 : Number(year);
  const read = full < NEWER ? 'D.96A' : 'D.01B';
  return { release: read, exact: /^[D0]?(?:96A|01B)$/.test(written) };
}
