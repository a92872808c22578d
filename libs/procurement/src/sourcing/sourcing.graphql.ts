import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ApplicationInput, PartAlternativeType } from '#libs/catalog';
import { DateTimeScalar, DecimalScalar, LocalDateScalar, MoneyType, PriceType } from '#libs/platform';
import { DatedPromiseType, OfferType } from '#libs/supply';
import { describedEnum } from '../described-enum.graphql.js';

const WayKindEnum = describedEnum('WayKind', 'What kind of way leads to a fitted part.', {
  SAME_PART: 'The part that was asked for.',
  ALTERNATE: 'Another part that may stand in.',
  EXCHANGE: 'A unit in exchange for yours.',
  REPAIR: 'A unit as removed, to be repaired before it is fitted.',
});
const WayRiskEnum = describedEnum('WayRisk', 'What may go wrong on a way.', {
  LATE: 'It arrives after the day.',
  DATE_UNKNOWN: 'Nobody has said how long it travels.',
  ESTIMATED_DATE: 'The date rests on a lead time or on assumed calendars or ways.',
  STOCK_NOT_FRESH: 'The stock was counted more than a day ago.',
  CONDITION_UNKNOWN: 'The supplier states no condition.',
  NOT_AIRWORTHY_AS_IS: 'It cannot be fitted as it comes.',
  ON_REQUEST: 'The supplier offers it on request only.',
  CONSENT_NEEDED: 'Your engineering must agree first.',
  CORE_RETURN: 'Your unit must go back.',
  NO_PRICE: 'No price holds.',
  NOT_ORDERABLE_ALONE: 'The quantity keeps no pack rule or price break.',
  NON_RETURNABLE: 'It can be neither cancelled nor returned.',
});

@InputType('AogSourcingInput', { description: 'What is needed, where and when: partId or number.' })
export class AogSourcingInputType {
  @Field(() => ID, { nullable: true, description: 'The part.' })
  partId?: string | null;
  @Field(() => String, { nullable: true, description: 'A part number as written, or your own.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'With number: code (CAGE) or name of the manufacturer.' })
  manufacturer?: string | null;
  @Field(() => DecimalScalar, { description: 'Order units, above zero.' })
  quantity: string;
  @Field(() => ID, { description: 'A site of yours.' })
  shipTo: string;
  @Field(() => DateTimeScalar, { description: 'Needed then; its day in UTC counts.' })
  needAt: Date;
  @Field(() => [String], { nullable: true, description: 'Condition codes that will do, such as NE, OH; all when absent.' })
  conditions?: string[] | null;
  @Field(() => Boolean, { defaultValue: true, description: 'Whether other parts may stand in.' })
  alternates: boolean;
  @Field(() => ApplicationInput, {
    nullable: true,
    description: 'Where it shall be fitted: an alternate that is limited to another application is left out. Since 0.2.',
  })
  application?: ApplicationInput | null;
}

@ObjectType('AogWay', { description: 'One way to get the part to the place.' })
export class AogWayType {
  @Field(() => Int, { description: 'Place in the ranking, from 1.' })
  rank: number;
  @Field(() => WayKindEnum, { description: 'What kind of way.' })
  kind: string;
  @Field(() => ID, { description: 'The part that comes.' })
  partId: string;
  @Field(() => OfferType, { description: 'The offer.' })
  offer: OfferType;
  @Field(() => String, { nullable: true, description: 'Condition code; null: not stated.' })
  condition: string | null;
  @Field(() => PriceType, { nullable: true, description: 'Your price.' })
  price: PriceType | null;
  @Field(() => MoneyType, { nullable: true, description: 'Of the quantity, without charges.' })
  lineAmount: MoneyType | null;
  @Field(() => DatedPromiseType, { description: 'When it comes; reservePromise takes its id.' })
  promise: DatedPromiseType;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is there on the day; null: not known.' })
  inTime: boolean | null;
  @Field(() => PartAlternativeType, { nullable: true, description: 'Why another part may stand in; null for the part itself.' })
  alternate: PartAlternativeType | null;
  @Field(() => [WayRiskEnum], { description: 'What may go wrong.' })
  risks: string[];
}

@ObjectType('AogChoice', { description: 'A part that the number may mean.' })
export class AogChoiceType {
  @Field(() => ID, { description: 'The part.' })
  partId: string;
  @Field(() => String, { description: 'Its number.' })
  number: string;
  @Field(() => String, { description: 'Its manufacturer.' })
  manufacturerName: string;
}

@ObjectType('AogSourcing', { description: 'The ways that were found, the best first.' })
export class AogSourcingType {
  @Field(() => DecimalScalar, { description: 'As asked.' })
  quantity: string;
  @Field(() => LocalDateScalar, { description: 'The day that counts.' })
  needBy: string;
  @Field(() => [AogWayType], { description: 'Ranked.' })
  ways: AogWayType[];
  @Field(() => String, { nullable: true, description: 'Why there is none: NUMBER_UNKNOWN, NUMBER_AMBIGUOUS, NO_OFFER.' })
  problem: string | null;
  @Field(() => [AogChoiceType], { description: 'The parts an ambiguous number may mean.' })
  choices: AogChoiceType[];
}
