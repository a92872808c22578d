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
 * Quantities stay whole: units of the break times `x.s`, the factor's denominator, are compared with `x.n`, so nothing is divided.
 * `x` has no row where there are no breaks: the window behind it costs nothing then.
 * Graduated: of 150 with breaks at 1 and 100, 99 cost the first price and 51 the second.
 */
const broken = ({ from, mode, first }: { from: string; mode: string; first: string }) => `
    select min(k.q) as smallest, max(k.q) filter (where k.q * x.s <= x.n) as q,
      max(k.price) filter (where k.q * x.s <= x.n and (k.next is null or k.next * x.s > x.n)) as price,
      case when ${mode} = 'GRADUATED' then coalesce(${first}, 0) * greatest(min(k.q) - 1, 0) * x.s
        + sum(k.price * (least(x.n, (k.next - 1) * x.s) - case when k.first and ${first} is null then 0 else greatest(k.q - 1, 0) * x.s end)) filter (where (k.q - 1) * x.s < x.n) end as spend
    from (select b.q, b.price, lead(b.q) over w as next, row_number() over w = 1 as first from ${from} window w as (order by b.q)) k`;

const day = (of: string) => `${of}.valid_from <= p_day and ${of}.valid_to >= p_day`;

// Functions of their own, because few questions need them: planned into the statement, each would cost every question its start.
// They read behind the same wall as the statement that calls them.
const probes = [
  `create function supply.matrix_discount(p_supplier uuid, p_buyer uuid, p_category text, p_day date)
    returns table (discount numeric, customer_category text, valid_from date, valid_to date) language plpgsql stable as $$
    begin
      return query select m.discount_percent, m.customer_category, m.valid_from, m.valid_to
        from supply.customer_category c join supply.discount_rule m on m.org_id = c.org_id and m.customer_category = c.category
        where c.org_id = p_supplier and c.counterparty_id = p_buyer and m.product_category = p_category and ${day('m')};
    end $$`,
  `create function supply.group_discount(p_supplier uuid, p_buyer uuid, p_category text, p_day date, p_delivery date, p_despatch date) returns numeric language plpgsql stable as $$
    begin
      return (select g.discount_percent from supply.agreement_price g where g.org_id = p_supplier and g.counterparty_id = p_buyer and g.category = p_category
        and case g.pricing_date when 'ORDER' then p_day when 'DELIVERY' then p_delivery else p_despatch end between g.valid_from and g.valid_to order by g.valid_from desc limit 1);
    end $$`,
  // Whether breaks alone make a price: a discount of a group goes before an item only where there is something to take it off.
  `create function supply.reaches_break(p_supplier uuid, p_offer uuid, p_n numeric, p_s numeric) returns boolean language plpgsql stable as $$
    begin
      return exists (select 1 from supply.price_break b where b.org_id = p_supplier and b.offer_id = p_offer and b.from_quantity * p_s <= p_n);
    end $$`,
  `create function supply.charges_with(p_charges jsonb, p_supplier uuid, p_currency text, p_category text, p_part uuid, p_day date) returns jsonb language plpgsql stable as $$
    declare
      v_rules jsonb := (select jsonb_agg(jsonb_build_object('code', r.code, 'amount', r.amount::text, 'currency', r.currency, 'per', r.per, 'applies', r.applies, 'below', r.below::text)
          order by r.code, r.category nulls first)
        from supply.charge_rule r where r.org_id = p_supplier and r.currency = p_currency and ${day('r')} and (r.category is null or r.category = p_category)
          and (r.applies <> 'HAZMAT' or exists (select 1 from catalog.part h where h.id = p_part and h.hazmat is not null)));
    begin
      return case when v_rules is null then p_charges else coalesce(p_charges, '[]') || v_rules end;
    end $$`,
  // One part asked for in several lines is one offer asked for in all of them.
  `create function supply.asked_of(p_lines jsonb, p_offer uuid, p_part uuid) returns numeric language plpgsql immutable as $$
    begin
      return (select sum((y ->> 'qty')::numeric) from jsonb_array_elements(p_lines) as y where (y ->> 'offer')::uuid = p_offer or (y ->> 'part')::uuid = p_part);
    end $$`,
  `create function supply.broken_price(p_from numeric[], p_price numeric[], p_mode text, p_first numeric, p_n numeric, p_s numeric)
    returns table (smallest numeric, q numeric, price numeric, spend numeric) language plpgsql immutable as $$
    begin
      return query select t.* from (select p_n as n, p_s as s) x cross join lateral (${broken({ from: 'unnest(p_from, p_price) as b (q, price)', mode: 'p_mode', first: 'p_first' })}) t;
    end $$`,
];
const probeNames = [
  'matrix_discount(uuid, uuid, text, date)',
  'group_discount(uuid, uuid, text, date, date, date)',
  'reaches_break(uuid, uuid, numeric, numeric)',
  'charges_with(jsonb, uuid, text, text, uuid, date)',
  'asked_of(jsonb, uuid, uuid)',
  'broken_price(numeric[], numeric[], text, numeric, numeric, numeric)',
].map((name) => `supply.${name}`);

