import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  PageArgs,
  payloadType,
  userError,
  VersionConflict,
} from '#libs/platform';

export const HolderKindEnum = { BASKET: 'BASKET', QUOTE: 'QUOTE', APPROVAL: 'APPROVAL', NAMED: 'NAMED' } as const;
registerEnumType(HolderKindEnum, {
  name: 'HolderKind',
  description: 'What holds stock for a time.',
  valuesMap: {
    BASKET: { description: 'A basket of a buyer.' },
    QUOTE: { description: 'A quote that was given.' },
    APPROVAL: { description: 'An order that waits for its approval.' },
    NAMED: { description: 'A name, such as that of an aircraft on ground; the order follows.' },
  },
});

export const HoldStatusEnum = { HELD: 'HELD', CONSUMED: 'CONSUMED', RELEASED: 'RELEASED', EXPIRED: 'EXPIRED' } as const;
registerEnumType(HoldStatusEnum, {
  name: 'HoldStatus',
  description: 'What became of a hold; only HELD leads on, and once.',
  valuesMap: {
    HELD: { description: 'The stock is set aside until expiresAt.' },
    CONSUMED: { description: 'An order line has used it up.' },
    RELEASED: { description: 'A party gave it back before its time.' },
    EXPIRED: { description: 'Its time was over.' },
  },
});

export const HoldSideEnum = { SUPPLIER: 'SUPPLIER', BUYER: 'BUYER' } as const;
registerEnumType(HoldSideEnum, {
  name: 'HoldSide',
  description: 'Which side of holds you look from.',
  valuesMap: { SUPPLIER: { description: 'Holds on your stock.' }, BUYER: { description: 'Holds that you have.' } },
});

@ObjectType('HeldPlace', { description: 'What is held at one place.' })
export class HeldPlaceType {
  @Field(() => String, { description: 'The place, as its supplier names it.' })
  location: string;

  @Field(() => DecimalScalar, { description: 'In order units.' })
  quantity: string;
}

@ObjectType('StockHold', { description: 'Stock of an offer that a buyer holds for a time, without an order.' })
export class StockHoldType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => ID, { description: 'Its part.' })
  partId: string;

  @Field(() => HolderKindEnum, { description: 'What holds it.' })
  holderKind: string;

  @Field(() => ID, { description: 'Which basket, quote or approval at its buyer.' })
  holderId: string;

  @Field(() => String, { nullable: true, description: 'What both parties call it.' })
  label: string | null;

  @Field(() => DecimalScalar, { description: 'What was asked for, in order units.' })
  quantity: string;

  @Field(() => DecimalScalar, { description: 'What was set aside, in order units.' })
  held: string;

  @Field(() => HoldStatusEnum, { description: 'Whether it holds still.' })
  status: string;

  @Field(() => DateTimeScalar, { description: 'Until when.' })
  expiresAt: Date;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it holds.' })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was given back.' })
  reason: string | null;
}

@ObjectType('StockHoldConnection', { description: 'A page of holds; those that end first come first.' })
export class StockHoldConnection extends connectionOf('StockHold', () => StockHoldType) {}

@InputType('StockHoldFilter', { description: 'Which holds; all conditions hold.' })
export class StockHoldFilterInput {
  @Field(() => HoldSideEnum, { description: 'Which side you look from.' })
  side: 'SUPPLIER' | 'BUYER';

  @Field(() => HoldStatusEnum, { nullable: true, description: 'Only these.' })
  status?: keyof typeof HoldStatusEnum | null;

  @Field(() => ID, { nullable: true, description: 'Only of this offer.' })
  offerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only of this basket, quote or approval.' })
  holderId?: string | null;
}

@ArgsType()
export class StockHoldArgs extends PageArgs {
  @Field(() => StockHoldFilterInput, { description: 'Which holds.' })
  filter: StockHoldFilterInput;
}

@InputType('ExtendHoldInput', { description: 'Which hold, and how much longer.' })
export class ExtendHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  holdId: string;

  @Field(() => Int, { nullable: true, description: 'Minutes from now, 1 to 43,200; what the supplier grants when absent.' })
  minutes?: number | null;
}

@InputType('ReleaseHoldsInput', { description: 'Which holds to give back.' })
export class ReleaseHoldsInput {
  @Field(() => [ID], { description: '1 to 500 holds.' })
  holdIds: string[];

  @Field(() => String, { nullable: true, description: 'Why; a supplier must say so. Up to 500 characters.' })
  reason?: string | null;
}

@ObjectType('HoldPolicy', { description: 'How long buyers may hold your stock; 0 forbids that kind.' })
export class HoldPolicyType {
  @Field(() => Int, { description: 'By a basket, in minutes; 0 to 1,440.' })
  basketMinutes: number;

  @Field(() => Int, { description: 'By a quote, in hours; 0 to 720.' })
  quoteHours: number;

  @Field(() => Int, { description: 'By an approval, in hours; 0 to 720.' })
  approvalHours: number;

  @Field(() => Int, { description: 'By name and without an order, in minutes; 0, or 15 to 60.' })
  namedMinutes: number;

  @Field(() => Int, { description: 'Raised by every change; 0 while the defaults of the hub hold.' })
  version: number;
}

@InputType('SaveHoldPolicyInput', { description: 'How long buyers may hold your stock.' })
export class SaveHoldPolicyInput {
  @Field(() => Int, { description: 'By a basket, in minutes; 0 to 1,440.' })
  basketMinutes: number;

  @Field(() => Int, { description: 'By a quote, in hours; 0 to 720.' })
  quoteHours: number;

  @Field(() => Int, { description: 'By an approval, in hours; 0 to 720.' })
  approvalHours: number;

  @Field(() => Int, { description: 'By name and without an order, in minutes; 0, or 15 to 60.' })
  namedMinutes: number;

  @Field(() => Int, { description: 'The version you read.' })
  expectedVersion: number;
}

const until = { until: { type: () => String, description: 'When it ends or ended, RFC 3339.' } };
const HoldEnded = userError('HoldEnded', 'The hold has ended.', until);
const HoldNotLonger = userError('HoldNotLonger', 'It would end no later: its supplier grants no more.', until);
export const HoldReasonMissing = userError('HoldReasonMissing', 'Whoever takes held stock back from a buyer says why.');
/** Of every call that holds stock. */
export const HoldNotGranted = userError(
  'HoldNotGranted',
  'The supplier grants no hold of this kind, or the time that he grants is used up.',
);
export const TooManyHolds = userError('TooManyHolds', 'You hold as much at once as one may: 2,000 lines.');

export const ExtendHoldPayload = payloadType(
  'ExtendHoldPayload',
  { key: 'hold', type: () => StockHoldType, description: 'The hold as it is now.' },
  errorUnion('ExtendHoldError', [HoldEnded, HoldNotLonger]),
);
export const ReleaseHoldsPayload = payloadType(
  'ReleaseHoldsPayload',
  { key: 'holds', type: () => [StockHoldType], description: 'The holds as they are now.' },
  errorUnion('ReleaseHoldsError', [HoldReasonMissing]),
);
export const SaveHoldPolicyPayload = payloadType(
  'SaveHoldPolicyPayload',
  { key: 'policy', type: () => HoldPolicyType, description: 'What holds from the next hold on.' },
  errorUnion('SaveHoldPolicyError', [VersionConflict]),
);
