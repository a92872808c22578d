import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  IdempotencyMismatch,
  payloadType,
  UnitCodeScalar,
  userError,
  VersionConflict,
} from '#libs/platform';
import { describedEnum } from '../described-enum.graphql.js';
import * as refused from '../order-edge/order-errors.graphql.js';
import { PriorityUnknown } from '../priority/priority.graphql.js';

const UrgentStatusEnum = describedEnum('UrgentStatus', 'Where an urgent request stands.', {
  OPEN: 'It waits for the supplier.',
  ACCEPTED: 'The supplier has said when it leaves.',
  DECLINED: 'The supplier cannot help.',
  SHIPPED: 'It has left.',
  CANCELLED: 'The buyer took it back.',
});
const UrgentClockEnum = describedEnum('UrgentClock', 'What an urgent request waits for.', {
  RESPOND: "The supplier's answer.",
  SHIP: 'The goods to leave.',
  PO: 'The order that was to follow.',
});
const UrgentEventKindEnum = describedEnum('UrgentEventKind', 'What happened to an urgent request.', {
  OPENED: 'It was raised.',
  ACCEPTED: 'The supplier accepted it.',
  DECLINED: 'The supplier declined it.',
  SHIPPED: 'It left.',
  CANCELLED: 'The buyer took it back.',
  CONTACTED: 'The desks talked.',
  RAISED: 'It became more urgent.',
  DOWNGRADED: 'It became less urgent, for a reason.',
  ORDERED: 'Its order was placed.',
  HOLD_EXPIRED: 'What was held was given back.',
  WARNING: 'A clock is about to run out.',
  BREACH: 'A clock ran out.',
  ESCALATION: 'It ran out some time ago.',
});
export const DeskSideEnum = { BUY: 'BUY', SELL: 'SELL' } as const;
registerEnumType(DeskSideEnum, {
  name: 'DeskSide',
  description: 'Whose desk.',
  valuesMap: { BUY: { description: 'What you asked for.' }, SELL: { description: 'What you are asked for.' } },
});

@ObjectType('UrgentEvent', { description: 'One line of the log of an urgent request.' })
export class UrgentEventType {
  @Field(() => Int, { description: 'From 1.' })
  seq: number;
  @Field(() => UrgentEventKindEnum, { description: 'What happened.' })
  kind: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
  @Field(() => ID, { nullable: true, description: 'Whose people; null: a clock.' })
  actorOrg: string | null;
  @Field(() => String, { description: 'JSON of what belongs to it: reason, waybill, clock.' })
  detail: string;
}

@ObjectType('UrgentRequest', {
  description: 'A request for a part now: the intake answers, the deadlines, and what became of it. Its two parties read it.',
})
export class UrgentRequestType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Number, one per buyer.' })
  number: string;
  @Field(() => String, { description: 'Priority: AOG, WSP, USR.' })
  priority: string;
  @Field(() => UrgentStatusEnum, { description: 'Where it stands.' })
  status: string;
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => ID, { description: 'The part.' })
  partId: string;
  @Field(() => String, { description: "The supplier's part number." })
  supplierPart: string;
  @Field(() => String, { description: 'What it is.' })
  description: string;
  @Field(() => UnitCodeScalar, { description: 'Order unit.' })
  orderUnit: string;
  @Field(() => DecimalScalar, { description: 'Wanted, in order units.' })
  quantity: string;
  @Field(() => DecimalScalar, { description: 'What would do for now.' })
  minimumQuantity: string;
  @Field(() => DateTimeScalar, { description: 'Needed then.' })
  needAt: Date;
  @Field(() => String, { nullable: true, description: 'Registration of the aircraft.' })
  tail: string | null;
  @Field(() => String, { nullable: true, description: 'Where it stands.' })
  groundedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Its next flight.' })
  nextFlight: Date | null;
  @Field(() => String, { description: 'Whom to call back.' })
  contact: string;
  @Field(() => String, { nullable: true, description: 'Forwarder or driver.' })
  forwarder: string | null;
  @Field(() => String, { nullable: true, description: 'Account with the forwarder.' })
  forwarderAccount: string | null;
  @Field(() => String, { nullable: true, description: 'Note.' })
  note: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  openedAt: Date;
  @Field(() => DateTimeScalar, { description: 'The supplier answers before this.' })
  respondBy: Date;
  @Field(() => DateTimeScalar, { description: 'It leaves before this.' })
  shipBy: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The order follows before this; null: no goods without one.' })
  poBy: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the supplier answered.' })
  respondedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the supplier said that it leaves.' })
  promisedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it left.' })
  shippedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Waybill.' })
  waybill: string | null;
  @Field(() => DecimalScalar, { description: 'Held without an order, in order units.' })
  held: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until then, or it was.' })
  heldUntil: Date | null;
  @Field(() => ID, { nullable: true, description: 'Its order.' })
  orderId: string | null;
  @Field(() => UrgentClockEnum, { nullable: true, description: 'What runs out next; null: no clock runs.' })
  dueClock: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it does; a passed one stays until it is answered.' })
  dueAt: Date | null;
  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}

