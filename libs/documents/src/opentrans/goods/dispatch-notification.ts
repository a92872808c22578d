import { mustHaveLines } from '../../canonical/checks.js';
import { despatchAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { DespatchAdvice, DespatchLine } from '../../canonical/goods/despatch-advice.js';
import { date, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { childrenOf, type GrammarNode } from '../../grammar/node.js';
import { makeAt, nodeAt, put } from '../../grammar/nodes/tree.js';
import { count, fixed, may, must, needed } from '../../grammar/row.js';
import { NUMBER } from '../shared/fields.js';
import { deliveryRows, itemRows, partyRows, quantityRows } from '../shared/rows.js';
import { closeRanges, openRanges, parties, readInstant, writeInstant } from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'DISPATCHNOTIFICATION_HEADER/DISPATCHNOTIFICATION_INFO';
const LIST = 'DISPATCHNOTIFICATION_ITEM_LIST';
const ITEM = `${LIST}/DISPATCHNOTIFICATION_ITEM[]`;
const DATE = `${INFO}/DISPATCHNOTIFICATION_DATE`;
const PACKAGE = `${INFO}/LOGISTIC_DETAILS_INFO/PACKAGE_INFO/PACKAGE[]`;
const TO = 'SHIPMENT_PARTIES_REFERENCE/DELIVERY_IDREF';
const SSCC = /^(?:00)?(\d{18})$/;

const header: Rule<DespatchAdvice> = {
  name: 'header',
  says: 'An advice is an original. Goods go to the buyer where nobody else is named, which every item repeats. A package is known by its SSCC where it has one.',
  decoded: (advice, { root, report }) => {
    mustHaveLines(advice, ITEM, report);
    readInstant(advice, root, DATE);
    openRanges(root);
    for (const one of advice.packages) {
      const [, sscc] = SSCC.exec(one.id ?? '') ?? [];
      if (sscc !== undefined) one.sscc = sscc;
    }
  },
  encoding: (advice, report) => {
    mustHaveLines(advice, ITEM, report);
    if (advice.purpose !== 'original')
      report({
        at: 'DISPATCHNOTIFICATION',
        code: 'PURPOSE_NOT_EXPRESSIBLE',
        message: `An openTRANS DISPATCHNOTIFICATION cannot say "${advice.purpose}".`,
      });
    advice.shipTo ??= structuredClone(advice.buyer);
    for (const one of advice.packages) one.id = one.sscc ?? one.id;
  },
  written: (advice, { root }) => writeInstant(advice, root, DATE),
  writing: (root) => {
    closeRanges(root);
    const to = nodeAt(root, `${INFO}/${TO}`);
    for (const item of childrenOf(nodeAt(root, LIST) ?? root, 'DISPATCHNOTIFICATION_ITEM'))
      if (nodeAt(item, TO) === undefined && to !== undefined) makeAt(item, TO).values = new Map(to.values);
  },
};

const order: Rule<DespatchAdvice> = {
  name: 'order',
  says: 'Every item names its order; one order of all items is that of the advice.',
  decoded: (advice) => {
    const numbers = new Set(advice.lines.map((line) => line.order?.number));
    const [number] = numbers;
    if (numbers.size === 1 && number !== undefined) advice.order = { number };
  },
  encoding: (advice, report) => {
    const { number } = advice.order ?? {};
    advice.lines.forEach((line, index) => {
      if (number !== undefined) line.order ??= { number };
      if (line.order === undefined)
        report({ at: `lines[${index}].order.number`, code: 'VALUE_MISSING', message: 'openTRANS needs the order of each item.' });
    });
  },
};

const traced: Rule<DespatchAdvice> = {
  name: 'traced',
  says: 'Lots and serial numbers are lists of their own; which serial number is of which lot has no place.',
  decoded: (advice, { root, nodeOf }) => {
    const to = nodeAt(root, `${INFO}/${TO}`)?.values.get('');
    advice.lines.forEach((line, index) => {
      const node = nodeOf(`lines[${index}]`);
      if (node === undefined) return;
      readTraced(line, nodeAt(node, 'PRODUCT_ID'));
      const own = nodeAt(node, TO);
      if (own !== undefined && own.values.get('') === to) for (const key of own.values.keys()) own.used.add(key);
    });
  },
  encoding: ({ lines }, report) => {
    if (lines.some((line) => line.traced.some(({ lot, serial }) => lot !== undefined && serial !== undefined)))
      report({
        at: 'lines[].traced[]',
        code: 'NOT_EXPRESSED',
        message: 'Which serial number is of which lot was not written.',
        severity: 'info',
      });
    else if (lines.some(hasLotBehindSerial))
      report({
        at: 'lines[].traced[]',
        code: 'NOT_EXPRESSED',
        message: 'Lots were written before serial numbers, whichever were named first.',
        severity: 'info',
      });
  },
  written: (advice, { nodeOf }) => {
    advice.lines.forEach(({ traced: goods }, index) => {
      const product = nodeOf(`lines[${index}]`);
      if (product === undefined) return;
      for (const { lot, serial } of goods) {
        if (lot !== undefined) put(makeAt(product, 'PRODUCT_ID'), 'LOT_NUMBER', lot);
        if (serial !== undefined) put(makeAt(product, 'PRODUCT_ID'), 'SERIAL_NUMBER', serial);
      }
    });
  },
};

const hasLotBehindSerial = ({ traced: goods }: DespatchLine): boolean =>
  goods.findLastIndex(({ lot }) => lot !== undefined) > goods.findIndex(({ serial }) => serial !== undefined) &&
  goods.some(({ serial }) => serial !== undefined);

function readTraced(line: DespatchLine, product: GrammarNode | undefined): void {
  for (const child of product?.children ?? []) {
    const value = child.values.get('')?.trim() ?? '';
    const key = child.name === 'LOT_NUMBER' ? 'lot' : child.name === 'SERIAL_NUMBER' ? 'serial' : undefined;
    if (key === undefined || value === '') continue;
    child.used.add('');
    line.traced.push({ [key]: value });
  }
}

/** Notice of goods sent, openTRANS 2.1. Packages are told with the whole, flat; what lies in which has no place. */
export const openTransDispatchNotification = message<DespatchAdvice>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'DISPATCHNOTIFICATION',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, DISPATCHNOTIFICATION',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'DISPATCHNOTIFICATION', sequences },
  blanks: despatchAdviceBlanks,
  extended: ['lines[]'],
  carried: ['purpose', 'issuedAt', 'order.number', 'packages[].sscc', 'lines[].traced[].lot', 'lines[].traced[].serial'],
  rows: [
    fixed('@version', '2.1'),
    must(`${INFO}/DISPATCHNOTIFICATION_ID`, 'number', NUMBER),
    must(DATE, 'issuedOn', date('CCYY-MM-DD')),
    ...deliveryRows(INFO, 'shipment.deliverOn'),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    ...partyRows(INFO, ['delivery', 'shipTo']),
    ...partyRows(INFO, ['deliverer', 'shipment.carrier']),
    may(`${INFO}/SHIPMENT_ID`, 'shipment.number', text(1, 250)),
    may(`${PACKAGE}/PACKAGE_ID`, 'packages[].id', text(1, 50)),
    may(`${INFO}/REMARKS[]`, 'note[]', text(1, 64_000)),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item'),
    ...quantityRows(ITEM, 'lines[].quantity'),
    needed(`${ITEM}/ORDER_REFERENCE/ORDER_ID`, 'lines[].order.number', NUMBER),
    needed(`${ITEM}/ORDER_REFERENCE/LINE_ITEM_ID`, 'lines[].orderLine', text(1, 50)),
    may(`${ITEM}/REMARKS[]`, 'lines[].note[]', text(1, 64_000)),
    count('DISPATCHNOTIFICATION_SUMMARY/TOTAL_ITEM_NUM', 'lines[]'),
  ],
  rules: [parties(INFO, INFO), header, order, traced],
});
