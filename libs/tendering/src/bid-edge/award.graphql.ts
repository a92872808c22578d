import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, LocalDateScalar, PriceType, QuantityType } from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';
import { VersionedTenderInput } from '../tender-edge/terms.graphql.js';

const AwardProductEnum = describedEnum('AwardProduct', 'What comes of an award at once.', {
  ORDERS: 'Orders at the awarded prices.',
  AGREEMENTS: 'Agreements with them.',
  NOTHING: 'Nothing yet.',
});
const AwardShapeEnum = describedEnum('AwardShape', 'What becomes of a lot.', {
  LOT: 'It goes whole to `bidId`.',
  LINES: 'Line by line, as `lines` say.',
  SHARES: 'By the published shares, to `bidIds` or by rank.',
  NONE: 'Nobody gets it.',
});

@ObjectType('ComparisonStep', {
  description: 'One addend from the price that was bid to the comparable one, in the currency of the tender.',
})
export class ComparisonStepType {
  @Field(() => String, { description: 'GOODS, FREIGHT, INSURANCE, DUTY, HANDLING, CHARGE, DELIVERY_TERM or PAYMENT_DAYS.' })
  kind: string;
  @Field(() => DecimalScalar, { description: 'To 4 places, half up.' })
  amount: string;
}

@ObjectType('ComparedLine', { description: 'A line of a bid on the basis of the tender: one currency, unit and delivery term.' })
export class ComparedLineType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'To 4 places, half up; null: not comparable.' })
  total: string | null;
  @Field(() => String, { nullable: true, description: 'The same as an exact fraction.' })
  exact: string | null;
  @Field(() => Boolean, { description: 'Whether nobody who meets the requirements offers it for less.' })
  best: boolean;
  @Field(() => [ComparisonStepType], { description: 'What it is made of.' })
  steps: ComparisonStepType[];
  @Field(() => [String], {
    description:
      'Why it is not comparable: UNIT_WITHOUT_FACTOR, CURRENCY_WITHOUT_RATE, DELIVERY_TERM_WITHOUT_ADDEND, QUANTITY_NOT_OFFERED, ALTERNATE_NOT_ALLOWED.',
  })
  reasons: string[];
}

@ObjectType('ComparedBid', { description: 'A bid beside the others on its lot.' })
export class ComparedBidType {
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => ID, { description: 'Who bids.' })
  supplierId: string;
  @Field(() => Int, {
    nullable: true,
    description: 'By the published formula; bids that nothing parts share one; null: not ranked.',
  })
  rank: number | null;
  @Field(() => String, { nullable: true, description: 'Its value under the formula, as an exact fraction.' })
  value: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'All lines together, to 4 places; null: one is missing or not comparable.',
  })
  total: string | null;
  @Field(() => [String], { description: 'Why it is not ranked: MANDATORY_NOT_MET, BELOW_THRESHOLD, INCOMPLETE, ...' })
  refused: string[];
  @Field(() => Boolean, { description: 'Whether the committee owes it points.' })
  unscored: boolean;
  @Field(() => Boolean, { description: 'Whether it is abnormally low by the published rule.' })
  low: boolean;
  @Field(() => [ComparedLineType], { description: 'Its lines.' })
  lines: ComparedLineType[];
}

@ObjectType('LotComparison', { description: 'Lines by suppliers: the standing bids on a lot.' })
export class LotComparisonType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => [ComparedBidType], { description: 'The ranked first; the others after them.' })
  bids: ComparedBidType[];
}

@ObjectType('TenderEvaluation', { description: 'A ranking as it was shown.' })
export class EvaluationType {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => Int, { description: 'Counts from 1.' })
  n: number;
  @Field(() => Int, { description: 'The round.' })
  round: number;
  @Field(() => String, { description: 'JSON: formula, criteria, bids with their hashes, ranking with exact values, alarms.' })
  body: string;
  @Field(() => String, { description: 'SHA-256 of it.' })
  digest: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt: Date;
}

