import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, bounded, sql, wall } from './support.js';

const statuses = `'AWAITED', 'DUE', 'LATE', 'ORDERED', 'SHIPPED', 'RECEIVED', 'INSPECTED', 'ACCEPTED', 'REJECTED', 'BILLED', 'QUOTED', 'APPROVED', 'REFUSED', 'REPAIRED', 'RETURNED', 'SCRAPPED', 'CANCELLED'`;
const mine = `counterparty_id = ${ACTING}`;
const child = 'foreign key (org_id, rotable_id, counterparty_id) references procurement.rotable (org_id, id, counterparty_id)';

/** `side` does `event` to a `kind` in each of `from`, which leads to `to`. The same rows stand in rotable-edges.data.ts; a test compares them. */
const edges: readonly [kind: string, side: string, event: string, from: readonly string[], to: string][] = [
  ['CORE', 'SUPPLIER', 'SEND', ['AWAITED'], 'DUE'],
  ['CORE', 'BUYER', 'SHIP', ['DUE', 'LATE', 'REJECTED'], 'SHIPPED'],
  ['CORE', 'SUPPLIER', 'RECEIVE', ['DUE', 'LATE', 'REJECTED', 'SHIPPED'], 'RECEIVED'],
  ['CORE', 'SUPPLIER', 'INSPECT', ['RECEIVED'], 'INSPECTED'],
  ['CORE', 'SUPPLIER', 'ACCEPT', ['RECEIVED', 'INSPECTED'], 'ACCEPTED'],
  ['CORE', 'SUPPLIER', 'REJECT', ['RECEIVED', 'INSPECTED'], 'REJECTED'],
  ['CORE', 'SUPPLIER', 'BILL', ['LATE', 'REJECTED', 'SHIPPED'], 'BILLED'],
  ['CORE', 'SUPPLIER', 'EXTEND', ['DUE', 'LATE'], 'DUE'],
  ['CORE', 'SUPPLIER', 'EXTEND', ['SHIPPED'], 'SHIPPED'],
  ['CORE', 'SUPPLIER', 'EXTEND', ['REJECTED'], 'REJECTED'],
  ['REPAIR', 'BUYER', 'SHIP', ['ORDERED'], 'SHIPPED'],
  ['REPAIR', 'BUYER', 'CANCEL', ['ORDERED'], 'CANCELLED'],
  ['REPAIR', 'SUPPLIER', 'CANCEL', ['ORDERED'], 'CANCELLED'],
  ['REPAIR', 'SUPPLIER', 'RECEIVE', ['ORDERED', 'SHIPPED'], 'RECEIVED'],
  ['REPAIR', 'SUPPLIER', 'QUOTE', ['RECEIVED', 'APPROVED', 'QUOTED'], 'QUOTED'],
  ['REPAIR', 'BUYER', 'APPROVE', ['QUOTED'], 'APPROVED'],
  ['REPAIR', 'BUYER', 'REFUSE', ['QUOTED'], 'REFUSED'],
  ['REPAIR', 'SUPPLIER', 'FINISH', ['RECEIVED', 'APPROVED'], 'REPAIRED'],
  ['REPAIR', 'SUPPLIER', 'RETURN', ['REPAIRED', 'REFUSED'], 'RETURNED'],
  ['REPAIR', 'SUPPLIER', 'SCRAP', ['REFUSED'], 'SCRAPPED'],
];

/** Units that go round: cores that buyers owe after an exchange, and units that suppliers repair. */
export class CreateRotables2026112220002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...edgeTable, ...rotables, ...children, ...serials]);
    await sql(queryRunner, as('entrepot_jobs', 'procurement', sweeps));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop function procurement.rotables_due(timestamptz)',
      'drop table procurement.rotable_serial',
      'drop table procurement.rotable_charge',
      'drop table procurement.rotable_clock',
      'drop table procurement.rotable_event',
      'drop table procurement.rotable',
      'drop table procurement.rotable_edge',
    ]);
  }
}

const edgeTable = [
  `create table procurement.rotable_edge (kind text not null check (kind in ('CORE', 'REPAIR')), side text not null check (side in ('BUYER', 'SUPPLIER')),
     event text not null, from_status text not null, to_status text not null, primary key (kind, side, event, from_status))`,
  ...edges.map(
    ([kind, side, event, from, to]) =>
      `insert into procurement.rotable_edge select '${kind}', '${side}', '${event}', f, '${to}' from unnest(array['${from.join("', '")}']) f`,
  ),
  ...wall(
    'global',
    'procurement.rotable_edge',
    'The legal steps of a core or repair: who may do what, from which state, and where that leads.',
    {
      definer: 'select',
    },
  ),
];

