import { z } from 'zod';
import {
  compareRatios,
  type DecimalText,
  exact,
  type Fault,
  fractionText,
  greatest,
  isDecimal,
  isZero,
  least,
  minorUnits,
  minus,
  per,
  type Rational,
  ratio,
  rounded,
  roundedDown,
  times,
} from '#libs/kernel';
import type { AuctionBidder, AuctionTerms, Microseconds } from '../auction/auction-file.js';
import type { Formula } from '../evaluation/formula.js';

/** Thirty days: longer than any auction that people sit through. */
const secondsMax = 2_592_000;
const positive = z
  .string()
  .refine((value) => isDecimal(value) && exact(value).over > 0n && !isZero(value), 'a decimal above zero');
const seconds = (least: number) => z.int().min(least).max(secondsMax);
const step = z.strictObject({ by: z.enum(['AMOUNT', 'PERCENT']), value: positive });
const appeal = { /** After the close, before an award. */ appealSeconds: seconds(0).default(0) };

const softClose = z.strictObject({
  triggerSeconds: seconds(0),
  lengthSeconds: seconds(1),
  extensionsMax: z.int().min(0).max(1000),
  countsFrom: z.enum(['CLOSE', 'RECEIPT']).default('CLOSE'),
  lowestTriggeringRank: z.int().min(1).max(200).nullish(),
  totalSecondsMax: seconds(1).nullish(),
});

/**
 * The auction that a tender announces for each of its lots, as it is published. Prices that move by the clock are per cent of the best bid of
 * the evaluation, since nobody knows it before.
 */
export const announcedAuction = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ENGLISH'),
    durationSeconds: seconds(1),
    ownStep: step,
    leadStep: step.nullish(),
    mustLead: z.boolean().default(false),
    display: z.enum(['RANK', 'BEST_PRICE']).default('RANK'),
    softClose: softClose.nullish(),
    bigDropPercent: positive.nullish(),
    ...appeal,
  }),
  z.strictObject({
    kind: z.literal('ROUNDS'),
    rounds: z.int().min(1).max(20).default(3),
    turnSeconds: seconds(1).default(120),
    firstPauseSeconds: seconds(0).default(300),
    pauseSeconds: seconds(0).default(120),
    ownStep: step,
    ...appeal,
  }),
  z.strictObject({
    kind: z.literal('DUTCH'),
    startPercent: positive,
    risePercent: positive,
    ceilingPercent: positive.default('100'),
    tickSeconds: seconds(1),
    ...appeal,
  }),
  z.strictObject({
    kind: z.literal('JAPANESE'),
    startPercent: positive.default('100'),
    fall: step,
    floorPercent: positive,
    tickSeconds: seconds(1),
    ...appeal,
  }),
]);
export type AnnouncedAuction = z.output<typeof announcedAuction>;

/** Formulas under which what an amount counts is fixed for each bidder before he bids: by the price alone, K of F2, costs of F3. */
const fitting: readonly Formula['kind'][] = ['LOWEST_PRICE', 'FEATURES', 'LIFE_CYCLE_COST'];

/** Why an auction cannot be announced with what else a tender says; each is the reason of one fault. */
export function announcementFaults(terms: {
  auction: AnnouncedAuction | null;
  formula: Formula;
  tieBreak: readonly { by: string }[];
  awardMode: string;
}): Fault<'AuctionUnsound'>[] {
  const { auction, formula, tieBreak, awardMode } = terms;
  if (auction === null) return [];
  const byClock = auction.kind === 'DUTCH' || auction.kind === 'JAPANESE';
  const outside =
    (auction.kind === 'DUTCH' && isBelow(auction.ceilingPercent, auction.startPercent)) ||
    (auction.kind === 'JAPANESE' && isBelow(auction.startPercent, auction.floorPercent)) ||
    percents(auction).some((percent) => !isBelow(percent, '100'));
  return [
    ...((byClock ? formula.kind === 'LOWEST_PRICE' : fitting.includes(formula.kind)) ? [] : ['FormulaNotByAmount']),
    // Who came first decides among equal amounts; another tie-break could not be seen while the auction runs.
    ...(tieBreak.length === 1 && tieBreak[0]?.by === 'TIME' ? [] : ['TieBreakNotByTime']),
    ...(awardMode === 'LINE' ? ['AwardByLine'] : []),
    ...(outside ? ['NumberOutOfRange'] : []),
  ].map((reason) => ({ code: 'AuctionUnsound' as const, path: ['auction'], values: { reason } }));
}

const isBelow = (a: DecimalText, b: DecimalText): boolean => compareRatios(exact(a), exact(b)) < 0;

