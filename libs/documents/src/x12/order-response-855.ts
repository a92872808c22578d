import { isCurrencyCode } from '#libs/kernel';
import { orderResponseBlanks } from '../canonical/blanks.js';
import type { OrderResponse } from '../canonical/order-response.js';
import { date, type Field, freeText, listed, positive, text } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { beside, count, dropped, may, must, needed } from '../grammar/row.js';
import { loop, optional, segment } from '../grammar/structure.js';
import { answer, exception, lineAnswer } from './answers.js';
import { unit } from './parts/fields.js';
import { writeFactor } from './parts/price.js';
import { itemRows, partyRows } from './parts/rows.js';
import { header, lineSegments, totals } from './parts/segments.js';
import { fillQuantities, linePrice, scheduled, spreadPrice } from './response-lines.js';

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

/** A line priced in the set: its price is that of every schedule. */
const price: Rule<OrderResponse> = {
  name: 'price',
  says: 'PO104, PO105 and PO4 give one price per line, valid for each of its quantities.',
  decoded: (response, { nodeOf }) => {
    response.lines.forEach((line, index) => {
      spreadPrice(line, nodeOf(`lines[${index}]`));
    });
  },
  encoding: (response, report) => {
    response.lines.forEach((line, index) => {
      linePrice(line, `PO1[${index + 1}]`, report);
    });
  },
  written: (response, { nodeOf, report }) => {
    response.lines.forEach((line, index) => {
      const priced = line.schedules[0];
      if (priced?.price === undefined) return;
      writeFactor({ quantity: line.quantity ?? priced.quantity, price: priced.price }, nodeOf(`lines[${index}]`), {
        at: `PO1[${index + 1}]/PO401`,
        report,
      });
    });
  },
};

/** Without ACK a line says yes or no by its header, and SCH parts it. */
const schedules: Rule<OrderResponse> = {
  name: 'schedules',
  says: 'Each ACK is one quantity, without ACK02 that of PO102. SCH parts the quantity of its only ACK; a line with neither has the answer of the header.',
  decoded: (response, { nodeOf, report }) => {
    response.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      const planned = node?.children.filter((child) => child.name === 'SCH') ?? [];
      if (planned.length > 0 && line.schedules.length <= 1)
        line.schedules = planned.map((child) => scheduled(child, line, response.status)).filter((found) => found !== undefined);
      else if (
        line.schedules.length === 0 &&
        line.quantity !== undefined &&
        (response.status === 'accepted' || response.status === 'rejected')
      ) {
        line.schedules = [{ status: response.status, quantity: line.quantity }];
      }
      fillQuantities(line, `PO1[${index + 1}]`, report);
    });
  },
};

const reasons: Rule<OrderResponse> = {
  name: 'reasons',
  says: 'The set has no reason per quantity: reasons are written as texts of the line.',
  encoding: (response) => {
    for (const line of response.lines)
      for (const { reason } of line.schedules) if (reason !== undefined && !line.note.includes(reason)) line.note.push(reason);
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
    may('BAK01', 'operation', {
      says: '00 original, 04 and 05 change',
      decode: (raw) => (raw === '04' || raw === '05' ? 'update' : undefined),
      encode: (value) => (value === 'update' ? '05' : undefined),
    } satisfies Field<'new' | 'update'>),
    beside('BAK01', '00'),
    must('BAK02', 'status', answer),
    may('BAK02', 'unlisted', exception),
    must('BAK03', 'order.number', text(1, 22)),
    may('BAK04', 'order.issuedOn', date('CCYYMMDD')),
    may('BAK05', 'order.version', text(1, 30)),
    may('BAK08', 'number', text(1, 30)),
    may('BAK09', 'issuedOn', date('CCYYMMDD')),
    may('CUR[01=SE|BY|BT]02', 'currency', listed('ISO 4217', isCurrencyCode)),
    may('N9[01=L1]/MSG[]01', 'note[]', freeText(264)),
    ...partyRows('N1[01=BY]', 'buyer'),
    ...partyRows('N1[01=SE|VN|SU]', 'supplier'),
    must('PO1[]01', 'lines[].number', text(1, 20)),
    may('PO1[]02', 'lines[].quantity.value', positive({ digits: 15 })),
    may('PO1[]03', 'lines[].quantity', unit),
    may('PO1[]04', 'lines[].schedules[0].price.amount', positive({ digits: 17 })),
    may('PO1[]05', 'lines[].schedules[0].price.rawBasisCode', text(2, 2)),
    ...itemRows('PO1[]06', 'lines[].item'),
    may('PO1[]/PID[01=F]05', 'lines[].item.description', freeText(80)),
    may('PO1[]/REF[01=LI]02', 'lines[].supplierLine', text(1, 30)),
    must('PO1[]/ACK[]01', 'lines[].schedules[]', lineAnswer),
    needed('PO1[]/ACK[]02', 'lines[].schedules[].quantity.value', positive({ digits: 15 })),
    needed('PO1[]/ACK[]03', 'lines[].schedules[].quantity', unit),
    may('PO1[]/ACK[]05(04=068|010|011|004|118)', 'lines[].schedules[].shipOn', date('CCYYMMDD')),
    may('PO1[]/ACK[]05(04=067|017|002|074)', 'lines[].schedules[].deliverOn', date('CCYYMMDD')),
    may('PO1[]/ACK[]/DTM[01=068|010|011|004|118]02', 'lines[].schedules[].shipOn', date('CCYYMMDD')),
    may('PO1[]/ACK[]/DTM[01=067|017|002|074]02', 'lines[].schedules[].deliverOn', date('CCYYMMDD')),
    ...itemRows('PO1[]/ACK[]07', 'lines[].schedules[].substitute'),
    may('PO1[]/N9[01=L1]/MSG[]01', 'lines[].note[]', freeText(264)),
    count('CTT01', 'lines[]'),
    dropped('CTT02'),
    beside('N9[01=L1]02', 'NOTES'),
    beside('PO1[]/N9[01=L1]02', 'NOTES'),
    beside('N1[01=BY]/PER01', 'IC'),
    beside('N1[01=SE]/PER01', 'IC'),
  ],
  rules: [dates, price, schedules, reasons],
});
