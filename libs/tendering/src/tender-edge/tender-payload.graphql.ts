import { errorUnion, FileUnknown, IdempotencyMismatch, payloadType, type UserErrorClass, VersionConflict } from '#libs/platform';
import { AuctionOutstanding, AuctionUnsound } from '../auction-edge/auction-errors.graphql.js';
import { EvaluationType } from '../bid-edge/award.graphql.js';
import { BidDraftType, BidReceiptType } from '../bid-edge/bid.graphql.js';
import { BidMustBeSealed, SealingNotRehearsed } from '../sealed-edge/sealing-errors.graphql.js';
import * as s from '../standstill-edge/standstill-errors.graphql.js';
import { QuestionType, TenderType } from './tender.graphql.js';
import * as e from './tender-errors.graphql.js';

const tender = { key: 'tender' as const, type: () => TenderType, description: 'The tender as it is now.' };
const question = { key: 'question' as const, type: () => QuestionType, description: 'The question.' };
const receipt = { key: 'receipt' as const, type: () => BidReceiptType, description: 'What was accepted.' };
const draft = { key: 'draft' as const, type: () => BidDraftType, description: 'The draft as it is now.' };
const evaluations = { key: 'evaluations' as const, type: () => [EvaluationType], description: 'What was kept, by lot.' };

const errors = (name: string, faults: readonly UserErrorClass[]): unknown => errorUnion(`${name}Error`, faults);
const ofTender = (name: string, faults: readonly UserErrorClass[]) => payloadType(`${name}Payload`, tender, errors(name, faults));
const ofBid = (name: string, faults: readonly UserErrorClass[]) => payloadType(`${name}Payload`, receipt, errors(name, faults));

const lines = [e.TenderPartUnknown, e.TenderSiteUnknown, e.TenderLineUndescribed, e.TenderLineNumberTaken, e.TenderLotUnknown];
export const DraftTenderPayload = ofTender('DraftTender', [
  ...lines,
  e.TenderFileLineUnreadable,
  e.TenderFileUnitUnclear,
  e.TenderTooLong,
]);
export const ChangeTenderPayload = ofTender('ChangeTender', [...lines, VersionConflict, e.TenderNotDraft]);
export const PublishTenderPayload = ofTender('PublishTender', [
  VersionConflict,
  e.TenderNotDraft,
  e.TenderWithoutLines,
  e.TenderWithoutDeadline,
  e.TenderClosesTooSoon,
  e.TenderQuestionsCloseLate,
  e.TenderNeedsInvitations,
  e.TenderSharesNotWhole,
  e.FormulaUnsound,
  SealingNotRehearsed,
  AuctionUnsound,
  s.TenderPeriodTooShort,
  s.TenderEnquiriesTooShort,
  s.ConfidentialityNotAllowed,
  s.TenderMustBePublic,
]);
export const AmendTenderPayload = ofTender('AmendTender', [
  ...lines,
  VersionConflict,
  e.TenderNotOpen,
  e.TenderClosesEarlier,
  e.TenderLineUnknown,
  e.TenderLotEmpty,
  e.TenderTooLong,
]);
export const CancelTenderPayload = ofTender('CancelTender', [e.TenderNotCancellable]);
export const InviteSuppliersPayload = ofTender('InviteSuppliers', [
  e.SupplierNotInvitable,
  e.TenderNotOpen,
  e.TooManyInvitations,
  e.SingleSourceTaken,
]);
export const DeclineTenderPayload = ofTender('DeclineTender', [e.NotInvited, e.BidStands]);
export const AddTenderDocumentPayload = ofTender('AddTenderDocument', [FileUnknown, e.TenderNotOpen, e.TooManyDocuments]);
export const OpenBidsPayload = ofTender('OpenBids', [e.TenderStillOpen, e.TenderNotOpen]);
export const OpenRoundPayload = ofTender('OpenRound', [
  VersionConflict,
  e.RoundNotPossible,
  e.TenderClosesTooSoon,
  e.BidderUnknown,
]);
export const AskQuestionPayload = payloadType(
  'AskQuestionPayload',
  question,
  errors('AskQuestion', [e.QuestionsClosed, e.TenderLotUnknown, e.TooManyQuestions]),
);
export const AnswerQuestionPayload = payloadType(
  'AnswerQuestionPayload',
  question,
  errors('AnswerQuestion', [e.QuestionAnswered]),
);

const step = [VersionConflict, e.BidsClosed, e.NotAdmitted, e.TenderAmended, e.NoBid, e.TooManyBidVersions];
export const SaveBidPayload = payloadType(
  'SaveBidPayload',
  draft,
  errors('SaveBid', [VersionConflict, e.BidsClosed, BidMustBeSealed]),
);
export const SubmitBidPayload = ofBid('SubmitBid', [
  ...step,
  e.BidEmpty,
  e.BidLineUnknown,
  e.BidLineRepeated,
  e.BidCurrencyNotTaken,
  e.BidUnitNeedsFactor,
  e.AlternateNotAllowed,
  e.BidBreaksNotRising,
  e.BidQuantitiesCrossed,
  e.BidPriceMissing,
  e.BidExpiresEarly,
  e.BidAnswerMissing,
  e.BidOfferNotYours,
  e.BidFactorNotNeeded,
  e.BidOfferOfOtherPart,
  BidMustBeSealed,
]);
export const ConfirmBidPayload = ofBid('ConfirmBid', step);
export const WithdrawBidPayload = ofBid('WithdrawBid', step);

export const EvaluateTenderPayload = payloadType(
  'EvaluateTenderPayload',
  evaluations,
  errors('EvaluateTender', [e.BidsNotOpen, e.TooFewBids, e.ScoresMissing]),
);
export const AwardTenderPayload = ofTender('AwardTender', [
  VersionConflict,
  IdempotencyMismatch,
  e.TenderLotUnknown,
  e.BidsNotOpen,
  e.AwardBidUnknown,
  e.AwardLineNotOffered,
  e.AwardQuantityNotOffered,
  e.AwardReasonMissing,
  e.LowBidNotExplained,
  e.AwardSplitNotPublished,
  e.AwardSharesNotFilled,
  e.AwardTooMuch,
  e.TooFewBids,
  e.ScoresMissing,
  e.AwardBidExpired,
  e.AwardAgreementNotPublished,
  e.AwardAddendsNotAgreed,
  e.AwardNotPossible,
  AuctionOutstanding,
  e.AwardNeedsOffer,
  e.AwardUnitDiffers,
  e.AwardNotOrderable,
  e.AwardAgreementRefused,
  s.AwardStatementMissing,
]);
export const CancelAwardPayload = ofTender('CancelAward', [e.AwardStands, e.AwardOrderStands]);