const rotables = [
  // One row is one unit. `in_serial` is what the buyer sends (the core, the unit to repair), `out_serial` what the supplier sent in exchange.
  `create table procurement.rotable (
     org_id uuid not null references organizations.organization, id uuid not null, counterparty_id uuid not null references organizations.organization,
     kind text not null check (kind in ('REPAIR', 'CORE')), number text collate "C" not null check (length(number) between 1 and 90),
     offer_id uuid not null, part_id uuid not null references catalog.part, part_number text not null, supplier_part text not null, description text not null,
     order_id uuid, line_id uuid, unit smallint check (unit > 0), terms jsonb not null, currency text not null check (currency ~ '^[A-Z]{3}$'),
     fee numeric check (fee >= 0), fee_currency text, note text check (length(note) <= 2000), ship_to jsonb,
     status text not null check (status in (${statuses})),
     out_serial text check (length(out_serial) between 1 and 40), out_waybill text check (length(out_waybill) <= 60),
     in_part text check (length(in_part) between 1 and 70), in_serial text check (length(in_serial) between 1 and 40), in_waybill text check (length(in_waybill) <= 60),
     in_open boolean not null default false, certificate text check (length(certificate) <= 40), certificate_number text check (length(certificate_number) <= 60),
     findings text check (length(findings) <= 2000), reason_code text check (length(reason_code) <= 40), reason text check (length(reason) <= 500),
     quoted numeric check (quoted > 0 and ${bounded('quoted')}), quote_until timestamptz, disposition text check (disposition in ('RETURN_AS_IS', 'SCRAP')),
     due_at timestamptz, late_since timestamptz, opened_at timestamptz not null, sent_at timestamptz, received_at timestamptz, closed_at timestamptz,
     generation smallint not null default 0, version integer not null default 1,
     primary key (org_id, id), unique (org_id, number), unique (org_id, id, counterparty_id), unique (org_id, order_id, line_id, unit), check (org_id <> counterparty_id),
     check ((kind = 'CORE') = (line_id is not null) and (line_id is null) = (unit is null) and (line_id is null) = (order_id is null)),
     foreign key (org_id, counterparty_id) references organizations.partnership, foreign key (counterparty_id, offer_id) references supply.offer,
     foreign key (org_id, order_id, line_id) references procurement.order_line)`,
  'create index rotable_partner on procurement.rotable (org_id, counterparty_id)',
  'create index rotable_mine on procurement.rotable (org_id, due_at) where closed_at is null',
  'create index rotable_received on procurement.rotable (counterparty_id, due_at) where closed_at is null',
  'create index rotable_offer on procurement.rotable (counterparty_id, offer_id)',
  'create index rotable_part on procurement.rotable (org_id, part_id)',
  // The same unit cannot settle two debts of its buyer, with whomever they are.
  'create unique index rotable_unit_in on procurement.rotable (org_id, in_part, in_serial) where in_open',
  ...wall(
    'two-party',
    'procurement.rotable',
    'A unit that goes round between a buyer (owner) and a supplier (counterparty): the core of an exchange, or a repair.',
    {
      app: `insert (org_id, id, counterparty_id, kind, number, offer_id, part_id, part_number, supplier_part, description, order_id, line_id, unit, terms, currency, fee, fee_currency,
      note, ship_to, status, in_part, in_serial, in_open, opened_at)`,
      definer: `select, insert, update (status, out_serial, out_waybill, in_part, in_serial, in_waybill, in_open, certificate, certificate_number, findings, reason_code, reason, quoted,
      quote_until, disposition, due_at, late_since, sent_at, received_at, closed_at, generation, version)`,
      jobs: 'select (org_id, id)',
      guard: `status = case kind when 'CORE' then 'AWAITED' else 'ORDERED' end and exists (select from supply.offer o where o.org_id = rotable.counterparty_id and o.id = rotable.offer_id)`,
    },
  ),
  `create policy answer_update on procurement.rotable for update to entrepot_definer using (${mine}) with check (${mine})`,
  `create policy answer_insert on procurement.rotable for insert to entrepot_definer with check (${mine})`,
];

