import { compare, hasLegalScale, isCurrencyCode, isDecimal, minorUnits, multiply } from '#libs/kernel';
import type { CataloguePrice, CatalogueRow } from '../../canonical/catalogue.js';
import { customerPriceType } from './customer-price.js';
import type { Findings } from './findings.js';
import { settleBase } from './price-base.js';
import type { PriceDraft, RowDraft } from './row-draft.js';
import { readDate } from './row-values.js';

/** Prices of one part: breaks x territories x periods x types. More is an export gone wrong. */
const PRICES_MAX = 500;

/**
 * Reads the prices of a row. Errors: negative amounts, unknown or missing currency, decimals in a currency without any
 * (JPY), two different prices for the same quantity and time, bounds of decisions.md 7. A price is never divided or
 * rounded; a multiplier of the format (BMEcat PRICE_FACTOR) is applied exactly.
 */
export function checkPrices(draft: RowDraft, row: CatalogueRow, findings: Findings): void {
  if (draft.prices.length > PRICES_MAX) {
    findings.add('PRICE_TOO_MANY', 'price', { values: { found: String(draft.prices.length), limit: String(PRICES_MAX) } });
    return;
  }
  settleBase(draft, findings);
  for (const price of draft.prices) {
    const read = checkPrice(price, row, findings);
    if (read !== undefined) row.prices.push(read);
  }
  if (row.prices.length > 1) refuseContradictions(row, findings);
  if (findings.failed) return;
  if (row.prices.length === 0) {
    if (row.action !== 'change') findings.add('PRICE_MISSING', 'price');
    return;
  }
  const first = row.prices[0]!;
  const chosen =
    row.prices.length === 1 && first.type === 'net_list' ? { type: first.type, assumed: false } : choose(row, findings);
  if (chosen === undefined) return;
  row.customerPriceType = chosen.type;
  if (chosen.assumed) findings.addOnce('PRICE_TYPE_ASSUMED', 'price', { key: chosen.type, values: { type: chosen.type } });
}

function choose(row: CatalogueRow, findings: Findings): { type: string; assumed: boolean } | undefined {
  const types = row.prices.map((price) => price.type);
  const chosen = customerPriceType(types);
  if (chosen === undefined) findings.add('PRICE_TYPE_UNKNOWN', 'price', { values: { types: [...new Set(types)].join(', ') } });
  return chosen;
}

function checkPrice(draft: PriceDraft, row: CatalogueRow, findings: Findings): CataloguePrice | undefined {
  const text = draft.amount;
  if (text === '') return undefined;
  const currency = currencyOf(draft, findings);
  const amount = amountOf(text, draft, findings);
  const basis = draft.basis === '' ? defaultBasis(row) : findings.positive(draft.basis, 'basis');
  const from =
    draft.fromQuantity === '' ? defaultFrom(row) : findings.positive(draft.fromQuantity, 'fromQuantity', draft.quantityColumn);
  if (currency === undefined || amount === undefined || (basis === undefined && draft.basis !== '') || from === undefined)
    return undefined;
  if (minorUnits(currency) === 0 && amount.includes('.') && !hasLegalScale({ amount, currency })) {
    findings.add('PRICE_DECIMALS', 'price', at(draft, { value: text, currency }));
    return undefined;
  }
  const price: CataloguePrice =
    basis === undefined
      ? { type: draft.type, amount, currency, fromQuantity: from }
      : { type: draft.type, amount, currency, basis, fromQuantity: from };
  validity(draft, price, findings);
  if (draft.territory !== undefined && draft.territory.length > 0) price.territory = draft.territory;
  if (draft.taxRate !== '') tax(draft.taxRate, price, findings);
  return price;
}

/** A price update that does not repeat the basis leaves it as published; 1 would make a price per hundred a hundred times dearer. */
function defaultBasis(row: CatalogueRow): string | undefined {
  return row.action === 'price' || row.action === 'change' ? undefined : '1';
}

/** The smaller of 1 and the minimum: half a metre must find its price where half a metre may be ordered. */
function defaultFrom(row: CatalogueRow): string {
  return row.minimum !== undefined && row.minimum.charCodeAt(0) === 48 && compare(row.minimum, '1') < 0 ? row.minimum : '1';
}

function currencyOf(draft: PriceDraft, findings: Findings): string | undefined {
  const written = draft.currency === '' ? findings.habits.currency : draft.currency;
  if (written === undefined || written === '') {
    findings.add('CURRENCY_MISSING', 'currency');
    return undefined;
  }
  if (isCurrencyCode(written)) return written;
  const upper = written.toUpperCase();
  if (isCurrencyCode(upper)) return upper;
  findings.add('CURRENCY_UNKNOWN', 'currency', { values: { value: written } });
  return undefined;
}

