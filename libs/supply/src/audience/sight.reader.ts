import { type KeyColumn, keyset, type Ordering, type Page, rows, type Work } from '#libs/platform';
import { idOf } from '../catalogue/catalogue.reader.js';
import { type ShownTo, shownBy } from './audience.js';
import { standing } from './audience.reader.js';

const columns: readonly KeyColumn[] = [
  { sql: 'o.supplier_part', cast: 'text' },
  { sql: 'o.id', cast: 'uuid' },
];

/** By the supplier's part number. */
export const sightOrdering: Ordering = { name: 'sight', columns };

/** Sort values of an offer, for its cursor. */
export function sightKey(offer: SightOffer): string[] {
  return [offer.supplierPart, offer.offerId];
}

/** Whether buyer $2 sees offer `o` of the acting supplier $1: the walls' own question, asked for another. */
const seen = `(o.audience is null or o.audience in (select m.audience from supply.audience_member m
  where m.org_id = $1 and m.counterparty_id = $2 and ${standing('m')}))`;

/** One of the supplier's active offers, and whether the buyer sees it. */
export interface SightOffer {
  offerId: string;
  catalogueId: string;
  supplierPart: string;
  name: string;
  category: string | null;
  shown: ShownTo;
  seen: boolean;
}

export interface SightFilter {
  buyerId: string;
  catalogueId?: string | null;
  /** Only what he sees, or only what he does not. */
  seen?: boolean | null;
}

/** The acting supplier's active offers as one buyer sees them or does not, by part number. */
export async function offersInSight(work: Work, filter: SightFilter, page: Page): Promise<SightOffer[]> {
  const { where, orderBy, limit, values } = keyset(page, sightOrdering, 5);
  const found = await rows<Omit<SightOffer, 'shown'> & { audience: string | null }>(
    work,
    `select o.id as "offerId", o.catalogue_id as "catalogueId", o.supplier_part as "supplierPart", o.name, o.category, o.audience, ${seen} as seen
     from supply.offer o where o.org_id = $1 and o.status = 'ACTIVE' and ($3::uuid is null or o.catalogue_id = $3)
       and ($4::boolean is null or ${seen} = $4) and ${where}
     order by ${orderBy} limit ${limit}`,
    [
      work.actor.orgId,
      idOf(filter.buyerId, 'buyer'),
      filter.catalogueId == null ? null : idOf(filter.catalogueId, 'catalogue'),
      filter.seen ?? null,
      ...values,
    ],
  );
  return found.map(({ audience, ...offer }) => ({ ...offer, shown: shownBy(audience, offer.catalogueId) }));
}

/** How much of a catalogue a buyer sees. */
export interface CatalogueSight {
  catalogueId: string;
  name: string;
  /** Offers that can be ordered. */
  active: number;
  /** Those of them that he sees. */
  seen: number;
}

/** How much of each of the acting supplier's catalogues a buyer sees, by name. */
export async function sightOf(work: Work, buyerId: string): Promise<CatalogueSight[]> {
  return rows<CatalogueSight>(
    work,
    `select c.id as "catalogueId", c.name, count(o.id)::int as active, (count(o.id) filter (where ${seen}))::int as seen
     from supply.catalogue c left join supply.offer o on o.org_id = c.org_id and o.catalogue_id = c.id and o.status = 'ACTIVE'
     where c.org_id = $1 group by 1, 2 order by 2 limit 200`,
    [work.actor.orgId, idOf(buyerId, 'buyer')],
  );
}

/** Groups that agreements of the acting supplier open to their buyers, in the order given; a buyer learns of none. */
export async function groupsOfAgreements(work: Work, agreementIds: readonly string[]): Promise<string[][]> {
  const found = await rows<{ agreementId: string; audience: string }>(
    work,
    `select m.agreement_id as "agreementId", m.audience from supply.audience_member m join supply.audience g on g.org_id = m.org_id and g.id = m.audience
     where m.org_id = $1 and m.agreement_id = any ($2) order by g.name`,
    [work.actor.orgId, agreementIds],
  );
  return agreementIds.map((id) => found.filter((row) => row.agreementId === id).map((row) => row.audience));
}
