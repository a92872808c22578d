import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  LocalDateScalar,
  MoneyType,
  PriceType,
  payloadType,
  QuantityType,
} from '#libs/platform';
import { ExchangeTermsType, OfferChargeType, PriceStepType } from '#libs/supply';
import { LineRequirementsInput } from '../certificate/certificate.input.graphql.js';
import { LineRequirementsType } from '../certificate/requirements.graphql.js';
import { enumOf } from '../order-edge/order-enums.graphql.js';
import * as faults from '../order-edge/order-errors.graphql.js';
import { ExchangeSeenInput } from '../order-edge/order-input.graphql.js';
import { AlternatesConsentEnum } from '../substitution/consent-enum.graphql.js';

export const BasketNoticeEnum = enumOf('BasketNotice', 'What you must know about a line before you order it.', {
  OFFER_WITHDRAWN: 'The offer is withdrawn: take the line out.',
  PRICE_CHANGED: 'The price is another one than you saw.',
  NO_PRICE: 'No price holds today.',
  BELOW_SMALLEST_BREAK: 'Below this quantity there is no price.',
  QUANTITY_OFF_PACK: 'The quantity keeps neither minimum nor multiple; the nearest ones are given.',
  OUT_OF_STOCK: 'Sold from stock only, and there is less than wanted.',
  NCNR_NOT_ACCEPTED: 'Neither cancellable nor returnable: needs your tick.',
  BUDGET_NOT_ACCEPTED: 'The price is an estimate: needs your tick.',
  CORE_NOT_ACCEPTED: 'Sold in exchange: you will owe a core on terms that you have not accepted.',
  EXCHANGE_WITHDRAWN: 'No longer sold in exchange: no core is taken.',
  LOT_MISSING: 'Too few free units are as the line requires them.',
});

@ObjectType('PricedOffer', { description: 'An offer for one quantity, as it holds for you now.' })
export class PricedOfferType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => ID, { description: 'Who offers it.' })
  supplierId: string;
  @Field(() => ID, { description: 'The part.' })
  partId: string;
  @Field(() => String, { description: "The supplier's part number." })
  supplierPart: string;
  @Field(() => String, { nullable: true, description: "The manufacturer's part number." })
  manufacturerPart: string | null;
  @Field(() => String, { nullable: true, description: 'Who makes it.' })
  manufacturer: string | null;
  @Field(() => String, { description: 'What it is.' })
  name: string;
  @Field(() => QuantityType, { description: 'The smallest quantity.' })
  minimum: QuantityType;
  @Field(() => QuantityType, { description: 'Quantities are multiples of this.' })
  multiple: QuantityType;
  @Field(() => PriceType, { nullable: true, description: 'Your price for the quantity; null when none holds.' })
  price: PriceType | null;
  @Field(() => String, { nullable: true, description: 'AGREEMENT, CATEGORY, MATRIX, BREAK or LIST.' })
  priceSource: string | null;
  @Field(() => MoneyType, { nullable: true, description: 'The quantity at that price, rounded once.' })
  amount: MoneyType | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Free stock, in order units.' })
  free: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When all of it can leave; null when nobody knows.' })
  earliest: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The nearest valid quantity below one that is off the pack.' })
  nearestBelow: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The nearest valid quantity above one that is off the pack.' })
  nearestAbove: string | null;
  @Field(() => Boolean, { description: 'Whether it can be neither cancelled nor returned.' })
  ncnr: boolean;
  @Field(() => Boolean, { description: 'Whether the price is an estimate. Since 0.2.' })
  budget: boolean;
  @Field(() => [OfferChargeType], { description: 'Charges besides the price. Since 0.2.' })
  charges: OfferChargeType[];
  @Field(() => [PriceStepType], { description: 'How the price came about; without one, why there is none. Since 0.2.' })
  explanation: PriceStepType[];
}

@ObjectType('BasketLine', { description: 'One offer in a basket.' })
export class BasketLineType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => DecimalScalar, { description: 'Wanted, in order units of the offer.' })
  quantity: string;
  @Field(() => PriceType, { description: 'The price you saw.' })
  priceSeen: PriceType;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When you need it.' })
  needBy: string | null;
  @Field(() => String, { nullable: true, description: 'Note to the supplier.' })
  note: string | null;
  @Field(() => Boolean, { description: 'The tick of a non-cancellable, non-returnable line.' })
  ncnrAccepted: boolean;
  @Field(() => AlternatesConsentEnum, { description: 'How far the supplier may substitute the part. Since 0.2.' })
  alternatesConsent: keyof typeof AlternatesConsentEnum;
  @Field(() => Boolean, { description: 'The tick of a line whose price is an estimate. Since 0.2.' })
  budgetAccepted: boolean;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What the basket holds of it, in order units; null: nothing. Since 0.2.',
  })
  held: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null when nothing is held. Since 0.2.' })
  heldUntil: Date | null;
  @Field(() => LineRequirementsType, {
    nullable: true,
    description: 'What its units must be, and their papers; null: nothing was said. Since 0.2.',
  })
  requires: LineRequirementsType | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Free units that are as they are required, in order units; null: none, or nothing is required. Since 0.2.',
  })
  fitting: string | null;
  @Field(() => ExchangeTermsType, {
    nullable: true,
    description: 'The core that you will owe for each unit; null: not sold in exchange. Since 0.2.',
  })
  exchange: ExchangeTermsType | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the core is due if the unit leaves as soon as it can; null: not sold in exchange. Since 0.2.',
  })
  coreDueAt: Date | null;
  @Field(() => PricedOfferType, { nullable: true, description: 'What holds now; null when the offer is gone.' })
  now: PricedOfferType | null;
  @Field(() => [BasketNoticeEnum], { description: 'What you must know before you order it.' })
  notices: string[];
}

