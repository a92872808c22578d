import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agreedAndBroken } from './2026112105040-read-availability.js';
import { ReadSearch2026112105050 } from './2026112105050-read-search.js';
import { sql } from './support.js';

const han = '\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff';

// Only offers that the acting organisation may see count; the summary row answers first, because it is one probe.
const filters = `
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved))`;

/** A statement with and without the filters: two plans, so that the plain question does not pay for them. */
const filtered = (statement: (where: string) => string) =>
  `if v_filtered then ${statement(filters)}; else ${statement('')}; end if;`;

// Candidates of one way of finding, in their final order: v_ids with v_sorts. v_cap bounds them before they are ranked.
const byNumber = (where: string) => `
      select array_agg(f.part_id order by f.step, f.part_id), array_agg(f.step::real order by f.step, f.part_id), min(f.step) into v_ids, v_sorts, v_step from (
        select h.part_id, h.step, min(h.step) over () as best from (
          select coalesce(c.to_part, u.part_id) as part_id, min(u.step) as step from (
            select p.id as part_id, case when p.number = v_number then 1 else 4 end as step from catalog.part p where p.key = v_key
            union all
            select a.part_id, case when a.number = v_number then 2 else 4 end from catalog.part_alias a
            where a.org_id = p_org and a.key = v_key and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today
            union all
            select a.part_id, 3 from catalog.common_alias a
            where a.key = any (catalog.alias_keys(v_key)) and (a.key = v_key or a.kind = 'GTIN') and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today) u
          left join catalog.identity_correction c on c.from_part = u.part_id and c.kind = 'MERGE' and c.undone_at is null group by 1) h
        join catalog.part_search s on s.part_id = h.part_id where true ${where}) f where f.best = 4 or f.step < 4`;
const byPrefix = (where: string) => `
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part p join catalog.part_search s on s.part_id = p.id
        where p.key >= v_from_key and p.key < v_key || '~' and (p.key > v_from_key or p.id > v_from_id) ${where}
        order by p.key, p.id limit case when v_facets then v_cap else v_first + 1 end) f`;
const byClass = (where: string) => `
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part_search s
        where s.class = v_class and s.key >= v_from_key and (s.key > v_from_key or s.part_id > v_from_id) ${where}
        order by s.key, s.part_id limit case when v_facets then v_cap else v_first + 1 end) f`;
// A class with classes below it, or one that is the second class of parts: found by the set, then put in order.
const byTree = (where: string) => `
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part_search s
        where s.classes && v_classes and s.key >= v_from_key and (s.key > v_from_key or s.part_id > v_from_id) ${where}
        order by s.key, s.part_id limit case when v_facets then v_cap else v_first + 1 end) f`;
const byFragment = (where: string) => `
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select s.part_id, position(v_key in s.key)::real as sort from catalog.part_search s where s.key like '%' || v_key || '%' ${where} limit v_cap) f`;
const byWords = (where: string) => `
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select c.part_id, -ts_rank(c.tsv, v_words) as sort from (
          select s.part_id, s.tsv from catalog.part_search s where s.tsv @@ v_words ${where} limit v_cap) c) f`;

const perUnit = `case when not (o.content_per_order_unit is null and o.order_unit ~ '^X') then
        coalesce(ag.price, coalesce(br.price, o.list_price) * (100 - coalesce(ag.discount, 0)) * 0.01)
          * o.price_factor_num / o.price_factor_den / coalesce(ag.basis, o.basis) / coalesce(o.content_per_order_unit, 1) end`;

/** A part in the field names of its entity, with its manufacturer. */
const partOf = `jsonb_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name, 'names', p.names, 'description', p.description, 'unit', p.unit,
          'unspsc', p.unspsc, 'ata', p.ata, 'classifications', p.classifications, 'shelfLifeDays', p.shelf_life_days, 'hazmat', p.hazmat, 'approvalBasis', p.approval_basis,
          'unNumber', p.un_number, 'hazardClass', p.hazard_class, 'packingGroup', p.packing_group, 'shelfLifeExtendable', p.shelf_life_extendable, 'eccn', p.eccn, 'hsCode', p.hs_code,
          'lifeLimited', p.life_limited, 'essentiality', p.essentiality, 'spareClass', p.spare_class,
          'manufacturerId', p.manufacturer_id, 'manufacturer', jsonb_build_object('id', m.id, 'code', m.code, 'codeKind', m.code_kind, 'name', m.name, 'cages', m.cages, 'issuingBody', m.issuing_body, 'successorId', m.successor_id, 'succeededOn', m.succeeded_on, 'mergedInto', m.merged_into, 'version', m.version))`;

