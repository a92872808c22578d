import { add } from '#libs/kernel';
import { despatchAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { DespatchAdvice, DespatchLine } from '../../canonical/goods/despatch-advice.js';
import { text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { beside, dropped, fixed, may, must } from '../../grammar/row.js';
import { structureOf } from '../directory/directory.js';
import { day, sized, unit } from '../fields/fields.js';
import { inBoth } from '../in-both.js';
import { numberRows, purpose } from '../shared/header-rows.js';
import { itemRows, partyRows, placeRows } from '../shared/part-rows.js';
import { assumed, moment, texts } from '../shared/rules.js';
import { flattened } from '../tree/levels.js';
import {
  groupIdentities,
  lotDayRows,
  orderLineReferenceRows,
  packageMeasureRows,
  packageRows,
  readLevels,
  readPacked,
  shipmentMeasureRows,
  shipmentRows,
  tracedRows,
  writePacked,
} from './package-rows.js';

/** A line that lies in several packages stands in each of them with its part, under one number. */
const packed: Rule<DespatchAdvice> = {
  name: 'packed',
  says: 'A packing level (CPS) with one above it is a package; a line stands in the level of its package, in several with a part of its quantity each. An identity without a mark of its own is given one.',
  reading: (root) => {
    readLevels(root);
    groupIdentities(root);
  },
  decoded: (advice, view) => {
    readPacked(advice, view);
    advice.lines = together(advice.lines);
  },
  encoding: (advice) => {
    advice.lines = advice.lines.flatMap(apart);
  },
  written: writePacked,
};

function apart(line: DespatchLine): DespatchLine[] {
  if (line.packed.length < 2 || line.packed.some(({ quantity }) => quantity === undefined)) return [line];
  return line.packed.map((part, index) => ({
    ...line,
    packed: [part],
    quantity: part.quantity ?? line.quantity,
    ...(index === 0 ? {} : { traced: [], note: [] }),
  }));
}

function together(lines: readonly DespatchLine[]): DespatchLine[] {
  const byNumber = new Map<string, DespatchLine>();
  const kept: DespatchLine[] = [];
  for (const line of lines) {
    const first = byNumber.get(line.number);
    if (first === undefined || !isPart(first, line)) {
      byNumber.set(line.number, line);
      kept.push(line);
      continue;
    }
    const own = first.packed[0];
    if (own !== undefined && own.quantity === undefined) own.quantity = { ...first.quantity };
    first.packed.push(...line.packed.map((part) => ({ ...part, quantity: line.quantity })));
    first.quantity = { ...first.quantity, value: add(first.quantity.value, line.quantity.value) };
    first.traced.push(...line.traced);
  }
  return kept;
}

function isPart(first: DespatchLine, line: DespatchLine): boolean {
  const { supplierPart, buyerPart, gtin } = line.item;
  const same = first.item.supplierPart === supplierPart && first.item.buyerPart === buyerPart && first.item.gtin === gtin;
  return same && first.quantity.unit === line.quantity.unit && first.packed.length > 0 && line.packed.length > 0;
}

/**
 * Despatch advice. Source: UN/EDIFACT D.96A and D.01B, message DESADV. Packing levels are the packages of the model, whatever their
 * depth; certificates of a lot and what is still to come in words have no place.
 */
export const edifactDespatchAdvices = inBoth((release) => {
  const size = sized(release);
  return message<DespatchAdvice>({
    standard: 'EDIFACT',
    release,
    message: 'DESADV',
    source: `UN/EDIFACT ${release}, message DESADV (despatch advice)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: flattened(structureOf(release, 'DESADV')) },
    blanks: despatchAdviceBlanks,
    extended: ['lines[]'],
    carried: ['lines[].packed[]', 'issuedAt'],
    rows: [
      fixed('BGM01', '351'),
      ...numberRows(size),
      may('BGM03', 'purpose', purpose),
      may('RFF[01=ON|CO]01:2', 'order.number', size.text('RFF01:2')),
      may('RFF[01=ON|CO]/DTM[01=171|4]01:2', 'order.issuedOn', day),
      may('RFF[01=VN]01:2', 'order.supplierNumber', size.text('RFF01:2')),
      may('RFF[01=CT|BC]01:2', 'agreement', size.text('RFF01:2')),
      may('TOD03', 'deliveryTerms.incoterm', size.text('TOD03')),
      may('TOD/LOC[01=1]02:4', 'deliveryTerms.place', size.free('LOC02:4')),
      beside('TOD01', '6'),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...placeRows('NAD[01=SF|SH]', 'shipFrom', size),
      ...placeRows('NAD[01=DP|ST|CN]', 'shipTo', size),
      ...placeRows('NAD[01=UC]', 'recipient', size),
      ...partyRows('NAD[01=IV|BT]', 'billTo', size),
      ...shipmentRows(size),
      ...shipmentMeasureRows(size),
      may('CPS[02=]/PAC01', 'shipment.packageCount', size.positive('PAC01')),
      may('CNT[01=11]01:2', 'shipment.packageCount', size.positive('CNT01:2')),
      may('CPS[02=]/FTX[01=AAI|ZZZ|DEL|DIN][]04', 'note[]', size.free('FTX04')),
      ...packageRows(size),
      ...packageMeasureRows(size),
      may('LIN[]01', 'lines[].number', text(1, 6)),
      ...itemRows('LIN[]', 'lines[].item', size),
      may('LIN[]/PIA[01=1|5][02:2=EC|DR]02', 'lines[].revision', size.text('PIA02')),
      may('LIN[]/IMD[01=F|B|E|A|C]03:4', 'lines[].item.description', size.free('IMD03:4')),
      may('LIN[]/IMD03:4', 'lines[].item.description', size.free('IMD03:4')),
      may('LIN[]/FTX[01=AAI|ZZZ|LIN][]04', 'lines[].note[]', size.free('FTX04')),
      must('LIN[]/QTY[01=12|113|46|11]01:2', 'lines[].quantity.value', size.positive('QTY01:2')),
      may('LIN[]/QTY[01=12|113|46|11]01:3', 'lines[].quantity', unit),
      may('LIN[]/QTY[01=21]01:2', 'lines[].ordered.value', size.positive('QTY01:2')),
      may('LIN[]/QTY[01=21]01:3', 'lines[].ordered', unit),
      may('LIN[]/QTY[01=83|73|143]01:2', 'lines[].outstanding.value', size.positive('QTY01:2')),
      may('LIN[]/QTY[01=83|73|143]01:3', 'lines[].outstanding', unit),
      ...orderLineReferenceRows(size),
      ...tracedRows(size),
      ...lotDayRows(),
      dropped('CNT[01=2|1]01:2'),
    ],
    rules: [packed, assumed(), texts(), moment()],
  });
});
