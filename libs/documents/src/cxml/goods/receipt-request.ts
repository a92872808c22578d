import { mustHaveLines } from '../../canonical/checks.js';
import { receiptAdviceBlanks } from '../../canonical/goods/blanks.js';
import type { ReceiptAdvice, ReceiptLine } from '../../canonical/goods/receipt-advice.js';
import { code, text } from '../../grammar/field.js';
import { message, type Rule, type RuleView } from '../../grammar/message.js';
import { childrenOf, type GrammarNode, newNode } from '../../grammar/node.js';
import { beside, fixed, inside, may, must } from '../../grammar/row.js';
import { amount, day, dayOfInstant, instant, unit } from '../fields.js';
import { sequences } from '../order-request.js';
import { hoistItems, joinOrders, lowerItems, spreadOrder } from '../portions.js';
import { envelopeParties, itemIdRows } from '../rows.js';
import { joinNotes, nameItems } from '../settle.js';
import { readLots, writeLots } from './lots.js';

const ORDERS = { group: 'ReceiptOrder', order: 'ReceiptOrderInfo', item: 'ReceiptItem' };
const HEAD = 'ReceiptRequestHeader';
const ITEM = 'ReceiptItem[]';
const REFERENCE = `${ITEM}/ReceiptItemReference`;
/** Quantities that have an Extrinsic of ours, in the unit of the item. */
const NAMED = ['accepted', 'rejected', 'short', 'over'] as const;

const orders: Rule<ReceiptAdvice> = {
  name: 'orders',
  says: 'Items stand in a ReceiptOrder for each order; the table reads them beside each other, each with its ReceiptOrderInfo.',
  reading: (root) => hoistItems(root, ORDERS),
  decoded: (advice, { report }) => {
    mustHaveLines(advice, 'ReceiptItem', report);
    joinOrders(advice);
  },
  encoding: spreadOrder,
  writing: (root) => lowerItems(root, ORDERS),
};

const items: Rule<ReceiptAdvice> = {
  name: 'items',
  says: 'An item is what came, one of the type returned what went back. What was accepted, refused, short and over stands in Extrinsics of the hub. The DTD demands amounts: 0 of no currency (XXX). Batch and AssetInfo are lots and serial numbers; of several lots the others are Extrinsics.',
  decoded: (advice, { nodeOf, report }) => {
    advice.lines.forEach((line, index) => {
      if (line.orderLine !== undefined) line.number ??= line.orderLine;
      const node = nodeOf(`lines[${index}]`);
      if (node !== undefined) readItem(line, node, { at: `ReceiptItem[${index + 1}]@type`, report });
    });
  },
  encoding: (advice, report) => {
    joinNotes(advice);
    nameItems(advice.lines);
    advice.lines.forEach((line, index) => {
      line.orderLine ??= line.number;
      shapeItem(line, `lines[${index}]`, report);
    });
  },
  written: (advice, { nodeOf, report }) => {
    advice.lines.forEach((line, index) => {
      const item = nodeOf(`lines[${index}]`);
      if (item !== undefined) writeItem(line, item, { at: `lines[${index}]`, report });
    });
  },
};

type Say = { at: string; report: RuleView['report'] };
const unitOf = ({ value: _value, ...unit }: NonNullable<ReceiptLine['received']>) => unit;

function readItem(line: ReceiptLine, node: GrammarNode, say: Say): void {
  const { received } = line;
  if (received?.value === undefined || received.unit === undefined) return;
  const type = node.values.get('@type');
  node.used.add('@type');
  if (type === 'returned') {
    line.returned = received;
    delete line.received;
  } else if (type !== undefined && type !== 'received')
    say.report({ at: say.at, code: 'CODE_UNKNOWN', message: 'The item is neither received nor returned.' });
  for (const kind of NAMED) if (line[kind] !== undefined) line[kind] = { ...unitOf(received), value: line[kind].value };
  line.traced.push(...readLots(node, unitOf(received)));
  for (const extrinsic of childrenOf(node, 'Extrinsic').filter((one) => one.values.get('@name') === 'SupplierBatchID')) {
    const lot = extrinsic.values.get('');
    if (lot !== undefined) line.traced.push({ lot });
    for (const key of ['', '@name']) extrinsic.used.add(key);
  }
}

/** One quantity of an item is what came; a line that says nothing of it has what was accepted, or what went back. */
function shapeItem(line: ReceiptLine, at: string, report: RuleView['report']): void {
  if (line.received === undefined && line.returned === undefined && line.accepted !== undefined) {
    line.received = line.accepted;
    report({
      at: `${at}.accepted`,
      code: 'WRITTEN_AS_ANOTHER',
      message: 'An item says what came; what was accepted was written for it.',
      severity: 'info',
    });
  }
  const main = line.received ?? line.returned;
  if (main === undefined) {
    report({ at: `${at}.received`, code: 'VALUE_MISSING', message: 'The format needs the quantity that came or went back.' });
    return;
  }
  for (const kind of [...NAMED, 'returned'] as const) {
    const quantity = line[kind];
    if (quantity === undefined || quantity === main || (kind !== 'returned' && quantity.unit === main.unit)) continue;
    delete line[kind];
    report({
      at: `${at}.${kind}`,
      code: 'NOT_EXPRESSED',
      message: 'The item has no room for this quantity beside the one that came; it was not written.',
      severity: 'warning',
    });
  }
  if (line.received === undefined) (line as ReceiptLine & { isReturned?: true }).isReturned = true;
  line.received = main;
  delete line.returned;
}

