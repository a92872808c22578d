import { Args, Mutation, Resolver } from '@nestjs/graphql';
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
import { OrderType } from '../order-edge/order.graphql.js';
import { type OrderView, orderView } from '../order-edge/order.view.js';
import { ConsentToAlternatesInputType, ConsentToAlternatesPayload } from './consent.graphql.js';
import { consentToAlternates } from './consent-to-alternates.js';

/** What a buyer says about substitutes on an order of his. */
@Resolver(() => OrderType)
export class ConsentResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => ConsentToAlternatesPayload, {
    description:
      'Says how far the supplier may substitute the parts of lines; what waits and is covered now is accepted. Needs order:change. Since 0.2.',
  })
  @Allow('order:change')
  async consentToAlternates(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The lines.' }) input: ConsentToAlternatesInputType,
  ): Promise<Payload<'order', OrderView>> {
    const result = await this.unitOfWork.run(actor, (work) => consentToAlternates(work, input));
    return payload(result.ok ? { ok: true, value: orderView(result.value, actor.orgId) } : result, 'order', context);
  }
}
