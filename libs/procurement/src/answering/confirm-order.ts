import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { heldByGate, linesMoved } from '../gate/gate.reader.js';
import { requireSide } from '../order/order.access.js';
import type { OrderLine, WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { eventOf, messageHashOf, moveOrder, type OrderMove, type ScheduleStep } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { isLive, stepTo } from '../order/schedule.lifecycle.js';
import { type CheckedAnswer, type ConfirmOrderInput, confirmOrderInput } from './answer.input.js';
import type { AnswerFault } from './answer.rules.js';
import { answerLine, grantsRequest, type LineAnswer } from './answer-steps.js';

export type ConfirmOrderFault = AnswerFault | Fault<'LineHeldByGate' | 'VersionConflict' | 'IdempotencyMismatch'>;

/**
 * Records the supplier's answer to an order, per quantity: confirmed, back-ordered with a date, a change or a substitute
 * proposed, or rejected (trade-rules 20). Lines are matched on the buyer's line number as text. Terms that differ from what
 * was agreed become a proposal, which waits for the buyer; silence never accepts. `header` RECEIVED only acknowledges.
 * Once per `messageId`: the same message again changes nothing, another one under its id is IdempotencyMismatch.
 * A line that a rule of the gate holds can only be rejected. Errors: all faults of all lines at once. Throws NotFound for an order of others, Forbidden without order:confirm.
 */
export async function confirmOrder(work: Work, raw: ConfirmOrderInput): Promise<Result<WholeOrder, ConfirmOrderFault>> {
  requirePermission(work, 'order:confirm');
  const input = checkInput(confirmOrderInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'SUPPLIER');

  const hash = messageHashOf({ ...input, messageId: null, expectedVersion: null });
  const before = eventOf(work, order, input.messageId);
  if (before)
    return before.messageHash === hash ? ok(order) : fail({ code: 'IdempotencyMismatch' as const, path: ['messageId'] });
  if (input.expectedVersion != null && input.expectedVersion !== order.version) {
    return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  }

  const granted = await grantRequests(work, order, input);
  const answer = answerOf(granted, input);
  const held = await heldByGate(work, order.id, linesMoved(granted, answer));
  const faults: ConfirmOrderFault[] = [...answer.faults, ...held];
  if (faults.length > 0) return fail(...faults);
  return ok(await moveOrder(work, granted, moveOf(input, answer, hash)));
}

function moveOf(input: CheckedAnswer, answer: LineAnswer, hash: string): OrderMove {
  const only = input.header === 'RECEIVED' && answer.steps.length === 0;
  return {
    kind: only ? 'RECEIVED' : input.header === 'REJECTED' && !input.lines?.length ? 'REJECTED' : 'ANSWERED',
    wire: orderWires.answered,
    channel: input.channel ?? 'PORTAL',
    ...(input.messageId ? { messageId: input.messageId, messageHash: hash } : {}),
    ...(input.supplierNumber ? { supplierNumber: input.supplierNumber } : {}),
    detail: {
      ...(input.header ? { header: input.header } : {}),
      ...(input.reason ? { reason: input.reason } : {}),
      ...(input.lines ? { lines: input.lines } : {}),
    },
    splits: answer.splits,
    steps: answer.steps,
  };
}

/** A document cannot say "granted": an answer that adds up to the quantity the buyer asked for grants it, and is then read on the new line. */
async function grantRequests(work: Work, order: WholeOrder, input: CheckedAnswer): Promise<WholeOrder> {
  const steps = order.lines.flatMap((line): ScheduleStep[] => {
    const answers = input.lines?.find((l) => l.lineNumber === line.number)?.schedules;
    if (!answers || !grantsRequest(line, answers)) return [];
    return line.schedules.filter((s) => s.status === 'CHANGE_REQUESTED').map((s) => ({ id: s.id, event: 'GRANT' as const }));
  });
  if (steps.length === 0) return order;
  return moveOrder(work, order, {
    kind: 'REQUEST_ANSWERED',
    wire: orderWires.requestAnswered,
    channel: input.channel ?? 'PORTAL',
    splits: [],
    steps,
  });
}

function answerOf(order: WholeOrder, input: CheckedAnswer): LineAnswer {
  const answer: LineAnswer = { splits: [], steps: [], faults: [] };
  const seen = new Set<string>();
  for (const [i, given] of (input.lines ?? []).entries()) {
    const path = ['lines', String(i)];
    const line = order.lines.find((l) => l.number === given.lineNumber);
    if (!line) answer.faults.push({ code: 'LineUnknown', path: [...path, 'lineNumber'], values: { line: given.lineNumber } });
    else if (seen.has(line.number))
      answer.faults.push({ code: 'LineAnsweredTwice', path: [...path, 'lineNumber'], values: { line: line.number } });
    else append(answer, answerLine(order, line, { answers: given.schedules, path }));
    seen.add(given.lineNumber);
  }
  for (const line of order.lines) if (!seen.has(line.number)) answer.steps.push(...headerSteps(line, input));
  return answer;
}

/** The header speaks for lines that are not named: ACCEPTED takes them as they were asked, REJECTED ends all that is open. */
function headerSteps(line: OrderLine, input: CheckedAnswer): ScheduleStep[] {
  const reason = input.reason ? { reason: input.reason } : {};
  return line.schedules
    .filter((s) => isLive(s.status))
    .flatMap((schedule): ScheduleStep[] => {
      if (input.header === 'REJECTED')
        return 'to' in stepTo(schedule, 'SUPPLIER', 'REJECT') ? [{ id: schedule.id, event: 'REJECT', ...reason }] : [];
      if (input.header !== 'ACCEPTED') return [];
      if (schedule.status === 'CHANGE_REQUESTED') return [{ id: schedule.id, event: 'GRANT' }];
      // What is confirmed or back-ordered already stays, and an asked-for cancellation needs a word of its own.
      if (!['REQUESTED', 'CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED'].includes(schedule.status)) return [];
      const deliverOn = schedule.deliverOn ?? line.needBy;
      return [
        {
          id: schedule.id,
          event: 'CONFIRM',
          ...(schedule.shipOn ? { shipOn: schedule.shipOn } : {}),
          ...(deliverOn ? { deliverOn } : {}),
        },
      ];
    });
}

function append(all: LineAnswer, more: LineAnswer): void {
  all.splits.push(...more.splits);
  all.steps.push(...more.steps);
  all.faults.push(...more.faults);
}
