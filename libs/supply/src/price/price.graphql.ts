import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar, MoneyType, PriceType } from '#libs/platform';

export const PriceSourceEnum = { AGREEMENT: 'AGREEMENT', CATEGORY: 'CATEGORY', BREAK: 'BREAK', LIST: 'LIST' } as const;
registerEnumType(PriceSourceEnum, {
  name: 'PriceSource',
  description:
    'Where a price comes from. The sources are asked in this order; the first that covers part, quantity and day answers, never the lowest.',
  valuesMap: {
    AGREEMENT: { description: 'A price that an agreement names for the offer.' },
    CATEGORY: { description: 'The offer price less the discount of an agreement on its category.' },
    BREAK: { description: 'A quantity break of the offer.' },
    LIST: { description: 'The list price of the offer.' },
  },
});

export const ChargeBaseEnum = { LINE: 'LINE', ORDER: 'ORDER', PACKAGE: 'PACKAGE' } as const;
registerEnumType(ChargeBaseEnum, {
  name: 'ChargeBase',
  description: 'What a charge is counted by.',
  valuesMap: {
    LINE: { description: 'Once per order line.' },
    ORDER: { description: 'Once per order.' },
    PACKAGE: { description: 'Per order unit, begun ones whole.' },
  },
});

@ObjectType('OfferCharge', { description: 'A charge besides the price: hazmat, certificate, cutting, minimum order.' })
export class OfferChargeType {
  @Field(() => String, { description: 'The code the supplier gave, such as HAZ.' })
  code: string;

  @Field(() => MoneyType, { description: 'Its amount, before tax.' })
  amount: MoneyType;

  @Field(() => ChargeBaseEnum, { description: 'What it is counted by.' })
  per: keyof typeof ChargeBaseEnum;
}

@ObjectType('PriceBreak', { description: 'A price from a quantity on.' })
export class PriceBreakType {
  @Field(() => DecimalScalar, { description: 'From this many order units on.' })
  from: string;

  @Field(() => PriceType, { description: 'The price that holds from there.' })
  price: PriceType;
}
