import { compareRatios, exact, fractionText, rounded } from '#libs/kernel';
import type { Engine } from './engine.js';

/** The rows of the table that are no ranking: K, the alarm for low bids with its limits, lots against packages, coefficients of F5, the flip. */
export function caseFaults(engine: Engine): string[] {
  return [...coefficientFaults(engine), ...alarmFaults(engine), ...packageFaults(engine), ...flipFaults(engine)];
}

export const casesCount = 11;

function coefficientFaults(engine: Engine): string[] {
  const k = fractionText(engine.featureCoefficient(exact('0.2'), exact('0.3')));
  const years = engine.discountCoefficients('0.12', [365, 365]).map((value) => rounded(value, 6));
  return [
    ...(k === '9/7' ? [] : [`K is ${k}, not 9/7`]),
    ...(years.join() === '0.892857,0.797194' ? [] : [`the coefficients of F5 are ${years.join()}`]),
  ];
}

/** Alarms of the first bid, as rule and share below to one decimal. */
function alarmsOfFirst(engine: Engine, amounts: readonly string[]): string {
  const bids = amounts.map((amount, i) => ({ bidId: `b${i}`, amount: exact(amount), firstAmount: exact(amount) }));
  return engine
    .lowBidAlarms({ belowMean: '0.4', belowNext: '0.3' }, bids)
    .filter(({ bidId }) => bidId === 'b0')
    .map(({ rule, below }) => `${rule} ${(Number(rounded(below, 6)) * 100).toFixed(2)}`)
    .join(', ');
}

/** The row of the table, then just above and at each limit (capabilities 21): 39.99, 40, 29.99, 30 %. */
function alarmFaults(engine: Engine): string[] {
  const cases: readonly [readonly string[], string][] = [
    [['50', '100', '90', '95'], 'MEAN 47.37, NEXT 44.44'],
    [['60.01', '61', '139'], ''],
    [['60', '61', '139'], 'MEAN 40.00'],
    [['70.01', '100', '100'], ''],
    [['70', '100', '100'], 'NEXT 30.00'],
    [['70'], ''],
    [['100', '100'], ''],
  ];
  return cases.flatMap(([amounts, wanted]) => {
    const found = alarmsOfFirst(engine, amounts);
    return found === wanted ? [] : [`of ${amounts.join(' ')} the alarm is "${found}", not "${wanted}"`];
  });
}

function packageFaults(engine: Engine): string[] {
  const bid = (bidId: string, lotIds: string[], amount: string) => ({ bidId, lotIds, amount: exact(amount) });
  const found = engine.comparePackages(
    ['A', 'B'],
    [
      bid('a1', ['A'], '100'),
      bid('a2', ['A'], '120'),
      bid('b1', ['B'], '110'),
      bid('b2', ['B'], '100'),
      bid('both', ['A', 'B'], '180'),
    ],
  );
  const told = [found.best, found.bestOfSingles]
    .map((c) => (c ? `${c.bidIds.join('+')} ${fractionText(c.total)}` : 'none'))
    .join(', ');
  return told === 'both 180, a1+b2 200' ? [] : [`lots and packages come to ${told}`];
}

/** The example shown for F6 flips indeed when it is worked out anew, and F7, which looks at no other bid, has none. */
function flipFaults(engine: Engine): string[] {
  const half = { quality: '0.5', price: '0.5' };
  const relative = { kind: 'RELATIVE_LOW_BID', weights: half } as const;
  const example = engine.flipExample(relative);
  const none = engine.flipExample({ kind: 'ABSOLUTE_LIMITS', weights: half, priceMin: '50', priceMax: '200' });
  if (!example) return ['no flip of F6 is found'];
  const winner = (bids: Parameters<Engine['scoreBids']>[1]): string =>
    [...engine.scoreBids(relative, bids)].sort((a, b) => compareRatios(b.value, a.value))[0]!.bidId;
  const before = winner(example.bids);
  const after = winner([...example.bids, example.added]);
  const holds =
    before === example.winnerBefore && after === example.winnerAfter && before !== after && after !== example.added.bidId;
  return [...(holds ? [] : ['the example of F6 does not flip']), ...(none ? ['F7 is said to flip'] : [])];
}
