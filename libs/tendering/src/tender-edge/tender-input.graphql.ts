import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, LocalDateScalar, UnitCodeScalar } from '#libs/platform';
import { TenderAuctionType } from '../auction-edge/announced-auction.graphql.js';
import { AwardModeEnum, ConfidentialityEnum, ProcedureEnum, RulePackEnum } from './tender-enums.graphql.js';
import {
  CriterionType,
  FormulaType,
  LowBidRuleType,
  RateType,
  TenderStepInput,
  TieBreakType,
  VersionedTenderInput,
} from './terms.graphql.js';

@InputType({ isAbstract: true })
class WantedInput {
  @Field(() => String, { nullable: true, description: 'Your line number, up to 36 characters; 10, 20, 30 ... when absent.' })
  number?: string | null;
  @Field(() => ID, { nullable: true, description: 'The part.' })
  partId?: string | null;
  @Field(() => String, { nullable: true, description: 'Part number, where no part is named; up to 70 characters.' })
  partNumber?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What is wanted, up to 2,000 characters; the name of the part when absent.',
  })
  description?: string | null;
  @Field(() => DecimalScalar, { description: 'How much; above zero.' })
  quantity: string;
  @Field(() => UnitCodeScalar, { defaultValue: 'EA', description: 'In which unit.' })
  unit: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'By when.' })
  needBy?: string | null;
  @Field(() => ID, { nullable: true, description: 'A site of yours; that of the tender when absent.' })
  shipToSiteId?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether another part may be offered.' })
  alternatesAllowed: boolean;
  @Field(() => String, { nullable: true, description: 'Revision of its drawing, up to 40 characters.' })
  revision?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Target price, in the currency of the tender.' })
  target?: string | null;
  @Field(() => DecimalScalar, { defaultValue: '1', description: 'Units that the target is for.' })
  targetBasis: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether bidders read the target.' })
  targetShown: boolean;
}

@InputType('TenderLineInput', { description: 'What a lot asks for: a part or free text.' })
class TenderLineInput extends WantedInput {
  @Field(() => Int, { defaultValue: 1, description: 'Position of its lot, from 1.' })
  lot: number;
}

@InputType('AddTenderLineInput', { description: 'What a lot asks for besides.' })
class AddTenderLineInput extends WantedInput {
  @Field(() => ID, { description: 'Its lot.' })
  lotId: string;
}

@InputType('ChangeTenderLineInput', { description: 'What is other than before; what is absent stays.' })
class ChangeTenderLineInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much.' })
  quantity?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'By when.' })
  needBy?: string | null;
  @Field(() => String, { nullable: true, description: 'What is wanted.' })
  description?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether another part may be offered.' })
  alternatesAllowed?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Revision of its drawing.' })
  revision?: string | null;
}

@InputType('TenderAgreementInput', { description: 'Days of an agreement; at most ten years.' })
class TenderAgreementInput {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to: string;
}

@InputType('TenderInput', { description: 'A whole draft; everything but title and currency has the default of a quick request.' })
export class TenderInputType {
  @Field(() => String, { description: 'Up to 200 characters.' })
  title: string;
  @Field(() => String, { nullable: true, description: 'Up to 10,000 characters.' })
  description?: string | null;
  @Field(() => ProcedureEnum, { defaultValue: 'SELECTIVE', description: 'Who may bid.' })
  procedure: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'With OPEN: everybody reads what is published of it, winner and value of the award too. Since 0.2.',
  })
  isPublic: boolean;
  @Field(() => RulePackEnum, {
    defaultValue: 'PRIVATE',
    description: 'By which rules it is held; what they need is checked when it is published. Since 0.2.',
  })
  rulePack: string;
  @Field(() => String, { nullable: true, description: 'With SINGLE_SOURCE: why; up to 2,000 characters.' })
  singleReason?: string | null;
  @Field(() => ConfidentialityEnum, { defaultValue: 'TIMED', description: 'When you read bids: OPEN or TIMED.' })
  confidentiality: string;
  @Field(() => CurrencyCodeScalar, { description: 'In which bids are compared.' })
  currency: string;
  @Field(() => [RateType], { defaultValue: [], description: 'Currencies that are bid in besides.' })
  rates: RateType[];
  @Field(() => FormulaType, { nullable: true, description: 'LOWEST_PRICE when absent.' })
  formula?: FormulaType | null;
  @Field(() => [CriterionType], { defaultValue: [], description: 'Up to 50.' })
  criteria: CriterionType[];
  @Field(() => DecimalScalar, { nullable: true, description: 'The least quality that is ranked, 0 to 1.' })
  qualityMin?: string | null;
  @Field(() => [TieBreakType], { nullable: true, description: 'Up to 5 steps; TIME when absent.' })
  tieBreak?: TieBreakType[] | null;
  @Field(() => LowBidRuleType, { nullable: true, description: 'When a bid is abnormally low; never when absent.' })
  lowBid?: LowBidRuleType | null;
  @Field(() => String, { defaultValue: 'DAP', description: 'Delivery term of the comparison, up to 160 characters.' })
  deliveryTerm: string;
  @Field(() => Int, { defaultValue: 30, description: 'Days of payment that cost nothing; 0 to 365.' })
  paymentDays: number;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What a year of credit costs, such as 0.06; payment days do not count when absent.',
  })
  yearlyRate?: string | null;
  @Field(() => AwardModeEnum, { defaultValue: 'LOT', description: 'How it may be awarded.' })
  awardMode: string;
  @Field(() => [DecimalScalar], { defaultValue: [], description: 'With SHARES: per cent by rank; 100 together.' })
  shares: string[];
  @Field(() => TenderAgreementInput, {
    nullable: true,
    description: 'That an agreement may come of the award: whoever bids is bound to it on these days.',
  })
  agreement?: TenderAgreementInput | null;
  @Field(() => TenderAuctionType, { nullable: true, description: 'An auction among the ranked bids of each lot.' })
  auction?: TenderAuctionType | null;
  @Field(() => Int, { defaultValue: 1, description: 'Fewer bids are not evaluated; 1 to 9.' })
  bidsMin: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when questions move the deadline; the deadline when absent.',
  })
  questionsCloseAt?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Deadline; needed for publication.' })
  closesAt?: Date | null;
  @Field(() => Int, { defaultValue: 0, description: 'Minutes between the deadlines of lots; 0 to 120.' })
  staggerMinutes: number;
  @Field(() => Int, { defaultValue: 24, description: 'Hours that a late amendment or answer leaves at least; 0 to 240.' })
  pushHours: number;
  @Field(() => [String], { defaultValue: [], description: 'Titles of the lots, up to 50; one lot when absent.' })
  lots: string[];
  @Field(() => [TenderLineInput], { defaultValue: [], description: 'Up to 500.' })
  lines: TenderLineInput[];
  @Field(() => String, { nullable: true, description: 'For yourself, up to 4,000 characters.' })
  internalNote?: string | null;
  @Field(() => String, { nullable: true, description: 'For yourself: cost centre.' })
  costReference?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'For yourself: budget.' })
  budget?: string | null;
  @Field(() => ID, { nullable: true, description: 'Site of yours that the goods are for.' })
  shipToSiteId?: string | null;
}

