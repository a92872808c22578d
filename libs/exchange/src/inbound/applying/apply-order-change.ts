import type { OrderChange, OrderChangeLine, Problem } from '#libs/documents';
import { add, compare } from '#libs/kernel';
import type { Work } from '#libs/platform';
import {
  type ChangeOrderInput,
  type Channel,
  cancelOrder,
  changeOrder,
  isLive,
  orderForExchange,
  type WholeOrder,
} from '#libs/procurement';
import { comparePrice, priceWords, unitWords } from '../../translate/price-compare.js';
import type { Outcome } from '../applied-document.js';
import { Refused } from '../refused.js';
import { ownOrder } from './own-order.js';

export interface ChangeArrival {
  channel: Channel;
  /** Makes the steps once for this document, however often it is applied. */
  messageId: string;
}

/**
 * Cancels the order that a buyer's ERP takes back, or asks the supplier for the quantities and dates it now wants. A line that is repeated as it stands asks for nothing.
 * Throws Refused with everything that stands against it: lines are neither added nor brought back, and another price is agreed with the supplier, not sent to him.
 */
export async function applyOrderChange(
  work: Work,
  document: OrderChange,
  { channel, messageId }: ChangeArrival,
): Promise<Outcome> {
  const order = await ownOrder(work, document, document.order.number);
  const reason = (document.reason ?? document.note[0] ?? `By document for order ${document.order.number}.`).slice(0, 500);
  const steps = { orderId: order.id, reason, channel };
  const about = { orderOrgId: order.orgId, orderId: order.id, counterpartyId: order.counterpartyId };
  if (document.purpose === 'cancel') {
    const done = await cancelOrder(work, { ...steps, messageId });
    if (!done.ok) throw Refused.faults(done.errors);
    return { state: 'APPLIED', problems: [], ...about };
  }
  const { cancelled, changed } = wishesOf(document, await orderForExchange(work, order.id));
  if (cancelled.length === 0 && changed.length === 0) return { state: 'IGNORED', problems: [nothingNew(document)], ...about };
  if (cancelled.length > 0) {
    const done = await cancelOrder(work, { ...steps, lineNumbers: cancelled, messageId: `${messageId}:cancelled` });
    if (!done.ok) throw Refused.faults(done.errors);
  }
  if (changed.length > 0) {
    const done = await changeOrder(work, { ...steps, lines: changed, messageId: `${messageId}:changed` });
    if (!done.ok) throw Refused.faults(done.errors);
  }
  return { state: 'APPLIED', problems: [], ...about };
}

const nothingNew = ({ order }: OrderChange): Problem => ({
  at: 'lines',
  code: 'NOTHING_CHANGED',
  message: `Order ${order.number} stands as the document says; nothing was asked.`,
  severity: 'info',
});

interface Wishes {
  cancelled: string[];
  changed: ChangeOrderInput['lines'];
}

function wishesOf(document: OrderChange, order: WholeOrder): Wishes {
  const wishes: Wishes = { cancelled: [], changed: [] };
  const problems = document.lines.flatMap((line, n) => {
    const found = lineProblems(line, { order, at: `lines[${n}]`, currency: document.currency ?? order.currency });
    if (found.length > 0) return found;
    if (line.action === 'delete') wishes.cancelled.push(line.number);
    else if (line.action === 'change') wishes.changed.push(...changeOf(line, order));
    return [];
  });
  if (problems.length > 0) throw new Refused(problems);
  return wishes;
}

interface Placed {
  order: WholeOrder;
  at: string;
  currency: string;
}

function lineProblems(line: OrderChangeLine, { order, at, currency }: Placed): Problem[] {
  const problem = (place: string, code: string, message: string): Problem[] => [{ at: place, code, message, severity: 'error' }];
  if (line.action === 'none') return [];
  if (line.action === 'add' || line.action === 'reopen')
    return problem(at, 'LINE_NOT_ADDED', `Line ${line.number}: an order takes no more lines. Send another order for it.`);
  const ordered = order.lines.find(({ number }) => number === line.number);
  if (!ordered) return problem(`${at}.number`, 'LINE_UNKNOWN', `Order ${order.number} has no line ${line.number}.`);
  if (line.action === 'delete') return [];
  if (line.quantity.unit !== ordered.orderUnit && unitWords(line.quantity) !== ordered.rawUnit) {
    const told = `Line ${line.number} was ordered in ${ordered.rawUnit ?? ordered.orderUnit}, but is changed in ${unitWords(line.quantity)}.`;
    return problem(`${at}.quantity`, 'UNIT_DIFFERS', told);
  }
  const { priceAmount: amount, priceBasis: basis, ...terms } = ordered;
  if (!line.price || comparePrice(line.price, { ...terms, amount, basis, currency: order.currency }, currency) === 'same')
    return [];
  const ours = priceWords({ amount, basis, currency: order.currency, unit: ordered.priceUnit }, currency);
  const told = `Line ${line.number}: the price ${priceWords(line.price, currency)} is not the one of the order, ${ours}.`;
  return problem(`${at}.price`, 'PRICE_CHANGED', told);
}

/** What the line wants otherwise than it stands; nothing when it only repeats it. */
function changeOf(line: OrderChangeLine, order: WholeOrder): ChangeOrderInput['lines'] {
  const ordered = order.lines.find(({ number }) => number === line.number);
  const live = ordered?.schedules.filter(({ status }) => isLive(status)) ?? [];
  const present = live.reduce((sum, { quantity }) => add(sum, quantity), '0');
  const quantity = compare(present, line.quantity.value) === 0 ? undefined : line.quantity.value;
  const needBy = line.requestedDelivery === ordered?.needBy ? undefined : line.requestedDelivery;
  if (quantity === undefined && needBy === undefined) return [];
  return [{ lineNumber: line.number, ...(quantity ? { quantity } : {}), ...(needBy ? { needBy } : {}) }];
}
