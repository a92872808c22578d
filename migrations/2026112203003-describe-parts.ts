import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IdentifyParts2026112103002 } from './2026112103002-identify-parts.js';
import { as, sql } from './support.js';

/** Columns of a part that a catalogue may fill, each with its value in the claim. Ownership is per field (trade-rules 13). */
export const fields: Readonly<Record<string, string>> = {
  name: 'c.name',
  names: `nullif(c.details -> 'names', '{}')`,
  description: `c.details ->> 'description'`,
  unit: 'c.order_unit',
  unspsc: `c.details ->> 'unspsc'`,
  ata: `c.details ->> 'ata'`,
  classifications: `nullif(c.details -> 'classifications', '[]')`,
  shelf_life_days: `(c.details ->> 'shelfLifeDays')::integer`,
  hazmat: `c.details ->> 'hazmat'`,
  approval_basis: 'catalog.approval_basis(c.approval_basis)',
  un_number: `c.details ->> 'unNumber'`,
  hazard_class: `c.details ->> 'hazardClass'`,
  packing_group: `c.details ->> 'packingGroup'`,
  shelf_life_extendable: `(c.details ->> 'shelfLifeExtendable')::boolean`,
  eccn: `c.details ->> 'eccn'`,
  hs_code: `c.details ->> 'hsCode'`,
  life_limited: `(c.details ->> 'lifeLimited')::boolean`,
  essentiality: `c.details ->> 'essentiality'`,
  spare_class: `c.details ->> 'spareClass'`,
};
export const names = Object.keys(fields);
export const empty: Readonly<Record<string, string>> = { names: `'{}'`, classifications: `'[]'` };

/**
 * A claim wins a field that is empty, or that somebody of lower rank wrote, or that its own author wrote before. A second supplier
 * fills what is empty and changes nothing else. `k.rank`: 3 manufacturer, 2 operator, 1 supplier.
 */
const mayReplace = (field: string): string => {
  const rank = `coalesce((p.field_ranks ->> '${field}')::integer, p.source_rank)`;
  return `(k.rank > ${rank} or k.rank = ${rank} and (k.rank > 1 or p.source_org = v_org))`;
};
/** Names are owned per language: a supplier who brings the first Chinese name makes the part findable in Chinese. */
const mergedNames = `case when ${mayReplace('names')} then p.names || k.names else k.names || p.names end`;
export const wins = (field: string): string => {
  if (field === 'names') return `(k.names is not null and ${mergedNames} is distinct from p.names)`;
  const blank = empty[field] ? `p.${field} = ${empty[field]}` : `p.${field} is null`;
  return `(k.${field} is not null and k.${field} is distinct from p.${field} and (${blank} or ${mayReplace(field)}))`;
};
export const won = (field: string): string =>
  `case when ${wins(field)} then ${field === 'names' ? mergedNames : `k.${field}`} end as ${field}`;

export const document = (p: string) =>
  `catalog.search_words(concat_ws(' ', ${p}.name, case when ${p}.names <> jsonb_build_object('en', ${p}.name) then (select string_agg(l.value, ' ' order by l.key) from jsonb_each_text(${p}.names) as l where l.value <> ${p}.name) end, left(${p}.description, 400), m.name))`;
export const classOf = (p: string) =>
  `coalesce('UNSPSC:' || ${p}.unspsc, 'ATA:' || ${p}.ata, (${p}.classifications -> 0 ->> 'system') || ':' || (${p}.classifications -> 0 ->> 'code'))`;

/** Every class of a part, its first included: what facets and the filter by tree read. */
export const classesOf = (p: string) =>
  `array_remove(array['UNSPSC:' || ${p}.unspsc, 'ATA:' || ${p}.ata] || array(select distinct (x.c ->> 'system') || ':' || (x.c ->> 'code') from jsonb_array_elements(${p}.classifications) as x (c)
    where (x.c ->> 'system', x.c ->> 'code') is distinct from ('UNSPSC', ${p}.unspsc) and (x.c ->> 'system', x.c ->> 'code') is distinct from ('ATA', ${p}.ata)), null)`;

// A UUID v7 by its row number: one clock for the whole load, 4,096 ids a millisecond, in rising order; a quarter of the cost of uuid_v7().
export const bulkId = `encode(overlay(uuid_send(gen_random_uuid()) placing int8send(((v_ms + row_number() over () / 4096) << 16) | 28672 | (row_number() over () % 4096)) from 1 for 8), 'hex')::uuid`;

