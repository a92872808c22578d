import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  NotFound,
  type Payload,
  pageOf,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { OfferType } from '../offer/offer.graphql.js';
import { offerLoader } from '../offer/offer.loader.js';
import { extendHold } from './extend-hold.js';
import type { HoldPolicy, StockHold } from './hold.entity.js';
import * as types from './hold.graphql.js';
import { holdKey, holdOrdering, holdPolicy, listHolds } from './hold.reader.js';
import { releaseHolds } from './release-holds.js';
import { saveHoldPolicy } from './save-hold-policy.js';

/** Holds as both parties see them, and what a supplier grants. */
@Resolver(() => types.StockHoldType)
export class HoldResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => types.StockHoldConnection, {
    description:
      'Holds on your stock, or those you have; those that end first come first. Needs stock:write for your stock, basket:edit for what you hold. Since 0.2.',
  })
  @Allow('stock:write', 'basket:edit')
  async stockHolds(@CurrentActor() actor: Actor, @Args() args: types.StockHoldArgs): Promise<Connection<StockHold>> {
    const page = pageOf(args, holdOrdering);
    return connection(await this.unitOfWork.read(actor, (work) => listHolds(work, args.filter, page)), page, holdKey);
  }

  @Query(() => types.HoldPolicyType, {
    description: 'How long buyers may hold your stock. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  holdPolicy(@CurrentActor() actor: Actor): Promise<HoldPolicy> {
    return this.unitOfWork.read(actor, holdPolicy);
  }

  @Mutation(() => types.ExtendHoldPayload, {
    description:
      'Lengthens a hold: a buyer by what the supplier grants, the supplier up to 30 days. Needs stock:write as supplier, basket:edit as buyer. Since 0.2.',
  })
  @Allow('stock:write', 'basket:edit')
  async extendHold(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which, and how much.' }) input: types.ExtendHoldInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'hold', StockHold>> {
    return payload(await this.unitOfWork.run(actor, (work) => extendHold(work, { ...input })), 'hold', context);
  }

  @Mutation(() => types.ReleaseHoldsPayload, {
    description:
      'Gives held stock back before its time, for either party. Needs stock:write as supplier, basket:edit as buyer. Since 0.2.',
  })
  @Allow('stock:write', 'basket:edit')
  async releaseHolds(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which, and why.' }) input: types.ReleaseHoldsInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'holds', StockHold[]>> {
    return payload(await this.unitOfWork.run(actor, (work) => releaseHolds(work, { ...input })), 'holds', context);
  }

  @Mutation(() => types.SaveHoldPolicyPayload, {
    description: 'Says how long buyers may hold your stock, from the next hold on. Needs stock:write. Since 0.2.',
  })
  @Allow('stock:write')
  async saveHoldPolicy(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The policy as it shall be.' }) input: types.SaveHoldPolicyInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'policy', HoldPolicy>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveHoldPolicy(work, { ...input })), 'policy', context);
  }

  @ResolveField(() => [types.HeldPlaceType], { description: 'Where it lies.' })
  places(@Parent() hold: StockHold): types.HeldPlaceType[] {
    return Object.entries(hold.places)
      .map(([location, quantity]) => ({ location, quantity }))
      .sort((a, b) => (a.location < b.location ? -1 : 1));
  }

  @ResolveField(() => OfferType, { nullable: true, description: 'The offer; null when it is no longer shown to you.' })
  async offer(@Parent() hold: StockHold, @CurrentContext() context: RequestContext): Promise<object | null> {
    return offerLoader(context, this.unitOfWork)
      .load(hold.offerId)
      .catch((refused: unknown) => {
        if (refused instanceof NotFound) return null;
        throw refused;
      });
  }

  @ResolveField(() => OrganizationType, { description: 'Whose stock it is.' })
  supplier(@Parent() hold: StockHold, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(hold.orgId);
  }

  @ResolveField(() => OrganizationType, { description: 'Who holds it.' })
  buyer(@Parent() hold: StockHold, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(hold.counterpartyId);
  }
}
