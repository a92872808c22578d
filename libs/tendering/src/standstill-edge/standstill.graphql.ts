import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar, errorUnion, payloadType, type UserErrorClass } from '#libs/platform';
import { AwardAgreementInput } from '../bid-edge/award.graphql.js';
import { describedEnum } from '../described-enum.graphql.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import { ConfidentialityEnum, ProcedureEnum, RulePackEnum } from '../tender-edge/tender-enums.graphql.js';
import * as e from '../tender-edge/tender-errors.graphql.js';
import { ChallengeDecided, ChallengedBefore, StandstillOver, StandstillRuns } from './standstill-errors.graphql.js';

const NoticeOutcomeEnum = describedEnum('AwardNoticeOutcome', 'What a decision means for a bidder.', {
  AWARDED: 'He gets the lot or a part of it.',
  NOT_AWARDED: 'He gets nothing of it.',
});
const ChallengeDecisionEnum = describedEnum('ChallengeDecision', 'What became of a challenge.', {
  UPHELD: 'The awards are taken back, and the lot is evaluated again.',
  REJECTED: 'The standstill goes on.',
  LAPSED: 'The decision was taken back otherwise.',
});

@ObjectType('RulePackPeriod', { description: 'For how long bids are taken at least.' })
export class RulePackPeriodType {
  @Field(() => ProcedureEnum, { description: 'In which procedure.' })
  procedure: string;
  @Field(() => Int, { description: 'Calendar days.' })
  days: number;
  @Field(() => String, { description: 'The article that says so.' })
  source: string;
}

@ObjectType('RulePackTerms', { description: 'What the rules of a tender ask for.' })
export class RulePackTermsType {
  @Field(() => RulePackEnum, { description: 'Which rules.' })
  name: string;
  @Field(() => [RulePackPeriodType], { description: 'Least periods between publication and deadline; none: free.' })
  bidding: RulePackPeriodType[];
  @Field(() => [ConfidentialityEnum], { description: 'When the buyer may read bids.' })
  confidentialities: string[];
  @Field(() => Int, { nullable: true, description: 'Days before the deadline at which questions close; null: free.' })
  enquiryDays: number | null;
  @Field(() => Boolean, { description: 'Whether an open tender is published to everybody.' })
  openIsPublic: boolean;
  @Field(() => Int, { nullable: true, description: 'Calendar days between a decision and its contracts; null: none.' })
  standstillDays: number | null;
  @Field(() => [ProcedureEnum], { description: 'Procedures in which a decision does not wait.' })
  standstillNotFor: string[];
  @Field(() => Boolean, { description: 'Whether the decision waits also where only one bid stands.' })
  standstillForSoleBidder: boolean;
  @Field(() => [String], { description: 'What letters about a decision say besides its reasons: WINNER, RANK, AMOUNT.' })
  noticeFacts: string[];
  @Field(() => [String], { description: 'Where all this stands.' })
  sources: string[];
}

@ObjectType('AwardNoticeWinner', { description: 'Who gets a lot or a part of it.' })
export class AwardNoticeWinnerType {
  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;
  @Field(() => String, { description: 'By name, as it was then.' })
  name: string;
  @Field(() => Int, { nullable: true, description: 'His rank, where the rules ask for it.' })
  rank: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "What he gets of the lot costs on the basis of the comparison, in the tender's currency, where the rules ask for it.",
  })
  amount: string | null;
}

@ObjectType('AwardNotice', { description: 'A letter to a bidder about the decision on a lot; he and the buyer read it.' })
export class AwardNoticeType {
  @Field(() => ID, { description: 'To whom.' })
  supplierId: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  sentAt: Date;
  @Field(() => NoticeOutcomeEnum, { description: 'What it means for him.' })
  outcome: string;
  @Field(() => Int, { nullable: true, description: 'His own rank, where the rules ask for it and he has one.' })
  rank: number | null;
  @Field(() => Int, { description: 'How many were ranked.' })
  ranked: number;
  @Field(() => [String], {
    description: 'Why his bid was not ranked: MANDATORY_NOT_MET, BELOW_THRESHOLD, INCOMPLETE, ENVELOPE_FAILED, UNOPENABLE, ...',
  })
  refused: string[];
  @Field(() => [AwardNoticeWinnerType], { description: 'Who gets it.' })
  winners: AwardNoticeWinnerType[];
}

