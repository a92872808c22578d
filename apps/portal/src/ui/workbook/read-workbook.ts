import { Archive, Refused, type WorkbookRefusal } from './unzip';

export type { WorkbookRefusal } from './unzip';

/** A row as the sheet numbers it, its cells as texts from column A on. */
export interface ReadRow {
  number: number;
  cells: string[];
}

/** Bytes of a file, rows and columns at most: a lot has 500 lines. */
const fileBytesMax = 5_000_000;
const rowsMax = 10_000;
const columnsMax = 100;

/** Whether a file is an archive, as a workbook is, by its first bytes. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The rows of the first sheet that a person sees, read in this browser alone: no byte of the file leaves it, so sealed prices may stand in it. A formula
 * comes with its last result, never run; a number has at most 15 digits, as the sheet shows it. Source: ECMA-376 part 1, 18.3 and 18.4.
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<{ rows: ReadRow[] } | { refused: WorkbookRefusal }> {
  if (bytes.length > fileBytesMax) return { refused: 'tooLarge' };
  try {
    const archive = new Archive(bytes);
    const sheet = await archive.text(await firstSheet(archive));
    if (sheet === undefined) return { refused: 'noWorkbook' };
    return { rows: rowsOf(sheet, sharedTexts((await archive.text('xl/sharedStrings.xml')) ?? '')) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.why };
    throw error;
  }
}

async function firstSheet(archive: Archive): Promise<string> {
  const book = await archive.text('xl/workbook.xml');
  const relations = await archive.text('xl/_rels/workbook.xml.rels');
  if (book === undefined || relations === undefined) throw new Refused('noWorkbook');
  let relation: string | undefined;
  for (const { name, attributes, closes } of tagsOf(book))
    if (name === 'sheet' && !closes && (attributes.get('state') ?? 'visible') === 'visible') relation ??= attributes.get('id');
  for (const { name, attributes } of tagsOf(relations))
    if (name === 'Relationship' && relation !== undefined && attributes.get('Id') === relation) {
      const target = attributes.get('Target') ?? '';
      return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    }
  throw new Refused('noWorkbook');
}

/** The texts that cells share: the runs of one text joined, the reading aids of East Asian texts (rPh) left out. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let aside = false;
  for (const { name, closes, before } of tagsOf(xml)) {
    if (name === 'rPh') aside = !closes;
    else if (name === 'si' && !closes) texts.push('');
    else if (name === 't' && closes && !aside) texts[texts.length - 1] += before;
  }
  return texts;
}

function rowsOf(xml: string, shared: readonly string[]): ReadRow[] {
  const rows: ReadRow[] = [];
  let cell = { column: -1, type: 'n', text: '' };
  let aside = false;
  for (const { name, attributes, closes, empty, before } of tagsOf(xml)) {
    const row = rows.at(-1);
    if (name === 'row' && !closes) {
      if (rows.length >= rowsMax) throw new Refused('tooLarge');
      rows.push({ number: Number(attributes.get('r') ?? (row?.number ?? 0) + 1), cells: [] });
      cell = { column: -1, type: 'n', text: '' };
    } else if (name === 'c' && !closes) {
      cell = { column: columnOf(attributes.get('r'), cell.column), type: attributes.get('t') ?? 'n', text: '' };
      if (cell.column >= columnsMax) throw new Refused('tooLarge');
    } else if (name === 'rPh') aside = !closes;
    else if ((name === 'v' || name === 't') && closes && !aside) cell.text += before;
    if (name === 'c' && row && (closes || empty)) {
      const text = cell.type === 's' ? (shared[Number(cell.text)] ?? '') : cell.type === 'n' ? numberText(cell.text) : cell.text;
      if (text.trim() !== '') {
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = text.trim();
      }
    }
  }
  return rows.filter(({ cells }) => cells.length > 0);
}

/** The file keeps binary numbers with 17 digits, where 4.2 is 4.2000000000000002; the sheet counts 15. Never with an exponent. */
function numberText(value: string): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  if (/^-?\d{1,15}$/.test(value)) return value;
  const short = String(Number(number.toPrecision(15)));
  return short.includes('e') ? value : short;
}

/** 0 for A1, 27 for AB7; without a reference the one after the last. */
function columnOf(reference: string | undefined, last: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return last + 1;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A for 0, AB for 27: as a sheet names its columns. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

interface Tag {
  /** Without its prefix. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  closes: boolean;
  empty: boolean;
  /** The text since the tag before. */
  before: string;
}

/** The tags of a text in order. Workbooks declare no document type; one that does is none. */
function* tagsOf(xml: string): Generator<Tag> {
  if (xml.includes('<!')) throw new Refused('noWorkbook');
  const tag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
  let from = 0;
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    const [whole, slash, name = '', said = '', end] = found;
    const attributes = new Map(
      [...said.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', a, b]) => [key, unescaped(a ?? b ?? '')]),
    );
    yield { name, attributes, closes: slash === '/', empty: end === '/', before: unescaped(xml.slice(from, found.index)) };
    from = found.index + whole.length;
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|\w+);/gi, (entity) => signOf(entity.slice(1, -1)) ?? entity)
    : text;

function signOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return named[entity];
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