export const identifyParts = `create or replace function catalog.identify_parts(p_upload uuid) returns table (manufacturers integer, parts integer, described integer)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
    v_rank smallint;
    v_own text;
    v_own_maker uuid;
    v_ms bigint := extract(epoch from clock_timestamp()) * 1000;
  begin
    if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
    select case when 'OPERATOR' = any (o.roles) then 2 else 1 end, 'C:' || o.cage into v_rank, v_own from organizations.organization o where o.id = v_org;
    perform set_config('work_mem', '128MB', true);

    -- One claim per identity: the first row of the file that names it. Sorted, so that two catalogues publishing the same parts wait and never deadlock.
    -- Staging has no statistics: row by row it would be read once per row.
    perform set_config('enable_nestloop', 'off', true);
    create temp table part_claim on commit drop as
      select distinct on (s.maker, s.part_number) s.maker, s.maker_name, s.part_number, s.name, s.order_unit, s.approval_basis, s.details
      from supply.staged_change ch join supply.staged_row s on s.org_id = ch.org_id and s.upload_id = ch.upload_id and s.row_no = ch.row_no
      where ch.org_id = v_org and ch.upload_id = p_upload and ch.change in ('NEW', 'CHANGED')
      order by s.maker, s.part_number, s.row_no;
    analyze part_claim;
    perform set_config('enable_nestloop', 'on', true);

    with unknown as (
      select c.maker, max(c.maker_name) as maker_name from part_claim c
      where not exists (select from catalog.manufacturer_alias a where a.alias = c.maker) group by c.maker order by c.maker),
    made as (
      insert into catalog.manufacturer (code_kind, code, name, cages)
      select case when u.maker ~ '^N:' then 'NAME' when u.maker ~ '^C:[0-9A-HJ-NP-Z]{5}$' then 'CAGE' else 'CODE' end, substr(u.maker, 3), coalesce(u.maker_name, substr(u.maker, 3)),
        case when u.maker ~ '^C:[0-9A-HJ-NP-Z]{5}$' then array[substr(u.maker, 3)] else '{}' end
      from unknown u on conflict (code_kind, code) do nothing returning 1)
    select count(*) into manufacturers from made;
    insert into catalog.manufacturer_alias (alias, manufacturer_id)
      select distinct c.maker, m.id from part_claim c
      join catalog.manufacturer m on m.code = substr(c.maker, 3) and m.code_kind = case when c.maker ~ '^N:' then 'NAME' when c.maker ~ '^C:[0-9A-HJ-NP-Z]{5}$' then 'CAGE' else 'CODE' end
      where not exists (select from catalog.manufacturer_alias a where a.alias = c.maker)
      order by 1 on conflict (alias) do nothing;

    select a.manufacturer_id into v_own_maker from catalog.manufacturer_alias a where a.alias = v_own;
    create temp table part_new on commit drop as
      select ${bulkId} as id, a.manufacturer_id, c.part_number as number, catalog.part_key(c.part_number) as key, coalesce(c.name, c.part_number) as name,
        ${names
          .filter((f) => f !== 'name')
          .map((f) => `${empty[f] ? `coalesce(${fields[f]}, ${empty[f]})` : fields[f]} as ${f}`)
          .join(', ')},
        case when a.manufacturer_id = v_own_maker then 3 else v_rank end::smallint as source_rank
      from part_claim c join catalog.manufacturer_alias a on a.alias = c.maker
      left join catalog.part p on p.manufacturer_id = a.manufacturer_id and p.number = c.part_number
      where p.id is null order by a.manufacturer_id, c.part_number;
    analyze part_new;
    insert into catalog.part (id, manufacturer_id, number, key, ${names.join(', ')}, source_org, source_rank)
      select n.id, n.manufacturer_id, n.number, n.key, ${names.map((f) => `n.${f}`).join(', ')}, v_org, n.source_rank from part_new n
      on conflict (manufacturer_id, number) do nothing;
    get diagnostics parts = row_count;
    -- Joined to the part just written: where another catalogue was first, its document stands.
    insert into catalog.part_search (part_id, key, manufacturer_id, class, classes, tsv)
      select n.id, n.key, n.manufacturer_id, ${classOf('n')}, ${classesOf('n')}, ${document('n')}
      from part_new n join catalog.part p on p.id = n.id join catalog.manufacturer m on m.id = n.manufacturer_id;

    create temp table part_described on commit drop as
      select p.id, k.rank, ${names.map(won).join(', ')}
      from (select a.manufacturer_id, c.part_number, ${names.map((f) => `${fields[f]} as ${f}`).join(', ')},
          case when a.manufacturer_id = v_own_maker then 3 else v_rank end as rank
        from part_claim c join catalog.manufacturer_alias a on a.alias = c.maker) k
      join catalog.part p on p.manufacturer_id = k.manufacturer_id and p.number = k.part_number
      where not exists (select from part_new n where n.id = p.id) and (${names.map(wins).join('\n        or ')});
    update catalog.part p set ${names.map((f) => `${f} = coalesce(d.${f}, p.${f})`).join(', ')},
        field_ranks = p.field_ranks || jsonb_strip_nulls(jsonb_build_object(${names.map((f) => `'${f}', case when d.${f} is not null and d.rank > p.source_rank then d.rank end`).join(', ')}))
      from (select d0.* from part_described d0 order by d0.id) d where p.id = d.id;
    get diagnostics described = row_count;
    update catalog.part_search s set class = ${classOf('p')}, classes = ${classesOf('p')}, tsv = ${document('p')}
      from part_described d join catalog.part p on p.id = d.id join catalog.manufacturer m on m.id = p.manufacturer_id where s.part_id = p.id;
    drop table part_claim, part_new, part_described;
    return next;
  end $$`;

