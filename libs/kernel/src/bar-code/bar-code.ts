import type { DecimalText } from '../decimal.js';
import type { LocalDate } from '../period.js';

/** One field of a bar code: its identifier (an AI, a DI or a TEI) and what stands behind it. */
export interface BarCodeElement {
  id: string;
  value: string;
}

/**
 * What is wrong with a bar code. CUT: a field of fixed length ends early. TOO_LONG: a field is longer than its standard allows, mostly
 * because a separator got lost. UNKNOWN: no identifier begins here, or a format that is not read. CHECK_DIGIT, DATE, QUANTITY: the value
 * is none. NO_PART: it says nothing of a part.
 */
export interface BarCodeProblem {
  code: 'CUT' | 'TOO_LONG' | 'UNKNOWN' | 'CHECK_DIGIT' | 'DATE' | 'QUANTITY' | 'NO_PART';
  /** The identifier it is about, or what stood there. */
  at: string;
}

/** What a bar code says of a part. */
export interface BarCode {
  /** GS1: application identifiers. DI: data identifiers of ANSI MH10.8.2. TEI: text element identifiers of ATA Spec 2000. */
  system: 'GS1' | 'DI' | 'TEI';
  /** What to look the part up by: the maker's number, else the customer's, else the GTIN, else the NSN. */
  number?: string;
  /** CAGE of the maker or supplier. */
  manufacturer?: string;
  quantity?: DecimalText;
  lot?: string;
  serial?: string;
  expiresOn?: LocalDate;
  /** Every field in its order, also those that mean nothing here. */
  elements: readonly BarCodeElement[];
  problems: readonly BarCodeProblem[];
}

/** What a single field means; the first of a rank is taken. */
export type BarCodeMeaning =
  | 'makerNumber'
  | 'customerNumber'
  | 'gtin'
  | 'nsn'
  | 'manufacturer'
  | 'quantity'
  | 'lot'
  | 'serial'
  | 'expiresOn';

/** A field that was understood, in the spelling of the hub. */
export interface UnderstoodField {
  meaning: BarCodeMeaning;
  value: string;
}

/** Puts fields together. Without a number to look up the code is a problem, whatever else it says. */
export function barCodeOf(
  system: BarCode['system'],
  elements: readonly BarCodeElement[],
  { fields, problems }: { fields: readonly UnderstoodField[]; problems: readonly BarCodeProblem[] },
): BarCode {
  const first = (meaning: BarCodeMeaning): string | undefined => fields.find((field) => field.meaning === meaning)?.value;
  const number = first('makerNumber') ?? first('customerNumber') ?? first('gtin') ?? first('nsn');
  const said = {
    number,
    manufacturer: first('manufacturer'),
    quantity: first('quantity'),
    lot: first('lot'),
    serial: first('serial'),
    expiresOn: first('expiresOn'),
  };
  const missing: BarCodeProblem[] = number === undefined && problems.length === 0 ? [{ code: 'NO_PART', at: '' }] : [];
  return {
    system,
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<BarCode>),
    elements,
    problems: [...problems, ...missing],
  };
}

/** A count or measure as plain decimal text, leading zeros away; undefined for what is none, or is zero. */
export function quantityIn(text: string): DecimalText | undefined {
  const read = /^0*(\d+(?:\.\d{1,10})?)$/.exec(text)?.[1];
  return read && read.length <= 13 && /[1-9]/.test(read) ? read : undefined;
}

/** A day of the calendar; undefined when there is none of that name. Day 0 is the last of the month. */
export function dayOf(year: number, month: number, day: number): LocalDate | undefined {
  if (month < 1 || month > 12) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > last) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day === 0 ? last : day).padStart(2, '0')}`;
}
