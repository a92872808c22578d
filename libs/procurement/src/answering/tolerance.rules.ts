import {
  add,
  addDays,
  compare,
  type DecimalText,
  fitsPack,
  isNegative,
  multiply,
  nearestQuantities,
  subtract,
} from '#libs/kernel';
import type { OrderLine, ScheduleLine } from '../order/order.entity.js';
import { dateAgreed, priceAgreed } from './answer-steps.js';

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
 * Compared as fractions, nothing is divided or rounded. Limits are inclusive.
 */
export function withinTolerance(
  line: OrderLine,
  schedule: ScheduleLine,
  terms: { tolerance: Tolerance; currency: string },
): boolean {
  const { proposal } = schedule;
  if (schedule.status !== 'CHANGE_PROPOSED' || !proposal || proposal.substitute) return false;
  return (
    priceWithin(line, schedule, terms) &&
    quantityWithin(line, schedule, terms.tolerance) &&
    dateWithin(line, schedule, terms.tolerance)
  );
}

function priceWithin(line: OrderLine, schedule: ScheduleLine, terms: { tolerance: Tolerance; currency: string }): boolean {
  const price = schedule.proposal?.price;
  if (!price) return true;
  const { pricePercent, priceAbsolute, currency } = terms.tolerance;
  const absolute = currency === terms.currency ? priceAbsolute : null;
  if (pricePercent === null && absolute === null) return false;
  const agreed = priceAgreed(line, schedule);
  // Over the common denominator: the difference per unit is |difference| / (basis x basis).
  const difference = distance(multiply(price.amount, agreed.basis), multiply(agreed.amount, price.basis));
  const base = multiply(agreed.amount, price.basis);
  if (pricePercent !== null && compare(multiply(difference, '100'), multiply(pricePercent, base)) > 0) return false;
  if (absolute === null) return true;
  const quantity = schedule.proposal?.quantity ?? schedule.quantity;
  const over = multiply(multiply(quantity, line.factorNum), difference);
  const under = multiply(multiply(line.factorDen, agreed.basis), price.basis);
  return compare(over, multiply(absolute, under)) <= 0;
}

function quantityWithin(line: OrderLine, schedule: ScheduleLine, tolerance: Tolerance): boolean {
  const proposed = schedule.proposal?.quantity;
  if (proposed === undefined) return true;
  const wanted = add(line.quantity, subtract(proposed, schedule.quantity));
  const rule = { minimum: line.minimum, multiple: line.multiple };
  const rounded = !fitsPack(line.quantity, rule) && compare(wanted, nearestQuantities(line.quantity, rule).above) === 0;
  if (tolerance.packRounding && rounded) return true;
  if (tolerance.quantityPercent === null) return false;
  return compare(multiply(distance(wanted, line.quantity), '100'), multiply(tolerance.quantityPercent, line.quantity)) <= 0;
}

function dateWithin(line: OrderLine, schedule: ScheduleLine, tolerance: Tolerance): boolean {
  const agreed = dateAgreed(line, schedule);
  const date = schedule.proposal?.deliverOn ?? schedule.proposal?.shipOn;
  if (agreed === undefined || date === undefined) return true;
  if (date > addDays(agreed, tolerance.daysLate ?? 0)) return false;
  // A ship date before the delivery date is no early delivery.
  return schedule.proposal?.deliverOn === undefined || date >= addDays(agreed, -(tolerance.daysEarly ?? 0));
}

function distance(a: DecimalText, b: DecimalText): DecimalText {
  const difference = subtract(a, b);
  return isNegative(difference) ? subtract(b, a) : difference;
}
