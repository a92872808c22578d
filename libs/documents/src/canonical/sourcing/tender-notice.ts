import type { Extensions } from '../line.js';
import type { Party } from '../party.js';

/** Where a procurement stands, as a release of it says. Source: OCDS 1.1 releaseTag. */
export type NoticeStage =
  | 'planning'
  | 'planningUpdate'
  | 'tender'
  | 'tenderAmendment'
  | 'tenderUpdate'
  | 'tenderCancellation'
  | 'award'
  | 'awardUpdate'
  | 'awardCancellation'
  | 'contract'
  | 'contractUpdate'
  | 'contractAmendment'
  | 'implementation'
  | 'implementationUpdate'
  | 'contractTermination'
  | 'compiled';

/**
 * What is published of a procurement at one moment: a tender, what came of it, or a change. `number` is that of the release, `process` the
 * one under which everything of the procurement is known (ocid). Instants are RFC 3339 text. Who is named anywhere stands in `parties`, once.
 * Source of the words: Open Contracting Data Standard 1.1.5, release schema.
 */
export interface TenderNotice {
  kind: 'tenderNotice';
  number: string;
  process: string;
  publishedAt: string;
  stages: NoticeStage[];
  language?: string;
  parties: NoticeParty[];
  buyer?: PartyName;
  tender?: NoticeTender;
  bids: BidStatistic[];
  awards: NoticeAward[];
  contracts: NoticeContract[];
  extensions?: Extensions;
}

/** Who takes part, with his roles (buyer, procuringEntity, supplier, tenderer ...); `id` is his in this procurement. */
export interface NoticeParty extends Party {
  id: string;
  roles: string[];
  legalName?: string;
}

/** One of `parties`, by his id. */
export interface PartyName {
  id?: string;
  name?: string;
}

/** An amount of money that is told, not owed. */
export interface NoticeAmount {
  amount?: string;
  currency?: string;
}

/** Instants from and until which something holds. */
export interface NoticePeriod {
  start?: string;
  end?: string;
  latestEnd?: string;
  days?: string;
}

/** What is to be bought. `unit` is UN/ECE Recommendation 20, `unitName` a name in words. */
export interface NoticeItem {
  id: string;
  description?: string;
  class?: { scheme?: string; code?: string; description?: string };
  quantity?: string;
  unit?: string;
  unitName?: string;
  unitPrice?: NoticeAmount;
  lot?: string;
}

/** A document that goes with it; `type` is the sender's or OCDS's (tenderNotice, biddingDocuments, contractSigned ...). */
export interface NoticeDocument {
  id: string;
  type?: string;
  title?: string;
  description?: string;
  uri?: string;
  publishedAt?: string;
  changedAt?: string;
  mediaType?: string;
  language?: string;
}

/** What was changed, when and why. */
export interface Amendment {
  id?: string;
  on?: string;
  reason?: string;
  description?: string;
  before?: string;
  after?: string;
}

/** A part of a tender that is awarded by itself. */
export interface NoticeLot {
  id: string;
  title?: string;
  description?: string;
  status?: string;
  value?: NoticeAmount;
}

export type TenderStatus = 'planning' | 'planned' | 'active' | 'cancelled' | 'unsuccessful' | 'complete' | 'withdrawn';
export type AwardStatus = 'pending' | 'active' | 'cancelled' | 'unsuccessful';
export type ContractStatus = 'pending' | 'active' | 'cancelled' | 'terminated';
export type ProcurementMethod = 'open' | 'selective' | 'limited' | 'direct';
export type ProcurementCategory = 'goods' | 'works' | 'services';

/** What is asked of bidders. */
export interface NoticeTender {
  id: string;
  title?: string;
  description?: string;
  status?: TenderStatus;
  procuringEntity?: PartyName;
  items: NoticeItem[];
  lots: NoticeLot[];
  value?: NoticeAmount;
  leastValue?: NoticeAmount;
  method?: ProcurementMethod;
  methodDetails?: string;
  methodReason?: string;
  category?: ProcurementCategory;
  awardCriteria?: string;
  awardCriteriaDetails?: string;
  submissionMethods: string[];
  submissionDetails?: string;
  eligibility?: string;
  bidding?: NoticePeriod;
  enquiries?: NoticePeriod;
  hasEnquiries?: boolean;
  awarding?: NoticePeriod;
  contracting?: NoticePeriod;
  numberOfTenderers?: string;
  tenderers: PartyName[];
  documents: NoticeDocument[];
  amendments: Amendment[];
}

/** A figure about the bids, without who made them. Source: OCDS bid extension 1.1. */
export interface BidStatistic {
  id: string;
  measure: string;
  value?: string;
  at?: string;
  note?: string;
}

/** Who gets what. */
export interface NoticeAward {
  id: string;
  title?: string;
  description?: string;
  status?: AwardStatus;
  on?: string;
  value?: NoticeAmount;
  suppliers: PartyName[];
  items: NoticeItem[];
  contracting?: NoticePeriod;
  documents: NoticeDocument[];
  amendments: Amendment[];
}

/** What was signed about an award. */
export interface NoticeContract {
  id: string;
  award: string;
  title?: string;
  description?: string;
  status?: ContractStatus;
  period?: NoticePeriod;
  value?: NoticeAmount;
  items: NoticeItem[];
  signedOn?: string;
  documents: NoticeDocument[];
  amendments: Amendment[];
}
