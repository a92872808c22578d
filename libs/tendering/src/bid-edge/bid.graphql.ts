import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, LocalDateScalar, UnitCodeScalar } from '#libs/platform';
import { bothWays } from '../both-ways.graphql.js';
import { describedEnum } from '../described-enum.graphql.js';
import { VersionedTenderInput } from '../tender-edge/terms.graphql.js';

const AddendKindEnum = describedEnum('BidAddendKind', 'What comes on top of a price.', {
  FREIGHT: 'Freight.',
  INSURANCE: 'Insurance.',
  DUTY: 'Duty.',
  HANDLING: 'Handling.',
  CHARGE: 'Another charge.',
  DELIVERY_TERM: 'What the delivery term of the tender costs beside that of the bid.',
});
const BidStepEnum = describedEnum('BidStep', 'What a bidder did.', {
  SUBMITTED: 'Submitted or replaced.',
  CONFIRMED: 'Confirmed after an amendment.',
  WITHDRAWN: 'Withdrew.',
});

@bothWays('BidPrice', 'A price in the currency of the bid.')
class BidPriceType {
  @Field(() => DecimalScalar, { description: 'For the whole basis; above zero.' })
  amount: string;
  @Field(() => DecimalScalar, { defaultValue: '1', description: 'How many units it is for.' })
  basis: string;
  @Field(() => UnitCodeScalar, { description: 'The unit it counts in.' })
  unit: string;
}

@bothWays('BidFactor', 'Price units in one unit of the tender, as a ratio.')
class BidFactorType {
  @Field(() => DecimalScalar, { description: 'Above zero.' })
  numerator: string;
  @Field(() => DecimalScalar, { description: 'Above zero.' })
  denominator: string;
}

@bothWays('BidBreak', 'A price from a quantity on, for the whole quantity.')
class BidBreakType {
  @Field(() => DecimalScalar, { description: 'Units of the tender.' })
  from: string;
  @Field(() => DecimalScalar, { description: 'For the basis of the price.' })
  amount: string;
}

@bothWays('BidAlternate', 'Another part in place of what is asked for.')
class BidAlternateType {
  @Field(() => ID, { nullable: true, description: 'The part, when it is known here.' })
  partId?: string | null;
  @Field(() => String, { nullable: true, description: 'Its number, up to 70 characters.' })
  number?: string | null;
  @Field(() => String, { description: 'What it is, up to 300 characters.' })
  description: string;
}

@bothWays('BidAddend', 'What comes on top for the whole line, shown by itself.')
class BidAddendType {
  @Field(() => AddendKindEnum, { description: 'What for.' })
  kind: string;
  @Field(() => DecimalScalar, { description: 'In the currency of the bid.' })
  amount: string;
}

@bothWays('BidLine', 'What is offered for a line.')
export class BidLineType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => BidPriceType, { description: 'The price, where no break is reached.' })
  price: BidPriceType;
  @Field(() => BidFactorType, { nullable: true, description: 'Needed where the price counts in another unit.' })
  factor?: BidFactorType | null;
  @Field(() => [BidBreakType], { defaultValue: [], description: 'Rising; up to 20.' })
  breaks: BidBreakType[];
  @Field(() => DecimalScalar, { nullable: true, description: 'The least quantity that is sold so.' })
  minQuantity?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The largest.' })
  maxQuantity?: string | null;
  @Field(() => Int, { nullable: true, description: 'Days from the order.' })
  leadDays?: number | null;
  @Field(() => BidAlternateType, { nullable: true, description: 'Another part, where the line allows it.' })
  alternate?: BidAlternateType | null;
  @Field(() => ID, { nullable: true, description: 'An offer of the bidder by which the line can be ordered.' })
  offerId?: string | null;
  @Field(() => String, { nullable: true, description: 'Conditions, up to 2,000 characters.' })
  conditions?: string | null;
  @Field(() => [BidAddendType], { defaultValue: [], description: 'Up to 20.' })
  addends: BidAddendType[];
}

@bothWays('BidAnswer', 'The answer to a criterion; one of the four.')
export class BidAnswerType {
  @Field(() => String, { description: 'Id of the criterion.' })
  criterionId: string;
  @Field(() => Boolean, { nullable: true, description: 'MANDATORY.' })
  passed?: boolean | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'SCORED, WORTH.' })
  score?: string | null;
  @Field(() => String, { nullable: true, description: 'FEATURE: name of the option.' })
  option?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: "COST: in the tender's currency." })
  amount?: string | null;
}

