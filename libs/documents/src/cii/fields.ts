import { isIban } from '../canonical/billing/iban.js';
import type { DocumentPurpose } from '../canonical/reference.js';
import { date, type Field, knownCode, text } from '../grammar/field.js';
import { beside, type FieldRow, type FixedRow, may, must } from '../grammar/row.js';

const COMPACT = date('CCYYMMDD');

/** A day in a DateTimeString of the format 102 (CCYYMMDD); a time behind it, in the formats 203 and 204, is ignored. */
const DAY: Field<string> = {
  ...COMPACT,
  decode: (raw) => COMPACT.decode(raw.trim().replace(/^(\d{8})(?:\d{4}|\d{6})$/, '$1')),
};

/** How CII wraps a day: `udt:DateTimeString` in most places, `udt:DateString` and `qdt:DateTimeString` in a few. */
type Wrapper = 'udt:DateTimeString' | 'udt:DateString' | 'qdt:DateTimeString';

/** A day below an element, with the format it is written in. */
export function dayRows<const P extends string>(
  at: string,
  to: P,
  { needs = may, as = 'udt:DateTimeString' as Wrapper }: { needs?: typeof may | typeof must; as?: Wrapper } = {},
): [FieldRow<P>, FixedRow] {
  return [needs(`${at}/${as}`, to, DAY), beside(`${at}/${as}@format`, '102')];
}

/** An account by IBAN. */
export const iban: Field<string> = {
  says: 'IBAN',
  decode: (raw) => raw.trim(),
  encode: (value) => (isIban(value) ? value : undefined),
};

/** Text of a name or number. */
export const NUMBER = text(1, 200);

/** When tax falls due: UNCL 2475 of CII to UNCL 2005 of the model (EN 16931 BT-8): invoice date, delivery, payment. */
export const taxEvent: Field<string> = {
  says: 'event of tax, UNCL 2475 (5, 29, 72) for UNCL 2005 (3, 35, 432)',
  decode: (raw) => taxEvents[raw.trim()] ?? raw.trim(),
  encode: (value) => Object.keys(taxEvents).find((code) => taxEvents[code] === value) ?? value,
};
/** UNCL 2475 to UNCL 2005, as EN 16931 takes both. */
export const taxEvents: Readonly<Record<string, string>> = { '5': '3', '29': '35', '72': '432' };

const purposes = knownCode({ '9': 'original', '7': 'duplicate', '4': 'change', '1': 'cancel' });

/** UNCL 1225; an original is not named, since EN 16931 has no place for it. */
export const purposeCode: Field<DocumentPurpose> = {
  ...purposes,
  encode: (value, document) => (value === 'original' ? undefined : purposes.encode(value, document)),
};
