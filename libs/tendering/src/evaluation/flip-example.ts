import { exact, type Rational, ratio } from '#libs/kernel';
import { type Formula, formulas } from './formula.js';
import { rankBids } from './rank-bids.js';
import { type BidFacts, scoreBids } from './score-bids.js';

/** Three bids that show the paradox: with `added`, which does not win, the winner is another. */
export interface FlipExample {
  bids: readonly [BidFacts, BidFacts];
  added: BidFacts;
  winnerBefore: string;
  winnerAfter: string;
}

/** Price of the cheaper bid of an example. The other prices are multiples of it, so the example reads in any currency. */
const priceOfFirst = ratio(100n);
const qualities = ['0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '1'].map((text) => exact(text));
const prices = [105n, 110n, 120n, 130n, 150n, 175n, 200n].map((units) => ratio(units));
/** What is added: very cheap and poor, or very good and dear. */
const irrelevant: readonly { price: Rational; quality: Rational }[] = [
  ...[95n, 80n, 60n, 40n].map((units) => ({ price: ratio(units), quality: exact('0.1') })),
  ...['0.95', '1'].map((quality) => ({ price: ratio(300n), quality: exact(quality) })),
];

/**
 * A case in which a bid that cannot win decides who wins, for the warning beside the formula: the first found on a fixed grid
 * of prices and qualities, so the same formula always shows the same example. undefined: none on the grid; formulas that
 * look at no other bid have none at all, and F9 has none because its best price cancels out between any two bids.
 */
export function flipExample(formula: Formula): FlipExample | undefined {
  if (!formulas[formula.kind].relative) return undefined;

  for (const quality of qualities)
    for (const price of prices)
      for (const other of qualities) {
        const bids = [
          { bidId: 'A', price: priceOfFirst, quality },
          { bidId: 'B', price, quality: other },
        ] as const;
        const found = flippedBy(formula, bids);
        if (found) return found;
      }
  return undefined;
}

function flippedBy(formula: Formula, bids: readonly [BidFacts, BidFacts]): FlipExample | undefined {
  const winnerBefore = winnerOf(formula, bids);
  if (winnerBefore === undefined) return undefined;
  for (const extra of irrelevant) {
    const added = { bidId: 'C', ...extra };
    const winnerAfter = winnerOf(formula, [...bids, added]);
    if (winnerAfter !== undefined && winnerAfter !== winnerBefore && winnerAfter !== 'C')
      return { bids, added, winnerBefore, winnerAfter };
  }
  return undefined;
}

/** The bid that wins by its value alone; undefined when two share the best. */
function winnerOf(formula: Formula, bids: readonly BidFacts[]): string | undefined {
  const contenders = scoreBids(formula, bids).map((scored) => ({ ...scored, arrived: { atUs: 0, sequence: 0 } }));
  const [first, second] = rankBids(contenders, { best: formulas[formula.kind].best, tieBreak: [] });
  return second?.rank === 1 ? undefined : first?.bid.bidId;
}
