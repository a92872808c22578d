import { compare, isInteger } from '#libs/kernel';
import type { ExchangeTerms } from '#libs/supply';
import type { PlacedLine, PlacingFault } from '../placing/placing.rules.js';

/** Units of one line that are bought in exchange at most: each of them is a core that somebody follows. */
const unitsMax = 100;

/**
 * What stands against lines that are, or were, sold in exchange: the buyer must have seen the core that he will owe, and units are whole.
 * A line of an offer without such terms must not name any: nobody would take the core.
 */
export function exchangeFaults(lines: readonly PlacedLine[], terms: ReadonlyMap<string, ExchangeTerms>): PlacingFault[] {
  return lines.flatMap(({ index, asked, priced }): PlacingFault[] => {
    const path = ['lines', String(index), 'exchangeSeen'];
    const core = terms.get(asked.offerId);
    if (!core) return asked.exchangeSeen == null ? [] : [{ code: 'ExchangeWithdrawn', path }];
    if (!isInteger(asked.quantity) || compare(asked.quantity, String(unitsMax)) > 0)
      return [
        {
          code: 'ExchangeQuantity',
          path: ['lines', String(index), 'quantity'],
          values: { most: unitsMax, unit: priced.orderUnit },
        },
      ];
    const { coreValue, currency, coreDays, version } = core;
    return sameCore(asked.exchangeSeen, core)
      ? []
      : [{ code: 'ExchangeTermsNotSeen', path, values: { coreValue, currency, coreDays, version } }];
  });
}

/** Whether the core that was seen is the one that would be owed now. */
export function sameCore(seen: PlacedLine['asked']['exchangeSeen'], terms: ExchangeTerms): boolean {
  return (
    seen != null &&
    seen.version === terms.version &&
    seen.coreDays === terms.coreDays &&
    seen.currency === terms.currency &&
    compare(seen.coreValue, terms.coreValue) === 0
  );
}
