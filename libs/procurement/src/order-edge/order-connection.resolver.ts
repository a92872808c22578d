import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, UnitOfWork } from '#libs/platform';
import { countOrders } from '../order/order-list.reader.js';
import { OrderConnection } from './order-list.graphql.js';

/** What a list of orders says besides its rows, only when asked. */
@Resolver(() => OrderConnection)
export class OrderConnectionResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => Int, { description: 'How many orders the filter finds, counted up to 10,000.' })
  totalCount(@Parent() { filter }: OrderConnection, @CurrentActor() actor: Actor): Promise<number> {
    return this.unitOfWork.read(actor, (work) => countOrders(work, filter));
  }
}
