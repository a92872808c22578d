import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  MoneyType,
  PriceType,
  QuantityType,
} from '#libs/platform';
import { LineRequirementsType } from '../certificate/requirements.graphql.js';
import { AlternatesConsentEnum } from '../substitution/consent-enum.graphql.js';
import {
  OrderChannelEnum,
  OrderEventKindEnum,
  OrderSideEnum,
  OrderStatusEnum,
  ScheduleStatusEnum,
} from './order-enums.graphql.js';

@ObjectType('OrderParty', { description: 'One of the two organisations of an order.' })
export class OrderPartyType {
  @Field(() => ID, { description: 'The organisation.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@ObjectType('OrderPlace', { description: 'An address as it was when the order was placed.' })
export class OrderPlaceType {
  @Field(() => String, { description: "The buyer's own code of the site; empty when his ERP wrote the address out." })
  code: string;
  @Field(() => String, { description: 'Name of the place.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'GLN.' })
  gln: string | null;
  @Field(() => [String], { description: 'Street, building, post box.' })
  lines: string[];
  @Field(() => String, { nullable: true, description: 'City.' })
  city: string | null;
  @Field(() => String, { nullable: true, description: 'State or province.' })
  region: string | null;
  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country: string | null;
}

@ObjectType('OrderCharge', { description: 'A charge beside the goods.' })
export class OrderChargeType {
  @Field(() => String, { description: 'Code of the kind of charge, such as AOG.' })
  code: string;
  @Field(() => DecimalScalar, { description: "The whole charge in the order's currency." })
  amount: string;
}

@ObjectType('Substitute', { description: 'The part a supplier would send instead.' })
export class SubstituteType {
  @Field(() => String, { nullable: true, description: "The supplier's number." })
  supplierPart?: string | null;
  @Field(() => String, { nullable: true, description: "The manufacturer's number." })
  manufacturerPart?: string | null;
  @Field(() => String, { nullable: true, description: 'Who makes it.' })
  manufacturer?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is.' })
  description?: string | null;
}

@ObjectType('Proposal', { description: 'What a supplier proposes for one quantity; what is null stays as it is.' })
export class ProposalType {
  @Field(() => DecimalScalar, { nullable: true, description: 'Another quantity, in order units.' })
  quantity?: string | null;
  @Field(() => PriceType, { nullable: true, description: 'Another price.' })
  price?: PriceType | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of shipping.' })
  shipOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of delivery.' })
  deliverOn?: string | null;
  @Field(() => SubstituteType, { nullable: true, description: 'Another part.' })
  substitute?: SubstituteType | null;
}

@ObjectType('ChangeRequest', { description: 'What a buyer asks for of one quantity.' })
export class ChangeRequestType {
  @Field(() => DecimalScalar, { nullable: true, description: 'Another quantity, in order units.' })
  quantity?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Another day of delivery.' })
  deliverOn?: string | null;
}

@ObjectType('ScheduleLine', {
  description: 'One quantity of a line with its own state and dates. The quantities of a line add up to it.',
})
export class ScheduleLineType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => DecimalScalar, { description: 'In order units.' })
  quantity: string;
  @Field(() => ScheduleStatusEnum, { description: 'Where it stands.' })
  status: string;
  @Field(() => ScheduleStatusEnum, { nullable: true, description: 'What stands beneath a proposal or request.' })
  base: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Confirmed day of shipping.' })
  shipOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Confirmed day of delivery.' })
  deliverOn: string | null;
  @Field(() => PriceType, { description: "The price that holds for it: the line's, or another one that was agreed." })
  price: PriceType;
  @Field(() => SubstituteType, { nullable: true, description: 'The part agreed instead.' })
  substitute: SubstituteType | null;
  @Field(() => ProposalType, { nullable: true, description: 'What waits for the buyer.' })
  proposal: ProposalType | null;
  @Field(() => ChangeRequestType, { nullable: true, description: 'What waits for the supplier.' })
  request: ChangeRequestType | null;
  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever said so.' })
  reason: string | null;
  @Field(() => String, { nullable: true, description: "The partner's own code of the answer." })
  rawStatus: string | null;
}

@ObjectType('OrderLine', { description: 'One line as it was ordered; later catalogues do not change it.' })
export class OrderLineType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: "The buyer's line number, as text." })
  number: string;
  @Field(() => ID, { description: 'The part.' })
  partId: string;
  @Field(() => ID, { description: 'The offer it was ordered from.' })
  offerId: string;
  @Field(() => String, { description: "The supplier's part number." })
  supplierPart: string;
  @Field(() => String, { nullable: true, description: "The buyer's part number." })
  buyerPart: string | null;
  @Field(() => String, { nullable: true, description: 'Who makes it.' })
  manufacturer: string | null;
  @Field(() => String, { nullable: true, description: "The manufacturer's part number." })
  manufacturerPart: string | null;
  @Field(() => String, { nullable: true, description: 'What it is, in the words of the offer.' })
  description: string | null;
  @Field(() => QuantityType, { description: 'What is ordered.' })
  quantity: QuantityType;
  @Field(() => PriceType, { description: 'The price it was placed at.' })
  price: PriceType;
  @Field(() => String, { description: 'AGREEMENT, CATEGORY, BREAK or LIST; AWARD when it was bid for.' })
  priceSource: string;
  @Field(() => MoneyType, { description: 'What the line costs without charges; rounded once.' })
  amount: MoneyType;
  @Field(() => MoneyType, { description: 'The same without what was rejected, cancelled or closed.' })
  liveAmount: MoneyType;
  @Field(() => AlternatesConsentEnum, { description: 'How far the buyer lets the supplier substitute the part. Since 0.2.' })
  alternatesConsent: keyof typeof AlternatesConsentEnum;
  @Field(() => [OrderChargeType], { description: 'Charges of the line.' })
  charges: OrderChargeType[];
  @Field(() => Boolean, { description: 'Whether it can be neither cancelled nor returned.' })
  ncnr: boolean;
  @Field(() => Int, {
    nullable: true,
    description:
      'A confirmed quantity can be cancelled until so many days before it ships; null: until the day before. Since 0.2.',
  })
  cancelDays: number | null;
  @Field(() => Int, { nullable: true, description: 'Days after delivery in which it may be returned. Since 0.2.' })
  returnableDays: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'BUDGET when the price was an estimate that the buyer took as such. Since 0.2.',
  })
  priceType: 'BUDGET' | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When the buyer needs it.' })
  needBy: string | null;
  @Field(() => String, { nullable: true, description: 'Revision of the part.' })
  revision: string | null;
  @Field(() => String, { nullable: true, description: 'Note to the supplier.' })
  note: string | null;
  @Field(() => LineRequirementsType, {
    nullable: true,
    description: 'What its units must be, and their papers; null: nothing was said. Since 0.2.',
  })
  requires: LineRequirementsType | null;
  @Field(() => [ScheduleLineType], { description: 'Its quantities.' })
  schedules: ScheduleLineType[];
}

