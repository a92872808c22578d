import type { DecimalText } from '#libs/kernel';
import type { AuctionAct, AuctionBidder, Microseconds } from './auction-file.js';
import type { PlacedBid } from './placed-bids.js';

/** Why an act was not taken in. */
export type AuctionRefusal =
  | 'NOT_OPEN'
  | 'PAUSED'
  | 'NOT_PAUSED'
  | 'CLOSED'
  | 'NOT_CLOSED'
  | 'SEALED'
  | 'VOIDED'
  | 'APPEAL_RUNS'
  | 'TIME_RUNS_BACK'
  | 'NOT_IN_THIS_AUCTION'
  | 'UNKNOWN_BIDDER'
  | 'UNKNOWN_LINE'
  | 'UNKNOWN_BID'
  | 'AMOUNT_NOT_LEGAL'
  | 'ABOVE_START'
  | 'OWN_STEP_TOO_SMALL'
  | 'LEAD_STEP_TOO_SMALL'
  | 'BEST_NOT_BEATEN'
  | 'BIG_DROP_NOT_CONFIRMED'
  | 'NO_STANDING_BID'
  | 'NOT_YOUR_TURN'
  | 'NOTHING_TO_TAKE_BACK'
  | 'PRICE_MOVED'
  | 'LEVEL_NOT_ASKED'
  | 'NO_LONGER_IN';

/** A close that was moved, and by which entry; times of the database as they were announced. */
export interface Extension {
  sequence: number;
  lineId: string;
  fromUs: Microseconds;
  toUs: Microseconds;
}

/** One line on its way. */
export interface LineState {
  lineId: string;
  placed: readonly PlacedBid[];
  proxies: readonly ProxyOrder[];
  /** Running time. Until the play itself decides it (Dutch, Japanese), the latest that is possible. */
  closesAtUs: Microseconds;
  firstCloseUs: Microseconds;
  extensions: readonly Extension[];
}

export interface ProxyOrder {
  bidderId: string;
  floor: DecimalText;
  sequence: number;
}

/** An act that is being taken in. */
export interface Moment {
  bidders: readonly AuctionBidder[];
  sequence: number;
  atUs: Microseconds;
  runningUs: Microseconds;
}

export type BidderAct = Extract<AuctionAct, { by: 'BIDDER' }>;

export type Played = { lines: readonly LineState[] } | { refusal: AuctionRefusal };

/** A line before anything was entered. */
export function freshLine(lineId: string, closesAtUs: Microseconds, placed: readonly PlacedBid[]): LineState {
  return { lineId, placed, proxies: [], closesAtUs, firstCloseUs: closesAtUs, extensions: [] };
}
