import { one, type Work } from '#libs/platform';
import { lockOrder, type WholeOrder } from '#libs/procurement';
import type { Message } from '../message/message.js';
import { profileById } from '../partner/partner.reader.js';
import type { PartnerProfile } from '../partner/partner-profile.js';
import { liveOrder } from '../translate/live-order.js';
import { orderDocument } from '../translate/order-document.js';
import type { DocumentToSend } from '../translate/write-document.js';
import { type Queued, queueDocument } from './queue-document.js';
import { answerOf } from './send-answer.js';
import { cancellation, sentAs } from './send-change.js';
import { sidesOf } from './send-order.js';

/** Causes that name an order, and with an answer its version; a rewritten document names the message it stands for behind them. */
const ofOrder = /^order\.(placed|cancelled|answered):([0-9a-f-]{36})(?::(\d+))?/;

/**
 * Writes what an outbound message was about anew, from the order as it stands and for the connection as it is now, as a message of its own ids:
 * the bytes of one with errors must never leave. undefined: it was rewritten before, speaks of no order or of one of which nothing is left, or its connection is in test mode.
 */
export async function rewriteMessage(work: Work, message: Message): Promise<Queued | undefined> {
  const found = await one<{ cause: string }>(
    work,
    'select caused_by as cause from exchange.document where org_id = $1 and message_id = $2 and caused_by is not null',
    [message.orgId, message.id],
  );
  const [cause, kind, orderId, seq] = ofOrder.exec(found?.cause ?? '') ?? [];
  if (!kind || !orderId || !message.profileId) return undefined;
  const profile = await profileById(work, message.profileId);
  if (profile.testMode) return undefined;
  const order = await lockOrder(work, orderId);
  const document =
    kind === 'answered'
      ? await answerOf(work, order, { profile, seq: Number(seq ?? order.version) })
      : await orderAgain(work, order, kind === 'cancelled' ? profile : undefined);
  if (!document) return undefined;
  return queueDocument(work, {
    profile,
    document,
    cause: `${cause}:again:${message.id}`,
    orderOrgId: order.orgId,
    orderId: order.id,
    counterpartyId: order.orgId === message.orgId ? order.counterpartyId : order.orgId,
  });
}

/** The order as it stands, or what takes it back over a connection. */
async function orderAgain(work: Work, order: WholeOrder, cancelledOver?: PartnerProfile): Promise<DocumentToSend | undefined> {
  const sides = await sidesOf(work, order);
  if (cancelledOver) {
    const facts = { sent: await sentAs(work, order), format: cancelledOver.format, now: work.now };
    return cancellation(orderDocument(order, sides), facts);
  }
  const live = liveOrder(order);
  return live && orderDocument(live, sides);
}
