import type { CatalogueAction, ExtensionValue } from '../canonical/catalogue.js';
import type { RowCheck } from '../tabular/row/row-check.js';
import { RowDraft } from '../tabular/row/row-draft.js';
import { flatten } from './bmecat-header.js';
import { bmecatPrices, orderDetails } from './bmecat-price.js';
import { attributeOf, child, children, type Fragment, textOf } from './fragment.js';
import { byLanguage } from './language.js';

/** Elements of a product that the model has no field for; kept by name in `extensions`. */
const KEPT = [
  'SUPPLIER_ALT_AID',
  'SUPPLIER_ALT_PID',
  'BUYER_AID',
  'BUYER_PID',
  'MANUFACTURER_IDREF',
  'MANUFACTURER_TYPE_DESCR',
  'ERP_GROUP_BUYER',
  'REMARKS',
  'SEGMENT',
  'ARTICLE_STATUS',
  'PRODUCT_STATUS',
  'PRODUCT_TYPE',
  'PRODUCT_CATEGORY',
];
const ACTIONS: Readonly<Record<string, Readonly<Record<string, CatalogueAction>>>> = {
  // A new catalogue that marks a part as deleted says the same as leaving it out; `update` is written by exporters that never change it.
  T_NEW_CATALOG: { '': 'put', new: 'put', update: 'put', delete: 'delete' },
  T_UPDATE_PRODUCTS: { '': 'put', new: 'add', update: 'change', delete: 'delete' },
  T_UPDATE_PRICES: { '': 'price', new: 'price', update: 'price' },
};

/** Where a product stands: its transaction and the catalogue's language. */
export interface ProductContext {
  transaction: string;
  language: string;
}

/**
 * The draft of an ARTICLE (1.01, 1.2) or PRODUCT (2005). Elements are found by name, not by order, as most real files break
 * the schema's order. DELIVERY_TIME and LEADTIME count working days (BMEcat 1.2, 2005). A classification needs a group id.
 */
export function bmecatDraft(product: Fragment, context: ProductContext, check: RowCheck): RowDraft {
  const draft = new RowDraft();
  draft.line = product.line;
  draft.supplierPart = textOf(product, 'SUPPLIER_AID', 'SUPPLIER_PID');
  action(product, context, { draft, check });
  const details = child(product, 'ARTICLE_DETAILS', 'PRODUCT_DETAILS');
  draft.names = byLanguage(children(details, 'DESCRIPTION_SHORT'), context.language);
  draft.descriptions = byLanguage(children(details, 'DESCRIPTION_LONG'), context.language);
  draft.gtin = gtin(details);
  draft.manufacturer = textOf(details, 'MANUFACTURER_NAME');
  draft.manufacturerPart = textOf(details, 'MANUFACTURER_AID', 'MANUFACTURER_PID');
  draft.category = textOf(details, 'ERP_GROUP_SUPPLIER');
  draft.keywords = [...new Set(children(details, 'KEYWORD').map((element) => element.text.trim()))].filter((word) => word !== '');
  draft.hazmat = hazmat(details);
  const logistics = child(product, 'PRODUCT_LOGISTIC_DETAILS', 'ARTICLE_LOGISTIC_DETAILS');
  draft.countryOfOrigin = textOf(logistics, 'COUNTRY_OF_ORIGIN').split('-')[0] ?? '';
  draft.leadDays = textOf(details, 'DELIVERY_TIME') || textOf(child(logistics, 'DELIVERY_TIMES'), 'LEADTIME');
  draft.leadKind = 'working';
  ordering(product, { draft, check });
  features(product, draft);
  draft.media = children(child(product, 'MIME_INFO'), 'MIME').flatMap((mime) => {
    const source = textOf(mime, 'MIME_SOURCE');
    return source === '' ? [] : [{ kind: textOf(mime, 'MIME_PURPOSE') || textOf(mime, 'MIME_TYPE') || 'others', source }];
  });
  const kept = extensions(product, details);
  if (kept.length > 0) draft.extensions = kept;
  return draft;
}

function action(product: Fragment, context: ProductContext, row: { draft: RowDraft; check: RowCheck }): void {
  const mode = attributeOf(product, 'mode')?.trim().toLowerCase() ?? '';
  const known = ACTIONS[context.transaction]?.[mode];
  if (known !== undefined) row.draft.action = known;
  else row.check.findings.add('ACTION_NOT_HERE', 'action', { values: { value: mode, transaction: context.transaction } });
}

