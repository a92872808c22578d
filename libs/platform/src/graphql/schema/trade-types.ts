import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Money, Price, Quantity } from '#libs/kernel';
import { CurrencyCodeScalar, DecimalScalar, UnitCodeScalar } from './scalars.js';

/** Schema type `Money`; resolvers return a kernel Money. */
@ObjectType('Money', { description: 'An amount in one currency.' })
export class MoneyType implements Money {
  @Field(() => DecimalScalar, { description: 'In major units, such as "12.50".' })
  amount: string;

  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217.' })
  currency: string;
}

/** Schema type `Quantity`; resolvers return a kernel Quantity. */
@ObjectType('Quantity', { description: 'How much, in which unit.' })
export class QuantityType implements Quantity {
  @Field(() => DecimalScalar, { description: 'In units of `unit`.' })
  value: string;

  @Field(() => UnitCodeScalar, { description: 'UN/ECE Recommendation 20.' })
  unit: string;
}

/** Schema type `Price`; resolvers return a kernel Price. */
@ObjectType('Price', {
  description: '`amount` per `basis` units of `unit`: screws at 4.20 per 100 EA. Never divided to basis 1.',
})
export class PriceType implements Price {
  @Field(() => DecimalScalar, { description: 'In major units, for the whole basis.' })
  amount: string;

  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217.' })
  currency: string;

  @Field(() => DecimalScalar, { description: 'How many units the amount is for, such as "100".' })
  basis: string;

  @Field(() => UnitCodeScalar, { description: 'The unit the price is counted in, UN/ECE Recommendation 20.' })
  unit: string;
}

/** Input of a price seen or signed. */
@InputType('PriceInput', { description: '`amount` per `basis` units of `unit`.' })
export class PriceInput implements Price {
  @Field(() => DecimalScalar, { description: 'In major units, for the whole basis.' })
  amount: string;

  @Field(() => CurrencyCodeScalar, { description: 'ISO 4217.' })
  currency: string;

  @Field(() => DecimalScalar, { description: 'How many units the amount is for.' })
  basis: string;

  @Field(() => UnitCodeScalar, { description: 'UN/ECE Recommendation 20.' })
  unit: string;
}
