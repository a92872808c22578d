import { add, compare, type DecimalText, type Fault, isZero, subtract } from '#libs/kernel';
import type { OrderLine, ScheduleLine } from '../order/order.entity.js';
import { hasLeft, isFinal, isLive } from '../order/schedule.lifecycle.js';
import type { AnsweredQuantity } from './answer.input.js';

export type AnswerFault = Fault<
  'LineUnknown' | 'LineAnsweredTwice' | 'QuantityMismatch' | 'PriceNotComparable' | 'SubstituteMissing' | 'StepNotPossible'
>;

/** One answered quantity and how much of the line's open quantity it speaks for; `proposed` when the supplier would send another. */
export interface Covered {
  answer: AnsweredQuantity;
  quantity: DecimalText;
  proposed?: DecimalText;
}

/** One answered quantity laid on one schedule line. `whole`: nothing of the schedule line is left for another answer. */
export interface Chunk {
  schedule: ScheduleLine;
  quantity: DecimalText;
  covered: Covered;
  /** Difference the supplier proposes, counted once per answer. */
  more: DecimalText;
}

export const total = (items: readonly { quantity: DecimalText }[]): DecimalText =>
  items.reduce((sum, item) => add(sum, item.quantity), '0');

/**
 * How the answered quantities cover what is open of the line. They must add up to it; or to the whole ordered quantity when
 * the accepted part covers what has left and the rejected part what was ended before (an ERP that repeats the full picture); or
 * one CHANGED or SUBSTITUTED quantity stands for the rest, and its own figure is the quantity proposed (80 or 120 for 100). Else QuantityMismatch.
 */
export function coverLine(
  line: OrderLine,
  answers: readonly AnsweredQuantity[],
  path: readonly string[],
): Covered[] | AnswerFault {
  const quantityOf = (is: (status: ScheduleLine['status']) => boolean): DecimalText =>
    total(line.schedules.filter(({ status }) => is(status)));
  const open = quantityOf(isLive);
  const answered = total(answers);
  const same = answers.map((answer) => ({ answer, quantity: answer.quantity }));
  if (compare(answered, open) === 0) return same;
  if (compare(answered, line.quantity) === 0) {
    const left = without(same, 'ACCEPTED', quantityOf(hasLeft));
    const rest = left && without(left, 'REJECTED', quantityOf(isFinal));
    if (rest) return rest;
  }
  const changing = answers.filter((answer) => answer.status === 'CHANGED' || answer.status === 'SUBSTITUTED');
  const [only] = changing;
  const rest = only ? subtract(open, subtract(answered, only.quantity)) : '0';
  if (only && changing.length === 1 && compare(rest, '0') > 0) {
    return same.map((item) => (item.answer === only ? { answer: only, quantity: rest, proposed: only.quantity } : item));
  }
  return { code: 'QuantityMismatch', path, values: { line: line.number, open, answered } };
}

/** Takes `gone`, what happened before, out of the answers of one status; undefined when they are less than that. */
function without(covered: readonly Covered[], status: AnsweredQuantity['status'], gone: DecimalText): Covered[] | undefined {
  let left = gone;
  const rest = covered.flatMap((item) => {
    if (item.answer.status !== status || isZero(left)) return [item];
    const taken = compare(item.quantity, left) < 0 ? item.quantity : left;
    left = subtract(left, taken);
    const quantity = subtract(item.quantity, taken);
    return isZero(quantity) ? [] : [{ ...item, quantity }];
  });
  return isZero(left) ? rest : undefined;
}

const settled: Partial<Record<ScheduleLine['status'], AnsweredQuantity['status']>> = {
  CONFIRMED: 'ACCEPTED',
  BACKORDERED: 'BACKORDERED',
};

/**
 * Lays the covered quantities on the open schedule lines so that as little as possible moves: a quantity that says what
 * already stands meets that schedule line; rejections meet asked-for cancellations first; the rest flows in order.
 */
export function layOut(line: OrderLine, covered: readonly Covered[]): Chunk[] {
  const pool = line.schedules
    .filter((schedule) => isLive(schedule.status))
    .map((schedule) => ({ schedule, left: schedule.quantity }));
  const chunks: Chunk[] = [];
  const take = (slot: (typeof pool)[number], item: Covered, quantity: DecimalText): void => {
    const first = !chunks.some((chunk) => chunk.covered === item);
    chunks.push({
      schedule: slot.schedule,
      quantity,
      covered: item,
      more: first && item.proposed ? subtract(item.proposed, item.quantity) : '0',
    });
    slot.left = subtract(slot.left, quantity);
  };
  const flowing = covered.filter((item) => {
    const slot = pool.find((s) => settled[s.schedule.status] === item.answer.status && compare(s.left, item.quantity) === 0);
    if (slot) take(slot, item, item.quantity);
    return !slot;
  });
  const rejections = flowing.filter((item) => item.answer.status === 'REJECTED');
  for (const item of [...rejections, ...flowing.filter((f) => f.answer.status !== 'REJECTED')]) {
    const slots = item.answer.status === 'REJECTED' ? [...pool].sort(cancellationsFirst) : pool;
    let left = item.quantity;
    for (const slot of slots) {
      if (isZero(left)) break;
      if (isZero(slot.left)) continue;
      const quantity = compare(slot.left, left) < 0 ? slot.left : left;
      take(slot, item, quantity);
      left = subtract(left, quantity);
    }
  }
  return chunks;
}

function cancellationsFirst(a: { schedule: ScheduleLine }, b: { schedule: ScheduleLine }): number {
  return Number(b.schedule.status === 'CANCEL_REQUESTED') - Number(a.schedule.status === 'CANCEL_REQUESTED');
}
