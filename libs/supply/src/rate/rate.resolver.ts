import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  type Payload,
  pageOf,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { importExchangeRates } from './import-exchange-rates.js';
import * as types from './rate.graphql.js';
import { type ExchangeRate, exchangeRatesOf, rateKey, rateOrdering } from './rate.reader.js';
import { removeExchangeRate } from './remove-exchange-rate.js';
import { saveExchangeRates } from './save-exchange-rates.js';

/** Rates by which the acting organisation sees prices in another currency. */
@Resolver(() => types.ExchangeRateType)
export class RateResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => types.ExchangeRateConnection, {
    description: 'Rates you recorded, and those a partner recorded with you. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  async exchangeRates(@CurrentActor() actor: Actor, @Args() args: types.ExchangeRatesArgs): Promise<Connection<ExchangeRate>> {
    const page = pageOf(args, rateOrdering);
    const found = await this.unitOfWork.read(actor, (work) => exchangeRatesOf(work, args.filter ?? {}, page));
    return connection(found, page, rateKey);
  }

  @Mutation(() => types.SaveExchangeRatesPayload, {
    description: 'Records exchange rates, up to 1,000; all or none. Needs rate:manage. Since 0.2.',
  })
  @Allow('rate:manage')
  async saveExchangeRates(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The rates.' }) input: types.SaveExchangeRatesInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'written', number>> {
    const saved = await this.unitOfWork.run(actor, (work) => saveExchangeRates(work, input));
    return payload(saved.ok ? { ok: true, value: saved.value.written } : saved, 'written', context);
  }

  @Mutation(() => types.ImportExchangeRatesPayload, {
    description: 'Records the exchange rates of a CSV text, up to 1,000 lines; all or none. Needs rate:manage. Since 0.2.',
  })
  @Allow('rate:manage')
  async importExchangeRates(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The text.' }) input: types.ImportExchangeRatesInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'written', number>> {
    const saved = await this.unitOfWork.run(actor, (work) => importExchangeRates(work, input));
    return payload(saved.ok ? { ok: true, value: saved.value.written } : saved, 'written', context);
  }

  @Mutation(() => ID, { description: 'Takes a rate of yours back; gives its id. Needs rate:manage. Since 0.2.' })
  @Allow('rate:manage')
  async removeExchangeRate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which.' }) input: types.RemoveExchangeRateInput,
  ): Promise<string> {
    const result = await this.unitOfWork.run(actor, (work) => removeExchangeRate(work, input));
    if (!result.ok) throw new Error('taking a rate back has no user error');
    return result.value;
  }

  @ResolveField(() => Boolean, { description: 'Whether you recorded it.' })
  own(@Parent() rate: ExchangeRate, @CurrentActor() actor: Actor): boolean {
    return rate.orgId === actor.orgId;
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'With CONTRACT: the other party.' })
  async partner(@Parent() rate: ExchangeRate, @CurrentContext() context: RequestContext): Promise<object | null> {
    return rate.partnerId === null ? null : organizationLoader(context, this.unitOfWork).load(rate.partnerId);
  }
}
