import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, sql, wall } from './support.js';

/** Priorities, what suppliers promise for them, urgent requests with their clocks, and who is told. */
export class CreatePriorities2026112206001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...codes, ...policies, ...requests]);
    await sql(queryRunner, as('entrepot_definer', 'procurement', functions));
    await sql(queryRunner, as('entrepot_jobs', 'procurement', sweeps));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function procurement.urgent_clocks_due(timestamptz)',
      'drop function procurement.move_urgent(uuid, uuid, jsonb)',
      'drop function procurement.announce_urgent(uuid)',
      'drop function procurement.fire_urgent(uuid, uuid, timestamptz)',
      'drop table procurement.urgent_clock',
      'drop table procurement.urgent_event',
      'drop table procurement.urgent_request',
      'drop table procurement.priority_contact',
      'drop table procurement.priority_policy',
      'drop table procurement.priority',
    ]);
  }
}

const codes = [
  `create table procurement.priority (
     code text collate "C" primary key check (code ~ '^[A-Z0-9]{2,10}$'), rank smallint not null unique check (rank > 0),
     respond_minutes integer check (respond_minutes > 0), ship_minutes integer check (ship_minutes > 0),
     clock text not null check (clock in ('ALWAYS', 'CALENDAR')), hold_minutes integer not null check (hold_minutes between 0 and 1440), valid_from date not null)`,
  // Spec 2000 PRI; ship times as an engine maker's contract names them: AOG 4 hours, critical 24 hours, expedite 7 days.
  `insert into procurement.priority values ('AOG', 1, 60, 240, 'ALWAYS', 30, '2026-01-01'), ('WSP', 2, 240, 1440, 'CALENDAR', 30, '2026-01-01'),
     ('USR', 3, 480, 10080, 'CALENDAR', 15, '2026-01-01'), ('ROUTINE', 4, null, null, 'CALENDAR', 0, '2026-01-01')`,
  ...wall(
    'global',
    'procurement.priority',
    'The priorities, the most urgent with rank 1, and what holds where a supplier says nothing else.',
    {
      definer: 'select',
    },
  ),
];

const policies = [
  // counterparty_id null: for every partner; a row for one buyer is what his contract says instead.
  `create table procurement.priority_policy (
     org_id uuid not null references organizations.organization, id uuid not null, counterparty_id uuid references organizations.organization,
     priority text not null references procurement.priority, respond_minutes integer not null check (respond_minutes between 1 and 100000),
     ship_minutes integer not null check (ship_minutes between 1 and 1000000), clock text not null check (clock in ('ALWAYS', 'CALENDAR')),
     place text collate "C" not null default '' check (length(place) <= 40), warn_percent smallint not null check (warn_percent between 1 and 99),
     escalate_percents smallint[] not null default '{}' check (cardinality(escalate_percents) <= 10 and 100 < all (escalate_percents) and 10000 >= all (escalate_percents)),
     hold_minutes integer not null check (hold_minutes between 0 and 1440), po_to_follow boolean not null default false,
     po_cap numeric check (po_cap > 0 and ${bounded('po_cap')}), po_currency text check (po_currency ~ '^[A-Z]{3}$'), po_minutes integer check (po_minutes between 1 and 100000),
     version integer not null default 1, primary key (org_id, id), unique nulls not distinct (org_id, priority, counterparty_id),
     check (po_to_follow = (po_cap is not null) and po_to_follow = (po_currency is not null) and po_to_follow = (po_minutes is not null)))`,
  'create index priority_policy_counterparty on procurement.priority_policy (counterparty_id, priority)',
  'create index priority_policy_priority on procurement.priority_policy (priority)',
  ...wall(
    'market',
    'procurement.priority_policy',
    'What a supplier promises for a priority: to all his partners, or to one by contract.',
    {
      visible: `org_id = ${ACTING} or counterparty_id = ${ACTING} or counterparty_id is null and org_id in
      (select p.counterparty_id from organizations.partnership p where p.org_id = ${ACTING} and p.status = 'ACTIVE')`,
    },
  ),
  `create table procurement.priority_contact (
     org_id uuid not null references organizations.organization, priority text not null references procurement.priority,
     level smallint not null check (level between 0 and 12), email text not null check (length(email) between 3 and 254),
     primary key (org_id, priority, level, email))`,
  ...wall(
    'private',
    'procurement.priority_contact',
    'Whom an organisation tells: 0 when a request opens, 1 at a warning, 2 at a breach, 3 and more as it goes on.',
  ),
];

