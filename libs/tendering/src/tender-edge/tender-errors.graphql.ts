import { Int } from '@nestjs/graphql';
import { userError } from '#libs/platform';

const text = (description: string) => ({ type: () => String, description });
const int = (description: string) => ({ type: () => Int, description });
const status = { status: text('Where it stands.') };
const line = { line: text('Number of the line.') };
const lot = { lot: text('The lot.') };

export const TenderPartUnknown = userError('TenderPartUnknown', 'There is no such part.');
export const TenderSiteUnknown = userError('TenderSiteUnknown', 'Your organisation has no such active site.');
export const TenderLineUndescribed = userError('TenderLineUndescribed', 'The line names neither a part nor what is wanted.');
export const TenderLineNumberTaken = userError('TenderLineNumberTaken', 'Two lines carry the same number.', {
  number: text('The number.'),
});
export const TenderLotUnknown = userError('TenderLotUnknown', 'The tender has no such lot, or it is named twice.', {
  ...lot,
  lots: int('How many there are.'),
});
export const TenderFileLineUnreadable = userError('TenderFileLineUnreadable', 'A line of the file cannot be read.', {
  line: int('From 1.'),
  text: text('What stands there.'),
});
export const TenderFileUnitUnclear = userError(
  'TenderFileUnitUnclear',
  'The part of a line is sold in several units: the line must say in which it counts.',
  {
    line: int('From 1.'),
    text: text('The part number.'),
    units: text('The units.'),
  },
);
export const TenderTooLong = userError('TenderTooLong', 'The tender has more lines than a quick request may have.', {
  lines: int('Lines.'),
  most: int('At most.'),
});
export const TenderNotDraft = userError('TenderNotDraft', 'It is published or cancelled: it can only be amended.');
export const TenderWithoutLines = userError('TenderWithoutLines', 'A lot asks for nothing.', lot);
export const TenderWithoutDeadline = userError('TenderWithoutDeadline', 'The tender has no deadline.');
export const TenderClosesTooSoon = userError('TenderClosesTooSoon', 'The deadline has passed already.');
export const TenderQuestionsCloseLate = userError('TenderQuestionsCloseLate', 'Questions would close after the deadline.');
export const TenderNeedsInvitations = userError(
  'TenderNeedsInvitations',
  'A selective tender needs an invited supplier, a single source exactly one.',
  { invited: int('How many are invited.') },
);
export const TenderSharesNotWhole = userError('TenderSharesNotWhole', 'The shares do not add up to 100.');
export const FormulaUnsound = userError('FormulaUnsound', 'Formula, criteria or tie-break do not fit together.', {
  reason: text('WeightsNotOne, NumberOutOfRange, CriterionTwice, FeaturesAboveLegalMax, FormulaNeedsCriteria, ...'),
});
export const TenderNotCancellable = userError('TenderNotCancellable', 'It is cancelled already, or something of it is awarded.');
export const SupplierNotInvitable = userError('SupplierNotInvitable', 'This is no active supplier.');
export const TenderNotOpen = userError('TenderNotOpen', 'Bids for it are not taken now.', status);
export const NotInvited = userError('NotInvited', 'You are not invited, or have declined already.');
export const BidStands = userError('BidStands', 'Your bid stands: withdraw it first.');
export const TenderClosesEarlier = userError('TenderClosesEarlier', 'A published deadline only moves to later.');
export const TenderLineUnknown = userError('TenderLineUnknown', 'The tender has no such line.');
export const TenderLotEmpty = userError('TenderLotEmpty', 'A lot would be left without a line.');
export const QuestionsClosed = userError('QuestionsClosed', 'No bid is taken any more, so nothing is asked.');
export const QuestionAnswered = userError('QuestionAnswered', 'The question is answered.');
const most = { most: int('At most.') };
export const TooManyQuestions = userError(
  'TooManyQuestions',
  'Your organisation has asked as much as it may about one tender.',
  most,
);
export const TooManyInvitations = userError('TooManyInvitations', 'More suppliers would be invited than a tender may have.', {
  ...most,
  invited: int('How many would be.'),
});
export const SingleSourceTaken = userError('SingleSourceTaken', 'The tender was published for a single source, who is invited.');
export const TooManyDocuments = userError('TooManyDocuments', 'The tender has as many documents as it may have.', most);
export const TooManyBidVersions = userError(
  'TooManyBidVersions',
  'Every version of a bid is kept, and this one has as many as it may have in a round.',
  most,
);
export const TenderStillOpen = userError('TenderStillOpen', 'The deadline has not passed.', { closesAt: text('When it does.') });
export const RoundNotPossible = userError(
  'RoundNotPossible',
  'Bids are not open, the lot has ended, or best and final offers were asked for already.',
);
export const BidderUnknown = userError('BidderUnknown', 'One of them has made no bid on the lot.');
export const BidsNotOpen = userError('BidsNotOpen', 'The bids are not open.', status);
export const TooFewBids = userError('TooFewBids', 'Fewer bids came than was published as the least.', {
  ...lot,
  bids: int('How many.'),
  least: int('How many are needed.'),
});

