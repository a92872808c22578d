import { compare, divideExact, multiply } from '#libs/kernel';
import { attributeNames, type CataloguePrice, type CatalogueRow } from '../../canonical/catalogue.js';
import { cannotSay, pieces, type Rows } from '../pieces.js';
import { csvLine } from './csv-cells.js';
import type { Mapping } from './mapping.js';

/** Which columns a CSV catalogue has beyond the fixed ones. Streaming needs to know before the first row. */
export interface CsvShapeOfRows {
  /** Two-letter languages of names and descriptions. */
  languages: readonly string[];
  /** Pairs of break columns. */
  breaks: number;
  /** Stock locations. */
  locations: readonly string[];
  /** Classification systems besides UNSPSC and ATA. */
  systems?: readonly string[];
  /** An action column, for delta files. */
  actions?: boolean;
}

type Column = readonly [header: string, target: string, text: (row: CatalogueRow) => string];

const BEFORE: readonly Column[] = [
  ['supplier part number', 'supplierPart', (row) => row.supplierPart],
  ['manufacturer', 'manufacturer', (row) => row.manufacturer ?? ''],
  ['cage', 'cage', (row) => row.manufacturerCode ?? ''],
  ['manufacturer part number', 'manufacturerPart', (row) => row.manufacturerPart ?? ''],
  ['gtin', 'gtin', (row) => row.gtin ?? ''],
  ['unit', 'orderUnit', (row) => row.rawOrderUnit ?? row.orderUnit ?? ''],
  ['content unit', 'contentUnit', (row) => row.contentUnit ?? ''],
  ['content quantity', 'contentPerOrderUnit', (row) => row.contentPerOrderUnit ?? ''],
  ['price unit', 'priceUnit', (row) => row.priceUnit ?? ''],
  ['price units per unit', 'priceUnitsPerOrderUnit', factorOf],
  ['price type', 'priceType', (row) => row.prices[0]?.type ?? ''],
  ['price', 'price', (row) => basePrice(row)?.amount ?? ''],
  ['currency', 'currency', (row) => row.prices[0]?.currency ?? ''],
  ['price basis', 'priceBasis', (row) => row.prices[0]?.basis ?? ''],
  ['valid from', 'validFrom', (row) => row.prices[0]?.validFrom ?? ''],
  ['valid to', 'validTo', (row) => row.prices[0]?.validTo ?? ''],
  ['tax rate', 'taxRate', (row) => row.prices[0]?.taxRate ?? ''],
  ['minimum', 'minimum', (row) => row.minimum ?? ''],
  ['multiple', 'multiple', (row) => row.multiple ?? ''],
  ['lead days', 'leadDays', (row) => (row.leadDays === undefined ? '' : String(row.leadDays))],
  ['lead kind', 'leadKind', (row) => row.leadKind ?? ''],
  ['unspsc', 'unspsc', (row) => codeOf(row, 'UNSPSC')],
  ['ata', 'ata', (row) => codeOf(row, 'ATA')],
  ['shelf life days', 'shelfLifeDays', (row) => (row.shelfLifeDays === undefined ? '' : String(row.shelfLifeDays))],
  ['hazmat', 'hazmat', (row) => row.hazmat ?? ''],
  ['country of origin', 'countryOfOrigin', (row) => row.countryOfOrigin ?? ''],
  ['keywords', 'keywords', (row) => row.keywords.join('; ')],
  ['approval basis', 'approvalBasis', (row) => row.approvalBasis ?? ''],
  ['ncnr', 'nonCancellable', (row) => (row.nonCancellable === undefined ? '' : row.nonCancellable ? 'yes' : 'no')],
  ['category', 'category', (row) => row.category ?? ''],
  ['price kind', 'priceKind', (row) => row.terms?.priceKind ?? ''],
  ['held until', 'heldUntil', (row) => row.terms?.heldUntil ?? ''],
  ['break mode', 'breakMode', (row) => row.terms?.breakMode ?? ''],
  ['returnable days', 'returnableDays', (row) => String(row.terms?.returnableDays ?? '')],
  ['cancel days', 'cancelDays', (row) => String(row.terms?.cancelDays ?? '')],
  ['audience', 'audience', (row) => row.terms?.audience ?? ''],
  ...attributeNames.map((name): Column => [name, name, (row) => row.attributes?.[name] ?? '']),
];

/** The mapping that reads what `writeCsvCatalogue` writes with this shape, exactly. */
export function csvCatalogueMapping(shape: CsvShapeOfRows): Mapping {
  const columns = Object.fromEntries(columnsOf(shape).map(([header, target]) => [header, target]));
  return { columns, decimalSeparator: '.', dateFormat: 'YYYY-MM-DD' };
}

