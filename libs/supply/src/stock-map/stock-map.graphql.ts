import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AlternativeReasonEnum } from '#libs/catalog';
import { TransitDaysEnum } from '../calendar/calendar.graphql.js';
import { OfferType } from '../offer/offer.graphql.js';
import { StockLabelEnum, StockPlaceType } from '../stock/stock.graphql.js';

@ObjectType('StockTransit', {
  description: 'How far a place is from your site, by the quickest way that its supplier has named.',
})
export class StockTransitType {
  @Field(() => Int, { description: 'Days.' })
  days: number;

  @Field(() => TransitDaysEnum, { description: 'Which days are counted.' })
  kind: keyof typeof TransitDaysEnum;

  @Field(() => String, { description: 'Ship method.' })
  method: string;
}

@ObjectType('StockSpot', { description: 'Stock of an offer at one place, or its lead time where no place is stated.' })
export class StockSpotType {
  @Field(() => AlternativeReasonEnum, {
    nullable: true,
    description: 'Why another part is in the picture; null: the part itself.',
  })
  reason: keyof typeof AlternativeReasonEnum | null;

  @Field(() => OfferType, { description: 'The offer, with its supplier and lead time.' })
  offer: OfferType;

  @Field(() => StockPlaceType, { nullable: true, description: 'The place and what is free there; null: lead time only.' })
  place: StockPlaceType | null;

  @Field(() => StockLabelEnum, { description: 'What the figure is worth.' })
  label: keyof typeof StockLabelEnum;

  @Field(() => StockTransitType, { nullable: true, description: 'How far it is; null: nobody has said, or no site was named.' })
  transit: StockTransitType | null;
}
