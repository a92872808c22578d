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
import { cancelRepair } from '../repair/cancel-repair.js';
import { finishRepair, returnUnit, scrapUnit } from '../repair/finish-repair.js';
import { orderRepair } from '../repair/order-repair.js';
import { type AnswerQuoteInput, answerQuote, quoteRepair } from '../repair/quote-repair.js';
import type { Rotable } from '../rotable/rotable.entity.js';
import { RotableType } from './rotable.graphql.js';
import * as inputs from './rotable-input.graphql.js';
import * as payloads from './rotable-payload.graphql.js';

/** What the parties do to a repair. */
@Resolver(() => RotableType)
export class RepairMutationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => payloads.OrderRepairPayload, {
    description: 'Orders the repair of a unit of yours on the terms that you saw. Needs order:place. Since 0.2.',
  })
  @Allow('order:place')
  async orderRepair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.OrderRepairInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => orderRepair(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.CancelRepairPayload, {
    description:
      'Takes a repair back, or declines it, before the unit is on its way. Needs order:change as buyer, order:confirm as supplier. Since 0.2.',
  })
  @Allow('order:change', 'order:confirm')
  async cancelRepair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.CancelRepairInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => cancelRepair(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.QuoteRepairPayload, {
    description: 'Says what you found and what the repair costs. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async quoteRepair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.QuoteRepairInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => quoteRepair(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.AnswerQuotePayload, {
    description:
      'Approves the amount of a quote, or refuses: the unit comes back as it is or is scrapped. Needs order:change. Since 0.2.',
  })
  @Allow('order:change')
  async answerQuote(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AnswerQuoteInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => answerQuote(work, answered(input))), 'rotable', context);
  }

  @Mutation(() => payloads.FinishRepairPayload, {
    description: 'Says that the unit is repaired, with its certificate. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async finishRepair(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.FinishRepairInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => finishRepair(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.ReturnUnitPayload, {
    description: 'Says that the unit is on its way back. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async returnUnit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ReturnUnitInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => returnUnit(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.ScrapUnitPayload, {
    description: 'Says that the unit was scrapped, as its buyer wished. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async scrapUnit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ScrapUnitInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => scrapUnit(work, { ...input })), 'rotable', context);
  }
}

/** An approval or a refusal, as the verb wants the one that was given. */
function answered({ approve, amountSeen, disposition, reason, ...which }: inputs.AnswerQuoteInputType): AnswerQuoteInput {
  return approve
    ? { ...which, approve, amountSeen: amountSeen ?? '' }
    : { ...which, approve, disposition: (disposition ?? '') as 'SCRAP', reason: reason ?? '' };
}