@ObjectType('PriorityRecord', { description: 'How often a supplier kept his clocks.' })
export class PriorityRecordType {
  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;
  @Field(() => String, { description: 'Priority.' })
  priority: string;
  @Field(() => Int, { description: 'Requests opened in the period.' })
  requests: number;
  @Field(() => Int, { description: 'Answered in time.' })
  respondMet: number;
  @Field(() => Int, { description: 'Answered late or not at all.' })
  respondMissed: number;
  @Field(() => Int, { description: 'Left in time.' })
  shipMet: number;
  @Field(() => Int, { description: 'Left late or not at all.' })
  shipMissed: number;
  @Field(() => Float, { nullable: true, description: 'Percent of answers in time; null: none yet.' })
  respondPercent: number | null;
  @Field(() => Float, { nullable: true, description: 'Percent of shipments in time; null: none yet.' })
  shipPercent: number | null;
}

const request = { key: 'request' as const, type: () => UrgentRequestType, description: 'The request as it is now.' };
const text = (description: string) => ({ type: () => String, description });

const UrgentNotPossible = userError('UrgentNotPossible', 'The request has gone on: this step is no longer possible.', {
  status: text('Where it stands.'),
});
const step = [VersionConflict, UrgentNotPossible];

export const RaiseUrgentPayload = payloadType(
  'RaiseUrgentPayload',
  request,
  errorUnion('RaiseUrgentError', [
    IdempotencyMismatch,
    PriorityUnknown,
    userError('IntakeIncomplete', 'A priority of rank 1 needs this answer.', { field: text('Which one.') }),
    userError('MinimumAboveQuantity', 'What would do is more than what is wanted.'),
    userError('PoToFollowRefused', 'The supplier ships nothing without an order.'),
    userError('PoCapExceeded', 'The amount is above what the supplier ships without an order, or cannot be compared with it.', {
      amount: text('Of the line; null without a price.'),
      currency: text('Its currency.'),
      cap: text("The supplier's cap."),
      capCurrency: text('Its currency.'),
    }),
    refused.OfferWithdrawn,
    refused.PartSuperseded,
    refused.PartnershipInactive,
    refused.SiteUnknown,
  ]),
);
export const AnswerUrgentPayload = payloadType('AnswerUrgentPayload', request, errorUnion('AnswerUrgentError', step));
export const ShipUrgentPayload = payloadType('ShipUrgentPayload', request, errorUnion('ShipUrgentError', step));
export const LogContactPayload = payloadType('LogContactPayload', request, errorUnion('LogContactError', step));
export const CancelUrgentPayload = payloadType('CancelUrgentPayload', request, errorUnion('CancelUrgentError', step));
export const ChangePriorityPayload = payloadType(
  'ChangePriorityPayload',
  request,
  errorUnion('ChangePriorityError', [
    ...step,
    PriorityUnknown,
    userError('PriorityUnchanged', 'It has this priority already.'),
    userError('ReasonMissing', 'A downgrade needs its reason.'),
  ]),
);
export const OrderUrgentPayload = payloadType(
  'OrderUrgentPayload',
  request,
  errorUnion('OrderUrgentError', [
    ...step,
    IdempotencyMismatch,
    refused.PriceChanged,
    refused.NoPrice,
    refused.OutOfStock,
    refused.QuantityOffPack,
    refused.BelowSmallestBreak,
    refused.OfferWithdrawn,
    refused.PartSuperseded,
    refused.NcnrNotAccepted,
    refused.PartnershipInactive,
    refused.OrderNumberTaken,
    refused.ExchangeTermsNotSeen,
    refused.ExchangeWithdrawn,
    refused.ExchangeQuantity,
  ]),
);
