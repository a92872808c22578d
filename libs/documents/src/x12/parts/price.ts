import { compare, divideExact, isInteger, multiply, normalise } from '#libs/kernel';
import type { DocumentPrice, DocumentQuantity } from '../../canonical/line.js';
import type { Rule, RuleView } from '../../grammar/message.js';
import { type GrammarNode, newNode } from '../../grammar/node.js';
import { piecesIn, priceBases, x12Units } from '../units.data.js';
import { unit as unitField } from './fields.js';

/** A line that carries a quantity and perhaps a price. */
interface PricedLine {
  quantity?: DocumentQuantity;
  price?: DocumentPrice;
}

/** Bases X12 can name for a count, largest use first. */
const COUNTED = ['1', '100', '1000', '10', '12', '10000', '100000'];

/**
 * PO104 and PO105 to a price with its basis and unit, PO4 to the factor. A counting code (PE, HP, TP) on a packed line counts
 * pieces, so that 4.37 HP on boxes is 4.37 per 100 EA; PO401 then says how many pieces a box holds, PO402/03 how much. The same
 * holds for a dozen or a set, and for any unit whose PO4 counts pieces; otherwise the code counts units of the line.
 */
export function readPrice(line: PricedLine, node: GrammarNode | undefined): void {
  const { price, quantity } = line;
  if (price?.amount === undefined || quantity === undefined) {
    delete line.price;
    return;
  }
  const per = Object.hasOwn(priceBases, price.rawBasisCode ?? '') ? priceBases[price.rawBasisCode ?? ''] : undefined;
  const own = per?.unit === 'EA' && !countsPieces(quantity.unit, node);
  const unit = per?.unit === undefined || own ? quantity.unit : per.unit;
  const rawUnit = unit === quantity.unit ? quantity.rawUnit : undefined;
  const factor = unit === quantity.unit ? undefined : (readFactor(node, unit) ?? definedFactor(quantity.unit, unit));
  line.price = {
    ...price,
    basis: per?.basis ?? '1',
    unit,
    ...(rawUnit === undefined ? {} : { rawUnit }),
    ...(factor === undefined ? {} : { factor }),
  };
}

/** Packages and sets hold pieces. One piece is one, whatever pack PO4 describes; of other units a PO4 that counts pieces says so. */
function countsPieces(orderUnit: string, line: GrammarNode | undefined): boolean {
  if (holdsPieces(orderUnit)) return true;
  if (countable(orderUnit)) return false;
  const measure = line?.children.find((child) => child.name === 'PO4')?.values.get('03') ?? 'EA';
  return measure === 'EA' && readFactor(line, 'EA') !== undefined;
}

function holdsPieces(orderUnit: string): boolean {
  return orderUnit.startsWith('X') || Object.hasOwn(piecesIn, orderUnit);
}

function definedFactor(orderUnit: string, unit: string): DocumentPrice['factor'] {
  const pieces = Object.hasOwn(piecesIn, orderUnit) ? piecesIn[orderUnit] : undefined;
  return unit === 'EA' && pieces !== undefined ? { numerator: pieces, denominator: '1' } : undefined;
}

function readFactor(line: GrammarNode | undefined, unit: string): DocumentPrice['factor'] {
  const pack = line?.children.find((child) => child.name === 'PO4');
  if (pack === undefined) return undefined;
  const [count = '', size, measure] = ['01', '02', '03'].map((key) => pack.values.get(key));
  const sized = size !== undefined && measure !== undefined && Object.hasOwn(x12Units, measure) && x12Units[measure] === unit;
  if (!/^0*[1-9]\d*$/.test(count) || (unit !== 'EA' && !sized) || (size !== undefined && !/^\d+(?:\.\d+)?$/.test(size)))
    return undefined;
  for (const key of sized ? ['01', '02', '03'] : ['01']) pack.used.add(key);
  return { numerator: sized && size !== undefined ? multiply(count, size) : count, denominator: '1' };
}

