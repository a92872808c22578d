import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, sql, wall } from './support.js';

const decimal = (column: string) => `check (${column} >= 0 and scale(${column}) <= 10 and ${column} < 1e13)`;
const positive = (column: string) => `check (${column} > 0 and scale(${column}) <= 10 and ${column} < 1e13)`;

// Public, one's own, or meant for a group that the acting organisation belongs to.
const visible = {
  visible: `audience is null or org_id = ${ACTING} or (org_id, audience) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING})`,
};

// What an offer says, in the file, in staging and in the market alike: one list, so that the three never drift apart.
const content = `
    name text, order_unit text collate "C", raw_order_unit text, content_unit text collate "C",
    content_per_order_unit numeric ${positive('content_per_order_unit')},
    price_unit text collate "C", price_factor_num numeric ${positive('price_factor_num')}, price_factor_den numeric ${positive('price_factor_den')},
    list_price numeric ${decimal('list_price')}, currency text collate "C" check (length(currency) = 3), basis numeric ${positive('basis')},
    break_mode text not null default 'WHOLE' check (break_mode in ('WHOLE', 'GRADUATED')),
    audience uuid, category text collate "C", minimum numeric ${positive('minimum')}, multiple numeric ${positive('multiple')},
    lead_days integer check (lead_days >= 0), lead_kind text check (lead_kind in ('CALENDAR', 'WORKING')),
    charges jsonb, ncnr boolean, returnable_days integer check (returnable_days >= 0), condition text collate "C", approval_basis text collate "C",
    country_of_origin text collate "C" check (length(country_of_origin) = 2), valid_from date, valid_to date, details jsonb`;

// Staging takes what the row checks let through; the offer's own constraints are the second look.
const staged = content.replaceAll(/ not null default 'WHOLE'| check \((?:[^()]|\([^()]*\))*\)/g, '');

