import { compare, type UnitCode } from '#libs/kernel';
import type { CataloguePrice, CatalogueRow } from '../../canonical/catalogue.js';
import type { CatalogueDocument } from '../../canonical/catalogue-document.js';
import type { DocumentPrice, DocumentQuantity } from '../../canonical/line.js';
import type { Rule, RuleView } from '../../grammar/message.js';
import type { GrammarNode } from '../../grammar/node.js';
import { customerPriceType } from '../../tabular/row/customer-price.js';
import { readPrice, shapePrice, writeFactor } from '../parts/price.js';
import { fitParties, wrapNotes } from '../parts/shaping.js';

/** A row as the table carries it: its number, its texts in pieces and in no language, and a unit and basis code with each price. */
type Carried = Omit<CatalogueRow, 'prices'> & {
  number?: string;
  texts?: string[];
  prices: CarriedPrice[];
};
type CarriedPrice = CataloguePrice & { measured?: Partial<DocumentQuantity>; rawBasisCode?: string };

const rowsOf = (catalogue: CatalogueDocument): Carried[] => catalogue.rows;

export const catalogueHeader: Rule<CatalogueDocument> = {
  name: 'header',
  says: 'Where only SU is named it is the sender. A catalogue that says nothing of its load is written as a whole one.',
  decoded: (catalogue, { report }) => {
    if (catalogue.rows.length === 0) report({ at: 'LIN', code: 'LINES_MISSING', message: 'The document has no lines.' });
    const { provider, supplier } = catalogue;
    if (supplier !== undefined && provider.name === undefined && provider.identifiers.length === 0) {
      catalogue.provider = supplier;
      delete catalogue.supplier;
    }
  },
  encoding: (catalogue, report) => {
    const { provider, receiver, supplier } = catalogue;
    fitParties({ provider, receiver, supplier }, report);
    catalogue.header.mode ??= 'full';
  },
};

export const prices: Rule<CatalogueDocument> = {
  name: 'prices',
  says: 'The first CTP05 is the order unit; a price in another is an error. CTP09 and PO4 are basis and factor of each price. A currency in CTP/CUR is that of the price.',
  decoded: (catalogue, view) => {
    const needs = rowsOf(catalogue).some((row) => row.prices.some(({ currency }) => currency === undefined));
    if (catalogue.header.currency === undefined && needs) {
      catalogue.header.currency = 'USD';
      view.report({
        at: 'CUR02',
        code: 'CURRENCY_ASSUMED',
        message: 'The document names no currency; US dollars are assumed.',
        severity: 'warning',
      });
    }
    catalogue.rows = rowsOf(catalogue).filter((row, index) => readRow(catalogue, row, { view, index }));
  },
  encoding: (catalogue, report) => {
    rowsOf(catalogue).forEach((row, index) => {
      writePrices(catalogue, row, { at: `LIN[${index + 1}]/CTP09`, report });
    });
  },
  written: (catalogue, { nodeOf, report }) => {
    rowsOf(catalogue).forEach((row, index) => {
      const priced = pricedOf(row);
      if (priced !== undefined) writeFactor(priced, nodeOf(`rows[${index}]`), { at: `LIN[${index + 1}]/PO401`, report });
    });
  },
};

function readRow(catalogue: CatalogueDocument, row: Carried, { view, index }: { view: RuleView; index: number }): boolean {
  const node = view.nodeOf(`rows[${index}]`);
  row.line = node?.line ?? 0;
  delete row.number;
  const measured = row.prices.find((price) => price.measured?.unit !== undefined)?.measured;
  if (measured?.unit !== undefined) row.orderUnit = measured.unit as UnitCode;
  if (measured?.rawUnit !== undefined) row.rawOrderUnit = measured.rawUnit;
  if (row.contentPerOrderUnit !== undefined) row.contentUnit = 'EA' as UnitCode;
  if (row.leadDays !== undefined) row.leadKind = 'calendar';
  for (const price of row.prices) {
    price.currency ??= catalogue.header.currency ?? ('USD' as CataloguePrice['currency']);
    readBasis(row, price, { at: `LIN[${index + 1}]/CTP05`, node, report: view.report });
  }
  const paid = customerPriceType(row.prices.map(({ type }) => type));
  if (paid !== undefined) row.customerPriceType = paid.type;
  if (row.supplierPart !== undefined) return true;
  view.report({
    at: `LIN[${index + 1}]02+(VP)`,
    ...(node?.line === undefined ? {} : { line: node.line }),
    code: 'SUPPLIER_PART_MISSING',
    message: 'The line has no part number of the supplier, so nobody could order it.',
  });
  return false;
}

