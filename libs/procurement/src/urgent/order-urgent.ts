import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, NotFound, one, requirePermission, type Work } from '#libs/platform';
import { releaseStock } from '#libs/supply';
import { placeOrder } from '../placing/place-order.js';
import type { PlacingFault } from '../placing/placing.rules.js';
import { type OrderUrgentInput, orderUrgentInput } from './urgent.input.js';
import { moveUrgent, type UrgentStepError } from './urgent.mover.js';
import { type UrgentRequest, urgentById } from './urgent.reader.js';

export type OrderUrgentError = UrgentStepError | PlacingFault | Fault<'IdempotencyMismatch'>;

/**
 * Places the order of an urgent request: now, or when it was to follow. What the request holds goes over to the order in the same
 * transaction, and the clock of the order to follow stops. What has left was taken from the shelf then: the order takes those units
 * over, and no others. Once per idempotency key; a request that has its order keeps it.
 * Errors: those of placeOrder, UrgentNotPossible. Throws Forbidden without order:place, NotFound (also for the supplier), BadInput.
 */
export async function orderUrgent(work: Work, given: OrderUrgentInput): Promise<Result<UrgentRequest, OrderUrgentError>> {
  requirePermission(work, 'order:place');
  const { requestId, ...input } = checkInput(orderUrgentInput, given);
  if ((await urgentById(work, requestId)).orgId !== work.actor.orgId) throw new NotFound(`urgent request ${requestId}`);
  const recovered = await one<{ hold: string | null }>(work, 'select procurement.recover_urgent($1) as hold', [requestId]);
  const request = await urgentById(work, requestId);
  if (request.orderId !== null) return ok(request);
  await releaseStock(work, [
    { line: `urgent:${requestId}`, buyerId: request.orgId, supplierId: request.supplierId, movement: 'ordered' },
  ]);
  const placed = await placeOrder(work, {
    idempotencyKey: input.idempotencyKey,
    number: input.number ?? null,
    costReference: input.costReference ?? null,
    shipTo: { place: { ...request.shipTo, address: { ...request.shipTo.address } } },
    note: `${request.priority} ${request.number}`,
    holdIds: recovered?.hold ? [recovered.hold] : [],
    lines: [
      {
        offerId: request.offerId,
        quantity: request.quantity,
        priceSeen: input.priceSeen,
        needBy: request.needAt.toISOString().slice(0, 10),
        ncnrAccepted: input.ncnrAccepted,
        exchangeSeen: input.exchangeSeen ?? null,
      },
    ],
  });
  if (!placed.ok) return fail<OrderUrgentError>(...placed.errors);
  const [order] = placed.value;
  return moveUrgent(work, request, {
    kind: 'ORDERED',
    settle: ['PO'],
    set: { orderId: order?.id },
    detail: { orderId: order?.id, number: order?.number },
  });
}
