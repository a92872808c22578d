import { type DecimalText, exact } from '#libs/kernel';
import type { Ranked } from '../evaluation/rank-bids.js';
import { amountForValue, lowered } from './amounts.js';
import { type AuctionState, type AuctionStatus, statusAt } from './auction.js';
import type { AuctionBidder, Microseconds } from './auction-file.js';
import { runningAt, wallTime } from './clock.js';
import { type PlacedBid, type Standing, standings } from './placed-bids.js';
import type { LineState } from './play.js';
import { turnAt, visibleBids } from './rounds.js';
import { levelAt, priceAt } from './tick-auctions.js';

/** Who looks. The public sees an auction only in its result. */
export type Viewer = { side: 'BUYER' } | { side: 'BIDDER'; bidderId: string };

/** What one side may see of an auction at a moment; what is not named here stays inside. */
export interface AuctionView {
  status: AuctionStatus;
  atUs: Microseconds;
  lines: readonly LineView[];
}

export interface LineView {
  lineId: string;
  /** By the database's clock, as far as it is known; while paused, when it would be if it went on at once. */
  closesAtUs: Microseconds;
  extensions: number;
  /** Dutch and Japanese: the price that runs. */
  price?: DecimalText;
  level?: number;
  /** The bidder's own; of a bidder in rounds also what he bid in the turn that runs. */
  own?: { amount: DecimalText; rank: number; floor?: DecimalText; isYourTurn?: boolean };
  /** What the best of the others bid comes to for this bidder, with his own K and costs, where the terms show it: at or below it he leads. */
  amountToLead?: DecimalText;
  /** Only for the buyer; floors of proxy orders are nobody's but the bidder's. */
  ranking?: readonly { bidderId: string; rank: number; amount: DecimalText }[];
}

/** The auction as one side sees it. A bidder always sees his own rank, never another's name, and another's price only where the terms say so. */
export function viewOf(state: AuctionState, viewer: Viewer, atUs: Microseconds): AuctionView {
  const bidder = viewer.side === 'BIDDER' ? state.bidders.find(({ bidderId }) => bidderId === viewer.bidderId) : undefined;
  const view = { status: statusAt(state, atUs), atUs };
  if (viewer.side === 'BIDDER' && !bidder) return { ...view, lines: [] };
  return { ...view, lines: state.lines.map((line) => lineView(state, line, { ...(bidder ? { bidder } : {}), atUs })) };
}

interface Looking {
  /** Absent: the buyer. */
  bidder?: AuctionBidder;
  atUs: Microseconds;
}

function lineView(state: AuctionState, line: LineState, looking: Looking): LineView {
  const runningUs = runningAt(state.clock, looking.atUs);
  const ranking = standings(visible(state, line, { ...looking, runningUs }), state.bidders);
  const since = state.clock.pausedSinceUs;
  return {
    lineId: line.lineId,
    closesAtUs: wallTime(state.clock, line.closesAtUs) + (since === undefined ? 0 : looking.atUs - since),
    extensions: line.extensions.length,
    ...priceOf(state, runningUs),
    ...(looking.bidder
      ? bidderPart(state, line, { bidder: looking.bidder, ranking, runningUs })
      : { ranking: ranking.map(forBuyer) }),
  };
}

/** In rounds a bid is its bidder's alone until its turn is over. */
function visible(
  { terms, bidders }: AuctionState,
  { placed }: LineState,
  { bidder, runningUs }: Looking & { runningUs: Microseconds },
): PlacedBid[] {
  if (terms.kind !== 'ROUNDS') return [...placed];
  const open = new Set(visibleBids(terms, placed, { bidders: bidders.length, runningUs }));
  return placed.filter((bid) => open.has(bid) || bid.bidderId === bidder?.bidderId);
}

function priceOf({ terms }: AuctionState, runningUs: Microseconds): Pick<LineView, 'price' | 'level'> {
  if ((terms.kind !== 'DUTCH' && terms.kind !== 'JAPANESE') || runningUs < terms.opensAtUs) return {};
  const level = levelAt(terms, runningUs);
  return { level, price: priceAt(terms, level) };
}

interface OwnScene {
  bidder: AuctionBidder;
  ranking: readonly Ranked<Standing>[];
  runningUs: Microseconds;
}

function bidderPart(
  state: AuctionState,
  line: LineState,
  { bidder, ranking, runningUs }: OwnScene,
): Pick<LineView, 'own' | 'amountToLead'> {
  const { terms, bidders } = state;
  const own = ranking.find(({ bid }) => bid.bidId === bidder.bidderId);
  const floor = line.proxies.find(({ bidderId }) => bidderId === bidder.bidderId)?.floor;
  const turn = terms.kind === 'ROUNDS' ? turnAt(terms, line.placed, { bidders, runningUs }) : undefined;
  const isYourTurn = turn?.bidderId === bidder.bidderId;
  return {
    ...(own
      ? {
          own: {
            amount: own.bid.placed.amount,
            rank: own.rank,
            ...(floor === undefined ? {} : { floor }),
            ...(terms.kind === 'ROUNDS' ? { isYourTurn } : {}),
          },
        }
      : {}),
    ...toLead(state, bidder, ranking),
  };
}

function toLead(
  { terms }: AuctionState,
  bidder: AuctionBidder,
  ranking: readonly Ranked<Standing>[],
): Pick<LineView, 'amountToLead'> {
  const isShown = terms.kind === 'ROUNDS' || (terms.kind === 'ENGLISH' && terms.display === 'BEST_PRICE');
  const best = ranking.find(({ bid }) => bid.bidId !== bidder.bidderId)?.bid.value;
  if (!isShown || !best) return {};
  const limit = terms.kind === 'ENGLISH' && terms.leadStep ? lowered(best, terms.leadStep) : best;
  const amount = amountForValue(bidder, limit, terms.scale);
  return exact(amount).over > 0n ? { amountToLead: amount } : {};
}

const forBuyer = ({ rank, bid: { placed } }: Ranked<Standing>) => ({ bidderId: placed.bidderId, rank, amount: placed.amount });
