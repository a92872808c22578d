import { type RecordShape, RecordSplitter } from '../records/record-splitter.js';
import { Unreadable } from '../row/problem.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Records that are looked at. */
const SAMPLE_RECORDS = 25;

/** How the start of a CSV text is laid out. */
export interface CsvShape extends RecordShape {
  /** Characters before the header row: an Excel `sep=;` line. */
  skip: number;
}

/**
 * Finds delimiter and line ends from the first records: the delimiter that gives most rows as many cells as the header
 * has, more cells winning. A comma in prices does not win over the semicolon, as the header holds none.
 */
export function csvShape(head: string, whole: boolean): CsvShape {
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const directive = /^sep=(.)\r?(?:\n|$)/i.exec(head);
  if (directive !== null) return { delimiter: directive[1]!, newline, multiline: true, skip: directive[0].length };
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(head, { delimiter, newline, multiline: true }, whole);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, newline, multiline: true, skip: 0 };
}

function scoreOf(head: string, shape: RecordShape, whole: boolean): number {
  const records = firstRecords(head, shape, whole);
  const width = records[0]?.length ?? 0;
  if (width < 2) return 0;
  const fitting = records.filter((cells) => cells.length === width).length / records.length;
  return fitting * fitting * Math.log2(width + 1);
}

/** The first records of a text; a record cut by the end of the sample is left out unless the sample is the whole file. */
export function firstRecords(head: string, shape: RecordShape, whole: boolean): string[][] {
  try {
    const splitter = new RecordSplitter(shape);
    const records = splitter.write(head);
    if (whole || records.length === 0) records.push(...splitter.end());
    return records.slice(0, SAMPLE_RECORDS).map((record) => record.cells);
  } catch (error) {
    // An open quote under this delimiter; another one may fit.
    if (error instanceof Unreadable) return [];
    throw error;
  }
}

/** Columns of one file, and characters of a column's name. */
export const columnsMax = 2_000;
const NAME_MAX = 200;

/** Column names as they are shown and mapped: trimmed, empty ones numbered, the second of a name marked (2). */
export function columnNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const written = cell.slice(0, NAME_MAX).replace(/\s+/g, ' ').trim();
    // The one name that a plain object cannot have as a key.
    const plain = written === '' || written === '__proto__' ? `column ${i + 1}` : written;
    let name = plain;
    for (let times = 2; taken.has(name); times++) name = `${plain} (${times})`;
    taken.add(name);
    return name;
  });
}
