import { isUnitCode } from '#libs/kernel';
import { code, decimal, type Field } from '../../grammar/field.js';

/** A Rec 20 or X-prefixed Rec 21 code, as UBL writes units; nothing to translate, so nothing raw to keep. */
export const unit: Field<{ unit?: string; rawUnit?: string }> = {
  says: 'unit, UN/ECE Recommendation 20 with 21',
  merges: { key: 'unit' },
  decode: (raw) =>
    isUnitCode(raw.trim())
      ? { unit: raw.trim() }
      : { bad: 'UNIT_UNKNOWN', message: 'The unit is not a code of UN/ECE Recommendation 20 or 21.' },
  encode: ({ unit: value }) => value,
};

/** ISO 6523 and EAS codes, and SEPA for who collects direct debits (EN 16931 BT-90). */
const SCHEME = /^(?:\d{4}|[A-Z]{2}|SEPA)$/;

/** An identifier scheme of ISO 6523 or the EAS list: read and written only when it is one; GLN, an old name of 0088, is understood. */
export const icd: Field<string> = {
  says: 'identifier scheme, ISO 6523 or EAS',
  decode: (raw) => (raw.trim() === 'GLN' ? '0088' : SCHEME.test(raw.trim()) ? raw.trim() : undefined),
  encode: (value) => (SCHEME.test(value) ? value : undefined),
};

/** A GTIN has at most 14 digits; a longer number under its scheme is none and stays beside the model. */
export const gtin: Field<string> = {
  says: 'GTIN, at most 14 characters; others are kept',
  decode: (raw) => (raw.trim().length <= 14 ? raw.trim() : undefined),
  encode: (value) => (value === '' ? undefined : value),
};

/** Reason codes of UNCL 5189 and 7161; codes of other lists are not written here. */
export const reasonCode: Field<string> = {
  says: 'reason, UNCL 5189 for allowances, 7161 for charges',
  decode: (raw) => raw.trim(),
  encode: (value) => (/^(?:\d{1,3}|[A-Z]{2,3})$/.test(value) ? value : undefined),
};

/** UNCL 7143 item type: TST is UNSPSC; a system without a code is mutually agreed (ZZZ). */
export const classificationSystem: Field<string> = {
  says: 'classification, UNCL 7143',
  decode: (raw) => (raw.trim() === 'TST' ? 'UNSPSC' : raw.trim()),
  encode: (value) => (value === '' ? undefined : value === 'UNSPSC' ? 'TST' : /^[A-Z]{2,3}$/.test(value) ? value : 'ZZZ'),
};

/** true or false of an indicator. */
export const indicator: Field<boolean> = {
  says: 'true or false',
  decode: (raw) =>
    /^(?:true|1)$/.test(raw.trim())
      ? true
      : /^(?:false|0)$/.test(raw.trim())
        ? false
        : { bad: 'CODE_UNKNOWN', message: 'The indicator is neither true nor false.' },
  encode: (value) => (value ? 'true' : 'false'),
};

/** A time with its zone, which an instant needs; one without stays beside the model. The day is joined by a rule. */
export const zonedTime: Field<string> = {
  says: 'time with zone',
  decode: (raw) => (/^\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(raw.trim()) ? raw.trim() : undefined),
  encode: (value) => /T(\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))$/.exec(value)?.[1],
};

/** Bytes of an attachment; blanks and line breaks in them mean nothing. */
export const base64: Field<string> = {
  says: 'base64',
  decode: (raw) => {
    const text = raw.replace(/\s+/g, '');
    return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
      ? text
      : { bad: 'BASE64_NOT_VALID', message: 'This is not base64.' };
  },
  encode: (value) => value,
};

/** A payment card: of a number too long to be a part of one, only the last four digits are kept (EN 16931 BR-51). */
export const cardNumber: Field<string> = {
  says: 'last digits of a card number',
  decode: lastDigits,
  encode: lastDigits,
};

function lastDigits(value: string): string {
  const digits = value.replace(/\D/g, '');
  return digits.length > 10 ? digits.slice(-4) : value.trim();
}

/** A sum that may go either way; a plus before it, legal in XML Schema, is dropped. */
export const signed: Field<string> = {
  ...decimal(),
  says: 'decimal, with or without a sign',
  decode: (raw) => decimal().decode(raw.trim().replace(/^\+(?=\d)/, '')),
};

/** The tax of a category; VAT is what is meant when none is named. */
export const taxScheme: Field<string> = {
  says: 'tax, VAT when absent',
  decode: (raw) => (raw.trim() === 'VAT' ? undefined : raw.trim()),
  encode: (value) => (value === '' ? undefined : value),
};

/** The tax a second tax number is of; TAX, any, when none is named. */
export const registrationScheme: Field<string> = {
  says: 'tax, TAX when absent',
  decode: (raw) => (raw.trim() === 'TAX' ? undefined : raw.trim()),
  encode: (value) => (value === '' ? undefined : value),
};

/** A number that Peppol demands and a sender may not have: NA says so. */
export const numberOrNone: Field<string> = {
  says: 'text 1-200, NA for none',
  decode: (raw) => (raw.trim() === 'NA' ? undefined : raw.trim()),
  encode: (value) => (value === '' ? undefined : value),
};

/** UNECE Recommendation 19. */
export const transportMode = {
  '1': 'sea',
  '2': 'rail',
  '3': 'road',
  '4': 'air',
  '5': 'mail',
  '6': 'multimodal',
  '7': 'pipeline',
  '8': 'inlandWater',
} as const;

/** UNCL 1001. */
export const orderType = { '220': 'regular', '221': 'blanket', '226': 'release', '227': 'consignment' } as const;

/** Peppol order response codes, UNCL 4343. */
export const responseCode = code({ AB: 'received', AP: 'accepted', RE: 'rejected', CA: 'changed' });
