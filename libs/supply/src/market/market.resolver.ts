import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartType } from '#libs/catalog';
import {
  type Actor,
  CONFIG,
  type Config,
  CurrencyCodeScalar,
  CurrentActor,
  CurrentContext,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { MarketPriceType } from './market.graphql.js';
import { type MarketPrice, marketPrices } from './market-price.js';

/** What a part costs in public. */
@Resolver(() => PartType)
export class MarketPriceResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ResolveField(() => [MarketPriceType], {
    description:
      'What it costs in public today, the most sellers first; empty while too few sell it. Needs price:read. Since 0.2.',
  })
  marketPrices(
    @Parent() part: { id: string },
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('currency', {
      type: () => CurrencyCodeScalar,
      nullable: true,
      description: 'To be shown in, by your own rates; as quoted when absent or no rate is known.',
    })
    currency?: string | null,
  ): Promise<MarketPrice[]> {
    if (!actor.permissions.has('price:read')) return Promise.resolve([]);
    const loader = context.loader<string, MarketPrice[]>(`supply.market-prices.${currency ?? ''}`, (ids) =>
      this.unitOfWork.run(actor, (work) =>
        marketPrices(work, ids, { sellersMin: this.config.marketSellersMin, currency: currency ?? null }),
      ),
    );
    return loader.load(part.id);
  }
}
