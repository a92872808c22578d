import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, bounded, sql, wall } from './support.js';

// Partners of either side read how the other works: without a partnership nobody is shown a calendar.
const partner = `org_id = ${ACTING} or org_id in (select p.counterparty_id from organizations.partnership p where p.org_id = ${ACTING} and p.status = 'ACTIVE')
  or org_id in (select p.org_id from organizations.partnership p where p.counterparty_id = ${ACTING} and p.status = 'ACTIVE')`;
// The offer's own predicate over copies of its columns, as for stock.
const visible = `audience is null or org_id = ${ACTING} or (org_id, audience) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING})`;

const up: readonly (string | string[])[] = [
  // `place` is a stock location of a supplier or a site code of a buyer; '' is the whole organisation.
  `create table supply.calendar (
    org_id uuid not null references organizations.organization, place text collate "C" not null check (length(place) <= 40),
    name text not null check (length(name) between 1 and 120), time_zone text collate "C" not null check (length(time_zone) between 1 and 60),
    working_days smallint[] not null check (working_days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(working_days) between 1 and 7),
    opens time not null, closes time not null, cut_off time not null, check (opens < closes),
    handling_days smallint not null default 0 check (handling_days between 0 and 60),
    lead_from text collate "C" not null default 'ORDER' check (lead_from in ('ORDER', 'CUT_OFF')),
    version integer not null default 1, primary key (org_id, place))`,
  wall(
    'market',
    'supply.calendar',
    'When a place works: its time zone, week, hours, cut-off and handling days. Partners read it.',
    {
      visible: partner,
    },
  ),
  `create table supply.calendar_day (
    org_id uuid not null, place text collate "C" not null, day date not null,
    kind text collate "C" not null check (kind in ('CLOSED', 'OPEN')), name text not null default '' check (length(name) <= 120),
    primary key (org_id, place, day), foreign key (org_id, place) references supply.calendar on delete cascade)`,
  wall(
    'market',
    'supply.calendar_day',
    'A day on which a place is closed although it is a working day, or open although it is none.',
    {
      visible: partner,
    },
  ),
  // '' stands for any: the whole organisation, the whole world, the whole country. The most special row holds.
  `create table supply.transit (
    org_id uuid not null references organizations.organization, place text collate "C" not null check (length(place) <= 40),
    country text collate "C" not null check (country ~ '^([A-Z]{2})?$'), region text collate "C" not null check (length(region) <= 40 and (region = '' or country <> '')),
    method text collate "C" not null check (method ~ '^[A-Z0-9_]{1,20}$'), days smallint not null check (days between 0 and 365),
    day_kind text collate "C" not null check (day_kind in ('CALENDAR', 'WORKING')),
    primary key (org_id, place, country, region, method))`,
  wall(
    'market',
    'supply.transit',
    'How many days a supplier needs from a place to a country or region, by ship method. Partners read it.',
    {
      visible: partner,
    },
  ),
  // Free of a receipt is quantity - claimed. What promises claim is moved by the definer's functions alone.
  `create table supply.inbound (
    org_id uuid not null, offer_id uuid not null, location text collate "C" not null check (length(location) between 1 and 40),
    reference text collate "C" not null check (length(reference) between 1 and 60), audience uuid,
    quantity numeric not null check (quantity > 0 and ${bounded('quantity')}), claimed numeric not null default 0 check (claimed >= 0),
    expected_on date not null, reported_at timestamptz not null default transaction_timestamp(),
    primary key (org_id, offer_id, location, reference), foreign key (org_id, offer_id) references supply.offer)`,
  wall(
    'market',
    'supply.inbound',
    'A receipt that a supplier expects: how much of an offer, where and when, and how much of it is promised.',
    {
      visible,
      app: 'insert (org_id, offer_id, location, reference, audience, quantity, expected_on, reported_at), update (audience, quantity, expected_on, reported_at), delete',
      definer: 'select, update (claimed)',
    },
  ),
  `create policy move on supply.inbound for update to entrepot_definer using (${ACTING} is not null) with check (${ACTING} is not null)`,
  `create function supply.inbound_follows_audience() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
   begin
     update supply.inbound i set audience = new.audience where i.org_id = new.org_id and i.offer_id = new.id;
     return null;
   end $$`,
  `create trigger inbound_follows_audience after update of audience on supply.offer for each row
    when (old.audience is distinct from new.audience) execute function supply.inbound_follows_audience()`,
];

const down: readonly string[] = [
  'drop trigger inbound_follows_audience on supply.offer',
  'drop function supply.inbound_follows_audience()',
  'drop table supply.inbound',
  'drop table supply.transit',
  'drop table supply.calendar_day',
  'drop table supply.calendar',
];

/** What a dated promise needs to know beside stock: when places work, how long goods travel, what is expected. */
export class CreateCalendar2026112205201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
