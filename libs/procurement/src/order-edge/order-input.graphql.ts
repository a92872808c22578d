import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar, PriceInput, UnitCodeScalar } from '#libs/platform';
import { LineRequirementsInput } from '../certificate/certificate.input.graphql.js';
import { AlternatesConsentEnum } from '../substitution/consent-enum.graphql.js';
import { HeaderAnswerEnum, ProposalAnswerEnum, QuantityAnswerEnum } from './order-enums.graphql.js';

@InputType('ExchangeSeenInput', { description: 'The core that you saw you will owe; refused when the terms have changed.' })
export class ExchangeSeenInput {
  @Field(() => Int, { description: 'Version of the terms.' })
  version: number;
  @Field(() => DecimalScalar, { description: 'What the core is worth.' })
  coreValue: string;
  @Field(() => CurrencyCodeScalar, { description: 'Currency of the terms.' })
  currency: string;
  @Field(() => Int, { description: 'Days until the core is due.' })
  coreDays: number;
}

@InputType('OrderLineInput', { description: 'One line to order.' })
export class OrderLineInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => DecimalScalar, { description: 'In order units of the offer.' })
  quantity: string;
  @Field(() => PriceInput, {
    description: 'The price you decided on; refused when it is no longer the price. Compared by value.',
  })
  priceSeen: PriceInput;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When you need it.' })
  needBy?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'The tick of a non-cancellable, non-returnable line.' })
  ncnrAccepted: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'The tick of a line whose price is an estimate. Since 0.2.' })
  budgetAccepted: boolean;
  @Field(() => [String], { defaultValue: [], description: 'Codes of charges on request that the line asks for. Since 0.2.' })
  charges: string[];
  @Field(() => ID, { nullable: true, description: 'A reserved promise of yours: the order takes what it holds. Since 0.2.' })
  promiseId?: string | null;
  @Field(() => LineRequirementsInput, { nullable: true, description: 'What its units must be, and their papers. Since 0.2.' })
  requires?: LineRequirementsInput | null;
  @Field(() => ExchangeSeenInput, { nullable: true, description: 'Needed for an offer that is sold in exchange. Since 0.2.' })
  exchangeSeen?: ExchangeSeenInput | null;
  @Field(() => String, { nullable: true, description: 'Your own line number, up to 36 characters; 10, 20, 30 ... when absent.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'Your own part number, up to 70 characters.' })
  buyerPart?: string | null;
  @Field(() => String, { nullable: true, description: 'Revision you want, up to 40 characters.' })
  revision?: string | null;
  @Field(() => String, { nullable: true, description: 'Note to the supplier, up to 500 characters.' })
  note?: string | null;
  @Field(() => AlternatesConsentEnum, {
    defaultValue: 'NONE',
    description: 'How far the supplier may substitute the part. Since 0.2.',
  })
  alternatesConsent: keyof typeof AlternatesConsentEnum;
}

@InputType('PlaceOrderInput', { description: 'Either a basket or lines.' })
export class PlaceOrderInputType {
  @Field(() => String, { description: 'Up to 255 characters; the same key gives the same orders for 30 days.' })
  idempotencyKey: string;
  @Field(() => ID, { nullable: true, description: 'The basket to order; it is empty afterwards.' })
  basketId?: string | null;
  @Field(() => [OrderLineInput], { nullable: true, description: 'Lines to order, up to 500.' })
  lines?: OrderLineInput[] | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Holds that the lines use up, up to 500, such as one by name; those of the basket are used up in any case. Since 0.2.',
  })
  holdIds?: string[] | null;
  @Field(() => LineRequirementsInput, {
    nullable: true,
    description: 'The same for every line that says nothing of its own. Since 0.2.',
  })
  requires?: LineRequirementsInput | null;
  @Field(() => ID, { description: 'Where it goes: a site of yours.' })
  shipToId: string;
  @Field(() => ID, { nullable: true, description: 'Who gets the invoice; the ship-to site when absent.' })
  billToId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Your own order number, up to 35 characters; the next PO number when absent.',
  })
  number?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When you need all lines that name no day of their own.' })
  requestedDelivery?: string | null;
  @Field(() => String, { nullable: true, description: 'Cost reference; only you see it.' })
  costReference?: string | null;
  @Field(() => String, { nullable: true, description: 'Internal note; only you see it.' })
  internalNote?: string | null;
  @Field(() => String, { nullable: true, description: 'Note to the suppliers.' })
  note?: string | null;
}

