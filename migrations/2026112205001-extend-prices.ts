import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, sql, wall } from './support.js';

const decimal = (column: string) => `check (${column} >= 0 and scale(${column}) <= 10 and ${column} < 1e13)`;
const percent = (column: string) => `check (${column} >= 0 and ${column} <= 100 and scale(${column}) <= 4)`;

// Null means what always held: firm, breaks in order units, of one line alone, cancellable until the day before despatch.
const offerTerms = ['offer', 'staged_row'].map(
  (table) => `alter table supply.${table} add column price_type text collate "C", add column held_until date,
    add column break_unit text collate "C", add column break_scope text collate "C", add column cancel_days integer`,
);

const up: readonly (string | string[])[] = [
  ...offerTerms,
  `alter table supply.offer add check (price_type in ('BUDGET', 'QUOTE')), add check (break_unit = 'PRICE'), add check (break_scope = 'ORDER'), add check (cancel_days >= 0)`,

  // Versions of an agreement share its number; the earlier one ends the day before the later begins.
  'alter table supply.agreement drop constraint agreement_org_id_number_key',
  `alter table supply.agreement add column version integer not null default 1 check (version > 0), add unique (org_id, number, version),
    add column payment_terms text check (length(payment_terms) <= 200),
    add column incoterm text collate "C" check (length(incoterm) = 3), add column incoterm_edition smallint check (incoterm_edition between 1936 and 2100),
    add column incoterm_place text check (length(incoterm_place) between 1 and 120), add column best_price boolean not null default false,
    add column ended_at timestamptz, add column ended_by jsonb, add column end_reason text check (length(end_reason) <= 500),
    add check (num_nulls(incoterm, incoterm_edition, incoterm_place) in (0, 3)), add check (num_nulls(ended_at, ended_by, end_reason) in (0, 3))`,
  `comment on table supply.agreement is 'wall: two-party. Prices a supplier (owner) has agreed with a buyer (counterparty) for a time; after it is signed only its last day is brought forward.'`,
  `alter table supply.agreement_price add column break_mode text collate "C" not null default 'WHOLE' check (break_mode in ('WHOLE', 'GRADUATED')),
    add column break_unit text collate "C" not null default 'ORDER' check (break_unit in ('ORDER', 'PRICE')),
    add column break_scope text collate "C" not null default 'LINE' check (break_scope in ('LINE', 'ORDER')), add column best boolean not null default false`,
  ...['agreement', 'agreement_price'].flatMap((table) => [
    `alter table supply.${table} drop constraint ${table}_pricing_date_check, add constraint ${table}_pricing_date_check check (pricing_date in ('ORDER', 'DELIVERY', 'DESPATCH'))`,
    `create policy owner_update on supply.${table} for update to entrepot_app using (org_id = ${ACTING}) with check (org_id = ${ACTING})`,
  ]),
  'grant update (valid_to, ended_at, ended_by, end_reason) on supply.agreement to entrepot_app',
  'grant update (valid_to) on supply.agreement_price to entrepot_app',

  // What switches the probes of the hot read on: a supplier without a row has the plain sequence and none of the rules.
  `create table supply.pricing_policy (
    org_id uuid primary key references organizations.organization,
    sequence text[] not null default '{ITEM,GROUP,MATRIX,LIST}', matrix boolean not null default false, charges boolean not null default false,
    item_at smallint generated always as (array_position(sequence, 'ITEM')) stored, group_at smallint generated always as (array_position(sequence, 'GROUP')) stored,
    matrix_at smallint generated always as (array_position(sequence, 'MATRIX')) stored, list_at smallint generated always as (array_position(sequence, 'LIST')) stored,
    version integer not null default 1, updated_at timestamptz not null default transaction_timestamp(),
    check (cardinality(sequence) between 1 and 4 and sequence <@ '{ITEM,GROUP,MATRIX,LIST}'),
    check (cardinality(sequence) = num_nonnulls(array_position(sequence, 'ITEM'), array_position(sequence, 'GROUP'), array_position(sequence, 'MATRIX'), array_position(sequence, 'LIST'))),
    check (array_position(sequence, 'LIST') is null or array_position(sequence, 'LIST') = cardinality(sequence)))`,
  wall(
    'market',
    'supply.pricing_policy',
    'In which order the sources of a price are asked of a supplier, and which kinds of rules he has.',
    { visible: 'true' },
  ),

  `create table supply.customer_category (
    org_id uuid not null references organizations.organization, counterparty_id uuid not null references organizations.organization,
    category text collate "C" not null check (length(category) between 1 and 40), primary key (org_id, counterparty_id), check (org_id <> counterparty_id))`,
  'create index customer_category_counterparty on supply.customer_category (counterparty_id, org_id)',
  wall(
    'two-party',
    'supply.customer_category',
    'The one category of customers that a supplier (owner) counts a buyer (counterparty) among.',
    { app: 'insert, update, delete' },
  ),

  `create table supply.discount_rule (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    customer_category text collate "C" not null check (length(customer_category) between 1 and 40),
    product_category text collate "C" not null check (length(product_category) between 1 and 120),
    discount_percent numeric not null ${percent('discount_percent')}, valid_from date not null, valid_to date not null, check (valid_from <= valid_to),
    primary key (org_id, id),
    constraint discount_rule_once exclude using gist (org_id with =, customer_category with =, product_category with =, daterange(valid_from, valid_to, '[]') with &&))`,
  'create index discount_rule_category on supply.discount_rule (org_id, product_category, customer_category, valid_from)',
  wall(
    'market',
    'supply.discount_rule',
    'One row of a discount matrix: a category of customers, a category of goods, a time, a percentage off breaks and list price.',
    {
      visible: `(org_id, customer_category) in (select c.org_id, c.category from supply.customer_category c where c.counterparty_id = ${ACTING})`,
    },
  ),

  `create table supply.charge_rule (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    code text collate "C" not null check (length(code) between 1 and 40), per text collate "C" not null check (per in ('LINE', 'ORDER', 'PACKAGE')),
    applies text collate "C" not null check (applies in ('ALWAYS', 'HAZMAT', 'ON_REQUEST', 'ORDER_BELOW')),
    amount numeric not null ${decimal('amount')}, currency text collate "C" not null check (length(currency) = 3),
    below numeric check (below > 0 and scale(below) <= 10 and below < 1e13), category text collate "C" check (length(category) between 1 and 120),
    valid_from date not null, valid_to date not null, check (valid_from <= valid_to), primary key (org_id, id),
    check ((applies = 'ORDER_BELOW') = (below is not null)), check (applies <> 'ORDER_BELOW' or per = 'ORDER' and category is null),
    constraint charge_rule_once exclude using gist (org_id with =, code with =, currency with =, (coalesce(category, '')) with =, daterange(valid_from, valid_to, '[]') with &&))`,
  wall(
    'market',
    'supply.charge_rule',
    'A charge of a supplier beside his prices: on all goods or a category, always or under a condition.',
    { visible: 'true' },
  ),

  // Own rates have their owner on both sides, so that one wall serves them and those that two parties agreed on.
  `create table supply.exchange_rate (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    counterparty_id uuid not null references organizations.organization,
    kind text collate "C" not null check (kind in ('CONTRACT', 'DAY', 'FROZEN')), from_currency text collate "C" not null check (length(from_currency) = 3),
    to_currency text collate "C" not null check (length(to_currency) = 3), rate numeric not null check (rate > 0 and scale(rate) <= 10 and rate < 1e13),
    source text not null check (length(source) between 1 and 120), valid_from date not null, valid_to date,
    recorded_at timestamptz not null default transaction_timestamp(), primary key (org_id, id), check (from_currency <> to_currency),
    check ((kind = 'CONTRACT') = (org_id <> counterparty_id)), check ((kind = 'DAY') = (valid_to is null)), check (valid_from <= valid_to),
    constraint exchange_rate_once exclude using gist (org_id with =, counterparty_id with =, kind with =, from_currency with =, to_currency with =,
      daterange(valid_from, valid_to, '[]') with &&) where (kind <> 'DAY'))`,
  `create unique index exchange_rate_day on supply.exchange_rate (org_id, from_currency, to_currency, valid_from) where kind = 'DAY'`,
  'create index exchange_rate_parties on supply.exchange_rate (counterparty_id, org_id, from_currency, to_currency, valid_from)',
  wall(
    'two-party',
    'supply.exchange_rate',
    'A rate for showing prices in another currency: what 1 of the first is in the second; agreed with a partner, of a day, or frozen for a time.',
    { app: 'insert, update (rate, source, recorded_at), delete' },
  ),
];

