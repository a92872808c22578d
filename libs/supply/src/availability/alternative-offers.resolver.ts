import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Alternative, AlternativesArgs, alternativesLoader, PartAlternativeType, questionOf } from '#libs/catalog';
import { CurrentContext, HotReads, type RequestContext, UnitOfWork } from '#libs/platform';
import { OfferType } from '../offer/offer.graphql.js';
import { partOffersLoader } from '../offer/offer.loader.js';
import { AvailabilityLineType } from './availability.graphql.js';
import type { OfferCard } from './availability.reader.js';

/** Stolen or missing, and scrap: never offered in the place of anything (parts-model 5.4, rule 7). */
const neverOffered = new Set(['ST', 'XX']);

/** What stands behind an alternative. */
@Resolver(() => PartAlternativeType)
export class AlternativeOffersResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => [OfferType], {
    description:
      'Active offers of its parts that you may see, at most 100 of each part; a set can be bought when each of its parts is among them. Since 0.2.',
  })
  async offers(
    @Parent() alternative: Alternative,
    @CurrentContext() context: RequestContext,
    @Args('conditions', {
      type: () => [String],
      nullable: true,
      description:
        'Only offers in one of these conditions, such as NE; one that names none is left out. Absent: any but scrap and stolen.',
    })
    conditions?: string[] | null,
  ): Promise<OfferCard[]> {
    const loader = partOffersLoader(context, this.unitOfWork);
    const lists = await Promise.all(alternative.parts.map(({ partId }) => loader.load(partId)));
    return lists
      .flat()
      .filter(({ condition }) => !neverOffered.has(condition ?? '') && (!conditions || conditions.includes(condition ?? '')));
  }
}

/** Alternatives beside the offers of a line. */
@Resolver(() => AvailabilityLineType)
export class LineAlternativesResolver {
  constructor(private readonly hot: HotReads) {}

  @ResolveField(() => [PartAlternativeType], {
    description:
      'What may stand for the part of the line, best first, for all lines by one statement; none while a number is unknown or ambiguous. Since 0.2.',
  })
  async alternatives(
    @Parent() line: { partId: string | null },
    @Args() args: AlternativesArgs,
    @CurrentContext() context: RequestContext,
  ): Promise<Alternative[]> {
    return line.partId ? alternativesLoader(context, this.hot)(questionOf(line.partId, args)) : [];
  }
}
