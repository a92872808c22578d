import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { type CancelFault, cancelFaults } from '../changing/cancel.rules.js';
import { requireSide } from '../order/order.access.js';
import type { WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { moveOrder, type ScheduleStep, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { stepTo } from '../order/schedule.lifecycle.js';
import { messageFields } from './answer.input.js';

const events = { ACCEPT: 'ACCEPT', DECLINE: 'DECLINE', CANCEL: 'CANCEL' } as const;
const answerProposalInput = z.object({
  orderId: z.uuid(),
  answers: z
    .array(
      z.object({
        scheduleId: z.uuid(),
        answer: z.enum(['ACCEPT', 'DECLINE', 'CANCEL']),
        reason: orderText(500, 0).nullish(),
      }),
    )
    .min(1)
    .max(500),
  ...messageFields,
});

export type AnswerProposalInput = z.input<typeof answerProposalInput>;
export type AnswerProposalFault = CancelFault | Fault<'NothingProposed' | 'VersionConflict'>;

/**
 * Answers what the supplier proposed, quantity by quantity. ACCEPT takes the stored terms over; DECLINE goes back to what stood
 * before, and asks the supplier for that again; CANCEL gives the quantity up (at once when it was never confirmed).
 * Errors: NothingProposed, LineNonCancellable, CancellationWindowClosed, VersionConflict. Throws NotFound, Forbidden without order:change.
 */
export async function answerProposal(work: Work, raw: AnswerProposalInput): Promise<Result<WholeOrder, AnswerProposalFault>> {
  requirePermission(work, 'order:change');
  const input = checkInput(answerProposalInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'BUYER');
  if (takenBefore(work, order, input.messageId)) return ok(order);
  if (input.expectedVersion != null && input.expectedVersion !== order.version) {
    return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  }

  const faults: AnswerProposalFault[] = [];
  const steps: ScheduleStep[] = [];
  const today = work.now.toISOString().slice(0, 10);
  for (const [i, { scheduleId, answer, reason }] of input.answers.entries()) {
    const path = ['answers', String(i)];
    const line = order.lines.find((l) => l.schedules.some((s) => s.id === scheduleId));
    const schedule = line?.schedules.find((s) => s.id === scheduleId);
    if (
      !line ||
      !schedule?.proposal ||
      steps.some((s) => s.id === scheduleId) ||
      !('to' in stepTo(schedule, 'BUYER', events[answer]))
    ) {
      faults.push({ code: 'NothingProposed', path });
      continue;
    }
    if (answer === 'CANCEL') faults.push(...cancelFaults(line, [schedule], { today, path }));
    steps.push({ id: scheduleId, event: events[answer], ...(reason ? { reason } : {}) });
  }
  if (faults.length > 0) return fail(...faults);
  return ok(
    await moveOrder(work, order, {
      kind: 'PROPOSAL_ANSWERED',
      wire: orderWires.proposalAnswered,
      channel: input.channel ?? 'PORTAL',
      ...(input.messageId ? { messageId: input.messageId } : {}),
      detail: { answers: input.answers },
      splits: [],
      steps,
    }),
  );
}
