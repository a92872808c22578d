import { isDecimal, isUnitCode } from '#libs/kernel';
import { date, type Field } from '../grammar/field.js';
import { x12Units } from '../x12/units.data.js';

/**
 * UnitOfMeasure: Rec 20 by the standard, in practice also X12 codes and Rec 21 packages without their X (BX, CA). The partner's
 * own code is kept when it is not the unit, and echoed while it still means it.
 */
export const unit: Field<{ unit?: string; rawUnit?: string }> = {
  says: 'unit, UN/ECE Recommendation 20; X12 element 355 understood',
  merges: { key: 'unit' },
  decode: (raw) => {
    const own = raw.trim();
    const known = standardUnit(own);
    if (known === undefined)
      return { bad: 'UNIT_UNKNOWN', message: 'The unit is not a code of UN/ECE Recommendation 20 or 21, nor of X12.' };
    return known === own ? { unit: known } : { unit: known, rawUnit: own };
  },
  encode: ({ unit: value, rawUnit }) => (rawUnit !== undefined && standardUnit(rawUnit) === value ? rawUnit : value),
};

function standardUnit(own: string): string | undefined {
  if (isUnitCode(own)) return own;
  if (Object.hasOwn(x12Units, own)) return x12Units[own];
  return isUnitCode(`X${own}`) ? `X${own}` : undefined;
}

/** Money and quantities; some senders write thousands separators (1,234.50), which are read where they can mean nothing else. */
export const amount: Field<string> = {
  says: 'decimal; 1,234.50 is read',
  decode: (raw) => {
    const plain =
      /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(raw.trim()) && raw.includes('.') ? raw.trim().replaceAll(',', '') : raw.trim();
    return isDecimal(plain)
      ? plain
      : {
          bad: 'NUMBER_NOT_VALID',
          message: 'This is not a number the hub keeps: digits and one point, at most 13 before and 10 behind it.',
        };
  },
  encode: (value) => (isDecimal(value) ? value : { bad: 'NUMBER_NOT_VALID', message: 'This is not a decimal number.' }),
};

/** A date that may carry a time and zone; written as a day. */
export const day: Field<string> = date('CCYY-MM-DD');

/** The day of an attribute that also holds the instant: written by the instant when the document has one. */
export const dayOfInstant: Field<string> = {
  ...day,
  encode: (value, document) =>
    (document as { issuedAt?: string }).issuedAt === undefined ? day.encode(value, document) : undefined,
};

/** A whole instant with its zone, RFC 3339. */
export const instant: Field<string> = {
  says: 'instant with zone',
  decode: (raw) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(raw.trim()) ? raw.trim() : undefined,
  encode: (value) => value,
};

/** Credential and address domains with a name of their own here. */
const DOMAINS: Readonly<Record<string, string>> = { DUNS: '0060', GLN: '0088', ILN: '0088' };

/** A cXML domain as an identifier scheme, and back. NetworkID is NetworkId. */
export function schemeOf(domain: string): string {
  return Object.hasOwn(DOMAINS, domain) ? (DOMAINS[domain] ?? domain) : /^networkid$/i.test(domain) ? 'NetworkId' : domain;
}

/** The cXML domain of a scheme. */
export function domainOf(scheme: string | undefined): string {
  return scheme === '0060' ? 'DUNS' : scheme === '0088' ? 'GLN' : (scheme ?? 'NetworkId');
}

/** addressIDDomain. */
export const domain: Field<string> = { says: 'identifier domain', decode: (raw) => schemeOf(raw.trim()), encode: domainOf };
