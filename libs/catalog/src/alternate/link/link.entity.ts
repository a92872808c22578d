import type { DecimalText, LocalDate } from '#libs/kernel';

/** What a code of the INC list means to the search; the codes themselves are data (`catalog.interchange_code`). */
export type LinkMeaning = 'ONE_WAY' | 'TWO_WAY' | 'NOT' | 'SET' | 'QUALIFIED' | 'REIDENTIFIED';

/** What a class does: nothing, keep both parts on sale, ask for the application, block the sale of the old part. */
export type LinkEffect = 'NONE' | 'KEEP' | 'CHECK' | 'BLOCK';

/** In what capacity a link is asserted. Only a SUPPLIER's is a claim from the start. */
export type LinkCapacity = 'MANUFACTURER' | 'OPERATOR' | 'BUYER' | 'SUPPLIER';

/** From whose word a link may be used by the acting organisation; CLAIM: it may not. */
export type LinkStanding = 'OPERATOR' | 'OWN' | 'MANUFACTURER' | 'MANUFACTURER_APPROVED' | 'OWN_APPROVED' | 'CLAIM';

/** One application a link is limited to; what is null is not limited. Serial numbers both ends included. */
export interface Application {
  model: string | null;
  msnFrom: number | null;
  msnTo: number | null;
  modification: string | null;
}

/** Whoever may say so stands behind a link. */
export interface LinkApproval {
  orgId: string;
  id: string;
  kind: 'MANUFACTURER' | 'BUYER';
  /** A buyer's approval for one of his fleets alone. */
  fleet: string | null;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  note: string | null;
  /** RFC 3339. */
  approvedAt: string;
  revokedAt: string | null;
}

/** One direction of interchangeability: `toPart`, or the whole set, may stand for `fromPart`. */
export interface InterchangeLink {
  orgId: string;
  id: string;
  fromPart: string;
  /** null: a set, see `members`. */
  toPart: string | null;
  members: { partId: string; quantity: DecimalText }[];
  setNumber: string | null;
  code: string;
  codeNames: Record<string, string>;
  meaning: LinkMeaning;
  class: string | null;
  classNames: Record<string, string> | null;
  effect: LinkEffect;
  assertedAs: LinkCapacity;
  applicability: Application[];
  effectiveFrom: LocalDate;
  effectiveTo: LocalDate | null;
  /** Service bulletin, airworthiness directive, manual or catalogue that says so. */
  authority: string | null;
  remark: string | null;
  assertedAt: string;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
  standing: LinkStanding;
  /** Of the other direction; null where the code has none. */
  reverseStanding: LinkStanding | null;
  /** Those the acting organisation may see: the manufacturer's and its own, the revoked ones too. */
  approvals: LinkApproval[];
}

/** What identifies a link. */
export interface LinkKey {
  orgId: string;
  id: string;
}

/** Parts of a set at most. */
export const setMembersMax = 50;
/** Applications of a link at most. */
export const applicationsMax = 50;
