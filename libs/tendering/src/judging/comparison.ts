import {
  compare,
  compareRatios,
  type DecimalText,
  exact,
  fractionText,
  isZero,
  per,
  plus,
  type Rational,
  rounded,
} from '#libs/kernel';
import type { Bid, BidContent, BidLine } from '../bid/bid.entity.js';
import { amountFor } from '../bid/bid.rules.js';
import {
  type ComparisonBasis,
  type ComparisonStep,
  comparablePrice,
  type NotComparable,
  type OfferedLine,
} from '../evaluation/comparable-price.js';
import type { TenderLine, TenderTerms } from '../tender/tender.entity.js';

/** What a line of a bid costs on the tender's basis. */
export interface ComparedLine {
  lineId: string;
  /** Exact, in the tender's currency; null: not comparable. */
  total: Rational | null;
  steps: ComparisonStep[];
  reasons: (NotComparable | 'QUANTITY_NOT_OFFERED' | 'ALTERNATE_NOT_ALLOWED')[];
  offered: BidLine;
}

/** One bid beside the others on its lot. */
export interface ComparedBid {
  bid: Bid;
  lines: ComparedLine[];
  /** Of all lines together; null unless each is there and comparable. */
  total: Rational | null;
}

/** One basis for all bids of a tender: its currency, rates, delivery term and days of payment. */
export function basisOf(
  terms: Pick<TenderTerms, 'currency' | 'rates' | 'deliveryTerm' | 'paymentDays' | 'yearlyRate'>,
): ComparisonBasis {
  const { currency, rates, deliveryTerm, paymentDays, yearlyRate } = terms;
  return { currency, rates, deliveryTerm, ...(yearlyRate === null ? {} : { payment: { yearlyRate, days: paymentDays } }) };
}

/** Brings a bid to the basis, line by line; nothing that cannot be brought there is guessed. */
export function comparedBid(bid: Bid, lines: readonly TenderLine[], basis: ComparisonBasis): ComparedBid {
  const { content } = bid;
  const compared = content === null ? [] : lines.flatMap((line) => comparedLine(line, content, basis));
  const totals = compared.flatMap(({ total }) => total ?? []);
  return { bid, lines: compared, total: totals.length === lines.length && lines.length > 0 ? plus(...totals) : null };
}

function comparedLine(line: TenderLine, content: BidContent, basis: ComparisonBasis): ComparedLine[] {
  const offered = content.lines.find(({ lineId }) => lineId === line.id);
  if (!offered) return [];
  const { lineId } = offered;
  const { minQuantity, maxQuantity } = offered;
  // The line was amended after the bid.
  if (offered.alternate !== null && !line.alternatesAllowed)
    return [{ lineId, total: null, steps: [], reasons: ['ALTERNATE_NOT_ALLOWED'], offered }];
  if ((minQuantity && compare(minQuantity, line.quantity) > 0) || (maxQuantity && compare(maxQuantity, line.quantity) < 0))
    return [{ lineId, total: null, steps: [], reasons: ['QUANTITY_NOT_OFFERED'], offered }];
  const price = comparablePrice(basis, offeredLine(line, { offered, content }));
  return 'total' in price
    ? [{ lineId, total: price.total, steps: price.steps.filter(({ amount }) => amount.over !== 0n), reasons: [], offered }]
    : [{ lineId, total: null, steps: [], reasons: [...price.notComparable], offered }];
}

/**
 * What a unit of a line costs on the tender's basis when these quantities of it are bought, exact; charges and other addends are for the whole line, so a part
 * bears its part. undefined: not comparable.
 */
export function unitPrices(
  terms: Parameters<typeof basisOf>[0],
  { line, offered, content }: { line: TenderLine; offered: BidLine; content: BidContent },
  quantities: readonly DecimalText[],
): Rational[] | undefined {
  if (offered.alternate !== null && !line.alternatesAllowed) return undefined;
  const prices = quantities.flatMap((quantity) => {
    const price = comparablePrice(basisOf(terms), offeredLine(line, { offered, content }, quantity));
    return 'total' in price ? [per(price.total, exact(line.quantity))] : [];
  });
  return prices.length === quantities.length ? prices : undefined;
}

/** A line as it is bid on at the price for `bought` of it. */
const offeredLine = (
  line: TenderLine,
  { offered, content }: { offered: BidLine; content: BidContent },
  bought = line.quantity,
): OfferedLine => ({
  quantity: line.quantity,
  unit: line.unit,
  price: { ...offered.price, amount: amountFor(offered, bought), currency: content.currency },
  ...(offered.factor ? { factor: offered.factor } : {}),
  deliveryTerm: content.deliveryTerm,
  paymentDays: content.paymentDays,
  addends: offered.addends.filter(({ amount }) => !isZero(amount)).map((addend) => ({ ...addend, currency: content.currency })),
});

/** The cheapest comparable bids of each line; several when they cost the same. */
export function bestOfLines(bids: readonly ComparedBid[]): Map<string, string[]> {
  const best = new Map<string, { total: Rational; bidIds: string[] }>();
  for (const { bid, lines } of bids)
    for (const { lineId, total } of lines) {
      if (!total) continue;
      const known = best.get(lineId);
      const order = known ? compareRatios(total, known.total) : -1;
      if (order < 0) best.set(lineId, { total, bidIds: [bid.id] });
      else if (order === 0) known?.bidIds.push(bid.id);
    }
  return new Map([...best].map(([lineId, { bidIds }]) => [lineId, bidIds]));
}

/** Of each bidder the bid of the latest round in which he made one; withdrawn and unconfirmed ones stand aside. */
export const standingBids = (bids: readonly Bid[]): Bid[] => latestOf(bids.filter(({ counts, content }) => counts && content));

/** The same of bidders of whom no bid was read: it failed before its last envelope, or does not open. They bid all the same. */
export function unreadBids(bids: readonly Bid[]): Bid[] {
  const standing = new Set(standingBids(bids).map(({ orgId }) => orgId));
  return latestOf(bids.filter(({ orgId, counts, content }) => counts && !content && !standing.has(orgId)));
}

function latestOf(bids: readonly Bid[]): Bid[] {
  const latest = new Map<string, Bid>();
  for (const bid of bids) {
    const known = latest.get(bid.orgId);
    if (!known || known.round < bid.round) latest.set(bid.orgId, bid);
  }
  return [...latest.values()];
}

/** An exact amount for people, half up to 4 places, beside its fraction for machines. */
export const shownAmount = (amount: Rational): { amount: DecimalText; exact: string } => ({
  amount: rounded(amount, 4),
  exact: fractionText(amount),
});
