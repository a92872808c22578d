import { orderChangeBlanks } from '../canonical/blanks.js';
import type { LineAction, OrderChange } from '../canonical/order-change.js';
import type { Field } from '../grammar/field.js';
import { message, type Rule } from '../grammar/message.js';
import { type GrammarNode, newNode } from '../grammar/node.js';
import { fixed, may, must } from '../grammar/row.js';
import { structureOf } from './directory/directory.js';
import { coded, day, sized } from './fields/fields.js';
import { inBoth } from './in-both.js';
import { countRows, currencyAt, currencyField, documentChargeRows, summaryRows, termRows } from './shared/header-rows.js';
import { carriedPrices, costCode, orderLineRows } from './shared/line-rows.js';
import { partyRows, placeRows } from './shared/part-rows.js';
import { assumed, moment, priceBasis, texts } from './shared/rules.js';

const purpose: Field<'change' | 'cancel'> = coded('1225', [
  ['4', 'change'],
  ['1', 'cancel'],
  ['5', 'change'],
  ['2', 'change'],
  ['9', 'change'],
  ['20', 'change'],
  ['21', 'change'],
  ['33', 'change'],
  ['36', 'change'],
  ['3', 'cancel'],
  ['17', 'cancel'],
]);

/** LIN02, element 1229. Source: UN/EDIFACT code list 1229. */
const ACTIONS: readonly (readonly [string, LineAction])[] = [
  ['1', 'add'],
  ['3', 'change'],
  ['2', 'delete'],
  ['4', 'none'],
  ['11', 'none'],
  ['12', 'change'],
  ['9', 'change'],
  ['23', 'change'],
];

const isSecond = (code: string): boolean => {
  const action = ACTIONS.find(([known]) => known === code)?.[1];
  return action !== undefined && ACTIONS.find(([, known]) => known === action)?.[0] !== code;
};

/** A code that says more than its action; read beside it, and written in its place. */
const rawAction: Field<string> = {
  says: 'code of element 1229 that says more than the action',
  decode: (raw) => (isSecond(raw.trim()) ? raw.trim() : undefined),
  encode: (value) => value,
};

const change: Rule<OrderChange> = {
  name: 'change',
  says: 'A change that names no order has the number of the order in BGM. A line without an action is changed; a line taken out may leave its quantity out, which is then none.',
  reading: (root) => {
    nameOrder(root);
    for (const line of root.children) if (line.name === 'LIN' && line.values.get('02') === '2') emptyQuantity(line);
  },
  decoded: (document) => {
    document.purpose ??= 'change';
    for (const line of document.lines) line.action ??= 'change';
  },
  encoding: (document) => {
    for (const line of document.lines as Partial<OrderChange['lines'][number]>[]) {
      const meant = ACTIONS.find(([code]) => code === line.rawAction)?.[1];
      if (meant === line.action) delete line.action;
      else delete line.rawAction;
    }
  },
};

function nameOrder(root: GrammarNode): void {
  if (root.children.some(({ name, values }) => name === 'RFF' && ['ON', 'CO', 'OP'].includes(values.get('01') ?? ''))) return;
  const number = root.children.find(({ name }) => name === 'BGM')?.values.get('02');
  if (number === undefined) return;
  const reference = newNode('RFF');
  reference.values.set('01', 'ON').set('01:2', number);
  root.children.push(reference);
}

function emptyQuantity(line: GrammarNode): void {
  if (line.children.some(({ name }) => name === 'QTY')) return;
  const none = newNode('QTY');
  none.values.set('01', '21').set('01:2', '0');
  line.children.push(none);
}

/**
 * Change of an order. Source: UN/EDIFACT D.96A and D.01B, message ORDCHG. Lines stand as they shall be; BGM 1225 cancels the whole.
 */
export const edifactOrderChanges = inBoth((release) => {
  const size = sized(release);
  return message<OrderChange>({
    standard: 'EDIFACT',
    release,
    message: 'ORDCHG',
    source: `UN/EDIFACT ${release}, message ORDCHG (purchase order change request)`,
    format: 'edifact',
    structure: { syntax: 'edifact', segments: structureOf(release, 'ORDCHG') },
    blanks: orderChangeBlanks,
    extended: ['lines[]'],
    carried: [...carriedPrices, 'issuedAt'],
    rows: [
      fixed('BGM01', '230'),
      may('BGM02', 'number', size.text('BGM02')),
      may('BGM03', 'purpose', purpose),
      must('DTM[01=137]01:2', 'issuedOn', day),
      must('RFF[01=ON|CO|OP]01:2', 'order.number', size.text('RFF01:2')),
      may('RFF[01=ON|CO|OP]/DTM[01=171|4]01:2', 'order.issuedOn', day),
      may('RFF[01=VN]01:2', 'order.supplierNumber', size.text('RFF01:2')),
      may('RFF[01=PP]01:2', 'sequence', size.text('RFF01:2')),
      may('FTX[01=CHG]04', 'reason', size.free('FTX04')),
      may(currencyAt, 'currency', currencyField),
      ...termRows(size, release),
      may(`RFF[01=${costCode(release)}]01:2`, 'costReference', size.text('RFF01:2')),
      may('DTM[01=2|74|63]01:2', 'requestedDelivery', day),
      ...partyRows('NAD[01=BY|OB]', 'buyer', size),
      ...partyRows('NAD[01=SU|SE]', 'supplier', size),
      ...placeRows('NAD[01=DP|ST|CN]', 'shipTo', size),
      ...partyRows('NAD[01=IV|BT]', 'billTo', size),
      ...documentChargeRows(size),
      may('LIN[]02', 'lines[].rawAction', rawAction),
      may('LIN[]02', 'lines[].action', coded('1229', ACTIONS)),
      ...orderLineRows(size, release),
      ...summaryRows(size),
      ...countRows,
    ],
    rules: [change, assumed(), priceBasis(), texts(), moment()],
  });
});
