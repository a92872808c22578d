import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ReadAlternatives2026112203102 } from './2026112203102-read-alternatives.js';
import { ACTING, sql } from './support.js';

// The pieces below are one rule each; `l` is a link, `q` the question. test/prove/interchange-graph says the same in plain TypeScript.
// Parts that the operator found to be one are one here: the search walks the part that stands for the others, and finds what was said of
// each of them. Whose word counts is judged by the part that a link was written on. Where nothing is merged, nothing is asked.

/** The part that stands for a part: another one after a merge. */
const meant = (part: string) =>
  `case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = ${part} and c.kind = 'MERGE' and c.undone_at is null), ${part}) else ${part} end`;

/** A part with all that it stands for. */
const named = (part: string) =>
  `case when v_merges then array(select ${part} union all select c.from_part from catalog.identity_correction c where c.to_part = ${part} and c.kind = 'MERGE' and c.undone_at is null) else array[${part}] end`;

const makerOf = (part: string) => `(select z.manufacturer_id from catalog.part z where z.id = ${part})`;

/** Not withdrawn, and in effect on the day asked for. */
const holds = (l: string) =>
  `${l}.withdrawn_at is null and ${l}.effective_from <= q.day and coalesce(${l}.effective_to, q.day) >= q.day`;

/**
 * Whose word counts for this buyer (trade-rules 11): the operator's, the manufacturer's of the part that would be replaced, his own
 * engineering's; anything else, his own people's word too, is a claim until that manufacturer, or his engineering, approves it.
 */
const counts = (
  l: string,
  maker: string,
) => `(${l}.asserted_as = 'OPERATOR' or ${l}.asserted_as = 'BUYER' and ${l}.counts_at_once and ${l}.org_id = q.org
      or ${l}.asserted_as = 'MANUFACTURER' and ${l}.maker_id = ${maker}
      or exists (select 1 from catalog.interchange_approval y where y.link_org = ${l}.org_id and y.link_id = ${l}.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = ${maker})))`;

/** Said or approved by this manufacturer. */
const spoken = (
  l: string,
  maker: string,
) => `(${l}.asserted_as = 'MANUFACTURER' and ${l}.maker_id = ${maker} or exists (select 1 from catalog.interchange_approval y
        where y.link_org = ${l}.org_id and y.link_id = ${l}.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
          and y.kind = 'MANUFACTURER' and y.maker_id = ${maker}))`;

/** ANY: no limits stated. MATCH, MISS: the application is, or is not, one of those stated. UNKNOWN: too little was said of it. */
const fitOf = (l: string) =>
  `case when ${l}.applicability = '[]' then 'ANY' else catalog.application_fit(${l}.applicability, q.model, q.msn, q.mods) end`;

/** "Not interchangeable" holds both ways, unless it is known to be about another application; the word of either part's manufacturer counts. `a` is all names of a part. */
const vetoed = (a: string, b: string) => `exists (select 1 from catalog.interchange_link v
      where v.meaning = 'NOT' and (v.from_part = any (${a}) and ${meant('v.to_part')} = ${b} or v.to_part = any (${a}) and ${meant('v.from_part')} = ${b})
        and ${holds('v')} and (${counts('v', makerOf('v.from_part'))} or ${spoken('v', makerOf('v.to_part'))}) and ${fitOf('v')} <> 'MISS')`;

/** Class V: the old part is an unacceptable risk and is not sold. */
const blocked = (part: string) => `exists (select 1 from catalog.interchange_link v
      where v.from_part = any (${named(part)}) and v.effect = 'BLOCK' and ${holds('v')} and ${counts('v', makerOf('v.from_part'))}
        and case ${fitOf('v')} when 'MISS' then false when 'UNKNOWN' then not q.consent else true end)`;

const needsCheck = `(g.meaning = 'QUALIFIED' or g.effect = 'CHECK')`;
/** Qualified links, and those whose class says so, need an application that matches, or consent. */
const admitted = `case g.fit when 'MATCH' then true when 'MISS' then false when 'UNKNOWN' then q.consent else q.consent or not ${needsCheck} end`;
const qualified = `(${needsCheck} or g.fit = 'UNKNOWN')`;

