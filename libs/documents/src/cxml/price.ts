import { add, compare, divideExact, isCurrencyCode, lineAmount, multiply, normalise, oneToOne } from '#libs/kernel';
import type { DocumentPrice, DocumentQuantity } from '../canonical/line.js';
import type { RuleView } from '../grammar/message.js';

interface Priced {
  quantity?: DocumentQuantity;
  price?: DocumentPrice;
}

/** After the rows have read: no PriceBasisQuantity is one order unit; conversionFactor is the price units in one order unit. */
export function readPrice(line: Priced, currency: string | undefined): void {
  const price = line.price;
  if (price === undefined) return;
  if (price.amount === undefined) {
    delete line.price;
    return;
  }
  price.basis ??= '1';
  if (price.unit === undefined && line.quantity !== undefined) {
    price.unit = line.quantity.unit;
    if (line.quantity.rawUnit !== undefined) price.rawUnit = line.quantity.rawUnit;
  }
  if (price.currency === currency) delete price.currency;
  const factor = price.factor?.numerator;
  if (factor === undefined) return;
  if (price.unit === line.quantity?.unit && isOne(factor)) delete price.factor;
  else price.factor = { numerator: factor, denominator: '1' };
}

/** Before the rows write: a price per one order unit has no PriceBasisQuantity; a factor is one decimal or cannot be said. */
export function shapePrice(line: Priced, say: { at: string; currency: string | undefined; report: RuleView['report'] }): void {
  const { price, quantity } = line;
  if (price === undefined || quantity === undefined) return;
  if (say.currency !== undefined) price.currency ??= say.currency;
  const plain: Partial<DocumentPrice> = price;
  if (isPlain(price, quantity)) {
    delete plain.basis;
    delete plain.unit;
    delete plain.rawUnit;
    delete plain.factor;
    return;
  }
  const { numerator, denominator } = price.factor ?? oneToOne;
  if (price.factor === undefined && price.unit !== quantity.unit) {
    say.report({
      at: say.at,
      code: 'VALUE_MISSING',
      message: `PriceBasisQuantity needs the factor from ${quantity.unit} to ${price.unit}.`,
    });
  }
  const factor = normalise(divideExact(numerator, denominator, 10));
  if (compare(multiply(factor, denominator), numerator) !== 0) {
    say.report({
      at: say.at,
      code: 'FACTOR_NOT_EXPRESSIBLE',
      message: `conversionFactor cannot say ${numerator}/${denominator} exactly.`,
    });
  }
  price.factor = { numerator: factor, denominator: '1' };
}

/** Whether UnitPrice alone says the price. */
export function isPlain(price: DocumentPrice, quantity: DocumentQuantity): boolean {
  return price.unit === quantity.unit && compare(price.basis, '1') === 0;
}

/** What the lines cost together, for the Total that the format demands; undefined when a line has no price that can be reckoned. */
export function totalOf(
  lines: readonly { quantity: DocumentQuantity; price?: DocumentPrice }[],
  currency: string,
): string | undefined {
  if (!isCurrencyCode(currency)) return undefined;
  let total = '0';
  for (const { quantity, price } of lines) {
    const factor = price?.unit === quantity.unit ? oneToOne : price?.factor;
    if (price === undefined || factor === undefined) return undefined;
    const cost = lineAmount({ price: { ...price, currency }, quantity, factor }).amount;
    total = add(total, cost);
  }
  return total;
}

function isOne(factor: string): boolean {
  return compare(factor, '1') === 0;
}
