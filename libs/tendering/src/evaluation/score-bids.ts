import { compareRatios, exact, greatest, least, minus, one, type Rational, rounded, zero } from '#libs/kernel';
import { energyService, featureCoefficient, lifeCycleCost, withFeatures, type YearOfIncome } from './cost-formulas.js';
import type { Formula } from './formula.js';
import {
  absoluteLimits,
  logarithmic,
  relativeLowBid,
  superFormula,
  utilityIndex,
  valueForMoney,
  weightedScore,
} from './quality-formulas.js';

/** What of a bid enters a formula. `price` is comparable and above zero; the rest is there when the formula needs it. */
export interface BidFacts {
  bidId: string;
  price: Rational;
  /** 0 to 1. */
  quality?: Rational;
  /** Vn: the sum of the values of the features chosen. */
  features?: Rational;
  /** Cost answers, in the currency of the price, already as present values. */
  costs?: readonly Rational[];
  /** What its quality is worth in the currency of the price. */
  worth?: Rational;
  years?: readonly YearOfIncome[];
}

/** Decimals to which F9 and F12 are rounded half up before anybody is ranked by them. */
export const scorePlaces = 12;

/**
 * The value of every bid under the formula, exact; F9 and F12 are computed at 40 digits and rounded to `scorePlaces`, F4 to
 * 2. Bids without a value (F13 with a score of zero) are left out. Relative formulas look at the bids given and at no
 * others: whoever is refused has to be taken out before. Throws RangeError for a price that is not above zero.
 */
export function scoreBids(formula: Formula, bids: readonly BidFacts[]): { bidId: string; value: Rational }[] {
  for (const { bidId, price } of bids)
    if (price.over <= 0n && formula.kind !== 'ENERGY_SERVICE')
      throw new RangeError(`the price of bid ${bidId} is not above zero`);
  const best = bestOf(bids);
  return bids.flatMap((bid) => {
    const value = valueUnder(formula, bid, best);
    return value === undefined ? [] : [{ bidId: bid.bidId, value }];
  });
}

/** The lowest price and the highest quality among the bids. */
interface Best {
  price: Rational;
  quality: Rational;
}

function bestOf(bids: readonly BidFacts[]): Best {
  const [first, ...rest] = bids;
  if (!first) return { price: one, quality: one };
  return {
    price: least(first.price, ...rest.map((bid) => bid.price)),
    quality: greatest(first.quality ?? zero, ...rest.map((bid) => bid.quality ?? zero)),
  };
}

function valueUnder(formula: Formula, bid: BidFacts, best: Best): Rational | undefined {
  const quality = bid.quality ?? zero;
  switch (formula.kind) {
    case 'LOWEST_PRICE':
      return bid.price;
    case 'FEATURES':
      return withFeatures(bid.price, featureCoefficient(bid.features ?? zero, exact(formula.featuresMax)));
    case 'LIFE_CYCLE_COST':
      return lifeCycleCost(bid.price, bid.costs ?? []);
    case 'MIXED': {
      const reduced = withFeatures(bid.price, featureCoefficient(bid.features ?? zero, exact(formula.featuresMax)));
      return exact(rounded(lifeCycleCost(reduced, bid.costs ?? []), 2));
    }
    case 'ENERGY_SERVICE':
      return energyService(formula.rate, bid.years ?? []);
    case 'RELATIVE_LOW_BID':
      return relativeLowBid(formula.weights, { price: bid.price, quality }, best.price);
    case 'ABSOLUTE_LIMITS':
      return absoluteLimits(formula, { price: bid.price, quality });
    case 'AWARD_ON_VALUE':
      return minus(bid.price, bid.worth ?? zero);
    case 'LOGARITHMIC':
      return exact(rounded(logarithmic(formula, { price: bid.price, quality }, best.price), scorePlaces));
    case 'VALUE_FOR_MONEY':
      return valueForMoney(formula.factor, { price: bid.price, quality });
    case 'UTILITY_INDEX':
      return utilityIndex(formula.weights, { price: bid.price, quality }, best);
    case 'SUPER_FORMULA':
      return exact(rounded(superFormula(formula, { price: bid.price, quality }), scorePlaces));
    case 'WEIGHTED_SCORE':
      return compareRatios(quality, zero) > 0 ? weightedScore({ price: bid.price, quality }) : undefined;
  }
}
