import { add, subtract } from '#libs/kernel';
import { sumsOf } from '../charge.js';
import type { Invoice } from './invoice.js';

/**
 * Before a format writes an invoice that states fewer sums than the format asks for: those that follow from what is stated are put
 * in, in place. A sum whose parts are not all known stays absent; a stated one is never changed.
 * Source: EN 16931-1, BR-CO-10 to BR-CO-16.
 */
export function fillTotals(invoice: Invoice): void {
  const { totals, lines, charges, taxes } = invoice;
  const of = sumsOf(charges);
  const amounts = lines.map(({ amount }) => amount);
  if (amounts.every((amount) => amount !== undefined)) totals.lines ??= total(amounts);
  if (charges.some(({ isCharge }) => isCharge)) totals.charges ??= of.charges;
  if (charges.some(({ isCharge }) => !isCharge)) totals.allowances ??= of.allowances;
  if (totals.lines !== undefined)
    totals.taxExclusive ??= add(subtract(totals.lines, totals.allowances ?? '0'), totals.charges ?? '0');
  if (taxes.length > 0) totals.tax ??= total(taxes.map(({ amount }) => amount));
  if (totals.taxExclusive !== undefined && totals.tax !== undefined) totals.taxInclusive ??= add(totals.taxExclusive, totals.tax);
  if (totals.taxInclusive !== undefined)
    totals.payable ??= add(subtract(totals.taxInclusive, totals.prepaid ?? '0'), totals.rounding ?? '0');
}

function total(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => add(sum, amount), '0');
}