/** Steps that lead from a part (`ids`: all its names) to another one, in the order of the search: 1 alias or re-identified, 2 two-way, 3 one-way, 4 qualified. */
const steps = (part: string, ids: string) => `(
      select g.link_org, g.link_id, g.target, g.reversed, g.fit, ${qualified} as qualified,
        case when ${qualified} then 4 else case g.meaning when 'ALIAS' then 1 when 'REIDENTIFIED' then 1 when 'TWO_WAY' then 2 else 3 end end as rank, g.meaning = 'ALIAS' as alias, g.own_number
      from (
        select l.org_id as link_org, l.id as link_id, ${meant('l.to_part')} as target, false as reversed, l.meaning, l.effect, ${fitOf('l')} as fit, null::text as own_number
        from catalog.interchange_link l join catalog.part p on p.id = l.from_part
        where l.from_part = any (${ids}) and l.to_part is not null and l.meaning in ('ONE_WAY', 'TWO_WAY', 'QUALIFIED', 'REIDENTIFIED') and ${holds('l')} and ${counts('l', 'p.manufacturer_id')}
        union all
        select l.org_id, l.id, ${meant('l.from_part')}, true, l.meaning, l.effect, ${fitOf('l')}, null
        from catalog.interchange_link l join catalog.part p on p.id = l.to_part
        where l.to_part = any (${ids}) and l.meaning in ('TWO_WAY', 'REIDENTIFIED') and ${holds('l')} and ${counts('l', 'p.manufacturer_id')}
        union all
        (select distinct on (e.target) null::uuid, null::uuid, e.target, false, 'ALIAS', 'NONE', 'ANY', e.number
        from (select ${meant('twin.part_id')} as target, twin.number
          from catalog.part_alias mine join catalog.part_alias twin on twin.org_id = mine.org_id and twin.key = mine.key and twin.number = mine.number and twin.part_id <> mine.part_id
          where mine.org_id = q.org and mine.part_id = any (${ids}) and mine.kind = 'OWN_STOCK_NUMBER' and mine.valid_from <= q.day and coalesce(mine.valid_to, q.day) >= q.day
            and twin.kind = 'OWN_STOCK_NUMBER' and twin.valid_from <= q.day and coalesce(twin.valid_to, q.day) >= q.day) e order by e.target, e.number)) g
      where ${admitted} and g.target <> ${part} and g.target <> q.part and not ${vetoed(ids, 'g.target')})`;

const step = `jsonb_build_object('from', t.source, 'to', t.target, 'linkOrg', t.link_org, 'linkId', t.link_id, 'reversed', t.reversed, 'fit', t.fit, 'qualified', t.qualified, 'ownNumber', t.own_number)`;

