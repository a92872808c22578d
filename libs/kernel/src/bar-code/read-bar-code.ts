import { isGtin } from '../identifiers.js';
import { readBracketed, readElementString, readElements } from './application-identifiers.js';
import { type BarCode, barCodeOf } from './bar-code.js';
import { readDataFields, readTextElements } from './data-identifiers.js';

const [eot, gs, rs] = ['\u0004', '\u001d', '\u001e'];

/** How scanners and editors write the characters that cannot be seen: pictures of Unicode, names in brackets. */
const standIns: readonly (readonly [RegExp, string])[] = [
  [/\u241d|<GS>|\{GS\}|<FNC1>|\{FNC1\}/g, gs],
  [/\u241e|<RS>|\{RS\}/g, rs],
  [/\u2404|<EOT>|\{EOT\}/g, eot],
];

/** Symbology identifiers of ISO/IEC 15424 that say GS1: GS1-128, DataBar and composites, DataMatrix, QR, DotCode. */
const gs1Symbologies = ['C1', 'e0', 'e1', 'd2', 'Q3', 'J1'];

/**
 * What a scanned bar code says of a part: GS1 element strings (GS1-128, GS1 DataMatrix), the message envelope of ISO/IEC 15434 with GS1
 * (05), MH10.8.2 (06) or ATA (12) fields. Read are those that give themselves away: by symbology identifier, envelope, separator,
 * brackets, or a GTIN with a right check digit at the front. undefined: it is none of them, most likely a plain number.
 * `year` decides the century of dates of two digits. Nothing is looked up, and no unit but single things is a quantity.
 */
export function readBarCode(scanned: string, year: number): BarCode | undefined {
  // Separators of fields are no white space to trim().
  const raw = standIns.reduce((text, [from, to]) => text.replaceAll(from, to), scanned).trim();
  const symbology = /^\]([A-Za-z][0-9A-Za-z])/.exec(raw)?.[1];
  const text = symbology ? raw.slice(3) : raw;
  if (text.startsWith('[)>')) return readEnvelope(text, year);
  if (symbology && gs1Symbologies.includes(symbology)) return readElementString(text, year);
  if (/^\(\d{2,4}\)/.test(text)) return readBracketed(text, year);
  if (symbology?.startsWith('E') && isGtin(text)) return readElementString(`01${text.padStart(14, '0')}`, year);
  if (symbology && !text.includes(gs)) return undefined;
  if (text.includes(gs))
    return /^\d{2}/.test(text.startsWith(gs) ? text.slice(1) : text)
      ? readElementString(text, year)
      : readDataFields(text.split(gs).filter(Boolean));
  return /^01\d{14}/.test(text) && isGtin(text.slice(2, 16)) ? readElementString(text, year) : undefined;
}

/** `[)>` RS, formats that end with RS each, EOT. Scanners leave out what ends it, and some printers the first RS. */
function readEnvelope(text: string, year: number): BarCode {
  const formats = text
    .slice(3)
    .split(rs)
    .map((format) => format.replaceAll(eot, ''))
    .filter((format) => format !== '');
  const read = formats.map((format) => readFormat(format, year));
  const [first] = read;
  if (!first) return barCodeOf('DI', [], { fields: [], problems: [{ code: 'CUT', at: '[)>' }] });
  return read.find(({ number }) => number !== undefined) ?? first;
}

function readFormat(format: string, year: number): BarCode {
  const [header = '', ...fields] = format.split(gs);
  const filled = fields.filter((field) => field !== '');
  if (header === '05') return readElements(filled, year);
  if (header === '06') return readDataFields(filled);
  // DD stood for text elements before ISO/IEC 15434 had a number for them.
  if (header === '12' || header === 'DD') return readTextElements(filled);
  return barCodeOf('DI', [], { fields: [], problems: [{ code: 'UNKNOWN', at: header.slice(0, 4) }] });
}
