import type { Confidentiality, Procedure, RulePackName } from '../tender/tender.entity.js';

/** A number with the article that says so. */
export interface SourcedDays {
  days: number;
  source: string;
}

/** What a letter to a bidder about a decision says besides its reasons and the end of the standstill. */
export const noticeFacts = ['WINNER', 'RANK', 'AMOUNT'] as const;
export type NoticeFact = (typeof noticeFacts)[number];

/** By which rules a tender is held; data, each fact with its source. */
export interface RulePack {
  name: RulePackName;
  /** Calendar days between publication and deadline at least; absent: no rule. */
  bidding: Partial<Record<Procedure, SourcedDays>>;
  confidentialities: { allowed: readonly Confidentiality[]; source: string };
  /** Questions close at least so many days before bids do, so that all read the answers in time; null: no rule. */
  enquiries: SourcedDays | null;
  /** Whether an open procedure is published to everybody. */
  openIsPublic: { source: string } | null;
  /** Between the letters about a decision and the contract; null: none. */
  standstill: (SourcedDays & { notFor: readonly Procedure[]; notForSoleBidder: boolean }) | null;
  /** What the letters say. */
  notice: { facts: readonly NoticeFact[]; source: string };
}
