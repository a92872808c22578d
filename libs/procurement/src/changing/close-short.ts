import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { messageFields } from '../answering/answer.input.js';
import { requireSide } from '../order/order.access.js';
import type { ScheduleLine, WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { moveOrder, type ScheduleStep, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { stepTo } from '../order/schedule.lifecycle.js';

const closeInput = z.object({
  orderId: z.uuid(),
  /** Absent: every line with something overdue. */
  lineNumbers: z.array(orderText(36)).min(1).max(1000).nullish(),
  reason: orderText(500),
  ...messageFields,
});

export type CloseShortInput = z.input<typeof closeInput>;

/**
 * Ends what the supplier promised and did not send: confirmed or back-ordered quantities whose date has passed, and
 * back-orders without any date. Needs no consent, also on a non-cancellable line: the promise was broken or never made.
 * Errors: LineUnknown, NotOverdue (nothing of the lines is), VersionConflict. Throws NotFound unless the actor is the buyer, Forbidden without order:cancel.
 */
export async function closeShort(
  work: Work,
  raw: CloseShortInput,
): Promise<Result<WholeOrder, Fault<'LineUnknown' | 'NotOverdue' | 'VersionConflict'>>> {
  requirePermission(work, 'order:cancel');
  const input = checkInput(closeInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'BUYER');
  if (takenBefore(work, order, input.messageId)) return ok(order);
  if (input.expectedVersion != null && input.expectedVersion !== order.version) {
    return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  }
  const numbers = input.lineNumbers ?? order.lines.map((line) => line.number);
  const unknown = numbers.filter((number) => !order.lines.some((line) => line.number === number));
  if (unknown.length > 0) {
    return fail(
      ...unknown.map((line) => ({
        code: 'LineUnknown' as const,
        path: ['lineNumbers', String(numbers.indexOf(line))],
        values: { line },
      })),
    );
  }

  const today = work.now.toISOString().slice(0, 10);
  const steps = order.lines
    .filter((line) => numbers.includes(line.number))
    .flatMap((line) => line.schedules.filter((schedule) => isOverdue(schedule, today)))
    .map((schedule): ScheduleStep => ({ id: schedule.id, event: 'CLOSE_SHORT', reason: input.reason }));
  if (steps.length === 0) return fail({ code: 'NotOverdue' as const, path: [] });
  return ok(
    await moveOrder(work, order, {
      kind: 'CLOSED_SHORT',
      wire: orderWires.cancelled,
      channel: input.channel ?? 'PORTAL',
      ...(input.messageId ? { messageId: input.messageId } : {}),
      detail: { reason: input.reason, lines: numbers },
      splits: [],
      steps,
    }),
  );
}

function isOverdue(schedule: ScheduleLine, today: string): boolean {
  if (!('to' in stepTo(schedule, 'BUYER', 'CLOSE_SHORT'))) return false;
  const due = schedule.deliverOn ?? schedule.shipOn;
  return due === null ? schedule.status === 'BACKORDERED' : due < today;
}
