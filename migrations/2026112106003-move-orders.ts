import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

const bases = `('REQUESTED', 'CONFIRMED', 'BACKORDERED')`;
const proposed = `('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED')`;
const finals = `('REJECTED', 'CANCELLED', 'CLOSED_SHORT')`;
const pending = ['CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED', 'CHANGE_REQUESTED', 'CANCEL_REQUESTED'];
const answerable = ['REQUESTED', 'CONFIRMED', 'BACKORDERED', 'CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED'];

/** `event` by `side` leads every status of `from` (over each of its bases) to `to`; BASE means the base itself. */
const steps: readonly [side: string, event: string, from: readonly string[], to: string][] = [
  ['SUPPLIER', 'CONFIRM', [...answerable, 'CHANGE_REQUESTED', 'CANCEL_REQUESTED'], 'CONFIRMED'],
  ['SUPPLIER', 'BACKORDER', [...answerable, 'CHANGE_REQUESTED', 'CANCEL_REQUESTED'], 'BACKORDERED'],
  ['SUPPLIER', 'PROPOSE_CHANGE', [...answerable, 'CHANGE_REQUESTED'], 'CHANGE_PROPOSED'],
  ['SUPPLIER', 'PROPOSE_SUBSTITUTE', [...answerable, 'CHANGE_REQUESTED'], 'SUBSTITUTE_PROPOSED'],
  ['SUPPLIER', 'REJECT', [...answerable, 'CHANGE_REQUESTED'], 'REJECTED'],
  ['SUPPLIER', 'REJECT', ['CANCEL_REQUESTED'], 'CANCELLED'],
  ['SUPPLIER', 'GRANT', ['CHANGE_REQUESTED'], 'CONFIRMED'],
  ['SUPPLIER', 'GRANT', ['CANCEL_REQUESTED'], 'CANCELLED'],
  ['SUPPLIER', 'REFUSE', ['CHANGE_REQUESTED', 'CANCEL_REQUESTED'], 'BASE'],
  ['BUYER', 'ACCEPT', ['CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED'], 'CONFIRMED'],
  ['BUYER', 'DECLINE', ['CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED'], 'BASE'],
  ['BUYER', 'CANCEL', [...answerable, 'CHANGE_REQUESTED'], 'CANCEL'],
  ['BUYER', 'REQUEST_CHANGE', ['REQUESTED', 'CONFIRMED', 'BACKORDERED', 'CHANGE_REQUESTED'], 'CHANGE_REQUESTED'],
  ['BUYER', 'CLOSE_SHORT', ['CONFIRMED', 'BACKORDERED'], 'CLOSED_SHORT'],
];

/**
 * How an order moves after it was placed. Both sides use the same mover; each reaches it through one definer function that
 * fixes the side. What was agreed (price, quantity, date) is taken from the stored proposal or request, never from the caller.
 */
export class MoveOrders2026112106003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...edges, ...computed, ...as('entrepot_definer', 'procurement', movers)]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function procurement.answer_order(uuid, uuid, jsonb)',
      'drop function procurement.amend_order(uuid, uuid, jsonb)',
      'drop function procurement.lock_order(uuid)',
      'drop function procurement.announce_placed(uuid)',
      'drop function procurement.move_order(text, uuid, uuid, jsonb)',
      'drop function procurement.settle_order(uuid, uuid)',
      'drop function procurement.tell_parties(uuid, uuid, text)',
      'drop function procurement.amount_of(uuid, uuid, uuid, boolean)',
      'drop function procurement.status_of(uuid, uuid)',
      'drop table procurement.schedule_edge',
    ]);
  }
}

const edges = [
  `create table procurement.schedule_edge (
     side text not null check (side in ('BUYER', 'SUPPLIER')), event text not null, from_status text not null, base_status text not null,
     to_status text not null, primary key (side, event, from_status, base_status))`,
  // A status that is a base stands on itself; a pending one on any.
  ...steps.map(
    ([side, event, from, to]) => `insert into procurement.schedule_edge
      select '${side}', '${event}', f, b, case '${to}' when 'BASE' then b when 'CANCEL' then case b when 'REQUESTED' then 'CANCELLED' else 'CANCEL_REQUESTED' end else '${to}' end
      from unnest(array['${from.join("', '")}']) f, unnest(array['REQUESTED', 'CONFIRMED', 'BACKORDERED']) b where f in ('${pending.join("', '")}') or f = b`,
  ),
  ...wall(
    'global',
    'procurement.schedule_edge',
    'The legal steps of a quantity: who may do what to it, from which state, and where that leads.',
    {
      definer: 'select',
    },
  ),
];

