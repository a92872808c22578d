import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
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
import { BreakModeEnum, BreakScopeEnum, BreakUnitEnum, PriceBreakType } from '../price/price.graphql.js';

export const PricingDateEnum = { ORDER: 'ORDER', DELIVERY: 'DELIVERY', DESPATCH: 'DESPATCH' } as const;
registerEnumType(PricingDateEnum, {
  name: 'PricingDate',
  description: 'Which day decides what price of an agreement holds.',
  valuesMap: {
    ORDER: { description: 'The day of the order.' },
    DELIVERY: { description: 'The day the goods are needed; the day of the order when none is named.' },
    DESPATCH: { description: 'The day the goods are expected to leave, but not before they are needed.' },
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

  @Field(() => [PriceBreakType], { description: 'Prices from quantities on.' })
  breaks: PriceBreakType[];

  @Field(() => BreakModeEnum, { description: 'What a break holds for. Since 0.2.' })
  breakMode: keyof typeof BreakModeEnum;

  @Field(() => BreakUnitEnum, { description: 'What its quantities count. Since 0.2.' })
  breakUnit: keyof typeof BreakUnitEnum;

  @Field(() => BreakScopeEnum, { description: 'What reaches a break. Since 0.2.' })
  breakScope: keyof typeof BreakScopeEnum;

  @Field(() => DecimalScalar, { nullable: true, description: 'Percent off breaks and list price.' })
  discountPercent: string | null;
}

@ObjectType('Incoterm', { description: 'Terms of delivery.' })
export class IncotermType {
  @Field(() => String, { description: 'The rule, such as FCA.' })
  code: string;

  @Field(() => Int, { description: 'Its edition, such as 2020.' })
  edition: number;

  @Field(() => String, { description: 'The named place.' })
  place: string;
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

  @Field(() => Int, { description: 'Versions of one number follow each other in time. Since 0.2.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'Terms of payment; orders under it carry them. Since 0.2.' })
  paymentTerms: string | null;

  @Field(() => Boolean, { description: 'Whether the lowest of all sources wins, not the first. Since 0.2.' })
  bestPrice: boolean;

  @Field(() => [String], { description: 'Certificates that must come with all that is ordered at its prices. Since 0.2.' })
  requiredCertificates: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its last day was brought forward. Since 0.2.' })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why. Since 0.2.' })
  endReason: string | null;
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
  @Field(() => DecimalScalar, { description: 'From this many units on (see breakUnit); rising from break to break.' })
  from: string;

  @Field(() => DecimalScalar, { description: 'Amount per basis.' })
  price: string;
}

@InputType('AgreementItemInput', { description: 'The price of one offer, in the price unit of the offer.' })
export class AgreementItemInput {
  @Field(() => ID, { nullable: true, description: 'One of your offers; or supplierPart.' })
  offerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Your own part number of one of your offers; or offerId. Since 0.2.' })
  supplierPart?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of any quantity, or below the smallest break. Absent: no price below it.',
  })
  price?: string | null;

  @Field(() => DecimalScalar, { defaultValue: '1', description: 'How many price units the prices are for.' })
  basis: string;

  @Field(() => [AgreementBreakInput], { defaultValue: [], description: 'Up to 20 breaks.' })
  breaks: AgreementBreakInput[];

  @Field(() => BreakModeEnum, { defaultValue: 'WHOLE', description: 'What a break holds for.' })
  breakMode: keyof typeof BreakModeEnum;

  @Field(() => BreakUnitEnum, { defaultValue: 'ORDER', description: 'What its quantities count.' })
  breakUnit: keyof typeof BreakUnitEnum;

  @Field(() => BreakScopeEnum, { defaultValue: 'LINE', description: 'What reaches a break.' })
  breakScope: keyof typeof BreakScopeEnum;
}

@InputType('AgreementCategoryInput', { description: 'A discount on one of your categories.' })
export class AgreementCategoryInput {
  @Field(() => String, { description: 'The category as your catalogue names it.' })
  category: string;

  @Field(() => DecimalScalar, { description: 'Percent, 0 to 100 with at most 4 places.' })
  discountPercent: string;
}

@InputType('IncotermInput', { description: 'Terms of delivery.' })
export class IncotermInput {
  @Field(() => String, { description: 'The rule: EXW, FCA, FAS, FOB, CFR, CIF, CPT, CIP, DAP, DPU, DDP, or an older one.' })
  code: string;

