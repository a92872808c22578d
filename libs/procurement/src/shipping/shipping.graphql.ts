import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
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

@InputType('LeavingLotInput', {
  description: 'A lot, or the one unit of a serial, that leaves. Give at least one of the two numbers. Since 0.2.',
})
export class LeavingLotInput {
  @Field(() => String, { nullable: true, description: 'Lot or batch number.' })
  lotNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Serial number.' })
  serialNumber?: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'In order units; absent: all of the line that the others leave; one for a serial.',
  })
  quantity?: string | null;
}

@InputType('ShippedLineInput', { description: 'A quantity of a line that leaves, and which units it is.' })
export class ShippedLineInput extends MovedLineInput {
  @Field(() => [LeavingLotInput], {
    nullable: true,
    description: 'What of your lots leaves, up to 2,000 in all; what is not named leaves those that expire first. Since 0.2.',
  })
  lots?: LeavingLotInput[] | null;
}

@ObjectType('ShippableLot', { description: 'A lot of yours that may leave for a line of an order. Since 0.2.' })
export class ShippableLotType {
  @Field(() => String, { nullable: true, description: 'Lot or batch number.' })
  lotNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Serial number.' })
  serialNumber: string | null;
  @Field(() => String, { description: 'Condition.' })
  condition: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of use.' })
  shelfLifeOn: string | null;
  @Field(() => String, { description: 'Where.' })
  location: string;
  @Field(() => DecimalScalar, { description: 'What the line has taken of it, in order units.' })
  own: string;
  @Field(() => DecimalScalar, { description: 'What no order has taken, in order units.' })
  free: string;
}

@ObjectType('ShippableLine', { description: 'A line of an order with the lots that may leave for it. Since 0.2.' })
export class ShippableLineType {
  @Field(() => String, { description: "The buyer's line number." })
  lineNumber: string;
  @Field(() => [ShippableLotType], {
    description: 'Those that it has taken, then those that are free and as it requires, what expires first in front; up to 200.',
  })
  lots: ShippableLotType[];
}

@InputType('ShipOrderInput', { description: 'What has left, under which number.' })
export class ShipOrderInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => String, { description: 'Your own number of the despatch, up to 200 characters; the same number leaves once.' })
  despatchNumber: string;
  @Field(() => [ShippedLineInput], { nullable: true, description: 'Up to 1,000 lines; absent: everything that has not left.' })
  lines?: ShippedLineInput[] | null;
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

@InputType('UndoDespatchInput', { description: 'Which despatch was entered by mistake.' })
export class UndoDespatchInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => String, { description: 'The number under which it was entered.' })
  despatchNumber: string;
  @Field(() => String, { description: 'Why, up to 500 characters; the buyer reads it.' })
  reason: string;
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
const DayNotPossible = userError(
  'DayNotPossible',
  'The day cannot be: goods arrive after they have left, and neither lies ahead.',
  {
    day: text('The day that was told.'),
    earliest: text('The earliest that can be; null: not known.'),
    latest: text('The latest that can be.'),
  },
);
const called = { line: text("The buyer's line number."), lot: text('The serial or lot number.') };
const LotUnknown = userError('LotUnknown', 'You have no such lot of the offer on the shelf.', called);
const LotNotFree = userError('LotNotFree', 'Orders have taken the rest of the lot.', {
  ...called,
  free: text('What the line can have of it, in order units.'),
  unit: text('Order unit.'),
});
const LotNotAsRequired = userError('LotNotAsRequired', 'The lot is not as the line requires.', called);
const LotsDiffer = userError('LotsDiffer', 'The lots make more than leaves, or several are without a quantity.', {
  line: called.line,
  lots: text('What they make, in order units.'),
  quantity: text('What leaves.'),
  unit: text('Order unit.'),
});
const despatch = { despatch: text('Its number.') };
const DespatchUndone = userError('DespatchUndone', 'The despatch of this number was undone; take another number.', despatch);
const DespatchUnknown = userError('DespatchUnknown', 'Nothing of the order has left under this number.', despatch);
const DespatchReceived = userError('DespatchReceived', 'Some of the despatch has arrived already.', despatch);
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
    LotUnknown,
    LotNotFree,
    LotNotAsRequired,
    LotsDiffer,
    DespatchUndone,
    IdempotencyMismatch,
    VersionConflict,
  ]),
);
export const ReceiveOrderPayload = payloadType(
  'ReceiveOrderPayload',
  order,
  errorUnion('ReceiveOrderError', [LineUnknown, QuantityNotOpen, NothingToReceive, DayNotPossible, VersionConflict]),
);
export const UndoDespatchPayload = payloadType(
  'UndoDespatchPayload',
  order,
  errorUnion('UndoDespatchError', [DespatchUnknown, DespatchReceived, VersionConflict]),
);
