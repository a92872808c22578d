import type { DecimalText } from '#libs/kernel';
import { requirePermission, rows, type Work } from '#libs/platform';

/** A list price of an offer, and while which time its supplier published it. */
export interface PastPrice {
  offerId: string;
  supplierId: string;
  supplierPart: string;
  /** RFC 3339. null: nobody knows since when. */
  since: string | null;
  /** null: still. */
  until: string | null;
  amount: DecimalText;
  currency: string;
  basis: DecimalText;
  priceUnit: string;
}

/**
 * List prices of a part over time, newest first by offer: of up to 100 offers that the acting organisation sees today, and of their
 * earlier states those that were meant for it. Where breaks are the whole truth, the price of the smallest. What an agreement says is not
 * in it. At most 1,000. A part that was merged counts as the one it is. Throws Forbidden without price:read.
 */
export async function priceHistory(work: Work, partId: string): Promise<PastPrice[]> {
  requirePermission(work, 'price:read');
  return rows<PastPrice>(
    work,
    `with meant as (select coalesce((select c.to_part from catalog.identity_correction c where c.from_part = $1 and c.kind = 'MERGE' and c.undone_at is null), $1::uuid) as id)
     select h.offer_id as "offerId", h.supplier_id as "supplierId", h.supplier_part as "supplierPart", ${instant('h.since')} as since, ${instant('h.until')} as until,
       h.price as amount, h.currency, h.basis, h.price_unit as "priceUnit"
     from supply.price_history(array(select m.id from meant m union all
       select c.from_part from catalog.identity_correction c join meant m on c.to_part = m.id and c.kind = 'MERGE' and c.undone_at is null)) h`,
    [partId],
  );
}

function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
