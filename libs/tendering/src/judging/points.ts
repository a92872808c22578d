import { type DecimalText, exact } from '#libs/kernel';
import type { Bid } from '../bid/bid.entity.js';
import { type ConsensusRule, consensusOf, type Declaration } from '../evaluation/consensus.js';
import type { Answer, Answers, Criterion } from '../evaluation/criterion.js';

/** What a member of the buyer says of a bid in one criterion: points, or whether it passes. */
export interface BidScore {
  lotId: string;
  bidId: string;
  criterionId: string;
  memberId: string;
  score: DecimalText | null;
  passed: boolean | null;
  note: string | null;
  givenAt: Date;
}

/** A member's word about his interests. */
export interface Interests extends Declaration {
  note: string | null;
  declaredAt: Date;
}

/** What the buyer's members have said about the bids on a tender. */
export interface CommitteeSheet {
  declarations: readonly Interests[];
  scores: readonly BidScore[];
}

/** Points are the mean of the ballots of all members without a conflict; one is enough. */
const rule: ConsensusRule = { by: 'MEAN', ballotsMin: 1 };

/** Whether points are the committee's to give. What a bidder writes there is what he claims for himself. */
const isScored = ({ kind }: Criterion): boolean => kind === 'SCORED' || kind === 'WORTH';

/**
 * The answers that count: points by the committee alone; a mandatory requirement by the latest verdict of the committee, else by the
 * bidder's word; what he chooses or costs as he says.
 */
export function countingAnswers(
  bid: Pick<Bid, 'id' | 'content'>,
  criteria: readonly Criterion[],
  sheet: CommitteeSheet,
): Answers {
  const own = bid.content?.answers ?? {};
  const ofBid = sheet.scores.filter(({ bidId }) => bidId === bid.id);
  const points = consensusOf(rule, {
    declarations: sheet.declarations,
    ballots: ofBid.flatMap(({ score, ...ballot }) => (score === null ? [] : [{ ...ballot, score }])),
    agreed: [],
  });
  const entries = criteria.flatMap((criterion): [string, Answer][] => {
    if (isScored(criterion)) {
      const found = points.find(({ criterionId }) => criterionId === criterion.id);
      return found && 'score' in found ? [[criterion.id, { score: found.score }]] : [];
    }
    const verdict = latestVerdict(ofBid, criterion.id, sheet);
    if (criterion.kind === 'MANDATORY' && verdict !== undefined) return [[criterion.id, { passed: verdict }]];
    const answer = own[criterion.id];
    if (!answer) return [];
    return [[criterion.id, 'score' in answer ? { score: exact(answer.score) } : answer]];
  });
  return Object.fromEntries(entries);
}

/** Criteria in which the committee has given a bid no points that count. */
export const missingPoints = (answers: Answers, criteria: readonly Criterion[]): string[] =>
  criteria.filter((criterion) => isScored(criterion) && answers[criterion.id] === undefined).map(({ id }) => id);

function latestVerdict(scores: readonly BidScore[], criterionId: string, { declarations }: CommitteeSheet): boolean | undefined {
  const free = new Set(declarations.filter(({ hasConflict }) => !hasConflict).map(({ memberId }) => memberId));
  const given = scores.filter((one) => one.criterionId === criterionId && one.passed !== null && free.has(one.memberId));
  return given.sort((a, b) => a.givenAt.getTime() - b.givenAt.getTime()).at(-1)?.passed ?? undefined;
}
