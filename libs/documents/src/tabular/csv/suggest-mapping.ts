import { editDistance } from '../row/edit-distance.js';
import { readNumber } from '../row/number-reading.js';
import { type DateFormat, dateFormats, readDate } from '../row/row-values.js';
import { contentOf, type Mapping } from './mapping.js';
import { breakWords, synonyms } from './synonyms.data.js';

interface Entry {
  words: string;
  target: string;
  language: string;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  de: 'de',
  deu: 'de',
  ger: 'de',
  german: 'de',
  deutsch: 'de',
  fr: 'fr',
  french: 'fr',
  es: 'es',
  spanish: 'es',
  it: 'it',
  zh: 'zh',
  cn: 'zh',
  chinese: 'zh',
  chs: 'zh',
  cht: 'zh',
  ja: 'ja',
  nl: 'nl',
  pl: 'pl',
  中文: 'zh',
  英文: 'en',
  英语: 'en',
};
/** Columns with unknown names that are compared with every known one; a price list has fewer columns in all. */
const GUESSES_MAX = 200;
const NUMERIC = /^(?:price(?:$|@|Basis)|breakPrice|breakQuantity|minimum|multiple|contentPerOrderUnit|stock)/;

const entries: readonly Entry[] = Object.entries(synonyms).flatMap(([target, lists]) =>
  lists.split(/ (?=(?:en|de|zh):)/).flatMap((list) =>
    list
      .slice(3)
      .split('|')
      .map((words) => ({ words: normalised(words), target, language: list.slice(0, 2) })),
  ),
);
const exact = new Map([...entries].reverse().map((entry) => [entry.words, entry]));

/**
 * A mapping for columns with any names in English, German or Chinese; what is not recognised is left out, and every guess
 * shows in the mapping for the supplier to change. `samples` are rows of cells in the order of the headers: they tell the
 * decimal separator and the date format, which stay at point and ISO when nothing proves otherwise. Without a unit column
 * the unit is the constant C62 (one).
 */
export function suggestMapping(headers: readonly string[], samples: readonly (readonly string[])[] = []): Mapping {
  const columns: Record<string, string> = Object.create(null);
  const used = new Set<string>();
  const languages: string[] = [];
  const assign = (header: string, target: string, language?: string) => {
    columns[header] = target;
    used.add(target);
    if (language !== undefined && (target === 'name' || target === 'description')) languages.push(language);
  };
  assignFamilies(headers, (header, target, language) => {
    if (!used.has(target)) assign(header, target, language);
  });
  let guesses = 0;
  const near = (text: string) => (guesses++ < GUESSES_MAX ? nearEntry(text) : undefined);
  for (const find of [(text: string) => exact.get(text), near]) {
    for (const header of headers) {
      if (columns[header] !== undefined) continue;
      const entry = find(normalised(header));
      if (entry !== undefined && !used.has(entry.target)) assign(header, entry.target, entry.language);
    }
  }
  settlePartNumbers(columns, used);
  settleNames(columns, used);
  return completed(columns, used, { headers, samples, language: languages[0] ?? 'en' });
}

/** Lower case, no accents, everything but letters, digits and Han characters a blank. */
function normalised(header: string): string {
  const plain = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/([a-z])([A-Z])/g, '$1 $2');
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Columns whose name carries a parameter: price@100, qty_1 with price_1, stock@MEM, name (zh). */
function assignFamilies(headers: readonly string[], assign: (header: string, target: string, language?: string) => void): void {
  const pairs = new Map<string, { quantity?: string; price?: string }>();
  for (const header of headers) {
    const at = /^\s*([^@:]+?)\s*[@:]\s*(.+?)\s*$/.exec(header);
    const word = exact.get(normalised(at?.[1] ?? ''))?.target;
    const language = languageOf(header);
    if (at !== null && word === 'price' && /^\d+(?:\.\d+)?$/.test(at[2]!)) assign(header, `price@${at[2]}`);
    else if (at !== null && word === 'stock') assign(header, `stock@${at[2]}`);
    else if (language !== undefined) assign(header, `${language.target}:${language.code}`);
    else collectPair(header, pairs);
  }
  for (const [number, pair] of pairs) {
    if (pair.price === undefined) continue;
    if (pair.quantity !== undefined) {
      assign(pair.quantity, `breakQuantity:${Number(number)}`);
      assign(pair.price, `breakPrice:${Number(number)}`);
    } else assign(pair.price, `price@${Number(number)}`);
  }
}

function collectPair(header: string, pairs: Map<string, { quantity?: string; price?: string }>): void {
  const match = /^(.*?)\s*(\d{1,6})$/.exec(normalised(header));
  // A number in parentheses at the end is how a repeated name is told apart.
  if (match === null || Number(match[2]) === 0 || /\(\d+\)\s*$/.test(header)) return;
  const kind = breakWords.quantity.split('|').includes(match[1]!)
    ? 'quantity'
    : breakWords.price.split('|').includes(match[1]!)
      ? 'price'
      : undefined;
  if (kind === undefined) return;
  const pair = pairs.get(match[2]!) ?? {};
  pair[kind] ??= header;
  pairs.set(match[2]!, pair);
}

