import { isBad } from '../grammar/field.js';
import type { LoadedRow, Message } from '../grammar/message.js';
import { assign, type Model, parseModelPath, walk } from '../grammar/model-path.js';
import type { XmlElement } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';
import { decodeUbl, encodeUbl } from './codec.js';

// Helpers of the specs.

/** The root of a document that was written as text. */
export function rootOf(text: string): XmlElement {
  const { root } = readXml(new TextEncoder().encode(text));
  if (root === undefined) throw new Error('the text is no XML');
  return root;
}

/** What of the findings forbids to act or to send. */
export function errorsOf<T extends { severity: string }>(problems: readonly T[]): T[] {
  return problems.filter((problem) => problem.severity === 'error');
}

/** A document written and read again, with every error of both ways. */
export function thereAndBack<T>(table: Message<T>, document: NoInfer<T>) {
  const { text, problems } = encodeUbl(table, document);
  const { document: back, problems: found } = decodeUbl(table, rootOf(text));
  return { back, text, errors: [...errorsOf(problems), ...errorsOf(found)] };
}

/**
 * Puts a value into every place of the model that a row of the table names, one at a time, into a document that is whole without
 * it, writes it and reads it: the places whose value did not come back. Later rows to one place are for reading other profiles.
 */
export function lostPlaces<T extends object>(table: Message<T>, whole: NoInfer<T>, way: Way<T> = ublWay): string[] {
  const places = new Map<string, LoadedRow>();
  for (const row of table.rows)
    if (!places.has(placeOf(row)) && !row.field.says.endsWith('read only')) places.set(placeOf(row), row);
  const dated = { ...whole, issuedOn: DAY };
  return [...places].filter(([, row]) => !survives({ table, way }, dated, row)).map(([place]) => place);
}

/** A document written by a table and read again, as far as it could be. */
type Way<T> = (table: Message<T>, document: T) => Partial<T>;

const ublWay = <T>(table: Message<T>, document: T): Partial<T> =>
  decodeUbl(table, rootOf(encodeUbl<T>(table, document as never).text)).partial;

/** The day of every sample, so that a time and its day meet. */
const DAY = '2026-03-02';
const TIME = `${DAY}T10:00:00Z`;

function placeOf(row: LoadedRow): string {
  return row.field.merges === undefined ? row.to : `${row.to}.${row.field.merges.key}`;
}

function survives<T extends object>({ table, way }: { table: Message<T>; way: Way<T> }, whole: T, row: LoadedRow): boolean {
  const sample = sampleOf(row);
  if (sample === undefined) throw new Error(`no sample for ${row.to}: ${row.field.says}`);
  const document = structuredClone(whole) as unknown as Model;
  assign(document, { steps: row.steps, indices: [0, 0, 0], blanks: table.table.blanks }, structuredClone(sample));
  fillHoles(document, sample);
  const partial = way(table, document as unknown as T);
  const expected = row.field.merges === undefined ? sample : (sample as Model)[row.field.merges.key];
  const found: unknown[] = [];
  walk(partial, parseModelPath(placeOf(row)), (value) => found.push(value));
  return found.some((value) => JSON.stringify(value) === JSON.stringify(expected));
}

/** The second line of an address has a first before it. */
function fillHoles(value: unknown, sample: unknown): void {
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) value[index] ??= sample;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) fillHoles(inner, sample);
}

const SAMPLES: readonly unknown[] = [
  { unit: 'KGM' },
  true,
  'Sample 7',
  3,
  DAY,
  '12.50',
  '95',
  'KGM',
  'EUR',
  'DE',
  '0088',
  'S',
  'UNSPSC',
  'QUJD',
  'GB29NWBK60161331926819',
];

/** A value the field carries both ways: one of its own codes, or the first sample it does not change. */
function sampleOf({ field, to }: LoadedRow): unknown {
  if (to.endsWith('At')) return TIME;
  const codes = /^code (?!of )([^;]+)/.exec(field.says)?.[1]?.split(', ') ?? [];
  for (const code of codes) {
    const value = field.decode(code);
    if (value !== undefined && !isBad(value) && field.encode(value, {}) === code) return value;
  }
  return SAMPLES.find((sample) => {
    if ((field.merges !== undefined) !== (typeof sample === 'object')) return false;
    const text = tried(() => field.encode(sample, {}));
    return typeof text === 'string' && JSON.stringify(tried(() => field.decode(text))) === JSON.stringify(sample);
  });
}

/** A field may throw for a sample of another type; it never gets one from a table. */
function tried<V>(run: () => V): V | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
