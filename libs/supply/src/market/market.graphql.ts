import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar, PriceType } from '#libs/platform';
import { AppliedRateType } from '../rate/rate.graphql.js';

@ObjectType('MarketPrice', {
  description:
    'What a part costs in public, in one condition, currency and base unit: of each seller his lowest list price at his smallest order that everybody may see. Only with at least 3 sellers, or more where the hub is set so; prices ten times above or below the middle are left out.',
})
export class MarketPriceType {
  @Field(() => LocalDateScalar, { description: 'The day (UTC) it was taken; it stays the same all day.' })
  day: string;

  @Field(() => String, { nullable: true, description: 'Condition code, such as NE or OH; null: not stated.' })
  condition: string | null;

  @Field(() => Int, { description: 'At least so many sellers: 3, 5, 10, 20, 50 or 100.' })
  sellersMin: number;

  @Field(() => PriceType, { description: 'Half of the sellers ask less; rounded to three digits.' })
  median: PriceType;

  @Field(() => PriceType, { description: 'The lowest, rounded down to two digits.' })
  low: PriceType;

  @Field(() => PriceType, { description: 'The highest, rounded up to two digits.' })
  high: PriceType;

  @Field(() => AppliedRateType, { nullable: true, description: 'The rate it was converted by; null: as the sellers quote.' })
  rate: AppliedRateType | null;
}
