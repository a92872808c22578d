import type { EnvelopeKind, HolderRole } from '#libs/sealing';

/** Envelopes of bids; a rehearsal is none. */
export type BidEnvelope = Exclude<EnvelopeKind, 'REHEARSAL'>;

/** The public key of somebody who holds shares. */
export interface OfficerKey {
  id: string;
  /** null: the recovery key of a party that keeps it off-line. */
  memberId: string | null;
  name: string;
  publicKey: string;
  registeredAt: Date;
  revokedAt: Date | null;
}

/** The hub's half of one round of a lot. */
export interface HubHalf {
  lotId: string;
  round: number;
  publicKey: string;
}

/** Who holds a share; the buyer alone reads it. */
export interface ShareHolder {
  keyId: string;
  memberId: string | null;
  name: string;
  publicKey: string;
  role: HolderRole;
  position: number;
  /** The share, sealed to that key. */
  sealed: string;
}

/** How bids of a tender are sealed, as the acting organisation sees it. */
export interface Sealing {
  officersKey: string;
  threshold: number;
  envelopes: BidEnvelope[];
  rehearsedAt: Date | null;
  /** Of the rounds that are published. */
  halves: HubHalf[];
  /** null for all but the buyer. */
  rehearsal: string | null;
  holders: ShareHolder[];
  /** What the hub gave its part for, the oldest first; empty for all but the buyer. */
  releases: EnvelopeRelease[];
}

/** That the hub gave its part of the keys of one kind of envelopes of a round. */
export interface EnvelopeRelease {
  lotId: string;
  round: number;
  envelope: BidEnvelope;
  releasedAt: string;
}

/** Shares handed in for one client, which alone reads them. */
export interface OpeningSession {
  id: string;
  tenderId: string;
  kind: 'REHEARSAL' | 'OPENING';
  publicKey: string;
  openedAt: Date;
  /** Who opened it, and whose client has its private key; null: no member. */
  memberId: string | null;
  shares: { keyId: string; position: number; sealed: string; handedAt: string }[];
}

/** An envelope for which the hub gave its part. */
export interface ReleasedEnvelope {
  bidId: string;
  supplierId: string;
  sealed: string;
  part: string;
}

/** What came out of an envelope. */
export interface EnvelopeOpening {
  bidId: string;
  supplierId: string;
  lotId: string;
  round: number;
  envelope: BidEnvelope;
  outcome: 'OPENED' | 'UNOPENABLE';
  reason: string | null;
  /** The content as JSON; null when it does not open. */
  body: string | null;
  openedAt: Date;
  verdict: 'PASSED' | 'FAILED' | null;
  verdictReason: string | null;
}
