import type { DecimalText } from '#libs/kernel';
import type { Addend } from '../evaluation/comparable-price.js';

/** How a bidder answers a criterion; amounts and points as decimals. */
export type BidAnswer = { passed: boolean } | { score: DecimalText } | { option: string } | { amount: DecimalText };

/** What a bidder offers for one line. */
export interface BidLine {
  lineId: string;
  /** In the bid's currency, for the quantity asked for when no break reaches it. */
  price: { amount: DecimalText; basis: DecimalText; unit: string };
  /** Price units in one unit of the tender, where they differ. */
  factor: { numerator: DecimalText; denominator: DecimalText } | null;
  /** Prices from a quantity of the tender's units on, for the whole quantity. */
  breaks: { from: DecimalText; amount: DecimalText }[];
  minQuantity: DecimalText | null;
  maxQuantity: DecimalText | null;
  leadDays: number | null;
  /** Another part in its place. */
  alternate: { partId: string | null; number: string | null; description: string } | null;
  /** An offer of the bidder by which the line can be ordered. */
  offerId: string | null;
  conditions: string | null;
  /** What comes on top for the whole line, each shown by itself. */
  addends: { kind: Addend['kind']; amount: DecimalText }[];
}

/** What a bid says. */
export interface BidContent {
  currency: string;
  deliveryTerm: string;
  paymentDays: number;
  validUntil: string | null;
  note: string | null;
  lines: BidLine[];
  answers: Record<string, BidAnswer>;
}

/** A bid as it stands, for its bidder and for a buyer who may read it. */
export interface Bid {
  orgId: string;
  id: string;
  buyerId: string;
  tenderId: string;
  lotId: string;
  round: number;
  /** Versions of it so far; for `expectedVersion`. */
  seq: number;
  tenderVersion: number;
  digest: string;
  acceptedAt: Date;
  /** Microseconds since 1970, as the database has them. */
  acceptedUs: string;
  sequence: string;
  withdrawnAt: Date | null;
  /** Whether it counts as the tender stands: not withdrawn, and made or confirmed since the last amendment that asks for it. */
  counts: boolean;
  /** null: withdrawn, or sealed. */
  content: BidContent | null;
}

/** What was accepted when, by hash. */
export interface BidReceipt {
  bidId: string;
  tenderId: string;
  lotId: string;
  round: number;
  seq: number;
  kind: 'SUBMITTED' | 'CONFIRMED' | 'WITHDRAWN';
  /** SHA-256 of the bytes that are kept, in hexadecimal. */
  digest: string;
  acceptedAt: Date;
  /** The same moment to the microsecond in UTC, as the signed receipt names it. */
  acceptedText: string;
  supplierId: string;
}

/** What a bidder has not submitted. */
export interface BidDraft {
  lotId: string;
  tenderId: string;
  round: number;
  content: BidContent;
  edits: number;
  savedAt: Date;
}
