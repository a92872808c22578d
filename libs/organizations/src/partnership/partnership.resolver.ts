import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, type Payload, payload, RequestContext, UnitOfWork } from '#libs/platform';
import type { Organization } from '../organization/organization.entity.js';
import { OrganizationType } from '../organization/organization.graphql.js';
import { organizationLoader } from '../organization/organization.loader.js';
import { permissions } from '../permissions.js';
import { acceptPartnership } from './accept-partnership.js';
import { changePartnership } from './change-partnership.js';
import type { Partnership, PartnershipTolerance } from './partnership.entity.js';
import {
  AcceptPartnershipInputType,
  AcceptPartnershipPayload,
  ChangePartnershipInputType,
  ChangePartnershipPayload,
  PartnershipType,
  ProposePartnershipInputType,
  ProposePartnershipPayload,
  SetTolerancesInputType,
  SetTolerancesPayload,
  TolerancesType,
} from './partnership.graphql.js';
import { listPartnerships, tolerancesFor } from './partnership.reader.js';
import { proposePartnership } from './propose-partnership.js';
import { setTolerances } from './set-tolerances.js';

/** With whom the acting organisation trades. */
@Resolver(() => PartnershipType)
export class PartnershipResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [PartnershipType], {
    description: 'Partnerships on either side, latest change first, up to 500. Needs to be signed in. Since 0.1.',
  })
  @Allow()
  partnerships(@CurrentActor() actor: Actor): Promise<Partnership[]> {
    return this.unitOfWork.read(actor, listPartnerships);
  }

  @ResolveField(() => OrganizationType, { description: 'The buyer.' })
  buyer(@Parent() partnership: Partnership, @Context() ctx: RequestContext): Promise<Organization> {
    return organizationLoader(ctx, this.unitOfWork).load(partnership.orgId);
  }

  @ResolveField(() => OrganizationType, { description: 'The supplier.' })
  supplier(@Parent() partnership: Partnership, @Context() ctx: RequestContext): Promise<Organization> {
    return organizationLoader(ctx, this.unitOfWork).load(partnership.counterpartyId);
  }

  @ResolveField(() => TolerancesType, {
    nullable: true,
    description: "The buyer's limits; null when none are set, and always null for the supplier.",
  })
  async tolerances(
    @Parent() { orgId, counterpartyId }: Partnership,
    @CurrentActor() actor: Actor,
    @Context() ctx: RequestContext,
  ): Promise<PartnershipTolerance | null> {
    if (orgId !== actor.orgId) return null;
    const limits = ctx.loader<string, PartnershipTolerance | null>('organizations.tolerances', async (suppliers) => {
      const found = await this.unitOfWork.read(actor, (work) => tolerancesFor(work, suppliers));
      return suppliers.map((supplier) => found.find((limit) => limit.counterpartyId === supplier) ?? null);
    });
    return limits.load(counterpartyId);
  }

  @Mutation(() => ProposePartnershipPayload, {
    description: 'Proposes trade with another organisation. Needs partnership:manage. Since 0.1.',
  })
  @Allow(permissions.managePartnerships)
  async proposePartnership(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'With whom and how.' }) input: ProposePartnershipInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'partnership', Partnership>> {
    return payload(await this.unitOfWork.run(actor, (work) => proposePartnership(work, input)), 'partnership', ctx);
  }

  @Mutation(() => AcceptPartnershipPayload, {
    description: 'Accepts what the other side proposed. Needs partnership:manage. Since 0.1.',
  })
  @Allow(permissions.managePartnerships)
  async acceptPartnership(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which proposal.' }) input: AcceptPartnershipInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'partnership', Partnership>> {
    return payload(await this.unitOfWork.run(actor, (work) => acceptPartnership(work, input)), 'partnership', ctx);
  }

  @Mutation(() => ChangePartnershipPayload, {
    description: 'Suspends, resumes or ends a partnership. Needs partnership:manage. Since 0.1.',
  })
  @Allow(permissions.managePartnerships)
  async changePartnership(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one and what.' }) input: ChangePartnershipInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'partnership', Partnership>> {
    return payload(await this.unitOfWork.run(actor, (work) => changePartnership(work, input)), 'partnership', ctx);
  }

  @Mutation(() => SetTolerancesPayload, { description: 'Sets what passes without asking. Needs partnership:manage. Since 0.1.' })
  @Allow(permissions.managePartnerships)
  async setTolerances(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'All limits towards one supplier.' }) input: SetTolerancesInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'tolerances', PartnershipTolerance>> {
    return payload(await this.unitOfWork.run(actor, (work) => setTolerances(work, input)), 'tolerances', ctx);
  }
}
