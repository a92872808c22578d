import { compare, type DecimalText, type Fault, isInteger } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
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
    const units = unitsFault(asked.quantity, { path: ['lines', String(index), 'quantity'], unit: priced.orderUnit });
    if (units) return [units];
    const { coreValue, currency, coreDays, version } = core;
    return sameCore(asked.exchangeSeen, core)
      ? []
      : [{ code: 'ExchangeTermsNotSeen', path, values: { coreValue, currency, coreDays, version } }];
  });
}

/** What stands against a quantity of a line in exchange. */
export function unitsFault(
  quantity: DecimalText,
  { path, unit }: { path: string[]; unit: string },
): Fault<'ExchangeQuantity'> | undefined {
  return isInteger(quantity) && compare(quantity, String(unitsMax)) <= 0
    ? undefined
    : { code: 'ExchangeQuantity', path, values: { most: unitsMax, unit } };
}

/** Lines of an order that were bought in exchange. */
export async function exchangedLines(work: Work, order: { orgId: string; id: string }): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    work,
    `select distinct r.line_id as id from procurement.rotable r where r.org_id = $1 and r.order_id = $2 and r.kind = 'CORE'`,
    [order.orgId, order.id],
  );
  return new Set(found.map(({ id }) => id));
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
