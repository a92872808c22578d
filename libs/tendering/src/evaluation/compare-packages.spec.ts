import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRatios, exact, plus, type Rational, ratio, zero } from '#libs/kernel';
import { type BidOnLots, comparePackages } from './compare-packages.js';
import { flipExample } from './flip-example.js';
import { type Formula, formulas } from './formula.js';
import { lowBidAlarms } from './low-bid-alarm.js';

const lots = ['A', 'B', 'C', 'D'];
const bids = fc.array(fc.record({ lotIds: fc.subarray(lots, { minLength: 1 }), units: fc.bigInt({ min: 1n, max: 30n }) }), {
  maxLength: 9,
});

/** Every set of bids, one after the other. */
function cheapestByTrying(all: readonly BidOnLots[]): Rational | undefined {
  let best: Rational | undefined;
  for (let set = 0; set < 1 << all.length; set++) {
    const chosen = all.filter((_, i) => set & (1 << i));
    if (
      chosen
        .flatMap((bid) => bid.lotIds)
        .sort()
        .join() !== lots.join()
    )
      continue;
    const total = plus(...chosen.map((bid) => bid.amount));
    if (!best || compareRatios(total, best) < 0) best = total;
  }
  return best;
}

describe('packages beside single bids', () => {
  it('cost what trying every set of bids finds', () => {
    fc.assert(
      fc.property(bids, (list) => {
        const all = list.map(({ lotIds, units }, i) => ({ bidId: `b${i}`, lotIds, amount: ratio(units) }));
        const { best } = comparePackages(lots, all);
        expect(best?.total).toEqual(cheapestByTrying(all));
        if (best)
          expect(plus(...best.bidIds.map((id) => all.find((bid) => bid.bidId === id)?.amount ?? zero))).toEqual(best.total);
      }),
    );
  });

  it('give no combination where a lot has no bid', () => {
    expect(comparePackages(lots, [{ bidId: 'b', lotIds: ['A', 'B'], amount: exact('1') }])).toEqual({});
    expect(() =>
      comparePackages(
        Array.from({ length: 17 }, (_, i) => String(i)),
        [],
      ),
    ).toThrow(RangeError);
  });

  it('take fewer bids at the same price', () => {
    const found = comparePackages(
      ['A', 'B'],
      [
        { bidId: 'a', lotIds: ['A'], amount: exact('1') },
        { bidId: 'b', lotIds: ['B'], amount: exact('1') },
        { bidId: 'x', lotIds: ['A', 'B'], amount: exact('2') },
      ],
    );
    expect([found.best?.bidIds, found.bestOfSingles?.bidIds]).toEqual([['x'], ['a', 'b']]);
  });
});

describe('the warning beside a formula', () => {
  const half = { quality: '0.5', price: '0.5' };
  it.each<[Formula['kind'], Formula, boolean]>([
    ['RELATIVE_LOW_BID', { kind: 'RELATIVE_LOW_BID', weights: half }, true],
    ['UTILITY_INDEX', { kind: 'UTILITY_INDEX', weights: half }, true],
    ['LOGARITHMIC', { kind: 'LOGARITHMIC', weights: half, base: '2' }, false],
    ['VALUE_FOR_MONEY', { kind: 'VALUE_FOR_MONEY', factor: '1' }, false],
  ])('%s', (kind, formula, flips) => {
    const example = flipExample(formula);
    expect(example !== undefined).toBe(flips);
    if (example)
      expect([formulas[kind].relative, example.winnerAfter]).toEqual([
        true,
        example.bids.find(({ bidId }) => bidId !== example.winnerBefore)?.bidId,
      ]);
  });
});

describe('the alarm for low bids', () => {
  it('holds against first amounts of the others and the next amount now', () => {
    const bid = (bidId: string, amount: string, firstAmount: string) => ({
      bidId,
      amount: exact(amount),
      firstAmount: exact(firstAmount),
    });
    const alarms = lowBidAlarms({ belowMean: '0.4', belowNext: '0.3' }, [
      bid('a', '60', '95'),
      bid('b', '85', '100'),
      bid('c', '84', '110'),
    ]);
    expect(alarms.map(({ bidId, rule }) => `${bidId} ${rule}`)).toEqual(['a MEAN']);
  });

  it('is quiet where the rule pack has no threshold', () => {
    const low = [1n, 100n, 100n].map((units, i) => ({ bidId: `b${i}`, amount: ratio(units), firstAmount: ratio(units) }));
    expect(lowBidAlarms({}, low)).toEqual([]);
  });
});
