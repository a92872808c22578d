import { fractionText } from '#libs/kernel';
import type { Award } from '../awarding/award.entity.js';
import type { AwardTenderInput } from '../awarding/award.input.js';
import type { BidAnswer, BidContent } from '../bid/bid.entity.js';
import type { BidContentInput } from '../bid/bid.input.js';
import type { BidRow } from '../bid/bid.reader.js';
import { shownAmount } from '../judging/comparison.js';
import type { JudgedLot } from '../judging/evaluation.js';
import type { LotAwardInput } from './award.graphql.js';
import type { BidContentType } from './bid.graphql.js';

/** Answers as a list. */
export const contentView = ({ answers, ...content }: BidContent): BidContentType => ({
  ...content,
  answers: Object.entries(answers).map(([criterionId, answer]) => ({ criterionId, ...answer })),
});

export const bidView = (bid: BidRow) => ({ ...bid, supplierId: bid.orgId });

/** What a client sent, as the verb takes it: of the four kinds of answer the one that is there. */
export function contentOf({ answers, ...content }: BidContentType): BidContentInput {
  const lines = content.lines.map((line) => ({
    ...line,
    price: { ...line.price },
    breaks: line.breaks.map((step) => ({ ...step })),
    addends: line.addends.map((addend) => ({ ...addend })),
  }));
  const answered = answers.map(({ criterionId, ...answer }) => [
    criterionId,
    Object.fromEntries(
      Object.entries(answer)
        .filter(([, value]) => value != null)
        .slice(0, 1),
    ),
  ]);
  return { ...content, lines, answers: Object.fromEntries(answered) as Record<string, BidAnswer> } as BidContentInput;
}

/** Lines by suppliers: the ranked bids first. */
export function comparisonView({ lot, bids, best, evaluation, incomplete, alarms, unscored }: JudgedLot) {
  const placeOf = (bidId: string): number => {
    const place = evaluation.ranking.findIndex(({ bid }) => bid.bidId === bidId);
    return place < 0 ? bids.length : place;
  };
  return {
    lotId: lot.id,
    bids: [...bids]
      .sort((a, b) => placeOf(a.bid.id) - placeOf(b.bid.id) || (a.bid.id < b.bid.id ? -1 : 1))
      .map(({ bid, lines, total }) => {
        const ranked = evaluation.ranking.find((one) => one.bid.bidId === bid.id);
        const reasons = evaluation.refused.find(({ bidId }) => bidId === bid.id)?.reasons ?? [];
        return {
          bidId: bid.id,
          supplierId: bid.orgId,
          rank: ranked?.rank ?? null,
          value: ranked ? fractionText(ranked.bid.value) : null,
          total: total && shownAmount(total).amount,
          refused: [...reasons.map(({ reason }) => reason), ...(incomplete.includes(bid.id) ? ['INCOMPLETE'] : [])],
          unscored: unscored.includes(bid.id),
          low: alarms.some(({ bidId }) => bidId === bid.id),
          lines: lines.map((line) => ({
            lineId: line.lineId,
            total: line.total && shownAmount(line.total).amount,
            exact: line.total && shownAmount(line.total).exact,
            best: best.get(line.lineId)?.includes(bid.id) ?? false,
            steps: line.steps.map(({ kind, amount }) => ({ kind, amount: shownAmount(amount).amount })),
            reasons: line.reasons,
          })),
        };
      }),
  };
}

export const awardView = ({ lines, ...award }: Award) => ({
  ...award,
  lines: lines.map(({ quantity, unit, price, basis, priceUnit, currency, ...line }) => ({
    ...line,
    quantity: { value: quantity, unit },
    price: { amount: price, currency, basis, unit: priceUnit },
  })),
});

/** The fields of each shape of a lot's award; those of the others say nothing. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  LOT: ['bidId'],
  LINES: ['lines', 'keepOpen'],
  SHARES: ['bidIds'],
};

export function lotAwardOf({ lotId, mode, reason, statement, ...rest }: LotAwardInput): AwardTenderInput['lots'][number] {
  const lines = rest.lines?.map((line) => ({ ...line }));
  const given = Object.entries({ ...rest, lines }).filter(([name, value]) => value != null && fieldsOf[mode]?.includes(name));
  return {
    lotId,
    mode,
    reason: reason ?? null,
    statement: statement ?? null,
    ...Object.fromEntries(given),
  } as AwardTenderInput['lots'][number];
}
