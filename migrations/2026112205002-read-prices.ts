import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agreedAndBroken, ReadAvailability2026112105040 } from './2026112105040-read-availability.js';
import { rewrite, sql } from './support.js';

// Currencies whose minor unit is not a hundredth (ISO 4217); test/supply compares them with the kernel's list.
const whole = `'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'`;
const thousandth = `'BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'`;
const tenThousandth = `'CLF', 'UYW'`;

// The day a lead time of working days ends on: Monday to Friday count, a weekend starts on its Monday. The same as addWorkingDays of the kernel.
const workingDay = (days: string) => `(v_monday + (${days} / 5) * 7 + ${days} % 5
      + case when extract(isodow from v_monday)::int + ${days} % 5 > 5 then 2 else 0 end)`;

/** What a price lateral must be told by the statement it stands in. */
interface Asking {
  /** The day the goods are expected to leave. */
  despatch: string;
  /** Order units of the offer in all lines together. */
  total: string;
}

/**
 * One price out of breaks: `smallest`, the break `q` that holds, its `price`, and for graduated breaks `spend`, what the whole quantity costs.
 * Quantities stay whole: units of the break times its denominator `s` are compared with `n`, so nothing is divided.
 * Graduated: of 150 with breaks at 1 and 100, 99 cost the first price and 51 the second.
 */
const broken = ({ from, n, s, mode, first }: { from: string; n: string; s: string; mode: string; first: string }) => `
    select min(k.q) as smallest, max(k.q) filter (where k.q * ${s} <= ${n}) as q,
      max(k.price) filter (where k.q * ${s} <= ${n} and (k.next is null or k.next * ${s} > ${n})) as price,
      case when ${mode} = 'GRADUATED' then coalesce(${first}, 0) * greatest(min(k.q) - 1, 0) * ${s}
        + sum(k.price * (least(${n}, (k.next - 1) * ${s}) - case when k.first and ${first} is null then 0 else greatest(k.q - 1, 0) * ${s} end)) filter (where (k.q - 1) * ${s} < ${n}) end as spend
    from (select b.q, b.price, lead(b.q) over w as next, row_number() over w = 1 as first from ${from} window w as (order by b.q)) k`;

const inUnits = (of: string, total: string) =>
  `case ${of}.break_scope when 'ORDER' then ${total} else l.qty end * case ${of}.break_unit when 'PRICE' then o.price_factor_num else 1 end`;
const scaleOf = (of: string) => `case ${of}.break_unit when 'PRICE' then o.price_factor_den else 1 end`;

const pricingDay = ({ despatch }: Asking) =>
  `case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(${despatch}, l.need_by), v_today) end`;

