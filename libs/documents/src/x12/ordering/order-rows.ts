import { isCurrencyCode } from '#libs/kernel';
import { date, decimal, flag, freeText, knownCode, listed, text } from '../../grammar/field.js';
import { beside, count, dropped, may } from '../../grammar/row.js';
import { chargeRows, partyRows } from '../parts/rows.js';

/** BEG02 and BCH02, element 92. */
export const orderKind = knownCode({ SA: 'regular', BK: 'blanket', RL: 'release', CN: 'consignment' });

/** What the header of an order and of its change says alike. */
export const orderHeadRows = [
  may('CUR[01=BY|SE|BT]02', 'currency', listed('ISO 4217', isCurrencyCode)),
  may('REF[01=VB]02', 'version', text(1, 30)),
  may('REF[01=CE]02', 'costReference', text(1, 30)),
  may('FOB05', 'deliveryTerms.incoterm', text(3, 3)),
  may('FOB07', 'deliveryTerms.place', freeText(80)),
  beside('FOB01', 'DF'),
  ...chargeRows('SAC[01=A|C][]', 'charges[]'),
  may('ITD12', 'paymentTerms', freeText(80)),
  may('DTM[01=002|074|077|106]02', 'requestedDelivery', date('CCYYMMDD')),
  may('N9[01=L1]/MSG[]01', 'note[]', freeText(264)),
  ...partyRows('N1[01=BY]', 'buyer'),
  ...partyRows('N1[01=SE|VN|SU]', 'supplier'),
  ...partyRows('N1[01=ST]', 'shipTo'),
  ...partyRows('N1[01=BT]', 'billTo'),
] as const;

/** What a line of an order and of its change says alike, below the segment that opens it. */
export const orderLineRows = <const A extends string>(at: A) => [
  may(`${at}/PID[01=F]05`, 'lines[].item.description', freeText(80)),
  may(`${at}/REF[01=CE]02`, 'lines[].costReference', text(1, 30)),
  may(`${at}/REF[01=ZZ]02`, 'lines[].nonCancellable', flag('NCNR')),
  ...chargeRows(`${at}/SAC[01=A|C][]`, 'lines[].charges[]'),
  may(`${at}/DTM[01=002|074|077|106]02`, 'lines[].requestedDelivery', date('CCYYMMDD')),
  may(`${at}/MSG[]01`, 'lines[].note[]', freeText(264)),
  ...partyRows(`${at}/N1[01=ST]`, 'lines[].shipTo'),
  may(`${at}/AMT[01=1]02`, 'lines[].amount', decimal({ digits: 18 })),
  beside(`${at}/N1[01=ST]/PER01`, 'IC'),
];

/** Totals, and what stands beside the values of both. */
export const orderTotalRows = [
  count('CTT01', 'lines[]'),
  dropped('CTT02'),
  may('CTT/AMT[01=TT]02', 'totals.payable', decimal({ digits: 18 })),
  beside('N9[01=L1]02', 'NOTES'),
  ...['BY', 'SE', 'ST', 'BT'].map((role) => beside(`N1[01=${role}]/PER01`, 'IC')),
  beside('FOB04', '01'),
  beside('FOB06', 'ZZ'),
  beside('CUR01', 'BY'),
] as const;

/** Paths of a price that its rule carries, and a name that stands in the description. */
export const carriedByRules = [
  'lines[].price.basis',
  'lines[].price.unit',
  'lines[].price.rawUnit',
  'lines[].price.factor',
  'lines[].price.currency',
] as const;
