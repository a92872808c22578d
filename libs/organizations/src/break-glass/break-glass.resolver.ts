import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, type Payload, payload, RequestContext, TokenIssuer, UnitOfWork } from '#libs/platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationType } from '../organization/organization.graphql.js';
import { organizationLoader } from '../organization/organization.loader.js';
import { permissions } from '../permissions.js';
import {
  BreakGlassInputType,
  BreakGlassType,
  CloseBreakGlassPayload,
  OpenBreakGlassInputType,
  OpenBreakGlassPayload,
  TakeBreakGlassTokenPayload,
} from './break-glass.graphql.js';
import { type BreakGlass, listBreakGlass } from './break-glass.reader.js';
import { type BreakGlassToken, breakGlassToken } from './break-glass-token.js';
import { closeBreakGlass } from './close-break-glass.js';
import { openBreakGlass } from './open-break-glass.js';

/** How an operator looks into another organisation: with a reason, for minutes, seen by both. */
@Resolver(() => BreakGlassType)
export class BreakGlassResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: TokenIssuer,
  ) {}

  @Query(() => [BreakGlassType], {
    description: "The operator's last 100 looks, newest first. Needs operator:organizations. Since 0.1.",
  })
  @Allow(permissions.operateOrganizations)
  breakGlasses(@CurrentActor() actor: Actor): Promise<BreakGlass[]> {
    return this.unitOfWork.read(actor, listBreakGlass);
  }

  @ResolveField(() => OrganizationType, { description: 'The organisation that is looked into.' })
  organization(@Parent() glass: BreakGlass, @Context() ctx: RequestContext): Promise<Organization> {
    return organizationLoader(ctx, this.unitOfWork).load(glass.targetId);
  }

  @Mutation(() => OpenBreakGlassPayload, {
    description: 'Opens a read-only look into another organisation, which is told. Needs operator:organizations. Since 0.1.',
  })
  @Allow(permissions.operateOrganizations)
  async openBreakGlass(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Where, why, how long.' }) input: OpenBreakGlassInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'breakGlass', BreakGlass>> {
    return payload(await this.unitOfWork.run(actor, (work) => openBreakGlass(work, input)), 'breakGlass', ctx);
  }

  @Mutation(() => TakeBreakGlassTokenPayload, {
    description: 'A token of an open look. Needs operator:organizations. Since 0.1.',
  })
  @Allow(permissions.operateOrganizations)
  async takeBreakGlassToken(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which look.' }) input: BreakGlassInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'token', BreakGlassToken>> {
    return payload(await breakGlassToken({ unitOfWork: this.unitOfWork, tokens: this.tokens }, input, actor), 'token', ctx);
  }

  @Mutation(() => CloseBreakGlassPayload, {
    description: 'Ends a look before its time. Needs operator:organizations. Since 0.1.',
  })
  @Allow(permissions.operateOrganizations)
  async closeBreakGlass(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which look.' }) input: BreakGlassInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'breakGlass', BreakGlass>> {
    return payload(await this.unitOfWork.run(actor, (work) => closeBreakGlass(work, input)), 'breakGlass', ctx);
  }
}