@InputType('DraftTenderInput', { description: 'A draft, and where more lines come from: one source at most.' })
export class DraftTenderInputType {
  @Field(() => TenderInputType, { description: 'Terms and lines.' })
  tender: TenderInputType;
  @Field(() => String, {
    nullable: true,
    description: 'Lines of a file: part number, quantity, manufacturer; up to 300,000 characters.',
  })
  csv?: string | null;
  @Field(() => ID, { nullable: true, description: 'A basket of yours.' })
  basketId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A past tender of yours.' })
  fromTenderId?: string | null;
}

@InputType('ChangeTenderInput', { description: 'The draft as it is to be.' })
export class ChangeTenderInputType extends VersionedTenderInput {
  @Field(() => TenderInputType, { description: 'Terms and lines, whole.' })
  tender: TenderInputType;
}

@InputType('PublishTenderInput', { description: 'Which draft.' })
export class PublishTenderInputType extends VersionedTenderInput {}

@InputType('AmendTenderInput', { description: 'What is changed in a published tender.' })
export class AmendTenderInputType extends VersionedTenderInput {
  @Field(() => String, { description: 'Why; up to 2,000 characters.' })
  reason: string;
  @Field(() => String, { nullable: true, description: 'Title.' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'Description.' })
  description?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'A later deadline.' })
  closesAt?: Date | null;
  @Field(() => [ChangeTenderLineInput], { defaultValue: [], description: 'Lines that change.' })
  changeLines: ChangeTenderLineInput[];
  @Field(() => [AddTenderLineInput], { defaultValue: [], description: 'Lines that are added.' })
  addLines: AddTenderLineInput[];
  @Field(() => [ID], { defaultValue: [], description: 'Lines that are dropped.' })
  dropLineIds: string[];
}

@InputType('CancelTenderInput', { description: 'Which tender is called off.' })
export class CancelTenderInputType extends TenderStepInput {
  @Field(() => String, { description: 'Why; up to 2,000 characters. Bidders read it.' })
  reason: string;
}

@InputType('InviteSuppliersInput', { description: 'Who is invited.' })
export class InviteSuppliersInputType extends TenderStepInput {
  @Field(() => [ID], { description: '1 to 200 suppliers.' })
  supplierIds: string[];
}

@InputType('DeclineTenderInput', { description: 'For which tender you do not bid.' })
export class DeclineTenderInputType extends TenderStepInput {
  @Field(() => String, { nullable: true, description: 'Why; up to 500 characters. The buyer reads it.' })
  reason?: string | null;
}

@InputType('OpenBidsInput', { description: 'Which bids are opened.' })
export class OpenBidsInputType extends TenderStepInput {
  @Field(() => ID, { nullable: true, description: 'Only this lot.' })
  lotId?: string | null;
}

@InputType('EvaluateTenderInput', { description: 'What is ranked.' })
export class EvaluateTenderInputType extends OpenBidsInputType {}

@InputType('AskQuestionInput', { description: 'What is asked.' })
export class AskQuestionInputType extends TenderStepInput {
  @Field(() => ID, { nullable: true, description: 'About this lot.' })
  lotId?: string | null;
  @Field(() => String, { description: 'Up to 4,000 characters. Do not name yourself.' })
  text: string;
}

@InputType('AnswerQuestionInput', { description: 'The answer to all.' })
export class AnswerQuestionInputType {
  @Field(() => ID, { description: 'The question.' })
  questionId: string;
  @Field(() => String, { description: 'Up to 10,000 characters.' })
  answer: string;
}

@InputType('AddTenderDocumentInput', { description: 'A file that you have sent here, see POST /api/v1/files.' })
export class AddTenderDocumentInputType extends TenderStepInput {
  @Field(() => ID, { description: 'The file.' })
  fileId: string;
  @Field(() => String, { description: 'Title, up to 200 characters.' })
  title: string;
}
