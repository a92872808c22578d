import { compare, divideExact, multiply, normalise } from '#libs/kernel';
import type { DocumentPrice, DocumentQuantity } from '../../canonical/line.js';
import type { RuleView } from '../../grammar/message.js';
import { type GrammarNode, newNode } from '../../grammar/node.js';
import type { FieldRow } from '../../grammar/row.js';
import { may } from '../../grammar/row.js';
import { type Sized, unit as unitField } from '../fields/fields.js';

/** A line that carries a quantity and perhaps a price. */
export interface PricedLine {
  quantity?: DocumentQuantity;
  price?: DocumentPrice;
}

/** Digits of element 6060 in D.96A, and of 5284. */
const DIGITS = 15;
const BASIS_DIGITS = 9;
/** Element 6063: 59, numbers of consumer units in the traded unit. */
const CONTENT = '59';

type PricePath<P extends string> = `${P}.amount` | `${P}.basis` | P;

/** PRI: the net price before all others (AAA), else what the sender gives; 5284 is the basis, the unit stands behind it. */
export function priceRows<const P extends string>(at: string, to: P, size: Sized): FieldRow<PricePath<P>>[] {
  return priceAt(`${at}/PRI[01=AAA|INV|CAL|NTP|CON|AAB]`, to, size);
}

/** The price of one PRI. */
export function priceAt<const P extends string>(price: string, to: P, size: Sized): FieldRow<PricePath<P>>[] {
  return [
    may(`${price}01:2`, `${to}.amount`, size.positive('PRI01:2')),
    may(`${price}01:5`, `${to}.basis`, size.positive('PRI01:5')),
    may(`${price}01:6`, to, unitField),
  ];
}

/** A price without a basis is per one, without a unit per unit of the line. QTY 59 says how many price units a line unit holds. */
export function readPrice(line: PricedLine, node: GrammarNode | undefined): void {
  const { quantity } = line;
  const price: Partial<DocumentPrice> | undefined = line.price;
  if (price?.amount === undefined || quantity?.unit === undefined) {
    delete line.price;
    return;
  }
  const unit = price.unit ?? quantity.unit;
  const rawUnit = price.unit === undefined ? quantity.rawUnit : price.rawUnit;
  const factor = unit === quantity.unit ? undefined : readContent(node, unit);
  line.price = {
    ...price,
    amount: price.amount,
    basis: price.basis ?? '1',
    unit,
    ...(rawUnit === undefined ? {} : { rawUnit }),
    ...(factor === undefined ? {} : { factor }),
  };
}

function readContent(node: GrammarNode | undefined, unit: string): DocumentPrice['factor'] {
  const content = node?.children.find((child) => child.name === 'QTY' && child.values.get('01') === CONTENT);
  const count = content?.values.get('01:2')?.trim().replace(',', '.') ?? '';
  const measured = unitField.decode(content?.values.get('01:3') ?? unit);
  const counted = measured !== undefined && !('bad' in measured) ? measured.unit : undefined;
  if (content === undefined || counted !== unit || !/^\d{1,9}(?:\.\d{1,6})?$/.test(count) || compare(count, '0') <= 0)
    return undefined;
  for (const key of ['01', '01:2', '01:3']) content.used.add(key);
  return { numerator: count, denominator: '1' };
}

/** Before the rows write: what is understood without saying, per one unit of the line, is left out; digits too many are an error. */
export function shapePrice(line: PricedLine, at: string, report: RuleView['report']): void {
  const { quantity } = line;
  const price: Partial<DocumentPrice> | undefined = line.price;
  if (price?.basis === undefined || quantity === undefined) return;
  if (price.basis.replace(/\D/g, '').length > BASIS_DIGITS)
    report({
      at,
      code: 'PRICE_BASIS_NOT_EXPRESSIBLE',
      message: `A price per ${price.basis} ${price.unit ?? ''} has too many digits for element 5284.`,
    });
  if (compare(price.basis, '1') !== 0 || price.unit !== quantity.unit) return;
  delete price.basis;
  delete price.unit;
  delete price.rawUnit;
}

/** After the rows: the factor as QTY 59, when the price unit is not the unit of the line. */
export function writeFactor(
  line: PricedLine,
  node: GrammarNode | undefined,
  say: { at: string; report: RuleView['report'] },
): void {
  const { price, quantity } = line;
  if (
    price?.factor === undefined ||
    price.unit === undefined ||
    quantity === undefined ||
    node === undefined ||
    price.unit === quantity.unit
  )
    return;
  const { numerator, denominator } = price.factor;
  const content = normalise(divideExact(numerator, denominator, 6));
  const code = unitField.encode(
    { unit: price.unit, ...(price.rawUnit === undefined ? {} : { rawUnit: price.rawUnit }) },
    undefined,
  );
  if (
    compare(multiply(content, denominator), numerator) !== 0 ||
    typeof code !== 'string' ||
    content.replace('.', '').length > DIGITS
  ) {
    say.report({
      at: say.at,
      code: 'FACTOR_NOT_EXPRESSIBLE',
      message: `QTY cannot say that one ${quantity.unit} is ${numerator}/${denominator} ${price.unit}.`,
    });
    return;
  }
  const told = newNode('QTY');
  told.values.set('01', CONTENT).set('01:2', content).set('01:3', code);
  node.children.push(told);
}
