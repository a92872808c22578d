import { z } from 'zod';
import { compare, type Fault, fail, isCurrencyCode, isDecimal, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { permissions } from '../permissions.js';
import type { PartnershipTolerance } from './partnership.entity.js';
import { partnershipOf, toleranceFor } from './partnership.reader.js';

const amount = z
  .string()
  .refine((text) => isDecimal(text) && compare(text, '0') >= 0, { message: 'Not a decimal of 0 or more.' });
const percent = amount.refine((text) => !isDecimal(text) || compare(text, '100') <= 0, { message: 'At most 100.' });
const days = z.int().min(0).max(365);
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

const input = z.strictObject({
  supplierId: z.uuid(),
  pricePercent: orNull(percent),
  priceAbsolute: orNull(amount),
  currency: orNull(z.string().refine(isCurrencyCode, { message: 'Not an ISO 4217 code.' })),
  quantityPercent: orNull(percent),
  daysEarly: orNull(days),
  daysLate: orNull(days),
  packRounding: z.boolean().default(false),
  /** 0 when none were set before. */
  expectedVersion: z.int().min(0),
});

export type SetTolerancesInput = z.input<typeof input>;
export type SetTolerancesError = Fault<'ToleranceCurrencyMissing' | 'VersionConflict'>;

/**
 * Sets what the acting buyer lets pass from a supplier without asking (trade-rules 22). The supplier never sees it.
 * Errors: ToleranceCurrencyMissing (an amount without currency, or the other way round), VersionConflict. Throws Forbidden, NotFound.
 */
export async function setTolerances(
  work: Work,
  given: SetTolerancesInput,
): Promise<Result<PartnershipTolerance, SetTolerancesError>> {
  requirePermission(work, permissions.managePartnerships);
  const { supplierId, expectedVersion, ...limits } = checkInput(input, given);
  const { orgId } = work.actor;
  await partnershipOf(work, { buyerId: orgId, supplierId });
  if ((limits.priceAbsolute === null) !== (limits.currency === null))
    return fail({ code: 'ToleranceCurrencyMissing', path: ['currency'] });

  const count = await affected(
    work,
    `insert into organizations.partnership_tolerance as t
       (org_id, counterparty_id, price_percent, price_absolute, currency, quantity_percent, days_early, days_late, pack_rounding)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9 where $10 = 0 or exists (select from organizations.partnership_tolerance b where b.org_id = $1 and b.counterparty_id = $2)
     on conflict (org_id, counterparty_id) do update set price_percent = $3, price_absolute = $4, currency = $5, quantity_percent = $6,
       days_early = $7, days_late = $8, pack_rounding = $9, version = t.version + 1 where t.version = $10`,
    [
      orgId,
      supplierId,
      limits.pricePercent,
      limits.priceAbsolute,
      limits.currency,
      limits.quantityPercent,
      limits.daysEarly,
      limits.daysLate,
      limits.packRounding,
      expectedVersion,
    ],
  );
  const saved = count === 1 ? await toleranceFor(work, supplierId) : undefined;
  if (!saved) return fail({ code: 'VersionConflict', path: ['expectedVersion'] });
  await audit(work, { action: 'partnership:tolerances', subject: `partnership:${orgId}:${supplierId}`, detail: limits });
  return ok(saved);
}
