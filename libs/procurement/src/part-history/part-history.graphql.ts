import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar, LocalDateScalar, MoneyType, PriceType, QuantityType } from '#libs/platform';
import { ScheduleStatusEnum } from '../order-edge/order-enums.graphql.js';

@ObjectType('PastQuantity', { description: 'One quantity of a past line, with what the supplier said of it.' })
export class PastQuantityType {
  @Field(() => DecimalScalar, { description: 'Order units.' })
  quantity: string;

  @Field(() => ScheduleStatusEnum, { description: 'Where it stands.' })
  status: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Leaves the supplier; null: not said.' })
  shipOn: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On the dock, as confirmed; null: not said.' })
  deliverOn: string | null;
}

@ObjectType('PastOrderLine', { description: 'A line in which you ordered a part.' })
export class PastOrderLineType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => String, { description: 'Number of the order.' })
  orderNumber: string;

  @Field(() => String, { description: 'Number of the line.' })
  lineNumber: string;

  @Field(() => DateTimeScalar, { description: 'When it was ordered.' })
  placedAt: string;

  @Field(() => String, { description: "The supplier's part number." })
  supplierPart: string;

  @Field(() => QuantityType, { description: 'What was ordered.' })
  quantity: QuantityType;

  @Field(() => PriceType, { description: 'What it cost.' })
  price: PriceType;

  @Field(() => String, { description: 'Where the price came from, as in the order.' })
  priceSource: string;

  @Field(() => MoneyType, { description: 'The whole line, without charges.' })
  lineAmount: MoneyType;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Wanted on the dock.' })
  needBy: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'On the dock, by the promise that was taken with the order; null: ordered without one.',
  })
  promisedOn: string | null;

  @Field(() => [PastQuantityType], { description: 'What was confirmed, in parts.' })
  quantities: PastQuantityType[];
}
