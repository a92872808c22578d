import { one, rows, type Work } from '#libs/platform';
import { lotFileColumns } from './attach-lot-certificate.js';
import type { Lot, LotClaim, LotCode } from './lot.entity.js';
import type { AskedLot } from './wanted-lot.js';

/** Lots of one offer that an answer shows at most. */
export const lotsShownMax = 100;

/** Lots of offers as the acting organisation may see them, with something in them, what expires first in front; at most 100 of an offer. */
export async function lotsOfOffers(work: Pick<Work, 'tx'>, offerIds: readonly string[]): Promise<Lot[]> {
  return rows<Lot>(
    work,
    `select l.* from unnest($1::uuid[]) o (id) cross join lateral (
       select l.id, l.offer_id as "offerId", l.org_id as "supplierId", l.location, l.lot_number as "lotNumber", l.serial_number as "serialNumber", l.condition, l.certificates, l.trace,
         l.shelf_life_on as "shelfLifeOn", trim_scale(l.quantity)::text as quantity, trim_scale(l.quantity - l.taken)::text as free,
         coalesce((select jsonb_agg(to_jsonb(f) order by f.kind, f.id) from (select ${lotFileColumns} from supply.lot_certificate c where c.org_id = l.org_id and c.lot_id = l.id) f), '[]') as files
       from supply.lot l where l.offer_id = o.id and l.org_id = (select x.org_id from supply.offer x where x.id = o.id) and l.quantity > 0
       order by l.shelf_life_on nulls last, l.location, l.lot_number, l.serial_number, l.id limit ${lotsShownMax}) l`,
    [offerIds],
  );
}

/** What order lines have taken of lots, what has left with its lots or serials, by the ids of the lines; seen by both parties of the order. */
export async function lotClaimsOf(work: Pick<Work, 'tx'>, lineIds: readonly string[]): Promise<LotClaim[]> {
  return rows<LotClaim>(
    work,
    `select c.*, trim_scale(c.units)::text as quantity from (
       select c.reference, c.lot_id as "lotId", c.lot_number as "lotNumber", c.serial_number as "serialNumber", c.condition, c.certificates, c.trace,
         c.shelf_life_on as "shelfLifeOn", c.location, c.quantity as units, false as "hasLeft", null::uuid as departure
       from supply.lot_claim c where c.reference = any ($1) and c.quantity > 0
       union all select d.reference, d.lot_id, d.lot_number, d.serial_number, d.condition, d.certificates, d.trace, d.shelf_life_on, d.location, d.quantity, true, d.id
       from supply.lot_departure d where d.reference = any ($1)) c order by c.reference, c."hasLeft", c."shelfLifeOn" nulls last, c."lotId", c.departure`,
    [lineIds],
  );
}

/** How many free units of offers are as they are wanted, by `n`; without an entry none is. One statement, none without a question. */
export async function fittingUnits(
  work: Pick<Work, 'tx'>,
  asked: readonly { n: number; supplier: string; offer: string; want: AskedLot }[],
): Promise<Map<number, string>> {
  if (asked.length === 0) return new Map();
  const found = await rows<{ n: number; fitting: string | null }>(
    work,
    `select q.n, trim_scale(supply.fitting_quantity(q.supplier, q.offer, q.want))::text as fitting
     from jsonb_to_recordset($1) as q (n integer, supplier uuid, offer uuid, want jsonb)`,
    [JSON.stringify(asked)],
  );
  return new Map(found.flatMap(({ n, fitting }) => (fitting === null ? [] : [[n, fitting]])));
}

/** The codes that hold today. */
export async function lotCodes(work: Pick<Work, 'tx'>): Promise<LotCode[]> {
  return rows<LotCode>(
    work,
    `select distinct on (k.list, k.code) k.list, k.code, k.same_as as "sameAs", k.sold, k.names from supply.lot_code k
     where k.valid_from <= current_date and coalesce(k.valid_to, current_date) >= current_date order by k.list, k.code, k.version desc`,
  );
}

/** The stored content behind a certificate of a lot that the actor may see; undefined: there is none for him. */
export async function lotCertificateFile(
  work: Pick<Work, 'tx'>,
  id: string,
): Promise<{ sha256: string; mediaType: string; name: string } | undefined> {
  return one(work, `select c.sha256, c.media_type as "mediaType", c.name from supply.lot_certificate c where c.id = $1`, [id]);
}
