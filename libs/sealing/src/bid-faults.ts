import { compare, type DecimalText, type Fault } from '#libs/kernel';

export type BidFault = Fault<
  | 'BidEmpty'
  | 'BidLineUnknown'
  | 'BidLineRepeated'
  | 'BidCurrencyNotTaken'
  | 'BidUnitNeedsFactor'
  | 'BidFactorNotNeeded'
  | 'AlternateNotAllowed'
  | 'BidBreaksNotRising'
  | 'BidQuantitiesCrossed'
  | 'BidPriceMissing'
  | 'BidExpiresEarly'
  | 'BidAnswerMissing'
  | 'BidOfferNotYours'
  | 'BidOfferOfOtherPart'
>;

type BidAnswer = { passed: boolean } | { score: DecimalText } | { option: string } | { amount: DecimalText };

/** What is checked of a line of a bid. */
interface BidLine {
  lineId: string;
  price: { amount: DecimalText; unit: string };
  factor: object | null;
  breaks: readonly { from: DecimalText; amount: DecimalText }[];
  minQuantity: DecimalText | null;
  maxQuantity: DecimalText | null;
  alternate: { partId: string | null } | null;
  offerId: string | null;
}

/** What is checked of a bid. */
interface BidToCheck {
  currency: string;
  validUntil: string | null;
  lines: readonly BidLine[];
  answers: Readonly<Record<string, BidAnswer>>;
}

/** What is asked of a line. */
interface AskedLine {
  id: string;
  number: string;
  partId: string | null;
  unit: string;
  alternatesAllowed: boolean;
}

type Criterion =
  | { id: string; kind: 'MANDATORY' | 'COST' }
  | { id: string; kind: 'SCORED' | 'WORTH'; scoreMax: DecimalText }
  | { id: string; kind: 'FEATURE'; options: Readonly<Record<string, DecimalText>> };

/** What a bid is held against. */
export interface AskedBid {
  currency: string;
  rates: Readonly<Record<string, DecimalText>>;
  criteria: readonly Criterion[];
  /** Those of the lot that are still asked for. */
  lines: readonly AskedLine[];
  /** The day on which the round closes. */
  closesOn: string;
  /** Offers of the bidder among those that he names, with their parts. */
  ownOffers: ReadonlyMap<string, string>;
}

/**
 * Everything that stands against submitting a bid, at once; a draft may have all of it. The hub asks it of a bid in clear before it takes it and of a sealed one when it is
 * opened; the bidder's client asks it before it seals, because nobody can after.
 */
export function bidFaults(bid: BidToCheck, asked: AskedBid): BidFault[] {
  return [
    ...(bid.lines.length === 0 ? [{ code: 'BidEmpty' as const, path: ['lines'] }] : []),
    ...(bid.currency === asked.currency || asked.rates[bid.currency] !== undefined
      ? []
      : [{ code: 'BidCurrencyNotTaken' as const, path: ['currency'], values: { currency: bid.currency } }]),
    ...(bid.validUntil !== null && bid.validUntil < asked.closesOn
      ? [{ code: 'BidExpiresEarly' as const, path: ['validUntil'] }]
      : []),
    ...bid.lines.flatMap((line, i) => lineFaults(line, { asked, path: ['lines', String(i)], before: bid.lines.slice(0, i) })),
    ...asked.criteria
      .filter((criterion) => !answers(criterion, bid.answers[criterion.id]))
      .map(({ id }) => ({ code: 'BidAnswerMissing' as const, path: ['answers', id], values: { criterion: id } })),
  ];
}

function lineFaults(
  line: BidLine,
  { asked, path, before }: { asked: AskedBid; path: string[]; before: readonly BidLine[] },
): BidFault[] {
  const wanted = asked.lines.find(({ id }) => id === line.lineId);
  if (!wanted) return [{ code: 'BidLineUnknown', path: [...path, 'lineId'] }];
  const { minQuantity, maxQuantity } = line;
  const crossed = minQuantity !== null && maxQuantity !== null && compare(minQuantity, maxQuantity) > 0;
  const rising = line.breaks.every(({ from }, i) => i === 0 || compare(line.breaks[i - 1]?.from ?? '0', from) < 0);
  const offered = line.offerId === null ? undefined : asked.ownOffers.get(line.offerId);
  const free = compare(line.price.amount, '0') === 0 || line.breaks.some(({ amount }) => compare(amount, '0') === 0);
  const is = (wrong: boolean, code: BidFault['code'], field: string): BidFault[] =>
    wrong ? [{ code, path: [...path, field], values: { line: wanted.number } }] : [];
  return [
    ...is(
      before.some(({ lineId }) => lineId === line.lineId),
      'BidLineRepeated',
      'lineId',
    ),
    ...is(line.price.unit !== wanted.unit && line.factor === null, 'BidUnitNeedsFactor', 'factor'),
    ...is(line.price.unit === wanted.unit && line.factor !== null, 'BidFactorNotNeeded', 'factor'),
    ...is(line.alternate !== null && !wanted.alternatesAllowed, 'AlternateNotAllowed', 'alternate'),
    ...is(!rising, 'BidBreaksNotRising', 'breaks'),
    ...is(crossed, 'BidQuantitiesCrossed', 'maxQuantity'),
    ...is(free, 'BidPriceMissing', 'price'),
    ...is(line.offerId !== null && offered === undefined, 'BidOfferNotYours', 'offerId'),
    ...is(offered !== undefined && !isOfPart(offered, line, wanted), 'BidOfferOfOtherPart', 'offerId'),
  ];
}

/** Whether an offer is of the part that a bid names: the one asked for, or the alternate. Of a line in words, or an alternate in words, any is. */
export function isOfPart(
  offeredPart: string,
  { alternate }: Pick<BidLine, 'alternate'>,
  { partId }: Pick<AskedLine, 'partId'>,
): boolean {
  const named = alternate === null ? partId : alternate.partId;
  return named === null || named === offeredPart;
}

/** Whether a criterion is answered in its own way. Points are the buyer's to give: those of a bidder are what he claims, and need not be there. A mandatory one may be answered with no: that is for the evaluation. */
function answers(criterion: Criterion, answer: BidAnswer | undefined): boolean {
  if (!answer) return criterion.kind === 'SCORED' || criterion.kind === 'WORTH';
  switch (criterion.kind) {
    case 'MANDATORY':
      return 'passed' in answer;
    case 'SCORED':
    case 'WORTH':
      return 'score' in answer && compare(answer.score, criterion.scoreMax) <= 0;
    case 'FEATURE':
      return 'option' in answer && Object.hasOwn(criterion.options, answer.option);
    case 'COST':
      return 'amount' in answer;
  }
}
