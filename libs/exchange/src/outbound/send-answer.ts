import { NotFound, one, type Work } from '#libs/platform';
import { orderForExchange } from '#libs/procurement';
import { profileFor } from '../partner/partner.reader.js';
import { answerDocument } from '../translate/answer-document.js';
import { queueDocument } from './queue-document.js';
import { sidesOf } from './send-order.js';

const ofErp = new Set(['UBL', 'CXML', 'X12']);

/**
 * Tells the acting buyer's ERP what the supplier said of an order that came from that ERP: his own numbers, every quantity with its state. One
 * answer per version of the order. An order that was placed elsewhere is unknown to the ERP and nothing is sent. Throws NotFound for an order of others.
 */
export async function sendAnswer(work: Work, input: { orderId: string; seq: number }): Promise<void> {
  const order = await orderForExchange(work, input.orderId);
  if (order.orgId !== work.actor.orgId) throw new NotFound(`order ${input.orderId}`);
  const profile = await profileFor(work, 'BUYER');
  if (!profile || profile.testMode || !ofErp.has(order.channel)) return;
  const inbound = await one<{ payloadId: string | null }>(
    work,
    `select m.transport_id as "payloadId" from exchange.document d join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
     where d.org_id = $1 and d.order_id = $2 and m.direction = 'IN' and m.format = 'CXML' order by m.created_at limit 1`,
    [work.actor.orgId, order.id],
  );
  await queueDocument(work, {
    profile,
    document: answerDocument(order, await sidesOf(work, order), {
      answeredAt: (order.answeredAt ?? work.now).toISOString(),
      ...(inbound?.payloadId ? { payloadId: inbound.payloadId } : {}),
    }),
    cause: `order.answered:${order.id}:${input.seq}`,
    orderOrgId: order.orgId,
    orderId: order.id,
    counterpartyId: order.counterpartyId,
  });
}
