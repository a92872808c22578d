import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, sql } from './support.js';

/** Placing in one statement: stock is held first, in one sorted loop for all orders, then numbers and rows, then the suppliers hear of it. */
export class PlaceOrders2026112106004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      unusedNumber,
      place,
      'grant execute on function procurement.place_orders(jsonb), procurement.unused_number() to entrepot_app',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, ['drop function procurement.place_orders(jsonb)', 'drop function procurement.unused_number()']);
  }
}

// A buyer may bring numbers of his own that look like the hub's: those are passed over, or the counter would stand before one for ever.
const unusedNumber = `create function procurement.unused_number() returns text language plpgsql as $$
  declare
    v_number text;
  begin
    loop
      v_number := platform.next_number('PO');
      exit when not exists (select from procurement.purchase_order o where o.org_id = ${ACTING} and o.number = v_number);
    end loop;
    return v_number;
  end $$`;

/*
 * Runs as the app, behind its walls and column grants; only stock and the suppliers' jobs go through definer functions.
 * p_orders: [{ id, supplierId, number?, currency, minorUnits, channel, shipTo, billTo, ..., private: {...}, lines: [{ id, scheduleId, ... }] }].
 * Gives one row per order, or, when something is refused, one row per refusal and then nothing was written that the caller keeps:
 * he rolls back. A lost stampede ends before the counter of numbers is touched, so losers do not queue for it.
 */
const place = `create function procurement.place_orders(p_orders jsonb) returns table (outcome text, id uuid, number text, line uuid, free numeric) language plpgsql as $$
  declare
    v_held jsonb;
    v_refused jsonb;
  begin
    select jsonb_agg(jsonb_build_object('id', o."supplierId")) into v_refused from jsonb_to_recordset(p_orders) as o ("supplierId" uuid)
      where not exists (select from organizations.partnership p where p.org_id = ${ACTING} and p.counterparty_id = o."supplierId" and p.status = 'ACTIVE');
    if v_refused is not null then
      return query select distinct 'PARTNERSHIP_INACTIVE', x.id, null::text, null::uuid, null::numeric from jsonb_to_recordset(v_refused) as x (id uuid);
      return;
    end if;

    select jsonb_object_agg(r.line, r.held), jsonb_agg(jsonb_build_object('line', r.line, 'outcome', r.outcome, 'free', r.free)) filter (where r.outcome <> 'HELD')
      into v_held, v_refused
      from supply.reserve_stock((select jsonb_agg(jsonb_build_object('line', l.id, 'supplier', o."supplierId", 'offer', l."offerId", 'quantity', l.quantity, 'backorder', true))
        from jsonb_to_recordset(p_orders) as o ("supplierId" uuid, lines jsonb) cross join lateral jsonb_to_recordset(o.lines) as l (id uuid, "offerId" uuid, quantity numeric))) r;
    if v_refused is not null then
      return query select x.outcome, null::uuid, null::text, x.line, x.free from jsonb_to_recordset(v_refused) as x (line uuid, outcome text, free numeric);
      return;
    end if;

    insert into procurement.purchase_order (org_id, id, counterparty_id, number, currency, minor_units, channel, ship_to, bill_to, delivery_terms,
        payment_terms, agreement_id, requested_delivery, note, charges, charges_total, total, live_total)
      select ${ACTING}, o.id, o."supplierId", coalesce(o.number, procurement.unused_number()), o.currency, o."minorUnits", o.channel, o."shipTo", o."billTo", o."deliveryTerms",
        o."paymentTerms", o."agreementId", o."requestedDelivery", o.note, o.charges, o."chargesTotal", o.total, o.total
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, number text, currency text, "minorUnits" smallint, channel text, "shipTo" jsonb, "billTo" jsonb,
        "deliveryTerms" jsonb, "paymentTerms" text, "agreementId" uuid, "requestedDelivery" date, note text, charges jsonb, "chargesTotal" numeric, total numeric);
    insert into procurement.order_line (org_id, order_id, id, counterparty_id, position, number, part_id, offer_id, supplier_part, buyer_part, manufacturer,
        manufacturer_code, manufacturer_part, description, quantity, order_unit, raw_unit, price_amount, price_basis, price_unit, factor_num, factor_den,
        price_source, line_amount, live_amount, exact_amount, exact_quantity, charges, minimum, multiple, ncnr, returnable_days, lead_days, need_by, revision, note, reserved)
      select ${ACTING}, o.id, l.id, o."supplierId", l.position, l.number, l."partId", l."offerId", l."supplierPart", l."buyerPart", l.manufacturer,
        l."manufacturerCode", l."manufacturerPart", l.description, l.quantity, l."orderUnit", l."rawUnit", l."priceAmount", l."priceBasis", l."priceUnit", l."factorNum", l."factorDen",
        l."priceSource", l."lineAmount", l."lineAmount", l."exactAmount", case when l."exactAmount" is not null then l.quantity end, l.charges, l.minimum, l.multiple, l.ncnr, l."returnableDays", l."leadDays", l."needBy", l.revision, l.note,
        (v_held ->> l.id::text)::numeric
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, lines jsonb)
      cross join lateral jsonb_to_recordset(o.lines) as l (id uuid, position integer, number text, "partId" uuid, "offerId" uuid, "supplierPart" text, "buyerPart" text,
        manufacturer text, "manufacturerCode" text, "manufacturerPart" text, description text, quantity numeric, "orderUnit" text, "rawUnit" text, "priceAmount" numeric,
        "priceBasis" numeric, "priceUnit" text, "factorNum" numeric, "factorDen" numeric, "priceSource" text, "lineAmount" numeric, "exactAmount" numeric, charges jsonb, minimum numeric,
        multiple numeric, ncnr boolean, "returnableDays" integer, "leadDays" integer, "needBy" date, revision text, note text);
    insert into procurement.schedule_line (org_id, order_id, line_id, id, counterparty_id, quantity)
      select ${ACTING}, o.id, l.id, l."scheduleId", o."supplierId", l.quantity
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, lines jsonb)
      cross join lateral jsonb_to_recordset(o.lines) as l (id uuid, "scheduleId" uuid, quantity numeric);
    insert into procurement.order_event (org_id, order_id, seq, counterparty_id, kind, actor_org, actor_member, channel)
      select ${ACTING}, o.id, 1, o."supplierId", 'PLACED', ${ACTING}, o.member, o.channel
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, member uuid, channel text);
    insert into procurement.order_private (org_id, order_id, placed_by, cost_reference, internal_note, ship_to_site, bill_to_site)
      select ${ACTING}, o.id, o.member, o."costReference", o."internalNote", o."shipToSite", o."billToSite"
      from jsonb_to_recordset(p_orders) as o (id uuid, member uuid, "costReference" text, "internalNote" text, "shipToSite" uuid, "billToSite" uuid);
    perform procurement.announce_placed(o.id) from jsonb_to_recordset(p_orders) as o (id uuid);
    return query select 'PLACED', p.id, p.number, null::uuid, null::numeric from procurement.purchase_order p
      where p.org_id = ${ACTING} and p.id in (select o.id from jsonb_to_recordset(p_orders) as o (id uuid));
  end $$`;
