import { type AttributeName, attributeNames, type CatalogueAction, type TermName, termNames } from '../../canonical/catalogue.js';
import type { FileHabits } from '../row/findings.js';
import type { DraftField } from '../row/row-draft.js';
import { type CsvContent, contentOf, type Mapping, type SingleTarget, singleTargets, targetsOf } from './mapping.js';

/** Where the text of a target comes from: a cell, and what stands in when it is empty. */
export interface CellSource {
  index: number;
  fallback: string;
}

/** A cell with a parameter of its own (a language, a location, a system). */
export interface KeyedSource {
  key: string;
  index: number;
  column: string;
}

/** A break: its quantity is fixed by the column's name, or stands in a cell. */
export interface BreakSource {
  fixed: string;
  quantity: number;
  price: number;
  quantityColumn: string;
  priceColumn: string;
}

/** A mapping made ready for one file: cell numbers instead of names, so that a row costs array reads only. */
export interface CsvPlan {
  single: Readonly<Record<SingleTarget, CellSource>>;
  names: KeyedSource[];
  descriptions: KeyedSource[];
  breaks: BreakSource[];
  stock: KeyedSource[];
  classifications: KeyedSource[];
  features: KeyedSource[];
  media: KeyedSource[];
  /** Those that the file or a constant gives. */
  attributes: readonly AttributeName[];
  terms: readonly TermName[];
  /** Keys as the mapping writes them: CERT, SETUP/ORDER. */
  charges: KeyedSource[];
  /** Of rows that name none. */
  action: CatalogueAction;
  habits: FileHabits;
  columns: readonly string[];
}

const FIELD_OF: Readonly<Partial<Record<SingleTarget, DraftField>>> = {
  cage: 'manufacturerCode',
  priceBasis: 'basis',
  delete: 'action',
};
const SYSTEMS = { unspsc: 'UNSPSC', ata: 'ATA', eclass: 'ECLASS', etim: 'ETIM' } as const;

/** What a row asks for that does not say it. Counts beside prices change both; a row of counts alone changes nothing else. */
const actionOf: Readonly<Record<CsvContent, CatalogueAction>> = { catalogue: 'put', prices: 'price', stock: 'change' };

/** Compiles a checked mapping for a file with these columns; `content` overrules what the mapping says by itself. */
export function csvPlan(mapping: Mapping, columns: readonly string[], content = contentOf(mapping)): CsvPlan {
  const language = mapping.language ?? 'en';
  const single = Object.fromEntries(
    singleTargets.map((target) => [target, { index: -1, fallback: mapping.constants?.[target] ?? '' }]),
  ) as Record<SingleTarget, CellSource>;
  // A constant unit would be news about a part; an update brings none.
  if (content !== 'catalogue') single.orderUnit.fallback = '';
  const keyed: Record<string, KeyedSource[]> = {};
  const labels: Partial<Record<DraftField, string>> = {};
  columns.forEach((column, index) => {
    for (const target of targetsOf(Object.hasOwn(mapping.columns, column) ? mapping.columns[column]! : '')) {
      const [, family, key] = /^(\w+)[:@](.+)$/.exec(target) ?? [];
      if (family !== undefined && key !== undefined) {
        keyed[family] ??= [];
        keyed[family].push({ key, index, column });
      } else if (Object.hasOwn(single, target)) {
        single[target as SingleTarget].index = index;
        labels[FIELD_OF[target as SingleTarget] ?? (target as DraftField)] ??= column;
      }
    }
  });
  return {
    single,
    names: [...plain(single.name, language, labels.name), ...(keyed['name'] ?? [])],
    descriptions: [...plain(single.description, language, labels.description), ...(keyed['description'] ?? [])],
    breaks: breaksOf(keyed),
    stock: keyed['stock'] ?? [],
    classifications: [...systems(single, columns), ...(keyed['classification'] ?? [])],
    features: keyed['feature'] ?? [],
    media: [...plain(single.image, 'image'), ...plain(single.document, 'document'), ...(keyed['media'] ?? [])],
    attributes: given(single, attributeNames),
    terms: given(single, termNames),
    charges: keyed['charge'] ?? [],
    columns,
    action: actionOf[content],
    habits: {
      decimalSeparator: mapping.decimalSeparator,
      forgivesComma: false,
      dateFormat: mapping.dateFormat ?? 'YYYY-MM-DD',
      columns: labels,
      language,
      ...(mapping.currency === undefined ? {} : { currency: mapping.currency }),
    },
  };
}

/** Those targets that the file or a constant gives. */
function given<T extends SingleTarget>(single: Record<SingleTarget, CellSource>, targets: readonly T[]): readonly T[] {
  return targets.filter((target) => single[target].index >= 0 || single[target].fallback !== '');
}

function plain(source: CellSource, key: string, column = ''): KeyedSource[] {
  return source.index < 0 ? [] : [{ key, index: source.index, column }];
}

function systems(single: Record<SingleTarget, CellSource>, columns: readonly string[]): KeyedSource[] {
  return Object.entries(SYSTEMS).flatMap(([target, system]) => {
    const source = single[target as keyof typeof SYSTEMS];
    return plain(source, system, columns[source.index] ?? '');
  });
}

/** `price@100` stands alone; `breakQuantity:n` and `breakPrice:n` belong together, and half a pair is kept for its finding. */
function breaksOf(keyed: Record<string, KeyedSource[]>): BreakSource[] {
  const breaks: BreakSource[] = (keyed['price'] ?? []).map(({ key, index, column }) => ({
    fixed: key,
    quantity: -1,
    price: index,
    quantityColumn: column,
    priceColumn: column,
  }));
  const numbers = new Set([...(keyed['breakQuantity'] ?? []), ...(keyed['breakPrice'] ?? [])].map((source) => source.key));
  for (const number of numbers) {
    const quantity = keyed['breakQuantity']?.find((source) => source.key === number);
    const price = keyed['breakPrice']?.find((source) => source.key === number);
    breaks.push({
      fixed: '',
      quantity: quantity?.index ?? -1,
      price: price?.index ?? -1,
      quantityColumn: quantity?.column ?? price?.column ?? '',
      priceColumn: price?.column ?? quantity?.column ?? '',
    });
  }
  return breaks;
}

const ACTIONS: Readonly<Record<CatalogueAction, string>> = {
  put: 'put|full|upsert|replace|p|r',
  add: 'add|new|insert|create|a|n|i|neu|anlegen|新增|增加',
  change: 'change|update|modify|c|u|m|ändern|aendern|geändert|修改|变更|變更|更新',
  delete: 'delete|del|remove|withdraw|d|x|löschen|loeschen|gelöscht|删除|刪除|停产',
  price: 'price|preis|prices|价格',
};
const ACTION_WORDS = new Map(
  Object.entries(ACTIONS).flatMap(([action, words]) =>
    words.split('|').map((word) => [word, action as CatalogueAction] as const),
  ),
);

/** The action that a cell of an action column names; undefined: none that is known. */
export function readAction(cell: string): CatalogueAction | undefined {
  return ACTION_WORDS.get(cell.trim().toLowerCase());
}