// Offers of another basis are no offers to whoever set the filter.
const allowed = `and (v_bases is null or catalog.approval_basis(coalesce(o.approval_basis, (select q.approval_basis from catalog.part q where q.id = o.part_id))) = any (v_bases))`;

const readSearch = `create or replace function supply.read_search(p_org uuid, p_query jsonb)
  returns table (matched_by text, page jsonb, has_more boolean, facets json, total int, capped boolean, suggestions jsonb)
  language plpgsql volatile security invoker set plan_cache_mode = force_generic_plan as $$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_text text := coalesce(btrim(regexp_replace(p_query ->> 'text', '\\s+', ' ', 'g')), '');
    v_number text := upper(v_text);
    v_key text := catalog.part_key(v_text);
    v_first int := (p_query ->> 'first')::int;
    v_facets boolean := coalesce((p_query ->> 'facets')::boolean, false);
    v_offers boolean := coalesce((p_query ->> 'offers')::boolean, false);
    v_makers uuid[] := (select array_agg(x::uuid) from jsonb_array_elements_text(p_query -> 'manufacturers') as x);
    v_suppliers uuid[] := (select array_agg(x::uuid) from jsonb_array_elements_text(p_query -> 'suppliers') as x);
    v_class text := p_query ->> 'classification';
    v_classes text[];
    v_tree boolean;
    v_bases text[] := (select array_agg(x) from jsonb_array_elements_text(p_query -> 'approvalBases') as x);
    v_in_stock boolean := coalesce((p_query ->> 'inStock')::boolean, false);
    v_filtered boolean := v_makers is not null or v_suppliers is not null or v_class is not null or v_bases is not null or v_in_stock;
    v_after jsonb := p_query -> 'after';
    v_by text := v_after ->> 'by';
    v_from_key text := greatest(v_after ->> 'key', v_key);
    v_from_id uuid := coalesce((v_after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000');
    v_cap constant int := 500;
    v_like_number boolean := v_text ~ '[0-9]' and v_key <> '';
    v_words tsquery;
    v_pairs text;
    v_latin text;
    v_ids uuid[];
    v_sorts real[];
    v_step int;
    v_page uuid[];
    v_others uuid[];
    v_alike text[] := array[''];
    v_sign text;
    v_other text;
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    if v_class is not null then
      v_classes := catalog.classes_below(v_class);
      v_tree := cardinality(v_classes) > 1 or v_class !~ '^UNSPSC:';
    end if;

    -- The first way that finds something answers; a later page goes the way of the first one.
    if v_text = '' then
      matched_by := null;
      if v_class is not null and v_tree then ${filtered(byTree)} elsif v_class is not null then ${filtered(byClass)} else ${filtered(byPrefix)} end if;
    else
      if v_key <> '' and (v_by is null or v_by in ('EXACT', 'OWN_NUMBER', 'COMMON_NUMBER', 'NORMALISED')) then
        ${filtered(byNumber)}
        matched_by := case v_step when 1 then 'EXACT' when 2 then 'OWN_NUMBER' when 3 then 'COMMON_NUMBER' else 'NORMALISED' end;
      end if;
      if v_ids is null and length(v_key) >= 2 and (v_by = 'PREFIX' or v_by is null and v_like_number) then
        matched_by := 'PREFIX';
        ${filtered(byPrefix)}
      end if;
      -- Three characters are the least that trigrams can find.
      if v_ids is null and length(v_key) >= 3 and (v_by = 'FRAGMENT' or v_by is null and v_like_number) then
        matched_by := 'FRAGMENT';
        ${filtered(byFragment)}
      end if;
      if v_ids is null and (v_by is null or v_by = 'TEXT') then
        matched_by := 'TEXT';
        -- A single character is the beginning of a pair; longer runs are asked for pair by pair.
        v_pairs := case when v_text ~ '[${han}]' then (
          select string_agg(case when length(r.run[1]) = 1 then r.run[1] || ':*' else substr(r.run[1], i, 2) end, ' & ')
          from regexp_matches(v_text, '[${han}]+', 'g') as r (run), generate_series(1, greatest(length(r.run[1]) - 1, 1)) as i) end;
        v_latin := case when v_pairs is null then v_text else regexp_replace(v_text, '[${han}]+', ' ', 'g') end;
        v_words := case when v_latin ~ '[[:alnum:]]' then plainto_tsquery('pg_catalog.simple', v_latin) end;
        if v_pairs is not null then v_words := coalesce(v_words && to_tsquery('pg_catalog.simple', v_pairs), to_tsquery('pg_catalog.simple', v_pairs)); end if;
        if numnode(v_words) > 0 then ${filtered(byWords)} end if;
      end if;
      -- A word that is none of the words may be the beginning of a number: letters only.
      if v_ids is null and length(v_key) >= 2 and not v_like_number and (v_by is null or v_by = 'PREFIX') then
        matched_by := 'PREFIX';
        ${filtered(byPrefix)}
      end if;
      if v_ids is null and length(v_key) >= 3 and not v_like_number and (v_by is null or v_by = 'FRAGMENT') then
        matched_by := 'FRAGMENT';
        ${filtered(byFragment)}
      end if;
      if v_ids is null then matched_by := null; end if;
    end if;

    total := coalesce(cardinality(v_ids), 0);
    capped := total >= v_cap;
    if v_after is null or v_by in ('PREFIX', '') or v_text = '' then
      v_page := v_ids[1:v_first + 1];
    else
      v_page := array(select c.id from unnest(v_ids, v_sorts) with ordinality as c (id, sort, place)
        where (c.sort, c.id) > ((v_after ->> 'sort')::real, v_from_id) order by c.place limit v_first + 1);
    end if;
    has_more := coalesce(cardinality(v_page), 0) > v_first;
    v_page := v_page[1:v_first];

    page := (select jsonb_agg(jsonb_build_object('sort', v_sorts[array_position(v_ids, g.id)], 'part', ${partOf}) order by g.place)
      from unnest(v_page) with ordinality as g (id, place) join catalog.part p on p.id = g.id join catalog.manufacturer m on m.id = p.manufacturer_id);

    if v_offers and page is not null then
      v_others := array(select c.from_part from catalog.identity_correction c where c.to_part = any (v_page) and c.undone_at is null);
      page := (select jsonb_agg(x.hit || coalesce(w.supply, '{"offerCount": 0, "supplierCount": 0, "inStock": false, "lowestPrices": []}') order by x.place)
        from jsonb_array_elements(page) with ordinality as x (hit, place)
        left join (
          select q.part_id, jsonb_build_object('offerCount', sum(q.offers), 'supplierCount', (select count(distinct u) from unnest(string_to_array(string_agg(array_to_string(q.suppliers, ','), ','), ',')) as u), 'inStock', bool_or(q.stocked),
            'lowestPrices', coalesce(jsonb_agg(jsonb_build_object('amount', trim_scale(round(q.lowest, 10))::text, 'currency', q.currency, 'basis', '1', 'unit', q.unit)
              order by q.offers desc, q.currency, q.unit) filter (where q.lowest is not null), '[]')) as supply
          from (
            select e.part as part_id, coalesce(o.content_unit, o.order_unit) as unit, coalesce(ag.price_currency, o.currency) as currency, count(*) as offers,
              array_agg(distinct o.org_id) as suppliers,
              bool_or(exists (select 1 from supply.stock k where k.org_id = o.org_id and k.offer_id = o.id and k.quantity > k.reserved)) as stocked,
              min(${perUnit}) filter (where ag.price is not null or coalesce(o.valid_from, v_today) <= v_today and coalesce(o.valid_to, v_today) >= v_today) as lowest
            from supply.offer o
            left join catalog.identity_correction sp on sp.from_part = o.part_id and sp.supplier_id = o.org_id and sp.undone_at is null
            left join catalog.identity_correction mg on mg.from_part = o.part_id and mg.kind = 'MERGE' and mg.undone_at is null
            cross join lateral (select coalesce(sp.to_part, mg.to_part, o.part_id) as part offset 0) e
            cross join lateral (select o.minimum as qty, null::date as need_by offset 0) l ${agreedAndBroken}
            where o.part_id = any (v_page || v_others) and e.part = any (v_page) and o.status = 'ACTIVE' ${allowed}
            group by 1, 2, 3) q
          group by 1) w on w.part_id = (x.hit -> 'part' ->> 'id')::uuid);
    end if;

    if v_facets and v_after is null then
      facets := (with c as materialized (
          select i.id, s.manufacturer_id, s.classes, catalog.approval_basis(p.approval_basis) as basis, y.suppliers, y.in_stock from unnest(v_ids) as i (id)
          join catalog.part_search s on s.part_id = i.id left join catalog.part p on p.id = i.id and coalesce((p_query ->> 'bases')::boolean, false) left join supply.part_supply y on y.part_id = i.id)
        select json_build_object('firstN', total, 'capped', capped, 'inStock', (select count(*) from c where c.in_stock),
          'suppliers', (select coalesce(json_agg(json_build_object('id', f.id, 'name', o.name, 'count', f.n) order by f.n desc, o.name, f.id), '[]')
            from (select u as id, count(*) as n from c, unnest(c.suppliers) as u group by 1 order by 2 desc, 1 limit 20) f join organizations.organization o on o.id = f.id),
          'manufacturers', (select coalesce(json_agg(json_build_object('id', f.id, 'name', m.name, 'count', f.n) order by f.n desc, m.name, f.id), '[]')
            from (select c.manufacturer_id as id, count(*) as n from c group by 1 order by 2 desc, 1 limit 20) f join catalog.manufacturer m on m.id = f.id),
          'classifications', (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.id, 'count', f.n) order by f.n desc, f.id), '[]')
            from (select k as id, count(*) as n from c, unnest(c.classes) as k group by 1 order by 2 desc, 1 limit 20) f),
          'approvalBases', (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.id, 'count', f.n) order by f.n desc, f.id), '[]')
            from (select c.basis as id, count(*) as n from c where c.basis is not null group by 1) f),
          'tree', case when (p_query ->> 'tree')::boolean then (select catalog.class_tree(array_agg(c.id), array_agg(k)) from c, unnest(c.classes) as k) end));
    end if;

    -- Nothing found: numbers that look or read alike are offered, never answered with.
    if v_ids is null and v_after is null and (v_like_number or v_key ~ '[OI]') and length(v_key) between 4 and 70 then
      -- Every reading of the first eight letters O, I and digits 0, 1.
      for v_sign in select regexp_split_to_table(v_key, '') loop
        v_other := translate(v_sign, 'O0I1', '0O1I');
        v_alike := array(select a || s from unnest(v_alike) as a, unnest(case when v_other <> v_sign and cardinality(v_alike) < 256 then array[v_sign, v_other] else array[v_sign] end) as s);
      end loop;
      perform set_config('pg_trgm.similarity_threshold', '0.4', true);
      suggestions := (select jsonb_agg(${partOf} order by t.near desc, p.key, p.id)
        from (select y.id, max(y.near) as near from (
            (select a.id, 2::real as near from catalog.part a where a.key = any (v_alike) order by a.id limit 5)
            union all
            (select s.part_id, public.similarity(s.key, v_key) from catalog.part_search s
              where v_like_number and s.key operator(public.%) v_key order by 2 desc, s.part_id limit 5)) y
          group by 1 order by 2 desc, 1 limit 5) t
        join catalog.part p on p.id = t.id join catalog.manufacturer m on m.id = p.manufacturer_id);
    end if;
    return next;
  end $$`;

/** The search again: approval basis as a hard filter, numbers that everybody knows, merged parts, classes by their trees. */
export class ReadSearch2026112203006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [readSearch]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop function supply.read_search(uuid, jsonb)']);
    await new ReadSearch2026112105050().up(runner);
  }
}
