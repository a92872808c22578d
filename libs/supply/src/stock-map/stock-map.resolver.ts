import { Inject } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PartType, partLoader } from '#libs/catalog';
import {
  type Actor,
  Allow,
  CONFIG,
  type Config,
  CurrentActor,
  CurrentContext,
  HotReads,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { AskingDirectory } from '../asking/asking-directory.js';
import { StockAsker } from '../asking/stock-asker.js';
import { StockSpotType } from './stock-map.graphql.js';
import { stockMap } from './stock-map.js';
import type { StockSpot } from './stock-map.rules.js';

/** Where stock of a part lies. */
@Resolver(() => StockSpotType)
export class StockMapResolver {
  private readonly services: Parameters<typeof stockMap>[0];

  constructor(
    hot: HotReads,
    @Inject(StockAsker) asker: StockAsker,
    @Inject(AskingDirectory) directory: AskingDirectory,
    @Inject(CONFIG) { askingBudgetMs }: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.services = { hot, asker, directory, budgetMs: askingBudgetMs, unitOfWork };
  }

  @Query(() => [StockSpotType], {
    description:
      'Every place that states stock of a part that you may see, and on wish of its approved alternates, with age and distance. Needs price:read. Since 0.2.',
  })
  @Allow('price:read')
  stockMap(
    @CurrentActor() actor: Actor,
    @Args('partId', { type: () => ID, description: 'The part.' }) partId: string,
    @Args('alternates', { defaultValue: false, description: 'Whether parts that may stand for it are looked at, up to 30.' })
    alternates: boolean,
    @Args('siteId', { type: () => ID, nullable: true, description: 'A site of yours: how far the places are from it.' })
    siteId?: string | null,
  ): Promise<StockSpot[]> {
    return stockMap(this.services, actor, { partId, alternates, siteId: siteId ?? null });
  }

  @ResolveField(() => PartType, { description: 'The part that lies there.' })
  part(@Parent() spot: StockSpot, @CurrentContext() context: RequestContext): Promise<object> {
    return partLoader(context, this.unitOfWork).load(spot.partId);
  }
}
