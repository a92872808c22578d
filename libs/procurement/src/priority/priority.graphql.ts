import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DecimalScalar, errorUnion, payloadType, userError, VersionConflict } from '#libs/platform';

export const PriorityClockEnum = { ALWAYS: 'ALWAYS', CALENDAR: 'CALENDAR' } as const;
registerEnumType(PriorityClockEnum, {
  name: 'PriorityClock',
  description: 'When the clocks of a priority run.',
  valuesMap: {
    ALWAYS: { description: 'Day and night.' },
    CALENDAR: { description: 'While the supplier works, by his calendar.' },
  },
});

@ObjectType('Priority', { description: 'A priority, with what holds where a supplier says nothing else.' })
export class PriorityType {
  @Field(() => String, { description: 'Code: AOG, WSP, USR, ROUTINE.' })
  code: string;

  @Field(() => Int, { description: '1 is the most urgent.' })
  rank: number;

  @Field(() => Int, { nullable: true, description: 'Minutes to answer; null: no clock.' })
  respondMinutes: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes to ship; null: no clock.' })
  shipMinutes: number | null;

  @Field(() => PriorityClockEnum, { description: 'When its clocks run.' })
  clock: keyof typeof PriorityClockEnum;

  @Field(() => Int, { description: 'Minutes for which stock is held without an order.' })
  holdMinutes: number;
}

@ObjectType('PriorityPolicy', {
  description: 'What you promise for a priority: to all your partners, or to one buyer by contract.',
})
export class PriorityPolicyType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'The priority.' })
  priority: string;

  @Field(() => ID, { nullable: true, description: 'The buyer of the contract; null: every partner.' })
  buyerId: string | null;

  @Field(() => Int, { description: 'Minutes to answer.' })
  respondMinutes: number;

  @Field(() => Int, { description: 'Minutes to ship.' })
  shipMinutes: number;

  @Field(() => PriorityClockEnum, { description: 'When its clocks run.' })
  clock: keyof typeof PriorityClockEnum;

  @Field(() => String, { description: 'Whose calendar: a place, or empty for your default.' })
  place: string;

  @Field(() => Int, { description: 'Percent of a clock after which it warns.' })
  warnPercent: number;

  @Field(() => [Int], { description: 'Percent of a clock, beyond 100, after which it escalates.' })
  escalatePercents: number[];

  @Field(() => Int, { description: 'Minutes for which stock is held without an order.' })
  holdMinutes: number;

  @Field(() => Boolean, { description: 'Whether goods may leave before the order.' })
  poToFollow: boolean;

  @Field(() => DecimalScalar, { nullable: true, description: 'Up to this amount.' })
  poCap: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Its currency.' })
  poCurrency: string | null;

  @Field(() => Int, { nullable: true, description: 'Minutes within which the order follows.' })
  poMinutes: number | null;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@ObjectType('PriorityContact', { description: 'An address of yours that is told of urgent requests.' })
export class PriorityContactType {
  @Field(() => String, { description: 'Of this priority.' })
  priority: string;

  @Field(() => Int, { description: '0 when one opens, 1 at a warning, 2 at a breach, 3 and more as it goes on.' })
  level: number;

  @Field(() => String, { description: 'E-mail address.' })
  email: string;
}

@InputType('PoToFollowInput', { description: 'Goods before the order.' })
export class PoToFollowInput {
  @Field(() => DecimalScalar, { description: 'Up to this amount.' })
  cap: string;

  @Field(() => CurrencyCodeScalar, { description: 'Its currency.' })
  currency: string;

  @Field(() => Int, { description: 'Minutes within which the order follows.' })
  minutes: number;
}

@InputType('SavePriorityPolicyInput', { description: 'A policy as it shall be.' })
export class SavePriorityPolicyInputType {
  @Field(() => ID, { nullable: true, description: 'Absent: a new one.' })
  policyId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; with `policyId`.' })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'A code of `priorities`.' })
  priority: string;

  @Field(() => ID, { nullable: true, description: 'A buyer with a contract; absent: every partner.' })
  buyerId?: string | null;

  @Field(() => Int, { description: 'Minutes to answer.' })
  respondMinutes: number;

  @Field(() => Int, { description: 'Minutes to ship, not fewer.' })
  shipMinutes: number;

  @Field(() => PriorityClockEnum, { description: 'When its clocks run.' })
  clock: keyof typeof PriorityClockEnum;

  @Field(() => String, { defaultValue: '', description: 'Whose calendar: a place of yours, or empty.' })
  place: string;

  @Field(() => Int, { defaultValue: 75, description: '1 to 99.' })
  warnPercent: number;

  @Field(() => [Int], { defaultValue: [], description: 'Beyond 100, up to 10 steps.' })
  escalatePercents: number[];

  @Field(() => Int, { defaultValue: 30, description: '0 to 1,440.' })
  holdMinutes: number;

  @Field(() => PoToFollowInput, { nullable: true, description: 'Absent: no goods without an order.' })
  poToFollow?: PoToFollowInput | null;
}

@InputType('PriorityContactInput', { description: 'An address that is told.' })
export class PriorityContactInput {
  @Field(() => String, { description: 'A code of `priorities`.' })
  priority: string;

  @Field(() => Int, { description: '0 to 12.' })
  level: number;

  @Field(() => String, { description: 'E-mail address.' })
  email: string;
}

@InputType('SavePriorityContactsInput', { description: 'The whole list.' })
export class SavePriorityContactsInputType {
  @Field(() => [PriorityContactInput], { description: 'Up to 200.' })
  contacts: PriorityContactInput[];
}

export const PriorityUnknown = userError('PriorityUnknown', 'There is no such priority, or it has no deadlines.', {
  value: { type: () => String, description: 'What was given.' },
});

export const SavePriorityPolicyPayload = payloadType(
  'SavePriorityPolicyPayload',
  { key: 'policy' as const, type: () => PriorityPolicyType, description: 'The policy as it is now.' },
  errorUnion('SavePriorityPolicyError', [
    PriorityUnknown,
    userError('PolicyTaken', 'You have a policy for this priority and buyer.'),
    userError('PolicyPartnerInactive', 'There is no active partnership with the buyer.'),
    VersionConflict,
  ]),
);

export const SavePriorityContactsPayload = payloadType(
  'SavePriorityContactsPayload',
  { key: 'contacts' as const, type: () => [PriorityContactType], description: 'The list as it is now.' },
  errorUnion('SavePriorityContactsError', [PriorityUnknown]),
);