const mine = `counterparty_id = ${ACTING}`;
const requests = [
  `create table procurement.urgent_request (
     org_id uuid not null references organizations.organization, id uuid not null, counterparty_id uuid not null references organizations.organization,
     number text collate "C" not null, priority text not null references procurement.priority,
     offer_id uuid not null, part_id uuid not null references catalog.part, supplier_part text not null, description text not null, order_unit text not null,
     quantity numeric not null check (quantity > 0 and ${bounded('quantity')}), minimum_quantity numeric not null check (minimum_quantity > 0 and minimum_quantity <= quantity),
     need_at timestamptz not null, tail text check (length(tail) between 1 and 20), grounded_at text check (length(grounded_at) between 1 and 120),
     next_flight timestamptz, contact text not null check (length(contact) between 1 and 200), forwarder text check (length(forwarder) <= 120),
     forwarder_account text check (length(forwarder_account) <= 60), note text check (length(note) <= 2000), ship_to jsonb not null,
     status text not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'SHIPPED', 'CANCELLED')),
     policy jsonb not null, opened_at timestamptz not null, respond_by timestamptz not null, ship_by timestamptz not null, po_by timestamptz,
     responded_at timestamptz, promised_at timestamptz, shipped_at timestamptz, waybill text check (length(waybill) <= 60), closed_at timestamptz,
     held numeric not null default 0 check (held >= 0), held_until timestamptz, order_id uuid, generation smallint not null default 1, version integer not null default 1,
     primary key (org_id, id), unique (org_id, number), unique (org_id, id, counterparty_id), check (org_id <> counterparty_id),
     foreign key (org_id, counterparty_id) references organizations.partnership, foreign key (counterparty_id, offer_id) references supply.offer,
     foreign key (org_id, order_id) references procurement.purchase_order)`,
  'create index urgent_request_partner on procurement.urgent_request (org_id, counterparty_id)',
  'create index urgent_request_open on procurement.urgent_request (org_id, status, opened_at)',
  'create index urgent_request_received on procurement.urgent_request (counterparty_id, status, opened_at)',
  'create index urgent_request_offer on procurement.urgent_request (counterparty_id, offer_id)',
  'create index urgent_request_part on procurement.urgent_request (org_id, part_id)',
  'create index urgent_request_priority on procurement.urgent_request (org_id, priority)',
  'create index urgent_request_order on procurement.urgent_request (org_id, order_id)',
  ...wall(
    'two-party',
    'procurement.urgent_request',
    'A buyer (owner) asks a supplier (counterparty) for a part now, with the intake answers and the deadlines.',
    {
      app: `insert (org_id, id, counterparty_id, number, priority, offer_id, part_id, supplier_part, description, order_unit, quantity, minimum_quantity, need_at, tail, grounded_at,
      next_flight, contact, forwarder, forwarder_account, note, ship_to, policy, opened_at, respond_by, ship_by, po_by, held, held_until)`,
      definer: `select, update (priority, status, policy, respond_by, ship_by, po_by, responded_at, promised_at, shipped_at, waybill, closed_at, held, held_until, order_id, generation, version)`,
      jobs: 'select (org_id, id)',
      guard:
        'exists (select from supply.offer o where o.org_id = urgent_request.counterparty_id and o.id = urgent_request.offer_id)',
    },
  ),
  `create policy answer_update on procurement.urgent_request for update to entrepot_definer using (${mine}) with check (${mine})`,
  `create table procurement.urgent_event (
     org_id uuid not null, request_id uuid not null, seq integer not null check (seq > 0), counterparty_id uuid not null,
     kind text not null check (kind in ('OPENED', 'ACCEPTED', 'DECLINED', 'SHIPPED', 'CANCELLED', 'CONTACTED', 'RAISED', 'DOWNGRADED', 'ORDERED', 'HOLD_EXPIRED', 'WARNING', 'BREACH', 'ESCALATION')),
     at timestamptz not null, actor_org uuid, actor_member uuid, detail jsonb not null default '{}',
     primary key (org_id, request_id, seq), foreign key (org_id, request_id, counterparty_id) references procurement.urgent_request (org_id, id, counterparty_id))`,
  'create index urgent_event_request on procurement.urgent_event (org_id, request_id, counterparty_id)',
  'create index urgent_event_counterparty on procurement.urgent_event (counterparty_id, request_id)',
  ...wall(
    'two-party',
    'procurement.urgent_event',
    'The log of an urgent request: who did what, and which clock ran out, each once.',
    {
      app: 'insert',
      definer: 'select, insert',
      guard: `kind = 'OPENED' and seq = 1 and actor_org = org_id`,
    },
  ),
  `create policy answer_insert on procurement.urgent_event for insert to entrepot_definer with check (${mine})`,
  // A mark fires once: whoever sets fired_at writes its event in the same transaction.
  `create table procurement.urgent_clock (
     org_id uuid not null, request_id uuid not null, counterparty_id uuid not null, generation smallint not null,
     clock text not null check (clock in ('RESPOND', 'SHIP', 'PO')), mark text not null check (mark in ('WARNING', 'BREACH', 'ESCALATION')), level smallint not null check (level between 1 and 12),
     due_at timestamptz not null, fired_at timestamptz, settled_at timestamptz, check (fired_at is null or settled_at is null),
     primary key (org_id, request_id, generation, clock, level), foreign key (org_id, request_id, counterparty_id) references procurement.urgent_request (org_id, id, counterparty_id))`,
  'create index urgent_clock_request on procurement.urgent_clock (org_id, request_id, counterparty_id)',
  'create index urgent_clock_due on procurement.urgent_clock (org_id, due_at) where fired_at is null and settled_at is null',
  'create index urgent_clock_counterparty on procurement.urgent_clock (counterparty_id, request_id)',
  ...wall(
    'two-party',
    'procurement.urgent_clock',
    'When a clock of an urgent request warns, is breached and escalates, and when it did.',
    {
      app: 'insert (org_id, request_id, counterparty_id, generation, clock, mark, level, due_at)',
      definer: 'select, insert, update (fired_at, settled_at)',
      jobs: 'select (org_id, request_id, due_at, fired_at, settled_at)',
    },
  ),
  `create policy answer_update on procurement.urgent_clock for update to entrepot_definer using (${mine}) with check (${mine})`,
];

