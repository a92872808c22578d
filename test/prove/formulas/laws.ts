import fc from 'fast-check';
import { exact, type Rational, ratio, rounded, times } from '#libs/kernel';
import type { BidFacts, Engine, Formula, TieBreak } from './engine.js';

/** A random competition: up to seven bids, with equal prices and qualities often enough. */
interface Competition {
  formula: Formula;
  bids: readonly BidFacts[];
  arrivals: Readonly<Record<string, { atUs: number; sequence: number }>>;
  /** Another order of the bids: their numbers, shuffled. */
  order: readonly number[];
  /** Units of another currency for one of this. */
  rate: Rational;
}

const byTime: readonly TieBreak[] = [{ by: 'TIME' }];
const cents = fc.integer({ min: 1, max: 400 }).map((units) => ratio(BigInt(units) * 25n, 100n));
const share = fc.integer({ min: 1, max: 20 }).map((twentieths) => ratio(BigInt(twentieths), 20n));
const weights = fc.integer({ min: 1, max: 9 }).map((tenths) => ({ quality: `0.${tenths}`, price: `0.${10 - tenths}` }));

const formula: fc.Arbitrary<Formula> = fc.oneof(
  fc.constant({ kind: 'LOWEST_PRICE' } as const),
  fc.constant({ kind: 'FEATURES', featuresMax: '0.3' } as const),
  fc.constant({ kind: 'LIFE_CYCLE_COST' } as const),
  fc.constant({ kind: 'MIXED', featuresMax: '0.3' } as const),
  fc.constant({ kind: 'ENERGY_SERVICE', rate: '0.12' } as const),
  weights.map((w) => ({ kind: 'RELATIVE_LOW_BID', weights: w }) as const),
  weights.map((w) => ({ kind: 'ABSOLUTE_LIMITS', weights: w, priceMin: '10', priceMax: '90' }) as const),
  fc.constant({ kind: 'AWARD_ON_VALUE' } as const),
  weights.map((w) => ({ kind: 'LOGARITHMIC', weights: w, base: '3' }) as const),
  fc.constant({ kind: 'VALUE_FOR_MONEY', factor: '100' } as const),
  weights.map((w) => ({ kind: 'UTILITY_INDEX', weights: w }) as const),
  fc
    .constantFrom('1', '2.5')
    .map((n) => ({ kind: 'SUPER_FORMULA', exponent: n, qualityReference: '0.7', priceReference: '50' }) as const),
  fc.constant({ kind: 'WEIGHTED_SCORE' } as const),
);

const facts = fc.record({
  price: cents,
  quality: share,
  features: fc.constantFrom('0', '0.1', '0.2').map((text) => exact(text)),
  costs: fc.array(cents, { maxLength: 2 }),
  worth: cents,
  years: fc.constantFrom(
    [],
    [{ income: '100', days: 365 }],
    [
      { income: '50', days: 100 },
      { income: '70', days: 365 },
    ],
  ),
});

const competition: fc.Arbitrary<Competition> = fc
  .record({
    formula,
    list: fc.array(facts, { minLength: 1, maxLength: 7 }),
    instants: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
    eighths: fc.bigInt({ min: 1n, max: 9_000n }),
  })
  .map(({ list, instants, eighths, ...rest }) => ({
    ...rest,
    bids: list.map((bid, i) => ({ bidId: `b${i}`, ...bid })),
    arrivals: Object.fromEntries(instants.map((atUs, i) => [`b${i}`, { atUs, sequence: i }])),
    rate: ratio(eighths, 8n),
  }));

type Law = (engine: Engine, c: Competition) => boolean;

const told = (placed: readonly { bidId: string; rank: number }[]): string =>
  placed.map(({ bidId, rank }) => `${bidId}:${rank}`).join(' ');
const rankOf = (engine: Engine, c: Competition, bids = c.bids) => engine.rank(c.formula, bids, byTime, c.arrivals);
const shuffled = <T>(list: readonly T[], { order }: Competition): T[] =>
  order.flatMap((i) => (i < list.length ? [list[i]!] : []));

