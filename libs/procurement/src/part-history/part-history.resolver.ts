import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import { type Actor, Allow, CurrentActor, CurrentContext, type RequestContext, UnitOfWork } from '#libs/platform';
import { PastOrderLineType } from './part-history.graphql.js';
import { partHistory } from './part-history.reader.js';

/** What the acting organisation has ordered of a part. */
@Resolver(() => PastOrderLineType)
export class PartHistoryResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [PastOrderLineType], {
    description:
      'The last 100 lines in which you ordered a part, newest first, with prices and days. Needs order:read. Since 0.2.',
  })
  @Allow('order:read')
  async partOrders(
    @CurrentActor() actor: Actor,
    @Args('partId', { type: () => ID, description: 'The part.' }) partId: string,
  ): Promise<object[]> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(partId)) return [];
    const found = await this.unitOfWork.read(actor, (work) => partHistory(work, partId));
    return found.map(({ quantity, orderUnit, amount, currency, basis, priceUnit, lineAmount, ...line }) => ({
      ...line,
      quantity: { value: quantity, unit: orderUnit },
      price: { amount, currency, basis, unit: priceUnit },
      lineAmount: { amount: lineAmount, currency },
    }));
  }

  @ResolveField(() => OrganizationType, { description: 'Who sold it.' })
  supplier(@Parent() line: { supplierId: string }, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(line.supplierId);
  }
}
