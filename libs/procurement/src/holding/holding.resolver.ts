import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  DateTimeScalar,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { holdByName, liveHolds, type StockHold } from '#libs/supply';
import type { FilledBasket } from '../basket/basket.entity.js';
import { BasketType } from '../basket/basket.graphql.js';
import { holdBasket } from './hold-basket.js';
import * as types from './holding.graphql.js';
import { releaseBasket } from './release-basket.js';

/** Stock that a buyer sets aside before he orders. */
@Resolver(() => BasketType)
export class HoldingResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => types.HoldBasketPayload, {
    description: 'Holds the stock of every line of a basket for as long as the suppliers grant. Needs basket:edit. Since 0.2.',
  })
  @Allow('basket:edit')
  async holdBasket(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which basket.' }) input: types.HoldBasketInput,
  ): Promise<Payload<'basket', FilledBasket>> {
    return payload(await this.unitOfWork.run(actor, (work) => holdBasket(work, { ...input })), 'basket', context);
  }

  @Mutation(() => BasketType, { description: 'Gives back what a basket holds; its lines stay. Needs basket:edit. Since 0.2.' })
  @Allow('basket:edit')
  async releaseBasket(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which basket.' }) input: types.ReleaseBasketInput,
  ): Promise<FilledBasket> {
    const result = await this.unitOfWork.run(actor, (work) => releaseBasket(work, { ...input }));
    if (!result.ok) throw new Error('giving a basket back has no user error');
    return result.value;
  }

  @Mutation(() => types.HoldByNamePayload, {
    description:
      'Holds stock by name and without an order, 15 to 60 minutes as the supplier grants. Needs order:place. Since 0.2.',
  })
  @Allow('order:place')
  async holdByName(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What, under which name.' }) input: types.HoldByNameInputType,
  ): Promise<Payload<'holds', StockHold[]>> {
    const lines = input.lines.map((line) => ({ ...line }));
    const held = await this.unitOfWork.run(actor, (work) => holdByName(work, { ...input, lines }));
    if (!held.ok) return payload<StockHold[], 'holds'>(held, 'holds', context);
    const holdIds = held.value.map(({ holdId }) => holdId);
    const holds = await this.unitOfWork.read(actor, (work) => liveHolds(work, { holdIds }));
    return payload<StockHold[], 'holds'>({ ok: true, value: holds }, 'holds', context);
  }

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the first of what it holds is held; null when it holds nothing.',
  })
  async heldUntil(@Parent() basket: FilledBasket, @CurrentContext() context: RequestContext): Promise<Date | null> {
    const holds = await basketHoldsLoader(context, this.unitOfWork).load(basket.id);
    return holds.reduce<Date | null>((first, { expiresAt }) => (first && first < expiresAt ? first : expiresAt), null);
  }
}

/** What baskets hold, fetched together. */
function basketHoldsLoader(context: RequestContext, unitOfWork: UnitOfWork) {
  return context.loader<string, StockHold[]>('procurement.basket-holds', async (ids) => {
    if (!context.actor) throw new Error('a loader was asked without an actor');
    const holds = await unitOfWork.read(context.actor, (work) => liveHolds(work, { holderIds: ids }));
    return ids.map((id) => holds.filter((hold) => hold.holderId === id));
  });
}
