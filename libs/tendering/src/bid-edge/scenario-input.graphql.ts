import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';

const ScenarioRuleKindEnum = describedEnum('ScenarioRuleKind', 'What is asked beside a low price.', {
  SUPPLIERS_MIN: 'At least `count` suppliers.',
  SUPPLIERS_MAX: 'At most `count` suppliers.',
  SHARE_MAX: '`supplierIds` together get at most `share` of the spend.',
  SHARE_MIN: '`supplierIds` together get at least `share` of the spend.',
  MINIMUM_ORDER: 'Whoever is chosen (of `supplierIds`) gets at least `amount`.',
  CAPACITY: '`supplierIds`, exactly one, delivers at most `quantity` over `lineIds`.',
  LINE_AWARDS_MAX: 'A line (of `lineIds`) goes to at most `count` suppliers.',
  INCLUDE: '`supplierIds`, exactly one, gets something.',
  EXCLUDE: '`supplierIds`, exactly one, gets nothing, or nothing of `lineIds`.',
  QUALITY_MIN: 'The mean quality by spend is at least `share`.',
});

const ruleFields = {
  count: 'Of SUPPLIERS_MIN, SUPPLIERS_MAX and LINE_AWARDS_MAX.',
  share: '0 to 1.',
  amount: 'In the currency of the tender.',
  quantity: 'In the units of the lines.',
  supplierIds: 'Who is meant.',
  lineIds: 'Lines that are meant, or lots where whole lots are awarded; all when absent.',
};

@InputType('ScenarioRuleInput', { description: 'One rule. Its kind says which fields it has.' })
export class ScenarioRuleInput {
  @Field(() => ScenarioRuleKindEnum, { description: 'What is asked.' })
  kind: string;
  @Field(() => Int, { nullable: true, description: ruleFields.count })
  count?: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: ruleFields.share })
  share?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: ruleFields.amount })
  amount?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: ruleFields.quantity })
  quantity?: string | null;
  @Field(() => [ID], { nullable: true, description: ruleFields.supplierIds })
  supplierIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: ruleFields.lineIds })
  lineIds?: string[] | null;
}

@ObjectType('ScenarioRule', { description: 'One rule of a scenario.' })
export class ScenarioRuleType {
  @Field(() => ScenarioRuleKindEnum, { description: 'What is asked.' })
  kind: string;
  @Field(() => Int, { nullable: true, description: ruleFields.count })
  count: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: ruleFields.share })
  share: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: ruleFields.amount })
  amount: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: ruleFields.quantity })
  quantity: string | null;
  @Field(() => [ID], { description: ruleFields.supplierIds })
  supplierIds: string[];
  @Field(() => [ID], { description: ruleFields.lineIds })
  lineIds: string[];
}

@ObjectType('SupplierCost', { description: 'What it costs to have a supplier at all.' })
export class SupplierCostType {
  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;
  @Field(() => DecimalScalar, { description: 'In the currency of the tender.' })
  amount: string;
}

@InputType('SupplierCostInput', { description: 'What it costs to have a supplier at all.' })
class SupplierCostInput {
  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;
  @Field(() => DecimalScalar, { description: 'In the currency of the tender.' })
  amount: string;
}

@InputType('SaveScenarioInput', { description: 'How a tender might be handed out.' })
export class SaveScenarioInputType {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { nullable: true, description: 'A known scenario, to change it and ask anew; absent: a new one.' })
  scenarioId?: string | null;
  @Field(() => String, { description: 'Up to 100 characters.' })
  name: string;
  @Field(() => [ID], { nullable: true, description: 'Lots that are handed out; absent: all whose bids are open.' })
  lotIds?: string[] | null;
  @Field(() => [ScenarioRuleInput], { defaultValue: [], description: 'Up to 20.' })
  rules: ScenarioRuleInput[];
  @Field(() => [SupplierCostInput], { defaultValue: [], description: 'Of suppliers that cost something by themselves.' })
  fixedCosts: SupplierCostInput[];
  @Field(() => Boolean, { defaultValue: false, description: 'Whether a line may be parted between suppliers.' })
  splitLines: boolean;
  @Field(() => Int, {
    defaultValue: 20,
    description: 'Seconds for the first answer, 1 to 60; rules and the next best have 5 more each.',
  })
  seconds: number;
}

@InputType('RemoveScenarioInput', { description: 'Which scenario.' })
export class RemoveScenarioInputType {
  @Field(() => ID, { description: 'The tender.' })
  tenderId: string;
  @Field(() => ID, { description: 'The scenario.' })
  scenarioId: string;
}
