import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import { type Actor, Allow, CurrentActor, CurrentContext, type RequestContext, UnitOfWork } from '#libs/platform';
import { PastPriceType } from './price-history.graphql.js';
import { priceHistory } from './price-history.reader.js';

/** What offers of a part have cost. */
@Resolver(() => PastPriceType)
export class PriceHistoryResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [PastPriceType], {
    description:
      'List prices of a part over time, newest first by offer: of offers you see, as they were published to you, at most 1,000. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  async partPriceHistory(
    @CurrentActor() actor: Actor,
    @Args('partId', { type: () => ID, description: 'The part.' }) partId: string,
  ): Promise<object[]> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(partId)) return [];
    const found = await this.unitOfWork.read(actor, (work) => priceHistory(work, partId));
    return found.map(({ amount, currency, basis, priceUnit, ...past }) => ({
      ...past,
      price: { amount, currency, basis, unit: priceUnit },
    }));
  }

  @ResolveField(() => OrganizationType, { description: 'Who offers it.' })
  supplier(@Parent() past: { supplierId: string }, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(past.supplierId);
  }
}
