import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, bounded, sql, wall } from './support.js';

const overdue = `${ACTING} is not null and status in ('HELD', 'EXPIRED') and expires_at <= clock_timestamp()`;
const party = `(org_id = ${ACTING} or counterparty_id = ${ACTING})`;

const up: readonly (string | string[])[] = [
  // MANAGED: the ledger here is the count. ASKED: the supplier's ERP said so during a buyer's question.
  'alter table supply.stock drop constraint stock_source_check',
  `alter table supply.stock add constraint stock_source_check check (source in ('FILE', 'API', 'MANUAL', 'MANAGED', 'ASKED'))`,
  'grant update (as_of, source) on supply.stock to entrepot_definer',
  'alter table supply.stock_ledger drop constraint stock_ledger_kind_check',
  `alter table supply.stock_ledger add constraint stock_ledger_kind_check
     check (kind in ('RESERVE', 'RELEASE', 'CONSUME', 'HOLD', 'EXPIRE', 'TRANSFER', 'OPEN', 'CORRECT'))`,
  `alter table supply.stock_ledger add column reason text collate "C" check (length(reason) between 1 and 40),
     add column note text check (length(note) between 1 and 500), add column member_id uuid`,
  // Movements of one place, newest first: the page of its ledger.
  'create index stock_ledger_newest on supply.stock_ledger (org_id, offer_id, location, id)',
  'drop index supply.stock_ledger_row',

  // The part is copied, not referenced: it never changes for an offer, and a hold is written in a stampede.
  `create table supply.stock_hold (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), counterparty_id uuid not null references organizations.organization,
    offer_id uuid not null, part_id uuid not null,
    holder_kind text collate "C" not null check (holder_kind in ('BASKET', 'QUOTE', 'APPROVAL', 'NAMED')), holder_id uuid not null,
    label text check (length(label) between 1 and 120),
    quantity numeric not null check (quantity > 0 and ${bounded('quantity')}), held numeric not null check (held > 0 and held <= quantity),
    places jsonb not null check (jsonb_typeof(places) = 'object'),
    status text collate "C" not null default 'HELD' check (status in ('HELD', 'CONSUMED', 'RELEASED', 'EXPIRED')),
    expires_at timestamptz not null, created_at timestamptz not null default clock_timestamp(), ended_at timestamptz,
    consumed_by text collate "C" check (length(consumed_by) between 1 and 255), reason text check (length(reason) between 1 and 500),
    idem_key text collate "C" not null check (length(idem_key) between 1 and 255), line integer not null check (line >= 0),
    version integer not null default 1,
    primary key (org_id, id), unique (org_id, counterparty_id, idem_key, line), foreign key (org_id, offer_id) references supply.offer,
    check ((status = 'HELD') = (ended_at is null)), check ((status = 'CONSUMED') = (consumed_by is not null))) with (fillfactor = 85)`,
  'create index stock_hold_offer on supply.stock_hold (org_id, offer_id, status)',
  'create index stock_hold_key on supply.stock_hold (counterparty_id, idem_key)',
  `create index stock_hold_live on supply.stock_hold (counterparty_id, holder_id) where status = 'HELD'`,
  `create index stock_hold_supplier on supply.stock_hold (org_id, expires_at) where status = 'HELD'`,
  wall(
    'two-party',
    'supply.stock_hold',
    'Stock of a supplier that a buyer (counterparty) holds until an instant; its ledger rows stand under hold:<id>.',
    { app: '', jobs: 'select (org_id, status, expires_at)' },
  ),
  `create policy move on supply.stock_hold for insert to entrepot_definer with check (counterparty_id = ${ACTING})`,
  `create policy end_own on supply.stock_hold for update to entrepot_definer using ${party} with check ${party}`,
  'grant insert, update (status, ended_at, expires_at, consumed_by, reason, version) on supply.stock_hold to entrepot_definer',
  // A hold whose time is over stands in nobody's way: whoever is short of stock may end it, and nothing else of it.
  `create policy overdue on supply.stock_hold for select to entrepot_definer using (${overdue})`,
  `create policy end_overdue on supply.stock_hold for update to entrepot_definer using (${overdue}) with check (${ACTING} is not null and status = 'EXPIRED' and expires_at <= clock_timestamp())`,
  `create policy lapse on supply.stock_ledger for insert to entrepot_definer with check (${ACTING} is not null and kind = 'EXPIRE'
     and (org_id, counterparty_id, offer_id, reference) in (select h.org_id, h.counterparty_id, h.offer_id, 'hold:' || h.id from supply.stock_hold h
       where h.status = 'HELD' and h.expires_at <= clock_timestamp()))`,

  `create table supply.hold_policy (
    org_id uuid primary key references organizations.organization,
    basket_minutes integer not null check (basket_minutes between 0 and 1440), quote_hours integer not null check (quote_hours between 0 and 720),
    approval_hours integer not null check (approval_hours between 0 and 720),
    named_minutes integer not null check (named_minutes = 0 or named_minutes between 15 and 60), version integer not null default 1)`,
  wall(
    'private',
    'supply.hold_policy',
    'How long buyers may hold stock of a supplier; 0: not at all. No row: the hub defaults.',
    {
      app: 'insert (org_id, basket_minutes, quote_hours, approval_hours, named_minutes), update (basket_minutes, quote_hours, approval_hours, named_minutes, version)',
      definer: 'select',
    },
  ),
  // A buyer who holds stock is told until when, so the definer reads the terms of whose stock it is.
  `create policy terms on supply.hold_policy for select to entrepot_definer using (${ACTING} is not null)`,
];

const down: readonly string[] = [
  'drop table supply.hold_policy',
  'drop policy lapse on supply.stock_ledger',
  'drop table supply.stock_hold',
  'create index stock_ledger_row on supply.stock_ledger (org_id, offer_id, location)',
  'drop index supply.stock_ledger_newest',
  'alter table supply.stock_ledger drop column member_id, drop column note, drop column reason',
  'alter table supply.stock_ledger drop constraint stock_ledger_kind_check',
  `alter table supply.stock_ledger add constraint stock_ledger_kind_check check (kind in ('RESERVE', 'RELEASE', 'CONSUME')) not valid`,
  'revoke update (as_of, source) on supply.stock from entrepot_definer',
  'alter table supply.stock drop constraint stock_source_check',
  `alter table supply.stock add constraint stock_source_check check (source in ('FILE', 'API', 'MANUAL')) not valid`,
];

/** Stock held for a time by a basket, a quote, an approval or by name; how long is the supplier's rule. */
export class HoldStock2026112205110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