// Code lists of parts-model 5.3; a file's row is checked before, so what is refused here is a fault of ours.
const attributes: Readonly<Record<string, string>> = {
  un_number: `text collate "C" check (un_number ~ '^UN[0-9]{4}$')`,
  hazard_class: `text collate "C" check (hazard_class ~ '^[1-9](\\.[1-6][A-S]?)?$')`,
  packing_group: `text collate "C" check (packing_group in ('I', 'II', 'III'))`,
  shelf_life_extendable: 'boolean',
  eccn: `text collate "C" check (char_length(eccn) between 1 and 12)`,
  hs_code: `text collate "C" check (hs_code ~ '^[0-9]{6,10}$')`,
  life_limited: 'boolean',
  essentiality: `text collate "C" check (essentiality in ('0', '1', '2', '3'))`,
  spare_class: `text collate "C" check (spare_class in ('0', '1', '2', '6'))`,
};

// The search document of a part as it is now, for the operator's corrections; the same text that a load writes.
const refreshSearch = `create function catalog.refresh_search(p_parts uuid[]) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into catalog.part_search (part_id, key, manufacturer_id, class, classes, tsv)
    select p.id, p.key, p.manufacturer_id, ${classOf('p')}, ${classesOf('p')}, ${document('p')}
    from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.id = any (p_parts)
      and not exists (select from catalog.identity_correction c where c.from_part = p.id and c.kind = 'MERGE' and c.undone_at is null)
    on conflict (part_id) do update set key = excluded.key, manufacturer_id = excluded.manufacturer_id, class = excluded.class, classes = excluded.classes, tsv = excluded.tsv
  $$`;

/** The released function again; its first up also planted rows, which stand. */
const released = (runner: QueryRunner): QueryRunner =>
  Object.create(runner, {
    query: { value: async (text: string) => (text.startsWith('insert') ? undefined : runner.query(text)) },
  }) as QueryRunner;

/** What one must know of a part before buying, owned field by field; every class of a part where facets find it; revisions on offers. */
export class DescribeParts2026112203003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      ...Object.entries(attributes).map(([column, type]) => `alter table catalog.part add column ${column} ${type}`),
      `alter table supply.offer add column revision text generated always as (details ->> 'revision') stored,
        add column actual_maker text generated always as (details ->> 'actualMaker') stored`,
      `alter table catalog.part_search add column classes text[] collate "C" not null default '{}'`,
      as('entrepot_definer', 'catalog', [
        identifyParts,
        refreshSearch,
        `update catalog.part_search s set classes = ${classesOf('p')} from catalog.part p where p.id = s.part_id and ${classesOf('p')} <> '{}'`,
      ]),
      'create index part_search_classes on catalog.part_search using gin (classes)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop function catalog.refresh_search(uuid[])', 'drop function catalog.identify_parts(uuid)']);
    await new IdentifyParts2026112103002().up(released(runner));
    await sql(runner, [
      'drop index catalog.part_search_classes',
      'alter table catalog.part_search drop column classes',
      'alter table supply.offer drop column actual_maker, drop column revision',
      ...Object.keys(attributes)
        .reverse()
        .map((column) => `alter table catalog.part drop column ${column}`),
    ]);
  }
}
