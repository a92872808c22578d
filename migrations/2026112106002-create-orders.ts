import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, bounded, sql, type WallOptions, wall } from './support.js';

const statuses = `'SENT', 'RECEIVED', 'PART_CONFIRMED', 'CONFIRMED', 'CHANGE_PROPOSED', 'REJECTED', 'PART_CANCELLED', 'CANCELLED', 'COMPLETE'`;
const bases = `'REQUESTED', 'CONFIRMED', 'BACKORDERED'`;
const pending = `'CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED', 'CHANGE_REQUESTED', 'CANCEL_REQUESTED'`;
const finals = `'REJECTED', 'CANCELLED', 'CLOSED_SHORT'`;

/**
 * Orders between a buyer (owner) and a supplier (counterparty): header, lines, the quantities of each line with their dates
 * (schedule lines), the timeline, and what the buyer keeps to himself. Rows are inserted by the buyer; whatever moves
 * afterwards is outside the app's column grants and moved by the functions of the next migration.
 */
export class CreateOrders2026112106002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...order, ...line, ...schedule, ...timeline, ...private_]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      'drop table procurement.order_private',
      'drop table procurement.order_event',
      'drop table procurement.schedule_line',
      'drop table procurement.order_line',
      'drop table procurement.purchase_order',
    ]);
  }
}

/** A two-party table whose counterparty's hand is the definer's: `verbs` are those that it lends him. */
function shared(
  table: string,
  sentence: string,
  options: WallOptions & { counterparty: readonly ('insert' | 'update')[] },
): string[] {
  const mine = `counterparty_id = ${ACTING}`;
  return [
    ...wall('two-party', table, sentence, options),
    ...options.counterparty.map((verb) =>
      verb === 'insert'
        ? `create policy answer_insert on ${table} for insert to entrepot_definer with check (${mine})`
        : `create policy answer_update on ${table} for update to entrepot_definer using (${mine}) with check (${mine})`,
    ),
  ];
}

const order = [
  `create table procurement.purchase_order (
     org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
     counterparty_id uuid not null references organizations.organization,
     number text collate "C" not null check (number ~ '^\\S(.{0,33}\\S)?$'), supplier_number text collate "C" check (char_length(supplier_number) between 1 and 50),
     currency text not null check (currency ~ '^[A-Z]{3}$'), minor_units smallint not null check (minor_units between 0 and 4),
     status text not null default 'SENT' check (status in (${statuses})),
     channel text not null check (channel in ('PORTAL', 'API', 'UBL', 'CXML', 'X12')),
     ship_to jsonb not null, bill_to jsonb not null, delivery_terms jsonb, payment_terms text, agreement_id uuid,
     requested_delivery date, note text check (char_length(note) <= 2000),
     charges jsonb not null default '[]', charges_total numeric not null default 0 check (charges_total >= 0),
     total numeric not null check (total >= 0), live_total numeric not null check (live_total >= 0),
     placed_at timestamptz not null default transaction_timestamp(), acknowledged_at timestamptz, answered_at timestamptz,
     version integer not null default 1,
     primary key (org_id, id), unique (org_id, number), unique (org_id, id, counterparty_id), check (org_id <> counterparty_id),
     foreign key (org_id, counterparty_id) references organizations.partnership)`,
  'create index purchase_order_placed on procurement.purchase_order (org_id, placed_at, id)',
  'create index purchase_order_status on procurement.purchase_order (org_id, status, placed_at, id)',
  'create index purchase_order_partner on procurement.purchase_order (org_id, counterparty_id, placed_at, id)',
  'create index purchase_order_received on procurement.purchase_order (counterparty_id, placed_at, id)',
  'create index purchase_order_to_answer on procurement.purchase_order (counterparty_id, status, placed_at, id)',
  'create index purchase_order_counterparty on procurement.purchase_order (counterparty_id, id)',
  'create index purchase_order_buyers_number on procurement.purchase_order (counterparty_id, number)',
  'create index purchase_order_supplier_number on procurement.purchase_order (counterparty_id, supplier_number)',
  ...shared(
    'procurement.purchase_order',
    'Buyer (owner) orders from supplier (counterparty); status is computed from the schedule lines.',
    {
      app: `insert (org_id, id, counterparty_id, number, currency, minor_units, channel, ship_to, bill_to, delivery_terms, payment_terms,
            agreement_id, requested_delivery, note, charges, charges_total, total, live_total)`,
      definer: 'select, update (supplier_number, status, total, live_total, acknowledged_at, answered_at, version)',
      jobs: 'select (org_id, id, status, placed_at, counterparty_id)',
      counterparty: ['update'],
    },
  ),
];

