import { compare, divideExact, multiply } from '#libs/kernel';
import type { CataloguePrice, CatalogueRow } from '../../canonical/catalogue.js';
import { cannotSay, pieces, type Rows } from '../pieces.js';

/** What a CIF file says before its items. */
export interface CifWriterHeader {
  supplierId: string;
  /** DUNS, NETWORK_ID, ... */
  supplierIdDomain: string;
  currency: string;
  mode: 'full' | 'delta';
  /** CCYY-MM-DD, or with a time. */
  timestamp: string;
  /** Known only when the rows were counted; left out otherwise. */
  itemCount?: number;
}

type Field = readonly [name: string, text: (row: CatalogueRow, price: CataloguePrice) => string];

const FIELDS: readonly Field[] = [
  ['Supplier Part ID', (row) => row.supplierPart],
  ['Manufacturer Part ID', (row) => row.manufacturerPart ?? ''],
  ['Item Description', (row) => row.descriptions[languageOf(row)] ?? row.names[languageOf(row)] ?? ''],
  ['SPSC Code', (row) => row.classifications.find(({ system }) => system === 'UNSPSC')?.code ?? ''],
  ['Unit Price', (_, price) => price.amount],
  ['Unit of Measure', (row) => row.rawOrderUnit ?? row.orderUnit ?? ''],
  ['Lead Time', (row) => (row.leadDays === undefined ? '' : String(row.leadDays))],
  ['Manufacturer Name', (row) => row.manufacturer ?? ''],
  ['Supplier URL', (row) => media(row, 'supplier-page')],
  ['Manufacturer URL', (row) => media(row, 'manufacturer-page')],
  ['Market Price', (row) => row.prices.find((price) => price.type === 'market')?.amount ?? ''],
  ['Currency', (_, price) => price.currency],
  ['Short Name', (row) => (row.descriptions[languageOf(row)] === undefined ? '' : (row.names[languageOf(row)] ?? ''))],
  ['Language', (row) => languageOf(row)],
  ['Effective Date', (_, price) => price.validFrom ?? ''],
  ['Expiration Date', (_, price) => price.validTo ?? ''],
  ['Minimum Quantity', (row) => row.minimum ?? ''],
  ['Quantity Interval', (row) => row.multiple ?? ''],
  ['Unit Conversion Price Quantity', (_, price) => price.basis ?? ''],
  ['Price Unit', (row) => row.priceUnit ?? ''],
  ['Unit Conversion', (row) => factorOf(row)],
  ['UPC', (row) => row.gtin ?? ''],
  ['Country of Origin', (row) => row.countryOfOrigin ?? ''],
  ['Keywords', (row) => row.keywords.join('; ')],
  ['Image', (row) => media(row, 'image')],
  ['Delete', (row) => (row.action === 'delete' ? 'T' : '')],
];
/** Fields that CIF 3.0 wants in every item. */
const REQUIRED = ['Item Description', 'SPSC Code', 'Unit of Measure', 'Lead Time', 'Manufacturer Name'];

/**
 * Rows as a CIF 3.0 file, UTF-8, piece by piece. Line breaks become blanks, as a CIF item is one line; what CIF has no field
 * for (stock, breaks, CAGE, shelf life) is not written. Throws RangeError for a row without one of the fields CIF demands,
 * with a name in more than one language, or with more than one customer price.
 */
export function writeCif(rows: Rows<CatalogueRow>, header: CifWriterHeader): AsyncGenerator<string> {
  return pieces(lines(rows, header));
}

async function* lines(rows: Rows<CatalogueRow>, header: CifWriterHeader): AsyncGenerator<string> {
  const head = [
    'CIF_I_V3.0',
    `LOADMODE: ${header.mode === 'full' ? 'F' : 'I'}`,
    'CODEFORMAT: UNSPSC',
    `CURRENCY: ${header.currency}`,
    `SUPPLIERID_DOMAIN: ${header.supplierIdDomain}`,
    ...(header.itemCount === undefined ? [] : [`ITEMCOUNT: ${header.itemCount}`]),
    `TIMESTAMP: ${header.timestamp}`,
    'UNUOM: TRUE',
    'CHARSET: UTF-8',
    `FIELDNAMES: ${['Supplier ID', ...FIELDS.map(([name]) => name)].join(',')}`,
    'DATA',
  ];
  yield `${head.join('\n')}\n`;
  for await (const row of rows) yield item(row, header);
  yield 'ENDOFDATA\n';
}

function item(row: CatalogueRow, header: CifWriterHeader): string {
  const prices = row.prices.filter((price) => price.type !== 'market');
  const [price] = prices;
  if (price === undefined || prices.length > 1) throw cannotSay('CIF', row, 'it has one customer price for each item');
  if (Object.keys(row.names).length > 1) throw cannotSay('CIF', row, 'names in more than one language');
  const cells = FIELDS.map(([name, text]) => {
    const value = text(row, price);
    if (value === '' && REQUIRED.includes(name)) throw cannotSay('CIF', row, `no ${name}`);
    return value;
  });
  return `${[header.supplierId, ...cells].map(cell).join(',')}\n`;
}

function cell(text: string): string {
  const flat = text.replace(/[\r\n]+/g, ' ');
  return /[",]|^\s|\s$/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}

function languageOf(row: CatalogueRow): string {
  return Object.keys(row.names)[0] ?? 'en';
}

function media(row: CatalogueRow, kind: string): string {
  return row.media.find((entry) => entry.kind === kind)?.source ?? '';
}

function factorOf(row: CatalogueRow): string {
  if (row.priceFactor === undefined) return '';
  const { numerator, denominator } = row.priceFactor;
  const factor = denominator === '1' ? numerator : divideExact(numerator, denominator, 10);
  if (compare(multiply(factor, denominator), numerator) !== 0)
    throw cannotSay('CIF', row, `the factor ${numerator}/${denominator} is no decimal number`);
  return factor;
}
