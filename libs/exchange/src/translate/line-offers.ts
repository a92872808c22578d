import type { Item } from '#libs/documents';
import { rows, type Work } from '#libs/platform';

/** An offer of the supplier that a line's numbers lead to, with its price for the acting buyer at the asked quantity. */
export interface LineOffer {
  /** Index of the line in the document, from 0. */
  n: number;
  offerId: string;
  orderUnit: string;
  priceUnit: string;
  factorNum: string;
  factorDen: string;
  amount: string | null;
  basis: string | null;
  currency: string | null;
}

interface Wanted {
  supplierId: string;
  lines: readonly { item: Item; quantity: string }[];
}

/**
 * Offers of one supplier for the lines of a document, in one statement: by the supplier's part number as written, else by the buyer's own
 * number, else by the manufacturer's number. A line with several rows is ambiguous, one without any is unknown: the caller says so, nothing is guessed.
 */
export async function offersForLines(work: Work, { supplierId, lines }: Wanted): Promise<LineOffer[]> {
  const asked = lines.map((line, n) => ({
    n,
    supplier: line.item.supplierPart,
    own: line.item.buyerPart,
    maker: line.item.manufacturerPart,
    qty: line.quantity,
  }));
  const found = await rows<{ n: number; offerId: string; qty: string }>(
    work,
    `with asked as (select * from jsonb_to_recordset($2) as a (n int, supplier text, own text, maker text, qty numeric)),
     hit as (
       select a.n, o.id, 1 as way from asked a join supply.offer o on o.org_id = $3 and o.supplier_part = a.supplier and o.status = 'ACTIVE'
       union all
       select a.n, o.id, 2 from asked a join catalog.part_alias x on x.org_id = $1 and x.key = catalog.part_key(a.own)
         and x.valid_from <= current_date and (x.valid_to is null or x.valid_to >= current_date)
         join supply.offer o on o.org_id = $3 and o.part_id = x.part_id and o.status = 'ACTIVE'
       union all
       select a.n, o.id, 3 from asked a join catalog.part p on p.key = catalog.part_key(a.maker) and p.number = upper(a.maker)
         join supply.offer o on o.org_id = $3 and o.part_id = p.id and o.status = 'ACTIVE')
     select distinct h.n, h.id as "offerId", a.qty from hit h join asked a on a.n = h.n
     where h.way = (select min(b.way) from hit b where b.n = h.n) order by h.n`,
    [work.actor.orgId, JSON.stringify(asked), supplierId],
  );
  if (found.length === 0) return [];
  return rows<LineOffer>(
    work,
    `select a.n, a.offer_id as "offerId", a.order_unit as "orderUnit", a.price_unit as "priceUnit", a.price_factor_num as "factorNum",
       a.price_factor_den as "factorDen", a.amount, a.basis, a.currency
     from supply.read_availability($1, $2) a order by a.n`,
    [work.actor.orgId, JSON.stringify(found.map((f) => ({ n: f.n, offer: f.offerId, qty: f.qty })))],
  );
}
