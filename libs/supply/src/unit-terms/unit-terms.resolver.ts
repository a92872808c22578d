import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ok, type Result } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
  type Work,
} from '#libs/platform';
import type { OfferCard } from '../availability/availability.reader.js';
import { OfferType } from '../offer/offer.graphql.js';
import { offersById } from '../offer/offer.reader.js';
import { removeUnitTerms } from './remove-unit-terms.js';
import { type SaveUnitTermsError, saveExchangeTerms } from './save-exchange-terms.js';
import { saveRepairTerms } from './save-repair-terms.js';
import * as types from './unit-terms.graphql.js';
import { type ExchangeTerms, type RepairTerms, type UnitTerms, unitOffers, unitTermsOf } from './unit-terms.reader.js';

/** What an offer says of its core and of repairs. */
@Resolver(() => OfferType)
export class UnitTermsResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [OfferType], {
    description: 'Your offers that are sold in exchange or repaired, up to 1,000. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  unitOffers(@CurrentActor() actor: Actor): Promise<OfferCard[]> {
    return this.unitOfWork.read(actor, unitOffers);
  }

  @Mutation(() => types.SaveExchangeTermsPayload, {
    description:
      'Says which core is owed when your offer is bought; cores owed already keep their terms. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  saveExchangeTerms(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The terms.' }) input: types.SaveExchangeTermsInputType,
  ): Promise<Payload<'offer', OfferCard>> {
    return this.run(actor, context, (work) => saveExchangeTerms(work, { ...input }));
  }

  @Mutation(() => types.SaveRepairTermsPayload, {
    description: 'Says what you ask to repair units like your offer. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  saveRepairTerms(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The terms.' }) input: types.SaveRepairTermsInputType,
  ): Promise<Payload<'offer', OfferCard>> {
    return this.run(actor, context, (work) => saveRepairTerms(work, { ...input }));
  }

  @Mutation(() => types.RemoveUnitTermsPayload, {
    description: 'Takes the terms of exchange or repair off your offer. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  removeUnitTerms(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which.' }) input: types.RemoveUnitTermsInputType,
  ): Promise<Payload<'offer', OfferCard>> {
    return this.run(actor, context, async (work) => {
      const removed = await removeUnitTerms(work, { ...input });
      return removed.ok ? ok({ offerId: removed.value }) : removed;
    });
  }

  @ResolveField(() => types.ExchangeTermsType, {
    nullable: true,
    description: 'The core that is owed when it is bought; null: it is not sold in exchange. Since 0.2.',
  })
  async exchangeTerms(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<ExchangeTerms | null> {
    return (await this.terms(offer, context)).exchange;
  }

  @ResolveField(() => types.RepairTermsType, {
    nullable: true,
    description: 'What its supplier asks to repair such a unit; null: he does not offer it. Since 0.2.',
  })
  async repairTerms(@Parent() offer: OfferCard, @CurrentContext() context: RequestContext): Promise<RepairTerms | null> {
    return (await this.terms(offer, context)).repair;
  }

  private terms(offer: OfferCard, context: RequestContext): Promise<UnitTerms> {
    const { actor } = context;
    if (!actor) throw new Error('a loader was asked without an actor');
    return context
      .loader<string, UnitTerms>('supply.unit-terms', (ids) => this.unitOfWork.read(actor, (work) => unitTermsOf(work, ids)))
      .load(offer.id);
  }

  /** Runs a verb that changes the terms of an offer; gives the offer. */
  private async run(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<{ offerId: string }, SaveUnitTermsError>>,
  ): Promise<Payload<'offer', OfferCard>> {
    const result = await this.unitOfWork.run(actor, async (work) => {
      const saved = await verb(work);
      if (!saved.ok) return saved;
      const [offer] = await offersById(work, [saved.value.offerId]);
      if (!offer) throw new Error('an offer whose terms were saved can be read');
      return ok(offer);
    });
    return payload(result, 'offer', context);
  }
}
