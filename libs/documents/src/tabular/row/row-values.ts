import { isLocalDate, type LocalDate } from '#libs/kernel';

/** How a file writes its days. */
export type DateFormat = 'YYYY-MM-DD' | 'YYYYMMDD' | 'DD.MM.YYYY' | 'DD/MM/YYYY' | 'MM/DD/YYYY' | 'YYYY/MM/DD';

const DATE_SHAPES: Readonly<Record<DateFormat, readonly [RegExp, string]>> = {
  'YYYY-MM-DD': [/^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/, 'ymd'],
  YYYYMMDD: [/^(\d{4})(\d{2})(\d{2})$/, 'ymd'],
  'YYYY/MM/DD': [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, 'ymd'],
  'DD.MM.YYYY': [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, 'dmy'],
  'DD/MM/YYYY': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 'dmy'],
  'MM/DD/YYYY': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 'mdy'],
};

/** Every date format a mapping may name. */
export const dateFormats = Object.keys(DATE_SHAPES) as readonly DateFormat[];

/** The day that `text` writes in this format, of the real calendar; a time behind an ISO day is dropped. undefined: it is not one. */
export function readDate(text: string, format: DateFormat): LocalDate | undefined {
  const [shape, order] = DATE_SHAPES[format];
  const match = shape.exec(text);
  if (match === null) return undefined;
  const part = (letter: string) => (match[order.indexOf(letter) + 1] ?? '').padStart(2, '0');
  const date = `${part('y')}-${part('m')}-${part('d')}`;
  return isLocalDate(date) ? date : undefined;
}

const YES = new Set(['y', 'yes', 'true', '1', 'x', 'ja', 'j', 'wahr', '是', '有', 'ncnr']);
const NO = new Set(['n', 'no', 'false', '0', '-', 'nein', 'falsch', '否', '无', '無']);

/** Yes or no in the words of English, German and Chinese catalogues; undefined: neither. */
export function readFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

/** Trimmed, runs of blanks and line breaks to one blank: for numbers, codes and names that people compare. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[\t\r\n\u00a0]/.test(trimmed) ? trimmed.replace(/[\s\u00a0]+/g, ' ') : trimmed;
}

/** Control characters that no text of a catalogue can have; tab and line breaks are not among them. PostgreSQL cannot store the first. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
export const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** A character by its code point, for a message. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** 1.23E+11, what a spreadsheet makes of a long part number or GTIN. */
export const spreadsheetDamage = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i;

/** Classification systems whose codes have a known shape; a code of another shape is left out with a warning. */
export const classificationShapes: Readonly<Record<string, RegExp>> = {
  UNSPSC: /^\d{8}(?:\d{2})?$/,
  ATA: /^\d{2}(?:-?\d{2}){0,3}$/,
};
