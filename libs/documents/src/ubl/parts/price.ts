import { compare, divideExact, type Factor, lineAmount, multiply, normalise } from '#libs/kernel';
import { withCharges } from '../../canonical/charge.js';
import type { Charge, DocumentPrice, DocumentQuantity } from '../../canonical/line.js';
import { type GrammarNode, newNode } from '../../grammar/node.js';

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
const PROPERTY = 'UnitPrice';
const DECIMAL = /^\d{1,13}(?:\.\d{1,10})?$/;

/**
 * A base quantity that is absent is one order unit. A price per another unit is written per order units, as Peppol reckons the
 * line from it (T01-R024); the sentence in the property UnitPrice gives it back with basis, unit and factor when it says the same.
 */
export function readPrice(line: PricedLine, node: GrammarNode | undefined): void {
  const price = line.price;
  if (price === undefined) return;
  if (price.amount === undefined) {
    delete line.price;
    return;
  }
  price.basis ??= '1';
  price.unit ??= line.quantity.unit;
  const value = propertyOf(node, PROPERTY);
  const match = SENTENCE.exec(value?.values.get('') ?? '');
  if (match === null || value === undefined) return;
  const [, amount = '', basis = '', unit = '', orderUnit, numerator = '', denominator = '', factorUnit] = match;
  if (
    ![amount, basis, numerator, denominator].every((part) => DECIMAL.test(part)) ||
    orderUnit !== line.quantity.unit ||
    factorUnit !== unit
  )
    return;
  const told = multiply(multiply(amount, numerator), price.basis);
  const written = multiply(multiply(price.amount, denominator), basis);
  if (compare(told, written) !== 0 || price.unit !== orderUnit) return;
  value.used.add('');
  line.price = { ...price, amount, basis, unit, factor: { numerator, denominator } };
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

/** After the rows: the sentence as a property of the item. */
export function writeSentence(node: GrammarNode | undefined, sentence: string | undefined): void {
  const item = itemOf(node);
  if (item === undefined || sentence === undefined) return;
  const property = newNode('cac:AdditionalItemProperty');
  for (const [name, text] of [
    ['cbc:Name', PROPERTY],
    ['cbc:Value', sentence],
  ] as const) {
    const child = newNode(name);
    child.values.set('', text);
    property.children.push(child);
  }
  item.children.push(property);
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

/** The item of a line, which order lines keep one element deeper. */
function itemOf(node: GrammarNode | undefined): GrammarNode | undefined {
  const holder = node?.children.find((child) => child.name === 'cac:LineItem') ?? node;
  return holder?.children.find((child) => child.name === 'cac:Item');
}

function propertyOf(node: GrammarNode | undefined, name: string): GrammarNode | undefined {
  const item = itemOf(node);
  const property = item?.children.find(
    (child) =>
      child.name === 'cac:AdditionalItemProperty' &&
      child.children.some((inner) => inner.name === 'cbc:Name' && inner.values.get('') === name),
  );
  const found = property?.children.find((child) => child.name === 'cbc:Value');
  if (found !== undefined) for (const child of property?.children ?? []) if (child.name === 'cbc:Name') child.used.add('');
  return found;
}
