import { orderBlanks } from '../../canonical/blanks.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { Order } from '../../canonical/order.js';
import { code, date, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, may, must } from '../../grammar/row.js';
import { loop, segment } from '../../grammar/structure.js';
import { unit } from '../parts/fields.js';
import { linePriceBasis } from '../parts/price.js';
import { itemRows } from '../parts/rows.js';
import { header, lineSegments, totals } from '../parts/segments.js';
import { assumeCurrency, numberLines } from '../parts/shaping.js';
import { carriedByRules, orderHeadRows, orderKind, orderLineRows, orderTotalRows } from './order-rows.js';
import { orderTexts } from './order-texts.js';

/** What the standard leaves to agreement: no CUR means US dollars, no PO101 the position; both are said. */
const assumed: Rule<Order> = {
  name: 'assumed',
  says: 'Without CUR the currency is USD; without PO101 the line number is the position. Both with a warning.',
  decoded: (order, { report }) => {
    mustHaveLines(order, 'PO1', report);
    assumeCurrency(order, report);
    numberLines(order.lines, (index) => `PO1[${index + 1}]01`, report);
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
  carried: [...carriedByRules],
  rows: [
    must('BEG01', 'purpose', code({ '00': 'original', '07': 'duplicate', '04': 'change', '05': 'change', '01': 'cancel' })),
    may('BEG02', 'orderType', orderKind),
    beside('BEG02', 'SA'),
    must('BEG03', 'number', text(1, 22)),
    must('BEG05', 'issuedOn', date('CCYYMMDD')),
    may('BEG06', 'agreement', text(1, 30)),
    ...orderHeadRows,
    may('PO1[]01', 'lines[].number', text(1, 20)),
    must('PO1[]02', 'lines[].quantity.value', positive({ digits: 15 })),
    must('PO1[]03', 'lines[].quantity', unit),
    may('PO1[]04', 'lines[].price.amount', positive({ digits: 17 })),
    may('PO1[]05', 'lines[].price.rawBasisCode', text(2, 2)),
    ...itemRows('PO1[]06', 'lines[].item'),
    may('PO1[]06+(EC)', 'lines[].revision', text(1, 48)),
    ...orderLineRows('PO1[]'),
    ...orderTotalRows,
  ],
  rules: [assumed, linePriceBasis<Order>('PO1'), orderTexts],
});
