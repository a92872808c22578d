import type { DecimalText, LocalDate, Price } from '#libs/kernel';
import { affected, rows, type Work } from '#libs/platform';
import { type AppliedRate, converted, type ShownRate } from '../rate/rate.js';

/** What a part costs in public on a day, in one condition, currency and base unit. */
export interface MarketPrice {
  day: LocalDate;
  condition: string | null;
  /** The greatest of `sellersSteps` that is not above the number of sellers. */
  sellersMin: number;
  median: Price;
  low: Price;
  high: Price;
  /** The rate that the three were converted by; null: they stand as the sellers quote them. */
  rate: ShownRate | null;
}

interface Figure extends AppliedRate {
  partId: string;
  day: LocalDate;
  condition: string | null;
  currency: string;
  unit: string;
  sellers: number;
  median: DecimalText;
  low: DecimalText;
  high: DecimalText;
}

/** The number of sellers is told in steps: one who comes or goes is not counted out. */
const sellersSteps = [100, 50, 20, 10, 5, 3];

/**
 * The market price of each part today (UTC), per condition, currency and unit, the most sellers first: median and range of the lowest public
 * price of each seller for one base unit at his smallest order. Empty with fewer than `sellersMin` sellers (at least 3 whatever is
 * asked). Taken once a day, when first asked for, and rounded (three digits of the median, two of the ends, outwards), so that
 * asking again and again tells nothing of a single seller. With `currency` converted by the reader's own rates, after the
 * figures were taken; without such a rate as quoted. Writes: needs a work that may.
 */
export async function marketPrices(
  work: Work,
  partIds: readonly string[],
  wanted: { sellersMin: number; currency?: string | null },
): Promise<MarketPrice[][]> {
  await affected(work, 'select supply.take_market_prices($1)', [partIds]);
  const found = await rows<Figure>(
    work,
    `select m.part_id as "partId", m.day, f.*, r.* from supply.market_price m
     cross join lateral rows from (jsonb_to_recordset(m.figures) as (condition text, currency text, unit text, sellers int, median text, low text, high text))
       with ordinality as f (condition, currency, unit, sellers, median, low, high, place)
     left join lateral supply.rate_for(null, case when $3::text is not null then f.currency end, $3) r on true
     where m.part_id = any ($1) and m.day = (transaction_timestamp() at time zone 'UTC')::date and f.sellers >= $2
     order by m.part_id, f.place`,
    [partIds, Math.max(wanted.sellersMin, 3), wanted.currency ?? null],
  );
  return partIds.map((id) =>
    found.filter(({ partId }) => partId === id).map((figure) => shown(figure, wanted.currency ?? figure.currency)),
  );
}

function shown(figure: Figure, currency: string): MarketPrice {
  const inside = (amount: DecimalText) =>
    converted({ ...figure, amount, basis: '1', price_unit: figure.unit, line_amount: null }, currency);
  const plain = (amount: DecimalText): Price => ({ amount, currency: figure.currency, basis: '1', unit: figure.unit });
  return {
    day: figure.day,
    condition: figure.condition,
    sellersMin: sellersSteps.find((step) => step <= figure.sellers) ?? 3,
    median: inside(figure.median)?.price ?? plain(figure.median),
    low: inside(figure.low)?.price ?? plain(figure.low),
    high: inside(figure.high)?.price ?? plain(figure.high),
    rate: inside(figure.median)?.rate ?? null,
  };
}
