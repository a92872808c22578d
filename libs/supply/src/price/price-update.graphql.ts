import { Field, ID, InputType } from '@nestjs/graphql';
import { DecimalScalar, errorUnion, LocalDateScalar, payloadType, userError } from '#libs/platform';
import { PublicationType } from '../publication/publication.graphql.js';
import { BreakModeEnum, PriceKindEnum } from './price.graphql.js';

@InputType('PriceBreakInput', { description: 'A price from a quantity on.' })
export class PriceBreakInput {
  @Field(() => DecimalScalar, { description: 'Order units; greater than 0.' })
  from: string;

  @Field(() => DecimalScalar, { description: 'Per basis, before tax.' })
  price: string;
}

@InputType('PriceLineInput', { description: 'The prices of one of your offers; they replace all it had.' })
export class PriceLineInput {
  @Field(() => String, { description: 'Your own part number, as in the catalogue.' })
  supplierPart: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Per basis, before tax; absent with breaks: none below the smallest.',
  })
  listPrice?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217; absent: that of the catalogue.' })
  currency?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Price units a price is for, such as 100; absent: as published.' })
  basis?: string | null;

  @Field(() => [PriceBreakInput], { nullable: true, description: 'At most 100.' })
  breaks?: PriceBreakInput[] | null;

  @Field(() => BreakModeEnum, { nullable: true, description: 'Default WHOLE.' })
  breakMode?: keyof typeof BreakModeEnum | null;

  @Field(() => PriceKindEnum, { nullable: true, description: 'Default FIRM.' })
  priceType?: keyof typeof PriceKindEnum | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day.' })
  validFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day.' })
  validTo?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it is firm.' })
  heldUntil?: string | null;
}

@InputType('UpdatePricesInput', { description: 'Prices of offers of one catalogue.' })
export class UpdatePricesInputType {
  @Field(() => ID, { description: 'Which catalogue.' })
  catalogueId: string;

  @Field(() => [PriceLineInput], { description: '1 to 1,000; each part once.' })
  lines: PriceLineInput[];
}

const text = (description: string) => ({ type: () => String, description });
const PriceLineRefused = userError('PriceLineRefused', 'A line cannot be taken; none was.', {
  supplierPart: text('Its part number.'),
  reason: text('Code of what is wrong, as with the rows of a file: OFFER_UNKNOWN, PRICE_NEGATIVE, ...'),
});

export const UpdatePricesPayload = payloadType(
  'UpdatePricesPayload',
  { key: 'publication', type: () => PublicationType, description: 'The new version of the catalogue.' },
  errorUnion('UpdatePricesError', [PriceLineRefused]),
);