// Laterals stand in the order of the usual access sequence; a hit switches the later probes off (their condition is checked before they
// scan), and so does a policy without such rules. \`l\` is the line, \`o\` the offer (all null: none found).
// Two terms of different pricing dates may hold for one question: then the one that began later does.
/** The supplier's policy, agreement item or group discount, matrix row, breaks of the item, breaks of the offer; then \`ag\`: what wins. */
const laterals = (asking: Asking) => `
  left join lateral (select y.item_at, y.group_at, y.matrix_at, y.list_at, y.matrix, y.charges from supply.pricing_policy y where y.org_id = o.org_id offset 0) pp on true
  left join lateral (
    select a.offer_id is not null as item, a.price as first, a.discount_percent as discount, a.basis, a.currency, a.agreement_id, a.valid_from, a.valid_to, a.best,
      a.break_from, a.break_price, a.break_mode, a.break_unit, a.break_scope, h.n, h.s
    from supply.agreement_price a cross join lateral (select ${inUnits('a', asking.total)} as n, ${scaleOf('a')} as s offset 0) h
    where a.counterparty_id = p_org and a.org_id = o.org_id and (a.offer_id = o.id or a.category = o.category)
      and a.valid_from <= ${pricingDay(asking)} and a.valid_to >= ${pricingDay(asking)}
      and (a.offer_id is null or a.price_unit = o.price_unit and (a.price is not null or a.break_from[1] * h.s <= h.n))
      and (pp.matrix is null or case when a.offer_id is null then pp.group_at else pp.item_at end is not null)
    order by case when pp.group_at < pp.item_at then a.category end, a.offer_id, a.valid_from desc limit 1) it on true
  left join lateral (
    select m.discount_percent as discount, m.customer_category, m.valid_from, m.valid_to
    from supply.customer_category c join supply.discount_rule m on m.org_id = c.org_id and m.customer_category = c.category
    where pp.matrix and pp.matrix_at is not null and (it.item is null or it.best or pp.matrix_at < case when it.item then pp.item_at else pp.group_at end)
      and c.org_id = o.org_id and c.counterparty_id = p_org and m.product_category = o.category and m.valid_from <= v_today and m.valid_to >= v_today limit 1) mx on true
  left join lateral (${broken({ from: '(select u.q, u.price from unnest(it.break_from, it.break_price) as u (q, price) where it.item and it.break_from is not null) b', n: 'it.n', s: 'it.s', mode: 'it.break_mode', first: 'it.first' })}) ib on true
  cross join lateral (select ${inUnits('o', asking.total)} as n, ${scaleOf('o')} as s offset 0) x
  left join lateral (${broken({
    from: `(select z.from_quantity as q, z.price from supply.price_break z where z.org_id = o.org_id and z.offer_id = o.id and o.break_count > 0
        and (it.item is not true or it.best or mx.discount is not null)) b`,
    n: 'x.n',
    s: 'x.s',
    mode: 'o.break_mode',
    first: 'o.list_price',
  })}) br on true
  cross join lateral (select
    case when ib.q is null then it.first when ib.spend is null then ib.price else round(ib.spend / it.n, 10) end as item,
    case when o.valid_from > v_today or o.valid_to < v_today or o.price_type = 'QUOTE' then null
      when br.price is null then o.list_price when br.spend is not null then round(br.spend / x.n, 10) else br.price end as own,
    case when it.best then greatest(it.discount, mx.discount, case when it.item then (select max(g.discount_percent) from supply.agreement_price g where g.counterparty_id = p_org and g.org_id = o.org_id
        and g.category = o.category and g.valid_from <= v_today and g.valid_to >= v_today) end)
      when mx.discount is not null then mx.discount else it.discount end as discount offset 0) w
  cross join lateral (select coalesce(it.item and w.item is not null and not (case
      when it.best then w.own is not null and o.currency = it.currency and w.own * (100 - coalesce(w.discount, 0)) * it.basis < w.item * 100 * o.basis
      else mx.discount is not null and w.own is not null end), false) as item offset 0) u
  cross join lateral (select u.item, case when u.item then w.item end as price, case when not u.item then w.discount end as discount,
    case when u.item then it.basis end as basis, case when u.item then it.currency end as price_currency offset 0) ag`;

/** For the search, which asks at the smallest quantity of each offer and today. */
export const pricesForSearch = laterals({ despatch: 'v_today', total: 'l.qty' });

