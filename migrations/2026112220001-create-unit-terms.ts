import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, bounded, sql, wall } from './support.js';

// The offer's own predicate over copies of its columns, as for stock.
const visible = `audience is null or org_id = ${ACTING} or (org_id, audience) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING}
  and (m.until is null or m.until >= (transaction_timestamp() at time zone 'UTC')::date))`;
const days = (column: string, least: number): string => `${column} between ${least} and 730`;

/** What an offer says of its core, when it is sold in exchange, and of repairs. */
export class CreateUnitTerms2026112220001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [...tables, ...follows('exchange_terms'), ...follows('repair_terms')]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(
      queryRunner,
      ['repair_terms', 'exchange_terms'].flatMap((table) => [
        `drop trigger ${table}_follow_audience on supply.offer`,
        `drop function supply.${table}_follow_audience()`,
        `drop table supply.${table}`,
      ]),
    );
  }
}

const tables: readonly (string | string[])[] = [
  // The price of the offer is the exchange fee; the core is what the buyer owes besides.
  `create table supply.exchange_terms (
    org_id uuid not null, offer_id uuid not null, audience uuid, currency text not null check (currency ~ '^[A-Z]{3}$'),
    core_value numeric not null check (core_value > 0), deposit numeric not null default 0 check (deposit >= 0),
    outright_price numeric check (outright_price > 0), billed_at text not null default 'CORE_VALUE' check (billed_at in ('CORE_VALUE', 'OUTRIGHT')),
    core_days smallint not null check (${days('core_days', 1)}), day_kind text not null check (day_kind in ('CALENDAR', 'WORKING')),
    late_fee numeric not null default 0 check (late_fee >= 0), late_days smallint not null default 7 check (${days('late_days', 1)}),
    late_fees_max smallint not null default 52 check (late_fees_max between 0 and 52),
    bill_days smallint check (${days('bill_days', 0)}), replace_days smallint not null default 0 check (${days('replace_days', 0)}),
    version integer not null default 1, check (billed_at <> 'OUTRIGHT' or outright_price is not null),
    check (${bounded('core_value', 'deposit', 'outright_price', 'late_fee')}),
    primary key (org_id, offer_id), foreign key (org_id, offer_id) references supply.offer)`,
  wall(
    'market',
    'supply.exchange_terms',
    'An offer that is sold in exchange: what its core is worth, when it is due, what a late or bad one costs.',
    {
      visible,
    },
  ),
  `create table supply.repair_terms (
    org_id uuid not null, offer_id uuid not null, audience uuid, currency text not null check (currency ~ '^[A-Z]{3}$'),
    pricing text not null check (pricing in ('QUOTE', 'FIXED')), price numeric check (price > 0), evaluation_fee numeric not null default 0 check (evaluation_fee >= 0),
    quote_days smallint not null check (${days('quote_days', 1)}), approve_days smallint not null check (${days('approve_days', 1)}),
    turn_days smallint not null check (${days('turn_days', 1)}), day_kind text not null check (day_kind in ('CALENDAR', 'WORKING')),
    version integer not null default 1, check ((pricing = 'FIXED') = (price is not null)), check (${bounded('price', 'evaluation_fee')}),
    primary key (org_id, offer_id), foreign key (org_id, offer_id) references supply.offer)`,
  wall(
    'market',
    'supply.repair_terms',
    'An offer whose supplier repairs such units too: at a fixed price or by quote, and how long it takes.',
    {
      visible,
    },
  ),
];

function follows(table: string): string[] {
  return [
    `create function supply.${table}_follow_audience() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       update supply.${table} t set audience = new.audience where t.org_id = new.org_id and t.offer_id = new.id;
       return null;
     end $$`,
    `create trigger ${table}_follow_audience after update of audience on supply.offer for each row
      when (old.audience is distinct from new.audience) execute function supply.${table}_follow_audience()`,
  ];
}
