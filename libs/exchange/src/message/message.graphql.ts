import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, errorUnion, payloadType, userError } from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';

export const DirectionEnum = describedEnum('MessageDirection', 'Which way a message went.', {
  IN: 'From the ERP to the hub.',
  OUT: 'From the hub to the ERP.',
});
export const MessageStateEnum = describedEnum('MessageState', 'Where a message stands.', {
  RECEIVED: 'Its bytes are safe; it is not applied yet.',
  APPLIED: 'Everything in it was applied.',
  REFUSED: 'At least one document in it was refused; nothing of that document was applied.',
  QUEUED: 'Waits to be sent.',
  SENDING: 'Is being sent.',
  SENT: 'The partner took it.',
  FAILED: 'A try failed; another will follow.',
  DEAD: 'Given up; waits for somebody to resend it.',
});
export const DocumentStateEnum = describedEnum('ExchangeDocumentState', 'Where a document stands.', {
  RECEIVED: 'Read, not applied.',
  APPLIED: 'Applied once.',
  REFUSED: 'Refused; its problems say why.',
  IGNORED: 'Nothing to do, such as an acknowledgement of an acknowledgement.',
  QUEUED: 'Waits to be sent.',
  SENT: 'Sent.',
  DEAD: 'Given up.',
});
/** Shown in capitals; stored as documents report it. */
export const SeverityEnum = { ERROR: 'error', WARNING: 'warning', INFO: 'info' } as const;
registerEnumType(SeverityEnum, {
  name: 'DocumentProblemSeverity',
  description: 'How bad a finding in a document is.',
  valuesMap: {
    ERROR: { description: 'The document must not be acted on.' },
    WARNING: { description: 'Acted on, but somebody should look.' },
    INFO: { description: 'Worth knowing.' },
  },
});
export const AttemptOutcomeEnum = describedEnum('DeliveryAttemptOutcome', 'How a try to deliver ended.', {
  DELIVERED: 'The partner took it.',
  REFUSED: 'The partner answered that it does not take it.',
  UNREACHABLE: 'No connection.',
  TIMED_OUT: 'No whole answer in time.',
  REPLY_UNREADABLE: 'The answer could not be understood.',
});
export const AcknowledgementEnum = describedEnum(
  'MessageAcknowledgement',
  "What the receiver's syntax check said. It never accepts an order.",
  {
    ACCEPTED: 'Readable.',
    ACCEPTED_WITH_ERRORS: 'Readable, with errors noted.',
    REJECTED: 'Not readable.',
  },
);

@ObjectType('DocumentProblem', { description: 'One finding in a document, with its place.' })
export class DocumentProblemType {
  @Field(() => String, { description: "Place in the format's own words, such as PO1[3]04." })
  at: string;

  @Field(() => Int, { nullable: true, description: 'Line of the text, from 1.' })
  line?: number;

  @Field(() => String, { description: 'SCREAMING_SNAKE, stable.' })
  code: string;

  @Field(() => String, { description: 'One sentence.' })
  message: string;

  @Field(() => SeverityEnum, { description: 'How bad it is.' })
  severity: string;
}

@ObjectType('ExchangeDocument', { description: 'One business document inside a message.' })
export class ExchangeDocumentType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => Int, { description: 'From 1, in the order of the message.' })
  position: number;

  @Field(() => String, { description: 'Standard, release and message, such as x12:004010:850.' })
  coordinate: string;

  @Field(() => String, { nullable: true, description: 'Number of the order or answer in it.' })
  businessNumber: string | null;

  @Field(() => ID, { nullable: true, description: 'The other organisation.' })
  counterpartyId: string | null;

  @Field(() => ID, { nullable: true, description: 'The order of the hub that it made or moved.' })
  orderId: string | null;

  @Field(() => DocumentStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => [DocumentProblemType], { description: 'Every finding at once.' })
  problems: DocumentProblemType[];
}

@ObjectType('DeliveryAttempt', { description: 'One try to deliver a message.' })
export class DeliveryAttemptType {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it ended.' })
  endedAt: Date;

  @Field(() => AttemptOutcomeEnum, { description: 'How it ended.' })
  outcome: string;

  @Field(() => Int, { nullable: true, description: 'HTTP status; null without an answer.' })
  status: number | null;

