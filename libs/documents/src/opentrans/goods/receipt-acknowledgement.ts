import { mustHaveLines } from '../../canonical/checks.js';
import { receiptAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { ReceiptAdvice, ReceiptLine } from '../../canonical/goods/receipt-advice.js';
import type { DocumentQuantity } from '../../canonical/line.js';
import { date, positive, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { count, fixed, may, must, needed } from '../../grammar/row.js';
import { NUMBER } from '../shared/fields.js';
import { itemRows, partyRows, quantityRows } from '../shared/rows.js';
import { parties, readInstant, writeInstant } from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'RECEIPTACKNOWLEDGEMENT_HEADER/RECEIPTACKNOWLEDGEMENT_INFO';
const ITEM = 'RECEIPTACKNOWLEDGEMENT_ITEM_LIST/RECEIPTACKNOWLEDGEMENT_ITEM[]';
const DATE = `${INFO}/RECEIPTACKNOWLEDGEMENT_DATE`;
const DAY = date('CCYY-MM-DD');
const kinds = ['accepted', 'rejected', 'short', 'over', 'returned'] as const;
const ITEM_REMARKS = 'accepted|rejected|short|over|returned|rejectreason|reason';

const header: Rule<ReceiptAdvice> = {
  name: 'header',
  says: 'An acknowledgement is an original, of the day of receipt where it names none. Goods went to the buyer where nobody else is named. One order or one note of all items is that of the whole.',
  decoded: (receipt, { root, report }) => {
    mustHaveLines(receipt, ITEM, report);
    readInstant(receipt, root, DATE);
    if (receipt.receivedOn !== undefined) receipt.issuedOn ??= receipt.receivedOn;
    const orders = new Set(receipt.lines.map(({ order }) => order?.number));
    const [order] = orders;
    if (orders.size === 1 && order !== undefined) receipt.order = { number: order };
    const notes = new Set(receipt.lines.map(({ despatch }) => despatch?.number));
    const [note] = notes;
    if (notes.size === 1 && note !== undefined) receipt.despatch = { number: note };
  },
  encoding: (receipt, report) => {
    mustHaveLines(receipt, ITEM, report);
    if (receipt.purpose !== 'original') {
      const told = `An openTRANS RECEIPTACKNOWLEDGEMENT cannot say "${receipt.purpose}".`;
      report({ at: 'RECEIPTACKNOWLEDGEMENT', code: 'PURPOSE_NOT_EXPRESSIBLE', message: told });
    }
    receipt.receivedOn ??= receipt.receivedAt?.slice(0, 10) ?? receipt.issuedOn;
    receipt.shipTo ??= structuredClone(receipt.buyer);
    for (const line of receipt.lines) {
      if (receipt.order !== undefined) line.order ??= { number: receipt.order.number };
      if (receipt.despatch !== undefined) line.despatch ??= { number: receipt.despatch.number };
    }
  },
  written: (receipt, { root }) => writeInstant(receipt, root, DATE),
};

const quantities: Rule<ReceiptAdvice> = {
  name: 'quantities',
  says: 'QUANTITY is what came; what of it was accepted, refused, short, over or sent back stands in remarks of those types, in the same unit. A line that only says what was accepted has received it.',
  decoded: ({ lines }) => {
    for (const line of lines)
      for (const kind of kinds) if (line[kind] !== undefined && line.received !== undefined) line[kind].unit = line.received.unit;
  },
  encoding: ({ lines }, report) => {
    lines.forEach((line, index) => {
      const stated = kinds.map((kind) => line[kind]).filter((one): one is DocumentQuantity => one !== undefined);
      line.received ??= structuredClone(line.accepted ?? stated[0]) as NonNullable<ReceiptLine['received']>;
      if (stated.some(({ unit }) => unit !== line.received?.unit)) {
        const told = 'openTRANS counts what arrived of an item in one unit.';
        report({ at: `lines[${index}].received.unit`, code: 'UNIT_NOT_EXPRESSIBLE', message: told });
      }
    });
  },
};

/** Acknowledgement of goods received, openTRANS 2.1. Packages, lots and shipment have no place. */
export const openTransReceiptAcknowledgement = message<ReceiptAdvice>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'RECEIPTACKNOWLEDGEMENT',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, RECEIPTACKNOWLEDGEMENT',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'RECEIPTACKNOWLEDGEMENT', sequences },
  blanks: receiptAdviceBlanks,
  extended: ['lines[]'],
  carried: [
    'purpose',
    'issuedAt',
    'order.number',
    'despatch.number',
    ...kinds.flatMap((kind) => [`lines[].${kind}.unit`, `lines[].${kind}.rawUnit`]),
  ],
  rows: [
    fixed('@version', '2.1'),
    must(`${INFO}/RECEIPTACKNOWLEDGEMENT_ID`, 'number', NUMBER),
    may(DATE, 'issuedOn', DAY),
    needed(`${INFO}/RECEIPT_DATE`, 'receivedOn', DAY),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    ...partyRows(INFO, ['delivery', 'shipTo']),
    may(`${INFO}/REMARKS[]`, 'note[]', text(1, 64_000)),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item').filter(({ at }) => !at.includes('/PRODUCT_FEATURES/')),
    ...quantityRows(ITEM, 'lines[].received'),
    may(`${ITEM}/RECEIPT_DATE`, 'lines[].receivedOn', DAY),
    needed(`${ITEM}/ORDER_REFERENCE/ORDER_ID`, 'lines[].order.number', NUMBER),
    needed(`${ITEM}/ORDER_REFERENCE/LINE_ITEM_ID`, 'lines[].orderLine', text(1, 50)),
    needed(`${ITEM}/DELIVERY_REFERENCE/DELIVERYNOTE_ID`, 'lines[].despatch.number', NUMBER),
    ...kinds.map((kind) =>
      may(`${ITEM}/REMARKS[@type=${kind}]`, `lines[].${kind}.value` as 'lines[].accepted.value', positive()),
    ),
    may(`${ITEM}/REMARKS[@type=rejectreason]`, 'lines[].rejectReason', text(1, 100)),
    may(`${ITEM}/REMARKS[@type=reason]`, 'lines[].reason', text(1, 64_000)),
    may(`${ITEM}/REMARKS[][@type!=${ITEM_REMARKS}]`, 'lines[].note[]', text(1, 64_000)),
    count('RECEIPTACKNOWLEDGEMENT_SUMMARY/TOTAL_ITEM_NUM', 'lines[]'),
  ],
  rules: [parties(INFO, INFO), header, quantities],
});
