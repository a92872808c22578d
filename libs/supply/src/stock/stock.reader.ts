import { type KeyColumn, type Keyset, keyset, type Ordering, type Page, rows, type Work } from '#libs/platform';
import type { StockSource } from './stock.entity.js';

/** The acting supplier's own stock at one location, with what orders hold of it. */
export interface OwnStock {
  offerId: string;
  supplierPart: string;
  partId: string;
  name: string;
  orderUnit: string;
  location: string;
  quantity: string;
  reserved: string;
  /** quantity - reserved, never below zero. */
  free: string;
  asOf: Date;
  source: StockSource;
}

/** Which rows of the own stock. */
export interface StockFilter {
  /** Beginning of the supplier's part number. */
  supplierPart?: string | null;
  location?: string | null;
  /** Counted before this instant: what may be out of date. */
  countedBefore?: Date | null;
}

const columns: readonly KeyColumn[] = [
  { sql: 'o.supplier_part', cast: 'text' },
  { sql: 's.location', cast: 'text' },
  { sql: 's.offer_id', cast: 'uuid' },
];

/** Own stock by part number, location, offer: the only order of the list. */
export const stockOrdering: Ordering = { name: 'stock', columns };

/** Sort values of a row, for its cursor. */
export function stockKey(row: OwnStock): string[] {
  return [row.supplierPart, row.location, row.offerId];
}

/** A page of the acting supplier's stock, one row more than asked for to know whether there are more. */
export async function ownStock(work: Work, filter: StockFilter, page: Page): Promise<OwnStock[]> {
  const { where, orderBy, limit, values }: Keyset = keyset(page, stockOrdering, 5);
  return rows<OwnStock>(
    work,
    `select s.offer_id as "offerId", o.supplier_part as "supplierPart", o.part_id as "partId", o.name, o.order_unit as "orderUnit", s.location, s.quantity,
       s.reserved, greatest(s.quantity - s.reserved, 0) as free, s.as_of as "asOf", s.source
     from supply.offer o join supply.stock s on s.org_id = o.org_id and s.offer_id = o.id
     where o.org_id = $1 and ($2::text is null or o.supplier_part >= $2 and o.supplier_part < $2 || U&'\\FFFF') and ($3::text is null or s.location = $3)
       and ($4::timestamptz is null or s.as_of < $4) and ${where}
     order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, filter.supplierPart ?? null, filter.location ?? null, filter.countedBefore ?? null, ...values],
  );
}

/** Free stock of one offer, as its watchers see it. */
export interface OfferStock {
  partId: string;
  offerId: string;
  supplierId: string;
  /** Free at all locations together, in order units. */
  available: string;
  stock: { location: string; quantity: string; asOf: string; source: StockSource }[];
}

/** What the acting organisation may see of the stock of parts: one entry per visible active offer. One statement for all parts. */
export async function stockOfParts(work: Work, partIds: readonly string[]): Promise<OfferStock[]> {
  return rows<OfferStock>(
    work,
    `select o.part_id as "partId", o.id as "offerId", o.org_id as "supplierId", coalesce(k.free, 0) as available, coalesce(k.rows, '[]') as stock
     from supply.offer o left join lateral (
       select sum(greatest(s.quantity - s.reserved, 0)) as free, json_agg(json_build_object('location', s.location,
         'quantity', greatest(s.quantity - s.reserved, 0)::text, 'asOf', s.as_of, 'source', s.source) order by s.location) as rows
       from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id) k on true
     where o.part_id = any ($1) and o.status = 'ACTIVE' order by o.part_id, o.id`,
    [partIds],
  );
}

/** Which of the parts the supplier offers, or offered, in sight of the acting organisation. */
export async function partsShownBy(work: Work, supplierId: string, partIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    work,
    'select p.id from unnest($2::uuid[]) as p (id) where exists (select 1 from supply.offer o where o.part_id = p.id and o.org_id = $1)',
    [supplierId, partIds],
  );
  return found.map(({ id }) => id);
}
