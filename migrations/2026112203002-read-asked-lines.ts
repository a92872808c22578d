import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

const bind = `if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);`;

// Which part a number means: as written first (also the asker's own numbers), then what everybody calls it, then by the key that only
// finds. One part is an answer, several are a choice, none is said so; nothing is guessed. A part that was merged stands for the one
// it is. `makers` are aliases as manufacturerAlias of catalog writes them; an own number has no maker.
const readNumbers = `create function catalog.read_numbers(p_org uuid, p_lines jsonb) returns jsonb
  language plpgsql volatile security invoker set plan_cache_mode = force_generic_plan as $$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
  begin
    ${bind}
    return (select jsonb_agg(case when l.line ? 'number' then (l.line - '{number,makers}'::text[]) || case r.parts
        when 1 then jsonb_build_object('part', r.part) when 0 then '{"problem": "NUMBER_UNKNOWN"}'
        else jsonb_build_object('problem', 'NUMBER_AMBIGUOUS', 'choices', r.choices) end else l.line end order by l.place)
      from (select x.line, x.place, catalog.part_key(x.line ->> 'number') as key, upper(btrim(regexp_replace(x.line ->> 'number', '\\s+', ' ', 'g'))) as number,
          array(select jsonb_array_elements_text(x.line -> 'makers')) as makers
        from jsonb_array_elements(p_lines) with ordinality as x (line, place)) l
      left join lateral (
        select count(*) as parts, min(f.id::text) as part,
          jsonb_path_query_array(jsonb_agg(jsonb_build_object('partId', f.id, 'number', f.number, 'manufacturerCode', m.code, 'manufacturerName', m.name, 'name', f.name) order by f.number, m.code), '$[0 to 49]') as choices
        from (
          select h.*, min(h.step) over () as best from (
            select distinct on (p.id) p.id, p.number, p.name, p.manufacturer_id, u.step from (
              select k.id, case when k.number = l.number then 1 else 3 end as step from catalog.part k where k.key = l.key
              union all
              select a.part_id, case when a.number = l.number then 1 else 3 end from catalog.part_alias a
              where a.org_id = p_org and a.key = l.key and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today and not l.line ? 'makers'
              union all
              select a.part_id, 2 from catalog.common_alias a
              where a.key = any (catalog.alias_keys(l.key)) and (a.key = l.key or a.kind = 'GTIN') and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today) u
            left join catalog.identity_correction c on c.from_part = u.id and c.kind = 'MERGE' and c.undone_at is null
            join catalog.part p on p.id = coalesce(c.to_part, u.id)
            where not l.line ? 'makers' or exists (select 1 from catalog.manufacturer_alias y where y.manufacturer_id = p.manufacturer_id and y.alias = any (l.makers))
            order by p.id, u.step) h) f
        join catalog.manufacturer m on m.id = f.manufacturer_id where f.step = f.best) r on l.line ? 'number');
  end $$`;

// Offers of one part that a line is answered with: as many as supply.read_availability gives.
const offersOfOneMax = 25;
const offersMax = 200;

// The way from what was asked to what supply.read_availability takes: numbers become parts; where a hard filter or a corrected
// identity bears on a part, the part becomes its offers, so that the filter works on candidates and never on the answer.
const readAskedLines = `create function supply.read_asked_lines(p_org uuid, p_lines jsonb) returns jsonb
  language plpgsql volatile security invoker set plan_cache_mode = force_generic_plan as $$
  declare
    v_lines jsonb := p_lines;
  begin
    ${bind}
    if jsonb_path_exists(p_lines, '$[*] ? (exists(@.number))') then v_lines := catalog.read_numbers(p_org, p_lines); end if;
    if not jsonb_path_exists(v_lines, '$[*] ? (exists(@.bases))') and not exists (
      select from jsonb_to_recordset(v_lines) as x (part uuid) join catalog.identity_correction c on x.part in (c.from_part, c.to_part) and c.undone_at is null) then
      return v_lines;
    end if;
    return (select jsonb_agg(l.line - '{part,offer,bases}'::text[] || case when o.offer is not null then jsonb_build_object('offer', o.offer)
        when l.line ? 'problem' then '{}' else jsonb_build_object('problem', case when o.others then 'BASIS_REFUSED' when l.offer is not null then 'OFFER_UNKNOWN' else 'NO_OFFER' end) end
        order by l.place, o.place)
      from (select x.line, x.place, (x.line ->> 'offer')::uuid as offer, (x.line ->> 'part')::uuid as part,
          case when x.line ? 'bases' then array(select jsonb_array_elements_text(x.line -> 'bases')) end as bases
        from jsonb_array_elements(v_lines) with ordinality as x (line, place)) l
      left join lateral (
        select case when f.fits then f.id end as offer, f.place, not f.fits as others from (
          select g.id, g.fits, row_number() over (order by g.fits desc, g.nth, g.id) as place, bool_or(g.fits) over () as any_fits from (
            select e.id, b.fits, row_number() over (partition by e.org_id, b.fits order by e.id) as nth
            from (
              select a.id, a.org_id, a.part_id, a.approval_basis from supply.offer a where a.id = l.offer
              union all
              select a.id, a.org_id, a.part_id, a.approval_basis from supply.offer a where a.part_id = l.part and l.offer is null and a.status = 'ACTIVE'
                and not exists (select from catalog.identity_correction c where c.from_part = a.part_id and c.supplier_id = a.org_id and c.undone_at is null)
              union all
              select a.id, a.org_id, a.part_id, a.approval_basis from catalog.identity_correction c
                join supply.offer a on a.part_id = c.from_part and (c.supplier_id is null or c.supplier_id = a.org_id) and a.status = 'ACTIVE'
              where c.to_part = l.part and l.offer is null and c.undone_at is null
                and (c.supplier_id is not null or not exists (select from catalog.identity_correction k where k.from_part = a.part_id and k.supplier_id = a.org_id and k.undone_at is null))) e
            join catalog.part p on p.id = e.part_id
            cross join lateral (select l.bases is null or coalesce(catalog.approval_basis(coalesce(e.approval_basis, p.approval_basis)) = any (l.bases), false) as fits) b) g
          where g.nth <= ${offersOfOneMax}) f
        where f.place <= ${offersMax} and f.fits or f.place = 1 and not f.any_fits) o on true);
  end $$`;

/** Numbers, hard filters and corrected identities in front of price and availability: see libs/supply/README.md. */
export class ReadAskedLines2026112203002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      readNumbers,
      readAskedLines,
      'grant execute on function catalog.read_numbers(uuid, jsonb), supply.read_asked_lines(uuid, jsonb) to entrepot_app',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop function supply.read_asked_lines(uuid, jsonb)', 'drop function catalog.read_numbers(uuid, jsonb)']);
  }
}
