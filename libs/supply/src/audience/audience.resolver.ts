import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  CurrentContext,
  connection,
  type Payload,
  pageOf,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import * as types from './audience.graphql.js';
import type { BuyerGroup, GroupMember } from './audience.js';
import { groupsOf, membersOf } from './audience.reader.js';
import { changeGroup } from './change-group.js';
import { createGroup } from './create-group.js';
import { endGroup } from './end-group.js';
import { setGroupMembers } from './set-group-members.js';
import { type CatalogueSight, offersInSight, type SightOffer, sightKey, sightOf, sightOrdering } from './sight.reader.js';

/** Groups of buyers of the acting supplier, and what a buyer sees through them. */
@Resolver(() => types.BuyerGroupType)
export class AudienceResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [types.BuyerGroupType], {
    description: 'Your groups of buyers by name, up to 500. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  buyerGroups(@CurrentActor() actor: Actor): Promise<BuyerGroup[]> {
    return this.unitOfWork.read(actor, (work) => groupsOf(work));
  }

  @Query(() => [types.CatalogueSightType], {
    description: 'How much of each of your catalogues a buyer sees, up to 200. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  sightOfBuyer(
    @CurrentActor() actor: Actor,
    @Args('buyerId', { type: () => ID, description: 'The buyer.' }) buyerId: string,
  ): Promise<CatalogueSight[]> {
    return this.unitOfWork.read(actor, (work) => sightOf(work, buyerId));
  }

  @Query(() => types.SightOfferConnection, {
    description: 'Your active offers as a buyer sees them or does not. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async offersInSight(@CurrentActor() actor: Actor, @Args() args: types.SightArgs): Promise<Connection<SightOffer>> {
    const page = pageOf(args, sightOrdering);
    const found = await this.unitOfWork.read(actor, (work) => offersInSight(work, args.filter, page));
    return connection(found, page, sightKey);
  }

  @Mutation(() => types.CreateBuyerGroupPayload, { description: 'Opens an empty group. Needs agreement:manage. Since 0.2.' })
  @Allow('agreement:manage')
  async createBuyerGroup(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Its name.' }) input: types.CreateBuyerGroupInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'group', BuyerGroup>> {
    return payload(await this.unitOfWork.run(actor, (work) => createGroup(work, input)), 'group', context);
  }

  @Mutation(() => types.ChangeBuyerGroupPayload, {
    description: 'Gives a group another name and note. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async changeBuyerGroup(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What shall change.' }) input: types.ChangeBuyerGroupInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'group', BuyerGroup>> {
    return payload(await this.unitOfWork.run(actor, (work) => changeGroup(work, input)), 'group', context);
  }

  @Mutation(() => types.EndBuyerGroupPayload, {
    description: 'Ends a group that nothing is shown to. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async endBuyerGroup(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: types.EndBuyerGroupInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'group', { id: string }>> {
    return payload(await this.unitOfWork.run(actor, (work) => endGroup(work, input)), 'group', context);
  }

  @Mutation(() => types.SetGroupMembersPayload, {
    description: 'Puts buyers into a group and takes others out; they see it at once. Needs agreement:manage. Since 0.2.',
  })
  @Allow('agreement:manage')
  async setGroupMembers(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who comes and who goes.' }) input: types.SetGroupMembersInput,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'group', BuyerGroup>> {
    return payload(await this.unitOfWork.run(actor, (work) => setGroupMembers(work, input)), 'group', context);
  }

  @ResolveField(() => [types.GroupMemberType], { description: 'Who is in it now, by hand first, up to 500.' })
  members(
    @Parent() { id }: BuyerGroup,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
  ): Promise<GroupMember[]> {
    const loader = context.loader<string, GroupMember[]>('supply.group-members', (ids) =>
      this.unitOfWork.read(actor, (work) => membersOf(work, ids)),
    );
    return loader.load(id);
  }
}

/** Who stands behind a membership. */
@Resolver(() => types.GroupMemberType)
export class GroupMemberResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => OrganizationType, { description: 'The buyer.' })
  buyer(@Parent() { buyerId }: GroupMember, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(buyerId);
  }
}
