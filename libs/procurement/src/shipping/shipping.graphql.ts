import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  DecimalScalar,
  errorUnion,
  IdempotencyMismatch,
  LocalDateScalar,
  payloadType,
  userError,
  VersionConflict,
} from '#libs/platform';
import { OrderType } from '../order-edge/order.graphql.js';
import { LineHeldByGate, LineUnknown } from '../order-edge/order-errors.graphql.js';

@InputType('MovedLineInput', { description: 'A quantity of a line that leaves or arrives.' })
export class MovedLineInput {
  @Field(() => String, { description: "The buyer's line number, as text." })
  lineNumber: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'In order units; absent: all of the line that can.' })
  quantity?: string | null;
}

@InputType('ShipOrderInput', { description: 'What has left, under which number.' })
export class ShipOrderInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => String, { description: 'Your own number of the despatch, up to 200 characters; the same number leaves once.' })
  despatchNumber: string;
  @Field(() => [MovedLineInput], { nullable: true, description: 'Up to 1,000 lines; absent: everything that has not left.' })
  lines?: MovedLineInput[] | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it left; today when absent.' })
  shippedOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it is expected there; as promised when absent.' })
  deliverOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Who carries it, up to 100 characters.' })
  carrier?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the waybill, up to 60 characters.' })
  waybill?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
}

@InputType('ReceiveOrderInput', { description: 'What has arrived.' })
export class ReceiveOrderInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => [MovedLineInput], { nullable: true, description: 'Up to 1,000 lines; absent: everything on its way.' })
  lines?: MovedLineInput[] | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it arrived; today when absent.' })
  receivedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'Note, up to 500 characters.' })
  note?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
}

const text = (description: string) => ({ type: () => String, description });
const QuantityNotOpen = userError('QuantityNotOpen', 'Less of the line can move than that.', {
  line: text("The buyer's line number."),
  open: text('What can move, in order units.'),
  unit: text('Order unit.'),
});
const NothingToShip = userError('NothingToShip', 'Everything of it has left, or ended, or waits for an answer.');
const NothingToReceive = userError('NothingToReceive', 'Nothing of it is on its way.');
const DayNotPossible = userError('DayNotPossible', 'The day cannot be: goods arrive after they have left, and neither lies ahead.', {
  day: text('The day that was told.'),
  earliest: text('The earliest that can be; null: not known.'),
  latest: text('The latest that can be.'),
});
const order = { key: 'order' as const, type: () => OrderType, description: 'The order as it is now.' };
export const ShipOrderPayload = payloadType(
  'ShipOrderPayload',
  order,
  errorUnion('ShipOrderError', [
    LineUnknown,
    QuantityNotOpen,
    NothingToShip,
    DayNotPossible,
    LineHeldByGate,
    IdempotencyMismatch,
    VersionConflict,
  ]),
);
export const ReceiveOrderPayload = payloadType(
  'ReceiveOrderPayload',
  order,
  errorUnion('ReceiveOrderError', [LineUnknown, QuantityNotOpen, NothingToReceive, DayNotPossible, VersionConflict]),
);
