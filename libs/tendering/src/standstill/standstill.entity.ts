import type { DecimalText, Fault } from '#libs/kernel';
import type { MadeAward, ProductFault, Wanted } from '../awarding/award-products.js';
import type { RulePackName } from '../tender/tender.entity.js';

/** A decision on a lot that waits before it becomes contracts. Who got a letter about it reads it, and its buyer. */
export interface Standstill {
  orgId: string;
  id: string;
  tenderId: string;
  lotId: string;
  pack: RulePackName;
  /** What bidders read as the reasons of the decision. */
  statement: string;
  decidedAt: Date;
  /** The last moment at which it can be challenged, as long as no challenge stops the time. */
  endsAt: Date;
  suspendedAt: Date | null;
  concludedAt: Date | null;
  takenBackAt: Date | null;
  /** For the buyer alone: since when nothing could be made of it, and why. */
  failedAt: Date | null;
  faults: HeldFault[] | null;
  notices: AwardNotice[];
  challenges: Challenge[];
}

/** Why nothing came of a decision; AwardInterrupted: the hub failed at it. */
export type HeldFault = ProductFault | Fault<'AwardBidExpired' | 'AwardInterrupted'>;

/** A letter to a bidder about the decision on a lot; he and the buyer read it. */
export interface AwardNotice {
  supplierId: string;
  sentAt: Date;
  outcome: 'AWARDED' | 'NOT_AWARDED';
  /** His own place, where the rules ask for it. */
  rank: number | null;
  ranked: number;
  /** Why his bid was not ranked. */
  refused: string[];
  winners: NoticedWinner[];
}

export interface NoticedWinner {
  supplierId: string;
  name: string;
  rank: number | null;
  /** What he gets of the lot costs on the basis of the comparison, in the tender's currency, where the rules ask for it. */
  amount: DecimalText | null;
}

export const challengeDecisions = ['UPHELD', 'REJECTED'] as const;

/** That a bidder challenges a decision; he and the buyer read it. */
export interface Challenge {
  id: string;
  supplierId: string;
  reason: string;
  madeAt: Date;
  /** LAPSED: the decision was taken back otherwise. */
  decision: (typeof challengeDecisions)[number] | 'LAPSED' | null;
  answer: string | null;
  decidedAt: Date | null;
}

/** What comes of a decision when its standstill is over, for the buyer alone. */
export interface AwardPlan {
  wanted: Wanted;
  awards: MadeAward[];
}
