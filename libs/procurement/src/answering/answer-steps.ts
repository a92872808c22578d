import { v7 as uuid } from 'uuid';
import { add, compare, type DecimalText, isDecimal, isZero, type LocalDate, multiply } from '#libs/kernel';
import type { AgreedPrice, Order, OrderLine, Proposal, ScheduleLine, Substitute } from '../order/order.entity.js';
import type { ScheduleSplit, ScheduleStep } from '../order/order.mover.js';
import { baseOf, isLive, stepTo } from '../order/schedule.lifecycle.js';
import { type ScheduleEvent } from '../order/schedule-status.js';
import { samePrice } from '../placing/placing.rules.js';
import type { AnsweredQuantity } from './answer.input.js';
import { type AnswerFault, type Chunk, coverLine, layOut } from './answer.rules.js';

/** What an answer does to one line. */
export interface LineAnswer {
  splits: ScheduleSplit[];
  steps: ScheduleStep[];
  faults: AnswerFault[];
}

/** The steps that bring one line where the supplier's answer says, or every fault of the answer. */
export function answerLine(
  order: Pick<Order, 'currency'>,
  line: OrderLine,
  given: { answers: readonly AnsweredQuantity[]; path: readonly string[] },
): LineAnswer {
  const { answers, path } = given;
  const faults = answers.flatMap((answer, i) => quantityFaults(order, { line, answer }, [...path, 'schedules', String(i)]));
  const covered = coverLine(line, answers, path);
  if (!Array.isArray(covered)) faults.push(covered);
  if (faults.length > 0 || !Array.isArray(covered)) return { splits: [], steps: [], faults };

  const result: LineAnswer = { splits: [], steps: [], faults };
  const chunks = layOut(line, covered);
  for (const [i, chunk] of chunks.entries()) {
    const step = stepOf(line, chunk);
    const refusal = refusalOf(line, chunk, step.event);
    if (refusal) result.faults.push({ ...refusal, path });
    // The last piece keeps the schedule line's own id; earlier ones are split off it.
    const last = !chunks.slice(i + 1).some((later) => later.schedule === chunk.schedule);
    const id = last ? chunk.schedule.id : uuid();
    if (!last) result.splits.push({ id, source: chunk.schedule.id, quantity: chunk.quantity });
    if (last && isSame(chunk.schedule, step) && !chunks.slice(0, i).some((earlier) => earlier.schedule === chunk.schedule))
      continue;
    result.steps.push({ ...step, id });
  }
  return result;
}

function refusalOf(line: OrderLine, chunk: Chunk, event: ScheduleEvent): Omit<AnswerFault, 'path'> | undefined {
  const step = stepTo(chunk.schedule, 'SUPPLIER', event);
  if ('to' in step) return undefined;
  return { code: 'StepNotPossible', values: { line: line.number, status: chunk.schedule.status, why: step.refusal } };
}

function quantityFaults(
  order: Pick<Order, 'currency'>,
  at: { line: OrderLine; answer: AnsweredQuantity },
  path: readonly string[],
): AnswerFault[] {
  const { line, answer } = at;
  const faults: AnswerFault[] = [];
  const { price } = answer;
  const unit = price?.unit ?? line.priceUnit;
  const comparable =
    (price?.currency ?? order.currency) === order.currency && (unit === line.priceUnit || unit === line.orderUnit);
  const said = price && comparable ? Object.values(priceInPriceUnit(line, { ...price, unit })) : [];
  if (!comparable || !said.every((value) => isDecimal(value))) {
    faults.push({
      code: 'PriceNotComparable',
      path: [...path, 'price'],
      values: { line: line.number, unit: line.priceUnit, currency: order.currency },
    });
  }
  if (answer.status === 'SUBSTITUTED' && !answer.substitute?.supplierPart && !answer.substitute?.manufacturerPart) {
    faults.push({ code: 'SubstituteMissing', path: [...path, 'substitute'], values: { line: line.number } });
  }
  return faults;
}

/** What the answer means for the chunk: other terms than agreed are a proposal, whatever the partner called them. */
function stepOf(line: OrderLine, chunk: Chunk): Omit<ScheduleStep, 'id'> {
  const { answer } = chunk.covered;
  const said = {
    ...(answer.reason ? { reason: answer.reason } : {}),
    ...(answer.rawStatus ? { rawStatus: answer.rawStatus } : {}),
  };
  const dates = {
    ...(answer.shipOn ? { shipOn: answer.shipOn } : {}),
    ...(answer.deliverOn ? { deliverOn: answer.deliverOn } : {}),
  };
  if (answer.status === 'REJECTED') return { event: 'REJECT', ...said };
  const proposal: Proposal = { ...dates, ...otherPrice(line, chunk), ...otherQuantity(chunk) };
  if (answer.status === 'SUBSTITUTED')
    return { event: 'PROPOSE_SUBSTITUTE', ...said, proposal: { ...proposal, substitute: substituteOf(answer) } };
  if (proposal.price || proposal.quantity) return { event: 'PROPOSE_CHANGE', ...said, proposal };
  if (answer.status === 'BACKORDERED') return { event: 'BACKORDER', ...said, ...dates };
  if (deviates(dates, dateAgreed(line, chunk.schedule))) return { event: 'PROPOSE_CHANGE', ...said, proposal };
  return { event: 'CONFIRM', ...said, ...confirmedDates(line, chunk.schedule, dates) };
}

