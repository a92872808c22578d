import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, sql, wall } from './support.js';

/** Where an organisation takes, pays and stores, and with whom it trades on which tolerances. */
export class CreateSitesAndPartnerships2026112102003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `create table organizations.site (
        org_id uuid not null references organizations.organization,
        id uuid not null,
        code text collate "C" not null check (char_length(code) between 1 and 40),
        name text not null check (char_length(name) between 1 and 200),
        kinds text[] not null check (kinds <@ array['SHIP_TO', 'BILL_TO', 'WAREHOUSE'] and cardinality(kinds) between 1 and 3),
        address jsonb not null,
        gln text check (gln ~ '^[0-9]{13}$'),
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'RETIRED')),
        version integer not null default 1,
        primary key (org_id, id),
        unique (org_id, code))`,
      ...wall('private', 'organizations.site', 'An address of an organisation; orders carry a snapshot of it.', {
        app: 'insert, update (code, name, kinds, address, gln, status, version)',
      }),

      `create table organizations.partnership (
        org_id uuid not null references organizations.organization,
        counterparty_id uuid not null references organizations.organization,
        status text not null check (status in ('PROPOSED', 'ACTIVE', 'SUSPENDED', 'ENDED')),
        proposed_by uuid not null,
        suspended_by uuid,
        account_number text check (char_length(account_number) between 1 and 60),
        payment_terms text check (char_length(payment_terms) between 1 and 200),
        delivery_terms jsonb,
        created_at timestamptz not null default transaction_timestamp(),
        changed_at timestamptz not null default transaction_timestamp(),
        version integer not null default 1,
        primary key (org_id, counterparty_id),
        check (org_id <> counterparty_id),
        check (proposed_by in (org_id, counterparty_id)),
        check ((status = 'SUSPENDED') = (suspended_by is not null)),
        check (suspended_by in (org_id, counterparty_id)))`,
      `create index partnership_counterparty on organizations.partnership (counterparty_id, org_id)`,
      ...wall(
        'two-party',
        'organizations.partnership',
        'A buyer (owner) trades with a supplier (counterparty); written by definer functions, for either side.',
        { app: '' },
      ),
      `grant insert, update (status, proposed_by, suspended_by, account_number, payment_terms, delivery_terms, changed_at, version) on organizations.partnership to entrepot_definer`,
      `create policy propose on organizations.partnership for insert to entrepot_definer with check (org_id = ${ACTING} or counterparty_id = ${ACTING})`,
      `create policy answer on organizations.partnership for update to entrepot_definer
        using (org_id = ${ACTING} or counterparty_id = ${ACTING}) with check (org_id = ${ACTING} or counterparty_id = ${ACTING})`,

      `create table organizations.partnership_tolerance (
        org_id uuid not null,
        counterparty_id uuid not null,
        price_percent numeric check (price_percent between 0 and 100 and scale(price_percent) <= 10),
        price_absolute numeric check (price_absolute >= 0 and price_absolute < 1e13 and scale(price_absolute) <= 10),
        currency text check (currency ~ '^[A-Z]{3}$'),
        quantity_percent numeric check (quantity_percent between 0 and 100 and scale(quantity_percent) <= 10),
        days_early integer check (days_early between 0 and 365),
        days_late integer check (days_late between 0 and 365),
        pack_rounding boolean not null default false,
        version integer not null default 1,
        primary key (org_id, counterparty_id),
        foreign key (org_id, counterparty_id) references organizations.partnership,
        check ((price_absolute is null) = (currency is null)))`,
      ...wall(
        'private',
        'organizations.partnership_tolerance',
        'What a buyer lets pass without asking; the supplier never sees it.',
        {
          app: 'insert, update (price_percent, price_absolute, currency, quantity_percent, days_early, days_late, pack_rounding, version)',
        },
      ),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(
      queryRunner,
      ['partnership_tolerance', 'partnership', 'site'].map((table) => `drop table organizations.${table}`),
    );
  }
}