/** EAN, or an INTERNATIONAL_PID of a GS1 kind. */
function gtin(details: Fragment | undefined): string {
  const plain = textOf(details, 'EAN');
  if (plain !== '') return plain;
  const ids = children(details, 'INTERNATIONAL_PID', 'INTERNATIONAL_AID');
  return ids.find((id) => /^(?:gtin|ean|upc)/i.test(attributeOf(id, 'type') ?? 'gtin'))?.text.trim() ?? '';
}

function hazmat(details: Fragment | undefined): string {
  return children(details, 'SPECIAL_TREATMENT_CLASS')
    .map((element) => `${attributeOf(element, 'type') ?? ''} ${element.text.trim()}`.trim())
    .filter((text) => text !== '')
    .join('; ');
}

function ordering(product: Fragment, row: { draft: RowDraft; check: RowCheck }): void {
  const { draft } = row;
  const details = orderDetails(product);
  draft.orderUnit = textOf(details, 'ORDER_UNIT');
  draft.contentUnit = textOf(details, 'CONTENT_UNIT');
  draft.contentPerOrderUnit = textOf(details, 'NO_CU_PER_OU');
  draft.minimum = textOf(details, 'QUANTITY_MIN');
  draft.multiple = textOf(details, 'QUANTITY_INTERVAL');
  draft.prices = bmecatPrices(product, textOf(details, 'PRICE_QUANTITY'), row.check);
}

function features(product: Fragment, draft: RowDraft): void {
  for (const block of children(product, 'ARTICLE_FEATURES', 'PRODUCT_FEATURES')) {
    const system = textOf(block, 'REFERENCE_FEATURE_SYSTEM_NAME');
    const code = textOf(block, 'REFERENCE_FEATURE_GROUP_ID');
    if (system !== '' && code !== '') draft.classifications.push({ system: /^UNSPSC/i.test(system) ? 'UNSPSC' : system, code });
    for (const feature of children(block, 'FEATURE')) {
      const read = featureOf(feature);
      if (read !== undefined) draft.features.push(read);
    }
  }
}

/** Name and values of a feature, by name, by template (ECLASS Advanced) or by reference; without values it says nothing. */
function featureOf(feature: Fragment): RowDraft['features'][number] | undefined {
  const template = child(feature, 'FTEMPLATE');
  const name =
    textOf(feature, 'FNAME') || textOf(template, 'FT_NAME') || textOf(feature, 'FT_IDREF') || textOf(template, 'FT_ID');
  const sources = [
    children(feature, 'FVALUE'),
    variants(feature),
    children(feature, 'FVALUE_DETAILS'),
    children(feature, 'VALUE_IDREF'),
  ];
  const values = sources
    .map((elements) => elements.map((element) => element.text.trim()).filter((text) => text !== ''))
    .find((texts) => texts.length > 0);
  if (name === '' || values === undefined) return undefined;
  const unit = textOf(feature, 'FUNIT') || textOf(template, 'FT_UNIT');
  return unit === '' ? { name, values } : { name, values, unit };
}

function variants(feature: Fragment): Fragment[] {
  return children(child(feature, 'VARIANTS'), 'VARIANT').flatMap((variant) => children(variant, 'FVALUE'));
}

function extensions(product: Fragment, details: Fragment | undefined): ExtensionValue[] {
  const kept: ExtensionValue[] = [];
  const keep = (element: Fragment, value: string) => {
    const type = attributeOf(element, 'type');
    if (value !== '') kept.push({ path: type === undefined ? element.name : `${element.name}[${type}]`, value });
  };
  for (const element of children(details, ...KEPT)) keep(element, element.text.trim());
  for (const reference of children(product, 'ARTICLE_REFERENCE', 'PRODUCT_REFERENCE'))
    keep(reference, textOf(reference, 'ART_ID_TO', 'PROD_ID_TO'));
  for (const block of children(product, 'ARTICLE_PRICE_DETAILS', 'PRODUCT_PRICE_DETAILS')) {
    for (const element of children(block, 'DAILY_PRICE')) if (/^true$/i.test(element.text.trim())) keep(element, 'true');
    for (const price of children(block, 'ARTICLE_PRICE', 'PRODUCT_PRICE')) {
      for (const flag of children(price, 'PRICE_FLAG')) keep(flag, flag.text.trim().toLowerCase());
    }
  }
  kept.push(...flatten(child(product, 'USER_DEFINED_EXTENSIONS')));
  return kept;
}
