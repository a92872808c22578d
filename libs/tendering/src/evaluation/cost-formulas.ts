import { type DecimalText, exact, minus, one, per, plus, type Rational, ratio, times } from '#libs/kernel';

/** What one year of an energy service brings the buyer; the first and the last year may be short. */
export interface YearOfIncome {
  income: DecimalText;
  days: number;
}

/** Days by which a yearly rate is divided (ProZorro), leap year or not. */
const yearDays = 365n;

/** F2: K = 1 + Vn / (1 - Vmax). `features` is Vn, the sum of the values chosen; `featuresMax` stays below 1. */
export function featureCoefficient(features: Rational, featuresMax: Rational): Rational {
  return plus(one, per(features, minus(one, featuresMax)));
}

/** F2: the price that is compared, P / K. */
export function withFeatures(price: Rational, coefficient: Rational): Rational {
  return per(price, coefficient);
}

/** F3: price and cost answers together. */
export function lifeCycleCost(price: Rational, costs: readonly Rational[]): Rational {
  return plus(price, ...costs);
}

/**
 * F5: what one unit of money is worth at the end of each year: the product of 1 / (1 + r) over the years so far, with r =
 * rate x days / 365. Exact: at 12 % the first full year gives 25/28.
 */
export function discountCoefficients(rate: DecimalText, days: readonly number[]): Rational[] {
  const yearly = exact(rate);
  let running = one;
  return days.map((count) => {
    const r = times(yearly, ratio(BigInt(count), yearDays));
    running = per(running, plus(one, r));
    return running;
  });
}

/** F5: the present value of the yearly incomes. */
export function energyService(rate: DecimalText, years: readonly YearOfIncome[]): Rational {
  const coefficients = discountCoefficients(
    rate,
    years.map((year) => year.days),
  );
  return plus(...years.map((year, i) => times(exact(year.income), coefficients[i]!)));
}

/** What a cost paid at the end of each of `years` full years is worth today. A rate of 0 adds the payments up. */
export function presentValue(yearly: DecimalText, { years, rate }: { years: number; rate: DecimalText }): Rational {
  const coefficients = discountCoefficients(rate, new Array<number>(years).fill(Number(yearDays)));
  return times(exact(yearly), plus(...coefficients));
}
