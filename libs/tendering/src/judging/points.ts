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

/** One ballot is enough. */
const rule: ConsensusRule = { by: 'MEAN', ballotsMin: 1 };

/** Whether points are the committee's to give. What a bidder writes there is what he claims for himself. */
const isScored = ({ kind }: Criterion): boolean => kind === 'SCORED' || kind === 'WORTH';

/** What the committee says of the bids, worked out once for all of them: by bid and criterion. */
export type Verdicts = ReadonlyMap<string, ReadonlyMap<string, Answer>>;

/**
 * Points as the mean of the ballots of all members without a conflict, and of mandatory requirements the latest verdict of one of them. A bid of which nothing
 * that counts was said is absent.
 */
export function verdictsOf({ declarations, scores }: CommitteeSheet): Verdicts {
  const verdicts = new Map<string, Map<string, Answer>>();
  const put = (bidId: string, criterionId: string, answer: Answer): void => {
    verdicts.set(bidId, (verdicts.get(bidId) ?? new Map<string, Answer>()).set(criterionId, answer));
  };
  const ballots = scores.flatMap(({ score, ...ballot }) => (score === null ? [] : [{ ...ballot, score }]));
  for (const found of consensusOf(rule, { declarations, ballots, agreed: [] }))
    if ('score' in found) put(found.bidId, found.criterionId, { score: found.score });
  const free = new Set(declarations.filter(({ hasConflict }) => !hasConflict).map(({ memberId }) => memberId));
  for (const { bidId, criterionId, memberId, passed } of [...scores].sort((a, b) => a.givenAt.getTime() - b.givenAt.getTime()))
    if (passed !== null && free.has(memberId)) put(bidId, criterionId, { passed });
  return verdicts;
}

/** The answers that count: what the committee says, else what the bidder does; points are the committee's alone. */
export function countingAnswers(bid: Pick<Bid, 'id' | 'content'>, criteria: readonly Criterion[], verdicts: Verdicts): Answers {
  const entries = criteria.flatMap((criterion): [string, Answer][] => {
    const verdict = verdicts.get(bid.id)?.get(criterion.id);
    if (verdict) return [[criterion.id, verdict]];
    const own = isScored(criterion) ? undefined : bid.content?.answers[criterion.id];
    if (!own) return [];
    return [[criterion.id, 'score' in own ? { score: exact(own.score) } : own]];
  });
  return Object.fromEntries(entries);
}

/** Whether the committee has given a bid no points that count in one criterion or more. */
export const lacksPoints = (answers: Answers, criteria: readonly Criterion[]): boolean =>
  criteria.some((criterion) => isScored(criterion) && answers[criterion.id] === undefined);