function amountOf(text: string, draft: PriceDraft, findings: Findings): string | undefined {
  const value = findings.number(text, 'price', draft.amountColumn);
  if (value === undefined) return undefined;
  const isZero = !/[1-9]/.test(value);
  if (value.charCodeAt(0) === 45 && !isZero) {
    findings.add('PRICE_NEGATIVE', 'price', at(draft, { value: text }));
    return undefined;
  }
  if (isZero) findings.add('PRICE_ZERO', 'price', at(draft, {}));
  const amount = value.charCodeAt(0) === 45 ? value.slice(1) : value;
  return draft.multiplier === '' ? amount : multiplied(amount, draft, findings);
}

function multiplied(amount: string, draft: PriceDraft, findings: Findings): string | undefined {
  const factor = findings.positive(draft.multiplier, 'price', draft.amountColumn);
  if (factor === undefined) return undefined;
  if (compare(factor, '1') === 0) return amount;
  const product = multiply(amount, factor);
  if (!isDecimal(product)) {
    findings.add('NUMBER_OUT_OF_BOUNDS', 'price', at(draft, { value: product }));
    return undefined;
  }
  findings.addOnce('PRICE_FACTOR_APPLIED', 'price', { values: {} });
  return product;
}

function validity(draft: PriceDraft, price: CataloguePrice, findings: Findings): void {
  if (draft.validFrom !== '') {
    const day = dateOf(draft.validFrom, 'validFrom', findings);
    if (day !== undefined) price.validFrom = day;
  }
  if (draft.validTo !== '') {
    const day = dateOf(draft.validTo, 'validTo', findings);
    if (day !== undefined) price.validTo = day;
  }
  if (price.validFrom !== undefined && price.validTo !== undefined && price.validTo < price.validFrom) {
    findings.add('PERIOD_REVERSED', 'validTo', { values: { from: price.validFrom, to: price.validTo } });
  }
}

function dateOf(text: string, field: 'validFrom' | 'validTo', findings: Findings): string | undefined {
  const format = findings.habits.dateFormat;
  const day = readDate(text, format);
  if (day === undefined) findings.add('DATE_INVALID', field, { values: { value: text, expected: format } });
  return day;
}

/** Tax is an estimate by rule (trade-rules 7), so a bad one only warns. 16 is a percentage: no tax is above 100 %. */
function tax(text: string, price: CataloguePrice, findings: Findings): void {
  const { habits } = findings;
  const short = text.length > 40 ? '' : text;
  const normal = habits.forgivesComma || habits.decimalSeparator === ',' ? short.replace(',', '.') : short;
  const digits = normal.replace(/\s*%$/, '');
  if (!/^\d*\.?\d+$/.test(digits) || !isDecimal(digits.startsWith('.') ? `0${digits}` : digits)) {
    findings.add('VALUE_INVALID', 'taxRate', { values: { value: text, expected: 'a tax rate' } });
    return;
  }
  const rate = digits.startsWith('.') ? `0${digits}` : digits;
  if (digits === normal && compare(rate, '1') < 0) price.taxRate = rate;
  else {
    price.taxRate = multiply(rate, '0.01');
    if (digits === normal) findings.addOnce('TAX_PERCENT', 'taxRate', { key: text, values: { value: text } });
  }
}

/** The same price twice is kept once; two different ones for the same case are an error, as nobody can say which holds. */
function refuseContradictions(row: CatalogueRow, findings: Findings): void {
  const kept: CataloguePrice[] = [];
  const territories = new Map(row.prices.map((price) => [price, price.territory?.join() ?? '']));
  for (const price of row.prices) {
    const before = kept.find((other) => territories.get(other) === territories.get(price) && isSameCase(other, price));
    if (before === undefined) kept.push(price);
    else if (compare(before.amount, price.amount) !== 0 || compare(before.basis ?? '1', price.basis ?? '1') !== 0) {
      findings.add('PRICE_DUPLICATE', 'price', { values: { type: price.type, quantity: price.fromQuantity } });
    }
  }
  row.prices = kept;
}

function isSameCase(a: CataloguePrice, b: CataloguePrice): boolean {
  if (a.type !== b.type || a.currency !== b.currency || a.validFrom !== b.validFrom || a.validTo !== b.validTo) return false;
  if (
    a.fromQuantity !== b.fromQuantity &&
    (!(a.fromQuantity + b.fromQuantity).includes('.') || compare(a.fromQuantity, b.fromQuantity) !== 0)
  )
    return false;
  return true;
}

function at(draft: PriceDraft, values: Record<string, string>): { values: Record<string, string>; column?: string } {
  return draft.amountColumn === undefined ? { values } : { values, column: draft.amountColumn };
}
