import { rows, type Work } from '#libs/platform';
import type { AskedLot } from './wanted-lot.js';

/** What an order line takes: whole, of lots that meet `want`. `line` is the key of the order line at its buyer. */
export interface LotsClaim {
  line: string;
  supplier: string;
  offer: string;
  quantity: string;
  want: AskedLot;
}

/**
 * Takes units for the acting buyer's order lines from lots that meet what is wanted, those that expire first in front. Gives the lines
 * that cannot be filled with what fits; the caller then rolls back. What a line gives back of its stock it gives back of its lots.
 */
export async function claimLots(work: Work, claims: readonly LotsClaim[]): Promise<{ line: string; fitting: string }[]> {
  if (claims.length === 0) return [];
  return rows<{ line: string; fitting: string }>(
    work,
    `select line, trim_scale(fitting)::text as fitting from supply.claim_lots($1) where outcome = 'SHORT'`,
    [JSON.stringify(claims)],
  );
}
