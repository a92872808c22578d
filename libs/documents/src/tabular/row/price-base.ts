import { compare, isDecimal } from '#libs/kernel';
import { customerPriceType } from './customer-price.js';
import type { Findings } from './findings.js';
import type { PriceBase, RowDraft } from './row-draft.js';

/**
 * Settles what the prices of a row are per, where each says it for itself: the base of the customer's prices becomes the
 * price unit of the row. Two bases among those refuse the row, as an offer has one; prices of other types that stand per
 * another unit are left out and told, never read as if they were per this one.
 */
export function settleBase(draft: RowDraft, findings: Findings): void {
  const priced = draft.prices.filter((price) => price.amount !== '');
  const type = customerPriceType(priced.map((price) => price.type))?.type ?? priced[0]?.type;
  const [base, ...others] = priced.filter((price) => price.type === type).map((price) => price.base);
  if (base === undefined || type === undefined) return;
  if (others.some((other) => other !== undefined && !isSame(other, base, draft.orderUnit)))
    findings.add('PRICE_BASE_DIFFERS', 'priceUnit', { values: { type } });
  draft.priceUnit = base.unit;
  draft.priceUnitsPerOrderUnit = base.perOrderUnit;
  draft.prices = draft.prices.filter((price) => {
    if (price.amount === '' || price.base === undefined || price.type === type) return true;
    if (isSame(price.base, base, draft.orderUnit)) return true;
    findings.addOnce('PRICE_BASE_LEFT_OUT', 'priceUnit', { key: price.type, values: { type: price.type, chosen: type } });
    return false;
  });
}

/** A base in the order unit is none; 25 and 25.0 are one factor. */
function isSame(a: PriceBase, b: PriceBase, orderUnit: string): boolean {
  const unitOf = ({ unit }: PriceBase) => (unit === orderUnit ? '' : unit);
  if (unitOf(a) !== unitOf(b)) return false;
  if (unitOf(a) === '' || a.perOrderUnit === b.perOrderUnit) return true;
  return isDecimal(a.perOrderUnit) && isDecimal(b.perOrderUnit) && compare(a.perOrderUnit, b.perOrderUnit) === 0;
}
