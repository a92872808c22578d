import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

const tables: readonly (string | readonly string[])[] = [
  `alter table catalog.manufacturer add column successor_id uuid references catalog.manufacturer check (successor_id <> id), add column succeeded_on date,
    add column merged_into uuid references catalog.manufacturer check (merged_into <> id), add column version integer not null default 1`,
  'create index manufacturer_successor on catalog.manufacturer (successor_id)',
  'create index manufacturer_merged_into on catalog.manufacturer (merged_into)',
  'create index manufacturer_name on catalog.manufacturer (name, id)',
  `alter table catalog.manufacturer_alias add column retired_at timestamptz`,
  `create table catalog.manufacturer_merge (
    id uuid primary key default platform.uuid_v7(), from_id uuid not null references catalog.manufacturer, into_id uuid not null references catalog.manufacturer check (into_id <> from_id),
    reason text not null check (char_length(reason) between 3 and 500), parts uuid[] not null, aliases text[] not null, cages text[] not null,
    made_by uuid not null references organizations.organization, made_at timestamptz not null default transaction_timestamp(),
    undone_by uuid references organizations.organization, undone_at timestamptz, undone_reason text check (char_length(undone_reason) between 3 and 500),
    check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_reason is null)))`,
  'create unique index manufacturer_merge_from on catalog.manufacturer_merge (from_id) where undone_at is null',
  'create index manufacturer_merge_from_id on catalog.manufacturer_merge (from_id)',
  'create index manufacturer_merge_into on catalog.manufacturer_merge (into_id)',
  'create index manufacturer_merge_made_by on catalog.manufacturer_merge (made_by)',
  'create index manufacturer_merge_undone_by on catalog.manufacturer_merge (undone_by)',
  wall(
    'global',
    'catalog.manufacturer_merge',
    'Two manufacturers that the operator found to be one, with what moved, so that it can move back.',
  ),
  'grant delete on catalog.part, catalog.part_search to entrepot_definer',
];

const acting = `nullif(current_setting('app.org', true), '')::uuid`;
const operatorOnly = `if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;`;
/** Corrections wait for each other: each looks at all that stand. */
const alone = `perform pg_advisory_xact_lock(hashtext('catalog.identity_correction'));`;
const head = (name: string, args: string, returns: string) =>
  `create function catalog.${name}(${args}) returns ${returns} language plpgsql security definer set search_path = pg_catalog, pg_temp as $$`;

/** Whether a part stands for another, or others for it: chains would make every reader walk them. */
const merged = (part: string) =>
  `exists (select from catalog.identity_correction c where c.from_part = ${part} and c.kind = 'MERGE' and c.undone_at is null)`;
const meant = (part: string) =>
  `exists (select from catalog.identity_correction c where c.to_part = ${part} and c.undone_at is null)`;

