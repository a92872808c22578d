import { recognise } from '../open-catalogue.js';
import { RecordSplitter } from '../records/record-splitter.js';
import { peekBytes } from '../text/bytes.js';
import { TextDecoding } from '../text/decode.js';
import { unguardCell } from './cell-guard.js';
import { columnNames, csvShape } from './csv-shape.js';
import type { OriginalRow } from './error-file.js';
import { rawCells } from './read-csv.js';

/**
 * The rows of a CSV file that was read before, as its supplier wrote them, for `writeErrorFile`: staging need not keep the
 * cells. Ends where reading ended; throws the Unreadable of a file that is none.
 */
export async function originalRows(
  bytes: AsyncIterable<Uint8Array>,
  charset?: string,
): Promise<{ columns: string[]; delimiter: string; rows: AsyncIterable<OriginalRow> }> {
  const peeked = await peekBytes(bytes, 65_536);
  const text = new TextDecoding(recognise(peeked.first, charset).choice).text(peeked.bytes);
  let head = '';
  let whole = false;
  while (head.length < 65_536 && !whole) {
    const next = await text.next();
    if (next.done === true) whole = true;
    else head += next.value;
  }
  const shape = csvShape(head, whole);
  const splitter = new RecordSplitter(shape, shape.skip > 0 ? 2 : 1);
  const start = splitter.write(head.slice(shape.skip));
  if (whole) start.push(...splitter.end());
  const columns = columnNames((start.shift()?.cells ?? []).map(unguardCell));
  const row = (record: { line: number; cells: string[] }): OriginalRow => ({
    line: record.line,
    raw: rawCells(columns, record.cells.map(unguardCell)),
  });
  async function* rows(): AsyncGenerator<OriginalRow> {
    for (const record of start) yield row(record);
    if (whole) return;
    for await (const piece of text) for (const record of splitter.write(piece)) yield row(record);
    for (const record of splitter.end()) yield row(record);
  }
  return { columns, delimiter: shape.delimiter, rows: rows() };
}
