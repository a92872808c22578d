import { z } from 'zod';
import { isCountryCode, isDecimal, isLocalDate, isNegative, isZero } from '#libs/kernel';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM');
const closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time as HH:MM, 24:00 at most');
const place = z.string().trim().max(40).default('');
const day = z.string().refine(isLocalDate, 'a day as CCYY-MM-DD');

/** A calendar as it shall be. */
export const calendarInput = z
  .strictObject({
    /** A stock location or a site code; '' for the whole organisation. */
    place,
    name: z.string().trim().min(1).max(120),
    timeZone: z.string().min(1).max(60),
    /** ISO weekdays, 1 Monday to 7 Sunday. */
    workingDays: z
      .array(z.int().min(1).max(7))
      .min(1)
      .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
    opens: clock.default('00:00'),
    closes: closing.default('24:00'),
    cutOff: closing.default('24:00'),
    handlingDays: z.int().min(0).max(60).default(0),
    leadFrom: z.enum(['ORDER', 'CUT_OFF']).default('ORDER'),
    /** Of the calendar that is changed; absent for a new one. */
    expectedVersion: z.int().nullish(),
  })
  .refine((given) => given.opens < given.closes, { path: ['closes'], message: 'closes before it opens' });

export type SaveCalendarInput = z.input<typeof calendarInput>;

/** Exceptions of one call at most. */
export const calendarDaysMax = 2_000;

/** Days that differ from the week; `WEEK` takes an exception away again. */
export const calendarDaysInput = z.strictObject({
  place,
  days: z
    .array(
      z.strictObject({
        day,
        kind: z.enum(['CLOSED', 'OPEN', 'WEEK']).default('CLOSED'),
        name: z
          .string()
          .trim()
          .max(120)
          .nullish()
          .transform((text) => text ?? ''),
      }),
    )
    .min(1)
    .max(calendarDaysMax),
});

export type SetCalendarDaysInput = z.input<typeof calendarDaysInput>;

/** Ways of one call at most. */
export const transitMax = 5_000;

const transitRow = z
  .strictObject({
    place,
    country: z
      .string()
      .refine((text) => text === '' || isCountryCode(text), 'an ISO 3166-1 alpha-2 code')
      .default(''),
    region: z.string().trim().max(40).default(''),
    method: z.string().regex(/^[A-Z0-9_]{1,20}$/, 'a code of capitals, digits and _'),
    /** null takes the way away. */
    days: z.int().min(0).max(365).nullish(),
    kind: z.enum(['CALENDAR', 'WORKING']).default('CALENDAR'),
  })
  .refine((given) => given.region === '' || given.country !== '', { path: ['region'], message: 'a region needs its country' });

/** Days of transit by place, country, region and method; `replace` forgets every way that is not named. */
export const transitInput = z.strictObject({
  rows: z.array(transitRow).max(transitMax),
  replace: z.boolean().default(false),
});

export type SetTransitInput = z.input<typeof transitInput>;

/** Receipts of one call at most. */
export const inboundMax = 1_000;

const inboundLine = z
  .strictObject({
    offerId: z.uuid().nullish(),
    supplierPart: z.string().trim().min(1).max(70).nullish(),
    location: z.string().trim().min(1).max(40),
    /** The supplier's own name of the receipt; one a place. */
    reference: z.string().trim().min(1).max(60),
    /** Order units; 0: it does not come, or has come and is counted as stock now. */
    quantity: z
      .string()
      .refine((text) => isDecimal(text) && !isNegative(text), 'a decimal of at most 13 and 10 digits, not below zero'),
    expectedOn: day.nullish(),
  })
  .refine((given) => (given.offerId == null) !== (given.supplierPart == null), 'give offerId or supplierPart, not both')
  .refine((given) => given.expectedOn != null || isZero(given.quantity), { path: ['expectedOn'], message: 'say when it comes' });

export const inboundInput = z.strictObject({ lines: z.array(inboundLine).min(1).max(inboundMax) });

export type SetInboundInput = z.input<typeof inboundInput>;
