import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartType } from '#libs/catalog';
import { CurrentContext, type RequestContext, UnitOfWork } from '#libs/platform';
import type { OfferCard } from '../availability/availability.reader.js';
import { OfferType } from './offer.graphql.js';
import { partOffersLoader } from './offer.loader.js';

/** What the supply room adds to a part of the catalogue. */
@Resolver(() => PartType)
export class PartOffersResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => [OfferType], { description: 'Active offers of it that you may see, at most 100.' })
  offers(@Parent() part: { id: string }, @CurrentContext() context: RequestContext): Promise<OfferCard[]> {
    return partOffersLoader(context, this.unitOfWork).load(part.id);
  }
}
