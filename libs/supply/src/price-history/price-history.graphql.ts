import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, PriceType } from '#libs/platform';

@ObjectType('PastPrice', {
  description: 'A list price of an offer, and while which time its supplier published it. Before any agreement.',
})
export class PastPriceType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => String, { description: "The supplier's part number." })
  supplierPart: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published; null: not known.' })
  since: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was replaced; null: it holds.' })
  until: string | null;

  @Field(() => PriceType, { description: 'The list price, or that of the smallest break where there is none.' })
  price: PriceType;
}