/** What has to stay below a hundred per cent. */
function percents(auction: AnnouncedAuction): DecimalText[] {
  const steps =
    auction.kind === 'JAPANESE' ? [auction.fall] : auction.kind === 'DUTCH' ? [] : [auction.ownStep, ...leadStepOf(auction)];
  const drop = auction.kind === 'ENGLISH' && auction.bigDropPercent != null ? [auction.bigDropPercent] : [];
  return [...steps.flatMap(({ by, value }) => (by === 'PERCENT' ? [value] : [])), ...drop];
}

const leadStepOf = (auction: AnnouncedAuction) =>
  auction.kind === 'ENGLISH' && auction.leadStep != null ? [auction.leadStep] : [];

/** A bid that was admitted: what it costs and counts under the published formula. */
export interface AdmittedBid {
  label: string;
  price: Rational;
  value: Rational;
  acceptedUs: Microseconds;
}

export interface Announcing {
  lotId: string;
  currency: string;
  nowUs: Microseconds;
  opensAtUs: Microseconds;
}

/** The terms of an auction that opens then, among these bids. */
export function auctionTerms(
  auction: AnnouncedAuction,
  bids: readonly AdmittedBid[],
  { lotId, currency, nowUs, opensAtUs }: Announcing,
): AuctionTerms {
  const scale = minorUnits(currency);
  const us = (count: number): Microseconds => count * 1_000_000;
  const common = { currency, scale, previewAtUs: nowUs, opensAtUs, appealUs: us(auction.appealSeconds) };
  if (auction.kind === 'ENGLISH') return englishTerms(auction, { common, lotId, us });
  if (auction.kind === 'ROUNDS') {
    const { kind, rounds, ownStep } = auction;
    const times = {
      turnUs: us(auction.turnSeconds),
      firstPauseUs: us(auction.firstPauseSeconds),
      pauseUs: us(auction.pauseSeconds),
    };
    return { ...common, kind, lineId: lotId, rounds, ...times, ownStep };
  }
  const best = least(...(bids.map(({ price }) => price) as [Rational, ...Rational[]]));
  const part = (percent: DecimalText): DecimalText =>
    roundedDown(greatest(times(best, per(exact(percent), ratio(100n))), ratio(1n, 10n ** BigInt(scale))), scale);
  const ticks = { lineId: lotId, startAmount: part(auction.startPercent), tickUs: us(auction.tickSeconds) };
  return auction.kind === 'DUTCH'
    ? { ...common, ...ticks, kind: 'DUTCH', riseAmount: part(auction.risePercent), ceilingAmount: part(auction.ceilingPercent) }
    : { ...common, ...ticks, kind: 'JAPANESE', fall: auction.fall, floorAmount: part(auction.floorPercent) };
}

function englishTerms(
  auction: Extract<AnnouncedAuction, { kind: 'ENGLISH' }>,
  {
    common,
    lotId,
    us,
  }: {
    common: Pick<AuctionTerms, 'currency' | 'scale' | 'previewAtUs' | 'opensAtUs' | 'appealUs'>;
    lotId: string;
    us: (count: number) => Microseconds;
  },
): AuctionTerms {
  const { ownStep, leadStep, mustLead, display, softClose: soft, bigDropPercent } = auction;
  return {
    ...common,
    kind: 'ENGLISH',
    lines: [{ lineId: lotId, closesAtUs: common.opensAtUs + us(auction.durationSeconds) }],
    ownStep,
    ...(leadStep ? { leadStep } : {}),
    mustLead,
    display,
    ...(bigDropPercent ? { bigDropPercent } : {}),
    ...(soft
      ? {
          softClose: {
            triggerUs: us(soft.triggerSeconds),
            extends: 'LINE',
            countsFrom: soft.countsFrom,
            lengthUs: us(soft.lengthSeconds),
            extensionsMax: soft.extensionsMax,
            ...(soft.lowestTriggeringRank ? { lowestTriggeringRank: soft.lowestTriggeringRank } : {}),
            ...(soft.totalSecondsMax ? { totalUsMax: us(soft.totalSecondsMax) } : {}),
          },
        }
      : {}),
  };
}

/** Who takes part, with what his amounts count: amount / K + addition, both as the evaluation has them. Where prices move by the clock nobody comes with one. */
export function auctionBidder(
  terms: AuctionTerms,
  formula: Formula,
  { label, price, value, acceptedUs }: AdmittedBid,
): AuctionBidder {
  const byClock = terms.kind === 'DUTCH' || terms.kind === 'JAPANESE';
  const lineId = terms.kind === 'ENGLISH' ? terms.lines[0]!.lineId : terms.lineId;
  return {
    bidderId: label,
    coefficient: formula.kind === 'FEATURES' ? fractionText(per(price, value)) : '1',
    // Costs are decimals of at most ten places, so nothing is rounded away.
    addition: formula.kind === 'LIFE_CYCLE_COST' ? rounded(minus(value, price), 10) : '0',
    first: byClock ? {} : { [lineId]: { amount: rounded(price, terms.scale), atUs: acceptedUs } },
  };
}
