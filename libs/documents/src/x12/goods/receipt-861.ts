import { mustHaveLines } from '../../canonical/checks.js';
import { receiptAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { ReceiptAdvice } from '../../canonical/goods/receipt-advice.js';
import { code, date, freeText, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, count, dropped, may, must } from '../../grammar/row.js';
import { loop, optional, segment } from '../../grammar/structure.js';
import { unit } from '../parts/fields.js';
import { timeOfDay } from '../parts/quantity-rows.js';
import { itemRows, partyRows } from '../parts/rows.js';
import { describe, fitParties, numberLines } from '../parts/shaping.js';
import { groupLots, readLots, writeLot } from './lots.js';
import { CONDITIONS, QUESTIONED, questioned, REFUSALS } from './questioned.js';

const nameLoop = loop(segment('N1', 0, 200), [
  segment('N2', 0, 2),
  segment('N3', 0, 2),
  segment('N4', 0, 1),
  ...optional('REF PER FOB'),
]);
const sourceLoop = loop(segment('LM', 0, 10), optional('LQ'));
const accountLoop = loop(segment('FA1', 0, 100_000), optional('FA2'));
const LINE = 'RCD[]';
const quantityAt = (condition: string) => `${LINE}/${QUESTIONED}[03=${condition}]` as const;

const header: Rule<ReceiptAdvice> = {
  name: 'header',
  says: 'Without RCD01 the line number is the position. A part is described by its name where it has no description.',
  decoded: (advice, { report }) => {
    mustHaveLines(advice, 'RCD', report);
    numberLines(advice.lines, (index) => `RCD[${index + 1}]01`, report);
  },
  encoding: (advice, report) => {
    const { buyer, supplier, shipFrom, shipTo } = advice;
    fitParties({ buyer, supplier, shipFrom, shipTo }, report);
    describe(advice.lines);
  },
};

const lots: Rule<ReceiptAdvice> = {
  name: 'lots',
  says: 'REF LT and SE are lots and serial numbers of a line; the set says no quantity of each.',
  decoded: (advice, { nodeOf }) => {
    advice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (node !== undefined) line.traced.push(...readLots(node));
    });
  },
  written: (advice, { nodeOf, report }) => {
    advice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      const groups = groupLots(line.traced);
      for (const group of node === undefined ? [] : groups) if (node !== undefined) writeLot(node, group);
      if (groups.length > 1)
        report({
          at: `lines[${index}].traced[]`,
          code: 'NOT_EXPRESSED',
          message: 'The set cannot say what belongs to which of several lots; their numbers were written.',
          severity: 'info',
        });
    });
  },
};

/**
 * Receiving advice. Source: ASC X12 004010, transaction set 861. RCD02 is what was received, RCD04 what went back, and up to five
 * quantities in question follow with their condition, element 412. Packages and texts have no place in the set.
 */
export const receipt861 = message<ReceiptAdvice>({
  standard: 'X12',
  release: '004010',
  message: '861',
  source: 'ASC X12 004010, transaction set 861 (receiving advice/acceptance certificate)',
  format: 'x12',
  structure: {
    syntax: 'x12',
    segments: [
      segment('BRA', 1, 1),
      ...optional('CUR REF PER DTM PRF TD1 TD5 TD3 TD4 MEA'),
      nameLoop,
      sourceLoop,
      accountLoop,
      loop(segment('RCD', 0, 200_000), [
        segment(QUESTIONED, 0, 5),
        ...optional('SN1 CUR LIN PID PO4 REF PER DTM PRF MEA FOB TD1 TD5 TD3 TD4 SAC MAN'),
        nameLoop,
        sourceLoop,
        accountLoop,
        loop(segment('SLN', 0, 100), optional('PID MEA REF DTM')),
      ]),
      loop(segment('CTT', 0, 1), []),
    ],
  },
  blanks: receiptAdviceBlanks,
  extended: ['lines[]'],
  pairs: { LIN: 2 },
  carried: [
    'lines[].rejectReason',
    'lines[].traced[].lot',
    'lines[].traced[].serial',
    'lines[].traced[].expiresOn',
    'lines[].traced[].producedOn',
  ],
  rows: [
    must('BRA01', 'number', text(1, 30)),
    must('BRA02', 'issuedOn', date('CCYYMMDD')),
    may(
      'BRA03',
      'purpose',
      code({ '00': 'original', '07': 'duplicate', '05': 'change', '04': 'change', '01': 'cancel', '03': 'cancel' }),
    ),
    beside('BRA04', '1'),
    may('BRA05', 'issuedAt', timeOfDay),
    may('REF[01=MA|SI|PK]02', 'despatch.number', text(1, 30)),
    may('REF[01=BM|AW|MB]02', 'shipment.waybill', text(1, 30)),
    may('REF[01=2I|CN][]02', 'shipment.trackings[]', text(1, 30)),
    may('DTM[01=050]02', 'receivedOn', date('CCYYMMDD')),
    may('DTM[01=011]02', 'shipment.despatchOn', date('CCYYMMDD')),
    may('PRF01', 'order.number', text(1, 22)),
    may('PRF02', 'order.version', text(1, 30)),
    may('PRF04', 'order.issuedOn', date('CCYYMMDD')),
    ...partyRows('N1[01=BY]', 'buyer'),
    ...partyRows('N1[01=SU|SE|VN]', 'supplier'),
    ...partyRows('N1[01=SF]', 'shipFrom'),
    ...partyRows('N1[01=ST]', 'shipTo'),
    beside('N1/PER01', 'IC'),
    may(`${LINE}01`, 'lines[].number', text(1, 20)),
    may(`${LINE}02`, 'lines[].received.value', positive({ digits: 9 })),
    may(`${LINE}03`, 'lines[].received', unit),
    may(`${LINE}04`, 'lines[].returned.value', positive({ digits: 9 })),
    may(`${LINE}05`, 'lines[].returned', unit),
    ...Object.entries(CONDITIONS).flatMap(([condition, to]) => [
      may(`${quantityAt(condition)}01`, `lines[].${to}.value`, positive({ digits: 9 })),
      may(`${quantityAt(condition)}02`, `lines[].${to}`, unit),
    ]),
    may(`${quantityAt(REFUSALS[0])}01`, 'lines[].rejected.value', positive({ digits: 9 })),
    may(`${quantityAt(REFUSALS[0])}02`, 'lines[].rejected', unit),
    ...itemRows(`${LINE}/LIN02`, 'lines[].item'),
    may(`${LINE}/LIN02+(PL)`, 'lines[].orderLine', text(1, 48)),
    may(`${LINE}/PID[01=F]05`, 'lines[].item.description', freeText(80)),
    may(`${LINE}/REF[01=MA|SI|PK]02`, 'lines[].despatch.number', text(1, 30)),
    may(`${LINE}/DTM[01=050]02`, 'lines[].receivedOn', date('CCYYMMDD')),
    may(`${LINE}/PRF01`, 'lines[].order.number', text(1, 22)),
    may(`${LINE}/PRF02`, 'lines[].order.version', text(1, 30)),
    may(`${LINE}/PRF04`, 'lines[].order.issuedOn', date('CCYYMMDD')),
    count('CTT01', 'lines[]'),
    dropped('CTT02'),
  ],
  rules: [header, questioned, lots],
});
