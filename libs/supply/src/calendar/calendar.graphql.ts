import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DecimalScalar,
  errorUnion,
  LocalDateScalar,
  payloadType,
  UserErrorType,
  userError,
  VersionConflict,
} from '#libs/platform';

export const LeadFromEnum = { ORDER: 'ORDER', CUT_OFF: 'CUT_OFF' } as const;
registerEnumType(LeadFromEnum, {
  name: 'LeadFrom',
  description: 'What a lead time runs from; it runs to despatch.',
  valuesMap: {
    ORDER: { description: 'The day of the order.' },
    CUT_OFF: { description: 'The working day on which the order is taken: from the cut-off on the next one.' },
  },
});

const DayKindEnum = { CLOSED: 'CLOSED', OPEN: 'OPEN', WEEK: 'WEEK' } as const;
registerEnumType(DayKindEnum, {
  name: 'CalendarDayKind',
  description: 'How a day differs from the week.',
  valuesMap: {
    CLOSED: { description: 'Nobody works.' },
    OPEN: { description: 'It is worked.' },
    WEEK: { description: 'It does not differ: takes an exception away.' },
  },
});

export const TransitDaysEnum = { CALENDAR: 'CALENDAR', WORKING: 'WORKING' } as const;
registerEnumType(TransitDaysEnum, {
  name: 'TransitDays',
  description: 'Which days a transit counts.',
  valuesMap: { CALENDAR: { description: 'All days.' }, WORKING: { description: 'Monday to Friday.' } },
});

@ObjectType('CalendarDay', { description: 'A day that differs from the week.' })
export class CalendarDayType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  day: string;

  @Field(() => DayKindEnum, { description: 'Closed or open.' })
  kind: keyof typeof DayKindEnum;

  @Field(() => String, { description: 'Such as the holiday; may be empty.' })
  name: string;
}

@ObjectType('WorkCalendar', { description: 'When a place of your organisation works; partners count with it.' })
export class WorkCalendarType {
  @Field(() => String, { description: 'A stock location or site code; empty for the whole organisation.' })
  place: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'IANA name, such as Europe/Berlin.' })
  timeZone: string;

  @Field(() => [Int], { description: 'ISO weekdays, 1 Monday to 7 Sunday.' })
  workingDays: number[];

  @Field(() => String, { description: 'HH:MM on the wall of the place.' })
  opens: string;

  @Field(() => String, { description: 'HH:MM, up to 24:00.' })
  closes: string;

  @Field(() => String, { description: 'Orders before this are taken on the same working day; HH:MM, up to 24:00.' })
  cutOff: string;

  @Field(() => Int, { description: 'Working days between the day an order is taken and the day it leaves.' })
  handlingDays: number;

  @Field(() => LeadFromEnum, { description: 'What a lead time runs from.' })
  leadFrom: keyof typeof LeadFromEnum;

  @Field(() => Int, { description: 'For `expectedVersion`.' })
  version: number;

  @Field(() => [CalendarDayType], { description: 'Days that differ, from last year on, up to 1,000.' })
  days: CalendarDayType[];
}

@ObjectType('Transit', { description: 'How long goods of yours travel.' })
export class TransitType {
  @Field(() => String, { description: 'From this place; empty: any.' })
  place: string;

  @Field(() => String, { description: 'To this country (ISO 3166-1); empty: any.' })
  country: string;

  @Field(() => String, { description: 'To this state or province; empty: any.' })
  region: string;

  @Field(() => String, { description: 'Ship method.' })
  method: string;

  @Field(() => Int, { description: 'Days.' })
  days: number;

  @Field(() => TransitDaysEnum, { description: 'Which days count.' })
  kind: keyof typeof TransitDaysEnum;
}

@ObjectType('InboundReceipt', { description: 'A receipt that you expect.' })
export class InboundReceiptType {
  @Field(() => ID, { description: 'The offer.' })
  offerId: string;

  @Field(() => String, { description: 'Your own part number.' })
  supplierPart: string;

  @Field(() => String, { description: 'Where it comes in.' })
  location: string;

  @Field(() => String, { description: 'Your name of it.' })
  reference: string;

  @Field(() => DecimalScalar, { description: 'In order units.' })
  quantity: string;

  @Field(() => DecimalScalar, { description: 'How much of it reserved promises count on.' })
  claimed: string;

  @Field(() => LocalDateScalar, { description: 'When it comes.' })
  expectedOn: string;
}

@InputType('SaveCalendarInput', { description: 'A calendar as it shall be.' })
export class SaveCalendarInputType {
  @Field(() => String, {
    defaultValue: '',
    description: 'A stock location or site code, up to 40 characters; empty for the whole organisation.',
  })
  place: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  name: string;

  @Field(() => String, { description: 'IANA name.' })
  timeZone: string;

  @Field(() => [Int], { description: 'ISO weekdays, at least one.' })
  workingDays: number[];

  @Field(() => String, { defaultValue: '00:00', description: 'HH:MM.' })
  opens: string;

