import { errorUnion, payloadType, type UserErrorClass, VersionConflict } from '#libs/platform';
import { BidsNotOpen, ScoresMissing, TenderLotUnknown, TooFewBids } from '../tender-edge/tender-errors.graphql.js';
import { AuctionType } from './auction.graphql.js';
import * as e from './auction-errors.graphql.js';

const auction = { key: 'auction' as const, type: () => AuctionType, description: 'The auction as it is now.' };
const ofAuction = (name: string, faults: readonly UserErrorClass[]) =>
  payloadType(`${name}Payload`, auction, errorUnion(`${name}Error`, faults));

/** What stands against any act, whoever does it. */
const moment = [e.AuctionNotOpen, e.AuctionPaused, e.AuctionClosed, e.AuctionVoided];
const act = [
  ...moment,
  e.AuctionAmountNotLegal,
  e.AuctionStepTooSmall,
  e.AuctionBestNotBeaten,
  e.AuctionDropNotConfirmed,
  e.AuctionWithoutStandingBid,
  e.AuctionTurnNotYours,
  e.AuctionPriceMoved,
  e.AuctionLevelMoved,
  e.AuctionActUnknown,
  e.AuctionActsTooMany,
];
const steer = [...moment, e.AuctionNotSteerable];

export const StartAuctionPayload = ofAuction('StartAuction', [
  VersionConflict,
  TenderLotUnknown,
  BidsNotOpen,
  TooFewBids,
  ScoresMissing,
  e.AuctionNotAnnounced,
  e.AuctionNeedsTwoBids,
  e.AuctionBidExpired,
  e.AuctionUnsound,
  e.AuctionStands,
  e.AuctionOpensTooSoon,
  e.AuctionNotPossible,
]);
export const PlaceAuctionBidPayload = ofAuction('PlaceAuctionBid', act);
export const SetAuctionProxyPayload = ofAuction('SetAuctionProxy', act);
export const TakeBackAuctionBidPayload = ofAuction('TakeBackAuctionBid', act);
export const AcceptAuctionPricePayload = ofAuction('AcceptAuctionPrice', act);
export const StayInAuctionPayload = ofAuction('StayInAuction', act);
export const PauseAuctionPayload = ofAuction('PauseAuction', steer);
export const ResumeAuctionPayload = ofAuction('ResumeAuction', steer);
export const RescheduleAuctionPayload = ofAuction('RescheduleAuction', [...steer, e.AuctionBidExpired]);
export const VoidAuctionBidPayload = ofAuction('VoidAuctionBid', steer);
export const VoidAuctionPayload = ofAuction('VoidAuction', steer);
