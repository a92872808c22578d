import { type Bad, type Field, text } from '../../grammar/field.js';
import { x12Units } from '../units.data.js';

const unitToX12 = new Map(
  Object.entries(x12Units)
    .reverse()
    .map(([x12, unit]) => [unit, x12]),
);

/**
 * Element 355 to a Rec 20 unit and back. The partner's own code is kept when it differs and echoed when it still means the
 * unit; a code that is not in the table is a problem, to be settled by a rename in the partner's profile.
 */
export const unit: Field<{ unit?: string; rawUnit?: string }> = {
  says: 'unit, X12 element 355',
  merges: { key: 'unit' },
  decode: (raw) => {
    const own = raw.trim();
    const known = Object.hasOwn(x12Units, own) ? x12Units[own] : undefined;
    if (known === undefined)
      return { bad: 'UNIT_UNKNOWN', message: 'The unit is not one of X12 element 355 that the hub knows.' };
    return known === own ? { unit: known } : { unit: known, rawUnit: own };
  },
  encode: ({ unit: standard, rawUnit }): string | undefined | Bad => {
    if (standard === undefined) return undefined;
    if (rawUnit !== undefined && Object.hasOwn(x12Units, rawUnit) && x12Units[rawUnit] === standard) return rawUnit;
    return unitToX12.get(standard) ?? { bad: 'UNIT_NOT_EXPRESSIBLE', message: `X12 has no code for the unit ${standard}.` };
  },
};

const SCHEMES: Readonly<Record<string, string>> = {
  '1': '0060',
  UL: '0088',
  '33': 'CAGE',
  '91': 'ASSIGNED_BY_SUPPLIER',
  '92': 'ASSIGNED_BY_BUYER',
};
const schemeToX12 = new Map(Object.entries(SCHEMES).map(([x12, scheme]) => [scheme, x12]));

/** N103, the list an identifier comes from; ZZ (mutually defined) is no list. */
export const scheme: Field<{ value?: string; scheme?: string }> = {
  says: 'identification code qualifier, element 66',
  merges: { key: 'scheme' },
  decode: (raw) => {
    const own = raw.trim();
    if (own === 'ZZ') return {};
    return { scheme: (Object.hasOwn(SCHEMES, own) ? SCHEMES[own] : undefined) ?? `X12:${own}` };
  },
  encode: ({ value, scheme: list }) => {
    if (value === undefined || value === '') return undefined;
    if (list?.startsWith('X12:')) return list.slice(4, 6);
    return schemeToX12.get(list ?? '') ?? 'ZZ';
  },
};

/** A text written only when it has exactly this many characters, read at any length: which GTIN qualifier fits. */
export function sized(length: number): Field<string> {
  const inner = text(1, 48);
  return { says: `text of ${length}`, decode: inner.decode, encode: (value) => (value.length === length ? value : undefined) };
}

/** Whether a code is of the form of element 1300: a letter and three digits. */
export function isServiceCode(code: string): boolean {
  return /^[A-I]\d{3}$/.test(code);
}

/** SAC02: an X12 service code is written, a code of another list is not. */
export const chargeCode: Field<string> = {
  says: 'service, promotion, allowance or charge code, element 1300',
  decode: (raw) => (isServiceCode(raw.trim()) ? raw.trim() : undefined),
  encode: (value) => (isServiceCode(value) ? value : undefined),
};

/** A or C of SAC01. */
export const chargeKind: Field<boolean> = {
  says: 'A allowance, C charge',
  decode: (raw) => (raw === 'C' ? true : raw === 'A' ? false : { bad: 'CODE_UNKNOWN', message: 'SAC01 is neither A nor C.' }),
  encode: (value) => (value ? 'C' : 'A'),
};
