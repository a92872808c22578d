import { exact } from '#libs/kernel';
import { isAmount, isAtMost, lowered } from './amounts.js';
import type { AuctionBidder, Microseconds, RoundsTerms } from './auction-file.js';
import { type PlacedBid, standings } from './placed-bids.js';
import type { BidderAct, LineState, Moment, Played } from './play.js';

/** Whose turn it is: `turn` counts over all rounds from 0. */
interface Turn {
  turn: number;
  bidderId: string;
}

/** When the last turn ends: 6 n + 9 minutes after the start with ProZorro's times and n bidders. */
export function lastTurnEnds(terms: RoundsTerms, bidders: number): Microseconds {
  return turnStarts(terms, bidders, terms.rounds * bidders - 1) + terms.turnUs;
}

/** A bid or its taking back in the bidder's own turn. The last bid of a turn counts; it undercuts by the step what stood before the turn. */
export function playRounds(terms: RoundsTerms, line: LineState, { act, moment }: { act: BidderAct; moment: Moment }): Played {
  if (act.kind !== 'BID' && act.kind !== 'TAKE_BACK') return { refusal: 'NOT_IN_THIS_AUCTION' };
  if (act.kind === 'BID' && act.lineId !== terms.lineId) return { refusal: 'UNKNOWN_LINE' };
  if (!moment.bidders.some(({ bidderId }) => bidderId === act.bidderId)) return { refusal: 'UNKNOWN_BIDDER' };
  if (moment.runningUs > line.closesAtUs) return { refusal: 'CLOSED' };
  const now = turnAt(terms, line.placed, moment);
  if (now?.bidderId !== act.bidderId) return { refusal: 'NOT_YOUR_TURN' };
  const before = line.placed.filter(({ turn }) => turn !== now.turn);
  if (act.kind === 'TAKE_BACK')
    return before.length === line.placed.length ? { refusal: 'NOTHING_TO_TAKE_BACK' } : { lines: [{ ...line, placed: before }] };
  if (!isAmount(act.amount, terms.scale)) return { refusal: 'AMOUNT_NOT_LEGAL' };
  const own = standings(before, moment.bidders).find(({ bid }) => bid.bidId === act.bidderId)!.bid.placed;
  if (!isAtMost(act.amount, lowered(exact(own.amount), terms.ownStep))) return { refusal: 'OWN_STEP_TOO_SMALL' };
  const bid: PlacedBid = {
    bidderId: act.bidderId,
    amount: act.amount,
    origin: 'BID',
    sequence: moment.sequence,
    atUs: moment.atUs,
    turn: now.turn,
  };
  return { lines: [{ ...line, placed: [...before, bid] }] };
}

/** The turn that runs, its end included and its start not; undefined in a pause. */
export function turnAt(
  terms: RoundsTerms,
  placed: readonly PlacedBid[],
  { bidders, runningUs }: { bidders: readonly AuctionBidder[]; runningUs: Microseconds },
): Turn | undefined {
  const count = bidders.length;
  for (let turn = 0; turn < terms.rounds * count; turn++) {
    const starts = turnStarts(terms, count, turn);
    if (runningUs <= starts || runningUs > starts + terms.turnUs) continue;
    const first = turn - (turn % count);
    const worstFirst = standings(knownAt(placed, { first, startedUs: turnStarts(terms, count, first) }), bidders).reverse();
    return { turn, bidderId: worstFirst[turn - first]!.bid.bidId };
  }
  return undefined;
}

/** The bids by which a round was ordered when it began: what was made void since still counts for that, or somebody would speak twice. */
function knownAt(placed: readonly PlacedBid[], { first, startedUs }: { first: number; startedUs: Microseconds }): PlacedBid[] {
  return placed
    .filter(({ turn }) => turn === undefined || turn < first)
    .map(({ voidedAtUs, ...bid }) => (voidedAtUs !== undefined && voidedAtUs <= startedUs ? { ...bid, voidedAtUs } : bid));
}

/** Bids that everybody may see: of turns that are over. */
export function visibleBids(
  terms: RoundsTerms,
  placed: readonly PlacedBid[],
  now: { bidders: number; runningUs: Microseconds },
): PlacedBid[] {
  return placed.filter(({ turn }) => turn === undefined || now.runningUs > turnStarts(terms, now.bidders, turn) + terms.turnUs);
}

function turnStarts(terms: RoundsTerms, bidders: number, turn: number): Microseconds {
  const round = Math.floor(turn / bidders);
  return terms.opensAtUs + terms.firstPauseUs + turn * terms.turnUs + round * terms.pauseUs;
}

/** The ends of all turns, in running time: after each of them a bid is seen. */
export function turnEnds(terms: RoundsTerms, bidders: number): Microseconds[] {
  return Array.from({ length: terms.rounds * bidders }, (_, turn) => turnStarts(terms, bidders, turn) + terms.turnUs);
}
