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
} from '#libs/platform';
import type { BidReceipt } from '../bid/bid.entity.js';
import { submitSealedBid } from '../bid/submit-sealed-bid.js';
import { judgeEnvelope, rebutOpening } from '../opening/judge-envelope.js';
import { openEnvelopes } from '../opening/open-envelopes.js';
import { type Release, releaseHalf } from '../opening/release-half.js';
import { arrangeSealing } from '../sealed/arrange-sealing.js';
import { type Attempt, finishRehearsal, handInShare, openSession } from '../sealed/open-session.js';
import { registerOfficerKey, revokeOfficerKey } from '../sealed/register-officer-key.js';
import type { EnvelopeOpening, OfficerKey, OpeningSession } from '../sealed/sealing.entity.js';
import type { Tender } from '../tender/tender.entity.js';
import { TenderType } from '../tender-edge/tender.graphql.js';
import { openingView } from './sealing.view.js';
import * as inputs from './sealing-input.graphql.js';
import * as payloads from './sealing-payload.graphql.js';

/** GraphQL hands enums on as texts; the verbs check every input whole. */
const plain = <T extends object>(input: T): never => JSON.parse(JSON.stringify(input)) as never;
/** What was refused and yet kept in the log comes back as what it is: refused. */
const settled = <T, F extends Fault>(result: Result<Attempt<T, F>, never>): Result<T, F> => {
  if (!result.ok) return result;
  return 'done' in result.value ? { ok: true, value: result.value.done } : { ok: false, errors: [result.value.refused] };
};
const viewed = <F extends Fault>(result: Result<EnvelopeOpening, F>): Result<object, F> =>
  result.ok ? { ok: true, value: openingView(result.value) } : result;

/** What officers, bidders and the hub do with sealed bids. */
@Resolver(() => TenderType)
export class SealingMutationResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SecretBox,
  ) {}

  @Mutation(() => payloads.RegisterOfficerKeyPayload, {
    description:
      'Registers your public key for shares of tenders, or one for recovery. Needs tender:open, for recovery tender:manage. Since 0.2.',
  })
  @Allow('tender:open')
  async registerOfficerKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.RegisterOfficerKeyInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'key', OfficerKey>> {
    return payload(await this.unitOfWork.run(actor, (work) => registerOfficerKey(work, plain(input))), 'key', context);
  }

  @Mutation(() => payloads.RevokeOfficerKeyPayload, {
    description: 'Lets no new tender use a key; shares that it has stay. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async revokeOfficerKey(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.RevokeOfficerKeyInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'key', OfficerKey>> {
    return payload(await this.unitOfWork.run(actor, (work) => revokeOfficerKey(work, plain(input))), 'key', context);
  }

  @Mutation(() => payloads.ArrangeSealingPayload, {
    description:
      'Keeps who opens the bids of a sealed draft: key and shares were made by your client. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async arrangeSealing(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ArrangeSealingInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return payload(await this.unitOfWork.run(actor, (work) => arrangeSealing(work, plain(input))), 'tender', context);
  }

  @Mutation(() => payloads.OpenSessionPayload, {
    description:
      'Opens a session in which holders hand in their shares to your client; noted, also when it is too early. Needs tender:open. Since 0.2.',
  })
  @Allow('tender:open')
  async openSession(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.OpenSessionInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'session', OpeningSession>> {
    const tried = await this.unitOfWork.run(actor, (work) => openSession(work, plain(input)));
    return payload(settled(tried), 'session', context);
  }

  @Mutation(() => payloads.HandInSharePayload, {
    description: 'Hands in your share, sealed to the key of the session. Needs tender:open. Since 0.2.',
  })
  @Allow('tender:open')
  async handInShare(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.HandInShareInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'session', OpeningSession>> {
    return payload(await this.unitOfWork.run(actor, (work) => handInShare(work, plain(input))), 'session', context);
  }

  @Mutation(() => payloads.FinishRehearsalPayload, {
    description:
      'Says that all shares were handed in and joined; the tender can be published then. Needs tender:open. Since 0.2.',
  })
  @Allow('tender:open')
  async finishRehearsal(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.FinishRehearsalInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'tender', Tender>> {
    return payload(await this.unitOfWork.run(actor, (work) => finishRehearsal(work, plain(input))), 'tender', context);
  }

  @Mutation(() => payloads.SubmitSealedBidPayload, {
    description:
      'Submits or replaces your sealed bid on a lot; accepted exactly when the clock of the database stands at or before the deadline. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  async submitSealedBid(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.SubmitSealedBidInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'receipt', BidReceipt>> {
    return payload(await this.unitOfWork.run(actor, (work) => submitSealedBid(work, plain(input))), 'receipt', context);
  }

  @Mutation(() => payloads.ReleaseHalfPayload, {
    description:
      "Lets the hub give its part of the keys of a lot's envelopes: once, at or after the deadline; noted, also when it is refused. Needs tender:open. Since 0.2.",
  })
  @Allow('tender:open')
  async releaseHalf(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.ReleaseHalfInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'release', Release>> {
    const tried = await this.unitOfWork.run(actor, (work) => releaseHalf(work, plain(input), { seals: this.secrets }));
    return payload(settled(tried), 'release', context);
  }

  @Mutation(() => payloads.OpenEnvelopesPayload, {
    description:
      'Opens released envelopes by their content keys; the hub proves that this is what was sealed. Needs tender:open. Since 0.2.',
  })
  @Allow('tender:open')
  async openEnvelopes(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) { keys, ...input }: inputs.OpenEnvelopesInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'openings', object[]>> {
    const given = { ...input, keys: keys.map(({ bidId, contentKey = null }) => ({ bidId, contentKey })) };
    const opened = await this.unitOfWork.run(actor, (work) => openEnvelopes(work, plain(given)));
    return payload(opened.ok ? { ok: true, value: opened.value.map(openingView) } : opened, 'openings', context);
  }

  @Mutation(() => payloads.JudgeEnvelopePayload, {
    description:
      'Lets an envelope pass or fail, once; the next of a bid that fails stays sealed for ever. Needs tender:manage. Since 0.2.',
  })
  @Allow('tender:manage')
  async judgeEnvelope(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.JudgeEnvelopeInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'opening', object>> {
    return payload(viewed(await this.unitOfWork.run(actor, (work) => judgeEnvelope(work, plain(input)))), 'opening', context);
  }

  @Mutation(() => payloads.RebutOpeningPayload, {
    description: 'Opens by your own key an envelope of yours that was reported as unopenable. Needs bid:submit. Since 0.2.',
  })
  @Allow('bid:submit')
  async rebutOpening(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What is done.' }) input: inputs.RebutOpeningInputType,
    @CurrentContext() context: RequestContext,
  ): Promise<Payload<'opening', object>> {
    return payload(viewed(await this.unitOfWork.run(actor, (work) => rebutOpening(work, plain(input)))), 'opening', context);
  }
}
