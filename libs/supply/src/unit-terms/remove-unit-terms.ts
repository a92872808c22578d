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
  const gone = (exchange ? await removed(work, offerId, 'exchange') : 0) + (repair ? await removed(work, offerId, 'repair') : 0);
  if (gone > 0) await audit(work, { action: 'unit-terms:remove', subject: `offer:${offerId}`, detail: { exchange, repair } });
  return ok(offerId);
}

/** Their count is kept: terms that are stated later are none that anybody has seen before. */
function removed(work: Work, offerId: string, kind: 'exchange' | 'repair'): Promise<number> {
  return affected(
    work,
    `with gone as (delete from supply.${kind}_terms t where t.org_id = $1 and t.offer_id = $2 returning t.org_id, t.offer_id, t.version)
     insert into supply.unit_terms_past as p (org_id, offer_id, kind, version) select g.org_id, g.offer_id, $3, g.version from gone g
     on conflict (org_id, offer_id, kind) do update set version = excluded.version`,
    [work.actor.orgId, offerId, kind.toUpperCase()],
  );
}
