import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

const kinds = `'OWN_STOCK_NUMBER', 'NSN', 'GTIN', 'FORMER_NUMBER', 'SUPPLIER_NUMBER'`;

const tables: readonly (string | readonly string[])[] = [
  `alter table catalog.part_alias add column kind text not null default 'OWN_STOCK_NUMBER' check (kind in (${kinds}))`,
  `create table catalog.common_alias (
    id uuid primary key default platform.uuid_v7(), kind text not null check (kind in (${kinds}) and kind <> 'OWN_STOCK_NUMBER'),
    number text collate "C" not null check (length(number) between 1 and 70), key text collate "C" not null,
    part_id uuid not null references catalog.part, valid_from date not null default current_date, valid_to date check (valid_to >= valid_from),
    set_by uuid not null references organizations.organization, created_at timestamptz not null default transaction_timestamp(), unique (kind, number, part_id))`,
  'create index common_alias_key on catalog.common_alias (key)',
  'create index common_alias_part on catalog.common_alias (part_id)',
  'create index common_alias_set_by on catalog.common_alias (set_by)',
  wall(
    'global',
    'catalog.common_alias',
    'What everybody may call a part: NSN, GTIN, former and supplier numbers, noted by the operator.',
  ),

  // Nothing is rewritten: offers, baskets and orders keep the part they were written with, and readers follow these rows.
  `create table catalog.identity_correction (
    id uuid primary key default platform.uuid_v7(), kind text not null check (kind in ('MERGE', 'SPLIT')),
    from_part uuid not null references catalog.part, to_part uuid references catalog.part on delete set null check (to_part <> from_part),
    supplier_id uuid references organizations.organization, reason text not null check (char_length(reason) between 3 and 500),
    batch uuid, made_part boolean not null default false,
    made_by uuid not null references organizations.organization, made_at timestamptz not null default transaction_timestamp(),
    undone_by uuid references organizations.organization, undone_at timestamptz, undone_reason text check (char_length(undone_reason) between 3 and 500),
    check (to_part is not null or undone_at is not null), check ((kind = 'SPLIT') = (supplier_id is not null)), check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_reason is null)))`,
  `create unique index identity_correction_from on catalog.identity_correction (from_part, coalesce(supplier_id, '00000000-0000-0000-0000-000000000000')) where undone_at is null`,
  'create index identity_correction_to on catalog.identity_correction (to_part) where undone_at is null',
  'create index identity_correction_supplier on catalog.identity_correction (supplier_id)',
  'create index identity_correction_made_by on catalog.identity_correction (made_by)',
  'create index identity_correction_undone_by on catalog.identity_correction (undone_by)',
  'create index identity_correction_from_part on catalog.identity_correction (from_part)',
  'create index identity_correction_to_part on catalog.identity_correction (to_part)',
  wall(
    'global',
    'catalog.identity_correction',
    'What the operator has found out about wrong identities: two parts are one (MERGE), or what one supplier offers as a part is another (SPLIT).',
  ),
];

// Spellings that files use; what is none of them is no basis, and a hard filter lets it not pass.
const approvalBasis = `create function catalog.approval_basis(p_text text) returns text language sql immutable strict parallel safe
  return case regexp_replace(upper(p_text), '[^A-Z]', '', 'g')
    when 'OEM' then 'OEM' when 'PAH' then 'OEM' when 'OEMPAH' then 'OEM'
    when 'PMA' then 'PMA' when 'FAAPMA' then 'PMA'
    when 'TSO' then 'TSO' when 'TSOA' then 'TSO' when 'ETSO' then 'TSO' when 'FAATSO' then 'TSO'
    when 'STANDARD' then 'STANDARD' when 'STANDARDPART' then 'STANDARD' when 'STD' then 'STANDARD'
    when 'COMMERCIAL' then 'COMMERCIAL' when 'COMMERCIALPART' then 'COMMERCIAL' when 'COTS' then 'COMMERCIAL'
    when 'TEARDOWN' then 'TEARDOWN' when 'PARTOUT' then 'TEARDOWN'
    when 'DERREPAIR' then 'DER_REPAIR' when 'DER' then 'DER_REPAIR' end`;

// A scanner gives a GTIN in any of its lengths: they differ in leading zeros alone.
const gtinKeys = `create function catalog.alias_keys(p_key text) returns text[] language sql immutable strict parallel safe
  return case when p_key ~ '^[0-9]{8,14}$' then array[p_key] || array(select lpad(ltrim(p_key, '0'), greatest(length(ltrim(p_key, '0')), n), '0') from unnest('{8,12,13,14}'::integer[]) as n)
    else array[p_key] end`;

const operated = [
  `create function catalog.save_common_aliases(p_lines jsonb) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_added integer;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'common numbers are the operator''s'; end if;
     with written as (
       insert into catalog.common_alias as a (kind, number, key, part_id, valid_from, valid_to, set_by)
       select distinct on (l.kind, l.number, l."partId") l.kind, l.number, catalog.part_key(l.number), l."partId", coalesce(l."validFrom", current_date), l."validTo",
         nullif(current_setting('app.org', true), '')::uuid
       from jsonb_to_recordset(p_lines) as l (kind text, number text, "partId" uuid, "validFrom" date, "validTo" date) order by l.kind, l.number, l."partId"
       on conflict (kind, number, part_id) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to, set_by = excluded.set_by
       returning a.xmax = 0 as added)
     select count(*) filter (where w.added) into v_added from written w;
     return v_added;
   end $$`,
  `create function catalog.end_common_alias(p_id uuid) returns uuid
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_part uuid;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'common numbers are the operator''s'; end if;
     -- What held on earlier days stays readable; what was noted today never held.
     delete from catalog.common_alias a where a.id = p_id and a.valid_from >= current_date returning a.part_id into v_part;
     if not found then
       update catalog.common_alias a set valid_to = least(coalesce(a.valid_to, current_date - 1), current_date - 1) where a.id = p_id returning a.part_id into v_part;
     end if;
     return v_part;
   end $$`,
  'grant execute on function catalog.save_common_aliases(jsonb), catalog.end_common_alias(uuid) to entrepot_app',
];

const granted = `update organizations.default_role set permissions = permissions || case kind when 'BUYER' then array['part:alias'] else array['part:operate'] end
  where kind = 'BUYER' and name in ('ADMIN', 'BUYER', 'INTEGRATION') or kind = 'OPERATOR' and name = 'ADMIN'`;
const taken = `update organizations.default_role set permissions = array_remove(array_remove(permissions, 'part:alias'), 'part:operate')`;

/** Numbers of parts with kind, owner and validity; approval bases by one name each; where corrections of identities stand. */
export class NameParts2026112203001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...tables,
      approvalBasis,
      gtinKeys,
      'grant execute on function catalog.approval_basis(text), catalog.alias_keys(text) to entrepot_app, entrepot_definer',
      as('entrepot_definer', 'catalog', operated),
      as('entrepot_definer', 'organizations', [granted]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      as('entrepot_definer', 'organizations', [taken]),
      'drop function catalog.end_common_alias(uuid)',
      'drop function catalog.save_common_aliases(jsonb)',
      'drop function catalog.alias_keys(text)',
      'drop function catalog.approval_basis(text)',
      'drop table catalog.identity_correction',
      'drop table catalog.common_alias',
      'alter table catalog.part_alias drop column kind',
    ]);
  }
}
