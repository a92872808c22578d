import { compareRatios, exact, minus, type Rational, ratio, roundedDown } from '#libs/kernel';
import { amountForValue, higherAmount, isAtMost, lowerAmount, lowered, valueOfAmount } from '../amounts.js';
import type { AuctionBidder, EnglishTerms } from '../auction-file.js';
import { type PlacedBid, type Standing, standings } from '../placed-bids.js';
import type { LineState, Moment, ProxyOrder } from '../play.js';

/** A proxy order that may bid now, with what it stands at and how low it can go. */
interface Duellist {
  order: ProxyOrder;
  bidder: AuctionBidder;
  standing: Standing;
  /** What its floor counts. */
  floor: Rational;
}

/**
 * What the hub bids for those who let it, after anything was entered on the line. An order wakes when another leads whom
 * its floor undercuts by the whole lead step. Of all that are awake, and the leader's own, the lowest floor wins (of equal
 * ones the earlier order): the others are bid down to their floors, the higher ones first, and the winner just far enough
 * below the best of them. Only between two orders the lead step may be cut short by a floor. One pass, whatever the distance.
 */
export function answerByProxies(terms: EnglishTerms, line: LineState, moment: Moment): LineState {
  const ranking = standings(line.placed, moment.bidders).map(({ bid }) => bid);
  const leader = ranking[0];
  if (!leader) return line;
  const able = line.proxies.flatMap((order) => duellistOf(terms, order, { ranking, moment }));
  const awake = able.filter((d) => d.bidder.bidderId !== leader.bidId && undercuts(terms, d.floor, leader.value));
  if (awake.length === 0) return line;
  const duel = able
    .filter((d) => awake.includes(d) || d.bidder.bidderId === leader.bidId)
    .sort((a, b) => compareRatios(a.floor, b.floor) || a.order.sequence - b.order.sequence);
  const [winner, second, ...rest] = duel as [Duellist, ...Duellist[]];
  let placed = line.placed;
  const bid = (d: Duellist, amount: string) => {
    placed = [...placed, bidOf(d, amount, moment)];
  };
  for (const d of rest.reverse()) bid(d, d.order.floor);
  const isEven = second !== undefined && compareRatios(second.floor, winner.floor) === 0;
  if (second && !isEven) bid(second, second.order.floor);
  bid(winner, isEven ? winner.order.floor : justBelow(terms, winner, { placed, moment }));
  // Of equal amounts the earlier one leads.
  if (second && isEven) bid(second, second.order.floor);
  return { ...line, placed };
}

/** Absent: he has nothing standing, or his floor is not a whole own step below it. */
function duellistOf(
  terms: EnglishTerms,
  order: ProxyOrder,
  { ranking, moment }: { ranking: readonly Standing[]; moment: Moment },
): Duellist[] {
  const bidder = moment.bidders.find(({ bidderId }) => bidderId === order.bidderId);
  const standing = ranking.find(({ bidId }) => bidId === order.bidderId);
  if (!bidder || !standing || !isAtMost(order.floor, lowered(exact(standing.placed.amount), terms.ownStep))) return [];
  return [{ order, bidder, standing, floor: valueOfAmount(bidder, order.floor) }];
}

function undercuts({ leadStep }: EnglishTerms, value: Rational, best: Rational): boolean {
  return leadStep ? compareRatios(value, lowered(best, leadStep)) <= 0 : compareRatios(value, best) < 0;
}

/** The highest amount that leads by the lead step and is a whole own step below his own, but never below his floor. */
function justBelow(
  terms: EnglishTerms,
  winner: Duellist,
  { placed, moment }: { placed: readonly PlacedBid[]; moment: Moment },
): string {
  const { bidder, standing, order } = winner;
  const others = standings(placed, moment.bidders).filter(({ bid }) => bid.bidId !== bidder.bidderId);
  const best = others[0]!.bid.value;
  const own = roundedDown(lowered(exact(standing.placed.amount), terms.ownStep), terms.scale);
  if (terms.leadStep)
    return higherAmount(order.floor, lowerAmount(own, amountForValue(bidder, lowered(best, terms.leadStep), terms.scale)));
  const even = amountForValue(bidder, best, terms.scale);
  const isEven = compareRatios(valueOfAmount(bidder, even), best) === 0;
  const ahead = isEven ? roundedDown(minus(exact(even), ratio(1n, 10n ** BigInt(terms.scale))), terms.scale) : even;
  return higherAmount(order.floor, lowerAmount(own, ahead));
}

function bidOf({ bidder }: Duellist, amount: string, { sequence, atUs }: Moment): PlacedBid {
  return { bidderId: bidder.bidderId, amount, origin: 'PROXY', sequence, atUs };
}
