import {
  add,
  addDays,
  compare,
  type DecimalText,
  fitsPack,
  isNegative,
  type LocalDate,
  multiply,
  nearestQuantities,
  subtract,
} from '#libs/kernel';
import type { AgreedPrice, OrderLine, ScheduleLine } from '../order/order.entity.js';
import { dateAgreed, priceAgreed } from './answer-steps.js';

/** What the buyer himself asked for of a line, before any rule took a change over for him. */
export interface Asked {
  quantity: DecimalText;
  deliverOn?: LocalDate | undefined;
}

interface Terms {
  tolerance: Tolerance;
  currency: string;
  asked: Asked;
}

/** What a buyer lets pass without asking, per partnership. Absent numbers tolerate nothing. */
export interface Tolerance {
  pricePercent: DecimalText | null;
  /** Per line, in `currency`; both price limits hold when both are given. */
  priceAbsolute: DecimalText | null;
  currency: string | null;
  quantityPercent: DecimalText | null;
  daysEarly: number | null;
  daysLate: number | null;
  /** Whether rounding up to the pack passes whatever the quantity limit says. */
  packRounding: boolean;
}

/**
 * Whether every term of a proposal lies inside the tolerance (trade-rules 22). A substitute never does: it needs consent.
 * It must lie inside both from what is agreed now and from what the buyer asked for: small steps never add up behind his back.
 * Compared as fractions, nothing is divided or rounded. Limits are inclusive.
 */
export function withinTolerance(line: OrderLine, schedule: ScheduleLine, terms: Terms): boolean {
  const { proposal } = schedule;
  if (schedule.status !== 'CHANGE_PROPOSED' || !proposal || proposal.substitute) return false;
  return termsWithin(line, schedule, terms);
}

/** Whether price, quantity and date of a proposal lie inside, whatever part it is. */
export function termsWithin(line: OrderLine, schedule: ScheduleLine, terms: Terms): boolean {
  return priceWithin(line, schedule, terms) && quantityWithin(line, schedule, terms) && dateWithin(line, schedule, terms);
}

function priceWithin(line: OrderLine, schedule: ScheduleLine, terms: Terms): boolean {
  const price = schedule.proposal?.price;
  if (!price) return true;
  const { pricePercent, priceAbsolute, currency } = terms.tolerance;
  const limits = { percent: pricePercent, absolute: currency === terms.currency ? priceAbsolute : null };
  const ordered = { amount: line.priceAmount, basis: line.priceBasis };
  return [priceAgreed(line, schedule), ordered].every((agreed) => priceNear(line, { price, agreed }, limits));
}

function priceNear(
  line: OrderLine,
  { price, agreed }: { price: AgreedPrice; agreed: AgreedPrice },
  { percent, absolute }: { percent: DecimalText | null; absolute: DecimalText | null },
): boolean {
  if (percent === null && absolute === null) return false;
  // Over the common denominator: the difference per unit is |difference| / (basis x basis).
  const difference = distance(multiply(price.amount, agreed.basis), multiply(agreed.amount, price.basis));
  const base = multiply(agreed.amount, price.basis);
  if (percent !== null && compare(multiply(difference, '100'), multiply(percent, base)) > 0) return false;
  if (absolute === null) return true;
  // The amount is one per line: a line in many pieces does not get it many times.
  const over = multiply(multiply(wantedOf(line), line.factorNum), difference);
  const under = multiply(multiply(line.factorDen, agreed.basis), price.basis);
  return compare(over, multiply(absolute, under)) <= 0;
}

/** The line's quantity if everything that is proposed of it were taken. */
function wantedOf(line: OrderLine): DecimalText {
  return line.schedules.reduce(
    (sum, { proposal, quantity }) => (proposal?.quantity ? add(sum, subtract(proposal.quantity, quantity)) : sum),
    line.quantity,
  );
}

function quantityWithin(line: OrderLine, schedule: ScheduleLine, { tolerance, asked }: Terms): boolean {
  if (schedule.proposal?.quantity === undefined) return true;
  const wanted = wantedOf(line);
  const rule = { minimum: line.minimum, multiple: line.multiple };
  const rounded = !fitsPack(line.quantity, rule) && compare(wanted, nearestQuantities(line.quantity, rule).above) === 0;
  if (tolerance.packRounding && rounded) return true;
  const percent = tolerance.quantityPercent;
  if (percent === null) return false;
  return [line.quantity, asked.quantity].every(
    (from) => compare(multiply(distance(wanted, from), '100'), multiply(percent, from)) <= 0,
  );
}

function dateWithin(line: OrderLine, schedule: ScheduleLine, { tolerance, asked }: Terms): boolean {
  const date = schedule.proposal?.deliverOn ?? schedule.proposal?.shipOn;
  if (date === undefined) return true;
  return [dateAgreed(line, schedule), asked.deliverOn].every((from) => {
    if (from === undefined) return true;
    if (date > addDays(from, tolerance.daysLate ?? 0)) return false;
    // A ship date before the delivery date is no early delivery.
    return schedule.proposal?.deliverOn === undefined || date >= addDays(from, -(tolerance.daysEarly ?? 0));
  });
}

function distance(a: DecimalText, b: DecimalText): DecimalText {
  const difference = subtract(a, b);
  return isNegative(difference) ? subtract(b, a) : difference;
}
