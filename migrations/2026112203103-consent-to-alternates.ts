import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql, wall } from './support.js';

const levels = `('NONE', 'TWO_WAY', 'ONE_WAY', 'QUALIFIED')`;

/** What a buyer lets a supplier put in the place of a part: said on the basket line, kept with the order line, changed by the buyer alone. */
export class ConsentToAlternates2026112203103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `alter table procurement.basket_line add column alternates_consent text collate "C" not null default 'NONE' check (alternates_consent in ${levels})`,
      'grant update (alternates_consent) on procurement.basket_line to entrepot_app',
      `create table procurement.alternates_consent (
         org_id uuid not null, order_id uuid not null, line_id uuid not null, counterparty_id uuid not null,
         level text collate "C" not null check (level in ${levels}), given_by jsonb not null, given_at timestamptz not null default transaction_timestamp(),
         primary key (org_id, order_id, line_id), foreign key (org_id, order_id, line_id) references procurement.order_line,
         foreign key (org_id, order_id, counterparty_id) references procurement.purchase_order (org_id, id, counterparty_id))`,
      'create index alternates_consent_order on procurement.alternates_consent (org_id, order_id, counterparty_id)',
      'create index alternates_consent_counterparty on procurement.alternates_consent (counterparty_id, order_id)',
      wall(
        'two-party',
        'procurement.alternates_consent',
        'How far the buyer (owner) lets the supplier (counterparty) substitute the part of an order line; no row means not at all.',
        { app: 'insert, update (level, given_by, given_at)' },
      ),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop table procurement.alternates_consent',
      'alter table procurement.basket_line drop column alternates_consent',
    ]);
  }
}
