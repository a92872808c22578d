import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, sql, wall } from './support.js';

const today = `(transaction_timestamp() at time zone 'UTC')::date`;
/** Whether the acting organisation is in the audience of a row: put there by hand, or by an agreement that has not ended. */
const members = (until: string) =>
  `(org_id, audience) in (select m.org_id, m.audience from supply.audience_member m where m.counterparty_id = ${ACTING}${until})`;
const visible = (until: string) => `(${ACTING} is not null and (audience is null or org_id = ${ACTING} or ${members(until)}))`;
const walled = ['supply.offer', 'supply.price_break', 'supply.stock', 'supply.inbound'];

// Groups that offers, catalogues and members already name get a row of their own: the wall is taken off for these two statements only.
const readers = ['supply.offer', 'supply.catalogue', 'supply.audience_member', 'supply.audience'];
const named = `insert into supply.audience (org_id, id, name)
  select u.org_id, u.audience, 'Group ' || u.audience from (
    select org_id, audience from supply.offer union select org_id, audience from supply.catalogue union select org_id, audience from supply.audience_member) u
  where u.audience is not null on conflict do nothing`;

const up: readonly (string | readonly string[])[] = [
  `create table supply.audience (
    org_id uuid not null references organizations.organization, id uuid not null default platform.uuid_v7(),
    name text not null check (length(name) between 1 and 120), note text check (length(note) between 1 and 500), version integer not null default 1,
    created_at timestamptz not null default transaction_timestamp(), primary key (org_id, id), unique (org_id, name))`,
  wall('private', 'supply.audience', 'Group of buyers that a supplier shows offers to; who is in it is audience_member.'),
  `create table supply.category_audience (
    org_id uuid not null, catalogue_id uuid not null, category text collate "C" not null check (length(category) between 1 and 120), audience uuid,
    primary key (org_id, catalogue_id, category), foreign key (org_id, catalogue_id) references supply.catalogue)`,
  wall(
    'private',
    'supply.category_audience',
    'Whom a supplier shows a category of a catalogue, where it is not whom he shows the rest.',
  ),

  'alter table supply.audience_member add agreement_id uuid, add until date, add opened_by uuid generated always as (coalesce(agreement_id, audience)) stored',
  'alter table supply.audience_member drop constraint audience_member_pkey, add primary key (org_id, audience, counterparty_id, opened_by)',
  'alter table supply.audience_member add foreign key (org_id, agreement_id, counterparty_id) references supply.agreement (org_id, id, counterparty_id)',
  'alter table supply.audience_member add check ((agreement_id is null) = (until is null))',
  'create index audience_member_agreement on supply.audience_member (org_id, agreement_id, counterparty_id)',
  'grant update (until) on supply.audience_member to entrepot_app',
  'grant update (audience) on supply.price_break to entrepot_app',
  `create policy owner_update on supply.audience_member for update to entrepot_app using (org_id = ${ACTING}) with check (org_id = ${ACTING})`,
  ...walled.map((table) => `alter policy market on ${table} using ${visible(` and (m.until is null or m.until >= ${today})`)}`),

  ...readers.map((table) => `alter table ${table} no force row level security`),
  named,
  ...readers.map((table) => `alter table ${table} force row level security`),
];

const down: readonly (string | readonly string[])[] = [
  ...walled.map((table) => `alter policy market on ${table} using ${visible('')}`),
  'drop policy owner_update on supply.audience_member',
  'revoke update (until) on supply.audience_member from entrepot_app',
  'revoke update (audience) on supply.price_break from entrepot_app',
  'drop index supply.audience_member_agreement',
  'alter table supply.audience_member no force row level security',
  `delete from supply.audience_member m where m.agreement_id is not null and exists (
     select from supply.audience_member n where n.org_id = m.org_id and n.audience = m.audience and n.counterparty_id = m.counterparty_id and n.opened_by < m.opened_by)`,
  'alter table supply.audience_member force row level security',
  'alter table supply.audience_member drop constraint audience_member_pkey',
  'alter table supply.audience_member drop opened_by, drop until, drop agreement_id',
  'alter table supply.audience_member add primary key (org_id, audience, counterparty_id)',
  'drop table supply.category_audience',
  'drop table supply.audience',
];

/** Groups of buyers by name, what a catalogue shows to whom, and groups that an agreement opens while it holds. */
export class CreateGroups2026112209101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, down);
  }
}