const computed = [
  // The same rule as orderStatus in order.lifecycle.ts; a test compares the two.
  `create function procurement.status_of(p_org uuid, p_order uuid) returns text language sql stable as $$
     select case
       when bool_or(s.status in ${proposed}) then 'CHANGE_PROPOSED'
       when bool_and(s.status in ${finals}) then case when bool_or(s.status = 'CLOSED_SHORT') then 'COMPLETE' when bool_and(s.status = 'REJECTED') then 'REJECTED' else 'CANCELLED' end
       when bool_or(s.base = 'REQUESTED') then case
         when bool_or(s.base in ('CONFIRMED', 'BACKORDERED') or s.status = 'REJECTED') then 'PART_CONFIRMED'
         when (select o.acknowledged_at from procurement.purchase_order o where o.org_id = p_org and o.id = p_order) is not null then 'RECEIVED' else 'SENT' end
       when bool_or(s.base = 'BACKORDERED' or s.status = 'REJECTED') then 'PART_CONFIRMED'
       when bool_or(s.status in ('CANCELLED', 'CLOSED_SHORT')) then 'PART_CANCELLED'
       else 'CONFIRMED' end
     from (select l.status, case when l.status in ${bases} then l.status when l.status in ${finals} then null else l.base end as base
           from procurement.schedule_line l where l.org_id = p_org and l.order_id = p_order) s
   $$`,
  // Exact: the quantities are summed as one fraction, rounded half up once to the currency's minor units (trade-rules 1).
  `create function procurement.amount_of(p_org uuid, p_order uuid, p_line uuid, p_live boolean) returns numeric language plpgsql stable as $$
   declare
     v_over numeric := 0;
     v_under numeric := 1;
     v_minor integer;
     r record;
   begin
     select o.minor_units into v_minor from procurement.purchase_order o where o.org_id = p_org and o.id = p_order;
     -- A line in graduated breaks shows an average price; its amount is the one it was placed at, by quantity.
     for r in select sum(s.quantity) * p.over as over, p.under
              from procurement.order_line l join procurement.schedule_line s on (s.org_id, s.order_id, s.line_id) = (l.org_id, l.order_id, l.id)
              cross join lateral (select
                case when s.price_amount is null and l.exact_amount is not null then l.exact_amount else l.factor_num * coalesce(s.price_amount, l.price_amount) end as over,
                case when s.price_amount is null and l.exact_amount is not null then l.exact_quantity else l.factor_den * coalesce(s.price_basis, l.price_basis) end as under) p
              where l.org_id = p_org and l.order_id = p_order and l.id = p_line and not (p_live and s.status in ${finals})
              group by p.over, p.under loop
       v_over := v_over * r.under + r.over * v_under;
       v_under := v_under * r.under;
     end loop;
     return round(div(2 * v_over * 10::numeric ^ v_minor + v_under, 2 * v_under) / 10::numeric ^ v_minor, v_minor);
   end $$`,
  `grant execute on function procurement.status_of(uuid, uuid), procurement.amount_of(uuid, uuid, uuid, boolean) to entrepot_app, entrepot_definer`,
];

