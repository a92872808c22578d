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
import { addDocument } from '../clarifying/add-document.js';
import { type AmendTenderInput, amendTender } from '../clarifying/amend-tender.js';
import { answerQuestion } from '../clarifying/answer-question.js';
import { askQuestion } from '../clarifying/ask-question.js';
import { cancelTender } from '../tender/cancel-tender.js';
import { changeTender, draftTender } from '../tender/draft-tender.js';
import { declineTender, inviteSuppliers } from '../tender/invite-suppliers.js';
import { publishTender } from '../tender/publish-tender.js';
import type { Question, Tender } from '../tender/tender.entity.js';
import { TenderType } from './tender.graphql.js';
import { tenderOf } from './tender.view.js';
import * as inputs from './tender-input.graphql.js';
import * as payloads from './tender-payload.graphql.js';

/** What a buyer does with his tender, and what suppliers say to it. */
@Resolver(() => TenderType)
export class TenderMutationResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SecretBox,
  ) {}

  @Mutation(() => payloads.DraftTenderPayload, {
    description:
      'Drafts a tender: from scratch, a file, a basket or a past tender. Nobody else sees it. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  draftTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { tender, csv, basketId, fromTenderId }: inputs.DraftTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => draftTender(work, { tender: tenderOf(tender), csv, basketId, fromTenderId }));
  }

  @Mutation(() => payloads.ChangeTenderPayload, { description: 'Replaces a draft. Needs tender:manage. Since 0.2.' })
  @Allow('tender:manage')
  changeTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { tender, ...which }: inputs.ChangeTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => changeTender(work, { ...which, tender: tenderOf(tender) }));
  }

  @Mutation(() => payloads.PublishTenderPayload, {
    description:
      'Publishes a draft: terms, criteria and formula are fixed, and those who are asked read it. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  publishTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.PublishTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => publishTender(work, { ...input }, this.secrets));
  }

  @Mutation(() => payloads.AmendTenderPayload, {
    description:
      'Changes a published tender as a new version: bids wait for confirmation, and a near deadline is pushed. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  amendTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AmendTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    const changeLines = input.changeLines.map(({ quantity, alternatesAllowed, ...line }) => ({
      ...line,
      ...(quantity == null ? {} : { quantity }),
      ...(alternatesAllowed == null ? {} : { alternatesAllowed }),
    }));
    const addLines = input.addLines.map((line) => ({ ...line }));
    return this.tender(actor, context, (work) => amendTender(work, { ...input, changeLines, addLines } as AmendTenderInput));
  }

  @Mutation(() => payloads.CancelTenderPayload, {
    description: 'Calls a tender off for good; bids that were not opened are read by nobody. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  cancelTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.CancelTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => cancelTender(work, { ...input }));
  }

  @Mutation(() => payloads.InviteSuppliersPayload, {
    description: 'Invites suppliers, partners or not; of a published tender they hear at once. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  inviteSuppliers(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.InviteSuppliersInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => inviteSuppliers(work, { ...input }));
  }

  @Mutation(() => payloads.DeclineTenderPayload, {
    description: 'Tells the buyer that you do not bid. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  declineTender(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.DeclineTenderInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => declineTender(work, { ...input }));
  }

  @Mutation(() => payloads.AddTenderDocumentPayload, {
    description:
      'Puts a file to a tender, known by the hash of its content; at most 100. To a published one it is an amendment. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  addTenderDocument(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AddTenderDocumentInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return this.tender(actor, context, (work) => addDocument(work, { ...input }));
  }

  @Mutation(() => payloads.AskQuestionPayload, {
    description: 'Asks the buyer something; nobody learns who asked. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  async askQuestion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AskQuestionInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'question', Question>> {
    return payload(await this.unitOfWork.run(actor, (work) => askQuestion(work, { ...input })), 'question', context);
  }

  @Mutation(() => payloads.AnswerQuestionPayload, {
    description: 'Answers a question, once, to all. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async answerQuestion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.AnswerQuestionInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'question', Question>> {
    return payload(await this.unitOfWork.run(actor, (work) => answerQuestion(work, { ...input })), 'question', context);
  }

  private async tender(
    actor: Actor,
    context: RequestContext,
    verb: (work: Work) => Promise<Result<Tender, Fault>>,
  ): Promise<Payload<'tender', Tender>> {
    return payload(await this.unitOfWork.run(actor, verb), 'tender', context);
  }
}