const manufacturers = [
  `${head('change_manufacturer', 'p_id uuid, p_change jsonb, p_expected_version integer', 'text')}
   declare
     v_maker catalog.manufacturer;
   begin
     ${operatorOnly}
     select m.* into v_maker from catalog.manufacturer m where m.id = p_id for update;
     if v_maker.id is null then raise exception using errcode = 'EN404', message = 'manufacturer not found'; end if;
     if v_maker.version <> p_expected_version then return 'VERSION_CONFLICT'; end if;
     update catalog.manufacturer m set name = coalesce(p_change ->> 'name', m.name), issuing_body = coalesce((p_change ->> 'issuingBody')::boolean, m.issuing_body),
       successor_id = case when p_change ? 'successorId' then (p_change ->> 'successorId')::uuid else m.successor_id end,
       succeeded_on = case when p_change ? 'successorId' then (p_change ->> 'succeededOn')::date else m.succeeded_on end, version = m.version + 1
     where m.id = p_id;
     if p_change ->> 'name' <> v_maker.name then
       perform catalog.refresh_search(array(select p.id from catalog.part p where p.manufacturer_id = p_id));
     end if;
     return 'CHANGED';
   end $$`,
  // A code or name that was retired still finds: old catalogues and orders use it.
  `${head('name_manufacturer', 'p_id uuid, p_alias text, p_retire boolean', 'text')}
   declare
     v_owner uuid;
     v_cage text := substring(p_alias from '^C:([0-9A-HJ-NP-Z]{5})$');
   begin
     ${operatorOnly}
     perform from catalog.manufacturer m where m.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'manufacturer not found'; end if;
     if p_retire then
       update catalog.manufacturer_alias a set retired_at = coalesce(a.retired_at, transaction_timestamp()) where a.alias = p_alias and a.manufacturer_id = p_id;
       if not found then return 'UNKNOWN'; end if;
       update catalog.manufacturer m set cages = array_remove(m.cages, v_cage) where m.id = p_id and v_cage = any (m.cages);
       return 'RETIRED';
     end if;
     insert into catalog.manufacturer_alias (alias, manufacturer_id) values (p_alias, p_id) on conflict (alias) do nothing;
     select a.manufacturer_id into v_owner from catalog.manufacturer_alias a where a.alias = p_alias for update;
     if v_owner <> p_id then return 'TAKEN'; end if;
     update catalog.manufacturer_alias a set retired_at = null where a.alias = p_alias and a.retired_at is not null;
     update catalog.manufacturer m set cages = m.cages || v_cage where m.id = p_id and v_cage is not null and not v_cage = any (m.cages);
     return 'NAMED';
   end $$`,
  `${head('merge_manufacturers', 'p_from uuid, p_into uuid, p_reason text', 'table (outcome text, merge_id uuid)')}
   declare
     v_from catalog.manufacturer;
     v_into catalog.manufacturer;
     v_id uuid := platform.uuid_v7();
     v_same uuid[];
     v_moved uuid[];
     v_aliases text[];
   begin
     ${operatorOnly}
     ${alone}
     perform from catalog.manufacturer m where m.id in (p_from, p_into) order by m.id for update;
     select m.* into v_from from catalog.manufacturer m where m.id = p_from;
     select m.* into v_into from catalog.manufacturer m where m.id = p_into;
     if v_from.id is null or v_into.id is null then raise exception using errcode = 'EN404', message = 'manufacturer not found'; end if;
     if p_from = p_into then return query select 'SAME', null::uuid; return; end if;
     if v_from.merged_into is not null or v_into.merged_into is not null then return query select 'MERGED', null::uuid; return; end if;
     -- The same number under both is one part from now on; all others only change hands.
     v_same := array(select f.id from catalog.part f join catalog.part t on t.manufacturer_id = p_into and t.number = f.number where f.manufacturer_id = p_from);
     if exists (select from unnest(v_same) as f (id) where ${merged('f.id')} or ${meant('f.id')})
       or exists (select from catalog.part f join catalog.part t on t.manufacturer_id = p_into and t.number = f.number where f.manufacturer_id = p_from and ${merged('t.id')}) then
       return query select 'CORRECTED', null::uuid; return;
     end if;
     insert into catalog.identity_correction (kind, from_part, to_part, reason, batch, made_by)
       select 'MERGE', f.id, t.id, p_reason, v_id, ${acting} from catalog.part f join catalog.part t on t.manufacturer_id = p_into and t.number = f.number where f.manufacturer_id = p_from;
     delete from catalog.part_search s where s.part_id = any (v_same);
     v_moved := array(select p.id from catalog.part p where p.manufacturer_id = p_from and p.id <> all (v_same) order by p.id);
     update catalog.part p set manufacturer_id = p_into where p.id = any (v_moved);
     v_aliases := array(select a.alias from catalog.manufacturer_alias a where a.manufacturer_id = p_from order by a.alias);
     update catalog.manufacturer_alias a set manufacturer_id = p_into where a.manufacturer_id = p_from;
     insert into catalog.manufacturer_merge (id, from_id, into_id, reason, parts, aliases, cages, made_by)
       values (v_id, p_from, p_into, p_reason, v_moved, v_aliases, array(select c from unnest(v_from.cages) as c where c <> all (v_into.cages)), ${acting});
     update catalog.manufacturer m set merged_into = p_into where m.id = p_from;
     update catalog.manufacturer m set cages = m.cages || array(select c from unnest(v_from.cages) as c where c <> all (m.cages)) where m.id = p_into;
     perform catalog.refresh_search(v_moved);
     return query select 'DONE', v_id;
   end $$`,
  `${head('undo_manufacturer_merge', 'p_id uuid, p_reason text', 'text')}
   declare
     v_merge catalog.manufacturer_merge;
   begin
     ${operatorOnly}
     ${alone}
     select g.* into v_merge from catalog.manufacturer_merge g where g.id = p_id for update;
     if v_merge.id is null then raise exception using errcode = 'EN404', message = 'merge not found'; end if;
     if v_merge.undone_at is not null then return 'UNDONE'; end if;
     perform from catalog.manufacturer m where m.id in (v_merge.from_id, v_merge.into_id) order by m.id for update;
     -- What was merged onward has to come back first.
     if exists (select from catalog.manufacturer m where m.id = v_merge.into_id and m.merged_into is not null) then return 'MERGED'; end if;
     update catalog.part p set manufacturer_id = v_merge.from_id where p.id = any (v_merge.parts) and p.manufacturer_id = v_merge.into_id;
     update catalog.manufacturer_alias a set manufacturer_id = v_merge.from_id where a.alias = any (v_merge.aliases) and a.manufacturer_id = v_merge.into_id;
     update catalog.manufacturer m set merged_into = null where m.id = v_merge.from_id;
     update catalog.manufacturer m set cages = array(select c from unnest(m.cages) with ordinality as u (c, n) where c <> all (v_merge.cages) order by n) where m.id = v_merge.into_id and m.cages && v_merge.cages;
     update catalog.identity_correction c set undone_by = ${acting}, undone_at = transaction_timestamp(), undone_reason = p_reason where c.batch = p_id and c.undone_at is null;
     update catalog.manufacturer_merge g set undone_by = ${acting}, undone_at = transaction_timestamp(), undone_reason = p_reason where g.id = p_id;
     perform catalog.refresh_search(v_merge.parts || array(select c.from_part from catalog.identity_correction c where c.batch = p_id));
     return 'DONE';
   end $$`,
];