const movers = [
  // The other party's half of an event is one job in its own name; it emits the event there. Both sides' screens get a hint.
  `create function procurement.tell_parties(p_org uuid, p_order uuid, p_wire text) returns void language plpgsql as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     o record;
   begin
     select p.counterparty_id, p.version into o from procurement.purchase_order p
       where p.org_id = p_org and p.id = p_order and v_org in (p.org_id, p.counterparty_id);
     if not found then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     perform platform.add_job_for(case when v_org = p_org then o.counterparty_id else p_org end, 'procurement.announce-order',
       jsonb_build_object('id', p_order, 'wire', p_wire, 'seq', o.version), p_order || ':' || p_wire || ':' || o.version);
     perform pg_notify('entrepot', json_build_object('topic', 'order.changed', 'orgId', t.org, 'id', p_order)::text)
       from (values (p_org), (o.counterparty_id)) t (org);
   end $$`,
  // Starts the supplier's half of a new order. Only its buyer can, only while nothing else has happened to it, and once.
  `create function procurement.announce_placed(p_order uuid) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     if not exists (select from procurement.purchase_order p where p.org_id = v_org and p.id = p_order and p.version = 1)
     then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     perform procurement.tell_parties(v_org, p_order, 'order.placed.v1');
   end $$`,
  // Locks an order for whichever party acts and says which that is. Absent and foreign look alike.
  `create function procurement.lock_order(p_order uuid) returns table (org_id uuid, counterparty_id uuid, version integer)
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return query select p.org_id, p.counterparty_id, p.version from procurement.purchase_order p
       where p.id = p_order and (p.org_id = v_org or p.counterparty_id = v_org) for update;
   end $$`,
  // What follows from the new schedule lines: amounts, released stock, status. Stock is held behind live quantities only.
  `create function procurement.settle_order(p_org uuid, p_order uuid) returns void language plpgsql as $$
   declare
     r record;
   begin
     update procurement.order_line l set line_amount = procurement.amount_of(l.org_id, l.order_id, l.id, false), live_amount = procurement.amount_of(l.org_id, l.order_id, l.id, true)
       where l.org_id = p_org and l.order_id = p_order;
     for r in select l.id, l.counterparty_id, l.reserved, t.live from procurement.order_line l
              cross join lateral (select coalesce(sum(s.quantity), 0) as live from procurement.schedule_line s
                where s.org_id = l.org_id and s.order_id = l.order_id and s.line_id = l.id and s.status not in ${finals} and s.substitute is null) t
              where l.org_id = p_org and l.order_id = p_order and l.reserved > t.live order by l.id loop
       perform supply.release_stock(jsonb_build_array(jsonb_build_object('line', r.id, 'buyer', p_org, 'supplier', r.counterparty_id,
         'quantity', r.reserved - r.live, 'movement', 'order ' || (select p.version from procurement.purchase_order p where p.org_id = p_org and p.id = p_order))));
       update procurement.order_line l set reserved = r.live where l.org_id = p_org and l.order_id = p_order and l.id = r.id;
     end loop;
     update procurement.purchase_order p set status = procurement.status_of(p_org, p_order), total = t.total + p.charges_total,
         live_total = t.live + case when p.charges_total > 0 and t.any_live then p.charges_total else 0 end
       from (select sum(l.line_amount) as total, sum(l.live_amount) as live, exists (select from procurement.schedule_line s
               where s.org_id = p_org and s.order_id = p_order and s.status not in ${finals}) as any_live
             from procurement.order_line l where l.org_id = p_org and l.order_id = p_order) t
       where p.org_id = p_org and p.id = p_order;
   end $$`,
  /*
   * p_move: { version, kind, wire, channel, member?, messageId?, messageHash?, supplierNumber?, acknowledge?, detail?,
   *           splits: [{ id, source, quantity }], steps: [{ id, event, shipOn?, deliverOn?, proposal?, request?, reason?, rawStatus? }] }.
   * A split takes a quantity off a schedule line into a new one in the same state; then each step follows its edge.
   */
  `create function procurement.move_order(p_side text, p_org uuid, p_order uuid, p_move jsonb) returns integer language plpgsql as $$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_version integer;
     v_partner uuid;
     v_count integer;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select p.version, p.counterparty_id into v_version, v_partner from procurement.purchase_order p
       where p.org_id = p_org and p.id = p_order and v_org = case p_side when 'BUYER' then p.org_id else p.counterparty_id end for update;
     if not found then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     if v_version is distinct from (p_move ->> 'version')::integer then raise exception using errcode = '40001', message = 'the order moved meanwhile'; end if;

     insert into procurement.schedule_line (org_id, order_id, line_id, id, counterparty_id, quantity, status, base, ship_on, deliver_on,
         price_amount, price_basis, substitute, proposal, request, reason, raw_status)
       select s.org_id, s.order_id, s.line_id, x.id, s.counterparty_id, x.quantity, s.status, s.base, s.ship_on, s.deliver_on,
         s.price_amount, s.price_basis, s.substitute, s.proposal, s.request, s.reason, s.raw_status
       from jsonb_to_recordset(p_move -> 'splits') as x (id uuid, source uuid, quantity numeric)
       join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = x.source;
     get diagnostics v_count = row_count;
     if v_count <> jsonb_array_length(p_move -> 'splits') then raise exception using errcode = 'EN409', message = 'a split names no schedule line'; end if;
     update procurement.schedule_line s set quantity = s.quantity - x.quantity
       from (select t.source, sum(t.quantity) as quantity from jsonb_to_recordset(p_move -> 'splits') as t (source uuid, quantity numeric) group by t.source) x
       where s.org_id = p_org and s.order_id = p_order and s.id = x.source;

     update procurement.order_line l set quantity = l.quantity + d.more, need_by = coalesce(d.need_by, l.need_by)
       from (select s.line_id, sum(coalesce((t.terms ->> 'quantity')::numeric, s.quantity) - s.quantity) as more,
               max(case when t.event = 'GRANT' then (t.terms ->> 'deliverOn')::date end) as need_by
             from (select x.id, x.event, case x.event when 'ACCEPT' then y.proposal else y.request end as terms
                   from jsonb_to_recordset(p_move -> 'steps') as x (id uuid, event text)
                   join procurement.schedule_line y on y.org_id = p_org and y.order_id = p_order and y.id = x.id
                   where x.event = 'ACCEPT' and y.proposal is not null or x.event = 'GRANT' and y.request is not null) t
             join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = t.id group by s.line_id) d
       where l.org_id = p_org and l.order_id = p_order and l.id = d.line_id and (d.more <> 0 or d.need_by is not null);

     update procurement.schedule_line s set
         status = e.to_status, base = case when e.to_status in ('${pending.join("', '")}') then e.base_status end,
         quantity = coalesce((a.terms ->> 'quantity')::numeric, s.quantity),
         ship_on = case when e.to_status = 'REJECTED' then null when t.event in ('CONFIRM', 'BACKORDER') then t."shipOn" else coalesce((a.terms ->> 'shipOn')::date, s.ship_on) end,
         deliver_on = case when e.to_status = 'REJECTED' then null when t.event in ('CONFIRM', 'BACKORDER') then t."deliverOn" else coalesce((a.terms ->> 'deliverOn')::date, s.deliver_on) end,
         price_amount = coalesce((a.terms -> 'price' ->> 'amount')::numeric, s.price_amount),
         price_basis = coalesce((a.terms -> 'price' ->> 'basis')::numeric, s.price_basis),
         substitute = coalesce(a.terms -> 'substitute', s.substitute),
         proposal = case when e.to_status in ${proposed} then t.proposal end,
         request = case when e.to_status = 'CHANGE_REQUESTED' then t.request end,
         reason = coalesce(t.reason, case when e.to_status in ${finals} then s.reason end), raw_status = coalesce(t."rawStatus", s.raw_status)
       from jsonb_to_recordset(p_move -> 'steps') as t (id uuid, event text, "shipOn" date, "deliverOn" date, proposal jsonb, request jsonb, reason text, "rawStatus" text)
       join procurement.schedule_line c on c.org_id = p_org and c.order_id = p_order and c.id = t.id
       cross join lateral (select case when t.event = 'ACCEPT' then c.proposal when t.event = 'GRANT' then c.request end as terms) a
       join procurement.schedule_edge e on e.side = p_side and e.event = t.event and e.from_status = c.status
         and e.base_status = case when c.status in ${bases} then c.status else coalesce(c.base, 'REQUESTED') end
       where s.org_id = p_org and s.order_id = p_order and s.id = c.id;
     get diagnostics v_count = row_count;
     if v_count <> jsonb_array_length(p_move -> 'steps') then raise exception using errcode = 'EN409', message = 'a step has no edge'; end if;

     update procurement.purchase_order p set version = p.version + 1, supplier_number = coalesce(case when p_side = 'SUPPLIER' then p_move ->> 'supplierNumber' end, p.supplier_number),
         acknowledged_at = case when p_side = 'SUPPLIER' then coalesce(p.acknowledged_at, transaction_timestamp()) else p.acknowledged_at end,
         answered_at = case when p_side = 'SUPPLIER' and v_count > 0 then coalesce(p.answered_at, transaction_timestamp()) else p.answered_at end
       where p.org_id = p_org and p.id = p_order;
     perform procurement.settle_order(p_org, p_order);
     insert into procurement.order_event (org_id, order_id, seq, counterparty_id, kind, actor_org, actor_member, channel, message_id, message_hash, detail)
       values (p_org, p_order, v_version + 1, v_partner, p_move ->> 'kind', v_org, (p_move ->> 'member')::uuid, p_move ->> 'channel',
         p_move ->> 'messageId', p_move ->> 'messageHash', coalesce(p_move -> 'detail', '{}'));
     perform procurement.tell_parties(p_org, p_order, p_move ->> 'wire');
     return v_version + 1;
   end $$`,
  `create function procurement.answer_order(p_org uuid, p_order uuid, p_move jsonb) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     if not exists (select from organizations.partnership t where t.org_id = p_org and t.counterparty_id = nullif(current_setting('app.org', true), '')::uuid and t.status <> 'PROPOSED')
     then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     return procurement.move_order('SUPPLIER', p_org, p_order, p_move);
   end $$`,
  `create function procurement.amend_order(p_org uuid, p_order uuid, p_move jsonb) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     return procurement.move_order('BUYER', p_org, p_order, p_move);
   end $$`,
  `grant execute on function procurement.answer_order(uuid, uuid, jsonb), procurement.amend_order(uuid, uuid, jsonb), procurement.lock_order(uuid),
     procurement.announce_placed(uuid) to entrepot_app`,
];