const priced = (lines: string) => `
  left join lateral (
    select sum(greatest(s.quantity - s.reserved, 0)) as free,
      json_agg(json_build_object('location', s.location, 'quantity', greatest(s.quantity - s.reserved, 0)::text, 'asOf', s.as_of, 'source', s.source) order by s.location) as rows
    from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id) st on true
  cross join lateral (select coalesce(st.free, 0) as free,
    case when coalesce(st.free, 0) >= l.qty then v_today when o.lead_days is null then null
      when o.lead_kind = 'WORKING' then ${workingDay('o.lead_days')} else v_today + o.lead_days end as earliest offset 0) e
  ${laterals({ despatch: 'e.earliest', total: `(select sum((y ->> 'qty')::numeric) from jsonb_array_elements(${lines}) as y where (y ->> 'offer')::uuid = o.id or (y ->> 'part')::uuid = o.part_id)` })}
  cross join lateral (select
    o.valid_from > v_today as early, o.valid_to < v_today as late,
    case when ag.item then w.item when ag.discount is not null or pp.list_at is not null or pp.matrix is null then w.own end as base,
    case when ag.item then ib.q else br.q end as q, case when ag.item then case when ib.q is not null then ib.spend end when br.q is not null then br.spend end as spend,
    case when ag.item then it.n else x.n end as n,
    mx.discount is not null and mx.discount = w.discount and (it.discount is null or not it.best or mx.discount > it.discount) as by_matrix,
    case when ag.item then null when o.price_type = 'QUOTE' then 'QUOTE' when o.held_until < v_today then 'BUDGET' else o.price_type end as price_type,
    l.qty < o.minimum or mod(l.qty, o.multiple) <> 0 as off_pack,
    case when mod(o.minimum, o.multiple) = 0 then o.minimum else (div(o.minimum, o.multiple) + 1) * o.multiple end as smallest offset 0) c
  cross join lateral (select
    case when ag.discount is not null then trim_scale(round(c.base * (100 - ag.discount) * 0.01, 10))
      when c.spend is not null then trim_scale(c.base) else c.base end as amount,
    coalesce(ag.price_currency, o.currency) as currency, coalesce(ag.basis, o.basis) as basis,
    case when coalesce(ag.price_currency, o.currency) in (${whole}) then 1 when coalesce(ag.price_currency, o.currency) in (${thousandth}) then 1000
      when coalesce(ag.price_currency, o.currency) in (${tenThousandth}) then 10000 else 100 end as minor offset 0) p
  left join lateral (
    select jsonb_agg(jsonb_build_object('code', r.code, 'amount', r.amount::text, 'currency', r.currency, 'per', r.per, 'applies', r.applies, 'below', r.below::text) order by r.code, r.category nulls first) as rows
    from supply.charge_rule r where pp.charges and r.org_id = o.org_id and r.currency = p.currency and r.valid_from <= v_today and r.valid_to >= v_today
      and (r.category is null or r.category = o.category)
      and (r.applies <> 'HAZMAT' or exists (select 1 from catalog.part h where h.id = o.part_id and h.hazmat is not null))) ch on true
  cross join lateral (select
    case when c.base is null then null when c.spend is null then l.qty * p.amount when ag.discount is null then l.qty * c.spend
      else l.qty * c.spend * (100 - ag.discount) * 0.01 end * o.price_factor_num as over,
    o.price_factor_den * p.basis * case when c.spend is null then 1 else c.n end as under offset 0) q`;

const columns = `
    l.n, %problem%, o.id, o.org_id, o.part_id, o.supplier_part, o.name, o.order_unit, o.content_unit, o.content_per_order_unit,
    o.price_unit, o.price_factor_num, o.price_factor_den, o.minimum, o.multiple, o.lead_days, o.lead_kind, o.ncnr, o.returnable_days, o.condition,
    o.approval_basis, o.country_of_origin, o.status, case when ch.rows is null then o.charges else coalesce(o.charges, '[]') || ch.rows end,
    p.amount, p.currency, p.basis,
    case when c.base is null then null when ag.item then 'AGREEMENT' when c.by_matrix then 'MATRIX' when ag.discount is not null then 'CATEGORY' when br.price is not null then 'BREAK' else 'LIST' end,
    case when c.base is null or c.by_matrix and not ag.item then null else it.agreement_id end,
    case when ag.item then it.valid_from when c.by_matrix then greatest(mx.valid_from, o.valid_from) else greatest(it.valid_from, o.valid_from) end,
    case when ag.item then it.valid_to when c.by_matrix then least(mx.valid_to, o.valid_to) else least(it.valid_to, o.valid_to) end,
    case when c.base is not null then c.q end,
    case when c.base is null and not coalesce(c.early or c.late, false) and o.price_type is distinct from 'QUOTE' then br.smallest end,
    div(2 * q.over * p.minor + q.under, 2 * q.under) * case p.minor when 1 then 1 when 100 then 0.01 when 1000 then 0.001 else 0.0001 end,
    case when c.off_pack and l.qty >= c.smallest then trim_scale(div(l.qty, o.multiple) * o.multiple) end,
    case when c.off_pack then case when l.qty < c.smallest then trim_scale(c.smallest) else trim_scale((div(l.qty, o.multiple) + 1) * o.multiple) end end,
    case when o.id is not null then e.free end, st.rows, case when o.status = 'ACTIVE' then e.earliest end, case when l.need_by is not null and o.id is not null then coalesce(o.status = 'ACTIVE' and e.earliest <= l.need_by, false) end,
    case when o.id is not null then concat_ws(' ', case when o.status <> 'ACTIVE' then 'WITHDRAWN' end,
      case when c.base is not null then null when c.price_type = 'QUOTE' then 'QUOTE_ONLY' when c.early then 'NOT_YET_VALID' when c.late then 'EXPIRED' when w.own is null and o.break_count > 0 then 'BELOW_SMALLEST_BREAK' else 'NO_PRICE' end,
      case when c.base is not null and c.price_type = 'BUDGET' then 'BUDGET_PRICE' end,
      case when c.off_pack then 'QUANTITY_OFF_PACK' end, case when e.earliest is null then 'OUT_OF_STOCK' end) end,
    c.base, case when c.base is null then null when ag.item then it.first else o.list_price end, case when c.base is not null then ag.discount end, case when c.by_matrix and not ag.item then mx.customer_category end,
    case when ag.item then it.break_mode when br.smallest is not null then o.break_mode end, case when ag.item then nullif(it.break_unit, 'ORDER') else o.break_unit end,
    case when case when ag.item then it.break_scope else o.break_scope end = 'ORDER' then trim_scale(c.n) end,
    case when c.base is not null and it.best then case when ag.item then w.own * (100 - coalesce(w.discount, 0)) * 0.01 else w.item end end, coalesce(it.best, false),
    o.price_type, o.held_until, o.cancel_days`;

