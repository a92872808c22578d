import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { heldByGate, linesMoved } from '../gate/gate.reader.js';
import { requireSide } from '../order/order.access.js';
import type { WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { moveOrder, type ScheduleStep, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { stepTo } from '../order/schedule.lifecycle.js';
import { messageFields } from './answer.input.js';

const answerRequestInput = z.object({
  orderId: z.uuid(),
  answers: z
    .array(z.object({ scheduleId: z.uuid(), grant: z.boolean(), reason: orderText(500, 0).nullish() }))
    .min(1)
    .max(500),
  ...messageFields,
});

export type AnswerRequestInput = z.input<typeof answerRequestInput>;

/**
 * The supplier grants or refuses what the buyer asked for: a cancellation, another quantity or date. Granted, the stored
 * request becomes the terms; refused, what stood before stands (states-and-formulas 4.1).
 * Errors: NothingRequested, LineHeldByGate, VersionConflict. Throws NotFound unless the actor is the supplier, Forbidden without order:confirm.
 */
export async function answerRequest(
  work: Work,
  raw: AnswerRequestInput,
): Promise<Result<WholeOrder, Fault<'NothingRequested' | 'LineHeldByGate' | 'VersionConflict'>>> {
  requirePermission(work, 'order:confirm');
  const input = checkInput(answerRequestInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'SUPPLIER');
  if (takenBefore(work, order, input.messageId)) return ok(order);
  if (input.expectedVersion != null && input.expectedVersion !== order.version) {
    return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  }

  const schedules = new Map(order.lines.flatMap((line) => line.schedules).map((schedule) => [schedule.id, schedule]));
  const steps = input.answers.map(({ scheduleId, grant, reason }): ScheduleStep => {
    return { id: scheduleId, event: grant ? 'GRANT' : 'REFUSE', ...(reason ? { reason } : {}) };
  });
  const faults = steps.flatMap((step, i) => {
    const schedule = schedules.get(step.id);
    const possible =
      schedule !== undefined &&
      'to' in stepTo(schedule, 'SUPPLIER', step.event) &&
      steps.findIndex((s) => s.id === step.id) === i;
    return possible ? [] : [{ code: 'NothingRequested' as const, path: ['answers', String(i)] }];
  });
  if (faults.length > 0) return fail(...faults);
  const held = await heldByGate(work, order.id, linesMoved(order, { steps, splits: [] }));
  if (held.length > 0) return fail(...held);
  return ok(
    await moveOrder(work, order, {
      kind: 'REQUEST_ANSWERED',
      wire: orderWires.requestAnswered,
      channel: input.channel ?? 'PORTAL',
      ...(input.messageId ? { messageId: input.messageId } : {}),
      detail: { answers: input.answers },
      splits: [],
      steps,
    }),
  );
}
