import { z } from 'zod';
import {
  add,
  compare,
  type DecimalText,
  type Fault,
  fail,
  fitsPack,
  isLocalDate,
  isNegative,
  isPositiveDecimal,
  isZero,
  nearestQuantities,
  ok,
  type Result,
  subtract,
} from '#libs/kernel';
import { checkInput, requirePermission, type Work } from '#libs/platform';
import { messageFields } from '../answering/answer.input.js';
import { total } from '../answering/answer.rules.js';
import { exchangedLines, unitsFault } from '../core/exchange.rules.js';
import { requireSide } from '../order/order.access.js';
import type { ChangeRequest, OrderLine, ScheduleLine, WholeOrder } from '../order/order.entity.js';
import { orderWires } from '../order/order.events.js';
import { moveOrder, piece, type ScheduleSplit, type ScheduleStep, takenBefore } from '../order/order.mover.js';
import { lockOrder } from '../order/order.reader.js';
import { orderText } from '../order/order-text.js';
import { isLive, stepTo } from '../order/schedule.lifecycle.js';
import { offPackValues } from '../placing/placing.rules.js';
import { type CancelFault, cancelFaults } from './cancel.rules.js';

const positive = z.string().refine(isPositiveDecimal, 'a decimal above zero');
const changeInput = z.object({
  orderId: z.uuid(),
  lines: z
    .array(
      z.object({
        lineNumber: orderText(36),
        quantity: positive.nullish(),
        needBy: z.string().refine(isLocalDate, 'a date as CCYY-MM-DD').nullish(),
      }),
    )
    .min(1)
    .max(1000),
  reason: orderText(500, 0).nullish(),
  ...messageFields,
});

type LineChange = z.output<typeof changeInput>['lines'][number];
export type ChangeOrderInput = z.input<typeof changeInput>;
export type ChangeOrderFault =
  | CancelFault
  | Fault<'LineUnknown' | 'NothingToChange' | 'QuantityOffPack' | 'ProposalOpen' | 'VersionConflict' | 'ExchangeQuantity'>;

/**
 * Asks the supplier for another quantity or date. `quantity` is what the buyer wants of the line from now on: less is a
 * cancellation of the difference (at once when unanswered), more and another date wait for the supplier's word, and the
 * order stands as it is until then. More quantity holds no stock before it is granted, and none afterwards: the supplier granted it knowing his shelves.
 * Errors: LineUnknown, NothingToChange, QuantityOffPack, ExchangeQuantity (whole units, a hundred at most), ProposalOpen (answer it first), LineNonCancellable, CancellationWindowClosed, VersionConflict.
 * Throws NotFound unless the actor is the buyer, Forbidden without order:change.
 */
export async function changeOrder(work: Work, raw: ChangeOrderInput): Promise<Result<WholeOrder, ChangeOrderFault>> {
  requirePermission(work, 'order:change');
  const input = checkInput(changeInput, raw);
  const order = await lockOrder(work, input.orderId);
  requireSide(work, order, 'BUYER');
  if (takenBefore(work, order, input.messageId)) return ok(order);
  if (input.expectedVersion != null && input.expectedVersion !== order.version) {
    return fail({ code: 'VersionConflict' as const, path: ['expectedVersion'] });
  }

  const today = work.now.toISOString().slice(0, 10);
  const exchanged = await exchangedLines(work, order);
  const changes = input.lines.map((change, i) => {
    const path = ['lines', String(i)];
    const line = order.lines.find((l) => l.number === change.lineNumber);
    const again = input.lines.findIndex((c) => c.lineNumber === change.lineNumber) !== i;
    if (!line || again)
      return { splits: [], steps: [], faults: [{ code: 'LineUnknown' as const, path, values: { line: change.lineNumber } }] };
    const fault = exchanged.has(line.id)
      ? unitsFault(change.quantity ?? '1', { path: [...path, 'quantity'], unit: line.orderUnit })
      : undefined;
    return fault ? { splits: [], steps: [], faults: [fault] } : changeLine(line, change, { today, path });
  });
  const faults = changes.flatMap((change): ChangeOrderFault[] => change.faults);
  if (faults.length > 0) return fail(...faults);
  return ok(
    await moveOrder(work, order, {
      kind: 'CHANGE_REQUESTED',
      wire: orderWires.changeRequested,
      channel: input.channel ?? 'PORTAL',
      ...(input.messageId ? { messageId: input.messageId } : {}),
      detail: { lines: input.lines, ...(input.reason ? { reason: input.reason } : {}) },
      splits: changes.flatMap((change) => change.splits),
      steps: changes.flatMap((change) => change.steps),
    }),
  );
}

