import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DecimalScalar, errorUnion, IdempotencyMismatch, payloadType } from '#libs/platform';
import { HoldNotGranted, StockHoldType, TooManyHolds } from '#libs/supply';
import { BasketType } from '../basket/basket.graphql.js';
import * as faults from '../order-edge/order-errors.graphql.js';

@InputType('HoldBasketInput', { description: 'Which basket.' })
export class HoldBasketInput {
  @Field(() => ID, { description: 'The basket.' })
  basketId: string;
  @Field(() => String, { description: 'Makes a repeated call harmless; 1 to 255 characters.' })
  idempotencyKey: string;
}

@InputType('ReleaseBasketInput', { description: 'Which basket.' })
export class ReleaseBasketInput {
  @Field(() => ID, { description: 'The basket.' })
  basketId: string;
}

@InputType('NamedHoldLineInput', { description: 'What is held of an offer.' })
export class NamedHoldLineInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => DecimalScalar, { description: 'In order units.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: 'Only at this place of the supplier.' })
  location?: string | null;
}

@InputType('HoldByNameInput', { description: 'A hold without an order, for an aircraft on ground.' })
export class HoldByNameInputType {
  @Field(() => String, { description: 'What both parties call it, such as the tail number; 1 to 120 characters.' })
  label: string;
  @Field(() => Int, { nullable: true, description: 'Minutes, 15 to 60; what the supplier grants when absent, and never more.' })
  minutes?: number | null;
  @Field(() => [NamedHoldLineInput], { description: '1 to 500 offers; all are held or none.' })
  lines: NamedHoldLineInput[];
  @Field(() => String, { description: 'Makes a repeated call harmless; 1 to 255 characters.' })
  idempotencyKey: string;
}

const holding = [
  faults.OutOfStock,
  faults.OfferWithdrawn,
  faults.PartnershipInactive,
  HoldNotGranted,
  TooManyHolds,
  IdempotencyMismatch,
] as const;

export const HoldBasketPayload = payloadType(
  'HoldBasketPayload',
  { key: 'basket', type: () => BasketType, description: 'The basket as it is now.' },
  errorUnion('HoldBasketError', [faults.EmptyBasket, ...holding]),
);
export const HoldByNamePayload = payloadType(
  'HoldByNamePayload',
  { key: 'holds', type: () => [StockHoldType], description: 'What is held; name their ids when you order.' },
  errorUnion('HoldByNameError', [...holding]),
);
