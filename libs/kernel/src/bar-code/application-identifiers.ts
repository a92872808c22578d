import { isGtin, isNsn } from '../identifiers.js';
import {
  type BarCode,
  type BarCodeElement,
  type BarCodeMeaning,
  type BarCodeProblem,
  barCodeOf,
  dayOf,
  quantityIn,
  type UnderstoodField,
} from './bar-code.js';

const separator = '\u001d';

/**
 * Lengths of identifier and value together that end without FNC1, by the first two digits.
 * GS1 General Specifications, 7.8.5: element strings with predefined length.
 */
const predefined: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((start) => [start, 8])),
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36'].map((start) => [start, 10])),
  '00': 20,
  '01': 16,
  '02': 16,
  '03': 16,
  '04': 18,
  '20': 4,
  '41': 16,
};

/** Digits of an identifier, by its first two. GS1 General Specifications, 3.2. */
const identifierDigits: readonly (readonly [RegExp, number])[] = [
  [/^(?:0[0-4]|1\d|2[0-2]|30|37|9\d)/, 2],
  [/^(?:2[345]|4[0-2]|71)/, 3],
  [/^(?:3[1-69]|43|70|72|8[0-2])/, 4],
];

/** What identifiers mean to an order, with the most characters of the value. */
const meanings: Readonly<Record<string, readonly [BarCodeMeaning, number]>> = {
  '01': ['gtin', 14],
  '02': ['gtin', 14],
  '10': ['lot', 20],
  '17': ['expiresOn', 6],
  '21': ['serial', 20],
  '30': ['quantity', 8],
  '37': ['quantity', 8],
  '240': ['makerNumber', 30],
  '241': ['customerNumber', 30],
  '7001': ['nsn', 13],
};

/** What no field may be longer than. */
const valueMax = 90;

/** Reads a GS1 element string, without symbology identifier: fields of predefined length follow each other, all others end with FNC1 (GS). */
export function readElementString(text: string, year: number): BarCode {
  const cut = cutElements(text);
  return understood(cut.elements, cut.problems, year);
}

/** Reads fields that are cut already, as in format 05 of ISO/IEC 15434. */
export function readElements(fields: readonly string[], year: number): BarCode {
  const all = fields.map(cutElements);
  return understood(
    all.flatMap(({ elements }) => elements),
    all.flatMap(({ problems }) => problems),
    year,
  );
}

/** The human readable form: (01)09521234543213(10)ABC. A bracket may stand in a value; only an identifier in brackets begins a field. */
export function readBracketed(text: string, year: number): BarCode {
  const elements = [...text.matchAll(/\((\d{2,4})\)(.*?)(?=\(\d{2,4}\)|$)/g)].map(([, id = '', value = '']) => ({
    id,
    value: value.trim(),
  }));
  return understood(elements, [], year);
}

function cutElements(text: string): { elements: BarCodeElement[]; problems: BarCodeProblem[] } {
  const elements: BarCodeElement[] = [];
  let rest = text;
  while (rest !== '') {
    if (rest.startsWith(separator)) {
      rest = rest.slice(1);
      continue;
    }
    const digits = identifierDigits.find(([start]) => start.test(rest))?.[1];
    const id = digits === undefined ? '' : rest.slice(0, digits);
    if (!/^\d{2,4}$/.test(id)) return { elements, problems: [{ code: 'UNKNOWN', at: rest.slice(0, 4) }] };
    const ends = rest.indexOf(separator);
    const open = ends < 0 ? rest.length : ends;
    const fixed = predefined[rest.slice(0, 2)];
    if (fixed !== undefined && open < fixed) return { elements, problems: [{ code: 'CUT', at: id }] };
    const end = fixed ?? open;
    elements.push({ id, value: rest.slice(id.length, end) });
    rest = rest.slice(end);
  }
  return { elements, problems: [] };
}

function understood(elements: readonly BarCodeElement[], cut: readonly BarCodeProblem[], year: number): BarCode {
  const problems = [...cut];
  const fields: UnderstoodField[] = [];
  for (const { id, value } of elements) {
    const [meaning, most] = meanings[id] ?? [undefined, valueMax];
    if (value.length > most) problems.push({ code: 'TOO_LONG', at: id });
    else if (value === '') problems.push({ code: 'CUT', at: id });
    else if (meaning) {
      const read = spelt(meaning, value, year);
      if (typeof read === 'string') fields.push({ meaning, value: read });
      else problems.push({ ...read, at: id });
    }
  }
  return barCodeOf('GS1', elements, { fields, problems });
}

function spelt(meaning: BarCodeMeaning, value: string, year: number): string | Omit<BarCodeProblem, 'at'> {
  if (meaning === 'gtin') return isGtin(value) && value.length === 14 ? value : { code: 'CHECK_DIGIT' };
  if (meaning === 'nsn') return isNsn(value) ? value : { code: 'CUT' };
  if (meaning === 'quantity') return (/^\d+$/.test(value) ? quantityIn(value) : undefined) ?? { code: 'QUANTITY' };
  if (meaning === 'expiresOn') return dateOf(value, year) ?? { code: 'DATE' };
  return value;
}

/** YYMMDD in the century that is nearest to the year, as GS1 General Specifications 7.12 rule: 51 to 99 years ahead are the past, as many behind the future. */
function dateOf(text: string, year: number): string | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const [yy, month, day] = [Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))];
  const ahead = yy - (year % 100);
  const century = Math.floor(year / 100) * 100 + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0);
  return dayOf(century + yy, month, day);
}
