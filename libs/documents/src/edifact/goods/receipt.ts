import { receiptAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { ReceiptAdvice } from '../../canonical/goods/receipt-advice.js';
import { text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { dropped, fixed, may } from '../../grammar/row.js';
import { structureOf } from '../directory/directory.js';
import { day, sized, unit } from '../fields/fields.js';
import { inBoth } from '../in-both.js';
import { numberRows, purpose } from '../shared/header-rows.js';
import { itemRows, partyRows, placeRows } from '../shared/part-rows.js';
import { assumed, assumeUnit, moment, texts } from '../shared/rules.js';
import { flattened } from '../tree/levels.js';
import {
  groupIdentities,
  orderLineReferenceRows,
  packageRows,
  readLevels,
  readPacked,
  shipmentRows,
  tracedRows,
  writePacked,
} from './package-rows.js';

/** Each quantity by its code of element 6063. */
const QUANTITIES = [
  ['48|46|1', 'received'],
  ['194', 'accepted'],
  ['195|196|185|63|124', 'rejected'],
  ['119', 'short'],
  ['121|81', 'over'],
  ['61', 'returned'],
] as const;

const packed: Rule<ReceiptAdvice> = {
  name: 'packed',
  says: 'A packing level (CPS) with one above it is a package; a line stands in the level of its package. A quantity without a unit counts (C62).',
  reading: (root) => {
    readLevels(root);
    groupIdentities(root);
  },
  decoded: (advice, view) => {
    readPacked(advice, view);
    advice.lines.forEach((line, index) => {
      const place = { at: `LIN[${index + 1}]/QTY01:3`, node: view.nodeOf(`lines[${index}]`) };
      for (const [, quantity] of QUANTITIES) assumeUnit(line[quantity], place, view.report);
    });
  },
  written: writePacked,
};

/**
 * Receiving advice. Source: UN/EDIFACT D.96A and D.01B, message RECADV. Every quantity is said on its own. Days of a lot and weights
 * have no place; texts have one in D.01B alone.
 */
export const edifactReceiptAdvices = inBoth((release) => {
  const size = sized(release);
  const quantity = size.positive('QTY01:2');
  const free = size.free('FTX04');
  return message<ReceiptAdvice>({
    standard: 'EDIFACT',
    release,
    message: 'RECADV',
    source: `UN/EDIFACT ${release}, message RECADV (receiving advice)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: flattened(structureOf(release, 'RECADV')) },
    blanks: receiptAdviceBlanks,
    extended: ['lines[]'],
    carried: ['lines[].packed[]', 'issuedAt'],
    rows: [
      fixed('BGM01', '632'),
      ...numberRows(size),
      may('BGM03', 'purpose', purpose),
      may('DTM[01=50|310|35]01:2', 'receivedOn', day),
      may('RFF[01=ON|CO]01:2', 'order.number', size.text('RFF01:2')),
      may('RFF[01=ON|CO]/DTM[01=171|4]01:2', 'order.issuedOn', day),
      may('RFF[01=AAK|DQ|AAU]01:2', 'despatch.number', size.text('RFF01:2')),
      may('RFF[01=AAK|DQ|AAU]/DTM[01=171]01:2', 'despatch.issuedOn', day),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      ...placeRows('NAD[01=SF|SH]', 'shipFrom', size),
      ...placeRows('NAD[01=DP|ST|CN]', 'shipTo', size),
      ...shipmentRows(size),
      ...(release === 'D.01B'
        ? [may('FTX[01=AAI|ZZZ|GEN][]04', 'note[]', free), may('LIN[]/FTX[01=AAI|ZZZ|LIN][]04', 'lines[].note[]', free)]
        : []),
      ...packageRows(size),
      may('LIN[]01', 'lines[].number', text(1, 6)),
      ...itemRows('LIN[]', 'lines[].item', size),
      may('LIN[]/IMD[01=F|B|E|A|C]03:4', 'lines[].item.description', size.free('IMD03:4')),
      may('LIN[]/IMD03:4', 'lines[].item.description', size.free('IMD03:4')),
      ...QUANTITIES.flatMap(([codes, to]) => [
        may(`LIN[]/QTY[01=${codes}]01:2`, `lines[].${to}.value`, quantity),
        may(`LIN[]/QTY[01=${codes}]01:3`, `lines[].${to}`, unit),
      ]),
      may('LIN[]/QVR03', 'lines[].rejectReason', size.text('QVR03')),
      may('LIN[]/QVR03:4', 'lines[].reason', size.free('QVR03:4')),
      may('LIN[]/DTM[01=50|310|35]01:2', 'lines[].receivedOn', day),
      ...orderLineReferenceRows(size),
      may('LIN[]/RFF[01=AAK|DQ|AAU]01:2', 'lines[].despatch.number', size.text('RFF01:2')),
      may('LIN[]/RFF[01=AAK|DQ|AAU]01:3', 'lines[].despatch.line', text(1, 6)),
      ...tracedRows(size),
      dropped('CNT[01=2|1]01:2'),
    ],
    rules: [packed, assumed(), texts(), moment()],
  });
});
