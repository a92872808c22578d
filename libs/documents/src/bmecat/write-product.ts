import { compare, divideExact, isUnitCode, multiply } from '#libs/kernel';
import type { CataloguePrice, CatalogueRow } from '../canonical/catalogue.js';
import { cannotSay } from '../tabular/pieces.js';
import { bmecatUnits } from './bmecat-units.data.js';
import { threeLetterLanguage } from './language.js';
import { el, escaped, optional } from './xml-text.js';

/** Characters that the schema allows in an element (BMEcat 2005, maxLength). */
const LENGTHS: Readonly<Record<string, number>> = {
  SUPPLIER_PID: 32,
  DESCRIPTION_SHORT: 150,
  DESCRIPTION_LONG: 64_000,
  MANUFACTURER_PID: 50,
  MANUFACTURER_NAME: 50,
  ERP_GROUP_SUPPLIER: 10,
  SPECIAL_TREATMENT_CLASS: 20,
  KEYWORD: 50,
  REFERENCE_FEATURE_SYSTEM_NAME: 80,
  REFERENCE_FEATURE_GROUP_ID: 60,
  FNAME: 60,
  FVALUE: 60,
  FUNIT: 20,
  MIME_SOURCE: 255,
};
const units = new Set(bmecatUnits.split(/\s/));

/** One PRODUCT of BMEcat 2005. Throws RangeError for what the schema cannot hold. */
export function productXml(row: CatalogueRow, transaction: string): string {
  const identity = said(row, 'SUPPLIER_PID', row.supplierPart);
  if (transaction === 'T_UPDATE_PRICES') return `<PRODUCT mode="update">${identity}${prices(row)}</PRODUCT>`;
  const mode = row.action === 'delete' ? 'delete' : row.action === 'change' ? 'update' : 'new';
  const attribute = transaction === 'T_UPDATE_PRODUCTS' ? ` mode="${mode}"` : '';
  return `<PRODUCT${attribute}>${identity}${details(row)}${features(row)}${ordering(row)}${prices(row)}${mime(row)}${logistics(row)}</PRODUCT>`;
}

function details(row: CatalogueRow): string {
  // The schema demands a description of every product, also of one that is deleted.
  const names =
    Object.keys(row.names).length === 0
      ? [said(row, 'DESCRIPTION_SHORT', row.supplierPart)]
      : inLanguages(row, 'DESCRIPTION_SHORT', row.names);
  return el(
    'PRODUCT_DETAILS',
    [
      ...names,
      ...inLanguages(row, 'DESCRIPTION_LONG', row.descriptions),
      row.gtin === undefined ? '' : `<INTERNATIONAL_PID type="gtin">${row.gtin}</INTERNATIONAL_PID>`,
      said(row, 'MANUFACTURER_PID', row.manufacturerPart),
      said(row, 'MANUFACTURER_NAME', row.manufacturer),
      said(row, 'ERP_GROUP_SUPPLIER', row.category),
      row.leadKind === 'calendar'
        ? ''
        : said(row, 'DELIVERY_TIME', row.leadDays === undefined ? undefined : String(row.leadDays)),
      said(row, element('SPECIAL_TREATMENT_CLASS', ' type="hazmat"'), row.hazmat),
      ...row.keywords.map((word) => said(row, 'KEYWORD', word)),
    ].join(''),
  );
}

function inLanguages(row: CatalogueRow, name: string, texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).map(([language, value]) =>
    said(row, element(name, ` lang="${threeLetterLanguage(language)}"`), value),
  );
}

function features(row: CatalogueRow): string {
  const classes = row.classifications.map(({ system, code }) => {
    if (!/^[\w.-]+$/.test(system)) throw cannotSay('BMEcat', row, `the classification system ${system}`);
    return el(
      'PRODUCT_FEATURES',
      said(row, 'REFERENCE_FEATURE_SYSTEM_NAME', system) + said(row, 'REFERENCE_FEATURE_GROUP_ID', code),
    );
  });
  const own = row.features.map(({ name, values, unit }) =>
    el(
      'FEATURE',
      said(row, 'FNAME', name) + values.map((value) => said(row, 'FVALUE', value)).join('') + said(row, 'FUNIT', unit),
    ),
  );
  return classes.join('') + (own.length === 0 ? '' : el('PRODUCT_FEATURES', own.join('')));
}

