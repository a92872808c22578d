import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sql } from './support.js';

// Currencies whose minor unit is not a hundredth (ISO 4217); test/supply compares them with the kernel's list.
const whole = `'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'`;
const thousandth = `'BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'`;
const tenThousandth = `'CLF', 'UYW'`;

// The day a lead time of working days ends on: Monday to Friday count, a weekend starts on its Monday. The same as addWorkingDays of the kernel.
const workingDay = (days: string) => `(v_monday + (${days} / 5) * 7 + ${days} % 5
      + case when extract(isodow from v_monday)::int + ${days} % 5 > 5 then 2 else 0 end)`;

// Laterals stand in the order of the access sequence; a hit switches the later probes off (their condition is checked before they scan).
// Graduated: of 150 with breaks at 1 and 100, 99 cost the first price and 51 the second. \`l\` is the line, \`o\` the offer (all null: none found).
/** Agreement item, else agreement category, then the breaks: shared with the search, which asks at the smallest quantity. */
export const agreedAndBroken = `
  left join lateral (
    select case when a.offer_id is null then null when a.break_from[1] <= l.qty then (select b.p from unnest(a.break_from, a.break_price) as b (q, p) where b.q <= l.qty order by b.q desc limit 1)
        else a.price end as price,
      a.discount_percent as discount, a.basis, case when a.offer_id is not null then a.currency end as price_currency, a.agreement_id, a.valid_from, a.valid_to
    from supply.agreement_price a
    where a.counterparty_id = p_org and a.org_id = o.org_id and (a.offer_id = o.id or a.category = o.category)
      and a.valid_from <= case a.pricing_date when 'DELIVERY' then coalesce(l.need_by, v_today) else v_today end
      and a.valid_to >= case a.pricing_date when 'DELIVERY' then coalesce(l.need_by, v_today) else v_today end
      and (a.offer_id is null or a.price_unit = o.price_unit and (a.price is not null or a.break_from[1] <= l.qty))
    order by a.offer_id limit 1) ag on true
  left join lateral (
    select min(k.q) as smallest, max(k.q) filter (where k.q <= l.qty) as q,
      max(k.price) filter (where k.q <= l.qty and (k.next is null or k.next > l.qty)) as price,
      case when o.break_mode = 'GRADUATED' then coalesce(o.list_price, 0) * greatest(min(k.q) - 1, 0)
        + sum(k.price * (least(l.qty, k.next - 1) - case when k.first and o.list_price is null then 0 else greatest(k.q - 1, 0) end)) filter (where k.q - 1 < l.qty) end as spend
    from (select b.from_quantity as q, b.price, lead(b.from_quantity) over w as next, row_number() over w = 1 as first
      from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id and o.break_count > 0 and ag.price is null
      window w as (order by b.from_quantity)) k) br on true`;

const priced = `${agreedAndBroken}
  left join lateral (
    select sum(greatest(s.quantity - s.reserved, 0)) as free,
      json_agg(json_build_object('location', s.location, 'quantity', greatest(s.quantity - s.reserved, 0)::text, 'asOf', s.as_of, 'source', s.source) order by s.location) as rows
    from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id) st on true
  cross join lateral (select
    o.valid_from > v_today as early, o.valid_to < v_today as late,
    case when ag.price is not null then ag.price
      when o.valid_from > v_today or o.valid_to < v_today then null
      when br.price is null then o.list_price when br.spend is not null then round(br.spend / l.qty, 10) else br.price end as base,
    coalesce(st.free, 0) as free,
    l.qty < o.minimum or mod(l.qty, o.multiple) <> 0 as off_pack,
    case when mod(o.minimum, o.multiple) = 0 then o.minimum else (div(o.minimum, o.multiple) + 1) * o.multiple end as smallest offset 0) c
  cross join lateral (select
    case when ag.discount is not null then trim_scale(round(c.base * (100 - ag.discount) * 0.01, 10))
      when br.spend is not null then trim_scale(c.base) else c.base end as amount,
    coalesce(ag.price_currency, o.currency) as currency, coalesce(ag.basis, o.basis) as basis,
    case when coalesce(ag.price_currency, o.currency) in (${whole}) then 1 when coalesce(ag.price_currency, o.currency) in (${thousandth}) then 1000
      when coalesce(ag.price_currency, o.currency) in (${tenThousandth}) then 10000 else 100 end as minor,
    case when c.free >= l.qty then v_today when o.lead_days is null then null
      when o.lead_kind = 'WORKING' then ${workingDay('o.lead_days')} else v_today + o.lead_days end as earliest offset 0) p
  cross join lateral (select
    case when c.base is null then null when br.spend is null or br.price is null then l.qty * p.amount when ag.discount is null then br.spend
      else br.spend * (100 - ag.discount) * 0.01 end * o.price_factor_num as over,
    o.price_factor_den * p.basis as under offset 0) q`;