interface PlannedChange {
  splits: ScheduleSplit[];
  steps: ScheduleStep[];
  faults: ChangeOrderFault[];
}

function changeLine(line: OrderLine, change: LineChange, at: { today: string; path: string[] }): PlannedChange {
  const live = line.schedules.filter((schedule) => isLive(schedule.status) && schedule.status !== 'CANCEL_REQUESTED');
  const present = total(live);
  const wanted = change.quantity ?? present;
  const more = subtract(wanted, present);
  const needBy = change.needBy != null && change.needBy !== line.needBy ? change.needBy : undefined;
  const faults: ChangeOrderFault[] = [];
  if (live.length === 0 || (isZero(more) && needBy === undefined))
    faults.push({ code: 'NothingToChange', path: at.path, values: { line: line.number } });
  const rule = { minimum: line.minimum, multiple: line.multiple };
  if (!isZero(more) && !fitsPack(wanted, rule)) {
    const near = nearestQuantities(wanted, rule);
    faults.push({
      code: 'QuantityOffPack',
      path: [...at.path, 'quantity'],
      values: offPackValues(near.below ?? null, near.above, line.orderUnit),
    });
  }
  if (live.some((schedule) => schedule.proposal !== null))
    faults.push({ code: 'ProposalOpen', path: at.path, values: { line: line.number } });
  if (faults.length > 0) return { splits: [], steps: [], faults };
  return isNegative(more) ? less(line, live, { ...at, by: subtract(present, wanted), needBy }) : asked(live, more, needBy);
}

/** Takes the difference off the last quantities by cancelling them; a new date is asked for what remains. */
function less(
  line: OrderLine,
  live: readonly ScheduleLine[],
  at: { today: string; path: string[]; by: DecimalText; needBy: string | undefined },
): PlannedChange {
  const plan: PlannedChange = { splits: [], steps: [], faults: [] };
  let left = at.by;
  for (const schedule of [...live].reverse()) {
    const quantity = compare(schedule.quantity, left) < 0 ? schedule.quantity : left;
    if (!isZero(quantity)) {
      const { id, splits } = piece(schedule, quantity);
      plan.splits.push(...splits);
      plan.steps.push({ id, event: 'CANCEL' });
      plan.faults.push(...cancelFaults(line, [schedule], at));
    }
    left = subtract(left, quantity);
    const whole = compare(schedule.quantity, quantity) === 0;
    if (at.needBy !== undefined && !whole)
      plan.steps.push({ id: schedule.id, event: 'REQUEST_CHANGE', request: { deliverOn: at.needBy } });
  }
  return plan;
}

/** One request per quantity: all of them get the new date, the last one the additional quantity. */
function asked(live: readonly ScheduleLine[], more: DecimalText, needBy: string | undefined): PlannedChange {
  const steps = live.flatMap((schedule, i): ScheduleStep[] => {
    const grows = i === live.length - 1 && !isZero(more);
    if (!grows && needBy === undefined) return [];
    const request: ChangeRequest = {
      ...(grows ? { quantity: add(schedule.quantity, more) } : {}),
      ...(needBy ? { deliverOn: needBy } : {}),
    };
    return 'to' in stepTo(schedule, 'BUYER', 'REQUEST_CHANGE') ? [{ id: schedule.id, event: 'REQUEST_CHANGE', request }] : [];
  });
  return { splits: [], steps, faults: [] };
}
