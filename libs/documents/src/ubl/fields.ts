import { isUnitCode } from '#libs/kernel';
import { code, type Field } from '../grammar/field.js';

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

/** An identifier scheme of ISO 6523 or the EAS list: read and written only when it is one; GLN, an old name of 0088, is understood. */
export const icd: Field<string> = {
  says: 'identifier scheme, ISO 6523 or EAS',
  decode: (raw) => (raw.trim() === 'GLN' ? '0088' : /^(?:\d{4}|[A-Z]{2})$/.test(raw.trim()) ? raw.trim() : undefined),
  encode: (value) => (/^(?:\d{4}|[A-Z]{2})$/.test(value) ? value : undefined),
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

/** UNCL 1001. */
export const orderType = { '220': 'regular', '221': 'blanket', '226': 'release', '227': 'consignment' } as const;

/** Peppol order response codes, UNCL 4343. */
export const responseCode = code({ AB: 'received', AP: 'accepted', RE: 'rejected', CA: 'changed' });
