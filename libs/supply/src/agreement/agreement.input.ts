import { z } from 'zod';
import { compare, isDecimal } from '#libs/kernel';
import { currency, day, amount as decimal, percent, positive } from '../price/pricing.input.js';

/** Terms of one agreement at most: they are written by two statements. */
export const agreementTermsMax = 5000;
const breaksMax = 20;

const item = z
  .strictObject({
    offerId: z.uuid().nullish(),
    /** The supplier's own part number, as in his catalogue; it must lead to one offer. */
    supplierPart: z.string().trim().min(1).max(70).nullish(),
    /** Of any quantity, or below the smallest break; absent when the breaks are the whole truth. */
    price: decimal.nullish(),
    /** Price units the prices are for. */
    basis: positive.default('1'),
    breaks: z
      .array(z.strictObject({ from: positive, price: decimal }))
      .max(breaksMax)
      .default([]),
    /** WHOLE: a break holds for the whole quantity; GRADUATED: for the units from it on. */
    breakMode: z.enum(['WHOLE', 'GRADUATED']).default('WHOLE'),
    /** What the quantities of the breaks count. */
    breakUnit: z.enum(['ORDER', 'PRICE']).default('ORDER'),
    /** ORDER: all lines with the offer together reach a break. */
    breakScope: z.enum(['LINE', 'ORDER']).default('LINE'),
  })
  .refine((given) => (given.offerId == null) !== (given.supplierPart == null), 'give offerId or supplierPart, not both')
  .refine((given) => given.price != null || given.breaks.length > 0, 'give a price or breaks')
  .refine(rising, 'breaks rise');

const category = z.strictObject({
  category: z.string().trim().min(1).max(120),
  discountPercent: percent,
});

/** Incoterms 2020 and those of 2010 and 2000 that older contracts still name. */
const incoterms = [
  'EXW',
  'FCA',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
  'DAT',
  'DAF',
  'DES',
  'DEQ',
  'DDU',
];

const said = {
  currency,
  validFrom: day,
  validTo: day,
  pricingDate: z.enum(['ORDER', 'DELIVERY', 'DESPATCH']).default('ORDER'),
  /** As both understand it: NET30. */
  paymentTerms: z.string().trim().min(1).max(200).nullish(),
  /** Delivery terms: the rule, its edition, the named place. */
  incoterm: z
    .strictObject({
      code: z.enum(incoterms),
      edition: z.int().min(1936).max(2100).default(2020),
      place: z.string().trim().min(1).max(120),
    })
    .nullish(),
  /** The lowest of all sources wins, not the first. */
  bestPrice: z.boolean().default(false),
  /** Kinds of certificates that must come with all that is ordered at its prices. */
  requiredCertificates: z
    .array(z.string().regex(/^[A-Z0-9_]{1,30}$/, 'a code of the list of certificates'))
    .max(20)
    .default([]),
  items: z.array(item).max(agreementTermsMax).default([]),
  categories: z.array(category).max(500).default([]),
};
const inTime: [(given: { validFrom: string; validTo: string }) => boolean, { path: string[]; message: string }] = [
  (given) => given.validFrom <= given.validTo,
  { path: ['validTo'], message: 'ends before it begins' },
];
const withTerms: [
  (given: { items: readonly unknown[]; categories: readonly unknown[] }) => boolean,
  { path: string[]; message: string },
] = [(given) => given.items.length + given.categories.length > 0, { path: ['items'], message: 'an agreement needs a term' }];

/** What `signAgreement` takes. */
export const agreementInput = z
  .strictObject({ buyerId: z.uuid(), number: z.string().trim().min(1).max(60), ...said })
  .refine(...inTime)
  .refine(...withTerms);

/** What `replaceAgreement` takes: everything anew but parties and number. */
export const replacementInput = z
  .strictObject({ agreementId: z.uuid(), ...said })
  .refine(...inTime)
  .refine(...withTerms);

export type SignAgreementInput = z.input<typeof agreementInput>;
export type ReplaceAgreementInput = z.input<typeof replacementInput>;
export type CheckedAgreement = z.output<typeof agreementInput>;

/** The same with every item led to an offer. */
export type LedAgreement = Omit<CheckedAgreement, 'items'> & {
  items: (Omit<CheckedAgreement['items'][number], 'offerId'> & { offerId: string })[];
};

function rising(given: { breaks: readonly { from: string }[] }): boolean {
  return given.breaks.every(({ from }, i) => {
    const before = given.breaks[i - 1]?.from;
    return before === undefined || !isDecimal(before) || !isDecimal(from) || compare(before, from) < 0;
  });
}
