import { divideExact, isDecimal, normalise } from '#libs/kernel';
import type { CatalogueAction } from '../../canonical/catalogue.js';
import type { GrammarNode } from '../../grammar/node.js';
import { PriceDraft, RowDraft } from '../../tabular/row/row-draft.js';

/** What holds for every line of a message: its function, its currency, its days, and the product group the lines stand in. */
export interface PricatContext {
  /** Element 1225. */
  function: string;
  currency: string;
  validFrom: string;
  validTo: string;
  category: string;
  language: string;
}

/** Element 1229 of a line, then 1225 of the message. A full list says put, and a part taken out of it is deleted. */
const LINE_ACTIONS: Readonly<Record<string, CatalogueAction>> = { '1': 'add', '2': 'delete', '3': 'change' };
const MESSAGE_ACTIONS: Readonly<Record<string, CatalogueAction>> = { '2': 'add', '3': 'delete', '4': 'change' };

/** Elements 5125 and 5375: net prices are of the list, those of a contract the customer's; others keep their code. */
const NET = new Set(['AAA', 'CAL', 'INV', 'NTP']);
const CONTRACT = new Set(['CT', 'NE']);

/** Whether the message replaces what was published: an original or a replacement. */
export const isFull = ({ function: said }: PricatContext): boolean => !Object.hasOwn(MESSAGE_ACTIONS, said);

/**
 * The draft of one LIN group. Source: UN/EDIFACT D.96A and D.01B, PRICAT. The supplier's number stands in PIA (SA) or LIN; the unit
 * is that of the least order (QTY 53) or of the price, without any the lines are counted (C62). RNG gives the quantity a price
 * holds from.
 */
export function lineDraft(node: GrammarNode, context: PricatContext): RowDraft {
  const draft = new RowDraft();
  draft.line = node.line ?? 0;
  draft.action = actionOf(node.values.get('02') ?? '', context);
  draft.supplierPart = numberOf(node, ['SA', 'VP', 'VN']);
  draft.gtin = numberOf(node, ['EN', 'SRV', 'UP']);
  draft.manufacturerPart = numberOf(node, ['MF', 'MP']);
  draft.manufacturer = find(node, 'NAD', ['MF'])?.values.get('04') ?? '';
  draft.countryOfOrigin = find(node, 'ALI')?.values.get('01') ?? '';
  draft.category = context.category;
  texts(node, draft, context);
  quantities(node, draft);
  const lead = find(node, 'DTM', ['169']);
  if (lead?.values.get('01:3') === '804') {
    draft.leadDays = lead.values.get('01:5') ?? '';
    draft.leadKind = 'calendar';
  }
  const tax = find(node, 'TAX', ['7'])?.values.get('05:4') ?? '';
  draft.prices = node.children
    .filter(({ name }) => name === 'PRI')
    .map((price) => priceDraft(price, { line: node, draft, context, tax }));
  return draft;
}

function actionOf(code: string, context: PricatContext): CatalogueAction {
  if (isFull(context)) return code === '2' ? 'delete' : 'put';
  return LINE_ACTIONS[code] ?? MESSAGE_ACTIONS[context.function] ?? 'change';
}

/** The first segment of a name below a node, with one of these qualifiers. */
function find(node: GrammarNode, name: string, qualifiers?: readonly string[]): GrammarNode | undefined {
  return node.children.find(
    (child) => child.name === name && (qualifiers === undefined || qualifiers.includes(child.values.get('01') ?? '')),
  );
}

function numberOf(node: GrammarNode, types: readonly string[]): string {
  if (types.includes(node.values.get('03:2') ?? '')) return node.values.get('03') ?? '';
  const found = node.children.find(
    ({ name, values }) =>
      name === 'PIA' && ['1', '5'].includes(values.get('01') ?? '') && types.includes(values.get('02:2') ?? ''),
  );
  return found?.values.get('02') ?? '';
}

/** The first description in a language is the name, a second one the description. */
function texts(node: GrammarNode, draft: RowDraft, context: PricatContext): void {
  for (const { name, values } of node.children) {
    const text = values.get('03:4') ?? '';
    if (name !== 'IMD' || text === '') continue;
    const language = (values.get('03:6') ?? context.language).slice(0, 2).toLowerCase();
    if (draft.names[language] === undefined) draft.names[language] = text;
    else
      draft.descriptions[language] =
        draft.descriptions[language] === undefined ? text : `${draft.descriptions[language]}\n${text}`;
  }
}

function quantities(node: GrammarNode, draft: RowDraft): void {
  const [least, multiple, content, one] = [['53'], ['165', '164'], ['59', '52'], ['1', '21']].map(
    (codes) => find(node, 'QTY', codes)?.values,
  );
  const priced = node.children.find(({ name, values }) => name === 'PRI' && values.has('01:6'))?.values.get('01:6');
  draft.minimum = plain(least?.get('01:2'));
  draft.multiple = plain(multiple?.get('01:2'));
  draft.orderUnit = (
    one?.get('01:3') ??
    least?.get('01:3') ??
    multiple?.get('01:3') ??
    (content === undefined ? priced : undefined) ??
    'C62'
  ).trim();
  draft.contentPerOrderUnit = plain(content?.get('01:2'));
  draft.contentUnit = content === undefined ? '' : (content.get('01:3') ?? priced ?? 'C62');
}

interface Priced {
  line: GrammarNode;
  draft: RowDraft;
  context: PricatContext;
  tax: string;
}

function priceDraft({ values, children }: GrammarNode, { line, draft, context, tax }: Priced): PriceDraft {
  const price = new PriceDraft();
  const code = values.get('01') ?? '';
  price.type = NET.has(code) ? (CONTRACT.has(values.get('01:3') ?? '') ? 'net_customer' : 'net_list') : code;
  price.amount = plain(values.get('01:2'));
  price.basis = plain(values.get('01:5'));
  const own = children.find(({ name }) => name === 'CUX') ?? line.children.find(({ name }) => name === 'CUX');
  price.currency = own?.values.get('01:2') ?? context.currency;
  price.fromQuantity = plain(children.find(({ name }) => name === 'RNG')?.values.get('02:2'));
  price.taxRate = fraction(tax);
  const days = validity(children) ?? validity(line.children);
  price.validFrom = days?.from ?? context.validFrom;
  price.validTo = days?.to ?? context.validTo;
  const unit = values.get('01:6') ?? '';
  if (unit !== '' && unit !== draft.orderUnit)
    price.base = { unit, perOrderUnit: unit === draft.contentUnit ? draft.contentPerOrderUnit : '' };
  return price;
}

/** Days of DTM 273 (a period), 157 or 7 (from) and 36 (until), CCYYMMDD. */
export function validity(segments: readonly GrammarNode[]): { from: string; to: string } | undefined {
  const day = (codes: readonly string[], key = '01:2') =>
    segments
      .find(({ name, values }) => name === 'DTM' && codes.includes(values.get('01') ?? '') && values.has(key))
      ?.values.get(key);
  const [from, to] = [day(['273'], '01:6') ?? day(['157', '7', '194']), day(['273']) ?? day(['36', '206'])];
  return from === undefined && to === undefined ? undefined : { from: from ?? '', to: to ?? '' };
}

/** 19 as 0.19; what is no number stays, to be refused as one. */
function fraction(text: string): string {
  const value = plain(text.replace('%', ''));
  return isDecimal(value) ? normalise(divideExact(value, '100', 10)) : value;
}

/** A number with a point, whatever mark the interchange announces. */
function plain(text: string | undefined): string {
  const value = text?.trim() ?? '';
  return value.includes('.') ? value : value.replace(',', '.');
}
