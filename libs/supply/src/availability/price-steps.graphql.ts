import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MoneyType, PriceType } from '#libs/platform';
import { type PriceRule, priceRules } from './price-steps.js';

export const PriceRuleEnum = Object.fromEntries(Object.keys(priceRules).map((rule) => [rule, rule])) as Record<
  PriceRule,
  PriceRule
>;
registerEnumType(PriceRuleEnum, {
  name: 'PriceRule',
  description: 'The rule behind one step of a price.',
  valuesMap: Object.fromEntries(Object.entries(priceRules).map(([rule, description]) => [rule, { description }])) as never,
});

/** Schema type `PriceStep`; resolvers give what `explained` makes. */
@ObjectType('PriceStep', { description: 'One step of how a price came about, in order.' })
export class PriceStepType {
  @Field(() => PriceRuleEnum, { description: 'For programs.' })
  rule: PriceRule;

  @Field(() => String, { description: 'For people, in the language of the request.' })
  text: string;

  @Field(() => PriceType, {
    nullable: true,
    description: 'The price before the step; null: there was none, or the step changes none.',
  })
  before: PriceType | null;

  @Field(() => PriceType, { nullable: true, description: 'The price after it.' })
  after: PriceType | null;

  @Field(() => MoneyType, { nullable: true, description: 'With LINE_AMOUNT: the line.' })
  amount: MoneyType | null;
}
