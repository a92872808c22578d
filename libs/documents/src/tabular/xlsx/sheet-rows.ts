import { XmlFeed, type XmlHandler } from '../../bmecat/xml-feed.js';
import { columnsMax } from '../csv/csv-shape.js';
import { Unreadable } from '../row/problem.js';
import { type CellStyle, cellText } from './cell-text.js';
import type { SharedStrings } from './shared-strings.js';
import type { Sheet, Workbook } from './workbook.js';
import { tooLarge } from './zip-archive.js';

/** A row of a sheet: its number as the sheet shows it, and its cells as texts from column A on. */
export interface SheetRow {
  number: number;
  cells: string[];
}

/** Excel's own bounds. A cell is seldom empty in the file, so the sum of all is what memory and time go by. */
export const sheetCaps = { rows: 1_048_576, cells: 100_000_000, cellCharacters: 32_767 } as const;

/** The rows of a sheet that have cells, in their order, in batches as the file is read. Throws Unreadable beyond the caps. */
export async function* sheetRows(
  { archive, dateStyles, from1904 }: Workbook,
  sheet: Sheet,
  by: { strings: SharedStrings; style: Omit<CellStyle, 'from1904'> },
): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(by.strings, { ...by.style, from1904 }, dateStyles);
  const feed = new XmlFeed(reader);
  for await (const piece of archive.text(sheet.file)) {
    feed.write(piece);
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
  feed.end();
  yield reader.take();
}

class RowReader implements XmlHandler {
  private rows: SheetRow[] = [];
  private row: SheetRow = { number: 0, cells: [] };
  private cell = { column: -1, type: '', style: 0 };
  private written = '';
  /** Inside of what a person sees: V, or T of an inline string, but not the reading aid of East Asian texts (RPH). */
  private reading = false;
  private aside = false;
  private total = 0;

  constructor(
    private readonly strings: SharedStrings,
    private readonly style: CellStyle,
    private readonly dateStyles: readonly boolean[],
  ) {}

  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'C') this.openCell(attributes);
    else if (name === 'V' || name === 'T') this.reading = !this.aside;
    else if (name === 'RPH') this.aside = true;
    else if (name === 'ROW') this.openRow(attributes['r']);
  }

  close(name: string): void {
    if (name === 'C') this.closeCell();
    else if (name === 'V' || name === 'T') this.reading = false;
    else if (name === 'RPH') this.aside = false;
    else if (name === 'ROW' && this.row.cells.length > 0) this.rows.push(this.row);
  }

  text(text: string): void {
    if (!this.reading) return;
    this.written += text;
    if (this.written.length > sheetCaps.cellCharacters) throw tooLarge('A cell', `${sheetCaps.cellCharacters} characters`);
  }

  private openRow(said: string | undefined): void {
    const number = said === undefined ? this.row.number + 1 : Number(said);
    if (!Number.isInteger(number) || number <= this.row.number)
      throw new Unreadable('WORKBOOK_UNREADABLE', { found: `row ${said} follows row ${this.row.number}` });
    if (number > sheetCaps.rows) throw tooLarge('The number of rows', String(sheetCaps.rows));
    this.row = { number, cells: [] };
    this.cell.column = -1;
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.cell.column + 1 : columnOf(r);
    if (column < 0) throw new Unreadable('WORKBOOK_UNREADABLE', { found: `a cell calls itself ${r}` });
    if (column >= columnsMax) throw new Unreadable('COLUMNS_TOO_MANY', { limit: String(columnsMax) }, { line: this.row.number });
    this.cell = { column, type: t ?? 'n', style: s === undefined ? 0 : Number(s) };
    this.written = '';
    this.total += 1;
    if (this.total > sheetCaps.cells) throw tooLarge('The number of cells', String(sheetCaps.cells));
  }

  private closeCell(): void {
    const { column, type, style } = this.cell;
    const text = type === 's' ? this.strings.at(Number(this.written)) : cellText(this.written, type, this.styleOf(style));
    if (text === '') return;
    const { cells } = this.row;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  private styleOf(style: number): CellStyle & { isDate: boolean } {
    return { ...this.style, isDate: this.dateStyles[style] === true };
  }
}

/** 0 for A1, 27 for AB7; -1 for what names no cell. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
