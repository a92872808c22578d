import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql, wall } from './support.js';

const up: readonly (string | string[])[] = [
  'create extension if not exists btree_gist with schema public',
  `create table supply.agreement (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    counterparty_id uuid not null references organizations.organization, number text collate "C" not null check (length(number) between 1 and 60),
    currency text collate "C" not null check (length(currency) = 3), valid_from date not null, valid_to date not null,
    pricing_date text collate "C" not null default 'ORDER' check (pricing_date in ('ORDER', 'DELIVERY')),
    signed_by jsonb not null, signed_at timestamptz not null default transaction_timestamp(),
    primary key (org_id, id), unique (org_id, number), unique (org_id, id, counterparty_id),
    check (org_id <> counterparty_id), check (valid_from <= valid_to))`,
  'create index agreement_counterparty on supply.agreement (counterparty_id, org_id)',
  wall(
    'two-party',
    'supply.agreement',
    'Prices a supplier (owner) has agreed with a buyer (counterparty) for a time; never changed after it is signed.',
  ),

  // Currency, period and pricing date repeat the agreement's, so that the hot read finds a price by one index probe.
  // An item's price counts in price_unit; the offer's factor leads there, and an offer that changes its price unit loses the hit.
  `create table supply.agreement_price (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), agreement_id uuid not null, counterparty_id uuid not null,
    offer_id uuid, category text collate "C" check (length(category) between 1 and 120),
    price numeric check (price >= 0 and price < 1e13 and scale(price) <= 10), break_from numeric[], break_price numeric[],
    basis numeric check (basis > 0 and basis < 1e13 and scale(basis) <= 10), price_unit text collate "C",
    discount_percent numeric check (discount_percent >= 0 and discount_percent <= 100 and scale(discount_percent) <= 4),
    currency text collate "C" not null check (length(currency) = 3), valid_from date not null, valid_to date not null,
    pricing_date text collate "C" not null check (pricing_date in ('ORDER', 'DELIVERY')),
    primary key (org_id, id), foreign key (org_id, agreement_id, counterparty_id) references supply.agreement (org_id, id, counterparty_id),
    foreign key (org_id, offer_id) references supply.offer,
    check (case when category is null then offer_id is not null and discount_percent is null and basis is not null and price_unit is not null
        and (price is not null or cardinality(break_from) > 0) and cardinality(break_from) is not distinct from cardinality(break_price)
      else offer_id is null and discount_percent is not null and price is null and break_from is null end),
    constraint agreement_price_offer_once exclude using gist (org_id with =, counterparty_id with =, offer_id with =, daterange(valid_from, valid_to, '[]') with &&),
    constraint agreement_price_category_once exclude using gist (org_id with =, counterparty_id with =, category with =, daterange(valid_from, valid_to, '[]') with &&))`,
  'create index agreement_price_agreement on supply.agreement_price (org_id, agreement_id, counterparty_id)',
  'create index agreement_price_item on supply.agreement_price (org_id, offer_id)',
  'create index agreement_price_offer on supply.agreement_price (counterparty_id, offer_id, valid_from) where offer_id is not null',
  'create index agreement_price_category on supply.agreement_price (counterparty_id, org_id, category, valid_from) where category is not null',
  wall(
    'two-party',
    'supply.agreement_price',
    'One term of an agreement: the price of an offer, or a discount on a category of the supplier.',
  ),
];

const down: readonly string[] = [
  'drop table supply.agreement_price',
  'drop table supply.agreement',
  'drop extension if exists btree_gist',
];

/** Agreements and their prices. Two terms for the same thing never hold on the same day: the table itself refuses. */
export class CreateAgreement2026112105020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
