import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  identifyParts as before,
  bulkId,
  classesOf,
  classOf,
  document,
  empty,
  fields,
  names,
  wins,
  won,
} from './2026112203003-describe-parts.js';
import { as, sql } from './support.js';

const kindOf = (maker: string) =>
  `case when ${maker} ~ '^N:' then 'NAME' when ${maker} ~ '^C:[0-9A-HJ-NP-Z]{5}$' then 'CAGE' else 'CODE' end`;
const claimed = (field: string) =>
  field === 'name'
    ? 'coalesce(c.name, c.part_number)'
    : empty[field]
      ? `coalesce(${fields[field]}, ${empty[field]})`
      : fields[field];

// The same words as catalog.search_words; plain ASCII, which most names are, is spared the call of a function in PL/pgSQL.
export const textOf = (p: string) => document(p).replace(/^catalog\.search_words\((.*)\)$/s, '$1');
export const words = (text: string) =>
  `case when octet_length(${text}) = length(${text}) then to_tsvector('pg_catalog.simple', ${text}) else catalog.search_words(${text}) end`;

/** The search documents of the parts that an upload made. */
export const freshWords = `    -- From the parts as just written: what the claims say is taken apart once.
    insert into catalog.part_search (part_id, key, manufacturer_id, class, classes, tsv)
      select d.id, d.key, d.manufacturer_id, d.class, d.classes, ${words('d.text')}
      from (select p.id, p.key, p.manufacturer_id, ${classOf('p')} as class, ${classesOf('p')} as classes, ${textOf('p')} as text
        from named_part n join catalog.part p on p.id = n.id join catalog.manufacturer m on m.id = p.manufacturer_id where n.fresh offset 0) d;`;
/** The search documents of the parts that it described further. */
export const describedWords = `      update catalog.part_search s set class = ${classOf('p')}, classes = ${classesOf('p')}, tsv = ${document('p')}
        from part_described d join catalog.part p on p.id = d.id join catalog.manufacturer m on m.id = p.manufacturer_id where s.part_id = p.id;`;

const identifyParts = `create or replace function catalog.identify_parts(p_upload uuid) returns table (manufacturers integer, parts integer, described integer)
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
    drop table if exists pg_temp.named_part;

    -- One claim per identity: the first row of the file that names it. Staging has no statistics: row by row it would be read once per row.
    perform set_config('enable_nestloop', 'off', true);
    create temp table part_claim on commit drop as
      select distinct on (s.maker, s.part_number) s.maker, s.maker_name, s.part_number, s.name, s.order_unit, s.approval_basis, s.details
      from supply.staged_change ch join supply.staged_row s on s.org_id = ch.org_id and s.upload_id = ch.upload_id and s.row_no = ch.row_no
      where ch.org_id = v_org and ch.upload_id = p_upload and ch.change in ('NEW', 'CHANGED')
      order by s.maker, s.part_number, s.row_no;
    analyze part_claim (maker, part_number);
    perform set_config('enable_nestloop', 'on', true);

    with unknown as (
      select c.maker, max(c.maker_name) as maker_name from part_claim c
      where not exists (select from catalog.manufacturer_alias a where a.alias = c.maker) group by c.maker order by c.maker),
    made as (
      insert into catalog.manufacturer (code_kind, code, name, cages)
      select ${kindOf('u.maker')}, substr(u.maker, 3), coalesce(u.maker_name, substr(u.maker, 3)),
        case when u.maker ~ '^C:[0-9A-HJ-NP-Z]{5}$' then array[substr(u.maker, 3)] else '{}' end
      from unknown u on conflict (code_kind, code) do nothing returning 1)
    select count(*) into manufacturers from made;
    insert into catalog.manufacturer_alias (alias, manufacturer_id)
      select u.maker, m.id from (
        select c.maker from part_claim c where not exists (select from catalog.manufacturer_alias a where a.alias = c.maker) group by c.maker) u
      join catalog.manufacturer m on m.code = substr(u.maker, 3) and m.code_kind = ${kindOf('u.maker')}
      order by 1 on conflict (alias) do nothing;

    -- What each name of the file means, found or made; the publication that called reads it too.
    select a.manufacturer_id into v_own_maker from catalog.manufacturer_alias a where a.alias = v_own;
    create temp table named_part on commit drop as
      select c.maker, c.part_number, a.manufacturer_id, coalesce(p.id, ${bulkId}) as id, p.id is null as fresh,
        case when a.manufacturer_id = v_own_maker then 3 else v_rank end::smallint as rank
      from part_claim c join catalog.manufacturer_alias a on a.alias = c.maker
      left join catalog.part p on p.manufacturer_id = a.manufacturer_id and p.number = c.part_number;
    grant select on named_part to entrepot_app;
    analyze named_part;
    -- Sorted, so that two catalogues publishing the same parts wait and never deadlock.
    insert into catalog.part (id, manufacturer_id, number, key, ${names.join(', ')}, source_org, source_rank)
      select n.id, n.manufacturer_id, n.part_number, catalog.part_key(n.part_number), ${names.map((f) => claimed(f)).join(', ')}, v_org, n.rank
      from named_part n join part_claim c on c.maker = n.maker and c.part_number = n.part_number
      where n.fresh order by n.manufacturer_id, n.part_number
      on conflict (manufacturer_id, number) do nothing;
    get diagnostics parts = row_count;
    -- Another catalogue was first, or the file has two names for one part: that part is meant, and its document stands.
    if parts < (select count(*) from named_part n where n.fresh) then
      update named_part n set id = p.id, fresh = false
        from catalog.part p where n.fresh and p.manufacturer_id = n.manufacturer_id and p.number = n.part_number and p.id <> n.id;
    end if;

${freshWords}

    described := 0;
    if exists (select from named_part n where not n.fresh) then
      create temp table part_described on commit drop as
        select p.id, k.rank, ${names.map(won).join(', ')}
        from (select n.id, n.rank, ${names.map((f) => `${fields[f]} as ${f}`).join(', ')}
          from named_part n join part_claim c on c.maker = n.maker and c.part_number = n.part_number where not n.fresh) k
        join catalog.part p on p.id = k.id
        where ${names.map(wins).join('\n        or ')};
      update catalog.part p set ${names.map((f) => `${f} = coalesce(d.${f}, p.${f})`).join(', ')},
          field_ranks = p.field_ranks || jsonb_strip_nulls(jsonb_build_object(${names.map((f) => `'${f}', case when d.${f} is not null and d.rank > p.source_rank then d.rank end`).join(', ')}))
        from (select d0.* from part_described d0 order by d0.id) d where p.id = d.id;
      get diagnostics described = row_count;
${describedWords}
      drop table part_described;
    end if;
    drop table part_claim;
    return next;
  end $$`;

/** The parts of an upload in fewer passes; leaves \`named_part\`: which part a name of the file is. */
export class IdentifyPartsByName2026112204002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [as('entrepot_definer', 'catalog', [identifyParts])]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, [as('entrepot_definer', 'catalog', [before])]);
  }
}