  @Field(() => Int, { defaultValue: 2020, description: 'Its edition.' })
  edition: number;

  @Field(() => String, { description: 'The named place, 1 to 120 characters.' })
  place: string;
}

/** What signing and replacing have in common. */
@InputType({ isAbstract: true })
abstract class AgreementTermsInput {
  @Field(() => CurrencyCodeScalar, { description: 'Of all its prices.' })
  currency: string;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo: string;

  @Field(() => PricingDateEnum, { defaultValue: 'ORDER', description: 'Which day decides.' })
  pricingDate: keyof typeof PricingDateEnum;

  @Field(() => String, { nullable: true, description: 'Terms of payment, 1 to 200 characters.' })
  paymentTerms?: string | null;

  @Field(() => IncotermInput, { nullable: true, description: 'Terms of delivery.' })
  incoterm?: IncotermInput | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the lowest of all sources wins, not the first.' })
  bestPrice: boolean;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Kinds of certificates that must come with all that is ordered at its prices, up to 20.',
  })
  requiredCertificates: string[];

  @Field(() => [AgreementItemInput], { defaultValue: [], description: 'Up to 5,000 prices.' })
  items: AgreementItemInput[];

  @Field(() => [AgreementCategoryInput], { defaultValue: [], description: 'Up to 500 discounts.' })
  categories: AgreementCategoryInput[];
}

@InputType('SignAgreementInput', { description: 'An agreement to sign.' })
export class SignAgreementInputType extends AgreementTermsInput {
  @Field(() => ID, { description: 'The buyer; a partnership with him must be active.' })
  buyerId: string;

  @Field(() => String, { description: 'Your number for it, 1 to 60 characters.' })
  number: string;
}

@InputType('ReplaceAgreementInput', {
  description: 'The next version of an agreement; it begins after today and after the earlier one did.',
})
export class ReplaceAgreementInputType extends AgreementTermsInput {
  @Field(() => ID, { description: 'The newest version.' })
  agreementId: string;
}

@InputType('EndAgreementInput', { description: 'An earlier end.' })
export class EndAgreementInput {
  @Field(() => ID, { description: 'One of your agreements as supplier.' })
  agreementId: string;

  @Field(() => LocalDateScalar, { description: 'Its last day, today or later.' })
  lastDay: string;

  @Field(() => String, { description: 'Why, 1 to 500 characters; the buyer reads it.' })
  reason: string;
}

const number = { number: { type: () => String, description: 'The number of the agreement.' } };
const day = { type: () => LocalDateScalar, description: 'The day.' };
export const AgreementPartnerInactive = userError('AgreementPartnerInactive', 'There is no active partnership with the buyer.');
const ofTerms = [
  userError('AgreementOverlaps', 'Another agreement prices the same thing on one of the days.', number),
  userError('AgreementOfferUnknown', 'You have no such offer.'),
  userError('AgreementTermRepeated', 'The agreement prices the same thing twice.'),
];
const agreement = (description: string) => ({ key: 'agreement' as const, type: () => AgreementType, description });

@ObjectType()
export class SignAgreementPayload extends payloadType(
  'SignAgreementPayload',
  agreement('The signed agreement.'),
  errorUnion('SignAgreementError', [
    userError('AgreementNumberTaken', 'You have an agreement of this number.', number),
    ...ofTerms,
    AgreementPartnerInactive,
  ]),
) {}

@ObjectType()
export class ReplaceAgreementPayload extends payloadType(
  'ReplaceAgreementPayload',
  agreement('The next version.'),
  errorUnion('ReplaceAgreementError', [
    ...ofTerms,
    userError('AgreementBeginsTooEarly', 'The next version must begin after today and after the earlier one did.', {
      after: day,
    }),
    userError('AgreementReplaced', 'A newer version is there already.', number),
  ]),
) {}

@ObjectType()
export class EndAgreementPayload extends payloadType(
  'EndAgreementPayload',
  agreement('The agreement with its new last day.'),
  errorUnion('EndAgreementError', [
    userError('AgreementEndsTooEarly', 'It cannot end before today or before it begins.', { earliest: day }),
    userError('AgreementOver', 'It ends on that day or earlier anyway.', { lastDay: day }),
  ]),
) {}
