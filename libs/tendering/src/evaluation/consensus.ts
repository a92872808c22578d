import { compareRatios, type DecimalText, exact, minus, per, plus, type Rational, ratio } from '#libs/kernel';

/** What a member of the committee said about his interests before he could score anything on the lot. */
export interface Declaration {
  memberId: string;
  hasConflict: boolean;
}

/** One member's points for one bid in one criterion. */
export interface Ballot {
  memberId: string;
  bidId: string;
  criterionId: string;
  score: DecimalText;
}

/** Points the committee agreed on in a meeting; they stand before any mean, and the reason is kept with the award. */
export interface Agreed {
  bidId: string;
  criterionId: string;
  score: DecimalText;
  reason: string;
}

export interface ConsensusRule {
  /** MEAN of all counted ballots, or the MEDIAN, or the mean WITHOUT_EXTREMES: the highest and the lowest left out from four ballots on. */
  by: 'MEAN' | 'MEDIAN' | 'WITHOUT_EXTREMES';
  /** Counted ballots that are needed for each bid and criterion. */
  ballotsMin: number;
  /** Points by which the highest and the lowest ballot may lie apart; beyond it the committee has to agree. Absent: any. */
  spreadMax?: DecimalText;
}

export type Consensus =
  | { bidId: string; criterionId: string; score: Rational; by: 'AGREEMENT' | ConsensusRule['by']; ballots: number }
  | { bidId: string; criterionId: string; open: 'TOO_FEW_BALLOTS' | 'TOO_FAR_APART'; ballots: number };

export interface CommitteeWork {
  declarations: readonly Declaration[];
  ballots: readonly Ballot[];
  agreed: readonly Agreed[];
}

/**
 * The committee's points for every bid and criterion that anybody scored or agreed on. Ballots count only of members who
 * declared to have no conflict with any bidder of the lot, because points compare bids; a later ballot of a member
 * replaces his earlier one. Exact: a mean of thirds stays a third.
 */
export function consensusOf(rule: ConsensusRule, work: CommitteeWork): Consensus[] {
  const free = new Set(work.declarations.filter((d) => !d.hasConflict).map((d) => d.memberId));
  for (const { memberId, hasConflict } of work.declarations) if (hasConflict) free.delete(memberId);
  const sheets = new Map<string, Map<string, Ballot>>();
  for (const ballot of work.ballots) {
    const sheet = sheets.get(keyOf(ballot)) ?? new Map<string, Ballot>();
    sheets.set(keyOf(ballot), sheet);
    if (free.has(ballot.memberId)) sheet.set(ballot.memberId, ballot);
  }
  const agreed = new Map(work.agreed.map((a) => [keyOf(a), a]));
  const named = new Map([...work.ballots, ...work.agreed].map((named) => [keyOf(named), named]));
  return [...named.keys()].sort().map((key) => {
    const { bidId, criterionId } = named.get(key)!;
    const scores = [...(sheets.get(key)?.values() ?? [])].map((ballot) => exact(ballot.score)).sort(compareRatios);
    return { bidId, criterionId, ballots: scores.length, ...outcome(rule, scores, agreed.get(key)) };
  });
}

type Outcome = { score: Rational; by: 'AGREEMENT' | ConsensusRule['by'] } | { open: 'TOO_FEW_BALLOTS' | 'TOO_FAR_APART' };

/** `scores` in ascending order. */
function outcome(rule: ConsensusRule, scores: readonly Rational[], agreed: Agreed | undefined): Outcome {
  if (agreed) return { score: exact(agreed.score), by: 'AGREEMENT' };
  const [lowest] = scores;
  const highest = scores.at(-1);
  if (!lowest || !highest || scores.length < rule.ballotsMin) return { open: 'TOO_FEW_BALLOTS' };
  const isWide = rule.spreadMax !== undefined && compareRatios(minus(highest, lowest), exact(rule.spreadMax)) > 0;
  return isWide ? { open: 'TOO_FAR_APART' } : { score: middle(rule.by, scores), by: rule.by };
}

function middle(by: ConsensusRule['by'], scores: readonly Rational[]): Rational {
  if (by === 'MEAN') return mean(scores);
  if (by === 'WITHOUT_EXTREMES') return mean(scores.length < 4 ? scores : scores.slice(1, -1));
  const half = Math.floor(scores.length / 2);
  return scores.length % 2 === 1 ? scores[half]! : mean(scores.slice(half - 1, half + 1));
}

const mean = (scores: readonly Rational[]): Rational => per(plus(...scores), ratio(BigInt(scores.length)));

const keyOf = ({ bidId, criterionId }: { bidId: string; criterionId: string }): string => `${bidId}\n${criterionId}`;