const parts = [
  `${head('merge_parts', 'p_from uuid, p_into uuid, p_reason text', 'table (outcome text, correction_id uuid)')}
   declare
     v_id uuid := platform.uuid_v7();
   begin
     ${operatorOnly}
     ${alone}
     if not exists (select from catalog.part p where p.id = p_from) or not exists (select from catalog.part p where p.id = p_into) then
       raise exception using errcode = 'EN404', message = 'part not found';
     end if;
     if p_from = p_into then return query select 'SAME', null::uuid; return; end if;
     if ${merged('p_from')} or ${merged('p_into')} then return query select 'MERGED', null::uuid; return; end if;
     if ${meant('p_from')} then return query select 'CORRECTED', null::uuid; return; end if;
     insert into catalog.identity_correction (id, kind, from_part, to_part, reason, made_by) values (v_id, 'MERGE', p_from, p_into, p_reason, ${acting});
     delete from catalog.part_search s where s.part_id = p_from;
     return query select 'DONE', v_id;
   end $$`,
  `${head('split_part', 'p_part uuid, p_supplier uuid, p_true jsonb, p_reason text', 'table (outcome text, correction_id uuid)')}
   declare
     v_id uuid := platform.uuid_v7();
     v_maker uuid := (p_true ->> 'manufacturerId')::uuid;
     v_target uuid;
     v_made boolean := false;
   begin
     ${operatorOnly}
     ${alone}
     if not exists (select from catalog.part p where p.id = p_part) or not exists (select from organizations.organization o where o.id = p_supplier)
       or not exists (select from catalog.manufacturer m where m.id = v_maker) then raise exception using errcode = 'EN404', message = 'part, supplier or manufacturer not found'; end if;
     if ${merged('p_part')} then return query select 'MERGED', null::uuid; return; end if;
     if exists (select from catalog.identity_correction c where c.from_part = p_part and c.supplier_id = p_supplier and c.undone_at is null) then return query select 'CORRECTED', null::uuid; return; end if;
     select p.id into v_target from catalog.part p where p.manufacturer_id = v_maker and p.number = p_true ->> 'number';
     if v_target is null then
       v_made := true;
       insert into catalog.part (manufacturer_id, number, key, name, names, unit, source_org, source_rank)
         select v_maker, p_true ->> 'number', catalog.part_key(p_true ->> 'number'), p_true ->> 'name', jsonb_build_object('en', p_true ->> 'name'), p.unit, ${acting}, 2 from catalog.part p where p.id = p_part
         returning id into v_target;
       perform catalog.refresh_search(array[v_target]);
     end if;
     if v_target = p_part then return query select 'SAME', null::uuid; return; end if;
     if ${merged('v_target')} then return query select 'MERGED', null::uuid; return; end if;
     insert into catalog.identity_correction (id, kind, from_part, to_part, supplier_id, reason, made_part, made_by)
       values (v_id, 'SPLIT', p_part, v_target, p_supplier, p_reason, v_made, ${acting});
     return query select 'DONE', v_id;
   end $$`,
  `${head('undo_correction', 'p_id uuid, p_reason text', 'text')}
   declare
     v_done catalog.identity_correction;
   begin
     ${operatorOnly}
     ${alone}
     select c.* into v_done from catalog.identity_correction c where c.id = p_id for update;
     if v_done.id is null then raise exception using errcode = 'EN404', message = 'correction not found'; end if;
     if v_done.undone_at is not null then return 'UNDONE'; end if;
     if v_done.batch is not null then return 'PART_OF_MERGE'; end if;
     update catalog.identity_correction c set undone_by = ${acting}, undone_at = transaction_timestamp(), undone_reason = p_reason where c.id = p_id;
     if v_done.kind = 'MERGE' then perform catalog.refresh_search(array[v_done.from_part]); end if;
     if v_done.made_part then
       -- A part that something else names by now stays: history names it for ever.
       begin
         delete from catalog.part p where p.id = v_done.to_part and not exists (select from catalog.identity_correction c where v_done.to_part in (c.from_part, c.to_part) and c.undone_at is null);
         if found then delete from catalog.part_search s where s.part_id = v_done.to_part; end if;
       exception when foreign_key_violation then null;
       end;
     end if;
     return 'DONE';
   end $$`,
];
const functions = [
  'change_manufacturer(uuid, jsonb, integer)',
  'name_manufacturer(uuid, text, boolean)',
  'merge_manufacturers(uuid, uuid, text)',
  'undo_manufacturer_merge(uuid, text)',
  'merge_parts(uuid, uuid, text)',
  'split_part(uuid, uuid, jsonb, text)',
  'undo_correction(uuid, text)',
];

/** The operator maps manufacturers to each other and mends wrong identities; everything can be taken back. */
export class CorrectIdentities2026112203005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const granted = `grant execute on function ${functions.map((f) => `catalog.${f}`).join(', ')} to entrepot_app`;
    await sql(runner, [...tables, as('entrepot_definer', 'catalog', [...manufacturers, ...parts, granted])]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...[...functions].reverse().map((f) => `drop function catalog.${f}`),
      'revoke delete on catalog.part, catalog.part_search from entrepot_definer',
      'drop table catalog.manufacturer_merge',
      'alter table catalog.manufacturer_alias drop column retired_at',
      'drop index catalog.manufacturer_name',
      'alter table catalog.manufacturer drop column version, drop column merged_into, drop column succeeded_on, drop column successor_id',
    ]);
  }
}
