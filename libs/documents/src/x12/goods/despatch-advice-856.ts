import { mustHaveLines } from '../../canonical/checks.js';
import { despatchAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { DespatchAdvice } from '../../canonical/goods/despatch-advice.js';
import { code, date, flag, freeText, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { childrenOf } from '../../grammar/node.js';
import { beside, dropped, fixed, may, must } from '../../grammar/row.js';
import { segment } from '../../grammar/structure.js';
import { mustQuantityRows, quantityRows, timeOfDay } from '../parts/quantity-rows.js';
import { partyRows } from '../parts/rows.js';
import { totals } from '../parts/segments.js';
import { describe, fitParties, keepFirst, mustName, numberLines } from '../parts/shaping.js';
import { paperKind } from './fields.js';
import { levelLoop, levelsOf, markContinued } from './levels.js';
import { readLevels } from './read-levels.js';
import { journeyRows, partRows, unitRows } from './rows.js';
import { writeLevels } from './write-levels.js';

const SHIPMENT = 'HL[03=S]';
const ORDER = 'HL[03=O]';
const UNIT = 'HL[03=T|P][]';
const ITEM = 'HL[03=I][]';

const header: Rule<DespatchAdvice> = {
  name: 'header',
  says: 'A day of despatch follows from its time. CTT01 counts the levels; who counts items instead is understood.',
  decoded: (advice, view) => {
    mustHaveLines(advice, ITEM, view.report);
    const [total] = childrenOf(view.root, 'CTT');
    const counted = total?.values.get('01');
    total?.used.add('01');
    const levels = levelsOf(view.root).length;
    if (counted !== undefined && Number(counted) !== levels && Number(counted) !== advice.lines.length)
      view.report({
        at: 'CTT01',
        code: 'VALUE_CONTRADICTS',
        message: `The document counts ${counted}, there are ${levels} levels.`,
        severity: 'warning',
      });
  },
  encoding: (advice, report) => {
    const { shipment, buyer, supplier, shipFrom, shipTo, recipient, billTo } = advice;
    if (shipment.despatchAt !== undefined) shipment.despatchOn ??= shipment.despatchAt.slice(0, 10);
    if (shipment.deliverAt !== undefined) shipment.deliverOn ??= shipment.deliverAt.slice(0, 10);
    fitParties({ buyer, supplier, shipFrom, shipTo, recipient, billTo }, report);
    const letters = shipment.carrier?.identifiers;
    letters?.sort((a, b) => Number(b.scheme === 'SCAC') - Number(a.scheme === 'SCAC'));
    keepFirst(letters, letters?.[0]?.scheme === 'SCAC' ? 1 : 0, { at: 'shipment.carrier.identifiers[]', report });
  },
};

const lines: Rule<DespatchAdvice> = {
  name: 'lines',
  says: 'LIN01 is the line of the order, SN101 that of the advice where it is another; without both the position is taken.',
  reading: markContinued,
  decoded: (advice, { report }) => {
    for (const line of advice.lines) if (line.orderLine !== undefined) line.number ??= line.orderLine;
    numberLines(advice.lines, (index) => `HL[03=I][${index + 1}]/LIN01`, report);
  },
  encoding: (advice, report) => {
    describe(advice.lines);
    mustName(advice.lines, report);
  },
  written: (advice, { nodeOf }) => {
    advice.lines.forEach(({ number, orderLine }, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (number === orderLine && node !== undefined) childrenOf(node, 'SN1')[0]?.values.delete('01');
    });
  },
};

/**
 * Ship notice. Source: ASC X12 004010, transaction set 856. The levels of HL become flat lists: units name the unit they stand in,
 * lines the order and units they belong to; any nesting of S, O, T, P and I is read. Written is S-O-T-P-I, or units above orders
 * when one unit holds goods of several. A line in several units or lots is several item levels with the same numbers.
 */
export const despatchAdvice856 = message<DespatchAdvice>({
  standard: 'X12',
  release: '004010',
  message: '856',
  source: 'ASC X12 004010, transaction set 856 (ship notice/manifest)',
  format: 'x12',
  structure: { syntax: 'x12', segments: [segment('BSN', 1, 1), segment('DTM', 0, 10), levelLoop, totals] },
  blanks: despatchAdviceBlanks,
  extended: ['lines[]'],
  pairs: { LIN: 2 },
  carried: [
    'packages[].parent',
    'lines[].packed[]',
    'lines[].traced[].lot',
    'lines[].traced[].serial',
    'lines[].traced[].quantity',
    'lines[].traced[].expiresOn',
    'lines[].traced[].producedOn',
  ],
  rows: [
    must('BSN01', 'purpose', code({ '00': 'original', '07': 'duplicate', '05': 'change', '04': 'change', '01': 'cancel' })),
    must('BSN02', 'number', text(1, 30)),
    must('BSN03', 'issuedOn', date('CCYYMMDD')),
    may('BSN04', 'issuedAt', timeOfDay),
    fixed('BSN04', '0000'),
    dropped('BSN05'),
    dropped('CTT02'),
    ...journeyRows(SHIPMENT),
    may(`${SHIPMENT}/REF[01=CT]02`, 'agreement', text(1, 30)),
    may(`${SHIPMENT}/FOB05`, 'deliveryTerms.incoterm', text(3, 3)),
    may(`${SHIPMENT}/FOB07`, 'deliveryTerms.place', freeText(80)),
    beside(`${SHIPMENT}/FOB01`, 'DF'),
    beside(`${SHIPMENT}/FOB04`, '01'),
    beside(`${SHIPMENT}/FOB06`, 'ZZ'),
    may(`${SHIPMENT}/PWK[]01`, 'attachments[].typeCode', paperKind),
    may(`${SHIPMENT}/PWK[]06`, 'attachments[].number', text(2, 80)),
    may(`${SHIPMENT}/PWK[]07`, 'attachments[].description', freeText(80)),
    beside(`${SHIPMENT}/PWK01`, 'ZZ'),
    beside(`${SHIPMENT}/PWK05`, 'AC'),
    ...partyRows(`${SHIPMENT}/N1[01=SE|VN|SU]`, 'supplier'),
    ...partyRows(`${SHIPMENT}/N1[01=SF]`, 'shipFrom'),
    ...partyRows(`${SHIPMENT}/N1[01=ST]`, 'shipTo'),
    ...partyRows(`${SHIPMENT}/N1[01=BY]`, 'buyer'),
    ...partyRows(`${ORDER}/N1[01=BY]`, 'buyer'),
    ...partyRows(`${SHIPMENT}/N1[01=UC]`, 'recipient'),
    ...partyRows(`${SHIPMENT}/N1[01=BT]`, 'billTo'),
    beside(`${SHIPMENT}/N1/PER01`, 'IC'),
    may(`${ORDER}/PRF01`, 'order.number', text(1, 22)),
    may(`${ORDER}/PRF03`, 'order.version', text(1, 8)),
    may(`${ORDER}/PRF04`, 'order.issuedOn', date('CCYYMMDD')),
    ...unitRows(UNIT),
    may(`${ITEM}/LIN01`, 'lines[].orderLine', text(1, 20)),
    ...partRows(ITEM),
    may(`${ITEM}/SN101`, 'lines[].number', text(1, 20)),
    ...mustQuantityRows(`${ITEM}/SN102`, `${ITEM}/SN103`, 'lines[].quantity'),
    ...quantityRows(`${ITEM}/SN105`, `${ITEM}/SN106`, 'lines[].ordered'),
    may(`${ITEM}/PRF01`, 'lines[].order.number', text(1, 22)),
    may(`${ITEM}/PRF03`, 'lines[].order.version', text(1, 8)),
    may(`${ITEM}/PRF04`, 'lines[].order.issuedOn', date('CCYYMMDD')),
    may(`${ITEM}/TD401`, 'lines[].hazardous', flag('HM')),
    may(`${ITEM}/PWK[]01`, 'lines[].attachments[].typeCode', paperKind),
    may(`${ITEM}/PWK[]06`, 'lines[].attachments[].number', text(2, 80)),
    may(`${ITEM}/PWK[]07`, 'lines[].attachments[].description', freeText(80)),
    beside(`${ITEM}/PWK01`, 'ZZ'),
    beside(`${ITEM}/PWK05`, 'AC'),
  ],
  rules: [
    header,
    lines,
    {
      name: 'levels',
      says: 'HL02 tells which level stands in which: orders, units and lots of each line, units within units; HL01 and CTT01 number and count them.',
      decoded: readLevels,
      written: writeLevels,
    },
  ],
});
