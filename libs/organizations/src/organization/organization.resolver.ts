import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentActorOrGuest,
  type Payload,
  payload,
  RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { permissions } from '../permissions.js';
import { createOrganization } from './create-organization.js';
import type { Organization } from './organization.entity.js';
import {
  CreateOrganizationInputType,
  CreateOrganizationPayload,
  OrganizationConnection,
  OrganizationsArgs,
  OrganizationType,
  SuspendOrganizationInputType,
  SuspendOrganizationPayload,
  UpdateOrganizationInputType,
  UpdateOrganizationPayload,
} from './organization.graphql.js';
import { countOrganizations, listOrganizations, memberCounts, organizationById } from './organization.reader.js';
import { suspendOrganization } from './suspend-organization.js';
import { updateOrganization } from './update-organization.js';

type Page = Connection<Organization> & { totalCount: number };

/** Public cards of organisations, and what the operator does with them. */
@Resolver(() => OrganizationType)
export class OrganizationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => OrganizationType, { description: 'The public card of one organisation. Needs to be signed in. Since 0.1.' })
  @Allow()
  organization(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<Organization> {
    return this.unitOfWork.read(actor, (work) => organizationById(work, id));
  }

  @Query(() => OrganizationConnection, { description: 'Organisations of the hub by name. Needs to be signed in. Since 0.1.' })
  @Allow()
  organizations(@CurrentActor() actor: Actor, @Args() args: OrganizationsArgs): Promise<Page> {
    const filter = args.filter ?? {};
    return this.unitOfWork.read(actor, async (work) => ({
      ...(await listOrganizations(work, filter, args)),
      totalCount: await countOrganizations(work, filter),
    }));
  }

  @ResolveField(() => Int, { nullable: true, description: 'Members now, for operators; null for everybody else.' })
  async memberCount(
    @Parent() organization: Organization,
    @CurrentActorOrGuest() actor: Actor | undefined,
    @Context() ctx: RequestContext,
  ): Promise<number | null> {
    if (!actor?.permissions.has(permissions.operateOrganizations)) return null;
    const counts = ctx.loader<string, number>('organizations.member-count', async (ids) => {
      const found = await this.unitOfWork.read(actor, (work) => memberCounts(work, ids));
      return ids.map((id) => found.get(id) ?? 0);
    });
    return counts.load(organization.id);
  }

  @Mutation(() => CreateOrganizationPayload, {
    description: 'Founds an organisation and invites its first administrator. Needs operator:organizations. Since 0.1.',
  })
  @Allow(permissions.operateOrganizations)
  async createOrganization(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The new organisation.' }) input: CreateOrganizationInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'organization', Organization>> {
    return payload(await this.unitOfWork.run(actor, (work) => createOrganization(work, input)), 'organization', ctx);
  }

  @Mutation(() => UpdateOrganizationPayload, {
    description: 'Changes the own card, or any for an operator. Needs organization:manage or operator:organizations. Since 0.1.',
  })
  @Allow(permissions.manageOrganization, permissions.operateOrganizations)
  async updateOrganization(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What shall change.' }) input: UpdateOrganizationInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'organization', Organization>> {
    return payload(await this.unitOfWork.run(actor, (work) => updateOrganization(work, input)), 'organization', ctx);
  }

  @Mutation(() => SuspendOrganizationPayload, {
    description: 'Shuts an organisation out, or lets it in again. Needs operator:organizations. Since 0.1.',
  })
  @Allow(permissions.operateOrganizations)
  async suspendOrganization(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, and why.' }) input: SuspendOrganizationInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'organization', Organization>> {
    return payload(await this.unitOfWork.run(actor, (work) => suspendOrganization(work, input)), 'organization', ctx);
  }
}
