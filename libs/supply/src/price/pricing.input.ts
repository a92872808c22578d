import { z } from 'zod';
import { compare, isCurrencyCode, isDecimal, isLocalDate, isNegative, isZero } from '#libs/kernel';
import { priceSteps } from './price.js';

/** Rows of a matrix at most; the 70 of Spec 2000 are a limit of its encoder alone. */
export const matrixRowsMax = 2000;
/** Charges of one supplier at most: each availability answer may carry them. */
export const chargeRulesMax = 100;

export const amount = z
  .string()
  .refine((text) => isDecimal(text) && !isNegative(text), 'a decimal of at most 13 and 10 digits, not below zero');
export const positive = amount.refine((text) => !isDecimal(text) || !isZero(text), 'above zero');
export const day = z.string().refine(isLocalDate, 'a day as CCYY-MM-DD');
export const currency = z.string().refine(isCurrencyCode, 'an ISO 4217 code');
export const percent = amount.refine(
  (text) => isDecimal(text, { scale: 4 }) && compare(text, '100') <= 0,
  '0 to 100 with at most 4 places',
);
const period = { validFrom: day, validTo: day };
const endsAfterItBegins: [(given: { validFrom: string; validTo: string }) => boolean, { path: string[]; message: string }] = [
  (given) => given.validFrom <= given.validTo,
  { path: ['validTo'], message: 'ends before it begins' },
];
const expectedVersion = z.int().min(0);

/** What `setAccessSequence` takes. */
export const sequenceInput = z.strictObject({
  sequence: z
    .array(z.enum(priceSteps))
    .min(1)
    .refine((steps) => new Set(steps).size === steps.length, 'each step once')
    .refine((steps) => !steps.includes('LIST') || steps.at(-1) === 'LIST', 'LIST can only be the last'),
  expectedVersion,
});

/** What `saveDiscountMatrix` takes: the whole matrix. */
export const matrixInput = z.strictObject({
  rows: z
    .array(
      z
        .strictObject({
          customerCategory: z.string().trim().min(1).max(40),
          productCategory: z.string().trim().min(1).max(120),
          discountPercent: percent,
          ...period,
        })
        .refine(...endsAfterItBegins),
    )
    .max(matrixRowsMax),
  expectedVersion,
});

/** What `saveChargeRules` takes: all of them. */
export const chargesInput = z.strictObject({
  rules: z
    .array(
      z
        .strictObject({
          code: z.string().trim().min(1).max(40),
          per: z.enum(['LINE', 'ORDER', 'PACKAGE']),
          applies: z.enum(['ALWAYS', 'HAZMAT', 'ON_REQUEST', 'ORDER_BELOW']).default('ALWAYS'),
          amount,
          currency,
          below: positive.nullish(),
          category: z.string().trim().min(1).max(120).nullish(),
          ...period,
        })
        .refine(...endsAfterItBegins)
        .refine((rule) => (rule.applies === 'ORDER_BELOW') === (rule.below != null), {
          path: ['below'],
          message: 'with ORDER_BELOW and only there',
        })
        .refine((rule) => rule.applies !== 'ORDER_BELOW' || (rule.per === 'ORDER' && rule.category == null), {
          path: ['per'],
          message: 'ORDER_BELOW counts per ORDER and for all goods',
        }),
    )
    .max(chargeRulesMax),
  expectedVersion,
});

/** Rows that hold for the same thing on one day: the index of each that meets an earlier one. */
export function overlapping(rows: readonly { key: string; validFrom: string; validTo: string }[]): number[] {
  const known = new Map<string, { validFrom: string; validTo: string }[]>();
  return rows.flatMap((row, i) => {
    const before = known.get(row.key) ?? [];
    known.set(row.key, [...before, row]);
    return before.some((other) => other.validFrom <= row.validTo && row.validFrom <= other.validTo) ? [i] : [];
  });
}