const inUnits = (of: string, total: string) =>
  `case ${of}.break_scope when 'ORDER' then ${total} else l.qty end * case ${of}.break_unit when 'PRICE' then o.price_factor_num else 1 end`;
const scaleOf = (of: string) => `case ${of}.break_unit when 'PRICE' then o.price_factor_den else 1 end`;

const pricingDay = ({ despatch }: Asking) =>
  `case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(${despatch}, l.need_by), v_today) end`;

// Laterals stand in the order of the usual access sequence; a hit switches the later probes off (their condition is checked before they
// scan), and so does a policy without such rules. \`l\` is the line, \`o\` the offer (all null: none found).
// Two terms of different pricing dates may hold for one question: then the one that began later does. Best price holds for all that
// a term of such an agreement covers; then an item is taken first, and compared with the rest.
/** The supplier's policy, agreement item or group discount, matrix row, breaks of the item, breaks of the offer; then \`ag\`: what wins. */
const laterals = (asking: Asking) => `
  left join lateral (select y.item_at, y.group_at, y.matrix_at, y.list_at, y.matrix, y.charges from supply.pricing_policy y where y.org_id = o.org_id offset 0) pp on true
  left join lateral (
    select a.offer_id is not null as item, a.price as first, a.discount_percent as discount, a.basis, a.currency, a.agreement_id, a.valid_from, a.valid_to, bool_or(a.best) over () as best,
      a.break_from, a.break_price, a.break_mode, a.break_unit, a.break_scope, h.n, h.s
    from supply.agreement_price a cross join lateral (select ${inUnits('a', asking.total)} as n, ${scaleOf('a')} as s offset 0) h
    where a.counterparty_id = p_org and a.org_id = o.org_id and (a.offer_id = o.id or a.category = o.category)
      and a.valid_from <= ${pricingDay(asking)} and a.valid_to >= ${pricingDay(asking)}
      and (a.offer_id is null or a.price_unit = o.price_unit and (a.price is not null or a.break_from[1] * h.s <= h.n))
      and (pp.matrix is null or case when a.offer_id is null then pp.group_at else pp.item_at end is not null)
    order by case when pp.group_at < pp.item_at and not bool_or(a.best) over () and not coalesce(o.valid_from > v_today or o.valid_to < v_today, false) and o.price_type is distinct from 'QUOTE'
        and (o.list_price is not null or supply.reaches_break(o.org_id, o.id, ${inUnits('o', asking.total)}, ${scaleOf('o')})) then a.category end, a.offer_id, a.valid_from desc limit 1) it on true
  left join lateral (select k.* from (select o.org_id, o.category where pp.matrix and pp.matrix_at is not null
      and (it.item is null or it.best or pp.matrix_at < case when it.item then pp.item_at else pp.group_at end) offset 0) x
    cross join lateral supply.matrix_discount(x.org_id, p_org, x.category, v_today) k) mx on true
  left join lateral (select k.* from (select it.n, it.s, it.break_from as f, it.break_price as p, it.break_mode as m, it.first where it.item and it.break_from is not null offset 0) x
    cross join lateral supply.broken_price(x.f, x.p, x.m, x.first, x.n, x.s) k) ib on true
  left join lateral (select k.*, x.n from (select ${inUnits('o', asking.total)} as n, ${scaleOf('o')} as s
      where o.break_count > 0 and (it.item is not true or it.best or mx.discount is not null) offset 0) x cross join lateral (${broken(
        {
          from: '(select z.from_quantity as q, z.price from supply.price_break z where z.org_id = o.org_id and z.offer_id = o.id) b',
          mode: 'o.break_mode',
          first: 'o.list_price',
        },
      )}) k) br on true
  cross join lateral (select
    case when ib.q is null then it.first when ib.spend is null then ib.price else round(ib.spend / it.n, 10) end as item,
    case when o.valid_from > v_today or o.valid_to < v_today or o.price_type = 'QUOTE' then null
      when br.price is null then o.list_price when br.spend is not null then round(br.spend / br.n, 10) else br.price end as own,
    case when it.best then greatest(it.discount, mx.discount, case when it.item and (pp.matrix is null or pp.group_at is not null) then supply.group_discount(o.org_id, p_org, o.category, v_today, coalesce(l.need_by, v_today), coalesce(greatest(${asking.despatch}, l.need_by), v_today)) end)
      when mx.discount is not null then mx.discount else it.discount end as discount offset 0) w
  cross join lateral (select coalesce(it.item and w.item is not null and not (case
      when it.best then w.own is not null and (w.discount is not null or pp.matrix is null or pp.list_at is not null) and o.currency = it.currency and w.own * (100 - coalesce(w.discount, 0)) * it.basis < w.item * 100 * o.basis
      else mx.discount is not null and w.own is not null end), false) as item offset 0) u
  cross join lateral (select u.item, case when u.item then w.item end as price, case when not u.item then w.discount end as discount,
    case when u.item then it.basis end as basis, case when u.item then it.currency end as price_currency) ag`;

