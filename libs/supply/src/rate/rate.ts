import {
  type DecimalText,
  divideExact,
  type LocalDate,
  type Money,
  minorUnits,
  multiply,
  normalise,
  type Price,
  roundHalfUp,
} from '#libs/kernel';

/** CONTRACT: agreed with a partner for a time; FROZEN: fixed by oneself for a time; DAY: of a day, until the next one is known. */
export const rateKinds = ['CONTRACT', 'FROZEN', 'DAY'] as const;
export type RateKind = (typeof rateKinds)[number];

/** What `supply.rate_for` answers: the rate as it is recorded, and whether it is read backwards. */
export interface AppliedRate {
  rate_kind: RateKind | null;
  rate: DecimalText | null;
  rate_source: string | null;
  rate_from: LocalDate | null;
  rate_inverse: boolean | null;
}

/** The rate a price was converted by, as recorded: what 1 of `from` is in `to`. */
export interface ShownRate {
  kind: RateKind;
  rate: DecimalText;
  from: string;
  to: string;
  source: string;
  date: LocalDate;
}

/** A price in another currency, for display only. */
export interface ConvertedPrice {
  price: Price;
  lineAmount: Money | null;
  /** null: the price stands in that currency already. */
  rate: ShownRate | null;
}

interface Priced {
  amount: DecimalText | null;
  currency: string;
  basis: DecimalText;
  price_unit: string;
  line_amount: DecimalText | null;
}

/** Decimals of a converted price: it is shown, never paid. */
const priceScale = 10;

/** The price and the line in another currency by the rate found; null without either. The line is converted from the rounded line, once. */
export function converted(row: Priced & AppliedRate, to: string): ConvertedPrice | null {
  if (row.amount === null) return null;
  const shown = (amount: DecimalText, line: DecimalText | null, rate: ShownRate | null): ConvertedPrice => ({
    price: { amount, currency: to, basis: row.basis, unit: row.price_unit },
    lineAmount: line === null ? null : { amount: line, currency: to },
    rate,
  });
  if (row.currency === to) return shown(row.amount, row.line_amount, null);
  const { rate, rate_kind: kind, rate_source: source, rate_from: date } = row;
  if (rate === null || kind === null || source === null || date === null) return null;
  const exchange = (amount: DecimalText, scale: number): DecimalText =>
    row.rate_inverse ? divideExact(amount, rate, scale) : roundHalfUp(multiply(amount, rate), scale);
  const [from, into] = row.rate_inverse ? [to, row.currency] : [row.currency, to];
  return shown(
    normalise(exchange(row.amount, priceScale)),
    row.line_amount === null ? null : exchange(row.line_amount, minorUnits(to)),
    { kind, rate, from, to: into, source, date },
  );
}
