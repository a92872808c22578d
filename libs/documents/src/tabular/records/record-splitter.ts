import { Unreadable } from '../row/problem.js';

/** Characters of one record, line breaks inside quotes included. A catalogue row of real life has less than 20,000. */
export const recordCharactersMax = 1_048_576;
/** Characters of one cell: BMEcat allows 64,000 in a long description. */
export const cellCharactersMax = 65_536;

/** One record of a delimited text. */
export interface RawRecord {
  /** Physical line where it starts, from 1. */
  line: number;
  /** Line breaks inside its quotes. */
  breaks: number;
  cells: string[];
  /** As it was written, without its line end. Shares memory with the piece it came in. */
  text: string;
  /** What is wrong with its quotes or sizes; the cells are then a best effort for telling the row's identity. */
  flaw?: 'QUOTE_MISPLACED' | 'QUOTE_NOT_CLOSED' | 'CELL_TOO_LONG';
  /** The text ended without a line break after it. */
  open?: boolean;
}

export interface RecordShape {
  delimiter: string;
  /** `\n` also takes `\r\n`; `\r` alone is for files of old Macintosh exporters. */
  newline: '\n' | '\r';
  /** Whether a quoted cell may hold line breaks (CSV: yes, CIF: no). */
  multiline: boolean;
}

/**
 * Splits delimited text into records as it arrives. Source: RFC 4180, read leniently: quotes count only at the start of
 * a cell, are doubled inside, and blanks around a quoted cell are dropped. Blank lines are skipped.
 * Hand-written because csv-parse 7 reads 94,000 rows of 20 columns a second, a tenth of what this does on the same
 * machine, and cannot recover from a flawed quote with the row's identity.
 */
export class RecordSplitter {
  readonly #shape: RecordShape;
  #rest = '';
  #line: number;

  /** `firstLine`: number of the first physical line that is written. */
  constructor(shape: RecordShape, firstLine = 1) {
    this.#shape = shape;
    this.#line = firstLine;
  }

