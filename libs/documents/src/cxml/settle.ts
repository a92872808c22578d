import type { DocumentPrice, DocumentQuantity, Item } from '../canonical/line.js';
import type { Rule, RuleView } from '../grammar/message.js';
import { readPrice, shapePrice } from './price.js';

interface Numbered {
  number?: string;
  item: Item;
}

/** After the rows: lines without a number take their position, which is said; a class without a code is none. */
export function settleItems(lines: Numbered[], { element, report }: { element: string; report: RuleView['report'] }): void {
  lines.forEach((line, index) => {
    line.item.classifications = line.item.classifications
      .filter((entry) => entry.code !== undefined)
      .map((entry) => ({ ...entry, system: entry.system ?? '' }));
    if (line.number !== undefined) return;
    line.number = String(index + 1);
    report({
      at: `${element}[${index + 1}]@lineNumber`,
      code: 'LINE_NUMBER_ASSUMED',
      message: 'The line has no number; its position is taken.',
      severity: 'warning',
    });
  });
}

/** The DTD demands a SupplierPartID: another number of the part, where there is none. */
export function nameItems(lines: readonly { item: Item }[]): void {
  for (const { item } of lines) {
    const other = item.manufacturerPart ?? item.buyerPart ?? item.gtin;
    if (item.supplierPart === undefined && other !== undefined) item.supplierPart = other;
  }
}

/** One note where the format has room for one. */
export function joinNotes(noted: { note: string[] }): void {
  if (noted.note.length > 1) noted.note = [noted.note.join('\n')];
}

interface Priced {
  currency?: string;
  lines: { quantity: DocumentQuantity; price?: DocumentPrice }[];
}

/** UnitPrice and PriceBasisQuantity of each item as one price. */
export const itemPrices = (element: string): Rule<Priced> => ({
  name: 'price',
  says: 'UnitPrice and PriceBasisQuantity with its conversionFactor are one price; nothing is divided.',
  decoded: (document) => {
    for (const line of document.lines) readPrice(line, document.currency);
  },
  encoding: (document, report) => {
    document.lines.forEach((line, index) => {
      shapePrice(line, { at: `${element}[${index + 1}]/ItemDetail/PriceBasisQuantity`, currency: document.currency, report });
    });
  },
});
