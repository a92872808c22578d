import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CurrencyCodeScalar,
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  LocalDateScalar,
  PageArgs,
  PriceType,
  payloadType,
  userError,
} from '#libs/platform';
import { PriceBreakType } from '../price/price.graphql.js';

export const PricingDateEnum = { ORDER: 'ORDER', DELIVERY: 'DELIVERY' } as const;
registerEnumType(PricingDateEnum, {
  name: 'PricingDate',
  description: 'Which day decides what price of an agreement holds.',
  valuesMap: {
    ORDER: { description: 'The day of the order.' },
    DELIVERY: { description: 'The day the goods are needed; the day of the order when none is named.' },
  },
});

@ObjectType('AgreementTerm', { description: 'A price of an offer, or a discount on a category.' })
export class AgreementTermType {
  @Field(() => ID, { nullable: true, description: 'The offer it prices.' })
  offerId: string | null;

  @Field(() => String, { nullable: true, description: 'The category it discounts.' })
  category: string | null;

  @Field(() => PriceType, { nullable: true, description: 'Of any quantity, or below the smallest break.' })
  price: PriceType | null;

  @Field(() => [PriceBreakType], { description: 'Prices from quantities of order units on.' })
  breaks: PriceBreakType[];

  @Field(() => DecimalScalar, { nullable: true, description: 'Percent off breaks and list price.' })
  discountPercent: string | null;
}

@ObjectType('Agreement', { description: 'Prices a supplier has agreed with a buyer for a time; its two parties read it.' })
export class AgreementType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'The number both name it by.' })
  number: string;

  @Field(() => CurrencyCodeScalar, { description: 'Of all its prices.' })
  currency: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo: string;

  @Field(() => PricingDateEnum, { description: 'Which day decides.' })
  pricingDate: keyof typeof PricingDateEnum;

  @Field(() => DateTimeScalar, { description: 'When it was signed.' })
  signedAt: Date;
}

@ObjectType('AgreementConnection', { description: 'A page of agreements, the latest beginning first.' })
export class AgreementConnection extends connectionOf('Agreement', () => AgreementType) {}

@InputType('AgreementFilter', { description: 'Which agreements; all conditions hold.' })
export class AgreementFilterInput {
  @Field(() => ID, { nullable: true, description: 'With this partner.' })
  partnerId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'In force on this day.' })
  on?: string | null;
}

@ArgsType()
export class AgreementsArgs extends PageArgs {
  @Field(() => AgreementFilterInput, { nullable: true, description: 'Which ones.' })
  filter?: AgreementFilterInput | null;
}

@InputType('AgreementBreakInput', { description: 'A price from a quantity on.' })
export class AgreementBreakInput {
  @Field(() => DecimalScalar, { description: 'From this many order units on; rising from break to break.' })
  from: string;

  @Field(() => DecimalScalar, { description: 'Amount per basis.' })
  price: string;
}

@InputType('AgreementItemInput', { description: 'The price of one offer, in the price unit of the offer.' })
export class AgreementItemInput {
  @Field(() => ID, { description: 'One of your offers.' })
  offerId: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of any quantity, or below the smallest break. Absent: no price below it.',
  })
  price?: string | null;

  @Field(() => DecimalScalar, { defaultValue: '1', description: 'How many price units the prices are for.' })
  basis: string;

  @Field(() => [AgreementBreakInput], { defaultValue: [], description: 'Up to 20 breaks.' })
  breaks: AgreementBreakInput[];
}

@InputType('AgreementCategoryInput', { description: 'A discount on one of your categories.' })
export class AgreementCategoryInput {
  @Field(() => String, { description: 'The category as your catalogue names it.' })
  category: string;

  @Field(() => DecimalScalar, { description: 'Percent, 0 to 100 with at most 4 places.' })
  discountPercent: string;
}

@InputType('SignAgreementInput', { description: 'An agreement to sign.' })
export class SignAgreementInputType {
  @Field(() => ID, { description: 'The buyer; a partnership with him must be active.' })
  buyerId: string;

  @Field(() => String, { description: 'Your number for it, 1 to 60 characters.' })
  number: string;

  @Field(() => CurrencyCodeScalar, { description: 'Of all its prices.' })
  currency: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo: string;

  @Field(() => PricingDateEnum, { defaultValue: 'ORDER', description: 'Which day decides.' })
  pricingDate: keyof typeof PricingDateEnum;

  @Field(() => [AgreementItemInput], { defaultValue: [], description: 'Up to 5,000 prices.' })
  items: AgreementItemInput[];

  @Field(() => [AgreementCategoryInput], { defaultValue: [], description: 'Up to 500 discounts.' })
  categories: AgreementCategoryInput[];
}

const number = { number: { type: () => String, description: 'The number of the agreement.' } };
const SignAgreementError = errorUnion('SignAgreementError', [
  userError('AgreementNumberTaken', 'You have an agreement of this number.', number),
  userError('AgreementOverlaps', 'Another agreement prices the same thing on one of the days.', number),
  userError('AgreementOfferUnknown', 'You have no such offer.'),
  userError('AgreementTermRepeated', 'The agreement prices the same thing twice.'),
  userError('AgreementPartnerInactive', 'There is no active partnership with the buyer.'),
]);

@ObjectType()
export class SignAgreementPayload extends payloadType(
  'SignAgreementPayload',
  { key: 'agreement', type: () => AgreementType, description: 'The signed agreement.' },
  SignAgreementError,
) {}
