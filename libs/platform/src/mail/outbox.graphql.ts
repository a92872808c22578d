import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/schema/connection.js';
import { DateTimeScalar } from '../graphql/schema/scalars.js';

export enum MailState {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  KEPT = 'KEPT',
  FAILED = 'FAILED',
}

registerEnumType(MailState, {
  name: 'MailState',
  description: 'What became of a mail.',
  valuesMap: {
    QUEUED: { description: 'Waits to be sent.' },
    SENT: { description: 'A mail server took it.' },
    KEPT: { description: 'No mail server is configured: it is read here.' },
    FAILED: { description: 'The last attempt failed; it is tried again while it has attempts.' },
  },
});

@ObjectType('Mail', { description: 'A mail of the hub. It may hold one-time links, so only operators read it.' })
export class MailType {
  @Field(() => String, { description: 'Its id, a UUID.' })
  id: string;

  @Field(() => String, { description: 'The one address it goes to.' })
  recipient: string;

  @Field(() => String, { description: 'Its subject.' })
  subject: string;

  @Field(() => String, { description: 'Its text.' })
  text: string;

  @Field(() => MailState, { description: 'What became of it.' })
  state: MailState;

  @Field(() => Int, { description: 'How often sending was tried.' })
  attempts: number;

  @Field(() => String, { nullable: true, description: 'What the mail server said at last, when it refused.' })
  error: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a mail server took it.' })
  sentAt: Date | null;
}

@ObjectType('MailConnection', { description: 'Mails, the youngest first.' })
export class MailConnection extends connectionOf('Mail', () => MailType) {}