function readBasis(
  row: Carried,
  price: CarriedPrice,
  say: { at: string; node: GrammarNode | undefined; report: RuleView['report'] },
): void {
  const { measured, rawBasisCode } = price;
  delete price.measured;
  delete price.rawBasisCode;
  if (measured?.unit !== undefined && measured.unit !== row.orderUnit)
    say.report({
      at: say.at,
      code: 'UNIT_CONTRADICTS',
      message: `The price counts ${measured.unit}, another of the part ${row.orderUnit}; the hub keeps one order unit.`,
    });
  const priced = {
    quantity: { value: '1', unit: row.orderUnit ?? 'EA' },
    price: { amount: price.amount, ...(rawBasisCode === undefined ? {} : { rawBasisCode }) } as DocumentPrice,
  };
  readPrice(priced, say.node);
  const { basis, unit, factor } = priced.price;
  price.basis = basis;
  if (row.orderUnit === undefined || unit === row.orderUnit) return;
  row.priceUnit = unit as UnitCode;
  if (factor !== undefined) row.priceFactor = factor;
}

/** The price of a row with its unit and factor, as lines of other sets have one. */
function pricedOf(
  row: Carried,
  price: CataloguePrice | undefined = row.prices[0],
): { quantity: DocumentQuantity; price: DocumentPrice } | undefined {
  if (price === undefined || row.orderUnit === undefined) return undefined;
  const factor =
    row.priceFactor ??
    (row.contentUnit === row.priceUnit && row.contentPerOrderUnit !== undefined
      ? { numerator: row.contentPerOrderUnit, denominator: '1' }
      : undefined);
  return {
    quantity: { value: '1', unit: row.orderUnit },
    price: {
      amount: price.amount,
      basis: price.basis ?? '1',
      unit: row.priceUnit ?? row.orderUnit,
      ...(row.priceUnit === undefined || factor === undefined ? {} : { factor }),
    },
  };
}

function writePrices(catalogue: CatalogueDocument, row: Carried, say: { at: string; report: RuleView['report'] }): void {
  if (row.contentUnit !== undefined && row.contentUnit !== 'EA' && row.contentPerOrderUnit !== undefined) {
    delete row.contentPerOrderUnit;
    say.report({
      at: 'rows[].contentPerOrderUnit',
      code: 'NOT_EXPRESSED',
      message: `PO401 counts pieces; a content in ${row.contentUnit} was not written.`,
      severity: 'info',
    });
  }
  delete row.contentUnit;
  for (const price of row.prices) {
    const priced = pricedOf(row, price);
    if (row.orderUnit !== undefined)
      price.measured = { unit: row.orderUnit, ...(row.rawOrderUnit === undefined ? {} : { rawUnit: row.rawOrderUnit }) };
    if (price.currency === catalogue.header.currency || catalogue.header.currency === undefined) {
      catalogue.header.currency = price.currency;
      delete (price as Partial<CataloguePrice>).currency;
    }
    if (priced === undefined) {
      if (compare(price.basis ?? '1', '1') !== 0)
        say.report({
          at: say.at,
          code: 'PRICE_BASIS_NOT_EXPRESSIBLE',
          message: 'A price per several units of a part without an order unit cannot be said.',
        });
      continue;
    }
    shapePrice(priced, say.at, say.report);
    price.amount = priced.price.amount as CataloguePrice['amount'];
    if (priced.price.rawBasisCode !== undefined) price.rawBasisCode = priced.price.rawBasisCode;
  }
}

export const texts: Rule<CatalogueDocument> = {
  name: 'texts',
  says: 'PID 08 is the name of a part, PID GEN its description in pieces. The set names no language: its texts are in that of the catalogue, English when it names none.',
  decoded: (catalogue) => {
    const language = catalogue.header.language ?? 'en';
    for (const row of rowsOf(catalogue)) {
      const { text } = row.names;
      row.names = text === undefined ? {} : { [language]: text };
      row.descriptions = (row.texts ?? []).length === 0 ? {} : { [language]: (row.texts ?? []).join(' ') };
      delete row.texts;
    }
  },
  encoding: (catalogue, report) => {
    const language = catalogue.header.language ?? 'en';
    rowsOf(catalogue).forEach((row, index) => {
      row.number = String(index + 1);
      const said = (key: 'names' | 'descriptions'): string | undefined => {
        if (Object.keys(row[key]).length > 1)
          report({
            at: `rows[${index}].${key}`,
            code: 'NOT_EXPRESSED',
            message: 'The set says texts in one language; the others were not written.',
            severity: 'info',
          });
        return row[key][language] ?? Object.values(row[key])[0];
      };
      const [name, description] = [said('names'), said('descriptions')];
      row.names = name === undefined ? {} : { text: name };
      row.texts = description === undefined ? [] : wrapNotes([description]);
    });
  },
};