const line = [
  `create table procurement.order_line (
     org_id uuid not null, order_id uuid not null, id uuid not null, counterparty_id uuid not null,
     position integer not null, number text collate "C" not null check (number ~ '^\\S(.{0,34}\\S)?$'),
     part_id uuid not null references catalog.part, offer_id uuid not null,
     supplier_part text not null, buyer_part text, manufacturer text, manufacturer_code text, manufacturer_part text, description text,
     quantity numeric not null check (quantity > 0 and ${bounded('quantity')}), order_unit text not null, raw_unit text,
     price_amount numeric not null check (price_amount >= 0 and ${bounded('price_amount')}),
     price_basis numeric not null check (price_basis > 0 and ${bounded('price_basis')}), price_unit text not null,
     factor_num numeric not null check (factor_num > 0), factor_den numeric not null check (factor_den > 0),
     price_source text not null, line_amount numeric not null check (line_amount >= 0), live_amount numeric not null check (live_amount >= 0),
     exact_amount numeric check (exact_amount >= 0), exact_quantity numeric check (exact_quantity > 0), check ((exact_amount is null) = (exact_quantity is null)),
     charges jsonb not null default '[]', minimum numeric not null, multiple numeric not null,
     ncnr boolean not null, returnable_days integer, lead_days integer, need_by date, revision text, note text check (char_length(note) <= 500),
     reserved numeric not null default 0 check (reserved >= 0),
     primary key (org_id, order_id, id), unique (org_id, order_id, number),
     foreign key (org_id, order_id, counterparty_id) references procurement.purchase_order (org_id, id, counterparty_id),
     foreign key (counterparty_id, offer_id) references supply.offer)`,
  'create index order_line_order on procurement.order_line (org_id, order_id, counterparty_id)',
  'create index order_line_offer on procurement.order_line (counterparty_id, offer_id)',
  'create index order_line_part on procurement.order_line (org_id, part_id)',
  ...shared(
    'procurement.order_line',
    'One line as ordered, with everything it needs copied: price with basis, units, factor, part numbers of both sides.',
    {
      app: `insert (org_id, order_id, id, counterparty_id, position, number, part_id, offer_id, supplier_part, buyer_part, manufacturer,
            manufacturer_code, manufacturer_part, description, quantity, order_unit, raw_unit, price_amount, price_basis, price_unit, factor_num,
            factor_den, price_source, line_amount, live_amount, exact_amount, exact_quantity, charges, minimum, multiple, ncnr, returnable_days, lead_days, need_by, revision, note, reserved)`,
      definer: 'select, update (quantity, line_amount, live_amount, need_by, reserved)',
      guard: 'exists (select from supply.offer o where o.org_id = order_line.counterparty_id and o.id = order_line.offer_id)',
      counterparty: ['update'],
    },
  ),
];

