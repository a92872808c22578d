import { guardCell } from '../csv/cell-guard.js';
import { Unreadable } from '../row/problem.js';
import type { CellStyle } from './cell-text.js';
import { sharedStringsOf } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import { openWorkbook, type Sheet, type Workbook } from './workbook.js';
import type { ByteSource } from './zip-archive.js';

/** Which sheet, and how its numbers and days are written; by default the first that a person sees, with points and ISO days. */
export interface SheetChoice extends Partial<Omit<CellStyle, 'from1904'>> {
  sheet?: string;
}

/** Whether a file is an archive, as a workbook is, by its first bytes. */
export function isArchive(first: Uint8Array): boolean {
  return first[0] === 0x50 && first[1] === 0x4b && first[2] === 3 && first[3] === 4;
}

/** Names of the sheets of a workbook that a person sees, in their order. Throws Unreadable for what is no workbook. */
export async function sheetNames(source: ByteSource): Promise<string[]> {
  const { sheets } = await openWorkbook(source);
  return seen(sheets).map(({ name }) => name);
}

/**
 * A sheet as CSV in UTF-8, streamed, so that whatever reads, peeks at or reports on CSV does so for workbooks. A line of it is a row of the sheet under
 * the same number: rows without a cell are empty lines, and line breaks within cells become blanks. Memory: the shared texts, at most 96 MB.
 * Throws Unreadable while it is read, for a sheet that is not there, and beyond the caps of archive, workbook and sheet.
 */
export async function* sheetText(source: ByteSource, choice: SheetChoice = {}): AsyncGenerator<Uint8Array> {
  const workbook = await openWorkbook(source);
  const sheet = chosen(workbook, choice.sheet);
  const strings = await sharedStringsOf(workbook);
  const style = { decimalSeparator: choice.decimalSeparator ?? '.', dateFormat: choice.dateFormat ?? 'YYYY-MM-DD' } as const;
  let line = 0;
  let width = 0;
  for await (const rows of sheetRows(workbook, sheet, { strings, style })) {
    let text = '';
    for (const { number, cells } of rows) {
      // The first row names the columns; the file leaves out what is empty at the end of the others.
      width ||= cells.length;
      while (cells.length < width) cells.push('');
      text += '\n'.repeat(number - line - 1) + lineOf(cells);
      line = number;
    }
    if (text !== '') yield Buffer.from(text);
  }
}

/** Each cell in quotes: no text of one can then look like a delimiter of the file. */
function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guardCell(cell.replace(/[\r\n]+/g, ' ')).replaceAll('"', '""')}"`).join(',')}\n`;
}

function seen(sheets: readonly Sheet[]): readonly Sheet[] {
  const shown = sheets.filter((sheet) => sheet.shown);
  return shown.length > 0 ? shown : sheets;
}

function chosen({ sheets }: Workbook, name: string | undefined): Sheet {
  const sheet = name === undefined ? seen(sheets)[0] : sheets.find((one) => one.name === name);
  if (sheet) return sheet;
  throw new Unreadable('SHEET_UNKNOWN', { sheet: name ?? '', sheets: sheets.map((one) => one.name).join(', ') });
}
