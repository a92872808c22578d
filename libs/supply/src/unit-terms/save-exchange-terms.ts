import { z } from 'zod';
import {
  type Fault,
  fail,
  hasLegalScale,
  isCurrencyCode,
  isDecimal,
  isNegative,
  isPositiveDecimal,
  ok,
  type Result,
} from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';
import { type ExchangeTerms, type NamedOfferError, namedOffer, unitTermsOf } from './unit-terms.reader.js';

const named = { offerId: z.uuid().nullish(), supplierPart: z.string().trim().min(1).max(70).nullish() };
const one = (given: { offerId?: unknown; supplierPart?: unknown }): boolean =>
  (given.offerId == null) !== (given.supplierPart == null);
const positive = z.string().refine(isPositiveDecimal, 'a decimal above zero');
const amount = z.string().refine((text) => isDecimal(text) && !isNegative(text), 'a decimal, not below zero');
const days = (least: number) => z.int().min(least).max(730);
/** What is said of an amount that nobody could pay. */
export const finer = 'amounts have no more decimals than the currency';
const currency = z.string().refine(isCurrencyCode, 'an ISO 4217 code');

const input = z
  .strictObject({
    ...named,
    /** Absent: there are none yet. */
    expectedVersion: z.int().nullish(),
    currency,
    coreValue: positive,
    deposit: amount.default('0'),
    outrightPrice: positive.nullish(),
    billedAt: z.enum(['CORE_VALUE', 'OUTRIGHT']).default('CORE_VALUE'),
    coreDays: days(1),
    dayKind: z.enum(['CALENDAR', 'WORKING']).default('CALENDAR'),
    lateFee: amount.default('0'),
    lateDays: days(1).default(7),
    lateFeesMax: z.int().min(0).max(52).default(52),
    billDays: days(0).nullish(),
    replaceDays: days(0).default(0),
  })
  .refine(one, 'give offerId or supplierPart, not both')
  .refine((given) => given.billedAt === 'CORE_VALUE' || given.outrightPrice != null, {
    path: ['outrightPrice'],
    message: 'what is billed at the outright price needs one',
  })
  .refine(
    ({ currency, coreValue, deposit, outrightPrice, lateFee }) =>
      chargeable(currency, [coreValue, deposit, outrightPrice, lateFee]),
    {
      path: ['currency'],
      message: finer,
    },
  );

export type SaveExchangeTermsInput = z.input<typeof input>;
export type SaveUnitTermsError = NamedOfferError | Fault<'VersionConflict'>;

/** SQL of the version that terms of an offer ($1, $2) begin with: they count on from those that were removed. */
export const firstVersion = (kind: 'EXCHANGE' | 'REPAIR'): string =>
  `1 + coalesce((select p.version from supply.unit_terms_past p where p.org_id = $1 and p.offer_id = $2 and p.kind = '${kind}'), 0)`;

/** For `refine`: what is charged has no more digits than its currency, if that is one. */
export const chargeable = (currency: string, amounts: readonly (string | null | undefined)[]): boolean =>
  !isCurrencyCode(currency) ||
  amounts.every((value) => value == null || !isDecimal(value) || hasLegalScale({ amount: value, currency }));

/**
 * Says that an offer of the acting supplier is sold in exchange: its price is the fee, and the buyer owes a core on these terms. Cores
 * that are owed already keep the terms they were ordered under.
 * Errors: UnitOfferUnknown, UnitOfferAmbiguous (the number stands in several catalogues), VersionConflict. Throws Forbidden without
 * agreement:manage, BadInput.
 */
export async function saveExchangeTerms(
  work: Work,
  given: SaveExchangeTermsInput,
): Promise<Result<ExchangeTerms, SaveUnitTermsError>> {
  requirePermission(work, 'agreement:manage');
  const { offerId: _, supplierPart: __, expectedVersion, ...terms } = checkInput(input, given);
  await keepShown(work);
  const offer = await namedOffer(work, given);
  if (!offer.ok) return offer;
  const written = await affected(
    work,
    `insert into supply.exchange_terms as t (org_id, offer_id, audience, currency, core_value, deposit, outright_price, billed_at, core_days, day_kind, late_fee, late_days,
       late_fees_max, bill_days, replace_days, version)
     select $1, $2, o.audience, x.currency, x."coreValue", x.deposit, x."outrightPrice", x."billedAt", x."coreDays", x."dayKind", x."lateFee", x."lateDays", x."lateFeesMax", x."billDays", x."replaceDays", ${firstVersion('EXCHANGE')}
     from supply.offer o, jsonb_to_record($3) as x (currency text, "coreValue" numeric, deposit numeric, "outrightPrice" numeric, "billedAt" text, "coreDays" smallint, "dayKind" text,
       "lateFee" numeric, "lateDays" smallint, "lateFeesMax" smallint, "billDays" smallint, "replaceDays" smallint)
     where o.org_id = $1 and o.id = $2
     on conflict (org_id, offer_id) do update set currency = excluded.currency, core_value = excluded.core_value, deposit = excluded.deposit, outright_price = excluded.outright_price,
       billed_at = excluded.billed_at, core_days = excluded.core_days, day_kind = excluded.day_kind, late_fee = excluded.late_fee, late_days = excluded.late_days,
       late_fees_max = excluded.late_fees_max, bill_days = excluded.bill_days, replace_days = excluded.replace_days, version = t.version + 1
     where t.version = $4`,
    [work.actor.orgId, offer.value, JSON.stringify(terms), expectedVersion ?? null],
  );
  const [saved] = await unitTermsOf(work, [offer.value]);
  if (written === 0 || !saved?.exchange) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await audit(work, { action: 'exchange-terms:save', subject: `offer:${offer.value}`, detail: { ...terms } });
  return ok(saved.exchange);
}