@bothWays('BidContent', 'What a bid says.')
export class BidContentType {
  @Field(() => CurrencyCodeScalar, { description: 'That of the tender, or one of its rates.' })
  currency: string;
  @Field(() => String, { description: 'Incoterm with its place, up to 160 characters.' })
  deliveryTerm: string;
  @Field(() => Int, { description: 'Days until payment; 0 to 365.' })
  paymentDays: number;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Until when it binds.' })
  validUntil?: string | null;
  @Field(() => String, { nullable: true, description: 'Up to 4,000 characters.' })
  note?: string | null;
  @Field(() => [BidLineType], { description: 'Each line once; up to 500.' })
  lines: BidLineType[];
  @Field(() => [BidAnswerType], { defaultValue: [], description: 'One for each criterion.' })
  answers: BidAnswerType[];
}

@ObjectType('Bid', { description: 'A bid as it stands: for its bidder, and for the buyer when its round lets him read it.' })
export class BidType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'Who bids.' })
  supplierId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'The round.' })
  round: number;
  @Field(() => Int, { description: 'Its versions so far, for `expectedVersion`.' })
  seq: number;
  @Field(() => Int, { description: 'The version of the tender that it answers.' })
  tenderVersion: number;
  @Field(() => String, { description: 'SHA-256 of the text that is kept.' })
  digest: string;
  @Field(() => DateTimeScalar, { description: 'When it was accepted, by the clock of the database.' })
  acceptedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt: Date | null;
  @Field(() => Boolean, {
    description: 'Whether it counts: not withdrawn, and confirmed since the last amendment that asks for it.',
  })
  counts: boolean;
}

@ObjectType('BidReceipt', { description: 'What was accepted when, by hash.' })
export class BidReceiptType {
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'The round.' })
  round: number;
  @Field(() => Int, { description: 'Which version of the bid.' })
  seq: number;
  @Field(() => BidStepEnum, { description: 'What was done.' })
  kind: string;
  @Field(() => String, { description: 'SHA-256 of the text that is kept.' })
  digest: string;
  @Field(() => DateTimeScalar, { description: 'When, by the clock of the database.' })
  acceptedAt: Date;
  @Field(() => String, { description: 'The same moment to the microsecond, as the signed receipt has it.' })
  acceptedText: string;
}

@ObjectType('BidDraft', { description: 'A bid that is not submitted; its bidder alone sees it.' })
export class BidDraftType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'The round.' })
  round: number;
  @Field(() => BidContentType, { description: 'What it says so far.' })
  content: BidContentType;
  @Field(() => Int, { description: 'For `expectedVersion`.' })
  edits: number;
  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt: Date;
}

@InputType({ isAbstract: true })
class LotInput {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'Versions that were seen: `seq` of the bid, or `edits` of the draft; 0 before the first.' })
  expectedVersion: number;
}

@InputType('SaveBidInput', { description: 'A bid to go on with later.' })
export class SaveBidInputType extends LotInput {
  @Field(() => BidContentType, { description: 'What it says so far.' })
  bid: BidContentType;
}

@InputType('WithdrawBidInput', { description: 'Which bid is withdrawn.' })
export class WithdrawBidInputType extends LotInput {}

@InputType('ConfirmBidInput', { description: 'Which bid stands as it is.' })
export class ConfirmBidInputType extends LotInput {
  @Field(() => Int, { description: 'The version of the tender that was read.' })
  tenderVersion: number;
}

@InputType('SubmitBidInput', { description: 'A bid.' })
export class SubmitBidInputType extends LotInput {
  @Field(() => Int, { description: 'The version of the tender that was read.' })
  tenderVersion: number;
  @Field(() => BidContentType, { description: 'What it says.' })
  bid: BidContentType;
}

@InputType('OpenRoundInput', { description: 'A further round for a lot.' })
export class OpenRoundInputType extends VersionedTenderInput {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Boolean, { description: 'Whether these are the last offers.' })
  final: boolean;
  @Field(() => DateTimeScalar, { description: 'Its deadline.' })
  closesAt: Date;
  @Field(() => [ID], { description: 'Who may bid, of those who did; 1 to 200.' })
  supplierIds: string[];
}