function writeItem(line: ReceiptLine, item: GrammarNode, say: Say): void {
  item.values.set('@type', (line as ReceiptLine & { isReturned?: true }).isReturned ? 'returned' : 'received');
  if (line.received === undefined) return;
  const lots = line.traced.filter(({ lot, serial }) => lot !== undefined && serial === undefined);
  const [, ...more] = lots;
  writeLots(
    line.traced.filter((goods) => !more.includes(goods)),
    { item, quantity: line.received, ...say },
  );
  const [first, ...batches] = childrenOf(item, 'Batch');
  if (first !== undefined) item.children = item.children.filter((child) => !batches.includes(child));
  const others = [
    ...more.map(({ lot }) => lot),
    ...batches.map((batch) => childrenOf(batch, 'SupplierBatchID')[0]?.values.get('')),
  ];
  for (const lot of others) {
    if (lot === undefined) continue;
    const extrinsic = newNode('Extrinsic');
    extrinsic.values.set('@name', 'SupplierBatchID').set('', lot);
    item.children.push(extrinsic);
  }
  if (others.length > 0)
    say.report({
      at: `${say.at}.traced[]`,
      code: 'NOT_EXPRESSED',
      message: 'The item has room for the days and quantity of one lot; of the others the number was written.',
      severity: 'info',
    });
}

/**
 * What arrived, cXML 1.2 ReceiptRequest, buyer to supplier. Source: cXML 1.2 (Fulfill.dtd 1.2.063). Amounts have no place in the model
 * and are kept beside it.
 */
export const cxmlReceiptRequest = message<ReceiptAdvice>({
  standard: 'cXML',
  release: '1.2',
  message: 'ReceiptRequest',
  source: 'cXML 1.2, Fulfill.dtd 1.2.063, ReceiptRequest',
  format: 'cxml',
  structure: { syntax: 'xml', root: 'ReceiptRequest', sequences },
  blanks: receiptAdviceBlanks,
  extended: ['lines[]'],
  carried: [
    ...envelopeParties,
    'order',
    'note',
    'lines[].isReturned',
    'lines[].returned',
    ...NAMED.flatMap((kind) => [`lines[].${kind}.unit`, `lines[].${kind}.rawUnit`]),
    'lines[].traced[].lot',
    'lines[].traced[].serial',
    'lines[].traced[].quantity',
    'lines[].traced[].producedOn',
    'lines[].traced[].expiresOn',
  ],
  rows: [
    must(`${HEAD}@receiptID`, 'number', text(1, 200)),
    may(`${HEAD}@receiptDate`, 'issuedAt', instant),
    must(`${HEAD}@receiptDate`, 'issuedOn', dayOfInstant),
    may(`${HEAD}@operation`, 'purpose', code({ new: 'original', delete: 'cancel' })),
    may(`${HEAD}/ShipNoticeIDInfo@shipNoticeID`, 'despatch.number', text(1, 200)),
    may(`${HEAD}/ShipNoticeIDInfo@shipNoticeDate`, 'despatch.issuedOn', day),
    may(`${HEAD}/Comments`, 'note[0]', text(1, 20_000)),
    may(`${HEAD}/Extrinsic[@name=receivedOn]`, 'receivedOn', day),
    must(`${ITEM}@receiptLineNumber`, 'lines[].number', text(1, 50)),
    must(`${ITEM}@quantity`, 'lines[].received.value', amount),
    must(`${ITEM}/UnitRate/UnitOfMeasure`, 'lines[].received', unit),
    may(`${ITEM}/ReceiptOrderInfo/OrderReference@orderID`, 'lines[].order.number', text(1, 200)),
    may(`${ITEM}/ReceiptOrderInfo/OrderReference@orderDate`, 'lines[].order.issuedOn', day),
    may(`${ITEM}/ReceiptOrderInfo/OrderReference/DocumentReference@payloadID`, 'lines[].order.payloadId', text(1, 500)),
    may(`${ITEM}/ReceiptOrderInfo/OrderIDInfo@orderID`, 'lines[].order.number', text(1, 200)),
    inside(`${ITEM}/ReceiptOrderInfo/OrderReference`, 'DocumentReference@payloadID', ''),
    may(`${REFERENCE}@lineNumber`, 'lines[].orderLine', text(1, 50)),
    ...itemIdRows(`${REFERENCE}/ItemID`, 'lines[].item'),
    may(`${REFERENCE}/Description`, 'lines[].item.description', text(1, 5000)),
    may(`${REFERENCE}/Description/ShortName`, 'lines[].item.name', text(1, 500)),
    beside(`${REFERENCE}/Description@xml:lang`, 'en'),
    may(`${REFERENCE}/ManufacturerPartID`, 'lines[].item.manufacturerPart', text(1, 255)),
    may(`${REFERENCE}/ManufacturerName`, 'lines[].item.manufacturer', text(1, 255)),
    may(`${REFERENCE}/ShipNoticeIDInfo@shipNoticeID`, 'lines[].despatch.number', text(1, 200)),
    may(`${REFERENCE}/ShipNoticeLineItemReference@shipNoticeLineNumber`, 'lines[].despatch.line', text(1, 50)),
    ...NAMED.map((kind) => may(`${ITEM}/Extrinsic[@name=${kind}Quantity]`, `lines[].${kind}.value`, amount)),
    may(`${ITEM}/Extrinsic[@name=rejectReason]`, 'lines[].rejectReason', text(1, 200)),
    may(`${ITEM}/Comments`, 'lines[].reason', text(1, 10_000)),
    inside(ITEM, 'UnitRate/Money', '0'),
    inside(ITEM, 'UnitRate/Money@currency', 'XXX'),
    inside(ITEM, 'ReceivedAmount/Money', '0'),
    inside(ITEM, 'ReceivedAmount/Money@currency', 'XXX'),
    fixed('Total/Money', '0'),
    fixed('Total/Money@currency', 'XXX'),
  ],
  rules: [orders, items],
});
