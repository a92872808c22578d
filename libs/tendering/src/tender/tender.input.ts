import { z } from 'zod';
import { compare, isCurrencyCode, isDecimal, isLocalDate, isNegative, isUnitCode, isZero } from '#libs/kernel';
import { announcedAuction } from '../auctioning/announced-auction.js';
import type { Criterion } from '../evaluation/criterion.js';
import type { Formula } from '../evaluation/formula.js';
import { rulePackNames } from './tender.entity.js';

/** Lines of one tender at most: a quick request is one screen. */
export const tenderLinesMax = 500;
const lotsMax = 50;
/** Years that an agreement out of a tender may last. */
const agreementYearsMax = 10;
/** Criteria of a tender, options of a feature and answers of a bid. */
export const criteriaMax = 50;
export const few = (named: object): boolean => Object.keys(named).length <= criteriaMax;

export const text = (max: number) => z.string().trim().min(1).max(max);
export const decimal = z
  .string()
  .refine((value) => isDecimal(value) && !isNegative(value), 'a decimal of at most 13 and 10 digits');
export const positive = decimal.refine((value) => !isDecimal(value) || !isZero(value), 'above zero');
const share = decimal.refine((value) => !isDecimal(value) || compare(value, '1') <= 0, 'at most 1');
export const date = z.string().refine(isLocalDate, 'a date as CCYY-MM-DD');
export const currency = z.string().refine(isCurrencyCode, 'a currency of ISO 4217');
export const unit = z.string().refine(isUnitCode, 'a unit of Recommendation 20');

const weights = z.strictObject({ quality: decimal, price: decimal });
const signed = z.string().refine((value) => isDecimal(value), 'a decimal');

/** F1 to F13 with their numbers; whether these make sense together is said at publication. */
export const formulaInput: z.ZodType<Formula> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('LOWEST_PRICE') }),
  z.strictObject({ kind: z.literal('FEATURES'), featuresMax: decimal }),
  z.strictObject({ kind: z.literal('LIFE_CYCLE_COST') }),
  z.strictObject({ kind: z.literal('MIXED'), featuresMax: decimal }),
  z.strictObject({ kind: z.literal('RELATIVE_LOW_BID'), weights }),
  z.strictObject({ kind: z.literal('ABSOLUTE_LIMITS'), weights, priceMin: decimal, priceMax: decimal }),
  z.strictObject({ kind: z.literal('AWARD_ON_VALUE') }),
  z.strictObject({ kind: z.literal('LOGARITHMIC'), weights, base: decimal }),
  z.strictObject({ kind: z.literal('VALUE_FOR_MONEY'), factor: decimal }),
  z.strictObject({ kind: z.literal('UTILITY_INDEX'), weights }),
  z.strictObject({ kind: z.literal('SUPER_FORMULA'), exponent: signed, qualityReference: decimal, priceReference: decimal }),
  z.strictObject({ kind: z.literal('WEIGHTED_SCORE') }),
]);

const id = z.string().regex(/^[\w-]{1,40}$/, 'letters, digits, hyphens');
export const criterionInput = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('MANDATORY') }),
  z.strictObject({ id, kind: z.literal('SCORED'), weight: decimal, scoreMax: decimal, scoreMin: decimal.optional() }),
  z.strictObject({ id, kind: z.literal('FEATURE'), options: z.record(id, decimal).refine(few, `at most ${criteriaMax}`) }),
  z.strictObject({ id, kind: z.literal('COST') }),
  z.strictObject({ id, kind: z.literal('WORTH'), scoreMax: decimal, worthMax: decimal }),
]) as z.ZodType<Criterion>;

const tieBreak = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('TIME') }),
  z.strictObject({ by: z.literal('CRITERION'), criterionId: id, best: z.enum(['LOWEST', 'HIGHEST']) }),
  z.strictObject({ by: z.literal('LOT') }),
]);

export const lineFields = {
  /** The buyer's own line number; default 10, 20, 30 ... */
  number: text(36).nullish(),
  partId: z.uuid().nullish(),
  partNumber: text(70).nullish(),
  /** Needed where no part is named. */
  description: text(2000).nullish(),
  quantity: positive,
  unit: unit.default('EA'),
  needBy: date.nullish(),
  /** A site of the buyer; default that of the tender. */
  shipToSiteId: z.uuid().nullish(),
  alternatesAllowed: z.boolean().default(false),
  revision: text(40).nullish(),
  target: positive.nullish(),
  targetBasis: positive.default('1'),
  /** Whether bidders read the target price. */
  targetShown: z.boolean().default(false),
};
/** A line of a draft, whoever wrote it. */
export const tenderLine = z.strictObject({ ...lineFields, lot: z.int().min(1).max(lotsMax).default(1) });

/** Terms of a draft; everything has the default of a quick request. */
export const tenderInput = z.strictObject({
  title: text(200),
  description: text(10_000).nullish(),
  procedure: z.enum(['OPEN', 'SELECTIVE', 'SINGLE_SOURCE']).default('SELECTIVE'),
  /** By which rules it is held; what they need is said at publication. */
  rulePack: z.enum(rulePackNames).default('PRIVATE'),
  /** Published to everybody, with its result; only an open procedure can be. */
  isPublic: z.boolean().default(false),
  singleReason: text(2000).nullish(),
  confidentiality: z.enum(['OPEN', 'TIMED', 'SEALED']).default('TIMED'),
  currency,
  rates: z.record(currency, positive).default({}),
  formula: formulaInput.default({ kind: 'LOWEST_PRICE' }),
  criteria: z.array(criterionInput).max(criteriaMax).default([]),
  qualityMin: share.nullish(),
  tieBreak: z
    .array(tieBreak)
    .max(5)
    .default([{ by: 'TIME' }]),
  lowBid: z.strictObject({ belowMean: share.optional(), belowNext: share.optional() }).nullish(),
  deliveryTerm: text(160).default('DAP'),
  paymentDays: z.int().min(0).max(365).default(30),
  yearlyRate: share.nullish(),
  awardMode: z.enum(['LOT', 'LINE', 'SHARES']).default('LOT'),
  shares: z.array(positive).max(10).default([]),
  /** That an agreement may come of the award, and its days: whoever bids is bound to it. */
  agreement: z
    .strictObject({ from: date, to: date })
    .refine(
      ({ from, to }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= agreementYearsMax,
      `begins before it ends, at most ${agreementYearsMax} years`,
    )
    .nullish(),
  /** An auction among the ranked bids of each lot. */
  auction: announcedAuction.nullish(),
  bidsMin: z.int().min(1).max(9).default(1),
  questionsCloseAt: z.date().nullish(),
  closesAt: z.date().nullish(),
  staggerMinutes: z.int().min(0).max(120).default(0),
  pushHours: z.int().min(0).max(240).default(24),
  /** Titles of the lots in their order; one when absent. */
  lots: z.array(text(200)).max(lotsMax).default([]),
  lines: z.array(tenderLine).max(tenderLinesMax).default([]),
  internalNote: text(4000).nullish(),
  costReference: text(100).nullish(),
  budget: positive.nullish(),
  shipToSiteId: z.uuid().nullish(),
});

export type TenderInput = z.input<typeof tenderInput>;
export type CheckedTender = z.output<typeof tenderInput>;
export type CheckedLine = CheckedTender['lines'][number];
