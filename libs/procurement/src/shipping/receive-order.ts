import { z } from 'zod';
import { type Fault, fail, isLocalDate, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { messageFields } from '../answering/answer.input.js';
import { requireSide } from '../order/order.access.js';
import type { WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { moveOrder, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { type DayFault, receivingDayFaults } from './day.rules.js';
import { type MovedFault, movedLines, moveGoods } from './shipping.rules.js';

const receiveInput = z.object({
  orderId: z.uuid(),
  /** Absent: everything that is on its way. */
  lines: movedLines.nullish(),
  /** Default: today. */
  receivedOn: z.string().refine(isLocalDate, 'a date as CCYY-MM-DD').nullish(),
  note: orderText(500).nullish(),
  ...messageFields,
});

export type ReceiveOrderInput = z.input<typeof receiveInput>;
export type ReceiveOrderFault = MovedFault | DayFault | Fault<'VersionConflict'>;

/**
 * Says that quantities which had left the supplier have arrived, on their day. What is missing or damaged stays on its way.
 * Errors: LineUnknown, QuantityNotOpen, NothingToReceive, DayNotPossible (before it left, or days ahead), VersionConflict. Throws NotFound unless the actor is the buyer,
 * Forbidden without order:change, BadInput.
 */
export async function receiveOrder(work: Work, raw: ReceiveOrderInput): Promise<Result<WholeOrder, ReceiveOrderFault>> {
  requirePermission(work, 'order:change');
  const input = checkInput(receiveInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'BUYER');
  if (takenBefore(work, order, input.messageId)) return ok(order);
  if (input.expectedVersion != null && input.expectedVersion !== order.version)
    return fail({ code: 'VersionConflict', path: ['expectedVersion'] });

  const today = work.now.toISOString().slice(0, 10);
  const receivedOn = input.receivedOn ?? today;
  const move = { side: 'BUYER', event: 'RECEIVE', terms: { deliverOn: receivedOn } } as const;
  const goods = moveGoods(order, input.lines ?? undefined, move);
  const faults = [...goods.faults, ...receivingDayFaults(goods, today, receivedOn)];
  if (faults.length > 0) return fail(...faults);
  return ok(
    await moveOrder(work, order, {
      kind: 'DELIVERED',
      wire: orderWires.delivered,
      channel: input.channel ?? 'PORTAL',
      ...(input.messageId ? { messageId: input.messageId } : {}),
      detail: { receivedOn, note: input.note ?? null, ...(input.lines ? { lines: input.lines } : {}) },
      splits: goods.splits,
      steps: goods.steps,
    }),
  );
}
