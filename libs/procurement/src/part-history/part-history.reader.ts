import type { DecimalText, LocalDate } from '#libs/kernel';
import { requirePermission, rows, type Work } from '#libs/platform';
import type { ScheduleStatus } from '../order/schedule-status.js';

/** One quantity of a past line, with what was said of it. */
export interface PastQuantity {
  quantity: DecimalText;
  status: ScheduleStatus;
  shipOn: LocalDate | null;
  deliverOn: LocalDate | null;
}

/** A line in which the acting organisation ordered a part. */
export interface PastOrderLine {
  orderId: string;
  orderNumber: string;
  lineNumber: string;
  /** RFC 3339. */
  placedAt: string;
  supplierId: string;
  supplierPart: string;
  quantity: DecimalText;
  orderUnit: string;
  amount: DecimalText;
  currency: string;
  basis: DecimalText;
  priceUnit: string;
  priceSource: string;
  lineAmount: DecimalText;
  /** Wanted on the dock. */
  needBy: LocalDate | null;
  /** What a promise, taken with the order, said of the dock; null: it was ordered without one. */
  promisedOn: LocalDate | null;
  quantities: PastQuantity[];
}

/** Lines shown at most. */
export const pastLinesMax = 100;

/**
 * The last 100 lines in which the acting organisation ordered a part, under any number that the operator found to be it, newest first:
 * what was paid and what was promised, confirmed and ended. By one statement. Orders that it sold are not in it. Throws Forbidden without order:read.
 */
export async function partHistory(work: Work, partId: string): Promise<PastOrderLine[]> {
  requirePermission(work, 'order:read');
  return rows<PastOrderLine>(
    work,
    `with meant as (select coalesce((select c.to_part from catalog.identity_correction c where c.from_part = $2 and c.kind = 'MERGE' and c.undone_at is null), $2::uuid) as id),
     named as (select m.id from meant m union all select c.from_part from catalog.identity_correction c join meant m on c.to_part = m.id and c.kind = 'MERGE' and c.undone_at is null)
     select o.id as "orderId", o.number as "orderNumber", l.number as "lineNumber", to_char(o.placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "placedAt",
       o.counterparty_id as "supplierId", l.supplier_part as "supplierPart", l.quantity, l.order_unit as "orderUnit", l.price_amount as amount, o.currency,
       l.price_basis as basis, l.price_unit as "priceUnit", l.price_source as "priceSource", l.line_amount as "lineAmount", coalesce(l.need_by, o.requested_delivery)::text as "needBy",
       (select max(p.answer ->> 'arriveOn') from supply.promise p where p.org_id = $1 and p.order_line = l.id) as "promisedOn",
       coalesce((select jsonb_agg(jsonb_build_object('quantity', s.quantity::text, 'status', s.status, 'shipOn', s.ship_on, 'deliverOn', s.deliver_on) order by s.deliver_on nulls last, s.id)
         from procurement.schedule_line s where s.org_id = l.org_id and s.order_id = l.order_id and s.line_id = l.id), '[]') as quantities
     from procurement.order_line l join procurement.purchase_order o on o.org_id = l.org_id and o.id = l.order_id
     where l.org_id = $1 and l.part_id in (select n.id from named n)
     order by o.placed_at desc, o.id, l.position limit ${pastLinesMax}`,
    [work.actor.orgId, partId],
  );
}
