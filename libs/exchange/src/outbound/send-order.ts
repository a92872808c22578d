import { hasError } from '#libs/documents';
import { organizationCards } from '#libs/organizations';
import { NotFound, type Work } from '#libs/platform';
import { lockOrder, type WholeOrder } from '#libs/procurement';
import { profileFor } from '../partner/partner.reader.js';
import { identitiesOf } from '../partner/partner-identity.reader.js';
import { agreementNumber } from '../translate/agreement-number.js';
import { liveOrder } from '../translate/live-order.js';
import { type OrderSides, orderDocument } from '../translate/order-document.js';
import { queueDocument } from './queue-document.js';

/** How an order reached its supplier: as a document for his ERP, by mail because he has none that is live or its format cannot say it, or not at all since nothing is left of it. */
export type OrderSent = { by: 'DOCUMENT' | 'NOTHING' } | { by: 'MAIL'; order: WholeOrder; sides: OrderSides };

/**
 * Hands an order to the acting supplier, with the quantities that are live at this moment: queued as a document when his connection is live. Without one
 * (none yet, or one still in test mode), and when its format cannot say the order (the dead message is kept to be seen), the caller mails it. The order is locked, so that what cancels it comes before or
 * after and never between. Throws NotFound for an order of others.
 */
export async function sendOrder(work: Work, input: { orderId: string }): Promise<OrderSent> {
  const placed = await lockOrder(work, input.orderId);
  if (placed.counterpartyId !== work.actor.orgId) throw new NotFound(`order ${input.orderId}`);
  const order = liveOrder(placed);
  if (!order) return { by: 'NOTHING' };
  const sides = await sidesOf(work, order);
  const profile = await profileFor(work, 'SUPPLIER');
  if (!profile || profile.testMode) return { by: 'MAIL', order, sides };
  const queued = await queueDocument(work, {
    profile,
    document: orderDocument(order, sides),
    cause: `order.placed:${order.id}`,
    orderOrgId: order.orgId,
    orderId: order.id,
    counterpartyId: order.orgId,
  });
  return queued && hasError(queued.problems) ? { by: 'MAIL', order, sides } : { by: 'DOCUMENT' };
}

/** Both parties' cards, and what the acting organisation's ERP calls them. */
export async function sidesOf(
  work: Work,
  order: { orgId: string; counterpartyId: string; agreementId: string | null },
): Promise<OrderSides> {
  const cards = await organizationCards(work, [order.orgId, order.counterpartyId]);
  const buyer = cards.find((card) => card.id === order.orgId);
  const supplier = cards.find((card) => card.id === order.counterpartyId);
  if (!buyer || !supplier) throw new Error('an order names an organisation without a card');
  const agreement = await agreementNumber(work, order.agreementId);
  return {
    ...(agreement ? { agreement } : {}),
    buyer,
    supplier,
    buyerKnownAs: await identitiesOf(work, buyer.id),
    supplierKnownAs: await identitiesOf(work, supplier.id),
  };
}