export const BidsClosed = userError(
  'BidsClosed',
  'No bid is taken for this lot now: the deadline has passed, or it has ended.',
  status,
);
export const NotAdmitted = userError('NotAdmitted', 'You are not among those who may bid in this round.');
export const TenderAmended = userError('TenderAmended', 'The tender was amended since you read it.', {
  version: int('Its version now.'),
});
export const NoBid = userError('NoBid', 'There is no bid of yours.');
export const BidEmpty = userError('BidEmpty', 'The bid offers nothing.');
export const BidLineUnknown = userError('BidLineUnknown', 'The lot asks for no such line.');
export const BidLineRepeated = userError('BidLineRepeated', 'A line is offered twice.', line);
export const BidCurrencyNotTaken = userError('BidCurrencyNotTaken', 'Bids in this currency are not taken.', {
  currency: text('The currency.'),
});
export const BidUnitNeedsFactor = userError(
  'BidUnitNeedsFactor',
  'The price counts in another unit: say how many are in one.',
  line,
);
export const AlternateNotAllowed = userError('AlternateNotAllowed', 'No alternate is wanted for this line.', line);
export const BidBreaksNotRising = userError('BidBreaksNotRising', 'The quantities of the breaks do not rise.', line);
export const BidQuantitiesCrossed = userError('BidQuantitiesCrossed', 'The least quantity is above the largest.', line);
export const BidPriceMissing = userError('BidPriceMissing', 'A price is zero.', line);
export const BidExpiresEarly = userError('BidExpiresEarly', 'The bid would expire before the deadline.');
export const BidAnswerMissing = userError('BidAnswerMissing', 'A criterion is not answered, or not in its own way.', {
  criterion: text('Its id.'),
});
export const BidFactorNotNeeded = userError(
  'BidFactorNotNeeded',
  'The price counts in the unit asked for: there is nothing to convert.',
  line,
);
export const BidOfferOfOtherPart = userError(
  'BidOfferOfOtherPart',
  'The offer named is of another part than the line, or its alternate, names.',
  line,
);
export const BidOfferNotYours = userError('BidOfferNotYours', 'This is no offer of yours.', line);

export const AwardBidUnknown = userError('AwardBidUnknown', 'There is no such bid that stands.');
export const AwardLineNotOffered = userError('AwardLineNotOffered', 'The bid does not offer this line.', line);
export const AwardQuantityNotOffered = userError('AwardQuantityNotOffered', 'The bid does not offer this quantity.', {
  ...line,
  quantity: text('The quantity.'),
});
export const AwardReasonMissing = userError(
  'AwardReasonMissing',
  'Who is not the best by the published rules is awarded with a reason only.',
  lot,
);
export const LowBidNotExplained = userError(
  'LowBidNotExplained',
  'The bid is abnormally low: say why it is taken nevertheless.',
  lot,
);
export const AwardSplitNotPublished = userError('AwardSplitNotPublished', 'The tender did not say that it may be split so.', {
  mode: text('What it said: LOT, LINE or SHARES.'),
});
export const AwardSharesNotFilled = userError('AwardSharesNotFilled', 'There are fewer bids than shares, or more.', {
  bids: int('Bids.'),
  shares: int('Shares.'),
});
export const AwardBidExpired = userError('AwardBidExpired', 'The bid binds no longer.', { until: text('Its last day.') });
export const ScoresMissing = userError('ScoresMissing', 'Bids lack points of the committee.', {
  ...lot,
  bids: int('How many.'),
});
export const InterestsNotDeclared = userError('InterestsNotDeclared', 'Say first whether anything binds you to a bidder.');
export const ScorerHasConflict = userError(
  'ScorerHasConflict',
  'You have declared a conflict of interest, so you give no points.',
);
export const ScoreNotFitting = userError('ScoreNotFitting', 'There is no such bid or criterion, or it takes no such points.', {
  criterion: text('Its id.'),
});
export const AwardAgreementNotPublished = userError(
  'AwardAgreementNotPublished',
  'The tender announced no agreement for these days.',
  {
    from: text('First day that was announced.'),
    to: text('The last.'),
  },
);
export const AwardAddendsNotAgreed = userError(
  'AwardAddendsNotAgreed',
  'The bid adds charges to the line, or bounds its quantity, which no agreement can carry.',
  line,
);
export const AwardTooMuch = userError('AwardTooMuch', 'More of a line would be awarded than is asked for.');
export const AwardNotPossible = userError('AwardNotPossible', 'The lot has ended, or a bid has changed meanwhile.', {
  reason: text('NOT_POSSIBLE or NO_SUCH_BID.'),
});
export const AwardNeedsOffer = userError(
  'AwardNeedsOffer',
  'The supplier has no offer, or several, by which the line could be ordered.',
  line,
);
export const AwardUnitDiffers = userError('AwardUnitDiffers', "The supplier's offer counts in another unit.", {
  ...line,
  unit: text('The unit of the offer.'),
});
export const AwardNotOrderable = userError('AwardNotOrderable', 'A line cannot be ordered.', {
  ...line,
  reason: text('The error that placing an order gives, such as OutOfStock.'),
});
export const AwardAgreementRefused = userError('AwardAgreementRefused', 'The agreement cannot be signed.', {
  reason: text('OVERLAPS, OFFER_UNKNOWN or NO_PARTNERSHIP.'),
});
export const AwardStands = userError('AwardStands', 'It was taken back before, or an agreement came of it.');
export const AwardOrderStands = userError('AwardOrderStands', 'Something of the order that came of it would stand.', {
  reason: text('The error that cancelling gives, or how the order would stand, such as CANCEL_REQUESTED.'),
});
export const ScenarioUnfit = userError('ScenarioUnfit', 'A rule or a price of the scenario cannot be worked with.', {
  reason: text('AwardIdUnknown, AwardNumberOutOfRange, NotAWholeQuantum, BreaksOutOfOrder or TooManyPrices, and where.'),
});
export const ScenarioUnknown = userError('ScenarioUnknown', 'There is no such scenario of this tender.');
export const TooManyScenarios = userError('TooManyScenarios', 'The tender has as many scenarios as it may have.', {
  most: int('At most.'),
});
