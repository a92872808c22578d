import { userError } from '#libs/platform';

const reason = (description: string) => ({ reason: { type: () => String, description } });

export const OfficerKeyUnsound = userError('OfficerKeyUnsound', 'This is no public key of P-256.');
export const OfficerKeyTaken = userError('OfficerKeyTaken', 'The key is registered already.');
export const OfficerKeyUnknown = userError('OfficerKeyUnknown', 'A share is for a key that is not registered, or revoked.');
export const SealingNotPossible = userError('SealingNotPossible', 'Only a draft of a sealed tender is arranged.');
export const SealingUnsound = userError('SealingUnsound', 'The arrangement would leave bids closed, or open them too easily.', {
  ...reason('TOO_FEW_OFFICERS, THRESHOLD_TOO_LOW, RECOVERY_NOT_ONE, DEPUTY_WITHOUT_OFFICER, KEY_TWICE, ONE_HOLDER_TWICE, ...'),
});
export const SealingNotArranged = userError('SealingNotArranged', 'It is not arranged who opens the bids.');
export const SealingNotRehearsed = userError('SealingNotRehearsed', 'The shares are not all proven: rehearse the opening first.');
export const SessionNotPossible = userError('SessionNotPossible', 'No such session is possible now.');
export const OpeningTooEarly = userError('OpeningTooEarly', 'The deadline has not passed; the try is noted.');
export const ShareNotYours = userError('ShareNotYours', 'This key holds no share of the tender, or is not yours.');
export const SharesMissing = userError('SharesMissing', 'Not every holder has handed in his share.');
export const ContentKeyWrong = userError('ContentKeyWrong', 'This key does not open the envelope.');
export const ReleasedBefore = userError('ReleasedBefore', 'The hub gave its part before; it does so once.');
export const EnvelopeNotNext = userError(
  'EnvelopeNotNext',
  'The envelope before is not opened, or not judged.',
  reason('OUT_OF_TURN or NOT_JUDGED.'),
);
export const OpeningTampered = userError(
  'OpeningTampered',
  'The hub does not give its part: a deadline, a clock or its half was changed. The try is noted.',
  reason('DEADLINE_TAMPERED, CLOCKS_APART or KEY_UNREADABLE.'),
);
export const TenderNotSealed = userError('TenderNotSealed', 'Bids of this tender are not sealed, or it was cancelled.');
export const EnvelopeNotReleased = userError('EnvelopeNotReleased', 'There is no such released envelope, or the lot is decided.');
export const VerdictReasonMissing = userError('VerdictReasonMissing', 'An envelope fails with a reason only.');
export const EnvelopeNotJudgeable = userError('EnvelopeNotJudgeable', 'The envelope is not open, judged already, or the last.');
export const EnvelopeNotRebuttable = userError(
  'EnvelopeNotRebuttable',
  'Nobody has reported the envelope as closed to him, or the lot is decided.',
);
export const EnvelopeHoldsNoBid = userError(
  'EnvelopeHoldsNoBid',
  'What the envelope holds is no bid that the tender could take.',
  reason('What an open bid would have been refused for, such as BidPriceMissing.'),
);
export const BidMustBeSealed = userError('BidMustBeSealed', 'Bids of this tender are sealed before they are sent.');
export const BidEnvelopesDiffer = userError('BidEnvelopesDiffer', 'The bid has other envelopes than the tender names.');
export const EnvelopeUnsound = userError(
  'EnvelopeUnsound',
  'The officers could not open this envelope as part of this bid.',
  reason('MALFORMED, OTHER_TENDER, OTHER_VERSION, OTHER_LOT, OTHER_ROUND, OTHER_BIDDER, OTHER_KEYS, KEY_UNSOUND, ...'),
);
