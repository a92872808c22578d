import { Args, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType, organizationLoader } from '#libs/organizations';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  DecimalScalar,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import type { Part } from '../../part/part.entity.js';
import { PartType } from '../../part/part.graphql.js';
import { partLoader } from '../../part/part.loader.js';
import { permissions } from '../../permissions.js';
import { approveLink } from './approve-link.js';
import { assertLink } from './assert-link.js';
import type { InterchangeLink } from './link.entity.js';
import { InterchangeCodeType, InterchangeLinkType, LinkApprovalType } from './link.graphql.js';
import { presentCodes } from './link.reader.js';
import {
  ApproveLinkInputType,
  ApproveLinkPayload,
  AssertLinkInputType,
  AssertLinkPayload,
  RevokeLinkApprovalInputType,
  RevokeLinkApprovalPayload,
  WithdrawLinkInputType,
  WithdrawLinkPayload,
} from './link-mutations.graphql.js';
import { localName } from './local-name.js';
import { revokeApproval } from './revoke-approval.js';
import { withdrawLink } from './withdraw-link.js';

@ObjectType('PartOfSet', { description: 'A part with the quantity of it.' })
export class PartOfSetType {
  @Field(() => PartType, { description: 'The part.' })
  part: PartType;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many stand for one of the replaced part; null: as many.' })
  quantity: string | null;
}

/** Links of interchangeability: who says that what may stand for what. */
@Resolver(() => InterchangeLinkType)
export class LinkResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => [InterchangeCodeType], {
    description: 'Interchangeability codes (list INC) and classes (list D590) that hold today. Needs part:read. Since 0.2.',
  })
  @Allow(permissions.readParts)
  interchangeCodes(@CurrentActor() actor: Actor): Promise<object[]> {
    return this.unitOfWork.read(actor, presentCodes);
  }

  @Mutation(() => AssertLinkPayload, {
    description:
      "Asserts that a part, or a set, may stand for another; a supplier's word is a claim. Needs alternate:assert. Since 0.2.",
  })
  @Allow(permissions.assertAlternates)
  async assertLink(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The link.' }) input: AssertLinkInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'link', InterchangeLink>> {
    return payload(await this.unitOfWork.run(actor, (work) => assertLink(work, input)), 'link', context);
  }

  @Mutation(() => WithdrawLinkPayload, {
    description: 'Takes a link of your own back: nobody follows it any more. Needs alternate:assert. Since 0.2.',
  })
  @Allow(permissions.assertAlternates)
  async withdrawLink(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The link.' }) input: WithdrawLinkInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'link', InterchangeLink>> {
    return payload(await this.unitOfWork.run(actor, (work) => withdrawLink(work, input)), 'link', context);
  }

  @Mutation(() => ApproveLinkPayload, {
    description:
      'Stands behind a link: the maker of the replaced part for all, a buyer for himself. Needs alternate:approve. Since 0.2.',
  })
  @Allow(permissions.approveAlternates)
  async approveLink(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The link.' }) input: ApproveLinkInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'link', InterchangeLink>> {
    return payload(await this.unitOfWork.run(actor, (work) => approveLink(work, input)), 'link', context);
  }

  @Mutation(() => RevokeLinkApprovalPayload, {
    description: 'Takes an approval of your own back. Needs alternate:approve. Since 0.2.',
  })
  @Allow(permissions.approveAlternates)
  async revokeLinkApproval(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The approval.' }) input: RevokeLinkApprovalInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'link', InterchangeLink>> {
    return payload(await this.unitOfWork.run(actor, (work) => revokeApproval(work, input)), 'link', context);
  }

  @ResolveField(() => PartType, { description: 'The part that is replaced.' })
  from(@Parent() link: InterchangeLink, @CurrentContext() context: RequestContext): Promise<Part> {
    return partLoader(context, this.unitOfWork).load(link.fromPart);
  }

  @ResolveField(() => [PartOfSetType], { description: 'The part, or every part of the set, that may stand for it; at most 50.' })
  async to(@Parent() link: InterchangeLink, @CurrentContext() context: RequestContext): Promise<object[]> {
    const parts = partLoader(context, this.unitOfWork);
    const given = link.toPart ? [{ partId: link.toPart, quantity: null }] : link.members;
    return Promise.all(given.map(async ({ partId, quantity }) => ({ part: await parts.load(partId), quantity })));
  }

  @ResolveField(() => OrganizationType, { description: 'Who asserts it.' })
  assertedBy(@Parent() link: InterchangeLink, @CurrentContext() context: RequestContext): Promise<object> {
    return organizationLoader(context, this.unitOfWork).load(link.orgId);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is your own, so that you may take it back.' })
  mine(@Parent() link: InterchangeLink, @CurrentActor() actor: Actor): boolean {
    return link.orgId === actor.orgId;
  }

  @ResolveField(() => String, { description: 'What the code says, in the language of the request.' })
  codeName(@Parent() link: InterchangeLink, @CurrentContext() context: RequestContext): string {
    return localName(link.codeNames, context.language);
  }

  @ResolveField(() => String, { nullable: true, description: 'What the class says, in the language of the request.' })
  className(@Parent() link: InterchangeLink, @CurrentContext() context: RequestContext): string | null {
    return link.classNames && localName(link.classNames, context.language);
  }

  @ResolveField(() => [LinkApprovalType], { description: "The maker's approvals and your own, revoked ones too." })
  approvals(@Parent() link: InterchangeLink, @CurrentActor() actor: Actor): LinkApprovalType[] {
    return link.approvals.map((approval) => ({ ...approval, mine: approval.orgId === actor.orgId }));
  }
}

/** Names of the codes, in the language of whoever asks. */
@Resolver(() => InterchangeCodeType)
export class InterchangeCodeResolver {
  @ResolveField(() => String, { description: 'What it says, in the language of the request.' })
  name(@Parent() code: { names: Record<string, string> }, @CurrentContext() context: RequestContext): string {
    return localName(code.names, context.language);
  }
}