  /** Takes the next piece of text and gives every record that is complete with it. Throws Unreadable for a record above the cap. */
  write(piece: string): RawRecord[] {
    const out: RawRecord[] = [];
    const text = this.#rest.length === 0 ? piece : this.#rest + piece;
    // Every record ends with a line break: without one there is nothing to look for, however long the line has become.
    const at = piece.includes(this.#shape.newline) ? this.#split(text, false, out) : 0;
    this.#rest = at === 0 ? text : text.slice(at);
    if (this.#rest.length > recordCharactersMax) throw this.#tooLong();
    return out;
  }

  /** The last record, when the text does not end with a line break. Throws Unreadable when it ends inside quotes. */
  end(): RawRecord[] {
    const out: RawRecord[] = [];
    const at = this.#split(this.#rest, true, out);
    const last = out.at(-1);
    if (last !== undefined && at >= this.#rest.length && !this.#rest.endsWith(this.#shape.newline)) last.open = true;
    this.#rest = '';
    return out;
  }

  #split(text: string, final: boolean, out: RawRecord[]): number {
    const { delimiter, newline } = this.#shape;
    let at = 0;
    let quote = text.indexOf('"');
    for (;;) {
      if (final && at >= text.length) return at;
      let stop = text.indexOf(newline, at);
      if (stop < 0) {
        if (!final) return at;
        stop = text.length;
      }
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote < 0 || quote > stop) {
        const end = newline === '\n' && stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
        if (end > at) {
          const written = text.slice(at, end);
          out.push(this.#record(written.split(delimiter), written, 0));
        }
        this.#line++;
        at = stop + 1;
        continue;
      }
      const next = this.#shape.multiline
        ? this.#quoted({ text, at, final }, out)
        : this.#quotedLine(text.slice(at, stop), stop + 1, out);
      if (next < 0) return at;
      at = next;
    }
  }

  /** One line on its own: a quote that does not close spoils this line and no other. */
  #quotedLine(line: string, next: number, out: RawRecord[]): number {
    const cells: string[] = [];
    const scan = new CellScan(line.endsWith('\r') ? line.slice(0, -1) : line, this.#shape, true);
    while (scan.more()) cells.push(scan.cell());
    const record = this.#record(cells, line, 0);
    if (scan.unclosed) record.flaw = 'QUOTE_NOT_CLOSED';
    else if (scan.misplaced) record.flaw ??= 'QUOTE_MISPLACED';
    out.push(record);
    this.#line++;
    return next;
  }

  /** A record with quotes, over as many lines as they span; -1 when the text ends before the record does. */
  #quoted({ text, at, final }: { text: string; at: number; final: boolean }, out: RawRecord[]): number {
    const cells: string[] = [];
    const scan = new CellScan(text, this.#shape, final, at);
    while (scan.more()) cells.push(scan.cell());
    if (scan.unclosed) {
      if (!final) return -1;
      throw new Unreadable('FILE_TRUNCATED', { missing: 'a quotation mark opens and never closes' }, { line: this.#line });
    }
    const breaks = countOf(text, this.#shape.newline, { from: at, to: scan.at - 1 });
    const record = this.#record(cells, text.slice(at, scan.at - 1), breaks);
    if (scan.misplaced) record.flaw ??= 'QUOTE_MISPLACED';
    out.push(record);
    this.#line += breaks + 1;
    return scan.at;
  }

  #record(cells: string[], text: string, breaks: number): RawRecord {
    if (text.length > recordCharactersMax) throw this.#tooLong();
    const record: RawRecord = { line: this.#line, breaks, cells, text };
    if (text.length > cellCharactersMax && cells.some((cell) => cell.length > cellCharactersMax)) record.flaw = 'CELL_TOO_LONG';
    return record;
  }

  #tooLong(): Unreadable {
    return new Unreadable('RECORD_TOO_LONG', { limit: String(recordCharactersMax) }, { line: this.#line });
  }
}

/** Walks the cells of one record that holds quotes. */
class CellScan {
  at: number;
  unclosed = false;
  misplaced = false;
  #done = false;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #newline: string;
  readonly #final: boolean;

  constructor(text: string, shape: RecordShape, final: boolean, at = 0) {
    this.#text = text;
    this.#delimiter = shape.delimiter;
    this.#newline = shape.newline;
    this.#final = final;
    this.at = at;
  }

  more(): boolean {
    return !this.#done;
  }

  cell(): string {
    let start = this.at;
    while (this.#text.charCodeAt(start) === 32) start++;
    return this.#text.charCodeAt(start) === 34 ? this.#quotedCell(start) : this.#plainCell(this.at, '');
  }

  /** Up to the next delimiter or line break, whatever it holds. */
  #plainCell(from: number, before: string): string {
    const delimiter = this.#text.indexOf(this.#delimiter, from);
    const newline = this.#text.indexOf(this.#newline, from);
    const stop = newline < 0 ? this.#text.length : newline;
    if (delimiter >= 0 && delimiter < stop) {
      this.at = delimiter + 1;
      return before + this.#text.slice(from, delimiter);
    }
    // Without a line break the record may go on in the next piece.
    if (newline < 0 && !this.#final) this.unclosed = true;
    this.#done = true;
    this.at = stop + 1;
    const end = this.#newline === '\n' && stop > from && this.#text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    return before + this.#text.slice(from, end);
  }

  #quotedCell(start: number): string {
    let doubled = false;
    let close = this.#text.indexOf('"', start + 1);
    while (close >= 0 && this.#text.charCodeAt(close + 1) === 34) {
      doubled = true;
      close = this.#text.indexOf('"', close + 2);
    }
    if (close < 0 || (close + 1 >= this.#text.length && !this.#final)) {
      this.unclosed = true;
      this.#done = true;
      this.at = this.#text.length;
      return this.#text.slice(start + 1);
    }
    const inner = this.#text.slice(start + 1, close);
    const value = doubled ? inner.replaceAll('""', '"') : inner;
    const after = this.#plainCell(close + 1, '');
    if (after.trim() === '') return value;
    this.misplaced = true;
    return value + after;
  }
}

function countOf(text: string, mark: string, { from, to }: { from: number; to: number }): number {
  let count = 0;
  for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + 1)) count++;
  return count;
}
