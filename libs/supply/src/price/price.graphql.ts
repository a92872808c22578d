import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar, MoneyType, PriceType } from '#libs/platform';

export const PriceSourceEnum = {
  AGREEMENT: 'AGREEMENT',
  CATEGORY: 'CATEGORY',
  MATRIX: 'MATRIX',
  BREAK: 'BREAK',
  LIST: 'LIST',
} as const;
registerEnumType(PriceSourceEnum, {
  name: 'PriceSource',
  description:
    'Where a price comes from. The sources are asked in the order the supplier declares, this one unless he says another; the first that covers part, quantity and day answers, never the lowest unless an agreement says best price.',
  valuesMap: {
    AGREEMENT: { description: 'A price that an agreement names for the offer.' },
    CATEGORY: { description: 'The offer price less the discount of an agreement on its category.' },
    MATRIX: { description: "The offer price less the discount of the supplier's matrix for your category and the goods'." },
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

export const ChargeConditionEnum = {
  ALWAYS: 'ALWAYS',
  HAZMAT: 'HAZMAT',
  ON_REQUEST: 'ON_REQUEST',
  ORDER_BELOW: 'ORDER_BELOW',
} as const;
registerEnumType(ChargeConditionEnum, {
  name: 'ChargeCondition',
  description: 'When a charge falls due.',
  valuesMap: {
    ALWAYS: { description: 'With every such line or order.' },
    HAZMAT: { description: 'With dangerous goods.' },
    ON_REQUEST: {
      description: 'When a line asks for it by its code: a certificate, cutting, handling for an aircraft on ground.',
    },
    ORDER_BELOW: { description: 'When the goods of an order are worth less than `below`.' },
  },
});

export const BreakModeEnum = { WHOLE: 'WHOLE', GRADUATED: 'GRADUATED' } as const;
registerEnumType(BreakModeEnum, {
  name: 'BreakMode',
  description: 'What the price of a break holds for.',
  valuesMap: {
    WHOLE: { description: 'The whole quantity.' },
    GRADUATED: { description: 'The units from the break on; those before keep the price of theirs.' },
  },
});

export const BreakUnitEnum = { ORDER: 'ORDER', PRICE: 'PRICE' } as const;
registerEnumType(BreakUnitEnum, {
  name: 'BreakUnit',
  description: 'What the quantities of breaks count.',
  valuesMap: { ORDER: { description: 'Order units.' }, PRICE: { description: 'Price units.' } },
});

export const BreakScopeEnum = { LINE: 'LINE', ORDER: 'ORDER' } as const;
registerEnumType(BreakScopeEnum, {
  name: 'BreakScope',
  description: 'What reaches a break.',
  valuesMap: {
    LINE: { description: 'Each line alone.' },
    ORDER: { description: 'All lines with the offer together, in one question or order.' },
  },
});

export const PriceKindEnum = { FIRM: 'FIRM', BUDGET: 'BUDGET', QUOTE: 'QUOTE' } as const;
registerEnumType(PriceKindEnum, {
  name: 'PriceKind',
  description: 'What a stated price is worth.',
  valuesMap: {
    FIRM: { description: 'It binds.' },
    BUDGET: { description: 'An estimate: ordered only when the buyer takes it as such.' },
    QUOTE: { description: 'None without a quote.' },
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

  @Field(() => ChargeConditionEnum, { description: 'When it falls due. Since 0.2.' })
  applies: keyof typeof ChargeConditionEnum;

  @Field(() => MoneyType, { nullable: true, description: 'With ORDER_BELOW: the value of goods it falls due under. Since 0.2.' })
  below: MoneyType | null;
}

@ObjectType('PriceBreak', { description: 'A price from a quantity on.' })
export class PriceBreakType {
  @Field(() => DecimalScalar, { description: 'From this many order units on.' })
  from: string;

  @Field(() => PriceType, { description: 'The price that holds from there.' })
  price: PriceType;
}
