import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CountryCodeScalar, DecimalScalar, UnitCodeScalar } from '#libs/platform';

export const LeadKindEnum = { CALENDAR: 'CALENDAR', WORKING: 'WORKING' } as const;
registerEnumType(LeadKindEnum, {
  name: 'LeadKind',
  description: 'Which days a lead time counts, from the day of the order.',
  valuesMap: { CALENDAR: { description: 'Every day.' }, WORKING: { description: 'Monday to Friday; holidays are not known.' } },
});

export const OfferStatusEnum = { ACTIVE: 'ACTIVE', WITHDRAWN: 'WITHDRAWN' } as const;
registerEnumType(OfferStatusEnum, {
  name: 'OfferStatus',
  description: 'Whether an offer may be ordered.',
  valuesMap: {
    ACTIVE: { description: 'It is in the published catalogue.' },
    WITHDRAWN: { description: 'It was withdrawn: readable, not orderable.' },
  },
});

@ObjectType('Factor', { description: 'An exact ratio.' })
export class FactorType {
  @Field(() => DecimalScalar, { description: 'Above the line.' })
  numerator: string;

  @Field(() => DecimalScalar, { description: 'Below the line, never zero.' })
  denominator: string;
}

/** Schema type `Offer`; resolvers return an OfferCard. Supplier, part and price list are resolved when they are asked for. */
@ObjectType('Offer', { description: 'What a supplier sells of a part, as published.' })
export class OfferType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => ID, { description: 'The supplier.' })
  supplierId: string;

  @Field(() => ID, { description: 'The part.' })
  partId: string;

  @Field(() => String, { description: 'Part number of the supplier.' })
  supplierPart: string;

  @Field(() => String, { description: 'What the supplier calls it.' })
  name: string;

  @Field(() => UnitCodeScalar, { description: 'What one orders.' })
  orderUnit: string;

  @Field(() => UnitCodeScalar, { nullable: true, description: 'What is in an order unit.' })
  contentUnit: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How many content units are in an order unit; null for a package whose content is not stated, which cannot be compared.',
  })
  contentPerOrderUnit: string | null;

  @Field(() => UnitCodeScalar, { description: 'What the price counts.' })
  priceUnit: string;

  @Field(() => FactorType, { description: 'Price units in one order unit.' })
  priceFactor: FactorType;

  @Field(() => DecimalScalar, { description: 'Least order, in order units.' })
  minimum: string;

  @Field(() => DecimalScalar, { description: 'Orders are whole multiples of this, counted from zero.' })
  multiple: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from order to despatch when nothing is in stock; null: sold from stock only.',
  })
  leadDays: number | null;

  @Field(() => LeadKindEnum, { nullable: true, description: 'Which days those are.' })
  leadKind: keyof typeof LeadKindEnum | null;

  @Field(() => Boolean, { description: 'Non-cancellable, non-returnable: an order must accept it.' })
  ncnr: boolean;

  @Field(() => Int, { nullable: true, description: 'Days after delivery in which it may be returned.' })
  returnableDays: number | null;

  @Field(() => String, { nullable: true, description: 'Condition code, such as NE or OH.' })
  condition: string | null;

  @Field(() => String, { nullable: true, description: 'On what approval it rests: OEM, PMA, TSO, STANDARD, ...' })
  approvalBasis: string | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Country of origin.' })
  countryOfOrigin: string | null;

  @Field(() => OfferStatusEnum, { description: 'Whether it may be ordered.' })
  status: keyof typeof OfferStatusEnum;
}
