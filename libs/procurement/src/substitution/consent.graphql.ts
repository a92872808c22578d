import { Field, ID, InputType } from '@nestjs/graphql';
import { errorUnion, payloadType } from '#libs/platform';
import { OrderType } from '../order-edge/order.graphql.js';
import { LineUnknown } from '../order-edge/order-errors.graphql.js';
import { AlternatesConsentEnum } from './consent-enum.graphql.js';

@InputType('LineConsentInput', { description: 'The consent of one line.' })
export class LineConsentInput {
  @Field(() => String, { description: 'The line, by your number.' })
  lineNumber: string;

  @Field(() => AlternatesConsentEnum, { description: 'How far.' })
  level: keyof typeof AlternatesConsentEnum;
}

@InputType('ConsentToAlternatesInput', { description: 'How far the supplier may substitute.' })
export class ConsentToAlternatesInputType {
  @Field(() => ID, { description: 'The order.' })
  orderId: string;

  @Field(() => [LineConsentInput], { description: '1 to 500 lines.' })
  lines: LineConsentInput[];
}

export const ConsentToAlternatesPayload = payloadType(
  'ConsentToAlternatesPayload',
  { key: 'order', type: () => OrderType, description: 'The order as it is now.' },
  errorUnion('ConsentToAlternatesError', [LineUnknown]),
);