/** What the rules say of every formula, tried on random competitions. */
export const laws: Readonly<Record<string, Law>> = {
  'the order in which bids are handed over does not matter': (engine, c) =>
    told(rankOf(engine, c)) === told(rankOf(engine, c, shuffled(c.bids, c))),

  'arrivals decide among equal values and nowhere else': (engine, c) => {
    const values = new Map(
      engine.scoreBids(c.formula, c.bids).map(({ bidId, value }) => [bidId, `${value.over}/${value.under}`]),
    );
    const arrivals = Object.fromEntries(shuffled(Object.keys(c.arrivals), c).map((id, i) => [id, { atUs: i, sequence: i }]));
    const valuesInOrder = (placed: readonly { bidId: string }[]) => placed.map(({ bidId }) => values.get(bidId)).join();
    const now = engine.rank(c.formula, c.bids, byTime, arrivals);
    const isByTime = now.every(({ bidId }, i) => {
      const before = now[i - 1];
      return !before || values.get(before.bidId) !== values.get(bidId) || arrivals[before.bidId]!.atUs < arrivals[bidId]!.atUs;
    });
    return isByTime && valuesInOrder(rankOf(engine, c)) === valuesInOrder(now) && now.every(({ rank }, i) => rank === i + 1);
  },

  'the same competition in another currency has the same ranking': (engine, c) => {
    // F4 rounds to 2 decimals of the currency, so there the other currency only must not turn a difference round.
    const isRounded = c.formula.kind === 'MIXED';
    const other = converted(c, isRounded ? ratio(1000n) : c.rate);
    if (!isRounded) return told(rankOf(engine, c)) === told(rankOf(engine, other));
    const finer = rankOf(engine, other).map(({ bidId }) => bidId);
    const coarse = engine.rank(c.formula, c.bids, []);
    return coarse.every((a) => coarse.every((b) => a.rank >= b.rank || finer.indexOf(a.bidId) < finer.indexOf(b.bidId)));
  },

  'a bid that repeats another later comes right behind it, set apart by time': (engine, c) => {
    const twin = { ...c.bids[0]!, bidId: 'twin' };
    const arrivals = { ...c.arrivals, twin: { atUs: 9, sequence: 99 } };
    const ranked = engine.rank(c.formula, [...c.bids, twin], byTime, arrivals);
    const equals = engine
      .rank(c.formula, [...c.bids, twin], [])
      .filter(({ rank }, _, all) => rank === all.find((p) => p.bidId === 'b0')!.rank);
    const at = ranked.findIndex(({ bidId }) => bidId === 'twin');
    const first = ranked.findIndex(({ bidId }) => equals.some((e) => e.bidId === bidId));
    return at === first + equals.length - 1 && ranked[at]!.setApartBy === 'TIME';
  },

  'without a tie-break bids of one value share their rank': (engine, c) => {
    const same = c.bids.map((bid) => ({ ...c.bids[0]!, bidId: bid.bidId }));
    return engine.rank(c.formula, same, []).every(({ rank }) => rank === 1);
  },

  'formulas that look at no other bid keep the order of the rest when one leaves': (engine, c) => {
    if (c.formula.kind === 'RELATIVE_LOW_BID' || c.formula.kind === 'UTILITY_INDEX') return true;
    const left = shuffled(c.bids, c).slice(1);
    const ids = new Set(left.map(({ bidId }) => bidId));
    const kept = rankOf(engine, c).filter(({ bidId }) => ids.has(bidId));
    return (
      kept.map(({ bidId }) => bidId).join() ===
      rankOf(engine, c, left)
        .map(({ bidId }) => bidId)
        .join()
    );
  },
};

/** Everything that is money times the rate: prices, costs, worth, incomes, and the money in the formula. */
function converted(c: Competition, rate: Rational): Competition {
  // Three decimals are exact: rates count eighths, amounts are whole.
  const amount = (text: string) => rounded(times(exact(text), rate), 3);
  return {
    ...c,
    formula: convertedFormula(c.formula, amount),
    bids: c.bids.map((bid) => ({
      ...bid,
      price: times(bid.price, rate),
      ...(bid.costs ? { costs: bid.costs.map((cost) => times(cost, rate)) } : {}),
      ...(bid.worth ? { worth: times(bid.worth, rate) } : {}),
      ...(bid.years ? { years: bid.years.map((year) => ({ ...year, income: amount(year.income) })) } : {}),
    })),
  };
}

function convertedFormula(formula: Formula, amount: (text: string) => string): Formula {
  if (formula.kind === 'ABSOLUTE_LIMITS')
    return { ...formula, priceMin: amount(formula.priceMin), priceMax: amount(formula.priceMax) };
  return formula.kind === 'SUPER_FORMULA' ? { ...formula, priceReference: amount(formula.priceReference) } : formula;
}

/** Laws that do not hold, with the smallest case fast-check found. */
export function lawFaults(engine: Engine, { seed, runs }: { seed: number; runs: number }): string[] {
  return Object.entries(laws).flatMap(([name, law]) => {
    const outcome = fc.check(
      fc.property(competition, (c) => law(engine, c)),
      { seed, numRuns: runs },
    );
    return outcome.failed ? [`${name}: ${JSON.stringify(outcome.counterexample?.[0], plain)}`] : [];
  });
}

const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
