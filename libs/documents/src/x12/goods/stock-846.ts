import { isCountryCode, isCurrencyCode } from '#libs/kernel';
import { mustHaveLines } from '../../canonical/checks.js';
import { stockReportBlanks } from '../../canonical/goods/blanks.js';
import type { StockReport } from '../../canonical/goods/stock-report.js';
import { code, date, decimal, describing, type Field, freeText, listed, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, count, dropped, may, must } from '../../grammar/row.js';
import { loop, optional, segment } from '../../grammar/structure.js';
import { scheme, unit } from '../parts/fields.js';
import { readPrice, shapePrice } from '../parts/price.js';
import { timeOfDay } from '../parts/quantity-rows.js';
import { itemRows, partyRows } from '../parts/rows.js';
import { chargeLoop } from '../parts/segments.js';
import { describe, fitParties, mustName, numberLines } from '../parts/shaping.js';
import { knownKinds, sayableQuantities, stockKind } from './stock-kinds.js';

const nameLoop = loop(segment('N1', 0, 200), [
  segment('N2', 0, 2),
  segment('N3', 0, 2),
  segment('N4', 0, 1),
  ...optional('REF PER'),
]);
const sourceLoop = loop(segment('LM', 0, 10), optional('LQ'));
const LINE = 'LIN[]';
const QUANTITY = `LIN[]/QTY[01=${knownKinds}][]`;

/** BIA02: stock to sell has a code of its own, every other report is of what is held; its code is kept. */
const reportKind: Field<StockReport['report']> = {
  says: 'report type, element 755: SI stock to sell; every other is of what is held and kept',
  decode: (raw) => (raw.trim() === 'SI' ? 'availability' : undefined),
  encode: (value) => (value === 'availability' ? 'SI' : undefined),
};

const header: Rule<StockReport> = {
  name: 'header',
  says: 'A report that is not one of stock to sell is of what is held. Without LIN01 the line number is the position.',
  decoded: (report, view) => {
    mustHaveLines(report, 'LIN', view.report);
    report.report ??= 'inventory';
    numberLines(report.lines, (index) => `LIN[${index + 1}]01`, view.report);
  },
  encoding: (report, say) => {
    const { buyer, supplier, reporter } = report;
    fitParties({ buyer, supplier, reporter }, say);
    describe(report.lines);
    mustName(report.lines, say);
    sayableQuantities(report, say);
  },
};

/** A price in CTP has its own unit and basis; the quantity it is for is one. */
const priceBasis: Rule<StockReport> = {
  name: 'priceBasis',
  says: 'CTP03, CTP05 and CTP09 are one price with its basis; without CTP05 it is per unit of the first quantity.',
  decoded: (report, { nodeOf }) => {
    report.lines.forEach((line, index) => {
      const unitOf = line.price?.unit ?? line.quantities[0]?.quantity?.unit;
      const priced = {
        ...(line.price === undefined ? {} : { price: line.price }),
        ...(unitOf === undefined ? {} : { quantity: { value: '1', unit: unitOf } }),
      };
      readPrice(priced, nodeOf(`lines[${index}]`));
      if (priced.price === undefined) delete line.price;
      else line.price = priced.price;
    });
  },
  encoding: (report, say) => {
    report.lines.forEach((line, index) => {
      if (line.price !== undefined)
        shapePrice({ price: line.price, quantity: { value: '1', unit: line.price.unit } }, `LIN[${index + 1}]/CTP09`, say);
    });
  },
};

/**
 * Inventory advice. Source: ASC X12 004010, transaction set 846. A line is one part at one place; its quantities tell what they are
 * in QTY01, of which codes the hub has no word for are kept unread with their line. Schedules by warehouse (SCH) are kept beside the model.
 */
