import type { Bad, Field } from '../../grammar/field.js';
import { packagingForms } from './packaging.data.js';

const formOf = new Map(
  Object.entries(packagingForms)
    .reverse()
    .map(([x12, type]) => [type, x12]),
);

/** Element 103: three letters of form, two digits of material. The sender's own code is kept and echoed while it means the type. */
export const packaging: Field<{ type?: string; rawType?: string }> = {
  says: 'packaging code, element 103',
  merges: { key: 'type' },
  decode: (raw) => {
    const own = raw.trim();
    const form = own.slice(0, 3);
    const type = Object.hasOwn(packagingForms, form) ? packagingForms[form] : undefined;
    if (type === undefined) return { rawType: own };
    return formOf.get(type) === own ? { type } : { type, rawType: own };
  },
  encode: ({ type, rawType }): string | undefined | Bad => {
    const form = rawType?.slice(0, 3) ?? '';
    if (
      rawType !== undefined &&
      /^[A-Z]{3}(?:\d\d)?$/.test(rawType) &&
      (type === undefined || (Object.hasOwn(packagingForms, form) && packagingForms[form] === type))
    )
      return rawType;
    if (type === undefined) return undefined;
    return (
      formOf.get(type) ?? {
        bad: 'CODE_NOT_EXPRESSIBLE',
        message: `Element 103 has no form for the packaging ${type}.`,
        instead: 'PKG',
      }
    );
  },
};

/** MAN02 of qualifier GM: the application identifier 00 and eighteen digits. The identifier is no part of the number. */
export const sscc: Field<string> = {
  says: 'serial shipping container code, 00 and 18 digits',
  decode: (raw) => {
    const digits = raw.trim().replace(/^\(00\)/, '00');
    if (/^00\d{18}$/.test(digits)) return digits.slice(2);
    return /^\d{18}$/.test(digits) ? digits : undefined;
  },
  encode: (value) =>
    /^\d{18}$/.test(value) ? `00${value}` : { bad: 'SSCC_NOT_VALID', message: 'A serial shipping container code has 18 digits.' },
};

/** HL01 of a unit: its id in the document while it is read; a rule numbers the levels when they are written. */
export const levelNumber: Field<string> = {
  says: 'number of the level',
  decode: (raw) => raw.trim(),
  encode: (value) => value,
};

/** A code of two or three characters of element 755, what kind of paper it is. */
export const paperKind: Field<string> = {
  says: 'report type, element 755',
  decode: (raw) => (raw.trim() === 'ZZ' ? undefined : raw.trim()),
  encode: (value) => (/^[A-Z0-9]{2}$/.test(value) && value !== 'ZZ' ? value : undefined),
};

/** TD503 of qualifier 2: the carrier's letters. Identifiers of another list have no place there. */
export const carrierCode: Field<{ value?: string; scheme?: string }> = {
  says: 'standard carrier alpha code',
  merges: { key: 'value' },
  decode: (raw) => ({ value: raw.trim(), scheme: 'SCAC' }),
  encode: ({ value, scheme }) => (scheme === 'SCAC' ? value : undefined),
};
