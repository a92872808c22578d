import { compare, type DecimalText, divideExact, multiply, normalise } from '#libs/kernel';
import type { OfferAnswer } from '#libs/supply';
import type { NoticeFacts, NoticeKind, UnitPrice, Watch, WatchedState } from './watch.js';

/** Decimals of a unit price: it is compared, never paid. */
const unitScale = 10;

/** What an answer for one part shows: offers, the most that one of them has, the lowest price of a base unit per currency and unit. */
export function stateOf(offers: readonly OfferAnswer[]): WatchedState {
  const lowest = new Map<string, UnitPrice>();
  for (const price of offers.flatMap((answer) => unitPrice(answer) ?? [])) {
    const key = `${price.currency} ${price.unit}`;
    const known = lowest.get(key);
    if (!known || compare(price.amount, known.amount) < 0) lowest.set(key, price);
  }
  return {
    offers: offers.map(({ offer }) => offer.id).sort(),
    available: offers.reduce<DecimalText>((most, { available }) => (compare(available, most) > 0 ? available : most), '0'),
    prices: [...lowest.values()],
  };
}

/** What a base unit costs; undefined without a firm price, and for a package whose content is not stated. */
function unitPrice({ price, priceType, offer }: OfferAnswer): UnitPrice | undefined {
  if (price === null || priceType !== 'FIRM') return undefined;
  if (offer.contentPerOrderUnit === null && offer.orderUnit.startsWith('X')) return undefined;
  const { numerator, denominator } = offer.priceFactor;
  const parts = multiply(multiply(denominator, price.basis), offer.contentPerOrderUnit ?? '1');
  const amount = normalise(divideExact(multiply(price.amount, numerator), parts, unitScale));
  return { amount, currency: price.currency, unit: offer.contentUnit ?? offer.orderUnit };
}

export interface Change {
  kind: NoticeKind;
  facts: NoticeFacts;
}

/** What of the change from `before` to `after` the watch is to tell; each kind at most once. */
export function changesOf(watch: Watch, before: WatchedState, after: WatchedState): Change[] {
  const changes: Change[] = [];
  const fresh = after.offers.filter((id) => !before.offers.includes(id));
  if (watch.onOffer && fresh.length > 0) changes.push({ kind: 'OFFER', facts: { offers: fresh.slice(0, 20) } });
  if (watch.onStock && hasStock(watch, after) && !hasStock(watch, before))
    changes.push({ kind: 'STOCK', facts: { available: after.available } });
  const price = watch.onPrice ? fallen(watch, before, after) : undefined;
  if (price) changes.push({ kind: 'PRICE', facts: price });
  return changes;
}

function hasStock({ stockMin }: Watch, { available }: WatchedState): boolean {
  return stockMin === null ? compare(available, '0') > 0 : compare(available, stockMin) >= 0;
}

/** The first price that fell: below the limit, when there is one; a currency seen for the first time has not fallen, but may be within the limit. */
function fallen({ priceMax, priceCurrency }: Watch, before: WatchedState, after: WatchedState): NoticeFacts | undefined {
  for (const price of after.prices) {
    const earlier = before.prices.find(({ currency, unit }) => currency === price.currency && unit === price.unit);
    const told = { price, before: earlier?.amount ?? null };
    if (priceMax === null) {
      if (earlier && compare(price.amount, earlier.amount) < 0) return told;
    } else if (price.currency === priceCurrency && compare(price.amount, priceMax) <= 0) {
      if (!earlier || compare(earlier.amount, priceMax) > 0) return told;
    }
  }
  return undefined;
}

/**
 * What a saved search knows of a part it meets for the first time: offers from before the search was saved are not new (ids of offers
 * tell when they were made), and stock and prices are as they are.
 */
export function firstSight({ createdAt, priceMax }: Watch, after: WatchedState): WatchedState {
  const since = createdAt.getTime().toString(16).padStart(12, '0');
  return {
    ...after,
    offers: after.offers.filter((id) => id.replaceAll('-', '').slice(0, 12) < since),
    // A limit is kept from the first offer on; "lower than before" needs a before.
    prices: priceMax === null ? after.prices : [],
  };
}
