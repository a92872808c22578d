import { readBmecat } from '../bmecat/read-bmecat.js';
import type { CatalogueFormat } from '../canonical/catalogue.js';
import { readPricat } from '../edifact/catalogue/read-pricat.js';
import { charsetOf } from '../edifact/syntax/charset.js';
import { readCif } from './cif/read-cif.js';
import type { RecordMemory } from './csv/known-records.js';
import type { CsvContent, Mapping } from './csv/mapping.js';
import { readCsv } from './csv/read-csv.js';
import { type CatalogueReading, reading, refusedReading } from './reading.js';
import { Unreadable } from './row/problem.js';
import { peekBytes } from './text/bytes.js';
import { type CharsetChoice, chooseCharset } from './text/charset.js';
import { TextDecoding } from './text/decode.js';
import { foreignFile } from './text/magic.js';

/** Bytes that are looked at to tell format and encoding. */
const PEEK_BYTES = 65_536;

/** What the sender may add to the bytes. */
export interface CatalogueOptions {
  /** Only for a better sentence; the content decides the format. */
  fileName?: string;
  /** CSV: the supplier's remembered mapping; without one the suggestion for its headers is taken. */
  mapping?: Mapping;
  /** CSV: currency of prices that neither a column nor the mapping gives one; the catalogue's own. */
  currency?: string;
  /** Encoding, when the file does not carry one and is not UTF-8: windows-1252, gb18030, ... Overrules a declaration, not a byte order mark. */
  charset?: string;
  /** CSV: its rows are an update of prices or stock, whatever else they say. Absent: told by the mapping. */
  content?: Exclude<CsvContent, 'catalogue'>;
  /** CSV: records that were accepted before; they come as `same`, hardly read. Without one every record is read. */
  memory?: RecordMemory;
}

/**
 * Opens a supplier's catalogue: CSV, CIF 3.0, BMEcat 1.01, 1.2, 2005 or an EDIFACT PRICAT, told by content. Streams: at most a few hundred
 * kilobytes are held, and the source is read only as fast as events are taken. Bad input never throws, neither here nor
 * while reading; it ends in a problem with `fatal` and an `end` that is not complete. Throws what the source throws.
 */
export async function openCatalogue(bytes: AsyncIterable<Uint8Array>, options: CatalogueOptions = {}): Promise<CatalogueReading> {
  try {
    const peeked = await peekBytes(bytes, PEEK_BYTES);
    const { format, choice } = recognise(peeked.first, options.charset);
    const decoding = new TextDecoding(choice);
    const text = decoding.text(peeked.bytes);
    const notices = () => decoding.takeNotices();
    const charset = () => decoding.charset;
    if (format === 'bmecat') return reading(format, readBmecat(text, { charset }), notices);
    if (format === 'edifact') return reading(format, readPricat(text, { charset }), notices);
    if (format === 'cif') return reading(format, readCif(text, { charset }), notices);
    return reading(format, readCsv(text, { charset, ...csvChoices(options) }), notices);
  } catch (error) {
    if (error instanceof Unreadable) return refusedReading(error);
    throw error;
  }
}

/** Format and encoding by the first 64 KiB of a file, or the whole. Throws Unreadable for what is no catalogue. */
export function recognise(bytes: Uint8Array, charset?: string): { format: CatalogueFormat; choice: CharsetChoice } {
  const first = bytes.subarray(0, PEEK_BYTES);
  if (first.length === 0) throw new Unreadable('FILE_EMPTY');
  const found = foreignFile(first);
  if (found !== undefined) throw new Unreadable('FILE_NOT_A_CATALOGUE', { found });
  const declared = declaredCharset(first);
  const choice = chooseCharset(first, {
    ...(charset === undefined ? {} : { caller: charset }),
    ...(declared === undefined ? {} : { declared }),
  });
  const start = new TextDecoder(choice.charset ?? 'windows-1252').decode(first).replace(/^\ufeff|^\u00ef\u00bb\u00bf/, '');
  if (!choice.charset?.startsWith('utf-16')) refuseBinary(first);
  if (start.trim() === '') throw new Unreadable('FILE_EMPTY');
  if (/^CIF_I_V/i.test(start.trimStart())) return { format: 'cif', choice };
  if (/^UN[AB][^A-Za-z0-9]/.test(start.trimStart()) && /UNH[^A-Za-z0-9]/.test(start)) return { format: 'edifact', choice };
  if (!start.trimStart().startsWith('<')) return { format: 'csv', choice };
  const root = rootElement(start);
  if (root !== undefined && root.toUpperCase() !== 'BMECAT')
    throw new Unreadable('FORMAT_UNKNOWN', { found: `a document <${root}>` });
  return { format: 'bmecat', choice };
}

/** Encoding by the XML declaration, the CIF header or the UNB segment, all readable as ASCII. */
function declaredCharset(first: Uint8Array): string | undefined {
  const start = Buffer.from(first.subarray(0, 4096))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(start);
  if (xml !== null) return xml[1];
  const level = /^\s*(?:UNA.{6}\s*)?UNB[^A-Za-z0-9](UNO[A-Z])/s.exec(start)?.[1];
  if (level !== undefined) return charsetOf(level);
  if (!/^\s*CIF_I_V/i.test(start)) return undefined;
  return /^\s*CHARSET\s*:[\s,]*([\w.-]{1,40})/im.exec(start)?.[1];
}

/** Text has next to no control characters; programs and database files are full of them. */
function refuseBinary(first: Uint8Array): void {
  let control = 0;
  for (const byte of first) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) control++;
  if (control > 8 + first.length / 200) throw new Unreadable('FILE_NOT_TEXT');
}

/** Local name of the root element, when it begins in this text: what comes after declaration, comments and DOCTYPE. */
function rootElement(start: string): string | undefined {
  let at = start.indexOf('<');
  while (at >= 0) {
    if (start.startsWith('<?', at)) at = after(start, '?>', at);
    else if (start.startsWith('<!--', at)) at = after(start, '-->', at + 4);
    else if (start.startsWith('<!', at)) at = afterDoctype(start, at);
    else return /^<(?:[\w.-]{1,100}:)?([A-Za-z_][\w.-]{0,100})[\s/>]/.exec(start.slice(at, at + 256))?.[1];
    if (at >= 0) at = start.indexOf('<', at);
  }
  return undefined;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** Behind the DOCTYPE, whose internal subset the reader will refuse. */
function afterDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const subset = text.indexOf('[', from);
  return subset >= 0 && subset < end ? after(text, ']', subset) : end < 0 ? -1 : end + 1;
}

/** What a CSV file is read with, without empty keys. */
function csvChoices({
  mapping,
  currency,
  content,
  memory,
}: CatalogueOptions): Pick<CatalogueOptions, 'mapping' | 'currency' | 'content' | 'memory'> {
  return {
    ...(mapping === undefined ? {} : { mapping }),
    ...(currency === undefined ? {} : { currency }),
    ...(content === undefined ? {} : { content }),
    ...(memory === undefined ? {} : { memory }),
  };
}
