import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CountryCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  errorUnion,
  LocalDateScalar,
  payloadType,
  userError,
} from '#libs/platform';
import { AvailabilityLineInput, AvailabilityProblemType } from '../availability/availability.graphql.js';
import { HoldNotGranted, HoldReasonMissing, TooManyHolds } from '../hold/hold.graphql.js';

const enumOf = (name: string, description: string, values: Readonly<Record<string, string>>): Record<string, string> => {
  const made = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesMap = Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]));
  registerEnumType(made, { name, description, valuesMap });
  return made;
};

const PromiseBasisEnum = enumOf('PromiseBasis', 'Where a quantity comes from, the surest first.', {
  STOCK: 'It lies at a place.',
  INBOUND: 'A receipt that the supplier expects brings it.',
  LEAD_TIME: 'The standard lead time of the offer.',
});
const PromiseConfidenceEnum = enumOf('PromiseConfidence', 'How much stands behind a date.', {
  FIRM: 'Stock counted within a day, on known calendars and ways.',
  LIKELY: 'Stock counted earlier, or goods still to come in.',
  ESTIMATE: 'A lead time, or a calendar or way that had to be assumed.',
});
const PromiseProblemEnum = enumOf('PromiseProblem', 'Why there is no date.', {
  NOT_ORDERABLE: 'The offer is withdrawn.',
  NO_SUPPLY: 'Not enough is there or expected, and the offer has no lead time.',
  NO_ROUTE: 'The supplier names no way to this place, or none by this method.',
});
const PromiseStatusEnum = enumOf('PromiseStatus', 'What became of a promise.', {
  GIVEN: 'It was answered; nothing is held.',
  RESERVED: 'What it names is held.',
  RELEASED: 'What it held was given back.',
  ORDERED: 'An order has taken it.',
});

@ObjectType('PromisePart', { description: 'One quantity of a promise: from where, by which way, when.' })
export class PromisePartType {
  @Field(() => PromiseBasisEnum, { description: 'Where it comes from.' })
  basis: string;

  @Field(() => String, { description: "The supplier's place; empty for a lead time." })
  place: string;

  @Field(() => String, { nullable: true, description: "The supplier's name of the expected receipt." })
  reference: string | null;

  @Field(() => DecimalScalar, { description: 'In order units.' })
  quantity: string;

  @Field(() => LocalDateScalar, { description: 'Leaves on this day of the place.' })
  shipOn: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On the dock; null: nobody has said how long it travels.' })
  arriveOn: string | null;

  @Field(() => String, { nullable: true, description: 'Ship method.' })
  method: string | null;
}

@ObjectType('DatedPromise', {
  description:
    'When the whole quantity of an offer can be on the dock, and what stands behind the date. Its two parties read it.',
})
export class DatedPromiseType {
  @Field(() => ID, { description: 'UUID; reservePromise takes it.' })
  id: string;

  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => ID, { description: 'Its supplier.' })
  supplierId: string;

  @Field(() => ID, { description: 'Its part.' })
  partId: string;

  @Field(() => PromiseProblemEnum, { nullable: true, description: 'Why there is no date; null when there is one.' })
  problem: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which the last part has left.' })
  shipOn: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which all of it is on the dock; null: the way is not known.',
  })
  arriveOn: string | null;

  @Field(() => String, { nullable: true, description: 'Ship method of the part that arrives last.' })
  method: string | null;

  @Field(() => PromiseBasisEnum, { nullable: true, description: 'Of the least sure part.' })
  basis: string | null;

  @Field(() => PromiseConfidenceEnum, { nullable: true, description: 'How much stands behind the date.' })
  confidence: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the day asked for is met; null when none was asked or the day is not known.',
  })
  needByMet: boolean | null;

  @Field(() => DateTimeScalar, { description: 'From then on the same question may be answered otherwise.' })
  validUntil: string;

  @Field(() => [PromisePartType], { description: 'Its quantities; together the whole.' })
  parts: PromisePartType[];
}

