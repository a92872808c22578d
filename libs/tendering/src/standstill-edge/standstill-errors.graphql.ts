import { Int } from '@nestjs/graphql';
import { userError } from '#libs/platform';

const text = (description: string) => ({ type: () => String, description });
const source = { source: text('The article that says so.') };
const days = { days: { type: () => Int, description: 'Calendar days.' } };
const reason = (description: string) => ({ reason: text(description) });

export const TenderPeriodTooShort = userError(
  'TenderPeriodTooShort',
  'The rules of the tender leave bidders more time than its deadline.',
  { ...days, ...source, earliest: text('The earliest deadline, by the working calendar of the buyer.') },
);
export const TenderEnquiriesTooShort = userError(
  'TenderEnquiriesTooShort',
  'By the rules of the tender questions close earlier, so that everybody reads the answers in time.',
  { ...days, ...source, latest: text('When they close at the latest.') },
);
export const ConfidentialityNotAllowed = userError(
  'ConfidentialityNotAllowed',
  'The rules of the tender do not let its buyer read bids then.',
  { ...source, allowed: text('What they allow.') },
);
export const TenderMustBePublic = userError(
  'TenderMustBePublic',
  'By its rules an open tender is published to everybody.',
  source,
);
export const AwardStatementMissing = userError(
  'AwardStatementMissing',
  'The rules of the tender ask for a standstill: everybody who bid is owed the reasons of the decision.',
);
export const StandstillRuns = userError(
  'StandstillRuns',
  'The standstill is not over.',
  reason('RUNS, SUSPENDED by a challenge, or MOVED since it was read.'),
);
export const StandstillOver = userError(
  'StandstillOver',
  'The standstill is over, or the decision was taken back.',
  reason('OVER, CONCLUDED_BEFORE or TAKEN_BACK.'),
);
export const ChallengedBefore = userError('ChallengedBefore', 'Your organisation has challenged this decision already.');
export const ChallengeDecided = userError('ChallengeDecided', 'The challenge is decided, or has lapsed.');
