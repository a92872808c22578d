import { add, compare, type DecimalText, divideExact, isZero, multiply, normalise, subtract } from './decimal.js';
import type { UnitCode } from './unit-code.js';

/** How much, in which unit. */
export interface Quantity {
  value: DecimalText;
  unit: UnitCode;
}

/** What may be ordered, in order units: at least `minimum`, and a whole number of `multiple` counted from zero. A multiple of 0 binds nothing. */
export interface PackRule {
  minimum: DecimalText;
  multiple: DecimalText;
}

/** Whether a quantity in the rule's unit keeps the rule. Zero and less never do. */
export function fitsPack(value: DecimalText, rule: PackRule): boolean {
  if (compare(value, '0') <= 0 || compare(value, rule.minimum) < 0) return false;
  return isZero(rule.multiple) || compare(floorTo(value, rule.multiple), value) === 0;
}

/**
 * The valid quantities around `value`: `below` the largest not above it, absent when even the smallest valid one is
 * above; `above` the smallest not below it. Both equal `value` when it fits.
 */
export function nearestQuantities(value: DecimalText, rule: PackRule): { below?: DecimalText; above: DecimalText } {
  const smallest = smallestFitting(rule);
  if (compare(value, smallest) < 0) return { above: smallest };
  if (isZero(rule.multiple)) return { below: normalise(value), above: normalise(value) };
  const below = floorTo(value, rule.multiple);
  return { below, above: compare(below, value) === 0 ? below : normalise(add(below, rule.multiple)) };
}

function smallestFitting(rule: PackRule): DecimalText {
  const minimum = compare(rule.minimum, '0') > 0 ? rule.minimum : rule.multiple;
  if (isZero(rule.multiple)) return normalise(rule.minimum);
  const below = floorTo(minimum, rule.multiple);
  return compare(below, minimum) === 0 ? below : normalise(add(below, rule.multiple));
}

function floorTo(value: DecimalText, step: DecimalText): DecimalText {
  const rounded = divideExact(value, step, 0);
  const product = multiply(rounded, step);
  return normalise(compare(product, value) > 0 ? multiply(subtract(rounded, '1'), step) : product);
}
