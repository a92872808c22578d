import { Int } from '@nestjs/graphql';
import { userError } from '#libs/platform';

const text = (description: string) => ({ type: () => String, description });
const reason = { reason: text("The rule's own name, such as OWN_STEP_TOO_SMALL.") };

export const AuctionUnsound = userError('AuctionUnsound', 'The auction does not fit what else was published, or its bids.', {
  reason: text('FormulaNotByAmount, TieBreakNotByTime, AwardByLine, NumberOutOfRange, AuctionNumberOutOfRange, ...'),
});
export const AuctionOutstanding = userError('AuctionOutstanding', 'The auction of the lot comes first.', {
  reason: text('NOT_HELD, RUNS or APPEAL_RUNS.'),
});
export const AuctionNotAnnounced = userError('AuctionNotAnnounced', 'The tender was published without an auction.');
export const AuctionNeedsTwoBids = userError('AuctionNeedsTwoBids', 'Fewer than two bids are ranked.', {
  lot: text('The lot.'),
  bids: { type: () => Int, description: 'How many are.' },
});
export const AuctionBidExpired = userError('AuctionBidExpired', 'A bid binds no longer when the auction opens.', {
  until: text('Its last day.'),
});
export const AuctionStands = userError('AuctionStands', 'The lot has an auction that is not void.');
export const AuctionOpensTooSoon = userError('AuctionOpensTooSoon', 'The opening has passed already.');
export const AuctionNotPossible = userError('AuctionNotPossible', 'Something happened to the lot meanwhile.', reason);
export const AuctionNotSteerable = userError('AuctionNotSteerable', 'The auction cannot be steered so now.', reason);

export const AuctionNotOpen = userError('AuctionNotOpen', 'The auction has not opened yet.', reason);
export const AuctionPaused = userError('AuctionPaused', 'The auction is paused.', reason);
export const AuctionClosed = userError('AuctionClosed', 'It came too late: the auction is closed.', reason);
export const AuctionVoided = userError('AuctionVoided', 'The auction was made void.', reason);
export const AuctionAmountNotLegal = userError(
  'AuctionAmountNotLegal',
  'This is no amount above zero that the currency can pay.',
  reason,
);
export const AuctionStepTooSmall = userError('AuctionStepTooSmall', 'The bid is not far enough below.', reason);
export const AuctionBestNotBeaten = userError(
  'AuctionBestNotBeaten',
  'Every bid has to take the lead, and this one does not.',
  reason,
);
export const AuctionDropNotConfirmed = userError(
  'AuctionDropNotConfirmed',
  'The bid is far below the last one: confirm it.',
  reason,
);
export const AuctionWithoutStandingBid = userError('AuctionWithoutStandingBid', 'There is no bid of yours for that.', reason);
export const AuctionTurnNotYours = userError('AuctionTurnNotYours', 'It is not your turn.', reason);
export const AuctionPriceMoved = userError('AuctionPriceMoved', 'Another price runs now.', reason);
export const AuctionLevelMoved = userError('AuctionLevelMoved', 'Another level is asked, or you have left.', reason);
export const AuctionActsTooMany = userError(
  'AuctionActsTooMany',
  'You have tried more often in this auction than once a second for a minute.',
  { retryAfterSeconds: { type: () => Int, description: 'Seconds until you may act again.' } },
);
export const AuctionActUnknown = userError('AuctionActUnknown', 'This is not done in such an auction.', reason);
