import type { CatalogueEvent } from '../../canonical/catalogue.js';
import { rawCells } from '../csv/read-csv.js';
import { cellCharactersMax, type RawRecord, RecordSplitter } from '../records/record-splitter.js';
import { rowProblem, Unreadable } from '../row/problem.js';
import { RowCheck } from '../row/row-check.js';
import type { DraftField } from '../row/row-draft.js';
import type { CifTarget } from './cif-fields.data.js';
import { type CifHeader, cifHeader } from './cif-header.js';
import { type CifPlan, cifDraft, cifPlan } from './cif-row.js';

/** Characters before DATA; a header has about 1,000. */
const HEADER_MAX = 131_072;

/**
 * Reads a CIF 3.0 catalogue. LOADMODE F is a full load, I a delta in which a true Delete field withdraws the item. Lines
 * are physical: a quote never spans two. No ENDOFDATA, or fewer items than ITEMCOUNT says, is a file cut in the middle
 * (Unreadable); more items than it says only warns. Rows may end early, as the format allows.
 */
export async function* readCif(
  text: AsyncIterable<string>,
  options: { charset: () => string },
): AsyncGenerator<CatalogueEvent[]> {
  const pieces = text[Symbol.asyncIterator]();
  const start = await readHeaderText(pieces);
  const file = cifHeader(start.lines, options.charset());
  const out: CatalogueEvent[] = [{ kind: 'header', header: file.header }];
  for (const problem of file.problems) out.push({ kind: 'problem', problem });
  const body = new CifBody(file);
  const splitter = new RecordSplitter(
    { delimiter: file.delimiter, newline: start.newline, multiline: false },
    start.lines.length + 2,
  );
  yield body.take(splitter.write(start.rest), out);
  while (!body.ended) {
    const next = await pieces.next();
    if (next.done === true) break;
    yield body.take(splitter.write(next.value), []);
  }
  if (!body.ended) yield body.take(splitter.end(), []);
  body.close();
}

/** Lines before DATA, and the text after that line. */
async function readHeaderText(pieces: AsyncIterator<string>): Promise<{ lines: string[]; rest: string; newline: '\n' | '\r' }> {
  let text = '';
  for (;;) {
    const next = await pieces.next();
    if (next.done !== true) text += next.value;
    const newline = text.includes('\n') ? '\n' : '\r';
    const found = /(?:^|[\r\n])[ \t"]*DATA[ \t",]*(?:\r\n|\n|\r(?=[^\n]))/i.exec(text);
    if (found !== null) {
      const lines = text
        .slice(0, found.index)
        .split(newline)
        .map((line) => line.replace(/\r$/, ''));
      return { lines, rest: text.slice(found.index + found[0].length), newline };
    }
    if (next.done === true || text.length > HEADER_MAX) throw new Unreadable('DATA_MISSING');
  }
}

/** The items between DATA and ENDOFDATA. */
class CifBody {
  ended = false;
  readonly #file: CifHeader;
  readonly #plan: CifPlan;
  readonly #check: RowCheck;
  #items = 0;
  #line = 0;

  constructor(file: CifHeader) {
    this.#file = file;
    this.#plan = cifPlan(file);
    if (!this.#plan.at.has('supplierPart')) throw new Unreadable('FIELD_MISSING', { field: 'Supplier Part ID' });
    this.#check = new RowCheck({
      decimalSeparator: '.',
      forgivesComma: false,
      dateFormat: 'YYYY-MM-DD',
      columns: columnsOf(this.#plan),
      language: 'en',
      ownUnits: file.ownUnits,
      ...(file.header.currency === undefined ? {} : { currency: file.header.currency }),
    });
  }

  take(records: RawRecord[], out: CatalogueEvent[]): CatalogueEvent[] {
    for (const record of records) {
      if (this.ended) {
        out.push({ kind: 'problem', problem: rowProblem('TEXT_AFTER_END', { line: record.line }) });
        break;
      }
      this.#line = record.line;
      if (record.cells.every((cell) => cell.trim() === '')) continue;
      if (record.cells[0]!.trim().toUpperCase() === 'ENDOFDATA' && record.cells.slice(1).every((cell) => cell.trim() === ''))
        this.ended = true;
      else this.#item(record, out);
    }
    const declared = this.#file.header.itemCount;
    if (this.ended && declared !== undefined && this.#items > declared) {
      out.push({
        kind: 'problem',
        problem: rowProblem('ITEM_COUNT_EXCEEDED', { line: 0, column: 'ITEMCOUNT' }, this.#counts(declared)),
      });
    }
    return out;
  }

  close(): void {
    if (!this.ended) throw new Unreadable('FILE_TRUNCATED', { missing: 'there is no ENDOFDATA' }, { line: this.#line });
    const declared = this.#file.header.itemCount;
    if (declared !== undefined && this.#items < declared) throw new Unreadable('ITEM_COUNT_DIFFERS', this.#counts(declared));
  }

  #item(record: RawRecord, out: CatalogueEvent[]): void {
    this.#items++;
    this.#check.start(record.line);
    const { findings } = this.#check;
    const { fields } = this.#file;
    if (record.flaw === 'CELL_TOO_LONG') findings.add(record.flaw, undefined, { values: { limit: String(cellCharactersMax) } });
    else if (record.flaw !== undefined) findings.add(record.flaw, undefined);
    else if (record.cells.length > fields.length && record.cells.slice(fields.length).some((cell) => cell.trim() !== '')) {
      findings.add('ROW_TOO_LONG', undefined, {
        values: { found: String(record.cells.length), expected: String(fields.length) },
      });
    }
    const draft = cifDraft(this.#plan, record.cells);
    draft.line = record.line;
    this.#check.finish(draft, out, () => rawCells(fields, record.cells));
  }

  #counts(declared: number): Record<string, string> {
    return { declared: String(declared), found: String(this.#items) };
  }
}

const FIELD_OF: Readonly<Partial<Record<CifTarget, DraftField>>> = {
  supplierPart: 'supplierPart',
  manufacturerPart: 'manufacturerPart',
  manufacturer: 'manufacturer',
  gtin: 'gtin',
  description: 'description',
  name: 'name',
  unit: 'orderUnit',
  price: 'price',
  currency: 'currency',
  leadDays: 'leadDays',
  validFrom: 'validFrom',
  validTo: 'validTo',
  minimum: 'minimum',
  multiple: 'multiple',
  basis: 'basis',
  priceUnit: 'priceUnit',
  priceUnitsPerOrderUnit: 'priceUnitsPerOrderUnit',
  countryOfOrigin: 'countryOfOrigin',
  code: 'classification',
  delete: 'action',
};

function columnsOf(plan: CifPlan): Partial<Record<DraftField, string>> {
  const columns: Partial<Record<DraftField, string>> = {};
  for (const [target, index] of plan.at) {
    const field = FIELD_OF[target];
    if (field !== undefined) columns[field] = plan.file.fields[index]!;
  }
  columns.name ??= columns.description ?? 'Item Description';
  return columns;
}