// States are (part, worst step so far, length), not paths: a graph full of cycles has few of them. The way to each chosen part is walked back afterwards.
const readAlternatives = `create or replace function catalog.read_alternatives(p_org uuid, p_questions jsonb)
  returns table (n int, place int, parts jsonb, reason text, rank int, qualified boolean, path jsonb)
  language plpgsql volatile security invoker set plan_cache_mode = force_generic_plan as $$
  #variable_conflict use_column
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_merges boolean := exists (select from catalog.identity_correction c where c.kind = 'MERGE' and c.undone_at is null);
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    return query
    with recursive q as materialized (
      select x.n, x.part, ${named('x.part')} as ids, p_org as org, coalesce(x."on", v_today) as day, x.model, x.msn, x.mods, x.fleet, coalesce(x.consent, false) as consent,
        least(coalesce(x.depth, 6), 12) as depth, least(coalesce(x.first, 20), 100) as first, x.bases
      from (select y.n, ${meant('y.part')} as part, y."on", y.model, y.msn, y.mods, y.fleet, y.consent, y.depth, y.first, y.bases
        from jsonb_to_recordset(p_questions) as y (n int, part uuid, "on" date, model text, msn int, mods text[], fleet text, consent boolean, depth int, first int, bases text[]) offset 0) x
      join catalog.part p on p.id = x.part),
    walk (n, part, rank, depth) as (
      select q.n, q.part, 0, 0 from q
      union
      select w.n, s.target, greatest(w.rank, s.rank), w.depth + 1
      from walk w join q on q.n = w.n cross join lateral (select ${named('w.part')} as ids offset 0) t cross join lateral ${steps('w.part', 't.ids')} s
      where w.depth < q.depth),
    -- The nearest first: what lies beyond the cap is the farthest.
    seen as materialized (select w.* from walk w limit (select 2000 + 100 * count(*) from q)),
    best as materialized (select distinct on (s.n, s.part) s.n, s.part, s.rank, s.depth from seen s order by s.n, s.part, s.rank, s.depth),
    nearest as materialized (select distinct on (s.n, s.part) s.n, s.part, s.rank, s.depth from seen s order by s.n, s.part, s.depth, s.rank),
    found as (
      select b.n, b.part as source, b.rank as source_rank, b.depth as source_depth, b.rank, b.depth, null::uuid as link_org, null::uuid as link_id, null::text as fit, false as set_qualified,
        p.number, jsonb_build_array(jsonb_build_object('partId', p.id, 'quantity', null)) as parts
      from best b join q on q.n = b.n join catalog.part p on p.id = b.part
      where b.depth > 0 and (q.bases is null or p.approval_basis = any (q.bases)) and not ${blocked('b.part')} and not ${vetoed('q.ids', 'b.part')}
      union all
      select b.n, b.part, b.rank, b.depth, 5, b.depth + 1, g.org_id, g.id, g.fit, ${qualified}, m.number, m.parts
      from nearest b join q on q.n = b.n cross join lateral (select ${named('b.part')} as ids offset 0) t
      cross join lateral (select l.org_id, l.id, l.set_size, l.meaning, l.effect, ${fitOf('l')} as fit from catalog.interchange_link l join catalog.part p on p.id = l.from_part
        where l.from_part = any (t.ids) and l.to_part is null and ${holds('l')} and ${counts('l', 'p.manufacturer_id')}) g
      cross join lateral (
        select min(c.number) as number, sum(e.size) as size, jsonb_agg(jsonb_build_object('partId', c.id, 'quantity', e.quantity::text) order by c.number, c.id) as parts,
          bool_and(c.id <> b.part and (q.bases is null or c.approval_basis = any (q.bases)) and not ${blocked('c.id')} and not ${vetoed('q.ids', 'c.id')}
            and not ${vetoed('t.ids', 'c.id')}) as whole
        from (select ${meant('i.part_id')} as part, sum(i.quantity) as quantity, count(*) as size from catalog.interchange_member i where i.org_id = g.org_id and i.link_id = g.id group by 1) e
          join catalog.part c on c.id = e.part) m
      where b.depth < q.depth and ${admitted} and m.whole and m.size = g.set_size),
    chosen as materialized (
      select f.*, row_number() over (partition by f.n order by f.rank, f.depth, f.number, f.source, f.link_id)::int as place from found f),
    picked as materialized (select c.* from chosen c join q on q.n = c.n where c.place <= q.first),
    -- Hops between the parts that the chosen ways may pass, once.
    hops as materialized (
      select b.n, b.part as source, s.* from nearest b join q on q.n = b.n cross join lateral (select ${named('b.part')} as ids offset 0) t
      cross join lateral ${steps('b.part', 't.ids')} s where b.depth < q.depth),
    trail (n, place, part, rank, depth, source, target, link_org, link_id, reversed, fit, qualified, alias, own_number) as (
      select c.n, c.place, c.source, c.source_rank, c.source_depth, null::uuid, null::uuid, null::uuid, null::uuid, false, null::text, false, false, null::text collate "C" from picked c
      union all
      select t.n, t.place, h.source, h.prior, t.depth - 1, h.source, t.part, h.link_org, h.link_id, h.reversed, h.fit, h.qualified, h.alias, h.own_number
      from trail t cross join lateral (
        select h.*, s.rank as prior from hops h join seen s on s.n = h.n and s.part = h.source and s.depth = t.depth - 1
        where h.n = t.n and h.target = t.part and greatest(s.rank, h.rank) = t.rank
        order by s.rank, h.rank, h.source, h.link_org, h.link_id limit 1) h
      where t.depth > 0)
    select c.n, c.place, c.parts,
      case c.rank when 1 then case when w.alias then 'ALIAS' else 'REIDENTIFIED' end when 2 then 'TWO_WAY' when 3 then 'ONE_WAY' when 4 then 'QUALIFIED' else 'AS_SET' end,
      c.rank, coalesce(w.qualified, false) or c.set_qualified,
      coalesce(w.path, '[]') || case when c.link_id is null then '[]' else jsonb_build_array(jsonb_build_object('from', c.source, 'to', null, 'linkOrg', c.link_org, 'linkId', c.link_id,
        'reversed', false, 'fit', c.fit, 'qualified', c.set_qualified, 'ownNumber', null)) end
    from picked c
    left join lateral (select bool_or(t.alias) as alias, bool_or(t.qualified) as qualified, jsonb_agg(${step} order by t.depth) as path
      from trail t where t.n = c.n and t.place = c.place and t.target is not null) w on true
    order by c.n, c.place;
  end $$`;

