import { canonicalJson, type Fault, fail, fractionText, ok, type Result } from '#libs/kernel';
import { NotFound, one, type Work } from '#libs/platform';
import { valueOfAmount } from '../auction/amounts.js';
import { type AuctionState, enterAct } from '../auction/auction.js';
import type { AuctionAct, Microseconds } from '../auction/auction-file.js';
import { wallTime } from '../auction/clock.js';
import type { AuctionRefusal, BidderAct } from '../auction/play.js';
import { memberOf } from '../tender/tender.mover.js';
import { type AuctionRoom, readAuction } from './auction.reader.js';

/** Notice topic of what moved an auction; id is the auction. With `ofOneself` behind it only the acting bidder hears of it. */
export const auctionChanged = 'auction.changed';
export const ofOneself = '/own';

export type AuctionActFault = Fault<
  | 'AuctionNotOpen'
  | 'AuctionPaused'
  | 'AuctionClosed'
  | 'AuctionVoided'
  | 'AuctionAmountNotLegal'
  | 'AuctionStepTooSmall'
  | 'AuctionBestNotBeaten'
  | 'AuctionDropNotConfirmed'
  | 'AuctionWithoutStandingBid'
  | 'AuctionTurnNotYours'
  | 'AuctionPriceMoved'
  | 'AuctionLevelMoved'
  | 'AuctionActUnknown'
>;

const faults: Readonly<Record<AuctionRefusal, AuctionActFault['code']>> = {
  NOT_OPEN: 'AuctionNotOpen',
  PAUSED: 'AuctionPaused',
  NOT_PAUSED: 'AuctionActUnknown',
  CLOSED: 'AuctionClosed',
  NOT_CLOSED: 'AuctionActUnknown',
  SEALED: 'AuctionClosed',
  VOIDED: 'AuctionVoided',
  APPEAL_RUNS: 'AuctionActUnknown',
  TIME_RUNS_BACK: 'AuctionActUnknown',
  NOT_IN_THIS_AUCTION: 'AuctionActUnknown',
  UNKNOWN_BIDDER: 'AuctionActUnknown',
  UNKNOWN_LINE: 'AuctionActUnknown',
  UNKNOWN_BID: 'AuctionActUnknown',
  AMOUNT_NOT_LEGAL: 'AuctionAmountNotLegal',
  ABOVE_START: 'AuctionStepTooSmall',
  OWN_STEP_TOO_SMALL: 'AuctionStepTooSmall',
  LEAD_STEP_TOO_SMALL: 'AuctionStepTooSmall',
  BEST_NOT_BEATEN: 'AuctionBestNotBeaten',
  BIG_DROP_NOT_CONFIRMED: 'AuctionDropNotConfirmed',
  NO_STANDING_BID: 'AuctionWithoutStandingBid',
  NOT_YOUR_TURN: 'AuctionTurnNotYours',
  NOTHING_TO_TAKE_BACK: 'AuctionWithoutStandingBid',
  PRICE_MOVED: 'AuctionPriceMoved',
  LEVEL_NOT_ASKED: 'AuctionLevelMoved',
  NO_LONGER_IN: 'AuctionLevelMoved',
};

/** The refusal in words of this room. `reason` is the rule's own name. */
export const faultOf = (refusal: AuctionRefusal): AuctionActFault => ({
  code: faults[refusal],
  path: ['auctionId'],
  values: { reason: refusal },
});

type OwnAct<A> = A extends unknown ? Omit<A, 'by' | 'bidderId' | 'lineId'> : never;
export type OwnBidderAct = OwnAct<BidderAct>;

/** Enters what the acting bidder does, at the moment that the database noted under the lock of the lot; or says why not, and nothing was. */
export async function enterOwnAct(
  work: Work,
  auctionId: string,
  act: OwnBidderAct,
): Promise<Result<AuctionRoom, AuctionActFault>> {
  const room = await readAuction(work, auctionId, 'HOLD');
  // Its buyer sees the room, and does not bid in it.
  if (room.label === null) throw new NotFound(`auction ${auctionId} to bid in`);
  if (room.isOver) return fail(faultOf('VOIDED'));
  if (room.awardedAt) return fail(faultOf('SEALED'));
  const own = { ...act, by: 'BIDDER', bidderId: room.label } as BidderAct;
  const whole = own.kind === 'BID' || own.kind === 'PROXY' ? { ...own, lineId: room.lotId } : own;
  // What an order says already is not said again: the ledger keeps what changes something.
  if (own.kind === 'PROXY' && own.floor === floorOf(room, room.label)) return ok(room);
  const entered = await enter(work, room, whole);
  if (!entered.ok) return entered;
  const isQuiet = placedIn(room.state) === placedIn(entered.value.state);
  work.notify(auctionChanged, isQuiet ? work.actor.orgId : room.orgId, `${room.id}${isQuiet ? ofOneself : ''}`);
  return entered;
}

/** The floor of a bidder's proxy order; null without one. */
const floorOf = ({ state, lotId }: AuctionRoom, label: string): string | null =>
  state.lines.find(({ lineId }) => lineId === lotId)?.proxies.find(({ bidderId }) => bidderId === label)?.floor ?? null;

/** How many bids stand in the ledger or follow from it; what changes none of them is its bidder's own business. */
const placedIn = ({ lines }: AuctionState): number => lines.reduce((sum, { placed }) => sum + placed.length, 0);

/** Enters an act into an auction that this transaction holds. */
export async function enter(
  work: Work,
  room: AuctionRoom,
  given: AuctionAct | { act: AuctionAct; resumesAt: Date | null },
): Promise<Result<AuctionRoom, AuctionActFault>> {
  const { act, resumesAt } = 'act' in given ? given : { act: given, resumesAt: null };
  const entered = enterAct(room.state, act, room.atUs);
  if ('refusal' in entered) return fail(faultOf(entered.refusal));
  const { state } = entered;
  const written = await one<{ hash: string | null }>(work, 'select tendering.enter_act($1) as hash', [
    JSON.stringify({
      id: room.id,
      sequence: state.sequence,
      act: canonicalJson(act),
      value: countedValue(room, act),
      closes: closesOf(state),
      resumesAt,
      member: memberOf(work),
    }),
  ]);
  // The rules took it in and the database did not: one of them is wrong about the moment, and no bid may stand on that.
  if (written?.hash == null) throw new Error(`act ${state.sequence} of auction ${room.id} was not written`);
  return ok({ ...room, state, hash: written.hash });
}

/** What an amount counts, as an exact fraction. */
function countedValue({ state }: AuctionRoom, act: AuctionAct): string | null {
  if (act.kind !== 'BID' && act.kind !== 'ACCEPT') return null;
  const bidder = state.bidders.find(({ bidderId }) => bidderId === act.bidderId);
  return bidder ? fractionText(valueOfAmount(bidder, act.amount)) : null;
}

/** The close of each line in the database's time, as far as it is known. */
export const closesOf = ({ clock, lines }: AuctionState): Record<string, Microseconds> =>
  Object.fromEntries(lines.map(({ lineId, closesAtUs }) => [lineId, wallTime(clock, closesAtUs)]));
