import { one, rows, type Work } from '#libs/platform';
import type { CertificateNeed } from '../certificate/certificate.reader.js';
import type { Place } from '../order/order.entity.js';
import type { Destination } from './placing.input.js';
import type { PricedLine } from './placing.rules.js';

/** A line as supply is asked for it: by offer, or by a part number that may lead to several offers or parts. */
export type AskedLine = { n: number; qty: string; needBy?: string | undefined } & (
  | { offer: string }
  | { number: string; makers?: readonly string[] | undefined }
);

/** Price, pack rules, stock and every number of the lines, for the acting buyer, in one statement; by offer one row per line in its order. */
export async function pricedLines(
  work: Work,
  lines: readonly { offerId: string; quantity: string; needBy?: string | null | undefined }[],
): Promise<PricedLine[]> {
  const asked = lines.map((line, n) => ({ n, offer: line.offerId, qty: line.quantity, needBy: line.needBy ?? undefined }));
  return pricedOffers(work, asked);
}

/** The same for lines by part number too: several rows when several suppliers offer the part, `choices` when the number is ambiguous. */
export async function pricedOffers(work: Work, asked: readonly AskedLine[]): Promise<PricedLine[]> {
  // Lines by offer need no number to be found: that is every line of an order.
  const lines = asked.every((line) => 'offer' in line) ? '$2::jsonb' : 'supply.read_asked_lines($1, $2)';
  return rows<PricedLine>(
    work,
    `select a.n, a.problem, a.choices, a.offer_id as "offerId", a.supplier_id as "supplierId", a.part_id as "partId", a.supplier_part as "supplierPart", a.name,
       a.order_unit as "orderUnit", a.price_unit as "priceUnit", a.price_factor_num as "factorNum", a.price_factor_den as "factorDen",
       a.minimum, a.multiple, a.lead_days as "leadDays", a.ncnr, a.returnable_days as "returnableDays", a.charges, a.amount, a.currency, a.basis,
       a.line_amount as "lineAmount", a.price_source as "priceSource", a.agreement_id as "agreementId", a.smallest_break as "smallestBreak",
       a.nearest_below as "nearestBelow", a.nearest_above as "nearestAbove", a.free, a.earliest, a.obstacles,
       a.break_from as "breakFrom", a.price_valid_from as "validFrom", a.price_valid_to as "validTo", a.base_amount as "baseAmount", a.first_amount as "firstAmount", a.discount,
       a.customer_category as "customerCategory", a.break_mode as "breakMode", a.break_unit as "breakUnit", a.break_quantity as "breakQuantity", a.other_amount as "otherAmount",
       a.best_price as "bestPrice", a.price_type as "priceType", a.held_until as "heldUntil", a.cancel_days as "cancelDays",
       m.name as manufacturer, m.code as "manufacturerCode", p.number as "manufacturerPart",
       (select x.number from catalog.part_alias x where x.org_id = $1 and x.part_id = a.part_id and x.kind = 'OWN_STOCK_NUMBER' and x.valid_from <= current_date and coalesce(x.valid_to, current_date) >= current_date order by x.valid_from desc, x.id limit 1) as "ownNumber"
     from supply.read_availability($1, ${lines}) a
     left join catalog.part p on p.id = a.part_id left join catalog.manufacturer m on m.id = p.manufacturer_id
     order by a.n, a.earliest nulls last, a.amount is null, a.offer_id`,
    [work.actor.orgId, JSON.stringify(asked)],
  );
}