// What the acting buyer may not buy any more, of these parts, today and wherever it would be used. Parts that the operator found to be one
// are one here too: a word about any of them is about all.
const saleBlocks = `create or replace function catalog.sale_blocks(p_parts uuid[]) returns table (part_id uuid, link_org uuid, link_id uuid, replaced_by uuid) language sql stable security invoker as $$
  with q as (select ${ACTING} as org, (transaction_timestamp() at time zone 'UTC')::date as day, null::text as fleet, null::text as model, null::integer as msn, null::text[] as mods),
  meant as (
    select x.part, coalesce(c.to_part, x.part) as id from unnest(p_parts) as x (part)
    left join catalog.identity_correction c on c.from_part = x.part and c.kind = 'MERGE' and c.undone_at is null),
  named as (
    select m.part, m.id from meant m
    union all
    select m.part, c.from_part from meant m join catalog.identity_correction c on c.to_part = m.id and c.kind = 'MERGE' and c.undone_at is null)
  select distinct on (n.part) n.part, l.org_id, l.id, l.to_part
  from q cross join named n join catalog.interchange_link l on l.from_part = n.id join catalog.part p on p.id = l.from_part
  where l.effect = 'BLOCK' and l.applicability = '[]' and ${holds('l')} and ${counts('l', 'p.manufacturer_id')}
  order by n.part, l.to_part is null, l.effective_from desc, l.id $$`;

// From whose word it follows that a link may be used in a direction; CLAIM: from nobody's whose word counts for the acting organisation.
const linkStanding = `create or replace function catalog.link_standing(p_org uuid, p_link uuid, p_source uuid) returns text language sql stable security invoker as $$
  select case when l.asserted_as = 'OPERATOR' then 'OPERATOR' when l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org then 'OWN'
    when l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id then 'MANUFACTURER'
    else coalesce((select case y.kind when 'MANUFACTURER' then 'MANUFACTURER_APPROVED' else 'OWN_APPROVED' end from catalog.interchange_approval y
      where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id) order by y.kind desc limit 1), 'CLAIM') end
  from (select ${ACTING} as org, (transaction_timestamp() at time zone 'UTC')::date as day) q cross join catalog.interchange_link l join catalog.part p on p.id = p_source
  where l.org_id = p_org and l.id = p_link $$`;

const functions = [
  'link_standing(uuid, uuid, uuid)',
  'sale_blocks(uuid[])',
  'read_alternatives(uuid, jsonb)',
  'application_fit(jsonb, text, integer, text[])',
];

/** A buyer's word counts at once only from those who may approve; what was said of a part that was merged is said of the part that stands for it. */
export class FollowMergedParts2026112240002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      // What buyers have said up to now counts on.
      'alter table catalog.interchange_link add column counts_at_once boolean not null default true',
      'alter table catalog.interchange_link alter column counts_at_once set default false',
      'grant insert (counts_at_once) on catalog.interchange_link to entrepot_app',
      readAlternatives,
      saleBlocks,
      linkStanding,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(
      runner,
      functions.map((name) => `drop function catalog.${name}`),
    );
    await new ReadAlternatives2026112203102().up(runner);
    await sql(runner, ['alter table catalog.interchange_link drop column counts_at_once']);
  }
}