@ObjectType('OrderEvent', { description: 'One step in the life of an order.' })
export class OrderEventType {
  @Field(() => Int, { description: 'Version of the order after it.' })
  seq: number;
  @Field(() => OrderEventKindEnum, { description: 'What happened.' })
  kind: string;
  @Field(() => OrderSideEnum, { description: 'Which party did it.' })
  side: string;
  @Field(() => ID, { nullable: true, description: 'Your member, when one of yours did it.' })
  memberId: string | null;
  @Field(() => OrderChannelEnum, { description: 'Through which channel.' })
  channel: string;
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;
  @Field(() => String, { nullable: true, description: 'Reason given with it.' })
  reason: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the despatch that it is about. Since 0.2.' })
  despatchNumber: string | null;
}

@ObjectType('OrderPrivate', { description: 'What the buyer alone sees of his order.' })
export class OrderPrivateType {
  @Field(() => ID, { nullable: true, description: 'The member who placed it.' })
  placedBy: string | null;
  @Field(() => String, { nullable: true, description: 'Cost reference.' })
  costReference: string | null;
  @Field(() => String, { nullable: true, description: 'Internal note.' })
  internalNote: string | null;
}

@ObjectType('Order', {
  description: 'An order between two organisations. Both see the same; what the buyer alone knows stands in `private`.',
})
export class OrderType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => OrderSideEnum, { description: 'Which party you are.' })
  side: string;
  @Field(() => String, { description: "The buyer's number." })
  number: string;
  @Field(() => String, { nullable: true, description: "The supplier's number." })
  supplierNumber: string | null;
  @Field(() => OrderStatusEnum, { description: 'Where it stands.' })
  status: string;
  @Field(() => OrderChannelEnum, { description: 'How it was placed.' })
  channel: string;
  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217.' })
  currency: string;
  @Field(() => OrderPlaceType, { description: 'Where it goes.' })
  shipTo: OrderPlaceType;
  @Field(() => OrderPlaceType, { description: 'Who gets the invoice.' })
  billTo: OrderPlaceType;
  @Field(() => String, { nullable: true, description: 'Incoterm and place.' })
  deliveryTerms: string | null;
  @Field(() => String, { nullable: true, description: 'Terms of payment.' })
  paymentTerms: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When all of it is asked for.' })
  requestedDelivery: string | null;
  @Field(() => String, { nullable: true, description: 'Note to the supplier.' })
  note: string | null;
  @Field(() => [OrderChargeType], { description: 'Charges of the order as a whole.' })
  charges: OrderChargeType[];
  @Field(() => MoneyType, { description: 'Lines and charges, net of tax.' })
  total: MoneyType;
  @Field(() => MoneyType, { description: 'The same without what was rejected, cancelled or closed.' })
  liveTotal: MoneyType;
  @Field(() => DateTimeScalar, { description: 'When it was placed.' })
  placedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the supplier was first heard of.' })
  acknowledgedAt: Date | null;
  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;
}
