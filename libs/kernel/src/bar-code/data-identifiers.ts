import { isCage } from '../identifiers.js';
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

/** What data identifiers mean to an order. ANSI MH10.8.2; 18V begins with the issuing agency, which is D for CAGE codes. */
const identifiers: Readonly<Record<string, BarCodeMeaning>> = {
  '1P': 'makerNumber',
  '30P': 'makerNumber',
  P: 'customerNumber',
  N: 'nsn',
  '1T': 'lot',
  T: 'lot',
  S: 'serial',
  Q: 'quantity',
  '7Q': 'quantity',
  V: 'manufacturer',
  '1V': 'manufacturer',
  '12V': 'manufacturer',
  '17V': 'manufacturer',
  '18V': 'manufacturer',
  '14D': 'expiresOn',
};

/** The same for text element identifiers. ATA Spec 2000 chapter 9; PNR is the number today, PNO that of manufacture. */
const elements: Readonly<Record<string, BarCodeMeaning>> = {
  PNR: 'makerNumber',
  PNO: 'makerNumber',
  MFR: 'manufacturer',
  CAG: 'manufacturer',
  SPL: 'manufacturer',
  SER: 'serial',
  SEQ: 'serial',
  UCN: 'serial',
  BII: 'lot',
  LOT: 'lot',
  QTY: 'quantity',
  EXP: 'expiresOn',
};

/** Units of X12 element 355 that count single things: a quantity in them is a number of parts. */
const counted = ['EA', 'PC', 'PCE', 'UN'];

/** Reads fields such as 1PNAS1149F0363P: the identifier is up to three digits and a capital (ISO/IEC 15418). */
export function readDataFields(fields: readonly string[]): BarCode {
  return understood('DI', fields, { cut: /^(\d{0,3}[A-Z])(.+)$/s, meanings: identifiers });
}

/** Reads fields such as PNR NAS1149F0363P: three capitals, a blank or none, the value. */
export function readTextElements(fields: readonly string[]): BarCode {
  return understood('TEI', fields, { cut: /^([A-Z][A-Z0-9]{2}) ?(.+)$/s, meanings: elements });
}

/**
 * One field of a label that carries a bar code for each, as scanners send it. Only what no part number looks like: 1P and 30P, a plain
 * Q, 17V with a CAGE; text elements with their blank. A bare P, S, T or V could begin a part number. undefined: it is none.
 */
export function readLabelField(text: string): BarCode | undefined {
  const field = text.trim();
  if (/^(?:(?:1|30)P.{2,}|Q\d{1,8}|17V[0-9A-HJ-NP-Z]{5})$/.test(field)) return readDataFields([field]);
  if (/^(?:PNR|PNO|MFR|CAG|SPL|SER|SEQ|UCN|BII|LOT|QTY|EXP) .+$/.test(field)) return readTextElements([field]);
  return undefined;
}

function understood(
  system: 'DI' | 'TEI',
  given: readonly string[],
  { cut, meanings }: { cut: RegExp; meanings: Readonly<Record<string, BarCodeMeaning>> },
): BarCode {
  const [found, fields, problems]: [BarCodeElement[], UnderstoodField[], BarCodeProblem[]] = [[], [], []];
  for (const field of given) {
    const [, id, value] = cut.exec(field) ?? [];
    if (id === undefined || value === undefined) {
      problems.push({ code: 'UNKNOWN', at: field.slice(0, 4) });
      continue;
    }
    found.push({ id, value });
    const meaning = meanings[id];
    const read = meaning && spelt(meaning, id, value.trim());
    if (meaning && typeof read === 'string') fields.push({ meaning, value: read });
    else if (typeof read === 'object') problems.push({ ...read, at: id });
  }
  return barCodeOf(system, found, { fields: ranked(fields, found), problems });
}

/** Today's number goes before that of manufacture. */
function ranked(fields: readonly UnderstoodField[], found: readonly BarCodeElement[]): UnderstoodField[] {
  const today = found.find(({ id }) => id === 'PNR')?.value.trim();
  return [...fields].sort((a, b) => Number(b.value === today) - Number(a.value === today));
}

/** The value in the spelling of the hub; the problem when it is none; undefined: it means nothing here. */
function spelt(meaning: BarCodeMeaning, id: string, value: string): string | { code: BarCodeProblem['code'] } | undefined {
  if (meaning === 'manufacturer') {
    const code = id === '18V' && value.startsWith('D') ? value.slice(1) : value;
    return isCage(code) ? code : undefined;
  }
  if (meaning === 'quantity' && id === '7Q') {
    const [, count = '', unit = ''] = /^([\d.]+)([A-Z0-9]{2,3})$/.exec(value) ?? [];
    return counted.includes(unit) ? (quantityIn(count) ?? { code: 'QUANTITY' }) : { code: 'QUANTITY' };
  }
  if (meaning === 'quantity') return quantityIn(value) ?? { code: 'QUANTITY' };
  if (meaning === 'expiresOn') {
    const day = /^\d{8}$/.test(value)
      ? dayOf(Number(value.slice(0, 4)), Number(value.slice(4, 6)), Number(value.slice(6)))
      : undefined;
    return day ?? { code: 'DATE' };
  }
  return value;
}
