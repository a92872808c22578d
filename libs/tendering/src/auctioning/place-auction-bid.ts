import { z } from 'zod';
import type { Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { type AuctionActFault, enterOwnAct, type OwnBidderAct } from './auction.acts.js';
import type { AuctionRoom } from './auction.reader.js';

const auctionId = z.uuid();
const amount = z.string().max(40);
const bidInput = z.strictObject({ auctionId, amount, isConfirmed: z.boolean().default(false) });
const proxyInput = z.strictObject({ auctionId, /** null ends it. */ floor: amount.nullable() });
const plainInput = z.strictObject({ auctionId });
const acceptInput = z.strictObject({ auctionId, amount });
const stayInput = z.strictObject({ auctionId, level: z.int().min(0) });

/**
 * Bids in an auction, in its currency, for the whole lot on the basis of the comparison. It counts if, and only if, it stands in the ledger, with the moment that the
 * database noted under the lock of the lot; the soft close moves with it. Errors: AuctionNotOpen, AuctionPaused, AuctionClosed (too late), AuctionVoided,
 * AuctionAmountNotLegal, AuctionStepTooSmall, AuctionBestNotBeaten, AuctionDropNotConfirmed, AuctionTurnNotYours, AuctionActUnknown in another kind of auction.
 * Throws Forbidden without bid:submit, NotFound for whoever takes no part, BadInput.
 */
export function placeAuctionBid(work: Work, raw: z.input<typeof bidInput>): Promise<Result<AuctionRoom, AuctionActFault>> {
  const { isConfirmed, ...bid } = input(work, bidInput, raw);
  return act(work, bid.auctionId, { kind: 'BID', amount: bid.amount, ...(isConfirmed ? { isConfirmed } : {}) });
}

/**
 * Lets the hub bid down to a floor that nobody else reads before the close, or ends that. Errors: those of a bid, AuctionWithoutStandingBid. Throws as placeAuctionBid.
 */
export function setAuctionProxy(work: Work, raw: z.input<typeof proxyInput>): Promise<Result<AuctionRoom, AuctionActFault>> {
  const { auctionId: id, floor } = input(work, proxyInput, raw);
  return act(work, id, { kind: 'PROXY', floor });
}

/** Takes back what the bidder bid in the turn that runs, in an auction by rounds. Errors and throws as placeAuctionBid. */
export function takeBackAuctionBid(work: Work, raw: z.input<typeof plainInput>): Promise<Result<AuctionRoom, AuctionActFault>> {
  return act(work, input(work, plainInput, raw).auctionId, { kind: 'TAKE_BACK' });
}

/** Accepts the price that runs in a Dutch auction: the first who does has it. Errors: AuctionPriceMoved for another price than runs; others and throws as placeAuctionBid. */
export function acceptAuctionPrice(work: Work, raw: z.input<typeof acceptInput>): Promise<Result<AuctionRoom, AuctionActFault>> {
  const { auctionId: id, ...price } = input(work, acceptInput, raw);
  return act(work, id, { kind: 'ACCEPT', ...price });
}

/** Stays in a Japanese auction at the level that is asked; who is silent at one is out. Errors: AuctionLevelMoved; others and throws as placeAuctionBid. */
export function stayInAuction(work: Work, raw: z.input<typeof stayInput>): Promise<Result<AuctionRoom, AuctionActFault>> {
  const { auctionId: id, level } = input(work, stayInput, raw);
  return act(work, id, { kind: 'STAY', level });
}

function input<S extends z.ZodType>(work: Work, schema: S, raw: z.input<S>): z.output<S> {
  requirePermission(work, 'bid:submit');
  return checkInput(schema, raw);
}

const act = (work: Work, id: string, own: OwnBidderAct): Promise<Result<AuctionRoom, AuctionActFault>> =>
  enterOwnAct(work, id, own);