const schedule = [
  `create table procurement.schedule_line (
     org_id uuid not null, order_id uuid not null, line_id uuid not null, id uuid not null, counterparty_id uuid not null,
     quantity numeric not null check (quantity > 0 and ${bounded('quantity')}),
     status text not null default 'REQUESTED' check (status in (${bases}, ${pending}, ${finals})),
     base text check (base in (${bases})),
     ship_on date, deliver_on date,
     price_amount numeric check (price_amount >= 0 and ${bounded('price_amount')}), price_basis numeric check (price_basis > 0 and ${bounded('price_basis')}),
     substitute jsonb, proposal jsonb, request jsonb, reason text check (char_length(reason) <= 500), raw_status text check (char_length(raw_status) <= 40),
     primary key (org_id, order_id, id),
     check ((status in (${pending})) = (base is not null)), check ((price_amount is null) = (price_basis is null)),
     check ((status in ('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED')) = (proposal is not null)), check ((status = 'CHANGE_REQUESTED') = (request is not null)),
     foreign key (org_id, order_id, line_id) references procurement.order_line,
     foreign key (org_id, order_id, counterparty_id) references procurement.purchase_order (org_id, id, counterparty_id))`,
  'create index schedule_line_line on procurement.schedule_line (org_id, order_id, line_id)',
  'create index schedule_line_order on procurement.schedule_line (org_id, order_id, counterparty_id)',
  `create index schedule_line_due on procurement.schedule_line (org_id, status, ship_on) where status in ('CONFIRMED', 'BACKORDERED')`,
  `create index schedule_line_owed on procurement.schedule_line (counterparty_id, status, ship_on)`,
  ...shared(
    'procurement.schedule_line',
    'One quantity of a line with its state, dates and open proposal or request; the quantities of a line add up to it.',
    {
      app: 'insert (org_id, order_id, line_id, id, counterparty_id, quantity)',
      definer: `select, insert, update (quantity, status, base, ship_on, deliver_on, price_amount, price_basis, substitute, proposal, request, reason, raw_status)`,
      counterparty: ['insert', 'update'],
    },
  ),
  // Runs at commit, as whoever moved the order: splits and answers must leave every line with the quantity it has.
  `create function procurement.check_schedule_sum() returns trigger language plpgsql as $$
   declare
     v_line uuid := case tg_table_name when 'order_line' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(coalesce(new, old)) ->> 'line_id')::uuid end;
     v_org uuid := (to_jsonb(coalesce(new, old)) ->> 'org_id')::uuid;
     v_order uuid := (to_jsonb(coalesce(new, old)) ->> 'order_id')::uuid;
   begin
     if exists (select from procurement.order_line l where l.org_id = v_org and l.order_id = v_order and l.id = v_line
                and l.quantity is distinct from (select sum(s.quantity) from procurement.schedule_line s where s.org_id = v_org and s.order_id = v_order and s.line_id = v_line))
     then raise exception using errcode = '23514', message = 'the schedule lines do not add up to the line'; end if;
     return null;
   end $$`,
  `create constraint trigger order_line_sum after insert or update of quantity on procurement.order_line
     deferrable initially deferred for each row execute function procurement.check_schedule_sum()`,
  `create constraint trigger schedule_line_sum after insert or update of quantity or delete on procurement.schedule_line
     deferrable initially deferred for each row execute function procurement.check_schedule_sum()`,
];

const timeline = [
  `create table procurement.order_event (
     org_id uuid not null, order_id uuid not null, seq integer not null check (seq > 0), counterparty_id uuid not null,
     kind text not null check (kind in ('PLACED', 'RECEIVED', 'ANSWERED', 'PROPOSAL_ANSWERED', 'PROPOSAL_ACCEPTED_BY_RULE',
       'CANCELLED', 'CHANGE_REQUESTED', 'REQUEST_ANSWERED', 'REJECTED', 'CLOSED_SHORT')),
     actor_org uuid not null, actor_member uuid, channel text not null check (channel in ('PORTAL', 'API', 'UBL', 'CXML', 'X12', 'RULE')),
     at timestamptz not null default transaction_timestamp(), message_id text check (char_length(message_id) between 1 and 255),
     message_hash text, detail jsonb not null default '{}',
     primary key (org_id, order_id, seq), check (actor_org in (org_id, counterparty_id)),
     foreign key (org_id, order_id, counterparty_id) references procurement.purchase_order (org_id, id, counterparty_id))`,
  'create unique index order_event_message on procurement.order_event (org_id, order_id, actor_org, message_id) where message_id is not null',
  'create index order_event_order on procurement.order_event (org_id, order_id, counterparty_id)',
  ...shared(
    'procurement.order_event',
    `The timeline: who did what to an order, when and through which channel. seq is the order's version after it.`,
    {
      app: 'insert (org_id, order_id, seq, counterparty_id, kind, actor_org, actor_member, channel, detail)',
      definer: 'select, insert',
      guard: `(kind = 'PLACED' and seq = 1 and actor_org = org_id)`,
      counterparty: ['insert'],
    },
  ),
];

const private_ = [
  `create table procurement.order_private (
     org_id uuid not null, order_id uuid not null, placed_by uuid, cost_reference text check (char_length(cost_reference) <= 100),
     internal_note text check (char_length(internal_note) <= 2000), ship_to_site uuid, bill_to_site uuid,
     primary key (org_id, order_id), foreign key (org_id, order_id) references procurement.purchase_order)`,
  ...wall(
    'private',
    'procurement.order_private',
    'What the buyer alone knows about his order: cost reference, note, who placed it, his sites.',
    {
      app: 'insert, update (cost_reference, internal_note)',
    },
  ),
];
