import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateTimeScalar, DecimalScalar, PriceInput } from '#libs/platform';
import { ExchangeSeenInput } from '../order-edge/order-input.graphql.js';

@InputType('RaiseUrgentInput', { description: 'A request for a part now, with the intake answers.' })
export class RaiseUrgentInputType {
  @Field(() => String, { description: 'A key of yours, up to 255 characters; the same key asks once.' })
  idempotencyKey: string;
  @Field(() => String, { description: 'A code of `priorities` that has deadlines.' })
  priority: string;
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;
  @Field(() => DecimalScalar, { description: 'Wanted, in order units.' })
  quantity: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'What would do for now; the quantity when absent.' })
  minimumQuantity?: string | null;
  @Field(() => DateTimeScalar, { description: 'Needed then.' })
  needAt: Date;
  @Field(() => ID, { description: 'A site of yours.' })
  shipTo: string;
  @Field(() => String, { nullable: true, description: 'Registration of the aircraft; needed for AOG.' })
  tail?: string | null;
  @Field(() => String, { nullable: true, description: 'Where it stands; needed for AOG.' })
  groundedAt?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Its next flight.' })
  nextFlight?: Date | null;
  @Field(() => String, { description: 'Name and telephone of whoever is called back.' })
  contact: string;
  @Field(() => String, { nullable: true, description: 'Forwarder or driver.' })
  forwarder?: string | null;
  @Field(() => String, { nullable: true, description: 'Account with the forwarder.' })
  forwarderAccount?: string | null;
  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
  note?: string | null;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether what is there is held meanwhile, as long as the supplier allows.',
  })
  hold: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the goods may leave before the order.' })
  poToFollow: boolean;
}

@InputType({ isAbstract: true })
class UrgentStepInput {
  @Field(() => ID, { description: 'The request.' })
  requestId: string;
  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion: number;
}

@InputType('AnswerUrgentInput', { description: 'When it leaves, or why it cannot.' })
export class AnswerUrgentInputType extends UrgentStepInput {
  @Field(() => Boolean, { description: 'Whether you can help.' })
  accept: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it leaves; with accept.' })
  promisedAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why not; without accept. Up to 500 characters.' })
  reason?: string | null;
}

@InputType('ShipUrgentInput', { description: 'What left.' })
export class ShipUrgentInputType extends UrgentStepInput {
  @Field(() => String, { nullable: true, description: 'Waybill.' })
  waybill?: string | null;
}

@InputType('LogContactInput', { description: 'A call between the desks.' })
export class LogContactInputType extends UrgentStepInput {
  @Field(() => String, { description: 'With whom.' })
  with: string;
  @Field(() => String, { description: 'What was said, up to 1,000 characters.' })
  note: string;
}

@InputType('ChangePriorityInput', { description: 'How urgent it is now.' })
export class ChangePriorityInputType extends UrgentStepInput {
  @Field(() => String, { description: 'A code of `priorities` that has deadlines.' })
  priority: string;
  @Field(() => String, { nullable: true, description: 'Why; a downgrade needs it.' })
  reason?: string | null;
}

@InputType('CancelUrgentInput', { description: 'Which request, and why.' })
export class CancelUrgentInputType extends UrgentStepInput {
  @Field(() => String, { description: 'Why.' })
  reason: string;
}

@InputType('OrderUrgentInput', { description: 'The order of an urgent request.' })
export class OrderUrgentInputType {
  @Field(() => ID, { description: 'The request.' })
  requestId: string;
  @Field(() => String, { description: 'A key of yours, up to 255 characters; the same key orders once.' })
  idempotencyKey: string;
  @Field(() => PriceInput, { description: 'The price you saw.' })
  priceSeen: PriceInput;
  @Field(() => String, { nullable: true, description: 'Your own order number.' })
  number?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'The tick of a non-cancellable, non-returnable offer.' })
  ncnrAccepted: boolean;
  @Field(() => ExchangeSeenInput, { nullable: true, description: 'Needed for an offer that is sold in exchange.' })
  exchangeSeen?: ExchangeSeenInput | null;
  @Field(() => String, { nullable: true, description: 'Cost reference; the supplier does not see it.' })
  costReference?: string | null;
}
