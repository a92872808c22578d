import type { DecimalText, Rational } from '#libs/kernel';
import { type Contender, type Ranked, rankBids } from '../evaluation/rank-bids.js';
import { valueOfAmount } from './amounts.js';
import type { AuctionBidder, Microseconds } from './auction-file.js';

/** A bid that was taken in, on one line. */
export interface PlacedBid {
  bidderId: string;
  amount: DecimalText;
  /** FIRST: he came with it. BID: he or somebody for him entered it. PROXY: the hub bid for him. */
  origin: 'FIRST' | 'BID' | 'PROXY';
  /** The entry of the ledger it came from; 0 for FIRST. */
  sequence: number;
  atUs: Microseconds;
  /** In rounds: the turn it was made in, counted over all rounds; it counts once that turn is over. */
  turn?: number;
  /** Running time at which it was made void. */
  voidedAtUs?: Microseconds;
}

/** The bid of each bidder that counts now, with its place among the others. */
export interface Standing extends Contender {
  placed: PlacedBid;
  value: Rational;
}

/** Bids in the order they were taken in; the last of each bidder that is not void stands. */
export function standings(placed: readonly PlacedBid[], bidders: readonly AuctionBidder[]): Ranked<Standing>[] {
  const last = new Map<string, { bid: PlacedBid; place: number }>();
  for (const [place, bid] of placed.entries()) if (bid.voidedAtUs === undefined) last.set(bid.bidderId, { bid, place });
  const contenders = bidders.flatMap((bidder) => {
    const own = last.get(bidder.bidderId);
    if (!own) return [];
    const { bid, place } = own;
    const value = valueOfAmount(bidder, bid.amount);
    return [{ bidId: bidder.bidderId, value, arrived: { atUs: bid.atUs, sequence: place }, placed: bid }];
  });
  return rankBids(contenders, { best: 'LOWEST', tieBreak: [{ by: 'TIME' }] });
}

/** The bids with which the bidders came, in the order of their ids: who came first is said by their times. */
export function firstBids(bidders: readonly AuctionBidder[], lineId: string): PlacedBid[] {
  return [...bidders]
    .sort((a, b) => (a.bidderId < b.bidderId ? -1 : 1))
    .flatMap(({ bidderId, first }) => {
      const own = first[lineId];
      return own ? [{ bidderId, amount: own.amount, atUs: own.atUs, origin: 'FIRST' as const, sequence: 0 }] : [];
    });
}

/** The bids, with those that came from one entry of the ledger made void. */
export function withVoided(placed: readonly PlacedBid[], sequence: number, runningUs: Microseconds): PlacedBid[] {
  return placed.map((bid) => (bid.sequence === sequence ? { ...bid, voidedAtUs: runningUs } : bid));
}
