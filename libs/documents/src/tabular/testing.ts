import type {
  CatalogueEnd,
  CatalogueEvent,
  CatalogueGroup,
  CatalogueHeader,
  CatalogueRow,
  GroupMapEntry,
  RefusedRow,
  RowProblem,
} from '../canonical/catalogue.js';
import { type CatalogueOptions, openCatalogue } from './open-catalogue.js';

/** A whole reading in one piece, for specs: production code streams. */
export interface WholeReading {
  format: string | undefined;
  header: CatalogueHeader | undefined;
  rows: CatalogueRow[];
  refused: RefusedRow[];
  problems: RowProblem[];
  groups: CatalogueGroup[];
  map: GroupMapEntry[];
  end: CatalogueEnd;
  kinds: CatalogueEvent['kind'][];
}

/** Reads text (as UTF-8) or bytes to the end. */
export async function readAll(
  source: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: CatalogueOptions = {},
): Promise<WholeReading> {
  const bytes = typeof source === 'string' || source instanceof Uint8Array ? bytesOf(source) : source;
  const { format, events } = await openCatalogue(bytes, options);
  const all: CatalogueEvent[] = [];
  for await (const event of events) all.push(event);
  const last = all.at(-1);
  if (last?.kind !== 'end') throw new Error('the last event is not the end');
  return {
    format,
    header: all.flatMap((event) => (event.kind === 'header' ? [event.header] : []))[0],
    rows: all.flatMap((event) => (event.kind === 'row' ? [event.row] : [])),
    refused: all.flatMap((event) => (event.kind === 'refused' ? [event.refused] : [])),
    problems: all.flatMap((event) => (event.kind === 'problem' ? [event.problem] : [])),
    groups: all.flatMap((event) => (event.kind === 'group' ? [event.group] : [])),
    map: all.flatMap((event) => (event.kind === 'groupMap' ? [event.map] : [])),
    end: last.end,
    kinds: all.map((event) => event.kind),
  };
}

/** Text or bytes as a stream of chunks of this size. */
export async function* bytesOf(source: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Findings in short: code, line, column. */
export function codesOf(problems: readonly RowProblem[]): string[] {
  return problems.map((problem) => `${problem.code} ${problem.line} ${problem.column ?? ''}`);
}

/** All text of a writer. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
