import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { declareInterests, givePoints } from '../judging/give-points.js';
import { committeeSheet } from '../judging/judging.reader.js';
import type { CommitteeSheet } from '../judging/points.js';
import type { Tender } from '../tender/tender.entity.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import {
  CommitteeSheetType,
  DeclareInterestsInputType,
  DeclareInterestsPayload,
  GivePointsInputType,
  GivePointsPayload,
} from './committee.graphql.js';

/** Points of the buyer's members, and their word about their interests. */
@Resolver(() => TenderType)
export class CommitteeResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @ResolveField(() => CommitteeSheetType, {
    nullable: true,
    description: 'Points and declarations of your members; null for all but the buyer.',
  })
  async committee(@Parent() tender: Tender, @CurrentActor() actor: Actor): Promise<CommitteeSheet | null> {
    if (tender.orgId !== actor.orgId) return null;
    return this.unitOfWork.read(actor, (work) => committeeSheet(work, tender.id));
  }

  @Mutation(() => DeclareInterestsPayload, {
    description: 'Says whether anything binds you to a bidder; before that you score nothing. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async declareInterests(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: DeclareInterestsInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'sheet', CommitteeSheet>> {
    return payload(await this.unitOfWork.run(actor, (work) => declareInterests(work, { ...input })), 'sheet', context);
  }

  @Mutation(() => GivePointsPayload, {
    description: 'Gives bids your points, and says whether mandatory requirements are met. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async givePoints(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { scores, ...which }: GivePointsInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'sheet', CommitteeSheet>> {
    const given = { ...which, scores: scores.map((score) => ({ ...score })) };
    return payload(await this.unitOfWork.run(actor, (work) => givePoints(work, given)), 'sheet', context);
  }
}
