import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '#libs/platform';
import { PricedOfferType } from '../basket/basket.graphql.js';
import { enumOf } from '../order-edge/order-enums.graphql.js';

export const QuickProblemEnum = enumOf('QuickLineProblem', 'Why a pasted line leads to no offer.', {
  NUMBER_MISSING: 'There is no part number.',
  QUANTITY_UNREADABLE: 'The quantity is no plain number.',
  TOO_MANY_LINES: 'More than 1,000 lines.',
  BAR_CODE_UNREADABLE: 'A bar code that names no part, or is damaged.',
  NUMBER_UNKNOWN: 'No part has this number.',
  NUMBER_AMBIGUOUS: 'Several parts have this number: choose one.',
  NO_OFFER: 'Nobody offers the part to you.',
});

@ObjectType('PartChoice', { description: 'A part that a number may mean.' })
export class PartChoiceType {
  @Field(() => ID, { description: 'The part.' })
  partId: string;
  @Field(() => String, { description: 'Its number as written.' })
  number: string;
  @Field(() => String, { description: 'Code of its manufacturer.' })
  manufacturerCode: string;
  @Field(() => String, { description: 'Name of its manufacturer.' })
  manufacturerName: string;
  @Field(() => String, { description: 'What it is.' })
  name: string;
}

@ObjectType('QuickLine', { description: 'One pasted line and what it may mean.' })
export class QuickLineType {
  @Field(() => Int, { description: 'Line of the text, from 1.' })
  line: number;
  @Field(() => String, { description: 'The part number as read.' })
  number: string;
  @Field(() => String, { nullable: true, description: 'The manufacturer as read, by name or code. Since 0.2.' })
  manufacturer: string | null;
  @Field(() => DecimalScalar, { description: 'The quantity as read; 1 when there was none.' })
  quantity: string;
  @Field(() => QuickProblemEnum, { nullable: true, description: 'Why it leads to no offer.' })
  problem: string | null;
  @Field(() => [PartChoiceType], { description: 'The parts an ambiguous number may mean.' })
  choices: PartChoiceType[];
  @Field(() => [PricedOfferType], { description: 'The offers to choose from.' })
  offers: PricedOfferType[];
}
