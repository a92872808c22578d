import { compare, type DecimalText } from '#libs/kernel';
import type { BidLine } from './bid.entity.js';

/** The price of a line for a quantity: the last break that it reaches, else the price itself. */
export function amountFor(line: Pick<BidLine, 'price' | 'breaks'>, quantity: DecimalText): DecimalText {
  const reached = line.breaks.filter(({ from }) => compare(from, quantity) <= 0);
  return reached.at(-1)?.amount ?? line.price.amount;
}
