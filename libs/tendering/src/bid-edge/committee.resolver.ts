import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Fault, ok, type Result } from '#libs/kernel';
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
import { memberOf } from '../tender/tender.mover.js';
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
  async committee(@Parent() tender: Tender, @CurrentActor() actor: Actor): Promise<object | null> {
    if (tender.orgId !== actor.orgId) return null;
    return sheetView(actor, await this.unitOfWork.read(actor, (work) => committeeSheet(work, tender.id)));
  }

  @Mutation(() => DeclareInterestsPayload, {
    description: 'Says whether anything binds you to a bidder; before that you score nothing. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async declareInterests(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: DeclareInterestsInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'sheet', object>> {
    const said = await this.unitOfWork.run(actor, (work) => declareInterests(work, { ...input }));
    return payload(viewed(actor, said), 'sheet', context);
  }

  @Mutation(() => GivePointsPayload, {
    description: 'Gives bids your points, and says whether mandatory requirements are met. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async givePoints(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { scores, ...which }: GivePointsInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'sheet', object>> {
    const given = { ...which, scores: scores.map((score) => ({ ...score })) };
    return payload(viewed(actor, await this.unitOfWork.run(actor, (work) => givePoints(work, given))), 'sheet', context);
  }
}

/** With what is the reader's own marked. */
function sheetView(actor: Actor, { declarations, scores }: CommitteeSheet): object {
  const mine = memberOf({ actor });
  const marked = <T extends { memberId: string }>(list: readonly T[]) =>
    list.map((one) => ({ ...one, mine: one.memberId === mine }));
  return { declarations: marked(declarations), scores: marked(scores) };
}

const viewed = <F extends Fault>(actor: Actor, said: Result<CommitteeSheet, F>): Result<object, F> =>
  said.ok ? ok(sheetView(actor, said.value)) : said;
