import { add, subtract } from '#libs/kernel';
import type { Charge } from './line.js';

/** What charges come to, and allowances, each positive; '0' for none. */
export function sumsOf(charges: readonly Charge[]): { charges: string; allowances: string } {
  const sum = (isCharge: boolean) =>
    charges.filter((charge) => charge.isCharge === isCharge).reduce((total, { amount }) => add(total, amount), '0');
  return { charges: sum(true), allowances: sum(false) };
}

/** An amount with its charges put on and its allowances taken off. */
export function withCharges(amount: string, charges: readonly Charge[]): string {
  const { charges: more, allowances } = sumsOf(charges);
  return subtract(add(amount, more), allowances);
}

/**
 * Before a format writes a charge: a code that is none of the format's list goes before the reason, so that it is read by
 * people and not taken for another; a charge with neither code nor reason is called by its kind.
 */
export function nameCharge(charge: Charge, isListed: (code: string) => boolean): void {
  const { code, reason } = charge;
  if (code !== undefined && !isListed(code)) {
    delete charge.code;
    charge.reason = reason === undefined || reason.startsWith(code) ? (reason ?? code) : `${code}: ${reason}`;
  }
  charge.reason ??= charge.code ?? (charge.isCharge ? 'Charge' : 'Allowance');
}
