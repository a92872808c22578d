import type { CatalogueEvent } from '../canonical/catalogue.js';
import { rowProblem, Unreadable } from '../tabular/row/problem.js';
import { RowCheck } from '../tabular/row/row-check.js';
import type { DraftField } from '../tabular/row/row-draft.js';
import { bmecatHeader } from './bmecat-header.js';
import { bmecatDraft, type ProductContext } from './bmecat-product.js';
import { attributeOf, children, type Fragment, FragmentBuilder, textOf } from './fragment.js';
import { byLanguage } from './language.js';
import { XmlFeed, type XmlHandler } from './xml-feed.js';

const TRANSACTIONS = new Set(['T_NEW_CATALOG', 'T_UPDATE_PRODUCTS', 'T_UPDATE_PRICES']);
const PRODUCTS = new Set(['ARTICLE', 'PRODUCT']);
const MAPS = new Set(['ARTICLE_TO_CATALOGGROUP_MAP', 'PRODUCT_TO_CATALOGGROUP_MAP']);
/** Parts of a transaction that say nothing about offers. */
const SKIPPED = new Set([
  'FEATURE_SYSTEM',
  'CLASSIFICATION_SYSTEM',
  'FORMULAS',
  'IPP_DEFINITIONS',
  'ARTICLE_TO_CATALOGGROUP_MAP_ORDER',
  'PRODUCT_SHOPPING',
]);
/** Namespaces of the published schemas and of the real files that mean them. */
const NAMESPACES =
  /^https?:\/\/www\.bmecat\.org\/(?:(?:XMLSchema|bmecat)\/1\.(?:2|01)(?:\/bmecat_(?:new_catalog|update_products|update_prices))?|bmecat\/2005(?:fd|\.1|\.2)?)$/;

/**
 * Reads a BMEcat 1.01, 1.2 or 2005 catalogue of any size. One product is held at a time, matched on local element names
 * in any order. Groups and the product-to-group map, which stands at the end, come out as `group` and `groupMap` events:
 * they are joined in staging, not here. The customer price is chosen by `customerPriceType`.
 */
export async function* readBmecat(
  text: AsyncIterable<string>,
  options: { charset: () => string },
): AsyncGenerator<CatalogueEvent[]> {
  const reader = new BmecatReader(options.charset);
  const feed = new XmlFeed(reader);
  for await (const piece of text) {
    try {
      feed.write(piece);
    } catch (error) {
      yield reader.take();
      throw error;
    }
    yield reader.take();
  }
  feed.end();
  reader.end();
  yield reader.take();
}

class BmecatReader implements XmlHandler {
  readonly #builder = new FragmentBuilder();
  readonly #charset: () => string;
  #out: CatalogueEvent[] = [];
  /** Names of the open elements outside of fragments. */
  readonly #path: string[] = [];
  #skipping = 0;
  #header: Fragment | undefined;
  #version: string | undefined;
  #context: ProductContext | undefined;
  #check: RowCheck | undefined;
  readonly #unexpected = new Set<string>();

  constructor(charset: () => string) {
    this.#charset = charset;
  }

  take(): CatalogueEvent[] {
    return this.#out.splice(0);
  }

  /** After the whole document. */
  end(): void {
    if (this.#context === undefined) throw new Unreadable('TRANSACTION_MISSING');
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (this.#skipping > 0) this.#skipping++;
    else if (this.#builder.isOpen) this.#builder.open(name, attributes, line);
    else if (this.#path.length === 0) this.#root(name, attributes, line);
    else if (this.#path.length === 1) this.#top(name, attributes, line);
    else this.#inTransaction(name, attributes, line);
  }

  text(text: string): void {
    if (this.#builder.isOpen) this.#builder.text(text);
  }

  close(): void {
    if (this.#skipping > 0) this.#skipping--;
    else if (this.#builder.isOpen) {
      const whole = this.#builder.close();
      if (whole !== undefined) this.#finished(whole);
    } else this.#path.pop();
  }

  #root(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (name !== 'BMECAT') throw new Unreadable('FORMAT_UNKNOWN', { found: `a document <${name}>` }, { line });
    this.#path.push(name);
    this.#version = attributes['version'];
    const prefixed = Object.keys(attributes).find(
      (key) => key === 'xmlns' || (key.startsWith('xmlns:') && /bmecat/i.test(attributes[key] ?? '')),
    );
    const namespace = attributes[prefixed ?? ''];
    if (namespace !== undefined && !NAMESPACES.test(namespace))
      this.#problem('NAMESPACE_UNKNOWN', { line, column: 'BMECAT' }, { found: namespace });
  }

  #top(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (name === 'HEADER') this.#builder.open(name, attributes, line);
    else if (TRANSACTIONS.has(name)) this.#transaction(name, attributes, line);
    else this.#skip(name, line);
  }

  #transaction(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (this.#context !== undefined) throw new Unreadable('TRANSACTION_MIXED', {}, { line });
    this.#path.push(name);
    const prevVersion = attributes['prev_version'];
    const header = bmecatHeader(this.#header, {
      version: this.#version,
      transaction: name,
      prevVersion,
      charset: this.#charset(),
    });
    this.#header = undefined;
    this.#out.push({ kind: 'header', header });
    if (header.mode === 'delta' && (prevVersion ?? '') === '') this.#problem('PREV_VERSION_MISSING', { line, column: name }, {});
    this.#context = { transaction: name, language: header.language ?? 'en' };
    this.#check = new RowCheck({
      decimalSeparator: '.',
      forgivesComma: true,
      plainPackages: true,
      dateFormat: 'YYYY-MM-DD',
      columns: ELEMENTS,
      language: this.#context.language,
      ...(header.currency === undefined ? {} : { currency: header.currency }),
    });
  }

  #inTransaction(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (PRODUCTS.has(name) || MAPS.has(name) || name === 'CATALOG_STRUCTURE') this.#builder.open(name, attributes, line);
    else if (name === 'CATALOG_GROUP_SYSTEM') this.#path.push(name);
    else this.#skip(name, line);
  }

