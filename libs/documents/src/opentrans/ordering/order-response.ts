import { orderResponseBlanks } from '../../canonical/blanks.js';
import { mustHaveLines } from '../../canonical/checks.js';
import type { OrderResponse, OrderResponseLine, ResponseSchedule } from '../../canonical/order-response.js';
import { date, decimal, knownCode, text } from '../../grammar/field.js';
import { message, type Rule } from '../../grammar/message.js';
import { childrenOf, type GrammarNode } from '../../grammar/node.js';
import { nodeAt } from '../../grammar/nodes/tree.js';
import { count, fixed, may, must } from '../../grammar/row.js';
import { currency, NUMBER } from '../shared/fields.js';
import { deliveryRows, itemRows, partyRows, priceRows, quantityRows } from '../shared/rows.js';
import {
  carriedPrices,
  closeRanges,
  openRanges,
  parties,
  priceBaseOf,
  readInstant,
  readPrice,
  writeInstant,
  writePriceBase,
} from '../shared/rules.js';
import { sequences } from '../shared/sequences.js';

const INFO = 'ORDERRESPONSE_HEADER/ORDERRESPONSE_INFO';
const LIST = 'ORDERRESPONSE_ITEM_LIST';
const ITEM = `${LIST}/ORDERRESPONSE_ITEM[]`;
const DATE = `${INFO}/ORDERRESPONSE_DATE`;
const STATUS = '[@type=status]';
/** A refused quantity stands in a remark of its own beside an item of none. */
const REFUSED = '[@type=refusedquantity]';
const OTHER = '[@type!=status|refusedquantity]';

/** A line as the rows carry it: of one quantity. */
type Carried = OrderResponseLine & { refused?: string; base?: { value: string; unit: string } };

const header: Rule<OrderResponse> = {
  name: 'header',
  says: 'An answer that does not say what it is means: see the lines.',
  decoded: (response, { root }) => {
    response.status ??= 'changed';
    readInstant(response, root, DATE);
    openRanges(root);
  },
  written: (response, { root }) => writeInstant(response, root, DATE),
  writing: closeRanges,
};

const schedules: Rule<OrderResponse> = {
  name: 'schedules',
  says: 'Each quantity of a line is an item of its own with the same number; part deliveries of an item are read as such. What becomes of it, where it is not what the item says, stands as a remark of the type status.',
  reading: (root) => {
    const list = nodeAt(root, LIST);
    if (list !== undefined) list.children = list.children.flatMap(perDelivery);
  },
  decoded: (response, { nodeOf }) => {
    response.lines.forEach((line, index) => {
      const [schedule] = line.schedules;
      if (schedule === undefined) return;
      schedule.status ??= 'changed';
      readPrice(schedule, nodeOf(`lines[${index}]`));
      readRefused(line, schedule);
    });
    response.lines = grouped(response.lines);
  },
  encoding: (response, report) => {
    mustHaveLines(response, ITEM, report);
    for (const key of ['quantity', 'action', 'supplierLine'] as const)
      if (response.lines.some((line) => line[key] !== undefined))
        report({
          at: `lines[].${key}`,
          code: 'NOT_EXPRESSED',
          message: `openTRANS has no place for the ${key} of a line beside its answered quantities; it was not written.`,
          severity: 'info',
        });
    response.lines = response.lines.flatMap((line) =>
      line.schedules.map((schedule, index) => oneQuantity(line, schedule, index)),
    );
  },
  written: (response, { nodeOf, report }) => {
    response.lines.forEach((line: Carried, index) => {
      writePriceBase(nodeOf(`lines[${index}]`), line.base, report);
    });
  },
};

function readRefused(line: Carried, schedule: ResponseSchedule): void {
  if (line.refused !== undefined && schedule.status === 'rejected') schedule.quantity.value = line.refused;
  delete line.refused;
}

/** What tells of which line a part delivery is, and in what unit. */
const OF_LINE = ['LINE_ITEM_ID', 'b:ORDER_UNIT'];

/** An item of several part deliveries as items of one quantity each; the first keeps what is said of the whole. */
function perDelivery(item: GrammarNode): GrammarNode[] {
  const parts = childrenOf(nodeAt(item, 'PARTIAL_DELIVERY_LIST') ?? item, 'PARTIAL_DELIVERY');
  return parts.length === 0 ? [item] : parts.map((part, index) => partOf(item, part, index === 0));
}

function partOf(item: GrammarNode, part: GrammarNode, isFirst: boolean): GrammarNode {
  const own = part.children.map(({ name }) => name);
  const kept = item.children.filter(
    ({ name }) => name !== 'PARTIAL_DELIVERY_LIST' && !own.includes(name) && (isFirst || OF_LINE.includes(name)),
  );
  const children = [...(isFirst ? kept : structuredClone(kept)), ...part.children];
  return { ...item, values: new Map(item.values), used: new Set(), children };
}

