import type { Cell as WrittenCell } from 'write-excel-file/browser';

/** A cell of a sheet: a text, which stays one whatever it begins with, or a figure as decimal text. */
export interface SheetCell {
  text?: string;
  figure?: string;
  strong?: boolean;
  /** Marked as the best of its row. */
  best?: boolean;
}
export interface Sheet {
  /** On its tab; 31 characters at most. */
  name: string;
  rows: readonly (readonly SheetCell[])[];
  /** Characters by column; the last one holds for those that follow. */
  widths: readonly number[];
}

/** Significant digits that a spreadsheet keeps of a number; a figure with more stays a text, so that none is lost. */
const digitsMax = 15;

/** What is written for a cell. Nothing is ever written as a formula: a text that begins with = + - @ is one (CWE-1236). */
export function writtenCell({ text, figure, strong, best }: SheetCell): Exclude<WrittenCell, undefined> {
  const style = { ...(strong || best ? { fontWeight: 'bold' as const } : {}), ...(best ? { backgroundColor: '#d3f9d8' } : {}) };
  if (figure !== undefined && isKept(figure)) return { value: Number(figure), type: Number, ...style };
  const value = writable(figure ?? text ?? '');
  return value === '' ? null : { value, type: String, ...style };
}

/** Characters that a cell takes at most in the spreadsheets that people have. */
const charactersMax = 32_767;

/** A text without what XML 1.0 forbids (2.2, Char), by which a workbook would not open, cut to what a cell takes. */
const writable = (text: string): string =>
  text
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .slice(0, charactersMax)
    .replace(/[\uD800-\uDBFF]$/, '');

const isKept = (figure: string): boolean =>
  /^-?\d+(?:\.\d+)?$/.test(figure) && figure.replace(/^-?0*\.?0*|\D/g, '').length <= digitsMax;

/** Hands sheets to the reader as a workbook; the writer is fetched when the first one is saved. */
export async function saveWorkbook(fileName: string, sheets: readonly Sheet[]): Promise<void> {
  const { default: writeWorkbook } = await import('write-excel-file/browser');
  await writeWorkbook(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      data: rows.map((row) => row.map(writtenCell)),
      columns: Array.from({ length: Math.max(1, ...rows.map((row) => row.length)) }, (_, i) => ({
        width: widths[i] ?? widths.at(-1) ?? 14,
      })),
      stickyRowsCount: 1,
    })),
  ).toFile(fileName);
}
