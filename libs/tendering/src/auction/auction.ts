import type { AuctionAct, AuctionBidder, AuctionFile, AuctionTerms, Microseconds } from './auction-file.js';
import { type AuctionClock, paused, resumed, runningAt } from './clock.js';
import { playEnglish } from './english/english.js';
import { firstBids, withVoided } from './placed-bids.js';
import { type AuctionRefusal, type BidderAct, freshLine, type LineState, type Moment, type Played } from './play.js';
import { lastTurnEnds, playRounds } from './rounds.js';
import { japaneseCloses, lastLevelEnds, playDutch, playJapanese } from './tick-auctions.js';

/** An auction after some entries of its ledger; nothing in it is not in the ledger. */
export interface AuctionState {
  terms: AuctionTerms;
  bidders: readonly AuctionBidder[];
  clock: AuctionClock;
  lines: readonly LineState[];
  /** Number and time of the last entry; 0 before the first. */
  sequence: number;
  lastAtUs: Microseconds;
  sealedAtUs?: Microseconds;
  isVoided: boolean;
  isAwarded: boolean;
}

export type AuctionStatus = 'SCHEDULED' | 'PREVIEW' | 'OPEN' | 'EXTENDED' | 'PAUSED' | 'CLOSED' | 'FROZEN' | 'AWARDED' | 'VOIDED';

/** The auction before its first entry. */
export function scheduledAuction({ terms, bidders }: Pick<AuctionFile, 'terms' | 'bidders'>): AuctionState {
  return {
    terms,
    bidders,
    clock: { pauses: [] },
    lines: linesOf(terms, bidders),
    sequence: 0,
    lastAtUs: 0,
    isVoided: false,
    isAwarded: false,
  };
}

/**
 * Takes an act in at a time of the database, or says why not; the state is as it was then. The same acts at the same times
 * always give the same state, so the ledger is the auction. Times never run back.
 */
export function enterAct(
  state: AuctionState,
  act: AuctionAct,
  atUs: Microseconds,
): { state: AuctionState } | { refusal: AuctionRefusal } {
  const refusal = refusalOf(state, act, atUs);
  if (refusal) return { refusal };
  const moment: Moment = { bidders: state.bidders, sequence: state.sequence + 1, atUs, runningUs: runningAt(state.clock, atUs) };
  const played = act.by === 'BIDDER' ? play(state, act, moment) : steered(state, act, moment);
  if ('refusal' in played) return played;
  return { state: { ...state, ...played, sequence: moment.sequence, lastAtUs: atUs } };
}

/** Where the auction stands at a time of the database, after the entries so far. */
export function statusAt(state: AuctionState, atUs: Microseconds): AuctionStatus {
  if (state.isVoided) return 'VOIDED';
  if (state.isAwarded) return 'AWARDED';
  if (state.sealedAtUs !== undefined) return 'FROZEN';
  if (state.clock.pausedSinceUs !== undefined) return 'PAUSED';
  if (atUs < state.terms.previewAtUs) return 'SCHEDULED';
  if (atUs < state.terms.opensAtUs) return 'PREVIEW';
  if (isClosed(state, atUs)) return 'CLOSED';
  return state.lines.some(({ closesAtUs, firstCloseUs, extensions }) => extensions.length > 0 && closesAtUs > firstCloseUs)
    ? 'EXTENDED'
    : 'OPEN';
}

/** Whether every line has closed; the moment of a close still belongs to the line. */
export function isClosed({ clock, lines }: AuctionState, atUs: Microseconds): boolean {
  const runningUs = runningAt(clock, atUs);
  return lines.every(({ closesAtUs }) => runningUs > closesAtUs);
}

/** What binds every act, whoever enters it. */
function refusalOf(state: AuctionState, act: AuctionAct, atUs: Microseconds): AuctionRefusal | undefined {
  const isStanding = state.clock.pausedSinceUs !== undefined;
  if (atUs < state.lastAtUs) return 'TIME_RUNS_BACK';
  if (state.isVoided) return 'VOIDED';
  if (state.isAwarded) return 'SEALED';
  if (state.sealedAtUs !== undefined && act.kind !== 'AWARD' && act.kind !== 'VOID') return 'SEALED';
  if (isStanding && !['RESUME', 'VOID', 'VOID_BID'].includes(act.kind)) return 'PAUSED';
  if (act.kind === 'RESUME') return isStanding ? undefined : 'NOT_PAUSED';
  const isBeforeOpening = atUs < state.terms.opensAtUs;
  if (act.kind === 'RESCHEDULE') return isBeforeOpening && act.opensAtUs > atUs ? undefined : 'NOT_IN_THIS_AUCTION';
  return isBeforeOpening && act.kind !== 'VOID' ? 'NOT_OPEN' : undefined;
}

