import { isCurrencyCode } from '#libs/kernel';
import { nameCharge } from '../../canonical/charge.js';
import { mustHaveLines } from '../../canonical/checks.js';
import { quotationBlanks } from '../../canonical/sourcing/blanks.js';
import type { Quotation } from '../../canonical/sourcing/quotation.js';
import { date, decimal, freeText, knownCode, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, count, dropped, may, must } from '../../grammar/row.js';
import { loop, segment } from '../../grammar/structure.js';
import { isServiceCode, unit } from '../parts/fields.js';
import { linePriceBasis } from '../parts/price.js';
import { chargeRows, itemRows, partyRows } from '../parts/rows.js';
import { header, lineSegments, totals } from '../parts/segments.js';
import { assumeCurrency, describe, fitParties, numberLines } from '../parts/shaping.js';
import { orderingRows, paperRows, purpose, termRows } from '../parts/term-rows.js';
import { readBreaks, shapeBreaks, stepsAlike } from './breaks.js';
import { readSchedules } from './schedules.js';

const quotation: Rule<Quotation> = {
  name: 'quotation',
  says: 'Without REF Q1 the offer bears the number of the request, without CUR it is in US dollars, without PO101 the line number is the position. REF ZZ says NO BID or ALTERNATIVE.',
  decoded: (document, view) => {
    mustHaveLines(document, 'PO1', view.report);
    if (document.number === undefined && document.request !== undefined) {
      document.number = document.request.number;
      view.report({
        at: 'REF02',
        code: 'NUMBER_ASSUMED',
        message: 'The offer has no number; that of the request is taken.',
        severity: 'warning',
      });
    }
    assumeCurrency(document, view.report);
    numberLines(document.lines, (index) => `PO1[${index + 1}]01`, view.report);
    readSchedules(
      document.lines,
      (line, day) => {
        line.deliverOn ??= day;
      },
      view,
    );
  },
  encoding: (document, report) => {
    const { buyer, supplier, shipTo } = document;
    if (document.request === undefined)
      report({ at: 'BQR02', code: 'VALUE_MISSING', message: 'The set answers a request; the offer names none.' });
    fitParties({ buyer, supplier, shipTo }, report);
    describe(document.lines);
    for (const charge of [...document.charges, ...document.lines.flatMap((line) => line.charges)])
      nameCharge(charge, isServiceCode);
  },
};

const breaks: Rule<Quotation> = {
  name: 'breaks',
  says: 'A CTP with a quantity is the price from it on, in the unit and with the pieces of the line. CTB of ordering is the least quantity (57) and its steps (69), in the unit of the line.',
  decoded: (document, { nodeOf }) => {
    document.lines.forEach((line, index) => {
      readBreaks(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (document, report) => {
    document.lines.forEach((line, index) => {
      stepsAlike(line, `lines[${index}]`, report);
      shapeBreaks(line, `PO1[${index + 1}]/CTP09`, report);
    });
  },
};

/**
 * Response to request for quotation. Source: ASC X12 004010, transaction set 843. BQR02 is the buyer's request; the supplier's own
 * number is REF Q1. PO104 is the price of the quantity, CTP prices of others.
 */
export const quotation843 = message<Quotation>({
  standard: 'X12',
  release: '004010',
  message: '843',
  source: 'ASC X12 004010, transaction set 843 (response to request for quotation)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [segment('BQR', 1, 1), ...header, loop(segment('PO1', 1, 10_000), lineSegments([])), totals],
  },
  blanks: quotationBlanks,
  extended: ['lines[]'],
  pairs: { PO1: 6 },
  carried: [
    'lines[].price.basis',
    'lines[].price.unit',
    'lines[].price.rawUnit',
    'lines[].price.factor',
    'lines[].price.currency',
    'lines[].breaks[].price',
    'lines[].minimum.unit',
    'lines[].minimum.rawUnit',
    'lines[].multiple.unit',
    'lines[].multiple.rawUnit',
    'lines[].offer',
  ],
  rows: [
    must('BQR01', 'purpose', purpose),
    may('BQR02', 'request.number', text(1, 45)),
    must('BQR03', 'issuedOn', date('CCYYMMDD')),
    may('BQR05(04=036|197)', 'validUntil', date('CCYYMMDD')),
    may('BQR08', 'version', text(1, 8)),
    may('CUR[01=SE|BY|BT]02', 'currency', listed('ISO 4217', isCurrencyCode)),
    beside('CUR01', 'SE'),
    may('REF[01=Q1|PR]02', 'number', text(1, 30)),
    may('REF[01=ZZ]02', 'status', {
      ...knownCode({ 'NO BID': 'declined' }),
      encode: (status) => (status === 'declined' ? 'NO BID' : undefined),
    }),
    ...termRows,
    ...chargeRows('SAC[01=A|C][]', 'charges[]'),
    may('DTM[01=007|196]02', 'validFrom', date('CCYYMMDD')),
    may('DTM[01=171]02', 'request.issuedOn', date('CCYYMMDD')),
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
    may('PO1[]/CTP[04!=][]04', 'lines[].breaks[].from', positive({ digits: 15 })),
    may('PO1[]/CTP[04!=][]03', 'lines[].breaks[].price.amount', positive({ digits: 17 })),
    may('PO1[]/CTP[04!=][]05', 'lines[].breaks[].price', unit),
    may('PO1[]/CTP[04!=][]09', 'lines[].breaks[].price.rawBasisCode', text(2, 2)),
    beside('PO1[]/CTP02', 'QTE'),
    may('PO1[]/PID[01=F]05', 'lines[].item.description', freeText(80)),
    may('PO1[]/REF[01=LI]02', 'lines[].requestLine', text(1, 30)),
    may('PO1[]/REF[01=ZZ]02', 'lines[].offer', {
      ...knownCode({ ALTERNATIVE: 'alternative', 'NO BID': 'none' }),
      encode: (offer) => ({ asRequested: undefined, alternative: 'ALTERNATIVE', none: 'NO BID' })[offer],
    }),
    ...paperRows('PO1[]/PWK', 'lines[].attachments'),
    ...chargeRows('PO1[]/SAC[01=A|C][]', 'lines[].charges[]'),
    may('PO1[]/DTM[01=002|074|077|106]02', 'lines[].deliverOn', date('CCYYMMDD')),
    may('PO1[]/DTM[01=036|197]02', 'lines[].validUntil', date('CCYYMMDD')),
    may('PO1[]/LDT02(03=DA)', 'lines[].leadDays', decimal({ digits: 15 })),
    beside('PO1[]/LDT01', 'AF'),
    ...orderingRows('PO1[]', 'lines[].minimum.value', 'lines[].multiple.value'),
    may('PO1[]/N9[01=L1]/MSG[]01', 'lines[].note[]', freeText(264)),
    beside('PO1[]/N9[01=L1]02', 'NOTES'),
    may('PO1[]/AMT[01=1]02', 'lines[].amount', decimal({ digits: 18 })),
    count('CTT01', 'lines[]'),
    dropped('CTT02'),
    may('CTT/AMT[01=TT]02', 'totals.payable', decimal({ digits: 18 })),
  ],
  rules: [quotation, linePriceBasis<Quotation>('PO1'), breaks],
});
