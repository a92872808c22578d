import { z } from 'zod';
import { compare, isDecimal, isInteger } from '#libs/kernel';
import { criteriaMax, currency, date, decimal, few, positive, tenderLinesMax, text, unit } from '../tender/tender.input.js';
import type { BidContent } from './bid.entity.js';

const addendKinds = ['FREIGHT', 'INSURANCE', 'DUTY', 'HANDLING', 'CHARGE', 'DELIVERY_TERM'] as const;

/** Absent becomes null, so that a bid reads the same whoever wrote it. */
const maybe = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

/** A whole number that a price or a factor counts by. Bounded, since sums are exact: their denominators multiply. */
const counted = positive.refine(
  (value) => !isDecimal(value) || (isInteger(value) && compare(value, '1000000') <= 0),
  'a whole number of at most 1,000,000',
);

const line = z.strictObject({
  lineId: z.uuid(),
  price: z.strictObject({ amount: decimal, basis: counted.default('1'), unit }),
  factor: maybe(z.strictObject({ numerator: counted, denominator: counted })),
  breaks: z
    .array(z.strictObject({ from: positive, amount: decimal }))
    .max(20)
    .default([]),
  minQuantity: maybe(positive),
  maxQuantity: maybe(positive),
  leadDays: maybe(z.int().min(0).max(3650)),
  alternate: maybe(z.strictObject({ partId: maybe(z.uuid()), number: maybe(text(70)), description: text(300) })),
  offerId: maybe(z.uuid()),
  conditions: maybe(text(2000)),
  addends: z
    .array(z.strictObject({ kind: z.enum(addendKinds), amount: decimal }))
    .max(20)
    .default([]),
});

const answer = z.union([
  z.strictObject({ passed: z.boolean() }),
  z.strictObject({ score: decimal }),
  z.strictObject({ option: z.string().max(40) }),
  z.strictObject({ amount: decimal }),
]);

/** Answers to criteria by their ids. */
export const bidAnswers = z.record(z.string().max(40), answer).refine(few, `at most ${criteriaMax}`).default({});

/** A bid as a bidder writes it. */
export const bidContent = z.strictObject({
  currency,
  deliveryTerm: text(160),
  paymentDays: z.int().min(0).max(365),
  validUntil: maybe(date),
  note: maybe(text(4000)),
  lines: z.array(line).max(tenderLinesMax),
  answers: bidAnswers,
});
export type BidContentInput = z.input<typeof bidContent>;

/** The content of a stored text; throws when it is none, which the door keeps out. */
export const readContent = (stored: unknown): BidContent => bidContent.parse(stored);
