import {
  type AmountOfBid,
  type BidFacts,
  type BidOnLots,
  comparePackages,
  discountCoefficients,
  type Formula,
  featureCoefficient,
  flipExample,
  formulas,
  lowBidAlarms,
  rankBids,
  scoreBids,
  type TieBreak,
} from '#libs/tendering';

/** When a bid came; where nothing is said, in the order of the ids. */
export type Arrivals = Readonly<Record<string, { atUs: number; sequence: number }>>;

export interface Placed {
  bidId: string;
  rank: number;
  setApartBy?: string;
}

/** What the checker holds against the vectors and rules: the real functions, or ones with a fault planted in them. */
export interface Engine {
  scoreBids: typeof scoreBids;
  rank(formula: Formula, bids: readonly BidFacts[], tieBreak: readonly TieBreak[], arrivals?: Arrivals): Placed[];
  lowBidAlarms: typeof lowBidAlarms;
  comparePackages: typeof comparePackages;
  discountCoefficients: typeof discountCoefficients;
  featureCoefficient: typeof featureCoefficient;
  flipExample: typeof flipExample;
}

export const real: Engine = {
  scoreBids,
  rank: (formula, bids, tieBreak, arrivals = {}) => placed(scoreBids(formula, bids), { formula, tieBreak, arrivals }),
  lowBidAlarms,
  comparePackages,
  discountCoefficients,
  featureCoefficient,
  flipExample,
};

type Scored = ReturnType<typeof scoreBids>;

/** The real ranking of values, however they came about. */
export function placed(scored: Scored, rule: { formula: Formula; tieBreak: readonly TieBreak[]; arrivals: Arrivals }): Placed[] {
  const contenders = scored.map((bid) => ({ ...bid, arrived: rule.arrivals[bid.bidId] ?? { atUs: 0, sequence: 0 } }));
  return rankBids(contenders, { best: formulas[rule.formula.kind].best, tieBreak: rule.tieBreak }).map(({ bid, ...rest }) => ({
    bidId: bid.bidId,
    ...rest,
  }));
}

export type { AmountOfBid, BidFacts, BidOnLots, Formula, TieBreak };
