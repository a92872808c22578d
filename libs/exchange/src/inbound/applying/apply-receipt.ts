import type { Problem, ReceiptAdvice, ReceiptLine } from '#libs/documents';
import { add, isZero } from '#libs/kernel';
import type { Work } from '#libs/platform';
import { orderForExchange, type ReceiveOrderInput, receiveOrder, type WholeOrder } from '#libs/procurement';
import { unitWords } from '../../translate/price-compare.js';
import type { Outcome } from '../applied-document.js';
import { Refused } from '../refused.js';
import type { ChangeArrival } from './apply-order-change.js';
import { ownOrder } from './own-order.js';

interface Placed {
  line: ReceiptLine;
  n: number;
}

const problem = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'error' });

/**
 * Books what arrived in a buyer's warehouse, order by order and day by day; all of it or nothing. What was accepted is taken, what was refused or is short stays on its
 * way. Only originals: what has arrived is not unsaid by a document. Throws Refused with everything that stands against it.
 */
export async function applyReceipt(work: Work, document: ReceiptAdvice, { channel, messageId }: ChangeArrival): Promise<Outcome> {
  if (document.purpose === 'change' || document.purpose === 'cancel')
    throw Refused.by('purpose', 'RECEIPT_NOT_ORIGINAL', 'What has arrived can be neither changed nor cancelled by a document.');
  const found: WholeOrder[] = [];
  for (const [key, placed] of byOrderAndDay(document)) {
    const [number = '', receivedOn = ''] = key;
    if (number === '')
      throw new Refused(placed.map(({ n }) => problem(`lines[${n}].order`, 'ORDER_MISSING', 'The line names no order.')));
    const own = await ownOrder(work, document, number);
    const order = await orderForExchange(work, own.id);
    const lines = arrived(placed, order);
    if (lines.length === 0) continue;
    const input = { orderId: own.id, channel, receivedOn, lines, messageId: `${messageId}:${number}:${receivedOn}` };
    const received = await receiveOrder(work, input);
    if (!received.ok) throw Refused.faults(received.errors);
    found.push(received.value);
  }
  const [first] = found;
  if (!first) throw Refused.by('lines', 'LINES_MISSING', 'The receipt accepts nothing of an order.');
  return { state: 'APPLIED', problems: [], orderOrgId: first.orgId, orderId: first.id, counterpartyId: first.counterpartyId };
}

/** Lines under the order and the day that they or the head name. */
function byOrderAndDay(document: ReceiptAdvice): [[string, string], Placed[]][] {
  const head = (document.receivedOn ?? document.receivedAt ?? document.issuedOn).slice(0, 10);
  const found = new Map<string, [[string, string], Placed[]]>();
  document.lines.forEach((line, n) => {
    const number = line.order?.number ?? document.order?.number ?? '';
    const day = line.receivedOn?.slice(0, 10) ?? head;
    const key = `${day} ${number}`;
    const known = found.get(key) ?? ([[number, day], []] as [[string, string], Placed[]]);
    found.set(key, known);
    known[1].push({ line, n });
  });
  return [...found.values()];
}

type ArrivedLines = NonNullable<ReceiveOrderInput['lines']>;

function arrived(placed: readonly Placed[], order: WholeOrder): ArrivedLines {
  const problems: Problem[] = [];
  const lines = new Map<string, string>();
  for (const { line, n } of placed) {
    const at = `lines[${n}]`;
    const accepted = line.accepted ?? (line.rejected && !isZero(line.rejected.value) ? undefined : line.received);
    const ordered = order.lines.find(({ number }) => number === line.orderLine);
    if (!ordered)
      problems.push(
        problem(`${at}.orderLine`, 'LINE_UNKNOWN', `Order ${order.number} has no line ${line.orderLine ?? 'without a number'}.`),
      );
    else if (!accepted) {
      if (line.rejected && line.received)
        problems.push(
          problem(`${at}.accepted`, 'ACCEPTED_MISSING', 'The line refuses a quantity and does not say which one it takes.'),
        );
    } else if (accepted.unit !== ordered.orderUnit && unitWords(accepted) !== ordered.rawUnit) {
      const told = `Line ${ordered.number} was ordered in ${ordered.rawUnit ?? ordered.orderUnit}, but arrived in ${unitWords(accepted)}.`;
      problems.push(problem(`${at}.accepted`, 'UNIT_DIFFERS', told));
    } else if (!isZero(accepted.value)) lines.set(ordered.number, add(lines.get(ordered.number) ?? '0', accepted.value));
  }
  if (problems.length > 0) throw new Refused(problems);
  return [...lines].map(([lineNumber, quantity]) => ({ lineNumber, quantity }));
}
