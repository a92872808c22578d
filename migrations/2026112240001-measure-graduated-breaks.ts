import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewrite, sql, undone } from './support.js';

// Units of one thing that has no parts (UN/ECE Recommendation 20); packages of Recommendation 21 are such, too. A dozen, a hundred, a kilogram have parts.
const things = `'10', '11', '13', '14', '15', '20', '21', 'AB', 'AS', 'AY', 'C62', 'CG', 'D63', 'E27', 'E48', 'E51', 'E54', 'E55', 'EA', 'EB',
  'H87', 'HA', 'HEA', 'IE', 'JWL', 'KT', 'LO', 'NAR', 'NCL', 'NMP', 'NPT', 'OA', 'P5', 'PCE', 'PD', 'PR', 'RM', 'SET', 'SR', 'STC', 'STK', 'SW', 'TP', 'U2', 'Z11', 'ZP'`;

// How far before its start a graduated step begins. The thing that makes 100 of 99 is the hundredth and costs what the step from 100 says;
// of kilograms the step from 100 begins at 100, and what lies below it costs what the step below says.
const reach = `create function supply.step_reach(p_mode text, p_unit text) returns numeric language sql immutable parallel safe
  return case when p_mode = 'GRADUATED' and (p_unit in (${things}) or p_unit ~ '^X[0-9A-Z]{2}$') then 1 else 0 end`;

/** The spending of graduated breaks, as ReadPrices wrote it, with the reach of a step in the place of one unit. */
const spending: readonly (readonly [string, string])[] = [
  ['+ sum(k.price * (least(', '+ coalesce(sum(k.price * (least('],
  ['* greatest(min(k.q) - 1, 0) * x.s', '* greatest(min(k.q) - x.reach, 0) * x.s'],
  ['(k.next - 1) * x.s)', '(k.next - x.reach) * x.s)'],
  ['greatest(k.q - 1, 0) * x.s end)) filter', 'greatest(k.q - x.reach, 0) * x.s end)) filter'],
  [
    'where (k.q - 1) * x.s < x.n) end as spend',
    'where k.first and o.list_price is null or (k.q - x.reach) * x.s < x.n), 0) end as spend',
  ],
];

const unitOf = (of: string): string => `case ${of}.break_unit when 'PRICE' then o.price_unit else o.order_unit end`;

/** What tells the laterals which unit they count in: the breaks of the agreement's item and those of the offer. */
const told: readonly (readonly [string, string])[] = [
  [
    'select it.n, it.s, it.break_from as f,',
    `select it.n, it.s, supply.step_reach(it.break_mode, ${unitOf('it')}) as reach, it.break_from as f,`,
  ],
  ['supply.broken_price(x.f, x.p, x.m, x.first, x.n, x.s)', 'supply.broken_price(x.f, x.p, x.m, x.first, x.n, x.s, x.reach)'],
  [
    "case o.break_unit when 'PRICE' then o.price_factor_den else 1 end as s\n      where o.break_count > 0",
    `case o.break_unit when 'PRICE' then o.price_factor_den else 1 end as s, supply.step_reach(o.break_mode, ${unitOf('o')}) as reach\n      where o.break_count > 0`,
  ],
];

/** A break that is just reached has begun and priced nothing yet: then the sum is of no step. */
interface Stepping {
  more: string;
  given: string;
  reach: string;
  /** What prices from zero, before the start of a step is asked. */
  begun: string;
  sum: (of: string) => string;
}

const broken = ({ more, given, reach: one, begun, sum }: Stepping): string => `
  create function supply.broken_price(p_from numeric[], p_price numeric[], p_mode text, p_first numeric, p_n numeric, p_s numeric${more})
    returns table (smallest numeric, q numeric, price numeric, spend numeric) language plpgsql immutable as $$
    begin
      return query select t.* from (select p_n as n, p_s as s${given}) x cross join lateral (
    select min(k.q) as smallest, max(k.q) filter (where k.q * x.s <= x.n) as q,
      max(k.price) filter (where k.q * x.s <= x.n and (k.next is null or k.next * x.s > x.n)) as price,
      case when p_mode = 'GRADUATED' then coalesce(p_first, 0) * greatest(min(k.q) - ${one}, 0) * x.s
        + ${sum(`sum(k.price * (least(x.n, (k.next - ${one}) * x.s) - case when k.first and p_first is null then 0 else greatest(k.q - ${one}, 0) * x.s end)) filter (where ${begun}(k.q - ${one}) * x.s < x.n)`)} end as spend
    from (select b.q, b.price, lead(b.q) over w as next, row_number() over w = 1 as first from unnest(p_from, p_price) as b (q, price) window w as (order by b.q)) k) t;
    end $$`;

const types = 'numeric[], numeric[], text, numeric, numeric, numeric';
const before = `supply.broken_price(${types})`;
const since = `supply.broken_price(${types}, numeric)`;
const readers = ['supply.read_availability', 'supply.read_search'];

/** Graduated breaks of what is weighed or measured begin exactly where they say: a break from 1 kg prices nothing of 0.75 kg. */
export class MeasureGraduatedBreaks2026112240001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sql(runner, [
      reach,
      'grant execute on function supply.step_reach(text, text) to entrepot_app',
      `drop function ${before}`,
      broken({
        more: ', p_reach numeric',
        given: ', p_reach as reach',
        reach: 'x.reach',
        begun: 'k.first and p_first is null or ',
        sum: (of) => `coalesce(${of}, 0)`,
      }),
      `grant execute on function ${since} to entrepot_app`,
    ]);
    for (const name of readers) await rewrite(runner, name, [...spending, ...told]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of readers) await rewrite(runner, name, undone([...spending, ...told]));
    await sql(runner, [
      `drop function ${since}`,
      broken({ more: '', given: '', reach: '1', begun: '', sum: (of) => of }),
      `grant execute on function ${before} to entrepot_app`,
      'drop function supply.step_reach(text, text)',
    ]);
  }
}