/** Everything else that placing must know: the buyer's sites, his partnerships with the suppliers, whether a number is taken. */
export interface PlacingContext {
  sites: (Place & { id: string })[];
  partners: { supplierId: string; paymentTerms: string | null; deliveryTerms: Record<string, unknown> | null }[];
  /** What the agreements behind the prices say of payment, delivery and papers. */
  agreements: {
    id: string;
    paymentTerms: string | null;
    deliveryTerms: Record<string, unknown> | null;
    certificates: string[];
  }[];
  /** What the buyer requires of all he orders from these suppliers. */
  needs: CertificateNeed[];
  /** Whether any rule of the gate may bind the call. */
  gated: boolean;
  numberTaken: boolean;
  /** Those of the parts that a class V link takes off sale for this buyer, also when the operator found that a supplier means another part by it. */
  blockedParts: string[];
  /** Those of the offers that are sold in exchange: the core has to be agreed. */
  exchanged: string[];
}

interface PlacingQuestion {
  destinations: readonly (Destination | null | undefined)[];
  suppliers: readonly string[];
  parts: readonly string[];
  agreements: readonly string[];
  offers: readonly string[];
  number: string | null;
}

/** Reads the context of one call in one statement. Retired sites and partnerships that are not active are left out. */
export async function placingContext(work: Work, asked: PlacingQuestion): Promise<PlacingContext> {
  const ids = asked.destinations.flatMap((d) => (d && 'siteId' in d ? [d.siteId] : []));
  const codes = asked.destinations.flatMap((d) => (d && 'code' in d ? [d.code] : []));
  const found = await one<PlacingContext>(
    work,
    `with named as materialized (
       select x.part, x.part as meant from unnest($6::uuid[]) as x (part)
       union all select c.from_part, c.to_part from catalog.identity_correction c where c.from_part = any ($6) and c.supplier_id = any ($4) and c.undone_at is null)
     select
       coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'gln', s.gln, 'address', s.address)) from organizations.site s
         where s.org_id = $1 and (s.id = any ($2) or s.code = any ($3)) and s.status = 'ACTIVE'), '[]') as sites,
       coalesce((select jsonb_agg(jsonb_build_object('supplierId', p.counterparty_id, 'paymentTerms', p.payment_terms, 'deliveryTerms', p.delivery_terms))
         from organizations.partnership p where p.org_id = $1 and p.counterparty_id = any ($4) and p.status = 'ACTIVE'), '[]') as partners,
       coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'certificates', a.required_certificates, 'paymentTerms', a.payment_terms, 'deliveryTerms',
           case when a.incoterm is not null then jsonb_build_object('code', a.incoterm, 'edition', a.incoterm_edition, 'place', a.incoterm_place) end))
         from supply.agreement a where a.counterparty_id = $1 and a.id = any ($7)), '[]') as agreements,
       coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'supplierId', n.supplier_id, 'dualRelease', n.dual_release)) from procurement.certificate_need n
         where n.org_id = $1 and (n.supplier_id is null or n.supplier_id = any ($4))), '[]') as needs,
       exists (select from procurement.gate_rule r where r.ended_at is null and (r.speaks_for = 'OPERATOR' or r.org_id = $1 or r.org_id = any ($4))) as gated,
       exists (select from procurement.purchase_order o where o.org_id = $1 and o.number = $5) as "numberTaken",
       array(select distinct n.part::text from named n join catalog.sale_blocks(array(select m.meant from named m)) b on b.part_id = n.meant) as "blockedParts",
       array(select e.offer_id::text from supply.exchange_terms e where e.offer_id = any ($8)) as exchanged`,
    [work.actor.orgId, ids, codes, asked.suppliers, asked.number, asked.parts, asked.agreements, asked.offers],
  );
  if (!found) throw new Error('the context of an order cannot be read');
  return found;
}

/** The place a destination names, with its site's id when it is one; undefined when the buyer has no such active site. */
export function placeOf(
  destination: Destination,
  sites: PlacingContext['sites'],
): { siteId: string | null; place: Place } | undefined {
  if ('place' in destination) return { siteId: null, place: destination.place };
  const site = sites.find((s) => ('siteId' in destination ? s.id === destination.siteId : s.code === destination.code));
  if (!site) return undefined;
  const { id, ...place } = site;
  return { siteId: id, place };
}
