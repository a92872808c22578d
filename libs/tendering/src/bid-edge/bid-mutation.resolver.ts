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
  SecretBox,
  UnitOfWork,
  type Work,
} from '#libs/platform';
import type { AwardTenderInput } from '../awarding/award.input.js';
import { awardTender } from '../awarding/award-tender.js';
import { cancelAward } from '../awarding/cancel-award.js';
import type { BidReceipt } from '../bid/bid.entity.js';
import { saveBid } from '../bid/save-bid.js';
import { confirmBid, submitBid, withdrawBid } from '../bid/submit-bid.js';
import { evaluateTender } from '../judging/evaluate-tender.js';
import type { KeptEvaluation } from '../judging/judging.reader.js';
import { openBids } from '../round/open-bids.js';
import { openRound } from '../round/open-round.js';
import type { Tender } from '../tender/tender.entity.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import { EvaluateTenderInputType, OpenBidsInputType } from '../tender-edge/tender-input.graphql.js';
import * as payloads from '../tender-edge/tender-payload.graphql.js';
import { AwardTenderInputType, CancelAwardInputType } from './award.graphql.js';
import * as inputs from './bid.graphql.js';
import { contentOf, contentView, lotAwardOf } from './bid.view.js';

/** What bidders do, and what becomes of their bids. */
@Resolver(() => TenderType)
export class BidMutationResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SecretBox,
  ) {}

  @Mutation(() => payloads.SaveBidPayload, { description: 'Keeps a bid that is not submitted. Needs bid:submit. Since 0.2.' })
  @Allow('bid:submit')
  async saveBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { bid, ...which }: inputs.SaveBidInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'draft', object>> {
    const saved = await this.unitOfWork.run(actor, (work) => saveBid(work, { ...which, bid: contentOf(bid) }));
    return payload(
      saved.ok ? { ok: true, value: { ...saved.value, content: contentView(saved.value.content) } } : saved,
      'draft',
      context,
    );
  }

  @Mutation(() => payloads.SubmitBidPayload, {
    description:
      'Submits or replaces your bid on a lot; accepted exactly when the clock of the database stands at or before the deadline. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  submitBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { bid, ...which }: inputs.SubmitBidInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'receipt', BidReceipt>> {
    return this.receipt(actor, context, (work) => submitBid(work, { ...which, bid: contentOf(bid) }));
  }

  @Mutation(() => payloads.ConfirmBidPayload, {
    description: 'Lets your bid stand as it is after an amendment. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  confirmBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ConfirmBidInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'receipt', BidReceipt>> {
    return this.receipt(actor, context, (work) => confirmBid(work, { ...input }));
  }

  @Mutation(() => payloads.WithdrawBidPayload, {
    description: 'Withdraws your bid before the deadline; nobody else reads it then. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  withdrawBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.WithdrawBidInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'receipt', BidReceipt>> {
    return this.receipt(actor, context, (work) => withdrawBid(work, { ...input }));
  }

  @Mutation(() => payloads.OpenBidsPayload, {
    description:
      'Opens bids whose deadline has passed without waiting for the clock; where the hub stood still around it, the round goes on instead. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  openBids(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: OpenBidsInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => openBids(work, { ...input }));
  }

  @Mutation(() => payloads.OpenRoundPayload, {
    description: 'Opens a further round for a lot, or asks for best and final offers. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  openRound(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { final, ...input }: inputs.OpenRoundInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) =>
      openRound(work, { ...input, kind: final ? 'BEST_AND_FINAL' : 'ROUND' }, this.secrets),
    );
  }

  @Mutation(() => payloads.EvaluateTenderPayload, {
    description:
      'Ranks bids by the published formula and keeps the text that is shown, with its hash. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async evaluateTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: EvaluateTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'evaluations', KeptEvaluation[]>> {
    return payload(await this.unitOfWork.run(actor, (work) => evaluateTender(work, { ...input })), 'evaluations', context);
  }

  @Mutation(() => payloads.AwardTenderPayload, {
    description:
      'Awards lots, and makes orders or agreements at the prices that were bid; all or nothing, once per key. Needs tender:award, for orders order:place too. Since 0.2.',
  })
  @Allow('tender:award')
  awardTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { lots, agreement, ...input }: AwardTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    const award = { ...input, lots: lots.map(lotAwardOf), agreement: agreement ? { ...agreement } : null } as AwardTenderInput;
    return this.tender(actor, context, (work) => awardTender(work, award));
  }

  @Mutation(() => payloads.CancelAwardPayload, {
    description:
      'Takes an award back with its reason, and its order with it; the lot is open again. Needs tender:award. Since 0.2.',
  })
  @Allow('tender:award')
  cancelAward(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: CancelAwardInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => cancelAward(work, { ...input }));
  }

  private async tender(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<Tender, Fault>>,
  ): Promise<Payload<'tender', Tender>> {
    return payload(await this.unitOfWork.run(actor, verb), 'tender', context);
  }

  private async receipt(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<BidReceipt, Fault>>,
  ): Promise<Payload<'receipt', BidReceipt>> {
    return payload(await this.unitOfWork.run(actor, verb), 'receipt', context);
  }
}
