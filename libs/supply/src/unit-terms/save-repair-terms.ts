import { z } from 'zod';
import { fail, isCurrencyCode, isDecimal, isNegative, isPositiveDecimal, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';
import { chargeable, finer, firstVersion, type SaveUnitTermsError } from './save-exchange-terms.js';
import { namedOffer, type RepairTerms, unitTermsOf } from './unit-terms.reader.js';

const days = z.int().min(1).max(730);

const input = z
  .strictObject({
    offerId: z.uuid().nullish(),
    supplierPart: z.string().trim().min(1).max(70).nullish(),
    /** Absent: there are none yet. */
    expectedVersion: z.int().nullish(),
    currency: z.string().refine(isCurrencyCode, 'an ISO 4217 code'),
    pricing: z.enum(['FIXED', 'QUOTE']),
    price: z.string().refine(isPositiveDecimal, 'a decimal above zero').nullish(),
    evaluationFee: z
      .string()
      .refine((text) => isDecimal(text) && !isNegative(text), 'a decimal, not below zero')
      .default('0'),
    quoteDays: days,
    approveDays: days,
    turnDays: days,
    dayKind: z.enum(['CALENDAR', 'WORKING']).default('CALENDAR'),
  })
  .refine((given) => (given.offerId == null) !== (given.supplierPart == null), 'give offerId or supplierPart, not both')
  .refine((given) => (given.pricing === 'FIXED') === (given.price != null), {
    path: ['price'],
    message: 'a fixed price, and only that, is stated beforehand',
  })
  .refine(({ currency, price, evaluationFee }) => chargeable(currency, [price, evaluationFee]), {
    path: ['currency'],
    message: finer,
  });

export type SaveRepairTermsInput = z.input<typeof input>;

/**
 * Says that the acting supplier repairs units like an offer of his: at a fixed price or by quote, and how long it takes. Repairs that
 * are ordered already keep their terms.
 * Errors: UnitOfferUnknown, UnitOfferAmbiguous, VersionConflict. Throws Forbidden without agreement:manage, BadInput.
 */
export async function saveRepairTerms(work: Work, given: SaveRepairTermsInput): Promise<Result<RepairTerms, SaveUnitTermsError>> {
  requirePermission(work, 'agreement:manage');
  const { offerId: _, supplierPart: __, expectedVersion, ...terms } = checkInput(input, given);
  await keepShown(work);
  const offer = await namedOffer(work, given);
  if (!offer.ok) return offer;
  const written = await affected(
    work,
    `insert into supply.repair_terms as t (org_id, offer_id, audience, currency, pricing, price, evaluation_fee, quote_days, approve_days, turn_days, day_kind, version)
     select $1, $2, o.audience, x.currency, x.pricing, x.price, x."evaluationFee", x."quoteDays", x."approveDays", x."turnDays", x."dayKind", ${firstVersion('REPAIR')}
     from supply.offer o, jsonb_to_record($3) as x (currency text, pricing text, price numeric, "evaluationFee" numeric, "quoteDays" smallint, "approveDays" smallint, "turnDays" smallint, "dayKind" text)
     where o.org_id = $1 and o.id = $2
     on conflict (org_id, offer_id) do update set currency = excluded.currency, pricing = excluded.pricing, price = excluded.price, evaluation_fee = excluded.evaluation_fee,
       quote_days = excluded.quote_days, approve_days = excluded.approve_days, turn_days = excluded.turn_days, day_kind = excluded.day_kind, version = t.version + 1
     where t.version = $4`,
    [work.actor.orgId, offer.value, JSON.stringify(terms), expectedVersion ?? null],
  );
  const [saved] = await unitTermsOf(work, [offer.value]);
  if (written === 0 || !saved?.repair) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await audit(work, { action: 'repair-terms:save', subject: `offer:${offer.value}`, detail: { ...terms } });
  return ok(saved.repair);
}
