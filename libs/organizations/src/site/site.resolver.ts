import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, type Payload, payload, RequestContext, UnitOfWork } from '#libs/platform';
import { permissions } from '../permissions.js';
import { retireSite } from './retire-site.js';
import { saveSite } from './save-site.js';
import type { Site, SiteKind } from './site.entity.js';
import {
  RetireSiteInputType,
  RetireSitePayload,
  SaveSiteInputType,
  SaveSitePayload,
  SiteKindEnum,
  SiteType,
} from './site.graphql.js';
import { sitesOf } from './site.reader.js';

/** Addresses of the acting organisation. */
@Resolver(() => SiteType)
export class SiteResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [SiteType], {
    description: 'Sites in use of this organisation by code, up to 500. Needs to be signed in. Since 0.1.',
  })
  @Allow()
  sites(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => SiteKindEnum, nullable: true, description: 'Only those used for this.' }) kind?: SiteKind | null,
  ): Promise<Site[]> {
    return this.unitOfWork.read(actor, (work) => sitesOf(work, kind ?? undefined));
  }

  @Mutation(() => SaveSitePayload, { description: 'Adds or changes a site. Needs site:manage. Since 0.1.' })
  @Allow(permissions.manageSites)
  async saveSite(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The site as it shall be.' }) input: SaveSiteInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'site', Site>> {
    return payload(await this.unitOfWork.run(actor, (work) => saveSite(work, input)), 'site', ctx);
  }

  @Mutation(() => RetireSitePayload, { description: 'Takes a site out of use. Needs site:manage. Since 0.1.' })
  @Allow(permissions.manageSites)
  async retireSite(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: RetireSiteInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'site', Site>> {
    return payload(await this.unitOfWork.run(actor, (work) => retireSite(work, input)), 'site', ctx);
  }
}
