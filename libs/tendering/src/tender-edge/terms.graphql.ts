import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DecimalScalar } from '#libs/platform';
import { bothWays } from '../both-ways.graphql.js';
import { BestEnum, CriterionKindEnum, FormulaKindEnum, TieBreakEnum } from './tender-enums.graphql.js';

const decimal = (description: string): PropertyDecorator => Field(() => DecimalScalar, { nullable: true, description });

@bothWays('TenderFormula', 'A formula with the numbers that it needs; the others are absent.')
export class FormulaType {
  @Field(() => FormulaKindEnum, { description: 'Which.' })
  kind: string;
  @decimal('F6, F7, F9, F11: share of quality; with `weightPrice` it is 1.')
  weightQuality?: string | null;
  @decimal('F6, F7, F9, F11: share of the price.')
  weightPrice?: string | null;
  @decimal('F2, F4: largest values of all features together, at most 0.3.')
  featuresMax?: string | null;
  @decimal('F7: the price that earns everything.')
  priceMin?: string | null;
  @decimal('F7: the price that earns nothing.')
  priceMax?: string | null;
  @decimal('F9: how many times the best price earns nothing; above 1.')
  base?: string | null;
  @decimal('F10: makes the number readable.')
  factor?: string | null;
  @decimal('F12: n.')
  exponent?: string | null;
  @decimal('F12: quality of the reference.')
  qualityReference?: string | null;
  @decimal('F12: price of the reference.')
  priceReference?: string | null;
}

@bothWays('CriterionOption', 'A value of a feature that may be chosen.')
export class CriterionOptionType {
  @Field(() => String, { description: 'Letters, digits, hyphens; up to 40.' })
  name: string;
  @Field(() => DecimalScalar, { description: '0 to 0.3.' })
  value: string;
}

@bothWays('TenderCriterion', 'What bidders answer; fixed with the formula.')
export class CriterionType {
  @Field(() => String, { description: 'Letters, digits, hyphens; up to 40, once in a tender.' })
  id: string;
  @Field(() => CriterionKindEnum, { description: 'What it asks for.' })
  kind: string;
  @decimal('SCORED: counted against the other weights.')
  weight?: string | null;
  @decimal('SCORED, WORTH: full points.')
  scoreMax?: string | null;
  @decimal('SCORED: below it the bid is refused.')
  scoreMin?: string | null;
  @decimal('WORTH: what full points are worth in money.')
  worthMax?: string | null;
  @Field(() => [CriterionOptionType], { nullable: true, description: 'FEATURE: what may be chosen.' })
  options?: CriterionOptionType[] | null;
}

@bothWays('TenderTieBreak', 'One step of the tie-break.')
export class TieBreakType {
  @Field(() => TieBreakEnum, { description: 'By what.' })
  by: string;
  @Field(() => String, { nullable: true, description: 'With CRITERION: its id, or `price`, `quality`.' })
  criterionId?: string | null;
  @Field(() => BestEnum, { nullable: true, description: 'With CRITERION.' })
  best?: string | null;
}

@bothWays('TenderRate', 'A currency that is bid in besides, at a rate frozen for the tender.')
export class RateType {
  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217.' })
  currency: string;
  @Field(() => DecimalScalar, { description: "Units of the tender's currency for one of it." })
  rate: string;
}

@bothWays('LowBidRule', 'From when on a bid is abnormally low; shares, such as 0.4.')
export class LowBidRuleType {
  @decimal('Below the mean of the other first amounts.')
  belowMean?: string | null;
  @decimal('Below the next bid.')
  belowNext?: string | null;
}

@ObjectType('FlipBid', { description: 'A bid of the example.' })
export class FlipBidType {
  @Field(() => String, { description: 'A, B or C.' })
  name: string;
  @Field(() => DecimalScalar, { description: 'Its price.' })
  price: string;
  @Field(() => DecimalScalar, { description: 'Its quality, 0 to 1.' })
  quality: string;
}

@ObjectType('FlipExample', {
  description: 'An example in which a bid that cannot win decides who does: the warning beside a relative formula.',
})
export class FlipExampleType {
  @Field(() => String, { description: 'Who wins of A and B.' })
  winnerBefore: string;
  @Field(() => String, { description: 'Who wins when C is there too.' })
  winnerAfter: string;
  @Field(() => [FlipBidType], { description: 'A, B and C.' })
  bids: FlipBidType[];
}

@InputType({ isAbstract: true })
export class TenderStepInput {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
}

@InputType({ isAbstract: true })
export class VersionedTenderInput extends TenderStepInput {
  @Field(() => Int, { description: 'Its `edits` as they were read.' })
  expectedVersion: number;
}