@ObjectType('AwardLine', { description: 'How much of a line is awarded, at the price that was bid.' })
export class AwardLineType {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => QuantityType, { description: 'How much.' })
  quantity: QuantityType;
  @Field(() => PriceType, { description: 'At which price.' })
  price: PriceType;
  @Field(() => Int, { nullable: true, description: 'Days from the order.' })
  leadDays: number | null;
  @Field(() => ID, { nullable: true, description: 'The offer by which it is ordered.' })
  offerId: string | null;
  @Field(() => String, { nullable: true, description: 'The alternate that was offered.' })
  alternate: string | null;
}

@ObjectType('Award', { description: 'What a buyer has awarded to a bidder; both read it.' })
export class AwardType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => ID, { description: 'To whom.' })
  supplierId: string;
  @Field(() => Int, { nullable: true, description: 'Its rank in the evaluation; for the buyer alone.' })
  rank: number | null;
  @Field(() => String, { nullable: true, description: 'Why, where that needs a reason; for the buyer alone.' })
  reason: string | null;
  @Field(() => CurrencyCodeScalar, { description: 'Of its prices.' })
  currency: string;
  @Field(() => AwardProductEnum, { description: 'What came of it.' })
  makes: string;
  @Field(() => ID, { nullable: true, description: 'The order.' })
  orderId: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement.' })
  agreementId: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The standstill that it waits or waited for; null: it binds at once. Since 0.2.',
  })
  standstillId: string | null;
  @Field(() => DateTimeScalar, { description: 'When.' })
  awardedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  cancelledAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why.' })
  cancelReason: string | null;
  @Field(() => [AwardLineType], { description: 'Its lines.' })
  lines: AwardLineType[];
}

@InputType('LineAwardInput', { description: 'Who gets a line, or a part of it.' })
class LineAwardInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => ID, { description: 'The bid.' })
  bidId: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'All of it when absent.' })
  quantity?: string | null;
}

@InputType('LotAwardInput', { description: 'What becomes of a lot.' })
export class LotAwardInput {
  @Field(() => ID, { description: 'The lot.' })
  lotId: string;
  @Field(() => AwardShapeEnum, { description: 'In which way.' })
  mode: string;
  @Field(() => ID, { nullable: true, description: 'With LOT.' })
  bidId?: string | null;
  @Field(() => [LineAwardInput], { nullable: true, description: 'With LINES.' })
  lines?: LineAwardInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'With SHARES: in the order of the shares; by rank when absent.' })
  bidIds?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'With LINES: more will be awarded later.' })
  keepOpen?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why not the best, why an abnormally low one, why nobody; up to 2,000 characters.',
  })
  reason?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What everybody who bid reads as the reasons of the decision, up to 4,000 characters; needed where the rules of the tender ask for a standstill. Since 0.2.',
  })
  statement?: string | null;
}

@InputType('AwardAgreementInput', { description: 'The agreements that come of it.' })
export class AwardAgreementInput {
  @Field(() => LocalDateScalar, { description: 'First day, not before the one that was published.' })
  validFrom: string;
  @Field(() => LocalDateScalar, { description: 'Last day, not after the one that was published.' })
  validTo: string;
}

@InputType('AwardTenderInput', { description: 'What becomes of lots.' })
export class AwardTenderInputType extends VersionedTenderInput {
  @Field(() => String, { description: 'A key of yours, up to 255 characters; the same key awards once.' })
  idempotencyKey: string;
  @Field(() => [LotAwardInput], { description: 'Each lot once.' })
  lots: LotAwardInput[];
  @Field(() => AwardProductEnum, {
    defaultValue: 'NOTHING',
    description: 'What comes of it at once. ORDERS need order:place too.',
  })
  makes: string;
  @Field(() => ID, { nullable: true, description: 'With ORDERS: a site of yours, for lines that name none.' })
  shipToSiteId?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'With ORDERS: that you take what cannot be cancelled or sent back as such.',
  })
  ncnrAccepted: boolean;
  @Field(() => String, { nullable: true, description: 'With ORDERS: cost centre.' })
  costReference?: string | null;
  @Field(() => AwardAgreementInput, { nullable: true, description: 'With AGREEMENTS.' })
  agreement?: AwardAgreementInput | null;
}

@InputType('CancelAwardInput', { description: 'Which award is taken back.' })
export class CancelAwardInputType {
  @Field(() => ID, { description: 'The award.' })
  awardId: string;
  @Field(() => String, { description: 'Why; up to 500 characters.' })
  reason: string;
}