const select = (problem: string, choices: string) =>
  `select ${columns.replace('%problem%', `${problem}, ${choices}`).trimStart()}`;

// Which part a number means: as written first (also the buyer's own numbers, when no manufacturer is named), then by the key that only finds.
// One part is an answer, several are a choice, none is said so; nothing is guessed. `makers` are aliases as manufacturerAlias of catalog writes them.
const resolve = `
  select jsonb_agg(case when l.line ? 'number' then l.line || jsonb_build_object('part', case when r.parts = 1 then r.part end, 'problem',
      case when r.parts = 0 then 'NUMBER_UNKNOWN' when r.parts > 1 then 'NUMBER_AMBIGUOUS' end, 'choices', case when r.parts > 1 then r.choices end) else l.line end)
  from (select x.line, catalog.part_key(x.line ->> 'number') as key, upper(btrim(regexp_replace(x.line ->> 'number', '\\s+', ' ', 'g'))) as number,
      array(select jsonb_array_elements_text(x.line -> 'makers')) as makers
    from jsonb_array_elements(p_lines) as x (line)) l
  left join lateral (
    select count(*) as parts, min(f.id::text) as part,
      jsonb_path_query_array(jsonb_agg(jsonb_build_object('partId', f.id, 'number', f.number, 'manufacturerCode', m.code, 'manufacturerName', m.name, 'name', f.name) order by f.number, m.code), '$[0 to 49]') as choices
    from (
      select h.*, min(h.step) over () as best from (
        select distinct on (u.id) u.* from (
          select p.id, p.number, p.name, p.manufacturer_id, case when p.number = l.number then 1 else 2 end as step from catalog.part p where p.key = l.key
          union all
          select p.id, p.number, p.name, p.manufacturer_id, case when a.number = l.number then 1 else 2 end from catalog.part_alias a join catalog.part p on p.id = a.part_id
          where a.org_id = p_org and a.key = l.key and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today and not l.line ? 'makers') u
        where not l.line ? 'makers' or exists (select 1 from catalog.manufacturer_alias y where y.manufacturer_id = u.manufacturer_id and y.alias = any (l.makers))
        order by u.id, u.step) h) f
    join catalog.manufacturer m on m.id = f.manufacturer_id where f.step = f.best) r on l.line ? 'number'`;

// Offers of one part that a line is answered with: of each supplier so many, and so many in all. A supplier who publishes a part
// a thousand times neither hides the others nor makes a question cost more.
const offersOfOneMax = 25;
const offersMax = 200;

