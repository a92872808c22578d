import { compareRatios, exact, minus, type Rational, ratio, times } from '#libs/kernel';
import type { Ranked } from '../../evaluation/rank-bids.js';
import { isAmount, isAtMost, lowered, valueOfAmount } from '../amounts.js';
import type { AuctionBidder, EnglishLine, EnglishTerms } from '../auction-file.js';
import { type Standing, standings } from '../placed-bids.js';
import type { AuctionRefusal, BidderAct, LineState, Moment, Played } from '../play.js';
import { answerByProxies } from './proxy-bids.js';
import { extended } from './soft-close.js';

type Bid = Extract<BidderAct, { kind: 'BID' }>;
type Proxy = Extract<BidderAct, { kind: 'PROXY' }>;

/**
 * A bid or a proxy order in a reverse English auction. Taken in up to and with the moment of the close; then the hub bids for those
 * who let it, and the soft close looks at where everybody who bid has come to.
 */
export function playEnglish(
  terms: EnglishTerms,
  lines: readonly LineState[],
  { act, moment }: { act: BidderAct; moment: Moment },
): Played {
  if (act.kind !== 'BID' && act.kind !== 'PROXY') return { refusal: 'NOT_IN_THIS_AUCTION' };
  const line = lines.find(({ lineId }) => lineId === act.lineId);
  const bidder = moment.bidders.find(({ bidderId }) => bidderId === act.bidderId);
  if (!line) return { refusal: 'UNKNOWN_LINE' };
  if (!bidder) return { refusal: 'UNKNOWN_BIDDER' };
  if (moment.runningUs > line.closesAtUs) return { refusal: 'CLOSED' };
  const entered = act.kind === 'BID' ? placeBid(terms, line, { act, bidder, moment }) : placeProxy(terms, line, { act, moment });
  if ('refusal' in entered) return entered;
  const answered = answerByProxies(terms, entered.line, moment);
  const moved = lines.map((other) => (other.lineId === line.lineId ? answered : other));
  return { lines: extended(terms, moved, { line: answered, since: line.placed.length, moment }) };
}

type Entered = { line: LineState } | { refusal: AuctionRefusal };

function placeBid(
  terms: EnglishTerms,
  line: LineState,
  { act, bidder, moment }: { act: Bid; bidder: AuctionBidder; moment: Moment },
): Entered {
  const ranking = standings(line.placed, moment.bidders);
  const refusal = refusalOf(terms, act, { bidder, ranking, start: startOf(terms, line) });
  if (refusal) return { refusal };
  const { bidderId, amount } = act;
  const { sequence, atUs } = moment;
  return { line: { ...line, placed: [...line.placed, { bidderId, amount, origin: 'BID', sequence, atUs }] } };
}

interface Scene {
  bidder: AuctionBidder;
  ranking: readonly Ranked<Standing>[];
  start?: Rational;
}

function refusalOf(terms: EnglishTerms, act: Bid, { bidder, ranking, start }: Scene): AuctionRefusal | undefined {
  if (!isAmount(act.amount, terms.scale)) return 'AMOUNT_NOT_LEGAL';
  const own = ranking.find(({ bid }) => bid.bidId === bidder.bidderId)?.bid.placed;
  if (start && !isAtMost(act.amount, start)) return 'ABOVE_START';
  if (own && !isAtMost(act.amount, lowered(exact(own.amount), terms.ownStep))) return 'OWN_STEP_TOO_SMALL';
  const best = ranking.find(({ bid }) => bid.bidId !== bidder.bidderId)?.bid.value;
  const lead = best && leadRefusal(terms, best, valueOfAmount(bidder, act.amount));
  if (lead) return lead;
  const last = own ? exact(own.amount) : start;
  return last && !act.isConfirmed && isBigDrop(terms, last, exact(act.amount)) ? 'BIG_DROP_NOT_CONFIRMED' : undefined;
}

/** Held against the best of the others, in what bids count. Equal to it is not ahead of it: time is not on the later one's side. */
function leadRefusal(terms: EnglishTerms, best: Rational, value: Rational): AuctionRefusal | undefined {
  const isAhead = compareRatios(value, best) < 0;
  if (!isAhead) return terms.mustLead ? 'BEST_NOT_BEATEN' : undefined;
  const isFarEnough = !terms.leadStep || compareRatios(value, lowered(best, terms.leadStep)) <= 0;
  return isFarEnough ? undefined : 'LEAD_STEP_TOO_SMALL';
}

function isBigDrop({ bigDropPercent }: EnglishTerms, last: Rational, amount: Rational): boolean {
  if (bigDropPercent === undefined) return false;
  return compareRatios(amount, minus(last, times(last, exact(bigDropPercent), ratio(1n, 100n)))) < 0;
}

function placeProxy(terms: EnglishTerms, line: LineState, { act, moment }: { act: Proxy; moment: Moment }): Entered {
  const others = line.proxies.filter(({ bidderId }) => bidderId !== act.bidderId);
  if (act.floor === null) return { line: { ...line, proxies: others } };
  if (!isAmount(act.floor, terms.scale)) return { refusal: 'AMOUNT_NOT_LEGAL' };
  const own = standings(line.placed, moment.bidders).find(({ bid }) => bid.bidId === act.bidderId);
  if (!own) return { refusal: 'NO_STANDING_BID' };
  if (!isAtMost(act.floor, lowered(exact(own.bid.placed.amount), terms.ownStep))) return { refusal: 'OWN_STEP_TOO_SMALL' };
  return { line: { ...line, proxies: [...others, { bidderId: act.bidderId, floor: act.floor, sequence: moment.sequence }] } };
}

function startOf({ lines }: EnglishTerms, { lineId }: LineState): Rational | undefined {
  const start = lines.find((line: EnglishLine) => line.lineId === lineId)?.startAmount;
  return start === undefined ? undefined : exact(start);
}
