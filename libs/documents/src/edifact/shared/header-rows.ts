import { isCurrencyCode } from '#libs/kernel';
import type { DocumentPurpose } from '../../canonical/reference.js';
import { type Field, listed } from '../../grammar/field.js';
import { beside, count, dropped, fixed, may, must } from '../../grammar/row.js';
import type { EdifactRelease } from '../directory/release.js';
import { coded, day, type Sized } from '../fields/fields.js';
import { chargeRows } from './part-rows.js';

/** Element 1225, what the sender wants done. Absent it is an original. Source: UN/EDIFACT code list 1225. */
export const purpose: Field<DocumentPurpose> = coded('1225', [
  ['9', 'original'],
  ['7', 'duplicate'],
  ['4', 'change'],
  ['1', 'cancel'],
  ['5', 'change'],
  ['31', 'duplicate'],
  ['35', 'duplicate'],
  ['43', 'duplicate'],
  ['17', 'cancel'],
  ['3', 'cancel'],
  ['6', 'original'],
  ['42', 'original'],
  ['47', 'original'],
]);

/** Number and day of a document. */
export function numberRows(size: Sized) {
  return [must('BGM02', 'number', size.text('BGM02')), must('DTM[01=137]01:2', 'issuedOn', day)] as const;
}

/** The currency of all amounts; an order names it as order currency (9), an invoice as invoicing currency (4). */
export const currencyAt = 'CUX[01=2|1|4|5]01:2';
export const currencyField = listed('ISO 4217', isCurrencyCode);

/** What an order, its change and an offer say of the whole: texts, terms, charges. */
export function termRows(size: Sized, release: EdifactRelease) {
  return [
    beside('CUX01:3', '9'),
    may('FTX[01=AAI|ZZZ|PUR|COI|DIN|GEN][]04', 'note[]', size.free('FTX04')),
    may('FTX[01=AAB|PMT]04', 'paymentTerms', size.free('FTX04')),
    may('PAT02:4', 'paymentTerms', size.free('PAT02:4')),
    may('RFF[01=CT|BC|BO]01:2', 'agreement', size.text('RFF01:2')),
    may('TOD03', 'deliveryTerms.incoterm', size.text('TOD03')),
    may('TOD/LOC[01=1]02:4', 'deliveryTerms.place', size.free('LOC02:4')),
    may('TOD03:4', 'deliveryTerms.place', size.free('TOD03:4')),
    beside('TOD01', '6'),
    ...(release === 'D.01B' ? [may('BGM02:2', 'version', size.text('BGM02:2'))] : []),
  ] as const;
}

/** Charges of the document as a whole. */
export const documentChargeRows = (size: Sized) => chargeRows('ALC', 'charges[]', size);

/** The end of an order: its sums and the count of its lines. The sum of quantities is read over: it means nothing elsewhere. */
export function summaryRows(size: Sized) {
  return [
    fixed('UNS01', 'S'),
    may('UNS/MOA[01=79]01:2', 'totals.lines', size.number('MOA01:2')),
    may('UNS/MOA[01=260]01:2', 'totals.allowances', size.number('MOA01:2')),
    may('UNS/MOA[01=259]01:2', 'totals.charges', size.number('MOA01:2')),
    may('UNS/MOA[01=176|124]01:2', 'totals.tax', size.number('MOA01:2')),
    may('UNS/MOA[01=86|128|9|39]01:2', 'totals.payable', size.number('MOA01:2')),
  ] as const;
}

/** The count of lines at the end. */
export const countRows = [count('UNS/CNT[01=2]01:2', 'lines[]'), dropped('UNS/CNT[01=1]01:2')] as const;
