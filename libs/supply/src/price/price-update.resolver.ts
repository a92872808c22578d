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
import { permissions } from '../permissions.js';
import type { Publication } from '../publication/publication.entity.js';
import { UpdatePricesInputType, UpdatePricesPayload } from './price-update.graphql.js';
import { updatePrices } from './update-prices.js';

/** New prices for known offers, without a file. */
@Resolver()
export class PriceUpdateResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => UpdatePricesPayload, {
    description:
      'Publishes new prices of up to 1,000 of your offers as the next version of their catalogue, all or none; nothing else of them changes. Needs catalogue:publish. Since 0.2.',
  })
  @Allow(permissions.publishCatalogues)
  async updatePrices(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The prices.' }) input: UpdatePricesInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'publication', Publication>> {
    return payload(await this.unitOfWork.run(actor, (work) => updatePrices(work, input)), 'publication', context);
  }
}
