import { compare, divideExact, isUnitCode, multiply } from '#libs/kernel';
import type { CatalogueGroup, CataloguePrice, CatalogueRow, GroupMapEntry } from '../canonical/catalogue.js';
import { cannotSay, pieces, type Rows } from '../tabular/pieces.js';
import { bmecatUnits } from './bmecat-units.data.js';
import { threeLetterLanguage } from './language.js';

/** What a BMEcat 2005 file says before its products. */
export interface BmecatWriterHeader {
  transaction: 'T_NEW_CATALOG' | 'T_UPDATE_PRODUCTS' | 'T_UPDATE_PRICES';
  /** Whole number; demanded by updates. */
  prevVersion?: string;
  catalogueId: string;
  /** `n.n`, up to three digits each. */
  catalogueVersion: string;
  catalogueName?: string;
  supplierName: string;
  currency: string;
  /** Two letters; the language of texts comes with each text. */
  language: string;
  /** RFC 3339. */
  generatedAt: string;
  /** T_NEW_CATALOG only: the supplier's tree, parents first, and which part stands where. */
  groups?: readonly CatalogueGroup[];
  groupMap?: Rows<GroupMapEntry>;
}

const units = new Set(bmecatUnits.split(/\s/));

/**
 * Rows as a BMEcat 2005 file that the published schema (2005fd) accepts, UTF-8, piece by piece. What BMEcat has no element
 * for (stock, CAGE, shelf life, calendar lead times) is not written. Throws RangeError for a row the schema cannot hold:
 * a part number above 32 characters, a name above 150, a unit outside its list of 1998 (H87), prices of different basis.
 */
export function writeBmecat2005(rows: Rows<CatalogueRow>, header: BmecatWriterHeader): AsyncGenerator<string> {
  return pieces(parts(rows, header));
}

async function* parts(rows: Rows<CatalogueRow>, header: BmecatWriterHeader): AsyncGenerator<string> {
  const prev = header.prevVersion === undefined ? '' : ` prev_version="${escaped(header.prevVersion)}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<BMECAT xmlns="http://www.bmecat.org/bmecat/2005fd" version="2005">\n`;
  yield `${head(header)}\n<${header.transaction}${prev}>\n`;
  if (header.groups !== undefined && header.groups.length > 0) yield tree(header.groups);
  for await (const row of rows) yield `${product(row, header)}\n`;
  for await (const entry of header.groupMap ?? []) {
    yield `${el('PRODUCT_TO_CATALOGGROUP_MAP', el('PROD_ID', escaped(entry.supplierPart)) + el('CATALOG_GROUP_ID', escaped(entry.groupId)))}\n`;
  }
  yield `</${header.transaction}>\n</BMECAT>\n`;
}

function head(header: BmecatWriterHeader): string {
  const catalogue = [
    el('LANGUAGE', threeLetterLanguage(header.language)),
    el('CATALOG_ID', escaped(header.catalogueId)),
    el('CATALOG_VERSION', escaped(header.catalogueVersion)),
    optional('CATALOG_NAME', header.catalogueName),
    el('GENERATION_DATE', escaped(header.generatedAt)),
    el('CURRENCY', header.currency),
  ];
  return el('HEADER', el('CATALOG', catalogue.join('')) + el('SUPPLIER', el('SUPPLIER_NAME', escaped(header.supplierName))));
}

function tree(groups: readonly CatalogueGroup[]): string {
  const ids = new Set(groups.map((group) => group.parentId));
  const structures = groups.map((group) => {
    const type = group.type ?? (group.parentId === undefined ? 'root' : ids.has(group.id) ? 'node' : 'leaf');
    const names = Object.entries(group.names).map(([language, name]) => text('GROUP_NAME', language, name));
    return `<CATALOG_STRUCTURE type="${type}">${el('GROUP_ID', escaped(group.id))}${names.join('')}${el('PARENT_ID', escaped(group.parentId ?? '0'))}</CATALOG_STRUCTURE>\n`;
  });
  return el('CATALOG_GROUP_SYSTEM', structures.join(''));
}

function product(row: CatalogueRow, header: BmecatWriterHeader): string {
  if (row.supplierPart.length > 32) throw cannotSay('BMEcat', row, 'part numbers have at most 32 characters');
  const identity = el('SUPPLIER_PID', escaped(row.supplierPart));
  if (header.transaction === 'T_UPDATE_PRICES') return `<PRODUCT mode="update">${identity}${prices(row)}</PRODUCT>`;
  const mode = row.action === 'delete' ? 'delete' : row.action === 'change' ? 'update' : 'new';
  const attribute = header.transaction === 'T_UPDATE_PRODUCTS' ? ` mode="${mode}"` : '';
  return `<PRODUCT${attribute}>${identity}${details(row)}${features(row)}${ordering(row)}${prices(row)}${mime(row)}${logistics(row)}</PRODUCT>`;
}

function details(row: CatalogueRow): string {
  const names = Object.entries(row.names);
  // The schema demands a description of every product, also of one that is deleted.
  const short =
    names.length === 0
      ? [el('DESCRIPTION_SHORT', escaped(row.supplierPart))]
      : names.map(([language, name]) => limited(row, ['DESCRIPTION_SHORT', 150], { language, value: name }));
  const hazmat =
    row.hazmat === undefined ? '' : `<SPECIAL_TREATMENT_CLASS type="hazmat">${escaped(row.hazmat)}</SPECIAL_TREATMENT_CLASS>`;
  const leadDays = row.leadDays !== undefined && row.leadKind !== 'calendar' ? String(row.leadDays) : undefined;
  return el(
    'PRODUCT_DETAILS',
    [
      ...short,
      ...Object.entries(row.descriptions).map(([language, value]) =>
        limited(row, ['DESCRIPTION_LONG', 64_000], { language, value }),
      ),
      row.gtin === undefined ? '' : `<INTERNATIONAL_PID type="gtin">${row.gtin}</INTERNATIONAL_PID>`,
      optional('MANUFACTURER_PID', row.manufacturerPart),
      optional('MANUFACTURER_NAME', row.manufacturer),
      optional('ERP_GROUP_SUPPLIER', row.category),
      optional('DELIVERY_TIME', leadDays),
      hazmat,
      ...row.keywords.map((word) => el('KEYWORD', escaped(word))),
    ].join(''),
  );
}

function features(row: CatalogueRow): string {
  const classes = row.classifications.map(({ system, code }) =>
    el(
      'PRODUCT_FEATURES',
      el('REFERENCE_FEATURE_SYSTEM_NAME', escaped(system)) + el('REFERENCE_FEATURE_GROUP_ID', escaped(code)),
    ),
  );
  const own = row.features.map(({ name, values, unit }) =>
    el(
      'FEATURE',
      el('FNAME', escaped(name)) + values.map((value) => el('FVALUE', escaped(value))).join('') + optional('FUNIT', unit),
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
      el('MIME_SOURCE', escaped(source)) +
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

function limited(row: CatalogueRow, [name, limit]: readonly [string, number], said: { language: string; value: string }): string {
  if (said.value.length > limit) throw cannotSay('BMEcat', row, `${name} has at most ${limit} characters`);
  return text(name, said.language, said.value);
}

function text(name: string, language: string, value: string): string {
  return `<${name} lang="${threeLetterLanguage(language)}">${escaped(value)}</${name}>`;
}

function optional(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : el(name, escaped(value));
}

function el(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

/** Character data; a carriage return would be read as a line feed, so it is written as a reference. */
function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
