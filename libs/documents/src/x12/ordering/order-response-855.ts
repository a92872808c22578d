import { orderResponseBlanks } from '../../canonical/blanks.js';
import type { OrderResponse } from '../../canonical/order-response.js';
import { date, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, may, must } from '../../grammar/row.js';
import { loop, optional, segment } from '../../grammar/structure.js';
import { unit } from '../parts/fields.js';
import { itemRows } from '../parts/rows.js';
import { header, lineSegments, totals } from '../parts/segments.js';
import { answerHeadRows, answerRows, answerTotalRows, operation } from './answer-rows.js';
import { answerPrice, answerReasons, answerSchedules } from './answer-rules.js';
import { answer, exception } from './answers.js';

const dates: Rule<OrderResponse> = {
  name: 'dates',
  says: 'BAK04 is the date of the order, BAK09 that of the answer; without BAK09 both are BAK04.',
  decoded: (response) => {
    if (response.issuedOn === undefined && response.order.issuedOn !== undefined) response.issuedOn = response.order.issuedOn;
  },
  encoding: (response) => {
    response.order.issuedOn ??= response.issuedOn;
  },
};

/**
 * Purchase order acknowledgment. Source: ASC X12 004010, transaction set 855. ACK gives one schedule per quantity; answers
 * belong to the buyer's line number in PO101, kept as text. The 997 is another document: it never accepts an order.
 */
export const orderResponse855 = message<OrderResponse>({
  standard: 'X12',
  release: '004010',
  message: '855',
  source: 'ASC X12 004010, transaction set 855 (purchase order acknowledgment)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [
      segment('BAK', 1, 1),
      ...header,
      loop(segment('PO1', 0, 100_000), lineSegments([loop(segment('ACK', 0, 104), optional('DTM'))])),
      totals,
    ],
  },
  blanks: orderResponseBlanks,
  extended: ['lines[]'],
  pairs: { PO1: 6, ACK: 7 },
  carried: ['lines[].schedules[].price', 'lines[].schedules[].reason'],
  rows: [
    may('BAK01', 'operation', operation),
    beside('BAK01', '00'),
    must('BAK02', 'status', answer),
    may('BAK02', 'unlisted', exception),
    must('BAK03', 'order.number', text(1, 22)),
    may('BAK04', 'order.issuedOn', date('CCYYMMDD')),
    may('BAK05', 'order.version', text(1, 30)),
    may('BAK08', 'number', text(1, 30)),
    may('BAK09', 'issuedOn', date('CCYYMMDD')),
    ...answerHeadRows,
    must('PO1[]01', 'lines[].number', text(1, 20)),
    may('PO1[]02', 'lines[].quantity.value', positive({ digits: 15 })),
    may('PO1[]03', 'lines[].quantity', unit),
    may('PO1[]04', 'lines[].schedules[0].price.amount', positive({ digits: 17 })),
    may('PO1[]05', 'lines[].schedules[0].price.rawBasisCode', text(2, 2)),
    ...itemRows('PO1[]06', 'lines[].item'),
    ...answerRows('PO1[]'),
    ...answerTotalRows,
  ],
  rules: [dates, answerPrice('PO1'), answerSchedules('PO1'), answerReasons],
});
