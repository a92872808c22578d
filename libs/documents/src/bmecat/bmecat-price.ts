import type { RowCheck } from '../tabular/row/row-check.js';
import { type PriceBase, PriceDraft } from '../tabular/row/row-draft.js';
import { attributeOf, child, children, type Fragment, textOf } from './fragment.js';

const DATES = ['DATETIME', 'VALID_START_DATE', 'VALID_END_DATE'] as const;

/**
 * Prices of every ARTICLE_PRICE_DETAILS or PRODUCT_PRICE_DETAILS with the validity of its block. Source: BMEcat 1.2 and 2005,
 * PRICE_DETAILS: PRICE_QUANTITY is the basis in order units (in PRICE_UNITs when there is a PRICE_BASE), LOWER_BOUND the
 * smallest quantity, PRICE_FACTOR a multiplier. PRICE_BASE holds for its own price alone. Also read: `start_date` and
 * `end_date`, and one date without type beside a typed one; two dates without type are a finding, as nobody can say which is which.
 */
export function bmecatPrices(product: Fragment, basis: string, check: RowCheck): PriceDraft[] {
  const contentUnit = textOf(orderDetails(product), 'CONTENT_UNIT');
  return children(product, 'ARTICLE_PRICE_DETAILS', 'PRODUCT_PRICE_DETAILS').flatMap((block) => {
    const { from, to } = validity(block, check);
    return children(block, 'ARTICLE_PRICE', 'PRODUCT_PRICE').map((element) => {
      const draft = priceOf(element, basis);
      draft.validFrom = from;
      draft.validTo = to;
      draft.base = baseOf(element, contentUnit);
      return draft;
    });
  });
}

function baseOf(price: Fragment, contentUnit: string): PriceBase {
  const base = child(price, 'PRICE_BASE');
  const unit = textOf(base, 'PRICE_UNIT');
  // 1 is the schema's default; content and price unit are compared where both are known.
  const fallback = unit !== '' && unit !== contentUnit ? '1' : '';
  return { unit, perOrderUnit: textOf(base, 'PRICE_UNIT_FACTOR') || fallback };
}

/** ARTICLE_ORDER_DETAILS or PRODUCT_ORDER_DETAILS. */
export function orderDetails(product: Fragment): Fragment | undefined {
  return child(product, 'ARTICLE_ORDER_DETAILS', 'PRODUCT_ORDER_DETAILS');
}

function priceOf(element: Fragment, basis: string): PriceDraft {
  const draft = new PriceDraft();
  draft.type = attributeOf(element, 'price_type')?.trim() || textOf(element, 'PRICE_TYPE') || 'net_list';
  draft.amount = textOf(element, 'PRICE_AMOUNT');
  draft.currency = textOf(element, 'PRICE_CURRENCY');
  draft.basis = textOf(element, 'PRICE_QUANTITY') || basis;
  draft.fromQuantity = textOf(element, 'LOWER_BOUND');
  draft.multiplier = textOf(element, 'PRICE_FACTOR');
  draft.taxRate = textOf(element, 'TAX') || textOf(child(element, 'TAX_DETAILS'), 'TAX');
  const territory = children(element, 'TERRITORY')
    .map((place) => place.text.trim())
    .filter((text) => text !== '');
  if (territory.length > 0) draft.territory = territory;
  return draft;
}

function validity(block: Fragment, check: RowCheck): { from: string; to: string } {
  const period = { from: '', to: '' };
  const untyped: string[] = [];
  for (const element of children(block, ...DATES)) {
    const day = element.name === 'DATETIME' ? textOf(element, 'DATE') : element.text.trim();
    const type = element.name === 'DATETIME' ? (attributeOf(element, 'type') ?? '').toLowerCase() : element.name.toLowerCase();
    if (day === '') continue;
    if (/^(?:valid_)?start_date$/.test(type)) period.from = day;
    else if (/^(?:valid_)?end_date$/.test(type)) period.to = day;
    else untyped.push(day);
  }
  const [day] = untyped;
  if (day === undefined) return period;
  if (untyped.length === 1 && period.to !== '' && period.from === '') period.from = day;
  else if (untyped.length === 1 && period.from !== '' && period.to === '') period.to = day;
  else check.findings.add('DATE_UNCLEAR', 'validFrom', { values: { value: untyped.join(', ') } });
  return period;
}
