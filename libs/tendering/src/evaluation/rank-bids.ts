import { createHash } from 'node:crypto';
import { compareRatios, type Rational } from '#libs/kernel';

/** One step of the published tie-break. */
export type TieBreak =
  /** The earlier bid goes first: time of the database, then the number in the ledger. */
  | { by: 'TIME' }
  /** The better value in one criterion goes first; who has none goes last. */
  | { by: 'CRITERION'; criterionId: string; best: 'LOWEST' | 'HIGHEST' }
  /** By lot: SHA-256 over seed, a line feed and the bid's id, the smallest in hexadecimal first. The seed is drawn after the close and published. */
  | { by: 'LOT'; seed: string };

/** A bid with its value and what a tie-break may look at. */
export interface Contender {
  bidId: string;
  value: Rational;
  /** Microseconds since 1970 by the database's clock, and the place in the ledger, which parts bids of the same instant. */
  arrived: { atUs: number; sequence: number };
  criteria?: Readonly<Record<string, Rational>>;
}

export interface Ranked<T extends Contender = Contender> {
  bid: T;
  /** 1 is best; bids that nothing sets apart share a rank, and the next rank is left out. */
  rank: number;
  /** What set the bid apart from the one before it. Absent for the first and for a shared rank. */
  setApartBy?: 'VALUE' | TieBreak['by'];
}

export interface RankingRule {
  best: 'LOWEST' | 'HIGHEST';
  tieBreak: readonly TieBreak[];
}

/**
 * The one ranking of the house: previews, auctions and awards go by it. By value, then by the steps of the tie-break in
 * their order. The result does not depend on the order in which the bids are given: bids that share a rank come in the order of their ids.
 */
export function rankBids<T extends Contender>(bids: readonly T[], rule: RankingRule): Ranked<T>[] {
  const steps = [{ by: 'VALUE' as const, compare: byValue(rule.best) }, ...rule.tieBreak.map(stepOf)];
  const apart = (a: T, b: T) => {
    for (const step of steps) {
      const order = step.compare(a, b);
      if (order !== 0) return { order, by: step.by };
    }
    return undefined;
  };
  const sorted = [...bids].sort((a, b) => apart(a, b)?.order ?? compareText(a.bidId, b.bidId));
  const ranked: Ranked<T>[] = [];
  for (const [i, bid] of sorted.entries()) {
    const before = ranked[i - 1];
    const difference = before && apart(before.bid, bid);
    if (!before) ranked.push({ bid, rank: 1 });
    else if (difference) ranked.push({ bid, rank: i + 1, setApartBy: difference.by });
    else ranked.push({ bid, rank: before.rank });
  }
  return ranked;
}

type Compare = (a: Contender, b: Contender) => number;

function stepOf(step: TieBreak): { by: TieBreak['by']; compare: Compare } {
  switch (step.by) {
    case 'TIME':
      return { by: step.by, compare: (a, b) => a.arrived.atUs - b.arrived.atUs || a.arrived.sequence - b.arrived.sequence };
    case 'CRITERION':
      return { by: step.by, compare: byCriterion(step.criterionId, step.best) };
    case 'LOT':
      return { by: step.by, compare: (a, b) => compareText(lotOf(step.seed, a.bidId), lotOf(step.seed, b.bidId)) };
  }
}

const byValue =
  (best: RankingRule['best']): Compare =>
  (a, b) =>
    best === 'LOWEST' ? compareRatios(a.value, b.value) : compareRatios(b.value, a.value);

const byCriterion =
  (criterionId: string, best: RankingRule['best']): Compare =>
  (a, b) => {
    const left = a.criteria?.[criterionId];
    const right = b.criteria?.[criterionId];
    if (!left || !right) return Number(!left) - Number(!right);
    return best === 'LOWEST' ? compareRatios(left, right) : compareRatios(right, left);
  };

const lotOf = (seed: string, bidId: string): string => createHash('sha256').update(`${seed}\n${bidId}`).digest('hex');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
