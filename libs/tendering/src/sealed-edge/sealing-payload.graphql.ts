import { errorUnion, payloadType, type UserErrorClass, VersionConflict } from '#libs/platform';
import { BidReceiptType } from '../bid-edge/bid.graphql.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import * as t from '../tender-edge/tender-errors.graphql.js';
import * as types from './sealing.graphql.js';
import * as e from './sealing-errors.graphql.js';

const errors = (name: string, faults: readonly UserErrorClass[]): unknown => errorUnion(`${name}Error`, faults);
const tender = { key: 'tender' as const, type: () => TenderType, description: 'The tender as it is now.' };
const session = { key: 'session' as const, type: () => types.OpeningSessionType, description: 'The session as it is now.' };
const key = { key: 'key' as const, type: () => types.OfficerKeyType, description: 'The key.' };
const opening = { key: 'opening' as const, type: () => types.EnvelopeOpeningType, description: 'What became of the envelope.' };
const openings = { key: 'openings' as const, type: () => [types.EnvelopeOpeningType], description: 'What became of them.' };
const release = { key: 'release' as const, type: () => types.HalfReleaseType, description: 'What was given.' };
const receipt = { key: 'receipt' as const, type: () => BidReceiptType, description: 'What was accepted.' };

export const RegisterOfficerKeyPayload = payloadType(
  'RegisterOfficerKeyPayload',
  key,
  errors('RegisterOfficerKey', [e.OfficerKeyUnsound, e.OfficerKeyTaken]),
);
export const RevokeOfficerKeyPayload = payloadType(
  'RevokeOfficerKeyPayload',
  key,
  errors('RevokeOfficerKey', [e.OfficerKeyUnknown]),
);
export const ArrangeSealingPayload = payloadType(
  'ArrangeSealingPayload',
  tender,
  errors('ArrangeSealing', [VersionConflict, e.SealingNotPossible, e.SealingUnsound, e.OfficerKeyUnknown]),
);
export const OpenSessionPayload = payloadType(
  'OpenSessionPayload',
  session,
  errors('OpenSession', [e.SealingNotArranged, e.SessionNotPossible, e.OpeningTooEarly]),
);
export const HandInSharePayload = payloadType('HandInSharePayload', session, errors('HandInShare', [e.ShareNotYours]));
export const FinishRehearsalPayload = payloadType(
  'FinishRehearsalPayload',
  tender,
  errors('FinishRehearsal', [e.SharesMissing, e.ContentKeyWrong, e.SessionNotPossible]),
);
export const ReleaseHalfPayload = payloadType(
  'ReleaseHalfPayload',
  release,
  errors('ReleaseHalf', [e.OpeningTooEarly, e.ReleasedBefore, e.EnvelopeNotNext, e.OpeningTampered, e.TenderNotSealed]),
);
export const OpenEnvelopesPayload = payloadType(
  'OpenEnvelopesPayload',
  openings,
  errors('OpenEnvelopes', [e.EnvelopeNotReleased, e.ContentKeyWrong, e.TenderNotSealed]),
);
export const JudgeEnvelopePayload = payloadType(
  'JudgeEnvelopePayload',
  opening,
  errors('JudgeEnvelope', [e.VerdictReasonMissing, e.EnvelopeNotJudgeable]),
);
export const RebutOpeningPayload = payloadType(
  'RebutOpeningPayload',
  opening,
  errors('RebutOpening', [e.EnvelopeNotRebuttable, e.ContentKeyWrong, e.EnvelopeHoldsNoBid]),
);
export const SubmitSealedBidPayload = payloadType(
  'SubmitSealedBidPayload',
  receipt,
  errors('SubmitSealedBid', [
    VersionConflict,
    t.BidsClosed,
    t.NotAdmitted,
    t.TenderAmended,
    t.NoBid,
    t.TooManyBidVersions,
    e.TenderNotSealed,
    e.EnvelopeUnsound,
    e.BidEnvelopesDiffer,
  ]),
);
