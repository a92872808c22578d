import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bounded, sql, wall } from './support.js';

/** What a buyer's member gathers before ordering. The supplier sees none of it. */
export class CreateBaskets2026112106001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, [
      `create table procurement.basket (
         org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
         owner_id uuid not null, name text not null check (char_length(name) between 1 and 80),
         version integer not null default 1, created_at timestamptz not null default transaction_timestamp(),
         changed_at timestamptz not null default transaction_timestamp(),
         primary key (org_id, id), unique (org_id, owner_id, name))`,
      wall('private', 'procurement.basket', 'A named basket of one member or key; version counts its edits.', {
        app: 'insert (org_id, id, owner_id, name), update (name, version, changed_at), delete',
      }),
      `create table procurement.basket_line (
         org_id uuid not null, basket_id uuid not null, id uuid not null default platform.uuid_v7(), position integer not null,
         supplier_id uuid not null, offer_id uuid not null, part_id uuid not null references catalog.part,
         quantity numeric not null check (quantity > 0 and ${bounded('quantity')}),
         seen_amount numeric not null check (seen_amount >= 0 and ${bounded('seen_amount')}), seen_currency text not null check (seen_currency ~ '^[A-Z]{3}$'),
         seen_basis numeric not null check (seen_basis > 0 and ${bounded('seen_basis')}), seen_unit text not null,
         seen_order_unit text not null, seen_factor_num numeric not null check (seen_factor_num > 0), seen_factor_den numeric not null check (seen_factor_den > 0),
         need_by date, note text check (char_length(note) <= 500), ncnr_accepted boolean not null default false,
         added_at timestamptz not null default transaction_timestamp(),
         primary key (org_id, id), unique (org_id, basket_id, supplier_id, offer_id),
         foreign key (org_id, basket_id) references procurement.basket on delete cascade,
         foreign key (supplier_id, offer_id) references supply.offer)`,
      'create index basket_line_basket on procurement.basket_line (org_id, basket_id, position)',
      'create index basket_line_offer on procurement.basket_line (org_id, supplier_id, offer_id)',
      'create index basket_line_part on procurement.basket_line (org_id, part_id)',
      wall('private', 'procurement.basket_line', 'One offer in a basket, with the quantity wanted and the price that was seen.', {
        app: 'insert, update (quantity, seen_amount, seen_currency, seen_basis, seen_unit, seen_order_unit, seen_factor_num, seen_factor_den, need_by, note, ncnr_accepted), delete',
        guard: 'exists (select from supply.offer o where o.org_id = basket_line.supplier_id and o.id = basket_line.offer_id)',
      }),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await sql(queryRunner, ['drop table procurement.basket_line', 'drop table procurement.basket']);
  }
}
