import { describe, expect, it } from '@jest/globals';
import type { StockPlace } from './availability.row.js';
import { figureKey, labelled, offerLabel } from './stock-label.js';

const now = Date.parse('2026-11-22T10:00:00Z');
const place = (source: StockPlace['source'], agoSeconds: number, location = 'HAM'): StockPlace => ({
  location,
  quantity: '5',
  source,
  asOf: new Date(now - agoSeconds * 1000).toISOString(),
});
const label = (places: StockPlace[], live: string[] = []) => labelled(places, { offerId: 'o', live: new Set(live), now });

describe('labels of stock', () => {
  it('call live what the ERP has said in this question, and the ledger here', () => {
    expect(label([place('ASKED', 3)], [figureKey('o', 'HAM')])).toMatchObject([{ label: 'LIVE', ageSeconds: 3 }]);
    expect(label([place('MANAGED', 9000)])).toMatchObject([{ label: 'LIVE', ageSeconds: 0 }]);
  });

  it('never call live what was said before, by anybody, or of another offer or place', () => {
    for (const source of ['FILE', 'API', 'MANUAL', 'ASKED'] as const)
      expect(label([place(source, 0)])).toMatchObject([{ label: 'CACHED', ageSeconds: 0 }]);
    expect(label([place('ASKED', 3)], [figureKey('x', 'HAM'), figureKey('o', 'SIN')])).toMatchObject([{ label: 'CACHED' }]);
    expect(label([place('FILE', 3)], [figureKey('o', 'HAM')])).toMatchObject([{ label: 'CACHED' }]);
  });

  it('count whole seconds, never below zero, and give up a silent ERP', () => {
    expect(label([place('FILE', 61.9), place('API', -30)]).map(({ ageSeconds }) => ageSeconds)).toEqual([61, 0]);
    expect(label([place('ASKED', 86_401), place('ASKED', 86_400), place('FILE', 1e7)]).map((one) => one.label)).toEqual([
      'LEAD_TIME_ONLY',
      'CACHED',
      'CACHED',
    ]);
  });

  it('make an offer as weak as its weakest figure', () => {
    const live = [figureKey('o', 'HAM')];
    expect(offerLabel([])).toBe('LEAD_TIME_ONLY');
    expect(offerLabel(label([place('ASKED', 90_000)]))).toBe('LEAD_TIME_ONLY');
    expect(offerLabel(label([place('ASKED', 1), place('MANAGED', 1)], live))).toBe('LIVE');
    expect(offerLabel(label([place('ASKED', 1), place('FILE', 1, 'SIN')], live))).toBe('CACHED');
  });
});