const up: readonly string[] = [
  `create table supply.audience_member (
    org_id uuid not null references organizations.organization, audience uuid not null,
    counterparty_id uuid not null references organizations.organization, primary key (org_id, audience, counterparty_id))`,
  'create index audience_member_counterparty on supply.audience_member (counterparty_id, audience)',
  ...wall(
    'two-party',
    'supply.audience_member',
    'A supplier (owner) lets a buyer (counterparty) see the offers of one of its groups.',
    { app: 'insert, delete' },
  ),

  `create table supply.catalogue (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    name text not null check (length(name) between 1 and 120), currency text collate "C" not null check (length(currency) = 3),
    maker_rule text not null default 'FILE' check (maker_rule in ('FILE', 'OWN', 'FIXED')), maker_code text collate "C", maker_name text,
    audience uuid, mapping jsonb, mapping_headers_hash text,
    withdraw_percent_max numeric not null default 5 check (withdraw_percent_max between 0 and 100),
    version integer not null default 0, sequence integer not null default 0, revision integer not null default 1,
    created_at timestamptz not null default transaction_timestamp(),
    primary key (org_id, id), unique (org_id, name), check ((maker_rule = 'FIXED') = (maker_code is not null)))`,
  ...wall('private', 'supply.catalogue', 'Catalogue of a supplier: scope of its loads, and how its files are read.'),

  `create table supply.upload (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), catalogue_id uuid,
    kind text not null check (kind in ('CATALOGUE', 'PRICES', 'STOCK')),
    file_name text not null check (length(file_name) between 1 and 255), format text, bytes bigint not null check (bytes >= 0), sha256 text collate "C" not null,
    load_mode text check (load_mode in ('FULL', 'DELTA')), complete boolean not null default false, prev_version integer,
    state text not null default 'QUARANTINED' check (state in
      ('QUARANTINED', 'PARSING', 'STAGED', 'BLOCKED', 'NEEDS_CONFIRMATION', 'PUBLISHING', 'PUBLISHED', 'FAILED', 'DISCARDED')),
    progress jsonb not null default '{}', counts jsonb, reasons jsonb, mapping jsonb, error jsonb,
    based_on_version integer, publication_version integer, staged_rows integer not null default 0,
    created_by jsonb not null default '{}', created_at timestamptz not null default transaction_timestamp(), updated_at timestamptz not null default transaction_timestamp(),
    version integer not null default 1,
    primary key (org_id, id), foreign key (org_id, catalogue_id) references supply.catalogue, check (kind <> 'CATALOGUE' or catalogue_id is not null))`,
  'create index upload_catalogue on supply.upload (org_id, catalogue_id, id)',
  ...wall('private', 'supply.upload', 'One file of a supplier on its way from quarantine to publication.', {
    jobs: 'select (org_id, id, state, updated_at)',
  }),

  // Staging survives no crash of the database and needs none: the file is still there. No WAL, one key in arrival order.
  `create unlogged table supply.staged_row (
    org_id uuid not null, upload_id uuid not null, row_no integer not null, line integer not null,
    action text not null check (action in ('PUT', 'ADD', 'CHANGE', 'DELETE', 'PRICE')), refused boolean not null default false,
    supplier_part text collate "C", maker text collate "C", maker_name text, part_number text collate "C",${staged},
    break_from numeric[], break_price numeric[], stock_location text[], stock_quantity numeric[], stock_as_of timestamptz, said jsonb,
    primary key (org_id, upload_id, row_no))`,
  ...wall('private', 'supply.staged_row', 'Rows of an upload as read, before anybody else may see them.', { definer: 'select' }),

  `create unlogged table supply.staged_change (
    org_id uuid not null, upload_id uuid not null, change text not null check (change in ('NEW', 'CHANGED', 'WITHDRAWN')),
    supplier_part text collate "C" not null, row_no integer, offer_id uuid, digest bytea,
    primary key (org_id, upload_id, change, supplier_part))`,
  ...wall(
    'private',
    'supply.staged_change',
    'What publishing an upload would change; rows of the upload that are not here change nothing.',
    { definer: 'select' },
  ),

  `create unlogged table supply.staged_category (
    org_id uuid not null, upload_id uuid not null, supplier_part text collate "C" not null, category text collate "C" not null,
    primary key (org_id, upload_id, supplier_part, category))`,
  ...wall('private', 'supply.staged_category', 'Groups of parts as a file names them after its rows.'),

  `create table supply.row_problem (
    org_id uuid not null, upload_id uuid not null, line integer not null, id uuid not null default platform.uuid_v7(),
    column_name text, supplier_part text collate "C", code text collate "C" not null, facts jsonb not null default '{}', message text,
    severity text not null check (severity in ('ERROR', 'WARNING', 'INFO')), raw jsonb,
    primary key (org_id, upload_id, line, id), foreign key (org_id, upload_id) references supply.upload on delete cascade)`,
  ...wall(
    'private',
    'supply.row_problem',
    'What is wrong with a row of an upload: line, column, code and the facts for its sentence.',
  ),

  `create table supply.publication (
    org_id uuid not null, catalogue_id uuid not null, version integer not null check (version > 0), upload_id uuid,
    kind text not null check (kind in ('PUBLISH', 'ROLLBACK')), rolled_back_to integer, counts jsonb not null,
    published_at timestamptz not null default transaction_timestamp(), published_by jsonb not null default '{}',
    primary key (org_id, catalogue_id, version), foreign key (org_id, catalogue_id) references supply.catalogue,
    foreign key (org_id, upload_id) references supply.upload, check ((kind = 'ROLLBACK') = (rolled_back_to is not null)))`,
  'create index publication_upload on supply.publication (org_id, upload_id)',
  ...wall('private', 'supply.publication', 'Versions of a catalogue; never changed after they are written.', { app: 'insert' }),

  // list_price is null when the breaks are the whole truth: then there is no price below the smallest one (trade-rules 3).
  // Neither breaks nor list price: a price on request, which cannot be ordered.
  // price_factor: price units in one order unit; a line is quantity * num / den / basis * price, rounded once.
  `create table supply.offer (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), catalogue_id uuid not null, part_id uuid not null references catalog.part,
    supplier_part text collate "C" not null check (length(supplier_part) between 1 and 70),${content},
    break_count smallint not null default 0, status text not null default 'ACTIVE' check (status in ('ACTIVE', 'WITHDRAWN')),
    digest bytea not null, from_version integer not null,
    primary key (org_id, id), unique (org_id, catalogue_id, supplier_part), foreign key (org_id, catalogue_id) references supply.catalogue) with (fillfactor = 90)`,
  ...[
    'name',
    'order_unit',
    'price_unit',
    'price_factor_num',
    'price_factor_den',
    'currency',
    'basis',
    'minimum',
    'multiple',
    'ncnr',
  ].map((column) => `alter table supply.offer alter column ${column} set not null`),
  'create index offer_part on supply.offer (part_id)',
  'create index offer_id on supply.offer (id)',
  'create index offer_supplier_part on supply.offer (org_id, supplier_part)',
  ...wall(
    'market',
    'supply.offer',
    'What a supplier sells of a part; the newest published state. Withdrawn offers stay, they are not orderable.',
    visible,
  ),

  `create table supply.offer_history (
    org_id uuid not null, catalogue_id uuid not null, offer_id uuid not null, from_version integer not null, to_version integer not null,
    row jsonb not null, primary key (org_id, catalogue_id, offer_id, from_version),
    foreign key (org_id, offer_id) references supply.offer, check (to_version >= from_version))`,
  'create index offer_history_offer on supply.offer_history (org_id, offer_id)',
  ...wall(
    'private',
    'supply.offer_history',
    'Earlier states of an offer with the versions they held in, both ends included; never changed.',
    { app: 'insert' },
  ),

  `create table supply.price_break (
    org_id uuid not null, offer_id uuid not null, from_quantity numeric not null ${positive('from_quantity')}, price numeric not null ${decimal('price')}, audience uuid,
    primary key (org_id, offer_id, from_quantity), foreign key (org_id, offer_id) references supply.offer)`,
  'create index price_break_offer on supply.price_break (offer_id, from_quantity)',
  ...wall(
    'market',
    'supply.price_break',
    'Price of an offer from a quantity of order units on, in the currency and basis of the offer.',
    visible,
  ),
];

const tables = [
  'price_break',
  'offer_history',
  'offer',
  'publication',
  'row_problem',
  'staged_category',
  'staged_change',
  'staged_row',
  'upload',
  'catalogue',
  'audience_member',
];

/** Tables of the publication half of supply: catalogues, uploads, staging, versions, offers. */
export class CreateOffer2026112104001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table supply.${table}`);
  }
}
