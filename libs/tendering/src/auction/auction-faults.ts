import { compareRatios, type DecimalText, exact, type Fault, isDecimal, readFraction } from '#libs/kernel';
import { isAmount } from './amounts.js';
import type { AuctionBidder, AuctionTerms, EnglishTerms, Step } from './auction-file.js';
import { lastLevelEnds } from './tick-auctions.js';

export type AuctionFault = Fault<
  'AuctionNumberOutOfRange' | 'AuctionTimesOutOfOrder' | 'BidderTwice' | 'BidderWithoutFirstBid' | 'PriceAloneCounts'
>;

/** Levels a Dutch or Japanese auction may have, and rounds: more is a slip of the pen. */
const levelsMax = 10_000;
const roundsMax = 20;

/** Everything that is wrong with the terms and bidders of an auction; empty when it may be announced. */
export function auctionFaults(terms: AuctionTerms, bidders: readonly AuctionBidder[]): AuctionFault[] {
  const times = terms.previewAtUs <= terms.opensAtUs && terms.appealUs >= 0 ? [] : [wrongTime('opensAtUs')];
  const own = terms.kind === 'ENGLISH' ? englishFaults(terms) : terms.kind === 'ROUNDS' ? roundsFaults(terms) : tickFaults(terms);
  return [...times, ...own, ...bidderFaults(terms, bidders)];
}

function englishFaults(terms: EnglishTerms): AuctionFault[] {
  const { softClose } = terms;
  const lateLine = terms.lines.some(({ closesAtUs }) => closesAtUs <= terms.opensAtUs);
  const starts = terms.lines.every(({ startAmount }) => startAmount === undefined || isAmount(startAmount, terms.scale));
  const soft =
    !softClose ||
    (softClose.lengthUs > 0 && softClose.triggerUs >= 0 && softClose.extensionsMax >= 0 && (softClose.totalUsMax ?? 0) >= 0);
  return [
    ...(terms.lines.length === 0 || lateLine ? [wrongTime('lines')] : []),
    ...(starts ? [] : [wrong('lines.startAmount')]),
    ...(soft && (softClose?.lowestTriggeringRank ?? 1) >= 1 ? [] : [wrong('softClose')]),
    ...stepFaults(terms.ownStep, 'ownStep'),
    ...(terms.leadStep ? stepFaults(terms.leadStep, 'leadStep') : []),
    ...(terms.bigDropPercent === undefined || isPercent(terms.bigDropPercent) ? [] : [wrong('bigDropPercent')]),
  ];
}

function roundsFaults(terms: Extract<AuctionTerms, { kind: 'ROUNDS' }>): AuctionFault[] {
  const isTimed = terms.turnUs > 0 && terms.firstPauseUs >= 0 && terms.pauseUs >= 0;
  const isCounted = Number.isInteger(terms.rounds) && terms.rounds >= 1 && terms.rounds <= roundsMax;
  return [
    ...(isTimed ? [] : [wrongTime('turnUs')]),
    ...(isCounted ? [] : [wrong('rounds')]),
    ...stepFaults(terms.ownStep, 'ownStep'),
  ];
}

function tickFaults(terms: Extract<AuctionTerms, { kind: 'DUTCH' | 'JAPANESE' }>): AuctionFault[] {
  const bound = terms.kind === 'DUTCH' ? terms.ceilingAmount : terms.floorAmount;
  if (![terms.startAmount, bound].every((amount) => isAmount(amount, terms.scale))) return [wrong('startAmount')];
  if (terms.tickUs <= 0) return [wrongTime('tickUs')];
  const towards = compareRatios(exact(bound), exact(terms.startAmount)) * (terms.kind === 'DUTCH' ? 1 : -1);
  if (towards < 0) return [wrong(terms.kind === 'DUTCH' ? 'ceilingAmount' : 'floorAmount')];
  const step =
    terms.kind === 'DUTCH'
      ? isAmount(terms.riseAmount, terms.scale)
        ? []
        : [wrong('riseAmount')]
      : stepFaults(terms.fall, 'fall');
  if (step.length > 0) return step;
  const levels = (lastLevelEnds(terms) - terms.opensAtUs) / terms.tickUs;
  return levels <= levelsMax ? [] : [wrong('tickUs')];
}

function bidderFaults(terms: AuctionTerms, bidders: readonly AuctionBidder[]): AuctionFault[] {
  const ids = new Set(bidders.map(({ bidderId }) => bidderId));
  const isByPrice = terms.kind === 'DUTCH' || terms.kind === 'JAPANESE';
  return [
    ...(ids.size === bidders.length ? [] : [{ code: 'BidderTwice' as const, path: ['bidders'] }]),
    ...bidders.flatMap((bidder) => {
      const at = ['bidders', bidder.bidderId];
      const isPlain = bidder.coefficient === '1' && compareRatios(exact(bidder.addition), exact('0')) === 0;
      const lacksFirst = terms.kind === 'ROUNDS' && !bidder.first[terms.lineId];
      return [
        ...(readFraction(bidder.coefficient).over > 0n ? [] : [wrong(`bidders.${bidder.bidderId}.coefficient`)]),
        ...(isByPrice && !isPlain ? [{ code: 'PriceAloneCounts' as const, path: at }] : []),
        ...(lacksFirst ? [{ code: 'BidderWithoutFirstBid' as const, path: at }] : []),
        ...Object.values(bidder.first).flatMap(({ amount }) =>
          isAmount(amount, terms.scale) ? [] : [wrong(`bidders.${bidder.bidderId}.first`)],
        ),
      ];
    }),
  ];
}

/** A step of nothing would let an auction run for ever at one price. */
function stepFaults(step: Step, at: string): AuctionFault[] {
  const isLegal = step.by === 'PERCENT' ? isPercent(step.value) : isDecimal(step.value) && exact(step.value).over > 0n;
  return isLegal ? [] : [wrong(at)];
}

const isPercent = (text: DecimalText): boolean =>
  isDecimal(text) && exact(text).over > 0n && compareRatios(exact(text), exact('100')) < 0;
const wrong = (at: string): AuctionFault => ({ code: 'AuctionNumberOutOfRange', path: at.split('.') });
const wrongTime = (at: string): AuctionFault => ({ code: 'AuctionTimesOutOfOrder', path: at.split('.') });
