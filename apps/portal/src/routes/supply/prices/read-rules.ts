import type {
  ChargeBase,
  ChargeCondition,
  ChargeRuleInput,
  DiscountRuleInput,
  PolicyFactsFragment,
} from '../../../graphql/generated/graphql';
import { cellsOf, dayOf, figureOf } from '../read-cells';

/** Rows as typed, each with the line it stands on, and the lines that are none. */
export interface ReadRows<T> {
  rows: T[];
  lines: number[];
  unreadable: number[];
}

function read<T>(text: string, row: (cells: readonly string[]) => T | undefined): ReadRows<T> {
  const found: ReadRows<T> = { rows: [], lines: [], unreadable: [] };
  for (const { line, cells } of cellsOf(text)) {
    const one = row(cells);
    if (one === undefined) found.unreadable.push(line);
    else {
      found.rows.push(one);
      found.lines.push(line);
    }
  }
  return found;
}

/** Reads `customer category; goods category; percent; from; to` lines. */
export function readMatrix(text: string): ReadRows<DiscountRuleInput> {
  return read(text, ([customerCategory, productCategory, percent, from, to, ...rest]) => {
    const [discountPercent, validFrom, validTo] = [figureOf(percent ?? ''), dayOf(from), dayOf(to)];
    if (!customerCategory || !productCategory || !discountPercent || !validFrom || !validTo || rest.length > 0) return undefined;
    return { customerCategory, productCategory, discountPercent, validFrom, validTo };
  });
}

const bases: readonly ChargeBase[] = ['LINE', 'ORDER', 'PACKAGE'];
const conditions: readonly ChargeCondition[] = ['ALWAYS', 'HAZMAT', 'ON_REQUEST', 'ORDER_BELOW'];

/** Reads `code; amount; currency; per; applies; below; goods category; from; to` lines; below and category may be empty. */
export function readCharges(text: string): ReadRows<ChargeRuleInput> {
  return read(text, ([code, price, currency, base, condition, under, category, from, to, ...rest]) => {
    const per = bases.find((one) => one === base?.toUpperCase());
    const applies = conditions.find((one) => one === (condition || 'ALWAYS').toUpperCase());
    const [amount, validFrom, validTo, below] = [figureOf(price ?? ''), dayOf(from), dayOf(to), under ? figureOf(under) : null];
    if (!code || !amount || !currency || !per || !applies || !validFrom || !validTo || below === undefined || rest.length > 0)
      return undefined;
    return {
      code,
      amount,
      currency: currency.toUpperCase(),
      per,
      applies,
      below,
      category: category || null,
      validFrom,
      validTo,
    };
  });
}

/** What stands in the hub, as it is typed. */
export const matrixText = ({ matrix }: PolicyFactsFragment): string =>
  matrix
    .map((row) => [row.customerCategory, row.productCategory, row.discountPercent, row.validFrom, row.validTo].join('; '))
    .join('\n');
export const chargesText = ({ charges }: PolicyFactsFragment): string =>
  charges
    .map((rule) =>
      [
        rule.code,
        rule.amount.amount,
        rule.amount.currency,
        rule.per,
        rule.applies,
        rule.below?.amount ?? '',
        rule.category ?? '',
        rule.validFrom,
        rule.validTo,
      ].join('; '),
    )
    .join('\n');