const columns = `
    l.n, %problem%, o.id, o.org_id, o.part_id, o.supplier_part, o.name, o.order_unit, o.content_unit, o.content_per_order_unit,
    o.price_unit, o.price_factor_num, o.price_factor_den, o.minimum, o.multiple, o.lead_days, o.lead_kind, o.ncnr, o.returnable_days, o.condition,
    o.approval_basis, o.country_of_origin, o.status, o.charges,
    p.amount, p.currency, p.basis,
    case when c.base is null then null when ag.price is not null then 'AGREEMENT' when ag.discount is not null then 'CATEGORY' when br.price is not null then 'BREAK' else 'LIST' end,
    case when c.base is null then null else ag.agreement_id end,
    case when ag.price is not null then ag.valid_from else greatest(ag.valid_from, o.valid_from) end,
    case when ag.price is not null then ag.valid_to else least(ag.valid_to, o.valid_to) end,
    case when c.base is not null then br.q end,
    case when c.base is null and not coalesce(c.early or c.late, false) then br.smallest end,
    div(2 * q.over * p.minor + q.under, 2 * q.under) * case p.minor when 1 then 1 when 100 then 0.01 when 1000 then 0.001 else 0.0001 end,
    case when c.off_pack and l.qty >= c.smallest then trim_scale(div(l.qty, o.multiple) * o.multiple) end,
    case when c.off_pack then case when l.qty < c.smallest then trim_scale(c.smallest) else trim_scale((div(l.qty, o.multiple) + 1) * o.multiple) end end,
    case when o.id is not null then c.free end, st.rows, case when o.status = 'ACTIVE' then p.earliest end, case when l.need_by is not null and o.id is not null then coalesce(o.status = 'ACTIVE' and p.earliest <= l.need_by, false) end,
    case when o.id is not null then concat_ws(' ', case when o.status <> 'ACTIVE' then 'WITHDRAWN' end,
      case when c.base is not null then null when c.early then 'NOT_YET_VALID' when c.late then 'EXPIRED' when o.break_count > 0 then 'BELOW_SMALLEST_BREAK' else 'NO_PRICE' end,
      case when c.off_pack then 'QUANTITY_OFF_PACK' end, case when p.earliest is null then 'OUT_OF_STOCK' end) end`;

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
    earliest date, need_by_met boolean, obstacles text)
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
      left join supply.offer o on o.id = l.offer ${priced}
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
         where b.part_id = l.part and l.offer is null and b.status = 'ACTIVE') f where f.place <= ${offersOfOneMax} order by f.place limit ${offersMax})) o on true ${priced}
    order by l.n, p.earliest nulls last, c.base is null, o.id;
  end $$`;

/** Price and availability of up to 200 lines for the acting organisation, one statement: see libs/supply/README.md. */
export class ReadAvailability2026112105040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [readAvailability, 'grant execute on function supply.read_availability(uuid, jsonb) to entrepot_app']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop function supply.read_availability(uuid, jsonb)']);
  }
}