function play({ terms, lines }: AuctionState, act: BidderAct, moment: Moment): Played {
  if (terms.kind === 'ENGLISH') return playEnglish(terms, lines, { act, moment });
  const [line] = lines as [LineState];
  if (terms.kind === 'ROUNDS') return playRounds(terms, line, { act, moment });
  return terms.kind === 'DUTCH' ? playDutch(terms, line, { act, moment }) : playJapanese(terms, line, { act, moment });
}

type Steered = Partial<AuctionState> | { refusal: AuctionRefusal };

function steered(state: AuctionState, act: Exclude<AuctionAct, BidderAct>, { atUs, runningUs }: Moment): Steered {
  switch (act.kind) {
    case 'VOID':
      return { isVoided: true };
    case 'VOID_BID':
      return voidedBid(state, act.sequence, runningUs);
    case 'PAUSE':
      return pausedState(state, act, atUs);
    case 'RESUME':
      return { clock: resumed(state.clock, atUs) };
    case 'RESCHEDULE': {
      const terms = shifted(state.terms, act.opensAtUs - state.terms.opensAtUs);
      return { terms, lines: linesOf(terms, state.bidders) };
    }
    case 'SEAL':
      return isClosed(state, atUs) ? { sealedAtUs: atUs } : { refusal: 'NOT_CLOSED' };
    case 'AWARD': {
      if (state.sealedAtUs === undefined) return { refusal: 'NOT_CLOSED' };
      return atUs >= state.sealedAtUs + state.terms.appealUs ? { isAwarded: true } : { refusal: 'APPEAL_RUNS' };
    }
  }
}

function pausedState(state: AuctionState, act: Extract<AuctionAct, { kind: 'PAUSE' }>, atUs: Microseconds): Steered {
  const { fromUs, by } = act;
  if (fromUs < state.lastAtUs || fromUs > atUs || (by === 'BUYER' && fromUs !== atUs)) return { refusal: 'TIME_RUNS_BACK' };
  if (fromUs < state.terms.opensAtUs) return { refusal: 'NOT_OPEN' };
  return isClosed(state, fromUs) ? { refusal: 'CLOSED' } : { clock: paused(state.clock, fromUs) };
}

/** Bids of Dutch and Japanese auctions end or carry the auction: there only the whole can be made void. */
function voidedBid({ terms, lines }: AuctionState, sequence: number, runningUs: Microseconds): Steered {
  if (terms.kind !== 'ENGLISH' && terms.kind !== 'ROUNDS') return { refusal: 'NOT_IN_THIS_AUCTION' };
  const line = lines.find(({ placed }) => placed.some((bid) => bid.sequence === sequence && bid.voidedAtUs === undefined));
  if (!line || sequence < 1) return { refusal: 'UNKNOWN_BID' };
  if (runningUs > line.closesAtUs) return { refusal: 'CLOSED' };
  const without = { ...line, placed: withVoided(line.placed, sequence, runningUs) };
  return { lines: lines.map((other) => (other === line ? without : other)) };
}

function linesOf(terms: AuctionTerms, bidders: readonly AuctionBidder[]): LineState[] {
  switch (terms.kind) {
    case 'ENGLISH':
      return terms.lines.map(({ lineId, closesAtUs }) => freshLine(lineId, closesAtUs, firstBids(bidders, lineId)));
    case 'ROUNDS':
      return [freshLine(terms.lineId, lastTurnEnds(terms, bidders.length), firstBids(bidders, terms.lineId))];
    case 'DUTCH':
      return [freshLine(terms.lineId, lastLevelEnds(terms), [])];
    case 'JAPANESE':
      return [freshLine(terms.lineId, japaneseCloses(terms, []), [])];
  }
}

function shifted(terms: AuctionTerms, byUs: Microseconds): AuctionTerms {
  const opensAtUs = terms.opensAtUs + byUs;
  if (terms.kind !== 'ENGLISH') return { ...terms, opensAtUs };
  return { ...terms, opensAtUs, lines: terms.lines.map((line) => ({ ...line, closesAtUs: line.closesAtUs + byUs })) };
}
