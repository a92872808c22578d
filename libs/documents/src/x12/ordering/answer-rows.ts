import { isCurrencyCode } from '#libs/kernel';
import { date, type Field, freeText, listed, positive, text } from '../../grammar/field.js';
import { beside, count, dropped, may, must, needed } from '../../grammar/row.js';
import { unit } from '../parts/fields.js';
import { itemRows, partyRows } from '../parts/rows.js';
import { lineAnswer } from './answers.js';

/** BAK01 and BCA01, element 353. */
export const operation: Field<'new' | 'update'> = {
  says: '00 original, 04 and 05 change',
  decode: (raw) => (raw === '04' || raw === '05' ? 'update' : undefined),
  encode: (value) => (value === 'update' ? '05' : undefined),
};

/** What the header of an answer says, to an order or to its change. */
export const answerHeadRows = [
  may('CUR[01=SE|BY|BT]02', 'currency', listed('ISO 4217', isCurrencyCode)),
  may('N9[01=L1]/MSG[]01', 'note[]', freeText(264)),
  ...partyRows('N1[01=BY]', 'buyer'),
  ...partyRows('N1[01=SE|VN|SU]', 'supplier'),
] as const;

/** What an answered line says below the segment that opens it. */
export const answerRows = <const A extends string>(at: A) => [
  may(`${at}/PID[01=F]05`, 'lines[].item.description', freeText(80)),
  may(`${at}/REF[01=LI]02`, 'lines[].supplierLine', text(1, 30)),
  must(`${at}/ACK[]01`, 'lines[].schedules[]', lineAnswer),
  needed(`${at}/ACK[]02`, 'lines[].schedules[].quantity.value', positive({ digits: 15 })),
  needed(`${at}/ACK[]03`, 'lines[].schedules[].quantity', unit),
  may(`${at}/ACK[]05(04=068|010|011|004|118)`, 'lines[].schedules[].shipOn', date('CCYYMMDD')),
  may(`${at}/ACK[]05(04=067|017|002|074)`, 'lines[].schedules[].deliverOn', date('CCYYMMDD')),
  may(`${at}/ACK[]/DTM[01=068|010|011|004|118]02`, 'lines[].schedules[].shipOn', date('CCYYMMDD')),
  may(`${at}/ACK[]/DTM[01=067|017|002|074]02`, 'lines[].schedules[].deliverOn', date('CCYYMMDD')),
  ...itemRows(`${at}/ACK[]07`, 'lines[].schedules[].substitute'),
  may(`${at}/N9[01=L1]/MSG[]01`, 'lines[].note[]', freeText(264)),
  beside(`${at}/N9[01=L1]02`, 'NOTES'),
];

/** Totals, and what stands beside the values of the header. */
export const answerTotalRows = [
  count('CTT01', 'lines[]'),
  dropped('CTT02'),
  beside('N9[01=L1]02', 'NOTES'),
  beside('N1[01=BY]/PER01', 'IC'),
  beside('N1[01=SE]/PER01', 'IC'),
] as const;
