import type { MigrationInterface, QueryRunner } from 'typeorm';
import { as, sql, wall } from './support.js';

const written = { definer: 'select, insert, update, delete' };

const tables: readonly (string | readonly string[])[] = [
  `create table catalog.classification_release (
    system text collate "C" not null check (system ~ '^[A-Z][A-Z0-9_]{1,19}$'), version text collate "C" not null check (version ~ '^[0-9][0-9A-Za-z.]{0,19}$'),
    current boolean not null, classes integer not null check (classes >= 0), file_name text not null check (char_length(file_name) between 1 and 255),
    loaded_by uuid not null references organizations.organization, loaded_at timestamptz not null default transaction_timestamp(), primary key (system, version))`,
  'create unique index classification_release_current on catalog.classification_release (system) where current',
  'create index classification_release_loaded_by on catalog.classification_release (loaded_by)',
  wall(
    'global',
    'catalog.classification_release',
    'A version of a published classification as the operator loaded it; one version of a system is current.',
    written,
  ),
  'create index classification_parent on catalog.classification (system, version, parent)',
  'grant delete on catalog.classification to entrepot_definer',
  `create table catalog.class_mapping (
    from_system text collate "C" not null, from_version text collate "C" not null, from_code text collate "C" not null,
    to_system text collate "C" not null, to_version text collate "C" not null, to_code text collate "C" not null,
    relation text not null check (relation in ('SAME', 'CONTAINS')), primary key (from_system, from_version, from_code, to_system, to_version, to_code))`,
  'create index class_mapping_to on catalog.class_mapping (to_system, to_version, to_code)',
  wall('global', 'catalog.class_mapping', 'A class of one system is, or contains, a class of another.', written),
];

// A class is named SYSTEM:code or SYSTEM-version:code, as files do; without a version the current one is meant.
const named = `'^([^:]+?)(?:-([0-9][0-9A-Za-z.]*))?:(.*)$'`;

/** A tree is no deeper; a file whose parents run in a circle ends here. */
const levelsMax = 12;

const reading = [
  // The class, all below it, and what these are called in other systems.
  `create function catalog.classes_below(p_class text) returns text[] language sql stable set search_path = pg_catalog, pg_temp as $$
    with recursive asked as (
      select m[1] collate "C" as system, coalesce(m[2] collate "C", (select r.version from catalog.classification_release r where r.system = m[1] and r.current)) as version, m[3] collate "C" as code, split_part(p_class, ':', 1) as prefix
      from regexp_match(p_class, ${named}) as m),
    below (system, version, code, prefix, level) as (
      select a.system, a.version, a.code, a.prefix, 0 from asked a
      union all
      select b.system, b.version, c.code, b.prefix, b.level + 1 from below b
        join catalog.classification c on c.system = b.system and c.version = b.version and c.parent = b.code where b.level < ${levelsMax}),
    mapped as (
      select m.to_system as system, m.to_version as version, m.to_code as code from below b
        join catalog.class_mapping m on m.from_system = b.system and m.from_version = b.version and m.from_code = b.code
      union
      select m.from_system, m.from_version, m.from_code from below b
        join catalog.class_mapping m on m.to_system = b.system and m.to_version = b.version and m.to_code = b.code and m.relation = 'SAME'),
    mapped_below (system, version, code, level) as (
      select m.system, m.version, m.code, 0 from mapped m
      union all
      select b.system, b.version, c.code, b.level + 1 from mapped_below b
        join catalog.classification c on c.system = b.system and c.version = b.version and c.parent = b.code where b.level < ${levelsMax})
    select coalesce(array_agg(distinct k.key), array[p_class]) from (
      select b.prefix || ':' || b.code as key from below b
      union select u.key from mapped_below b cross join lateral (values (b.system || ':' || b.code), (b.system || '-' || b.version || ':' || b.code)) as u (key)) k
  $$`,
  // Classes of some parts with everything above them, each with the number of parts below it: what a facet by tree shows.
  `create function catalog.class_tree(p_parts uuid[], p_classes text[]) returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
    with recursive own as (
      select u.part, split_part(u.class, ':', 1) as prefix, m[1] collate "C" as system, coalesce(m[2] collate "C", (select r.version from catalog.classification_release r where r.system = m[1] and r.current)) as version, m[3] collate "C" as code
      from unnest(p_parts, p_classes) as u (part, class) cross join lateral regexp_match(u.class, ${named}) as m),
    above (part, prefix, system, version, code, level) as (
      select o.part, o.prefix, o.system, o.version, o.code, 0 from own o
      union all
      select a.part, a.prefix, a.system, a.version, c.parent, a.level + 1 from above a
        join catalog.classification c on c.system = a.system and c.version = a.version and c.code = a.code where c.parent is not null and a.level < ${levelsMax}),
    counted as (select a.prefix, a.system, a.version, a.code, count(distinct a.part) as parts from above a group by 1, 2, 3, 4 order by parts desc, 1, 4 limit 100)
    select coalesce(jsonb_agg(jsonb_build_object('id', n.prefix || ':' || n.code, 'parent', n.prefix || ':' || c.parent, 'names', coalesce(c.names, '{}'), 'count', n.parts) order by n.prefix, n.code), '[]')
    from counted n left join catalog.classification c on c.system = n.system and c.version = n.version and c.code = n.code
  $$`,
  'grant execute on function catalog.classes_below(text), catalog.class_tree(uuid[], text[]) to entrepot_app, entrepot_definer',
];

