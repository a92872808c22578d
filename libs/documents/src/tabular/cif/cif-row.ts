import { PriceDraft, RowDraft } from '../row/row-draft.js';
import { readFlag } from '../row/row-values.js';
import { type CifTarget, cifFields } from './cif-fields.data.js';
import { americanDate, type CifHeader } from './cif-header.js';

/** Cell number of each known field, and the fields that only the sender knows. */
export interface CifPlan {
  at: ReadonlyMap<CifTarget, number>;
  others: { name: string; index: number }[];
  file: CifHeader;
}

/** Fields by their names, blanks and case aside; the first of two with one meaning counts. */
export function cifPlan(file: CifHeader): CifPlan {
  const at = new Map<CifTarget, number>();
  const others: CifPlan['others'] = [];
  file.fields.forEach((name, index) => {
    const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    const target = Object.hasOwn(cifFields, key) ? cifFields[key] : undefined;
    if (target !== undefined && !at.has(target)) at.set(target, index);
    else if (name !== '') others.push({ name, index });
  });
  return { at, others, file };
}

/**
 * The draft of one CIF item. Item Description is the name when there is no Short Name. Unit Price is what this customer
 * pays (`net_customer`), Market Price is kept as `market`. Lead Time counts working days (CIF 3.0). Supplier Part
 * Auxiliary ID and site fields go to `extensions`.
 */
export function cifDraft(plan: CifPlan, cells: readonly string[]): RowDraft {
  const cell = (target: CifTarget) => (cells[plan.at.get(target) ?? -1] ?? '').trim();
  const draft = new RowDraft();
  draft.cells = cells;
  draft.supplierPart = cell('supplierPart');
  if (readFlag(cell('delete')) === true || /^(?:t|d|del|delete)$/i.test(cell('delete'))) draft.action = 'delete';
  draft.manufacturerPart = cell('manufacturerPart');
  draft.manufacturer = cell('manufacturer');
  draft.gtin = cell('gtin');
  const language = /^[a-z]{2}(?=$|[-_])/i.exec(cell('language'))?.[0].toLowerCase() ?? 'en';
  const name = cell('name');
  draft.names[language] = name === '' ? cell('description') : name;
  if (name !== '') draft.descriptions[language] = cell('description');
  draft.orderUnit = cell('unit');
  draft.priceUnit = cell('priceUnit');
  draft.priceUnitsPerOrderUnit = cell('priceUnitsPerOrderUnit');
  draft.minimum = cell('minimum');
  draft.multiple = cell('multiple');
  draft.leadDays = cell('leadDays');
  draft.leadKind = 'working';
  draft.hazmat = cell('hazmat');
  draft.countryOfOrigin = cell('countryOfOrigin');
  for (const target of ['price', 'marketPrice'] as const) price(cell, target, draft);
  codes(cell, plan, draft);
  media(cell, draft);
  for (const word of cell('keywords').split(/[;|]/)) if (word.trim() !== '') draft.keywords.push(word.trim());
  draft.extensions = extensions(plan, cells, cell('auxiliaryPart'));
  return draft;
}

type Cell = (target: CifTarget) => string;

function price(cell: Cell, target: 'price' | 'marketPrice', draft: RowDraft): void {
  const amount = cell(target);
  // A market price of 0 is how exporters say that there is none.
  if (amount === '' || (target === 'marketPrice' && /^0*(?:\.0*)?$/.test(amount))) return;
  const price = new PriceDraft();
  price.type = target === 'price' ? 'net_customer' : 'market';
  price.amount = amount;
  price.currency = cell('currency');
  price.basis = cell('basis');
  price.validFrom = day(cell('validFrom'));
  price.validTo = day(cell('validTo'));
  const territory = cell('territory')
    .split(/[\s,;]+/)
    .filter((code) => code !== '');
  if (territory.length > 0) price.territory = territory;
  if (target === 'marketPrice') price.amountColumn = 'Market Price';
  draft.prices.push(price);
}

function day(text: string): string {
  return americanDate(text) ?? text;
}

/** `{UNSPSC=31161501;EAN=4006209796856}` and its variants with colons and blanks. */
function pairsOf(text: string): { name: string; value: string }[] {
  const inner = text.startsWith('{') ? text.slice(1, text.endsWith('}') ? -1 : undefined) : text;
  return inner.split(';').flatMap((part) => {
    const cut = part.search(/[=:]/);
    const [name, value] = [part.slice(0, Math.max(cut, 0)).trim(), part.slice(cut + 1).trim()];
    return cut < 0 || name === '' || value === '' ? [] : [{ name, value }];
  });
}

function codes(cell: Cell, plan: CifPlan, draft: RowDraft): void {
  const code = cell('code');
  if (code !== '') draft.classifications.push({ system: plan.file.codeSystem, code });
  for (const { name, value } of pairsOf(cell('classifications'))) {
    const system = /^UNSPSC/i.test(name) ? 'UNSPSC' : name;
    if (!draft.classifications.some((known) => known.system === system && known.code === value))
      draft.classifications.push({ system, code: value });
  }
  for (const { name, value } of pairsOf(cell('features'))) draft.features.push({ name, values: [value] });
  draft.category = cell('featureType');
}

function media(cell: Cell, draft: RowDraft): void {
  const sources = [
    ['image', 'image'],
    ['thumbnail', 'thumbnail'],
    ['supplierUrl', 'supplier-page'],
    ['manufacturerUrl', 'manufacturer-page'],
  ] as const;
  for (const [target, kind] of sources) {
    const source = cell(target);
    if (source !== '') draft.media.push({ kind, source });
  }
}

function extensions(plan: CifPlan, cells: readonly string[], auxiliary: string): RowDraft['extensions'] {
  const kept = auxiliary === '' ? [] : [{ path: 'Supplier Part Auxiliary ID', value: auxiliary }];
  for (const { name, index } of plan.others) {
    const value = (cells[index] ?? '').trim();
    if (value !== '') kept.push({ path: name, value });
  }
  return kept.length === 0 ? undefined : kept;
}
