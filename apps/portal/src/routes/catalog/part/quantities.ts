import { add, compare, divideExact, isZero, multiply, nearestQuantities, normalise } from '#libs/kernel';
import type { OfferAnswerFragment } from '../../../graphql/generated/graphql';

export type Answer = OfferAnswerFragment;
type Offer = Answer['offer'];

/** The unit in which offers of a part compare: what is inside an order unit when that is stated, else what the price counts. */
export const baseUnitOf = (offer: Offer): string =>
  offer.contentPerOrderUnit && offer.contentUnit ? offer.contentUnit : offer.priceUnit;

/** Base units in one order unit, as an exact ratio; undefined for a package whose content nobody stated. */
function content(offer: Offer): { over: string; under: string } | undefined {
  if (offer.contentPerOrderUnit && offer.contentUnit) return { over: offer.contentPerOrderUnit, under: '1' };
  if (offer.priceUnit === offer.orderUnit && /^X|^(BX|PK|CT|CS)$/.test(offer.orderUnit)) return undefined;
  return { over: offer.priceFactor.numerator, under: offer.priceFactor.denominator };
}

/** Order units that bring at least `wanted` base units and keep the pack rule. */
export function orderQuantity(offer: Offer, wanted: string): string {
  const inside = content(offer);
  const rule = { minimum: offer.minimum, multiple: offer.multiple };
  if (!inside || isZero(inside.over)) return nearestQuantities(offer.minimum, rule).above;
  const exact = divideExact(multiply(wanted, inside.under), inside.over, 10);
  const enough = compare(multiply(exact, inside.over), multiply(wanted, inside.under)) < 0 ? nextUp(exact) : exact;
  return nearestQuantities(enough, rule).above;
}

/** What a rounded quotient lost: one unit of its last digit. */
const nextUp = (text: string): string => add(text, '0.0000000001');

/** Base units that so many order units bring; undefined when nobody stated the content. */
export function contentOf(offer: Offer, quantity: string): string | undefined {
  const inside = content(offer);
  if (!inside || isZero(inside.under)) return undefined;
  return normalise(divideExact(multiply(quantity, inside.over), inside.under, 6));
}

const scaleMax = 6;

/** The price of one base unit and whether it is exact; undefined when it cannot be compared. */
export function basePrice(answer: Answer): { amount: string; currency: string; exact: boolean } | undefined {
  const inside = content(answer.offer);
  const { price, offer } = answer;
  if (!price || !inside) return undefined;
  const over = multiply(multiply(price.amount, offer.priceFactor.numerator), inside.under);
  const under = multiply(multiply(price.basis, offer.priceFactor.denominator), inside.over);
  const amount = divideExact(over, under, scaleMax);
  return { amount: normalise(amount), currency: price.currency, exact: compare(multiply(amount, under), over) === 0 };
}
