import { guardCell } from './cell-guard.js';

/** One CSV line (RFC 4180, LF): guarded against formulas, quoted where needed. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\n`;
}

function csvCell(cell: string, delimiter: string): string {
  const text = guardCell(cell);
  const needsQuotes = text.includes('"') || text.includes(delimiter) || /[\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
