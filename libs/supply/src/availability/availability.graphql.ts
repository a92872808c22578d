import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ApprovalBasis, ApprovalBasisEnum } from '#libs/catalog';
import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar, MoneyType, PriceType } from '#libs/platform';
import { WantedLotInput } from '../lot/lot.graphql.js';
import { OfferType } from '../offer/offer.graphql.js';
import { OfferChargeType, PriceKindEnum, PriceSourceEnum } from '../price/price.graphql.js';
import { ConvertedPriceType } from '../rate/rate.graphql.js';
import { StockLabelEnum, StockPlaceType } from '../stock/stock.graphql.js';
import type { LineProblem, Obstacle } from './availability.row.js';

export const ObstacleEnum = {
  WITHDRAWN: 'WITHDRAWN',
  NOT_YET_VALID: 'NOT_YET_VALID',
  EXPIRED: 'EXPIRED',
  BELOW_SMALLEST_BREAK: 'BELOW_SMALLEST_BREAK',
  NO_PRICE: 'NO_PRICE',
  QUOTE_ONLY: 'QUOTE_ONLY',
  BUDGET_PRICE: 'BUDGET_PRICE',
  QUANTITY_OFF_PACK: 'QUANTITY_OFF_PACK',
  OUT_OF_STOCK: 'OUT_OF_STOCK',
} as const satisfies Record<Obstacle, Obstacle>;
registerEnumType(ObstacleEnum, {
  name: 'OfferObstacle',
  description: 'What stands against ordering an offer in this quantity now; the same facts refuse the order.',
  valuesMap: {
    WITHDRAWN: { description: 'It was withdrawn.' },
    NOT_YET_VALID: { description: 'Its price begins on a later day.' },
    EXPIRED: { description: 'Its price has ended.' },
    BELOW_SMALLEST_BREAK: { description: 'There is no price below the smallest break, see smallestBreak.' },
    NO_PRICE: { description: 'No source of the supplier states a price.' },
    QUOTE_ONLY: { description: 'The supplier prices it by quote only.' },
    BUDGET_PRICE: { description: 'The price is an estimate: an order must take it as such (budgetAccepted).' },
    QUANTITY_OFF_PACK: { description: 'Below the minimum or off the multiple, see packRule.nearest.' },
    OUT_OF_STOCK: { description: 'Not enough is free, and the offer has no lead time.' },
  },
});

export const LineProblemEnum = {
  OFFER_UNKNOWN: 'OFFER_UNKNOWN',
  NO_OFFER: 'NO_OFFER',
  BASIS_REFUSED: 'BASIS_REFUSED',
  LOT_REFUSED: 'LOT_REFUSED',
  NUMBER_UNKNOWN: 'NUMBER_UNKNOWN',
  NUMBER_AMBIGUOUS: 'NUMBER_AMBIGUOUS',
} as const satisfies Record<LineProblem, LineProblem>;
registerEnumType(LineProblemEnum, {
  name: 'AvailabilityProblemCode',
  description: 'Why a line has no offer.',
  valuesMap: {
    OFFER_UNKNOWN: { description: 'There is no such offer, or it is not yours to see.' },
    NO_OFFER: { description: 'Nobody offers the part to you.' },
    BASIS_REFUSED: { description: 'There are offers, but none on an approval basis that you allow.' },
    LOT_REFUSED: { description: 'There are offers, but none with units that are as you want them. Since 0.2.' },
    NUMBER_UNKNOWN: { description: 'No part has this number.' },
    NUMBER_AMBIGUOUS: { description: 'Several parts have this number: choose one.' },
  },
});

@InputType('AvailabilityLineInput', { description: 'One line: exactly one of partId, offerId and number.' })
export class AvailabilityLineInput {
  @Field(() => ID, { nullable: true, description: 'Every visible offer of this part.' })
  partId?: string | null;

  @Field(() => ID, { nullable: true, description: 'This offer alone.' })
  offerId?: string | null;

  @Field(() => String, { nullable: true, description: 'A part number as written, or your own number.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'With number: code (CAGE) or name of the manufacturer.' })
  manufacturer?: string | null;

  @Field(() => DecimalScalar, { description: 'How many order units, above zero.' })
  quantity: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day the goods must leave the supplier.' })
  needBy?: string | null;
}

@InputType('AvailabilityInput', { description: 'What is asked.' })
export class AvailabilityInputType {
  @Field(() => [AvailabilityLineInput], { description: '1 to 200 lines.' })
  lines: AvailabilityLineInput[];

  @Field(() => [ApprovalBasisEnum], {
    nullable: true,
    description:
      'A hard filter: only offers on one of these approval bases, the offer’s own or else its part’s; what is on none known does not pass. Since 0.2.',
  })
  approvalBases?: ApprovalBasis[] | null;

  @Field(() => WantedLotInput, {
    nullable: true,
    description:
      'A hard filter over the units: only offers with some that are so; shelf life counts on needBy, else today. Since 0.2.',
  })
  lots?: WantedLotInput | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: "Also show prices in this currency, by your rates; orders stay in the offer's. Since 0.2.",
  })
  displayCurrency?: string | null;
}