function otherPrice(line: OrderLine, chunk: Chunk): { price?: AgreedPrice } {
  const { price } = chunk.covered.answer;
  if (!price) return {};
  const said = priceInPriceUnit(line, { amount: price.amount, basis: price.basis, unit: price.unit ?? line.priceUnit });
  return samePrice(said, priceAgreed(line, chunk.schedule)) ? {} : { price: said };
}

/** A price per order unit, said exactly in the line's price unit: 105 per box of 25 is 105 x 1 per 1 x 25 pieces. */
function priceInPriceUnit(line: OrderLine, price: { amount: DecimalText; basis: DecimalText; unit: string }): AgreedPrice {
  if (price.unit === line.priceUnit) return { amount: price.amount, basis: price.basis };
  return { amount: multiply(price.amount, line.factorDen), basis: multiply(price.basis, line.factorNum) };
}

function otherQuantity(chunk: Chunk): { quantity?: DecimalText } {
  return isZero(chunk.more) ? {} : { quantity: add(chunk.quantity, chunk.more) };
}

function substituteOf(answer: AnsweredQuantity): Substitute {
  return Object.fromEntries(Object.entries(answer.substitute ?? {}).filter(([, value]) => value != null));
}

/** The price that holds for a quantity: its own once one was agreed, else the line's. */
export function priceAgreed(
  line: Pick<OrderLine, 'priceAmount' | 'priceBasis'>,
  schedule: Pick<ScheduleLine, 'price'>,
): AgreedPrice {
  return schedule.price ?? { amount: line.priceAmount, basis: line.priceBasis };
}

/** The delivery date that holds: the confirmed one, else the one the buyer asked for. undefined: none was ever named, so any will do. */
export function dateAgreed(line: Pick<OrderLine, 'needBy'>, schedule: ScheduleLine): LocalDate | undefined {
  const confirmed = baseOf(schedule) === 'CONFIRMED' ? schedule.deliverOn : null;
  return confirmed ?? line.needBy ?? undefined;
}

/** Whether dates differ from the agreed delivery. A ship date only can be too late: goods leave before they arrive. */
function deviates(dates: { shipOn?: LocalDate; deliverOn?: LocalDate }, agreed: LocalDate | undefined): boolean {
  if (agreed === undefined) return false;
  return dates.deliverOn !== undefined ? dates.deliverOn !== agreed : dates.shipOn !== undefined && dates.shipOn > agreed;
}

/** Confirmed without a date means as asked. */
function confirmedDates(
  line: OrderLine,
  schedule: ScheduleLine,
  dates: { shipOn?: LocalDate; deliverOn?: LocalDate },
): { shipOn?: LocalDate; deliverOn?: LocalDate } {
  const shipOn = dates.shipOn ?? schedule.shipOn ?? undefined;
  const deliverOn = dates.deliverOn ?? dateAgreed(line, schedule) ?? undefined;
  return { ...(shipOn ? { shipOn } : {}), ...(deliverOn ? { deliverOn } : {}) };
}

/** Whether the step would leave the schedule line exactly as it is. */
function isSame(schedule: ScheduleLine, step: Omit<ScheduleStep, 'id'>): boolean {
  if (step.event !== 'CONFIRM' && step.event !== 'BACKORDER') return false;
  const stands = step.event === 'CONFIRM' ? 'CONFIRMED' : 'BACKORDERED';
  return (
    schedule.status === stands && (step.shipOn ?? null) === schedule.shipOn && (step.deliverOn ?? null) === schedule.deliverOn
  );
}

/** Whether a line waits for the supplier's word on a quantity the buyer asked for, and the answers add up to that one. */
export function grantsRequest(line: OrderLine, answers: readonly { quantity: DecimalText }[]): boolean {
  const asking = line.schedules.filter((schedule) => schedule.request?.quantity !== undefined);
  if (asking.length === 0) return false;
  const sum = (items: readonly DecimalText[]): DecimalText => items.reduce((a, b) => add(a, b), '0');
  const wanted = sum(line.schedules.filter((s) => isLive(s.status)).map((s) => s.request?.quantity ?? s.quantity));
  return compare(sum(answers.map((answer) => answer.quantity)), wanted) === 0;
}
