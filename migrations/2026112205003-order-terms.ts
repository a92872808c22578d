import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewrite, sql } from './support.js';

const placed: readonly (readonly [string, string])[] = [
  ['multiple, ncnr, returnable_days, lead_days', 'multiple, ncnr, cancel_days, price_type, returnable_days, lead_days'],
  ['l.multiple, l.ncnr, l."returnableDays"', 'l.multiple, l.ncnr, l."cancelDays", l."priceType", l."returnableDays"'],
  ['ncnr boolean, "returnableDays" integer', 'ncnr boolean, "cancelDays" integer, "priceType" text, "returnableDays" integer'],
];

/** What an order line keeps of the offer's terms: how long it may be cancelled, and whether its price was firm. */
export class OrderTerms2026112205003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      `alter table procurement.order_line add column cancel_days integer check (cancel_days >= 0), add column price_type text collate "C" check (price_type in ('BUDGET'))`,
      'grant insert (cancel_days, price_type) on procurement.order_line to entrepot_app',
      'alter table procurement.basket_line add column budget_accepted boolean not null default false',
      'grant update (budget_accepted) on procurement.basket_line to entrepot_app',
    ]);
    await rewrite(runner, 'procurement.place_orders', placed);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(
      runner,
      'procurement.place_orders',
      placed.map(([from, to]) => [to, from] as const),
    );
    await sql(runner, [
      'alter table procurement.basket_line drop column budget_accepted',
      'alter table procurement.order_line drop column cancel_days, drop column price_type',
    ]);
  }
}
