import { z } from 'zod';
import { date, positive, tenderLinesMax, text } from '../tender/tender.input.js';
import { awardProducts } from './award.entity.js';

const common = {
  lotId: z.uuid(),
  /** Why not the first, why a suspiciously low one, or why nobody. */ reason: text(2000).nullish(),
  /** What bidders read as the reasons of the decision; needed where a standstill follows. */
  statement: text(4000).nullish(),
};

/** What becomes of one lot. */
const lotAward = z.discriminatedUnion('mode', [
  z.strictObject({ ...common, mode: z.literal('LOT'), bidId: z.uuid() }),
  z.strictObject({
    ...common,
    mode: z.literal('LINES'),
    /** A quantity is the whole line when absent. */
    lines: z
      .array(z.strictObject({ lineId: z.uuid(), bidId: z.uuid(), quantity: positive.nullish() }))
      .min(1)
      .max(tenderLinesMax)
      .refine(
        (lines) => new Set(lines.map(({ lineId, bidId }) => `${lineId} ${bidId}`)).size === lines.length,
        'a line once for each bid',
      ),
    /** Whether more of the lot will be awarded later. */
    keepOpen: z.boolean().default(false),
  }),
  /** By the published shares; by rank when no bids are named. */
  z.strictObject({
    ...common,
    mode: z.literal('SHARES'),
    bidIds: z
      .array(z.uuid())
      .max(10)
      .refine((ids) => new Set(ids).size === ids.length, 'each bid once')
      .nullish(),
  }),
  z.strictObject({ ...common, mode: z.literal('NONE') }),
]);

export const agreementDays = z
  .strictObject({ validFrom: date, validTo: date })
  .refine(({ validFrom, validTo }) => validFrom <= validTo, { path: ['validTo'], message: 'ends before it begins' });

export const awardInput = z
  .strictObject({
    idempotencyKey: z.string().min(1).max(255),
    tenderId: z.uuid(),
    expectedVersion: z.int(),
    lots: z.array(lotAward).min(1).max(50),
    makes: z.enum(awardProducts).default('NOTHING'),
    /** With ORDERS: the site of lines that name none of their own. */
    shipToSiteId: z.uuid().nullish(),
    costReference: text(100).nullish(),
    /** With ORDERS: that what cannot be cancelled or sent back is bought so. */
    ncnrAccepted: z.boolean().default(false),
    /** With AGREEMENTS: their days, within those that were published. */
    agreement: agreementDays.nullish(),
  })
  .refine((given) => given.makes !== 'ORDERS' || given.shipToSiteId != null, {
    path: ['shipToSiteId'],
    message: 'orders go to a site',
  })
  .refine((given) => given.makes !== 'AGREEMENTS' || given.agreement != null, {
    path: ['agreement'],
    message: 'agreements have their days',
  });

export type AwardTenderInput = z.input<typeof awardInput>;
export type CheckedAward = z.output<typeof awardInput>;
export type LotAward = CheckedAward['lots'][number];