@InputType('AnsweredPriceInput', { description: 'A price the supplier answers with.' })
export class AnsweredPriceInput {
  @Field(() => DecimalScalar, { description: 'For the whole basis.' })
  amount: string;
  @Field(() => DecimalScalar, { description: 'How many units the amount is for.' })
  basis: string;
  @Field(() => UnitCodeScalar, { nullable: true, description: 'Price or order unit of the line; the price unit when absent.' })
  unit?: string | null;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: "The order's currency when given." })
  currency?: string | null;
}

@InputType('SubstituteInput', { description: 'The part offered instead; by number of supplier or manufacturer.' })
export class SubstituteInput {
  @Field(() => String, { nullable: true, description: 'Your number.' })
  supplierPart?: string | null;
  @Field(() => String, { nullable: true, description: "The manufacturer's number." })
  manufacturerPart?: string | null;
  @Field(() => String, { nullable: true, description: 'Who makes it.' })
  manufacturer?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is.' })
  description?: string | null;
}

@InputType('AnsweredQuantityInput', { description: 'What the supplier says of one quantity.' })
export class AnsweredQuantityInput {
  @Field(() => QuantityAnswerEnum, { description: 'The answer.' })
  status: keyof typeof QuantityAnswerEnum;
  @Field(() => DecimalScalar, { description: 'In order units; the quantities of a line add up to what is open of it.' })
  quantity: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of shipping.' })
  shipOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of delivery.' })
  deliverOn?: string | null;
  @Field(() => AnsweredPriceInput, { nullable: true, description: 'Another price.' })
  price?: AnsweredPriceInput | null;
  @Field(() => SubstituteInput, { nullable: true, description: 'Another part.' })
  substitute?: SubstituteInput | null;
  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters.' })
  reason?: string | null;
}

@InputType('AnsweredLineInput', { description: 'What the supplier says of one line.' })
export class AnsweredLineInput {
  @Field(() => String, { description: "The buyer's line number." })
  lineNumber: string;
  @Field(() => [AnsweredQuantityInput], { description: 'Its quantities, up to 50.' })
  schedules: AnsweredQuantityInput[];
}

@InputType('ConfirmOrderInput', { description: "The supplier's answer." })
export class ConfirmOrderInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Up to 255 characters; the same key and answer are taken once.' })
  idempotencyKey?: string | null;
  @Field(() => HeaderAnswerEnum, { nullable: true, description: 'For every line that is not named.' })
  header?: keyof typeof HeaderAnswerEnum | null;
  @Field(() => [AnsweredLineInput], { nullable: true, description: 'Answers line by line.' })
  lines?: AnsweredLineInput[] | null;
  @Field(() => String, { nullable: true, description: 'Your own number of the order.' })
  supplierNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Why, for a rejection.' })
  reason?: string | null;
}

@InputType('RejectOrderInput', { description: 'Which order, and why.' })
export class RejectOrderInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
}

@InputType('AnsweredProposalInput', { description: 'What the buyer says to one proposal.' })
export class AnsweredProposalInput {
  @Field(() => ID, { description: 'The quantity it stands on.' })
  scheduleId: string;
  @Field(() => ProposalAnswerEnum, { description: 'The answer.' })
  answer: keyof typeof ProposalAnswerEnum;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@InputType('AnswerProposalInput', { description: 'Answers to proposals of one order.' })
export class AnswerProposalInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
  @Field(() => [AnsweredProposalInput], { description: 'The answers.' })
  answers: AnsweredProposalInput[];
}

@InputType('AnsweredRequestInput', { description: 'What the supplier says to one request.' })
export class AnsweredRequestInput {
  @Field(() => ID, { description: 'The quantity it stands on.' })
  scheduleId: string;
  @Field(() => Boolean, { description: 'true grants it, false refuses.' })
  grant: boolean;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@InputType('AnswerRequestInput', { description: 'Answers to requests of one order.' })
export class AnswerRequestInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
  @Field(() => [AnsweredRequestInput], { description: 'The answers.' })
  answers: AnsweredRequestInput[];
}

@InputType('CancelOrderInput', { description: 'What to cancel or close, and why.' })
export class CancelOrderInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
  @Field(() => [String], { nullable: true, description: 'Numbers of lines; all of them when absent.' })
  lineNumbers?: string[] | null;
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
}

@InputType('LineChangeInput', { description: 'What shall be different about one line.' })
export class LineChangeInput {
  @Field(() => String, { description: 'Number of the line.' })
  lineNumber: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'What you want of it from now on, in order units.' })
  quantity?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When you need it.' })
  needBy?: string | null;
}

@InputType('ChangeOrderInput', { description: 'What a buyer asks to be changed.' })
export class ChangeOrderInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  expectedVersion?: number | null;
  @Field(() => [LineChangeInput], { description: 'Line by line.' })
  lines: LineChangeInput[];
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}
