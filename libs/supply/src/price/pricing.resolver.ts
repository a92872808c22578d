import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import * as types from './pricing.graphql.js';
import {
  type ChargeRule,
  customerCategories,
  type DiscountRule,
  ownCharges,
  ownMatrix,
  type PricingPolicy,
  pricingPolicy,
} from './pricing.reader.js';
import { saveChargeRules } from './save-charge-rules.js';
import { saveDiscountMatrix } from './save-discount-matrix.js';
import { setAccessSequence } from './set-access-sequence.js';
import { setCustomerCategory } from './set-customer-category.js';

/** How the acting supplier's prices are found. */
@Resolver(() => types.PricingPolicyType)
export class PricingResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => types.PricingPolicyType, {
    description: 'Your access sequence, discount matrix, charges and categories of customers. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  pricingPolicy(@CurrentActor() actor: Actor): Promise<PricingPolicy> {
    return this.unitOfWork.read(actor, pricingPolicy);
  }

  @Mutation(() => types.SetAccessSequencePayload, {
    description: 'Declares in which order your sources of a price are asked. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async setAccessSequence(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The order.' }) input: types.SetAccessSequenceInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'policy', PricingPolicy>> {
    return payload(await this.unitOfWork.run(actor, (work) => setAccessSequence(work, input)), 'policy', context);
  }

  @Mutation(() => types.SaveDiscountMatrixPayload, {
    description: 'Replaces your discount matrix, up to 2,000 rows. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async saveDiscountMatrix(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The matrix.' }) input: types.SaveDiscountMatrixInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'policy', PricingPolicy>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveDiscountMatrix(work, input)), 'policy', context);
  }

  @Mutation(() => types.SaveChargeRulesPayload, {
    description: 'Replaces your charges beside the prices, up to 100. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async saveChargeRules(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The charges.' }) input: types.SaveChargeRulesInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'policy', PricingPolicy>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveChargeRules(work, input)), 'policy', context);
  }

  @Mutation(() => types.SetCustomerCategoryPayload, {
    description: 'Counts a buyer among one category of your customers, or among none. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async setCustomerCategory(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The buyer and his category.' }) input: types.SetCustomerCategoryInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'customer', types.CustomerCategoryType>> {
    return payload(await this.unitOfWork.run(actor, (work) => setCustomerCategory(work, input)), 'customer', context);
  }

  @ResolveField(() => [types.DiscountRuleType], { description: 'The discount matrix, up to 2,000 rows.' })
  matrix(@CurrentActor() actor: Actor): Promise<DiscountRule[]> {
    return this.unitOfWork.read(actor, ownMatrix);
  }

  @ResolveField(() => [types.ChargeRuleType], { description: 'The charges beside the prices, up to 100.' })
  async charges(@CurrentActor() actor: Actor): Promise<object[]> {
    const charges = await this.unitOfWork.read(actor, ownCharges);
    const money = (amount: string, { currency }: ChargeRule) => ({ amount, currency });
    return charges.map((rule) => ({
      ...rule,
      amount: money(rule.amount, rule),
      below: rule.below === null ? null : money(rule.below, rule),
    }));
  }

  @ResolveField(() => [types.CustomerCategoryType], { description: 'Buyers and the category they count among.' })
  customers(@CurrentActor() actor: Actor): Promise<types.CustomerCategoryType[]> {
    return this.unitOfWork.read(actor, customerCategories);
  }
}

/** Who stands behind a category of customers. */
@Resolver(() => types.CustomerCategoryType)
export class CustomerCategoryResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, { description: 'The buyer.' })
  buyer(@Parent() { buyerId }: types.CustomerCategoryType, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(buyerId);
  }
}
