import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Fault, Result } from '#libs/kernel';
import {
  type Actor,
  Allow,
  CurrentActor,
  CurrentContext,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
  type Work,
} from '#libs/platform';
import { challengeAward, decideChallenge } from '../standstill/challenge-award.js';
import { concludeAward } from '../standstill/conclude-award.js';
import type { Tender } from '../tender/tender.entity.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import * as edge from './standstill.graphql.js';

/** What becomes of decisions that wait. */
@Resolver(() => TenderType)
export class StandstillMutationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => edge.ChallengeAwardPayload, {
    description:
      'Challenges the decision on a lot on which you bid, before its standstill is over by the clock of the database; the time stops until the buyer has decided. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  challengeAward(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: edge.ChallengeAwardInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => challengeAward(work, { ...input }));
  }

  @Mutation(() => edge.DecideChallengePayload, {
    description:
      'Upholds a challenge, which takes the awards back and lets the lot be evaluated again, or rejects it, and the standstill goes on. Needs tender:award. Since 0.2.',
  })
  @Allow('tender:award')
  decideChallenge(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { upheld, ...input }: edge.DecideChallengeInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => decideChallenge(work, { ...input, decision: upheld ? 'UPHELD' : 'REJECTED' }));
  }

  @Mutation(() => edge.ConcludeAwardPayload, {
    description:
      'Makes the contracts of a decision whose standstill is over, where the clock could not. Needs tender:award, for orders order:place too. Since 0.2.',
  })
  @Allow('tender:award')
  concludeAward(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: edge.ConcludeAwardInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => concludeAward(work, { ...input }));
  }

  private async tender(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<Tender, Fault>>,
  ): Promise<Payload<'tender', Tender>> {
    return payload(await this.unitOfWork.run(actor, verb), 'tender', context);
  }
}
