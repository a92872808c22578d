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
import { billCore } from '../core/bill-core.js';
import { extendCore } from '../core/extend-core.js';
import { inspectCore, type JudgeCoreInput, judgeCore } from '../core/judge-core.js';
import { sendExchangeUnit } from '../core/send-exchange-unit.js';
import { receiveUnit } from '../rotable/receive-unit.js';
import type { Rotable } from '../rotable/rotable.entity.js';
import { shipUnit } from '../rotable/ship-unit.js';
import { RotableType } from './rotable.graphql.js';
import * as inputs from './rotable-input.graphql.js';
import * as payloads from './rotable-payload.graphql.js';

/** What the parties do to a core; sending and taking in is the same for a repair. */
@Resolver(() => RotableType)
export class CoreMutationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => payloads.SendExchangeUnitPayload, {
    description: 'Says which unit left in exchange: from then on its core is owed. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async sendExchangeUnit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.SendExchangeUnitInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => sendExchangeUnit(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.ShipUnitPayload, {
    description: 'Says that your core, or your unit for repair, is on its way. Needs order:change. Since 0.2.',
  })
  @Allow('order:change')
  async shipUnit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ShipUnitInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => shipUnit(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.ReceiveUnitPayload, {
    description: "Says that you have the buyer's unit; the serial you read on it counts. Needs order:confirm. Since 0.2.",
  })
  @Allow('order:confirm')
  async receiveUnit(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ReceiveUnitInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => receiveUnit(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.InspectCorePayload, {
    description: 'Says what you found at a core. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async inspectCore(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.InspectCoreInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => inspectCore(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.JudgeCorePayload, {
    description: 'Takes a core, or rejects it with a reason; one beyond repair is billed. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async judgeCore(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.JudgeCoreInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => judgeCore(work, judgement(input))), 'rotable', context);
  }

  @Mutation(() => payloads.BillCorePayload, {
    description: 'Bills a core that you no longer wait for, as agreed, once. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async billCore(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.BillCoreInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => billCore(work, { ...input })), 'rotable', context);
  }

  @Mutation(() => payloads.ExtendCorePayload, {
    description: 'Gives the buyer of an exchange more time for the core, with a reason. Needs order:confirm. Since 0.2.',
  })
  @Allow('order:confirm')
  async extendCore(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ExtendCoreInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'rotable', Rotable>> {
    return payload(await this.unitOfWork.run(actor, (work) => extendCore(work, { ...input })), 'rotable', context);
  }
}

/** An acceptance or a rejection, as the verb wants the one that was given. */
function judgement({ accept, reasonCode, reason, ...which }: inputs.JudgeCoreInputType): JudgeCoreInput {
  return accept ? { ...which, accept } : { ...which, accept, reasonCode: (reasonCode ?? '') as 'OTHER', reason: reason ?? '' };
}
