import { add, addDays, compare, type DecimalText, isZero, type LocalDate, normalise, subtract } from '#libs/kernel';
import { assumedCalendar, dayTaken } from '../calendar/working-time.js';
import { instantOf, minutesOf, wallClock } from '../calendar/zoned-time.js';
import {
  type PromiseAnswer,
  type PromiseConfidence,
  type PromiseInputs,
  type PromisePart,
  promiseBases,
} from './promise.inputs.js';
import { calendarOf, compareText, type Source, sourcesOf } from './promise.sources.js';

const dayMs = 86_400_000;

/**
 * The dated answer to one question, from its inputs alone: equal inputs give equal answers, today and in ten years. The date is
 * the first on which the whole quantity can be on the dock (where nobody knows how long goods travel: can have left). For that
 * date one place that can serve the whole comes before several, what is there before what is expected, and a lead time only
 * fills up. An answer holds for a day at most, and no longer than until a cut-off or a midnight changes it.
 */
export function promiseOf(inputs: PromiseInputs): PromiseAnswer {
  if (!inputs.orderable) return unanswered(inputs, 'NOT_ORDERABLE');
  const all = sourcesOf(inputs).filter(({ quantity }) => quantity === null || !isZero(quantity));
  if (!covers(all, inputs.quantity)) return unanswered(inputs, 'NO_SUPPLY');
  const waysKnown = inputs.transit.length > 0 || inputs.method !== null;
  const sources = waysKnown ? all.filter(({ arriveOn }) => arriveOn !== null) : all;
  if (!covers(sources, inputs.quantity)) return unanswered(inputs, 'NO_ROUTE');
  const parts = allocate(sources, inputs.quantity);
  const last = parts.reduce((a, b) => (dateOf(b) > dateOf(a) ? b : a));
  const arriveOn = parts.some((part) => part.arriveOn === null) ? null : last.arriveOn;
  return {
    problem: null,
    shipOn:
      parts
        .map(({ shipOn }) => shipOn)
        .sort()
        .at(-1) ?? null,
    arriveOn,
    method: last.method,
    basis: promiseBases[Math.max(...parts.map(({ basis }) => promiseBases.indexOf(basis)))] ?? null,
    parts,
    needByMet: inputs.needBy === null || arriveOn === null ? null : arriveOn <= inputs.needBy,
    validUntil: validUntil(inputs, parts),
    confidence: confidenceOf(inputs, parts),
  };
}

function unanswered(inputs: PromiseInputs, problem: NonNullable<PromiseAnswer['problem']>): PromiseAnswer {
  const none = { shipOn: null, arriveOn: null, method: null, basis: null, parts: [], needByMet: null, confidence: null };
  return { problem, ...none, validUntil: new Date(Date.parse(inputs.askedAt) + dayMs).toISOString() };
}

/** The day that counts: on the dock, else away. */
const dateOf = (one: Pick<Source, 'shipOn' | 'arriveOn'>): LocalDate => one.arriveOn ?? one.shipOn;

function covers(sources: readonly Source[], wanted: DecimalText): boolean {
  if (sources.some(({ quantity }) => quantity === null)) return true;
  return (
    compare(
      sources.reduce((sum, { quantity }) => add(sum, quantity ?? '0'), '0'),
      wanted,
    ) >= 0
  );
}

/** The sources that serve the whole on the first possible day, each with its quantity. */
function allocate(sources: readonly Source[], wanted: DecimalText): PromisePart[] {
  const sorted = [...sources].sort(byDate);
  const day = sorted.map(dateOf).find((date) =>
    covers(
      sorted.filter((one) => dateOf(one) <= date),
      wanted,
    ),
  );
  if (day === undefined) throw new Error('sources that cover a quantity cover it on some day');
  const inTime = sorted.filter((one) => dateOf(one) <= day);
  const whole = inTime.find(({ basis, quantity }) => basis === 'STOCK' && compare(quantity ?? '0', wanted) >= 0);
  let left = wanted;
  return (whole ? [whole] : inTime).flatMap((source): PromisePart[] => {
    if (isZero(left)) return [];
    const { quantity, ...rest } = source;
    const taken = quantity === null || compare(quantity, left) > 0 ? left : quantity;
    left = subtract(left, taken);
    return [{ ...rest, quantity: normalise(taken) }];
  });
}

/** By day; on one day the surer first, then the fuller, then by name: the same sources always serve in the same order. */
function byDate(a: Source, b: Source): number {
  return (
    compareText(dateOf(a), dateOf(b)) ||
    promiseBases.indexOf(a.basis) - promiseBases.indexOf(b.basis) ||
    compare(b.quantity ?? '0', a.quantity ?? '0') ||
    compareText(a.place, b.place) ||
    compareText(a.reference ?? '', b.reference ?? '')
  );
}

/** The next instant at which a calendar behind one of the parts takes an order on another day, a day ahead at most. */
function validUntil(inputs: PromiseInputs, parts: readonly PromisePart[]): string {
  const at = new Date(inputs.askedAt);
  const ends = parts.map((part) => {
    const calendar = calendarOf(inputs, part.place);
    const midnightAfter = (day: LocalDate): number => instantOf(addDays(day, 1), 0, calendar.timeZone).getTime();
    const cutOff = instantOf(dayTaken(calendar, at), minutesOf(calendar.cutOff), calendar.timeZone).getTime();
    if (part.basis === 'INBOUND') return Math.min(cutOff, midnightAfter(expectedOn(inputs, part)));
    const rolls = part.basis === 'LEAD_TIME' && calendar.leadFrom === 'ORDER';
    return rolls ? Math.min(cutOff, midnightAfter(wallClock(at, calendar.timeZone).date)) : cutOff;
  });
  return new Date(Math.min(at.getTime() + dayMs, ...ends)).toISOString();
}

/** The day after which a receipt is no longer counted on. */
function expectedOn(inputs: PromiseInputs, part: PromisePart): LocalDate {
  const receipt = inputs.inbound.find(({ place, reference }) => place === part.place && reference === part.reference);
  if (!receipt) throw new Error(`no receipt ${part.reference} at ${part.place}`);
  return receipt.expectedOn;
}

function confidenceOf(inputs: PromiseInputs, parts: readonly PromisePart[]): PromiseConfidence {
  const guessed = parts.some(
    (part) => part.basis === 'LEAD_TIME' || part.arriveOn === null || calendarOf(inputs, part.place) === assumedCalendar,
  );
  if (guessed) return 'ESTIMATE';
  const since = Date.parse(inputs.askedAt) - dayMs;
  const counted = (place: string) => inputs.stock.some((row) => row.place === place && Date.parse(row.asOf) >= since);
  return parts.every((part) => part.basis === 'STOCK' && counted(part.place)) ? 'FIRM' : 'LIKELY';
}
