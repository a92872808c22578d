import { Field, ID, Int, ObjectType, OmitType } from '@nestjs/graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar, MoneyType } from '#libs/platform';
import { ExchangeTermsType, RepairTermsType } from '#libs/supply';
import { describedEnum } from '../described-enum.graphql.js';

export const RotableKindEnum = describedEnum('RotableKind', 'Why a unit goes round.', {
  CORE: 'It is owed after a unit came in exchange.',
  REPAIR: 'The supplier repairs it.',
});
const RotableStatusEnum = describedEnum('RotableStatus', 'Where a core or a repair stands.', {
  AWAITED: 'The supplier has not sent his unit yet; nothing is owed.',
  DUE: 'The core is owed.',
  LATE: 'The core is owed and late.',
  ORDERED: 'The repair is ordered; the unit is still with the buyer.',
  SHIPPED: "The buyer's unit is on its way.",
  RECEIVED: 'The supplier has it.',
  INSPECTED: 'The supplier has looked at it.',
  ACCEPTED: 'The core settles the exchange.',
  REJECTED: 'The core is no good; another may come.',
  BILLED: 'The core was billed instead.',
  QUOTED: 'The repair has a price; the buyer decides.',
  APPROVED: 'The buyer agreed to the price.',
  REFUSED: 'The buyer refused the price.',
  REPAIRED: 'It is repaired and has its certificate.',
  RETURNED: 'It is on its way back.',
  SCRAPPED: 'It was scrapped.',
  CANCELLED: 'It was called off before it began.',
});
export const RotableStepEnum = describedEnum('RotableStep', 'What a party does to a core or repair.', {
  SEND: 'The supplier sends his unit in exchange.',
  SHIP: 'The buyer sends his unit.',
  RECEIVE: 'The supplier takes it in.',
  INSPECT: 'The supplier looks at a core.',
  ACCEPT: 'The supplier takes a core.',
  REJECT: 'The supplier rejects a core.',
  BILL: 'The supplier bills a core.',
  EXTEND: 'The supplier gives more time.',
  CANCEL: 'A repair, or a core nobody owes, is called off.',
  QUOTE: 'The supplier says what a repair costs.',
  APPROVE: 'The buyer agrees.',
  REFUSE: 'The buyer refuses.',
  FINISH: 'The repair is done.',
  RETURN: 'The unit goes back.',
  SCRAP: 'The unit is scrapped.',
});
const RotableEventKindEnum = describedEnum('RotableEventKind', 'What happened to a core or repair.', {
  OPENED: 'It was ordered.',
  SEND: 'The unit in exchange left.',
  SHIP: "The buyer's unit left.",
  RECEIVE: 'The supplier took it in.',
  INSPECT: 'The core was inspected.',
  ACCEPT: 'The core was accepted.',
  REJECT: 'The core was rejected.',
  BILL: 'The supplier asked for the bill.',
  EXTEND: 'More time was given.',
  CANCEL: 'It was called off.',
  QUOTE: 'A price was quoted.',
  APPROVE: 'The price was approved.',
  REFUSE: 'The price was refused.',
  FINISH: 'The repair is done.',
  RETURN: 'The unit went back.',
  SCRAP: 'The unit was scrapped.',
  WARNING: 'Time runs out.',
  OVERDUE: 'Time has run out.',
  LATE_FEE: 'A late fee was charged.',
  BILL_DUE: 'The day of the bill has come while the core is under way.',
  BILLED: 'The core was billed.',
});
const RotableChargeKindEnum = describedEnum('RotableChargeKind', 'What a core or repair costs beside its order.', {
  DEPOSIT: 'Deposit for the core.',
  DEPOSIT_RETURNED: 'The deposit, given back.',
  LATE_FEE: 'For a late core.',
  CORE_VALUE: 'The value of a core that did not come back as it should.',
  OUTRIGHT: 'The outright price of the unit.',
  FEE_CREDITED: 'The exchange fee, given back against the outright price.',
  EVALUATION: 'For the inspection of a unit whose repair was refused.',
  REPAIR: 'The repair.',
});
export const CoreRejectionEnum = describedEnum('CoreRejection', 'Why a core is no good.', {
  BEYOND_REPAIR: 'It is beyond economical repair; it is billed at once.',
  WRONG_PART: 'It is another part.',
  INCOMPLETE: 'Something is missing.',
  NO_TRACE: 'Its papers are missing.',
  DAMAGED: 'It was damaged by misuse or on its way.',
  OTHER: 'As the reason says.',
});
export const DispositionEnum = describedEnum('UnitDisposition', 'What becomes of a unit whose repair was refused.', {
  RETURN_AS_IS: 'It comes back as it is.',
  SCRAP: 'It is scrapped.',
});

