import { hasError, type Order as OrderDocument } from '#libs/documents';
import { NotFound, one, type Work } from '#libs/platform';
import { lockOrder, type OrderEventKind, type WholeOrder } from '#libs/procurement';
import type { Message } from '../message/message.js';
import { profileFor } from '../partner/partner.reader.js';
import { type OrderSides, orderDocument } from '../translate/order-document.js';
import { queueDocument } from './queue-document.js';
import { sidesOf } from './send-order.js';

/** How the supplier hears of a change: a document, a mail that says what happened, or not at all since he need not know. */
export type ChangeSent = { by: 'DOCUMENT' | 'NOTHING' } | { by: 'MAIL'; what: ChangeNews; order: WholeOrder; sides: OrderSides };
export type ChangeNews = 'Cancelled' | 'ProposalAnswered' | 'ChangeRequested';

const news: Partial<Record<OrderEventKind, ChangeNews>> = {
  CANCELLED: 'Cancelled',
  CLOSED_SHORT: 'Cancelled',
  PROPOSAL_ANSWERED: 'ProposalAnswered',
  PROPOSAL_ACCEPTED_BY_RULE: 'ProposalAnswered',
  CHANGE_REQUESTED: 'ChangeRequested',
};

/**
 * Tells the acting supplier what the buyer did to an order after placing it. A whole order that is cancelled goes to his ERP where its format has the word:
 * cXML OrderRequest type delete, X12 850 with BEG01 01, and only behind the order itself. Everything else (lines, answers to proposals, requests; UBL, whose OrderCancellation is another document)
 * goes by mail. Throws NotFound for an order of others.
 */
export async function sendChange(work: Work, input: { orderId: string; seq: number }): Promise<ChangeSent> {
  const order = await lockOrder(work, input.orderId);
  if (order.counterpartyId !== work.actor.orgId) throw new NotFound(`order ${input.orderId}`);
  const event = order.events.find((happened) => happened.seq === input.seq);
  const what = event && event.actorOrg === order.orgId ? news[event.kind] : undefined;
  if (!what) return { by: 'NOTHING' };
  const sides = await sidesOf(work, order);
  const profile = await profileFor(work, 'SUPPLIER');
  if (order.status !== 'CANCELLED' || !profile || profile.testMode || profile.format === 'UBL')
    return { by: 'MAIL', what, order, sides };
  const sent = await sentAs(work, order);
  if (!sent) return { by: 'MAIL', what, order, sides };
  const queued = await queueDocument(work, {
    profile,
    document: cancellation(orderDocument(order, sides), sent),
    cause: `order.cancelled:${order.id}`,
    orderOrgId: order.orgId,
    orderId: order.id,
    counterpartyId: order.orgId,
  });
  return queued && hasError(queued.problems) ? { by: 'MAIL', what, order, sides } : { by: 'DOCUMENT' };
}

/** A message that an order went as, or is about to. */
export interface SentOrder {
  format: Message['format'];
  transportId: string | null;
}

/** How the order itself was handed to the ERP last; undefined: never, and what never went there cannot be cancelled there. */
export async function sentAs(work: Work, order: WholeOrder): Promise<SentOrder | undefined> {
  return one<SentOrder>(
    work,
    `select m.format, m.transport_id as "transportId" from exchange.document d join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
     where d.org_id = $1 and d.order_org_id = $2 and d.order_id = $3 and d.caused_by like 'order.placed:%' and d.state <> 'DEAD' order by m.id desc limit 1`,
    [work.actor.orgId, order.orgId, order.id],
  );
}

/** The order as it was sent, to be deleted; cXML names the document it came in (cXML.dtd, OrderRequestHeader: DocumentReference). */
export function cancellation(document: OrderDocument, sent: SentOrder | undefined): OrderDocument {
  const replaces = sent?.format === 'CXML' && sent.transportId ? { replaces: sent.transportId } : {};
  return { ...document, purpose: 'cancel', ...replaces };
}
