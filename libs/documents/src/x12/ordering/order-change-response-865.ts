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
import { lineAction } from './line-action.js';

const dates: Rule<OrderResponse> = {
  name: 'dates',
  says: 'BCA06 is the day of the order, BCA10 that of the answer, BCA11 that of the change; an answer without a day is of that of the change, else of the order. A change is always named.',
  decoded: (response, { report }) => {
    response.change ??= {};
    const day = response.change.issuedOn ?? response.order.issuedOn;
    if (response.issuedOn === undefined && day !== undefined) response.issuedOn = day;
    if (response.issuedOn === undefined)
      report({
        at: 'BCA10',
        code: 'VALUE_MISSING',
        message: 'The answer says no day: neither its own, nor of the change, nor of the order.',
      });
  },
  encoding: (response) => {
    response.order.issuedOn ??= response.change?.issuedOn ?? response.issuedOn;
  },
};

/**
 * Purchase order change acknowledgment, or the supplier's own wish for a change. Source: ASC X12 004010, transaction set 865. As in
 * the 855 each ACK is one quantity; POC02 repeats what the change did to the line.
 */
export const orderChangeResponse865 = message<OrderResponse>({
  standard: 'X12',
  release: '004010',
  message: '865',
  source: 'ASC X12 004010, transaction set 865 (purchase order change acknowledgment/request, seller initiated)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [
      segment('BCA', 1, 1),
      ...header,
      loop(segment('POC', 0, 100_000), lineSegments([loop(segment('ACK', 0, 104), optional('DTM'))])),
      totals,
    ],
  },
  blanks: orderResponseBlanks,
  extended: ['lines[]'],
  pairs: { POC: 8, ACK: 7 },
  carried: ['lines[].schedules[].price', 'lines[].schedules[].reason'],
  rows: [
    may('BCA01', 'operation', operation),
    beside('BCA01', '00'),
    must('BCA02', 'status', answer),
    may('BCA02', 'unlisted', exception),
    must('BCA03', 'order.number', text(1, 22)),
    may('BCA04', 'order.version', text(1, 30)),
    may('BCA05', 'change.sequence', text(1, 8)),
    may('BCA06', 'order.issuedOn', date('CCYYMMDD')),
    may('BCA09', 'number', text(1, 30)),
    may('BCA10', 'issuedOn', date('CCYYMMDD')),
    may('BCA11', 'change.issuedOn', date('CCYYMMDD')),
    may('REF[01=TN]02', 'change.number', text(1, 30)),
    ...answerHeadRows,
    must('POC[]01', 'lines[].number', text(1, 20)),
    may('POC[]02', 'lines[]', lineAction),
    beside('POC[]02', 'CA'),
    may('POC[]03', 'lines[].quantity.value', positive({ digits: 15 })),
    may('POC[]05', 'lines[].quantity', unit),
    may('POC[]06', 'lines[].schedules[0].price.amount', positive({ digits: 17 })),
    may('POC[]07', 'lines[].schedules[0].price.rawBasisCode', text(2, 2)),
    ...itemRows('POC[]08', 'lines[].item'),
    ...answerRows('POC[]'),
    ...answerTotalRows,
  ],
  rules: [dates, answerPrice('POC'), answerSchedules('POC'), answerReasons],
});