@ObjectType('StoredPromise', { description: 'A promise as it was given, with what became of it.' })
export class StoredPromiseType extends DatedPromiseType {
  @Field(() => PromiseStatusEnum, { description: 'What became of it.' })
  status: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it is held, or was.' })
  heldUntil: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was released, as the party that did so said. Since 0.2.' })
  releasedReason: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => DecimalScalar, { description: 'In order units.' })
  quantity: string;

  @Field(() => String, { description: 'JSON of everything it was computed from.' })
  inputs: string;

  @Field(() => Boolean, { description: 'Whether the inputs, computed again now, give the same answer.' })
  reproducible: boolean;
}

@ObjectType('PromiseLine', { description: 'The answer to one line.' })
export class PromiseLineType {
  @Field(() => Int, { description: 'Index in the question, from 0.' })
  line: number;

  @Field(() => DecimalScalar, { description: 'As asked, in order units.' })
  quantity: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'As asked.' })
  needBy: string | null;

  @Field(() => [DatedPromiseType], { description: 'One for each offer, the earliest on the dock first.' })
  promises: DatedPromiseType[];

  @Field(() => AvailabilityProblemType, { nullable: true, description: 'Why no offer answers.' })
  problem: AvailabilityProblemType | null;
}

@ObjectType('PromisePayload', { description: 'What promise answers.' })
export class PromisePayload {
  @Field(() => [PromiseLineType], { description: 'One for each line, in its order.' })
  lines: PromiseLineType[];
}

@InputType('PromiseShipToInput', { description: 'Where the goods shall be: one of your sites, or a country.' })
export class PromiseShipToInput {
  @Field(() => ID, { nullable: true, description: 'A site of yours in use; its own calendar says when it takes goods in.' })
  siteId?: string | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Instead of a site.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'State or province of the country.' })
  region?: string | null;
}

@InputType('PromiseInput', { description: 'A question for dates.' })
export class PromiseInputType {
  @Field(() => [AvailabilityLineInput], { description: '1 to 200 lines, as for availability.' })
  lines: AvailabilityLineInput[];

  @Field(() => PromiseShipToInput, { description: 'Where to.' })
  shipTo: PromiseShipToInput;

  @Field(() => String, { nullable: true, description: 'The only ship method that will do, such as AIR.' })
  method?: string | null;
}

@InputType('ReservePromiseInput', { description: 'Which promise, and for how long.' })
export class ReservePromiseInputType {
  @Field(() => ID, { description: 'Of a promise that is still valid.' })
  promiseId: string;

  @Field(() => Int, { defaultValue: 60, description: 'Minutes, 1 to 1,440; no longer than the supplier grants a basket.' })
  holdMinutes: number;
}

@InputType('ReleasePromiseInput', { description: 'Which promise.' })
export class ReleasePromiseInputType {
  @Field(() => ID, { description: 'A promise of yours.' })
  promiseId: string;

  @Field(() => String, { nullable: true, description: 'Why, up to 500 characters; its supplier must say so. Since 0.2.' })
  reason?: string | null;
}

const promise = { key: 'promise' as const, type: () => StoredPromiseType, description: 'The promise as it is now.' };

export const ReservePromisePayload = payloadType(
  'ReservePromisePayload',
  promise,
  errorUnion('ReservePromiseError', [
    userError('PromiseExpired', 'The promise is no longer valid; ask again.'),
    userError('PromiseGone', 'What the promise named is no longer there; ask again.'),
    userError('PromiseUndated', 'The answer has no date, so there is nothing to hold.'),
    userError('PromiseOfferWithdrawn', 'The offer is withdrawn, or no longer offered to you.'),
    userError('PromisePartnerInactive', 'There is no active partnership with the supplier.'),
    HoldNotGranted,
    TooManyHolds,
  ]),
);

export const ReleasePromisePayload = payloadType(
  'ReleasePromisePayload',
  promise,
  errorUnion('ReleasePromiseError', [HoldReasonMissing]),
);
