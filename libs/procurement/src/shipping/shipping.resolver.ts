import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Fault, Result } from '#libs/kernel';
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
import type { WholeOrder } from '../order/order.entity.js';
import { OrderType } from '../order-edge/order.graphql.js';
import { type OrderView, orderView } from '../order-edge/order.view.js';
import { type LineLots, lotsToShip } from './named-lots.reader.js';
import { receiveOrder } from './receive-order.js';
import { shipOrder } from './ship-order.js';
import * as types from './shipping.graphql.js';
import { undoDespatch } from './undo-despatch.js';

/** Goods of an order leave and arrive. */
@Resolver(() => OrderType)
export class ShippingResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => types.ShipOrderPayload, {
    description: 'Says what has left; it is taken from your stock. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  shipOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What has left.' }) input: types.ShipOrderInputType,
  ): Promise<Payload<'order', OrderView>> {
    const channel = actor.kind === 'user' ? 'PORTAL' : 'API';
    return this.run(actor, context, (work) => shipOrder(work, { ...input, channel }));
  }

  @Mutation(() => types.ReceiveOrderPayload, { description: 'Says what has arrived. Needs order:change. Since 0.2.' })
  @Allow('order:change')
  receiveOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What has arrived.' }) input: types.ReceiveOrderInputType,
  ): Promise<Payload<'order', OrderView>> {
    const channel = actor.kind === 'user' ? 'PORTAL' : 'API';
    return this.run(actor, context, (work) => receiveOrder(work, { ...input, channel }));
  }

  @Mutation(() => types.UndoDespatchPayload, {
    description: 'Undoes a despatch entered by mistake while nothing of it has arrived. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  undoDespatch(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which.' }) input: types.UndoDespatchInputType,
  ): Promise<Payload<'order', OrderView>> {
    const channel = actor.kind === 'user' ? 'PORTAL' : 'API';
    return this.run(actor, context, (work) => undoDespatch(work, { ...input, channel }));
  }

  @Query(() => [types.ShippableLineType], {
    description: 'Your lots and serials that may leave for the lines of an order you sell. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  lotsToShip(
    @CurrentActor() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'The order.' }) orderId: string,
  ): Promise<LineLots[]> {
    return this.unitOfWork.read(actor, (work) => lotsToShip(work, orderId));
  }

  private async run(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<WholeOrder, Fault>>,
  ): Promise<Payload<'order', OrderView>> {
    const result = await this.unitOfWork.run(actor, verb);
    return payload(result.ok ? { ok: true, value: orderView(result.value, actor.orgId) } : result, 'order', context);
  }
}
