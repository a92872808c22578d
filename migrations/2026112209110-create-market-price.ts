import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACTING, as, sql, wall } from './support.js';

// The price of one base unit at the smallest orderable quantity, of offers that everybody may see: no agreement, no hidden offer, nothing a
// reader may choose (a rate of exchange would be such a thing) ever enters, so that two figures differ by public prices only.
const unitPrice = `coalesce(case when o.break_mode = 'WHOLE' then (select b.price from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id
      and b.from_quantity <= o.minimum * (case when o.break_unit = 'PRICE' then o.price_factor_num / o.price_factor_den else 1 end) order by b.from_quantity desc limit 1) end, o.list_price)
    * o.price_factor_num / o.price_factor_den / o.basis / coalesce(o.content_per_order_unit, 1)`;
/** A part under a wrong identity counts for the one it is, as in the search. */
const corrected = `left join catalog.identity_correction sp on sp.from_part = o.part_id and sp.supplier_id = o.org_id and sp.undone_at is null
        left join catalog.identity_correction mg on mg.from_part = o.part_id and mg.kind = 'MERGE' and mg.undone_at is null`;
const magnitude = (x: string) => `floor(log(${x}))::int`;

const takeMarketPrices = `create function supply.take_market_prices(p_parts uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_parts uuid[];
  begin
    if ${ACTING} is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
    v_parts := array(select distinct w from unnest(p_parts) as w where not exists (select from supply.market_price m where m.part_id = w and m.day = v_today) order by w);
    if cardinality(v_parts) = 0 then return; end if;
    insert into supply.market_price (part_id, day, figures)
      with priced as (
        select coalesce(sp.to_part, mg.to_part, o.part_id) as part_id, o.org_id, o.condition, o.currency, coalesce(o.content_unit, o.order_unit) as unit, min(${unitPrice}) as price
        from supply.offer o ${corrected}
        where o.part_id = any (v_parts || array(select c.from_part from catalog.identity_correction c where c.to_part = any (v_parts) and c.undone_at is null))
          and o.audience is null and o.status = 'ACTIVE' and o.price_type is null and coalesce(o.held_until, v_today) >= v_today
          and coalesce(o.valid_from, v_today) <= v_today and coalesce(o.valid_to, v_today) >= v_today
          and not (o.content_per_order_unit is null and o.order_unit ~ '^X')
        group by 1, 2, 3, 4, 5),
      middle as (select part_id, condition, currency, unit, percentile_cont(0.5) within group (order by price::float8)::numeric as middle
        from priced where price > 0 group by 1, 2, 3, 4),
      -- A price ten times above or below the middle is a slip of units or of the decimal point, not a market.
      sound as (select p.*, row_number() over w as place, count(*) over (partition by p.part_id, p.condition, p.currency, p.unit) as sellers
        from priced p join middle m on m.part_id = p.part_id and m.condition is not distinct from p.condition and m.currency = p.currency and m.unit = p.unit
        where p.price between m.middle / 10 and m.middle * 10 window w as (partition by p.part_id, p.condition, p.currency, p.unit order by p.price, p.org_id)),
      figure as (select part_id, condition, currency, unit, max(sellers)::int as sellers, min(price) as low, max(price) as high,
          avg(price) filter (where place in ((sellers + 1) / 2, (sellers + 2) / 2)) as median
        from sound group by 1, 2, 3, 4 having max(sellers) >= 3)
      select w, v_today, coalesce((select jsonb_agg(jsonb_build_object('condition', f.condition, 'currency', f.currency, 'unit', f.unit, 'sellers', f.sellers,
          -- Three digits of the median, two of the ends, outwards: no seller's price to the cent.
          'median', trim_scale(round(f.median, 2 - ${magnitude('f.median')}))::text,
          'low', trim_scale(trunc(f.low, 1 - ${magnitude('f.low')}))::text,
          'high', trim_scale(-floor(-f.high * power(10::numeric, 1 - ${magnitude('f.high')})) / power(10::numeric, 1 - ${magnitude('f.high')}))::text)
          order by f.sellers desc, f.condition, f.currency, f.unit)
        from figure f where f.part_id = w), '[]')
      from unnest(v_parts) as w
    on conflict (part_id, day) do nothing;
    delete from supply.market_price m where m.part_id = any (v_parts) and m.day < v_today - 400;
  end $$`;

const up: readonly (string | readonly string[])[] = [
  'create table supply.market_price (part_id uuid not null, day date not null, figures jsonb not null, primary key (part_id, day))',
  wall(
    'global',
    'supply.market_price',
    'What a part cost in public on one day (UTC), per condition, currency and unit with at least three sellers; never changed.',
  ),
  as('entrepot_definer', 'supply', [
    takeMarketPrices,
    'revoke execute on function supply.take_market_prices(uuid[]) from public',
    'grant execute on function supply.take_market_prices(uuid[]) to entrepot_app',
  ]),
];

/** Market prices: taken once a day for the parts somebody asks for, and kept as they were. */
export class CreateMarketPrice2026112209110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await sql(runner, ['drop function supply.take_market_prices(uuid[])', 'drop table supply.market_price']);
  }
}
