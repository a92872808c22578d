import { Args, Mutation, Resolver } from '@nestjs/graphql';
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
import { answerUrgent, logContact, shipUrgent } from './answer-urgent.js';
import { cancelUrgent, changePriority } from './change-priority.js';
import { orderUrgent } from './order-urgent.js';
import { raiseUrgent } from './raise-urgent.js';
import {
  AnswerUrgentPayload,
  CancelUrgentPayload,
  ChangePriorityPayload,
  LogContactPayload,
  OrderUrgentPayload,
  RaiseUrgentPayload,
  ShipUrgentPayload,
  UrgentRequestType,
} from './urgent.graphql.js';
import type { AnswerUrgentInput } from './urgent.input.js';
import type { UrgentRequest } from './urgent.reader.js';
import {
  AnswerUrgentInputType,
  CancelUrgentInputType,
  ChangePriorityInputType,
  LogContactInputType,
  OrderUrgentInputType,
  RaiseUrgentInputType,
  ShipUrgentInputType,
} from './urgent-input.graphql.js';

/** What the two desks do to an urgent request. */
@Resolver(() => UrgentRequestType)
export class UrgentMutationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => RaiseUrgentPayload, {
    description:
      'Asks a supplier for a part now; what is there is held for a while without an order. Both desks are told. Needs order:place. Since 0.2.',
  })
  @Allow('order:place')
  async raiseUrgent(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: RaiseUrgentInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'request', UrgentRequest>> {
    return payload(await this.unitOfWork.run(actor, (work) => raiseUrgent(work, input)), 'request', context);
  }

  @Mutation(() => AnswerUrgentPayload, {
    description: 'The supplier says when it leaves, or why he cannot help. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async answerUrgent(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: AnswerUrgentInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'request', UrgentRequest>> {
    return payload(await this.unitOfWork.run(actor, (work) => answerUrgent(work, asked(input))), 'request', context);
  }

  @Mutation(() => ShipUrgentPayload, { description: 'The supplier says that it has left. Needs order:confirm. Since 0.2.' })
  @Allow('order:confirm')
  async shipUrgent(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: ShipUrgentInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'request', UrgentRequest>> {
    return payload(await this.unitOfWork.run(actor, (work) => shipUrgent(work, input)), 'request', context);
  }

  @Mutation(() => LogContactPayload, {
    description:
      'Writes a call between the desks into the log; it binds nobody. Needs order:change as buyer, order:confirm as supplier. Since 0.2.',
  })
  @Allow('order:change', 'order:confirm')
  async logContact(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: LogContactInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'request', UrgentRequest>> {
    return payload(await this.unitOfWork.run(actor, (work) => logContact(work, input)), 'request', context);
  }

  @Mutation(() => ChangePriorityPayload, {
    description: 'Makes a request of yours more or less urgent; less only with a reason. Needs order:change. Since 0.2.',
  })
  @Allow('order:change')
  async changePriority(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: ChangePriorityInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'request', UrgentRequest>> {
    return payload(await this.unitOfWork.run(actor, (work) => changePriority(work, input)), 'request', context);
  }

  @Mutation(() => CancelUrgentPayload, { description: 'Takes a request of yours back. Needs order:cancel. Since 0.2.' })
  @Allow('order:cancel')
  async cancelUrgent(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: CancelUrgentInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'request', UrgentRequest>> {
    return payload(await this.unitOfWork.run(actor, (work) => cancelUrgent(work, input)), 'request', context);
  }

  @Mutation(() => OrderUrgentPayload, {
    description: 'Places the order of a request of yours: it takes what is held. Needs order:place. Since 0.2.',
  })
  @Allow('order:place')
  async orderUrgent(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: OrderUrgentInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'request', UrgentRequest>> {
    return payload(await this.unitOfWork.run(actor, (work) => orderUrgent(work, input)), 'request', context);
  }
}

/** An acceptance or a refusal, as the verb wants the one that was given. */
function asked({ accept, promisedAt, reason, ...which }: AnswerUrgentInputType): AnswerUrgentInput {
  return accept ? { ...which, accept, promisedAt } : { ...which, accept, reason: reason ?? '' };
}
