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
import { answerProposal } from '../answering/answer-proposal.js';
import { answerRequest } from '../answering/answer-request.js';
import { confirmOrder } from '../answering/confirm-order.js';
import { rejectOrder } from '../answering/reject-order.js';
import { cancelOrder } from '../changing/cancel-order.js';
import { changeOrder } from '../changing/change-order.js';
import { closeShort } from '../changing/close-short.js';
import type { WholeOrder } from '../order/order.entity.js';
import { placeOrder } from '../placing/place-order.js';
import { OrderType } from './order.graphql.js';
import { type OrderView, orderView } from './order.view.js';
import * as inputs from './order-input.graphql.js';
import * as payloads from './order-payload.graphql.js';

/** What the parties of an order do to it. */
@Resolver(() => OrderType)
export class OrderMutationResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Mutation(() => payloads.PlaceOrderPayload, {
    description: 'Places the orders of a basket or of lines, all or none. Needs order:place. Since 0.1.',
  })
  @Allow('order:place')
  async placeOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What, where to, under which key.' }) input: inputs.PlaceOrderInputType,
  ): Promise<Payload<'orders', OrderView[]>> {
    const { shipToId, billToId, ...rest } = input;
    const wish = { ...rest, shipTo: { siteId: shipToId }, billTo: billToId ? { siteId: billToId } : null };
    const result = await this.unitOfWork.run(actor, (work) => placeOrder(work, wish));
    return payload(
      result.ok ? { ok: true, value: result.value.map((order) => orderView(order, actor.orgId)) } : result,
      'orders',
      context,
    );
  }

  @Mutation(() => payloads.ConfirmOrderPayload, { description: 'Answers an order per quantity. Needs order:confirm. Since 0.1.' })
  @Allow('order:confirm')
  confirmOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The answer.' }) input: inputs.ConfirmOrderInputType,
  ): Promise<Payload<'order', OrderView>> {
    const { idempotencyKey, ...answer } = input;
    return this.run(actor, context, (work) =>
      confirmOrder(work, { ...answer, channel: channelOf(actor), messageId: idempotencyKey ?? null }),
    );
  }

  @Mutation(() => payloads.RejectOrderPayload, {
    description: 'Rejects everything that is open, also what was confirmed. Needs order:confirm. Since 0.1.',
  })
  @Allow('order:confirm')
  rejectOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'Which, and why.' }) input: inputs.RejectOrderInputType,
  ): Promise<Payload<'order', OrderView>> {
    return this.run(actor, context, (work) => rejectOrder(work, { ...input }));
  }

  @Mutation(() => payloads.AnswerProposalPayload, {
    description: 'Accepts or declines what the supplier proposed. Needs order:change. Since 0.1.',
  })
  @Allow('order:change')
  answerProposal(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The answers.' }) input: inputs.AnswerProposalInputType,
  ): Promise<Payload<'order', OrderView>> {
    return this.run(actor, context, (work) => answerProposal(work, { ...input, channel: channelOf(actor) }));
  }

  @Mutation(() => payloads.AnswerRequestPayload, {
    description: 'Grants or refuses what the buyer asked for. Needs order:confirm. Since 0.1.',
  })
  @Allow('order:confirm')
  answerRequest(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'The answers.' }) input: inputs.AnswerRequestInputType,
  ): Promise<Payload<'order', OrderView>> {
    return this.run(actor, context, (work) => answerRequest(work, { ...input, channel: channelOf(actor) }));
  }

  @Mutation(() => payloads.CancelOrderPayload, {
    description: 'Cancels what is unanswered, asks the supplier for the rest. Needs order:cancel. Since 0.1.',
  })
  @Allow('order:cancel')
  cancelOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What, and why.' }) input: inputs.CancelOrderInputType,
  ): Promise<Payload<'order', OrderView>> {
    return this.run(actor, context, (work) => cancelOrder(work, { ...input, channel: channelOf(actor) }));
  }

  @Mutation(() => payloads.CloseShortPayload, {
    description: 'Ends what the supplier promised and did not send in time. Needs order:cancel. Since 0.1.',
  })
  @Allow('order:cancel')
  closeShort(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What, and why.' }) input: inputs.CancelOrderInputType,
  ): Promise<Payload<'order', OrderView>> {
    return this.run(actor, context, (work) => closeShort(work, { ...input, channel: channelOf(actor) }));
  }

  @Mutation(() => payloads.ChangeOrderPayload, {
    description: 'Asks for another quantity or date. Needs order:change. Since 0.1.',
  })
  @Allow('order:change')
  changeOrder(
    @CurrentActor() actor: Actor,
    @CurrentContext() context: RequestContext,
    @Args('input', { description: 'What shall be different.' }) input: inputs.ChangeOrderInputType,
  ): Promise<Payload<'order', OrderView>> {
    return this.run(actor, context, (work) => changeOrder(work, { ...input, channel: channelOf(actor) }));
  }

  private async run(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<WholeOrder, Fault>>,
  ): Promise<Payload<'order', OrderView>> {
    const result = await this.unitOfWork.run(actor, verb);
    return payload(result.ok ? { ok: true, value: orderView(result.value, actor.orgId) } : result, 'order', context);
  }
}

function channelOf(actor: Actor): 'PORTAL' | 'API' {
  return actor.kind === 'user' ? 'PORTAL' : 'API';
}
