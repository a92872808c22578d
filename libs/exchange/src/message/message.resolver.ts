import { Args, ArgsType, Context, Field, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Actor,
  Allow,
  type Connection,
  CurrentActor,
  PageArgs,
  type Payload,
  payload,
  type RequestContext,
  UnitOfWork,
} from '#libs/platform';
import { replayMessage } from '../inbound/replay-message.js';
import { resendMessage } from '../outbound/resend-message.js';
import { permissions } from '../permissions.js';
import {
  DeliveryAttemptType,
  ExchangeDocumentType,
  ExchangeMessageConnection,
  ExchangeMessageType,
  MessageFilterInput,
  MessageInput,
  MessageOrderEnum,
  ReplayMessagePayload,
  ResendMessagePayload,
} from './message.graphql.js';
import type { DeliveryAttempt, ExchangeDocument, Message } from './message.js';
import { attemptsOf, documentsOf, listMessages, type MessageOrder, messageById, rawOf, replyOf } from './message.reader.js';

@ArgsType()
class MessageListArgs extends PageArgs {
  @Field(() => MessageFilterInput, { nullable: true, description: 'Narrows the log.' })
  filter?: MessageFilterInput | null;

  @Field(() => MessageOrderEnum, { nullable: true, description: 'Default CREATED_DESC.' })
  orderBy?: MessageOrder | null;
}

/** The exchange log: what came, what went, what it said and what became of it. */
@Resolver(() => ExchangeMessageType)
export class MessageResolver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Query(() => ExchangeMessageConnection, {
    description: 'The exchange log of this organisation. Needs exchange:read. Since 0.1.',
  })
  @Allow(permissions.readExchange)
  messages(@CurrentActor() actor: Actor, @Args() args: MessageListArgs): Promise<Connection<Message>> {
    return this.unitOfWork.read(actor, (work) => listMessages(work, args.filter ?? {}, args));
  }

  @Query(() => ExchangeMessageType, { description: 'One message. Needs exchange:read. Since 0.1.' })
  @Allow(permissions.readExchange)
  message(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'Id of the message.' }) id: string,
  ): Promise<Message> {
    return this.unitOfWork.read(actor, (work) => messageById(work, id));
  }

  @Mutation(() => ResendMessagePayload, {
    description:
      'Sends an outbound message again, byte for byte; one with errors is written anew from its order instead, as another message. Needs exchange:manage. Since 0.1.',
  })
  @Allow(permissions.manageExchange)
  async resendMessage(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which message.' }) input: MessageInput,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'message', Message>> {
    return payload(await this.unitOfWork.run(actor, (work) => resendMessage(work, input)), 'message', ctx);
  }

  @Mutation(() => ReplayMessagePayload, {
    description:
      'Applies an inbound message again from its stored bytes, after what was wrong has been mended. Needs exchange:manage. Since 0.1.',
  })
  @Allow(permissions.manageExchange)
  async replayMessage(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which message.' }) input: MessageInput,
    @Context() ctx: RequestContext,
  ): Promise<Payload<'message', Message>> {
    return payload(await this.unitOfWork.run(actor, (work) => replayMessage(work, input)), 'message', ctx);
  }

  @ResolveField(() => [ExchangeDocumentType], { description: 'The business documents inside, in their order.' })
  documents(
    @CurrentActor() actor: Actor,
    @Parent() message: Message,
    @Context() ctx: RequestContext,
  ): Promise<ExchangeDocument[]> {
    const loader = ctx.loader<string, ExchangeDocument[]>('exchange.documents', async (ids) => {
      const found = await this.unitOfWork.read(actor, (work) => documentsOf(work, ids));
      return ids.map((id) => found.filter((document) => document.messageId === id));
    });
    return loader.load(message.id);
  }

  @ResolveField(() => [DeliveryAttemptType], { description: 'Tries to deliver it, oldest first.' })
  deliveryAttempts(@CurrentActor() actor: Actor, @Parent() message: Message): Promise<DeliveryAttempt[]> {
    return this.unitOfWork.read(actor, (work) => attemptsOf(work, message.id));
  }

  @ResolveField(() => String, {
    description:
      'The stored bytes as text, shared secrets blanked; characters that cannot be shown are replaced. GET /api/v1/messages/{id}/raw gives the bytes.',
  })
  async raw(@CurrentActor() actor: Actor, @Parent() message: Message): Promise<string> {
    return readable(await this.unitOfWork.read(actor, (work) => rawOf(work, message.id)));
  }

  @ResolveField(() => String, { nullable: true, description: 'What the hub answered to it.' })
  async reply(@CurrentActor() actor: Actor, @Parent() message: Message): Promise<string | null> {
    const reply = await this.unitOfWork.read(actor, (work) => replyOf(work, message.id));
    return reply ? readable(reply.body) : null;
  }
}

const readable = (bytes: Buffer): string => bytes.toString('utf8').replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd');