function ordering(row: CatalogueRow): string {
  const bases = new Set(row.prices.map((price) => price.basis ?? '1'));
  if (bases.size > 1) throw cannotSay('BMEcat', row, 'prices of different basis');
  const [basis] = bases;
  const content =
    row.contentUnit === undefined
      ? ''
      : el('CONTENT_UNIT', unit(row, row.contentUnit)) + optional('NO_CU_PER_OU', row.contentPerOrderUnit);
  return el(
    'PRODUCT_ORDER_DETAILS',
    [
      el('ORDER_UNIT', unit(row, row.orderUnit ?? '')),
      content,
      optional('PRICE_QUANTITY', basis),
      optional('QUANTITY_MIN', row.minimum),
      optional('QUANTITY_INTERVAL', row.multiple),
    ].join(''),
  );
}

/** One block for each validity, in the order of the prices; a part without a price is `on_request`. */
function prices(row: CatalogueRow): string {
  if (row.prices.length === 0) return el('PRODUCT_PRICE_DETAILS', '<PRODUCT_PRICE price_type="on_request"/>');
  return grouped(row.prices)
    .map((block) => {
      const period = optional('VALID_START_DATE', block[0]?.validFrom) + optional('VALID_END_DATE', block[0]?.validTo);
      return el('PRODUCT_PRICE_DETAILS', period + block.map((price) => priceOf(row, price)).join(''));
    })
    .join('');
}

function grouped(all: readonly CataloguePrice[]): CataloguePrice[][] {
  const blocks: CataloguePrice[][] = [];
  for (const price of all) {
    const block = blocks.find(([first]) => first?.validFrom === price.validFrom && first?.validTo === price.validTo);
    if (block === undefined) blocks.push([price]);
    else block.push(price);
  }
  return blocks;
}

function priceOf(row: CatalogueRow, price: CataloguePrice): string {
  if (!/^(?:gros_list|net_customer|net_customer_exp|net_list|nrp|udp_\w{1,16})$/.test(price.type))
    throw cannotSay('BMEcat', row, `the price type ${price.type}`);
  const base =
    row.priceUnit === undefined
      ? ''
      : el('PRICE_BASE', el('PRICE_UNIT', unit(row, row.priceUnit)) + optional('PRICE_UNIT_FACTOR', factorOf(row)));
  return `<PRODUCT_PRICE price_type="${price.type}">${[
    el('PRICE_AMOUNT', price.amount),
    el('PRICE_CURRENCY', price.currency),
    optional('TAX', price.taxRate),
    el('LOWER_BOUND', price.fromQuantity),
    ...(price.territory ?? []).map((place) => el('TERRITORY', escaped(place))),
    base,
  ].join('')}</PRODUCT_PRICE>`;
}

function factorOf(row: CatalogueRow): string | undefined {
  if (row.priceFactor === undefined) return undefined;
  const { numerator, denominator } = row.priceFactor;
  const factor = denominator === '1' ? numerator : divideExact(numerator, denominator, 10);
  if (compare(multiply(factor, denominator), numerator) !== 0)
    throw cannotSay('BMEcat', row, `the factor ${numerator}/${denominator} is no decimal number`);
  return factor;
}

function mime(row: CatalogueRow): string {
  const purposes = ['data_sheet', 'detail', 'icon', 'logo', 'normal', 'safety_data_sheet', 'thumbnail'];
  const entries = row.media.map(({ kind, source }) =>
    el(
      'MIME',
      said(row, 'MIME_SOURCE', source) +
        el('MIME_PURPOSE', purposes.includes(kind) ? kind : kind === 'image' ? 'normal' : 'others'),
    ),
  );
  return entries.length === 0 ? '' : el('MIME_INFO', entries.join(''));
}

function logistics(row: CatalogueRow): string {
  return row.countryOfOrigin === undefined ? '' : el('PRODUCT_LOGISTIC_DETAILS', el('COUNTRY_OF_ORIGIN', row.countryOfOrigin));
}

/** The code as the list of BMEcat has it: packages without X, unless that would read as another unit. */
function unit(row: CatalogueRow, code: string): string {
  if (units.has(code)) return code;
  const plain = code.slice(1);
  if (code.startsWith('X') && units.has(plain) && !isUnitCode(plain)) return plain;
  throw cannotSay('BMEcat', row, code === '' ? 'no order unit' : `the unit ${code}`);
}

/** An element of a product, nothing when it is absent; RangeError when it is longer than the schema allows. */
function said(row: CatalogueRow, called: string | { name: string; attributes: string }, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  const { name, attributes } = typeof called === 'string' ? element(called, '') : called;
  const limit = LENGTHS[name];
  if (limit !== undefined && [...value].length > limit) throw cannotSay('BMEcat', row, `${name} has at most ${limit} characters`);
  return `<${name}${attributes}>${escaped(value)}</${name}>`;
}

const element = (name: string, attributes: string): { name: string; attributes: string } => ({ name, attributes });