/** Before the rows write: PO105 for the basis; a basis X12 has no code for is multiplied up exactly to one it has, never divided. */
export function shapePrice(line: PricedLine, at: string, report: RuleView['report']): void {
  const { price, quantity } = line;
  if (price === undefined || quantity === undefined) return;
  const inOrderUnit = price.unit === quantity.unit;
  if (!inOrderUnit && price.unit === 'EA' && !isUnderstood(quantity.unit, price.factor))
    report({
      at,
      code: 'FACTOR_NOT_EXPRESSIBLE',
      message: `PO105 counts each ${quantity.unit} of this line as one; X12 cannot say that a price per ${price.basis} EA means others.`,
    });
  const counting = price.unit === 'EA' || (inOrderUnit && !quantity.unit.startsWith('X') && countable(price.unit));
  const echo = Object.hasOwn(priceBases, price.rawBasisCode ?? '') ? priceBases[price.rawBasisCode ?? ''] : undefined;
  if (echo === undefined && price.rawBasisCode !== undefined && inOrderUnit && compare(price.basis, '1') === 0) return;
  if (
    echo !== undefined &&
    compare(echo.basis, price.basis) === 0 &&
    (echo.unit === price.unit || (echo.unit === undefined && inOrderUnit) || (echo.unit === 'EA' && counting))
  )
    return;
  delete price.rawBasisCode;
  if (inOrderUnit && compare(price.basis, '1') === 0) return;
  const found = counting
    ? countedCode(price)
    : Object.entries(priceBases).find(([, base]) => base.unit === price.unit && compare(base.basis, price.basis) === 0)?.[0];
  if (found !== undefined) price.rawBasisCode = found;
  else
    report({ at, code: 'PRICE_BASIS_NOT_EXPRESSIBLE', message: `X12 has no code for a price per ${price.basis} ${price.unit}.` });
}

/** Whether a reader counts the same pieces: a counting code is per piece only on units that hold pieces, or whose PO4 counts them. */
function isUnderstood(orderUnit: string, factor: DocumentPrice['factor']): boolean {
  if (holdsPieces(orderUnit)) return true;
  return factor !== undefined && (!countable(orderUnit) || compare(factor.numerator, factor.denominator) === 0);
}

function countable(unit: string): boolean {
  return ['EA', 'C62', 'H87'].includes(unit);
}

function countedCode(price: DocumentPrice): string | undefined {
  const codes: Readonly<Record<string, string>> = {
    '1': 'PE',
    '10': 'PN',
    '12': 'PD',
    '100': 'HP',
    '1000': 'TP',
    '10000': 'TT',
    '100000': 'HT',
  };
  for (const basis of COUNTED) {
    const times = divideExact(basis, price.basis, 10);
    if (compare(multiply(times, price.basis), basis) !== 0 || !isInteger(times)) continue;
    if (compare(times, '1') !== 0) price.amount = normalise(multiply(price.amount, times));
    price.basis = basis;
    return codes[basis];
  }
  return undefined;
}

/** After the rows: the factor as PO4, when the price unit is not the order unit. */
export function writeFactor(
  line: PricedLine,
  node: GrammarNode | undefined,
  say: { at: string; report: RuleView['report'] },
): void {
  const { price, quantity } = line;
  if (price?.factor === undefined || quantity === undefined || node === undefined || price.unit === quantity.unit) return;
  const { numerator, denominator } = price.factor;
  const content = normalise(divideExact(numerator, denominator, 8));
  const code = unitField.encode(
    { unit: price.unit, ...(price.rawUnit === undefined ? {} : { rawUnit: price.rawUnit }) },
    undefined,
  );
  if (
    compare(multiply(content, denominator), numerator) !== 0 ||
    typeof code !== 'string' ||
    content.replace('.', '').length > 8
  ) {
    say.report({
      at: say.at,
      code: 'FACTOR_NOT_EXPRESSIBLE',
      message: `PO4 cannot say that one ${quantity.unit} is ${numerator}/${denominator} ${price.unit}.`,
    });
    return;
  }
  const pack = node.children.find((child) => child.name === 'PO4') ?? newNode('PO4');
  if (!node.children.includes(pack)) node.children.push(pack);
  if (price.unit === 'EA' && isInteger(content) && content.length <= 6) pack.values.set('01', content);
  else
    for (const [key, value] of [
      ['01', '1'],
      ['02', content],
      ['03', code],
    ] as const)
      pack.values.set(key, value);
}

/** Elements of the segment that opens a line: its price stands before the named basis. */
const PRICED = { PO1: ['04', '05'], IT1: ['04', '05'], POC: ['06', '07'] } as const;

/** The rule of sets whose lines carry their price beside their quantity: `segment` holds both, and the basis by its code. */
export function linePriceBasis<T extends { lines: PricedLine[] }>(segment: keyof typeof PRICED): Rule<T> {
  const [amount, basis] = PRICED[segment];
  return {
    name: 'priceBasis',
    says: `${segment}${amount}, ${segment}${basis} and PO4 are one price with basis, unit and factor; a basis is kept or multiplied up, never divided out.`,
    decoded: ({ lines }, { nodeOf }) => {
      lines.forEach((line, index) => {
        readPrice(line, nodeOf(`lines[${index}]`));
      });
    },
    encoding: ({ lines }, report) => {
      lines.forEach((line, index) => {
        shapePrice(line, `${segment}[${index + 1}]${basis}`, report);
      });
    },
    written: ({ lines }, { nodeOf, report }) => {
      lines.forEach((line, index) => {
        writeFactor(line, nodeOf(`lines[${index}]`), { at: `${segment}[${index + 1}]/PO401`, report });
      });
    },
  };
}
