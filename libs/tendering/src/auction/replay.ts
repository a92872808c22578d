import { type DecimalText, type Fault, fail, fractionText, ok, type Result } from '#libs/kernel';
import { type AuctionState, enterAct, scheduledAuction } from './auction.js';
import type { AuctionFile, Microseconds } from './auction-file.js';
import { wallTime } from './clock.js';
import { brokenAt } from './ledger.js';
import { standings } from './placed-bids.js';
import type { AuctionRefusal, Extension, LineState } from './play.js';

/** How an auction came out; everything in it follows from the file. Times of the database. */
export interface AuctionResult {
  auctionId: string;
  /** UNSEALED: the ledger goes on, or was cut. */
  outcome: 'UNSEALED' | 'SEALED' | 'AWARDED' | 'VOIDED';
  lines: readonly LineResult[];
}

export interface LineResult {
  lineId: string;
  closedAtUs: Microseconds;
  extensions: readonly Extension[];
  /** Every bid that was taken in, in that order, with those the hub placed for somebody. */
  bids: readonly {
    bidderId: string;
    amount: DecimalText;
    origin: 'FIRST' | 'BID' | 'PROXY';
    sequence: number;
    isVoid: boolean;
  }[];
  /** `value` is what the amount counts, as a fraction: '280/3'. `sequence` is the entry the bid came from. */
  ranking: readonly { rank: number; bidderId: string; amount: DecimalText; value: string; sequence: number }[];
}

export type ReplayFault = Fault<'LedgerChanged' | 'EntryNotLegal'>;

/**
 * The whole auction again from its file. Fails with the number of the first entry that the chain does not vouch for, or that the
 * rules would not have taken in: then the ledger is not what the hub wrote.
 */
export function replay(file: AuctionFile): Result<AuctionResult, ReplayFault> {
  const broken = brokenAt(file);
  if (broken !== undefined) return fail(faultAt('LedgerChanged', broken));
  let state = scheduledAuction(file);
  for (const { sequence, act, atUs } of file.ledger) {
    const entered = enterAct(state, act, atUs);
    if ('refusal' in entered) return fail(faultAt('EntryNotLegal', sequence, entered.refusal));
    state = entered.state;
  }
  return ok(resultOf(file.auctionId, state));
}

/** The result as far as the auction has come. */
export function resultOf(auctionId: string, state: AuctionState): AuctionResult {
  const sealed = state.sealedAtUs === undefined ? 'UNSEALED' : 'SEALED';
  const outcome = state.isVoided ? 'VOIDED' : state.isAwarded ? 'AWARDED' : sealed;
  return { auctionId, outcome, lines: state.lines.map((line) => lineResult(state, line)) };
}

function lineResult({ clock, bidders }: AuctionState, line: LineState): LineResult {
  return {
    lineId: line.lineId,
    closedAtUs: wallTime(clock, line.closesAtUs),
    extensions: line.extensions,
    bids: line.placed.map(({ bidderId, amount, origin, sequence, voidedAtUs }) => ({
      bidderId,
      amount,
      origin,
      sequence,
      isVoid: voidedAtUs !== undefined,
    })),
    ranking: standings(line.placed, bidders).map(({ rank, bid: { placed, value } }) => ({
      rank,
      bidderId: placed.bidderId,
      amount: placed.amount,
      value: fractionText(value),
      sequence: placed.sequence,
    })),
  };
}

function faultAt(code: ReplayFault['code'], sequence: number, refusal: AuctionRefusal | null = null): ReplayFault {
  return { code, path: ['ledger', String(sequence)], values: { sequence, refusal } };
}