const down: readonly string[] = [
  ...['exchange_rate', 'charge_rule', 'discount_rule', 'customer_category', 'pricing_policy'].map(
    (table) => `drop table supply.${table}`,
  ),
  'revoke update (valid_to) on supply.agreement_price from entrepot_app',
  'revoke update (valid_to, ended_at, ended_by, end_reason) on supply.agreement from entrepot_app',
  ...['agreement', 'agreement_price'].flatMap((table) => [
    `drop policy owner_update on supply.${table}`,
    `alter table supply.${table} drop constraint ${table}_pricing_date_check, add constraint ${table}_pricing_date_check check (pricing_date in ('ORDER', 'DELIVERY'))`,
  ]),
  'alter table supply.agreement_price drop column break_mode, drop column break_unit, drop column break_scope, drop column best',
  `comment on table supply.agreement is 'wall: two-party. Prices a supplier (owner) has agreed with a buyer (counterparty) for a time; never changed after it is signed.'`,
  ...[
    'version',
    'payment_terms',
    'incoterm',
    'incoterm_edition',
    'incoterm_place',
    'best_price',
    'ended_at',
    'ended_by',
    'end_reason',
  ].map((column) => `alter table supply.agreement drop column ${column} cascade`),
  'alter table supply.agreement add unique (org_id, number)',
  ...['offer', 'staged_row'].map(
    (table) =>
      `alter table supply.${table} drop column price_type, drop column held_until, drop column break_unit, drop column break_scope, drop column cancel_days`,
  ),
];

/** Price types and the meaning of breaks; versions, terms and ends of agreements; access sequence, discount matrix, charges, exchange rates. */
export class ExtendPrices2026112205001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