/**
 * Rows as CSV text, UTF-8 with a byte order mark for spreadsheets, piece by piece. Reading it with `csvCatalogueMapping`
 * gives the same rows. Media, features, charges and extensions have no columns. Throws RangeError for a row the shape cannot hold:
 * a language, location or system without a column, more breaks than columns, prices that differ in more than quantity and amount.
 */
export function writeCsvCatalogue(rows: Rows<CatalogueRow>, shape: CsvShapeOfRows): AsyncGenerator<string> {
  return pieces(lines(rows, shape));
}

async function* lines(rows: Rows<CatalogueRow>, shape: CsvShapeOfRows): AsyncGenerator<string> {
  const columns = columnsOf(shape);
  yield `\ufeff${csvLine(columns.map(([header]) => header))}`;
  for await (const row of rows) {
    checkRow(row, shape);
    yield csvLine(columns.map(([, , text]) => text(row)));
  }
}

function columnsOf(shape: CsvShapeOfRows): Column[] {
  const breakAt = (row: CatalogueRow, i: number) => breakPrices(row)[i];
  return [
    ...(shape.actions === true ? [['action', 'action', (row: CatalogueRow) => row.action] as const] : []),
    ...BEFORE,
    ...shape.languages.flatMap((language): Column[] => [
      [`name (${language})`, `name:${language}`, (row) => row.names[language] ?? ''],
      [`description (${language})`, `description:${language}`, (row) => row.descriptions[language] ?? ''],
    ]),
    ...(shape.systems ?? []).map(
      (system): Column => [`class ${system}`, `classification:${system}`, (row) => codeOf(row, system)],
    ),
    ...shape.locations.map(
      (place): Column => [
        `stock@${place}`,
        `stock@${place}`,
        (row) => row.stock.find((stock) => stock.location === place)?.quantity ?? '',
      ],
    ),
    ...Array.from({ length: shape.breaks }, (_, i): Column[] => [
      [`qty_${i + 1}`, `breakQuantity:${i + 1}`, (row) => breakAt(row, i)?.fromQuantity ?? ''],
      [`price_${i + 1}`, `breakPrice:${i + 1}`, (row) => breakAt(row, i)?.amount ?? ''],
    ]).flat(),
  ];
}

/** The price that starts where a price without a quantity starts. */
function basePrice(row: CatalogueRow): CataloguePrice | undefined {
  const start = row.minimum !== undefined && compare(row.minimum, '1') < 0 ? row.minimum : '1';
  return row.prices.find((price) => price.fromQuantity === start);
}

function breakPrices(row: CatalogueRow): CataloguePrice[] {
  const base = basePrice(row);
  return row.prices.filter((price) => price !== base);
}

/** Price units in one order unit as one number, when it is one within 10 digits after the point. */
function factorOf(row: CatalogueRow): string {
  if (row.priceFactor === undefined) return '';
  const { numerator, denominator } = row.priceFactor;
  if (denominator === '1') return numerator;
  const factor = divideExact(numerator, denominator, 10);
  if (compare(multiply(factor, denominator), numerator) !== 0)
    throw cannotSay('CSV', row, `the factor ${numerator}/${denominator} is no decimal number`);
  return factor;
}

function codeOf(row: CatalogueRow, system: string): string {
  return row.classifications.find((entry) => entry.system === system)?.code ?? '';
}

function checkRow(row: CatalogueRow, shape: CsvShapeOfRows): void {
  const [first] = row.prices;
  for (const price of row.prices) {
    const same = (['type', 'currency', 'basis', 'validFrom', 'validTo', 'taxRate'] as const).every(
      (key) => price[key] === first?.[key],
    );
    if (!same || price.territory !== undefined) throw cannotSay('CSV', row, 'prices differ in more than quantity and amount');
  }
  if (breakPrices(row).length > shape.breaks) throw cannotSay('CSV', row, `more than ${shape.breaks} breaks`);
  for (const language of [...Object.keys(row.names), ...Object.keys(row.descriptions)]) {
    if (!shape.languages.includes(language)) throw cannotSay('CSV', row, `no column for language ${language}`);
  }
  for (const { location } of row.stock)
    if (!shape.locations.includes(location)) throw cannotSay('CSV', row, `no column for location ${location}`);
  const systems = ['UNSPSC', 'ATA', ...(shape.systems ?? [])];
  for (const { system } of row.classifications)
    if (!systems.includes(system)) throw cannotSay('CSV', row, `no column for ${system}`);
  if (row.keywords.some((word) => /[;,|、，；]/.test(word))) throw cannotSay('CSV', row, 'a keyword holds a separator');
  if (shape.actions !== true && row.action !== 'put') throw cannotSay('CSV', row, 'an action needs its column');
}