@ObjectType('NearestQuantities', { description: 'The valid quantities around one that is not.' })
export class NearestQuantitiesType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The largest below; null when even the smallest valid one is above.',
  })
  below: string | null;

  @Field(() => DecimalScalar, { description: 'The smallest above.' })
  above: string;
}

@ObjectType('PackRule', { description: 'What may be ordered, in order units.' })
export class PackRuleType {
  @Field(() => DecimalScalar, { description: 'Least order.' })
  minimum: string;

  @Field(() => DecimalScalar, { description: 'Whole multiples of this, counted from zero.' })
  multiple: string;

  @Field(() => NearestQuantitiesType, { nullable: true, description: 'Null when the asked quantity keeps the rule.' })
  nearest: NearestQuantitiesType | null;
}

@ObjectType('AvailabilityOffer', { description: 'An offer for one line: your price, what is there, when it can leave.' })
export class AvailabilityOfferType {
  @Field(() => OfferType, { description: 'The offer.' })
  offer: OfferType;

  @Field(() => PriceType, {
    nullable: true,
    description: 'What you pay at this quantity; null: no source covers it, see obstacles.',
  })
  price: PriceType | null;

  @Field(() => PriceSourceEnum, { nullable: true, description: 'Where the price comes from.' })
  priceSource: keyof typeof PriceSourceEnum | null;

  @Field(() => ID, { nullable: true, description: 'The agreement the price comes from.' })
  agreementId: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the price.' })
  priceValidFrom: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of the price.' })
  priceValidTo: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The break the price is from, in order units.' })
  breakFrom: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Where prices begin, when there is none for this quantity.' })
  smallestBreak: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'Quantity x factor / basis x amount, rounded once to the minor units of the currency; before charges and tax.',
  })
  lineAmount: MoneyType | null;

  @Field(() => [OfferChargeType], { description: 'Charges besides it.' })
  charges: OfferChargeType[];

  @Field(() => PackRuleType, { description: 'Minimum and multiple.' })
  packRule: PackRuleType;

  @Field(() => StockLabelEnum, { description: 'What its stock is worth, as weak as its weakest figure. Since 0.2.' })
  stockLabel: keyof typeof StockLabelEnum;

  @Field(() => [StockPlaceType], { description: 'Free stock by location.' })
  stock: StockPlaceType[];

  @Field(() => DecimalScalar, { description: 'Free at all locations together, in order units.' })
  available: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much of it meets the wanted lots; null when none were asked for. Since 0.2.',
  })
  fitting: string | null;

  @Field(() => Int, { nullable: true, description: 'Lead time of the offer, in days.' })
  leadDays: number | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'First day the whole quantity can leave the supplier: today from stock, else after the lead time; null: not before new stock comes.',
  })
  earliest: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether that is in time; null when no day was asked for.' })
  needByMet: boolean | null;

  @Field(() => [ObstacleEnum], { description: 'What stands against ordering it so; empty: it can be ordered.' })
  obstacles: Obstacle[];

  @Field(() => PriceKindEnum, { description: 'What the price is worth. Since 0.2.' })
  priceType: keyof typeof PriceKindEnum;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it is firm. Since 0.2.' })
  heldUntil: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'A confirmed quantity can be cancelled until so many days before it ships; null: until the day before. Since 0.2.',
  })
  cancelDays: number | null;

  @Field(() => ConvertedPriceType, {
    nullable: true,
    description:
      'Price and line in displayCurrency, with the rate; null: not asked for, no price, or no rate is known. Since 0.2.',
  })
  converted: ConvertedPriceType | null;
}

@ObjectType('PartCandidate', { description: 'A part that a number may mean.' })
export class PartCandidateType {
  @Field(() => ID, { description: 'The part.' })
  partId: string;

  @Field(() => String, { description: 'Its number as written.' })
  number: string;

  @Field(() => String, { description: 'Code of its manufacturer.' })
  manufacturerCode: string;

  @Field(() => String, { description: 'Name of its manufacturer.' })
  manufacturerName: string;

  @Field(() => String, { description: 'What it is.' })
  name: string;
}

@ObjectType('AvailabilityProblem', { description: 'Why a line has no offer.' })
export class AvailabilityProblemType {
  @Field(() => LineProblemEnum, { description: 'For programs.' })
  code: LineProblem;

  @Field(() => String, { description: 'For people, in the language of the request.' })
  message: string;

  @Field(() => [PartCandidateType], { description: 'The parts to choose from.' })
  choices: PartCandidateType[];
}

@ObjectType('AvailabilityLine', { description: 'The answer to one line.' })
export class AvailabilityLineType {
  @Field(() => Int, { description: 'Its place in the question, from 0.' })
  line: number;

  @Field(() => DecimalScalar, { description: 'The asked quantity.' })
  quantity: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The asked day.' })
  needBy: string | null;

  @Field(() => [AvailabilityOfferType], { description: 'Every offer you may see, what can leave first in front.' })
  offers: AvailabilityOfferType[];

  @Field(() => AvailabilityProblemType, { nullable: true, description: 'Why there is none.' })
  problem: AvailabilityProblemType | null;
}

@ObjectType('AvailabilityPayload', { description: 'What availability answers.' })
export class AvailabilityPayload {
  @Field(() => [AvailabilityLineType], { description: 'One for each line, in the order asked.' })
  lines: AvailabilityLineType[];
}
