import type { DecimalText } from '#libs/kernel';

/** What a public tender, a lot or an award is said to be. After the codelist tenderStatus of OCDS 1.1. */
export type PublicStatus = 'ACTIVE' | 'COMPLETE' | 'CANCELLED' | 'UNSUCCESSFUL';

/** An organisation as its public card has it. */
export interface PublicParty {
  id: string;
  name: string;
  country: string;
  gln: string | null;
  duns: string | null;
}

/** What comes of an award: nothing of its terms but that it is there, and the days of an agreement. */
export interface PublicContract {
  id: string;
  kind: 'ORDER' | 'AGREEMENT';
}

export interface PublicAward {
  id: string;
  lotId: string;
  awardedAt: string;
  cancelled: boolean;
  /** It waits for the end of its standstill; absent: it does not. */
  pending?: true;
  supplier: PublicParty;
  /** The sum of its lines at the awarded prices, each rounded to the minor units; without freight and tax. */
  amount: DecimalText;
  currency: string;
  lines: { lineId: string; quantity: DecimalText; unit: string }[];
  contract: PublicContract | null;
}

/**
 * All that everybody may read of a public tender, as it stands; instants are RFC 3339 text. What is not named here is not published: no target
 * prices, no notes, budgets or places, no questions or who asked them, nobody who was invited or lost, no prices of lines, no reasons of an award.
 */
export interface PublicTender {
  id: string;
  number: string;
  version: number;
  title: string;
  description: string | null;
  buyer: PublicParty;
  currency: string;
  deliveryTerm: string;
  paymentDays: number;
  /** Whether something besides the price counts. */
  rated: boolean;
  agreementFrom: string | null;
  agreementTo: string | null;
  status: PublicStatus;
  publishedAt: string;
  /** The last deadline of its lots in the first round. */
  closesAt: string;
  questionsCloseAt: string | null;
  /** Whether a question was answered. */
  answered: boolean;
  lots: { id: string; title: string; status: PublicStatus; closesAt: string }[];
  lines: PublicLine[];
  documents: { id: string; title: string; name: string; mediaType: string; addedAt: string }[];
  amendments: { version: number; reason: string; madeAt: string }[];
  /** Counted from when the bids of every lot are open to the buyer; null before. */
  bids: { bidders: number; bids: number } | null;
  awards: PublicAward[];
}

export interface PublicLine {
  id: string;
  lotId: string;
  number: string;
  partNumber: string | null;
  description: string;
  quantity: DecimalText;
  unit: string;
  needBy: string | null;
  alternatesAllowed: boolean;
  /** An amendment dropped it: it is not asked for any more. */
  dropped: boolean;
}

/** A release as it was written. */
export interface Notice {
  ocid: string;
  releaseId: string;
  tags: string[];
  releasedAt: Date;
  body: string;
}

/** A public tender with the id under which the world knows it. */
export interface PublishedTender extends PublicTender {
  ocid: string;
}
