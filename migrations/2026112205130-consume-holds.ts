import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, rewrite, sql } from './support.js';

const functions: readonly string[] = [
  // Turns holds of the acting buyer into what an order line holds; gives the places, as { place: quantity }. The rows of the stock are locked by the caller.
  `create function supply.take_holds(p_supplier uuid, p_offer uuid, p_holds jsonb, p_line text, p_quantity numeric) returns jsonb
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_row record;
     v_left numeric := p_quantity;
     v_take numeric;
     v_given jsonb := '{}';
   begin
     for v_row in
       select h.id, h.counterparty_id, k.key as location, k.value::numeric as there from supply.stock_hold h, jsonb_each_text(h.places) as k
       where h.org_id = p_supplier and h.offer_id = p_offer and h.counterparty_id = nullif(current_setting('app.org', true), '')::uuid
         and h.status = 'HELD' and h.expires_at > clock_timestamp() and p_holds ? h.id::text order by h.id, k.value::numeric desc, k.key
     loop
       v_take := least(v_left, v_row.there);
       if v_row.there > v_take then
         update supply.stock s set reserved = s.reserved - (v_row.there - v_take) where s.org_id = p_supplier and s.offer_id = p_offer and s.location = v_row.location;
       end if;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         values (p_supplier, v_row.counterparty_id, p_offer, v_row.location, 'TRANSFER', -v_row.there, 'hold:' || v_row.id, 'consumed');
       if v_take > 0 then v_given := v_given || jsonb_build_object(v_row.location, (coalesce((v_given ->> v_row.location)::numeric, 0) + v_take)::text); end if;
       v_left := v_left - v_take;
       update supply.stock_hold h set status = 'CONSUMED', ended_at = clock_timestamp(), consumed_by = p_line, version = h.version + 1
         where h.org_id = p_supplier and h.id = v_row.id and h.status = 'HELD';
     end loop;
     return v_given;
   end $$`,

  // p_lines: [{ line, supplier, offer, quantity, backorder, holds? }], \`line\` the key of the order line at its buyer, the acting organisation.
  // Held is what was free; the rest is promised for the lead time when the offer has one and the line allows it.
  // What \`holds\` of the same buyer set aside of the offer goes over first, at its places; what the line does not take of it is free again.
  // One answer per line; nothing is undone for a refused line, the caller's transaction is all or nothing.
  `create or replace function supply.reserve_stock(p_lines jsonb)
   returns table (line text, outcome text, held numeric, backordered numeric, free numeric)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_offer record;
     v_row record;
     v_take numeric;
     v_given jsonb;
     v_before record;
     v_told uuid[] := '{}';
     v_supplier uuid;
     v_empty uuid[] := '{}';
     v_partner uuid;
     v_active boolean;
     v_lapsed boolean;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     for v_line in
       select l.line, l.supplier, l.offer, l.quantity, coalesce(l.backorder, true) as backorder, l.holds
       from jsonb_to_recordset(p_lines) as l (line text, supplier uuid, offer uuid, quantity numeric, backorder boolean, holds jsonb)
       order by l.supplier, l.offer, l.line
     loop
       if (v_line.quantity > 0 and v_line.line <> '' and v_line.line not like 'hold:%') is not true then
         raise exception using errcode = '22023', message = 'a line needs its key and a quantity above zero';
       end if;
       line := v_line.line; held := 0; backordered := 0; free := 0;
       if v_partner is distinct from v_line.supplier then
         v_partner := v_line.supplier;
         v_active := exists (select 1 from organizations.partnership p where p.org_id = v_org and p.counterparty_id = v_line.supplier and p.status = 'ACTIVE');
       end if;
       if not v_active then outcome := 'NO_PARTNERSHIP'; return next; continue; end if;
       -- Visible to the acting organisation, or absent: the market's wall decides.
       select o.part_id, o.status, o.lead_days into v_offer from supply.offer o where o.org_id = v_line.supplier and o.id = v_line.offer;
       if not found then outcome := 'OFFER_UNKNOWN'; return next; continue; end if;
       -- Too little is seen without a lock: who loses a rush does not queue for it.
       if v_offer.status = 'ACTIVE' and jsonb_typeof(v_line.holds) is distinct from 'array' and (v_offer.lead_days is null or not v_line.backorder) then
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
         v_lapsed := free < v_line.quantity and supply.lapse_holds(v_line.supplier, v_line.offer) > 0;
         if v_lapsed then v_empty := v_empty || v_offer.part_id; end if;
         if free < v_line.quantity and not v_lapsed and not exists (select 1 from supply.stock_ledger g
             where g.org_id = v_line.supplier and g.counterparty_id = v_org and g.reference = v_line.line and g.movement = 'reserve') then
           outcome := 'OUT_OF_STOCK'; return next; continue;
         end if;
       end if;
       perform 1 from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer order by s.location for update;
       select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
       -- Asked again with the same key: the first answer stands.
       select count(*) as rows, sum(g.reserved_delta) as held, bool_and(g.offer_id = v_line.offer) as same into v_before
         from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_org and g.reference = v_line.line and g.movement = 'reserve';
       if v_before.rows > 0 then
         if not v_before.same or v_before.held > v_line.quantity then outcome := 'MISMATCH'; return next; continue; end if;
         held := v_before.held; backordered := v_line.quantity - held; outcome := 'HELD'; return next; continue;
       end if;
       if v_offer.status <> 'ACTIVE' then outcome := 'WITHDRAWN'; return next; continue; end if;
       v_given := '{}';
       if jsonb_typeof(v_line.holds) = 'array' then
         v_given := supply.take_holds(v_line.supplier, v_line.offer, v_line.holds, v_line.line, v_line.quantity);
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
       end if;
       select v_line.quantity - coalesce(sum(k.value::numeric), 0) into v_take from jsonb_each_text(v_given) as k;
       if free < v_take and supply.lapse_holds(v_line.supplier, v_line.offer) > 0 then
         v_empty := v_empty || v_offer.part_id;
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
       end if;
       if free < v_take and (v_offer.lead_days is null or not v_line.backorder) then outcome := 'OUT_OF_STOCK'; return next; continue; end if;

       held := v_line.quantity - v_take;
       v_take := least(free, v_take);
       held := held + v_take; backordered := v_line.quantity - held; outcome := 'HELD';
       if v_take > 0 and v_take = free then v_empty := v_empty || v_offer.part_id; end if;
       -- One place that can serve the whole line before several; else the fullest first.
       for v_row in
         select s.location, s.quantity - s.reserved as there from supply.stock s
         where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.quantity > s.reserved
         order by s.quantity - s.reserved >= v_take desc, case when s.quantity - s.reserved >= v_take then 0 else s.reserved - s.quantity end, s.location
       loop
         exit when v_take = 0;
         update supply.stock s set reserved = s.reserved + least(v_take, v_row.there)
           where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.location = v_row.location and s.quantity - s.reserved >= least(v_take, v_row.there);
         if not found then raise exception using errcode = '40001', message = 'stock moved under its lock'; end if;
         v_given := v_given || jsonb_build_object(v_row.location, (coalesce((v_given ->> v_row.location)::numeric, 0) + least(v_take, v_row.there))::text);
         v_take := v_take - least(v_take, v_row.there);
       end loop;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         select v_line.supplier, v_org, v_line.offer, k.key, 'RESERVE', k.value::numeric, v_line.line, 'reserve' from jsonb_each_text(v_given) as k;
       if held > 0 then
         if v_supplier is distinct from v_line.supplier and cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); v_told := '{}'; end if;
         v_supplier := v_line.supplier; v_told := v_told || v_offer.part_id;
       end if;
       return next;
     end loop;
     if cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); end if;
     if cardinality(v_empty) > 0 then perform supply.refresh_part_supply(v_empty); end if;
   end $$`,

  // p_lines: [{ line, buyer, supplier, quantity, movement }]; quantity null moves all that is still held. Either party may.
  // \`movement\` names the cause (a cancellation, a rejection, a shipment); the same cause moves nothing a second time.
  `create or replace function supply.move_held_stock(p_kind text, p_lines jsonb) returns table (line text, moved numeric)
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_row record;
     v_stock record;
     v_left numeric;
     v_take numeric;
     v_out numeric;
     v_part uuid;
     v_parts uuid[];
     v_crossed uuid[] := '{}';
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     -- All rows in the order in which reservations lock them, so that the two never wait for each other in a circle.
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid)
         join supply.stock_ledger g on g.org_id = l.supplier and g.counterparty_id = l.buyer and g.reference = l.line and g.movement = 'reserve')
       order by s.org_id, s.offer_id, s.location for update;
     for v_line in
       select l.line, l.buyer, l.supplier, l.quantity, l.movement
       from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid, quantity numeric, movement text) order by l.supplier, l.line
     loop
       if v_org not in (v_line.buyer, v_line.supplier) then raise exception using errcode = 'EN404', message = 'no such reservation'; end if;
       if (v_line.movement <> '' and v_line.movement <> 'reserve' and v_line.line not like 'hold:%' and coalesce(v_line.quantity, 1) > 0) is not true then
         raise exception using errcode = '22023', message = 'a movement needs its line, its cause and a quantity above zero';
       end if;
       line := v_line.line; moved := 0; v_left := v_line.quantity; v_parts := '{}';
       if exists (select 1 from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer
                  and g.reference = v_line.line and g.movement = v_line.movement) then return next; continue; end if;
       for v_row in
         select g.offer_id, g.location, sum(g.reserved_delta) as held from supply.stock_ledger g
         where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer and g.reference = v_line.line
         group by 1, 2 having sum(g.reserved_delta) > 0 order by 1, 2
       loop
         exit when v_left <= 0;
         v_take := least(v_row.held, coalesce(v_left, v_row.held));
         select s.quantity, o.part_id,
             (select coalesce(sum(greatest(a.quantity - a.reserved, 0)), 0) from supply.stock a where a.org_id = s.org_id and a.offer_id = s.offer_id) = 0 as empty into v_stock
           from supply.stock s left join supply.offer o on o.org_id = s.org_id and o.id = s.offer_id
           where s.org_id = v_line.supplier and s.offer_id = v_row.offer_id and s.location = v_row.location;
         -- A newer report may have counted the shipped units away already: what is on the shelf never falls below zero.
         v_out := case when p_kind = 'CONSUME' then least(v_take, v_stock.quantity) else 0 end;
         update supply.stock s set reserved = s.reserved - v_take, quantity = s.quantity - v_out
           where s.org_id = v_line.supplier and s.offer_id = v_row.offer_id and s.location = v_row.location;
         if not found then raise exception using errcode = 'EN404', message = 'no such stock'; end if;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
           values (v_line.supplier, v_line.buyer, v_row.offer_id, v_row.location, p_kind, -v_take, -v_out, v_line.line, v_line.movement);
         moved := moved + v_take; v_left := v_left - v_take;
         if v_stock.part_id is not null then
           v_parts := v_parts || v_stock.part_id;
           if v_stock.empty then v_crossed := v_crossed || v_stock.part_id; end if;
         end if;
       end loop;
       if cardinality(v_parts) > 0 then perform supply.tell_stock_changed(v_line.supplier, v_parts); end if;
       return next;
     end loop;
     if cardinality(v_crossed) > 0 then perform supply.refresh_part_supply(v_crossed); end if;
   end $$`,
];