const functions = [
  // Fires what is due, in the order in which it fell due; the row lock of the request makes each mark fire once. Both parties hear of it.
  `create function procurement.fire_urgent(p_buyer uuid, p_request uuid, p_now timestamptz) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_request record;
     v_mark record;
     v_seq integer;
     v_fired integer := 0;
   begin
     select r.org_id, r.id, r.counterparty_id into v_request from procurement.urgent_request r
       where r.org_id = p_buyer and r.id = p_request and ${ACTING} in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such request'; end if;
     select coalesce(max(e.seq), 0) into v_seq from procurement.urgent_event e where e.org_id = p_buyer and e.request_id = p_request;
     for v_mark in
       select c.generation, c.clock, c.mark, c.level, c.due_at from procurement.urgent_clock c
       where c.org_id = p_buyer and c.request_id = p_request and c.fired_at is null and c.settled_at is null and c.due_at <= p_now
       order by c.due_at, c.clock, c.level
     loop
       update procurement.urgent_clock c set fired_at = p_now where c.org_id = p_buyer and c.request_id = p_request
         and c.generation = v_mark.generation and c.clock = v_mark.clock and c.level = v_mark.level;
       v_seq := v_seq + 1; v_fired := v_fired + 1;
       insert into procurement.urgent_event (org_id, request_id, seq, counterparty_id, kind, at, detail)
         values (p_buyer, p_request, v_seq, v_request.counterparty_id, v_mark.mark, p_now,
           jsonb_build_object('clock', v_mark.clock, 'level', v_mark.level, 'dueAt', to_char(v_mark.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
       perform platform.add_job_for(o.org, 'procurement.tell-contacts', jsonb_build_object('buyerId', p_buyer, 'id', p_request, 'seq', v_seq))
         from unnest(array[v_request.org_id, v_request.counterparty_id]) as o (org);
     end loop;
     if v_fired > 0 then
       update procurement.urgent_request r set version = r.version + 1 where r.org_id = p_buyer and r.id = p_request;
       perform pg_notify('entrepot', json_build_object('topic', 'urgent.changed', 'orgId', o.org, 'id', p_request)::text) from unnest(array[v_request.org_id, v_request.counterparty_id]) as o (org);
     end if;
     return v_fired;
   end $$`,
  `create function procurement.announce_urgent(p_request uuid) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   begin
     perform platform.add_job_for(o.org, 'procurement.tell-contacts', jsonb_build_object('buyerId', r.org_id, 'id', r.id, 'seq', 1))
       from procurement.urgent_request r cross join lateral unnest(array[r.org_id, r.counterparty_id]) as o (org) where r.org_id = ${ACTING} and r.id = p_request;
     perform pg_notify('entrepot', json_build_object('topic', 'urgent.changed', 'orgId', o.org, 'id', r.id)::text)
       from procurement.urgent_request r cross join lateral unnest(array[r.org_id, r.counterparty_id]) as o (org) where r.org_id = ${ACTING} and r.id = p_request;
   end $$`,
  // p_step: { kind, now, expectedVersion?, detail, set: { ... }, settle: [clocks], marks: [{ clock, mark, level, dueAt }], member }.
  // What is due fires first: a late answer never hides a breach. Who may take which step is decided here once more than in urgent.lifecycle.ts.
  `create function procurement.move_urgent(p_buyer uuid, p_request uuid, p_step jsonb) returns text
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_request record;
     v_now timestamptz := (p_step ->> 'now')::timestamptz;
     v_kind text := p_step ->> 'kind';
     v_set jsonb := coalesce(p_step -> 'set', '{}');
     v_side text;
     v_seq integer;
   begin
     select r.* into v_request from procurement.urgent_request r where r.org_id = p_buyer and r.id = p_request and ${ACTING} in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such request'; end if;
     v_side := case when v_request.org_id = ${ACTING} then 'BUYER' else 'SUPPLIER' end;
     if v_request.version is distinct from coalesce((p_step ->> 'expectedVersion')::integer, v_request.version) then return 'VERSION_CONFLICT'; end if;
     if not (v_kind in ('ACCEPTED', 'DECLINED') and v_side = 'SUPPLIER' and v_request.status = 'OPEN'
       or v_kind = 'SHIPPED' and v_side = 'SUPPLIER' and v_request.status = 'ACCEPTED'
       or v_kind in ('CANCELLED', 'RAISED', 'DOWNGRADED') and v_side = 'BUYER' and v_request.status in ('OPEN', 'ACCEPTED')
       or v_kind = 'ORDERED' and v_side = 'BUYER' and v_request.status in ('OPEN', 'ACCEPTED', 'SHIPPED') and v_request.order_id is null
       or v_kind = 'HOLD_EXPIRED' and v_side = 'BUYER' and v_request.held > 0
       or v_kind = 'CONTACTED' and v_request.status in ('OPEN', 'ACCEPTED', 'SHIPPED')) then return 'NOT_POSSIBLE'; end if;
     perform procurement.fire_urgent(p_buyer, p_request, v_now);
     update procurement.urgent_clock c set settled_at = v_now where c.org_id = p_buyer and c.request_id = p_request and c.fired_at is null and c.settled_at is null
       and (p_step -> 'settle') ? c.clock;
     update procurement.urgent_request r set
         status = case when v_kind in ('ACCEPTED', 'DECLINED', 'SHIPPED', 'CANCELLED') then v_kind else r.status end,
         priority = coalesce(v_set ->> 'priority', r.priority), policy = coalesce(v_set -> 'policy', r.policy),
         respond_by = coalesce((v_set ->> 'respondBy')::timestamptz, r.respond_by), ship_by = coalesce((v_set ->> 'shipBy')::timestamptz, r.ship_by),
         responded_at = case when v_kind in ('ACCEPTED', 'DECLINED') then v_now else r.responded_at end,
         promised_at = coalesce((v_set ->> 'promisedAt')::timestamptz, r.promised_at),
         shipped_at = case when v_kind = 'SHIPPED' then v_now else r.shipped_at end, waybill = coalesce(v_set ->> 'waybill', r.waybill),
         closed_at = case when v_kind in ('DECLINED', 'SHIPPED', 'CANCELLED') then v_now else r.closed_at end,
         held = case when v_kind in ('DECLINED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then 0 else r.held end,
         order_id = coalesce((v_set ->> 'orderId')::uuid, r.order_id), generation = r.generation + case when p_step ? 'marks' then 1 else 0 end, version = r.version + 1
       where r.org_id = p_buyer and r.id = p_request;
     insert into procurement.urgent_clock (org_id, request_id, counterparty_id, generation, clock, mark, level, due_at)
       select p_buyer, p_request, v_request.counterparty_id, v_request.generation + 1, m.clock, m.mark, m.level, m."dueAt"
       from jsonb_to_recordset(p_step -> 'marks') as m (clock text, mark text, level smallint, "dueAt" timestamptz) where p_step ? 'marks';
     select max(e.seq) + 1 into v_seq from procurement.urgent_event e where e.org_id = p_buyer and e.request_id = p_request;
     insert into procurement.urgent_event (org_id, request_id, seq, counterparty_id, kind, at, actor_org, actor_member, detail)
       values (p_buyer, p_request, v_seq, v_request.counterparty_id, v_kind, v_now, ${ACTING}, (p_step ->> 'member')::uuid, coalesce(p_step -> 'detail', '{}'));
     perform pg_notify('entrepot', json_build_object('topic', 'urgent.changed', 'orgId', o.org, 'id', p_request)::text) from unnest(array[v_request.org_id, v_request.counterparty_id]) as o (org);
     if v_request.held > 0 and v_kind in ('DECLINED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then
       perform supply.release_stock(jsonb_build_array(jsonb_build_object('line', 'urgent:' || p_request, 'buyer', p_buyer, 'supplier', v_request.counterparty_id, 'movement', lower(v_kind))));
     end if;
     return 'MOVED';
   end $$`,
  'grant execute on function procurement.fire_urgent(uuid, uuid, timestamptz), procurement.move_urgent(uuid, uuid, jsonb), procurement.announce_urgent(uuid) to entrepot_app',
];

const sweeps = [
  `create function procurement.urgent_clocks_due(p_now timestamptz) returns table (org_id uuid, id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select distinct c.org_id, c.request_id from procurement.urgent_clock c where c.fired_at is null and c.settled_at is null and c.due_at <= p_now limit 1000
   $$`,
];
