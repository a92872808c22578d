import {
  type CurrencyCode,
  type DecimalText,
  exact,
  type Factor,
  type Price,
  per,
  plus,
  type Rational,
  ratio,
  times,
  type UnitCode,
  zero,
} from '#libs/kernel';

/** The one basis on which all bids of a lot are compared; published with the tender. */
export interface ComparisonBasis {
  currency: CurrencyCode;
  /** Units of `currency` for one of another, frozen when the tender was published. */
  rates: Readonly<Record<CurrencyCode, DecimalText>>;
  /** Incoterm with its edition and place: 'DAP 2020 Hamburg'. */
  deliveryTerm: string;
  /** What a day of credit is worth: yearly rate, and the days that cost nothing. Absent: payment days are not counted. */
  payment?: { yearlyRate: DecimalText; days: number };
}

/** One line of a bid. `quantity` counts the tender's `unit`; `factors` lead from that unit to others. */
export interface OfferedLine {
  quantity: DecimalText;
  unit: UnitCode;
  price: Price;
  /** Units priced in one unit of the tender: a box of 25 asked for by the box and priced by the piece is 25/1. Absent: the units are the same. */
  factor?: Factor;
  deliveryTerm: string;
  paymentDays: number;
  /** What the buyer adds to come to the basis. */
  addends: readonly Addend[];
}

/** An explicit addition for the whole line: it is shown beside the price, never hidden in it. */
export interface Addend {
  kind: 'FREIGHT' | 'INSURANCE' | 'DUTY' | 'HANDLING' | 'CHARGE' | 'DELIVERY_TERM';
  amount: DecimalText;
  currency: CurrencyCode;
}

/** One step from the bid's price to the comparable one, in the currency of the basis. */
export interface ComparisonStep {
  kind: 'GOODS' | Addend['kind'] | 'PAYMENT_DAYS';
  amount: Rational;
}

export type NotComparable = 'UNIT_WITHOUT_FACTOR' | 'CURRENCY_WITHOUT_RATE' | 'DELIVERY_TERM_WITHOUT_ADDEND';

/** The days by which a year of credit is divided: the commercial year. */
const creditYearDays = 360n;

/**
 * What the line costs on the basis, step by step and exact; or every reason why it cannot be compared (trade-rules 7 and 31:
 * another delivery term is comparable only with an addend that says what the difference costs). Nothing is guessed.
 */
export function comparablePrice(
  basis: ComparisonBasis,
  line: OfferedLine,
): { total: Rational; steps: ComparisonStep[] } | { notComparable: NotComparable[] } {
  const reasons = reasonsAgainst(basis, line);
  if (reasons.length > 0) return { notComparable: reasons };
  const goods = times(goodsOf(line), rateOf(basis, line.price.currency)!);
  const steps: ComparisonStep[] = [
    { kind: 'GOODS', amount: goods },
    ...line.addends.map((a) => ({ kind: a.kind, amount: times(exact(a.amount), rateOf(basis, a.currency)!) })),
    ...creditOf(basis, { goods, paymentDays: line.paymentDays }),
  ];
  return { total: plus(...steps.map((step) => step.amount)), steps };
}

function reasonsAgainst(basis: ComparisonBasis, line: OfferedLine): NotComparable[] {
  const currencies = [line.price.currency, ...line.addends.map((a) => a.currency)];
  const isElsewhere = line.deliveryTerm !== basis.deliveryTerm && !line.addends.some((a) => a.kind === 'DELIVERY_TERM');
  return [
    ...(line.price.unit !== line.unit && !line.factor ? (['UNIT_WITHOUT_FACTOR'] as const) : []),
    ...(currencies.some((currency) => !rateOf(basis, currency)) ? (['CURRENCY_WITHOUT_RATE'] as const) : []),
    ...(isElsewhere ? (['DELIVERY_TERM_WITHOUT_ADDEND'] as const) : []),
  ];
}

function rateOf(basis: ComparisonBasis, currency: CurrencyCode): Rational | undefined {
  if (currency === basis.currency) return ratio(1n);
  const rate = basis.rates[currency];
  return rate === undefined ? undefined : exact(rate);
}

/** Quantity x factor / basis x amount, not rounded: rounding is for what is paid, and would set equal what is not. */
function goodsOf({ quantity, price, factor }: OfferedLine): Rational {
  const priced = factor ? times(exact(quantity), per(exact(factor.numerator), exact(factor.denominator))) : exact(quantity);
  return times(per(priced, exact(price.basis)), exact(price.amount));
}

/** Fewer days than the basis allows cost interest, more days save it. */
function creditOf(
  { payment }: ComparisonBasis,
  { goods, paymentDays }: { goods: Rational; paymentDays: number },
): ComparisonStep[] {
  if (!payment) return [];
  const share = times(exact(payment.yearlyRate), ratio(BigInt(payment.days - paymentDays), creditYearDays));
  return share.over === zero.over ? [] : [{ kind: 'PAYMENT_DAYS', amount: times(goods, share) }];
}
