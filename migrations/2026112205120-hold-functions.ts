import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql } from './support.js';

const acting = `nullif(current_setting('app.org', true), '')::uuid`;

const functions: readonly string[] = [
  // Ends holds that are still HELD; the rows of their stock are locked first, in the order of reservations, so one of two enders finds nothing left.
  // Everybody locks stock before part_supply: who will lock more stock refreshes by himself, at his end.
  `create function supply.end_holds(p_holds uuid[], p_status text, p_reason text, p_refresh boolean default true) returns setof supply.stock_hold
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_parts record;
     v_all uuid[] := '{}';
   begin
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select h.org_id, h.offer_id, k.location from supply.stock_hold h, jsonb_object_keys(h.places) as k (location) where h.id = any (p_holds))
       order by s.org_id, s.offer_id, s.location for update;
     return query
       with ended as (
         update supply.stock_hold h set status = p_status, ended_at = clock_timestamp(), reason = p_reason, version = h.version + 1
           where h.id = any (p_holds) and h.status = 'HELD' and (p_status <> 'EXPIRED' or h.expires_at <= clock_timestamp()) returning h.*),
       moved as (select e.org_id, e.counterparty_id, e.id, e.offer_id, k.key as location, k.value::numeric as quantity from ended e, jsonb_each_text(e.places) as k),
       freed as (update supply.stock s set reserved = s.reserved - m.quantity
         from (select x.org_id, x.offer_id, x.location, sum(x.quantity) as quantity from moved x group by 1, 2, 3) m
         where s.org_id = m.org_id and s.offer_id = m.offer_id and s.location = m.location),
       logged as (insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         select m.org_id, m.counterparty_id, m.offer_id, m.location, case p_status when 'EXPIRED' then 'EXPIRE' else 'RELEASE' end, -m.quantity, 'hold:' || m.id, lower(p_status)
         from moved m order by m.id, m.location)
       select e.* from ended e;
     for v_parts in select h.org_id, array_agg(distinct h.part_id) as parts from supply.stock_hold h where h.id = any (p_holds) and h.ended_at >= transaction_timestamp() group by h.org_id loop
       perform supply.tell_stock_changed(v_parts.org_id, v_parts.parts);
       v_all := v_all || v_parts.parts;
     end loop;
     if p_refresh and cardinality(v_all) > 0 then perform supply.refresh_part_supply(v_all); end if;
   end $$`,
  // What the time of others is over for, on one offer: called by whoever is short of its stock. He will lock all of its places, so they are
  // locked here already, in order; and he refreshes the part.
  `create function supply.lapse_holds(p_supplier uuid, p_offer uuid) returns integer
   language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_due uuid[];
     v_ended integer;
   begin
     select array_agg(h.id) into v_due from supply.stock_hold h
       where h.org_id = p_supplier and h.offer_id = p_offer and h.status = 'HELD' and h.expires_at <= clock_timestamp();
     if v_due is null then return 0; end if;
     perform 1 from supply.stock s where s.org_id = p_supplier and s.offer_id = p_offer order by s.location for update;
     select count(*) into v_ended from supply.end_holds(v_due, 'EXPIRED', null, false);
     return v_ended;
   end $$`,

  // The same for offers that the acting organisation sees, before it is told that they are sold out.
  `create function supply.lapse_overdue(p_offers uuid[]) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_ended integer;
   begin
     if ${acting} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select count(*) into v_ended from supply.end_holds(array(select h.id from supply.stock_hold h join supply.offer o on o.org_id = h.org_id and o.id = h.offer_id
       where o.id = any (p_offers) and h.status = 'HELD' and h.expires_at <= clock_timestamp()), 'EXPIRED', null);
     return v_ended;
   end $$`,

  // Minutes a supplier grants to a kind of holder; 0: none. Without a policy of his: half an hour for a basket, three days
  // for a quote, seven for an approval, half an hour by name (trade-rules 24).
  `create function supply.hold_minutes(p_supplier uuid, p_kind text) returns integer
   language plpgsql stable security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     p record;
   begin
     select * into p from supply.hold_policy y where y.org_id = p_supplier;
     return case p_kind when 'BASKET' then coalesce(p.basket_minutes, 30) when 'QUOTE' then coalesce(p.quote_hours, 72) * 60
       when 'APPROVAL' then coalesce(p.approval_hours, 168) * 60 else coalesce(p.named_minutes, 30) end;
   end $$`,

  // p_holder: { kind, id, label, minutes? }; p_lines: [{ line, supplier, offer, quantity, partial?, location? }]. One answer per line.
  // The call is known by its key: asked again it gets the first answer. Nothing is undone for a refused line: the caller's transaction is all or nothing.
  // Too little is seen without a lock, so those who lose a rush do not queue for it.
  `create function supply.hold_stock(p_key text, p_holder jsonb, p_lines jsonb)
   returns table (line integer, outcome text, id uuid, held numeric, free numeric, expires_at timestamptz)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := ${acting};
     v_kind text := p_holder ->> 'kind';
     v_line record;
     v_row record;
     v_part uuid;
     v_status text;
     v_partner uuid;
     v_active boolean;
     v_minutes integer;
     v_want numeric;
     v_take numeric;
     v_places jsonb;
     v_told uuid[] := '{}';
     v_supplier uuid;
     v_empty uuid[] := '{}';
     v_lapsed boolean;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if exists (select 1 from supply.stock_hold h where h.counterparty_id = v_org and h.idem_key = p_key) then
       return query select * from supply.held_before(v_org, p_key, p_holder, p_lines);
       return;
     end if;
     if (select count(*) from supply.stock_hold h where h.counterparty_id = v_org and h.status = 'HELD') + jsonb_array_length(p_lines) > 2000 then
       return query select l.line, 'TOO_MANY', null::uuid, 0::numeric, 0::numeric, null::timestamptz from jsonb_to_recordset(p_lines) as l (line integer);
       return;
     end if;
     for v_line in
       select l.line, l.supplier, l.offer, l.quantity, coalesce(l.partial, false) as partial, l.location
       from jsonb_to_recordset(p_lines) as l (line integer, supplier uuid, offer uuid, quantity numeric, partial boolean, location text)
       order by l.supplier, l.offer, l.line
     loop
       if (v_line.quantity > 0) is not true then raise exception using errcode = '22023', message = 'a hold needs a quantity above zero'; end if;
       line := v_line.line; id := null; held := 0; free := 0; expires_at := null;
       if v_partner is distinct from v_line.supplier then
         v_partner := v_line.supplier;
         v_active := exists (select 1 from organizations.partnership p where p.org_id = v_org and p.counterparty_id = v_line.supplier and p.status = 'ACTIVE');
         v_minutes := supply.hold_minutes(v_line.supplier, v_kind);
       end if;
       if not v_active then outcome := 'NO_PARTNERSHIP'; return next; continue; end if;
       select o.part_id, o.status into v_part, v_status from supply.offer o where o.org_id = v_line.supplier and o.id = v_line.offer;
       if not found then outcome := 'OFFER_UNKNOWN'; return next; continue; end if;
       if v_status <> 'ACTIVE' then outcome := 'WITHDRAWN'; return next; continue; end if;
       if v_minutes = 0 then outcome := 'NOT_GRANTED'; return next; continue; end if;

       v_want := v_line.quantity;
       select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s
         where s.org_id = v_line.supplier and s.offer_id = v_line.offer and (v_line.location is null or s.location = v_line.location);
       v_lapsed := free < v_want and supply.lapse_holds(v_line.supplier, v_line.offer) > 0;
       if v_lapsed then v_empty := v_empty || v_part; end if;
       if v_lapsed or free >= v_want or v_line.partial and free > 0 then
         perform 1 from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer and (v_line.location is null or s.location = v_line.location)
           order by s.location for update;
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s
           where s.org_id = v_line.supplier and s.offer_id = v_line.offer and (v_line.location is null or s.location = v_line.location);
       end if;
       v_take := case when v_line.partial then least(v_want, free) else v_want end;
       if free < v_take or v_take = 0 then
         -- A twin of this call may have taken it a moment ago: then its answer is the answer.
         if exists (select 1 from supply.stock_hold h where h.counterparty_id = v_org and h.idem_key = p_key and h.line = v_line.line) then
           raise exception using errcode = '40001', message = 'the same call was answered beside this one';
         end if;
         outcome := 'OUT_OF_STOCK'; return next; continue;
       end if;

       held := v_take; v_places := '{}'; outcome := 'HELD'; id := platform.uuid_v7();
       expires_at := clock_timestamp() + make_interval(mins => least(coalesce((p_holder ->> 'minutes')::integer, v_minutes), v_minutes));
       if v_take = free and v_line.location is null then v_empty := v_empty || v_part; end if;
       -- One place that can serve the whole line before several; else the fullest first.
       for v_row in
         select s.location, s.quantity - s.reserved as there from supply.stock s
         where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.quantity > s.reserved and (v_line.location is null or s.location = v_line.location)
         order by s.quantity - s.reserved >= v_take desc, case when s.quantity - s.reserved >= v_take then 0 else s.reserved - s.quantity end, s.location
       loop
         exit when v_take = 0;
         v_row.there := least(v_take, v_row.there);
         update supply.stock s set reserved = s.reserved + v_row.there
           where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.location = v_row.location and s.quantity - s.reserved >= v_row.there;
         if not found then raise exception using errcode = '40001', message = 'stock moved under its lock'; end if;
         v_places := v_places || jsonb_build_object(v_row.location, v_row.there::text);
         v_take := v_take - v_row.there;
       end loop;
       insert into supply.stock_hold (org_id, id, counterparty_id, offer_id, part_id, holder_kind, holder_id, label, quantity, held, places, expires_at, idem_key, line)
         values (v_line.supplier, hold_stock.id, v_org, v_line.offer, v_part, v_kind, (p_holder ->> 'id')::uuid, p_holder ->> 'label', v_want, hold_stock.held, v_places, hold_stock.expires_at, p_key, v_line.line)
         on conflict do nothing;
       if not found then raise exception using errcode = '40001', message = 'the same call was answered beside this one'; end if;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         select v_line.supplier, v_org, v_line.offer, k.key, 'HOLD', k.value::numeric, 'hold:' || hold_stock.id, 'hold' from jsonb_each_text(v_places) as k;
       if v_supplier is distinct from v_line.supplier and cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); v_told := '{}'; end if;
       v_supplier := v_line.supplier; v_told := v_told || v_part;
       return next;
     end loop;
     if cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); end if;
     if cardinality(v_empty) > 0 then perform supply.refresh_part_supply(v_empty); end if;
   end $$`,

  // The first answer of a call, when it asked for the same; MISMATCH for each line when it did not.
  `create function supply.held_before(p_org uuid, p_key text, p_holder jsonb, p_lines jsonb)
   returns table (line integer, outcome text, id uuid, held numeric, free numeric, expires_at timestamptz)
   language plpgsql stable security invoker set search_path = pg_catalog, pg_temp as $$
   declare
     v_same boolean;
   begin
     select count(*) = jsonb_array_length(p_lines) and bool_and(h.id is not null) into v_same
       from jsonb_to_recordset(p_lines) as l (line integer, supplier uuid, offer uuid, quantity numeric)
       left join supply.stock_hold h on h.org_id = l.supplier and h.counterparty_id = p_org and h.idem_key = p_key and h.line = l.line
         and h.offer_id = l.offer and h.quantity = l.quantity and h.holder_kind = p_holder ->> 'kind' and h.holder_id = (p_holder ->> 'id')::uuid;
     v_same := v_same and jsonb_array_length(p_lines) = (select count(*) from supply.stock_hold h where h.counterparty_id = p_org and h.idem_key = p_key);
     return query select l.line, case when v_same then 'HELD' else 'MISMATCH' end, h.id, coalesce(h.held, 0), 0::numeric, h.expires_at
       from jsonb_to_recordset(p_lines) as l (line integer, supplier uuid)
       left join supply.stock_hold h on v_same and h.org_id = l.supplier and h.counterparty_id = p_org and h.idem_key = p_key and h.line = l.line order by l.line;
   end $$`,

  // Either party ends a hold; ids that are absent or foreign end nothing.
  `create function supply.release_holds(p_holds uuid[], p_reason text) returns setof supply.stock_hold
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := ${acting};
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return query select * from supply.end_holds(array(select h.id from supply.stock_hold h where h.id = any (p_holds) and v_org in (h.org_id, h.counterparty_id)), 'RELEASED', p_reason);
   end $$`,
  // Of the acting supplier: what is over. The clock calls it in each organisation that has something overdue.
  `create function supply.expire_holds(p_most integer) returns setof supply.stock_hold
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := ${acting};
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return query select * from supply.end_holds(array(select h.id from supply.stock_hold h
       where h.org_id = v_org and h.status = 'HELD' and h.expires_at <= clock_timestamp() order by h.expires_at limit p_most), 'EXPIRED', null);
   end $$`,
  // The buyer lengthens a hold by what its supplier grants, the supplier as he likes; never past what is over. A buyer's hold
  // lives at most four grants long from its beginning, one by name at most 60 minutes (trade-rules 24).
  `create function supply.extend_hold(p_hold uuid, p_minutes integer) returns table (outcome text, expires_at timestamptz)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := ${acting};
     h record;
     v_minutes integer;
     v_until timestamptz;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select * into h from supply.stock_hold x where x.id = p_hold and v_org in (x.org_id, x.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such hold'; end if;
     expires_at := h.expires_at;
     if h.status <> 'HELD' or h.expires_at <= clock_timestamp() then outcome := 'ENDED'; return next; return; end if;
     v_minutes := supply.hold_minutes(h.org_id, h.holder_kind);
     v_until := case when v_org = h.org_id then clock_timestamp() + make_interval(mins => coalesce(p_minutes, v_minutes))
       else least(clock_timestamp() + make_interval(mins => least(coalesce(p_minutes, v_minutes), v_minutes)),
         h.created_at + make_interval(mins => case h.holder_kind when 'NAMED' then 60 else 4 * v_minutes end)) end;
     if v_until <= h.expires_at then outcome := 'NOT_LONGER'; return next; return; end if;
     update supply.stock_hold x set expires_at = v_until, version = x.version + 1 where x.org_id = h.org_id and x.id = h.id;
     outcome := 'EXTENDED'; expires_at := v_until;
     return next;
   end $$`,
  `grant execute on function supply.hold_stock(text, jsonb, jsonb), supply.release_holds(uuid[], text), supply.expire_holds(integer), supply.extend_hold(uuid, integer), supply.lapse_overdue(uuid[]) to entrepot_app`,
];

const sweep = `create function supply.overdue_holders() returns table (org_id uuid, overdue integer)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select h.org_id, count(*)::integer from supply.stock_hold h where h.status = 'HELD' and h.expires_at <= clock_timestamp() group by h.org_id order by h.org_id limit 1000
   $$`;

/** Holding, lengthening, giving back and letting lapse: each moves \`reserved\` and its ledger in one transaction, and one state edge ends a hold once. */
export class HoldFunctions2026112205120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, as('entrepot_definer', 'supply', functions));
    await sql(runner, as('entrepot_jobs', 'supply', [sweep]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function supply.overdue_holders()',
      'drop function supply.extend_hold(uuid, integer)',
      'drop function supply.expire_holds(integer)',
      'drop function supply.release_holds(uuid[], text)',
      'drop function supply.held_before(uuid, text, jsonb, jsonb)',
      'drop function supply.hold_stock(text, jsonb, jsonb)',
      'drop function supply.hold_minutes(uuid, text)',
      'drop function supply.lapse_overdue(uuid[])',
      'drop function supply.lapse_holds(uuid, uuid)',
      'drop function supply.end_holds(uuid[], text, text, boolean)',
    ]);
  }
}
