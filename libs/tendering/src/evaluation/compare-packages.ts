import { compareRatios, plus, type Rational, zero } from '#libs/kernel';

/** A price for exactly these lots together; one lot is a single bid. */
export interface BidOnLots {
  bidId: string;
  lotIds: readonly string[];
  amount: Rational;
}

export interface LotCombination {
  bidIds: readonly string[];
  total: Rational;
}

/** Lots of one group that may be compared whole; every further lot doubles the work. */
export const lotsOfGroupMax = 16;

/**
 * Compares package bids with single ones over a group of lots: the cheapest set of bids that covers every lot exactly once, and
 * beside it the best of single bids alone; both are published. undefined where some lot has no bid. Of equally cheap sets
 * the one with fewer bids is taken, then the one whose ids come first. Throws RangeError above `lotsOfGroupMax` lots.
 */
export function comparePackages(
  lotIds: readonly string[],
  bids: readonly BidOnLots[],
): { best?: LotCombination; bestOfSingles?: LotCombination } {
  if (lotIds.length > lotsOfGroupMax) throw new RangeError(`a group has at most ${lotsOfGroupMax} lots`);
  const best = cheapestCover(lotIds, bids);
  const bestOfSingles = cheapestCover(
    lotIds,
    bids.filter((bid) => bid.lotIds.length === 1),
  );
  return { ...(best ? { best } : {}), ...(bestOfSingles ? { bestOfSingles } : {}) };
}

/** Over all sets of lots, from the empty one up: the cheapest way to cover exactly that set. Each bid is added by its first lot, so no set of bids is met twice. */
function cheapestCover(lotIds: readonly string[], bids: readonly BidOnLots[]): LotCombination | undefined {
  const masks = bids.flatMap((bid) => maskOf(lotIds, bid));
  const full = (1 << lotIds.length) - 1;
  const covers = new Map<number, LotCombination>([[0, { bidIds: [], total: zero }]]);
  for (let covered = 0; covered < full; covered++) {
    const cover = covers.get(covered);
    if (!cover) continue;
    const firstOpen = ~covered & (covered + 1);
    for (const { mask, bid } of masks) {
      if ((mask & covered) !== 0 || (mask & firstOpen) === 0) continue;
      const next = { bidIds: [...cover.bidIds, bid.bidId].sort(), total: plus(cover.total, bid.amount) };
      const known = covers.get(mask | covered);
      if (!known || isBetter(next, known)) covers.set(mask | covered, next);
    }
  }
  return covers.get(full);
}

function maskOf(lotIds: readonly string[], bid: BidOnLots): { mask: number; bid: BidOnLots }[] {
  const places = bid.lotIds.map((id) => lotIds.indexOf(id));
  if (places.length === 0 || places.includes(-1)) return [];
  return [{ mask: places.reduce((mask, place) => mask | (1 << place), 0), bid }];
}

function isBetter(a: LotCombination, b: LotCombination): boolean {
  const order = compareRatios(a.total, b.total) || a.bidIds.length - b.bidIds.length;
  return order === 0 ? a.bidIds.join() < b.bidIds.join() : order < 0;
}