/** `Name (zh)`, `description_de`, `Bezeichnung EN`, 中文名称. */
function languageOf(header: string): { target: 'name' | 'description'; code: string } | undefined {
  const words = normalised(header);
  const match =
    /^(.+) (\S+)$/.exec(words) ?? /^(中文|英文)(.+)$/.exec(words)?.map((part, i, all) => (i === 0 ? part : all[3 - i]!));
  if (match === undefined || match === null) return undefined;
  const code = LANGUAGES[match[2]!];
  const target = exact.get(match[1]!)?.target;
  return code !== undefined && (target === 'name' || target === 'description') ? { target, code } : undefined;
}

/** The entry whose words all stand in the header, the longest one; else the nearest within one or two typing errors. */
function nearEntry(header: string): Entry | undefined {
  if (header === '') return undefined;
  let best: Entry | undefined;
  for (const entry of entries) {
    const contained = (entry.words.includes(' ') || entry.words.length >= 6) && ` ${header} `.includes(` ${entry.words} `);
    const han = /\p{Script=Han}/u.test(entry.words) && entry.words.length >= 2 && header.includes(entry.words);
    if ((contained || han) && entry.words.length > (best?.words.length ?? 0)) best = entry;
  }
  if (best !== undefined) return best;
  const limit = header.length > 40 ? 0 : header.length >= 9 ? 2 : header.length >= 5 ? 1 : 0;
  return limit === 0 ? undefined : entries.find((entry) => editDistance(header, entry.words, limit) <= limit);
}

/** "Part number" alone is the supplier's own; beside an own number it is the manufacturer's. One number may have to be both. */
function settlePartNumbers(columns: Record<string, string>, used: Set<string>): void {
  const holder = (target: string) => Object.keys(columns).find((header) => columns[header] === target);
  const plain = holder('partNumber');
  if (plain !== undefined) {
    if (!used.has('supplierPart'))
      columns[plain] =
        used.has('manufacturerPart') || !used.has('manufacturer') ? 'supplierPart' : 'supplierPart+manufacturerPart';
    else if (!used.has('manufacturerPart')) columns[plain] = 'manufacturerPart';
    else delete columns[plain];
    used.add('supplierPart').add('manufacturerPart');
  }
  const manufacturers = holder('manufacturerPart');
  if (!used.has('supplierPart') && manufacturers !== undefined) columns[manufacturers] = 'supplierPart+manufacturerPart';
}

/** A file with one text has it as the name. */
function settleNames(columns: Record<string, string>, used: Set<string>): void {
  if ([...used].some((target) => target === 'name' || target.startsWith('name:'))) return;
  for (const header of Object.keys(columns)) {
    const target = columns[header]!;
    if (target === 'description' || target.startsWith('description:')) columns[header] = target.replace('description', 'name');
  }
}

function completed(
  columns: Record<string, string>,
  used: Set<string>,
  seen: { headers: readonly string[]; samples: readonly (readonly string[])[]; language: string },
): Mapping {
  const cells = (wanted: RegExp) =>
    seen.headers.flatMap((header, i) =>
      wanted.test(columns[header] ?? '') ? seen.samples.map((row) => (row[i] ?? '').trim()).filter((cell) => cell !== '') : [],
    );
  const numbers = cells(NUMERIC);
  const proves = (separator: '.' | ',') =>
    numbers.filter((cell) => cell.includes(separator) && typeof readNumber(cell, separator) === 'string').length;
  const mapping: Mapping = {
    columns: Object.fromEntries(Object.entries(columns)),
    decimalSeparator: proves(',') > proves('.') ? ',' : '.',
    language: seen.language,
  };
  const dateFormat = dateFormatOf(cells(/^valid(?:From|To)$/));
  if (dateFormat !== undefined) mapping.dateFormat = dateFormat;
  if (!used.has('orderUnit') && contentOf(mapping) === 'catalogue') mapping.constants = { orderUnit: 'C62' };
  const currency = /\b(USD|EUR|GBP|CNY|JPY|CHF|CAD|AUD|SGD|HKD|TWD)\b/.exec(
    seen.headers
      .filter((header) => columns[header]?.startsWith('price'))
      .join(' ')
      .toUpperCase(),
  );
  if (!used.has('currency') && currency !== null) mapping.currency = currency[1]!;
  return mapping;
}

/** The one format that reads every sample; several (01/02/2026) or none leave it open. */
function dateFormatOf(cells: readonly string[]): DateFormat | undefined {
  if (cells.length === 0) return undefined;
  const fitting = dateFormats.filter((format) => cells.every((cell) => readDate(cell, format) !== undefined));
  return fitting.length === 1 ? fitting[0] : undefined;
}
