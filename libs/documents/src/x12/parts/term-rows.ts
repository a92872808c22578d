import type { DocumentPurpose } from '../../canonical/reference.js';
import { code, decimal, type Field, freeText, text } from '../../grammar/field.js';
import { beside, may } from '../../grammar/row.js';
import { paperKind } from '../goods/fields.js';

const original: Readonly<Record<string, DocumentPurpose>> = { '11': 'original', '13': 'original' };
const purposes = code<DocumentPurpose>({ '00': 'original', '07': 'duplicate', '05': 'change', '04': 'change', '01': 'cancel' });

/** BQT01 and BQR01, element 353; a request (13) and a response (11) are original documents. */
export const purpose: Field<DocumentPurpose> = {
  ...purposes,
  says: `${purposes.says}, 11, 13`,
  decode: (raw) => (Object.hasOwn(original, raw.trim()) ? original[raw.trim()] : purposes.decode(raw)),
};

/** Terms, the place and the notes of a request or an offer, in the segments an order says them in. */
export const termRows = [
  may('REF[01=CT]02', 'agreement', text(1, 30)),
  may('FOB05', 'deliveryTerms.incoterm', text(3, 3)),
  may('FOB07', 'deliveryTerms.place', freeText(80)),
  beside('FOB01', 'DF'),
  beside('FOB04', '01'),
  beside('FOB06', 'ZZ'),
  may('ITD12', 'paymentTerms', freeText(80)),
  may('N9[01=L1]/MSG[]01', 'note[]', freeText(264)),
  beside('N9[01=L1]02', 'NOTES'),
] as const;

/** Papers named in PWK: their kind, number and what they are. */
export const paperRows = <const A extends string, const P extends string>(at: A, to: P) => [
  may(`${at}[]01`, `${to}[].typeCode`, paperKind),
  may(`${at}[]06`, `${to}[].number`, text(2, 80)),
  may(`${at}[]07`, `${to}[].description`, freeText(80)),
  beside(`${at}01`, 'ZZ'),
  beside(`${at}05`, 'AC'),
];

/** Least quantity and steps of a line, in its unit: CTB of ordering, quantity qualifiers 57 and 69 of element 673. */
export const orderingRows = <const A extends string, const M extends string, const S extends string>(
  at: A,
  minimum: M,
  multiple: S,
) => [
  may(`${at}/CTB[01=OR][03=57]04`, minimum, decimal({ digits: 15 })),
  may(`${at}/CTB[01=OR][03=69]04`, multiple, decimal({ digits: 15 })),
];