@ObjectType('AwardChallenge', { description: 'That a bidder challenges a decision; he and the buyer read it.' })
export class ChallengeType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'Who does.' })
  supplierId: string;
  @Field(() => String, { description: 'Why.' })
  reason: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt: Date;
  @Field(() => ChallengeDecisionEnum, { nullable: true, description: 'What became of it; null: the buyer has not decided.' })
  decision: string | null;
  @Field(() => String, { nullable: true, description: 'His answer.' })
  answer: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When he gave it.' })
  decidedAt: Date | null;
}

@ObjectType('AwardStandstillFault', { description: 'Why nothing could be made of a decision.' })
export class StandstillFaultType {
  @Field(() => String, { description: 'As a user error has it: AWARD_NOT_ORDERABLE, AWARD_BID_EXPIRED, AWARD_INTERRUPTED, ...' })
  code: string;
  @Field(() => String, { description: 'In a sentence, in the language of the request.' })
  message: string;
  @Field(() => [String], { description: 'What it is about: a line by its number, the site, the days of the agreement.' })
  path: string[];
}

@ObjectType('AwardStandstill', { description: 'A decision on a lot that waits, or waited, before it becomes contracts.' })
export class StandstillType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => String, { description: 'The reasons of the decision, as everybody who bid reads them.' })
  statement: string;
  @Field(() => DateTimeScalar, { description: 'When it was decided, and who bid was written to.' })
  decidedAt: Date;
  @Field(() => DateTimeScalar, { description: 'Up to and with when it can be challenged, unless a challenge stops the time.' })
  endsAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when a challenge stops the time; null: it runs, or is over.',
  })
  suspendedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was over and the contracts were made.' })
  concludedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the decision was taken back.' })
  takenBackAt: Date | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when nothing could be made of it although it is over; for the buyer alone.',
  })
  failedAt: Date | null;
  @Field(() => [StandstillFaultType], { description: 'Why; for the buyer alone.' })
  faults: StandstillFaultType[];
  @Field(() => [AwardNoticeType], { description: 'The letters: all for the buyer, for a bidder his own.' })
  notices: AwardNoticeType[];
  @Field(() => [ChallengeType], { description: 'The challenges: all for the buyer, for a bidder his own.' })
  challenges: ChallengeType[];
}

@InputType('ChallengeAwardInput', { description: 'Which decision is challenged.' })
export class ChallengeAwardInputType {
  @Field(() => ID, { description: 'Its standstill.' })
  standstillId: string;
  @Field(() => String, { description: 'Why; up to 4,000 characters. The buyer reads it.' })
  reason: string;
}

@InputType('DecideChallengeInput', { description: 'What becomes of a challenge.' })
export class DecideChallengeInputType {
  @Field(() => ID, { description: 'The challenge.' })
  challengeId: string;
  @Field(() => Boolean, { description: 'Whether it is upheld and the awards are taken back.' })
  upheld: boolean;
  @Field(() => String, { description: 'Why; up to 4,000 characters. The challenger reads it.' })
  answer: string;
}

@InputType('ConcludeAwardInput', { description: 'Of which decision contracts are made.' })
export class ConcludeAwardInputType {
  @Field(() => ID, { description: 'Its standstill.' })
  standstillId: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'That nothing is made here, though orders or agreements were meant.',
  })
  makesNothing: boolean;
  @Field(() => ID, { nullable: true, description: 'Another site to which orders go than was chosen.' })
  shipToSiteId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'With orders: whether you take what cannot be cancelled or sent back as such; null: as it was decided.',
  })
  ncnrAccepted?: boolean | null;
  @Field(() => AwardAgreementInput, { nullable: true, description: 'Other days of the agreements than were chosen.' })
  agreement?: AwardAgreementInput | null;
}

const tender = { key: 'tender' as const, type: () => TenderType, description: 'The tender as it is now.' };
const payload = (name: string, faults: readonly UserErrorClass[]) =>
  payloadType(`${name}Payload`, tender, errorUnion(`${name}Error`, faults));

export const ChallengeAwardPayload = payload('ChallengeAward', [StandstillOver, ChallengedBefore]);
export const DecideChallengePayload = payload('DecideChallenge', [ChallengeDecided]);
export const ConcludeAwardPayload = payload('ConcludeAward', [
  StandstillRuns,
  StandstillOver,
  e.AwardBidExpired,
  e.AwardNeedsOffer,
  e.AwardUnitDiffers,
  e.AwardNotOrderable,
  e.AwardAgreementRefused,
  e.AwardAgreementNotPublished,
  e.AwardAddendsNotAgreed,
]);
