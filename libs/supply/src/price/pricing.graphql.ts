import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CurrencyCodeScalar,
  DecimalScalar,
  errorUnion,
  LocalDateScalar,
  MoneyType,
  payloadType,
  userError,
} from '#libs/platform';
import { AgreementPartnerInactive } from '../agreement/agreement.graphql.js';
import { ChargeBaseEnum, ChargeConditionEnum } from './price.graphql.js';

export const PriceSequenceStepEnum = { ITEM: 'ITEM', GROUP: 'GROUP', MATRIX: 'MATRIX', LIST: 'LIST' } as const;
registerEnumType(PriceSequenceStepEnum, {
  name: 'PriceSequenceStep',
  description: 'A source of prices that a supplier puts in order.',
  valuesMap: {
    ITEM: { description: 'A price that an agreement names for the offer.' },
    GROUP: { description: 'The discount of an agreement on the category of the goods.' },
    MATRIX: { description: 'The row of the discount matrix for the categories of customer and goods.' },
    LIST: { description: 'Breaks and list price of the offer; only as the last.' },
  },
});

@ObjectType('DiscountRule', { description: 'One row of a discount matrix.' })
export class DiscountRuleType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Category of customers.' })
  customerCategory: string;
  @Field(() => String, { description: 'Category of goods as the catalogue names it.' })
  productCategory: string;
  @Field(() => DecimalScalar, { description: 'Percent off breaks and list price.' })
  discountPercent: string;
  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo: string;
}

@ObjectType('ChargeRule', { description: 'A charge beside the prices of a supplier.' })
export class ChargeRuleType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;
  @Field(() => String, { description: 'Code, such as HAZ, CERT, CUT, AOG, MIN.' })
  code: string;
  @Field(() => ChargeBaseEnum, { description: 'What it is counted by.' })
  per: keyof typeof ChargeBaseEnum;
  @Field(() => ChargeConditionEnum, { description: 'When it falls due.' })
  applies: keyof typeof ChargeConditionEnum;
  @Field(() => MoneyType, { description: 'How much, before tax.' })
  amount: MoneyType;
  @Field(() => MoneyType, { nullable: true, description: 'With ORDER_BELOW: the value of goods it falls due under.' })
  below: MoneyType | null;
  @Field(() => String, { nullable: true, description: 'On goods of this category; null: on all.' })
  category: string | null;
  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo: string;
}

@ObjectType('CustomerCategory', { description: 'A buyer and the category of customers he counts among.' })
export class CustomerCategoryType {
  @Field(() => ID, { description: 'The buyer.' })
  buyerId: string;
  @Field(() => String, { nullable: true, description: 'The category; null: none.' })
  category: string | null;
}

/** Schema type `PricingPolicy`; matrix, charges and customers are read when they are asked for. */
@ObjectType('PricingPolicy', { description: 'How your prices are found.' })
export class PricingPolicyType {
  @Field(() => [PriceSequenceStepEnum], { description: 'The order in which sources are asked; the first hit wins.' })
  sequence: (keyof typeof PriceSequenceStepEnum)[];
  @Field(() => Int, { description: 'Counts the changes of sequence, matrix and charges; 0 before the first.' })
  version: number;
}

@InputType('SetAccessSequenceInput', { description: 'The order of the sources.' })
export class SetAccessSequenceInput {
  @Field(() => [PriceSequenceStepEnum], { description: 'Each at most once, LIST last; what is left out is never asked.' })
  sequence: (keyof typeof PriceSequenceStepEnum)[];
  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType('DiscountRuleInput', { description: 'One row of a discount matrix.' })
export class DiscountRuleInput {
  @Field(() => String, { description: 'Category of customers, 1 to 40 characters.' })
  customerCategory: string;
  @Field(() => String, { description: 'Category of goods as your catalogue names it.' })
  productCategory: string;
  @Field(() => DecimalScalar, { description: 'Percent, 0 to 100 with at most 4 places.' })
  discountPercent: string;
  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo: string;
}

@InputType('SaveDiscountMatrixInput', { description: 'The whole matrix.' })
export class SaveDiscountMatrixInput {
  @Field(() => [DiscountRuleInput], { description: 'Up to 2,000 rows; none takes the matrix away.' })
  rows: DiscountRuleInput[];
  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType('ChargeRuleInput', { description: 'A charge beside the prices.' })
export class ChargeRuleInput {
  @Field(() => String, { description: 'Code, 1 to 40 characters.' })
  code: string;
  @Field(() => ChargeBaseEnum, { description: 'What it is counted by.' })
  per: keyof typeof ChargeBaseEnum;
  @Field(() => ChargeConditionEnum, { defaultValue: 'ALWAYS', description: 'When it falls due.' })
  applies: keyof typeof ChargeConditionEnum;
  @Field(() => DecimalScalar, { description: 'How much, in `currency`.' })
  amount: string;
  @Field(() => CurrencyCodeScalar, { description: 'It reaches prices in this currency.' })
  currency: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'With ORDER_BELOW, which counts per ORDER: the value of goods.' })
  below?: string | null;
  @Field(() => String, { nullable: true, description: 'On goods of this category; absent: on all.' })
  category?: string | null;
  @Field(() => LocalDateScalar, { description: 'First day.' })
  validFrom: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  validTo: string;
}

@InputType('SaveChargeRulesInput', { description: 'All charges.' })
export class SaveChargeRulesInput {
  @Field(() => [ChargeRuleInput], { description: 'Up to 100; none takes all away.' })
  rules: ChargeRuleInput[];
  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType('SetCustomerCategoryInput', { description: 'A buyer and his category.' })
export class SetCustomerCategoryInput {
  @Field(() => ID, { description: 'The buyer; a partnership with him must be active.' })
  buyerId: string;
  @Field(() => String, { nullable: true, description: '1 to 40 characters; null: none.' })
  category: string | null;
}

const VersionConflict = userError('PricingVersionConflict', 'The prices were changed meanwhile: read them again.');
const policy = { key: 'policy' as const, type: () => PricingPolicyType, description: 'The policy as it is now.' };

@ObjectType()
export class SetAccessSequencePayload extends payloadType(
  'SetAccessSequencePayload',
  policy,
  errorUnion('SetAccessSequenceError', [VersionConflict]),
) {}

@ObjectType()
export class SaveDiscountMatrixPayload extends payloadType(
  'SaveDiscountMatrixPayload',
  policy,
  errorUnion('SaveDiscountMatrixError', [
    VersionConflict,
    userError('MatrixRowsOverlap', 'Two rows for the same categories share a day.'),
  ]),
) {}

@ObjectType()
export class SaveChargeRulesPayload extends payloadType(
  'SaveChargeRulesPayload',
  policy,
  errorUnion('SaveChargeRulesError', [
    VersionConflict,
    userError('ChargeRulesOverlap', 'Two charges of one code for the same goods and currency share a day.'),
  ]),
) {}

@ObjectType()
export class SetCustomerCategoryPayload extends payloadType(
  'SetCustomerCategoryPayload',
  { key: 'customer' as const, type: () => CustomerCategoryType, description: 'The buyer as he counts now.' },
  errorUnion('SetCustomerCategoryError', [AgreementPartnerInactive]),
) {}
