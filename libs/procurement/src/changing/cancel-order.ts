import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { messageFields } from '../answering/answer.input.js';
import { requireSide } from '../order/order.access.js';
import type { OrderLine, WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { moveOrder, type ScheduleStep, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { stepTo } from '../order/schedule.lifecycle.js';
import { type CancelFault, cancelFaults } from './cancel.rules.js';

const cancelInput = z.object({
  orderId: z.uuid(),
  /** Absent: the whole order. */
  lineNumbers: z.array(orderText(36)).min(1).max(1000).nullish(),
  reason: orderText(500),
  ...messageFields,
});

export type CancelOrderInput = z.input<typeof cancelInput>;
export type CancelOrderFault = CancelFault | Fault<'LineUnknown' | 'NothingToCancel' | 'VersionConflict'>;

/**
 * Cancels an order or some of its lines for the buyer: at once what the supplier has not answered, by his consent what he has
 * confirmed or back-ordered. Stock behind what is cancelled is free again. All of it or nothing.
 * Errors: LineUnknown, LineNonCancellable, CancellationWindowClosed, NothingToCancel, VersionConflict.
 * Throws NotFound unless the actor is the buyer, Forbidden without order:cancel.
 */
export async function cancelOrder(work: Work, raw: CancelOrderInput): Promise<Result<WholeOrder, CancelOrderFault>> {
  requirePermission(work, 'order:cancel');
  const input = checkInput(cancelInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'BUYER');
  if (takenBefore(work, order, input.messageId)) return ok(order);
  if (input.expectedVersion != null && input.expectedVersion !== order.version) {
    return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  }

  const faults: CancelOrderFault[] = [];
  const steps: ScheduleStep[] = [];
  const today = work.now.toISOString().slice(0, 10);
  for (const { line, path } of chosen(order, input.lineNumbers ?? undefined, faults)) {
    const open = line.schedules.filter((schedule) => 'to' in stepTo(schedule, 'BUYER', 'CANCEL'));
    faults.push(...cancelFaults(line, open, { today, path }));
    steps.push(...open.map((schedule) => ({ id: schedule.id, event: 'CANCEL' as const, reason: input.reason })));
  }
  if (faults.length === 0 && steps.length === 0) faults.push({ code: 'NothingToCancel', path: [] });
  if (faults.length > 0) return fail(...faults);
  return ok(
    await moveOrder(work, order, {
      kind: 'CANCELLED',
      wire: orderWires.cancelled,
      channel: input.channel ?? 'PORTAL',
      ...(input.messageId ? { messageId: input.messageId } : {}),
      detail: { reason: input.reason, ...(input.lineNumbers ? { lines: input.lineNumbers } : {}) },
      splits: [],
      steps,
    }),
  );
}

function chosen(
  order: WholeOrder,
  numbers: readonly string[] | undefined,
  faults: CancelOrderFault[],
): { line: OrderLine; path: string[] }[] {
  if (!numbers) return order.lines.map((line) => ({ line, path: ['lines', line.number] }));
  return [...new Set(numbers)].flatMap((number) => {
    const path = ['lineNumbers', String(numbers.indexOf(number))];
    const line = order.lines.find((l) => l.number === number);
    if (line) return [{ line, path }];
    faults.push({ code: 'LineUnknown', path, values: { line: number } });
    return [];
  });
}
