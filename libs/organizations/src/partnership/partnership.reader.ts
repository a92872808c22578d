import { In } from 'typeorm';
import { NotFound, type Work } from '#libs/platform';
import { Partnership, PartnershipTolerance } from './partnership.entity.js';

/** The two parties of a partnership. */
export interface Parties {
  buyerId: string;
  supplierId: string;
}

/** Partnerships of the acting organisation on either side, newest change first, at most 500. */
export async function listPartnerships(work: Work): Promise<Partnership[]> {
  const own = work.actor.orgId;
  return work.tx.find(Partnership, {
    where: [{ orgId: own }, { counterpartyId: own }],
    order: { changedAt: 'DESC', orgId: 'ASC', counterpartyId: 'ASC' },
    take: 500,
  });
}

/** The partnership of two parties, of which the acting organisation is one. Throws NotFound. */
export async function partnershipOf(work: Work, { buyerId, supplierId }: Parties): Promise<Partnership> {
  const found = await work.tx.findOneBy(Partnership, { orgId: buyerId, counterpartyId: supplierId });
  if (!found) throw new NotFound(`partnership ${buyerId} ${supplierId}`);
  return found;
}

/** The acting buyer's partnership with a supplier in any state; undefined when there never was one. */
export async function partnershipBetween(work: Work, supplierId: string): Promise<Partnership | undefined> {
  return (await work.tx.findOneBy(Partnership, { orgId: work.actor.orgId, counterpartyId: supplierId })) ?? undefined;
}

/** What the acting buyer tolerates from a supplier; undefined tolerates nothing. */
export async function toleranceFor(work: Work, supplierId: string): Promise<PartnershipTolerance | undefined> {
  return (await work.tx.findOneBy(PartnershipTolerance, { orgId: work.actor.orgId, counterpartyId: supplierId })) ?? undefined;
}

/** What the acting buyer tolerates from several suppliers. */
export async function tolerancesFor(work: Work, supplierIds: readonly string[]): Promise<PartnershipTolerance[]> {
  return work.tx.findBy(PartnershipTolerance, { orgId: work.actor.orgId, counterpartyId: In([...supplierIds]) });
}
