import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar, errorUnion, payloadType } from '#libs/platform';
import * as e from '../tender-edge/tender-errors.graphql.js';

@ObjectType('TenderInterest', { description: 'What a member of the buyer says of his interests.' })
export class InterestType {
  @Field(() => ID, { description: 'The member.' })
  memberId: string;
  @Field(() => Boolean, { description: 'Whether that is you.' })
  mine: boolean;
  @Field(() => Boolean, { description: 'Whether anything binds him to a bidder. Then nothing that he scores counts.' })
  hasConflict: boolean;
  @Field(() => String, { nullable: true, description: 'In words.' })
  note: string | null;
  @Field(() => DateTimeScalar, { description: 'When.' })
  declaredAt: Date;
}

@ObjectType('BidScore', { description: 'What a member of the buyer gives a bid in one criterion.' })
export class BidScoreType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => String, { description: 'The criterion.' })
  criterionId: string;
  @Field(() => ID, { description: 'The member.' })
  memberId: string;
  @Field(() => Boolean, { description: 'Whether that is you.' })
  mine: boolean;
  @Field(() => DecimalScalar, { nullable: true, description: 'Points.' })
  score: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of a mandatory requirement: whether it is met.' })
  passed: boolean | null;
  @Field(() => String, { nullable: true, description: 'Why.' })
  note: string | null;
  @Field(() => DateTimeScalar, { description: 'When.' })
  givenAt: Date;
}

@ObjectType('CommitteeSheet', {
  description: 'Points and declarations of the members of the buyer; points that count are the mean of all without a conflict.',
})
export class CommitteeSheetType {
  @Field(() => [InterestType], { description: 'Declarations.' })
  declarations: InterestType[];
  @Field(() => [BidScoreType], { description: 'Points and verdicts.' })
  scores: BidScoreType[];
}

@InputType('DeclareInterestsInput', { description: 'Your word about your interests in a tender.' })
export class DeclareInterestsInputType {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => Boolean, { description: 'Whether anything binds you to a bidder.' })
  hasConflict: boolean;
  @Field(() => String, { nullable: true, description: 'In words, up to 1,000 characters.' })
  note?: string | null;
}

@InputType('BidScoreInput', { description: 'Points for one bid in one criterion.' })
class BidScoreInput {
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => String, { description: 'The criterion.' })
  criterionId: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of SCORED and WORTH: 0 to their full points.' })
  score?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of MANDATORY.' })
  passed?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Why; up to 1,000 characters.' })
  note?: string | null;
}

@InputType('GivePointsInput', { description: 'Your points for bids on a lot.' })
export class GivePointsInputType {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => [BidScoreInput], { description: '1 to 1,000; a later one replaces yours before.' })
  scores: BidScoreInput[];
}

const sheet = { key: 'sheet' as const, type: () => CommitteeSheetType, description: 'All that is said by now.' };
export const DeclareInterestsPayload = payloadType(
  'DeclareInterestsPayload',
  sheet,
  errorUnion('DeclareInterestsError', [e.TenderNotOpen]),
);
export const GivePointsPayload = payloadType(
  'GivePointsPayload',
  sheet,
  errorUnion('GivePointsError', [
    e.InterestsNotDeclared,
    e.ScorerHasConflict,
    e.BidsNotOpen,
    e.TenderLotUnknown,
    e.ScoreNotFitting,
  ]),
);
