import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, sql, wall } from './support.js';

// The offer's own predicate over copies of its columns: the wall of a stock row is decided without a look at the offer.
const visible = `audience is null or org_id = ${ACTING} or (org_id, audience) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING})`;

const up: readonly (string | string[])[] = [
  // Free is quantity - reserved. A report may fall below what orders hold already; then nothing is free until they are
  // consumed or released. Only the key is indexed, so that every movement is a HOT update.
  `create table supply.stock (
    org_id uuid not null, offer_id uuid not null, location text collate "C" not null check (length(location) between 1 and 40),
    audience uuid, quantity numeric not null check (quantity >= 0 and quantity < 1e13 and scale(quantity) <= 10),
    reserved numeric not null default 0 check (reserved >= 0), as_of timestamptz not null,
    source text collate "C" not null check (source in ('FILE', 'API', 'MANUAL')),
    primary key (org_id, offer_id, location), foreign key (org_id, offer_id) references supply.offer) with (fillfactor = 85)`,
  // \`reserved\` belongs to the orders: no report of the supplier can touch it, only the definer's functions do.
  wall(
    'market',
    'supply.stock',
    'Quantity of an offer by location as its supplier last reported it, and how much of it orders hold.',
    {
      visible,
      app: 'insert (org_id, offer_id, location, audience, quantity, as_of, source), update (audience, quantity, as_of, source)',
      definer: 'select, update (quantity, reserved)',
    },
  ),
  `create policy move on supply.stock for update to entrepot_definer using (${ACTING} is not null) with check (${ACTING} is not null)`,
  // A catalogue that moves an offer to another audience moves its stock behind the same wall in the same statement.
  `create function supply.follow_audience() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     update supply.stock s set audience = new.audience where s.org_id = new.org_id and s.offer_id = new.id;
     return null;
   end $$`,
  `create trigger follow_audience after update of audience on supply.offer for each row
    when (old.audience is distinct from new.audience) execute function supply.follow_audience()`,

  `create table supply.stock_ledger (
    org_id uuid not null, id uuid not null default platform.uuid_v7(), counterparty_id uuid not null references organizations.organization,
    offer_id uuid not null, location text collate "C" not null,
    kind text collate "C" not null check (kind in ('RESERVE', 'RELEASE', 'CONSUME')),
    reserved_delta numeric not null, quantity_delta numeric not null default 0,
    reference text collate "C" not null check (length(reference) between 1 and 255),
    movement text collate "C" not null check (length(movement) between 1 and 255),
    at timestamptz not null default clock_timestamp(),
    primary key (org_id, id), unique (org_id, counterparty_id, reference, movement, location),
    foreign key (org_id, offer_id, location) references supply.stock)`,
  'create index stock_ledger_row on supply.stock_ledger (org_id, offer_id, location)',
  'create index stock_ledger_counterparty on supply.stock_ledger (counterparty_id, reference)',
  wall(
    'two-party',
    'supply.stock_ledger',
    'What an order line of a buyer (counterparty) holds, gave back or took; the sum of a row is stock.reserved.',
    {
      app: '',
    },
  ),
  `create policy move on supply.stock_ledger for insert to entrepot_definer with check (org_id = ${ACTING} or counterparty_id = ${ACTING})`,
  'grant insert on supply.stock_ledger to entrepot_definer',
  // A buyer who has left the audience since still gives back what his orders hold; only the definer's functions look this way.
  `create policy held on supply.stock for select to entrepot_definer using ((org_id, offer_id, location) in
    (select g.org_id, g.offer_id, g.location from supply.stock_ledger g where g.counterparty_id = ${ACTING}))`,

  // Written by one function, from offers that have their part: no foreign key, a load is a hundred thousand rows.
  // One row a part for flags and facets of the search. No price stands here: prices differ by buyer, currency and unit.
  `create table supply.part_supply (
    part_id uuid primary key, offers integer not null check (offers >= 0),
    suppliers uuid[] not null, in_stock boolean not null) with (fillfactor = 80)`,
  wall(
    'global',
    'supply.part_supply',
    'How many public offers a part has, of which suppliers, and whether one of them is in stock.',
  ),
];

const down: readonly string[] = [
  'drop table supply.part_supply',
  'drop policy held on supply.stock',
  'drop table supply.stock_ledger',
  'drop trigger follow_audience on supply.offer',
  'drop function supply.follow_audience()',
  'drop table supply.stock',
];

/** What is there, what orders hold of it, and the summary of a part that the search shows. */
export class CreateStock2026112105010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
