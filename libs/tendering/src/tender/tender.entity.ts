import type { DecimalText } from '#libs/kernel';
import type { AnnouncedAuction } from '../auctioning/announced-auction.js';
import type { Criterion } from '../evaluation/criterion.js';
import type { Formula } from '../evaluation/formula.js';
import type { LowBidRule } from '../evaluation/low-bid-alarm.js';
import type { LotStatus, TenderStatus } from './tender.lifecycle.js';

export const procedures = ['OPEN', 'SELECTIVE', 'SINGLE_SOURCE'] as const;
export type Procedure = (typeof procedures)[number];

export const rulePackNames = ['PRIVATE', 'EU_2014_24', 'EU_2014_25', 'PROZORRO'] as const;
/** The rules by which a tender is held: those of the buyer himself, or a law; what each asks for stands in `rules/`. */
export type RulePackName = (typeof rulePackNames)[number];

/** When the buyer reads bids: on arrival, from the close of the round, or when k of n officers open them. */
export const confidentialities = ['OPEN', 'TIMED', 'SEALED'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** What may be awarded: whole lots, single lines, or fixed shares of a lot by rank. */
export const awardModes = ['LOT', 'LINE', 'SHARES'] as const;
export type AwardMode = (typeof awardModes)[number];

/** A step of the published tie-break; the seed of LOT is drawn after the close. */
export type PublishedTieBreak =
  | { by: 'TIME' }
  | { by: 'CRITERION'; criterionId: string; best: 'LOWEST' | 'HIGHEST' }
  | { by: 'LOT' };

/** One round of bids for a lot; every moment is the database's. */
export interface LotRound {
  round: number;
  kind: 'FIRST' | 'ROUND' | 'BEST_AND_FINAL';
  opensAt: Date;
  /** A bid is taken up to and with this microsecond. */
  closesAt: Date;
  closedAt: Date | null;
  /** From when the buyer reads bids; null: not yet. */
  bidsFrom: Date | null;
  /** How often it went on because nobody could bid at its deadline. */
  rescheduled: number;
}

export interface Lot {
  id: string;
  position: number;
  title: string;
  round: number;
  confirmFrom: number;
  seed: string | null;
  awardedAt: Date | null;
  /** Since when its award waits for the end of its standstill. */
  heldAt: Date | null;
  unsuccessfulAt: Date | null;
  cancelledAt: Date | null;
  rounds: LotRound[];
  /** Derived from the dates. */
  status: LotStatus;
}

/** What a lot asks for. `target` is there only when the buyer shows it; his own stands in `ownTarget`, for him alone. */
export interface TenderLine {
  id: string;
  lotId: string;
  position: number;
  number: string;
  partId: string | null;
  partNumber: string | null;
  description: string;
  quantity: DecimalText;
  unit: string;
  needBy: string | null;
  shipTo: Record<string, unknown> | null;
  alternatesAllowed: boolean;
  revision: string | null;
  target: DecimalText | null;
  targetBasis: DecimalText | null;
  ownTarget: DecimalText | null;
  ownTargetBasis: DecimalText | null;
  /** The version that dropped it; null: it is asked for. */
  droppedIn: number | null;
}

export interface Amendment {
  version: number;
  /** `PUBLISHED` for the first. */
  reason: string;
  changes: string[];
  /** Whether bids of earlier versions wait for their bidders' confirmation. */
  confirm: boolean;
  madeAt: Date;
  closesAt: Date;
}

export interface TenderDocument {
  id: string;
  title: string;
  name: string;
  sha256: string;
  size: number;
  mediaType: string;
  version: number;
  addedAt: Date;
}

/** The terms on which bids are asked for and compared; frozen by the publication. */
export interface TenderTerms {
  title: string;
  description: string | null;
  procedure: Procedure;
  /** The rules by which it is held. */
  rulePack: RulePackName;
  /** What is published of it is read by everybody, without an account; only of an open procedure. */
  isPublic: boolean;
  singleReason: string | null;
  confidentiality: Confidentiality;
  currency: string;
  /** Units of `currency` for one of another, frozen; other currencies are not bid in. */
  rates: Readonly<Record<string, DecimalText>>;
  formula: Formula;
  criteria: Criterion[];
  qualityMin: DecimalText | null;
  tieBreak: PublishedTieBreak[];
  lowBid: LowBidRule | null;
  deliveryTerm: string;
  paymentDays: number;
  /** What a year of credit costs; null: payment days are not counted. */
  yearlyRate: DecimalText | null;
  awardMode: AwardMode;
  /** Per cent by rank, such as 60 and 40. */
  shares: DecimalText[];
  bidsMin: number;
  /** Days of the agreement that the award may make; null: none comes of it. */
  agreementFrom: string | null;
  agreementTo: string | null;
  /** By which auction a lot is fought over once its bids are ranked; null: none. */
  auction: AnnouncedAuction | null;
  questionsCloseAt: Date | null;
  closesAt: Date | null;
  staggerMinutes: number;
  pushHours: number;
}

/** A tender as the acting organisation sees it. */
export interface Tender extends TenderTerms {
  orgId: string;
  id: string;
  number: string;
  /** Counts what was published: 1, and one more with each amendment. */
  version: number;
  /** Counts the buyer's steps, for `expectedVersion`. */
  edits: number;
  createdAt: Date;
  publishedAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  lots: Lot[];
  status: TenderStatus;
}

/** What its buyer alone reads. */
export interface TenderPrivate {
  internalNote: string | null;
  costReference: string | null;
  budget: DecimalText | null;
  shipToSite: string | null;
  source: Record<string, string>;
}

export interface Invitation {
  supplierId: string;
  invitedAt: Date;
  declinedAt: Date | null;
  declineReason: string | null;
}

export interface Question {
  id: string;
  lotId: string | null;
  body: string;
  /** Asked before the questions closed: only such a one may move the deadline. */
  inTime: boolean;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  /** Whether the acting organisation asked it; nobody else learns who did. */
  mine: boolean;
}

export interface TenderEvent {
  seq: number;
  kind: string;
  at: Date;
  memberId: string | null;
  detail: Record<string, string | number | null>;
}
