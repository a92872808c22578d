import { isAscii } from 'node:buffer';
import type { CatalogueFormat, RowProblem } from '../../canonical/catalogue.js';
import { recognise } from '../open-catalogue.js';
import { Unreadable } from '../row/problem.js';
import { guessCharset } from '../text/charset.js';
import { unguardCell } from './cell-guard.js';
import { columnNames, columnsMax, csvShape, firstRecords } from './csv-shape.js';
import type { Mapping } from './mapping.js';
import { suggestMapping } from './suggest-mapping.js';

/** Rows shown beside the mapping. */
const SAMPLE_ROWS = 10;

/** The start of a file for the mapping step of the wizard. */
export interface PeekedHeaders {
  format?: CatalogueFormat;
  charset?: string;
  /** CSV only. */
  delimiter?: string;
  headers: string[];
  /** The first rows, cells in the order of the headers. */
  samples: string[][];
  /** CSV only: to be edited and remembered. */
  mapping?: Mapping;
  /** Why the file cannot be read; the upload would end with the same. */
  problem?: RowProblem;
}

/**
 * Format, columns, first rows and a suggested mapping from the first bytes of a file: 64 KiB are enough, fewer only when
 * the file is shorter (`whole`). CIF and BMEcat need no mapping, so they have no headers here. Never throws.
 */
export function peekHeaders(first: Uint8Array, options: { charset?: string; whole?: boolean } = {}): PeekedHeaders {
  try {
    const { format, choice } = recognise(first, options.charset);
    const whole = options.whole ?? first.length < 65_536;
    const charset = choice.charset ?? (isAscii(first) ? 'utf-8' : guessCharset(first, 0, whole));
    if (format !== 'csv') return { format, charset, headers: [], samples: [] };
    const text = decoded(first, charset, whole);
    const shape = csvShape(text, whole);
    const [head = [], ...rows] = firstRecords(text.slice(shape.skip), shape, whole);
    const headers = columnNames(head.slice(0, columnsMax).map(unguardCell));
    const samples = rows.slice(0, SAMPLE_ROWS).map((cells) => cells.map(unguardCell));
    return { format, charset, delimiter: shape.delimiter, headers, samples, mapping: suggestMapping(headers, samples) };
  } catch (error) {
    if (error instanceof Unreadable) return { headers: [], samples: [], problem: error.problem };
    throw error;
  }
}

function decoded(first: Uint8Array, charset: string, whole: boolean): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(first, { stream: !whole });
  } catch {
    throw new Unreadable('CHARSET_WRONG', { charset, offset: '0' });
  }
}
