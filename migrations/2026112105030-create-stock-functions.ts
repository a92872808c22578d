import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

const functions: readonly string[] = [
  // Rows are locked before they are counted: two movements that cross zero at once see each other (the second counts anew).
  // A part without a row is known to its own publication alone, so there is nobody to wait for; one pass writes both kinds.
  // No join of the array: it is taken for ten parts however many it holds, and a publication brings twenty thousand.
  `create function supply.refresh_part_supply(p_parts uuid[]) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     perform 1 from supply.part_supply y where y.part_id = any (p_parts) order by y.part_id for update;
     insert into supply.part_supply as y (part_id, offers, suppliers, in_stock)
       select u.part_id, count(u.org_id)::int, coalesce(array_agg(distinct u.org_id) filter (where u.org_id is not null), '{}'), bool_or(u.stocked)
       from (
         select o.part_id, o.org_id, exists (select 1 from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id and s.quantity > s.reserved) as stocked
         from supply.offer o where o.part_id = any (p_parts) and o.audience is null and o.status = 'ACTIVE'
         union all select unnest(p_parts), null, false) u
       group by 1 order by 1
     on conflict (part_id) do update set offers = excluded.offers, suppliers = excluded.suppliers, in_stock = excluded.in_stock
       where (y.offers, y.suppliers, y.in_stock) is distinct from (excluded.offers, excluded.suppliers, excluded.in_stock);
   end $$`,
  // A notice carries at most 180 ids: PostgreSQL takes payloads below 8,000 bytes. Listeners re-read behind their own wall.
  `create function supply.tell_stock_changed(p_org uuid, p_parts uuid[]) returns void
   language sql security invoker set search_path = pg_catalog, pg_temp as $$
     select pg_notify('entrepot', json_build_object('topic', 'stock.changed', 'orgId', p_org, 'id', string_agg(n.part_id::text, ',' order by n.part_id))::text)
     from (select d.part_id, (row_number() over (order by d.part_id) - 1) / 180 as slice from (select distinct unnest(p_parts) as part_id) d) n
     group by n.slice
   $$`,

  // p_lines: [{ line, supplier, offer, quantity, backorder }], \`line\` the key of the order line at its buyer, the acting organisation.
  // Held is what was free; the rest is promised for the lead time when the offer has one and the line allows it.
  // One answer per line; nothing is undone for a refused line, the caller's transaction is all or nothing.
  `create function supply.reserve_stock(p_lines jsonb)
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
  `create function supply.move_held_stock(p_kind text, p_lines jsonb) returns table (line text, moved numeric)
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
  `create function supply.release_stock(p_lines jsonb) returns table (line text, moved numeric)
   language sql security definer set search_path = pg_catalog, pg_temp as $$ select * from supply.move_held_stock('RELEASE', p_lines) $$`,
  // Only the supplier ships.
  `create function supply.consume_stock(p_lines jsonb) returns table (line text, moved numeric)
   language sql security definer set search_path = pg_catalog, pg_temp as $$
     select * from supply.move_held_stock('CONSUME', (select coalesce(jsonb_agg(l || jsonb_build_object('supplier', current_setting('app.org', true))), '[]') from jsonb_array_elements(p_lines) as l))
   $$`,
  `grant execute on function supply.refresh_part_supply(uuid[]), supply.tell_stock_changed(uuid, uuid[]), supply.reserve_stock(jsonb),
     supply.release_stock(jsonb), supply.consume_stock(jsonb) to entrepot_app`,
];

/** Stock is moved across the wall by these functions only: hold, give back, take; every movement leaves its ledger row. */
export class CreateStockFunctions2026112105030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, as('entrepot_definer', 'supply', functions));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(
      runner,
      as('entrepot_definer', 'supply', [
        'drop function supply.consume_stock(jsonb)',
        'drop function supply.release_stock(jsonb)',
        'drop function supply.move_held_stock(text, jsonb)',
        'drop function supply.reserve_stock(jsonb)',
        'drop function supply.tell_stock_changed(uuid, uuid[])',
        'drop function supply.refresh_part_supply(uuid[])',
      ]),
    );
  }
}