export const stock846 = message<StockReport>({
  standard: 'X12',
  release: '004010',
  message: '846',
  source: 'ASC X12 004010, transaction set 846 (inventory inquiry/advice)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [
      segment('BIA', 1, 1),
      ...optional('CUR DTM REF PER MEA'),
      nameLoop,
      sourceLoop,
      loop(segment('LIN', 1, 10_000), [
        ...optional('PID MEA PKG DTM CTP CUR'),
        chargeLoop,
        ...optional('REF PER SDQ MAN UIT CS DD G53 PCT LDT'),
        sourceLoop,
        loop(segment('SLN', 0, 1000), [...optional('PID MEA PKG'), loop(segment('MAN', 0, 100), optional('MEA'))]),
        loop(segment('QTY', 0, 99), [
          ...optional('UIT MEA LDT DTM'),
          loop(segment('REF', 0, 100_000), []),
          loop(segment('SCH', 0, 25), optional('MEA')),
          sourceLoop,
        ]),
        loop(segment('LS', 0, 1), [loop(segment('REF', 0, 100_000), [...optional('DTM N1'), sourceLoop]), segment('LE', 0, 1)]),
        nameLoop,
      ]),
      segment('CTT', 0, 1),
    ],
  },
  blanks: stockReportBlanks,
  extended: ['lines[]'],
  pairs: { LIN: 2 },
  carried: ['lines[].price.basis', 'lines[].price.factor', 'lines[].price.currency'],
  rows: [
    must('BIA01', 'purpose', code({ '00': 'original', '07': 'duplicate', '05': 'change', '04': 'change', '01': 'cancel' })),
    may('BIA02', 'report', reportKind),
    beside('BIA02', 'DD'),
    must('BIA03', 'number', text(1, 30)),
    must('BIA04', 'issuedOn', date('CCYYMMDD')),
    may('BIA05', 'issuedAt', timeOfDay),
    may('CUR[01=SE|BY|BT]02', 'currency', listed('ISO 4217', isCurrencyCode)),
    may('DTM[01=090]02', 'period.start', date('CCYYMMDD')),
    may('DTM[01=091]02', 'period.end', date('CCYYMMDD')),
    ...partyRows('N1[01=BY]', 'buyer'),
    ...partyRows('N1[01=SE|VN|SU|DS]', 'supplier'),
    ...partyRows('N1[01=FR]', 'reporter'),
    beside('N1/PER01', 'IC'),
    may(`${LINE}01`, 'lines[].number', text(1, 20)),
    ...itemRows(`${LINE}02`, 'lines[].item'),
    may(`${LINE}02+(CH)`, 'lines[].item.countryOfOrigin', describing('ISO 3166-1', isCountryCode)),
    may(`${LINE}/PID[01=F]05`, 'lines[].item.description', freeText(80)),
    may(`${LINE}/DTM[01=036]02`, 'lines[].expiresOn', date('CCYYMMDD')),
    may(`${LINE}/CTP03`, 'lines[].price.amount', positive({ digits: 17 })),
    may(`${LINE}/CTP05`, 'lines[].price', unit),
    may(`${LINE}/CTP09`, 'lines[].price.rawBasisCode', text(2, 2)),
    beside(`${LINE}/CTP02`, 'UCP'),
    beside(`${LINE}/CTP04`, '1'),
    may(`${LINE}/REF[01=LT]02`, 'lines[].lot', text(1, 30)),
    may(`${LINE}/REF[01=SE]02`, 'lines[].serial', text(1, 30)),
    may(`${LINE}/LDT02(03=DA)`, 'lines[].leadDays', decimal({ digits: 15 })),
    beside(`${LINE}/LDT01`, 'AF'),
    must(`${QUANTITY}01`, 'lines[].quantities[]', stockKind),
    must(`${QUANTITY}02`, 'lines[].quantities[].quantity.value', decimal({ digits: 15 })),
    must(`${QUANTITY}03`, 'lines[].quantities[].quantity', unit),
    may(`${QUANTITY}/DTM[01=018|017|371|002|169|097]02`, 'lines[].quantities[].on', date('CCYYMMDD')),
    may(`${LINE}/N1[01=WH|SF]02`, 'lines[].location.name', freeText(60)),
    may(`${LINE}/N1[01=WH|SF]04`, 'lines[].location.identifier.value', text(1, 80)),
    may(`${LINE}/N1[01=WH|SF]03`, 'lines[].location.identifier', scheme),
    may(`${LINE}/N1[01=WH|SF]/N404`, 'lines[].location.country', describing('ISO 3166-1', isCountryCode)),
    count('CTT01', 'lines[]'),
    dropped('CTT02'),
  ],
  rules: [header, priceBasis],
});
