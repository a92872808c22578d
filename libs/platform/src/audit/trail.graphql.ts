import { ArgsType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/schema/connection.js';
import { PageArgs } from '../graphql/schema/page.js';
import { DateTimeScalar } from '../graphql/schema/scalars.js';

export enum AuditOutcome {
  DONE = 'DONE',
  DENIED = 'DENIED',
  FAILED = 'FAILED',
}

registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: 'How it ended.',
  valuesMap: {
    DONE: { description: 'It was done.' },
    DENIED: { description: 'It was tried and refused.' },
    FAILED: { description: 'It was tried and failed.' },
  },
});

@ObjectType('AuditEvent', { description: "One line of the organisation's trail. Lines are added, never changed." })
export class AuditEventType {
  @Field(() => String, { description: 'Its id, a UUID.' })
  id: string;

  @Field(() => String, { description: 'Who: `member:`, `key:` with an id, or `system`.' })
  actor: string;

  @Field(() => String, { description: 'What was done or tried.' })
  action: string;

  @Field(() => String, { nullable: true, description: 'To what, such as `order:` with an id.' })
  subject: string | null;

  @Field(() => AuditOutcome, { description: 'How it ended.' })
  outcome: AuditOutcome;

  @Field(() => String, { description: 'The values that explain it, as JSON.' })
  detail: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
}

@ObjectType('AuditConnection', { description: 'Lines of the trail, the youngest first.' })
export class AuditConnection extends connectionOf('AuditEvent', () => AuditEventType) {}

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only what was done to this subject, such as `order:` with an id.' })
  subject?: string;
}