@ObjectType('Basket', { description: 'A named basket of yours.' })
export class BasketType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => Int, { description: 'Counts its edits.' })
  version: number;
  @Field(() => Int, { description: 'How many of its lines name an offer that is gone.' })
  withdrawnCount: number;
  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  changedAt: Date;
}

@InputType('CreateBasketInput', { description: 'A new basket.' })
export class CreateBasketInput {
  @Field(() => String, { description: 'A name that you have not used, 1 to 80 characters.' })
  name: string;
}

@InputType('BasketOfferInput', { description: 'An offer to put into a basket.' })
export class BasketOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => DecimalScalar, { description: 'In order units; added when the offer is in the basket already.' })
  quantity: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When you need it.' })
  needBy?: string | null;
  @Field(() => String, { nullable: true, description: 'Note to the supplier.' })
  note?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'The tick of a non-cancellable, non-returnable line.' })
  ncnrAccepted: boolean;
  @Field(() => AlternatesConsentEnum, {
    defaultValue: 'NONE',
    description: 'How far the supplier may substitute the part. Since 0.2.',
  })
  alternatesConsent: keyof typeof AlternatesConsentEnum;
  @Field(() => Boolean, { defaultValue: false, description: 'The tick of a line whose price is an estimate. Since 0.2.' })
  budgetAccepted: boolean;
  @Field(() => LineRequirementsInput, {
    nullable: true,
    description: 'What its units must be, and their papers; absent leaves what the line says. Since 0.2.',
  })
  requires?: LineRequirementsInput | null;
}

@InputType('AddToBasketInput', { description: 'What to put where.' })
export class AddToBasketInput {
  @Field(() => ID, { description: 'The basket.' })
  basketId: string;
  @Field(() => [BasketOfferInput], { description: '1 to 500 offers.' })
  lines: BasketOfferInput[];
}

@InputType('ChangeBasketLineInput', { description: 'What shall be different about a basket line; absent fields stay.' })
export class ChangeBasketLineInput {
  @Field(() => ID, { description: 'The basket.' })
  basketId: string;
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'In order units.' })
  quantity?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'null takes the day away.' })
  needBy?: string | null;
  @Field(() => String, { nullable: true, description: 'null takes the note away.' })
  note?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'The tick of a non-cancellable, non-returnable line.' })
  ncnrAccepted?: boolean | null;
  @Field(() => AlternatesConsentEnum, { nullable: true, description: 'How far the supplier may substitute the part. Since 0.2.' })
  alternatesConsent?: keyof typeof AlternatesConsentEnum | null;
  @Field(() => Boolean, { nullable: true, description: 'The tick of a line whose price is an estimate. Since 0.2.' })
  budgetAccepted?: boolean | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Takes the price that holds now as seen.' })
  acceptPrice: boolean;
  @Field(() => LineRequirementsInput, {
    nullable: true,
    description: 'What its units must be, and their papers; null takes it away. Since 0.2.',
  })
  requires?: LineRequirementsInput | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Takes the core that you will owe as seen: that of `exchangeSeen`, or that it is none. Since 0.2.',
  })
  acceptCore: boolean;
  @Field(() => ExchangeSeenInput, { nullable: true, description: 'With `acceptCore`: the terms that you have read. Since 0.2.' })
  exchangeSeen?: ExchangeSeenInput | null;
}

@InputType('RemoveBasketLineInput', { description: 'Which line of which basket.' })
export class RemoveBasketLineInput {
  @Field(() => ID, { description: 'The basket.' })
  basketId: string;
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
}

@InputType('DeleteBasketInput', { description: 'Which basket.' })
export class DeleteBasketInput {
  @Field(() => ID, { description: 'The basket.' })
  basketId: string;
}

const basket = { key: 'basket' as const, type: () => BasketType, description: 'The basket as it is now.' };
export const CreateBasketPayload = payloadType(
  'CreateBasketPayload',
  basket,
  errorUnion('CreateBasketError', [faults.BasketNameTaken, faults.TooManyBaskets]),
);
export const AddToBasketPayload = payloadType(
  'AddToBasketPayload',
  basket,
  errorUnion('AddToBasketError', [faults.OfferWithdrawn, faults.NoPrice, faults.BelowSmallestBreak, faults.BasketFull]),
);
export const ChangeBasketLinePayload = payloadType(
  'ChangeBasketLinePayload',
  basket,
  errorUnion('ChangeBasketLineError', [
    faults.OfferWithdrawn,
    faults.NoPrice,
    faults.ExchangeTermsNotSeen,
    faults.ExchangeWithdrawn,
  ]),
);
