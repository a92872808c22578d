import type { OrderResponse } from '#libs/documents';
import { NotFound, one, type Work } from '#libs/platform';
import { lockOrder, type WholeOrder } from '#libs/procurement';
import { profileFor } from '../partner/partner.reader.js';
import { formats, type PartnerProfile } from '../partner/partner-profile.js';
import { answerDocument, headerStatus } from '../translate/answer-document.js';
import { queueDocument } from './queue-document.js';
import { sidesOf } from './send-order.js';

const ofErp = new Set<string>(formats);
/** Formats in which each answer has a number of its own. */
const numbersAnswers = new Set<string>(['UBL', 'EDIFACT']);
/** What the buyer's own side does to an order that changes what will come: his ERP has to know, unless it said so itself. */
const settling = new Set(['PROPOSAL_ANSWERED', 'PROPOSAL_ACCEPTED_BY_RULE', 'CANCELLED', 'CLOSED_SHORT']);

/**
 * Tells the acting buyer's ERP where an order that came from it stands: after each word of the supplier, and after proposals were accepted in the
 * portal or by rule. His own numbers, every quantity with its state. One answer per version of the order. An order that was placed elsewhere is
 * unknown to the ERP and nothing is sent. Throws NotFound for an order of others.
 */
export async function sendAnswer(work: Work, input: { orderId: string; seq: number }): Promise<void> {
  const order = await lockOrder(work, input.orderId);
  if (order.orgId !== work.actor.orgId) throw new NotFound(`order ${input.orderId}`);
  const profile = await profileFor(work, 'BUYER');
  if (!profile || profile.testMode || !ofErp.has(order.channel) || !isNews(order, input.seq)) return;
  // cXML has said "received" in its Response already, and a ConfirmationRequest has no word for it.
  if (profile.format === 'CXML' && headerStatus(order) === 'received') return;
  await queueDocument(work, {
    profile,
    document: await answerOf(work, order, { profile, seq: input.seq }),
    cause: `order.answered:${order.id}:${input.seq}`,
    orderOrgId: order.orgId,
    orderId: order.id,
    counterpartyId: order.counterpartyId,
  });
}

/**
 * What the buyer's ERP is told of an order as it stands after its version `seq`: with the time of that event, and after an earlier answer as an update of it.
 * UBL and EDIFACT number each answer, so there the version is a part of its number; the others know an answer by the order.
 */
export async function answerOf(
  work: Work,
  order: WholeOrder,
  { profile, seq }: { profile: PartnerProfile; seq: number },
): Promise<OrderResponse> {
  const event = order.events.find((happened) => happened.seq === seq);
  const payloadId = await payloadIdOf(work, order.id);
  const earlier = await earlierAnswer(work, order.id, profile);
  return answerDocument(order, await sidesOf(work, order), {
    answeredAt: new Date(event?.at ?? order.answeredAt ?? work.now).toISOString(),
    ...(numbersAnswers.has(profile.format) ? { number: `${order.supplierNumber ?? order.number}-${seq}` } : {}),
    ...(payloadId ? { payloadId } : {}),
    ...(earlier ? { earlier: profile.format === 'CXML' ? { payloadId: earlier } : {} } : {}),
  });
}

/** Id of the last answer about the order that went over the connection in its format, or is about to. */
async function earlierAnswer(work: Work, orderId: string, profile: PartnerProfile): Promise<string | undefined> {
  const row = await one<{ id: string }>(
    work,
    `select m.transport_id as id from exchange.document d join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
     where d.org_id = $1 and d.order_org_id = $1 and d.order_id = $2 and d.caused_by like 'order.answered:%' and m.state <> 'DEAD'
       and m.profile_id = $3 and m.format = $4 order by m.id desc limit 1`,
    [work.actor.orgId, orderId, profile.id, profile.format],
  );
  return row?.id;
}

function isNews(order: WholeOrder, seq: number): boolean {
  const event = order.events.find((happened) => happened.seq === seq);
  if (!event || event.actorOrg !== order.orgId) return true;
  return settling.has(event.kind) && !ofErp.has(event.channel);
}

/** payloadID of the OrderRequest, which a ConfirmationRequest names. */
async function payloadIdOf(work: Work, orderId: string): Promise<string | undefined> {
  const row = await one<{ payloadId: string }>(
    work,
    `select m.transport_id as "payloadId" from exchange.document d join exchange.message m on m.org_id = d.org_id and m.id = d.message_id
     where d.org_id = $1 and d.order_org_id = $1 and d.order_id = $2 and m.direction = 'IN' and m.format = 'CXML' and d.coordinate = 'cxml:1.2:OrderRequest'
     order by m.created_at limit 1`,
    [work.actor.orgId, orderId],
  );
  return row?.payloadId;
}