function grouped(lines: readonly OrderResponseLine[]): OrderResponseLine[] {
  const byNumber = new Map<string, OrderResponseLine>();
  for (const line of lines) {
    const first = byNumber.get(line.number);
    if (first === undefined) byNumber.set(line.number, line);
    else first.schedules.push(...line.schedules);
  }
  return [...byNumber.values()];
}

function oneQuantity(line: OrderResponseLine, said: ResponseSchedule, index: number): Carried {
  const schedule = structuredClone(said);
  const base = priceBaseOf(schedule);
  const reason = schedule.reason ?? (index === 0 && line.note.length > 0 ? line.note.join('; ') : undefined);
  if (reason !== undefined) schedule.reason = reason;
  const refused = schedule.status === 'rejected' ? schedule.quantity?.value : undefined;
  if (refused !== undefined) schedule.quantity.value = '0';
  return {
    number: line.number,
    note: [],
    item: line.item ?? { classifications: [] },
    schedules: [schedule],
    ...(index === 0 && line.amount !== undefined ? { amount: line.amount } : {}),
    ...(base === undefined ? {} : { base }),
    ...(refused === undefined ? {} : { refused }),
  };
}

const AT = 'lines[].schedules[0]';

/** Answer to an order, openTRANS 2.1. openTRANS knows no refused quantity: it is an item of none, and a remark says how much was refused. */
export const openTransOrderResponse = message<OrderResponse>({
  standard: 'openTRANS',
  release: '2.1',
  message: 'ORDERRESPONSE',
  source: 'openTRANS 2.1 (Fraunhofer IAO, 2009), opentrans_2_1.xsd, ORDERRESPONSE',
  format: 'opentrans',
  structure: { syntax: 'xml', root: 'ORDERRESPONSE', sequences },
  blanks: { ...orderResponseBlanks, 'lines[]': () => ({ schedules: [], note: [] }) },
  extended: [],
  carried: [
    'issuedAt',
    'lines[].quantity',
    'lines[].action',
    'lines[].supplierLine',
    'lines[].note[]',
    'lines[].base',
    ...carriedPrices('lines[].schedules[]'),
  ],
  rows: [
    fixed('@version', '2.1'),
    must(`${INFO}/ORDER_ID`, 'order.number', NUMBER),
    must(DATE, 'issuedOn', date('CCYY-MM-DD')),
    may(`${INFO}/ORDER_DATE`, 'order.issuedOn', date('CCYY-MM-DD')),
    may(`${INFO}/SUPPLIER_ORDER_ID`, 'number', NUMBER),
    may(`${INFO}/ORDERCHANGE_SEQUENCE_ID`, 'change.sequence', text(1, 20)),
    ...partyRows(INFO, ['buyer', 'buyer']),
    ...partyRows(INFO, ['supplier', 'supplier']),
    may(`${INFO}/b:CURRENCY`, 'currency', currency),
    may(
      `${INFO}/REMARKS${STATUS}`,
      'status',
      knownCode({ received: 'received', accepted: 'accepted', rejected: 'rejected', changed: 'changed' }),
    ),
    may(`${INFO}/REMARKS[]${OTHER}`, 'note[]', text(1, 64_000)),
    must(`${ITEM}/LINE_ITEM_ID`, 'lines[].number', text(1, 50)),
    ...itemRows(ITEM, 'lines[].item'),
    ...quantityRows(ITEM, `${AT}.quantity`),
    ...priceRows(ITEM, `${AT}.price`),
    may(`${ITEM}/PRICE_LINE_AMOUNT`, 'lines[].amount', decimal()),
    ...deliveryRows(ITEM, `${AT}.deliverOn`),
    may(
      `${ITEM}/REMARKS${STATUS}`,
      `${AT}.status`,
      knownCode({
        accepted: 'accepted',
        changed: 'changed',
        backordered: 'backordered',
        rejected: 'rejected',
        substituted: 'substituted',
      }),
    ),
    may(`${ITEM}/REMARKS${REFUSED}`, 'lines[].refused' as 'lines[].number', text(1, 30)),
    may(`${ITEM}/REMARKS${OTHER}`, `${AT}.reason`, text(1, 64_000)),
    count('ORDERRESPONSE_SUMMARY/TOTAL_ITEM_NUM', 'lines[]'),
    may('ORDERRESPONSE_SUMMARY/TOTAL_AMOUNT', 'totals.payable', decimal()),
  ],
  rules: [parties(INFO), header, schedules],
});