  @Field(() => String, { defaultValue: '24:00', description: 'HH:MM, up to 24:00.' })
  closes: string;

  @Field(() => String, { defaultValue: '24:00', description: 'HH:MM, up to 24:00.' })
  cutOff: string;

  @Field(() => Int, { defaultValue: 0, description: '0 to 60 working days.' })
  handlingDays: number;

  @Field(() => LeadFromEnum, { defaultValue: 'ORDER', description: 'What a lead time runs from.' })
  leadFrom: keyof typeof LeadFromEnum;

  @Field(() => Int, { nullable: true, description: 'The version that was read; absent for a new calendar.' })
  expectedVersion?: number | null;
}

@InputType('CalendarDayInput', { description: 'A day that differs, or no longer does.' })
export class CalendarDayInput {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  day: string;

  @Field(() => DayKindEnum, { defaultValue: 'CLOSED', description: 'How it differs.' })
  kind: keyof typeof DayKindEnum;

  @Field(() => String, { nullable: true, description: 'Up to 120 characters.' })
  name?: string | null;
}

@InputType('SetCalendarDaysInput', { description: 'Days of a place that differ from its week.' })
export class SetCalendarDaysInputType {
  @Field(() => String, { defaultValue: '', description: 'Of a calendar of yours.' })
  place: string;

  @Field(() => [CalendarDayInput], { description: '1 to 2,000 days; the others stay.' })
  days: CalendarDayInput[];
}

@InputType('TransitInput', { description: 'How long goods travel by one method.' })
export class TransitInput {
  @Field(() => String, { defaultValue: '', description: 'From; empty: any place.' })
  place: string;

  @Field(() => String, { defaultValue: '', description: 'ISO 3166-1; empty: any country.' })
  country: string;

  @Field(() => String, { defaultValue: '', description: 'Empty: any.' })
  region: string;

  @Field(() => String, { description: 'Capitals, digits and _; up to 20.' })
  method: string;

  @Field(() => Int, { nullable: true, description: '0 to 365; null takes the way away.' })
  days?: number | null;

  @Field(() => TransitDaysEnum, { defaultValue: 'CALENDAR', description: 'Which days count.' })
  kind: keyof typeof TransitDaysEnum;
}

@InputType('SetTransitInput', { description: 'Ways of your goods.' })
export class SetTransitInputType {
  @Field(() => [TransitInput], { description: 'Up to 5,000 ways.' })
  rows: TransitInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether ways that are not named are forgotten.' })
  replace: boolean;
}

@InputType('InboundLineInput', { description: 'One receipt.' })
export class InboundLineInput {
  @Field(() => ID, { nullable: true, description: 'The offer; or give supplierPart.' })
  offerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Your own part number; or give offerId.' })
  supplierPart?: string | null;

  @Field(() => String, { description: 'Where it comes in, 1 to 40 characters.' })
  location: string;

  @Field(() => String, { description: 'Your name of it, such as a purchase order; 1 to 60 characters.' })
  reference: string;

  @Field(() => DecimalScalar, { description: 'Order units; 0 takes it off the list.' })
  quantity: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it comes; needed unless quantity is 0.' })
  expectedOn?: string | null;
}

@InputType('SetInboundInput', { description: 'Receipts that you expect.' })
export class SetInboundInputType {
  @Field(() => [InboundLineInput], { description: '1 to 1,000 receipts; the others stay.' })
  lines: InboundLineInput[];
}

const calendar = { key: 'calendar' as const, type: () => WorkCalendarType, description: 'The calendar as it is now.' };
const value = (description: string) => ({ type: () => String, description });

export const SaveCalendarPayload = payloadType(
  'SaveCalendarPayload',
  calendar,
  errorUnion('SaveCalendarError', [
    userError('TimeZoneUnknown', 'There is no such time zone.', { value: value('What was given.') }),
    VersionConflict,
  ]),
);

export const SetCalendarDaysPayload = payloadType(
  'SetCalendarDaysPayload',
  calendar,
  errorUnion('SetCalendarDaysError', [userError('CalendarDayRepeated', 'A day is named twice.', { day: value('The day.') })]),
);

export const SetTransitPayload = payloadType(
  'SetTransitPayload',
  { key: 'transit' as const, type: () => [TransitType], description: 'Your ways as they are now.' },
  errorUnion('SetTransitError', [userError('TransitRepeated', 'A way is named twice.', { method: value('Its method.') })]),
);

const SetInboundError = errorUnion('SetInboundError', [
  userError('InboundOfferUnknown', 'You have no such offer.'),
  userError('InboundOfferAmbiguous', 'The part number stands in several of your catalogues: name the offer.'),
  userError('InboundRepeated', 'Another line names the same receipt.'),
]);

@ObjectType('SetInboundPayload', { description: 'What setInbound answers: lines stand alone, a refused one leaves the others.' })
export class SetInboundPayload {
  @Field(() => Int, { description: 'Lines that were taken.' })
  written: number;

  @Field(() => [SetInboundError], { description: 'One for each refused line, with the way to it.' })
  errors: UserErrorType[];
}
