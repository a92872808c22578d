import { type KeyColumn, keyset, type Ordering, type Page, rows, type Work } from '#libs/platform';
import { lotFileColumns } from './attach-lot-certificate.js';
import type { Lot } from './lot.entity.js';

/** A lot of the acting supplier beside the offer it is of. */
export interface OwnLot extends Lot {
  supplierPart: string;
  partId: string;
  name: string;
  orderUnit: string;
  asOf: Date;
}

/** Which of the own lots. */
export interface OwnLotFilter {
  /** Beginning of the supplier's part number. */
  supplierPart?: string | null;
  /** Exactly this lot or serial number. */
  number?: string | null;
  /** Usable until this day or less long. */
  endsBy?: string | null;
}

const columns: readonly KeyColumn[] = [
  { sql: 'o.supplier_part', cast: 'text' },
  { sql: 'l.location', cast: 'text' },
  { sql: 'l.id', cast: 'uuid' },
];

/** Own lots by part number, place, lot: the only order of the list. */
export const ownLotOrdering: Ordering = { name: 'own-lots', columns };

/** Sort values of a row, for its cursor. */
export function ownLotKey(row: OwnLot): string[] {
  return [row.supplierPart, row.location, row.id];
}

/** A page of the acting supplier's lots with something in them, one row more than asked for to know whether there are more. */
export async function ownLots(work: Pick<Work, 'tx' | 'actor'>, filter: OwnLotFilter, page: Page): Promise<OwnLot[]> {
  const { where, orderBy, limit, values } = keyset(page, ownLotOrdering, 5);
  return rows<OwnLot>(
    work,
    `select l.id, l.offer_id as "offerId", l.org_id as "supplierId", o.supplier_part as "supplierPart", o.part_id as "partId", o.name, o.order_unit as "orderUnit", l.location,
       l.lot_number as "lotNumber", l.serial_number as "serialNumber", l.condition, l.certificates, l.trace, l.shelf_life_on as "shelfLifeOn", l.as_of as "asOf",
       trim_scale(l.quantity)::text as quantity, trim_scale(l.quantity - l.taken)::text as free,
       coalesce((select jsonb_agg(to_jsonb(f) order by f.kind, f.id) from (select ${lotFileColumns} from supply.lot_certificate c where c.org_id = l.org_id and c.lot_id = l.id) f), '[]') as files
     from supply.offer o join supply.lot l on l.org_id = o.org_id and l.offer_id = o.id
     where o.org_id = $1 and l.quantity > 0 and ($2::text is null or o.supplier_part >= $2 and o.supplier_part < $2 || U&'\\FFFF')
       and ($3::text is null or $3 in (l.lot_number, l.serial_number)) and ($4::date is null or l.shelf_life_on <= $4) and ${where}
     order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, filter.supplierPart ?? null, filter.number ?? null, filter.endsBy ?? null, ...values],
  );
}

const promisedColumns: readonly KeyColumn[] = [
  { sql: 'o.supplier_part', cast: 'text' },
  { sql: 'o.id', cast: 'uuid' },
];

/** Promised offers by part number: the only order of the list. */
export const promisedOrdering: Ordering = { name: 'promised-offers', columns: promisedColumns };

/** Sort values of a row, for its cursor. */
export function promisedKey(row: PromisedOffer): string[] {
  return [row.supplierPart, row.offerId];
}

/** A page of the acting supplier's offers with what he promises with every unit of them, one row more than asked for. */
export async function promisedOffers(work: Pick<Work, 'tx' | 'actor'>, page: Page): Promise<PromisedOffer[]> {
  const { where, orderBy, limit, values } = keyset(page, promisedOrdering, 2);
  return rows<PromisedOffer>(
    work,
    `select o.id as "offerId", o.supplier_part as "supplierPart", o.name, c.certificates from supply.offer_certificates c
     join supply.offer o on o.org_id = c.org_id and o.id = c.offer_id where c.org_id = $1 and ${where} order by ${orderBy} limit ${limit}`,
    [work.actor.orgId, ...values],
  );
}

/** What comes with every unit of an offer. */
export interface PromisedOffer {
  offerId: string;
  supplierPart: string;
  name: string;
  certificates: string[];
}