const loading = [
  `create function catalog.load_classification(p_release jsonb, p_rows jsonb) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_system text := p_release ->> 'system';
     v_version text := p_release ->> 'version';
     v_classes integer;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'classifications are the operator''s'; end if;
     perform pg_advisory_xact_lock(hashtext('catalog.load_classification:' || v_system));
     delete from catalog.classification c where c.system = v_system and c.version = v_version;
     insert into catalog.classification (system, version, code, parent, names)
       select v_system, v_version, r.code, r.parent, r.names from jsonb_to_recordset(p_rows) as r (code text, parent text, names jsonb);
     get diagnostics v_classes = row_count;
     if (p_release ->> 'current')::boolean then
       update catalog.classification_release r set current = false where r.system = v_system and r.current and r.version <> v_version;
     end if;
     insert into catalog.classification_release as r (system, version, current, classes, file_name, loaded_by)
       values (v_system, v_version, (p_release ->> 'current')::boolean, v_classes, p_release ->> 'fileName', nullif(current_setting('app.org', true), '')::uuid)
       on conflict (system, version) do update set current = r.current or excluded.current, classes = excluded.classes, file_name = excluded.file_name,
         loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at;
     return v_classes;
   end $$`,
  `create function catalog.load_class_mapping(p_between jsonb, p_rows jsonb) returns integer
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     v_rows integer;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'classifications are the operator''s'; end if;
     delete from catalog.class_mapping m where m.from_system = p_between ->> 'fromSystem' and m.from_version = p_between ->> 'fromVersion'
       and m.to_system = p_between ->> 'toSystem' and m.to_version = p_between ->> 'toVersion';
     insert into catalog.class_mapping (from_system, from_version, from_code, to_system, to_version, to_code, relation)
       select p_between ->> 'fromSystem', p_between ->> 'fromVersion', r."from", p_between ->> 'toSystem', p_between ->> 'toVersion', r."to", r.relation
       from jsonb_to_recordset(p_rows) as r ("from" text, "to" text, relation text);
     get diagnostics v_rows = row_count;
     return v_rows;
   end $$`,
  'grant execute on function catalog.load_classification(jsonb, jsonb), catalog.load_class_mapping(jsonb, jsonb) to entrepot_app',
];

/** Published classifications as trees of several versions, what their classes are called elsewhere, and how a search climbs them. */
export class ReadClassTrees2026112203004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [...tables, ...reading, as('entrepot_definer', 'catalog', loading)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      'drop function catalog.load_class_mapping(jsonb, jsonb)',
      'drop function catalog.load_classification(jsonb, jsonb)',
      'drop function catalog.class_tree(uuid[], text[])',
      'drop function catalog.classes_below(text)',
      'drop table catalog.class_mapping',
      'revoke delete on catalog.classification from entrepot_definer',
      'drop index catalog.classification_parent',
      'drop table catalog.classification_release',
    ]);
  }
}
