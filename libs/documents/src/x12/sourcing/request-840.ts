import { isCurrencyCode } from '#libs/kernel';
import { mustHaveLines } from '../../canonical/checks.js';
import { requestForQuotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { RequestForQuotation } from '../../canonical/sourcing/request-for-quotation.js';
import { date, flag, freeText, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, count, dropped, may, must } from '../../grammar/row.js';
import { loop, segment } from '../../grammar/structure.js';
import { unit } from '../parts/fields.js';
import { linePriceBasis } from '../parts/price.js';
import { itemRows, partyRows } from '../parts/rows.js';
import { header, lineSegments, totals } from '../parts/segments.js';
import { assumeCurrency, describe, fitParties, numberLines } from '../parts/shaping.js';
import { paperRows, purpose, termRows } from '../parts/term-rows.js';
import { readSchedules } from './schedules.js';

const request: Rule<RequestForQuotation> = {
  name: 'request',
  says: 'Without PO101 the line number is the position. One SCH of the quantity of its line is the day it is wanted; others are kept beside the model, which is said.',
  decoded: (document, view) => {
    mustHaveLines(document, 'PO1', view.report);
    if (document.lines.some(({ price }) => price !== undefined)) assumeCurrency(document, view.report);
    numberLines(document.lines, (index) => `PO1[${index + 1}]01`, view.report);
    readSchedules(
      document.lines,
      (line, day) => {
        line.requestedDelivery ??= day;
      },
      view,
    );
  },
  encoding: (document, report) => {
    const { buyer, supplier, shipTo } = document;
    fitParties({ buyer, supplier, shipTo }, report);
    describe(document.lines);
  },
};

/**
 * Request for quotation. Source: ASC X12 004010, transaction set 840. BQT05 is the last day for an answer; its time and a title have
 * no place. PO104 is the price the buyer has in mind.
 */
export const request840 = message<RequestForQuotation>({
  standard: 'X12',
  release: '004010',
  message: '840',
  source: 'ASC X12 004010, transaction set 840 (request for quotation)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [segment('BQT', 1, 1), ...header, loop(segment('PO1', 1, 10_000), lineSegments([])), totals],
  },
  blanks: requestForQuotationBlanks,
  extended: ['lines[]'],
  pairs: { PO1: 6 },
  carried: [
    'lines[].price.basis',
    'lines[].price.unit',
    'lines[].price.rawUnit',
    'lines[].price.factor',
    'lines[].price.currency',
  ],
  rows: [
    must('BQT01', 'purpose', purpose),
    must('BQT02', 'number', text(1, 45)),
    must('BQT03', 'issuedOn', date('CCYYMMDD')),
    may('BQT05(04=106|036|002)', 'closesOn', date('CCYYMMDD')),
    may('BQT11', 'version', text(1, 8)),
    may('CUR[01=BY|SE|BT]02', 'currency', listed('ISO 4217', isCurrencyCode)),
    beside('CUR01', 'BY'),
    ...termRows,
    may('DTM[01=002|074|077|106]02', 'requestedDelivery', date('CCYYMMDD')),
    ...paperRows('PWK', 'attachments'),
    ...partyRows('N1[01=BY]', 'buyer'),
    ...partyRows('N1[01=SE|VN|SU]', 'supplier'),
    ...partyRows('N1[01=ST]', 'shipTo'),
    beside('N1/PER01', 'IC'),
    may('PO1[]01', 'lines[].number', text(1, 20)),
    must('PO1[]02', 'lines[].quantity.value', positive({ digits: 15 })),
    must('PO1[]03', 'lines[].quantity', unit),
    may('PO1[]04', 'lines[].price.amount', positive({ digits: 17 })),
    may('PO1[]05', 'lines[].price.rawBasisCode', text(2, 2)),
    ...itemRows('PO1[]06', 'lines[].item'),
    may('PO1[]06+(EC)', 'lines[].revision', text(1, 48)),
    may('PO1[]/PID[01=F]05', 'lines[].item.description', freeText(80)),
    may('PO1[]/REF[01=ZZ]02', 'lines[].mayBeSubstituted', flag('SUBSTITUTE')),
    ...paperRows('PO1[]/PWK', 'lines[].attachments'),
    may('PO1[]/DTM[01=002|074|077|106]02', 'lines[].requestedDelivery', date('CCYYMMDD')),
    may('PO1[]/N9[01=L1]/MSG[]01', 'lines[].note[]', freeText(264)),
    beside('PO1[]/N9[01=L1]02', 'NOTES'),
    ...partyRows('PO1[]/N1[01=ST]', 'lines[].shipTo'),
    beside('PO1[]/N1/PER01', 'IC'),
    count('CTT01', 'lines[]'),
    dropped('CTT02'),
  ],
  rules: [request, linePriceBasis<RequestForQuotation>('PO1')],
});