  @Field(() => String, { nullable: true, description: 'What went wrong, in English.' })
  detail: string | null;

  @Field(() => String, { nullable: true, description: 'Head of the answer, up to 8,000 characters.' })
  reply: string | null;
}

@ObjectType('ExchangeMessage', { description: "One transmission to or from this organisation's ERP." })
export class ExchangeMessageType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => DirectionEnum, { description: 'Which way it went.' })
  direction: string;

  @Field(() => String, { nullable: true, description: 'UBL, CXML, X12 or UNKNOWN.' })
  format: string | null;

  @Field(() => String, { description: 'HTTP, FOLDER or PORTAL.' })
  transport: string;

  @Field(() => String, {
    nullable: true,
    description: "The sender's own id of it: payloadID, Message-ID, interchange control number.",
  })
  transportId: string | null;

  @Field(() => String, { nullable: true, description: 'Interchange control number of X12.' })
  controlNumber: string | null;

  @Field(() => Int, { description: 'Bytes.' })
  size: number;

  @Field(() => String, { description: 'SHA-256 of the bytes, hexadecimal.' })
  sha256: string;

  @Field(() => MessageStateEnum, { description: 'Where it stands.' })
  state: string;

  @Field(() => Boolean, { description: 'Marked as a test.' })
  test: boolean;

  @Field(() => [DocumentProblemType], { description: 'Findings about the transmission as a whole.' })
  problems: DocumentProblemType[];

  @Field(() => Int, { nullable: true, description: 'HTTP status the hub answered with.' })
  replyStatus: number | null;

  @Field(() => Int, { description: 'Tries to deliver since it was queued.' })
  attempts: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the next try comes.' })
  nextAttemptAt: Date | null;

  @Field(() => AcknowledgementEnum, { nullable: true, description: "What the partner's syntax check said." })
  acknowledged: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came or was written.' })
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was applied, sent or given up.' })
  settledAt: Date | null;
}

@ObjectType('ExchangeMessageConnection', { description: 'A page of the exchange log.' })
export class ExchangeMessageConnection extends connectionOf('ExchangeMessage', () => ExchangeMessageType) {}

@InputType({ description: 'Narrows the exchange log.' })
export class MessageFilterInput {
  @Field(() => DirectionEnum, { nullable: true, description: 'Only this way.' })
  direction?: 'IN' | 'OUT' | null;

  @Field(() => [MessageStateEnum], { nullable: true, description: 'Only these states.' })
  states?: ('RECEIVED' | 'APPLIED' | 'REFUSED' | 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'DEAD')[] | null;

  @Field(() => String, { nullable: true, description: "An order number, or the beginning of the sender's id." })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only messages about this order.' })
  orderId?: string | null;
}

export const MessageOrderEnum = describedEnum('ExchangeMessageOrder', 'How the exchange log is sorted.', {
  CREATED_DESC: 'Newest first.',
  CREATED_ASC: 'Oldest first.',
});

@InputType({ description: 'Which message.' })
export class MessageInput {
  @Field(() => ID, { description: 'Id of the message.' })
  messageId: string;
}

export const MessageNotResendable = userError(
  'MessageNotResendable',
  'Only what was sent, failed or given up can be sent again.',
  {
    state: { type: () => String, description: 'Where the message stands.' },
  },
);
export const MessageNotWritable = userError(
  'MessageNotWritable',
  'The format of the connection cannot say what the order says.',
  {
    reason: { type: () => String, description: 'The first thing it cannot say, in English.' },
  },
);
export const MessageNotReplayable = userError(
  'MessageNotReplayable',
  'Only an inbound message that was refused or is not applied yet can be replayed.',
  {
    state: { type: () => String, description: 'Where the message stands.' },
  },
);

export const ResendMessagePayload = payloadType(
  'ResendMessagePayload',
  {
    key: 'message',
    type: () => ExchangeMessageType,
    description: 'The message, queued again; the new one when it was written anew.',
  },
  errorUnion('ResendMessageError', [MessageNotResendable, MessageNotWritable]),
);
export const ReplayMessagePayload = payloadType(
  'ReplayMessagePayload',
  { key: 'message', type: () => ExchangeMessageType, description: 'The message after it was applied again.' },
  errorUnion('ReplayMessageError', [MessageNotReplayable]),
);