@ObjectType('RotableEvent', { description: 'One line of the log of a core or repair.' })
export class RotableEventType {
  @Field(() => Int, { description: 'From 1.' })
  seq: number;
  @Field(() => RotableEventKindEnum, { description: 'What happened.' })
  kind: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
  @Field(() => ID, { nullable: true, description: 'Whose people; null: a clock.' })
  actorOrg: string | null;
  @Field(() => String, { description: 'JSON of what belongs to it: serial, waybill, reason.' })
  detail: string;
}

@ObjectType('RotableCharge', { description: 'What a core or repair costs beside its order; given back is below zero.' })
export class RotableChargeType {
  @Field(() => RotableChargeKindEnum, { description: 'What for.' })
  kind: string;
  @Field(() => Int, { description: 'Counts late fees; 1 of the others.' })
  n: number;
  @Field(() => MoneyType, { description: 'How much, before tax.' })
  amount: MoneyType;
  @Field(() => DateTimeScalar, { description: 'When it was charged.' })
  at: Date;
}

@ObjectType('AgreedExchange', {
  description: 'The terms under which the core was ordered; what its offer says today is another matter.',
})
export class AgreedExchangeType extends OmitType(ExchangeTermsType, ['version'], ObjectType) {}

@ObjectType('AgreedRepair', { description: 'The terms under which the repair was ordered.' })
export class AgreedRepairType extends OmitType(RepairTermsType, ['version'], ObjectType) {}

@ObjectType('Rotable', {
  description: 'A unit that goes round: the core of an exchange, or a unit in repair. Its two parties read it.',
})
export class RotableType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => RotableKindEnum, { description: 'Why it goes round.' })
  kind: string;
  @Field(() => String, { description: 'Number: of a core that of its order, line and unit.' })
  number: string;
  @Field(() => RotableStatusEnum, { description: 'Where it stands.' })
  status: string;
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => ID, { description: 'The part.' })
  partId: string;
  @Field(() => String, { description: 'Part number of its manufacturer.' })
  partNumber: string;
  @Field(() => String, { description: "The supplier's part number." })
  supplierPart: string;
  @Field(() => String, { description: 'What it is.' })
  description: string;
  @Field(() => ID, { nullable: true, description: 'Of a core: its order.' })
  orderId: string | null;
  @Field(() => ID, { nullable: true, description: 'Of a core: its line.' })
  lineId: string | null;
  @Field(() => CurrencyCodeScalar, { description: 'Of its terms.' })
  currency: string;
  @Field(() => String, { nullable: true, description: 'Of a repair: what is wrong.' })
  note: string | null;
  @Field(() => String, { nullable: true, description: 'Serial of the unit that came in exchange.' })
  outSerial: string | null;
  @Field(() => String, { nullable: true, description: "Waybill of the supplier's unit, or of the way back." })
  outWaybill: string | null;
  @Field(() => String, { nullable: true, description: "Part number of the buyer's unit." })
  inPart: string | null;
  @Field(() => String, { nullable: true, description: "Serial of the buyer's unit." })
  inSerial: string | null;
  @Field(() => String, { nullable: true, description: "Waybill of the buyer's unit." })
  inWaybill: string | null;
  @Field(() => String, { nullable: true, description: 'Kind of the certificate that came with the unit or the repair.' })
  certificate: string | null;
  @Field(() => String, { nullable: true, description: 'Its number.' })
  certificateNumber: string | null;
  @Field(() => String, { nullable: true, description: 'What the supplier found.' })
  findings: string | null;
  @Field(() => CoreRejectionEnum, { nullable: true, description: 'Why the core was rejected.' })
  reasonCode: string | null;
  @Field(() => String, { nullable: true, description: 'The last reason that was given.' })
  reason: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the repair was quoted at, in `currency`.' })
  quoted: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until then the quote stands.' })
  quoteUntil: Date | null;
  @Field(() => DispositionEnum, { nullable: true, description: 'What becomes of a unit whose repair was refused.' })
  disposition: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What runs out next; a passed one stays until its party acts; null: nothing runs.',
  })
  dueAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since then it is late.' })
  lateSince: Date | null;
  @Field(() => DateTimeScalar, { description: 'When it was ordered.' })
  openedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the unit in exchange left.' })
  sentAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When the supplier took the buyer's unit in." })
  receivedAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  closedAt: Date | null;
  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}
