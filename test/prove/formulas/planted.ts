import { compareRatios, exact, minus, one, per, plus, type Rational, ratio, rounded } from '#libs/kernel';
import type { Planted } from '../support/checker.js';
import { type Arrivals, type BidFacts, type Engine, type Formula, placed, real } from './engine.js';

type Score = Engine['scoreBids'];

/** The real engine with another way to score, ranked by the real ranking. */
const scoring = (name: string, scoreBids: Score): Planted<Engine> => ({
  name,
  evidence: {
    ...real,
    scoreBids,
    rank: (formula, bids, tieBreak, arrivals = {}) => placed(scoreBids(formula, bids), { formula, tieBreak, arrivals }),
  },
});

/** A fault in one formula alone. */
const inFormula = (kind: Formula['kind'], name: string, change: (value: Rational, bid: BidFacts) => Rational): Planted<Engine> =>
  scoring(name, (formula, bids) =>
    real
      .scoreBids(formula, bids)
      .map((scored, i) => (formula.kind === kind ? { ...scored, value: change(scored.value, bids[i]!) } : scored)),
  );

const ranking = (name: string, rank: Engine['rank']): Planted<Engine> => ({ name, evidence: { ...real, rank } });
const but = (name: string, other: Partial<Engine>): Planted<Engine> => ({ name, evidence: { ...real, ...other } });

const throughFloat = (value: Rational): Rational => exact((Number(value.over) / Number(value.under)).toFixed(15));
const inOrderGiven = (bids: readonly BidFacts[]): Arrivals =>
  Object.fromEntries(bids.map(({ bidId }, i) => [bidId, { atUs: i, sequence: i }]));

/** Faults that a programme about formulas must see. */
export const planted: readonly Planted<Engine>[] = [
  scoring('values go through binary floats', (formula, bids) =>
    real.scoreBids(formula, bids).map((s) => ({ ...s, value: throughFloat(s.value) })),
  ),
  scoring('values are rounded to 4 places before ranking', (formula, bids) =>
    real.scoreBids(formula, bids).map((s) => ({ ...s, value: exact(rounded(s.value, 4)) })),
  ),
  inFormula('FEATURES', 'K forgets 1 - Vmax', (_, bid) => per(bid.price, plus(one, bid.features!))),
  inFormula('RELATIVE_LOW_BID', 'the best price is the first one', (value, bid) =>
    bid.bidId === 'b' ? plus(value, ratio(1n, 10n ** 9n)) : value,
  ),
  inFormula('ABSOLUTE_LIMITS', 'F7 gives each bid a little more', (value) => plus(value, ratio(1n, 10n ** 20n))),
  inFormula('AWARD_ON_VALUE', 'F8 adds the worth', (_, bid) => plus(bid.price, bid.worth!)),
  inFormula('LOGARITHMIC', 'F9 is rounded to 6 places', (value) => exact(rounded(value, 6))),
  inFormula('UTILITY_INDEX', 'F11 forgets the best price', (value) => per(value, exact('100'))),
  inFormula('WEIGHTED_SCORE', 'F13 divides by a share, not by points', (value) => per(value, ratio(1n, 100n))),
  inFormula('MIXED', 'F4 is not rounded', (value) => plus(value, ratio(1n, 10n ** 4n))),
  inFormula('SUPER_FORMULA', 'F12 knows no currency', (_, bid) => per(bid.quality ?? one, bid.price)),
  inFormula('LOWEST_PRICE', 'F1 looks at how many bids there are', (value, bid) =>
    bid.bidId === 'b0' ? minus(value, ratio(1n, 2n)) : value,
  ),
  ranking('ties go to whoever was handed over first', (formula, bids, tieBreak) =>
    real.rank(formula, bids, tieBreak, tieBreak.length > 0 ? inOrderGiven(bids) : {}),
  ),
  ranking('ties go to the later bid', (formula, bids, tieBreak, arrivals = {}) =>
    real.rank(
      formula,
      bids,
      tieBreak,
      Object.fromEntries(Object.entries(arrivals).map(([id, a]) => [id, { atUs: -a.atUs, sequence: -a.sequence }])),
    ),
  ),
  ranking('nobody shares a rank', (...asked) => real.rank(...asked).map((p, i) => ({ ...p, rank: i + 1 }))),
  ranking('the first arrival outranks a better value', (formula, bids, tieBreak, arrivals = {}) =>
    [...real.rank(formula, bids, tieBreak, arrivals)]
      .sort((a, b) => (arrivals[a.bidId]?.atUs ?? 0) - (arrivals[b.bidId]?.atUs ?? 0))
      .map((p, i) => (tieBreak.length > 0 ? { ...p, rank: i + 1 } : p)),
  ),
  but('the alarm counts the bid itself into the mean', {
    lowBidAlarms: (rule, bids) => real.lowBidAlarms(rule, [...bids, { ...bids[0]!, bidId: 'again' }]),
  }),
  but('the alarm spares who is exactly at the limit', {
    lowBidAlarms: (rule, bids) => real.lowBidAlarms(rule, bids).filter(({ below }) => compareRatios(below, exact('0.4')) !== 0),
  }),
  but('packages are not compared', {
    comparePackages: (lots, bids) =>
      real.comparePackages(
        lots,
        bids.filter((b) => b.lotIds.length === 1),
      ),
  }),
  but('coefficients of F5 are not multiplied up', {
    discountCoefficients: (rate, days) => days.map((d) => real.discountCoefficients(rate, [d])[0]!),
  }),
  but('no paradox is ever found', { flipExample: () => undefined }),
  but('every formula is said to flip', {
    flipExample: () => real.flipExample({ kind: 'RELATIVE_LOW_BID', weights: { quality: '0.5', price: '0.5' } }),
  }),
];
