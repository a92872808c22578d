import type { DocumentPrice } from '../../canonical/line.js';
import type { QuotationLine } from '../../canonical/sourcing/quotation.js';
import type { RuleView } from '../../grammar/message.js';
import type { GrammarNode } from '../../grammar/node.js';
import { readPrice, shapePrice } from '../parts/price.js';

/** After the rows: prices from quantities on, as the price of the line has it, and quantities of the ordering in the unit of the line. */
export function readBreaks(line: QuotationLine, node: GrammarNode | undefined): void {
  const { value: _value, ...measured } = line.quantity;
  for (const key of ['minimum', 'multiple'] as const) {
    const found = line[key];
    if (found !== undefined) line[key] = { value: found.value, ...measured };
  }
  line.breaks = line.breaks.flatMap(({ from, price }) => {
    const { amount, rawBasisCode }: Partial<DocumentPrice> = price ?? {};
    if (from === undefined || amount === undefined) return [];
    const priced = {
      quantity: line.quantity,
      price: { amount, ...(rawBasisCode === undefined ? {} : { rawBasisCode }) } as DocumentPrice,
    };
    readPrice(priced, node);
    return [{ from, price: priced.price }];
  });
}

/** Before the rows: each break by its code, in the unit of the line; PO4 of the line tells the factor. */
export function shapeBreaks(line: QuotationLine, at: string, report: RuleView['report']): void {
  for (const { price } of line.breaks) {
    if (JSON.stringify(price.factor ?? null) !== JSON.stringify(line.price?.factor ?? price.factor ?? null))
      report({
        at,
        code: 'FACTOR_NOT_EXPRESSIBLE',
        message: 'The set tells one content of a pack per line; a break has another.',
      });
    shapePrice({ quantity: line.quantity, price }, at, report);
    const { unit, rawUnit } = line.quantity;
    Object.assign(price, { unit, ...(rawUnit === undefined ? {} : { rawUnit }) });
  }
}

/** Before the rows: CTB names no unit, so a least quantity in another than the line's cannot be said. */
export function stepsAlike(line: QuotationLine, at: string, report: RuleView['report']): void {
  for (const key of ['minimum', 'multiple'] as const) {
    if (line[key] === undefined || line[key].unit === line.quantity.unit) continue;
    delete line[key];
    report({
      at: `${at}.${key}`,
      code: 'NOT_EXPRESSED',
      message: 'CTB counts in the unit of the line; a quantity in another was not written.',
      severity: 'warning',
    });
  }
}
