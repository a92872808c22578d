import { compareRatios, type DecimalText, exact, minus, one, per, plus, type Rational, ratio, times } from '#libs/kernel';

/** From which distance a bid is abnormally low; data of the rule pack. ProZorro: 0.4 below the mean, 0.3 below the next. */
export interface LowBidRule {
  /** Share below the mean of the other bidders' first amounts. Absent: not looked at. */
  belowMean?: DecimalText;
  /** Share below the next higher bid. Absent: not looked at. */
  belowNext?: DecimalText;
}

/** Comparable amounts of one lot: the one that counts now, and the one the bidder came with. */
export interface AmountOfBid {
  bidId: string;
  amount: Rational;
  firstAmount: Rational;
}

export interface LowBidAlarm {
  bidId: string;
  rule: 'MEAN' | 'NEXT';
  /** The amount it was held against. */
  against: Rational;
  /** How far below it the bid lies, as a share: 9/19 is 47.4 %. */
  below: Rational;
}

/**
 * Bids that lie so far below the others that the bidder has to explain himself: exactly at the limit counts. The mean is
 * over the first amounts of all other bidders, the next bid is the lowest amount that is not lower than his own, of another bidder. A single bid raises none.
 */
export function lowBidAlarms(rule: LowBidRule, bids: readonly AmountOfBid[]): LowBidAlarm[] {
  return bids.flatMap((bid) => {
    const others = bids.filter((other) => other.bidId !== bid.bidId);
    if (others.length === 0) return [];
    const mean = per(plus(...others.map((other) => other.firstAmount)), ratio(BigInt(others.length)));
    const [next] = others
      .map((other) => other.amount)
      .filter((amount) => compareRatios(amount, bid.amount) >= 0)
      .sort(compareRatios);
    return [
      ...alarmOf(bid, rule.belowMean, { rule: 'MEAN', against: mean }),
      ...(next ? alarmOf(bid, rule.belowNext, { rule: 'NEXT', against: next }) : []),
    ];
  });
}

function alarmOf(bid: AmountOfBid, share: DecimalText | undefined, held: Pick<LowBidAlarm, 'rule' | 'against'>): LowBidAlarm[] {
  if (share === undefined || held.against.over <= 0n) return [];
  if (compareRatios(bid.amount, times(minus(one, exact(share)), held.against)) > 0) return [];
  return [{ bidId: bid.bidId, ...held, below: minus(one, per(bid.amount, held.against)) }];
}
