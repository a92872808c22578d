import { isCurrencyCode } from '#libs/kernel';
import { orderBlanks } from '../canonical/blanks.js';
import { nameCharge } from '../canonical/charge.js';
import { mustHaveLines } from '../canonical/checks.js';
import type { Order } from '../canonical/order.js';
import { code, date, decimal, flag, freeText, knownCode, listed, positive, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { beside, count, dropped, may, must } from '../grammar/row.js';
import { loop, segment } from '../grammar/structure.js';
import { isServiceCode, unit } from './parts/fields.js';
import { linePriceBasis } from './parts/price.js';
import { chargeRows, itemRows, partyRows } from './parts/rows.js';
import { header, lineSegments, totals } from './parts/segments.js';

/** What the standard leaves to agreement: no CUR means US dollars, no PO101 the position; both are said. */
const assumed: Rule<Order> = {
  name: 'assumed',
  says: 'Without CUR the currency is USD; without PO101 the line number is the position. Both with a warning.',
  decoded: (order, { report }) => {
    mustHaveLines(order, 'PO1', report);
    if (order.currency === undefined) {
      order.currency = 'USD';
      report({
        at: 'CUR02',
        code: 'CURRENCY_ASSUMED',
        message: 'The order names no currency; US dollars are assumed.',
        severity: 'warning',
      });
    }
    order.lines.forEach((line, index) => {
      if (line.number !== undefined) return;
      line.number = String(index + 1);
      report({
        at: `PO1[${index + 1}]01`,
        code: 'LINE_NUMBER_ASSUMED',
        message: 'The line has no number; its position is taken.',
        severity: 'warning',
      });
    });
  },
};

const priceBasis = linePriceBasis<Order>('PO1');

/** The set has one text per part, and codes of element 1300 alone for charges. */
const texts: Rule<Order> = {
  name: 'texts',
  says: 'A part without description is described by its name. A charge whose code is none of element 1300 is ZZZZ, its code in SAC15.',
  encoding: (order) => {
    for (const { item } of order.lines)
      if (item.description === undefined && item.name !== undefined) item.description = item.name;
    for (const charge of [...order.charges, ...order.lines.flatMap((line) => line.charges)]) nameCharge(charge, isServiceCode);
  },
};

/**
 * Purchase order. Source: ASC X12 004010, transaction set 850. PO105 gives the price basis (PE each, HP hundred, TP thousand);
 * it is kept, never divided out. Quantities, prices and line numbers keep their writing. Part of an item beyond PO106 to PO125 stays unsaid.
 */
export const order850 = message<Order>({
  standard: 'X12',
  release: '004010',
  message: '850',
  source: 'ASC X12 004010, transaction set 850 (purchase order)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [segment('BEG', 1, 1), ...header, loop(segment('PO1', 1, 100_000), lineSegments([])), totals],
  },
  blanks: orderBlanks,
  extended: ['lines[]'],
  pairs: { PO1: 6 },
  carried: [
    'lines[].price.basis',
    'lines[].price.unit',
    'lines[].price.rawUnit',
    'lines[].price.factor',
    'lines[].price.currency',
    'lines[].item.name',
  ],
  rows: [
    must('BEG01', 'purpose', code({ '00': 'original', '07': 'duplicate', '04': 'change', '05': 'change', '01': 'cancel' })),
    may('BEG02', 'orderType', knownCode({ SA: 'regular', BK: 'blanket', RL: 'release', CN: 'consignment' })),
    beside('BEG02', 'SA'),
    must('BEG03', 'number', text(1, 22)),
    must('BEG05', 'issuedOn', date('CCYYMMDD')),
    may('BEG06', 'agreement', text(1, 30)),
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
    may('PO1[]01', 'lines[].number', text(1, 20)),
    must('PO1[]02', 'lines[].quantity.value', positive({ digits: 15 })),
    must('PO1[]03', 'lines[].quantity', unit),
    may('PO1[]04', 'lines[].price.amount', positive({ digits: 17 })),
    may('PO1[]05', 'lines[].price.rawBasisCode', text(2, 2)),
    ...itemRows('PO1[]06', 'lines[].item'),
    may('PO1[]06+(EC)', 'lines[].revision', text(1, 48)),
    may('PO1[]/PID[01=F]05', 'lines[].item.description', freeText(80)),
    may('PO1[]/REF[01=CE]02', 'lines[].costReference', text(1, 30)),
    may('PO1[]/REF[01=ZZ]02', 'lines[].nonCancellable', flag('NCNR')),
    ...chargeRows('PO1[]/SAC[01=A|C][]', 'lines[].charges[]'),
    may('PO1[]/DTM[01=002|074|077|106]02', 'lines[].requestedDelivery', date('CCYYMMDD')),
    may('PO1[]/MSG[]01', 'lines[].note[]', freeText(264)),
    ...partyRows('PO1[]/N1[01=ST]', 'lines[].shipTo'),
    may('PO1[]/AMT[01=1]02', 'lines[].amount', decimal({ digits: 18 })),
    count('CTT01', 'lines[]'),
    dropped('CTT02'),
    may('CTT/AMT[01=TT]02', 'totals.payable', decimal({ digits: 18 })),
    beside('N9[01=L1]02', 'NOTES'),
    beside('N1[01=BY]/PER01', 'IC'),
    beside('N1[01=SE]/PER01', 'IC'),
    beside('N1[01=ST]/PER01', 'IC'),
    beside('N1[01=BT]/PER01', 'IC'),
    beside('PO1[]/N1[01=ST]/PER01', 'IC'),
    beside('FOB04', '01'),
    beside('FOB06', 'ZZ'),
    beside('CUR01', 'BY'),
  ],
  rules: [assumed, priceBasis, texts],
});