const functionsBefore: readonly string[] = [
  // p_lines: [{ line, supplier, offer, quantity, backorder }], \`line\` the key of the order line at its buyer, the acting organisation.
  // Held is what was free; the rest is promised for the lead time when the offer has one and the line allows it.
  // One answer per line; nothing is undone for a refused line, the caller's transaction is all or nothing.
  `create or replace function supply.reserve_stock(p_lines jsonb)
   returns table (line text, outcome text, held numeric, backordered numeric, free numeric)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_offer record;
     v_row record;
     v_take numeric;
     v_before record;
     v_told uuid[] := '{}';
     v_supplier uuid;
     v_empty uuid[] := '{}';
     v_partner uuid;
     v_active boolean;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     for v_line in
       select l.line, l.supplier, l.offer, l.quantity, coalesce(l.backorder, true) as backorder
       from jsonb_to_recordset(p_lines) as l (line text, supplier uuid, offer uuid, quantity numeric, backorder boolean)
       order by l.supplier, l.offer, l.line
     loop
       if (v_line.quantity > 0 and v_line.line <> '') is not true then
         raise exception using errcode = '22023', message = 'a line needs its key and a quantity above zero';
       end if;
       line := v_line.line; held := 0; backordered := 0; free := 0;
       if v_partner is distinct from v_line.supplier then
         v_partner := v_line.supplier;
         v_active := exists (select 1 from organizations.partnership p where p.org_id = v_org and p.counterparty_id = v_line.supplier and p.status = 'ACTIVE');
       end if;
       if not v_active then outcome := 'NO_PARTNERSHIP'; return next; continue; end if;
       -- Visible to the acting organisation, or absent: the market's wall decides.
       select o.part_id, o.status, o.lead_days into v_offer from supply.offer o where o.org_id = v_line.supplier and o.id = v_line.offer;
       if not found then outcome := 'OFFER_UNKNOWN'; return next; continue; end if;
       perform 1 from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer order by s.location for update;
       select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
       -- Asked again with the same key: the first answer stands.
       select count(*) as rows, sum(g.reserved_delta) as held, bool_and(g.offer_id = v_line.offer) as same into v_before
         from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_org and g.reference = v_line.line and g.movement = 'reserve';
       if v_before.rows > 0 then
         if not v_before.same or v_before.held > v_line.quantity then outcome := 'MISMATCH'; return next; continue; end if;
         held := v_before.held; backordered := v_line.quantity - held; outcome := 'HELD'; return next; continue;
       end if;
       if v_offer.status <> 'ACTIVE' then outcome := 'WITHDRAWN'; return next; continue; end if;
       if free < v_line.quantity and (v_offer.lead_days is null or not v_line.backorder) then outcome := 'OUT_OF_STOCK'; return next; continue; end if;

       v_take := least(free, v_line.quantity);
       held := v_take; backordered := v_line.quantity - v_take; outcome := 'HELD';
       if v_take > 0 and v_take = free then v_empty := v_empty || v_offer.part_id; end if;
       -- One place that can serve the whole line before several; else the fullest first.
       for v_row in
         select s.location, s.quantity - s.reserved as there from supply.stock s
         where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.quantity > s.reserved
         order by s.quantity - s.reserved >= v_take desc, case when s.quantity - s.reserved >= v_take then 0 else s.reserved - s.quantity end, s.location
       loop
         exit when v_take = 0;
         update supply.stock s set reserved = s.reserved + least(v_take, v_row.there)
           where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.location = v_row.location and s.quantity - s.reserved >= least(v_take, v_row.there);
         if not found then raise exception using errcode = '40001', message = 'stock moved under its lock'; end if;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
           values (v_line.supplier, v_org, v_line.offer, v_row.location, 'RESERVE', least(v_take, v_row.there), v_line.line, 'reserve');
         v_take := v_take - least(v_take, v_row.there);
       end loop;
       if held > 0 then
         if v_supplier is distinct from v_line.supplier and cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); v_told := '{}'; end if;
         v_supplier := v_line.supplier; v_told := v_told || v_offer.part_id;
       end if;
       return next;
     end loop;
     if cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); end if;
     if cardinality(v_empty) > 0 then perform supply.refresh_part_supply(v_empty); end if;
   end $$`,

  // p_lines: [{ line, buyer, supplier, quantity, movement }]; quantity null moves all that is still held. Either party may.
  // \`movement\` names the cause (a cancellation, a rejection, a shipment); the same cause moves nothing a second time.
  `create or replace function supply.move_held_stock(p_kind text, p_lines jsonb) returns table (line text, moved numeric)
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_row record;
     v_stock record;
     v_left numeric;
     v_take numeric;
     v_out numeric;
     v_part uuid;
     v_parts uuid[];
     v_crossed uuid[] := '{}';
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     -- All rows in the order in which reservations lock them, so that the two never wait for each other in a circle.
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid)
         join supply.stock_ledger g on g.org_id = l.supplier and g.counterparty_id = l.buyer and g.reference = l.line and g.movement = 'reserve')
       order by s.org_id, s.offer_id, s.location for update;
     for v_line in
       select l.line, l.buyer, l.supplier, l.quantity, l.movement
       from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid, quantity numeric, movement text) order by l.supplier, l.line
     loop
       if v_org not in (v_line.buyer, v_line.supplier) then raise exception using errcode = 'EN404', message = 'no such reservation'; end if;
       if (v_line.movement <> '' and v_line.movement <> 'reserve' and coalesce(v_line.quantity, 1) > 0) is not true then
         raise exception using errcode = '22023', message = 'a movement needs its cause and a quantity above zero';
       end if;
       line := v_line.line; moved := 0; v_left := v_line.quantity; v_parts := '{}';
       if exists (select 1 from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer
                  and g.reference = v_line.line and g.movement = v_line.movement) then return next; continue; end if;
       for v_row in
         select g.offer_id, g.location, sum(g.reserved_delta) as held from supply.stock_ledger g
         where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer and g.reference = v_line.line
         group by 1, 2 having sum(g.reserved_delta) > 0 order by 1, 2
       loop
         exit when v_left <= 0;
         v_take := least(v_row.held, coalesce(v_left, v_row.held));
         select s.quantity, o.part_id,
             (select coalesce(sum(greatest(a.quantity - a.reserved, 0)), 0) from supply.stock a where a.org_id = s.org_id and a.offer_id = s.offer_id) = 0 as empty into v_stock
           from supply.stock s left join supply.offer o on o.org_id = s.org_id and o.id = s.offer_id
           where s.org_id = v_line.supplier and s.offer_id = v_row.offer_id and s.location = v_row.location;
         -- A newer report may have counted the shipped units away already: what is on the shelf never falls below zero.
         v_out := case when p_kind = 'CONSUME' then least(v_take, v_stock.quantity) else 0 end;
         update supply.stock s set reserved = s.reserved - v_take, quantity = s.quantity - v_out
           where s.org_id = v_line.supplier and s.offer_id = v_row.offer_id and s.location = v_row.location;
         if not found then raise exception using errcode = 'EN404', message = 'no such stock'; end if;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
           values (v_line.supplier, v_line.buyer, v_row.offer_id, v_row.location, p_kind, -v_take, -v_out, v_line.line, v_line.movement);
         moved := moved + v_take; v_left := v_left - v_take;
         if v_stock.part_id is not null then
           v_parts := v_parts || v_stock.part_id;
           if v_stock.empty then v_crossed := v_crossed || v_stock.part_id; end if;
         end if;
       end loop;
       if cardinality(v_parts) > 0 then perform supply.tell_stock_changed(v_line.supplier, v_parts); end if;
       return next;
     end loop;
     if cardinality(v_crossed) > 0 then perform supply.refresh_part_supply(v_crossed); end if;
   end $$`,
];

// As before, and each line names the holds that it uses up.
// The holds of a line reach the reservation; the rest of the function stays as it stands.
const withHolds: readonly (readonly [string, string])[] = [
  [`'backorder', true))`, `'backorder', true, 'holds', l.holds))`],
  ['l (id uuid, "offerId" uuid, quantity numeric)))', 'l (id uuid, "offerId" uuid, quantity numeric, holds jsonb)))'],
];

/** An order line uses up the holds of its basket, or those that are named, at their places and in the transaction of the order. */
export class ConsumeHolds2026112205130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, as('entrepot_definer', 'supply', functions));
    await rewrite(runner, 'procurement.place_orders', withHolds);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(
      runner,
      'procurement.place_orders',
      withHolds.map(([from, to]) => [to, from] as const),
    );
    await sql(
      runner,
      as('entrepot_definer', 'supply', [...functionsBefore, 'drop function supply.take_holds(uuid, uuid, jsonb, text, numeric)']),
    );
  }
}
