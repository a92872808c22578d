import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

/**
 * What a foreign key promises, asked once a statement and not once a row: a load of a hundred thousand offers has four
 * hundred thousand references, and each key check is a query and a lock. Nothing on the other side is ever deleted, which the
 * missing rights to do so now say, so no lock is needed. Always probes of a key: a plan kept from a small statement must serve a load, and
 * one kept from a load a single row.
 */
const required = (
  name: string,
  missing: string,
  says: string,
) => `create function supply.${name}() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_material = off as $$
  begin
    if exists (${missing}) then raise exception using errcode = '23503', message = '${says}', schema = tg_table_schema, table = tg_table_name; end if;
    return null;
  end $$`;

const trigger = (table: string, event: 'insert' | 'update', check: string) =>
  `create trigger ${check}_on_${event} after ${event} on supply.${table} referencing new table as written for each statement execute function supply.${check}()`;

const unanswered = 'select from written w where not exists';

const up: readonly string[] = [
  required(
    'require_part',
    `${unanswered} (select from catalog.part p where p.id = w.part_id)`,
    'an offer needs a part that exists',
  ),
  required(
    'require_catalogue',
    `select from (select distinct org_id, catalogue_id from written) w where not exists (select from supply.catalogue c where c.org_id = w.org_id and c.id = w.catalogue_id)`,
    'an offer needs a catalogue of its supplier',
  ),
  required(
    'require_offer',
    `${unanswered} (select from supply.offer o where o.org_id = w.org_id and o.id = w.offer_id)`,
    'a price or a stock needs an offer of its supplier',
  ),
  'alter table supply.offer drop constraint offer_part_id_fkey, drop constraint offer_org_id_catalogue_id_fkey',
  'alter table supply.price_break drop constraint price_break_org_id_offer_id_fkey',
  'alter table supply.stock drop constraint stock_org_id_offer_id_fkey',
  'revoke delete on supply.offer, supply.catalogue from entrepot_app',
  'revoke update on supply.price_break from entrepot_app',
  trigger('offer', 'insert', 'require_part'),
  trigger('offer', 'update', 'require_part'),
  trigger('offer', 'insert', 'require_catalogue'),
  trigger('price_break', 'insert', 'require_offer'),
  trigger('stock', 'insert', 'require_offer'),

  // The key that finds an offer by its supplier's number is the unique one; a catalogue is always read as a whole.
  'alter table supply.offer add unique (org_id, supplier_part, catalogue_id)',
  'alter table supply.offer drop constraint offer_org_id_catalogue_id_supplier_part_key',
  'drop index supply.offer_supplier_part',
  // Every reader of breaks names the supplier, so the primary key serves them all.
  'drop index supply.price_break_offer',
];

const down: readonly string[] = [
  'create index price_break_offer on supply.price_break (offer_id, from_quantity)',
  'create index offer_supplier_part on supply.offer (org_id, supplier_part)',
  'alter table supply.offer add unique (org_id, catalogue_id, supplier_part)',
  'alter table supply.offer drop constraint offer_org_id_supplier_part_catalogue_id_key',
  'drop trigger require_offer_on_insert on supply.stock',
  'drop trigger require_offer_on_insert on supply.price_break',
  'drop trigger require_catalogue_on_insert on supply.offer',
  'drop trigger require_part_on_update on supply.offer',
  'drop trigger require_part_on_insert on supply.offer',
  'grant update on supply.price_break to entrepot_app',
  'grant delete on supply.offer, supply.catalogue to entrepot_app',
  'alter table supply.stock add foreign key (org_id, offer_id) references supply.offer',
  'alter table supply.price_break add foreign key (org_id, offer_id) references supply.offer',
  'alter table supply.offer add foreign key (org_id, catalogue_id) references supply.catalogue, add foreign key (part_id) references catalog.part',
  'drop function supply.require_offer()',
  'drop function supply.require_catalogue()',
  'drop function supply.require_part()',
];

/** References of offers, prices and stock are checked by set, and two indexes that others serve as well are gone: a load writes a third less. */
export class CheckOffersBySet2026112204001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
