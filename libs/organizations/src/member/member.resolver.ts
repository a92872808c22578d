import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  PageArgs,
  type Payload,
  payload,
  RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { permissions } from '../permissions.js';
import { changeMemberRoles } from './change-member-roles.js';
import { leaveOrganization } from './leave-organization.js';
import type { Member } from './member.entity.js';
import {
  ChangeMemberRolesInputType,
  ChangeMemberRolesPayload,
  LeaveOrganizationPayload,
  MemberConnection,
  MemberType,
  RemoveMemberInputType,
  RemoveMemberPayload,
} from './member.graphql.js';
import { listMembers } from './member.reader.js';
import { removeMember } from './remove-member.js';

/** The people of the acting organisation. */
@Resolver(() => MemberType)
export class MemberResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => MemberConnection, { description: 'Active members of this organisation by name. Needs member:manage. Since 0.1.' })
  @Allow(permissions.manageMembers)
  members(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<Connection<Member>> {
    return this.unitOfWork.read(actor, (work) => listMembers(work, args));
  }

  @Mutation(() => ChangeMemberRolesPayload, {
    description: 'Gives a member other roles, felt within a second. Needs member:manage. Since 0.1.',
  })
  @Allow(permissions.manageMembers)
  async changeMemberRoles(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and which roles.' }) input: ChangeMemberRolesInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'member', Member>> {
    return payload(await this.unitOfWork.run(actor, (work) => changeMemberRoles(work, input)), 'member', ctx);
  }

  @Mutation(() => RemoveMemberPayload, { description: 'Ends a membership and its sessions. Needs member:manage. Since 0.1.' })
  @Allow(permissions.manageMembers)
  async removeMember(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whose.' }) input: RemoveMemberInputType,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'member', Member>> {
    return payload(await this.unitOfWork.run(actor, (work) => removeMember(work, input)), 'member', ctx);
  }

  @Mutation(() => LeaveOrganizationPayload, {
    description: 'Leaves this organisation; the last administrator stays. Needs to be signed in. Since 0.1.',
  })
  @Allow()
  async leaveOrganization(@CurrentActor() actor: Actor, @Context() ctx: RequestContext): Promise<Payload<'member', Member>> {
    return payload(await this.unitOfWork.run(actor, leaveOrganization), 'member', ctx);
  }
}
