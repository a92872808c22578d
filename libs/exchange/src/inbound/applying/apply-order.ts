import { hasError, type Order as OrderDocument } from '#libs/documents';
import { compare } from '#libs/kernel';
import type { Work } from '#libs/platform';
import { type Channel, cancelOrder, type Order, orderByNumber, orderForExchange, placeOrder } from '#libs/procurement';
import { agreementNumber } from '../../translate/agreement-number.js';
import { orderIntake } from '../../translate/order-intake.js';
import { placedProblems } from '../../translate/order-wishes.js';
import type { Outcome } from '../applied-document.js';
import { Refused } from '../refused.js';

export interface OrderArrival {
  channel: Channel;
  /** Makes the order once for this document, however often it is applied. */
  key: string;
}

/** Places, repeats or cancels the order of a document. Throws Refused with everything that stands against it. */
export async function applyOrder(work: Work, document: OrderDocument, arrival: OrderArrival): Promise<Outcome> {
  if (document.purpose === 'change')
    throw Refused.by(
      'purpose',
      'ORDER_CHANGE_UNSUPPORTED',
      'A changed order cannot be taken as a document yet: cancel it and send a new one, or change it in the portal.',
    );
  const intake = await orderIntake(work, document, arrival);
  const known = intake.supplierId
    ? await orderByNumber(work, { buyerId: work.actor.orgId, supplierId: intake.supplierId }, document.number)
    : undefined;
  if (document.purpose === 'cancel') return cancelled(work, document.number, known);
  // Before its findings: an offer may have gone since, and a repetition is none the less one.
  if (known) return sameOrder(work, known.id, document);
  if (!intake.input) throw new Refused(intake.problems);
  const placed = await placeOrder(work, intake.input);
  if (!placed.ok) throw Refused.faults(placed.errors);
  const [order] = placed.value;
  if (!order || placed.value.length !== 1)
    throw Refused.by(
      'lines',
      'ORDER_NOT_ONE',
      'The lines belong into several orders (other agreement or terms): send one for each.',
    );
  const problems = placedProblems(document, order, await agreementNumber(work, order.agreementId));
  if (hasError(problems)) throw new Refused(problems);
  return { state: 'APPLIED', problems, orderOrgId: order.orgId, orderId: order.id, counterpartyId: order.counterpartyId };
}

/** Trade rules 21: a number is unique per buyer. The same order under a new envelope is a repetition, not a second order; another order under it is refused. */
async function sameOrder(work: Work, orderId: string, document: OrderDocument): Promise<Outcome> {
  const order = await orderForExchange(work, orderId);
  const same =
    order.currency === document.currency &&
    order.lines.length === document.lines.length &&
    order.lines.every((line) => document.lines.some((sent) => isSameLine(line, sent)));
  if (!same)
    throw Refused.by('number', 'ORDER_NUMBER_TAKEN', `You have already sent an order ${document.number} with other lines.`);
  const message = `Order ${document.number} was taken before; nothing was done again.`;
  return {
    state: 'IGNORED',
    orderOrgId: order.orgId,
    orderId,
    counterpartyId: order.counterpartyId,
    problems: [{ at: 'number', code: 'ORDER_REPEATED', message, severity: 'info' }],
  };
}

type OrderedLine = Awaited<ReturnType<typeof orderForExchange>>['lines'][number];

/** Number, quantity, part and date; what a document does not say, it does not contradict. */
function isSameLine(line: OrderedLine, sent: OrderDocument['lines'][number]): boolean {
  const { supplierPart, buyerPart } = sent.item;
  return (
    sent.number === line.number &&
    compare(sent.quantity.value, line.quantity) === 0 &&
    (supplierPart === undefined || supplierPart === line.supplierPart) &&
    (buyerPart === undefined || line.buyerPart === null || buyerPart === line.buyerPart) &&
    (sent.requestedDelivery === undefined || sent.requestedDelivery === line.needBy)
  );
}

async function cancelled(work: Work, number: string, order: Order | undefined): Promise<Outcome> {
  if (!order) throw Refused.by('number', 'ORDER_UNKNOWN', `You have sent no order ${number} to this supplier.`);
  const done = await cancelOrder(work, {
    orderId: order.id,
    reason: `Cancelled by document for order ${number}.`,
    channel: order.channel,
  });
  if (!done.ok) throw Refused.faults(done.errors);
  return { state: 'APPLIED', problems: [], orderOrgId: order.orgId, orderId: order.id, counterpartyId: order.counterpartyId };
}