const readAvailability = `create function supply.read_availability(p_org uuid, p_lines jsonb)
  returns table (n int, problem text, choices jsonb, offer_id uuid, supplier_id uuid, part_id uuid, supplier_part text, name text,
    order_unit text, content_unit text, content_per_order_unit numeric, price_unit text, price_factor_num numeric, price_factor_den numeric,
    minimum numeric, multiple numeric, lead_days int, lead_kind text, ncnr boolean, returnable_days int, condition text, approval_basis text, country_of_origin text,
    status text, charges jsonb, amount numeric, currency text, basis numeric, price_source text, agreement_id uuid, price_valid_from date, price_valid_to date,
    break_from numeric, smallest_break numeric, line_amount numeric, nearest_below numeric, nearest_above numeric, free numeric, stock json,
    earliest date, need_by_met boolean, obstacles text,
    base_amount numeric, first_amount numeric, discount numeric, customer_category text, break_mode text, break_unit text, break_quantity numeric, other_amount numeric, best_price boolean,
    price_type text, held_until date, cancel_days int)
  language plpgsql volatile security invoker set plan_cache_mode = force_generic_plan as $$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_monday date := v_today + case extract(isodow from v_today)::int when 6 then 2 when 7 then 1 else 0 end;
    v_lines jsonb := p_lines;
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    -- By offer ids alone is the hot way; the other costs a second index for every line.
    if not jsonb_path_exists(p_lines, '$[*] ? (!exists(@.offer))') then
      return query ${select(`case when o.id is null then 'OFFER_UNKNOWN' end`, 'null::jsonb')}
      from (select x.n, x.offer, x.qty, x."needBy" as need_by from jsonb_to_recordset(p_lines) as x (n int, offer uuid, qty numeric, "needBy" date)) l
      left join supply.offer o on o.id = l.offer ${priced('p_lines')}
      order by l.n;
      return;
    end if;
    if jsonb_path_exists(p_lines, '$[*] ? (exists(@.number))') then
      v_lines := (${resolve});
    end if;
    return query ${select(`coalesce(l.problem, case when o.id is null then case when l.offer is not null then 'OFFER_UNKNOWN' else 'NO_OFFER' end end)`, 'l.choices')}
    from (select x.n, x.offer, x.part, x.qty, x."needBy" as need_by, x.problem, x.choices
      from jsonb_to_recordset(v_lines) as x (n int, offer uuid, part uuid, qty numeric, "needBy" date, problem text, choices jsonb)) l
    left join lateral (
      select a.* from supply.offer a where a.id = l.offer
      union all
      (select (f.b).* from (select b, row_number() over (partition by b.org_id order by b.id) as place from supply.offer b
         where b.part_id = l.part and l.offer is null and b.status = 'ACTIVE') f where f.place <= ${offersOfOneMax} order by f.place limit ${offersMax})) o on true ${priced('v_lines')}
    order by l.n, e.earliest nulls last, c.base is null, o.id;
  end $$`;

// What the page of a search calls the lowest price: not one that takes a quote, nor a list price that the sequence leaves out.
const searched = 'filter (where ag.price is not null or coalesce(o.valid_from';
const searchedNow =
  "filter (where ag.price is not null or o.price_type is distinct from 'QUOTE' and (pp.matrix is null or pp.list_at is not null or ag.discount is not null) and coalesce(o.valid_from";

const grant = 'grant execute on function supply.read_availability(uuid, jsonb) to entrepot_app';
const drop = 'drop function supply.read_availability(uuid, jsonb)';

/** Prices by the supplier's access sequence with matrix, stated breaks, price types and charges; search asks the same laterals. */
export class ReadPrices2026112205002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [drop, readAvailability, grant]);
    await rewrite(runner, 'supply.read_search', [
      [agreedAndBroken, pricesForSearch],
      [searched, searchedNow],
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, 'supply.read_search', [
      [pricesForSearch, agreedAndBroken],
      [searchedNow, searched],
    ]);
    await sql(runner, [drop]);
    await new ReadAvailability2026112105040().up(runner);
  }
}
