import type { CatalogueCharge } from '../../canonical/catalogue.js';
import type { RowCheck } from '../row/row-check.js';
import { PriceDraft, RowDraft } from '../row/row-draft.js';
import { oneLine, readFlag } from '../row/row-values.js';
import { type CellSource, type CsvPlan, readAction } from './csv-plan.js';

/** The draft of one record. Findings that only the columns can tell (an unknown action, half a price break) go to `check`. */
export function csvDraft(plan: CsvPlan, cells: readonly string[], check: RowCheck): RowDraft {
  const { single } = plan;
  const draft = new RowDraft();
  draft.action = plan.action;
  draft.cells = cells;
  draft.supplierPart = take(cells, single.supplierPart);
  action(plan, cells, { draft, check });
  draft.manufacturer = take(cells, single.manufacturer);
  draft.manufacturerCode = take(cells, single.cage);
  draft.manufacturerPart = take(cells, single.manufacturerPart);
  draft.gtin = take(cells, single.gtin);
  for (const { key, index } of plan.names) draft.names[key] = cells[index] ?? '';
  for (const { key, index } of plan.descriptions) draft.descriptions[key] = cells[index] ?? '';
  draft.orderUnit = take(cells, single.orderUnit);
  draft.contentUnit = take(cells, single.contentUnit);
  draft.contentPerOrderUnit = take(cells, single.contentPerOrderUnit);
  draft.priceUnit = take(cells, single.priceUnit);
  draft.priceUnitsPerOrderUnit = take(cells, single.priceUnitsPerOrderUnit);
  draft.minimum = take(cells, single.minimum);
  draft.multiple = take(cells, single.multiple);
  draft.leadDays = take(cells, single.leadDays);
  const kind = take(cells, single.leadKind);
  if (kind !== '') draft.leadKind = /^(?:w|arb|工作)/i.test(kind) ? 'working' : 'calendar';
  draft.shelfLifeDays = take(cells, single.shelfLifeDays);
  draft.hazmat = take(cells, single.hazmat);
  draft.countryOfOrigin = take(cells, single.countryOfOrigin);
  draft.approvalBasis = take(cells, single.approvalBasis);
  draft.nonCancellable = take(cells, single.nonCancellable);
  draft.category = take(cells, single.category);
  for (const name of plan.attributes) {
    const text = take(cells, single[name]);
    if (text === '') continue;
    draft.attributes ??= {};
    draft.attributes[name] = text;
  }
  terms(plan, cells, draft);
  prices(plan, cells, { draft, check });
  lists(plan, cells, draft);
  return draft;
}

function terms(plan: CsvPlan, cells: readonly string[], draft: RowDraft): void {
  for (const name of plan.terms) {
    const text = take(cells, plan.single[name]);
    if (text === '') continue;
    draft.terms ??= {};
    draft.terms[name] = text;
  }
  for (const { key, index, column } of plan.charges) {
    const amount = (cells[index] ?? '').trim();
    const [code = '', per = 'LINE'] = key.split('/');
    if (amount !== '') draft.charges.push({ code, amount, per: per.toLowerCase() as CatalogueCharge['per'], column });
  }
}

/** The text of a target: its cell, trimmed; the constant when there is none. */
function take(cells: readonly string[], source: CellSource): string {
  const cell = source.index < 0 ? undefined : cells[source.index];
  if (cell === undefined || cell === '') return source.fallback;
  const text = cell.trim();
  return text === '' ? source.fallback : text;
}

function action(plan: CsvPlan, cells: readonly string[], row: { draft: RowDraft; check: RowCheck }): void {
  const word = take(cells, plan.single.action);
  if (word !== '') {
    const action = readAction(word);
    if (action !== undefined) row.draft.action = action;
    else
      row.check.findings.add('ACTION_UNKNOWN', 'action', {
        values: { value: word },
        column: plan.columns[plan.single.action.index] ?? '',
      });
  }
  const flag = take(cells, plan.single.delete);
  if (flag === '') return;
  const isDeleted = readFlag(flag) ?? (readAction(flag) === 'delete' ? true : undefined);
  if (isDeleted === undefined)
    row.check.findings.add('ACTION_UNKNOWN', 'action', {
      values: { value: flag },
      column: plan.columns[plan.single.delete.index] ?? '',
    });
  else if (isDeleted) row.draft.action = 'delete';
}

function prices(plan: CsvPlan, cells: readonly string[], row: { draft: RowDraft; check: RowCheck }): void {
  const { single } = plan;
  const amount = take(cells, single.price);
  if (amount !== '') row.draft.prices.push(price(plan, cells, amount));
  for (const source of plan.breaks) {
    const quantity = source.fixed !== '' ? source.fixed : (cells[source.quantity] ?? '').trim();
    const breakAmount = (cells[source.price] ?? '').trim();
    if (breakAmount === '' && (quantity === '' || source.fixed !== '')) continue;
    if (breakAmount === '' || quantity === '') {
      row.check.findings.add('PRICE_INCOMPLETE', 'price', {
        column: breakAmount === '' ? source.priceColumn : source.quantityColumn,
      });
      continue;
    }
    const draft = price(plan, cells, breakAmount);
    draft.fromQuantity = quantity;
    draft.amountColumn = source.priceColumn;
    draft.quantityColumn = source.quantityColumn;
    row.draft.prices.push(draft);
  }
}

function price(plan: CsvPlan, cells: readonly string[], amount: string): PriceDraft {
  const { single } = plan;
  const draft = new PriceDraft();
  draft.amount = amount;
  const type = take(cells, single.priceType);
  if (type !== '') draft.type = type;
  draft.currency = take(cells, single.currency);
  draft.basis = take(cells, single.priceBasis);
  draft.validFrom = take(cells, single.validFrom);
  draft.validTo = take(cells, single.validTo);
  draft.taxRate = take(cells, single.taxRate);
  return draft;
}

/** The supplier's number as a row says it; of a record that was accepted before. */
export function supplierPartOf(plan: CsvPlan, cells: readonly string[]): string {
  return oneLine(take(cells, plan.single.supplierPart));
}

/** The stock cells that say something, as written. */
export function writtenStock(plan: CsvPlan, cells: readonly string[]): RowDraft['stock'] {
  const stock: RowDraft['stock'] = [];
  const onHand = take(cells, plan.single.stock);
  if (onHand !== '') stock.push({ location: take(cells, plan.single.location) || 'MAIN', quantity: onHand });
  for (const { key, index, column } of plan.stock) {
    const quantity = (cells[index] ?? '').trim();
    if (quantity !== '') stock.push({ location: key, quantity, column });
  }
  return stock;
}

function lists(plan: CsvPlan, cells: readonly string[], draft: RowDraft): void {
  for (const { key, index, column } of plan.classifications) {
    const code = cells[index];
    if (code !== undefined && code !== '') draft.classifications.push({ system: key, code, column });
  }
  draft.stock = writtenStock(plan, cells);
  for (const { key, index } of plan.features) {
    const value = (cells[index] ?? '').trim();
    if (value !== '') draft.features.push({ name: key, values: [value] });
  }
  for (const { key, index } of plan.media) {
    const source = (cells[index] ?? '').trim();
    if (source !== '') draft.media.push({ kind: key, source });
  }
  const keywords = take(cells, plan.single.keywords);
  if (keywords !== '') {
    for (const word of keywords.split(/[;,|、，；]/)) if (word.trim() !== '') draft.keywords.push(word.trim());
  }
}
