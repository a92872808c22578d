import type { DecimalText, LocalDate } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import type { OfferCard } from '../availability/availability.reader.js';
import type { StockPlace } from '../availability/availability.row.js';
import type { OfferCharge } from '../price/price.js';

const card = `o.id, o.org_id as "supplierId", o.part_id as "partId", o.supplier_part as "supplierPart", o.name, o.order_unit as "orderUnit", o.content_unit as "contentUnit",
  o.content_per_order_unit as "contentPerOrderUnit", o.price_unit as "priceUnit",
  jsonb_build_object('numerator', o.price_factor_num::text, 'denominator', o.price_factor_den::text) as "priceFactor", o.minimum, o.multiple, o.lead_days as "leadDays",
  o.lead_kind as "leadKind", o.ncnr, o.returnable_days as "returnableDays", o.condition, o.approval_basis as "approvalBasis", o.country_of_origin as "countryOfOrigin", o.status`;

/** Offers by id that the acting organisation may see, withdrawn ones too, in no order. */
export async function offersById(work: Work, ids: readonly string[]): Promise<OfferCard[]> {
  return rows<OfferCard>(work, `select ${card} from supply.offer o where o.id = any ($1)`, [ids]);
}

/** Offers of one part shown at most. */
const offersMax = 100;

/**
 * The active offers of each part that the acting organisation may see, at most 100, in the order of the parts given: of each supplier
 * one before a second of any. Offers under a wrong identity count for the part they are of, and keep the part they were published with.
 */
export async function offersOfParts(work: Work, partIds: readonly string[]): Promise<OfferCard[][]> {
  const found = await rows<OfferCard & { askedPart: string }>(
    work,
    `with wanted as (
       select f.*, coalesce(sp.to_part, mg.to_part, f.part_id) as asked_part from supply.offer f
       left join catalog.identity_correction sp on sp.from_part = f.part_id and sp.supplier_id = f.org_id and sp.undone_at is null
       left join catalog.identity_correction mg on mg.from_part = f.part_id and mg.kind = 'MERGE' and mg.undone_at is null
       where f.part_id = any ($1::uuid[] || array(select c.from_part from catalog.identity_correction c where c.to_part = any ($1) and c.undone_at is null)) and f.status = 'ACTIVE')
     select ${card}, o.asked_part as "askedPart" from (select n.*, row_number() over (partition by n.asked_part order by n.turn, n.id) as place
       from (select w.*, row_number() over (partition by w.asked_part, w.org_id order by w.id) as turn from wanted w) n) o
     where o.place <= $2 order by o.asked_part, o.id`,
    [partIds, offersMax],
  );
  return partIds.map((id) => found.filter((offer) => offer.askedPart === id));
}

/** The published terms of an offer and its stock: what everybody who sees it may know. His own price is `availability`. */
export interface OfferTerms {
  id: string;
  /** Below the smallest break, or of any quantity when there is none. */
  listPrice: DecimalText | null;
  /** Of the part, as the supplier gives it. */
  revision: string | null;
  /** Who makes what is offered, where the part is a standard of its issuing body. */
  actualMaker: string | null;
  currency: string;
  basis: DecimalText;
  priceUnit: string;
  breakMode: 'WHOLE' | 'GRADUATED';
  breakUnit: 'ORDER' | 'PRICE';
  breakScope: 'LINE' | 'ORDER';
  breaks: { from: DecimalText; price: DecimalText }[];
  category: string | null;
  charges: OfferCharge[] | null;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  stock: StockPlace[];
  available: DecimalText;
}

/** Terms and stock of offers by id, in no order; what the acting organisation may not see is left out. */
export async function offerTerms(work: Work, ids: readonly string[]): Promise<OfferTerms[]> {
  return rows<OfferTerms>(
    work,
    `select o.id, o.list_price as "listPrice", o.revision, o.actual_maker as "actualMaker", o.currency, o.basis, o.price_unit as "priceUnit", o.break_mode as "breakMode",
       coalesce(o.break_unit, 'ORDER') as "breakUnit", coalesce(o.break_scope, 'LINE') as "breakScope", o.category, o.charges,
       o.valid_from as "validFrom", o.valid_to as "validTo", coalesce(b.breaks, '[]') as breaks, coalesce(s.places, '[]') as stock, coalesce(s.free, 0) as available
     from supply.offer o
     left join lateral (select json_agg(json_build_object('from', k.from_quantity::text, 'price', k.price::text) order by k.from_quantity) as breaks
       from supply.price_break k where k.org_id = o.org_id and k.offer_id = o.id) b on true
     left join lateral (select sum(greatest(k.quantity - k.reserved, 0)) as free, json_agg(json_build_object('location', k.location,
         'quantity', greatest(k.quantity - k.reserved, 0)::text, 'asOf', k.as_of, 'source', k.source) order by k.location) as places
       from supply.stock k where k.org_id = o.org_id and k.offer_id = o.id) s on true
     where o.id = any ($1)`,
    [ids],
  );
}
