import { compare, divideExact, type Factor, lineAmount, multiply, normalise } from '#libs/kernel';
import { withCharges } from '../charge.js';
import type { Charge, DocumentPrice, DocumentQuantity } from '../line.js';

/** A line that has a price for its quantity, of an order, a quotation or an invoice. */
export interface PricedLine {
  quantity: DocumentQuantity;
  price?: DocumentPrice;
}

/** Paths of a line that no row holds, since the rules of its price carry them. */
export const pricedPaths = [
  'lines[].price.factor',
  'lines[].price.currency',
  'lines[].price.rawUnit',
  'lines[].price.rawBasisCode',
  'lines[].sentence',
];

/** A price as one sentence in an item property: `4.37 / 100 EA; 1 XBX = 25/1 EA`. */
const SENTENCE = /^(\S+) \/ (\S+) (\S+); 1 (\S+) = (\S+)\/(\S+) (\S+)$/;
/** The property that holds it. */
export const PRICE_PROPERTY = 'UnitPrice';
const DECIMAL = /^\d{1,13}(?:\.\d{1,10})?$/;

/** A base quantity that is absent is one order unit; a price without an amount is none. */
export function completePrice(line: PricedLine): void {
  const { price } = line;
  if (price === undefined) return;
  if (price.amount === undefined) {
    delete line.price;
    return;
  }
  price.basis ??= '1';
  price.unit ??= line.quantity.unit;
}

/** A sentence that says the same as the price written per order units gives it back with basis, unit and factor. False when it does not. */
export function retellPrice(line: PricedLine, sentence: string): boolean {
  const { price } = line;
  const match = SENTENCE.exec(sentence);
  if (price === undefined || match === null) return false;
  const [, amount = '', basis = '', unit = '', orderUnit, numerator = '', denominator = '', factorUnit] = match;
  if (
    ![amount, basis, numerator, denominator].every((part) => DECIMAL.test(part)) ||
    orderUnit !== line.quantity.unit ||
    factorUnit !== unit
  )
    return false;
  const told = multiply(multiply(amount, numerator), price.basis);
  const written = multiply(multiply(price.amount, denominator), basis);
  if (compare(told, written) !== 0 || price.unit !== orderUnit) return false;
  line.price = { ...price, amount, basis, unit, factor: { numerator, denominator } };
  return true;
}

/** Before the rows write: the price per order units, exact. The basis is converted when that ends, else amount and basis are multiplied up. */
export function shapePrice(line: PricedLine): string | undefined {
  const { price, quantity } = line;
  if (price === undefined || price.factor === undefined || price.unit === quantity.unit) return undefined;
  const { numerator, denominator } = price.factor;
  const sentence = `${price.amount} / ${price.basis} ${price.unit}; 1 ${quantity.unit} = ${numerator}/${denominator} ${price.unit}`;
  const inOrderUnits = divideExact(multiply(price.basis, denominator), numerator, 10);
  const exact = compare(multiply(inOrderUnits, numerator), multiply(price.basis, denominator)) === 0;
  const amount = exact ? price.amount : normalise(multiply(price.amount, numerator));
  const basis = exact ? normalise(inOrderUnits) : normalise(multiply(price.basis, denominator));
  const { factor: _told, rawUnit: _raw, rawBasisCode: _code, gross: _gross, discount: _discount, ...kept } = price;
  line.price = { ...kept, amount, basis, unit: quantity.unit };
  return sentence;
}

/** The net of a line as Peppol reckons it: rounded price part, with the charges and allowances of the line. Undefined where the price is not per order unit. */
export function netAmount(line: PricedLine & { charges: Charge[] }, currency: string): string | undefined {
  const { price, quantity } = line;
  if (price === undefined) return undefined;
  const factor: Factor | undefined = price.unit === quantity.unit ? { numerator: '1', denominator: '1' } : price.factor;
  if (factor === undefined) return undefined;
  const part = lineAmount({ price: { ...price, currency: price.currency ?? currency }, quantity, factor });
  return withCharges(part.amount, line.charges);
}