  /** Passes over an element with all it holds; what does not belong here is told once per name. */
  #skip(name: string, line: number): void {
    this.#skipping = 1;
    const isExpected = SKIPPED.has(name) || name.startsWith('GROUP_SYSTEM_') || name === 'USER_DEFINED_EXTENSIONS';
    if (isExpected || this.#unexpected.has(name)) return;
    if (this.#unexpected.size < 100) this.#unexpected.add(name);
    this.#problem('XML_ELEMENT_UNEXPECTED', { line, column: [...this.#path.slice(1), name].join('/') }, {});
  }

  #finished(whole: Fragment): void {
    if (whole.name === 'HEADER') this.#header = whole;
    else if (PRODUCTS.has(whole.name)) this.#product(whole);
    else if (MAPS.has(whole.name)) this.#groupMap(whole);
    else this.#group(whole);
  }

  #product(product: Fragment): void {
    const [check, context] = [this.#check!, this.#context!];
    check.start(product.line);
    check.finish(bmecatDraft(product, context, check), this.#out);
  }

  #group(structure: Fragment): void {
    const id = textOf(structure, 'GROUP_ID');
    if (id === '') return;
    const parentId = textOf(structure, 'PARENT_ID');
    const type = attributeOf(structure, 'type');
    const names = byLanguage(children(structure, 'GROUP_NAME'), this.#context!.language);
    this.#out.push({
      kind: 'group',
      group: {
        line: structure.line,
        id,
        names,
        ...(parentId === '' ? {} : { parentId }),
        ...(type === undefined ? {} : { type }),
      },
    });
  }

  #groupMap(map: Fragment): void {
    const supplierPart = textOf(map, 'ART_ID', 'PROD_ID', 'SUPPLIER_PID', 'SUPPLIER_AID').replace(/\s+/g, ' ');
    const groupId = textOf(map, 'CATALOG_GROUP_ID', 'GROUP_ID');
    if (supplierPart === '' || groupId === '') this.#problem('GROUP_MAP_INCOMPLETE', { line: map.line, column: map.name }, {});
    else {
      const action = attributeOf(map, 'mode')?.toLowerCase() === 'delete' ? 'delete' : 'add';
      this.#out.push({ kind: 'groupMap', map: { line: map.line, supplierPart, groupId, action } });
    }
  }

  #problem(code: string, place: { line: number; column: string }, values: Record<string, string>): void {
    this.#out.push({ kind: 'problem', problem: rowProblem(code, place, values) });
  }
}

/** Elements as findings name them; ARTICLE_ of 1.2 and PRODUCT_ of 2005 share their last parts. */
const ELEMENTS: Readonly<Partial<Record<DraftField, string>>> = {
  action: 'mode',
  supplierPart: 'SUPPLIER_AID',
  manufacturer: 'DETAILS/MANUFACTURER_NAME',
  manufacturerPart: 'DETAILS/MANUFACTURER_AID',
  gtin: 'DETAILS/EAN',
  name: 'DETAILS/DESCRIPTION_SHORT',
  description: 'DETAILS/DESCRIPTION_LONG',
  leadDays: 'DETAILS/DELIVERY_TIME',
  orderUnit: 'ORDER_DETAILS/ORDER_UNIT',
  contentUnit: 'ORDER_DETAILS/CONTENT_UNIT',
  contentPerOrderUnit: 'ORDER_DETAILS/NO_CU_PER_OU',
  minimum: 'ORDER_DETAILS/QUANTITY_MIN',
  multiple: 'ORDER_DETAILS/QUANTITY_INTERVAL',
  basis: 'ORDER_DETAILS/PRICE_QUANTITY',
  price: 'PRICE/PRICE_AMOUNT',
  currency: 'PRICE/PRICE_CURRENCY',
  fromQuantity: 'PRICE/LOWER_BOUND',
  taxRate: 'PRICE/TAX',
  priceUnit: 'PRICE/PRICE_BASE/PRICE_UNIT',
  priceUnitsPerOrderUnit: 'PRICE/PRICE_BASE/PRICE_UNIT_FACTOR',
  validFrom: 'PRICE_DETAILS/DATETIME',
  validTo: 'PRICE_DETAILS/DATETIME',
  countryOfOrigin: 'LOGISTIC_DETAILS/COUNTRY_OF_ORIGIN',
  classification: 'FEATURES/REFERENCE_FEATURE_GROUP_ID',
};
