import type { CatalogueEvent, CatalogueHeader } from '../../canonical/catalogue.js';
import { cellCharactersMax, type RawRecord, RecordSplitter } from '../records/record-splitter.js';
import { Unreadable } from '../row/problem.js';
import { RowCheck } from '../row/row-check.js';
import { unguardCell } from './cell-guard.js';
import { type CsvPlan, csvPlan } from './csv-plan.js';
import { csvDraft } from './csv-row.js';
import { columnNames, columnsMax, csvShape, firstRecords } from './csv-shape.js';
import { KnownRecords, type RecordMemory } from './known-records.js';
import { type CsvContent, checkMapping, contentOf, type Mapping } from './mapping.js';
import { suggestMapping } from './suggest-mapping.js';

/** Characters that are looked at to find the delimiter and, without a mapping, what the columns mean. */
const HEAD_CHARACTERS = 65_536;

/** What `readCsv` needs besides the text. */
export interface CsvOptions {
  /** Without one the suggestion is taken, as if the supplier had accepted it. */
  mapping?: Mapping;
  /** Of prices that neither a column nor the mapping gives one. */
  currency?: string;
  /** What the rows are, whatever the mapping suggests. */
  content?: Exclude<CsvContent, 'catalogue'>;
  charset: () => string;
  memory?: RecordMemory;
}

/**
 * Reads a CSV catalogue as text pieces arrive, one batch of events for each. The first record names the columns. Rows
 * that a flawed quote may have swallowed and a file that ends inside a row make the end incomplete (Unreadable), so that
 * no full load withdraws what was lost.
 */
export async function* readCsv(text: AsyncIterable<string>, options: CsvOptions): AsyncGenerator<CatalogueEvent[]> {
  const pieces = text[Symbol.asyncIterator]();
  const { head, whole } = await readHead(pieces);
  const shape = csvShape(head, whole);
  const splitter = new RecordSplitter(shape, shape.skip > 0 ? 2 : 1);
  let body: CsvBody | undefined;
  const take = (records: RawRecord[]): CatalogueEvent[] => {
    const out: CatalogueEvent[] = [];
    for (const record of records) {
      if (body === undefined)
        body = new CsvBody(record, { options, shape, samples: firstRecords(head.slice(shape.skip), shape, whole) }, out);
      else body.row(record, out);
    }
    return out;
  };
  yield take(splitter.write(head.slice(shape.skip)));
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield take(splitter.write(next.value));
  const last = splitter.end();
  yield take(last);
  if (body === undefined) throw new Unreadable('FILE_EMPTY');
  body.end(last.at(-1));
}

async function readHead(pieces: AsyncIterator<string>): Promise<{ head: string; whole: boolean }> {
  let head = '';
  while (head.length < HEAD_CHARACTERS) {
    const next = await pieces.next();
    if (next.done === true) return { head, whole: true };
    head += next.value;
  }
  return { head, whole: false };
}

/** The rows below the column names. */
class CsvBody {
  readonly #columns: string[];
  readonly #plan: CsvPlan;
  readonly #check: RowCheck;
  readonly #known: KnownRecords | undefined;
  #swallowed: Unreadable | undefined;

