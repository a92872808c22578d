import { compareRatios, type DecimalText, exact, minus, per, plus, type Rational, ratio, roundedDown, times } from '#libs/kernel';
import { stepFrom } from './amounts.js';
import type { DutchTerms, JapaneseTerms, Microseconds } from './auction-file.js';
import type { BidderAct, LineState, Moment, Played } from './play.js';

type TickTerms = DutchTerms | JapaneseTerms;

/** The level that runs: 0 first, each a tick long, its end included. */
export function levelAt({ opensAtUs, tickUs }: TickTerms, runningUs: Microseconds): number {
  return Math.max(0, Math.ceil((runningUs - opensAtUs) / tickUs) - 1);
}

/** The price of a level: it rises in a Dutch auction and falls in a Japanese one, by the same amount each time. */
export function priceAt(terms: TickTerms, level: number): DecimalText {
  return roundedDown(plus(exact(terms.startAmount), times(changeOf(terms), ratio(BigInt(level)))), terms.scale);
}

/** When the last level ends: the price then is the last one not beyond ceiling or floor. */
export function lastLevelEnds(terms: TickTerms): Microseconds {
  const bound = terms.kind === 'DUTCH' ? exact(terms.ceilingAmount) : exact(terms.floorAmount);
  const levels = Number(roundedDown(per(minus(bound, exact(terms.startAmount)), changeOf(terms)), 0));
  return terms.opensAtUs + (levels + 1) * terms.tickUs;
}

function changeOf(terms: TickTerms): Rational {
  if (terms.kind === 'DUTCH') return exact(terms.riseAmount);
  return minus(ratio(0n), stepFrom(exact(terms.startAmount), terms.fall));
}

/** The first who accepts the price that runs has it, and the auction is over. The price is named, so that nobody accepts one he did not see. */
export function playDutch(terms: DutchTerms, line: LineState, { act, moment }: { act: BidderAct; moment: Moment }): Played {
  if (act.kind !== 'ACCEPT') return { refusal: 'NOT_IN_THIS_AUCTION' };
  const refusal = cannotPlay(line, act.bidderId, moment);
  if (refusal) return { refusal };
  // The close is the moment of the acceptance, and that moment belongs to the line: the second of two in it comes too late all the same.
  if (line.placed.length > 0) return { refusal: 'CLOSED' };
  const price = priceAt(terms, levelAt(terms, moment.runningUs));
  if (!isSame(act.amount, price)) return { refusal: 'PRICE_MOVED' };
  const { sequence, atUs, runningUs } = moment;
  const bid = { bidderId: act.bidderId, amount: price, origin: 'BID' as const, sequence, atUs };
  return { lines: [{ ...line, placed: [bid], closesAtUs: runningUs }] };
}

/**
 * Staying at the level that is asked. Who was silent at a level is out. It ends with the first level at which at most one
 * stayed; of those who went furthest the one who said so first wins.
 */
export function playJapanese(terms: JapaneseTerms, line: LineState, { act, moment }: { act: BidderAct; moment: Moment }): Played {
  if (act.kind !== 'STAY') return { refusal: 'NOT_IN_THIS_AUCTION' };
  const refusal = cannotPlay(line, act.bidderId, moment);
  if (refusal) return { refusal };
  const level = levelAt(terms, moment.runningUs);
  if (act.level !== level) return { refusal: 'LEVEL_NOT_ASKED' };
  const own = line.placed.filter(({ bidderId }) => bidderId === act.bidderId).length;
  if (own !== level) return { refusal: own > level ? 'LEVEL_NOT_ASKED' : 'NO_LONGER_IN' };
  const { sequence, atUs } = moment;
  const bid = { bidderId: act.bidderId, amount: priceAt(terms, level), origin: 'BID' as const, sequence, atUs };
  const placed = [...line.placed, bid];
  return { lines: [{ ...line, placed, closesAtUs: japaneseCloses(terms, placed) }] };
}

/** The end of the first level at which at most one has stayed so far; a level asks again only those who stayed at the one before. */
export function japaneseCloses(terms: JapaneseTerms, placed: readonly { bidderId: string }[]): Microseconds {
  const stays = new Map<string, number>();
  for (const { bidderId } of placed) stays.set(bidderId, (stays.get(bidderId) ?? 0) + 1);
  const last = lastLevelEnds(terms);
  for (let level = 0; ; level++) {
    const ends = terms.opensAtUs + (level + 1) * terms.tickUs;
    const stayed = [...stays.values()].filter((count) => count > level).length;
    if (stayed <= 1 || ends >= last) return Math.min(ends, last);
  }
}

function cannotPlay(line: LineState, bidderId: string, { bidders, runningUs }: Moment) {
  if (!bidders.some((bidder) => bidder.bidderId === bidderId)) return 'UNKNOWN_BIDDER' as const;
  return runningUs > line.closesAtUs ? ('CLOSED' as const) : undefined;
}

const isSame = (a: DecimalText, b: DecimalText): boolean => /^\d+(\.\d+)?$/.test(a) && compareRatios(exact(a), exact(b)) === 0;
