import {
  compareRatios,
  type DecimalText,
  exact,
  isDecimal,
  minus,
  per,
  plus,
  type Rational,
  ratio,
  readFraction,
  roundedDown,
  times,
} from '#libs/kernel';
import type { AuctionBidder, Step } from './auction-file.js';

/** What an amount of this bidder counts: amount / K + addition. */
export function valueOfAmount(bidder: AuctionBidder, amount: DecimalText): Rational {
  return plus(per(exact(amount), readFraction(bidder.coefficient)), exact(bidder.addition));
}

/** The largest amount of this bidder, in whole minor units, that counts no more than `value`. */
export function amountForValue(bidder: AuctionBidder, value: Rational, scale: number): DecimalText {
  return roundedDown(times(minus(value, exact(bidder.addition)), readFraction(bidder.coefficient)), scale);
}

/** What is left when the step is taken off; a bid may be as high as this. */
export function lowered(reference: Rational, step: Step): Rational {
  return minus(reference, stepFrom(reference, step));
}

/** The step in money, from what it is held against. */
export function stepFrom(reference: Rational, step: Step): Rational {
  return step.by === 'AMOUNT' ? exact(step.value) : times(reference, exact(step.value), ratio(1n, 100n));
}

/** Whether the text is an amount above zero that the currency can pay. */
export function isAmount(text: DecimalText, scale: number): boolean {
  return isDecimal(text, { digits: 18, scale }) && exact(text).over > 0n;
}

/** Whether `amount` is at most `limit`. */
export function isAtMost(amount: DecimalText, limit: Rational): boolean {
  return compareRatios(exact(amount), limit) <= 0;
}

/** The lower one of two amounts. */
export function lowerAmount(a: DecimalText, b: DecimalText): DecimalText {
  return compareRatios(exact(a), exact(b)) <= 0 ? a : b;
}

/** The higher one of two amounts. */
export function higherAmount(a: DecimalText, b: DecimalText): DecimalText {
  return compareRatios(exact(a), exact(b)) >= 0 ? a : b;
}