const children = [
  `create table procurement.rotable_event (
     org_id uuid not null, rotable_id uuid not null, seq integer not null check (seq > 0), counterparty_id uuid not null, kind text not null check (length(kind) between 1 and 40),
     at timestamptz not null, actor_org uuid, actor_member uuid, detail jsonb not null default '{}', primary key (org_id, rotable_id, seq), ${child})`,
  'create index rotable_event_rotable on procurement.rotable_event (org_id, rotable_id, counterparty_id)',
  'create index rotable_event_counterparty on procurement.rotable_event (counterparty_id, rotable_id)',
  ...wall('two-party', 'procurement.rotable_event', 'The log of a core or repair: who did what, and what ran out, each once.', {
    app: 'insert',
    definer: 'select, insert',
    guard: `kind = 'OPENED' and seq = 1 and actor_org = org_id`,
  }),
  `create policy answer_insert on procurement.rotable_event for insert to entrepot_definer with check (${mine})`,
  // A mark fires once: whoever sets fired_at writes its event and what it costs in the same transaction.
  `create table procurement.rotable_clock (
     org_id uuid not null, rotable_id uuid not null, counterparty_id uuid not null, generation smallint not null,
     clock text not null check (clock in ('CORE', 'QUOTE', 'APPROVE', 'TURN')), mark text not null check (mark in ('WARNING', 'DUE', 'FEE', 'BILL')), n smallint not null check (n > 0),
     due_at timestamptz not null, fired_at timestamptz, settled_at timestamptz, check (fired_at is null or settled_at is null),
     primary key (org_id, rotable_id, generation, clock, mark, n), ${child})`,
  'create index rotable_clock_rotable on procurement.rotable_clock (org_id, rotable_id, counterparty_id)',
  'create index rotable_clock_due on procurement.rotable_clock (org_id, due_at) where fired_at is null and settled_at is null',
  'create index rotable_clock_counterparty on procurement.rotable_clock (counterparty_id, rotable_id)',
  ...wall(
    'two-party',
    'procurement.rotable_clock',
    'When a core or repair warns, is due, costs a fee or is billed, and when it did.',
    {
      app: '',
      definer: 'select, insert, update (fired_at, settled_at)',
      jobs: 'select (org_id, rotable_id, due_at, fired_at, settled_at)',
    },
  ),
  `create policy answer_insert on procurement.rotable_clock for insert to entrepot_definer with check (${mine})`,
  `create policy answer_update on procurement.rotable_clock for update to entrepot_definer using (${mine}) with check (${mine})`,
  // What the buyer owes for it beside the price of the order; given back is below zero. Rows are only ever added.
  `create table procurement.rotable_charge (
     org_id uuid not null, rotable_id uuid not null, counterparty_id uuid not null,
     kind text not null check (kind in ('DEPOSIT', 'DEPOSIT_RETURNED', 'LATE_FEE', 'CORE_VALUE', 'OUTRIGHT', 'FEE_CREDITED', 'EVALUATION', 'REPAIR')), n smallint not null default 1 check (n > 0),
     amount numeric not null, currency text not null check (currency ~ '^[A-Z]{3}$'), at timestamptz not null,
     primary key (org_id, rotable_id, kind, n), ${child})`,
  'create index rotable_charge_rotable on procurement.rotable_charge (org_id, rotable_id, counterparty_id)',
  'create index rotable_charge_counterparty on procurement.rotable_charge (counterparty_id, rotable_id)',
  ...wall(
    'two-party',
    'procurement.rotable_charge',
    'What a core or repair costs beside its order: deposit, late fees, core value, repair.',
    {
      app: '',
      definer: 'select, insert',
    },
  ),
  `create policy answer_insert on procurement.rotable_charge for insert to entrepot_definer with check (${mine})`,
];

const serials = [
  // The supplier's book of serials: what he has out in exchange, and what came in. One serial is in it once in each direction at a time.
  `create table procurement.rotable_serial (
     org_id uuid not null references organizations.organization, rotable_id uuid not null, direction text not null check (direction in ('OUT', 'IN')),
     part_number text not null, serial text not null, buyer_id uuid not null, n smallint not null check (n > 0), claimed_at timestamptz not null, released_at timestamptz,
     primary key (org_id, rotable_id, direction, n))`,
  'create unique index rotable_serial_once on procurement.rotable_serial (org_id, direction, part_number, serial) where released_at is null',
  ...wall(
    'private',
    'procurement.rotable_serial',
    'Serials that a supplier (owner) has out in exchange or took in: each once at a time.',
    {
      app: '',
      definer: 'select, insert, update (released_at)',
    },
  ),
];

const sweeps = [
  `create function procurement.rotables_due(p_now timestamptz) returns table (org_id uuid, id uuid)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select distinct c.org_id, c.rotable_id from procurement.rotable_clock c where c.fired_at is null and c.settled_at is null and c.due_at <= p_now limit 1000
   $$`,
];
