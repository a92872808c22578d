import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, LocalDateScalar, PageArgs } from '#libs/platform';
import type { OrderFilter } from '../order/order-list.reader.js';
import { OrderType } from './order.graphql.js';
import { NeedKindEnum, OrderOrderEnum, OrderSideEnum, OrderStatusEnum } from './order-enums.graphql.js';

@ObjectType('OrderConnection', { description: 'Orders.' })
export class OrderConnection extends connectionOf('Order', () => OrderType) {
  /** What the list was narrowed by, for the count. */
  filter: OrderFilter;
}

@ObjectType('Need', { description: 'One order of the work list.' })
export class NeedType {
  @Field(() => NeedKindEnum, { description: 'Why it waits.' })
  kind: string;
  @Field(() => OrderSideEnum, { description: 'In which role.' })
  side: string;
  @Field(() => ID, { description: 'The order.' })
  orderId: string;
  @Field(() => String, { description: 'Its number.' })
  orderNumber: string;
  @Field(() => ID, { description: 'The other party.' })
  partnerId: string;
  @Field(() => DateTimeScalar, { description: 'When the order was placed.' })
  since: Date;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day at stake.' })
  dueOn: string | null;
}

@InputType('OrderFilter', { description: 'What narrows the list; all that is given must hold.' })
export class OrderFilterInput {
  @Field(() => OrderSideEnum, { nullable: true, description: 'Only orders where you are this party.' })
  side?: 'BUYER' | 'SUPPLIER' | null;
  @Field(() => [OrderStatusEnum], { nullable: true, description: 'Only these states.' })
  status?: (keyof typeof OrderStatusEnum)[] | null;
  @Field(() => ID, { nullable: true, description: 'Only orders with this other party.' })
  partnerId?: string | null;
  @Field(() => String, { nullable: true, description: "The beginning of the buyer's or the supplier's number." })
  text?: string | null;
}

@ArgsType()
export class OrdersArgs extends PageArgs {
  @Field(() => OrderFilterInput, { nullable: true, description: 'What narrows the list.' })
  filter?: OrderFilterInput | null;
  @Field(() => OrderOrderEnum, { nullable: true, description: 'Newest first when absent.' })
  orderBy?: keyof typeof OrderOrderEnum | null;
}
