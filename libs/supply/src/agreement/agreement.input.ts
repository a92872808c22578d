import { z } from 'zod';
import { compare, isCurrencyCode, isDecimal, isLocalDate, isNegative, isZero } from '#libs/kernel';

/** Terms of one agreement at most: they are written by two statements. */
export const agreementTermsMax = 5000;
const breaksMax = 20;

const decimal = z
  .string()
  .refine((text) => isDecimal(text) && !isNegative(text), 'a decimal of at most 13 and 10 digits, not below zero');
const positive = decimal.refine((text) => !isDecimal(text) || !isZero(text), 'above zero');
const day = z.string().refine(isLocalDate, 'a day as CCYY-MM-DD');

const item = z
  .strictObject({
    offerId: z.uuid(),
    /** Of any quantity, or below the smallest break; absent when the breaks are the whole truth. */
    price: decimal.nullish(),
    /** Price units the prices are for. */
    basis: positive.default('1'),
    breaks: z
      .array(z.strictObject({ from: positive, price: decimal }))
      .max(breaksMax)
      .default([]),
  })
  .refine((given) => given.price != null || given.breaks.length > 0, 'give a price or breaks')
  .refine(rising, 'breaks rise');

const category = z.strictObject({
  category: z.string().trim().min(1).max(120),
  discountPercent: decimal.refine(
    (text) => isDecimal(text, { scale: 4 }) && compare(text, '100') <= 0,
    '0 to 100 with at most 4 places',
  ),
});

/** What `signAgreement` takes. */
export const agreementInput = z
  .strictObject({
    buyerId: z.uuid(),
    number: z.string().trim().min(1).max(60),
    currency: z.string().refine(isCurrencyCode, 'an ISO 4217 code'),
    validFrom: day,
    validTo: day,
    pricingDate: z.enum(['ORDER', 'DELIVERY']).default('ORDER'),
    items: z.array(item).max(agreementTermsMax).default([]),
    categories: z.array(category).max(500).default([]),
  })
  .refine((given) => given.validFrom <= given.validTo, { path: ['validTo'], message: 'ends before it begins' })
  .refine((given) => given.items.length + given.categories.length > 0, { path: ['items'], message: 'an agreement needs a term' });

export type SignAgreementInput = z.input<typeof agreementInput>;
export type CheckedAgreement = z.output<typeof agreementInput>;

function rising(given: { breaks: readonly { from: string }[] }): boolean {
  return given.breaks.every(({ from }, i) => {
    const before = given.breaks[i - 1]?.from;
    return before === undefined || !isDecimal(before) || !isDecimal(from) || compare(before, from) < 0;
  });
}
