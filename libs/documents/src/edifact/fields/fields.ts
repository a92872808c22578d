import { isUnitCode } from '#libs/kernel';
import { type Bad, date, decimal, type Field, freeText, positive, text } from '../../grammar/field.js';
import { partAt } from '../directory/directory.js';
import type { EdifactRelease } from '../directory/release.js';
import { spreads } from '../tree/joined-text.js';
import { olderUnits } from './units.data.js';

/** Fields with the length that a directory gives their place (`RFF01:2`): each length stands once, in the directory. */
export interface Sized {
  release: EdifactRelease;
  text: (place: string) => Field<string>;
  free: (place: string) => Field<string>;
  number: (place: string) => Field<string>;
  positive: (place: string) => Field<string>;
}

/** The fields of a directory. */
export function sized(release: EdifactRelease): Sized {
  const max = (place: string) => partAt(release, place).max;
  return {
    release,
    text: (place) => text(1, max(place)),
    free: (place) => freeText(max(place) * capacityOf(place)),
    number: (place) => decimalMark(decimal({ digits: max(place) })),
    positive: (place) => decimalMark(positive({ digits: max(place) })),
  };
}

function capacityOf(place: string): number {
  const [, tag = '', element, component = '1'] = /^([A-Z]{3})(\d\d)(?::(\d))?$/.exec(place) ?? [];
  const rule = spreads[tag];
  return rule?.element === Number(element) && rule.from === Number(component) ? rule.count : 1;
}

/** Whatever mark the interchange announces, point and comma both are read as one; the writer puts in its own. */
function decimalMark(inner: Field<string>): Field<string> {
  return { ...inner, decode: (raw) => inner.decode(raw.includes('.') ? raw : raw.replace(',', '.')) };
}

/** A day of DTM. */
export const day: Field<string> = { ...date('CCYYMMDD'), says: 'day, by the format of 2379; 102 is written' };

/** A code by pairs from the wire to the model, in the order of preference; others are a problem. */
export function coded<T extends string | boolean>(list: string, pairs: readonly (readonly [string, T])[]): Field<T> {
  const inner = knownCoded(list, pairs);
  const says = `code of ${list}: ${pairs.map(([wire]) => wire).join(', ')}`;
  return {
    ...inner,
    says,
    decode: (raw) =>
      inner.decode(raw) ?? {
        bad: 'CODE_UNKNOWN',
        message: `The code of ${list} is none of ${pairs.map(([wire]) => wire).join(', ')}.`,
      },
  };
}

/** A code read only when the pairs know it; any other stays beside the model and comes back in the same format. */
export function knownCoded<T extends string | boolean>(list: string, pairs: readonly (readonly [string, T])[]): Field<T> {
  return {
    says: `code of ${list}: ${pairs.map(([wire]) => wire).join(', ')}; others are kept`,
    decode: (raw) => pairs.find(([wire]) => wire === raw.trim())?.[1],
    encode: (value) =>
      pairs.find(([, known]) => known === value)?.[0] ?? {
        bad: 'CODE_NOT_EXPRESSIBLE',
        message: `Code list ${list} has no code for "${value}".`,
      },
  };
}

const unitOf = (own: string): string | undefined =>
  isUnitCode(own) ? own : Object.hasOwn(olderUnits, own) ? olderUnits[own] : undefined;

/** Element 6411. The partner's own code is kept when it differs and echoed while it still means the unit. */
export const unit: Field<{ unit?: string; rawUnit?: string }> = {
  says: 'unit, element 6411 (Rec 20, packages of Rec 21 with X)',
  merges: { key: 'unit' },
  decode: (raw) => {
    const own = raw.trim();
    const known = unitOf(own.toUpperCase());
    if (known === undefined) return { bad: 'UNIT_UNKNOWN', message: 'The unit is not one of UN/ECE Recommendation 20.' };
    return known === own ? { unit: known } : { unit: known, rawUnit: own };
  },
  encode: ({ unit: standard, rawUnit }): string | undefined | Bad => {
    if (standard === undefined) return undefined;
    if (rawUnit !== undefined && unitOf(rawUnit.toUpperCase()) === standard && rawUnit.length <= 3) return rawUnit;
    return /^[0-9A-Z]{2,3}$/.test(standard)
      ? standard
      : { bad: 'UNIT_NOT_EXPRESSIBLE', message: `EDIFACT has no code for the unit ${standard}.` };
  },
};

/** Element 3055, who gave an identifier. Source: code list 3055: 9 GS1, 16 D&B, 91 seller, 92 buyer. */
const AGENCIES: readonly (readonly [string, string])[] = [
  ['9', '0088'],
  ['16', '0060'],
  ['91', 'ASSIGNED_BY_SUPPLIER'],
  ['92', 'ASSIGNED_BY_BUYER'],
];

/** The list of an identifier; ZZZ (mutually defined) is none, and what no common name is known for keeps its code. */
export const scheme: Field<Listed> = {
  says: 'agency, element 3055: 9 GLN, 16 DUNS, 91 seller, 92 buyer',
  merges: { key: 'scheme' },
  decode: (raw) => {
    const own = raw.trim();
    return own === 'ZZZ' ? {} : { scheme: AGENCIES.find(([wire]) => wire === own)?.[1] ?? `EDIFACT:${own}` };
  },
  encode: ({ value, scheme: list }) => (value === undefined || value === '' ? undefined : (agencyOf(list) ?? 'ZZZ')),
};

interface Listed {
  value?: string;
  scheme?: string;
}

function agencyOf(list: string | undefined): string | undefined {
  if (list?.startsWith('EDIFACT:')) return list.slice(8, 11);
  return AGENCIES.find(([, known]) => known === list)?.[0];
}

/** Element 1131, where the newer directories have room for the list itself, as the invoice of EN 16931 writes it (0192, 9930). */
export const listCode: Field<Listed> = {
  says: 'code list, element 1131: ISO 6523 and EAS codes, other lists by their name',
  merges: { key: 'scheme' },
  decode: (raw) => ({ scheme: raw.trim() }),
  encode: ({ value, scheme: list }) =>
    value === undefined || value === '' || list === undefined || agencyOf(list) !== undefined || list.length > 17
      ? undefined
      : list,
};

/** A line number as LIN01 can carry it: up to six digits; what is longer or has letters stands in a reference. */
export const lineNumber: Field<string> = {
  says: 'line number, up to 6 digits; others stand in RFF+LI',
  decode: (raw) => raw.trim(),
  encode: (value) => (/^\d{1,6}$/.test(value) ? value : undefined),
};

/** A line number LIN01 cannot carry. */
export const longLineNumber = (inner: Field<string>): Field<string> => ({
  ...inner,
  encode: (value, document) => (/^\d{1,6}$/.test(value) ? undefined : inner.encode(value, document)),
});

/** A rate of tax; element 5278 is text, and some write the sign. */
export const percentage: Field<string> = {
  says: 'rate, 19 for 19 %',
  decode: (raw) => decimalMark(positive()).decode(raw.replace('%', '')),
  encode: (value, document) => positive().encode(value, document),
};

/** Element 5153; VAT is the tax that needs no name. */
export const otherTax: Field<string> = {
  says: 'tax, element 5153, other than VAT',
  decode: (raw) => (raw.trim() === 'VAT' ? undefined : raw.trim()),
  encode: (value) =>
    value === 'VAT'
      ? undefined
      : /^[A-Z0-9]{1,3}$/.test(value)
        ? value
        : { bad: 'CODE_NOT_EXPRESSIBLE', message: `Code list 5153 has no code for "${value}".` },
};
