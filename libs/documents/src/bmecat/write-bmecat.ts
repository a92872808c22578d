import type { CatalogueGroup, CatalogueRow, GroupMapEntry } from '../canonical/catalogue.js';
import { pieces, type Rows } from '../tabular/pieces.js';
import { threeLetterLanguage } from './language.js';
import { productXml } from './write-product.js';
import { el, escaped, optional } from './xml-text.js';

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
  for await (const row of rows) yield `${productXml(row, header.transaction)}\n`;
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

function text(name: string, language: string, value: string): string {
  return `<${name} lang="${threeLetterLanguage(language)}">${escaped(value)}</${name}>`;
}
