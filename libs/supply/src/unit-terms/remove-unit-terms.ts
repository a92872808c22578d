import { z } from 'zod';
import { ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, type Work } from '#libs/platform';
import { type NamedOfferError, namedOffer } from './unit-terms.reader.js';

const input = z.strictObject({ offerId: z.uuid(), exchange: z.boolean().default(false), repair: z.boolean().default(false) });

/**
 * Takes back that an offer is sold in exchange, or that such units are repaired; what is owed or in the shop goes on. Gives the offer.
 * What is not there is removed already. Errors: UnitOfferUnknown. Throws Forbidden without agreement:manage, BadInput.
 */
export async function removeUnitTerms(work: Work, given: z.input<typeof input>): Promise<Result<string, NamedOfferError>> {
  requirePermission(work, 'agreement:manage');
  const { offerId, exchange, repair } = checkInput(input, given);
  const offer = await namedOffer(work, { offerId });
  if (!offer.ok) return offer;
  const values = [work.actor.orgId, offerId];
  const gone =
    (exchange ? await affected(work, 'delete from supply.exchange_terms t where t.org_id = $1 and t.offer_id = $2', values) : 0) +
    (repair ? await affected(work, 'delete from supply.repair_terms t where t.org_id = $1 and t.offer_id = $2', values) : 0);
  if (gone > 0) await audit(work, { action: 'unit-terms:remove', subject: `offer:${offerId}`, detail: { exchange, repair } });
  return ok(offerId);
}