  constructor(
    first: RawRecord,
    file: { options: CsvOptions; shape: { delimiter: string }; samples: string[][] },
    out: CatalogueEvent[],
  ) {
    if (first.cells.length > columnsMax)
      throw new Unreadable('COLUMNS_TOO_MANY', { limit: String(columnsMax) }, { line: first.line });
    this.#columns = columnNames(first.cells.map(unguardCell));
    const asked = file.options.mapping ?? suggestMapping(this.#columns, file.samples.slice(1));
    const { currency } = file.options;
    const mapping = asked.currency === undefined && currency !== undefined ? { ...asked, currency } : asked;
    const content = file.options.content ?? contentOf(mapping);
    out.push({
      kind: 'header',
      header: csvHeader(mapping, content, {
        columns: this.#columns,
        delimiter: file.shape.delimiter,
        charset: file.options.charset(),
      }),
    });
    const problems = checkMapping(mapping, this.#columns);
    for (const problem of problems) {
      if (problem.fatal !== true) out.push({ kind: 'problem', problem });
    }
    const ending = problems.find((problem) => problem.fatal === true);
    if (ending !== undefined) throw new Unreadable(ending.code, ending.values ?? {}, { line: first.line });
    this.#plan = csvPlan(mapping, this.#columns, content);
    this.#check = new RowCheck(this.#plan.habits);
    const { memory } = file.options;
    this.#known = memory && new KnownRecords(memory, [this.#columns, mapping, content, file.shape.delimiter]);
  }

  row(record: RawRecord, out: CatalogueEvent[]): void {
    const { cells } = record;
    if (isBlank(cells)) return;
    for (let i = 0; i < cells.length; i++) if (cells[i]!.charCodeAt(0) === 39) cells[i] = unguardCell(cells[i]!);
    const digest = record.flaw === undefined ? this.#known?.digest(record) : undefined;
    const same = digest && this.#known?.same(record, digest, { plan: this.#plan, check: this.#check });
    if (same) {
      out.push({ kind: 'same', same });
      return;
    }
    this.#check.start(record.line);
    if (record.flaw !== undefined || cells.length !== this.#columns.length || record.breaks > 0) this.#shape(record);
    const draft = csvDraft(this.#plan, cells, this.#check);
    draft.line = record.line;
    this.#check.finish(draft, out, () => this.#raw(cells));
    if (digest) this.#mark(digest, out.at(-1));
  }

  #mark(digest: string, event: CatalogueEvent | undefined): void {
    const { habitsShown, problems } = this.#check.findings;
    const mark = this.#known?.mark(digest, habitsShown);
    if (mark && event?.kind === 'row' && event.row.action === 'put' && problems.length === 0) event.row.mark = mark;
  }

  /** The last record: a short one without a line break behind it is where the file was cut. */
  end(last: RawRecord | undefined): void {
    if (this.#swallowed !== undefined) throw this.#swallowed;
    if (last?.open === true && last.cells.length < this.#columns.length && !isBlank(last.cells)) {
      const missing = `the last row has ${last.cells.length} of ${this.#columns.length} cells and no line end`;
      throw new Unreadable('FILE_TRUNCATED', { missing }, { line: last.line });
    }
  }

  #shape(record: RawRecord): void {
    const { findings } = this.#check;
    const found = String(record.cells.length);
    const expected = String(this.#columns.length);
    if (record.flaw === 'CELL_TOO_LONG') {
      const at = record.cells.findIndex((cell) => cell.length > cellCharactersMax);
      findings.add('CELL_TOO_LONG', undefined, { values: { limit: String(cellCharactersMax) }, column: this.#columns[at] ?? '' });
    } else if (record.flaw !== undefined) {
      findings.add(record.flaw, undefined);
      if (record.breaks > 0)
        this.#swallowed ??= new Unreadable('QUOTE_SWALLOWED_ROWS', { lines: String(record.breaks) }, { line: record.line });
    }
    if (
      record.cells.length > this.#columns.length &&
      record.cells.slice(this.#columns.length).some((cell) => cell.trim() !== '')
    ) {
      findings.add('ROW_TOO_LONG', undefined, { values: { found, expected } });
    } else if (record.cells.length < this.#columns.length)
      findings.add('ROW_TOO_SHORT', undefined, { values: { found, expected } });
  }

  #raw(cells: readonly string[]): Record<string, string> {
    return rawCells(this.#columns, cells);
  }
}

/** Cells beyond the last column that are kept of a row that is too long. */
const EXTRA_CELLS_MAX = 20;

/** Cells by column name; the first cells beyond the last column by their number. */
export function rawCells(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const raw: Record<string, string> = {};
  for (let i = 0; i < Math.max(Math.min(cells.length, columns.length + EXTRA_CELLS_MAX), columns.length); i++)
    raw[columns[i] ?? `column ${i + 1}`] = cells[i] ?? '';
  return raw;
}

function csvHeader(
  mapping: Mapping,
  content: CsvContent,
  file: { columns: readonly string[]; delimiter: string; charset: string },
): CatalogueHeader {
  const hasAction = Object.values(mapping.columns).some((target) => /(?:^|\+)\s*(?:action|delete)\s*(?:\+|$)/.test(target));
  // What an update does not name stays, whatever its sender thinks of the file.
  const mode = content === 'catalogue' ? (mapping.mode ?? (hasAction ? 'delta' : undefined)) : 'delta';
  return {
    format: 'csv',
    supplierIds: [],
    charset: file.charset,
    columns: file.columns,
    delimiter: file.delimiter,
    ...(mode === undefined ? {} : { mode }),
    ...(mapping.currency === undefined ? {} : { currency: mapping.currency }),
    ...(mapping.language === undefined ? {} : { language: mapping.language }),
  };
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
