import { isUnitCode } from '#libs/kernel';
import { bmecatUnits } from '../bmecat/bmecat-units.data.js';
import { type Field, text } from '../grammar/field.js';

export const NUMBER = text(1, 250);
const units = new Set(bmecatUnits.split(/\s/));

/** Package codes of Recommendation 21 stand without their X, unless that would read as another unit. */
const plainOf = (code: string): string | undefined =>
  code.startsWith('X') && units.has(code.slice(1)) && !isUnitCode(code.slice(1)) ? code.slice(1) : undefined;

/** A unit of the list of BMEcat, which is the one of openTRANS: UN/ECE codes of 1998, EA and C62 for a piece. The sender's own code is kept. */
export const unit: Field<{ unit?: string; rawUnit?: string }> = {
  says: 'unit, list of BMEcat 2005 (UN/ECE codes, packages without X)',
  merges: { key: 'unit' },
  decode: (raw) => {
    const own = raw.trim();
    if (isUnitCode(own)) return { unit: own };
    return units.has(own) && isUnitCode(`X${own}`)
      ? { unit: `X${own}` }
      : { bad: 'UNIT_UNKNOWN', message: 'The unit is not a code of UN/ECE Recommendation 20 or 21.' };
  },
  encode: ({ unit: value = '' }) =>
    units.has(value)
      ? value
      : (plainOf(value) ?? { bad: 'UNIT_NOT_EXPRESSIBLE', message: `openTRANS has no code for the unit ${value.slice(0, 10)}.` }),
};

/** Kinds of party numbers. A number of another scheme is written without its kind. */
const KINDS: Readonly<Record<string, string>> = {
  duns: '0060',
  iln: '0088',
  gln: '0088',
  buyer_specific: 'ASSIGNED_BY_BUYER',
  supplier_specific: 'ASSIGNED_BY_SUPPLIER',
};
const WRITTEN: Readonly<Record<string, string>> = {
  '0060': 'duns',
  '0088': 'gln',
  ASSIGNED_BY_BUYER: 'buyer_specific',
  ASSIGNED_BY_SUPPLIER: 'supplier_specific',
};

/** The kind of a party's number; others than these are kept. */
export const partyKind: Field<string> = {
  says: 'kind of number: duns, gln or iln, buyer_specific, supplier_specific; others are kept',
  decode: (raw) => KINDS[raw.trim().toLowerCase()],
  encode: (value) => WRITTEN[value],
};