/** For the search, which asks at the smallest quantity of each offer and today. */
export const pricesForSearch = laterals({ despatch: 'v_today', total: 'l.qty' });

const priced = (lines: string) => `
  left join lateral (
    select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) as free,
      case when coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) >= l.qty then v_today when o.lead_days is null then null
        when o.lead_kind = 'WORKING' then ${workingDay('o.lead_days')} else v_today + o.lead_days end as earliest,
      json_agg(json_build_object('location', s.location, 'quantity', greatest(s.quantity - s.reserved, 0)::text, 'asOf', s.as_of, 'source', s.source) order by s.location) as rows
    from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id) st on true
  ${laterals({ despatch: 'st.earliest', total: `supply.asked_of(${lines}, o.id, o.part_id)` })}
  cross join lateral (select
    o.valid_from > v_today as early, o.valid_to < v_today as late,
    case when ag.item then w.item when ag.discount is not null or pp.list_at is not null or pp.matrix is null then w.own end as base,
    case when ag.item then ib.q else br.q end as q, case when ag.item then case when ib.q is not null then ib.spend end when br.q is not null then br.spend end as spend,
    case when ag.item then it.n else br.n end as n,
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
  cross join lateral (select
    case when c.base is null then null when c.spend is null then l.qty * p.amount when ag.discount is null then l.qty * c.spend
      else l.qty * c.spend * (100 - ag.discount) * 0.01 end * o.price_factor_num as over,
    o.price_factor_den * p.basis * case when c.spend is null then 1 else c.n end as under offset 0) q`;

const columns = `
    l.n, %problem%, o.id, o.org_id, o.part_id, o.supplier_part, o.name, o.order_unit, o.content_unit, o.content_per_order_unit,
    o.price_unit, o.price_factor_num, o.price_factor_den, o.minimum, o.multiple, o.lead_days, o.lead_kind, o.ncnr, o.returnable_days, o.condition,
    o.approval_basis, o.country_of_origin, o.status, case when pp.charges then supply.charges_with(o.charges, o.org_id, p.currency, o.category, o.part_id, v_today) else o.charges end,
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
    case when o.id is not null then st.free end, st.rows, case when o.status = 'ACTIVE' then st.earliest end, case when l.need_by is not null and o.id is not null then coalesce(o.status = 'ACTIVE' and st.earliest <= l.need_by, false) end,
    case when o.id is not null then concat_ws(' ', case when o.status <> 'ACTIVE' then 'WITHDRAWN' end,
      case when c.base is not null then null when c.price_type = 'QUOTE' then 'QUOTE_ONLY' when c.early then 'NOT_YET_VALID' when c.late then 'EXPIRED' when w.own is null and o.break_count > 0 then 'BELOW_SMALLEST_BREAK' else 'NO_PRICE' end,
      case when c.base is not null and c.price_type = 'BUDGET' then 'BUDGET_PRICE' end,
      case when c.off_pack then 'QUANTITY_OFF_PACK' end, case when st.earliest is null then 'OUT_OF_STOCK' end) end,
    case when c.spend is null then c.base else trim_scale(c.base) end, case when c.base is null then null when ag.item then it.first else o.list_price end, case when c.base is not null then ag.discount end, case when c.by_matrix and not ag.item then mx.customer_category end,
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
    order by l.n, st.earliest nulls last, c.base is null, o.id;
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
    await sql(runner, [
      ...probes,
      `grant execute on function ${probeNames.join(', ')} to entrepot_app`,
      drop,
      readAvailability,
      grant,
    ]);
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
    await sql(
      runner,
      probeNames.map((name) => `drop function ${name}`),
    );
  }
}
