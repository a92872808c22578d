import { hasError, type Order as OrderDocument } from '#libs/documents';
import { NotFound, one, type Work } from '#libs/platform';
import { lockOrder, type OrderEventKind, type WholeOrder } from '#libs/procurement';
import type { Message } from '../message/message.js';
import { profileFor } from '../partner/partner.reader.js';
import type { ExchangeFormat } from '../partner/partner-profile.js';
import { type OrderSides, orderDocument } from '../translate/order-document.js';
import type { DocumentToSend } from '../translate/write-document.js';
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
 * Tells the acting supplier what the buyer did to an order after placing it. A whole order that is cancelled goes to his ERP in the word of its format
 * (cXML OrderRequest type delete, X12 850 with BEG01 01, UBL OrderCancellation, EDIFACT ORDCHG), and only behind the order itself. Everything else (lines, answers to
 * proposals, requests) goes by mail, and so does what the format has no word for. Throws NotFound for an order of others.
 */
export async function sendChange(work: Work, input: { orderId: string; seq: number }): Promise<ChangeSent> {
  const order = await lockOrder(work, input.orderId);
  if (order.counterpartyId !== work.actor.orgId) throw new NotFound(`order ${input.orderId}`);
  const event = order.events.find((happened) => happened.seq === input.seq);
  const what = event && event.actorOrg === order.orgId ? news[event.kind] : undefined;
  if (!what) return { by: 'NOTHING' };
  const sides = await sidesOf(work, order);
  const profile = await profileFor(work, 'SUPPLIER');
  if (order.status !== 'CANCELLED' || !profile || profile.testMode || !isCancelledIn.has(profile.format))
    return { by: 'MAIL', what, order, sides };
  const sent = await sentAs(work, order);
  if (!sent) return { by: 'MAIL', what, order, sides };
  const queued = await queueDocument(work, {
    profile,
    document: cancellation(orderDocument(order, sides), { sent, format: profile.format, now: work.now }),
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

/** Formats with a message that takes a whole order back. */
const isCancelledIn = new Set<ExchangeFormat>(['UBL', 'CXML', 'X12', 'EDIFACT']);

interface Cancelling {
  sent: SentOrder | undefined;
  format: ExchangeFormat;
  now: Date;
}

/**
 * What takes an order back in a format: the order itself as one to be deleted (cXML names the document it came in: OrderRequestHeader, DocumentReference; X12 repeats it),
 * or a change of its own that cancels it (UBL, EDIFACT).
 */
export function cancellation(document: OrderDocument, { sent, format, now }: Cancelling): DocumentToSend {
  if (format === 'UBL' || format === 'EDIFACT' || format === 'OPENTRANS') {
    const { number, issuedOn, purpose: _, replaces: __, ...same } = document;
    const at = now.toISOString();
    const lines = format === 'EDIFACT' ? document.lines.map((line) => ({ ...line, action: 'delete' as const })) : [];
    return {
      ...same,
      kind: 'orderChange',
      purpose: 'cancel',
      number,
      issuedOn: at.slice(0, 10),
      issuedAt: at,
      order: { number, issuedOn },
      lines,
    };
  }
  const replaces = sent?.format === 'CXML' && sent.transportId ? { replaces: sent.transportId } : {};
  return { ...document, purpose: 'cancel', ...replaces };
}
