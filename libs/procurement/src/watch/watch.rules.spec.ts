import { describe, expect, it } from '@jest/globals';
import type { Watch, WatchedState } from './watch.js';
import { changesOf, firstSight } from './watch.rules.js';

const watch = (over: Partial<Watch> = {}): Watch => ({
  id: 'w',
  personId: 'p',
  name: 'Seals',
  partId: 'x',
  query: null,
  manufacturerId: null,
  classification: null,
  onOffer: true,
  onStock: true,
  onPrice: true,
  stockMin: null,
  priceMax: null,
  priceCurrency: null,
  delivery: 'AT_ONCE',
  byMail: true,
  version: 1,
  createdAt: new Date('2026-06-01T00:00:00Z'),
  ...over,
});
const price = (amount: string, currency = 'USD') => ({ amount, currency, unit: 'EA' });
const state = (over: Partial<WatchedState> = {}): WatchedState => ({
  offers: ['a'],
  available: '0',
  prices: [price('10')],
  ...over,
});
const kinds = (before: WatchedState, after: WatchedState, over: Partial<Watch> = {}) =>
  changesOf(watch(over), before, after).map(({ kind }) => kind);

describe('changesOf', () => {
  it('tells of new offers, first stock and lower prices, each when it is asked to', () => {
    const after = state({ offers: ['a', 'b'], available: '3', prices: [price('9.99')] });
    expect(changesOf(watch(), state(), after)).toEqual([
      { kind: 'OFFER', facts: { offers: ['b'] } },
      { kind: 'STOCK', facts: { available: '3' } },
      { kind: 'PRICE', facts: { price: price('9.99'), before: '10' } },
    ]);
    expect(kinds(state(), after, { onOffer: false, onPrice: false })).toEqual(['STOCK']);
    expect(kinds(after, after)).toEqual([]);
    expect(kinds(after, state())).toEqual([]);
  });

  it('tells of stock when the threshold is crossed, not above and not below it', () => {
    const over = { stockMin: '10' };
    const has = (available: string) => state({ available });
    expect(kinds(has('9'), has('10'), over)).toEqual(['STOCK']);
    expect(kinds(has('10'), has('500'), over)).toEqual([]);
    expect(kinds(has('0'), has('9.99'), over)).toEqual([]);
  });

  it('tells of a price when the limit is crossed in its currency, and of the first price within it', () => {
    const over = { priceMax: '5', priceCurrency: 'USD' };
    const costs = (...prices: ReturnType<typeof price>[]) => state({ prices });
    expect(kinds(costs(price('6')), costs(price('5')), over)).toEqual(['PRICE']);
    expect(kinds(costs(price('5')), costs(price('4')), over)).toEqual([]);
    expect(kinds(costs(price('6')), costs(price('5.01')), over)).toEqual([]);
    expect(kinds(costs(price('6')), costs(price('6'), price('1', 'EUR')), over)).toEqual([]);
    expect(kinds(costs(), costs(price('5')), over)).toEqual(['PRICE']);
    expect(kinds(costs(), costs(price('5')))).toEqual([]);
  });
});

describe('firstSight', () => {
  it('takes offers from before the search for known, later ones for new', () => {
    const id = (at: string) => {
      const hex = Date.parse(at).toString(16).padStart(12, '0');
      return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
    };
    const [old, fresh] = [id('2026-05-31T00:00:00Z'), id('2026-06-02T00:00:00Z')];
    const after = state({ offers: [old, fresh], available: '3' });
    expect(changesOf(watch(), firstSight(watch(), after), after)).toEqual([{ kind: 'OFFER', facts: { offers: [fresh] } }]);
    const limited = watch({ priceMax: '10', priceCurrency: 'USD' });
    expect(changesOf(limited, firstSight(limited, after), after).map(({ kind }) => kind)).toEqual(['OFFER', 'PRICE']);
  });
});
