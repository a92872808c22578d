/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The price that is accepted. */
export type AcceptAuctionPriceInput = {
  /** As you saw it. */
  amount: string;
  /** The auction. */
  auctionId: string | number;
};

/** The link, and who comes. */
export type AcceptInvitationInput = {
  /** Name of a person who is new here. */
  name?: string | null | undefined;
  /** A new password, or the own one of somebody who has an account and is not signed in. */
  password?: string | null | undefined;
  /** What stands behind `#token=` in the link. */
  token: string;
};

/** Which proposal. */
export type AcceptPartnershipInput = {
  /** The buyer. */
  buyerId: string | number;
  /** The version that was read. */
  expectedVersion: number;
  /** The supplier. */
  supplierId: string | number;
};

/** A file or a link for a part. */
export type AddContentInput = {
  /** What a picture shows, up to 300 characters; needed for pictures. */
  alt?: string | null | undefined;
  /** The file, as POST /api/v1/files answered; it or link. */
  fileId?: string | number | null | undefined;
  /** What it is. */
  kind: ContentKind;
  /** Language tag; empty: of no language. */
  language?: string;
  /** An address of https, up to 2,000 characters. */
  link?: string | null | undefined;
  /** The part. */
  partId: string | number;
  /** What its versions in several languages have in common, up to 60 characters. */
  series: string;
  /** Title, up to 200 characters. */
  title: string;
};

/** A file that you have sent here, see POST /api/v1/files. */
export type AddTenderDocumentInput = {
  /** The file. */
  fileId: string | number;
  /** The tender. */
  tenderId: string | number;
  /** Title, up to 200 characters. */
  title: string;
};

/** What a lot asks for besides. */
export type AddTenderLineInput = {
  /** Whether another part may be offered. */
  alternatesAllowed?: boolean;
  /** What is wanted, up to 2,000 characters; the name of the part when absent. */
  description?: string | null | undefined;
  /** Its lot. */
  lotId: string | number;
  /** By when. */
  needBy?: string | null | undefined;
  /** Your line number, up to 36 characters; 10, 20, 30 ... when absent. */
  number?: string | null | undefined;
  /** The part. */
  partId?: string | number | null | undefined;
  /** Part number, where no part is named; up to 70 characters. */
  partNumber?: string | null | undefined;
  /** How much; above zero. */
  quantity: string;
  /** Revision of its drawing, up to 40 characters. */
  revision?: string | null | undefined;
  /** A site of yours; that of the tender when absent. */
  shipToSiteId?: string | number | null | undefined;
  /** Target price, in the currency of the tender. */
  target?: string | null | undefined;
  /** Units that the target is for. */
  targetBasis?: string;
  /** Whether bidders read the target. */
  targetShown?: boolean;
  /** In which unit. */
  unit?: string;
};

/** What to put where. */
export type AddToBasketInput = {
  /** The basket. */
  basketId: string | number;
  /** 1 to 500 offers. */
  lines: Array<BasketOfferInput>;
};

/** A postal address. */
export type AddressInput = {
  /** City. */
  city: string;
  /** Country. */
  country: string;
  /** Street, building, post box: 1 to 4 lines. */
  lines: Array<string>;
  /** Postal code. */
  postalCode?: string | null | undefined;
  /** State or province. */
  region?: string | null | undefined;
};

/** A price from a quantity on. */
export type AgreementBreakInput = {
  /** From this many units on (see breakUnit); rising from break to break. */
  from: string;
  /** Amount per basis. */
  price: string;
};

/** A discount on one of your categories. */
export type AgreementCategoryInput = {
  /** The category as your catalogue names it. */
  category: string;
  /** Percent, 0 to 100 with at most 4 places. */
  discountPercent: string;
};

/** The price of one offer, in the price unit of the offer. */
export type AgreementItemInput = {
  /** How many price units the prices are for. */
  basis?: string;
  /** What a break holds for. */
  breakMode?: BreakMode;
  /** What reaches a break. */
  breakScope?: BreakScope;
  /** What its quantities count. */
  breakUnit?: BreakUnit;
  /** Up to 20 breaks. */
  breaks?: Array<AgreementBreakInput>;
  /** One of your offers; or supplierPart. */
  offerId?: string | number | null | undefined;
  /** Of any quantity, or below the smallest break. Absent: no price below it. */
  price?: string | null | undefined;
  /** Your own part number of one of your offers; or offerId. Since 0.2. */
  supplierPart?: string | null | undefined;
};

/** What a number is to the part it stands for. */
export type AliasKind =
  /** What its manufacturer called it before. */
  | 'FORMER_NUMBER'
  /** Number of the bar code, with its check digit. */
  | 'GTIN'
  /** NATO stock number, 13 digits. */
  | 'NSN'
  /** What an organisation calls the part in its own stores. */
  | 'OWN_STOCK_NUMBER'
  /** A supplier's number for it. */
  | 'SUPPLIER_NUMBER';

/** How far a buyer lets the supplier substitute the part of a line; what it does not cover waits for him. */
export type AlternatesConsent =
  /** Not at all. */
  | 'NONE'
  /** Also by the new part that replaces the old. */
  | 'ONE_WAY'
  /** Also by parts that only some applications take. */
  | 'QUALIFIED'
  /** By aliases, re-identified and two-way interchangeable parts. */
  | 'TWO_WAY';

/** Why a part is an alternative, in the order of the search; the weakest step of its path decides. */
export type AlternativeReason =
  /** Your own number stands for both parts. */
  | 'ALIAS'
  /** All parts of the set together, in the quantities given. */
  | 'AS_SET'
  /** The new part may stand for the old one, not the reverse. */
  | 'ONE_WAY'
  /** Only in the application given, or with consent. */
  | 'QUALIFIED'
  /** The same article under another number; its stock is its own. */
  | 'REIDENTIFIED'
  /** Each may stand for the other. */
  | 'TWO_WAY';

/** What is changed in a published tender. */
export type AmendTenderInput = {
  /** Lines that are added. */
  addLines?: Array<AddTenderLineInput>;
  /** Lines that change. */
  changeLines?: Array<ChangeTenderLineInput>;
  /** A later deadline. */
  closesAt?: string | null | undefined;
  /** Description. */
  description?: string | null | undefined;
  /** Lines that are dropped. */
  dropLineIds?: Array<string | number>;
  /** Its `edits` as they were read. */
  expectedVersion: number;
  /** Why; up to 2,000 characters. */
  reason: string;
  /** The tender. */
  tenderId: string | number;
  /** Title. */
  title?: string | null | undefined;
};

/** Answers to proposals of one order. */
export type AnswerProposalInput = {
  /** The answers. */
  answers: Array<AnsweredProposalInput>;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** The order. */
  orderId: string | number;
};

/** The answer to all. */
export type AnswerQuestionInput = {
  /** Up to 10,000 characters. */
  answer: string;
  /** The question. */
  questionId: string | number;
};

/** Whether you agree. */
export type AnswerQuoteInput = {
  /** With approve: the amount that you saw. */
  amountSeen?: string | null | undefined;
  /** Whether it is to be repaired. */
  approve: boolean;
  /** Without approve. */
  disposition?: UnitDisposition | null | undefined;
  /** The version that was read. */
  expectedVersion: number;
  /** Without approve; up to 500 characters. */
  reason?: string | null | undefined;
  /** The core or repair. */
  rotableId: string | number;
};

/** Answers to requests of one order. */
export type AnswerRequestInput = {
  /** The answers. */
  answers: Array<AnsweredRequestInput>;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** The order. */
  orderId: string | number;
};

/** When it leaves, or why it cannot. */
export type AnswerUrgentInput = {
  /** Whether you can help. */
  accept: boolean;
  /** The version that was read. */
  expectedVersion: number;
  /** When it leaves; with accept. */
  promisedAt?: string | null | undefined;
  /** Why not; without accept. Up to 500 characters. */
  reason?: string | null | undefined;
  /** The request. */
  requestId: string | number;
};

/** What the supplier says of one line. */
export type AnsweredLineInput = {
  /** The buyer's line number. */
  lineNumber: string;
  /** Its quantities, up to 50. */
  schedules: Array<AnsweredQuantityInput>;
};

/** A price the supplier answers with. */
export type AnsweredPriceInput = {
  /** For the whole basis. */
  amount: string;
  /** How many units the amount is for. */
  basis: string;
  /** The order's currency when given. */
  currency?: string | null | undefined;
  /** Price or order unit of the line; the price unit when absent. */
  unit?: string | null | undefined;
};

/** What the buyer says to one proposal. */
export type AnsweredProposalInput = {
  /** The answer. */
  answer: ProposalAnswer;
  /** Why. */
  reason?: string | null | undefined;
  /** The quantity it stands on. */
  scheduleId: string | number;
};

/** What the supplier says of one quantity. */
export type AnsweredQuantityInput = {
  /** Day of delivery. */
  deliverOn?: string | null | undefined;
  /** Another price. */
  price?: AnsweredPriceInput | null | undefined;
  /** In order units; the quantities of a line add up to what is open of it. */
  quantity: string;
  /** Why, up to 500 characters. */
  reason?: string | null | undefined;
  /** Day of shipping. */
  shipOn?: string | null | undefined;
  /** The answer. */
  status: QuantityAnswer;
  /** Another part. */
  substitute?: SubstituteInput | null | undefined;
};

/** What the supplier says to one request. */
export type AnsweredRequestInput = {
  /** true grants it, false refuses. */
  grant: boolean;
  /** Why. */
  reason?: string | null | undefined;
  /** The quantity it stands on. */
  scheduleId: string | number;
};

/** What is needed, where and when: partId or number. */
export type AogSourcingInput = {
  /** Whether other parts may stand in. */
  alternates?: boolean;
  /** Where it shall be fitted: an alternate that is limited to another application is left out. Since 0.2. */
  application?: ApplicationInput | null | undefined;
  /** Condition codes that will do, such as NE, OH; all when absent. */
  conditions?: Array<string> | null | undefined;
  /** With number: code (CAGE) or name of the manufacturer. */
  manufacturer?: string | null | undefined;
  /** Needed then; its day in UTC counts. */
  needAt: string;
  /** A part number as written, or your own. */
  number?: string | null | undefined;
  /** The part. */
  partId?: string | number | null | undefined;
  /** Order units, above zero. */
  quantity: string;
  /** A site of yours. */
  shipTo: string | number;
};

/** Where a part shall be fitted. What is absent is not known. */
export type ApplicationInput = {
  /** Your fleet: approvals for it count. */
  fleet?: string | null | undefined;
  /** Model, up to 40 characters. */
  model?: string | null | undefined;
  /** All modifications that are in, up to 50; absent: not known. */
  modifications?: Array<string> | null | undefined;
  /** Serial number of the model. */
  msn?: number | null | undefined;
};

/** On what approval a part may be installed. */
export type ApprovalBasis =
  /** A commercial part. */
  | 'COMMERCIAL'
  /** Repaired by data that a designated engineering representative approved. */
  | 'DER_REPAIR'
  /** Made by the holder of the production approval. */
  | 'OEM'
  /** Parts manufacturer approval: its own part, eligible in place of another. */
  | 'PMA'
  /** Made to a published standard. */
  | 'STANDARD'
  /** Taken from an aircraft or assembly that was parted out. */
  | 'TEARDOWN'
  /** Made under a technical standard order. */
  | 'TSO';

/** A link to stand behind. */
export type ApproveLinkInput = {
  /** For this fleet alone, up to 60 characters; buyers only. */
  fleet?: string | null | undefined;
  /** The link. */
  linkId: string | number;
  /** Organisation that asserts it. */
  linkOrg: string | number;
  /** Note, such as the number of the engineering order; up to 500 characters. */
  note?: string | null | undefined;
  /** First day; default today. */
  validFrom?: string | null | undefined;
  /** Last day; absent: until revoked. */
  validTo?: string | null | undefined;
};

/** How bids of a draft are sealed: made by the client, which forgets the key. */
export type ArrangeSealingInput = {
  /** WHOLE; or COMMERCIAL after QUALIFICATION, TECHNICAL or both. */
  envelopes: Array<BidEnvelope>;
  /** Its `edits` as they were read. */
  expectedVersion: number;
  /** The officers' half of the key. */
  officersKey: string;
  /** An envelope that the officers' half alone opens. */
  rehearsal: string;
  /** One for each holder; up to 40. */
  shares: Array<HeldShareInput>;
  /** The tender. */
  tenderId: string | number;
  /** How many shares open the bids: at least 2, and fewer than there are officers. */
  threshold: number;
};

/** What is asked. */
export type AskQuestionInput = {
  /** About this lot. */
  lotId?: string | number | null | undefined;
  /** The tender. */
  tenderId: string | number;
  /** Up to 4,000 characters. Do not name yourself. */
  text: string;
};

/** Whether the hub asks an ERP at present. */
export type AskingLineState =
  /** It is asked. */
  | 'CLOSED'
  /** One question goes out, to see whether it answers again. */
  | 'HALF_OPEN'
  /** It failed too often and has a pause. */
  | 'OPEN';

/** What came of a question to an ERP. */
export type AskingOutcome =
  /** It answered. */
  | 'ANSWERED'
  /** What it answered cannot be read. */
  | 'GARBAGE'
  /** The hub may not go to this address. */
  | 'REFUSED'
  /** It answered with another status than 2xx. */
  | 'STATUS'
  /** It did not answer in time. */
  | 'TIMEOUT'
  /** It answered more than 512 KiB. */
  | 'TOO_LARGE'
  /** There was no connection to it. */
  | 'UNREACHABLE';

/** Which profile. */
export type AskingProfileInput = {
  /** The profile. */
  profileId: string | number;
};

/** A link: exactly one of toPartId and members. */
export type AssertLinkInput = {
  /** Up to 50 applications it is limited to. */
  applicability?: Array<LinkApplicationInput>;
  /** Bulletin, directive, manual or catalogue, up to 200 characters. */
  authority?: string | null | undefined;
  /** Default: the strongest you have for these parts. */
  capacity?: LinkCapacity | null | undefined;
  /** Class. */
  class?: string | null | undefined;
  /** Interchangeability code. */
  code: string;
  /** First day; default today. */
  effectiveFrom?: string | null | undefined;
  /** Last day. */
  effectiveTo?: string | null | undefined;
  /** The part that is replaced. */
  fromPartId: string | number;
  /** The set that may stand for it, up to 50 parts; codes 4 and 5. */
  members?: Array<LinkMemberInput>;
  /** Remark, up to 500 characters. */
  remark?: string | null | undefined;
  /** Name of the set, up to 40 characters. */
  setNumber?: string | null | undefined;
  /** The part that may stand for it. */
  toPartId?: string | number | null | undefined;
};

/** A file, and what stands on it. */
export type AttachCertificateInput = {
  /** The certificate. */
  certificateId: string | number;
  /** Day on it. */
  datedOn?: string | null | undefined;
  /** Whether both release blocks are filled in. */
  dualRelease?: boolean;
  /** The file, as POST /api/v1/files answered. */
  fileId: string | number;
  /** Approval of who issued it, up to 120 characters. */
  issuer?: string | null | undefined;
  /** Lot on it, up to 60 characters. */
  lotNumber?: string | null | undefined;
  /** Number on it, up to 60 characters. */
  number?: string | null | undefined;
  /** The order. */
  orderId: string | number;
  /** Part number on it, up to 70 characters. */
  partNumber?: string | null | undefined;
  /** Order units that it is for; the whole line when absent. */
  quantity?: string | null | undefined;
  /** Serial on it, up to 60 characters. */
  serialNumber?: string | null | undefined;
};

/** A file for a lot. */
export type AttachLotCertificateInput = {
  /** Day on it. */
  datedOn?: string | null | undefined;
  /** The file, as POST /api/v1/files answered. */
  fileId: string | number;
  /** Approval of who issued it, up to 120 characters. */
  issuer?: string | null | undefined;
  /** Kind. */
  kind: string;
  /** Your lot. */
  lotId: string | number;
  /** Number on it, up to 60 characters. */
  number?: string | null | undefined;
  /** Whether whoever sees the lot sees it. */
  shown?: boolean;
};

/** What bidders see of the others; never who they are. */
export type AuctionDisplay =
  /** Also what they have to bid to lead. */
  | 'BEST_PRICE'
  /** Nothing but their own rank. */
  | 'RANK';

/** From when an extension counts. */
export type AuctionExtensionFrom =
  /** From the close that was. */
  | 'CLOSE'
  /** From the bid. */
  | 'RECEIPT';

/** Which auction. */
export type AuctionInput = {
  /** The auction. */
  auctionId: string | number;
};

/** How an auction goes. */
export type AuctionKind =
  /** The price rises until the first accepts it. */
  | 'DUTCH'
  /** Bids fall until the close. */
  | 'ENGLISH'
  /** The price falls while bidders stay. */
  | 'JAPANESE'
  /** Bidders speak in turns, the worst first; a bid is seen when its turn ends. */
  | 'ROUNDS';

/** When a late bid moves the close, and by how much. */
export type AuctionSoftCloseInput = {
  /** From when the seconds count. */
  countsFrom?: AuctionExtensionFrom;
  /** How often at most; 0 to 1,000. */
  extensionsMax: number;
  /** Seconds by which it is moved. */
  lengthSeconds: number;
  /** Only bids that come to this rank or better move it; any when absent. */
  lowestTriggeringRank?: number | null | undefined;
  /** Seconds after the first close at which it ends for good. */
  totalSecondsMax?: number | null | undefined;
  /** Seconds before the close in which a bid moves it. */
  triggerSeconds: number;
};

/** Where an auction stands. */
export type AuctionStatus =
  /** The lot is awarded. */
  | 'AWARDED'
  /** No bid is taken any more. */
  | 'CLOSED'
  /** Bids are taken, and the close was moved. */
  | 'EXTENDED'
  /** Its ledger is closed and published. */
  | 'FROZEN'
  /** Bids are taken. */
  | 'OPEN'
  /** All clocks stand. */
  | 'PAUSED'
  /** Who takes part sees it; it opens later. */
  | 'PREVIEW'
  /** It is announced. */
  | 'SCHEDULED'
  /** It was made void. */
  | 'VOIDED';

/** In what a step counts. */
export type AuctionStepBy =
  /** In the currency of the tender. */
  | 'AMOUNT'
  /** In per cent of what it is held against. */
  | 'PERCENT';

/** How much better a bid has to be; above zero. */
export type AuctionStepInput = {
  /** In what it counts. */
  by: AuctionStepBy;
  /** How much; per cent below 100. */
  value: string;
};

/** What is asked. */
export type AvailabilityInput = {
  /** A hard filter: only offers on one of these approval bases, the offer’s own or else its part’s; what is on none known does not pass. Since 0.2. */
  approvalBases?: Array<ApprovalBasis> | null | undefined;
  /** Also show prices in this currency, by your rates; orders stay in the offer's. Since 0.2. */
  displayCurrency?: string | null | undefined;
  /** 1 to 200 lines. */
  lines: Array<AvailabilityLineInput>;
  /** A hard filter over the units: only offers with some that are so; shelf life counts on needBy, else today. Since 0.2. */
  lots?: WantedLotInput | null | undefined;
};

/** One line: exactly one of partId, offerId and number. */
export type AvailabilityLineInput = {
  /** With number: code (CAGE) or name of the manufacturer. */
  manufacturer?: string | null | undefined;
  /** The day the goods must leave the supplier. */
  needBy?: string | null | undefined;
  /** A part number as written, or your own number. */
  number?: string | null | undefined;
  /** This offer alone. */
  offerId?: string | number | null | undefined;
  /** Every visible offer of this part. */
  partId?: string | number | null | undefined;
  /** How many order units, above zero. */
  quantity: string;
};

/** Why a line has no offer. */
export type AvailabilityProblemCode =
  /** There are offers, but none on an approval basis that you allow. */
  | 'BASIS_REFUSED'
  /** There are offers, but none with units that are as you want them. Since 0.2. */
  | 'LOT_REFUSED'
  /** Nobody offers the part to you. */
  | 'NO_OFFER'
  /** Several parts have this number: choose one. */
  | 'NUMBER_AMBIGUOUS'
  /** No part has this number. */
  | 'NUMBER_UNKNOWN'
  /** There is no such offer, or it is not yours to see. */
  | 'OFFER_UNKNOWN';

/** The agreements that come of it. */
export type AwardAgreementInput = {
  /** First day, not before the one that was published. */
  validFrom: string;
  /** Last day, not after the one that was published. */
  validTo: string;
};

/** How a tender may be awarded. */
export type AwardMode =
  /** Each lot whole or line by line. */
  | 'LINE'
  /** Each lot whole. */
  | 'LOT'
  /** Each lot whole or by fixed shares. */
  | 'SHARES';

/** What a decision means for a bidder. */
export type AwardNoticeOutcome =
  /** He gets the lot or a part of it. */
  | 'AWARDED'
  /** He gets nothing of it. */
  | 'NOT_AWARDED';

/** What comes of an award at once. */
export type AwardProduct =
  /** Agreements with them. */
  | 'AGREEMENTS'
  /** Nothing yet. */
  | 'NOTHING'
  /** Orders at the awarded prices. */
  | 'ORDERS';

/** What becomes of a lot. */
export type AwardShape =
  /** Line by line, as `lines` say. */
  | 'LINES'
  /** It goes whole to `bidId`. */
  | 'LOT'
  /** Nobody gets it. */
  | 'NONE'
  /** By the published shares, to `bidIds` or by rank. */
  | 'SHARES';

/** What becomes of lots. */
export type AwardTenderInput = {
  /** With AGREEMENTS. */
  agreement?: AwardAgreementInput | null | undefined;
  /** With ORDERS: cost centre. */
  costReference?: string | null | undefined;
  /** Its `edits` as they were read. */
  expectedVersion: number;
  /** A key of yours, up to 255 characters; the same key awards once. */
  idempotencyKey: string;
  /** Each lot once. */
  lots: Array<LotAwardInput>;
  /** What comes of it at once. ORDERS need order:place too. */
  makes?: AwardProduct;
  /** With ORDERS: that you take what cannot be cancelled or sent back as such. */
  ncnrAccepted?: boolean;
  /** With ORDERS: a site of yours, for lines that name none. */
  shipToSiteId?: string | number | null | undefined;
  /** The tender. */
  tenderId: string | number;
};

/** What you must know about a line before you order it. */
export type BasketNotice =
  /** Below this quantity there is no price. */
  | 'BELOW_SMALLEST_BREAK'
  /** The price is an estimate: needs your tick. */
  | 'BUDGET_NOT_ACCEPTED'
  /** Sold in exchange: you will owe a core on terms that you have not accepted. */
  | 'CORE_NOT_ACCEPTED'
  /** No longer sold in exchange: no core is taken. */
  | 'EXCHANGE_WITHDRAWN'
  /** Too few free units are as the line requires them. */
  | 'LOT_MISSING'
  /** Neither cancellable nor returnable: needs your tick. */
  | 'NCNR_NOT_ACCEPTED'
  /** No price holds today. */
  | 'NO_PRICE'
  /** The offer is withdrawn: take the line out. */
  | 'OFFER_WITHDRAWN'
  /** Sold from stock only, and there is less than wanted. */
  | 'OUT_OF_STOCK'
  /** The price is another one than you saw. */
  | 'PRICE_CHANGED'
  /** The quantity keeps neither minimum nor multiple; the nearest ones are given. */
  | 'QUANTITY_OFF_PACK';

/** An offer to put into a basket. */
export type BasketOfferInput = {
  /** How far the supplier may substitute the part. Since 0.2. */
  alternatesConsent?: AlternatesConsent;
  /** The tick of a line whose price is an estimate. Since 0.2. */
  budgetAccepted?: boolean;
  /** The tick of a non-cancellable, non-returnable line. */
  ncnrAccepted?: boolean;
  /** When you need it. */
  needBy?: string | null | undefined;
  /** Note to the supplier. */
  note?: string | null | undefined;
  /** The offer. */
  offerId: string | number;
  /** In order units; added when the offer is in the basket already. */
  quantity: string;
  /** What its units must be, and their papers; absent leaves what the line says. Since 0.2. */
  requires?: LineRequirementsInput | null | undefined;
};

/** Which value is the better one. */
export type BestValue =
  /** The highest. */
  | 'HIGHEST'
  /** The lowest. */
  | 'LOWEST';

/** What comes on top for the whole line, shown by itself. */
export type BidAddendInput = {
  /** In the currency of the bid. */
  amount: string;
  /** What for. */
  kind: BidAddendKind;
};

/** What comes on top of a price. */
export type BidAddendKind =
  /** Another charge. */
  | 'CHARGE'
  /** What the delivery term of the tender costs beside that of the bid. */
  | 'DELIVERY_TERM'
  /** Duty. */
  | 'DUTY'
  /** Freight. */
  | 'FREIGHT'
  /** Handling. */
  | 'HANDLING'
  /** Insurance. */
  | 'INSURANCE';

/** Another part in place of what is asked for. */
export type BidAlternateInput = {
  /** What it is, up to 300 characters. */
  description: string;
  /** Its number, up to 70 characters. */
  number?: string | null | undefined;
  /** The part, when it is known here. */
  partId?: string | number | null | undefined;
};

/** The answer to a criterion; one of the four. */
export type BidAnswerInput = {
  /** COST: in the tender's currency. */
  amount?: string | null | undefined;
  /** Id of the criterion. */
  criterionId: string;
  /** FEATURE: name of the option. */
  option?: string | null | undefined;
  /** MANDATORY. */
  passed?: boolean | null | undefined;
  /** SCORED, WORTH. */
  score?: string | null | undefined;
};

/** A price from a quantity on, for the whole quantity. */
export type BidBreakInput = {
  /** For the basis of the price. */
  amount: string;
  /** Units of the tender. */
  from: string;
};

/** What a bid says. */
export type BidContentInput = {
  /** One for each criterion. */
  answers?: Array<BidAnswerInput>;
  /** That of the tender, or one of its rates. */
  currency: string;
  /** Incoterm with its place, up to 160 characters. */
  deliveryTerm: string;
  /** Each line once; up to 500. */
  lines: Array<BidLineInput>;
  /** Up to 4,000 characters. */
  note?: string | null | undefined;
  /** Days until payment; 0 to 365. */
  paymentDays: number;
  /** Until when it binds. */
  validUntil?: string | null | undefined;
};

/** A part of a sealed bid; opened in this order. */
export type BidEnvelope =
  /** Prices. */
  | 'COMMERCIAL'
  /** Answers that must be. */
  | 'QUALIFICATION'
  /** Answers that are scored. */
  | 'TECHNICAL'
  /** The bid whole, where it has one envelope. */
  | 'WHOLE';

/** Price units in one unit of the tender, as a ratio. */
export type BidFactorInput = {
  /** Above zero. */
  denominator: string;
  /** Above zero. */
  numerator: string;
};

/** What is offered for a line. */
export type BidLineInput = {
  /** Up to 20. */
  addends?: Array<BidAddendInput>;
  /** Another part, where the line allows it. */
  alternate?: BidAlternateInput | null | undefined;
  /** Rising; up to 20. */
  breaks?: Array<BidBreakInput>;
  /** Conditions, up to 2,000 characters. */
  conditions?: string | null | undefined;
  /** Needed where the price counts in another unit. */
  factor?: BidFactorInput | null | undefined;
  /** Days from the order. */
  leadDays?: number | null | undefined;
  /** The line. */
  lineId: string | number;
  /** The largest. */
  maxQuantity?: string | null | undefined;
  /** The least quantity that is sold so. */
  minQuantity?: string | null | undefined;
  /** An offer of the bidder by which the line can be ordered. */
  offerId?: string | number | null | undefined;
  /** The price, where no break is reached. */
  price: BidPriceInput;
};

/** A price in the currency of the bid. */
export type BidPriceInput = {
  /** For the whole basis; above zero. */
  amount: string;
  /** How many units it is for. */
  basis?: string;
  /** The unit it counts in. */
  unit: string;
};

/** Points for one bid in one criterion. */
export type BidScoreInput = {
  /** The bid. */
  bidId: string | number;
  /** The criterion. */
  criterionId: string;
  /** Why; up to 1,000 characters. */
  note?: string | null | undefined;
  /** Of MANDATORY. */
  passed?: boolean | null | undefined;
  /** Of SCORED and WORTH: 0 to their full points. */
  score?: string | null | undefined;
};

/** What a bidder did. */
export type BidStep =
  /** Confirmed after an amendment. */
  | 'CONFIRMED'
  /** Submitted or replaced. */
  | 'SUBMITTED'
  /** Withdrew. */
  | 'WITHDRAWN';

/** Which core you no longer wait for. */
export type BillCoreInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Why; up to 500 characters. */
  reason: string;
  /** The core or repair. */
  rotableId: string | number;
};

/** Which look. */
export type BreakGlassInput = {
  /** The look. */
  breakGlassId: string | number;
};

/** What the price of a break holds for. */
export type BreakMode =
  /** The units from the break on; those before keep the price of theirs. */
  | 'GRADUATED'
  /** The whole quantity. */
  | 'WHOLE';

/** What reaches a break. */
export type BreakScope =
  /** Each line alone. */
  | 'LINE'
  /** All lines with the offer together, in one question or order. */
  | 'ORDER';

/** What the quantities of breaks count. */
export type BreakUnit =
  /** Order units. */
  | 'ORDER'
  /** Price units. */
  | 'PRICE';

/** A day that differs, or no longer does. */
export type CalendarDayInput = {
  /** The day. */
  day: string;
  /** How it differs. */
  kind?: CalendarDayKind;
  /** Up to 120 characters. */
  name?: string | null | undefined;
};

/** How a day differs from the week. */
export type CalendarDayKind =
  /** Nobody works. */
  | 'CLOSED'
  /** It is worked. */
  | 'OPEN'
  /** It does not differ: takes an exception away. */
  | 'WEEK';

/** Which award is taken back. */
export type CancelAwardInput = {
  /** The award. */
  awardId: string | number;
  /** Why; up to 500 characters. */
  reason: string;
};

/** What to cancel or close, and why. */
export type CancelOrderInput = {
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** Numbers of lines; all of them when absent. */
  lineNumbers?: Array<string> | null | undefined;
  /** The order. */
  orderId: string | number;
  /** Why, 1 to 500 characters. */
  reason: string;
};

/** Which repair is called off. */
export type CancelRepairInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Why; up to 500 characters. */
  reason: string;
  /** The core or repair. */
  rotableId: string | number;
};

/** Which tender is called off. */
export type CancelTenderInput = {
  /** Why; up to 2,000 characters. Bidders read it. */
  reason: string;
  /** The tender. */
  tenderId: string | number;
};

/** Which request, and why. */
export type CancelUrgentInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Why. */
  reason: string;
  /** The request. */
  requestId: string | number;
};

/** A category that is shown to others than the rest. */
export type CategoryShownInput = {
  /** The category as your catalogue names it. */
  category: string;
  /** Whom it is shown. */
  shownTo: ShownToInput;
};

/** What a review looks at. */
export type CertificateCheckItem =
  /** The approval of the issuer is valid. */
  | 'APPROVAL_NUMBER'
  /** It is dated. */
  | 'DATE'
  /** Both release blocks are filled in. */
  | 'DUAL_RELEASE'
  /** The part number is that of the line. */
  | 'PART_NUMBER'
  /** The quantity is right. */
  | 'QUANTITY'
  /** The serial or lot is that of the unit. */
  | 'SERIAL'
  /** It is signed. */
  | 'SIGNATURE'
  /** The status block says what the unit is. */
  | 'STATUS_BLOCK';

/** How a file was judged. */
export type CertificateFileStatus =
  /** Accepted. */
  | 'ACCEPTED'
  /** Not yet. */
  | 'ATTACHED'
  /** Refused. */
  | 'REFUSED';

/** What is odd about a file. */
export type CertificateFlag =
  /** Dated in the future. */
  | 'DATED_IN_FUTURE'
  /** A release certificate without its day. */
  | 'DATE_MISSING'
  /** Both release blocks are required. */
  | 'DUAL_RELEASE_MISSING'
  /** A release certificate without the approval of who issued it. */
  | 'ISSUER_MISSING'
  /** Another lot than the line has taken. */
  | 'LOT_DIFFERS'
  /** A release certificate without its number. */
  | 'NUMBER_MISSING'
  /** Another part number than the line has. */
  | 'PART_DIFFERS'
  /** More than the line orders. */
  | 'QUANTITY_ABOVE_LINE'
  /** More than the line has of the lot. */
  | 'QUANTITY_ABOVE_LOT'
  /** Another serial than the line has taken. */
  | 'SERIAL_DIFFERS';

/** A certificate that you require of all you order. */
export type CertificateNeedInput = {
  /** Whether both release blocks are required. */
  dualRelease?: boolean;
  /** Kind. */
  kind: string;
  /** Of this supplier; null: of every one. */
  supplierId?: string | number | null | undefined;
};

/** A party of the order. */
export type CertificateSide =
  /** Who ordered. */
  | 'BUYER'
  /** Who delivers. */
  | 'SUPPLIER';

/** By whose word a certificate is required. */
export type CertificateSource =
  /** The agreement says so. */
  | 'AGREEMENT'
  /** The buyer requires it of all he orders. */
  | 'BUYER'
  /** A rule on dangerous goods, shelf life or export asks for it. */
  | 'GATE'
  /** The line says so. */
  | 'LINE';

/** How far a required certificate is. */
export type CertificateStatus =
  /** Accepted files cover the line. */
  | 'ACCEPTED'
  /** A file waits for its review. */
  | 'ATTACHED'
  /** Whoever brings it has promised it. */
  | 'PROMISED'
  /** The last file was refused. */
  | 'REFUSED'
  /** Required, nothing is said about it. */
  | 'REQUIRED'
  /** The buyer does without it. */
  | 'WAIVED';

/** A certificate of an order. */
export type CertificateStepInput = {
  /** The certificate. */
  certificateId: string | number;
  /** The order. */
  orderId: string | number;
};

/** Which decision is challenged. */
export type ChallengeAwardInput = {
  /** Why; up to 4,000 characters. The buyer reads it. */
  reason: string;
  /** Its standstill. */
  standstillId: string | number;
};

/** What became of a challenge. */
export type ChallengeDecision =
  /** The decision was taken back otherwise. */
  | 'LAPSED'
  /** The standstill goes on. */
  | 'REJECTED'
  /** The awards are taken back, and the lot is evaluated again. */
  | 'UPHELD';

/** What shall be different about a basket line; absent fields stay. */
export type ChangeBasketLineInput = {
  /** Takes the core that you will owe as seen: that of `exchangeSeen`, or that it is none. Since 0.2. */
  acceptCore?: boolean;
  /** Takes the price that holds now as seen. */
  acceptPrice?: boolean;
  /** How far the supplier may substitute the part. Since 0.2. */
  alternatesConsent?: AlternatesConsent | null | undefined;
  /** The basket. */
  basketId: string | number;
  /** The tick of a line whose price is an estimate. Since 0.2. */
  budgetAccepted?: boolean | null | undefined;
  /** With `acceptCore`: the terms that you have read. Since 0.2. */
  exchangeSeen?: ExchangeSeenInput | null | undefined;
  /** The line. */
  lineId: string | number;
  /** The tick of a non-cancellable, non-returnable line. */
  ncnrAccepted?: boolean | null | undefined;
  /** null takes the day away. */
  needBy?: string | null | undefined;
  /** null takes the note away. */
  note?: string | null | undefined;
  /** In order units. */
  quantity?: string | null | undefined;
  /** What its units must be, and their papers; null takes it away. Since 0.2. */
  requires?: LineRequirementsInput | null | undefined;
};

/** Another name and note. */
export type ChangeBuyerGroupInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Which group. */
  groupId: string | number;
  /** 1 to 120 characters. */
  name: string;
  /** What it is for, up to 500 characters. */
  note?: string | null | undefined;
};

/** Settings of a catalogue; what is absent stays. */
export type ChangeCatalogueInput = {
  /** Which one. */
  catalogueId: string | number;
  /** Currency of prices that name none. */
  currency?: string | null | undefined;
  /** The revision that was read. */
  expectedRevision: number;
  /** Who made the part of a row that names nobody. */
  maker?: MakerInput | null | undefined;
  /** 1 to 120 characters. */
  name?: string | null | undefined;
  /** 0 to 100. */
  withdrawPercentMax?: string | null | undefined;
};

/** What a manufacturer is; absent fields stay. */
export type ChangeManufacturerInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Whether it issues standards rather than makes parts. */
  issuingBody?: boolean | null | undefined;
  /** The manufacturer. */
  manufacturerId: string | number;
  /** Name shown, 1 to 120 characters. */
  name?: string | null | undefined;
  /** Since when. */
  succeededOn?: string | null | undefined;
  /** Who goes on with its business; null: nobody. */
  successorId?: string | number | null | undefined;
};

/** The roles a member shall have. */
export type ChangeMemberRolesInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** The membership. */
  memberId: string | number;
  /** All his roles, up to 20. */
  roles: Array<string>;
};

/** Which partnership, and what to do with it. */
export type ChangePartnershipInput = {
  /** The buyer. */
  buyerId: string | number;
  /** The version that was read. */
  expectedVersion: number;
  /** What to do. */
  move: PartnershipChange;
  /** The supplier. */
  supplierId: string | number;
};

/** The old password and the new one. */
export type ChangePasswordInput = {
  /** The present one. */
  currentPassword: string;
  /** The new one, 12 to 128 characters. */
  password: string;
};

/** How urgent it is now. */
export type ChangePriorityInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** A code of `priorities` that has deadlines. */
  priority: string;
  /** Why; a downgrade needs it. */
  reason?: string | null | undefined;
  /** The request. */
  requestId: string | number;
};

/** The draft as it is to be. */
export type ChangeTenderInput = {
  /** Its `edits` as they were read. */
  expectedVersion: number;
  /** Terms and lines, whole. */
  tender: TenderInput;
  /** The tender. */
  tenderId: string | number;
};

/** What is other than before; what is absent stays. */
export type ChangeTenderLineInput = {
  /** Whether another part may be offered. */
  alternatesAllowed?: boolean | null | undefined;
  /** What is wanted. */
  description?: string | null | undefined;
  /** The line. */
  lineId: string | number;
  /** By when. */
  needBy?: string | null | undefined;
  /** How much. */
  quantity?: string | null | undefined;
  /** Revision of its drawing. */
  revision?: string | null | undefined;
};

/** What a charge is counted by. */
export type ChargeBase =
  /** Once per order line. */
  | 'LINE'
  /** Once per order. */
  | 'ORDER'
  /** Per order unit, begun ones whole. */
  | 'PACKAGE';

/** When a charge falls due. */
export type ChargeCondition =
  /** With every such line or order. */
  | 'ALWAYS'
  /** With dangerous goods. */
  | 'HAZMAT'
  /** When a line asks for it by its code: a certificate, cutting, handling for an aircraft on ground. */
  | 'ON_REQUEST'
  /** When the goods of an order are worth less than `below`. */
  | 'ORDER_BELOW';

/** A charge beside the prices. */
export type ChargeRuleInput = {
  /** How much, in `currency`. */
  amount: string;
  /** When it falls due. */
  applies?: ChargeCondition;
  /** With ORDER_BELOW, which counts per ORDER: the value of goods. */
  below?: string | null | undefined;
  /** On goods of this category; absent: on all. */
  category?: string | null | undefined;
  /** Code, 1 to 40 characters. */
  code: string;
  /** It reaches prices in this currency. */
  currency: string;
  /** What it is counted by. */
  per: ChargeBase;
  /** First day. */
  validFrom: string;
  /** Last day. */
  validTo: string;
};

/** Of which decision contracts are made. */
export type ConcludeAwardInput = {
  /** Other days of the agreements than were chosen. */
  agreement?: AwardAgreementInput | null | undefined;
  /** That nothing is made here, though orders or agreements were meant. */
  makesNothing?: boolean;
  /** With orders: whether you take what cannot be cancelled or sent back as such; null: as it was decided. */
  ncnrAccepted?: boolean | null | undefined;
  /** Another site to which orders go than was chosen. */
  shipToSiteId?: string | number | null | undefined;
  /** Its standstill. */
  standstillId: string | number;
};

/** Which bid stands as it is. */
export type ConfirmBidInput = {
  /** Versions that were seen: `seq` of the bid, or `edits` of the draft; 0 before the first. */
  expectedVersion: number;
  /** The lot. */
  lotId: string | number;
  /** The tender. */
  tenderId: string | number;
  /** The version of the tender that was read. */
  tenderVersion: number;
};

/** The link. */
export type ConfirmEmailChangeInput = {
  /** What stands behind `#token=` in the link. */
  token: string;
};

/** The supplier's answer. */
export type ConfirmOrderInput = {
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** For every line that is not named. */
  header?: HeaderAnswer | null | undefined;
  /** Up to 255 characters; the same key and answer are taken once. */
  idempotencyKey?: string | null | undefined;
  /** Answers line by line. */
  lines?: Array<AnsweredLineInput> | null | undefined;
  /** The order. */
  orderId: string | number;
  /** Why, for a rejection. */
  reason?: string | null | undefined;
  /** Your own number of the order. */
  supplierNumber?: string | null | undefined;
};

/** The key of one envelope. */
export type ContentKeyInput = {
  /** The bid. */
  bidId: string | number;
  /** Its content key; null: it could not be unwrapped. */
  contentKey?: string | null | undefined;
};

/** What a content of a part is. */
export type ContentKind =
  /** A certificate of the part itself, such as of its type. */
  | 'CERTIFICATE'
  /** A datasheet. */
  | 'DATASHEET'
  /** A drawing. */
  | 'DRAWING'
  /** A manual. */
  | 'MANUAL'
  /** A picture, shown in pages. */
  | 'PICTURE'
  /** A safety data sheet. */
  | 'SAFETY_DATA_SHEET';

/** What a core is billed at that never came back as it should. */
export type CoreBilling =
  /** At its value, beside the exchange fee. */
  | 'CORE_VALUE'
  /** At the outright price, in the place of the exchange fee. */
  | 'OUTRIGHT';

/** Why a core is no good. */
export type CoreRejection =
  /** It is beyond economical repair; it is billed at once. */
  | 'BEYOND_REPAIR'
  /** It was damaged by misuse or on its way. */
  | 'DAMAGED'
  /** Something is missing. */
  | 'INCOMPLETE'
  /** Its papers are missing. */
  | 'NO_TRACE'
  /** As the reason says. */
  | 'OTHER'
  /** It is another part. */
  | 'WRONG_PART';

/** Corrections of your stock; all or none. */
export type CorrectStockInput = {
  /** Makes a repeated call harmless; 1 to 200 characters. */
  idempotencyKey: string;
  /** 1 to 200 corrections. */
  lines: Array<StockCorrectionLineInput>;
};

/** What was wrong with an identity. */
export type CorrectionKind =
  /** Two parts are one. */
  | 'MERGE'
  /** What one supplier offers as a part is another. */
  | 'SPLIT';

/** Why a quantity is corrected. */
export type CorrectionReason =
  /** It was counted. */
  | 'COUNT'
  /** It is damaged. */
  | 'DAMAGE'
  /** It cannot be found. */
  | 'LOSS'
  /** As the note says. */
  | 'OTHER'
  /** Goods came in. */
  | 'RECEIPT'
  /** Goods came back. */
  | 'RETURN'
  /** It was scrapped. */
  | 'SCRAP';

/** A new key. */
export type CreateApiKeyInput = {
  /** When it ends, within two years; absent: in a year. */
  expiresAt?: string | null | undefined;
  /** What it is for, 1 to 100 characters. */
  name: string;
  /** Permissions that one has oneself, as thing:verb. */
  scopes: Array<string>;
};

/** A new basket. */
export type CreateBasketInput = {
  /** A name that you have not used, 1 to 80 characters. */
  name: string;
};

/** A new group. */
export type CreateBuyerGroupInput = {
  /** 1 to 120 characters. */
  name: string;
  /** What it is for, up to 500 characters. */
  note?: string | null | undefined;
};

/** A new catalogue. */
export type CreateCatalogueInput = {
  /** Currency of prices that name none. */
  currency: string;
  /** Absent: files name the manufacturer. */
  maker?: MakerInput | null | undefined;
  /** 1 to 120 characters. */
  name: string;
  /** Whom its offers will be shown; nobody when absent. Since 0.2. */
  shownTo?: ShownToInput | null | undefined;
  /** 0 to 100; 5 when absent. */
  withdrawPercentMax?: string | null | undefined;
};

/** A new organisation and its first administrator. */
export type CreateOrganizationInput = {
  /** Who is invited to be its first administrator. */
  adminEmail?: string | null | undefined;
  /** Language of that letter: en, zh-CN or zh-TW. */
  adminLocale?: string | null | undefined;
  /** CAGE or NCAGE code. */
  cage?: string | null | undefined;
  /** Seat. */
  country: string;
  /** Currency it counts in. */
  currency: string;
  /** D-U-N-S number, 9 digits. */
  duns?: string | null | undefined;
  /** GLN, 13 digits. */
  gln?: string | null | undefined;
  /** 1 to 200 characters. */
  name: string;
  /** Peppol participant id such as 0088:4006381333931. */
  peppolId?: string | null | undefined;
  /** At least one. */
  roles: Array<OrganizationRole>;
};

/** What a criterion asks for. */
export type CriterionKind =
  /** Money, over the life of what is bought. */
  | 'COST'
  /** One of the options. */
  | 'FEATURE'
  /** Yes, or the bid is refused. */
  | 'MANDATORY'
  /** Points, weighted. */
  | 'SCORED'
  /** Points that are worth money. */
  | 'WORTH';

/** A value of a feature that may be chosen. */
export type CriterionOptionInput = {
  /** Letters, digits, hyphens; up to 40. */
  name: string;
  /** 0 to 0.3. */
  value: string;
};

/** What becomes of a challenge. */
export type DecideChallengeInput = {
  /** Why; up to 4,000 characters. The challenger reads it. */
  answer: string;
  /** The challenge. */
  challengeId: string | number;
  /** Whether it is upheld and the awards are taken back. */
  upheld: boolean;
};

/** Your word about your interests in a tender. */
export type DeclareInterestsInput = {
  /** Whether anything binds you to a bidder. */
  hasConflict: boolean;
  /** In words, up to 1,000 characters. */
  note?: string | null | undefined;
  /** The tender. */
  tenderId: string | number;
};

/** For which tender you do not bid. */
export type DeclineTenderInput = {
  /** Why; up to 500 characters. The buyer reads it. */
  reason?: string | null | undefined;
  /** The tender. */
  tenderId: string | number;
};

/** Which basket. */
export type DeleteBasketInput = {
  /** The basket. */
  basketId: string | number;
};

/** How a try to deliver ended. */
export type DeliveryAttemptOutcome =
  /** The partner took it. */
  | 'DELIVERED'
  /** The partner answered that it does not take it. */
  | 'REFUSED'
  /** The answer could not be understood. */
  | 'REPLY_UNREADABLE'
  /** No whole answer in time. */
  | 'TIMED_OUT'
  /** No connection. */
  | 'UNREACHABLE';

/** Incoterms 2020 with a named place. */
export type DeliveryTermsInput = {
  /** Three letters, such as FCA. */
  code: string;
  /** The named place. */
  place: string;
};

/** Whose desk. */
export type DeskSide =
  /** What you asked for. */
  | 'BUY'
  /** What you are asked for. */
  | 'SELL';

/** One row of a discount matrix. */
export type DiscountRuleInput = {
  /** Category of customers, 1 to 40 characters. */
  customerCategory: string;
  /** Percent, 0 to 100 with at most 4 places. */
  discountPercent: string;
  /** Category of goods as your catalogue names it. */
  productCategory: string;
  /** First day. */
  validFrom: string;
  /** Last day. */
  validTo: string;
};

/** How bad a finding in a document is. */
export type DocumentProblemSeverity =
  /** The document must not be acted on. */
  | 'ERROR'
  /** Worth knowing. */
  | 'INFO'
  /** Acted on, but somebody should look. */
  | 'WARNING';

/** A draft, and where more lines come from: one source at most. */
export type DraftTenderInput = {
  /** A basket of yours. */
  basketId?: string | number | null | undefined;
  /** Lines of a file: part number, quantity, manufacturer; up to 300,000 characters. */
  csv?: string | null | undefined;
  /** A past tender of yours. */
  fromTenderId?: string | number | null | undefined;
  /** Terms and lines. */
  tender: TenderInput;
};

/** An earlier end. */
export type EndAgreementInput = {
  /** One of your agreements as supplier. */
  agreementId: string | number;
  /** Its last day, today or later. */
  lastDay: string;
  /** Why, 1 to 500 characters; the buyer reads it. */
  reason: string;
};

/** A number that shall no longer hold. */
export type EndAliasInput = {
  /** The number. */
  aliasId: string | number;
};

/** Which group ends. */
export type EndBuyerGroupInput = {
  /** Which group. */
  groupId: string | number;
};

/** Which. */
export type EndGateRuleInput = {
  /** Its code. */
  code: string;
};

/** What became of an envelope. */
export type EnvelopeOutcome =
  /** It is open, and proven to be what was sealed. */
  | 'OPENED'
  /** It does not open, or says nothing that could be bid. */
  | 'UNOPENABLE';

/** Whether an envelope lets the next be opened. */
export type EnvelopeVerdict =
  /** The next stays sealed for ever. */
  | 'FAILED'
  /** It does. */
  | 'PASSED';

/** What is ranked. */
export type EvaluateTenderInput = {
  /** Only this lot. */
  lotId?: string | number | null | undefined;
  /** The tender. */
  tenderId: string | number;
};

/** Where a document stands. */
export type ExchangeDocumentState =
  /** Applied once. */
  | 'APPLIED'
  /** Given up. */
  | 'DEAD'
  /** Nothing to do, such as an acknowledgement of an acknowledgement. */
  | 'IGNORED'
  /** Waits to be sent. */
  | 'QUEUED'
  /** Read, not applied. */
  | 'RECEIVED'
  /** Refused; its problems say why. */
  | 'REFUSED'
  /** Sent. */
  | 'SENT';

/** A language of ERP documents. */
export type ExchangeFormat =
  /** cXML 1.2. */
  | 'CXML'
  /** UN/EDIFACT D.96A or D.01B. */
  | 'EDIFACT'
  /** openTRANS 2.1. */
  | 'OPENTRANS'
  /** UBL 2.1 as Peppol BIS Ordering 3 uses it. */
  | 'UBL'
  /** ASC X12 004010. */
  | 'X12';

/** The core that you saw you will owe; refused when the terms have changed. */
export type ExchangeSeenInput = {
  /** Days until the core is due. */
  coreDays: number;
  /** What the core is worth. */
  coreValue: string;
  /** Currency of the terms. */
  currency: string;
  /** Version of the terms. */
  version: number;
};

/** How documents reach the ERP. */
export type ExchangeTransport =
  /** Laid into a folder that the ERP empties, and taken from one that it fills. */
  | 'FOLDER'
  /** Posted to its endpoint. */
  | 'HTTP';

/** Until when the buyer has time. */
export type ExtendCoreInput = {
  /** Until the end of this day of yours; later than the due date. */
  dueOn: string;
  /** The version that was read. */
  expectedVersion: number;
  /** Why; up to 500 characters. */
  reason: string;
  /** The core or repair. */
  rotableId: string | number;
};

/** That the shares were joined. */
export type FinishRehearsalInput = {
  /** Content key of the rehearsal's envelope. */
  contentKey: string;
  /** The session. */
  sessionId: string | number;
};

/** The certificate of the repair. */
export type FinishRepairInput = {
  /** Kind of the certificate, such as FAA 8130-3, EASA Form 1; up to 40 characters. */
  certificate: string;
  /** Its number, up to 60 characters. */
  certificateNumber: string;
  /** The version that was read. */
  expectedVersion: number;
  /** The core or repair. */
  rotableId: string | number;
};

/** How bids become one number each, F1 to F13 of the reference. */
export type FormulaKind =
  /** F7: quality and the place between two prices. */
  | 'ABSOLUTE_LIMITS'
  /** F8: price less what the quality is worth. */
  | 'AWARD_ON_VALUE'
  /** F2: price by a coefficient of features. */
  | 'FEATURES'
  /** F3: price and all cost answers. */
  | 'LIFE_CYCLE_COST'
  /** F9: quality and the logarithm of the price. */
  | 'LOGARITHMIC'
  /** F1: the price itself. */
  | 'LOWEST_PRICE'
  /** F4: F2 and F3 together, to two places. */
  | 'MIXED'
  /** F6: quality and the ratio to the best price. Relative. */
  | 'RELATIVE_LOW_BID'
  /** F12: the power mean of quality and price. */
  | 'SUPER_FORMULA'
  /** F11: a price corrected by quality. Relative. */
  | 'UTILITY_INDEX'
  /** F10: quality by price. */
  | 'VALUE_FOR_MONEY'
  /** F13: price per point of the weighted score. */
  | 'WEIGHTED_SCORE';

/** What a rule is about. */
export type GateKind =
  /** Export class and destination. */
  | 'EXPORT'
  /** Dangerous goods. */
  | 'HAZMAT'
  /** Shelf life at delivery. */
  | 'SHELF_LIFE';

/** What a rule does where it bites. */
export type GateOutcome =
  /** The line waits until a document was accepted, or somebody releases it. */
  | 'DOCUMENT'
  /** The line waits until somebody releases it. */
  | 'HOLD'
  /** The order is not placed. */
  | 'REFUSE';

/** Why a rule decided so. */
export type GateReason =
  /** Hazard class. */
  | 'CLASS'
  /** Export class. */
  | 'ECCN'
  /** Of an export class that nobody knows. */
  | 'ECCN_UNKNOWN'
  /** Dangerous, of a class or number that nobody knows. */
  | 'HAZARD_UNKNOWN'
  /** Its conditions are not met. */
  | 'NOT_MET'
  /** Too little shelf life is left on the day of need. */
  | 'SHELF_LIFE_SHORT'
  /** Nobody knows how much is left. */
  | 'SHELF_LIFE_UNKNOWN'
  /** UN number. */
  | 'UN_NUMBER';

/** What a rule decided of a line. */
export type GateResult =
  /** It asks for a document. */
  | 'DOCUMENT'
  /** It holds the line. */
  | 'HOLD'
  /** It does not bite. */
  | 'PASS';

/** Where a decision stands. */
export type GateStatus =
  /** The line waits. */
  | 'OPEN'
  /** Nothing to do. */
  | 'PASSED'
  /** A person let it pass, with a reason. */
  | 'RELEASED'
  /** The document was accepted. */
  | 'SATISFIED';

/** For whom a rule speaks. */
export type GateVoice =
  /** A buyer: it binds his own orders, and nobody else sees it. */
  | 'BUYER'
  /** The operator: it binds every order. */
  | 'OPERATOR'
  /** A supplier: it binds the orders he gets. */
  | 'SUPPLIER';

/** Your points for bids on a lot. */
export type GivePointsInput = {
  /** The lot. */
  lotId: string | number;
  /** 1 to 1,000; a later one replaces yours before. */
  scores: Array<BidScoreInput>;
  /** The tender. */
  tenderId: string | number;
};

/** Your share. */
export type HandInShareInput = {
  /** Your key. */
  keyId: string | number;
  /** The share, sealed to the key of the session. */
  sealed: string;
  /** The session. */
  sessionId: string | number;
};

/** What a supplier says of all lines that he does not name. */
export type HeaderAnswer =
  /** As they were asked for. */
  | 'ACCEPTED'
  /** He has the order; nothing is promised. */
  | 'RECEIVED'
  /** None of what is open. */
  | 'REJECTED';

/** A share for a holder's key. */
export type HeldShareInput = {
  /** The key. */
  keyId: string | number;
  /** Officers from 1, the recovery share behind them; a deputy as his officer. */
  position: number;
  /** As what. */
  role: ShareHolderRole;
  /** The share, sealed to that key. */
  sealed: string;
};

/** Which basket. */
export type HoldBasketInput = {
  /** The basket. */
  basketId: string | number;
  /** Makes a repeated call harmless; 1 to 255 characters. */
  idempotencyKey: string;
};

/** Which side of holds you look from. */
export type HoldSide =
  /** Holds that you have. */
  | 'BUYER'
  /** Holds on your stock. */
  | 'SUPPLIER';

/** What became of a hold; only HELD leads on, and once. */
export type HoldStatus =
  /** An order line has used it up. */
  | 'CONSUMED'
  /** Its time was over. */
  | 'EXPIRED'
  /** The stock is set aside until expiresAt. */
  | 'HELD'
  /** A party gave it back before its time. */
  | 'RELEASED';

/** What holds stock for a time. */
export type HolderKind =
  /** An order that waits for its approval. */
  | 'APPROVAL'
  /** A basket of a buyer. */
  | 'BASKET'
  /** A name, such as that of an aircraft on ground; the order follows. */
  | 'NAMED'
  /** A quote that was given. */
  | 'QUOTE';

/** Rates as CSV. */
export type ImportExchangeRatesInput = {
  /** Header from, to, rate, source, date (or valid_from, valid_to, kind, partner), then up to 1,000 lines; up to 200,000 characters. */
  csv: string;
};

/** One receipt. */
export type InboundLineInput = {
  /** When it comes; needed unless quantity is 0. */
  expectedOn?: string | null | undefined;
  /** Where it comes in, 1 to 40 characters. */
  location: string;
  /** The offer; or give supplierPart. */
  offerId?: string | number | null | undefined;
  /** Order units; 0 takes it off the list. */
  quantity: string;
  /** Your name of it, such as a purchase order; 1 to 60 characters. */
  reference: string;
  /** Your own part number; or give offerId. */
  supplierPart?: string | null | undefined;
};

/** Terms of delivery. */
export type IncotermInput = {
  /** The rule: EXW, FCA, FAS, FOB, CFR, CIF, CPT, CIP, DAP, DPU, DDP, or an older one. */
  code: string;
  /** Its edition. */
  edition?: number;
  /** The named place, 1 to 120 characters. */
  place: string;
};

/** What you found. */
export type InspectCoreInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Up to 2,000 characters. */
  findings: string;
  /** The core or repair. */
  rotableId: string | number;
};

/** Whom to invite. */
export type InviteMemberInput = {
  /** E-mail address. */
  email: string;
  /** Language of the letter: en, zh-CN or zh-TW. */
  locale?: string;
  /** Names of roles, at least one. */
  roles: Array<string>;
};

/** Who is invited. */
export type InviteSuppliersInput = {
  /** 1 to 200 suppliers. */
  supplierIds: Array<string | number>;
  /** The tender. */
  tenderId: string | number;
};

/** Whether you take the core. */
export type JudgeCoreInput = {
  /** Whether it settles the exchange. */
  accept: boolean;
  /** The version that was read. */
  expectedVersion: number;
  /** Without accept; up to 500 characters. */
  reason?: string | null | undefined;
  /** Without accept. */
  reasonCode?: CoreRejection | null | undefined;
  /** The core or repair. */
  rotableId: string | number;
};

/** A verdict. */
export type JudgeEnvelopeInput = {
  /** The bid. */
  bidId: string | number;
  /** Which envelopes. */
  envelope: BidEnvelope;
  /** The lot. */
  lotId: string | number;
  /** Whether its next envelope may be opened. */
  passed: boolean;
  /** Needed for a bid that fails; its bidder reads it. Up to 2,000 characters. */
  reason?: string | null | undefined;
  /** The tender. */
  tenderId: string | number;
};

/** What a lead time runs from; it runs to despatch. */
export type LeadFrom =
  /** The working day on which the order is taken: from the cut-off on the next one. */
  | 'CUT_OFF'
  /** The day of the order. */
  | 'ORDER';

/** Which days a lead time counts, from the day of the order. */
export type LeadKind =
  /** Every day. */
  | 'CALENDAR'
  /** Monday to Friday; holidays are not known. */
  | 'WORKING';

/** A lot, or the one unit of a serial, that leaves. Give at least one of the two numbers. Since 0.2. */
export type LeavingLotInput = {
  /** Lot or batch number. */
  lotNumber?: string | null | undefined;
  /** In order units; absent: all of the line that the others leave; one for a serial. */
  quantity?: string | null | undefined;
  /** Serial number. */
  serialNumber?: string | null | undefined;
};

/** Who gets a line, or a part of it. */
export type LineAwardInput = {
  /** The bid. */
  bidId: string | number;
  /** The line. */
  lineId: string | number;
  /** All of it when absent. */
  quantity?: string | null | undefined;
};

/** What the units of a line must be, and what papers must come with them. */
export type LineRequirementsInput = {
  /** Certificates required of the supplier, promised or not yet; up to 20. */
  certificates?: Array<string>;
  /** Both release blocks of them must be filled in. */
  dualRelease?: boolean;
  /** Hard: the line takes units that are so, or is not ordered. Its certificates are required, too. */
  lots?: WantedLotInput | null | undefined;
};

/** An application; what is absent is not limited. */
export type LinkApplicationInput = {
  /** Model, up to 40 characters. */
  model?: string | null | undefined;
  /** Modification, up to 60 characters. */
  modification?: string | null | undefined;
  /** First serial number, 0 or more. */
  msnFrom?: number | null | undefined;
  /** Last serial number, not below the first. */
  msnTo?: number | null | undefined;
};

/** In what capacity somebody asserts a link. */
export type LinkCapacity =
  /** As a buyer's engineering: it counts for that buyer, and nobody else sees it. */
  | 'BUYER'
  /** As maker of the part: it counts for everybody who needs that part. */
  | 'MANUFACTURER'
  /** As operator of the hub: it counts for everybody. */
  | 'OPERATOR'
  /** As a supplier: a claim, until the maker or a buyer for himself approves it. */
  | 'SUPPLIER';

/** What the class of a link does. */
export type LinkEffect =
  /** The old part is not sold any more. */
  | 'BLOCK'
  /** The application decides, as for qualified links. */
  | 'CHECK'
  /** The old part stays active. */
  | 'KEEP'
  /** Nothing beyond the code. */
  | 'NONE';

/** What an interchangeability code means to the search. */
export type LinkMeaning =
  /** Neither replaces the other, whatever other links say. */
  | 'NOT'
  /** The new part replaces the old one, never the reverse. */
  | 'ONE_WAY'
  /** The new part or set replaces the old one in some applications. */
  | 'QUALIFIED'
  /** The same article under another number. Histories belong together, stocks do not. */
  | 'REIDENTIFIED'
  /** All parts of the set together replace the old one. */
  | 'SET'
  /** Each replaces the other. */
  | 'TWO_WAY';

/** A part of a set. */
export type LinkMemberInput = {
  /** The part. */
  partId: string | number;
  /** How many of it stand for one of the old part, above zero. */
  quantity: string;
};

/** From whose word a link may be used by your organisation today. */
export type LinkStanding =
  /** Nobody whose word counts for you: shown, never followed. */
  | 'CLAIM'
  /** The maker of the replaced part says so. */
  | 'MANUFACTURER'
  /** The maker of the replaced part approved it. */
  | 'MANUFACTURER_APPROVED'
  /** The operator says so. */
  | 'OPERATOR'
  /** Your own engineering says so. */
  | 'OWN'
  /** Your own engineering approved it, perhaps for one fleet. */
  | 'OWN_APPROVED';

/** What the last check found behind a link. */
export type LinkState =
  /** Nothing usable answers. */
  | 'BROKEN'
  /** It answers with another address. */
  | 'MOVED'
  /** Something answers. */
  | 'REACHED'
  /** The hub does not go there. */
  | 'REFUSED'
  /** It was not looked at yet. */
  | 'UNCHECKED';

/** What absence in a file means. */
export type LoadMode =
  /** The file changes what it names and nothing else. */
  | 'DELTA'
  /** The file is the whole catalogue: what it does not name is withdrawn. */
  | 'FULL';

/** A call between the desks. */
export type LogContactInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** What was said, up to 1,000 characters. */
  note: string;
  /** The request. */
  requestId: string | number;
  /** With whom. */
  with: string;
};

/** What becomes of a lot. */
export type LotAwardInput = {
  /** With LOT. */
  bidId?: string | number | null | undefined;
  /** With SHARES: in the order of the shares; by rank when absent. */
  bidIds?: Array<string | number> | null | undefined;
  /** With LINES: more will be awarded later. */
  keepOpen?: boolean | null | undefined;
  /** With LINES. */
  lines?: Array<LineAwardInput> | null | undefined;
  /** The lot. */
  lotId: string | number;
  /** In which way. */
  mode: AwardShape;
  /** Why not the best, why an abnormally low one, why nobody; up to 2,000 characters. */
  reason?: string | null | undefined;
  /** What everybody who bid reads as the reasons of the decision, up to 4,000 characters; needed where the rules of the tender ask for a standstill. Since 0.2. */
  statement?: string | null | undefined;
};

/** A list of codes that lots are described by. */
export type LotCodeList =
  /** Kinds of certificates and of other documents. */
  | 'CERTIFICATE'
  /** Conditions of both lists, with the map between them. */
  | 'CONDITION'
  /** Trace indicators. */
  | 'TRACE';

/** A lot: offer, place, lot and serial name it; stated again it is replaced. */
export type LotInput = {
  /** Certificates with every unit, up to 20. */
  certificates?: Array<string>;
  /** Condition. */
  condition: string;
  /** Where, up to 40 characters. */
  location: string;
  /** Lot or batch number, up to 60 characters; it or serialNumber. */
  lotNumber?: string | null | undefined;
  /** Your offer; or give supplierPart. */
  offerId?: string | number | null | undefined;
  /** Order units; 0 ends it, a serial has 1. */
  quantity: string;
  /** Serial number, up to 60 characters. */
  serialNumber?: string | null | undefined;
  /** Last day of use. */
  shelfLifeOn?: string | null | undefined;
  /** Your part number; or give offerId. */
  supplierPart?: string | null | undefined;
  /** Trace. */
  trace: Trace;
};

/** From when on a bid is abnormally low; shares, such as 0.4. */
export type LowBidRuleInput = {
  /** Below the mean of the other first amounts. */
  belowMean?: string | null | undefined;
  /** Below the next bid. */
  belowNext?: string | null | undefined;
};

/** What became of a mail. */
export type MailState =
  /** The last attempt failed; it is tried again while it has attempts. */
  | 'FAILED'
  /** No mail server is configured: it is read here. */
  | 'KEPT'
  /** Waits to be sent. */
  | 'QUEUED'
  /** A mail server took it. */
  | 'SENT';

/** Who made the part of a row that names no manufacturer. */
export type MakerInput = {
  /** With FIXED: CAGE or code, 1 to 120 characters. */
  code?: string | null | undefined;
  /** With FIXED: its name. */
  name?: string | null | undefined;
  /** The rule. */
  rule: MakerRule;
};

/** Who made the part of a row that names no manufacturer. */
export type MakerRule =
  /** Nobody knows: such rows are refused. */
  | 'FILE'
  /** The manufacturer or issuing body named in the catalogue. */
  | 'FIXED'
  /** The supplier itself, by its CAGE or name. */
  | 'OWN';

/** How the stock of a place is kept. */
export type ManageLocationInput = {
  /** The place, 1 to 40 characters. */
  location: string;
  /** Whether it is managed here from now on, or reported. */
  managed: boolean;
};

/** What narrows a list of manufacturers. */
export type ManufacturerFilter = {
  /** With those that were merged into others. */
  merged?: boolean | null | undefined;
  /** A code, a name, or a piece of a name. */
  text?: string | null | undefined;
};

/** What files call a manufacturer by. */
export type ManufacturerNameKind =
  /** A CAGE or another code. */
  | 'CODE'
  /** A name, in capitals without punctuation. */
  | 'NAME';

/** How a search found what it found; the first way that finds something answers. */
export type MatchedBy =
  /** A number that everybody knows it by: NSN, GTIN, a former one. */
  | 'COMMON_NUMBER'
  /** The number as written. */
  | 'EXACT'
  /** A piece of a number. */
  | 'FRAGMENT'
  /** The letters and digits of the number; several parts may share them. */
  | 'NORMALISED'
  /** Your own number. */
  | 'OWN_NUMBER'
  /** The beginning of a number. */
  | 'PREFIX'
  /** Words in English or Chinese. */
  | 'TEXT';

/** Two manufacturers that are one. */
export type MergeManufacturersInput = {
  /** The one that ends. */
  fromId: string | number;
  /** The one that stays. */
  intoId: string | number;
  /** Why, 3 to 500 characters. */
  reason: string;
};

/** Two parts that are one. */
export type MergePartsInput = {
  /** The one that stands for the other from now on. */
  fromId: string | number;
  /** The one that stays. */
  intoId: string | number;
  /** Why, 3 to 500 characters. */
  reason: string;
};

/** What the receiver's syntax check said. It never accepts an order. */
export type MessageAcknowledgement =
  /** Readable. */
  | 'ACCEPTED'
  /** Readable, with errors noted. */
  | 'ACCEPTED_WITH_ERRORS'
  /** Not readable. */
  | 'REJECTED';

/** Which way a message went. */
export type MessageDirection =
  /** From the ERP to the hub. */
  | 'IN'
  /** From the hub to the ERP. */
  | 'OUT';

/** Narrows the exchange log. */
export type MessageFilterInput = {
  /** Only this way. */
  direction?: MessageDirection | null | undefined;
  /** Only messages about this order. */
  orderId?: string | number | null | undefined;
  /** Only these states. */
  states?: Array<MessageState> | null | undefined;
  /** An order number, or the beginning of the sender's id. */
  text?: string | null | undefined;
};

/** Which message. */
export type MessageInput = {
  /** Id of the message. */
  messageId: string | number;
};

/** Where a message stands. */
export type MessageState =
  /** Everything in it was applied. */
  | 'APPLIED'
  /** Given up; waits for somebody to resend it. */
  | 'DEAD'
  /** A try failed; another will follow. */
  | 'FAILED'
  /** Waits to be sent. */
  | 'QUEUED'
  /** Its bytes are safe; it is not applied yet. */
  | 'RECEIVED'
  /** At least one document in it was refused; nothing of that document was applied. */
  | 'REFUSED'
  /** Is being sent. */
  | 'SENDING'
  /** The partner took it. */
  | 'SENT';

/** A quantity of a line that leaves or arrives. */
export type MovedLineInput = {
  /** The buyer's line number, as text. */
  lineNumber: string;
  /** In order units; absent: all of the line that can. */
  quantity?: string | null | undefined;
};

/** A code or a name: one of both. */
export type NameManufacturerInput = {
  /** CAGE, or another code. */
  code?: string | null | undefined;
  /** The manufacturer. */
  manufacturerId: string | number;
  /** Name. */
  name?: string | null | undefined;
};

/** Why an order waits for you. */
export type NeedKind =
  /** The promised day of shipping has passed. */
  | 'OVERDUE'
  /** The supplier proposes other terms. */
  | 'PROPOSAL_TO_ANSWER'
  /** The buyer asks for a change or cancellation. */
  | 'REQUEST_TO_ANSWER'
  /** Quantities wait for your answer, supplier. */
  | 'TO_CONFIRM'
  /** The supplier has not answered for a day. */
  | 'UNANSWERED';

/** What stands against ordering an offer in this quantity now; the same facts refuse the order. */
export type OfferObstacle =
  /** There is no price below the smallest break, see smallestBreak. */
  | 'BELOW_SMALLEST_BREAK'
  /** The price is an estimate: an order must take it as such (budgetAccepted). */
  | 'BUDGET_PRICE'
  /** Its price has ended. */
  | 'EXPIRED'
  /** Its price begins on a later day. */
  | 'NOT_YET_VALID'
  /** No source of the supplier states a price. */
  | 'NO_PRICE'
  /** Not enough is free, and the offer has no lead time. */
  | 'OUT_OF_STOCK'
  /** Below the minimum or off the multiple, see packRule.nearest. */
  | 'QUANTITY_OFF_PACK'
  /** The supplier prices it by quote only. */
  | 'QUOTE_ONLY'
  /** It was withdrawn. */
  | 'WITHDRAWN';

/** Which bids are opened. */
export type OpenBidsInput = {
  /** Only this lot. */
  lotId?: string | number | null | undefined;
  /** The tender. */
  tenderId: string | number;
};

/** Into which organisation, why, and how long. */
export type OpenBreakGlassInput = {
  /** Minutes, 1 to 60. */
  minutes: number;
  /** Not the own one. */
  organizationId: string | number;
  /** 10 to 500 characters; the organisation is told. */
  reason: string;
};

/** Keys of released envelopes. */
export type OpenEnvelopesInput = {
  /** Which envelopes. */
  envelope: BidEnvelope;
  /** 1 to 100. */
  keys: Array<ContentKeyInput>;
  /** The lot. */
  lotId: string | number;
  /** The tender. */
  tenderId: string | number;
};

/** A further round for a lot. */
export type OpenRoundInput = {
  /** Its deadline. */
  closesAt: string;
  /** Its `edits` as they were read. */
  expectedVersion: number;
  /** Whether these are the last offers. */
  final: boolean;
  /** The lot. */
  lotId: string | number;
  /** Who may bid, of those who did; 1 to 200. */
  supplierIds: Array<string | number>;
  /** The tender. */
  tenderId: string | number;
};

/** A session for shares. */
export type OpenSessionInput = {
  /** A rehearsal of a draft, or an opening after the close. */
  kind: OpeningSessionKind;
  /** Public key of this client. */
  publicKey: string;
  /** The tender. */
  tenderId: string | number;
};

/** What shares are handed in for. */
export type OpeningSessionKind =
  /** Opening bids. */
  | 'OPENING'
  /** Proving each share before publication. */
  | 'REHEARSAL';

/** How a step reached the hub. */
export type OrderChannel =
  /** By an API key. */
  | 'API'
  /** By a cXML document. */
  | 'CXML'
  /** By an EDIFACT interchange. */
  | 'EDIFACT'
  /** By an openTRANS document. */
  | 'OPENTRANS'
  /** By a person. */
  | 'PORTAL'
  /** By the buyer's tolerances. */
  | 'RULE'
  /** By a UBL document. */
  | 'UBL'
  /** By an X12 interchange. */
  | 'X12';

/** What happened to an order. */
export type OrderEventKind =
  /** The supplier answered quantities. */
  | 'ANSWERED'
  /** The buyer cancelled, or asked to. */
  | 'CANCELLED'
  /** The buyer asked for another quantity or date. */
  | 'CHANGE_REQUESTED'
  /** The buyer closed overdue quantities. */
  | 'CLOSED_SHORT'
  /** Quantities arrived. */
  | 'DELIVERED'
  /** What was said to have left has not. */
  | 'DESPATCH_UNDONE'
  /** The buyer ordered. */
  | 'PLACED'
  /** Proposals inside the buyer's tolerances were accepted. */
  | 'PROPOSAL_ACCEPTED_BY_RULE'
  /** The buyer answered proposals. */
  | 'PROPOSAL_ANSWERED'
  /** The supplier acknowledged it. */
  | 'RECEIVED'
  /** The supplier rejected all of it. */
  | 'REJECTED'
  /** The supplier granted or refused a request. */
  | 'REQUEST_ANSWERED'
  /** Quantities left the supplier. */
  | 'SHIPPED';

/** What narrows the list; all that is given must hold. */
export type OrderFilter = {
  /** Only orders with this other party. */
  partnerId?: string | number | null | undefined;
  /** Only orders where you are this party. */
  side?: OrderSide | null | undefined;
  /** Only these states. */
  status?: Array<OrderStatus> | null | undefined;
  /** The beginning of the buyer's or the supplier's number. */
  text?: string | null | undefined;
};

/** One line to order. */
export type OrderLineInput = {
  /** How far the supplier may substitute the part. Since 0.2. */
  alternatesConsent?: AlternatesConsent;
  /** The tick of a line whose price is an estimate. Since 0.2. */
  budgetAccepted?: boolean;
  /** Your own part number, up to 70 characters. */
  buyerPart?: string | null | undefined;
  /** Codes of charges on request that the line asks for. Since 0.2. */
  charges?: Array<string>;
  /** Needed for an offer that is sold in exchange. Since 0.2. */
  exchangeSeen?: ExchangeSeenInput | null | undefined;
  /** The tick of a non-cancellable, non-returnable line. */
  ncnrAccepted?: boolean;
  /** When you need it. */
  needBy?: string | null | undefined;
  /** Note to the supplier, up to 500 characters. */
  note?: string | null | undefined;
  /** Your own line number, up to 36 characters; 10, 20, 30 ... when absent. */
  number?: string | null | undefined;
  /** The offer. */
  offerId: string | number;
  /** The price you decided on; refused when it is no longer the price. Compared by value. */
  priceSeen: PriceInput;
  /** A reserved promise of yours: the order takes what it holds. Since 0.2. */
  promiseId?: string | number | null | undefined;
  /** In order units of the offer. */
  quantity: string;
  /** What its units must be, and their papers. Since 0.2. */
  requires?: LineRequirementsInput | null | undefined;
  /** Revision you want, up to 40 characters. */
  revision?: string | null | undefined;
};

/** Orders of a list of orders. */
export type OrderOrder =
  /** By the buyer's number. */
  | 'NUMBER_ASC'
  /** By the buyer's number, backwards. */
  | 'NUMBER_DESC'
  /** Oldest first. */
  | 'PLACED_AT_ASC'
  /** Newest first. */
  | 'PLACED_AT_DESC';

/** The unit to be repaired. */
export type OrderRepairInput = {
  /** What is wrong with it, up to 2,000 characters. */
  complaint: string;
  /** A key of yours, up to 255 characters; the same key orders once. */
  idempotencyKey: string;
  /** The offer whose supplier repairs such units. */
  offerId: string | number;
  /** Its part number, when it is another than that of the offer. */
  partNumber?: string | null | undefined;
  /** Serial of your unit, up to 40 characters. */
  serial: string;
  /** Where it comes back to: a site of yours. */
  shipTo: string | number;
  /** What you saw; refused when it has changed. */
  termsSeen: RepairTermsSeenInput;
};

/** Which party of an order one is. */
export type OrderSide =
  /** Ordered it. */
  | 'BUYER'
  /** Received it. */
  | 'SUPPLIER';

/** Where an order stands as a whole; computed from its quantities. */
export type OrderStatus =
  /** Nothing is left of it. */
  | 'CANCELLED'
  /** The supplier proposes other terms: the buyer answers. */
  | 'CHANGE_PROPOSED'
  /** Nothing is open any more, and the buyer closed the rest short. */
  | 'COMPLETE'
  /** All of it is confirmed. */
  | 'CONFIRMED'
  /** All that is left of it has arrived. */
  | 'DELIVERED'
  /** Some was cancelled; the rest is confirmed. */
  | 'PART_CANCELLED'
  /** Some is confirmed; some is open, back-ordered or rejected. */
  | 'PART_CONFIRMED'
  /** Some of it has left the supplier. */
  | 'PART_SHIPPED'
  /** The supplier has it and has not answered. */
  | 'RECEIVED'
  /** All of it is rejected. */
  | 'REJECTED'
  /** Nothing was heard of the supplier. */
  | 'SENT'
  /** All that is left of it has left the supplier. */
  | 'SHIPPED';

/** The order of an urgent request. */
export type OrderUrgentInput = {
  /** Cost reference; the supplier does not see it. */
  costReference?: string | null | undefined;
  /** Needed for an offer that is sold in exchange. */
  exchangeSeen?: ExchangeSeenInput | null | undefined;
  /** A key of yours, up to 255 characters; the same key orders once. */
  idempotencyKey: string;
  /** The tick of a non-cancellable, non-returnable offer. */
  ncnrAccepted?: boolean;
  /** Your own order number. */
  number?: string | null | undefined;
  /** The price you saw. */
  priceSeen: PriceInput;
  /** The request. */
  requestId: string | number;
};

/** What narrows the list; all that is given must hold. */
export type OrganizationFilter = {
  /** Only those that do this. */
  role?: OrganizationRole | null | undefined;
  /** A part of the name, in any case. */
  text?: string | null | undefined;
};

/** What an organisation does on the hub; one may do several. */
export type OrganizationRole =
  /** Searches and orders. */
  | 'BUYER'
  /** Runs the hub. */
  | 'OPERATOR'
  /** Publishes catalogues and delivers. */
  | 'SUPPLIER';

/** Whether an organisation may act. */
export type OrganizationStatus =
  /** It acts. */
  | 'ACTIVE'
  /** The operator has shut it out. */
  | 'SUSPENDED';

/** Which of your lots; all conditions hold. */
export type OwnLotFilter = {
  /** Usable until this day at most. */
  endsBy?: string | null | undefined;
  /** Exactly this lot or serial number. */
  number?: string | null | undefined;
  /** Beginning of your part number. */
  supplierPart?: string | null | undefined;
};

/** A number for a part. */
export type PartAliasInput = {
  /** Default OWN_STOCK_NUMBER. Since 0.2. */
  kind?: AliasKind | null | undefined;
  /** 1 to 70 characters; an NSN has 13 digits, a GTIN its check digit. */
  number: string;
  /** The part. */
  partId: string | number;
  /** First day; default today. Since 0.2. */
  validFrom?: string | null | undefined;
  /** Last day; default for ever. Since 0.2. */
  validTo?: string | null | undefined;
};

/** What narrows a search; all conditions hold. */
export type PartSearchFilter = {
  /** A hard filter: only parts on one of these approval bases, or offered on one; what is on none known does not pass. Since 0.2. */
  approvalBases?: Array<ApprovalBasis> | null | undefined;
  /** A class as the facets name it, such as UNSPSC:31161500, with all below it in its tree and what other systems call them. */
  classification?: string | null | undefined;
  /** Only what is in stock somewhere. */
  inStock?: boolean | null | undefined;
  /** Made by one of these, up to 50. */
  manufacturers?: Array<string | number> | null | undefined;
  /** Offered by one of these suppliers, up to 50. */
  suppliers?: Array<string | number> | null | undefined;
};

/** One code. */
export type PartnerIdentityInput = {
  /** List the code comes from. */
  scheme: string;
  /** The code. */
  value: string;
};

/** Which side of trade a connection serves. */
export type PartnerProfileRole =
  /** Sends orders and receives answers. */
  | 'BUYER'
  /** Receives orders and sends answers. */
  | 'SUPPLIER';

/** Whether documents flow. */
export type PartnerProfileStatus =
  /** Documents are sent. */
  | 'ACTIVE'
  /** Documents wait in the queue. */
  | 'PAUSED';

/** What a side does with a partnership. */
export type PartnershipChange =
  /** Ends, declines or withdraws it. */
  | 'END'
  /** Lets them pass again; only who suspended. */
  | 'RESUME'
  /** Stops new orders for a while. */
  | 'SUSPEND';

/** A side of trade. */
export type PartnershipSide =
  /** Orders and pays. */
  | 'BUYER'
  /** Sells and delivers. */
  | 'SUPPLIER';

/** Where a partnership stands. */
export type PartnershipStatus =
  /** Orders pass. */
  | 'ACTIVE'
  /** Over, declined or withdrawn; may be proposed anew. */
  | 'ENDED'
  /** Waits for the other side. */
  | 'PROPOSED'
  /** New orders do not pass; who suspended it resumes it. */
  | 'SUSPENDED';

/** Why, and until when. */
export type PauseAuctionInput = {
  /** The auction. */
  auctionId: string | number;
  /** Why, for all who take part; up to 2,000 characters. */
  reason: string;
  /** When it goes on by itself; when you say so if absent. */
  resumesAt?: string | null | undefined;
};

/** A bid for the whole lot, on the basis of the comparison. */
export type PlaceAuctionBidInput = {
  /** In the currency of the auction. */
  amount: string;
  /** The auction. */
  auctionId: string | number;
  /** That a big drop is meant. */
  isConfirmed?: boolean;
};

/** Either a basket or lines. */
export type PlaceOrderInput = {
  /** The basket to order; it is empty afterwards. */
  basketId?: string | number | null | undefined;
  /** Who gets the invoice; the ship-to site when absent. */
  billToId?: string | number | null | undefined;
  /** Cost reference; only you see it. */
  costReference?: string | null | undefined;
  /** Holds that the lines use up, up to 500, such as one by name; those of the basket are used up in any case. Since 0.2. */
  holdIds?: Array<string | number> | null | undefined;
  /** Up to 255 characters; the same key gives the same orders for 30 days. */
  idempotencyKey: string;
  /** Internal note; only you see it. */
  internalNote?: string | null | undefined;
  /** Lines to order, up to 500. */
  lines?: Array<OrderLineInput> | null | undefined;
  /** Note to the suppliers. */
  note?: string | null | undefined;
  /** Your own order number, up to 35 characters; the next PO number when absent. */
  number?: string | null | undefined;
  /** When you need all lines that name no day of their own. */
  requestedDelivery?: string | null | undefined;
  /** The same for every line that says nothing of its own. Since 0.2. */
  requires?: LineRequirementsInput | null | undefined;
  /** Where it goes: a site of yours. */
  shipToId: string | number;
};

/** `amount` per `basis` units of `unit`. */
export type PriceInput = {
  /** In major units, for the whole basis. */
  amount: string;
  /** How many units the amount is for. */
  basis: string;
  /** ISO 4217. */
  currency: string;
  /** UN/ECE Recommendation 20. */
  unit: string;
};

/** What a stated price is worth. */
export type PriceKind =
  /** An estimate: ordered only when the buyer takes it as such. */
  | 'BUDGET'
  /** It binds. */
  | 'FIRM'
  /** None without a quote. */
  | 'QUOTE';

/** The rule behind one step of a price. */
export type PriceRule =
  /** The price that an agreement names for the offer. */
  | 'AGREEMENT_PRICE'
  /** There is no price below the smallest break. */
  | 'BELOW_SMALLEST_BREAK'
  /** The agreement says best price: the lowest of all sources won. */
  | 'BEST_PRICE'
  /** The price is an estimate. */
  | 'BUDGET_PRICE'
  /** The discount of an agreement on the category of the goods. */
  | 'CATEGORY_DISCOUNT'
  /** The price has ended. */
  | 'EXPIRED'
  /** Each unit at the price of its own break; the average is shown. */
  | 'GRADUATED_BREAK'
  /** The price is firm up to a day. */
  | 'HELD_FIRM'
  /** Quantity x factor / basis x price, rounded once. */
  | 'LINE_AMOUNT'
  /** The list price of the offer. */
  | 'LIST_PRICE'
  /** The discount of the supplier's matrix for the category of the buyer and that of the goods. */
  | 'MATRIX_DISCOUNT'
  /** The price begins on a later day. */
  | 'NOT_YET_VALID'
  /** No source covers it. */
  | 'NO_PRICE'
  /** The break that the quantity reaches; it holds for all of it. */
  | 'QUANTITY_BREAK'
  /** The supplier prices it by quote only. */
  | 'QUOTE_ONLY';

/** A source of prices that a supplier puts in order. */
export type PriceSequenceStep =
  /** The discount of an agreement on the category of the goods. */
  | 'GROUP'
  /** A price that an agreement names for the offer. */
  | 'ITEM'
  /** Breaks and list price of the offer; only as the last. */
  | 'LIST'
  /** The row of the discount matrix for the categories of customer and goods. */
  | 'MATRIX';

/** Where a price comes from. The sources are asked in the order the supplier declares, this one unless he says another; the first that covers part, quantity and day answers, never the lowest unless an agreement says best price. */
export type PriceSource =
  /** A price that an agreement names for the offer. */
  | 'AGREEMENT'
  /** A quantity break of the offer. */
  | 'BREAK'
  /** The offer price less the discount of an agreement on its category. */
  | 'CATEGORY'
  /** The list price of the offer. */
  | 'LIST'
  /** The offer price less the discount of the supplier's matrix for your category and the goods'. */
  | 'MATRIX';

/** Which day decides what price of an agreement holds. */
export type PricingDate =
  /** The day the goods are needed; the day of the order when none is named. */
  | 'DELIVERY'
  /** The day the goods are expected to leave, but not before they are needed. */
  | 'DESPATCH'
  /** The day of the order. */
  | 'ORDER';

/** What a finding means for its row. */
export type ProblemSeverity =
  /** The row is refused; its offer stays as published. */
  | 'ERROR'
  /** For information. */
  | 'INFO'
  /** The row is taken; somebody should look. */
  | 'WARNING';

/** Where a quantity comes from, the surest first. */
export type PromiseBasis =
  /** A receipt that the supplier expects brings it. */
  | 'INBOUND'
  /** The standard lead time of the offer. */
  | 'LEAD_TIME'
  /** It lies at a place. */
  | 'STOCK';

/** What comes with every unit of an offer. */
export type PromiseCertificatesInput = {
  /** Kinds; empty: nothing is promised any more. */
  certificates: Array<string>;
  /** Your offer; or give supplierPart. */
  offerId?: string | number | null | undefined;
  /** Your part number; or give offerId. */
  supplierPart?: string | null | undefined;
};

/** How much stands behind a date. */
export type PromiseConfidence =
  /** A lead time, or a calendar or way that had to be assumed. */
  | 'ESTIMATE'
  /** Stock counted within a day, on known calendars and ways. */
  | 'FIRM'
  /** Stock counted earlier, or goods still to come in. */
  | 'LIKELY';

/** A question for dates. */
export type PromiseInput = {
  /** 1 to 200 lines, as for availability. */
  lines: Array<AvailabilityLineInput>;
  /** The only ship method that will do, such as AIR. */
  method?: string | null | undefined;
  /** Where to. */
  shipTo: PromiseShipToInput;
};

/** Why there is no date. */
export type PromiseProblem =
  /** The offer is withdrawn. */
  | 'NOT_ORDERABLE'
  /** The supplier names no way to this place, or none by this method. */
  | 'NO_ROUTE'
  /** Not enough is there or expected, and the offer has no lead time. */
  | 'NO_SUPPLY';

/** Where the goods shall be: one of your sites, or a country. */
export type PromiseShipToInput = {
  /** Instead of a site. */
  country?: string | null | undefined;
  /** State or province of the country. */
  region?: string | null | undefined;
  /** A site of yours in use; its own calendar says when it takes goods in. */
  siteId?: string | number | null | undefined;
};

/** What a buyer says to a proposal. */
export type ProposalAnswer =
  /** Agreed. */
  | 'ACCEPT'
  /** No, and the quantity is given up. */
  | 'CANCEL'
  /** No: what stood before stands. */
  | 'DECLINE';

/** With whom, on which side, on which terms. */
export type ProposePartnershipInput = {
  /** The buyer's account number at the supplier. */
  accountNumber?: string | null | undefined;
  /** Terms of delivery. */
  deliveryTerms?: DeliveryTermsInput | null | undefined;
  /** The other organisation. */
  partnerId: string | number;
  /** Terms of payment, in words. */
  paymentTerms?: string | null | undefined;
  /** What the own organisation is in it. */
  side: PartnershipSide;
};

/** Which public tenders a list shows. */
export type PublicTenderState =
  /** All others, the last deadline first. */
  | 'ENDED'
  /** Those that take bids, the nearest deadline first. */
  | 'OPEN';

/** What is published of where a tender, lot or award stands. */
export type PublicTenderStatus =
  /** It goes on. */
  | 'ACTIVE'
  /** It was called off. */
  | 'CANCELLED'
  /** It is awarded. */
  | 'COMPLETE'
  /** It is awarded to nobody. */
  | 'UNSUCCESSFUL';

/** How a version came to be. */
export type PublicationKind =
  /** From a file. */
  | 'PUBLISH'
  /** The content of an earlier version again. */
  | 'ROLLBACK';

/** Which draft. */
export type PublishTenderInput = {
  /** Its `edits` as they were read. */
  expectedVersion: number;
  /** The tender. */
  tenderId: string | number;
};

/** What a supplier says of one quantity. */
export type QuantityAnswer =
  /** As asked for; with other terms it counts as CHANGED. */
  | 'ACCEPTED'
  /** Later. */
  | 'BACKORDERED'
  /** With another price, date or quantity: a proposal. */
  | 'CHANGED'
  /** Not at all. */
  | 'REJECTED'
  /** By another part: a proposal. */
  | 'SUBSTITUTED';

/** Why a pasted line leads to no offer. */
export type QuickLineProblem =
  /** A bar code that names no part, or is damaged. */
  | 'BAR_CODE_UNREADABLE'
  /** Nobody offers the part to you. */
  | 'NO_OFFER'
  /** Several parts have this number: choose one. */
  | 'NUMBER_AMBIGUOUS'
  /** There is no part number. */
  | 'NUMBER_MISSING'
  /** No part has this number. */
  | 'NUMBER_UNKNOWN'
  /** The quantity is no plain number. */
  | 'QUANTITY_UNREADABLE'
  /** More than 1,000 lines. */
  | 'TOO_MANY_LINES';

/** What the repair costs. */
export type QuoteRepairInput = {
  /** Above zero, in the currency of the terms. */
  amount: string;
  /** The version that was read. */
  expectedVersion: number;
  /** What you found, up to 2,000 characters. */
  findings: string;
  /** The core or repair. */
  rotableId: string | number;
};

/** A request for a part now, with the intake answers. */
export type RaiseUrgentInput = {
  /** Name and telephone of whoever is called back. */
  contact: string;
  /** Forwarder or driver. */
  forwarder?: string | null | undefined;
  /** Account with the forwarder. */
  forwarderAccount?: string | null | undefined;
  /** Where it stands; needed for AOG. */
  groundedAt?: string | null | undefined;
  /** Whether what is there is held meanwhile, as long as the supplier allows. */
  hold?: boolean;
  /** A key of yours, up to 255 characters; the same key asks once. */
  idempotencyKey: string;
  /** What would do for now; the quantity when absent. */
  minimumQuantity?: string | null | undefined;
  /** Needed then. */
  needAt: string;
  /** Its next flight. */
  nextFlight?: string | null | undefined;
  /** Up to 2,000 characters. */
  note?: string | null | undefined;
  /** The offer. */
  offerId: string | number;
  /** Whether the goods may leave before the order. */
  poToFollow?: boolean;
  /** A code of `priorities` that has deadlines. */
  priority: string;
  /** Wanted, in order units. */
  quantity: string;
  /** A site of yours. */
  shipTo: string | number;
  /** Registration of the aircraft; needed for AOG. */
  tail?: string | null | undefined;
};

/** What an exchange rate rests on; asked in this order. */
export type RateKind =
  /** Agreed with the supplier for a time. */
  | 'CONTRACT'
  /** Of a day; the newest one counts. */
  | 'DAY'
  /** Fixed by yourself for a time. */
  | 'FROZEN';

/** What a file is taken for when it does not say. */
export type ReadUploadAs =
  /** Only what changes. */
  | 'DELTA'
  /** The whole catalogue: what is absent is withdrawn. */
  | 'FULL';

/** How a held upload shall be read. */
export type ReadUploadInput = {
  /** Encoding of a file that does not say it, such as windows-1252 or gb18030; absent: as it was sent, else told by its bytes. */
  charset?: string | null | undefined;
  /** Absent: as it was sent. */
  loadMode?: ReadUploadAs | null | undefined;
  /** Mapping as JSON; absent: as suggested. */
  mappingJson?: string | null | undefined;
  /** Whether the catalogue remembers the mapping for its next file. */
  remember?: boolean | null | undefined;
  /** Id of the upload. */
  uploadId: string | number;
};

/** Your own key of an envelope that was reported as unopenable. */
export type RebutOpeningInput = {
  /** Your bid. */
  bidId: string | number;
  /** Its content key, which you have kept. */
  contentKey: string;
  /** Which envelope. */
  envelope: BidEnvelope;
  /** The tender. */
  tenderId: string | number;
};

/** What has arrived. */
export type ReceiveOrderInput = {
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** Up to 1,000 lines; absent: everything on its way. */
  lines?: Array<MovedLineInput> | null | undefined;
  /** Note, up to 500 characters. */
  note?: string | null | undefined;
  /** The order. */
  orderId: string | number;
  /** The day it arrived; today when absent. */
  receivedOn?: string | null | undefined;
};

/** What you have in your hands. */
export type ReceiveUnitInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Its part number, when it is another than that of the offer. */
  partNumber?: string | null | undefined;
  /** The core or repair. */
  rotableId: string | number;
  /** Serial of the unit, up to 40 characters; as known when absent. */
  serial?: string | null | undefined;
};

/** A key for shares. */
export type RegisterOfficerKeyInput = {
  /** Name of its holder, up to 120 characters. */
  name: string;
  /** An uncompressed point of P-256, base64url. */
  publicKey: string;
  /** Whether it is that of a party which keeps a recovery share; else it is yours. */
  recovery?: boolean;
};

/** Which order, and why. */
export type RejectOrderInput = {
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** The order. */
  orderId: string | number;
  /** Why, 1 to 500 characters. */
  reason: string;
};

/** Which basket. */
export type ReleaseBasketInput = {
  /** The basket. */
  basketId: string | number;
};

/** Which line passes which rule, and why. */
export type ReleaseGateInput = {
  /** The line. */
  lineId: string | number;
  /** The order. */
  orderId: string | number;
  /** Why, 1 to 500 characters. */
  reason: string;
  /** The version of the rule. */
  ruleId: string | number;
};

/** For which envelopes the hub gives its part. */
export type ReleaseHalfInput = {
  /** Which envelopes. */
  envelope: BidEnvelope;
  /** The lot. */
  lotId: string | number;
  /** The tender. */
  tenderId: string | number;
};

/** Which holds to give back. */
export type ReleaseHoldsInput = {
  /** 1 to 500 holds. */
  holdIds: Array<string | number>;
  /** Why; a supplier must say so. Up to 500 characters. */
  reason?: string | null | undefined;
};

/** Which line of which basket. */
export type RemoveBasketLineInput = {
  /** The basket. */
  basketId: string | number;
  /** The line. */
  lineId: string | number;
};

/** Which rate. */
export type RemoveExchangeRateInput = {
  /** One of your own. */
  rateId: string | number;
};

/** Whose membership shall end. */
export type RemoveMemberInput = {
  /** The membership. */
  memberId: string | number;
};

/** Which scenario. */
export type RemoveScenarioInput = {
  /** The scenario. */
  scenarioId: string | number;
  /** The tender. */
  tenderId: string | number;
};

/** Which terms go. */
export type RemoveUnitTermsInput = {
  /** Those of the exchange. */
  exchange?: boolean;
  /** An offer of yours. */
  offerId: string | number;
  /** Those of repairs. */
  repair?: boolean;
};

/** How the price of a repair is found. */
export type RepairPricing =
  /** It is known beforehand; the supplier may quote another when he finds more. */
  | 'FIXED'
  /** The supplier inspects the unit and quotes. */
  | 'QUOTE';

/** The terms of the repair that you saw. */
export type RepairTermsSeenInput = {
  /** Their currency. */
  currency: string;
  /** The fixed price; absent with a quote. */
  price?: string | null | undefined;
  /** Their version. */
  version: number;
};

/** The next version of an agreement; it begins after today and after the earlier one did. */
export type ReplaceAgreementInput = {
  /** The newest version. */
  agreementId: string | number;
  /** Whether the lowest of all sources wins, not the first. */
  bestPrice?: boolean;
  /** Up to 500 discounts. */
  categories?: Array<AgreementCategoryInput>;
  /** Of all its prices. */
  currency: string;
  /** Terms of delivery. */
  incoterm?: IncotermInput | null | undefined;
  /** Up to 5,000 prices. */
  items?: Array<AgreementItemInput>;
  /** Terms of payment, 1 to 200 characters. */
  paymentTerms?: string | null | undefined;
  /** Which day decides. */
  pricingDate?: PricingDate;
  /** Kinds of certificates that must come with all that is ordered at its prices, up to 20. */
  requiredCertificates?: Array<string>;
  /** First day. */
  validFrom: string;
  /** Last day. */
  validTo: string;
};

/** The new address. */
export type RequestEmailChangeInput = {
  /** The new e-mail address. */
  email: string;
  /** The own password. */
  password: string;
};

/** For which address. */
export type RequestPasswordResetInput = {
  /** E-mail address. */
  email: string;
};

/** A later or earlier opening. */
export type RescheduleAuctionInput = {
  /** The auction. */
  auctionId: string | number;
  /** When it opens; to come. */
  opensAt: string;
  /** Why, for all who take part; up to 2,000 characters. */
  reason: string;
};

/** Which promise, and for how long. */
export type ReservePromiseInput = {
  /** Minutes, 1 to 1,440; no longer than the supplier grants a basket. */
  holdMinutes?: number;
  /** Of a promise that is still valid. */
  promiseId: string | number;
};

/** The link and the new password. */
export type ResetPasswordInput = {
  /** The new password, 12 to 128 characters. */
  password: string;
  /** What stands behind `#token=` in the link. */
  token: string;
};

/** Which site. */
export type RetireSiteInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** The site. */
  siteId: string | number;
};

/** Which unit is on its way back. */
export type ReturnUnitInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** The core or repair. */
  rotableId: string | number;
  /** Waybill, up to 60 characters. */
  waybill?: string | null | undefined;
};

/** The judgement of a file. */
export type ReviewCertificateInput = {
  /** True: accepted; false: refused. */
  accepted: boolean;
  /** The certificate. */
  certificateId: string | number;
  /** What was found right; all of it to accept. */
  checklist?: Array<CertificateCheckItem>;
  /** The file. */
  fileId: string | number;
  /** The order. */
  orderId: string | number;
  /** Why; needed to refuse, and to accept what is flagged. */
  reason?: string | null | undefined;
};

/** Which key. */
export type RevokeApiKeyInput = {
  /** The key. */
  apiKeyId: string | number;
};

/** Which invitation. */
export type RevokeInvitationInput = {
  /** The invitation. */
  invitationId: string | number;
};

/** An approval of yours to take back. */
export type RevokeLinkApprovalInput = {
  /** The approval. */
  approvalId: string | number;
  /** Why, up to 500 characters. */
  reason?: string | null | undefined;
};

/** Which key. */
export type RevokeOfficerKeyInput = {
  /** The key. */
  keyId: string | number;
};

/** To which version. */
export type RollbackCatalogueInput = {
  /** Which catalogue. */
  catalogueId: string | number;
  /** The newest version that was read. */
  expectedVersion: number;
  /** An earlier version; 0 is the empty catalogue. */
  toVersion: number;
};

/** What a core or repair costs beside its order. */
export type RotableChargeKind =
  /** The value of a core that did not come back as it should. */
  | 'CORE_VALUE'
  /** Deposit for the core. */
  | 'DEPOSIT'
  /** The deposit, given back. */
  | 'DEPOSIT_RETURNED'
  /** For the inspection of a unit whose repair was refused. */
  | 'EVALUATION'
  /** The exchange fee, given back against the outright price. */
  | 'FEE_CREDITED'
  /** For a late core. */
  | 'LATE_FEE'
  /** The outright price of the unit. */
  | 'OUTRIGHT'
  /** The repair. */
  | 'REPAIR';

/** What happened to a core or repair. */
export type RotableEventKind =
  /** The core was accepted. */
  | 'ACCEPT'
  /** The price was approved. */
  | 'APPROVE'
  /** The supplier asked for the bill. */
  | 'BILL'
  /** The core was billed. */
  | 'BILLED'
  /** The day of the bill has come while the core is under way. */
  | 'BILL_DUE'
  /** It was called off. */
  | 'CANCEL'
  /** More time was given. */
  | 'EXTEND'
  /** The repair is done. */
  | 'FINISH'
  /** The core was inspected. */
  | 'INSPECT'
  /** A late fee was charged. */
  | 'LATE_FEE'
  /** It was ordered. */
  | 'OPENED'
  /** Time has run out. */
  | 'OVERDUE'
  /** A price was quoted. */
  | 'QUOTE'
  /** The supplier took it in. */
  | 'RECEIVE'
  /** The price was refused. */
  | 'REFUSE'
  /** The core was rejected. */
  | 'REJECT'
  /** The unit went back. */
  | 'RETURN'
  /** The unit was scrapped. */
  | 'SCRAP'
  /** The unit in exchange left. */
  | 'SEND'
  /** The buyer's unit left. */
  | 'SHIP'
  /** Time runs out. */
  | 'WARNING';

/** Why a unit goes round. */
export type RotableKind =
  /** It is owed after a unit came in exchange. */
  | 'CORE'
  /** The supplier repairs it. */
  | 'REPAIR';

/** Where a core or a repair stands. */
export type RotableStatus =
  /** The core settles the exchange. */
  | 'ACCEPTED'
  /** The buyer agreed to the price. */
  | 'APPROVED'
  /** The supplier has not sent his unit yet; nothing is owed. */
  | 'AWAITED'
  /** The core was billed instead. */
  | 'BILLED'
  /** It was called off before it began. */
  | 'CANCELLED'
  /** The core is owed. */
  | 'DUE'
  /** The supplier has looked at it. */
  | 'INSPECTED'
  /** The core is owed and late. */
  | 'LATE'
  /** The repair is ordered; the unit is still with the buyer. */
  | 'ORDERED'
  /** The repair has a price; the buyer decides. */
  | 'QUOTED'
  /** The supplier has it. */
  | 'RECEIVED'
  /** The buyer refused the price. */
  | 'REFUSED'
  /** The core is no good; another may come. */
  | 'REJECTED'
  /** It is repaired and has its certificate. */
  | 'REPAIRED'
  /** It is on its way back. */
  | 'RETURNED'
  /** It was scrapped. */
  | 'SCRAPPED'
  /** The buyer's unit is on its way. */
  | 'SHIPPED';

/** What a party does to a core or repair. */
export type RotableStep =
  /** The supplier takes a core. */
  | 'ACCEPT'
  /** The buyer agrees. */
  | 'APPROVE'
  /** The supplier bills a core. */
  | 'BILL'
  /** A repair, or a core nobody owes, is called off. */
  | 'CANCEL'
  /** The supplier gives more time. */
  | 'EXTEND'
  /** The repair is done. */
  | 'FINISH'
  /** The supplier looks at a core. */
  | 'INSPECT'
  /** The supplier says what a repair costs. */
  | 'QUOTE'
  /** The supplier takes it in. */
  | 'RECEIVE'
  /** The buyer refuses. */
  | 'REFUSE'
  /** The supplier rejects a core. */
  | 'REJECT'
  /** The unit goes back. */
  | 'RETURN'
  /** The unit is scrapped. */
  | 'SCRAP'
  /** The supplier sends his unit in exchange. */
  | 'SEND'
  /** The buyer sends his unit. */
  | 'SHIP';

/** What publishing does to an offer. */
export type RowChange =
  /** Its content changes. */
  | 'CHANGED'
  /** It is added, or comes back. */
  | 'NEW'
  /** It is withdrawn: no longer orderable. */
  | 'WITHDRAWN';

/** The rules by which a tender is held. */
export type RulePack =
  /** Directive 2014/24/EU, public contracts. */
  | 'EU_2014_24'
  /** Directive 2014/25/EU, utilities. */
  | 'EU_2014_25'
  /** Those of the buyer himself: nothing is required, and an award binds at once. */
  | 'PRIVATE'
  /** The Ukrainian law on public procurement. */
  | 'PROZORRO';

/** How your ERP is asked for a place. */
export type SaveAskingInput = {
  /** 0 to 3,600; 30 when absent. */
  cacheSeconds?: number | null | undefined;
  /** 1 to 16; 4 when absent. */
  callsMax?: number | null | undefined;
  /** The version you read; absent for a new one. */
  expectedVersion?: number | null | undefined;
  /** 1 to 3,600; 60 when absent. */
  freshSeconds?: number | null | undefined;
  /** Name of the header that carries the secret, such as Authorization. */
  header?: string | null | undefined;
  /** 1 to 43,200; 1,440 when absent. */
  keepMinutes?: number | null | undefined;
  /** The place; absent or *: every place the ERP names. */
  location?: string | null | undefined;
  /** The mapping as JSON; absent: the fields as described. */
  mappingJson?: string | null | undefined;
  /** Nobody is asked while it is on. */
  paused?: boolean | null | undefined;
  /** Value of that header. Absent: stays as it is. Empty: removed. */
  secret?: string | null | undefined;
  /** 50 to 5,000; 600 when absent. */
  timeoutMs?: number | null | undefined;
  /** https, or http to hosts that the operator has allowed. */
  url: string;
};

/** A bid to go on with later. */
export type SaveBidInput = {
  /** What it says so far. */
  bid: BidContentInput;
  /** Versions that were seen: `seq` of the bid, or `edits` of the draft; 0 before the first. */
  expectedVersion: number;
  /** The lot. */
  lotId: string | number;
  /** The tender. */
  tenderId: string | number;
};

/** A calendar as it shall be. */
export type SaveCalendarInput = {
  /** HH:MM, up to 24:00. */
  closes?: string;
  /** HH:MM, up to 24:00. */
  cutOff?: string;
  /** The version that was read; absent for a new calendar. */
  expectedVersion?: number | null | undefined;
  /** 0 to 60 working days. */
  handlingDays?: number;
  /** What a lead time runs from. */
  leadFrom?: LeadFrom;
  /** 1 to 120 characters. */
  name: string;
  /** HH:MM. */
  opens?: string;
  /** A stock location or site code, up to 40 characters; empty for the whole organisation. */
  place?: string;
  /** IANA name. */
  timeZone: string;
  /** ISO weekdays, at least one. */
  workingDays: Array<number>;
};

/** All of them; they replace what was there. */
export type SaveCertificateNeedsInput = {
  /** Up to 100. */
  needs: Array<CertificateNeedInput>;
};

/** All charges. */
export type SaveChargeRulesInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Up to 100; none takes all away. */
  rules: Array<ChargeRuleInput>;
};

/** Numbers that everybody finds parts by. */
export type SaveCommonAliasesInput = {
  /** 1 to 500 lines; OWN_STOCK_NUMBER is refused. */
  lines: Array<PartAliasInput>;
};

/** The whole matrix. */
export type SaveDiscountMatrixInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Up to 2,000 rows; none takes the matrix away. */
  rows: Array<DiscountRuleInput>;
};

/** The core that is owed when your offer is bought. */
export type SaveExchangeTermsInput = {
  /** 0 to 730; absent: you bill by hand. */
  billDays?: number | null | undefined;
  /** OUTRIGHT needs the outright price. */
  billedAt?: CoreBilling;
  /** 1 to 730. */
  coreDays: number;
  /** Above zero. */
  coreValue: string;
  /** Of all amounts here. */
  currency: string;
  /** Which days are counted. */
  dayKind?: LeadKind;
  /** Charged when the unit leaves; 0: none. */
  deposit?: string;
  /** The version that was read; absent: there are no terms yet. */
  expectedVersion?: number | null | undefined;
  /** Calendar days of a period, 1 to 730. */
  lateDays?: number;
  /** For each begun period after the due date. */
  lateFee?: string;
  /** 0 to 52. */
  lateFeesMax?: number;
  /** An offer of yours. */
  offerId?: string | number | null | undefined;
  /** What the unit costs without a core. */
  outrightPrice?: string | null | undefined;
  /** 0 to 730. */
  replaceDays?: number;
  /** Or your part number, up to 70 characters. */
  supplierPart?: string | null | undefined;
};

/** A rule as it shall be from now on. */
export type SaveGateRuleInput = {
  /** Its code: 2 to 40 letters, digits and hyphens. */
  code: string;
  /** When it bites, as JSON. HAZMAT: hazardClasses, unNumbers, destinations, unknown. SHELF_LIFE: daysMin, percentMin, unknown. EXPORT: eccns, destinations, exceptDestinations, unknown. */
  conditions: string;
  /** With DOCUMENT: which. */
  document?: string | null | undefined;
  /** The version that was read; 0 for a new code. */
  expectedVersion: number;
  /** What it is about. */
  kind: GateKind;
  /** What it does. */
  outcome: GateOutcome;
  /** With DOCUMENT: who brings it. */
  provider?: CertificateSide | null | undefined;
  /** Whose people may let a line pass. */
  releaser: CertificateSide;
  /** What it says to people, up to 300 characters. */
  sentence: string;
  /** For whom it speaks. */
  speaksFor: GateVoice;
};

/** How long buyers may hold your stock. */
export type SaveHoldPolicyInput = {
  /** By an approval, in hours; 0 to 720. */
  approvalHours: number;
  /** By a basket, in minutes; 0 to 1,440. */
  basketMinutes: number;
  /** The version you read. */
  expectedVersion: number;
  /** By name and without an order, in minutes; 0, or 15 to 60. */
  namedMinutes: number;
  /** By a quote, in hours; 0 to 720. */
  quoteHours: number;
};

/** The lots. */
export type SaveLotsInput = {
  /** 1 to 1,000. */
  lots: Array<LotInput>;
};

/** Own numbers for parts. */
export type SavePartAliasesInput = {
  /** 1 to 500 lines. */
  lines: Array<PartAliasInput>;
};

/** Codes of one organisation in this organisation's ERP; they replace those it had. */
export type SavePartnerIdentitiesInput = {
  /** Up to 20. */
  identities: Array<PartnerIdentityInput>;
  /** The organisation that the codes name; may be one's own. */
  organizationId: string | number;
};

/** A connection as it shall be. */
export type SavePartnerProfileInput = {
  /** https URL; http only to hosts that the operator has allowed. */
  endpoint?: string | null | undefined;
  /** The version you read; absent for a new connection. */
  expectedVersion?: number | null | undefined;
  /** Format of what the hub sends. */
  format: ExchangeFormat;
  /** 1-100 characters. */
  name: string;
  /** Which connection; made when there is none. */
  role: PartnerProfileRole;
  /** Secret of deliveries: cXML SharedSecret, or the value of the authorization header. Absent: stays as it is. Empty: removed. */
  secret?: string | null | undefined;
  /** Identifiers and habits as JSON. */
  settingsJson?: string | null | undefined;
  /** Default ACTIVE. */
  status?: PartnerProfileStatus | null | undefined;
  /** Only test orders are sent while it is on. */
  testMode: boolean;
  /** How documents are delivered. */
  transport: ExchangeTransport;
};

/** What you ask to repair units like your offer. */
export type SaveRepairTermsInput = {
  /** Calendar days, 1 to 730. */
  approveDays: number;
  /** Of all amounts here. */
  currency: string;
  /** Which days are counted. */
  dayKind?: LeadKind;
  /** For the inspection, when the quote is refused. */
  evaluationFee?: string;
  /** The version that was read; absent: there are no terms yet. */
  expectedVersion?: number | null | undefined;
  /** An offer of yours. */
  offerId?: string | number | null | undefined;
  /** With FIXED, above zero. */
  price?: string | null | undefined;
  /** How the price is found. */
  pricing: RepairPricing;
  /** 1 to 730. */
  quoteDays: number;
  /** Or your part number, up to 70 characters. */
  supplierPart?: string | null | undefined;
  /** 1 to 730. */
  turnDays: number;
};

/** A role as it shall be. */
export type SaveRoleInput = {
  /** The version that was read; absent for a new role. */
  expectedVersion?: number | null | undefined;
  /** 1 to 60 characters, not the name of a built-in role. */
  name: string;
  /** Permissions that one has oneself, as thing:verb. */
  permissions: Array<string>;
};

/** How a tender might be handed out. */
export type SaveScenarioInput = {
  /** Of suppliers that cost something by themselves. */
  fixedCosts?: Array<SupplierCostInput>;
  /** Lots that are handed out; absent: all whose bids are open. */
  lotIds?: Array<string | number> | null | undefined;
  /** Up to 100 characters. */
  name: string;
  /** Up to 20. */
  rules?: Array<ScenarioRuleInput>;
  /** A known scenario, to change it and ask anew; absent: a new one. */
  scenarioId?: string | number | null | undefined;
  /** Seconds for the first answer, 1 to 60; rules and the next best have 5 more each. */
  seconds?: number;
  /** Whether a line may be parted between suppliers. */
  splitLines?: boolean;
  /** The tender. */
  tenderId: string | number;
};

/** A site as it shall be. */
export type SaveSiteInput = {
  /** Where it is. */
  address: AddressInput;
  /** 1 to 40 characters. */
  code: string;
  /** The version that was read; with `siteId`. */
  expectedVersion?: number | null | undefined;
  /** GLN, 13 digits. */
  gln?: string | null | undefined;
  /** At least one. */
  kinds: Array<SiteKind>;
  /** 1 to 200 characters. */
  name: string;
  /** Absent: a new site. */
  siteId?: string | number | null | undefined;
};

/** A new watch of a part or a search, or other terms of one that is there. */
export type SaveWatchInput = {
  /** Whether it mails. */
  byMail?: boolean;
  /** Watches parts in this class or below it. */
  classification?: string | null | undefined;
  /** When it mails. */
  delivery?: WatchDelivery;
  /** With watchId: the version that was read. */
  expectedVersion?: number | null | undefined;
  /** Watches parts of this manufacturer. */
  manufacturerId?: string | number | null | undefined;
  /** 1 to 120 characters. */
  name: string;
  /** Tells of new offers. */
  onOffer?: boolean;
  /** Tells of prices. */
  onPrice?: boolean;
  /** Tells of stock. */
  onStock?: boolean;
  /** Watches this part. */
  partId?: string | number | null | undefined;
  /** Currency of the limit. */
  priceCurrency?: string | null | undefined;
  /** Only of a price of a base unit at or below this. */
  priceMax?: string | null | undefined;
  /** Watches what these words or this number find, 3 to 200 characters. */
  query?: string | null | undefined;
  /** Only of so much stock of one supplier, in order units. */
  stockMin?: string | null | undefined;
  /** Which one to change; absent: a new one. */
  watchId?: string | number | null | undefined;
};

/** What the solver found. */
export type ScenarioOutcome =
  /** Proved that the rules cannot be met together. */
  | 'INFEASIBLE'
  /** Proved to be the best. */
  | 'OPTIMAL'
  /** The time ended; `gap` says how far from the best it can be. */
  | 'UNFINISHED'
  /** Proved to be within a thousandth of the best. */
  | 'WITHIN_GAP';

/** One rule. Its kind says which fields it has. */
export type ScenarioRuleInput = {
  /** In the currency of the tender. */
  amount?: string | null | undefined;
  /** Of SUPPLIERS_MIN, SUPPLIERS_MAX and LINE_AWARDS_MAX. */
  count?: number | null | undefined;
  /** What is asked. */
  kind: ScenarioRuleKind;
  /** Lines that are meant, or lots where whole lots are awarded; all when absent. */
  lineIds?: Array<string | number> | null | undefined;
  /** In the units of the lines. */
  quantity?: string | null | undefined;
  /** 0 to 1. */
  share?: string | null | undefined;
  /** Who is meant. */
  supplierIds?: Array<string | number> | null | undefined;
};

/** What is asked beside a low price. */
export type ScenarioRuleKind =
  /** `supplierIds`, exactly one, delivers at most `quantity` over `lineIds`. */
  | 'CAPACITY'
  /** `supplierIds`, exactly one, gets nothing, or nothing of `lineIds`. */
  | 'EXCLUDE'
  /** `supplierIds`, exactly one, gets something. */
  | 'INCLUDE'
  /** A line (of `lineIds`) goes to at most `count` suppliers. */
  | 'LINE_AWARDS_MAX'
  /** Whoever is chosen (of `supplierIds`) gets at least `amount`. */
  | 'MINIMUM_ORDER'
  /** The mean quality by spend is at least `share`. */
  | 'QUALITY_MIN'
  /** `supplierIds` together get at most `share` of the spend. */
  | 'SHARE_MAX'
  /** `supplierIds` together get at least `share` of the spend. */
  | 'SHARE_MIN'
  /** At most `count` suppliers. */
  | 'SUPPLIERS_MAX'
  /** At least `count` suppliers. */
  | 'SUPPLIERS_MIN';

/** Whether a scenario is answered. */
export type ScenarioStatus =
  /** The answer is being worked out. */
  | 'ASKED'
  /** It could not be answered: ask anew. */
  | 'FAILED'
  /** It is answered. */
  | 'SOLVED';

/** Which upload, as it was read, and from when it shall hold. */
export type SchedulePublicationInput = {
  /** Day in the time zone; at most a year ahead. */
  day: string;
  /** The version that was read. */
  expectedVersion: number;
  /** Time as HH:MM on the wall of the time zone; of one that comes twice the first. */
  time: string;
  /** IANA name such as Europe/Berlin; absent: that of your calendar, else UTC. */
  timeZone?: string | null | undefined;
  /** UUID. */
  uploadId: string | number;
};

/** Where one quantity of a line stands. */
export type ScheduleStatus =
  /** Will come later than asked for. */
  | 'BACKORDERED'
  /** Cancelled by the buyer, with consent where it was needed. */
  | 'CANCELLED'
  /** The buyer asks to cancel what was promised. */
  | 'CANCEL_REQUESTED'
  /** The supplier proposes another price, quantity or date. */
  | 'CHANGE_PROPOSED'
  /** The buyer asks for another quantity or date. */
  | 'CHANGE_REQUESTED'
  /** The buyer no longer waits for it. */
  | 'CLOSED_SHORT'
  /** Promised. */
  | 'CONFIRMED'
  /** It has arrived. */
  | 'DELIVERED'
  /** The supplier will not deliver it. */
  | 'REJECTED'
  /** Ordered and not answered. */
  | 'REQUESTED'
  /** It has left the supplier. */
  | 'SHIPPED'
  /** The supplier proposes another part; it needs consent. */
  | 'SUBSTITUTE_PROPOSED';

/** Which unit was scrapped. */
export type ScrapUnitInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** The core or repair. */
  rotableId: string | number;
};

/** An envelope as your client has sealed it. */
export type SealedEnvelopeInput = {
  /** Which. */
  envelope: BidEnvelope;
  /** Its text, up to 360,000 characters. */
  sealed: string;
};

/** Which unit left in exchange. */
export type SendExchangeUnitInput = {
  /** Kind of the certificate, such as FAA 8130-3, EASA Form 1; up to 40 characters. */
  certificate: string;
  /** Its number, up to 60 characters. */
  certificateNumber: string;
  /** The version that was read. */
  expectedVersion: number;
  /** The core or repair. */
  rotableId: string | number;
  /** Serial of the unit, up to 40 characters. */
  serial: string;
  /** Waybill, up to 60 characters. */
  waybill?: string | null | undefined;
};

/** Which connection gets a test order. */
export type SendTestOrderInput = {
  /** Makes a repeated call harmless; 1-255 characters. */
  idempotencyKey: string;
  /** A connection in the role SUPPLIER. */
  profileId: string | number;
};

/** The order of the sources. */
export type SetAccessSequenceInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Each at most once, LIST last; what is left out is never asked. */
  sequence: Array<PriceSequenceStep>;
};

/** Down to where the hub bids for you. */
export type SetAuctionProxyInput = {
  /** The auction. */
  auctionId: string | number;
  /** In the currency of the auction; null ends it. */
  floor?: string | null | undefined;
};

/** Days of a place that differ from its week. */
export type SetCalendarDaysInput = {
  /** 1 to 2,000 days; the others stay. */
  days: Array<CalendarDayInput>;
  /** Of a calendar of yours. */
  place?: string;
};

/** A buyer and his category. */
export type SetCustomerCategoryInput = {
  /** The buyer; a partnership with him must be active. */
  buyerId: string | number;
  /** 1 to 40 characters; null: none. */
  category?: string | null | undefined;
};

/** Who comes and who goes. */
export type SetGroupMembersInput = {
  /** Buyers to put in, up to 500; active partners of yours. */
  add?: Array<string | number>;
  /** Which group. */
  groupId: string | number;
  /** Buyers to take out, up to 500. */
  remove?: Array<string | number>;
};

/** Receipts that you expect. */
export type SetInboundInput = {
  /** 1 to 1,000 receipts; the others stay. */
  lines: Array<InboundLineInput>;
};

/** Counts of the own stock. */
export type SetStockInput = {
  /** 1 to 1,000 counts. */
  lines: Array<StockLineInput>;
};

/** All limits towards one supplier; absent ones tolerate nothing. */
export type SetTolerancesInput = {
  /** Currency of `priceAbsolute`. */
  currency?: string | null | undefined;
  /** Calendar days earlier, 0 to 365. */
  daysEarly?: number | null | undefined;
  /** Calendar days later, 0 to 365. */
  daysLate?: number | null | undefined;
  /** The version that was read; 0 when none were set. */
  expectedVersion: number;
  /** Whether rounding up to a full pack passes. */
  packRounding?: boolean;
  /** Amount per line, in `currency`. */
  priceAbsolute?: string | null | undefined;
  /** Per cent of the price, 0 to 100. */
  pricePercent?: string | null | undefined;
  /** Per cent of the quantity, 0 to 100. */
  quantityPercent?: string | null | undefined;
  /** The supplier. */
  supplierId: string | number;
};

/** Ways of your goods. */
export type SetTransitInput = {
  /** Whether ways that are not named are forgotten. */
  replace?: boolean;
  /** Up to 5,000 ways. */
  rows: Array<TransitInput>;
};

/** What somebody holds a share as. */
export type ShareHolderRole =
  /** The deputy of an officer; both have one share. */
  | 'DEPUTY'
  /** An officer who opens bids. */
  | 'OFFICER'
  /** A party that keeps its share off-line. */
  | 'RECOVERY';

/** What has left, under which number. */
export type ShipOrderInput = {
  /** Who carries it, up to 100 characters. */
  carrier?: string | null | undefined;
  /** The day it is expected there; as promised when absent. */
  deliverOn?: string | null | undefined;
  /** Your own number of the despatch, up to 200 characters; the same number leaves once. */
  despatchNumber: string;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** Up to 1,000 lines; absent: everything that has not left. */
  lines?: Array<ShippedLineInput> | null | undefined;
  /** The order. */
  orderId: string | number;
  /** The day it left; today when absent. */
  shippedOn?: string | null | undefined;
  /** Number of the waybill, up to 60 characters. */
  waybill?: string | null | undefined;
};

/** Which unit of yours is on its way. */
export type ShipUnitInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** Its part number, when it is another than that of the offer. */
  partNumber?: string | null | undefined;
  /** The core or repair. */
  rotableId: string | number;
  /** Serial of the unit, up to 40 characters; as known when absent. */
  serial?: string | null | undefined;
  /** Waybill, up to 60 characters. */
  waybill?: string | null | undefined;
};

/** What left. */
export type ShipUrgentInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** The request. */
  requestId: string | number;
  /** Waybill. */
  waybill?: string | null | undefined;
};

/** A quantity of a line that leaves, and which units it is. */
export type ShippedLineInput = {
  /** The buyer's line number, as text. */
  lineNumber: string;
  /** What of your lots leaves, up to 2,000 in all; what is not named leaves those that expire first. Since 0.2. */
  lots?: Array<LeavingLotInput> | null | undefined;
  /** In order units; absent: all of the line that can. */
  quantity?: string | null | undefined;
};

/** Whom a catalogue is shown; replaces what was said before. */
export type ShowCatalogueInput = {
  /** Which catalogue. */
  catalogueId: string | number;
  /** Categories that differ, up to 500. */
  categories?: Array<CategoryShownInput>;
  /** The revision that was read. */
  expectedRevision: number;
  /** Whom it is shown. */
  shownTo: ShownToInput;
};

/** Who sees a certificate of a lot. */
export type ShowLotCertificateInput = {
  /** The certificate. */
  certificateId: string | number;
  /** True: whoever sees the lot; false: you alone. */
  shown: boolean;
};

/** Whom offers are shown. */
export type ShownToInput = {
  /** With GROUP: which one. */
  groupId?: string | number | null | undefined;
  /** Everybody, a group, or nobody. */
  to: ShownToKind;
};

/** Whom offers are shown, with their stock and list prices. */
export type ShownToKind =
  /** Every organisation on the hub. */
  | 'EVERYBODY'
  /** The buyers of one group. */
  | 'GROUP'
  /** Nobody but the supplier, and who has an agreed price. */
  | 'NOBODY';

/** Which offers; all conditions hold. */
export type SightFilter = {
  /** The buyer through whose eyes you look. */
  buyerId: string | number;
  /** Of this catalogue. */
  catalogueId?: string | number | null | undefined;
  /** Only what he sees, or only what he does not. */
  seen?: boolean | null | undefined;
};

/** An agreement to sign. */
export type SignAgreementInput = {
  /** Whether the lowest of all sources wins, not the first. */
  bestPrice?: boolean;
  /** The buyer; a partnership with him must be active. */
  buyerId: string | number;
  /** Up to 500 discounts. */
  categories?: Array<AgreementCategoryInput>;
  /** Of all its prices. */
  currency: string;
  /** Terms of delivery. */
  incoterm?: IncotermInput | null | undefined;
  /** Up to 5,000 prices. */
  items?: Array<AgreementItemInput>;
  /** Your number for it, 1 to 60 characters. */
  number: string;
  /** Terms of payment, 1 to 200 characters. */
  paymentTerms?: string | null | undefined;
  /** Which day decides. */
  pricingDate?: PricingDate;
  /** Kinds of certificates that must come with all that is ordered at its prices, up to 20. */
  requiredCertificates?: Array<string>;
  /** First day. */
  validFrom: string;
  /** Last day. */
  validTo: string;
};

/** Who one is. */
export type SignInInput = {
  /** E-mail address. */
  email: string;
  /** Which of one's organisations; absent: the first by name. */
  organizationId?: string | number | null | undefined;
  /** Password. */
  password: string;
};

/** What a site is used for; it may be several. */
export type SiteKind =
  /** Invoices are sent there. */
  | 'BILL_TO'
  /** Goods are delivered there. */
  | 'SHIP_TO'
  /** Stock lies there. */
  | 'WAREHOUSE';

/** Whether a site is in use. */
export type SiteStatus =
  /** In use. */
  | 'ACTIVE'
  /** Out of use; old documents still name it. */
  | 'RETIRED';

/** What a supplier offers as a part, and what it is in truth. */
export type SplitPartInput = {
  /** Manufacturer of the part it is. */
  manufacturerId: string | number;
  /** What to call it when it is made, 1 to 400 characters. */
  name: string;
  /** Number of the part it is; the part is made when there is none. */
  number: string;
  /** The part he names. */
  partId: string | number;
  /** Why, 3 to 500 characters. */
  reason: string;
  /** The supplier. */
  supplierId: string | number;
};

/** Which lot, and when. */
export type StartAuctionInput = {
  /** Its `edits` as they were read. */
  expectedVersion: number;
  /** The lot. */
  lotId: string | number;
  /** When it opens; to come. */
  opensAt: string;
  /** The tender. */
  tenderId: string | number;
};

/** The level at which you stay. */
export type StayInAuctionInput = {
  /** The auction. */
  auctionId: string | number;
  /** As you saw it. */
  level: number;
};

/** One correction: what is there, or what came and went. */
export type StockCorrectionLineInput = {
  /** What came, or below zero what went; or give quantity. */
  delta?: string | null | undefined;
  /** The place, 1 to 40 characters. */
  location: string;
  /** Up to 500 characters; needed for OTHER. */
  note?: string | null | undefined;
  /** The offer. */
  offerId: string | number;
  /** What is there, in order units; or give delta. */
  quantity?: string | null | undefined;
  /** Why. */
  reason: CorrectionReason;
};

/** Which rows of the own stock; all conditions hold. */
export type StockFilter = {
  /** Counted before this instant: what may be out of date. */
  countedBefore?: string | null | undefined;
  /** Exactly this place. */
  location?: string | null | undefined;
  /** Beginning of the own part number. */
  supplierPart?: string | null | undefined;
};

/** Which holds; all conditions hold. */
export type StockHoldFilter = {
  /** Only of this basket, quote or approval. */
  holderId?: string | number | null | undefined;
  /** Only of this offer. */
  offerId?: string | number | null | undefined;
  /** Which side you look from. */
  side: HoldSide;
  /** Only these. */
  status?: HoldStatus | null | undefined;
};

/** What a figure of stock is worth. */
export type StockLabel =
  /** It was said some time ago: see its age. */
  | 'CACHED'
  /** Nobody says what is there: only the lead time can be relied upon. */
  | 'LEAD_TIME_ONLY'
  /** The supplier's ERP says so now, or the place is managed here. */
  | 'LIVE';

/** One count: an offer by id or by the own part number, at one place. */
export type StockLineInput = {
  /** When it was counted; now when absent. A count older than the known one is refused. */
  asOf?: string | null | undefined;
  /** The place, 1 to 40 characters. */
  location: string;
  /** The offer; or give supplierPart. */
  offerId?: string | number | null | undefined;
  /** How many order units are there, those held by orders included. */
  quantity: string;
  /** The own part number; or give offerId. */
  supplierPart?: string | null | undefined;
};

/** What moved stock. */
export type StockMovementKind =
  /** It was shipped. */
  | 'CONSUME'
  /** You corrected the quantity. */
  | 'CORRECT'
  /** The time of a hold was over. */
  | 'EXPIRE'
  /** It is held for a time. */
  | 'HOLD'
  /** The ledger of the place was opened. */
  | 'OPEN'
  /** It was given back. */
  | 'RELEASE'
  /** An order line reserved it. */
  | 'RESERVE'
  /** An order used a hold up. */
  | 'TRANSFER'
  /** A despatch that was entered by mistake was undone. */
  | 'UNSHIP';

/** Who said how much there is. */
export type StockSource =
  /** A machine of the supplier. */
  | 'API'
  /** The supplier's ERP, when it was asked. */
  | 'ASKED'
  /** A file of the supplier. */
  | 'FILE'
  /** The ledger here: it is the count. */
  | 'MANAGED'
  /** A person at the supplier. */
  | 'MANUAL';

/** A bid. */
export type SubmitBidInput = {
  /** What it says. */
  bid: BidContentInput;
  /** Versions that were seen: `seq` of the bid, or `edits` of the draft; 0 before the first. */
  expectedVersion: number;
  /** The lot. */
  lotId: string | number;
  /** The tender. */
  tenderId: string | number;
  /** The version of the tender that was read. */
  tenderVersion: number;
};

/** A sealed bid. */
export type SubmitSealedBidInput = {
  /** Exactly those that the tender names. */
  envelopes: Array<SealedEnvelopeInput>;
  /** Versions of the bid that were seen; 0 before the first. */
  expectedVersion: number;
  /** The lot. */
  lotId: string | number;
  /** The tender. */
  tenderId: string | number;
  /** The version of the tender that was read. */
  tenderVersion: number;
};

/** The part offered instead; by number of supplier or manufacturer. */
export type SubstituteInput = {
  /** What it is. */
  description?: string | null | undefined;
  /** Who makes it. */
  manufacturer?: string | null | undefined;
  /** The manufacturer's number. */
  manufacturerPart?: string | null | undefined;
  /** Your number. */
  supplierPart?: string | null | undefined;
};

/** What it costs to have a supplier at all. */
export type SupplierCostInput = {
  /** In the currency of the tender. */
  amount: string;
  /** The supplier. */
  supplierId: string | number;
};

/** Which organisation, and why. */
export type SuspendOrganizationInput = {
  /** Not the own one. */
  organizationId: string | number;
  /** 3 to 500 characters, for the audit trail. */
  reason: string;
  /** true lets it in again. */
  resume?: boolean;
};

/** Where to go on. */
export type SwitchOrganizationInput = {
  /** One of one's organisations. */
  organizationId: string | number;
};

/** Days of an agreement; at most ten years. */
export type TenderAgreementInput = {
  /** First day. */
  from: string;
  /** Last day. */
  to: string;
};

/** The auction that a tender announces, fixed by its publication; the fields of other kinds are absent. */
export type TenderAuctionInput = {
  /** After the close, in which bidders may object and nothing is awarded; none when absent. */
  appealSeconds?: number | null | undefined;
  /** ENGLISH: a drop of more per cent has to be confirmed. */
  bigDropPercent?: string | null | undefined;
  /** DUTCH: of the best bid, where it ends; 100 when absent. */
  ceilingPercent?: string | null | undefined;
  /** ENGLISH: what bidders see; RANK when absent. */
  display?: AuctionDisplay | null | undefined;
  /** ENGLISH: from the opening to the first close; at most 30 days. */
  durationSeconds?: number | null | undefined;
  /** JAPANESE: by how much it falls, of the start. */
  fall?: AuctionStepInput | null | undefined;
  /** ROUNDS: before the first; 300 when absent. */
  firstPauseSeconds?: number | null | undefined;
  /** JAPANESE: of the best bid, where it ends. */
  floorPercent?: string | null | undefined;
  /** How it goes. */
  kind: AuctionKind;
  /** ENGLISH: by how much the lead is taken; by anything when absent. */
  leadStep?: AuctionStepInput | null | undefined;
  /** ENGLISH: whether every bid has to take the lead; no when absent. */
  mustLead?: boolean | null | undefined;
  /** ENGLISH, ROUNDS: by how much a bidder undercuts himself. */
  ownStep?: AuctionStepInput | null | undefined;
  /** ROUNDS: before each other; 120 when absent. */
  pauseSeconds?: number | null | undefined;
  /** DUTCH: of the best bid, by which it rises. */
  risePercent?: string | null | undefined;
  /** ROUNDS: how many; 3 when absent. */
  rounds?: number | null | undefined;
  /** ENGLISH: soft close; none when absent. */
  softClose?: AuctionSoftCloseInput | null | undefined;
  /** DUTCH, JAPANESE: of the best bid, where the price begins; JAPANESE 100 when absent. */
  startPercent?: string | null | undefined;
  /** DUTCH, JAPANESE: how long a price stands. */
  tickSeconds?: number | null | undefined;
  /** ROUNDS: of each turn; 120 when absent. */
  turnSeconds?: number | null | undefined;
};

/** When the buyer reads bids. */
export type TenderConfidentiality =
  /** As they arrive. */
  | 'OPEN'
  /** When the deadline has passed and enough officers have opened them; nobody can before. */
  | 'SEALED'
  /** From the close of the round, by the clock of the database; not a microsecond before. */
  | 'TIMED';

/** What bidders answer; fixed with the formula. */
export type TenderCriterionInput = {
  /** Letters, digits, hyphens; up to 40, once in a tender. */
  id: string;
  /** What it asks for. */
  kind: CriterionKind;
  /** FEATURE: what may be chosen. */
  options?: Array<CriterionOptionInput> | null | undefined;
  /** SCORED, WORTH: full points. */
  scoreMax?: string | null | undefined;
  /** SCORED: below it the bid is refused. */
  scoreMin?: string | null | undefined;
  /** SCORED: counted against the other weights. */
  weight?: string | null | undefined;
  /** WORTH: what full points are worth in money. */
  worthMax?: string | null | undefined;
};

/** A formula with the numbers that it needs; the others are absent. */
export type TenderFormulaInput = {
  /** F9: how many times the best price earns nothing; above 1. */
  base?: string | null | undefined;
  /** F12: n. */
  exponent?: string | null | undefined;
  /** F10: makes the number readable. */
  factor?: string | null | undefined;
  /** F2, F4: largest values of all features together, at most 0.3. */
  featuresMax?: string | null | undefined;
  /** Which. */
  kind: FormulaKind;
  /** F7: the price that earns nothing. */
  priceMax?: string | null | undefined;
  /** F7: the price that earns everything. */
  priceMin?: string | null | undefined;
  /** F12: price of the reference. */
  priceReference?: string | null | undefined;
  /** F12: quality of the reference. */
  qualityReference?: string | null | undefined;
  /** F6, F7, F9, F11: share of the price. */
  weightPrice?: string | null | undefined;
  /** F6, F7, F9, F11: share of quality; with `weightPrice` it is 1. */
  weightQuality?: string | null | undefined;
};

/** A whole draft; everything but title and currency has the default of a quick request. */
export type TenderInput = {
  /** That an agreement may come of the award: whoever bids is bound to it on these days. */
  agreement?: TenderAgreementInput | null | undefined;
  /** An auction among the ranked bids of each lot. */
  auction?: TenderAuctionInput | null | undefined;
  /** How it may be awarded. */
  awardMode?: AwardMode;
  /** Fewer bids are not evaluated; 1 to 9. */
  bidsMin?: number;
  /** For yourself: budget. */
  budget?: string | null | undefined;
  /** Deadline; needed for publication. */
  closesAt?: string | null | undefined;
  /** When you read bids: OPEN or TIMED. */
  confidentiality?: TenderConfidentiality;
  /** For yourself: cost centre. */
  costReference?: string | null | undefined;
  /** Up to 50. */
  criteria?: Array<TenderCriterionInput>;
  /** In which bids are compared. */
  currency: string;
  /** Delivery term of the comparison, up to 160 characters. */
  deliveryTerm?: string;
  /** Up to 10,000 characters. */
  description?: string | null | undefined;
  /** LOWEST_PRICE when absent. */
  formula?: TenderFormulaInput | null | undefined;
  /** For yourself, up to 4,000 characters. */
  internalNote?: string | null | undefined;
  /** With OPEN: everybody reads what is published of it, winner and value of the award too. Since 0.2. */
  isPublic?: boolean;
  /** Up to 500. */
  lines?: Array<TenderLineInput>;
  /** Titles of the lots, up to 50; one lot when absent. */
  lots?: Array<string>;
  /** When a bid is abnormally low; never when absent. */
  lowBid?: LowBidRuleInput | null | undefined;
  /** Days of payment that cost nothing; 0 to 365. */
  paymentDays?: number;
  /** Who may bid. */
  procedure?: TenderProcedure;
  /** Hours that a late amendment or answer leaves at least; 0 to 240. */
  pushHours?: number;
  /** The least quality that is ranked, 0 to 1. */
  qualityMin?: string | null | undefined;
  /** Until when questions move the deadline; the deadline when absent. */
  questionsCloseAt?: string | null | undefined;
  /** Currencies that are bid in besides. */
  rates?: Array<TenderRateInput>;
  /** By which rules it is held; what they need is checked when it is published. Since 0.2. */
  rulePack?: RulePack;
  /** With SHARES: per cent by rank; 100 together. */
  shares?: Array<string>;
  /** Site of yours that the goods are for. */
  shipToSiteId?: string | number | null | undefined;
  /** With SINGLE_SOURCE: why; up to 2,000 characters. */
  singleReason?: string | null | undefined;
  /** Minutes between the deadlines of lots; 0 to 120. */
  staggerMinutes?: number;
  /** Up to 5 steps; TIME when absent. */
  tieBreak?: Array<TenderTieBreakInput> | null | undefined;
  /** Up to 200 characters. */
  title: string;
  /** What a year of credit costs, such as 0.06; payment days do not count when absent. */
  yearlyRate?: string | null | undefined;
};

/** What a lot asks for: a part or free text. */
export type TenderLineInput = {
  /** Whether another part may be offered. */
  alternatesAllowed?: boolean;
  /** What is wanted, up to 2,000 characters; the name of the part when absent. */
  description?: string | null | undefined;
  /** Position of its lot, from 1. */
  lot?: number;
  /** By when. */
  needBy?: string | null | undefined;
  /** Your line number, up to 36 characters; 10, 20, 30 ... when absent. */
  number?: string | null | undefined;
  /** The part. */
  partId?: string | number | null | undefined;
  /** Part number, where no part is named; up to 70 characters. */
  partNumber?: string | null | undefined;
  /** How much; above zero. */
  quantity: string;
  /** Revision of its drawing, up to 40 characters. */
  revision?: string | null | undefined;
  /** A site of yours; that of the tender when absent. */
  shipToSiteId?: string | number | null | undefined;
  /** Target price, in the currency of the tender. */
  target?: string | null | undefined;
  /** Units that the target is for. */
  targetBasis?: string;
  /** Whether bidders read the target. */
  targetShown?: boolean;
  /** In which unit. */
  unit?: string;
};

/** How a list of tenders is sorted. */
export type TenderOrder =
  /** The nearest deadline of a first lot first; those without one last. */
  | 'CLOSES_AT_ASC'
  /** The other way round. */
  | 'CLOSES_AT_DESC'
  /** The latest first: drafted, or of others published. */
  | 'LATEST';

/** Who may bid. */
export type TenderProcedure =
  /** Every supplier. */
  | 'OPEN'
  /** Who is invited. */
  | 'SELECTIVE'
  /** The one who is invited, for a reason. */
  | 'SINGLE_SOURCE';

/** A currency that is bid in besides, at a rate frozen for the tender. */
export type TenderRateInput = {
  /** ISO 4217. */
  currency: string;
  /** Units of the tender's currency for one of it. */
  rate: string;
};

/** What a round is for. */
export type TenderRoundKind =
  /** The last offers; nothing follows. */
  | 'BEST_AND_FINAL'
  /** The first bids. */
  | 'FIRST'
  /** Bids again, among some. */
  | 'ROUND';

/** Where a tender or lot stands; derived from its dates. */
export type TenderStatus =
  /** Bids are taken later. */
  | 'ANNOUNCED'
  /** It is awarded. */
  | 'AWARDED'
  /** Bids are taken. */
  | 'BIDDING'
  /** It was called off. */
  | 'CANCELLED'
  /** The deadline has passed; the bids are not open yet. */
  | 'CLOSED'
  /** Only its buyer sees it. */
  | 'DRAFT'
  /** The buyer reads the bids. */
  | 'EVALUATION'
  /** The award is decided and waits before it becomes contracts; bidders may challenge it. */
  | 'STANDSTILL'
  /** It is awarded to nobody. */
  | 'UNSUCCESSFUL';

/** One step of the tie-break. */
export type TenderTieBreakInput = {
  /** With CRITERION. */
  best?: BestValue | null | undefined;
  /** By what. */
  by: TieBreakStep;
  /** With CRITERION: its id, or `price`, `quality`. */
  criterionId?: string | null | undefined;
};

/** What to ask, and how. */
export type TestAskingInput = {
  /** The profile. */
  profileId: string | number;
  /** An own part number of yours. */
  supplierPart: string;
};

/** What parts bids of the same value. */
export type TieBreakStep =
  /** The better one in a criterion goes first. */
  | 'CRITERION'
  /** By lot, with a seed that is drawn after the close and published. */
  | 'LOT'
  /** The earlier one goes first. */
  | 'TIME';

/** Whether the history of a unit is known; never blank. */
export type Trace =
  /** Trace does not apply. */
  | 'NAP'
  /** Trace is not available. */
  | 'NAV'
  /** Traceable. */
  | 'YES';

/** Which days a transit counts. */
export type TransitDays =
  /** All days. */
  | 'CALENDAR'
  /** Monday to Friday. */
  | 'WORKING';

/** How long goods travel by one method. */
export type TransitInput = {
  /** ISO 3166-1; empty: any country. */
  country?: string;
  /** 0 to 365; null takes the way away. */
  days?: number | null | undefined;
  /** Which days count. */
  kind?: TransitDays;
  /** Capitals, digits and _; up to 20. */
  method: string;
  /** From; empty: any place. */
  place?: string;
  /** Empty: any. */
  region?: string;
};

/** A correction to take back. */
export type UndoCorrectionInput = {
  /** The correction. */
  correctionId: string | number;
  /** Why, 3 to 500 characters. */
  reason: string;
};

/** Which despatch was entered by mistake. */
export type UndoDespatchInput = {
  /** The number under which it was entered. */
  despatchNumber: string;
  /** The version that was read. */
  expectedVersion?: number | null | undefined;
  /** The order. */
  orderId: string | number;
  /** Why, up to 500 characters; the buyer reads it. */
  reason: string;
};

/** A merge to take back. */
export type UndoManufacturerMergeInput = {
  /** The merge. */
  mergeId: string | number;
  /** Why, 3 to 500 characters. */
  reason: string;
};

/** What becomes of a unit whose repair was refused. */
export type UnitDisposition =
  /** It comes back as it is. */
  | 'RETURN_AS_IS'
  /** It is scrapped. */
  | 'SCRAP';

/** What shall change; absent fields stay. */
export type UpdateOrganizationInput = {
  /** Operators only; null takes it away. */
  cage?: string | null | undefined;
  /** Seat. */
  country?: string | null | undefined;
  /** Currency it counts in. */
  currency?: string | null | undefined;
  /** Operators only; null takes it away. */
  duns?: string | null | undefined;
  /** The version that was read. */
  expectedVersion: number;
  /** Operators only; null takes it away. */
  gln?: string | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** Absent: the own organisation. Others: operators only. */
  organizationId?: string | number | null | undefined;
  /** Operators only; null takes it away. */
  peppolId?: string | null | undefined;
  /** Operators only. */
  roles?: Array<OrganizationRole> | null | undefined;
};

/** Which upload, as it was read. */
export type UploadDecisionInput = {
  /** The version that was read. */
  expectedVersion: number;
  /** UUID. */
  uploadId: string | number;
};

/** Which upload. */
export type UploadInput = {
  /** UUID. */
  uploadId: string | number;
};

/** What a file brings. */
export type UploadKind =
  /** Parts, prices and terms. */
  | 'CATALOGUE'
  /** Prices of known offers. */
  | 'PRICES'
  /** Stock of known offers. */
  | 'STOCK';

/** How far an upload has come. */
export type UploadState =
  /** It cannot be published; `reasons` say why. */
  | 'BLOCKED'
  /** It was given up. */
  | 'DISCARDED'
  /** It could not be read or published; `failure` says why. */
  | 'FAILED'
  /** It may be published after a person has confirmed what `reasons` say. */
  | 'NEEDS_CONFIRMATION'
  /** The file is being read into staging. */
  | 'PARSING'
  /** It is a version of its catalogue. */
  | 'PUBLISHED'
  /** A worker publishes it. */
  | 'PUBLISHING'
  /** The file has arrived; nothing has been read. */
  | 'QUARANTINED'
  /** The preview is there; it may be published. */
  | 'STAGED';

/** What an urgent request waits for. */
export type UrgentClock =
  /** The order that was to follow. */
  | 'PO'
  /** The supplier's answer. */
  | 'RESPOND'
  /** The goods to leave. */
  | 'SHIP';

/** What happened to an urgent request. */
export type UrgentEventKind =
  /** The supplier accepted it. */
  | 'ACCEPTED'
  /** A clock ran out. */
  | 'BREACH'
  /** The buyer took it back. */
  | 'CANCELLED'
  /** The desks talked. */
  | 'CONTACTED'
  /** The supplier declined it. */
  | 'DECLINED'
  /** It became less urgent, for a reason. */
  | 'DOWNGRADED'
  /** It ran out some time ago. */
  | 'ESCALATION'
  /** What was held was given back. */
  | 'HOLD_EXPIRED'
  /** It was raised. */
  | 'OPENED'
  /** Its order was placed. */
  | 'ORDERED'
  /** It became more urgent. */
  | 'RAISED'
  /** It left. */
  | 'SHIPPED'
  /** A clock is about to run out. */
  | 'WARNING';

/** Where an urgent request stands. */
export type UrgentStatus =
  /** The supplier has said when it leaves. */
  | 'ACCEPTED'
  /** The buyer took it back. */
  | 'CANCELLED'
  /** The supplier cannot help. */
  | 'DECLINED'
  /** It waits for the supplier. */
  | 'OPEN'
  /** It has left. */
  | 'SHIPPED';

/** An erroneous bid. */
export type VoidAuctionBidInput = {
  /** The auction. */
  auctionId: string | number;
  /** Why, for all who take part; up to 2,000 characters. */
  reason: string;
  /** Its number in the ledger. */
  sequence: number;
};

/** The end of an auction. */
export type VoidAuctionInput = {
  /** The auction. */
  auctionId: string | number;
  /** Why, for all who take part; up to 2,000 characters. */
  reason: string;
};

/** Which, and why. */
export type WaiveCertificateInput = {
  /** The certificate. */
  certificateId: string | number;
  /** The order. */
  orderId: string | number;
  /** Why, 1 to 500 characters. */
  reason: string;
};

/** What units must be; everything that is said must be met. Unknown meets nothing. */
export type WantedLotInput = {
  /** All of these certificates; 1 to 20. */
  certificates?: Array<string> | null | undefined;
  /** One of these conditions, or its equal in the other list; 1 to 20. */
  conditions?: Array<string> | null | undefined;
  /** Least days of shelf life left on the day of need, 0 to 36,500. */
  shelfDaysMin?: number | null | undefined;
  /** The trace indicator. */
  trace?: Trace | null | undefined;
};

/** When changes are mailed. */
export type WatchDelivery =
  /** As they happen. */
  | 'AT_ONCE'
  /** All of a day in one letter, at 6:00 UTC. */
  | 'DAILY';

/** What changed. */
export type WatchNoticeKind =
  /** Somebody began to offer the part to you. */
  | 'OFFER'
  /** A base unit costs less, or no more than the limit. */
  | 'PRICE'
  /** There is stock, or as much as was asked for. */
  | 'STOCK';

/** What kind of way leads to a fitted part. */
export type WayKind =
  /** Another part that may stand in. */
  | 'ALTERNATE'
  /** A unit in exchange for yours. */
  | 'EXCHANGE'
  /** A unit as removed, to be repaired before it is fitted, or one of yours that the supplier repairs. */
  | 'REPAIR'
  /** The part that was asked for. */
  | 'SAME_PART';

/** What may go wrong on a way. */
export type WayRisk =
  /** The supplier states no condition. */
  | 'CONDITION_UNKNOWN'
  /** Your engineering must agree first. */
  | 'CONSENT_NEEDED'
  /** Your unit must go back. */
  | 'CORE_RETURN'
  /** Nobody has said how long it travels. */
  | 'DATE_UNKNOWN'
  /** The date rests on a lead time or on assumed calendars or ways. */
  | 'ESTIMATED_DATE'
  /** It arrives after the day. */
  | 'LATE'
  /** It can be neither cancelled nor returned. */
  | 'NON_RETURNABLE'
  /** It cannot be fitted as it comes. */
  | 'NOT_AIRWORTHY_AS_IS'
  /** The quantity keeps no pack rule or price break. */
  | 'NOT_ORDERABLE_ALONE'
  /** No price holds. */
  | 'NO_PRICE'
  /** The supplier offers it on request only. */
  | 'ON_REQUEST'
  /** You must have a unit to send. */
  | 'OWN_UNIT_NEEDED'
  /** The stock was counted more than a day ago. */
  | 'STOCK_NOT_FRESH';

/** Which bid is withdrawn. */
export type WithdrawBidInput = {
  /** Versions that were seen: `seq` of the bid, or `edits` of the draft; 0 before the first. */
  expectedVersion: number;
  /** The lot. */
  lotId: string | number;
  /** The tender. */
  tenderId: string | number;
};

/** A link of yours to take back. */
export type WithdrawLinkInput = {
  /** The link. */
  linkId: string | number;
  /** Why, up to 500 characters. */
  reason?: string | null | undefined;
};

export type ClassificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClassificationsQuery = { classificationReleases: Array<{ system: string, version: string, current: boolean, classes: number, fileName: string, loadedAt: string }> };

export type IdentitiesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type IdentitiesQuery = { identityCorrections: { nodes: Array<{ id: string, kind: CorrectionKind, supplierId: string | null, reason: string, batch: string | null, madeAt: string, undoneAt: string | null, from: { id: string, number: string, manufacturer: { name: string } }, to: { id: string, number: string, manufacturer: { name: string } } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type FindPartsQueryVariables = Exact<{
  number: string;
}>;


export type FindPartsQuery = { partByNumber: Array<{ id: string, number: string, name: string, manufacturer: { id: string, name: string, code: string }, offers: Array<{ supplier: { id: string, name: string } }> }> };

export type MergePartsMutationVariables = Exact<{
  input: MergePartsInput;
}>;


export type MergePartsMutation = { mergeParts: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SplitPartMutationVariables = Exact<{
  input: SplitPartInput;
}>;


export type SplitPartMutation = { splitPart: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type UndoCorrectionMutationVariables = Exact<{
  input: UndoCorrectionInput;
}>;


export type UndoCorrectionMutation = { undoCorrection: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ManufacturerRowFragment = { id: string, code: string, name: string, cages: Array<string>, issuingBody: boolean, version: number, succeededOn: string | null, successor: { id: string, name: string } | null, names: Array<{ kind: ManufacturerNameKind, value: string, retired: boolean }> };

export type ManufacturersQueryVariables = Exact<{
  filter?: ManufacturerFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ManufacturersQuery = { manufacturers: { nodes: Array<{ id: string, code: string, name: string, cages: Array<string>, issuingBody: boolean, version: number, succeededOn: string | null, successor: { id: string, name: string } | null, names: Array<{ kind: ManufacturerNameKind, value: string, retired: boolean }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, manufacturerMerges: { nodes: Array<{ id: string, reason: string, madeAt: string, undoneAt: string | null, from: { id: string, name: string, code: string }, into: { id: string, name: string, code: string } }> } };

export type FindManufacturersQueryVariables = Exact<{
  text: string;
}>;


export type FindManufacturersQuery = { manufacturers: { nodes: Array<{ id: string, code: string, name: string }> } };

export type ChangeManufacturerMutationVariables = Exact<{
  input: ChangeManufacturerInput;
}>;


export type ChangeManufacturerMutation = { changeManufacturer: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type NameManufacturerMutationVariables = Exact<{
  input: NameManufacturerInput;
}>;


export type NameManufacturerMutation = { nameManufacturer: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RetireManufacturerNameMutationVariables = Exact<{
  input: NameManufacturerInput;
}>;


export type RetireManufacturerNameMutation = { retireManufacturerName: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type MergeManufacturersMutationVariables = Exact<{
  input: MergeManufacturersInput;
}>;


export type MergeManufacturersMutation = { mergeManufacturers: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type UndoManufacturerMergeMutationVariables = Exact<{
  input: UndoManufacturerMergeInput;
}>;


export type UndoManufacturerMergeMutation = { undoManufacturerMerge: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AlternateLinkFragment = { id: string, orgId: string, code: string, codeName: string, class: string | null, className: string | null, meaning: LinkMeaning, effect: LinkEffect, setNumber: string | null, assertedAs: LinkCapacity, standing: LinkStanding, reverseStanding: LinkStanding | null, authority: string | null, remark: string | null, effectiveFrom: string, effectiveTo: string | null, assertedAt: string, mine: boolean, assertedBy: { id: string, name: string }, from: { id: string, number: string }, to: Array<{ quantity: string | null, part: { id: string, number: string } }>, applicability: Array<{ model: string | null, msnFrom: number | null, msnTo: number | null, modification: string | null }>, approvals: Array<{ id: string, kind: LinkCapacity, fleet: string | null, validFrom: string, validTo: string | null, note: string | null, revokedAt: string | null, mine: boolean }> };

export type PartAlternatesQueryVariables = Exact<{
  id: string | number;
  application?: ApplicationInput | null | undefined;
  consent: boolean;
  depth: number;
}>;


export type PartAlternatesQuery = { part: { id: string, number: string, saleBlock: { replacedBy: { id: string, number: string } | null } | null, alternatives: Array<{ place: number, reason: AlternativeReason, message: string, qualified: boolean, parts: Array<{ quantity: string | null, part: { id: string, number: string, name: string, manufacturer: { name: string } } }>, path: Array<{ reversed: boolean, qualified: boolean, ownNumber: string | null, from: { id: string, number: string }, to: { id: string, number: string } | null, link: { id: string, code: string, class: string | null, authority: string | null, standing: LinkStanding, reverseStanding: LinkStanding | null, assertedBy: { name: string } } | null }>, offers: Array<{ id: string }> }>, interchangeLinks: Array<{ id: string, orgId: string, code: string, codeName: string, class: string | null, className: string | null, meaning: LinkMeaning, effect: LinkEffect, setNumber: string | null, assertedAs: LinkCapacity, standing: LinkStanding, reverseStanding: LinkStanding | null, authority: string | null, remark: string | null, effectiveFrom: string, effectiveTo: string | null, assertedAt: string, mine: boolean, assertedBy: { id: string, name: string }, from: { id: string, number: string }, to: Array<{ quantity: string | null, part: { id: string, number: string } }>, applicability: Array<{ model: string | null, msnFrom: number | null, msnTo: number | null, modification: string | null }>, approvals: Array<{ id: string, kind: LinkCapacity, fleet: string | null, validFrom: string, validTo: string | null, note: string | null, revokedAt: string | null, mine: boolean }> }> } | null };

export type InterchangeCodesQueryVariables = Exact<{ [key: string]: never; }>;


export type InterchangeCodesQuery = { interchangeCodes: Array<{ list: string, code: string, name: string }> };

export type PartChoicesQueryVariables = Exact<{
  number: string;
  manufacturer?: string | null | undefined;
}>;


export type PartChoicesQuery = { partByNumber: Array<{ id: string, number: string, name: string, manufacturer: { name: string, code: string } }> };

export type AssertLinkMutationVariables = Exact<{
  input: AssertLinkInput;
}>;


export type AssertLinkMutation = { assertLink: { link: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type WithdrawLinkMutationVariables = Exact<{
  input: WithdrawLinkInput;
}>;


export type WithdrawLinkMutation = { withdrawLink: { link: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ApproveLinkMutationVariables = Exact<{
  input: ApproveLinkInput;
}>;


export type ApproveLinkMutation = { approveLink: { link: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RevokeLinkApprovalMutationVariables = Exact<{
  input: RevokeLinkApprovalInput;
}>;


export type RevokeLinkApprovalMutation = { revokeLinkApproval: { link: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type PartHistoryQueryVariables = Exact<{
  partId: string | number;
}>;


export type PartHistoryQuery = { partOrders: Array<{ orderId: string, orderNumber: string, lineNumber: string, placedAt: string, supplierPart: string, priceSource: string, needBy: string | null, promisedOn: string | null, supplier: { name: string }, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, lineAmount: { amount: string, currency: string }, quantities: Array<{ quantity: string, status: ScheduleStatus, deliverOn: string | null }> }> };

export type PartPriceHistoryQueryVariables = Exact<{
  partId: string | number;
}>;


export type PartPriceHistoryQuery = { partPriceHistory: Array<{ offerId: string, supplierPart: string, since: string | null, until: string | null, supplier: { name: string }, price: { amount: string, currency: string, basis: string, unit: string } }> };

export type PartMarketQueryVariables = Exact<{
  id: string | number;
}>;


export type PartMarketQuery = { part: { id: string, marketPrices: Array<{ day: string, condition: string | null, sellersMin: number, median: { amount: string, currency: string, basis: string, unit: string }, low: { amount: string, currency: string, basis: string, unit: string }, high: { amount: string, currency: string, basis: string, unit: string } }> } | null };

export type OfferAnswerFragment = { priceSource: PriceSource | null, priceValidFrom: string | null, priceValidTo: string | null, breakFrom: string | null, smallestBreak: string | null, priceType: PriceKind, stockLabel: StockLabel, available: string, fitting: string | null, leadDays: number | null, earliest: string | null, needByMet: boolean | null, obstacles: Array<OfferObstacle>, offer: { id: string, supplierId: string, supplierPart: string, name: string, orderUnit: string, contentUnit: string | null, contentPerOrderUnit: string | null, priceUnit: string, minimum: string, multiple: string, leadDays: number | null, leadKind: LeadKind | null, ncnr: boolean, returnableDays: number | null, condition: string | null, approvalBasis: string | null, countryOfOrigin: string | null, revision: string | null, actualMaker: string | null, breakMode: BreakMode, priceFactor: { numerator: string, denominator: string }, breaks: Array<{ from: string, price: { amount: string, currency: string, basis: string, unit: string } }>, supplier: { id: string, name: string, country: string } }, price: { amount: string, currency: string, basis: string, unit: string } | null, lineAmount: { amount: string, currency: string } | null, explanation: Array<{ rule: PriceRule, text: string }>, charges: Array<{ code: string, per: ChargeBase, applies: ChargeCondition, below: { amount: string, currency: string } | null, amount: { amount: string, currency: string } }>, packRule: { minimum: string, multiple: string, nearest: { below: string | null, above: string } | null }, stock: Array<{ location: string, quantity: string, asOf: string, source: StockSource, label: StockLabel }> };

export type PartQueryVariables = Exact<{
  id: string | number;
  input: AvailabilityInput;
}>;


export type PartQuery = { part: { id: string, number: string, name: string, description: string | null, unit: string | null, shelfLifeDays: number | null, hazmat: string | null, approvalBasis: string | null, unNumber: string | null, hazardClass: string | null, packingGroup: string | null, shelfLifeExtendable: boolean | null, eccn: string | null, hsCode: string | null, lifeLimited: boolean | null, essentiality: string | null, spareClass: string | null, names: Array<{ language: string, name: string }>, aliases: Array<{ id: string, kind: AliasKind, number: string, shared: boolean, validTo: string | null }>, mergedInto: { id: string, number: string, manufacturer: { name: string } } | null, manufacturer: { code: string, name: string, issuingBody: boolean, successor: { name: string } | null }, classifications: Array<{ system: string, code: string, names: Array<{ language: string, name: string }> }> } | null, availability: { lines: Array<{ line: number, quantity: string, offers: Array<{ priceSource: PriceSource | null, priceValidFrom: string | null, priceValidTo: string | null, breakFrom: string | null, smallestBreak: string | null, priceType: PriceKind, stockLabel: StockLabel, available: string, fitting: string | null, leadDays: number | null, earliest: string | null, needByMet: boolean | null, obstacles: Array<OfferObstacle>, offer: { id: string, supplierId: string, supplierPart: string, name: string, orderUnit: string, contentUnit: string | null, contentPerOrderUnit: string | null, priceUnit: string, minimum: string, multiple: string, leadDays: number | null, leadKind: LeadKind | null, ncnr: boolean, returnableDays: number | null, condition: string | null, approvalBasis: string | null, countryOfOrigin: string | null, revision: string | null, actualMaker: string | null, breakMode: BreakMode, priceFactor: { numerator: string, denominator: string }, breaks: Array<{ from: string, price: { amount: string, currency: string, basis: string, unit: string } }>, supplier: { id: string, name: string, country: string } }, price: { amount: string, currency: string, basis: string, unit: string } | null, lineAmount: { amount: string, currency: string } | null, explanation: Array<{ rule: PriceRule, text: string }>, charges: Array<{ code: string, per: ChargeBase, applies: ChargeCondition, below: { amount: string, currency: string } | null, amount: { amount: string, currency: string } }>, packRule: { minimum: string, multiple: string, nearest: { below: string | null, above: string } | null }, stock: Array<{ location: string, quantity: string, asOf: string, source: StockSource, label: StockLabel }> }>, problem: { code: AvailabilityProblemCode, message: string } | null }> } };

export type OfferQuantitiesQueryVariables = Exact<{
  input: AvailabilityInput;
}>;


export type OfferQuantitiesQuery = { availability: { lines: Array<{ line: number, quantity: string, offers: Array<{ priceSource: PriceSource | null, priceValidFrom: string | null, priceValidTo: string | null, breakFrom: string | null, smallestBreak: string | null, priceType: PriceKind, stockLabel: StockLabel, available: string, fitting: string | null, leadDays: number | null, earliest: string | null, needByMet: boolean | null, obstacles: Array<OfferObstacle>, offer: { id: string, supplierId: string, supplierPart: string, name: string, orderUnit: string, contentUnit: string | null, contentPerOrderUnit: string | null, priceUnit: string, minimum: string, multiple: string, leadDays: number | null, leadKind: LeadKind | null, ncnr: boolean, returnableDays: number | null, condition: string | null, approvalBasis: string | null, countryOfOrigin: string | null, revision: string | null, actualMaker: string | null, breakMode: BreakMode, priceFactor: { numerator: string, denominator: string }, breaks: Array<{ from: string, price: { amount: string, currency: string, basis: string, unit: string } }>, supplier: { id: string, name: string, country: string } }, price: { amount: string, currency: string, basis: string, unit: string } | null, lineAmount: { amount: string, currency: string } | null, explanation: Array<{ rule: PriceRule, text: string }>, charges: Array<{ code: string, per: ChargeBase, applies: ChargeCondition, below: { amount: string, currency: string } | null, amount: { amount: string, currency: string } }>, packRule: { minimum: string, multiple: string, nearest: { below: string | null, above: string } | null }, stock: Array<{ location: string, quantity: string, asOf: string, source: StockSource, label: StockLabel }> }> }> } };

export type SavePartAliasesMutationVariables = Exact<{
  input: SavePartAliasesInput;
}>;


export type SavePartAliasesMutation = { savePartAliases: { added: number | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SaveCommonAliasesMutationVariables = Exact<{
  input: SaveCommonAliasesInput;
}>;


export type SaveCommonAliasesMutation = { saveCommonAliases: { added: number | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type EndPartAliasMutationVariables = Exact<{
  input: EndAliasInput;
}>;


export type EndPartAliasMutation = { endPartAlias: { aliasId: string } };

export type EndCommonAliasMutationVariables = Exact<{
  input: EndAliasInput;
}>;


export type EndCommonAliasMutation = { endCommonAlias: { aliasId: string } };

export type StockChangedSubscriptionVariables = Exact<{
  partIds: Array<string | number> | string | number;
}>;


export type StockChangedSubscription = { stockChanged: { partId: string, offers: Array<{ offerId: string, available: string, stock: Array<{ location: string, quantity: string, asOf: string, source: StockSource, label: StockLabel }> }> } };

export type PartPlacesQueryVariables = Exact<{
  partId: string | number;
  alternates: boolean;
  siteId?: string | number | null | undefined;
}>;


export type PartPlacesQuery = { stockMap: Array<{ reason: AlternativeReason | null, label: StockLabel, part: { id: string, number: string, manufacturer: { name: string } }, offer: { id: string, supplierPart: string, orderUnit: string, leadDays: number | null, leadKind: LeadKind | null, condition: string | null, supplier: { name: string, country: string } }, place: { location: string, quantity: string, asOf: string, source: StockSource, label: StockLabel } | null, transit: { days: number, kind: TransitDays, method: string } | null }> };

export type PromiseSitesQueryVariables = Exact<{ [key: string]: never; }>;


export type PromiseSitesQuery = { sites: Array<{ id: string, code: string, name: string }> };

export type PromiseDatesQueryVariables = Exact<{
  input: PromiseInput;
}>;


export type PromiseDatesQuery = { promise: { lines: Array<{ problem: { message: string } | null, promises: Array<{ id: string, problem: PromiseProblem | null, shipOn: string | null, arriveOn: string | null, method: string | null, basis: PromiseBasis | null, confidence: PromiseConfidence | null, needByMet: boolean | null, validUntil: string, offer: { id: string, supplierPart: string, orderUnit: string, supplier: { id: string, name: string } } | null, parts: Array<{ basis: PromiseBasis, place: string, reference: string | null, quantity: string, shipOn: string }> }> }> } };

export type ReservePromiseMutationVariables = Exact<{
  input: ReservePromiseInput;
}>;


export type ReservePromiseMutation = { reservePromise: { promise: { id: string, heldUntil: string | null } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PartUnitsQueryVariables = Exact<{
  id: string | number;
  languages: Array<string> | string;
}>;


export type PartUnitsQuery = { part: { id: string, content: Array<{ id: string, kind: ContentKind, series: string, language: string, title: string, alt: string | null, mediaType: string | null, name: string | null, size: number | null, link: string | null, linkState: LinkState | null, checkedAt: string | null, author: { id: string, name: string } }>, offers: Array<{ id: string, supplierPart: string, orderUnit: string, supplier: { id: string, name: string }, lots: Array<{ id: string, location: string, lotNumber: string | null, serialNumber: string | null, condition: string, certificates: Array<string>, trace: Trace, shelfLifeOn: string | null, free: string, files: Array<{ id: string, kind: string, number: string | null, name: string }> }> }> } | null };

export type AddContentMutationVariables = Exact<{
  input: AddContentInput;
}>;


export type AddContentMutation = { addContent: { content: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type MessageQueryVariables = Exact<{
  id: string | number;
}>;


export type MessageQuery = { message: { id: string, direction: MessageDirection, format: string | null, state: MessageState, test: boolean, transport: string, transportId: string | null, controlNumber: string | null, acknowledged: MessageAcknowledgement | null, createdAt: string, settledAt: string | null, nextAttemptAt: string | null, attempts: number, size: number, sha256: string, raw: string, reply: string | null, replyStatus: number | null, problems: Array<{ at: string, code: string, line: number | null, message: string, severity: DocumentProblemSeverity }>, documents: Array<{ id: string, position: number, coordinate: string, businessNumber: string | null, orderId: string | null, state: ExchangeDocumentState, problems: Array<{ at: string, code: string, line: number | null, message: string, severity: DocumentProblemSeverity }> }>, deliveryAttempts: Array<{ number: number, startedAt: string, endedAt: string, outcome: DeliveryAttemptOutcome, status: number | null, detail: string | null, reply: string | null }> } };

export type ProblemFactsFragment = { at: string, code: string, line: number | null, message: string, severity: DocumentProblemSeverity };

export type MessagesQueryVariables = Exact<{
  filter?: MessageFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MessagesQuery = { messages: { nodes: Array<{ id: string, direction: MessageDirection, format: string | null, state: MessageState, test: boolean, transport: string, transportId: string | null, createdAt: string, attempts: number, nextAttemptAt: string | null, size: number, problems: Array<{ severity: DocumentProblemSeverity }>, documents: Array<{ id: string, coordinate: string, businessNumber: string | null, orderId: string | null, state: ExchangeDocumentState }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ResendMessageMutationVariables = Exact<{
  input: MessageInput;
}>;


export type ResendMessageMutation = { resendMessage: { message: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReplayMessageMutationVariables = Exact<{
  input: MessageInput;
}>;


export type ReplayMessageMutation = { replayMessage: { message: { id: string, state: MessageState } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type PartnersQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnersQuery = { partnerProfiles: Array<{ id: string, role: PartnerProfileRole, name: string, format: ExchangeFormat, transport: ExchangeTransport, endpoint: string | null, folder: string | null, hasSecret: boolean, settingsJson: string, status: PartnerProfileStatus, testMode: boolean, version: number }>, partnerIdentities: Array<{ organizationId: string, scheme: string, value: string }>, messages: { nodes: Array<{ id: string, direction: MessageDirection, state: MessageState, test: boolean }> }, me: { organization: { id: string, name: string, roles: Array<OrganizationRole> } }, partnerships: Array<{ status: PartnershipStatus, buyer: { id: string, name: string }, supplier: { id: string, name: string } }> };

export type ProfileFactsFragment = { id: string, role: PartnerProfileRole, name: string, format: ExchangeFormat, transport: ExchangeTransport, endpoint: string | null, folder: string | null, hasSecret: boolean, settingsJson: string, status: PartnerProfileStatus, testMode: boolean, version: number };

export type SavePartnerProfileMutationVariables = Exact<{
  input: SavePartnerProfileInput;
}>;


export type SavePartnerProfileMutation = { savePartnerProfile: { partnerProfile: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SavePartnerIdentitiesMutationVariables = Exact<{
  input: SavePartnerIdentitiesInput;
}>;


export type SavePartnerIdentitiesMutation = { savePartnerIdentities: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type SendTestOrderMutationVariables = Exact<{
  input: SendTestOrderInput;
}>;


export type SendTestOrderMutation = { sendTestOrder: { messageId: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type HomeQueryVariables = Exact<{
  orders: boolean;
  catalogues: boolean;
  exchange: boolean;
  baskets: boolean;
  tenders: boolean;
  bids: boolean;
}>;


export type HomeQuery = { needsYou?: Array<{ kind: NeedKind, side: OrderSide, orderId: string, orderNumber: string, partnerName: string, since: string, dueOn: string | null }>, bought?: { totalCount: number }, sold?: { totalCount: number }, asked?: { nodes: Array<{ runningAuction: string | null, id: string, number: string, title: string, status: TenderStatus, procedure: TenderProcedure, confidentiality: TenderConfidentiality, currency: string, closesAt: string | null, createdAt: string, publishedAt: string | null, standstills: Array<{ failedAt: string | null, concludedAt: string | null, takenBackAt: string | null, challenges: Array<{ decision: ChallengeDecision | null }> }>, buyer: { id: string, name: string }, tally: { closesNext: string | null, bidders: number | null, lotsBid: number, lotsToConfirm: number, lotsDrafted: number, lotsWon: number, questionsOpen: number, invited: boolean } }> }, offered?: { nodes: Array<{ id: string, number: string, title: string, status: TenderStatus, procedure: TenderProcedure, confidentiality: TenderConfidentiality, currency: string, closesAt: string | null, createdAt: string, publishedAt: string | null, invitations: Array<{ declinedAt: string | null }>, buyer: { id: string, name: string }, tally: { closesNext: string | null, bidders: number | null, lotsBid: number, lotsToConfirm: number, lotsDrafted: number, lotsWon: number, questionsOpen: number, invited: boolean } }> }, uploads?: { nodes: Array<{ id: string, fileName: string, kind: UploadKind, state: UploadState, createdAt: string, counts: { rows: number, new: number, changed: number, withdrawn: number, refused: number } | null }> }, catalogues?: Array<{ id: string, activeOffers: number }>, failed?: { nodes: Array<{ id: string, direction: MessageDirection, format: string | null, state: MessageState, createdAt: string, documents: Array<{ id: string, coordinate: string, businessNumber: string | null }> }> }, profiles?: Array<{ id: string }>, baskets?: Array<{ id: string, lineCount: number }>, sites: Array<{ id: string, kinds: Array<SiteKind>, status: SiteStatus }>, partnerships: Array<{ status: PartnershipStatus, proposedBy: string, buyer: { id: string, name: string }, supplier: { id: string, name: string } }> };

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange: { accepted: boolean, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { accessToken: string | null, expiresAt: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type LeaveOrganizationMutationVariables = Exact<{ [key: string]: never; }>;


export type LeaveOrganizationMutation = { leaveOrganization: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type DirectoryQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DirectoryQuery = { organizations: { nodes: Array<{ memberCount: number | null, id: string, name: string, country: string, currency: string, roles: Array<OrganizationRole>, status: OrganizationStatus, cage: string | null, duns: string | null, gln: string | null, peppolId: string | null, createdAt: string, version: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, breakGlasses: Array<{ id: string, reason: string, openedAt: string, expiresAt: string, closedAt: string | null, organization: { id: string, name: string } }>, me: { organization: { id: string } } };

export type CreateOrganizationMutationVariables = Exact<{
  input: CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization: { organization: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type SuspendOrganizationMutationVariables = Exact<{
  input: SuspendOrganizationInput;
}>;


export type SuspendOrganizationMutation = { suspendOrganization: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type OpenBreakGlassMutationVariables = Exact<{
  input: OpenBreakGlassInput;
}>;


export type OpenBreakGlassMutation = { openBreakGlass: { breakGlass: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type CloseBreakGlassMutationVariables = Exact<{
  input: BreakGlassInput;
}>;


export type CloseBreakGlassMutation = { closeBreakGlass: { __typename: 'CloseBreakGlassPayload' } };

export type TakeBreakGlassTokenMutationVariables = Exact<{
  input: BreakGlassInput;
}>;


export type TakeBreakGlassTokenMutation = { takeBreakGlassToken: { token: { accessToken: string, expiresAt: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: ConfirmEmailChangeInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: { email: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { invitationPreview: { organizationName: string, email: string, hasAccount: boolean } | null };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { organization: { id: string, name: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { apiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null }>, me: { permissions: Array<string> } };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, apiKey: { id: string, name: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { apiKey: { id: string } } };

export type OutboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OutboxQuery = { outbox: { nodes: Array<{ id: string, recipient: string, subject: string, text: string, state: MailState, attempts: number, error: string | null, createdAt: string, sentAt: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type MembersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type MembersQuery = { members: { nodes: Array<{ id: string, name: string, email: string, roles: Array<string>, joinedAt: string, version: number }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, invitations: Array<{ id: string, email: string, roles: Array<string>, createdAt: string, expiresAt: string, status: string }>, roles: Array<{ id: string | null, name: string, permissions: Array<string>, builtIn: boolean, version: number }>, me: { permissions: Array<string>, person: { email: string } | null } };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember: { invitation: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ChangeMemberRolesMutationVariables = Exact<{
  input: ChangeMemberRolesInput;
}>;


export type ChangeMemberRolesMutation = { changeMemberRoles: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SaveRoleMutationVariables = Exact<{
  input: SaveRoleInput;
}>;


export type SaveRoleMutation = { saveRole: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PartnershipsQueryVariables = Exact<{
  text?: string | null | undefined;
  role?: OrganizationRole | null | undefined;
}>;


export type PartnershipsQuery = { partnerships: Array<{ status: PartnershipStatus, accountNumber: string | null, paymentTerms: string | null, proposedBy: string, suspendedBy: string | null, changedAt: string, version: number, deliveryTerms: { code: string, place: string } | null, buyer: { id: string, name: string, country: string }, supplier: { id: string, name: string, country: string }, tolerances: { pricePercent: string | null, priceAbsolute: string | null, currency: string | null, quantityPercent: string | null, daysEarly: number | null, daysLate: number | null, packRounding: boolean, version: number } | null }>, me: { organization: { id: string, roles: Array<OrganizationRole>, currency: string } }, organizations: { nodes: Array<{ id: string, name: string, country: string, roles: Array<OrganizationRole> }> } };

export type PartnershipFactsFragment = { status: PartnershipStatus, accountNumber: string | null, paymentTerms: string | null, proposedBy: string, suspendedBy: string | null, changedAt: string, version: number, deliveryTerms: { code: string, place: string } | null, buyer: { id: string, name: string, country: string }, supplier: { id: string, name: string, country: string }, tolerances: { pricePercent: string | null, priceAbsolute: string | null, currency: string | null, quantityPercent: string | null, daysEarly: number | null, daysLate: number | null, packRounding: boolean, version: number } | null };

export type ProposePartnershipMutationVariables = Exact<{
  input: ProposePartnershipInput;
}>;


export type ProposePartnershipMutation = { proposePartnership: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AcceptPartnershipMutationVariables = Exact<{
  input: AcceptPartnershipInput;
}>;


export type AcceptPartnershipMutation = { acceptPartnership: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ChangePartnershipMutationVariables = Exact<{
  input: ChangePartnershipInput;
}>;


export type ChangePartnershipMutation = { changePartnership: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SetTolerancesMutationVariables = Exact<{
  input: SetTolerancesInput;
}>;


export type SetTolerancesMutation = { setTolerances: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { accepted: boolean, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { accepted: boolean, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { me: { organization: { id: string, name: string, country: string, currency: string, roles: Array<OrganizationRole>, status: OrganizationStatus, cage: string | null, duns: string | null, gln: string | null, peppolId: string | null, createdAt: string, version: number } } };

export type OrganizationCardFragment = { id: string, name: string, country: string, currency: string, roles: Array<OrganizationRole>, status: OrganizationStatus, cage: string | null, duns: string | null, gln: string | null, peppolId: string | null, createdAt: string, version: number };

export type UpdateOrganizationMutationVariables = Exact<{
  input: UpdateOrganizationInput;
}>;


export type UpdateOrganizationMutation = { updateOrganization: { organization: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { accessToken: string | null, expiresAt: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SitesQueryVariables = Exact<{ [key: string]: never; }>;


export type SitesQuery = { sites: Array<{ id: string, code: string, name: string, kinds: Array<SiteKind>, gln: string | null, status: SiteStatus, version: number, address: { lines: Array<string>, city: string, region: string | null, postalCode: string | null, country: string } }>, me: { organization: { id: string, country: string } } };

export type SaveSiteMutationVariables = Exact<{
  input: SaveSiteInput;
}>;


export type SaveSiteMutation = { saveSite: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RetireSiteMutationVariables = Exact<{
  input: RetireSiteInput;
}>;


export type RetireSiteMutation = { retireSite: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type AogPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AogPageQuery = { sites: Array<{ id: string, code: string, name: string }>, priorities: Array<{ code: string, respondMinutes: number | null, shipMinutes: number | null }> };

export type AogWaysQueryVariables = Exact<{
  input: AogSourcingInput;
}>;


export type AogWaysQuery = { aogSourcing: { needBy: string, problem: string | null, choices: Array<{ partId: string, number: string, manufacturerName: string }>, ways: Array<{ rank: number, kind: WayKind, partId: string, condition: string | null, inTime: boolean | null, readyOn: string | null, risks: Array<WayRisk>, alternate: { reason: AlternativeReason, message: string, path: Array<{ from: { id: string, number: string }, to: { id: string, number: string } | null }> } | null, lineAmount: { amount: string, currency: string } | null, price: { amount: string, currency: string, basis: string, unit: string } | null, offer: { id: string, supplierPart: string, name: string, orderUnit: string, exchangeTerms: { currency: string, coreValue: string, deposit: string, coreDays: number, dayKind: LeadKind, lateFee: string, lateDays: number, billedAt: CoreBilling, version: number } | null, repairTerms: { currency: string, price: string | null, evaluationFee: string, turnDays: number, dayKind: LeadKind, version: number } | null, supplier: { id: string, name: string } }, promise: { id: string, arriveOn: string | null, shipOn: string | null, method: string | null, basis: PromiseBasis | null, parts: Array<{ place: string, quantity: string }> } | null }> } };

export type RaiseUrgentMutationVariables = Exact<{
  input: RaiseUrgentInput;
}>;


export type RaiseUrgentMutation = { raiseUrgent: { request: { id: string, number: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type OrderRepairMutationVariables = Exact<{
  input: OrderRepairInput;
}>;


export type OrderRepairMutation = { orderRepair: { rotable: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type BasketChoiceQueryVariables = Exact<{ [key: string]: never; }>;


export type BasketChoiceQuery = { baskets: Array<{ id: string, name: string, lineCount: number }> };

export type CreateBasketMutationVariables = Exact<{
  input: CreateBasketInput;
}>;


export type CreateBasketMutation = { createBasket: { basket: { id: string, name: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AddToBasketMutationVariables = Exact<{
  input: AddToBasketInput;
}>;


export type AddToBasketMutation = { addToBasket: { basket: { id: string, name: string, lineCount: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type HoldBasketMutationVariables = Exact<{
  input: HoldBasketInput;
}>;


export type HoldBasketMutation = { holdBasket: { basket: { id: string, heldUntil: string | null } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReleaseBasketMutationVariables = Exact<{
  input: ReleaseBasketInput;
}>;


export type ReleaseBasketMutation = { releaseBasket: { id: string, heldUntil: string | null } };

export type PricedOfferFragment = { offerId: string, supplierId: string, supplierName: string, partId: string, supplierPart: string, manufacturerPart: string | null, manufacturer: string | null, name: string, priceSource: string | null, free: string | null, earliest: string | null, nearestBelow: string | null, nearestAbove: string | null, ncnr: boolean, content: { value: string, unit: string } | null, minimum: { value: string, unit: string }, multiple: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } | null, amount: { amount: string, currency: string } | null };

export type BasketLineFragment = { id: string, offerId: string, quantity: string, needBy: string | null, note: string | null, ncnrAccepted: boolean, alternatesConsent: AlternatesConsent, budgetAccepted: boolean, fitting: string | null, coreDueAt: string | null, notices: Array<BasketNotice>, held: string | null, heldUntil: string | null, requires: { certificates: Array<string>, dualRelease: boolean, lots: { conditions: Array<string> | null, certificates: Array<string> | null, trace: Trace | null, shelfDaysMin: number | null } | null } | null, exchange: { currency: string, coreValue: string, deposit: string, coreDays: number, dayKind: LeadKind, version: number } | null, priceSeen: { amount: string, currency: string, basis: string, unit: string }, now: { budget: boolean, offerId: string, supplierId: string, supplierName: string, partId: string, supplierPart: string, manufacturerPart: string | null, manufacturer: string | null, name: string, priceSource: string | null, free: string | null, earliest: string | null, nearestBelow: string | null, nearestAbove: string | null, ncnr: boolean, explanation: Array<{ rule: PriceRule, text: string }>, content: { value: string, unit: string } | null, minimum: { value: string, unit: string }, multiple: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } | null, amount: { amount: string, currency: string } | null } | null };

export type BasketQueryVariables = Exact<{
  id: string | number;
}>;


export type BasketQuery = { basket: { id: string, name: string, version: number, heldUntil: string | null, lines: Array<{ id: string, offerId: string, quantity: string, needBy: string | null, note: string | null, ncnrAccepted: boolean, alternatesConsent: AlternatesConsent, budgetAccepted: boolean, fitting: string | null, coreDueAt: string | null, notices: Array<BasketNotice>, held: string | null, heldUntil: string | null, requires: { certificates: Array<string>, dualRelease: boolean, lots: { conditions: Array<string> | null, certificates: Array<string> | null, trace: Trace | null, shelfDaysMin: number | null } | null } | null, exchange: { currency: string, coreValue: string, deposit: string, coreDays: number, dayKind: LeadKind, version: number } | null, priceSeen: { amount: string, currency: string, basis: string, unit: string }, now: { budget: boolean, offerId: string, supplierId: string, supplierName: string, partId: string, supplierPart: string, manufacturerPart: string | null, manufacturer: string | null, name: string, priceSource: string | null, free: string | null, earliest: string | null, nearestBelow: string | null, nearestAbove: string | null, ncnr: boolean, explanation: Array<{ rule: PriceRule, text: string }>, content: { value: string, unit: string } | null, minimum: { value: string, unit: string }, multiple: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } | null, amount: { amount: string, currency: string } | null } | null }> } | null, sites: Array<{ id: string, code: string, name: string, kinds: Array<SiteKind>, status: SiteStatus, address: { city: string, country: string } }> };

export type ChangeBasketLineMutationVariables = Exact<{
  input: ChangeBasketLineInput;
}>;


export type ChangeBasketLineMutation = { changeBasketLine: { basket: { id: string, version: number, lines: Array<{ id: string, offerId: string, quantity: string, needBy: string | null, note: string | null, ncnrAccepted: boolean, alternatesConsent: AlternatesConsent, budgetAccepted: boolean, fitting: string | null, coreDueAt: string | null, notices: Array<BasketNotice>, held: string | null, heldUntil: string | null, requires: { certificates: Array<string>, dualRelease: boolean, lots: { conditions: Array<string> | null, certificates: Array<string> | null, trace: Trace | null, shelfDaysMin: number | null } | null } | null, exchange: { currency: string, coreValue: string, deposit: string, coreDays: number, dayKind: LeadKind, version: number } | null, priceSeen: { amount: string, currency: string, basis: string, unit: string }, now: { budget: boolean, offerId: string, supplierId: string, supplierName: string, partId: string, supplierPart: string, manufacturerPart: string | null, manufacturer: string | null, name: string, priceSource: string | null, free: string | null, earliest: string | null, nearestBelow: string | null, nearestAbove: string | null, ncnr: boolean, explanation: Array<{ rule: PriceRule, text: string }>, content: { value: string, unit: string } | null, minimum: { value: string, unit: string }, multiple: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } | null, amount: { amount: string, currency: string } | null } | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RemoveBasketLineMutationVariables = Exact<{
  input: RemoveBasketLineInput;
}>;


export type RemoveBasketLineMutation = { removeBasketLine: { id: string, version: number, lines: Array<{ id: string, offerId: string, quantity: string, needBy: string | null, note: string | null, ncnrAccepted: boolean, alternatesConsent: AlternatesConsent, budgetAccepted: boolean, fitting: string | null, coreDueAt: string | null, notices: Array<BasketNotice>, held: string | null, heldUntil: string | null, requires: { certificates: Array<string>, dualRelease: boolean, lots: { conditions: Array<string> | null, certificates: Array<string> | null, trace: Trace | null, shelfDaysMin: number | null } | null } | null, exchange: { currency: string, coreValue: string, deposit: string, coreDays: number, dayKind: LeadKind, version: number } | null, priceSeen: { amount: string, currency: string, basis: string, unit: string }, now: { budget: boolean, offerId: string, supplierId: string, supplierName: string, partId: string, supplierPart: string, manufacturerPart: string | null, manufacturer: string | null, name: string, priceSource: string | null, free: string | null, earliest: string | null, nearestBelow: string | null, nearestAbove: string | null, ncnr: boolean, explanation: Array<{ rule: PriceRule, text: string }>, content: { value: string, unit: string } | null, minimum: { value: string, unit: string }, multiple: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } | null, amount: { amount: string, currency: string } | null } | null }> } };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { placeOrder: { orders: Array<{ id: string, number: string, supplier: { name: string }, total: { amount: string, currency: string } }> | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type BasketsQueryVariables = Exact<{ [key: string]: never; }>;


export type BasketsQuery = { baskets: Array<{ id: string, name: string, lineCount: number, changedAt: string }> };

export type DeleteBasketMutationVariables = Exact<{
  input: DeleteBasketInput;
}>;


export type DeleteBasketMutation = { deleteBasket: string };

export type LotsToShipQueryVariables = Exact<{
  orderId: string | number;
}>;


export type LotsToShipQuery = { lotsToShip: Array<{ lineNumber: string, lots: Array<{ lotNumber: string | null, serialNumber: string | null, condition: string, shelfLifeOn: string | null, location: string, own: string, free: string }> }> };

export type ShipOrderMutationVariables = Exact<{
  input: ShipOrderInput;
}>;


export type ShipOrderMutation = { shipOrder: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReceiveOrderMutationVariables = Exact<{
  input: ReceiveOrderInput;
}>;


export type ReceiveOrderMutation = { receiveOrder: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type UndoDespatchMutationVariables = Exact<{
  input: UndoDespatchInput;
}>;


export type UndoDespatchMutation = { undoDespatch: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type OrderWholeFragment = { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> };

export type SubstitutePartFragment = { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null };

export type OrderPlaceWholeFragment = { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null };

export type OrderQueryVariables = Exact<{
  id: string | number;
  withMessages: boolean;
}>;


export type OrderQuery = { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, messages?: { nodes: Array<{ id: string, direction: MessageDirection, format: string | null, state: MessageState, createdAt: string, test: boolean, documents: Array<{ id: string, coordinate: string, businessNumber: string | null, state: ExchangeDocumentState }> }> } };

export type OrderChangedSubscriptionVariables = Exact<{
  orderIds: Array<string | number> | string | number;
}>;


export type OrderChangedSubscription = { orderChanged: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } };

export type AnswerProposalMutationVariables = Exact<{
  input: AnswerProposalInput;
}>;


export type AnswerProposalMutation = { answerProposal: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AnswerRequestMutationVariables = Exact<{
  input: AnswerRequestInput;
}>;


export type AnswerRequestMutation = { answerRequest: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ConfirmOrderMutationVariables = Exact<{
  input: ConfirmOrderInput;
}>;


export type ConfirmOrderMutation = { confirmOrder: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RejectOrderMutationVariables = Exact<{
  input: RejectOrderInput;
}>;


export type RejectOrderMutation = { rejectOrder: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CancelOrderMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CancelOrderMutation = { cancelOrder: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CloseShortMutationVariables = Exact<{
  input: CancelOrderInput;
}>;


export type CloseShortMutation = { closeShort: { order: { id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, currency: string, version: number, placedAt: string, acknowledgedAt: string | null, requestedDelivery: string | null, deliveryTerms: string | null, paymentTerms: string | null, note: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, billTo: { code: string, name: string, lines: Array<string>, city: string | null, region: string | null, postalCode: string | null, country: string | null }, total: { amount: string, currency: string }, liveTotal: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, private: { costReference: string | null, internalNote: string | null } | null, cores: Array<{ id: string, number: string, status: RotableStatus, outSerial: string | null, inSerial: string | null, dueAt: string | null }>, lines: Array<{ id: string, number: string, partId: string, offerId: string, supplierPart: string, buyerPart: string | null, manufacturer: string | null, manufacturerPart: string | null, description: string | null, priceSource: string, ncnr: boolean, needBy: string | null, note: string | null, alternatesConsent: AlternatesConsent, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string }, amount: { amount: string, currency: string }, liveAmount: { amount: string, currency: string }, charges: Array<{ code: string, amount: string }>, schedules: Array<{ id: string, quantity: string, status: ScheduleStatus, base: ScheduleStatus | null, shipOn: string | null, deliverOn: string | null, reason: string | null, price: { amount: string, currency: string, basis: string, unit: string }, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null, proposal: { quantity: string | null, shipOn: string | null, deliverOn: string | null, price: { amount: string, currency: string, basis: string, unit: string } | null, substitute: { supplierPart: string | null, manufacturerPart: string | null, manufacturer: string | null, description: string | null } | null } | null, request: { quantity: string | null, deliverOn: string | null } | null }> }>, timeline: Array<{ seq: number, kind: OrderEventKind, side: OrderSide, memberName: string | null, channel: OrderChannel, at: string, reason: string | null, despatchNumber: string | null }> } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PaperWholeFragment = { id: string, lineId: string, kind: string, source: CertificateSource, provider: CertificateSide, dualRelease: boolean, status: CertificateStatus, reason: string | null, files: Array<{ id: string, name: string, number: string | null, issuer: string | null, datedOn: string | null, serialNumber: string | null, lotNumber: string | null, quantity: string, flags: Array<CertificateFlag>, status: CertificateFileStatus, reason: string | null }> };

export type GateCheckWholeFragment = { lineId: string, ruleId: string, code: string, version: number, kind: GateKind, result: GateResult, reason: GateReason, sentence: string, releaser: CertificateSide, certificateId: string | null, status: GateStatus, releaseReason: string | null };

export type OrderPapersQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderPapersQuery = { order: { id: string, certificates: Array<{ id: string, lineId: string, kind: string, source: CertificateSource, provider: CertificateSide, dualRelease: boolean, status: CertificateStatus, reason: string | null, files: Array<{ id: string, name: string, number: string | null, issuer: string | null, datedOn: string | null, serialNumber: string | null, lotNumber: string | null, quantity: string, flags: Array<CertificateFlag>, status: CertificateFileStatus, reason: string | null }> }>, gateChecks: Array<{ lineId: string, ruleId: string, code: string, version: number, kind: GateKind, result: GateResult, reason: GateReason, sentence: string, releaser: CertificateSide, certificateId: string | null, status: GateStatus, releaseReason: string | null }>, lots: Array<{ lineId: string, lotNumber: string | null, serialNumber: string | null, condition: string | null, shelfLifeOn: string | null, quantity: string | null, hasLeft: boolean }> } | null };

export type PromiseCertificateMutationVariables = Exact<{
  input: CertificateStepInput;
}>;


export type PromiseCertificateMutation = { promiseCertificate: { certificate: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type WaiveCertificateMutationVariables = Exact<{
  input: WaiveCertificateInput;
}>;


export type WaiveCertificateMutation = { waiveCertificate: { certificate: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type AttachCertificateMutationVariables = Exact<{
  input: AttachCertificateInput;
}>;


export type AttachCertificateMutation = { attachCertificate: { certificate: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReviewCertificateMutationVariables = Exact<{
  input: ReviewCertificateInput;
}>;


export type ReviewCertificateMutation = { reviewCertificate: { certificate: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReleaseGateMutationVariables = Exact<{
  input: ReleaseGateInput;
}>;


export type ReleaseGateMutation = { releaseGate: { check: { ruleId: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type OrdersQueryVariables = Exact<{
  filter?: OrderFilter | null | undefined;
  orderBy?: OrderOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { totalCount: number, nodes: Array<{ id: string, side: OrderSide, number: string, supplierNumber: string | null, status: OrderStatus, channel: OrderChannel, placedAt: string, requestedDelivery: string | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, shipTo: { code: string, name: string, city: string | null }, liveTotal: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type QuickOrderQueryVariables = Exact<{
  text: string;
}>;


export type QuickOrderQuery = { resolveQuickOrder: Array<{ line: number, number: string, manufacturer: string | null, quantity: string, problem: QuickLineProblem | null, choices: Array<{ partId: string, number: string, manufacturerCode: string, manufacturerName: string, name: string }>, offers: Array<{ offerId: string, supplierId: string, supplierName: string, partId: string, supplierPart: string, manufacturerPart: string | null, manufacturer: string | null, name: string, priceSource: string | null, free: string | null, earliest: string | null, nearestBelow: string | null, nearestAbove: string | null, ncnr: boolean, content: { value: string, unit: string } | null, minimum: { value: string, unit: string }, multiple: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } | null, amount: { amount: string, currency: string } | null }> }> };

export type OffersOfChoiceQueryVariables = Exact<{
  input: AvailabilityInput;
}>;


export type OffersOfChoiceQuery = { availability: { lines: Array<{ line: number, offers: Array<{ priceSource: PriceSource | null, priceValidFrom: string | null, priceValidTo: string | null, breakFrom: string | null, smallestBreak: string | null, priceType: PriceKind, stockLabel: StockLabel, available: string, fitting: string | null, leadDays: number | null, earliest: string | null, needByMet: boolean | null, obstacles: Array<OfferObstacle>, offer: { id: string, supplierId: string, supplierPart: string, name: string, orderUnit: string, contentUnit: string | null, contentPerOrderUnit: string | null, priceUnit: string, minimum: string, multiple: string, leadDays: number | null, leadKind: LeadKind | null, ncnr: boolean, returnableDays: number | null, condition: string | null, approvalBasis: string | null, countryOfOrigin: string | null, revision: string | null, actualMaker: string | null, breakMode: BreakMode, priceFactor: { numerator: string, denominator: string }, breaks: Array<{ from: string, price: { amount: string, currency: string, basis: string, unit: string } }>, supplier: { id: string, name: string, country: string } }, price: { amount: string, currency: string, basis: string, unit: string } | null, lineAmount: { amount: string, currency: string } | null, explanation: Array<{ rule: PriceRule, text: string }>, charges: Array<{ code: string, per: ChargeBase, applies: ChargeCondition, below: { amount: string, currency: string } | null, amount: { amount: string, currency: string } }>, packRule: { minimum: string, multiple: string, nearest: { below: string | null, above: string } | null }, stock: Array<{ location: string, quantity: string, asOf: string, source: StockSource, label: StockLabel }> }> }> } };

export type GateRuleFactsFragment = { id: string, code: string, version: number, speaksFor: GateVoice, kind: GateKind, outcome: GateOutcome, document: string | null, provider: CertificateSide | null, releaser: CertificateSide, conditions: string, sentence: string, validFrom: string, endedAt: string | null };

export type CertificateNeedsQueryVariables = Exact<{ [key: string]: never; }>;


export type CertificateNeedsQuery = { certificateNeeds: Array<{ kind: string, supplierId: string | null, dualRelease: boolean }>, partnerships: Array<{ status: PartnershipStatus, supplier: { id: string, name: string } }>, me: { organization: { id: string } } };

export type GateRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type GateRulesQuery = { gateRules: Array<{ id: string, code: string, version: number, speaksFor: GateVoice, kind: GateKind, outcome: GateOutcome, document: string | null, provider: CertificateSide | null, releaser: CertificateSide, conditions: string, sentence: string, validFrom: string, endedAt: string | null }>, me: { organization: { id: string, roles: Array<OrganizationRole> } } };

export type SaveCertificateNeedsMutationVariables = Exact<{
  input: SaveCertificateNeedsInput;
}>;


export type SaveCertificateNeedsMutation = { saveCertificateNeeds: { needs: Array<{ kind: string }> | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SaveGateRuleMutationVariables = Exact<{
  input: SaveGateRuleInput;
}>;


export type SaveGateRuleMutation = { saveGateRule: { rule: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type EndGateRuleMutationVariables = Exact<{
  input: EndGateRuleInput;
}>;


export type EndGateRuleMutation = { endGateRule: { code: string } };

export type RotableRowFragment = { id: string, kind: RotableKind, number: string, status: RotableStatus, offerId: string, partNumber: string, supplierPart: string, description: string, orderId: string | null, currency: string, note: string | null, outSerial: string | null, outWaybill: string | null, inPart: string | null, inSerial: string | null, inWaybill: string | null, certificate: string | null, certificateNumber: string | null, findings: string | null, reasonCode: CoreRejection | null, reason: string | null, quoted: string | null, quoteUntil: string | null, disposition: UnitDisposition | null, dueAt: string | null, lateSince: string | null, version: number, steps: Array<RotableStep>, value: { amount: string, currency: string } | null, fee: { amount: string, currency: string } | null, exchange: { deposit: string, outrightPrice: string | null, billedAt: CoreBilling, lateFee: string, lateDays: number, lateFeesMax: number, billDays: number | null, replaceDays: number } | null, repair: { evaluationFee: string, approveDays: number, turnDays: number } | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, events: Array<{ seq: number, kind: RotableEventKind, at: string, detail: string }>, charges: Array<{ kind: RotableChargeKind, n: number, at: string, amount: { amount: string, currency: string } }> };

export type RotablesQueryVariables = Exact<{
  side: DeskSide;
  closed: boolean;
}>;


export type RotablesQuery = { rotables: Array<{ id: string, kind: RotableKind, number: string, status: RotableStatus, offerId: string, partNumber: string, supplierPart: string, description: string, orderId: string | null, currency: string, note: string | null, outSerial: string | null, outWaybill: string | null, inPart: string | null, inSerial: string | null, inWaybill: string | null, certificate: string | null, certificateNumber: string | null, findings: string | null, reasonCode: CoreRejection | null, reason: string | null, quoted: string | null, quoteUntil: string | null, disposition: UnitDisposition | null, dueAt: string | null, lateSince: string | null, version: number, steps: Array<RotableStep>, value: { amount: string, currency: string } | null, fee: { amount: string, currency: string } | null, exchange: { deposit: string, outrightPrice: string | null, billedAt: CoreBilling, lateFee: string, lateDays: number, lateFeesMax: number, billDays: number | null, replaceDays: number } | null, repair: { evaluationFee: string, approveDays: number, turnDays: number } | null, buyer: { id: string, name: string }, supplier: { id: string, name: string }, events: Array<{ seq: number, kind: RotableEventKind, at: string, detail: string }>, charges: Array<{ kind: RotableChargeKind, n: number, at: string, amount: { amount: string, currency: string } }> }> };

export type SendExchangeUnitMutationVariables = Exact<{
  input: SendExchangeUnitInput;
}>;


export type SendExchangeUnitMutation = { sendExchangeUnit: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ShipUnitMutationVariables = Exact<{
  input: ShipUnitInput;
}>;


export type ShipUnitMutation = { shipUnit: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReceiveUnitMutationVariables = Exact<{
  input: ReceiveUnitInput;
}>;


export type ReceiveUnitMutation = { receiveUnit: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type InspectCoreMutationVariables = Exact<{
  input: InspectCoreInput;
}>;


export type InspectCoreMutation = { inspectCore: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type JudgeCoreMutationVariables = Exact<{
  input: JudgeCoreInput;
}>;


export type JudgeCoreMutation = { judgeCore: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type BillCoreMutationVariables = Exact<{
  input: BillCoreInput;
}>;


export type BillCoreMutation = { billCore: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ExtendCoreMutationVariables = Exact<{
  input: ExtendCoreInput;
}>;


export type ExtendCoreMutation = { extendCore: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CancelRepairMutationVariables = Exact<{
  input: CancelRepairInput;
}>;


export type CancelRepairMutation = { cancelRepair: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type QuoteRepairMutationVariables = Exact<{
  input: QuoteRepairInput;
}>;


export type QuoteRepairMutation = { quoteRepair: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AnswerQuoteMutationVariables = Exact<{
  input: AnswerQuoteInput;
}>;


export type AnswerQuoteMutation = { answerQuote: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type FinishRepairMutationVariables = Exact<{
  input: FinishRepairInput;
}>;


export type FinishRepairMutation = { finishRepair: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReturnUnitMutationVariables = Exact<{
  input: ReturnUnitInput;
}>;


export type ReturnUnitMutation = { returnUnit: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ScrapUnitMutationVariables = Exact<{
  input: ScrapUnitInput;
}>;


export type ScrapUnitMutation = { scrapUnit: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type UrgentOfferQueryVariables = Exact<{
  input: AvailabilityInput;
}>;


export type UrgentOfferQuery = { availability: { lines: Array<{ offers: Array<{ offer: { id: string, supplierPart: string, ncnr: boolean, exchangeTerms: { currency: string, coreValue: string, deposit: string, coreDays: number, dayKind: LeadKind, version: number } | null }, price: { amount: string, currency: string, basis: string, unit: string } | null, lineAmount: { amount: string, currency: string } | null }> }> } };

export type OrderUrgentMutationVariables = Exact<{
  input: OrderUrgentInput;
}>;


export type OrderUrgentMutation = { orderUrgent: { request: { id: string, orderId: string | null } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type UrgentDeskQueryVariables = Exact<{
  side: DeskSide;
  closed: boolean;
}>;


export type UrgentDeskQuery = { urgentRequests: Array<{ id: string, number: string, priority: string, status: UrgentStatus, offerId: string, supplierPart: string, description: string, quantity: string, minimumQuantity: string, orderUnit: string, tail: string | null, groundedAt: string | null, contact: string, needAt: string, respondBy: string, shipBy: string, poBy: string | null, promisedAt: string | null, waybill: string | null, held: string, heldUntil: string | null, orderId: string | null, dueClock: UrgentClock | null, dueAt: string | null, version: number, buyer: { id: string, name: string }, supplier: { id: string, name: string }, events: Array<{ seq: number, kind: UrgentEventKind, at: string, actorOrg: string | null, detail: string }> }> };

export type UrgentRecordQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type UrgentRecordQuery = { priorityReport: Array<{ supplierId: string, priority: string, requests: number, respondPercent: number | null, shipPercent: number | null }> };

export type AnswerUrgentMutationVariables = Exact<{
  input: AnswerUrgentInput;
}>;


export type AnswerUrgentMutation = { answerUrgent: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ShipUrgentMutationVariables = Exact<{
  input: ShipUrgentInput;
}>;


export type ShipUrgentMutation = { shipUrgent: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CancelUrgentMutationVariables = Exact<{
  input: CancelUrgentInput;
}>;


export type CancelUrgentMutation = { cancelUrgent: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ChangePriorityMutationVariables = Exact<{
  input: ChangePriorityInput;
}>;


export type ChangePriorityMutation = { changePriority: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type LogContactMutationVariables = Exact<{
  input: LogContactInput;
}>;


export type LogContactMutation = { logContact: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type WatchCardFragment = { id: string, name: string, partId: string | null, query: string | null, classification: string | null, onOffer: boolean, onStock: boolean, onPrice: boolean, stockMin: string | null, priceMax: string | null, priceCurrency: string | null, delivery: WatchDelivery, byMail: boolean, version: number };

export type WatchesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type WatchesQuery = { watches: Array<{ id: string, name: string, partId: string | null, query: string | null, classification: string | null, onOffer: boolean, onStock: boolean, onPrice: boolean, stockMin: string | null, priceMax: string | null, priceCurrency: string | null, delivery: WatchDelivery, byMail: boolean, version: number }>, watchNotices: { nodes: Array<{ id: string, kind: WatchNoticeKind, newOffers: number | null, available: string | null, priceBefore: string | null, at: string, readAt: string | null, price: { amount: string, currency: string, unit: string } | null, part: { id: string, number: string, name: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SaveWatchMutationVariables = Exact<{
  input: SaveWatchInput;
}>;


export type SaveWatchMutation = { saveWatch: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RemoveWatchMutationVariables = Exact<{
  watchId: string | number;
}>;


export type RemoveWatchMutation = { removeWatch: string };

export type ReadWatchNoticesMutationVariables = Exact<{
  noticeIds: Array<string | number> | string | number;
}>;


export type ReadWatchNoticesMutation = { readWatchNotices: number };

export type StopWatchMailMutationVariables = Exact<{
  token: string;
}>;


export type StopWatchMailMutation = { stopWatchMail: boolean };

export type AgreementFactsFragment = { id: string, number: string, version: number, currency: string, validFrom: string, validTo: string, pricingDate: PricingDate, paymentTerms: string | null, bestPrice: boolean, endedAt: string | null, endReason: string | null, incoterm: { code: string, edition: number, place: string } | null, supplier: { id: string, name: string }, buyer: { id: string, name: string }, terms: Array<{ category: string | null, discountPercent: string | null }> };

export type AgreementsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AgreementsQuery = { agreements: { nodes: Array<{ id: string, number: string, version: number, currency: string, validFrom: string, validTo: string, pricingDate: PricingDate, paymentTerms: string | null, bestPrice: boolean, endedAt: string | null, endReason: string | null, incoterm: { code: string, edition: number, place: string } | null, supplier: { id: string, name: string }, buyer: { id: string, name: string }, terms: Array<{ category: string | null, discountPercent: string | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, partnerships: Array<{ status: PartnershipStatus, buyer: { id: string, name: string }, supplier: { id: string } }>, me: { organization: { id: string, currency: string } } };

export type SignAgreementMutationVariables = Exact<{
  input: SignAgreementInput;
}>;


export type SignAgreementMutation = { signAgreement: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReplaceAgreementMutationVariables = Exact<{
  input: ReplaceAgreementInput;
}>;


export type ReplaceAgreementMutation = { replaceAgreement: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type EndAgreementMutationVariables = Exact<{
  input: EndAgreementInput;
}>;


export type EndAgreementMutation = { endAgreement: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AskingFactsFragment = { id: string, location: string, url: string, header: string | null, hasSecret: boolean, mappingJson: string, timeoutMs: number, callsMax: number, cacheSeconds: number, freshSeconds: number, keepMinutes: number, paused: boolean, line: AskingLineState, version: number };

export type AskingProfilesQueryVariables = Exact<{ [key: string]: never; }>;


export type AskingProfilesQuery = { askingProfiles: Array<{ id: string, location: string, url: string, header: string | null, hasSecret: boolean, mappingJson: string, timeoutMs: number, callsMax: number, cacheSeconds: number, freshSeconds: number, keepMinutes: number, paused: boolean, line: AskingLineState, version: number }> };

export type AskingCallsQueryVariables = Exact<{
  profileId: string | number;
  first?: number | null | undefined;
}>;


export type AskingCallsQuery = { askingCalls: { nodes: Array<{ id: string, at: string, test: boolean, outcome: AskingOutcome, status: number | null, ms: number, lines: number, figures: number, problems: Array<{ at: string, code: string }> }> } };

export type SaveAskingMutationVariables = Exact<{
  input: SaveAskingInput;
}>;


export type SaveAskingMutation = { saveAsking: { profile: { id: string, version: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RemoveAskingMutationVariables = Exact<{
  input: AskingProfileInput;
}>;


export type RemoveAskingMutation = { removeAsking: boolean };

export type TestAskingMutationVariables = Exact<{
  input: TestAskingInput;
}>;


export type TestAskingMutation = { testAsking: { outcome: AskingOutcome, status: number | null, ms: number, figures: Array<{ location: string, quantity: string, asOf: string }>, problems: Array<{ at: string, code: string }> } };

export type CalendarPageQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarPageQuery = { calendars: Array<{ place: string, name: string, timeZone: string, workingDays: Array<number>, opens: string, closes: string, cutOff: string, handlingDays: number, leadFrom: LeadFrom, version: number, days: Array<{ day: string, kind: CalendarDayKind, name: string }> }> };

export type SupplyDaysQueryVariables = Exact<{ [key: string]: never; }>;


export type SupplyDaysQuery = { transit: Array<{ place: string, country: string, region: string, method: string, days: number, kind: TransitDays }>, inbound: Array<{ offerId: string, supplierPart: string, location: string, reference: string, quantity: string, claimed: string, expectedOn: string }> };

export type SaveCalendarMutationVariables = Exact<{
  input: SaveCalendarInput;
}>;


export type SaveCalendarMutation = { saveCalendar: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SetCalendarDaysMutationVariables = Exact<{
  input: SetCalendarDaysInput;
}>;


export type SetCalendarDaysMutation = { setCalendarDays: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type SetTransitMutationVariables = Exact<{
  input: SetTransitInput;
}>;


export type SetTransitMutation = { setTransit: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type SetInboundMutationVariables = Exact<{
  input: SetInboundInput;
}>;


export type SetInboundMutation = { setInbound: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CatalogueQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CatalogueQuery = { catalogue: { mapping: string | null, id: string, name: string, currency: string, makerRule: MakerRule, makerCode: string | null, makerName: string | null, withdrawPercentMax: string, version: number, revision: number, activeOffers: number, createdAt: string } | null, publications: { nodes: Array<{ version: number, kind: PublicationKind, publishedAt: string, rolledBackTo: number | null, uploadId: string | null, counts: { new: number, changed: number, withdrawn: number } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, uploads: { nodes: Array<{ id: string, catalogueId: string | null, kind: UploadKind, fileName: string, state: UploadState, publishAt: string | null, publishZone: string | null, createdAt: string, counts: { rows: number, refused: number } | null }> } };

export type RollbackCatalogueMutationVariables = Exact<{
  input: RollbackCatalogueInput;
}>;


export type RollbackCatalogueMutation = { rollbackCatalogue: { publication: { version: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CatalogueShownQueryVariables = Exact<{
  id: string | number;
}>;


export type CatalogueShownQuery = { catalogue: { id: string, revision: number, shownTo: { to: ShownToKind, groupId: string | null }, shownCategories: Array<{ category: string, shown: { to: ShownToKind, groupId: string | null } }> } | null, buyerGroups: Array<{ id: string, name: string }> };

export type ShowCatalogueMutationVariables = Exact<{
  input: ShowCatalogueInput;
}>;


export type ShowCatalogueMutation = { showCatalogue: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CataloguesQueryVariables = Exact<{ [key: string]: never; }>;


export type CataloguesQuery = { catalogues: Array<{ id: string, name: string, currency: string, makerRule: MakerRule, makerCode: string | null, makerName: string | null, withdrawPercentMax: string, version: number, revision: number, activeOffers: number, createdAt: string }>, uploads: { nodes: Array<{ id: string, catalogueId: string | null, kind: UploadKind, fileName: string, state: UploadState, publishAt: string | null, publishZone: string | null, createdAt: string, counts: { rows: number, refused: number } | null }> }, organization: { organization: { id: string, currency: string } } };

export type CatalogueCardFragment = { id: string, name: string, currency: string, makerRule: MakerRule, makerCode: string | null, makerName: string | null, withdrawPercentMax: string, version: number, revision: number, activeOffers: number, createdAt: string };

export type CreateCatalogueMutationVariables = Exact<{
  input: CreateCatalogueInput;
}>;


export type CreateCatalogueMutation = { createCatalogue: { catalogue: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ChangeCatalogueMutationVariables = Exact<{
  input: ChangeCatalogueInput;
}>;


export type ChangeCatalogueMutation = { changeCatalogue: { catalogue: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type GroupCardFragment = { id: string, name: string, note: string | null, version: number, members: Array<{ agreementId: string | null, until: string | null, buyer: { id: string, name: string } }> };

export type BuyerGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type BuyerGroupsQuery = { buyerGroups: Array<{ id: string, name: string, note: string | null, version: number, members: Array<{ agreementId: string | null, until: string | null, buyer: { id: string, name: string } }> }>, partnerships: Array<{ status: PartnershipStatus, buyer: { id: string, name: string }, supplier: { id: string } }>, me: { organization: { id: string } } };

export type SightOfBuyerQueryVariables = Exact<{
  buyerId: string | number;
  filter: SightFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SightOfBuyerQuery = { sightOfBuyer: Array<{ catalogueId: string, name: string, active: number, seen: number }>, offersInSight: { nodes: Array<{ offerId: string, supplierPart: string, name: string, category: string | null, seen: boolean }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type CreateBuyerGroupMutationVariables = Exact<{
  input: CreateBuyerGroupInput;
}>;


export type CreateBuyerGroupMutation = { createBuyerGroup: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ChangeBuyerGroupMutationVariables = Exact<{
  input: ChangeBuyerGroupInput;
}>;


export type ChangeBuyerGroupMutation = { changeBuyerGroup: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type EndBuyerGroupMutationVariables = Exact<{
  input: EndBuyerGroupInput;
}>;


export type EndBuyerGroupMutation = { endBuyerGroup: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type SetGroupMembersMutationVariables = Exact<{
  input: SetGroupMembersInput;
}>;


export type SetGroupMembersMutation = { setGroupMembers: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type HoldRowFragment = { id: string, holderKind: HolderKind, label: string | null, held: string, status: HoldStatus, expiresAt: string, partId: string, places: Array<{ location: string, quantity: string }>, offer: { supplierPart: string, name: string, orderUnit: string } | null, buyer: { id: string, name: string } };

export type StockHoldsQueryVariables = Exact<{
  filter: StockHoldFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type StockHoldsQuery = { stockHolds: { nodes: Array<{ id: string, holderKind: HolderKind, label: string | null, held: string, status: HoldStatus, expiresAt: string, partId: string, places: Array<{ location: string, quantity: string }>, offer: { supplierPart: string, name: string, orderUnit: string } | null, buyer: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, holdPolicy: { basketMinutes: number, quoteHours: number, approvalHours: number, namedMinutes: number, version: number } };

export type ReleaseHoldsMutationVariables = Exact<{
  input: ReleaseHoldsInput;
}>;


export type ReleaseHoldsMutation = { releaseHolds: { holds: Array<{ id: string, status: HoldStatus }> | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type SaveHoldPolicyMutationVariables = Exact<{
  input: SaveHoldPolicyInput;
}>;


export type SaveHoldPolicyMutation = { saveHoldPolicy: { policy: { version: number } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type LotCodesQueryVariables = Exact<{ [key: string]: never; }>;


export type LotCodesQuery = { lotCodes: Array<{ list: LotCodeList, code: string, sold: boolean }> };

export type OwnLotFragment = { id: string, offerId: string, partId: string, supplierPart: string, name: string, orderUnit: string, location: string, lotNumber: string | null, serialNumber: string | null, condition: string, certificates: Array<string>, trace: Trace, shelfLifeOn: string | null, quantity: string, free: string, asOf: string, files: Array<{ id: string, kind: string, number: string | null, issuer: string | null, datedOn: string | null, name: string, size: number, shown: boolean }> };

export type OwnLotsQueryVariables = Exact<{
  filter?: OwnLotFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  promisedFirst?: number | null | undefined;
  promisedAfter?: string | null | undefined;
  promisedLast?: number | null | undefined;
  promisedBefore?: string | null | undefined;
}>;


export type OwnLotsQuery = { ownLots: { nodes: Array<{ id: string, offerId: string, partId: string, supplierPart: string, name: string, orderUnit: string, location: string, lotNumber: string | null, serialNumber: string | null, condition: string, certificates: Array<string>, trace: Trace, shelfLifeOn: string | null, quantity: string, free: string, asOf: string, files: Array<{ id: string, kind: string, number: string | null, issuer: string | null, datedOn: string | null, name: string, size: number, shown: boolean }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, promisedOffers: { nodes: Array<{ offerId: string, supplierPart: string, name: string, certificates: Array<string> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SaveLotsMutationVariables = Exact<{
  input: SaveLotsInput;
}>;


export type SaveLotsMutation = { saveLots: { written: number | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AttachLotCertificateMutationVariables = Exact<{
  input: AttachLotCertificateInput;
}>;


export type AttachLotCertificateMutation = { attachLotCertificate: { file: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ShowLotCertificateMutationVariables = Exact<{
  input: ShowLotCertificateInput;
}>;


export type ShowLotCertificateMutation = { showLotCertificate: { shown: boolean } };

export type PromiseCertificatesMutationVariables = Exact<{
  input: PromiseCertificatesInput;
}>;


export type PromiseCertificatesMutation = { promiseCertificates: { certificates: Array<string> | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PolicyFactsFragment = { sequence: Array<PriceSequenceStep>, version: number, matrix: Array<{ id: string, customerCategory: string, productCategory: string, discountPercent: string, validFrom: string, validTo: string }>, charges: Array<{ id: string, code: string, per: ChargeBase, applies: ChargeCondition, category: string | null, validFrom: string, validTo: string, amount: { amount: string, currency: string }, below: { amount: string, currency: string } | null }>, customers: Array<{ buyerId: string, category: string | null }> };

export type OwnPricingQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnPricingQuery = { pricingPolicy: { sequence: Array<PriceSequenceStep>, version: number, matrix: Array<{ id: string, customerCategory: string, productCategory: string, discountPercent: string, validFrom: string, validTo: string }>, charges: Array<{ id: string, code: string, per: ChargeBase, applies: ChargeCondition, category: string | null, validFrom: string, validTo: string, amount: { amount: string, currency: string }, below: { amount: string, currency: string } | null }>, customers: Array<{ buyerId: string, category: string | null }> }, partnerships: Array<{ status: PartnershipStatus, buyer: { id: string, name: string }, supplier: { id: string } }>, me: { organization: { id: string } } };

export type SetAccessSequenceMutationVariables = Exact<{
  input: SetAccessSequenceInput;
}>;


export type SetAccessSequenceMutation = { setAccessSequence: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type SaveDiscountMatrixMutationVariables = Exact<{
  input: SaveDiscountMatrixInput;
}>;


export type SaveDiscountMatrixMutation = { saveDiscountMatrix: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SaveChargeRulesMutationVariables = Exact<{
  input: SaveChargeRulesInput;
}>;


export type SaveChargeRulesMutation = { saveChargeRules: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SetCustomerCategoryMutationVariables = Exact<{
  input: SetCustomerCategoryInput;
}>;


export type SetCustomerCategoryMutation = { setCustomerCategory: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ExchangeRatesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ExchangeRatesQuery = { exchangeRates: { nodes: Array<{ id: string, kind: RateKind, from: string, to: string, rate: string, source: string, validFrom: string, validTo: string | null, own: boolean, partner: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ImportExchangeRatesMutationVariables = Exact<{
  input: ImportExchangeRatesInput;
}>;


export type ImportExchangeRatesMutation = { importExchangeRates: { written: number | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RemoveExchangeRateMutationVariables = Exact<{
  input: RemoveExchangeRateInput;
}>;


export type RemoveExchangeRateMutation = { removeExchangeRate: string };

export type SearchPartsQueryVariables = Exact<{
  query: string;
  filter?: PartSearchFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchPartsQuery = { searchParts: { matchedBy: MatchedBy | null, totalEstimate: number | null, nodes: Array<{ offerCount: number, supplierCount: number, inStock: boolean, lowestPrices: Array<{ amount: string, currency: string, basis: string, unit: string }>, part: { id: string, number: string, name: string, names: Array<{ language: string, name: string }>, manufacturer: { id: string, code: string, name: string } } }>, suggestions: Array<{ id: string, number: string, name: string, manufacturer: { id: string, name: string } }>, facets: { firstN: number, capped: boolean, inStock: number, suppliers: Array<{ id: string, name: string, count: number }>, manufacturers: Array<{ id: string, name: string, count: number }>, approvalBases: Array<{ id: string, name: string, count: number }>, classTree: Array<{ id: string, parent: string | null, name: string | null, count: number }> } | null, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StockLedgerQueryVariables = Exact<{
  offerId: string | number;
  location: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StockLedgerQuery = { stockMovements: { nodes: Array<{ id: string, at: string, kind: StockMovementKind, reservedDelta: string, quantityDelta: string, reference: string, reason: CorrectionReason | null, note: string | null, buyer: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, stockLocations: Array<{ location: string, managed: boolean }> };

export type CorrectStockMutationVariables = Exact<{
  input: CorrectStockInput;
}>;


export type CorrectStockMutation = { correctStock: { corrected: Array<{ quantity: string, reserved: string }> | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ManageLocationMutationVariables = Exact<{
  input: ManageLocationInput;
}>;


export type ManageLocationMutation = { manageLocation: { location: string, managed: boolean, offers: number } };

export type OwnStockQueryVariables = Exact<{
  filter?: StockFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OwnStockQuery = { stock: { nodes: Array<{ offerId: string, partId: string, supplierPart: string, name: string, location: string, quantity: string, reserved: string, free: string, orderUnit: string, asOf: string, source: StockSource }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SetStockMutationVariables = Exact<{
  input: SetStockInput;
}>;


export type SetStockMutation = { setStock: { written: number, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type UnitOfferFragment = { id: string, supplierPart: string, name: string, exchangeTerms: { currency: string, coreValue: string, deposit: string, outrightPrice: string | null, billedAt: CoreBilling, coreDays: number, dayKind: LeadKind, lateFee: string, lateDays: number, lateFeesMax: number, billDays: number | null, replaceDays: number, version: number } | null, repairTerms: { currency: string, pricing: RepairPricing, price: string | null, evaluationFee: string, quoteDays: number, approveDays: number, turnDays: number, dayKind: LeadKind, version: number } | null };

export type UnitOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type UnitOffersQuery = { unitOffers: Array<{ id: string, supplierPart: string, name: string, exchangeTerms: { currency: string, coreValue: string, deposit: string, outrightPrice: string | null, billedAt: CoreBilling, coreDays: number, dayKind: LeadKind, lateFee: string, lateDays: number, lateFeesMax: number, billDays: number | null, replaceDays: number, version: number } | null, repairTerms: { currency: string, pricing: RepairPricing, price: string | null, evaluationFee: string, quoteDays: number, approveDays: number, turnDays: number, dayKind: LeadKind, version: number } | null }> };

export type SaveExchangeTermsMutationVariables = Exact<{
  input: SaveExchangeTermsInput;
}>;


export type SaveExchangeTermsMutation = { saveExchangeTerms: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SaveRepairTermsMutationVariables = Exact<{
  input: SaveRepairTermsInput;
}>;


export type SaveRepairTermsMutation = { saveRepairTerms: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RemoveUnitTermsMutationVariables = Exact<{
  input: RemoveUnitTermsInput;
}>;


export type RemoveUnitTermsMutation = { removeUnitTerms: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type UploadStartQueryVariables = Exact<{ [key: string]: never; }>;


export type UploadStartQuery = { catalogues: Array<{ id: string, name: string, currency: string, version: number, activeOffers: number }> };

export type UploadColumnsQueryVariables = Exact<{
  uploadId: string | number;
  sheet?: string | null | undefined;
}>;


export type UploadColumnsQuery = { upload: { id: string, catalogueId: string | null, kind: UploadKind, fileName: string, loadMode: LoadMode | null, state: UploadState } | null, uploadHeaders: { format: string | null, charset: string | null, sheets: Array<string>, headers: Array<string>, samples: Array<Array<string>>, mappingJson: string | null, problem: string | null, targets: Array<string> }, catalogues: Array<{ id: string, name: string, currency: string }> };

export type ReadUploadMutationVariables = Exact<{
  input: ReadUploadInput;
}>;


export type ReadUploadMutation = { readUpload: { uploadId: string | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type UploadReviewQueryVariables = Exact<{
  id: string | number;
  rows: boolean;
  problems: boolean;
  change: RowChange;
  severity?: ProblemSeverity | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type UploadReviewQuery = { upload: { id: string, catalogueId: string | null, kind: UploadKind, fileName: string, format: string | null, loadMode: LoadMode | null, state: UploadState, createdAt: string, updatedAt: string, version: number, publicationVersion: number | null, publishAt: string | null, publishZone: string | null, ownTimeZone: string, counts: { rows: number, ok: number, refused: number, warnings: number, new: number, changed: number, unchanged: number, withdrawn: number, active: number, stock: number } | null, progress: { rows: number | null, errors: number | null, bytesRead: string | null, bytesTotal: string | null, step: number | null, steps: number | null }, reasons: Array<{ code: string, message: string }>, failure: { code: string, message: string } | null } | null, uploadRows?: { nodes: Array<{ supplierPart: string, change: RowChange, line: number | null, name: string | null, differences: Array<{ field: string, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, uploadProblems?: { nodes: Array<{ id: string, line: number, column: string | null, supplierPart: string | null, code: string, severity: ProblemSeverity, message: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, catalogues: Array<{ id: string, name: string, version: number }> };

export type UploadFactsFragment = { id: string, catalogueId: string | null, kind: UploadKind, fileName: string, format: string | null, loadMode: LoadMode | null, state: UploadState, createdAt: string, updatedAt: string, version: number, publicationVersion: number | null, publishAt: string | null, publishZone: string | null, ownTimeZone: string, counts: { rows: number, ok: number, refused: number, warnings: number, new: number, changed: number, unchanged: number, withdrawn: number, active: number, stock: number } | null, progress: { rows: number | null, errors: number | null, bytesRead: string | null, bytesTotal: string | null, step: number | null, steps: number | null }, reasons: Array<{ code: string, message: string }>, failure: { code: string, message: string } | null };

export type UploadProgressSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type UploadProgressSubscription = { uploadProgress: { id: string, catalogueId: string | null, kind: UploadKind, fileName: string, format: string | null, loadMode: LoadMode | null, state: UploadState, createdAt: string, updatedAt: string, version: number, publicationVersion: number | null, publishAt: string | null, publishZone: string | null, ownTimeZone: string, counts: { rows: number, ok: number, refused: number, warnings: number, new: number, changed: number, unchanged: number, withdrawn: number, active: number, stock: number } | null, progress: { rows: number | null, errors: number | null, bytesRead: string | null, bytesTotal: string | null, step: number | null, steps: number | null }, reasons: Array<{ code: string, message: string }>, failure: { code: string, message: string } | null } };

export type ConfirmUploadMutationVariables = Exact<{
  input: UploadDecisionInput;
}>;


export type ConfirmUploadMutation = { confirmUpload: { upload: { id: string, version: number, state: UploadState } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PublishUploadMutationVariables = Exact<{
  input: UploadDecisionInput;
}>;


export type PublishUploadMutation = { publishUpload: { upload: { id: string, version: number, state: UploadState } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SchedulePublicationMutationVariables = Exact<{
  input: SchedulePublicationInput;
}>;


export type SchedulePublicationMutation = { schedulePublication: { upload: { id: string, version: number, publishAt: string | null } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CallOffPublicationMutationVariables = Exact<{
  input: UploadDecisionInput;
}>;


export type CallOffPublicationMutation = { callOffPublication: { upload: { id: string, version: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type DiscardUploadMutationVariables = Exact<{
  input: UploadInput;
}>;


export type DiscardUploadMutation = { discardUpload: { upload: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type AuctionWholeFragment = { id: string, tenderId: string, lotId: string, kind: AuctionKind, status: AuctionStatus, at: string, opensAt: string, closesAt: string, extensions: number, pausedAt: string | null, resumesAt: string | null, pauseReason: string | null, voidedAt: string | null, voidReason: string | null, currency: string, scale: number, label: string | null, price: string | null, level: number | null, priceUntil: string | null, amountAtMost: string | null, amountToLead: string | null, own: { amount: string, rank: number, floor: string | null, isYourTurn: boolean | null } | null, ranking: Array<{ rank: number, label: string, amount: string, sequence: number, supplier: { id: string, name: string } }> };

export type AuctionRoomQueryVariables = Exact<{
  id: string | number;
}>;


export type AuctionRoomQuery = { auction: { id: string, tenderId: string, lotId: string, kind: AuctionKind, status: AuctionStatus, at: string, opensAt: string, closesAt: string, extensions: number, pausedAt: string | null, resumesAt: string | null, pauseReason: string | null, voidedAt: string | null, voidReason: string | null, currency: string, scale: number, label: string | null, price: string | null, level: number | null, priceUntil: string | null, amountAtMost: string | null, amountToLead: string | null, tender: { id: string, number: string, title: string, lots: Array<{ id: string, title: string }>, auction: { kind: AuctionKind, durationSeconds: number | null, mustLead: boolean | null, display: AuctionDisplay | null, bigDropPercent: string | null, rounds: number | null, turnSeconds: number | null, firstPauseSeconds: number | null, pauseSeconds: number | null, startPercent: string | null, risePercent: string | null, ceilingPercent: string | null, floorPercent: string | null, tickSeconds: number | null, appealSeconds: number | null, ownStep: { by: AuctionStepBy, value: string } | null, leadStep: { by: AuctionStepBy, value: string } | null, softClose: { triggerSeconds: number, lengthSeconds: number, extensionsMax: number, countsFrom: AuctionExtensionFrom, lowestTriggeringRank: number | null, totalSecondsMax: number | null } | null, fall: { by: AuctionStepBy, value: string } | null } | null } | null, file: { body: string, digest: string, publishedAt: string, result: string | null } | null, own: { amount: string, rank: number, floor: string | null, isYourTurn: boolean | null } | null, ranking: Array<{ rank: number, label: string, amount: string, sequence: number, supplier: { id: string, name: string } }> } | null };

export type AuctionTermsFragment = { kind: AuctionKind, durationSeconds: number | null, mustLead: boolean | null, display: AuctionDisplay | null, bigDropPercent: string | null, rounds: number | null, turnSeconds: number | null, firstPauseSeconds: number | null, pauseSeconds: number | null, startPercent: string | null, risePercent: string | null, ceilingPercent: string | null, floorPercent: string | null, tickSeconds: number | null, appealSeconds: number | null, ownStep: { by: AuctionStepBy, value: string } | null, leadStep: { by: AuctionStepBy, value: string } | null, softClose: { triggerSeconds: number, lengthSeconds: number, extensionsMax: number, countsFrom: AuctionExtensionFrom, lowestTriggeringRank: number | null, totalSecondsMax: number | null } | null, fall: { by: AuctionStepBy, value: string } | null };

export type AuctionMovedSubscriptionVariables = Exact<{
  auctionIds: Array<string | number> | string | number;
}>;


export type AuctionMovedSubscription = { auctionChanged: { id: string, at: string, status: AuctionStatus, closesAt: string, opensAt: string, extensions: number, pausedAt: string | null, resumesAt: string | null, price: string | null, level: number | null, priceUntil: string | null, amountAtMost: string | null, amountToLead: string | null, own: { amount: string, rank: number, floor: string | null, isYourTurn: boolean | null } | null } };

export type StartAuctionMutationVariables = Exact<{
  input: StartAuctionInput;
}>;


export type StartAuctionMutation = { startAuction: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PlaceAuctionBidMutationVariables = Exact<{
  input: PlaceAuctionBidInput;
}>;


export type PlaceAuctionBidMutation = { placeAuctionBid: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SetAuctionProxyMutationVariables = Exact<{
  input: SetAuctionProxyInput;
}>;


export type SetAuctionProxyMutation = { setAuctionProxy: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type TakeBackAuctionBidMutationVariables = Exact<{
  input: AuctionInput;
}>;


export type TakeBackAuctionBidMutation = { takeBackAuctionBid: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AcceptAuctionPriceMutationVariables = Exact<{
  input: AcceptAuctionPriceInput;
}>;


export type AcceptAuctionPriceMutation = { acceptAuctionPrice: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type StayInAuctionMutationVariables = Exact<{
  input: StayInAuctionInput;
}>;


export type StayInAuctionMutation = { stayInAuction: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PauseAuctionMutationVariables = Exact<{
  input: PauseAuctionInput;
}>;


export type PauseAuctionMutation = { pauseAuction: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RescheduleAuctionMutationVariables = Exact<{
  input: RescheduleAuctionInput;
}>;


export type RescheduleAuctionMutation = { rescheduleAuction: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ResumeAuctionMutationVariables = Exact<{
  input: AuctionInput;
}>;


export type ResumeAuctionMutation = { resumeAuction: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type VoidAuctionBidMutationVariables = Exact<{
  input: VoidAuctionBidInput;
}>;


export type VoidAuctionBidMutation = { voidAuctionBid: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type VoidAuctionMutationVariables = Exact<{
  input: VoidAuctionInput;
}>;


export type VoidAuctionMutation = { voidAuction: { auction: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type TenderOfBidderFragment = { id: string, number: string, title: string, description: string | null, status: TenderStatus, procedure: TenderProcedure, rulePack: RulePack, isPublic: boolean, singleReason: string | null, confidentiality: TenderConfidentiality, currency: string, qualityMin: string | null, deliveryTerm: string, paymentDays: number, yearlyRate: string | null, awardMode: AwardMode, shares: Array<string>, bidsMin: number, agreementFrom: string | null, agreementTo: string | null, questionsCloseAt: string | null, closesAt: string | null, staggerMinutes: number, pushHours: number, version: number, edits: number, createdAt: string, publishedAt: string | null, cancelledAt: string | null, cancelReason: string | null, invitations: Array<{ supplierId: string, invitedAt: string, declinedAt: string | null, declineReason: string | null }>, bids: Array<{ id: string, supplierId: string, lotId: string, round: number, seq: number, tenderVersion: number, digest: string, acceptedAt: string, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string }, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } | null }>, bidDrafts: Array<{ lotId: string, round: number, edits: number, savedAt: string, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } }>, receipts: Array<{ bidId: string, lotId: string, round: number, seq: number, kind: BidStep, digest: string, acceptedAt: string }>, openings: Array<{ bidId: string, envelope: BidEnvelope, outcome: EnvelopeOutcome, reason: string | null, openedAt: string, verdict: EnvelopeVerdict | null, verdictReason: string | null }>, awards: Array<{ id: string, lotId: string, bidId: string, supplierId: string, rank: number | null, reason: string | null, currency: string, makes: AwardProduct, standstillId: string | null, orderId: string | null, agreementId: string | null, awardedAt: string, cancelledAt: string | null, cancelReason: string | null, supplier: { id: string, name: string }, lines: Array<{ lineId: string, leadDays: number | null, alternate: string | null, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } }> }>, standstills: Array<{ id: string, lotId: string, statement: string, decidedAt: string, endsAt: string, suspendedAt: string | null, concludedAt: string | null, takenBackAt: string | null, failedAt: string | null, faults: Array<{ code: string, message: string, path: Array<string> }>, notices: Array<{ supplierId: string, sentAt: string, outcome: AwardNoticeOutcome, rank: number | null, ranked: number, refused: Array<string>, supplier: { id: string, name: string }, winners: Array<{ supplierId: string, name: string, rank: number | null, amount: string | null }> }>, challenges: Array<{ id: string, supplierId: string, reason: string, madeAt: string, decision: ChallengeDecision | null, answer: string | null, decidedAt: string | null, supplier: { id: string, name: string } }> }>, buyer: { id: string, name: string }, formula: { kind: FormulaKind, weightQuality: string | null, weightPrice: string | null, featuresMax: string | null, priceMin: string | null, priceMax: string | null, base: string | null, factor: string | null, exponent: string | null, qualityReference: string | null, priceReference: string | null }, flipExample: { winnerBefore: string, winnerAfter: string, bids: Array<{ name: string, price: string, quality: string }> } | null, criteria: Array<{ id: string, kind: CriterionKind, weight: string | null, scoreMax: string | null, scoreMin: string | null, worthMax: string | null, options: Array<{ name: string, value: string }> | null }>, tieBreak: Array<{ by: TieBreakStep, criterionId: string | null, best: BestValue | null }>, rates: Array<{ currency: string, rate: string }>, lowBid: { belowMean: string | null, belowNext: string | null } | null, sealing: { officersKey: string, threshold: number, envelopes: Array<BidEnvelope>, rehearsedAt: string | null, halves: Array<{ lotId: string, round: number, publicKey: string }> } | null, auction: { kind: AuctionKind, durationSeconds: number | null, mustLead: boolean | null, display: AuctionDisplay | null, bigDropPercent: string | null, rounds: number | null, turnSeconds: number | null, firstPauseSeconds: number | null, pauseSeconds: number | null, startPercent: string | null, risePercent: string | null, ceilingPercent: string | null, floorPercent: string | null, tickSeconds: number | null, appealSeconds: number | null, ownStep: { by: AuctionStepBy, value: string } | null, leadStep: { by: AuctionStepBy, value: string } | null, softClose: { triggerSeconds: number, lengthSeconds: number, extensionsMax: number, countsFrom: AuctionExtensionFrom, lowestTriggeringRank: number | null, totalSecondsMax: number | null } | null, fall: { by: AuctionStepBy, value: string } | null } | null, auctions: Array<{ id: string, lotId: string, kind: AuctionKind, status: AuctionStatus, opensAt: string, closesAt: string }>, lots: Array<{ id: string, position: number, title: string, status: TenderStatus, round: number, confirmFrom: number, seed: string | null, rounds: Array<{ round: number, kind: TenderRoundKind, opensAt: string, closesAt: string, closedAt: string | null, bidsFrom: string | null, rescheduled: number }> }>, lines: Array<{ id: string, lotId: string, number: string, partId: string | null, partNumber: string | null, description: string, needBy: string | null, shipTo: string | null, alternatesAllowed: boolean, revision: string | null, target: string | null, targetBasis: string | null, ownTarget: string | null, ownTargetBasis: string | null, droppedIn: number | null, quantity: { value: string, unit: string } }>, amendments: Array<{ version: number, reason: string, changes: Array<string>, confirm: boolean, madeAt: string, closesAt: string }>, documents: Array<{ id: string, title: string, name: string, sha256: string, size: number, mediaType: string, addedAt: string }>, questions: Array<{ id: string, lotId: string | null, body: string, inTime: boolean, askedAt: string, answer: string | null, answeredAt: string | null, mine: boolean }> };

export type TenderOfBidderQueryVariables = Exact<{
  id: string | number;
}>;


export type TenderOfBidderQuery = { tender: { id: string, number: string, title: string, description: string | null, status: TenderStatus, procedure: TenderProcedure, rulePack: RulePack, isPublic: boolean, singleReason: string | null, confidentiality: TenderConfidentiality, currency: string, qualityMin: string | null, deliveryTerm: string, paymentDays: number, yearlyRate: string | null, awardMode: AwardMode, shares: Array<string>, bidsMin: number, agreementFrom: string | null, agreementTo: string | null, questionsCloseAt: string | null, closesAt: string | null, staggerMinutes: number, pushHours: number, version: number, edits: number, createdAt: string, publishedAt: string | null, cancelledAt: string | null, cancelReason: string | null, invitations: Array<{ supplierId: string, invitedAt: string, declinedAt: string | null, declineReason: string | null }>, bids: Array<{ id: string, supplierId: string, lotId: string, round: number, seq: number, tenderVersion: number, digest: string, acceptedAt: string, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string }, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } | null }>, bidDrafts: Array<{ lotId: string, round: number, edits: number, savedAt: string, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } }>, receipts: Array<{ bidId: string, lotId: string, round: number, seq: number, kind: BidStep, digest: string, acceptedAt: string }>, openings: Array<{ bidId: string, envelope: BidEnvelope, outcome: EnvelopeOutcome, reason: string | null, openedAt: string, verdict: EnvelopeVerdict | null, verdictReason: string | null }>, awards: Array<{ id: string, lotId: string, bidId: string, supplierId: string, rank: number | null, reason: string | null, currency: string, makes: AwardProduct, standstillId: string | null, orderId: string | null, agreementId: string | null, awardedAt: string, cancelledAt: string | null, cancelReason: string | null, supplier: { id: string, name: string }, lines: Array<{ lineId: string, leadDays: number | null, alternate: string | null, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } }> }>, standstills: Array<{ id: string, lotId: string, statement: string, decidedAt: string, endsAt: string, suspendedAt: string | null, concludedAt: string | null, takenBackAt: string | null, failedAt: string | null, faults: Array<{ code: string, message: string, path: Array<string> }>, notices: Array<{ supplierId: string, sentAt: string, outcome: AwardNoticeOutcome, rank: number | null, ranked: number, refused: Array<string>, supplier: { id: string, name: string }, winners: Array<{ supplierId: string, name: string, rank: number | null, amount: string | null }> }>, challenges: Array<{ id: string, supplierId: string, reason: string, madeAt: string, decision: ChallengeDecision | null, answer: string | null, decidedAt: string | null, supplier: { id: string, name: string } }> }>, buyer: { id: string, name: string }, formula: { kind: FormulaKind, weightQuality: string | null, weightPrice: string | null, featuresMax: string | null, priceMin: string | null, priceMax: string | null, base: string | null, factor: string | null, exponent: string | null, qualityReference: string | null, priceReference: string | null }, flipExample: { winnerBefore: string, winnerAfter: string, bids: Array<{ name: string, price: string, quality: string }> } | null, criteria: Array<{ id: string, kind: CriterionKind, weight: string | null, scoreMax: string | null, scoreMin: string | null, worthMax: string | null, options: Array<{ name: string, value: string }> | null }>, tieBreak: Array<{ by: TieBreakStep, criterionId: string | null, best: BestValue | null }>, rates: Array<{ currency: string, rate: string }>, lowBid: { belowMean: string | null, belowNext: string | null } | null, sealing: { officersKey: string, threshold: number, envelopes: Array<BidEnvelope>, rehearsedAt: string | null, halves: Array<{ lotId: string, round: number, publicKey: string }> } | null, auction: { kind: AuctionKind, durationSeconds: number | null, mustLead: boolean | null, display: AuctionDisplay | null, bigDropPercent: string | null, rounds: number | null, turnSeconds: number | null, firstPauseSeconds: number | null, pauseSeconds: number | null, startPercent: string | null, risePercent: string | null, ceilingPercent: string | null, floorPercent: string | null, tickSeconds: number | null, appealSeconds: number | null, ownStep: { by: AuctionStepBy, value: string } | null, leadStep: { by: AuctionStepBy, value: string } | null, softClose: { triggerSeconds: number, lengthSeconds: number, extensionsMax: number, countsFrom: AuctionExtensionFrom, lowestTriggeringRank: number | null, totalSecondsMax: number | null } | null, fall: { by: AuctionStepBy, value: string } | null } | null, auctions: Array<{ id: string, lotId: string, kind: AuctionKind, status: AuctionStatus, opensAt: string, closesAt: string }>, lots: Array<{ id: string, position: number, title: string, status: TenderStatus, round: number, confirmFrom: number, seed: string | null, rounds: Array<{ round: number, kind: TenderRoundKind, opensAt: string, closesAt: string, closedAt: string | null, bidsFrom: string | null, rescheduled: number }> }>, lines: Array<{ id: string, lotId: string, number: string, partId: string | null, partNumber: string | null, description: string, needBy: string | null, shipTo: string | null, alternatesAllowed: boolean, revision: string | null, target: string | null, targetBasis: string | null, ownTarget: string | null, ownTargetBasis: string | null, droppedIn: number | null, quantity: { value: string, unit: string } }>, amendments: Array<{ version: number, reason: string, changes: Array<string>, confirm: boolean, madeAt: string, closesAt: string }>, documents: Array<{ id: string, title: string, name: string, sha256: string, size: number, mediaType: string, addedAt: string }>, questions: Array<{ id: string, lotId: string | null, body: string, inTime: boolean, askedAt: string, answer: string | null, answeredAt: string | null, mine: boolean }> } | null };

export type DeclineTenderMutationVariables = Exact<{
  input: DeclineTenderInput;
}>;


export type DeclineTenderMutation = { declineTender: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SaveBidMutationVariables = Exact<{
  input: SaveBidInput;
}>;


export type SaveBidMutation = { saveBid: { draft: { edits: number, savedAt: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SubmitBidMutationVariables = Exact<{
  input: SubmitBidInput;
}>;


export type SubmitBidMutation = { submitBid: { receipt: { bidId: string, seq: number, digest: string, acceptedAt: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ConfirmBidMutationVariables = Exact<{
  input: ConfirmBidInput;
}>;


export type ConfirmBidMutation = { confirmBid: { receipt: { bidId: string, seq: number, digest: string, acceptedAt: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type WithdrawBidMutationVariables = Exact<{
  input: WithdrawBidInput;
}>;


export type WithdrawBidMutation = { withdrawBid: { receipt: { bidId: string, seq: number, digest: string, acceptedAt: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SubmitSealedBidMutationVariables = Exact<{
  input: SubmitSealedBidInput;
}>;


export type SubmitSealedBidMutation = { submitSealedBid: { receipt: { bidId: string, seq: number, digest: string, acceptedAt: string, signed: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RebutOpeningMutationVariables = Exact<{
  input: RebutOpeningInput;
}>;


export type RebutOpeningMutation = { rebutOpening: { opening: { outcome: EnvelopeOutcome } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type SignedReceiptsQueryVariables = Exact<{
  id: string | number;
}>;


export type SignedReceiptsQuery = { receiptKey: string | null, tender: { id: string, receipts: Array<{ bidId: string, seq: number, signed: string }> } | null };

export type BoughtTendersQueryVariables = Exact<{
  status?: Array<TenderStatus> | TenderStatus | null | undefined;
  text?: string | null | undefined;
  orderBy: TenderOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type BoughtTendersQuery = { tenders: { nodes: Array<{ id: string, number: string, title: string, status: TenderStatus, procedure: TenderProcedure, confidentiality: TenderConfidentiality, currency: string, closesAt: string | null, createdAt: string, publishedAt: string | null, buyer: { id: string, name: string }, tally: { closesNext: string | null, bidders: number | null, lotsBid: number, lotsToConfirm: number, lotsDrafted: number, lotsWon: number, questionsOpen: number, invited: boolean } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type TenderChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type TenderChoicesQuery = { me: { organization: { id: string, currency: string } }, partnerships: Array<{ status: PartnershipStatus, buyer: { id: string }, supplier: { id: string, name: string } }>, sites: Array<{ id: string, code: string, name: string, status: SiteStatus }>, baskets: Array<{ id: string, name: string, lineCount: number }>, tenders: { nodes: Array<{ id: string, number: string, title: string }> } };

export type SuppliersToInviteQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type SuppliersToInviteQuery = { organizations: { nodes: Array<{ id: string, name: string, country: string }> } };

export type SourceTenderQueryVariables = Exact<{
  id: string | number;
}>;


export type SourceTenderQuery = { tender: { id: string, number: string, title: string, lots: Array<{ id: string, position: number }>, lines: Array<{ id: string, lotId: string, number: string, partId: string | null, partNumber: string | null, description: string, needBy: string | null, shipTo: string | null, alternatesAllowed: boolean, revision: string | null, target: string | null, targetBasis: string | null, ownTarget: string | null, ownTargetBasis: string | null, droppedIn: number | null, quantity: { value: string, unit: string } }> } | null };

export type SourceBasketQueryVariables = Exact<{
  id: string | number;
}>;


export type SourceBasketQuery = { basket: { id: string, name: string, lines: Array<{ id: string, quantity: string, needBy: string | null, now: { partId: string, name: string, manufacturerPart: string | null, minimum: { unit: string } } | null }> } | null };

export type DraftTenderMutationVariables = Exact<{
  input: DraftTenderInput;
}>;


export type DraftTenderMutation = { draftTender: { tender: { id: string, edits: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ChangeTenderMutationVariables = Exact<{
  input: ChangeTenderInput;
}>;


export type ChangeTenderMutation = { changeTender: { tender: { id: string, edits: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type InviteSuppliersMutationVariables = Exact<{
  input: InviteSuppliersInput;
}>;


export type InviteSuppliersMutation = { inviteSuppliers: { tender: { id: string, edits: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PublishTenderMutationVariables = Exact<{
  input: PublishTenderInput;
}>;


export type PublishTenderMutation = { publishTender: { tender: { id: string, edits: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type OfficerKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type OfficerKeysQuery = { officerKeys: Array<{ id: string, memberId: string | null, name: string, publicKey: string, registeredAt: string, revokedAt: string | null }> };

export type RegisterOfficerKeyMutationVariables = Exact<{
  input: RegisterOfficerKeyInput;
}>;


export type RegisterOfficerKeyMutation = { registerOfficerKey: { key: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RevokeOfficerKeyMutationVariables = Exact<{
  input: RevokeOfficerKeyInput;
}>;


export type RevokeOfficerKeyMutation = { revokeOfficerKey: { key: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type TenderToOpenFragment = { id: string, number: string, title: string, status: TenderStatus, confidentiality: TenderConfidentiality, closesAt: string | null, edits: number, lots: Array<{ id: string, position: number, title: string, status: TenderStatus, round: number, rounds: Array<{ round: number, closesAt: string, closedAt: string | null, bidsFrom: string | null }> }>, criteria: Array<{ id: string, kind: CriterionKind }>, sealing: { officersKey: string, threshold: number, envelopes: Array<BidEnvelope>, rehearsedAt: string | null, rehearsal: string | null, holders: Array<{ keyId: string, memberId: string | null, name: string, publicKey: string, role: ShareHolderRole, position: number, sealed: string }>, releases: Array<{ lotId: string, round: number, envelope: BidEnvelope, releasedAt: string }> } | null, openingSessions: Array<{ id: string, kind: OpeningSessionKind, publicKey: string, openedAt: string, memberId: string | null, shares: Array<{ keyId: string, position: number, sealed: string, handedAt: string }> }>, openings: Array<{ bidId: string, supplierId: string, lotId: string, envelope: BidEnvelope, outcome: EnvelopeOutcome, reason: string | null, openedAt: string, verdict: EnvelopeVerdict | null, verdictReason: string | null, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> }>, bids: Array<{ id: string, supplierId: string, lotId: string, round: number, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string } }> };

export type TenderToOpenQueryVariables = Exact<{
  id: string | number;
}>;


export type TenderToOpenQuery = { me: { organization: { id: string } }, officerKeys: Array<{ id: string, memberId: string | null, name: string, publicKey: string, revokedAt: string | null }>, tender: { id: string, number: string, title: string, status: TenderStatus, confidentiality: TenderConfidentiality, closesAt: string | null, edits: number, lots: Array<{ id: string, position: number, title: string, status: TenderStatus, round: number, rounds: Array<{ round: number, closesAt: string, closedAt: string | null, bidsFrom: string | null }> }>, criteria: Array<{ id: string, kind: CriterionKind }>, sealing: { officersKey: string, threshold: number, envelopes: Array<BidEnvelope>, rehearsedAt: string | null, rehearsal: string | null, holders: Array<{ keyId: string, memberId: string | null, name: string, publicKey: string, role: ShareHolderRole, position: number, sealed: string }>, releases: Array<{ lotId: string, round: number, envelope: BidEnvelope, releasedAt: string }> } | null, openingSessions: Array<{ id: string, kind: OpeningSessionKind, publicKey: string, openedAt: string, memberId: string | null, shares: Array<{ keyId: string, position: number, sealed: string, handedAt: string }> }>, openings: Array<{ bidId: string, supplierId: string, lotId: string, envelope: BidEnvelope, outcome: EnvelopeOutcome, reason: string | null, openedAt: string, verdict: EnvelopeVerdict | null, verdictReason: string | null, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> }>, bids: Array<{ id: string, supplierId: string, lotId: string, round: number, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string } }> } | null };

export type SealedEnvelopesQueryVariables = Exact<{
  id: string | number;
  lot: number;
  envelope: BidEnvelope;
  skip: number;
}>;


export type SealedEnvelopesQuery = { tender: { id: string, sealedEnvelopes: Array<{ bidId: string, sealed: string, part: string }> } | null };

export type ArrangeSealingMutationVariables = Exact<{
  input: ArrangeSealingInput;
}>;


export type ArrangeSealingMutation = { arrangeSealing: { tender: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type OpenSessionMutationVariables = Exact<{
  input: OpenSessionInput;
}>;


export type OpenSessionMutation = { openSession: { session: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type HandInShareMutationVariables = Exact<{
  input: HandInShareInput;
}>;


export type HandInShareMutation = { handInShare: { session: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type FinishRehearsalMutationVariables = Exact<{
  input: FinishRehearsalInput;
}>;


export type FinishRehearsalMutation = { finishRehearsal: { tender: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type ReleaseHalfMutationVariables = Exact<{
  input: ReleaseHalfInput;
}>;


export type ReleaseHalfMutation = { releaseHalf: { release: { envelopes: number } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type OpenEnvelopesMutationVariables = Exact<{
  input: OpenEnvelopesInput;
}>;


export type OpenEnvelopesMutation = { openEnvelopes: { openings: Array<{ bidId: string, outcome: EnvelopeOutcome, reason: string | null }> | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type JudgeEnvelopeMutationVariables = Exact<{
  input: JudgeEnvelopeInput;
}>;


export type JudgeEnvelopeMutation = { judgeEnvelope: { opening: { verdict: EnvelopeVerdict | null } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type PublicTendersQueryVariables = Exact<{
  state: PublicTenderState;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PublicTendersQuery = { publicTenders: { nodes: Array<{ ocid: string, number: string, title: string, status: PublicTenderStatus, closesAt: string, linesAsked: number, buyer: { name: string, country: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PublicTenderRowFragment = { ocid: string, number: string, title: string, status: PublicTenderStatus, closesAt: string, linesAsked: number, buyer: { name: string, country: string } };

export type PublicTenderQueryVariables = Exact<{
  ocid: string | number;
}>;


export type PublicTenderQuery = { publicTender: { id: string, description: string | null, currency: string, deliveryTerm: string, paymentDays: number, rated: boolean, publishedAt: string, questionsCloseAt: string | null, ocid: string, number: string, title: string, status: PublicTenderStatus, closesAt: string, linesAsked: number, lots: Array<{ id: string, title: string, status: PublicTenderStatus, closesAt: string }>, lines: Array<{ id: string, lotId: string, number: string, partNumber: string | null, description: string, needBy: string | null, alternatesAllowed: boolean, dropped: boolean, quantity: { value: string, unit: string } }>, documents: Array<{ id: string, title: string, name: string, addedAt: string }>, amendments: Array<{ version: number, reason: string, madeAt: string }>, bids: { bidders: number, bids: number } | null, awards: Array<{ id: string, lotId: string, awardedAt: string, cancelled: boolean, pending: boolean, supplier: { name: string }, value: { amount: string, currency: string } }>, buyer: { name: string, country: string } } | null };

export type PublicTenderWholeFragment = { id: string, description: string | null, currency: string, deliveryTerm: string, paymentDays: number, rated: boolean, publishedAt: string, questionsCloseAt: string | null, ocid: string, number: string, title: string, status: PublicTenderStatus, closesAt: string, linesAsked: number, lots: Array<{ id: string, title: string, status: PublicTenderStatus, closesAt: string }>, lines: Array<{ id: string, lotId: string, number: string, partNumber: string | null, description: string, needBy: string | null, alternatesAllowed: boolean, dropped: boolean, quantity: { value: string, unit: string } }>, documents: Array<{ id: string, title: string, name: string, addedAt: string }>, amendments: Array<{ version: number, reason: string, madeAt: string }>, bids: { bidders: number, bids: number } | null, awards: Array<{ id: string, lotId: string, awardedAt: string, cancelled: boolean, pending: boolean, supplier: { name: string }, value: { amount: string, currency: string } }>, buyer: { name: string, country: string } };

export type PublicLineWholeFragment = { id: string, lotId: string, number: string, partNumber: string | null, description: string, needBy: string | null, alternatesAllowed: boolean, dropped: boolean, quantity: { value: string, unit: string } };

export type OfferedTendersQueryVariables = Exact<{
  status?: Array<TenderStatus> | TenderStatus | null | undefined;
  text?: string | null | undefined;
  invited?: boolean | null | undefined;
  orderBy: TenderOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OfferedTendersQuery = { tenders: { nodes: Array<{ id: string, number: string, title: string, status: TenderStatus, procedure: TenderProcedure, confidentiality: TenderConfidentiality, currency: string, closesAt: string | null, createdAt: string, publishedAt: string | null, buyer: { id: string, name: string }, tally: { closesNext: string | null, bidders: number | null, lotsBid: number, lotsToConfirm: number, lotsDrafted: number, lotsWon: number, questionsOpen: number, invited: boolean } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type TenderRowFragment = { id: string, number: string, title: string, status: TenderStatus, procedure: TenderProcedure, confidentiality: TenderConfidentiality, currency: string, closesAt: string | null, createdAt: string, publishedAt: string | null, buyer: { id: string, name: string }, tally: { closesNext: string | null, bidders: number | null, lotsBid: number, lotsToConfirm: number, lotsDrafted: number, lotsWon: number, questionsOpen: number, invited: boolean } };

export type TenderFormulaWholeFragment = { kind: FormulaKind, weightQuality: string | null, weightPrice: string | null, featuresMax: string | null, priceMin: string | null, priceMax: string | null, base: string | null, factor: string | null, exponent: string | null, qualityReference: string | null, priceReference: string | null };

export type TenderCriterionWholeFragment = { id: string, kind: CriterionKind, weight: string | null, scoreMax: string | null, scoreMin: string | null, worthMax: string | null, options: Array<{ name: string, value: string }> | null };

export type TenderLineWholeFragment = { id: string, lotId: string, number: string, partId: string | null, partNumber: string | null, description: string, needBy: string | null, shipTo: string | null, alternatesAllowed: boolean, revision: string | null, target: string | null, targetBasis: string | null, ownTarget: string | null, ownTargetBasis: string | null, droppedIn: number | null, quantity: { value: string, unit: string } };

export type TenderSharedFragment = { id: string, number: string, title: string, description: string | null, status: TenderStatus, procedure: TenderProcedure, rulePack: RulePack, isPublic: boolean, singleReason: string | null, confidentiality: TenderConfidentiality, currency: string, qualityMin: string | null, deliveryTerm: string, paymentDays: number, yearlyRate: string | null, awardMode: AwardMode, shares: Array<string>, bidsMin: number, agreementFrom: string | null, agreementTo: string | null, questionsCloseAt: string | null, closesAt: string | null, staggerMinutes: number, pushHours: number, version: number, edits: number, createdAt: string, publishedAt: string | null, cancelledAt: string | null, cancelReason: string | null, standstills: Array<{ id: string, lotId: string, statement: string, decidedAt: string, endsAt: string, suspendedAt: string | null, concludedAt: string | null, takenBackAt: string | null, failedAt: string | null, faults: Array<{ code: string, message: string, path: Array<string> }>, notices: Array<{ supplierId: string, sentAt: string, outcome: AwardNoticeOutcome, rank: number | null, ranked: number, refused: Array<string>, supplier: { id: string, name: string }, winners: Array<{ supplierId: string, name: string, rank: number | null, amount: string | null }> }>, challenges: Array<{ id: string, supplierId: string, reason: string, madeAt: string, decision: ChallengeDecision | null, answer: string | null, decidedAt: string | null, supplier: { id: string, name: string } }> }>, buyer: { id: string, name: string }, formula: { kind: FormulaKind, weightQuality: string | null, weightPrice: string | null, featuresMax: string | null, priceMin: string | null, priceMax: string | null, base: string | null, factor: string | null, exponent: string | null, qualityReference: string | null, priceReference: string | null }, flipExample: { winnerBefore: string, winnerAfter: string, bids: Array<{ name: string, price: string, quality: string }> } | null, criteria: Array<{ id: string, kind: CriterionKind, weight: string | null, scoreMax: string | null, scoreMin: string | null, worthMax: string | null, options: Array<{ name: string, value: string }> | null }>, tieBreak: Array<{ by: TieBreakStep, criterionId: string | null, best: BestValue | null }>, rates: Array<{ currency: string, rate: string }>, lowBid: { belowMean: string | null, belowNext: string | null } | null, sealing: { officersKey: string, threshold: number, envelopes: Array<BidEnvelope>, rehearsedAt: string | null, halves: Array<{ lotId: string, round: number, publicKey: string }> } | null, auction: { kind: AuctionKind, durationSeconds: number | null, mustLead: boolean | null, display: AuctionDisplay | null, bigDropPercent: string | null, rounds: number | null, turnSeconds: number | null, firstPauseSeconds: number | null, pauseSeconds: number | null, startPercent: string | null, risePercent: string | null, ceilingPercent: string | null, floorPercent: string | null, tickSeconds: number | null, appealSeconds: number | null, ownStep: { by: AuctionStepBy, value: string } | null, leadStep: { by: AuctionStepBy, value: string } | null, softClose: { triggerSeconds: number, lengthSeconds: number, extensionsMax: number, countsFrom: AuctionExtensionFrom, lowestTriggeringRank: number | null, totalSecondsMax: number | null } | null, fall: { by: AuctionStepBy, value: string } | null } | null, auctions: Array<{ id: string, lotId: string, kind: AuctionKind, status: AuctionStatus, opensAt: string, closesAt: string }>, lots: Array<{ id: string, position: number, title: string, status: TenderStatus, round: number, confirmFrom: number, seed: string | null, rounds: Array<{ round: number, kind: TenderRoundKind, opensAt: string, closesAt: string, closedAt: string | null, bidsFrom: string | null, rescheduled: number }> }>, lines: Array<{ id: string, lotId: string, number: string, partId: string | null, partNumber: string | null, description: string, needBy: string | null, shipTo: string | null, alternatesAllowed: boolean, revision: string | null, target: string | null, targetBasis: string | null, ownTarget: string | null, ownTargetBasis: string | null, droppedIn: number | null, quantity: { value: string, unit: string } }>, amendments: Array<{ version: number, reason: string, changes: Array<string>, confirm: boolean, madeAt: string, closesAt: string }>, documents: Array<{ id: string, title: string, name: string, sha256: string, size: number, mediaType: string, addedAt: string }>, questions: Array<{ id: string, lotId: string | null, body: string, inTime: boolean, askedAt: string, answer: string | null, answeredAt: string | null, mine: boolean }> };

export type BidContentWholeFragment = { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> };

export type BidWholeFragment = { id: string, supplierId: string, lotId: string, round: number, seq: number, tenderVersion: number, digest: string, acceptedAt: string, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string }, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } | null };

export type AwardWholeFragment = { id: string, lotId: string, bidId: string, supplierId: string, rank: number | null, reason: string | null, currency: string, makes: AwardProduct, standstillId: string | null, orderId: string | null, agreementId: string | null, awardedAt: string, cancelledAt: string | null, cancelReason: string | null, supplier: { id: string, name: string }, lines: Array<{ lineId: string, leadDays: number | null, alternate: string | null, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } }> };

export type TenderSideQueryVariables = Exact<{
  id: string | number;
}>;


export type TenderSideQuery = { tender: { id: string, buyer: { id: string } } | null };

export type TenderMovedSubscriptionVariables = Exact<{
  tenderIds: Array<string | number> | string | number;
}>;


export type TenderMovedSubscription = { tenderChanged: { id: string, edits: number } };

export type AskQuestionMutationVariables = Exact<{
  input: AskQuestionInput;
}>;


export type AskQuestionMutation = { askQuestion: { question: { id: string } | null, errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AnswerQuestionMutationVariables = Exact<{
  input: AnswerQuestionInput;
}>;


export type AnswerQuestionMutation = { answerQuestion: { question: { id: string } | null, errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type AddTenderDocumentMutationVariables = Exact<{
  input: AddTenderDocumentInput;
}>;


export type AddTenderDocumentMutation = { addTenderDocument: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type StandstillWholeFragment = { id: string, lotId: string, statement: string, decidedAt: string, endsAt: string, suspendedAt: string | null, concludedAt: string | null, takenBackAt: string | null, failedAt: string | null, faults: Array<{ code: string, message: string, path: Array<string> }>, notices: Array<{ supplierId: string, sentAt: string, outcome: AwardNoticeOutcome, rank: number | null, ranked: number, refused: Array<string>, supplier: { id: string, name: string }, winners: Array<{ supplierId: string, name: string, rank: number | null, amount: string | null }> }>, challenges: Array<{ id: string, supplierId: string, reason: string, madeAt: string, decision: ChallengeDecision | null, answer: string | null, decidedAt: string | null, supplier: { id: string, name: string } }> };

export type RulePacksQueryVariables = Exact<{ [key: string]: never; }>;


export type RulePacksQuery = { tenderRulePacks: Array<{ name: RulePack, confidentialities: Array<TenderConfidentiality>, enquiryDays: number | null, openIsPublic: boolean, standstillDays: number | null, standstillNotFor: Array<TenderProcedure>, standstillForSoleBidder: boolean, sources: Array<string>, bidding: Array<{ procedure: TenderProcedure, days: number }> }> };

export type ChallengeAwardMutationVariables = Exact<{
  input: ChallengeAwardInput;
}>;


export type ChallengeAwardMutation = { challengeAward: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type DecideChallengeMutationVariables = Exact<{
  input: DecideChallengeInput;
}>;


export type DecideChallengeMutation = { decideChallenge: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type ConcludeAwardMutationVariables = Exact<{
  input: ConcludeAwardInput;
}>;


export type ConcludeAwardMutation = { concludeAward: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type TenderBidLogQueryVariables = Exact<{
  tenderId: string | number;
  after?: string | null | undefined;
}>;


export type TenderBidLogQuery = { tenderBids: { nodes: Array<{ id: string, supplierId: string, lotId: string, round: number, seq: number, tenderVersion: number, digest: string, acceptedAt: string, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string }, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TenderReceiptLogQueryVariables = Exact<{
  tenderId: string | number;
  after?: string | null | undefined;
}>;


export type TenderReceiptLogQuery = { tenderReceipts: { nodes: Array<{ bidId: string, lotId: string, round: number, seq: number, kind: BidStep, digest: string, acceptedText: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TenderEventLogQueryVariables = Exact<{
  tenderId: string | number;
  after?: string | null | undefined;
}>;


export type TenderEventLogQuery = { tenderEvents: { nodes: Array<{ seq: number, kind: string, at: string, detail: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TenderOfBuyerFragment = { id: string, number: string, title: string, description: string | null, status: TenderStatus, procedure: TenderProcedure, rulePack: RulePack, isPublic: boolean, singleReason: string | null, confidentiality: TenderConfidentiality, currency: string, qualityMin: string | null, deliveryTerm: string, paymentDays: number, yearlyRate: string | null, awardMode: AwardMode, shares: Array<string>, bidsMin: number, agreementFrom: string | null, agreementTo: string | null, questionsCloseAt: string | null, closesAt: string | null, staggerMinutes: number, pushHours: number, version: number, edits: number, createdAt: string, publishedAt: string | null, cancelledAt: string | null, cancelReason: string | null, tally: { bidders: number | null, questionsOpen: number }, invitations: Array<{ supplierId: string, invitedAt: string, declinedAt: string | null, declineReason: string | null, supplier: { id: string, name: string } }>, private: { internalNote: string | null, costReference: string | null, budget: string | null, shipToSite: string | null } | null, bids: Array<{ id: string, supplierId: string, lotId: string, round: number, seq: number, tenderVersion: number, digest: string, acceptedAt: string, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string }, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } | null }>, awards: Array<{ id: string, lotId: string, bidId: string, supplierId: string, rank: number | null, reason: string | null, currency: string, makes: AwardProduct, standstillId: string | null, orderId: string | null, agreementId: string | null, awardedAt: string, cancelledAt: string | null, cancelReason: string | null, supplier: { id: string, name: string }, lines: Array<{ lineId: string, leadDays: number | null, alternate: string | null, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } }> }>, evaluations: Array<{ lotId: string, n: number, round: number, digest: string, madeAt: string }>, events: Array<{ seq: number, kind: string, at: string, detail: string }>, standstills: Array<{ id: string, lotId: string, statement: string, decidedAt: string, endsAt: string, suspendedAt: string | null, concludedAt: string | null, takenBackAt: string | null, failedAt: string | null, faults: Array<{ code: string, message: string, path: Array<string> }>, notices: Array<{ supplierId: string, sentAt: string, outcome: AwardNoticeOutcome, rank: number | null, ranked: number, refused: Array<string>, supplier: { id: string, name: string }, winners: Array<{ supplierId: string, name: string, rank: number | null, amount: string | null }> }>, challenges: Array<{ id: string, supplierId: string, reason: string, madeAt: string, decision: ChallengeDecision | null, answer: string | null, decidedAt: string | null, supplier: { id: string, name: string } }> }>, buyer: { id: string, name: string }, formula: { kind: FormulaKind, weightQuality: string | null, weightPrice: string | null, featuresMax: string | null, priceMin: string | null, priceMax: string | null, base: string | null, factor: string | null, exponent: string | null, qualityReference: string | null, priceReference: string | null }, flipExample: { winnerBefore: string, winnerAfter: string, bids: Array<{ name: string, price: string, quality: string }> } | null, criteria: Array<{ id: string, kind: CriterionKind, weight: string | null, scoreMax: string | null, scoreMin: string | null, worthMax: string | null, options: Array<{ name: string, value: string }> | null }>, tieBreak: Array<{ by: TieBreakStep, criterionId: string | null, best: BestValue | null }>, rates: Array<{ currency: string, rate: string }>, lowBid: { belowMean: string | null, belowNext: string | null } | null, sealing: { officersKey: string, threshold: number, envelopes: Array<BidEnvelope>, rehearsedAt: string | null, halves: Array<{ lotId: string, round: number, publicKey: string }> } | null, auction: { kind: AuctionKind, durationSeconds: number | null, mustLead: boolean | null, display: AuctionDisplay | null, bigDropPercent: string | null, rounds: number | null, turnSeconds: number | null, firstPauseSeconds: number | null, pauseSeconds: number | null, startPercent: string | null, risePercent: string | null, ceilingPercent: string | null, floorPercent: string | null, tickSeconds: number | null, appealSeconds: number | null, ownStep: { by: AuctionStepBy, value: string } | null, leadStep: { by: AuctionStepBy, value: string } | null, softClose: { triggerSeconds: number, lengthSeconds: number, extensionsMax: number, countsFrom: AuctionExtensionFrom, lowestTriggeringRank: number | null, totalSecondsMax: number | null } | null, fall: { by: AuctionStepBy, value: string } | null } | null, auctions: Array<{ id: string, lotId: string, kind: AuctionKind, status: AuctionStatus, opensAt: string, closesAt: string }>, lots: Array<{ id: string, position: number, title: string, status: TenderStatus, round: number, confirmFrom: number, seed: string | null, rounds: Array<{ round: number, kind: TenderRoundKind, opensAt: string, closesAt: string, closedAt: string | null, bidsFrom: string | null, rescheduled: number }> }>, lines: Array<{ id: string, lotId: string, number: string, partId: string | null, partNumber: string | null, description: string, needBy: string | null, shipTo: string | null, alternatesAllowed: boolean, revision: string | null, target: string | null, targetBasis: string | null, ownTarget: string | null, ownTargetBasis: string | null, droppedIn: number | null, quantity: { value: string, unit: string } }>, amendments: Array<{ version: number, reason: string, changes: Array<string>, confirm: boolean, madeAt: string, closesAt: string }>, documents: Array<{ id: string, title: string, name: string, sha256: string, size: number, mediaType: string, addedAt: string }>, questions: Array<{ id: string, lotId: string | null, body: string, inTime: boolean, askedAt: string, answer: string | null, answeredAt: string | null, mine: boolean }> };

export type TenderOfBuyerQueryVariables = Exact<{
  id: string | number;
  lot: number;
}>;


export type TenderOfBuyerQuery = { tender: { id: string, number: string, title: string, description: string | null, status: TenderStatus, procedure: TenderProcedure, rulePack: RulePack, isPublic: boolean, singleReason: string | null, confidentiality: TenderConfidentiality, currency: string, qualityMin: string | null, deliveryTerm: string, paymentDays: number, yearlyRate: string | null, awardMode: AwardMode, shares: Array<string>, bidsMin: number, agreementFrom: string | null, agreementTo: string | null, questionsCloseAt: string | null, closesAt: string | null, staggerMinutes: number, pushHours: number, version: number, edits: number, createdAt: string, publishedAt: string | null, cancelledAt: string | null, cancelReason: string | null, committee: { declarations: Array<{ mine: boolean, hasConflict: boolean }>, scores: Array<{ bidId: string, criterionId: string, mine: boolean, score: string | null, passed: boolean | null, note: string | null }> } | null, comparison: { lotId: string, bids: Array<{ bidId: string, supplierId: string, rank: number | null, value: string | null, total: string | null, refused: Array<string>, unscored: boolean, low: boolean, supplier: { id: string, name: string }, lines: Array<{ lineId: string, total: string | null, best: boolean, reasons: Array<string>, steps: Array<{ kind: string, amount: string }> }> }> } | null, tally: { bidders: number | null, questionsOpen: number }, invitations: Array<{ supplierId: string, invitedAt: string, declinedAt: string | null, declineReason: string | null, supplier: { id: string, name: string } }>, private: { internalNote: string | null, costReference: string | null, budget: string | null, shipToSite: string | null } | null, bids: Array<{ id: string, supplierId: string, lotId: string, round: number, seq: number, tenderVersion: number, digest: string, acceptedAt: string, withdrawnAt: string | null, counts: boolean, supplier: { id: string, name: string }, content: { currency: string, deliveryTerm: string, paymentDays: number, validUntil: string | null, note: string | null, lines: Array<{ lineId: string, minQuantity: string | null, maxQuantity: string | null, leadDays: number | null, offerId: string | null, conditions: string | null, price: { amount: string, basis: string, unit: string }, factor: { numerator: string, denominator: string } | null, breaks: Array<{ from: string, amount: string }>, alternate: { partId: string | null, number: string | null, description: string } | null, addends: Array<{ kind: BidAddendKind, amount: string }> }>, answers: Array<{ criterionId: string, passed: boolean | null, score: string | null, option: string | null, amount: string | null }> } | null }>, awards: Array<{ id: string, lotId: string, bidId: string, supplierId: string, rank: number | null, reason: string | null, currency: string, makes: AwardProduct, standstillId: string | null, orderId: string | null, agreementId: string | null, awardedAt: string, cancelledAt: string | null, cancelReason: string | null, supplier: { id: string, name: string }, lines: Array<{ lineId: string, leadDays: number | null, alternate: string | null, quantity: { value: string, unit: string }, price: { amount: string, currency: string, basis: string, unit: string } }> }>, evaluations: Array<{ lotId: string, n: number, round: number, digest: string, madeAt: string }>, events: Array<{ seq: number, kind: string, at: string, detail: string }>, standstills: Array<{ id: string, lotId: string, statement: string, decidedAt: string, endsAt: string, suspendedAt: string | null, concludedAt: string | null, takenBackAt: string | null, failedAt: string | null, faults: Array<{ code: string, message: string, path: Array<string> }>, notices: Array<{ supplierId: string, sentAt: string, outcome: AwardNoticeOutcome, rank: number | null, ranked: number, refused: Array<string>, supplier: { id: string, name: string }, winners: Array<{ supplierId: string, name: string, rank: number | null, amount: string | null }> }>, challenges: Array<{ id: string, supplierId: string, reason: string, madeAt: string, decision: ChallengeDecision | null, answer: string | null, decidedAt: string | null, supplier: { id: string, name: string } }> }>, buyer: { id: string, name: string }, formula: { kind: FormulaKind, weightQuality: string | null, weightPrice: string | null, featuresMax: string | null, priceMin: string | null, priceMax: string | null, base: string | null, factor: string | null, exponent: string | null, qualityReference: string | null, priceReference: string | null }, flipExample: { winnerBefore: string, winnerAfter: string, bids: Array<{ name: string, price: string, quality: string }> } | null, criteria: Array<{ id: string, kind: CriterionKind, weight: string | null, scoreMax: string | null, scoreMin: string | null, worthMax: string | null, options: Array<{ name: string, value: string }> | null }>, tieBreak: Array<{ by: TieBreakStep, criterionId: string | null, best: BestValue | null }>, rates: Array<{ currency: string, rate: string }>, lowBid: { belowMean: string | null, belowNext: string | null } | null, sealing: { officersKey: string, threshold: number, envelopes: Array<BidEnvelope>, rehearsedAt: string | null, halves: Array<{ lotId: string, round: number, publicKey: string }> } | null, auction: { kind: AuctionKind, durationSeconds: number | null, mustLead: boolean | null, display: AuctionDisplay | null, bigDropPercent: string | null, rounds: number | null, turnSeconds: number | null, firstPauseSeconds: number | null, pauseSeconds: number | null, startPercent: string | null, risePercent: string | null, ceilingPercent: string | null, floorPercent: string | null, tickSeconds: number | null, appealSeconds: number | null, ownStep: { by: AuctionStepBy, value: string } | null, leadStep: { by: AuctionStepBy, value: string } | null, softClose: { triggerSeconds: number, lengthSeconds: number, extensionsMax: number, countsFrom: AuctionExtensionFrom, lowestTriggeringRank: number | null, totalSecondsMax: number | null } | null, fall: { by: AuctionStepBy, value: string } | null } | null, auctions: Array<{ id: string, lotId: string, kind: AuctionKind, status: AuctionStatus, opensAt: string, closesAt: string }>, lots: Array<{ id: string, position: number, title: string, status: TenderStatus, round: number, confirmFrom: number, seed: string | null, rounds: Array<{ round: number, kind: TenderRoundKind, opensAt: string, closesAt: string, closedAt: string | null, bidsFrom: string | null, rescheduled: number }> }>, lines: Array<{ id: string, lotId: string, number: string, partId: string | null, partNumber: string | null, description: string, needBy: string | null, shipTo: string | null, alternatesAllowed: boolean, revision: string | null, target: string | null, targetBasis: string | null, ownTarget: string | null, ownTargetBasis: string | null, droppedIn: number | null, quantity: { value: string, unit: string } }>, amendments: Array<{ version: number, reason: string, changes: Array<string>, confirm: boolean, madeAt: string, closesAt: string }>, documents: Array<{ id: string, title: string, name: string, sha256: string, size: number, mediaType: string, addedAt: string }>, questions: Array<{ id: string, lotId: string | null, body: string, inTime: boolean, askedAt: string, answer: string | null, answeredAt: string | null, mine: boolean }> } | null };

export type AwardSitesQueryVariables = Exact<{ [key: string]: never; }>;


export type AwardSitesQuery = { sites: Array<{ id: string, code: string, name: string, status: SiteStatus }> };

export type AmendTenderMutationVariables = Exact<{
  input: AmendTenderInput;
}>;


export type AmendTenderMutation = { amendTender: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CancelTenderMutationVariables = Exact<{
  input: CancelTenderInput;
}>;


export type CancelTenderMutation = { cancelTender: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type OpenBidsMutationVariables = Exact<{
  input: OpenBidsInput;
}>;


export type OpenBidsMutation = { openBids: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type OpenRoundMutationVariables = Exact<{
  input: OpenRoundInput;
}>;


export type OpenRoundMutation = { openRound: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type EvaluateTenderMutationVariables = Exact<{
  input: EvaluateTenderInput;
}>;


export type EvaluateTenderMutation = { evaluateTender: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AwardTenderMutationVariables = Exact<{
  input: AwardTenderInput;
}>;


export type AwardTenderMutation = { awardTender: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type DeclareInterestsMutationVariables = Exact<{
  input: DeclareInterestsInput;
}>;


export type DeclareInterestsMutation = { declareInterests: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type GivePointsMutationVariables = Exact<{
  input: GivePointsInput;
}>;


export type GivePointsMutation = { givePoints: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type CancelAwardMutationVariables = Exact<{
  input: CancelAwardInput;
}>;


export type CancelAwardMutation = { cancelAward: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type AllocationWholeFragment = { total: string, parts: Array<{ lotId: string, lineId: string | null, bidId: string, supplierId: string, quantity: string, amount: string }>, suppliers: Array<{ supplierId: string, spend: string, fixedCost: string }> };

export type ScenarioWholeFragment = { id: string, name: string, currency: string, lotIds: Array<string>, splitLines: boolean, seconds: number, status: ScenarioStatus, stale: boolean, rules: Array<{ kind: ScenarioRuleKind, count: number | null, share: string | null, amount: string | null, quantity: string | null, supplierIds: Array<string>, lineIds: Array<string> }>, fixedCosts: Array<{ supplierId: string, amount: string }>, report: { outcome: ScenarioOutcome, gap: string | null, seconds: string, best: { total: string, parts: Array<{ lotId: string, lineId: string | null, bidId: string, supplierId: string, quantity: string, amount: string }>, suppliers: Array<{ supplierId: string, spend: string, fixedCost: string }> } | null, ruleCosts: Array<{ rule: number | null, cost: string | null, proved: boolean }>, nextBest: { total: string, parts: Array<{ lotId: string, lineId: string | null, bidId: string, supplierId: string, quantity: string, amount: string }>, suppliers: Array<{ supplierId: string, spend: string, fixedCost: string }> } | null, conflict: { rules: Array<number>, undivided: boolean, lineIds: Array<string> } | null } | null };

export type TenderScenariosQueryVariables = Exact<{
  id: string | number;
}>;


export type TenderScenariosQuery = { tender: { id: string, scenarios: Array<{ id: string, name: string, currency: string, lotIds: Array<string>, splitLines: boolean, seconds: number, status: ScenarioStatus, stale: boolean, rules: Array<{ kind: ScenarioRuleKind, count: number | null, share: string | null, amount: string | null, quantity: string | null, supplierIds: Array<string>, lineIds: Array<string> }>, fixedCosts: Array<{ supplierId: string, amount: string }>, report: { outcome: ScenarioOutcome, gap: string | null, seconds: string, best: { total: string, parts: Array<{ lotId: string, lineId: string | null, bidId: string, supplierId: string, quantity: string, amount: string }>, suppliers: Array<{ supplierId: string, spend: string, fixedCost: string }> } | null, ruleCosts: Array<{ rule: number | null, cost: string | null, proved: boolean }>, nextBest: { total: string, parts: Array<{ lotId: string, lineId: string | null, bidId: string, supplierId: string, quantity: string, amount: string }>, suppliers: Array<{ supplierId: string, spend: string, fixedCost: string }> } | null, conflict: { rules: Array<number>, undivided: boolean, lineIds: Array<string> } | null } | null }> } | null };

export type SaveScenarioMutationVariables = Exact<{
  input: SaveScenarioInput;
}>;


export type SaveScenarioMutation = { saveScenario: { errors: Array<
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
      | { message: string, path: Array<string>, code: string }
    > } };

export type RemoveScenarioMutationVariables = Exact<{
  input: RemoveScenarioInput;
}>;


export type RemoveScenarioMutation = { removeScenario: { errors: Array<{ message: string, path: Array<string>, code: string }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { permissions: Array<string>, person: { id: string, name: string, email: string, locale: string } | null, organization: { id: string, name: string, roles: Array<OrganizationRole> }, memberships: Array<{ organizationId: string, name: string, status: OrganizationStatus }> } };

export type SwitchOrganizationMutationVariables = Exact<{
  input: SwitchOrganizationInput;
}>;


export type SwitchOrganizationMutation = { switchOrganization: { accessToken: string | null, expiresAt: string | null, errors: Array<{ message: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { signedOut: boolean } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ManufacturerRowFragmentDoc = new TypedDocumentString(`
    fragment ManufacturerRow on Manufacturer {
  id
  code
  name
  cages
  issuingBody
  version
  succeededOn
  successor {
    id
    name
  }
  names {
    kind
    value
    retired
  }
}
    `, {"fragmentName":"ManufacturerRow"}) as unknown as TypedDocumentString<ManufacturerRowFragment, unknown>;
export const AlternateLinkFragmentDoc = new TypedDocumentString(`
    fragment AlternateLink on InterchangeLink {
  id
  orgId
  code
  codeName
  class
  className
  meaning
  effect
  setNumber
  assertedAs
  standing
  reverseStanding
  authority
  remark
  effectiveFrom
  effectiveTo
  assertedAt
  mine
  assertedBy {
    id
    name
  }
  from {
    id
    number
  }
  to {
    quantity
    part {
      id
      number
    }
  }
  applicability {
    model
    msnFrom
    msnTo
    modification
  }
  approvals {
    id
    kind
    fleet
    validFrom
    validTo
    note
    revokedAt
    mine
  }
}
    `, {"fragmentName":"AlternateLink"}) as unknown as TypedDocumentString<AlternateLinkFragment, unknown>;
export const OfferAnswerFragmentDoc = new TypedDocumentString(`
    fragment OfferAnswer on AvailabilityOffer {
  offer {
    id
    supplierId
    supplierPart
    name
    orderUnit
    contentUnit
    contentPerOrderUnit
    priceUnit
    priceFactor {
      numerator
      denominator
    }
    minimum
    multiple
    leadDays
    leadKind
    ncnr
    returnableDays
    condition
    approvalBasis
    countryOfOrigin
    revision
    actualMaker
    breakMode
    breaks {
      from
      price {
        amount
        currency
        basis
        unit
      }
    }
    supplier {
      id
      name
      country
    }
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  priceValidFrom
  priceValidTo
  breakFrom
  smallestBreak
  lineAmount {
    amount
    currency
  }
  priceType
  explanation {
    rule
    text
  }
  charges {
    code
    per
    applies
    below {
      amount
      currency
    }
    amount {
      amount
      currency
    }
  }
  packRule {
    minimum
    multiple
    nearest {
      below
      above
    }
  }
  stock {
    location
    quantity
    asOf
    source
    label
  }
  stockLabel
  available
  fitting
  leadDays
  earliest
  needByMet
  obstacles
}
    `, {"fragmentName":"OfferAnswer"}) as unknown as TypedDocumentString<OfferAnswerFragment, unknown>;
export const ProblemFactsFragmentDoc = new TypedDocumentString(`
    fragment ProblemFacts on DocumentProblem {
  at
  code
  line
  message
  severity
}
    `, {"fragmentName":"ProblemFacts"}) as unknown as TypedDocumentString<ProblemFactsFragment, unknown>;
export const ProfileFactsFragmentDoc = new TypedDocumentString(`
    fragment ProfileFacts on PartnerProfile {
  id
  role
  name
  format
  transport
  endpoint
  folder
  hasSecret
  settingsJson
  status
  testMode
  version
}
    `, {"fragmentName":"ProfileFacts"}) as unknown as TypedDocumentString<ProfileFactsFragment, unknown>;
export const PartnershipFactsFragmentDoc = new TypedDocumentString(`
    fragment PartnershipFacts on Partnership {
  status
  accountNumber
  paymentTerms
  deliveryTerms {
    code
    place
  }
  proposedBy
  suspendedBy
  changedAt
  version
  buyer {
    id
    name
    country
  }
  supplier {
    id
    name
    country
  }
  tolerances {
    pricePercent
    priceAbsolute
    currency
    quantityPercent
    daysEarly
    daysLate
    packRounding
    version
  }
}
    `, {"fragmentName":"PartnershipFacts"}) as unknown as TypedDocumentString<PartnershipFactsFragment, unknown>;
export const OrganizationCardFragmentDoc = new TypedDocumentString(`
    fragment OrganizationCard on Organization {
  id
  name
  country
  currency
  roles
  status
  cage
  duns
  gln
  peppolId
  createdAt
  version
}
    `, {"fragmentName":"OrganizationCard"}) as unknown as TypedDocumentString<OrganizationCardFragment, unknown>;
export const PricedOfferFragmentDoc = new TypedDocumentString(`
    fragment PricedOffer on PricedOffer {
  offerId
  supplierId
  supplierName
  partId
  supplierPart
  manufacturerPart
  manufacturer
  name
  content {
    value
    unit
  }
  minimum {
    value
    unit
  }
  multiple {
    value
    unit
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  amount {
    amount
    currency
  }
  free
  earliest
  nearestBelow
  nearestAbove
  ncnr
}
    `, {"fragmentName":"PricedOffer"}) as unknown as TypedDocumentString<PricedOfferFragment, unknown>;
export const BasketLineFragmentDoc = new TypedDocumentString(`
    fragment BasketLine on BasketLine {
  id
  offerId
  quantity
  needBy
  note
  ncnrAccepted
  alternatesConsent
  budgetAccepted
  requires {
    lots {
      conditions
      certificates
      trace
      shelfDaysMin
    }
    certificates
    dualRelease
  }
  fitting
  exchange {
    currency
    coreValue
    deposit
    coreDays
    dayKind
    version
  }
  coreDueAt
  notices
  held
  heldUntil
  priceSeen {
    amount
    currency
    basis
    unit
  }
  now {
    ...PricedOffer
    budget
    explanation {
      rule
      text
    }
  }
}
    fragment PricedOffer on PricedOffer {
  offerId
  supplierId
  supplierName
  partId
  supplierPart
  manufacturerPart
  manufacturer
  name
  content {
    value
    unit
  }
  minimum {
    value
    unit
  }
  multiple {
    value
    unit
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  amount {
    amount
    currency
  }
  free
  earliest
  nearestBelow
  nearestAbove
  ncnr
}`, {"fragmentName":"BasketLine"}) as unknown as TypedDocumentString<BasketLineFragment, unknown>;
export const OrderPlaceWholeFragmentDoc = new TypedDocumentString(`
    fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}
    `, {"fragmentName":"OrderPlaceWhole"}) as unknown as TypedDocumentString<OrderPlaceWholeFragment, unknown>;
export const SubstitutePartFragmentDoc = new TypedDocumentString(`
    fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
    `, {"fragmentName":"SubstitutePart"}) as unknown as TypedDocumentString<SubstitutePartFragment, unknown>;
export const OrderWholeFragmentDoc = new TypedDocumentString(`
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
    fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"fragmentName":"OrderWhole"}) as unknown as TypedDocumentString<OrderWholeFragment, unknown>;
export const PaperWholeFragmentDoc = new TypedDocumentString(`
    fragment PaperWhole on LineCertificate {
  id
  lineId
  kind
  source
  provider
  dualRelease
  status
  reason
  files {
    id
    name
    number
    issuer
    datedOn
    serialNumber
    lotNumber
    quantity
    flags
    status
    reason
  }
}
    `, {"fragmentName":"PaperWhole"}) as unknown as TypedDocumentString<PaperWholeFragment, unknown>;
export const GateCheckWholeFragmentDoc = new TypedDocumentString(`
    fragment GateCheckWhole on GateCheck {
  lineId
  ruleId
  code
  version
  kind
  result
  reason
  sentence
  releaser
  certificateId
  status
  releaseReason
}
    `, {"fragmentName":"GateCheckWhole"}) as unknown as TypedDocumentString<GateCheckWholeFragment, unknown>;
export const GateRuleFactsFragmentDoc = new TypedDocumentString(`
    fragment GateRuleFacts on GateRule {
  id
  code
  version
  speaksFor
  kind
  outcome
  document
  provider
  releaser
  conditions
  sentence
  validFrom
  endedAt
}
    `, {"fragmentName":"GateRuleFacts"}) as unknown as TypedDocumentString<GateRuleFactsFragment, unknown>;
export const RotableRowFragmentDoc = new TypedDocumentString(`
    fragment RotableRow on Rotable {
  id
  kind
  number
  status
  offerId
  partNumber
  supplierPart
  description
  orderId
  currency
  note
  outSerial
  outWaybill
  inPart
  inSerial
  inWaybill
  certificate
  certificateNumber
  findings
  reasonCode
  reason
  quoted
  quoteUntil
  disposition
  dueAt
  lateSince
  version
  steps
  value {
    amount
    currency
  }
  fee {
    amount
    currency
  }
  exchange {
    deposit
    outrightPrice
    billedAt
    lateFee
    lateDays
    lateFeesMax
    billDays
    replaceDays
  }
  repair {
    evaluationFee
    approveDays
    turnDays
  }
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  events {
    seq
    kind
    at
    detail
  }
  charges {
    kind
    n
    amount {
      amount
      currency
    }
    at
  }
}
    `, {"fragmentName":"RotableRow"}) as unknown as TypedDocumentString<RotableRowFragment, unknown>;
export const WatchCardFragmentDoc = new TypedDocumentString(`
    fragment WatchCard on Watch {
  id
  name
  partId
  query
  classification
  onOffer
  onStock
  onPrice
  stockMin
  priceMax
  priceCurrency
  delivery
  byMail
  version
}
    `, {"fragmentName":"WatchCard"}) as unknown as TypedDocumentString<WatchCardFragment, unknown>;
export const AgreementFactsFragmentDoc = new TypedDocumentString(`
    fragment AgreementFacts on Agreement {
  id
  number
  version
  currency
  validFrom
  validTo
  pricingDate
  paymentTerms
  bestPrice
  endedAt
  endReason
  incoterm {
    code
    edition
    place
  }
  supplier {
    id
    name
  }
  buyer {
    id
    name
  }
  terms {
    category
    discountPercent
  }
}
    `, {"fragmentName":"AgreementFacts"}) as unknown as TypedDocumentString<AgreementFactsFragment, unknown>;
export const AskingFactsFragmentDoc = new TypedDocumentString(`
    fragment AskingFacts on AskingProfile {
  id
  location
  url
  header
  hasSecret
  mappingJson
  timeoutMs
  callsMax
  cacheSeconds
  freshSeconds
  keepMinutes
  paused
  line
  version
}
    `, {"fragmentName":"AskingFacts"}) as unknown as TypedDocumentString<AskingFactsFragment, unknown>;
export const CatalogueCardFragmentDoc = new TypedDocumentString(`
    fragment CatalogueCard on Catalogue {
  id
  name
  currency
  makerRule
  makerCode
  makerName
  withdrawPercentMax
  version
  revision
  activeOffers
  createdAt
}
    `, {"fragmentName":"CatalogueCard"}) as unknown as TypedDocumentString<CatalogueCardFragment, unknown>;
export const GroupCardFragmentDoc = new TypedDocumentString(`
    fragment GroupCard on BuyerGroup {
  id
  name
  note
  version
  members {
    agreementId
    until
    buyer {
      id
      name
    }
  }
}
    `, {"fragmentName":"GroupCard"}) as unknown as TypedDocumentString<GroupCardFragment, unknown>;
export const HoldRowFragmentDoc = new TypedDocumentString(`
    fragment HoldRow on StockHold {
  id
  holderKind
  label
  held
  status
  expiresAt
  places {
    location
    quantity
  }
  offer {
    supplierPart
    name
    orderUnit
  }
  partId
  buyer {
    id
    name
  }
}
    `, {"fragmentName":"HoldRow"}) as unknown as TypedDocumentString<HoldRowFragment, unknown>;
export const OwnLotFragmentDoc = new TypedDocumentString(`
    fragment OwnLot on OwnLot {
  id
  offerId
  partId
  supplierPart
  name
  orderUnit
  location
  lotNumber
  serialNumber
  condition
  certificates
  trace
  shelfLifeOn
  quantity
  free
  asOf
  files {
    id
    kind
    number
    issuer
    datedOn
    name
    size
    shown
  }
}
    `, {"fragmentName":"OwnLot"}) as unknown as TypedDocumentString<OwnLotFragment, unknown>;
export const PolicyFactsFragmentDoc = new TypedDocumentString(`
    fragment PolicyFacts on PricingPolicy {
  sequence
  version
  matrix {
    id
    customerCategory
    productCategory
    discountPercent
    validFrom
    validTo
  }
  charges {
    id
    code
    per
    applies
    category
    validFrom
    validTo
    amount {
      amount
      currency
    }
    below {
      amount
      currency
    }
  }
  customers {
    buyerId
    category
  }
}
    `, {"fragmentName":"PolicyFacts"}) as unknown as TypedDocumentString<PolicyFactsFragment, unknown>;
export const UnitOfferFragmentDoc = new TypedDocumentString(`
    fragment UnitOffer on Offer {
  id
  supplierPart
  name
  exchangeTerms {
    currency
    coreValue
    deposit
    outrightPrice
    billedAt
    coreDays
    dayKind
    lateFee
    lateDays
    lateFeesMax
    billDays
    replaceDays
    version
  }
  repairTerms {
    currency
    pricing
    price
    evaluationFee
    quoteDays
    approveDays
    turnDays
    dayKind
    version
  }
}
    `, {"fragmentName":"UnitOffer"}) as unknown as TypedDocumentString<UnitOfferFragment, unknown>;
export const UploadFactsFragmentDoc = new TypedDocumentString(`
    fragment UploadFacts on Upload {
  id
  catalogueId
  kind
  fileName
  format
  loadMode
  state
  createdAt
  updatedAt
  version
  publicationVersion
  publishAt
  publishZone
  ownTimeZone
  counts {
    rows
    ok
    refused
    warnings
    new
    changed
    unchanged
    withdrawn
    active
    stock
  }
  progress {
    rows
    errors
    bytesRead
    bytesTotal
    step
    steps
  }
  reasons {
    code
    message
  }
  failure {
    code
    message
  }
}
    `, {"fragmentName":"UploadFacts"}) as unknown as TypedDocumentString<UploadFactsFragment, unknown>;
export const AuctionWholeFragmentDoc = new TypedDocumentString(`
    fragment AuctionWhole on Auction {
  id
  tenderId
  lotId
  kind
  status
  at
  opensAt
  closesAt
  extensions
  pausedAt
  resumesAt
  pauseReason
  voidedAt
  voidReason
  currency
  scale
  label
  price
  level
  priceUntil
  own {
    amount
    rank
    floor
    isYourTurn
  }
  amountAtMost
  amountToLead
  ranking {
    rank
    label
    amount
    sequence
    supplier {
      id
      name
    }
  }
}
    `, {"fragmentName":"AuctionWhole"}) as unknown as TypedDocumentString<AuctionWholeFragment, unknown>;
export const StandstillWholeFragmentDoc = new TypedDocumentString(`
    fragment StandstillWhole on AwardStandstill {
  id
  lotId
  statement
  decidedAt
  endsAt
  suspendedAt
  concludedAt
  takenBackAt
  failedAt
  faults {
    code
    message
    path
  }
  notices {
    supplierId
    supplier {
      id
      name
    }
    sentAt
    outcome
    rank
    ranked
    refused
    winners {
      supplierId
      name
      rank
      amount
    }
  }
  challenges {
    id
    supplierId
    supplier {
      id
      name
    }
    reason
    madeAt
    decision
    answer
    decidedAt
  }
}
    `, {"fragmentName":"StandstillWhole"}) as unknown as TypedDocumentString<StandstillWholeFragment, unknown>;
export const TenderFormulaWholeFragmentDoc = new TypedDocumentString(`
    fragment TenderFormulaWhole on TenderFormula {
  kind
  weightQuality
  weightPrice
  featuresMax
  priceMin
  priceMax
  base
  factor
  exponent
  qualityReference
  priceReference
}
    `, {"fragmentName":"TenderFormulaWhole"}) as unknown as TypedDocumentString<TenderFormulaWholeFragment, unknown>;
export const TenderCriterionWholeFragmentDoc = new TypedDocumentString(`
    fragment TenderCriterionWhole on TenderCriterion {
  id
  kind
  weight
  scoreMax
  scoreMin
  worthMax
  options {
    name
    value
  }
}
    `, {"fragmentName":"TenderCriterionWhole"}) as unknown as TypedDocumentString<TenderCriterionWholeFragment, unknown>;
export const AuctionTermsFragmentDoc = new TypedDocumentString(`
    fragment AuctionTerms on TenderAuction {
  kind
  durationSeconds
  ownStep {
    by
    value
  }
  leadStep {
    by
    value
  }
  mustLead
  display
  softClose {
    triggerSeconds
    lengthSeconds
    extensionsMax
    countsFrom
    lowestTriggeringRank
    totalSecondsMax
  }
  bigDropPercent
  rounds
  turnSeconds
  firstPauseSeconds
  pauseSeconds
  startPercent
  risePercent
  ceilingPercent
  fall {
    by
    value
  }
  floorPercent
  tickSeconds
  appealSeconds
}
    `, {"fragmentName":"AuctionTerms"}) as unknown as TypedDocumentString<AuctionTermsFragment, unknown>;
export const TenderLineWholeFragmentDoc = new TypedDocumentString(`
    fragment TenderLineWhole on TenderLine {
  id
  lotId
  number
  partId
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  shipTo
  alternatesAllowed
  revision
  target
  targetBasis
  ownTarget
  ownTargetBasis
  droppedIn
}
    `, {"fragmentName":"TenderLineWhole"}) as unknown as TypedDocumentString<TenderLineWholeFragment, unknown>;
export const TenderSharedFragmentDoc = new TypedDocumentString(`
    fragment TenderShared on Tender {
  standstills {
    ...StandstillWhole
  }
  id
  number
  title
  description
  status
  procedure
  rulePack
  isPublic
  singleReason
  confidentiality
  currency
  qualityMin
  deliveryTerm
  paymentDays
  yearlyRate
  awardMode
  shares
  bidsMin
  agreementFrom
  agreementTo
  questionsCloseAt
  closesAt
  staggerMinutes
  pushHours
  version
  edits
  createdAt
  publishedAt
  cancelledAt
  cancelReason
  buyer {
    id
    name
  }
  formula {
    ...TenderFormulaWhole
  }
  flipExample {
    winnerBefore
    winnerAfter
    bids {
      name
      price
      quality
    }
  }
  criteria {
    ...TenderCriterionWhole
  }
  tieBreak {
    by
    criterionId
    best
  }
  rates {
    currency
    rate
  }
  lowBid {
    belowMean
    belowNext
  }
  sealing {
    officersKey
    threshold
    envelopes
    rehearsedAt
    halves {
      lotId
      round
      publicKey
    }
  }
  auction {
    ...AuctionTerms
  }
  auctions {
    id
    lotId
    kind
    status
    opensAt
    closesAt
  }
  lots {
    id
    position
    title
    status
    round
    confirmFrom
    seed
    rounds {
      round
      kind
      opensAt
      closesAt
      closedAt
      bidsFrom
      rescheduled
    }
  }
  lines {
    ...TenderLineWhole
  }
  amendments {
    version
    reason
    changes
    confirm
    madeAt
    closesAt
  }
  documents {
    id
    title
    name
    sha256
    size
    mediaType
    addedAt
  }
  questions {
    id
    lotId
    body
    inTime
    askedAt
    answer
    answeredAt
    mine
  }
}
    fragment AuctionTerms on TenderAuction {
  kind
  durationSeconds
  ownStep {
    by
    value
  }
  leadStep {
    by
    value
  }
  mustLead
  display
  softClose {
    triggerSeconds
    lengthSeconds
    extensionsMax
    countsFrom
    lowestTriggeringRank
    totalSecondsMax
  }
  bigDropPercent
  rounds
  turnSeconds
  firstPauseSeconds
  pauseSeconds
  startPercent
  risePercent
  ceilingPercent
  fall {
    by
    value
  }
  floorPercent
  tickSeconds
  appealSeconds
}
fragment TenderFormulaWhole on TenderFormula {
  kind
  weightQuality
  weightPrice
  featuresMax
  priceMin
  priceMax
  base
  factor
  exponent
  qualityReference
  priceReference
}
fragment TenderCriterionWhole on TenderCriterion {
  id
  kind
  weight
  scoreMax
  scoreMin
  worthMax
  options {
    name
    value
  }
}
fragment TenderLineWhole on TenderLine {
  id
  lotId
  number
  partId
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  shipTo
  alternatesAllowed
  revision
  target
  targetBasis
  ownTarget
  ownTargetBasis
  droppedIn
}
fragment StandstillWhole on AwardStandstill {
  id
  lotId
  statement
  decidedAt
  endsAt
  suspendedAt
  concludedAt
  takenBackAt
  failedAt
  faults {
    code
    message
    path
  }
  notices {
    supplierId
    supplier {
      id
      name
    }
    sentAt
    outcome
    rank
    ranked
    refused
    winners {
      supplierId
      name
      rank
      amount
    }
  }
  challenges {
    id
    supplierId
    supplier {
      id
      name
    }
    reason
    madeAt
    decision
    answer
    decidedAt
  }
}`, {"fragmentName":"TenderShared"}) as unknown as TypedDocumentString<TenderSharedFragment, unknown>;
export const BidContentWholeFragmentDoc = new TypedDocumentString(`
    fragment BidContentWhole on BidContent {
  currency
  deliveryTerm
  paymentDays
  validUntil
  note
  lines {
    lineId
    price {
      amount
      basis
      unit
    }
    factor {
      numerator
      denominator
    }
    breaks {
      from
      amount
    }
    minQuantity
    maxQuantity
    leadDays
    alternate {
      partId
      number
      description
    }
    offerId
    conditions
    addends {
      kind
      amount
    }
  }
  answers {
    criterionId
    passed
    score
    option
    amount
  }
}
    `, {"fragmentName":"BidContentWhole"}) as unknown as TypedDocumentString<BidContentWholeFragment, unknown>;
export const BidWholeFragmentDoc = new TypedDocumentString(`
    fragment BidWhole on Bid {
  id
  supplierId
  supplier {
    id
    name
  }
  lotId
  round
  seq
  tenderVersion
  digest
  acceptedAt
  withdrawnAt
  counts
  content {
    ...BidContentWhole
  }
}
    fragment BidContentWhole on BidContent {
  currency
  deliveryTerm
  paymentDays
  validUntil
  note
  lines {
    lineId
    price {
      amount
      basis
      unit
    }
    factor {
      numerator
      denominator
    }
    breaks {
      from
      amount
    }
    minQuantity
    maxQuantity
    leadDays
    alternate {
      partId
      number
      description
    }
    offerId
    conditions
    addends {
      kind
      amount
    }
  }
  answers {
    criterionId
    passed
    score
    option
    amount
  }
}`, {"fragmentName":"BidWhole"}) as unknown as TypedDocumentString<BidWholeFragment, unknown>;
export const AwardWholeFragmentDoc = new TypedDocumentString(`
    fragment AwardWhole on Award {
  id
  lotId
  bidId
  supplierId
  supplier {
    id
    name
  }
  rank
  reason
  currency
  makes
  standstillId
  orderId
  agreementId
  awardedAt
  cancelledAt
  cancelReason
  lines {
    lineId
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    leadDays
    alternate
  }
}
    `, {"fragmentName":"AwardWhole"}) as unknown as TypedDocumentString<AwardWholeFragment, unknown>;
export const TenderOfBidderFragmentDoc = new TypedDocumentString(`
    fragment TenderOfBidder on Tender {
  ...TenderShared
  invitations {
    supplierId
    invitedAt
    declinedAt
    declineReason
  }
  bids {
    ...BidWhole
  }
  bidDrafts {
    lotId
    round
    edits
    savedAt
    content {
      ...BidContentWhole
    }
  }
  receipts {
    bidId
    lotId
    round
    seq
    kind
    digest
    acceptedAt
  }
  openings {
    bidId
    envelope
    outcome
    reason
    openedAt
    verdict
    verdictReason
  }
  awards {
    ...AwardWhole
  }
}
    fragment AuctionTerms on TenderAuction {
  kind
  durationSeconds
  ownStep {
    by
    value
  }
  leadStep {
    by
    value
  }
  mustLead
  display
  softClose {
    triggerSeconds
    lengthSeconds
    extensionsMax
    countsFrom
    lowestTriggeringRank
    totalSecondsMax
  }
  bigDropPercent
  rounds
  turnSeconds
  firstPauseSeconds
  pauseSeconds
  startPercent
  risePercent
  ceilingPercent
  fall {
    by
    value
  }
  floorPercent
  tickSeconds
  appealSeconds
}
fragment TenderFormulaWhole on TenderFormula {
  kind
  weightQuality
  weightPrice
  featuresMax
  priceMin
  priceMax
  base
  factor
  exponent
  qualityReference
  priceReference
}
fragment TenderCriterionWhole on TenderCriterion {
  id
  kind
  weight
  scoreMax
  scoreMin
  worthMax
  options {
    name
    value
  }
}
fragment TenderLineWhole on TenderLine {
  id
  lotId
  number
  partId
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  shipTo
  alternatesAllowed
  revision
  target
  targetBasis
  ownTarget
  ownTargetBasis
  droppedIn
}
fragment TenderShared on Tender {
  standstills {
    ...StandstillWhole
  }
  id
  number
  title
  description
  status
  procedure
  rulePack
  isPublic
  singleReason
  confidentiality
  currency
  qualityMin
  deliveryTerm
  paymentDays
  yearlyRate
  awardMode
  shares
  bidsMin
  agreementFrom
  agreementTo
  questionsCloseAt
  closesAt
  staggerMinutes
  pushHours
  version
  edits
  createdAt
  publishedAt
  cancelledAt
  cancelReason
  buyer {
    id
    name
  }
  formula {
    ...TenderFormulaWhole
  }
  flipExample {
    winnerBefore
    winnerAfter
    bids {
      name
      price
      quality
    }
  }
  criteria {
    ...TenderCriterionWhole
  }
  tieBreak {
    by
    criterionId
    best
  }
  rates {
    currency
    rate
  }
  lowBid {
    belowMean
    belowNext
  }
  sealing {
    officersKey
    threshold
    envelopes
    rehearsedAt
    halves {
      lotId
      round
      publicKey
    }
  }
  auction {
    ...AuctionTerms
  }
  auctions {
    id
    lotId
    kind
    status
    opensAt
    closesAt
  }
  lots {
    id
    position
    title
    status
    round
    confirmFrom
    seed
    rounds {
      round
      kind
      opensAt
      closesAt
      closedAt
      bidsFrom
      rescheduled
    }
  }
  lines {
    ...TenderLineWhole
  }
  amendments {
    version
    reason
    changes
    confirm
    madeAt
    closesAt
  }
  documents {
    id
    title
    name
    sha256
    size
    mediaType
    addedAt
  }
  questions {
    id
    lotId
    body
    inTime
    askedAt
    answer
    answeredAt
    mine
  }
}
fragment BidContentWhole on BidContent {
  currency
  deliveryTerm
  paymentDays
  validUntil
  note
  lines {
    lineId
    price {
      amount
      basis
      unit
    }
    factor {
      numerator
      denominator
    }
    breaks {
      from
      amount
    }
    minQuantity
    maxQuantity
    leadDays
    alternate {
      partId
      number
      description
    }
    offerId
    conditions
    addends {
      kind
      amount
    }
  }
  answers {
    criterionId
    passed
    score
    option
    amount
  }
}
fragment BidWhole on Bid {
  id
  supplierId
  supplier {
    id
    name
  }
  lotId
  round
  seq
  tenderVersion
  digest
  acceptedAt
  withdrawnAt
  counts
  content {
    ...BidContentWhole
  }
}
fragment AwardWhole on Award {
  id
  lotId
  bidId
  supplierId
  supplier {
    id
    name
  }
  rank
  reason
  currency
  makes
  standstillId
  orderId
  agreementId
  awardedAt
  cancelledAt
  cancelReason
  lines {
    lineId
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    leadDays
    alternate
  }
}
fragment StandstillWhole on AwardStandstill {
  id
  lotId
  statement
  decidedAt
  endsAt
  suspendedAt
  concludedAt
  takenBackAt
  failedAt
  faults {
    code
    message
    path
  }
  notices {
    supplierId
    supplier {
      id
      name
    }
    sentAt
    outcome
    rank
    ranked
    refused
    winners {
      supplierId
      name
      rank
      amount
    }
  }
  challenges {
    id
    supplierId
    supplier {
      id
      name
    }
    reason
    madeAt
    decision
    answer
    decidedAt
  }
}`, {"fragmentName":"TenderOfBidder"}) as unknown as TypedDocumentString<TenderOfBidderFragment, unknown>;
export const TenderToOpenFragmentDoc = new TypedDocumentString(`
    fragment TenderToOpen on Tender {
  id
  number
  title
  status
  confidentiality
  closesAt
  edits
  lots {
    id
    position
    title
    status
    round
    rounds {
      round
      closesAt
      closedAt
      bidsFrom
    }
  }
  criteria {
    id
    kind
  }
  sealing {
    officersKey
    threshold
    envelopes
    rehearsedAt
    rehearsal
    holders {
      keyId
      memberId
      name
      publicKey
      role
      position
      sealed
    }
    releases {
      lotId
      round
      envelope
      releasedAt
    }
  }
  openingSessions {
    id
    kind
    publicKey
    openedAt
    memberId
    shares {
      keyId
      position
      sealed
      handedAt
    }
  }
  openings {
    bidId
    supplierId
    lotId
    envelope
    outcome
    reason
    openedAt
    verdict
    verdictReason
    answers {
      criterionId
      passed
      score
      option
      amount
    }
  }
  bids {
    id
    supplierId
    supplier {
      id
      name
    }
    lotId
    round
    withdrawnAt
    counts
  }
}
    `, {"fragmentName":"TenderToOpen"}) as unknown as TypedDocumentString<TenderToOpenFragment, unknown>;
export const PublicTenderRowFragmentDoc = new TypedDocumentString(`
    fragment PublicTenderRow on PublicTender {
  ocid
  number
  title
  status
  closesAt
  buyer {
    name
    country
  }
  linesAsked
}
    `, {"fragmentName":"PublicTenderRow"}) as unknown as TypedDocumentString<PublicTenderRowFragment, unknown>;
export const PublicLineWholeFragmentDoc = new TypedDocumentString(`
    fragment PublicLineWhole on PublicLine {
  id
  lotId
  number
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  alternatesAllowed
  dropped
}
    `, {"fragmentName":"PublicLineWhole"}) as unknown as TypedDocumentString<PublicLineWholeFragment, unknown>;
export const PublicTenderWholeFragmentDoc = new TypedDocumentString(`
    fragment PublicTenderWhole on PublicTender {
  ...PublicTenderRow
  id
  description
  currency
  deliveryTerm
  paymentDays
  rated
  publishedAt
  questionsCloseAt
  lots {
    id
    title
    status
    closesAt
  }
  lines {
    ...PublicLineWhole
  }
  documents {
    id
    title
    name
    addedAt
  }
  amendments {
    version
    reason
    madeAt
  }
  bids {
    bidders
    bids
  }
  awards {
    id
    lotId
    supplier {
      name
    }
    value {
      amount
      currency
    }
    awardedAt
    cancelled
    pending
  }
}
    fragment PublicTenderRow on PublicTender {
  ocid
  number
  title
  status
  closesAt
  buyer {
    name
    country
  }
  linesAsked
}
fragment PublicLineWhole on PublicLine {
  id
  lotId
  number
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  alternatesAllowed
  dropped
}`, {"fragmentName":"PublicTenderWhole"}) as unknown as TypedDocumentString<PublicTenderWholeFragment, unknown>;
export const TenderRowFragmentDoc = new TypedDocumentString(`
    fragment TenderRow on Tender {
  id
  number
  title
  status
  procedure
  confidentiality
  currency
  closesAt
  createdAt
  publishedAt
  buyer {
    id
    name
  }
  tally {
    closesNext
    bidders
    lotsBid
    lotsToConfirm
    lotsDrafted
    lotsWon
    questionsOpen
    invited
  }
}
    `, {"fragmentName":"TenderRow"}) as unknown as TypedDocumentString<TenderRowFragment, unknown>;
export const TenderOfBuyerFragmentDoc = new TypedDocumentString(`
    fragment TenderOfBuyer on Tender {
  ...TenderShared
  tally {
    bidders
    questionsOpen
  }
  invitations {
    supplierId
    supplier {
      id
      name
    }
    invitedAt
    declinedAt
    declineReason
  }
  private {
    internalNote
    costReference
    budget
    shipToSite
  }
  bids {
    ...BidWhole
  }
  awards {
    ...AwardWhole
  }
  evaluations {
    lotId
    n
    round
    digest
    madeAt
  }
  events {
    seq
    kind
    at
    detail
  }
}
    fragment AuctionTerms on TenderAuction {
  kind
  durationSeconds
  ownStep {
    by
    value
  }
  leadStep {
    by
    value
  }
  mustLead
  display
  softClose {
    triggerSeconds
    lengthSeconds
    extensionsMax
    countsFrom
    lowestTriggeringRank
    totalSecondsMax
  }
  bigDropPercent
  rounds
  turnSeconds
  firstPauseSeconds
  pauseSeconds
  startPercent
  risePercent
  ceilingPercent
  fall {
    by
    value
  }
  floorPercent
  tickSeconds
  appealSeconds
}
fragment TenderFormulaWhole on TenderFormula {
  kind
  weightQuality
  weightPrice
  featuresMax
  priceMin
  priceMax
  base
  factor
  exponent
  qualityReference
  priceReference
}
fragment TenderCriterionWhole on TenderCriterion {
  id
  kind
  weight
  scoreMax
  scoreMin
  worthMax
  options {
    name
    value
  }
}
fragment TenderLineWhole on TenderLine {
  id
  lotId
  number
  partId
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  shipTo
  alternatesAllowed
  revision
  target
  targetBasis
  ownTarget
  ownTargetBasis
  droppedIn
}
fragment TenderShared on Tender {
  standstills {
    ...StandstillWhole
  }
  id
  number
  title
  description
  status
  procedure
  rulePack
  isPublic
  singleReason
  confidentiality
  currency
  qualityMin
  deliveryTerm
  paymentDays
  yearlyRate
  awardMode
  shares
  bidsMin
  agreementFrom
  agreementTo
  questionsCloseAt
  closesAt
  staggerMinutes
  pushHours
  version
  edits
  createdAt
  publishedAt
  cancelledAt
  cancelReason
  buyer {
    id
    name
  }
  formula {
    ...TenderFormulaWhole
  }
  flipExample {
    winnerBefore
    winnerAfter
    bids {
      name
      price
      quality
    }
  }
  criteria {
    ...TenderCriterionWhole
  }
  tieBreak {
    by
    criterionId
    best
  }
  rates {
    currency
    rate
  }
  lowBid {
    belowMean
    belowNext
  }
  sealing {
    officersKey
    threshold
    envelopes
    rehearsedAt
    halves {
      lotId
      round
      publicKey
    }
  }
  auction {
    ...AuctionTerms
  }
  auctions {
    id
    lotId
    kind
    status
    opensAt
    closesAt
  }
  lots {
    id
    position
    title
    status
    round
    confirmFrom
    seed
    rounds {
      round
      kind
      opensAt
      closesAt
      closedAt
      bidsFrom
      rescheduled
    }
  }
  lines {
    ...TenderLineWhole
  }
  amendments {
    version
    reason
    changes
    confirm
    madeAt
    closesAt
  }
  documents {
    id
    title
    name
    sha256
    size
    mediaType
    addedAt
  }
  questions {
    id
    lotId
    body
    inTime
    askedAt
    answer
    answeredAt
    mine
  }
}
fragment BidContentWhole on BidContent {
  currency
  deliveryTerm
  paymentDays
  validUntil
  note
  lines {
    lineId
    price {
      amount
      basis
      unit
    }
    factor {
      numerator
      denominator
    }
    breaks {
      from
      amount
    }
    minQuantity
    maxQuantity
    leadDays
    alternate {
      partId
      number
      description
    }
    offerId
    conditions
    addends {
      kind
      amount
    }
  }
  answers {
    criterionId
    passed
    score
    option
    amount
  }
}
fragment BidWhole on Bid {
  id
  supplierId
  supplier {
    id
    name
  }
  lotId
  round
  seq
  tenderVersion
  digest
  acceptedAt
  withdrawnAt
  counts
  content {
    ...BidContentWhole
  }
}
fragment AwardWhole on Award {
  id
  lotId
  bidId
  supplierId
  supplier {
    id
    name
  }
  rank
  reason
  currency
  makes
  standstillId
  orderId
  agreementId
  awardedAt
  cancelledAt
  cancelReason
  lines {
    lineId
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    leadDays
    alternate
  }
}
fragment StandstillWhole on AwardStandstill {
  id
  lotId
  statement
  decidedAt
  endsAt
  suspendedAt
  concludedAt
  takenBackAt
  failedAt
  faults {
    code
    message
    path
  }
  notices {
    supplierId
    supplier {
      id
      name
    }
    sentAt
    outcome
    rank
    ranked
    refused
    winners {
      supplierId
      name
      rank
      amount
    }
  }
  challenges {
    id
    supplierId
    supplier {
      id
      name
    }
    reason
    madeAt
    decision
    answer
    decidedAt
  }
}`, {"fragmentName":"TenderOfBuyer"}) as unknown as TypedDocumentString<TenderOfBuyerFragment, unknown>;
export const AllocationWholeFragmentDoc = new TypedDocumentString(`
    fragment AllocationWhole on Allocation {
  total
  parts {
    lotId
    lineId
    bidId
    supplierId
    quantity
    amount
  }
  suppliers {
    supplierId
    spend
    fixedCost
  }
}
    `, {"fragmentName":"AllocationWhole"}) as unknown as TypedDocumentString<AllocationWholeFragment, unknown>;
export const ScenarioWholeFragmentDoc = new TypedDocumentString(`
    fragment ScenarioWhole on AwardScenario {
  id
  name
  currency
  lotIds
  rules {
    kind
    count
    share
    amount
    quantity
    supplierIds
    lineIds
  }
  fixedCosts {
    supplierId
    amount
  }
  splitLines
  seconds
  status
  stale
  report {
    outcome
    best {
      ...AllocationWhole
    }
    gap
    seconds
    ruleCosts {
      rule
      cost
      proved
    }
    nextBest {
      ...AllocationWhole
    }
    conflict {
      rules
      undivided
      lineIds
    }
  }
}
    fragment AllocationWhole on Allocation {
  total
  parts {
    lotId
    lineId
    bidId
    supplierId
    quantity
    amount
  }
  suppliers {
    supplierId
    spend
    fixedCost
  }
}`, {"fragmentName":"ScenarioWhole"}) as unknown as TypedDocumentString<ScenarioWholeFragment, unknown>;
export const ClassificationsDocument = new TypedDocumentString(`
    query Classifications {
  classificationReleases {
    system
    version
    current
    classes
    fileName
    loadedAt
  }
}
    `, {"hash":"fab9e0551eaf997f0d5ac690f77b550c079081d8560269c91644deffe619f35b"}) as unknown as TypedDocumentString<ClassificationsQuery, ClassificationsQueryVariables>;
export const IdentitiesDocument = new TypedDocumentString(`
    query Identities($first: Int, $after: String, $last: Int, $before: String) {
  identityCorrections(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id
      kind
      supplierId
      reason
      batch
      madeAt
      undoneAt
      from {
        id
        number
        manufacturer {
          name
        }
      }
      to {
        id
        number
        manufacturer {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"ae3f5f4a95ed5a2f4f61c3118e4e5d1b7370cce6385a3e6ea35059b70afc660a"}) as unknown as TypedDocumentString<IdentitiesQuery, IdentitiesQueryVariables>;
export const FindPartsDocument = new TypedDocumentString(`
    query FindParts($number: String!) {
  partByNumber(number: $number) {
    id
    number
    name
    manufacturer {
      id
      name
      code
    }
    offers {
      supplier {
        id
        name
      }
    }
  }
}
    `, {"hash":"6623a8c75574d459201a06fedbd47f47f5a067c7ded16bad8cdada78ce006ae6"}) as unknown as TypedDocumentString<FindPartsQuery, FindPartsQueryVariables>;
export const MergePartsDocument = new TypedDocumentString(`
    mutation MergeParts($input: MergePartsInput!) {
  mergeParts(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"6b2791e20c3664ad5c40814e806bb60c3a1a833f6afd1f2b4d5faaf28f9f2a4a"}) as unknown as TypedDocumentString<MergePartsMutation, MergePartsMutationVariables>;
export const SplitPartDocument = new TypedDocumentString(`
    mutation SplitPart($input: SplitPartInput!) {
  splitPart(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"62006fe88eccea80c40ae3103c415f4632014100c62dc4b4f6da5da3f816c744"}) as unknown as TypedDocumentString<SplitPartMutation, SplitPartMutationVariables>;
export const UndoCorrectionDocument = new TypedDocumentString(`
    mutation UndoCorrection($input: UndoCorrectionInput!) {
  undoCorrection(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"b86f3e82fcaedf99e9f7a090cc936dd930615308e2d62015ce25aac05cc36e15"}) as unknown as TypedDocumentString<UndoCorrectionMutation, UndoCorrectionMutationVariables>;
export const ManufacturersDocument = new TypedDocumentString(`
    query Manufacturers($filter: ManufacturerFilter, $first: Int, $after: String, $last: Int, $before: String) {
  manufacturers(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...ManufacturerRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  manufacturerMerges(first: 20) {
    nodes {
      id
      reason
      madeAt
      undoneAt
      from {
        id
        name
        code
      }
      into {
        id
        name
        code
      }
    }
  }
}
    fragment ManufacturerRow on Manufacturer {
  id
  code
  name
  cages
  issuingBody
  version
  succeededOn
  successor {
    id
    name
  }
  names {
    kind
    value
    retired
  }
}`, {"hash":"d276cc127077a350c2438e7b9c0d3a7dea6414977b265db925457b207c91c3a4"}) as unknown as TypedDocumentString<ManufacturersQuery, ManufacturersQueryVariables>;
export const FindManufacturersDocument = new TypedDocumentString(`
    query FindManufacturers($text: String!) {
  manufacturers(filter: {text: $text}, first: 20) {
    nodes {
      id
      code
      name
    }
  }
}
    `, {"hash":"ba085a80ff43236fe1f4328ffa62bdc893b4d5458d0bfaa552a3753cc5bfc655"}) as unknown as TypedDocumentString<FindManufacturersQuery, FindManufacturersQueryVariables>;
export const ChangeManufacturerDocument = new TypedDocumentString(`
    mutation ChangeManufacturer($input: ChangeManufacturerInput!) {
  changeManufacturer(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"400a694963d088bf7c08ac0829e1e02e237a0e238cf6a217a5f5964040da668d"}) as unknown as TypedDocumentString<ChangeManufacturerMutation, ChangeManufacturerMutationVariables>;
export const NameManufacturerDocument = new TypedDocumentString(`
    mutation NameManufacturer($input: NameManufacturerInput!) {
  nameManufacturer(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"839ded494a061c3b17d34bf38f9c0affa3a36e2a8a37fd2c34249d415be41ff5"}) as unknown as TypedDocumentString<NameManufacturerMutation, NameManufacturerMutationVariables>;
export const RetireManufacturerNameDocument = new TypedDocumentString(`
    mutation RetireManufacturerName($input: NameManufacturerInput!) {
  retireManufacturerName(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"86dbba9af34d643e92d7d0cf757f0446bcbc22ba3ee1b66dc5c0a501e0d8af9f"}) as unknown as TypedDocumentString<RetireManufacturerNameMutation, RetireManufacturerNameMutationVariables>;
export const MergeManufacturersDocument = new TypedDocumentString(`
    mutation MergeManufacturers($input: MergeManufacturersInput!) {
  mergeManufacturers(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"8c7a8d506adc9d0e9df7b2929eaa79806af09e1c266567b0e4a9708a5b63559a"}) as unknown as TypedDocumentString<MergeManufacturersMutation, MergeManufacturersMutationVariables>;
export const UndoManufacturerMergeDocument = new TypedDocumentString(`
    mutation UndoManufacturerMerge($input: UndoManufacturerMergeInput!) {
  undoManufacturerMerge(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ca79135ef6bca208b2281238c7d7e9e358d7fb1c56c945cafa2c92ac76b6d3da"}) as unknown as TypedDocumentString<UndoManufacturerMergeMutation, UndoManufacturerMergeMutationVariables>;
export const PartAlternatesDocument = new TypedDocumentString(`
    query PartAlternates($id: ID!, $application: ApplicationInput, $consent: Boolean!, $depth: Int!) {
  part(id: $id) {
    id
    number
    saleBlock {
      replacedBy {
        id
        number
      }
    }
    alternatives(application: $application, consentQualified: $consent) {
      place
      reason
      message
      qualified
      parts {
        quantity
        part {
          id
          number
          name
          manufacturer {
            name
          }
        }
      }
      path {
        reversed
        qualified
        ownNumber
        from {
          id
          number
        }
        to {
          id
          number
        }
        link {
          id
          code
          class
          authority
          standing
          reverseStanding
          assertedBy {
            name
          }
        }
      }
      offers {
        id
      }
    }
    interchangeLinks(depth: $depth) {
      ...AlternateLink
    }
  }
}
    fragment AlternateLink on InterchangeLink {
  id
  orgId
  code
  codeName
  class
  className
  meaning
  effect
  setNumber
  assertedAs
  standing
  reverseStanding
  authority
  remark
  effectiveFrom
  effectiveTo
  assertedAt
  mine
  assertedBy {
    id
    name
  }
  from {
    id
    number
  }
  to {
    quantity
    part {
      id
      number
    }
  }
  applicability {
    model
    msnFrom
    msnTo
    modification
  }
  approvals {
    id
    kind
    fleet
    validFrom
    validTo
    note
    revokedAt
    mine
  }
}`, {"hash":"7682ab33a99853c88a1a74a3266beee520822aa12d6438f145780206ce6eb9ee"}) as unknown as TypedDocumentString<PartAlternatesQuery, PartAlternatesQueryVariables>;
export const InterchangeCodesDocument = new TypedDocumentString(`
    query InterchangeCodes {
  interchangeCodes {
    list
    code
    name
  }
}
    `, {"hash":"494514a944eb9fb318d700ca49efbc1a55a47509c320a044505356d5becf38d9"}) as unknown as TypedDocumentString<InterchangeCodesQuery, InterchangeCodesQueryVariables>;
export const PartChoicesDocument = new TypedDocumentString(`
    query PartChoices($number: String!, $manufacturer: String) {
  partByNumber(number: $number, manufacturer: $manufacturer) {
    id
    number
    name
    manufacturer {
      name
      code
    }
  }
}
    `, {"hash":"0e4062d14fa547d3f6d044402b2dcdc75db74801ab096647c3a34c68b16790bd"}) as unknown as TypedDocumentString<PartChoicesQuery, PartChoicesQueryVariables>;
export const AssertLinkDocument = new TypedDocumentString(`
    mutation AssertLink($input: AssertLinkInput!) {
  assertLink(input: $input) {
    link {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"7a1342b1111f0c845202d10a0129ec3625e08b8ee0ca5d08aa357a9d568b00d2"}) as unknown as TypedDocumentString<AssertLinkMutation, AssertLinkMutationVariables>;
export const WithdrawLinkDocument = new TypedDocumentString(`
    mutation WithdrawLink($input: WithdrawLinkInput!) {
  withdrawLink(input: $input) {
    link {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"de83e7d6550ffab481179b509eab0507610041d51f05dba5331b01cbb5fd760b"}) as unknown as TypedDocumentString<WithdrawLinkMutation, WithdrawLinkMutationVariables>;
export const ApproveLinkDocument = new TypedDocumentString(`
    mutation ApproveLink($input: ApproveLinkInput!) {
  approveLink(input: $input) {
    link {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a0b2f599241682cb504728261d54029f0b97a32b9cae61ef02c408398843b056"}) as unknown as TypedDocumentString<ApproveLinkMutation, ApproveLinkMutationVariables>;
export const RevokeLinkApprovalDocument = new TypedDocumentString(`
    mutation RevokeLinkApproval($input: RevokeLinkApprovalInput!) {
  revokeLinkApproval(input: $input) {
    link {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"88d2f634af1a6d18ed2ca6852423d804651870a5ef0eaab9a25f0754684fa552"}) as unknown as TypedDocumentString<RevokeLinkApprovalMutation, RevokeLinkApprovalMutationVariables>;
export const PartHistoryDocument = new TypedDocumentString(`
    query PartHistory($partId: ID!) {
  partOrders(partId: $partId) {
    orderId
    orderNumber
    lineNumber
    placedAt
    supplierPart
    supplier {
      name
    }
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    lineAmount {
      amount
      currency
    }
    needBy
    promisedOn
    quantities {
      quantity
      status
      deliverOn
    }
  }
}
    `, {"hash":"fb271ca76e70a8abc3ab0bca33cb09bc541c5324e3b807ebfbf5e8323e4b03a7"}) as unknown as TypedDocumentString<PartHistoryQuery, PartHistoryQueryVariables>;
export const PartPriceHistoryDocument = new TypedDocumentString(`
    query PartPriceHistory($partId: ID!) {
  partPriceHistory(partId: $partId) {
    offerId
    supplierPart
    supplier {
      name
    }
    since
    until
    price {
      amount
      currency
      basis
      unit
    }
  }
}
    `, {"hash":"23c33ac4bfbfdab2222b15570a41a9240d0d23d1116c18ac2e09f164899bc391"}) as unknown as TypedDocumentString<PartPriceHistoryQuery, PartPriceHistoryQueryVariables>;
export const PartMarketDocument = new TypedDocumentString(`
    query PartMarket($id: ID!) {
  part(id: $id) {
    id
    marketPrices {
      day
      condition
      sellersMin
      median {
        amount
        currency
        basis
        unit
      }
      low {
        amount
        currency
        basis
        unit
      }
      high {
        amount
        currency
        basis
        unit
      }
    }
  }
}
    `, {"hash":"52468caaf030e943fe8063dda3d2c209143eacdb629d8965cf1341d7535cc7ce"}) as unknown as TypedDocumentString<PartMarketQuery, PartMarketQueryVariables>;
export const PartDocument = new TypedDocumentString(`
    query Part($id: ID!, $input: AvailabilityInput!) {
  part(id: $id) {
    id
    number
    name
    names {
      language
      name
    }
    description
    unit
    shelfLifeDays
    hazmat
    approvalBasis
    unNumber
    hazardClass
    packingGroup
    shelfLifeExtendable
    eccn
    hsCode
    lifeLimited
    essentiality
    spareClass
    aliases {
      id
      kind
      number
      shared
      validTo
    }
    mergedInto {
      id
      number
      manufacturer {
        name
      }
    }
    manufacturer {
      code
      name
      issuingBody
      successor {
        name
      }
    }
    classifications {
      system
      code
      names {
        language
        name
      }
    }
  }
  availability(input: $input) {
    lines {
      line
      quantity
      offers {
        ...OfferAnswer
      }
      problem {
        code
        message
      }
    }
  }
}
    fragment OfferAnswer on AvailabilityOffer {
  offer {
    id
    supplierId
    supplierPart
    name
    orderUnit
    contentUnit
    contentPerOrderUnit
    priceUnit
    priceFactor {
      numerator
      denominator
    }
    minimum
    multiple
    leadDays
    leadKind
    ncnr
    returnableDays
    condition
    approvalBasis
    countryOfOrigin
    revision
    actualMaker
    breakMode
    breaks {
      from
      price {
        amount
        currency
        basis
        unit
      }
    }
    supplier {
      id
      name
      country
    }
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  priceValidFrom
  priceValidTo
  breakFrom
  smallestBreak
  lineAmount {
    amount
    currency
  }
  priceType
  explanation {
    rule
    text
  }
  charges {
    code
    per
    applies
    below {
      amount
      currency
    }
    amount {
      amount
      currency
    }
  }
  packRule {
    minimum
    multiple
    nearest {
      below
      above
    }
  }
  stock {
    location
    quantity
    asOf
    source
    label
  }
  stockLabel
  available
  fitting
  leadDays
  earliest
  needByMet
  obstacles
}`, {"hash":"7aaa33a89c002bad2de0a97352da7aad69e7ba1a3b8d677eefa7f2a362d6e7d4"}) as unknown as TypedDocumentString<PartQuery, PartQueryVariables>;
export const OfferQuantitiesDocument = new TypedDocumentString(`
    query OfferQuantities($input: AvailabilityInput!) {
  availability(input: $input) {
    lines {
      line
      quantity
      offers {
        ...OfferAnswer
      }
    }
  }
}
    fragment OfferAnswer on AvailabilityOffer {
  offer {
    id
    supplierId
    supplierPart
    name
    orderUnit
    contentUnit
    contentPerOrderUnit
    priceUnit
    priceFactor {
      numerator
      denominator
    }
    minimum
    multiple
    leadDays
    leadKind
    ncnr
    returnableDays
    condition
    approvalBasis
    countryOfOrigin
    revision
    actualMaker
    breakMode
    breaks {
      from
      price {
        amount
        currency
        basis
        unit
      }
    }
    supplier {
      id
      name
      country
    }
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  priceValidFrom
  priceValidTo
  breakFrom
  smallestBreak
  lineAmount {
    amount
    currency
  }
  priceType
  explanation {
    rule
    text
  }
  charges {
    code
    per
    applies
    below {
      amount
      currency
    }
    amount {
      amount
      currency
    }
  }
  packRule {
    minimum
    multiple
    nearest {
      below
      above
    }
  }
  stock {
    location
    quantity
    asOf
    source
    label
  }
  stockLabel
  available
  fitting
  leadDays
  earliest
  needByMet
  obstacles
}`, {"hash":"ddf401be066f7134e8708a3822ae9d4d0ad30647e88033db4fd8745e262f7b4f"}) as unknown as TypedDocumentString<OfferQuantitiesQuery, OfferQuantitiesQueryVariables>;
export const SavePartAliasesDocument = new TypedDocumentString(`
    mutation SavePartAliases($input: SavePartAliasesInput!) {
  savePartAliases(input: $input) {
    added
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3314aca47e81a2306c05d716be1f15336d920e06fd6a66b203a5a8a27f36b6eb"}) as unknown as TypedDocumentString<SavePartAliasesMutation, SavePartAliasesMutationVariables>;
export const SaveCommonAliasesDocument = new TypedDocumentString(`
    mutation SaveCommonAliases($input: SaveCommonAliasesInput!) {
  saveCommonAliases(input: $input) {
    added
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"0c32e077b9ec2e6b122157025fa9fc976e203b5e93cf3b0f1b02a8eaa68d80a9"}) as unknown as TypedDocumentString<SaveCommonAliasesMutation, SaveCommonAliasesMutationVariables>;
export const EndPartAliasDocument = new TypedDocumentString(`
    mutation EndPartAlias($input: EndAliasInput!) {
  endPartAlias(input: $input) {
    aliasId
  }
}
    `, {"hash":"bce774808e559a66ada4ff31c572b62ae477f2efc5871027b595bf8ea368efd0"}) as unknown as TypedDocumentString<EndPartAliasMutation, EndPartAliasMutationVariables>;
export const EndCommonAliasDocument = new TypedDocumentString(`
    mutation EndCommonAlias($input: EndAliasInput!) {
  endCommonAlias(input: $input) {
    aliasId
  }
}
    `, {"hash":"6b6b422adcc302fb6e6e0adc3bc42b50a378cbd326abbea91e8d11c1e2d909d6"}) as unknown as TypedDocumentString<EndCommonAliasMutation, EndCommonAliasMutationVariables>;
export const StockChangedDocument = new TypedDocumentString(`
    subscription StockChanged($partIds: [ID!]!) {
  stockChanged(partIds: $partIds) {
    partId
    offers {
      offerId
      available
      stock {
        location
        quantity
        asOf
        source
        label
      }
    }
  }
}
    `, {"hash":"1a17bbc86ad21c33e16db403d41bd0718f1d82b46d39468fd5d9610124fe8dbe"}) as unknown as TypedDocumentString<StockChangedSubscription, StockChangedSubscriptionVariables>;
export const PartPlacesDocument = new TypedDocumentString(`
    query PartPlaces($partId: ID!, $alternates: Boolean!, $siteId: ID) {
  stockMap(partId: $partId, alternates: $alternates, siteId: $siteId) {
    reason
    label
    part {
      id
      number
      manufacturer {
        name
      }
    }
    offer {
      id
      supplierPart
      orderUnit
      leadDays
      leadKind
      condition
      supplier {
        name
        country
      }
    }
    place {
      location
      quantity
      asOf
      source
      label
    }
    transit {
      days
      kind
      method
    }
  }
}
    `, {"hash":"3f0f4f51b910f02e369a7714047196241842dd7f87bd64fc06083190714d9e81"}) as unknown as TypedDocumentString<PartPlacesQuery, PartPlacesQueryVariables>;
export const PromiseSitesDocument = new TypedDocumentString(`
    query PromiseSites {
  sites(kind: SHIP_TO) {
    id
    code
    name
  }
}
    `, {"hash":"713b759b2724a54274c28c4a155bb32a645054bc116bd9aa53276247acb9133f"}) as unknown as TypedDocumentString<PromiseSitesQuery, PromiseSitesQueryVariables>;
export const PromiseDatesDocument = new TypedDocumentString(`
    query PromiseDates($input: PromiseInput!) {
  promise(input: $input) {
    lines {
      problem {
        message
      }
      promises {
        id
        problem
        shipOn
        arriveOn
        method
        basis
        confidence
        needByMet
        validUntil
        offer {
          id
          supplierPart
          orderUnit
          supplier {
            id
            name
          }
        }
        parts {
          basis
          place
          reference
          quantity
          shipOn
        }
      }
    }
  }
}
    `, {"hash":"2a5d877326d2bdf1e462f28a669c061913079c5f8aeba76a8e3e4e9a215f1394"}) as unknown as TypedDocumentString<PromiseDatesQuery, PromiseDatesQueryVariables>;
export const ReservePromiseDocument = new TypedDocumentString(`
    mutation ReservePromise($input: ReservePromiseInput!) {
  reservePromise(input: $input) {
    promise {
      id
      heldUntil
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"5c0d67637d2751241835b83486a00c3c0ac0259d4ec98602bb49ffe081c13c36"}) as unknown as TypedDocumentString<ReservePromiseMutation, ReservePromiseMutationVariables>;
export const PartUnitsDocument = new TypedDocumentString(`
    query PartUnits($id: ID!, $languages: [String!]!) {
  part(id: $id) {
    id
    content(languages: $languages) {
      id
      kind
      series
      language
      title
      alt
      mediaType
      name
      size
      link
      linkState
      checkedAt
      author {
        id
        name
      }
    }
    offers {
      id
      supplierPart
      orderUnit
      supplier {
        id
        name
      }
      lots {
        id
        location
        lotNumber
        serialNumber
        condition
        certificates
        trace
        shelfLifeOn
        free
        files {
          id
          kind
          number
          name
        }
      }
    }
  }
}
    `, {"hash":"ee043e27d6d57a2bc9388889cda346cca640b4900ac626d470b1c896f722b542"}) as unknown as TypedDocumentString<PartUnitsQuery, PartUnitsQueryVariables>;
export const AddContentDocument = new TypedDocumentString(`
    mutation AddContent($input: AddContentInput!) {
  addContent(input: $input) {
    content {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"443eb5c2559af3c16b9d620cbed3e5e3d0f968c8f8df17272b754e7b7ec7c62c"}) as unknown as TypedDocumentString<AddContentMutation, AddContentMutationVariables>;
export const MessageDocument = new TypedDocumentString(`
    query Message($id: ID!) {
  message(id: $id) {
    id
    direction
    format
    state
    test
    transport
    transportId
    controlNumber
    acknowledged
    createdAt
    settledAt
    nextAttemptAt
    attempts
    size
    sha256
    raw
    reply
    replyStatus
    problems {
      ...ProblemFacts
    }
    documents {
      id
      position
      coordinate
      businessNumber
      orderId
      state
      problems {
        ...ProblemFacts
      }
    }
    deliveryAttempts {
      number
      startedAt
      endedAt
      outcome
      status
      detail
      reply
    }
  }
}
    fragment ProblemFacts on DocumentProblem {
  at
  code
  line
  message
  severity
}`, {"hash":"adee82a9b7367ccea6836068bf4633220772fbd0fb575cb6cadcc3d891553749"}) as unknown as TypedDocumentString<MessageQuery, MessageQueryVariables>;
export const MessagesDocument = new TypedDocumentString(`
    query Messages($filter: MessageFilterInput, $first: Int, $after: String, $last: Int, $before: String) {
  messages(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      direction
      format
      state
      test
      transport
      transportId
      createdAt
      attempts
      nextAttemptAt
      size
      problems {
        severity
      }
      documents {
        id
        coordinate
        businessNumber
        orderId
        state
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"70cbae8d0854fcb8442be1db2ee3d31879a0fcb95caeecc32de1f22038b0fc9b"}) as unknown as TypedDocumentString<MessagesQuery, MessagesQueryVariables>;
export const ResendMessageDocument = new TypedDocumentString(`
    mutation ResendMessage($input: MessageInput!) {
  resendMessage(input: $input) {
    message {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ec646744c239b399422f0a5b02953e4ceac8166e63891b7bd0ba8a11ef8e5882"}) as unknown as TypedDocumentString<ResendMessageMutation, ResendMessageMutationVariables>;
export const ReplayMessageDocument = new TypedDocumentString(`
    mutation ReplayMessage($input: MessageInput!) {
  replayMessage(input: $input) {
    message {
      id
      state
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"21bfda322ec9bc5690d0a89395cb98f7841b47ec001a44a0dbb9b026a4dc72a8"}) as unknown as TypedDocumentString<ReplayMessageMutation, ReplayMessageMutationVariables>;
export const PartnersDocument = new TypedDocumentString(`
    query Partners {
  partnerProfiles {
    ...ProfileFacts
  }
  partnerIdentities {
    organizationId
    scheme
    value
  }
  messages(first: 20, orderBy: CREATED_DESC) {
    nodes {
      id
      direction
      state
      test
    }
  }
  me {
    organization {
      id
      name
      roles
    }
  }
  partnerships {
    status
    buyer {
      id
      name
    }
    supplier {
      id
      name
    }
  }
}
    fragment ProfileFacts on PartnerProfile {
  id
  role
  name
  format
  transport
  endpoint
  folder
  hasSecret
  settingsJson
  status
  testMode
  version
}`, {"hash":"ab962f6fe867dd2175cee245673adc1df258c8e598719a3d369c594851bf139a"}) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const SavePartnerProfileDocument = new TypedDocumentString(`
    mutation SavePartnerProfile($input: SavePartnerProfileInput!) {
  savePartnerProfile(input: $input) {
    partnerProfile {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"264566483d37b646c1e5b214998cf93934ab452793e5c0509606c106a2238d6b"}) as unknown as TypedDocumentString<SavePartnerProfileMutation, SavePartnerProfileMutationVariables>;
export const SavePartnerIdentitiesDocument = new TypedDocumentString(`
    mutation SavePartnerIdentities($input: SavePartnerIdentitiesInput!) {
  savePartnerIdentities(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"00e223b1c82e9fe12a0f78041f73dd7f8e5d13b7fa202ca8bb49d16741cfb311"}) as unknown as TypedDocumentString<SavePartnerIdentitiesMutation, SavePartnerIdentitiesMutationVariables>;
export const SendTestOrderDocument = new TypedDocumentString(`
    mutation SendTestOrder($input: SendTestOrderInput!) {
  sendTestOrder(input: $input) {
    messageId
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ce3b4e0b850759a896d91594b3e927fc7ffa4443e33ee4d0c8579dcf451fc8db"}) as unknown as TypedDocumentString<SendTestOrderMutation, SendTestOrderMutationVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($orders: Boolean!, $catalogues: Boolean!, $exchange: Boolean!, $baskets: Boolean!, $tenders: Boolean!, $bids: Boolean!) {
  needsYou(most: 50) @include(if: $orders) {
    kind
    side
    orderId
    orderNumber
    partnerName
    since
    dueOn
  }
  bought: orders(filter: {side: BUYER}, first: 1) @include(if: $orders) {
    totalCount
  }
  sold: orders(filter: {side: SUPPLIER}, first: 1) @include(if: $orders) {
    totalCount
  }
  asked: tenders(
    side: BUY
    status: [BIDDING, ANNOUNCED, CLOSED, EVALUATION, STANDSTILL]
    orderBy: CLOSES_AT_ASC
    first: 50
  ) @include(if: $tenders) {
    nodes {
      ...TenderRow
      runningAuction
      standstills {
        failedAt
        concludedAt
        takenBackAt
        challenges {
          decision
        }
      }
    }
  }
  offered: tenders(
    side: SELL
    status: [BIDDING]
    orderBy: CLOSES_AT_ASC
    first: 50
  ) @include(if: $bids) {
    nodes {
      ...TenderRow
      invitations {
        declinedAt
      }
    }
  }
  uploads(first: 20) @include(if: $catalogues) {
    nodes {
      id
      fileName
      kind
      state
      createdAt
      counts {
        rows
        new
        changed
        withdrawn
        refused
      }
    }
  }
  catalogues @include(if: $catalogues) {
    id
    activeOffers
  }
  failed: messages(filter: {states: [DEAD, FAILED, REFUSED]}, first: 20) @include(if: $exchange) {
    nodes {
      id
      direction
      format
      state
      createdAt
      documents {
        id
        coordinate
        businessNumber
      }
    }
  }
  profiles: partnerProfiles @include(if: $exchange) {
    id
  }
  baskets @include(if: $baskets) {
    id
    lineCount
  }
  sites {
    id
    kinds
    status
  }
  partnerships {
    status
    buyer {
      id
      name
    }
    supplier {
      id
      name
    }
    proposedBy
  }
}
    fragment TenderRow on Tender {
  id
  number
  title
  status
  procedure
  confidentiality
  currency
  closesAt
  createdAt
  publishedAt
  buyer {
    id
    name
  }
  tally {
    closesNext
    bidders
    lotsBid
    lotsToConfirm
    lotsDrafted
    lotsWon
    questionsOpen
    invited
  }
}`, {"hash":"72ccbb01c235c541a095fb121f8505760f9ab7c2f6e2dfd9dc0a17c8a64fff7f"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const RequestEmailChangeDocument = new TypedDocumentString(`
    mutation RequestEmailChange($input: RequestEmailChangeInput!) {
  requestEmailChange(input: $input) {
    accepted
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e71395c1a6bc54c941556ec8fa1423ce4995456c8df1a07e1fdd2abe5ab856e2"}) as unknown as TypedDocumentString<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    accessToken
    expiresAt
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"35d50fc0e4b280332af57d883723f4aea87855c1f3d0dd387c760f6a891ccde5"}) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const LeaveOrganizationDocument = new TypedDocumentString(`
    mutation LeaveOrganization {
  leaveOrganization {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a52f8e410e682b0c0146bf6cf9c603614350a223404c02b7cf4f54e773fc2ec3"}) as unknown as TypedDocumentString<LeaveOrganizationMutation, LeaveOrganizationMutationVariables>;
export const DirectoryDocument = new TypedDocumentString(`
    query Directory($filter: OrganizationFilter, $first: Int, $after: String, $last: Int, $before: String) {
  organizations(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...OrganizationCard
      memberCount
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  breakGlasses {
    id
    reason
    openedAt
    expiresAt
    closedAt
    organization {
      id
      name
    }
  }
  me {
    organization {
      id
    }
  }
}
    fragment OrganizationCard on Organization {
  id
  name
  country
  currency
  roles
  status
  cage
  duns
  gln
  peppolId
  createdAt
  version
}`, {"hash":"aa55893dfb2d0378df2659de33c03cc5dba49b39605ed6d407221fd72dadccf9"}) as unknown as TypedDocumentString<DirectoryQuery, DirectoryQueryVariables>;
export const CreateOrganizationDocument = new TypedDocumentString(`
    mutation CreateOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) {
    organization {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a434d266493d7dadef0c0768171e95981a8359e6b545500c3094554e1deeb5d5"}) as unknown as TypedDocumentString<CreateOrganizationMutation, CreateOrganizationMutationVariables>;
export const SuspendOrganizationDocument = new TypedDocumentString(`
    mutation SuspendOrganization($input: SuspendOrganizationInput!) {
  suspendOrganization(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"c2d5701e832ce9f2a523aa9bb56afb240f11b2efece1e96b15c7266b0194e6e2"}) as unknown as TypedDocumentString<SuspendOrganizationMutation, SuspendOrganizationMutationVariables>;
export const OpenBreakGlassDocument = new TypedDocumentString(`
    mutation OpenBreakGlass($input: OpenBreakGlassInput!) {
  openBreakGlass(input: $input) {
    breakGlass {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"12cb5e2ac5bdf53c21caba78b470515237ba2f5e609cd4b6ae434cd60893971f"}) as unknown as TypedDocumentString<OpenBreakGlassMutation, OpenBreakGlassMutationVariables>;
export const CloseBreakGlassDocument = new TypedDocumentString(`
    mutation CloseBreakGlass($input: BreakGlassInput!) {
  closeBreakGlass(input: $input) {
    __typename
  }
}
    `, {"hash":"d661a9a367ba56bdde58250867a40c5728c8c2359d047a2bea1bcec0eead1f80"}) as unknown as TypedDocumentString<CloseBreakGlassMutation, CloseBreakGlassMutationVariables>;
export const TakeBreakGlassTokenDocument = new TypedDocumentString(`
    mutation TakeBreakGlassToken($input: BreakGlassInput!) {
  takeBreakGlassToken(input: $input) {
    token {
      accessToken
      expiresAt
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a8148ae22aa6feca4e1a921854ff725be8fc904dd56ab11a555d4fed86b9408a"}) as unknown as TypedDocumentString<TakeBreakGlassTokenMutation, TakeBreakGlassTokenMutationVariables>;
export const ConfirmEmailChangeDocument = new TypedDocumentString(`
    mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
  confirmEmailChange(input: $input) {
    email
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a0028f51dd6a273229d14194541827efba5e4d217ad3743fb6969f83ecca082e"}) as unknown as TypedDocumentString<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($token: String!) {
  invitationPreview(token: $token) {
    organizationName
    email
    hasAccount
  }
}
    `, {"hash":"042988ea06ffda3fc183a947a057d976fde547c94225c6eafd57571f8d7da8f4"}) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    organization {
      id
      name
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"28cf95cdd8348611a098f2b7dc9ee7f5276e18506fe50c0ae547263352379238"}) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys {
  apiKeys {
    id
    name
    prefix
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
  me {
    permissions
  }
}
    `, {"hash":"e9335cb6583156678db79cf871217a44b7c2fd50408bb4eb36814df4acdf23ba"}) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    apiKey {
      id
      name
    }
    secret
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a91447241f60fea0ee60e313c9c5ccc53f9f3b5ff5f9457aeae2f789774afdd4"}) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    apiKey {
      id
    }
  }
}
    `, {"hash":"6f14ed6e3c02771b2ff648c598349a8986954070271974db4652090a498cc57e"}) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const OutboxDocument = new TypedDocumentString(`
    query Outbox($first: Int, $after: String, $last: Int, $before: String) {
  outbox(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id
      recipient
      subject
      text
      state
      attempts
      error
      createdAt
      sentAt
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"6f2789130cac3f71274c8be4a1c911c820589bd8ec1283cd14bae271c65b7997"}) as unknown as TypedDocumentString<OutboxQuery, OutboxQueryVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($first: Int, $after: String, $last: Int, $before: String) {
  members(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id
      name
      email
      roles
      joinedAt
      version
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  invitations {
    id
    email
    roles
    createdAt
    expiresAt
    status
  }
  roles {
    id
    name
    permissions
    builtIn
    version
  }
  me {
    person {
      email
    }
    permissions
  }
}
    `, {"hash":"5563d2ee2ed0128e26033a4d05d2eba88c72874f04ae444cf727eb587a88bbf8"}) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    invitation {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"b96b6d2d53e3dab5a1c2e69858efc678ed4ebf8302904f8d116f542bfcd5593f"}) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"7b67c4b308849c24ef568bdf6ca523435da3ac27e520071c561c303846459e94"}) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const ChangeMemberRolesDocument = new TypedDocumentString(`
    mutation ChangeMemberRoles($input: ChangeMemberRolesInput!) {
  changeMemberRoles(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"598cfe847feaaa202019f01340611454bf6a0014ae88604fe2848e29d26df807"}) as unknown as TypedDocumentString<ChangeMemberRolesMutation, ChangeMemberRolesMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveMemberInput!) {
  removeMember(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"6b6dd998b17677185eaf0732a04ab629384e800ae5c48e57aaf81fb856aef7c0"}) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const SaveRoleDocument = new TypedDocumentString(`
    mutation SaveRole($input: SaveRoleInput!) {
  saveRole(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"c4105094666f6a251957279e5b7307ddfe15d000e75a8a98550976b92eb00fdc"}) as unknown as TypedDocumentString<SaveRoleMutation, SaveRoleMutationVariables>;
export const PartnershipsDocument = new TypedDocumentString(`
    query Partnerships($text: String, $role: OrganizationRole) {
  partnerships {
    ...PartnershipFacts
  }
  me {
    organization {
      id
      roles
      currency
    }
  }
  organizations(first: 50, filter: {text: $text, role: $role}) {
    nodes {
      id
      name
      country
      roles
    }
  }
}
    fragment PartnershipFacts on Partnership {
  status
  accountNumber
  paymentTerms
  deliveryTerms {
    code
    place
  }
  proposedBy
  suspendedBy
  changedAt
  version
  buyer {
    id
    name
    country
  }
  supplier {
    id
    name
    country
  }
  tolerances {
    pricePercent
    priceAbsolute
    currency
    quantityPercent
    daysEarly
    daysLate
    packRounding
    version
  }
}`, {"hash":"d8938ca2a91aa8847e22eae4e77faca7673a6e5e0858eedf92b4172a090a776b"}) as unknown as TypedDocumentString<PartnershipsQuery, PartnershipsQueryVariables>;
export const ProposePartnershipDocument = new TypedDocumentString(`
    mutation ProposePartnership($input: ProposePartnershipInput!) {
  proposePartnership(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"583065f410b192a411314b83188a27ba61f232ce7f0352836a65fe18c23ca8f6"}) as unknown as TypedDocumentString<ProposePartnershipMutation, ProposePartnershipMutationVariables>;
export const AcceptPartnershipDocument = new TypedDocumentString(`
    mutation AcceptPartnership($input: AcceptPartnershipInput!) {
  acceptPartnership(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"7b7baf7bcc813c95d5968255363241e82fcb262094ec4557320096125c21e0bb"}) as unknown as TypedDocumentString<AcceptPartnershipMutation, AcceptPartnershipMutationVariables>;
export const ChangePartnershipDocument = new TypedDocumentString(`
    mutation ChangePartnership($input: ChangePartnershipInput!) {
  changePartnership(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"1fb8d7d2e135fcac217e2b33e9dea1e3be2d967d72df94e658e2b1912afaf2d6"}) as unknown as TypedDocumentString<ChangePartnershipMutation, ChangePartnershipMutationVariables>;
export const SetTolerancesDocument = new TypedDocumentString(`
    mutation SetTolerances($input: SetTolerancesInput!) {
  setTolerances(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"eaf046332c06e48afc6b4b8dd9d99ed2e6cc38f5bf0be3b676fa60779acee2cd"}) as unknown as TypedDocumentString<SetTolerancesMutation, SetTolerancesMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    accepted
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"402198e5aa8866b7a6200481c73e4ec481a66e900e5e2b9b88109cd9bf97dec3"}) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    accepted
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e0847edda4d3c75ff7d3b19ca4cccb6cdaf397a2ee3ffc6c035afe9eaf182174"}) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ProfileDocument = new TypedDocumentString(`
    query Profile {
  me {
    organization {
      ...OrganizationCard
    }
  }
}
    fragment OrganizationCard on Organization {
  id
  name
  country
  currency
  roles
  status
  cage
  duns
  gln
  peppolId
  createdAt
  version
}`, {"hash":"339ded20242cd3f683c89ea1281378c2c5ff264a0608daa47e2eb2af159bc5b7"}) as unknown as TypedDocumentString<ProfileQuery, ProfileQueryVariables>;
export const UpdateOrganizationDocument = new TypedDocumentString(`
    mutation UpdateOrganization($input: UpdateOrganizationInput!) {
  updateOrganization(input: $input) {
    organization {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"b1789a049044105ef1fbfe8b69650eb7631f110b860ac2b03cf943ae141abb2c"}) as unknown as TypedDocumentString<UpdateOrganizationMutation, UpdateOrganizationMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    accessToken
    expiresAt
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"48da46d5ccafb66b7a1e13002fa51390e48245a6579ddcfdbc6c80f668dc8d3a"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SitesDocument = new TypedDocumentString(`
    query Sites {
  sites {
    id
    code
    name
    kinds
    gln
    status
    version
    address {
      lines
      city
      region
      postalCode
      country
    }
  }
  me {
    organization {
      id
      country
    }
  }
}
    `, {"hash":"cf3a2fc416f1de6521e774adcf25fa11e0128e7ed076bdef0619bf9b17f5be80"}) as unknown as TypedDocumentString<SitesQuery, SitesQueryVariables>;
export const SaveSiteDocument = new TypedDocumentString(`
    mutation SaveSite($input: SaveSiteInput!) {
  saveSite(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"5936f359d9cc6d06733a19d04ae5ad3577e0cc109aaa01e25453fa22c7848de9"}) as unknown as TypedDocumentString<SaveSiteMutation, SaveSiteMutationVariables>;
export const RetireSiteDocument = new TypedDocumentString(`
    mutation RetireSite($input: RetireSiteInput!) {
  retireSite(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"4763ad8e4beb957353cd069e0ff38e4f939236909a1fe341a62d24a265ba416b"}) as unknown as TypedDocumentString<RetireSiteMutation, RetireSiteMutationVariables>;
export const AogPageDocument = new TypedDocumentString(`
    query AogPage {
  sites(kind: SHIP_TO) {
    id
    code
    name
  }
  priorities {
    code
    respondMinutes
    shipMinutes
  }
}
    `, {"hash":"079e77938f19afba55aae8cfcd4a8c9159ff95fe762fa711d60455e2d1cee1bd"}) as unknown as TypedDocumentString<AogPageQuery, AogPageQueryVariables>;
export const AogWaysDocument = new TypedDocumentString(`
    query AogWays($input: AogSourcingInput!) {
  aogSourcing(input: $input) {
    needBy
    problem
    choices {
      partId
      number
      manufacturerName
    }
    ways {
      rank
      kind
      partId
      condition
      inTime
      readyOn
      alternate {
        reason
        message
        path {
          from {
            id
            number
          }
          to {
            id
            number
          }
        }
      }
      risks
      lineAmount {
        amount
        currency
      }
      price {
        amount
        currency
        basis
        unit
      }
      offer {
        id
        supplierPart
        name
        orderUnit
        exchangeTerms {
          currency
          coreValue
          deposit
          coreDays
          dayKind
          lateFee
          lateDays
          billedAt
          version
        }
        repairTerms {
          currency
          price
          evaluationFee
          turnDays
          dayKind
          version
        }
        supplier {
          id
          name
        }
      }
      promise {
        id
        arriveOn
        shipOn
        method
        basis
        parts {
          place
          quantity
        }
      }
    }
  }
}
    `, {"hash":"06bbc6818e58b6545011ac61f536072629ef38e922a18ba6dc6184c516f5ca8f"}) as unknown as TypedDocumentString<AogWaysQuery, AogWaysQueryVariables>;
export const RaiseUrgentDocument = new TypedDocumentString(`
    mutation RaiseUrgent($input: RaiseUrgentInput!) {
  raiseUrgent(input: $input) {
    request {
      id
      number
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"38a6032cab49c1160f92a9d8a480868b04ec8ea4e3cc686f0381f143553c4ab1"}) as unknown as TypedDocumentString<RaiseUrgentMutation, RaiseUrgentMutationVariables>;
export const OrderRepairDocument = new TypedDocumentString(`
    mutation OrderRepair($input: OrderRepairInput!) {
  orderRepair(input: $input) {
    rotable {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"54bda917193bbcb3373450beefdf6041d6ab704269a55f8230fcc854ce2f1637"}) as unknown as TypedDocumentString<OrderRepairMutation, OrderRepairMutationVariables>;
export const BasketChoiceDocument = new TypedDocumentString(`
    query BasketChoice {
  baskets {
    id
    name
    lineCount
  }
}
    `, {"hash":"ffef7fb75d4cbec64898d2ed4fec65b2ed620f6749e5cfd2b5f988c88d69cdc3"}) as unknown as TypedDocumentString<BasketChoiceQuery, BasketChoiceQueryVariables>;
export const CreateBasketDocument = new TypedDocumentString(`
    mutation CreateBasket($input: CreateBasketInput!) {
  createBasket(input: $input) {
    basket {
      id
      name
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"9c467be18f54c6eb158076d641acbcb3d386dce85b2e35ae3455ea8334f917cc"}) as unknown as TypedDocumentString<CreateBasketMutation, CreateBasketMutationVariables>;
export const AddToBasketDocument = new TypedDocumentString(`
    mutation AddToBasket($input: AddToBasketInput!) {
  addToBasket(input: $input) {
    basket {
      id
      name
      lineCount
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"7fe3291cc91365ee96e3d4a56cd2194a0cd7cf3fce5de5719217317eeb0eb1e0"}) as unknown as TypedDocumentString<AddToBasketMutation, AddToBasketMutationVariables>;
export const HoldBasketDocument = new TypedDocumentString(`
    mutation HoldBasket($input: HoldBasketInput!) {
  holdBasket(input: $input) {
    basket {
      id
      heldUntil
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"dab33798deefd626e3c3bee93f3c588b350dd6977a7ef6e169890f0c446569fd"}) as unknown as TypedDocumentString<HoldBasketMutation, HoldBasketMutationVariables>;
export const ReleaseBasketDocument = new TypedDocumentString(`
    mutation ReleaseBasket($input: ReleaseBasketInput!) {
  releaseBasket(input: $input) {
    id
    heldUntil
  }
}
    `, {"hash":"aaf20c2b4b527c262bc48fcdcf054175b44655eb23557bfcb8287f6524621d4f"}) as unknown as TypedDocumentString<ReleaseBasketMutation, ReleaseBasketMutationVariables>;
export const BasketDocument = new TypedDocumentString(`
    query Basket($id: ID!) {
  basket(id: $id) {
    id
    name
    version
    heldUntil
    lines {
      ...BasketLine
    }
  }
  sites {
    id
    code
    name
    kinds
    status
    address {
      city
      country
    }
  }
}
    fragment PricedOffer on PricedOffer {
  offerId
  supplierId
  supplierName
  partId
  supplierPart
  manufacturerPart
  manufacturer
  name
  content {
    value
    unit
  }
  minimum {
    value
    unit
  }
  multiple {
    value
    unit
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  amount {
    amount
    currency
  }
  free
  earliest
  nearestBelow
  nearestAbove
  ncnr
}
fragment BasketLine on BasketLine {
  id
  offerId
  quantity
  needBy
  note
  ncnrAccepted
  alternatesConsent
  budgetAccepted
  requires {
    lots {
      conditions
      certificates
      trace
      shelfDaysMin
    }
    certificates
    dualRelease
  }
  fitting
  exchange {
    currency
    coreValue
    deposit
    coreDays
    dayKind
    version
  }
  coreDueAt
  notices
  held
  heldUntil
  priceSeen {
    amount
    currency
    basis
    unit
  }
  now {
    ...PricedOffer
    budget
    explanation {
      rule
      text
    }
  }
}`, {"hash":"580fc8f0be73a823a19a081297ad74ee4394bd1d2dc25de03e0c8052df499421"}) as unknown as TypedDocumentString<BasketQuery, BasketQueryVariables>;
export const ChangeBasketLineDocument = new TypedDocumentString(`
    mutation ChangeBasketLine($input: ChangeBasketLineInput!) {
  changeBasketLine(input: $input) {
    basket {
      id
      version
      lines {
        ...BasketLine
      }
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment PricedOffer on PricedOffer {
  offerId
  supplierId
  supplierName
  partId
  supplierPart
  manufacturerPart
  manufacturer
  name
  content {
    value
    unit
  }
  minimum {
    value
    unit
  }
  multiple {
    value
    unit
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  amount {
    amount
    currency
  }
  free
  earliest
  nearestBelow
  nearestAbove
  ncnr
}
fragment BasketLine on BasketLine {
  id
  offerId
  quantity
  needBy
  note
  ncnrAccepted
  alternatesConsent
  budgetAccepted
  requires {
    lots {
      conditions
      certificates
      trace
      shelfDaysMin
    }
    certificates
    dualRelease
  }
  fitting
  exchange {
    currency
    coreValue
    deposit
    coreDays
    dayKind
    version
  }
  coreDueAt
  notices
  held
  heldUntil
  priceSeen {
    amount
    currency
    basis
    unit
  }
  now {
    ...PricedOffer
    budget
    explanation {
      rule
      text
    }
  }
}`, {"hash":"631e34adc3f3ad3dff727822c739dbf2826ea7b9ed45e74b2b26863903bd1466"}) as unknown as TypedDocumentString<ChangeBasketLineMutation, ChangeBasketLineMutationVariables>;
export const RemoveBasketLineDocument = new TypedDocumentString(`
    mutation RemoveBasketLine($input: RemoveBasketLineInput!) {
  removeBasketLine(input: $input) {
    id
    version
    lines {
      ...BasketLine
    }
  }
}
    fragment PricedOffer on PricedOffer {
  offerId
  supplierId
  supplierName
  partId
  supplierPart
  manufacturerPart
  manufacturer
  name
  content {
    value
    unit
  }
  minimum {
    value
    unit
  }
  multiple {
    value
    unit
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  amount {
    amount
    currency
  }
  free
  earliest
  nearestBelow
  nearestAbove
  ncnr
}
fragment BasketLine on BasketLine {
  id
  offerId
  quantity
  needBy
  note
  ncnrAccepted
  alternatesConsent
  budgetAccepted
  requires {
    lots {
      conditions
      certificates
      trace
      shelfDaysMin
    }
    certificates
    dualRelease
  }
  fitting
  exchange {
    currency
    coreValue
    deposit
    coreDays
    dayKind
    version
  }
  coreDueAt
  notices
  held
  heldUntil
  priceSeen {
    amount
    currency
    basis
    unit
  }
  now {
    ...PricedOffer
    budget
    explanation {
      rule
      text
    }
  }
}`, {"hash":"f0bde8ef2f4a77e33cab8b5de9a2a06ba000d2a7ffda91a33b10bf7f5eab4e6a"}) as unknown as TypedDocumentString<RemoveBasketLineMutation, RemoveBasketLineMutationVariables>;
export const PlaceOrderDocument = new TypedDocumentString(`
    mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    orders {
      id
      number
      supplier {
        name
      }
      total {
        amount
        currency
      }
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"dad9bfb4b303f3075f8836a0912bf090a60129bfaf6a77b9a6bb6271aa3302e4"}) as unknown as TypedDocumentString<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const BasketsDocument = new TypedDocumentString(`
    query Baskets {
  baskets {
    id
    name
    lineCount
    changedAt
  }
}
    `, {"hash":"8ca95b21ead11ffc34c06c8a66ce1c8c2170b2ce20722b435f8c8c81f44bebc9"}) as unknown as TypedDocumentString<BasketsQuery, BasketsQueryVariables>;
export const DeleteBasketDocument = new TypedDocumentString(`
    mutation DeleteBasket($input: DeleteBasketInput!) {
  deleteBasket(input: $input)
}
    `, {"hash":"be7200da1049b17e42179b3dd8c00c101bf6b5d1200e7e5692d36ba647f6ce42"}) as unknown as TypedDocumentString<DeleteBasketMutation, DeleteBasketMutationVariables>;
export const LotsToShipDocument = new TypedDocumentString(`
    query LotsToShip($orderId: ID!) {
  lotsToShip(orderId: $orderId) {
    lineNumber
    lots {
      lotNumber
      serialNumber
      condition
      shelfLifeOn
      location
      own
      free
    }
  }
}
    `, {"hash":"f8aaeb131dff4b6da34c2b88a7b5b03ff1c49d6ba98cd186065e4da9bb0e1133"}) as unknown as TypedDocumentString<LotsToShipQuery, LotsToShipQueryVariables>;
export const ShipOrderDocument = new TypedDocumentString(`
    mutation ShipOrder($input: ShipOrderInput!) {
  shipOrder(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"14f2c4a8a00526cd7b7fe53fe7a6c48cccd407c2763958d9bf666392456519d5"}) as unknown as TypedDocumentString<ShipOrderMutation, ShipOrderMutationVariables>;
export const ReceiveOrderDocument = new TypedDocumentString(`
    mutation ReceiveOrder($input: ReceiveOrderInput!) {
  receiveOrder(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"95dd2d53965c3de5dac64d4c7240344c7d09702481e2704a38c6e70a3a49ac62"}) as unknown as TypedDocumentString<ReceiveOrderMutation, ReceiveOrderMutationVariables>;
export const UndoDespatchDocument = new TypedDocumentString(`
    mutation UndoDespatch($input: UndoDespatchInput!) {
  undoDespatch(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"0210540ae31206b5069ecb14a38c50e8359a2af24402b1f73790a70616fa4fa5"}) as unknown as TypedDocumentString<UndoDespatchMutation, UndoDespatchMutationVariables>;
export const OrderDocument = new TypedDocumentString(`
    query Order($id: ID!, $withMessages: Boolean!) {
  order(id: $id) {
    ...OrderWhole
  }
  messages(filter: {orderId: $id}, first: 50) @include(if: $withMessages) {
    nodes {
      id
      direction
      format
      state
      createdAt
      test
      documents {
        id
        coordinate
        businessNumber
        state
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"b554aa49427b4ea680c3f003039f591a740e16e34729e10d39f2df6bdb412dfd"}) as unknown as TypedDocumentString<OrderQuery, OrderQueryVariables>;
export const OrderChangedDocument = new TypedDocumentString(`
    subscription OrderChanged($orderIds: [ID!]!) {
  orderChanged(orderIds: $orderIds) {
    ...OrderWhole
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"c6e23778e8c31febc7949291c7182098f026511bd2cd3bf9f7271fc74d954e39"}) as unknown as TypedDocumentString<OrderChangedSubscription, OrderChangedSubscriptionVariables>;
export const AnswerProposalDocument = new TypedDocumentString(`
    mutation AnswerProposal($input: AnswerProposalInput!) {
  answerProposal(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"f5048e9846e09cddb38a9e121aa719a9ab75f05ca4cce2b8a2b6962d07ef53fd"}) as unknown as TypedDocumentString<AnswerProposalMutation, AnswerProposalMutationVariables>;
export const AnswerRequestDocument = new TypedDocumentString(`
    mutation AnswerRequest($input: AnswerRequestInput!) {
  answerRequest(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"08668d7cee5d9159f6b97685e418cbc98a8f514cbd908403e276fe40ddfe588e"}) as unknown as TypedDocumentString<AnswerRequestMutation, AnswerRequestMutationVariables>;
export const ConfirmOrderDocument = new TypedDocumentString(`
    mutation ConfirmOrder($input: ConfirmOrderInput!) {
  confirmOrder(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"3af3b5169168eaa070057a34da2cbd9d4cf9eebac6c64b20403c489a8db60700"}) as unknown as TypedDocumentString<ConfirmOrderMutation, ConfirmOrderMutationVariables>;
export const RejectOrderDocument = new TypedDocumentString(`
    mutation RejectOrder($input: RejectOrderInput!) {
  rejectOrder(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"6dfb4bc084d5eb40c728a9d3a196b3264a25a2b1d567579548e878ee61d91e43"}) as unknown as TypedDocumentString<RejectOrderMutation, RejectOrderMutationVariables>;
export const CancelOrderDocument = new TypedDocumentString(`
    mutation CancelOrder($input: CancelOrderInput!) {
  cancelOrder(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"0186893af16206951cf500c721a9b97a0b10bb4a63cdcdd474283b455a0bdbf3"}) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const CloseShortDocument = new TypedDocumentString(`
    mutation CloseShort($input: CancelOrderInput!) {
  closeShort(input: $input) {
    order {
      ...OrderWhole
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    fragment OrderWhole on Order {
  id
  side
  number
  supplierNumber
  status
  channel
  currency
  version
  placedAt
  acknowledgedAt
  requestedDelivery
  deliveryTerms
  paymentTerms
  note
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  shipTo {
    ...OrderPlaceWhole
  }
  billTo {
    ...OrderPlaceWhole
  }
  total {
    amount
    currency
  }
  liveTotal {
    amount
    currency
  }
  charges {
    code
    amount
  }
  private {
    costReference
    internalNote
  }
  cores {
    id
    number
    status
    outSerial
    inSerial
    dueAt
  }
  lines {
    id
    number
    partId
    offerId
    supplierPart
    buyerPart
    manufacturer
    manufacturerPart
    description
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    priceSource
    amount {
      amount
      currency
    }
    liveAmount {
      amount
      currency
    }
    charges {
      code
      amount
    }
    ncnr
    needBy
    note
    alternatesConsent
    schedules {
      id
      quantity
      status
      base
      shipOn
      deliverOn
      reason
      price {
        amount
        currency
        basis
        unit
      }
      substitute {
        ...SubstitutePart
      }
      proposal {
        quantity
        shipOn
        deliverOn
        price {
          amount
          currency
          basis
          unit
        }
        substitute {
          ...SubstitutePart
        }
      }
      request {
        quantity
        deliverOn
      }
    }
  }
  timeline {
    seq
    kind
    side
    memberName
    channel
    at
    reason
    despatchNumber
  }
}
fragment SubstitutePart on Substitute {
  supplierPart
  manufacturerPart
  manufacturer
  description
}
fragment OrderPlaceWhole on OrderPlace {
  code
  name
  lines
  city
  region
  postalCode
  country
}`, {"hash":"3c44f2f151ccd8c089edc9b98a9f47f66970b0881503ae9cdda841c9d1b6e7e7"}) as unknown as TypedDocumentString<CloseShortMutation, CloseShortMutationVariables>;
export const OrderPapersDocument = new TypedDocumentString(`
    query OrderPapers($id: ID!) {
  order(id: $id) {
    id
    certificates {
      ...PaperWhole
    }
    gateChecks {
      ...GateCheckWhole
    }
    lots {
      lineId
      lotNumber
      serialNumber
      condition
      shelfLifeOn
      quantity
      hasLeft
    }
  }
}
    fragment PaperWhole on LineCertificate {
  id
  lineId
  kind
  source
  provider
  dualRelease
  status
  reason
  files {
    id
    name
    number
    issuer
    datedOn
    serialNumber
    lotNumber
    quantity
    flags
    status
    reason
  }
}
fragment GateCheckWhole on GateCheck {
  lineId
  ruleId
  code
  version
  kind
  result
  reason
  sentence
  releaser
  certificateId
  status
  releaseReason
}`, {"hash":"807085541c3c6980071df79e78cbfb4569ef5ac56da6e6836a6ff6e68675d937"}) as unknown as TypedDocumentString<OrderPapersQuery, OrderPapersQueryVariables>;
export const PromiseCertificateDocument = new TypedDocumentString(`
    mutation PromiseCertificate($input: CertificateStepInput!) {
  promiseCertificate(input: $input) {
    certificate {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"fe0b3556499759d9d167e404b9adb2a23296c1c19793eab3efaca71f0b52e4b9"}) as unknown as TypedDocumentString<PromiseCertificateMutation, PromiseCertificateMutationVariables>;
export const WaiveCertificateDocument = new TypedDocumentString(`
    mutation WaiveCertificate($input: WaiveCertificateInput!) {
  waiveCertificate(input: $input) {
    certificate {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"9d7073f11b97c3edad254453de18321e5f8d3a168c5b1f5a39326003c15fa413"}) as unknown as TypedDocumentString<WaiveCertificateMutation, WaiveCertificateMutationVariables>;
export const AttachCertificateDocument = new TypedDocumentString(`
    mutation AttachCertificate($input: AttachCertificateInput!) {
  attachCertificate(input: $input) {
    certificate {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a5bf300f086a33b9ebe9b542e81f99236793e048bf145886eee3db69226e9385"}) as unknown as TypedDocumentString<AttachCertificateMutation, AttachCertificateMutationVariables>;
export const ReviewCertificateDocument = new TypedDocumentString(`
    mutation ReviewCertificate($input: ReviewCertificateInput!) {
  reviewCertificate(input: $input) {
    certificate {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3700b44f3f48dc8a3d63b1445cf8460220b35ecfcd80e4a02b792c7eab9f9725"}) as unknown as TypedDocumentString<ReviewCertificateMutation, ReviewCertificateMutationVariables>;
export const ReleaseGateDocument = new TypedDocumentString(`
    mutation ReleaseGate($input: ReleaseGateInput!) {
  releaseGate(input: $input) {
    check {
      ruleId
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"10867a675dc24eb0d5ac5642c9799358b6268bab17004d3e88286de7cfd9b890"}) as unknown as TypedDocumentString<ReleaseGateMutation, ReleaseGateMutationVariables>;
export const OrdersDocument = new TypedDocumentString(`
    query Orders($filter: OrderFilter, $orderBy: OrderOrder, $first: Int, $after: String, $last: Int, $before: String) {
  orders(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      id
      side
      number
      supplierNumber
      status
      channel
      placedAt
      requestedDelivery
      buyer {
        id
        name
      }
      supplier {
        id
        name
      }
      shipTo {
        code
        name
        city
      }
      liveTotal {
        amount
        currency
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"babec0b6e4acee6f28a53686eeb2c8355b479f85e36f42eee0ea476c377d6401"}) as unknown as TypedDocumentString<OrdersQuery, OrdersQueryVariables>;
export const QuickOrderDocument = new TypedDocumentString(`
    query QuickOrder($text: String!) {
  resolveQuickOrder(text: $text) {
    line
    number
    manufacturer
    quantity
    problem
    choices {
      partId
      number
      manufacturerCode
      manufacturerName
      name
    }
    offers {
      ...PricedOffer
    }
  }
}
    fragment PricedOffer on PricedOffer {
  offerId
  supplierId
  supplierName
  partId
  supplierPart
  manufacturerPart
  manufacturer
  name
  content {
    value
    unit
  }
  minimum {
    value
    unit
  }
  multiple {
    value
    unit
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  amount {
    amount
    currency
  }
  free
  earliest
  nearestBelow
  nearestAbove
  ncnr
}`, {"hash":"ee1b01a52a7736ed9542f084091eb5e18a2307d0d58f27c4e8598b5d64d3cf9b"}) as unknown as TypedDocumentString<QuickOrderQuery, QuickOrderQueryVariables>;
export const OffersOfChoiceDocument = new TypedDocumentString(`
    query OffersOfChoice($input: AvailabilityInput!) {
  availability(input: $input) {
    lines {
      line
      offers {
        ...OfferAnswer
      }
    }
  }
}
    fragment OfferAnswer on AvailabilityOffer {
  offer {
    id
    supplierId
    supplierPart
    name
    orderUnit
    contentUnit
    contentPerOrderUnit
    priceUnit
    priceFactor {
      numerator
      denominator
    }
    minimum
    multiple
    leadDays
    leadKind
    ncnr
    returnableDays
    condition
    approvalBasis
    countryOfOrigin
    revision
    actualMaker
    breakMode
    breaks {
      from
      price {
        amount
        currency
        basis
        unit
      }
    }
    supplier {
      id
      name
      country
    }
  }
  price {
    amount
    currency
    basis
    unit
  }
  priceSource
  priceValidFrom
  priceValidTo
  breakFrom
  smallestBreak
  lineAmount {
    amount
    currency
  }
  priceType
  explanation {
    rule
    text
  }
  charges {
    code
    per
    applies
    below {
      amount
      currency
    }
    amount {
      amount
      currency
    }
  }
  packRule {
    minimum
    multiple
    nearest {
      below
      above
    }
  }
  stock {
    location
    quantity
    asOf
    source
    label
  }
  stockLabel
  available
  fitting
  leadDays
  earliest
  needByMet
  obstacles
}`, {"hash":"9811f601aaf6f34a8b3d3a2b8d3cdfe20d7a475d811a59753491b4cf0fbaa6b3"}) as unknown as TypedDocumentString<OffersOfChoiceQuery, OffersOfChoiceQueryVariables>;
export const CertificateNeedsDocument = new TypedDocumentString(`
    query CertificateNeeds {
  certificateNeeds {
    kind
    supplierId
    dualRelease
  }
  partnerships {
    status
    supplier {
      id
      name
    }
  }
  me {
    organization {
      id
    }
  }
}
    `, {"hash":"9f0e3e5defb23e61279ac649ecb257c7cde9af3af239110a18ff2b59ca0f8d46"}) as unknown as TypedDocumentString<CertificateNeedsQuery, CertificateNeedsQueryVariables>;
export const GateRulesDocument = new TypedDocumentString(`
    query GateRules {
  gateRules {
    ...GateRuleFacts
  }
  me {
    organization {
      id
      roles
    }
  }
}
    fragment GateRuleFacts on GateRule {
  id
  code
  version
  speaksFor
  kind
  outcome
  document
  provider
  releaser
  conditions
  sentence
  validFrom
  endedAt
}`, {"hash":"ab7de387830435c8a7f72852f7a36127e850f3ba35de8b9d7a6f805a611ddd21"}) as unknown as TypedDocumentString<GateRulesQuery, GateRulesQueryVariables>;
export const SaveCertificateNeedsDocument = new TypedDocumentString(`
    mutation SaveCertificateNeeds($input: SaveCertificateNeedsInput!) {
  saveCertificateNeeds(input: $input) {
    needs {
      kind
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3c5f1fdcfc7fb179bd26a22fe2ddb584ec38fbac8ec19cf7f43973efa77a301d"}) as unknown as TypedDocumentString<SaveCertificateNeedsMutation, SaveCertificateNeedsMutationVariables>;
export const SaveGateRuleDocument = new TypedDocumentString(`
    mutation SaveGateRule($input: SaveGateRuleInput!) {
  saveGateRule(input: $input) {
    rule {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"1b2358db531c5f1b3cedc3edab4f9f40608c9a13e6eec45d6c0cdff7a408d0ad"}) as unknown as TypedDocumentString<SaveGateRuleMutation, SaveGateRuleMutationVariables>;
export const EndGateRuleDocument = new TypedDocumentString(`
    mutation EndGateRule($input: EndGateRuleInput!) {
  endGateRule(input: $input) {
    code
  }
}
    `, {"hash":"a7c9d1438ef394b6e3dbdf969cb5a73bf379fa30268eb67a64cd306b08a82986"}) as unknown as TypedDocumentString<EndGateRuleMutation, EndGateRuleMutationVariables>;
export const RotablesDocument = new TypedDocumentString(`
    query Rotables($side: DeskSide!, $closed: Boolean!) {
  rotables(side: $side, closed: $closed) {
    ...RotableRow
  }
}
    fragment RotableRow on Rotable {
  id
  kind
  number
  status
  offerId
  partNumber
  supplierPart
  description
  orderId
  currency
  note
  outSerial
  outWaybill
  inPart
  inSerial
  inWaybill
  certificate
  certificateNumber
  findings
  reasonCode
  reason
  quoted
  quoteUntil
  disposition
  dueAt
  lateSince
  version
  steps
  value {
    amount
    currency
  }
  fee {
    amount
    currency
  }
  exchange {
    deposit
    outrightPrice
    billedAt
    lateFee
    lateDays
    lateFeesMax
    billDays
    replaceDays
  }
  repair {
    evaluationFee
    approveDays
    turnDays
  }
  buyer {
    id
    name
  }
  supplier {
    id
    name
  }
  events {
    seq
    kind
    at
    detail
  }
  charges {
    kind
    n
    amount {
      amount
      currency
    }
    at
  }
}`, {"hash":"918524fe016eca394d7b06c992da0ba01b83d82d2ec56ddfdcd16f60a58c39dc"}) as unknown as TypedDocumentString<RotablesQuery, RotablesQueryVariables>;
export const SendExchangeUnitDocument = new TypedDocumentString(`
    mutation SendExchangeUnit($input: SendExchangeUnitInput!) {
  sendExchangeUnit(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"cbd7c8491d76f5034685bea3f42fa4f9c45738a40eaddb8e3bfd3d595c4dbd93"}) as unknown as TypedDocumentString<SendExchangeUnitMutation, SendExchangeUnitMutationVariables>;
export const ShipUnitDocument = new TypedDocumentString(`
    mutation ShipUnit($input: ShipUnitInput!) {
  shipUnit(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"83c87656157717d9d22d578e4d9490119a68be202ea6e9ffa75a0b416d6bf769"}) as unknown as TypedDocumentString<ShipUnitMutation, ShipUnitMutationVariables>;
export const ReceiveUnitDocument = new TypedDocumentString(`
    mutation ReceiveUnit($input: ReceiveUnitInput!) {
  receiveUnit(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"0789bfdec876e7caab6bcbf304d9921980a5dfe29ba02ddb0d60f3921d676cb3"}) as unknown as TypedDocumentString<ReceiveUnitMutation, ReceiveUnitMutationVariables>;
export const InspectCoreDocument = new TypedDocumentString(`
    mutation InspectCore($input: InspectCoreInput!) {
  inspectCore(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3973b971a17e49a3b9be75ca61691fd3a104f4a92230ad37c1ade38d962fcd78"}) as unknown as TypedDocumentString<InspectCoreMutation, InspectCoreMutationVariables>;
export const JudgeCoreDocument = new TypedDocumentString(`
    mutation JudgeCore($input: JudgeCoreInput!) {
  judgeCore(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e036fe7bf4566bd682b56f7ba5ee8459e6e50d70a3e3945053d34e645fcaa298"}) as unknown as TypedDocumentString<JudgeCoreMutation, JudgeCoreMutationVariables>;
export const BillCoreDocument = new TypedDocumentString(`
    mutation BillCore($input: BillCoreInput!) {
  billCore(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"1af580edae566a1947cb4b7758721ed31adf4bb44fff1280214ccec12b1ee6d6"}) as unknown as TypedDocumentString<BillCoreMutation, BillCoreMutationVariables>;
export const ExtendCoreDocument = new TypedDocumentString(`
    mutation ExtendCore($input: ExtendCoreInput!) {
  extendCore(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d41f8b6924c5a1fe8eb39ca65eddc819cb16847ac0c2999229e8ae7ae6d9c11a"}) as unknown as TypedDocumentString<ExtendCoreMutation, ExtendCoreMutationVariables>;
export const CancelRepairDocument = new TypedDocumentString(`
    mutation CancelRepair($input: CancelRepairInput!) {
  cancelRepair(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"62c378305c5e0b6f1f8b4ccb32247f60ec21f96fcf1b0fd72ddeb5795f15097b"}) as unknown as TypedDocumentString<CancelRepairMutation, CancelRepairMutationVariables>;
export const QuoteRepairDocument = new TypedDocumentString(`
    mutation QuoteRepair($input: QuoteRepairInput!) {
  quoteRepair(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"72871cfcc8a309b880e8b8599eb09c3d42624d53a6d32c8106569bcaa95c7307"}) as unknown as TypedDocumentString<QuoteRepairMutation, QuoteRepairMutationVariables>;
export const AnswerQuoteDocument = new TypedDocumentString(`
    mutation AnswerQuote($input: AnswerQuoteInput!) {
  answerQuote(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"eaf7263d2c9994947ab1af6a6f690e49142ea01db67a99e78998bc523230ab59"}) as unknown as TypedDocumentString<AnswerQuoteMutation, AnswerQuoteMutationVariables>;
export const FinishRepairDocument = new TypedDocumentString(`
    mutation FinishRepair($input: FinishRepairInput!) {
  finishRepair(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"4e843d7d3d7cde073e3f09c76e965bef4ef06914393963547af3fad05c3289de"}) as unknown as TypedDocumentString<FinishRepairMutation, FinishRepairMutationVariables>;
export const ReturnUnitDocument = new TypedDocumentString(`
    mutation ReturnUnit($input: ReturnUnitInput!) {
  returnUnit(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"85229a7da99773c8fd8179fc807692f07a3f27bca8dd8564a0d58be2e4067ff2"}) as unknown as TypedDocumentString<ReturnUnitMutation, ReturnUnitMutationVariables>;
export const ScrapUnitDocument = new TypedDocumentString(`
    mutation ScrapUnit($input: ScrapUnitInput!) {
  scrapUnit(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"091761174012af9fce4f2125bc0372175520be6ed306df173b3a2b9bba78a5e9"}) as unknown as TypedDocumentString<ScrapUnitMutation, ScrapUnitMutationVariables>;
export const UrgentOfferDocument = new TypedDocumentString(`
    query UrgentOffer($input: AvailabilityInput!) {
  availability(input: $input) {
    lines {
      offers {
        offer {
          id
          supplierPart
          ncnr
          exchangeTerms {
            currency
            coreValue
            deposit
            coreDays
            dayKind
            version
          }
        }
        price {
          amount
          currency
          basis
          unit
        }
        lineAmount {
          amount
          currency
        }
      }
    }
  }
}
    `, {"hash":"c4dbc2fb01c995a19e7463cf9fbe24ff3866cc26a8fe4c326936b68d8e5b8367"}) as unknown as TypedDocumentString<UrgentOfferQuery, UrgentOfferQueryVariables>;
export const OrderUrgentDocument = new TypedDocumentString(`
    mutation OrderUrgent($input: OrderUrgentInput!) {
  orderUrgent(input: $input) {
    request {
      id
      orderId
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3bd3f8de197ba25b54cbca6e09470c84fdad5566ec84d46d2b6aed9bf9fb9781"}) as unknown as TypedDocumentString<OrderUrgentMutation, OrderUrgentMutationVariables>;
export const UrgentDeskDocument = new TypedDocumentString(`
    query UrgentDesk($side: DeskSide!, $closed: Boolean!) {
  urgentRequests(side: $side, closed: $closed) {
    id
    number
    priority
    status
    offerId
    supplierPart
    description
    quantity
    minimumQuantity
    orderUnit
    tail
    groundedAt
    contact
    needAt
    respondBy
    shipBy
    poBy
    promisedAt
    waybill
    held
    heldUntil
    orderId
    dueClock
    dueAt
    version
    buyer {
      id
      name
    }
    supplier {
      id
      name
    }
    events {
      seq
      kind
      at
      actorOrg
      detail
    }
  }
}
    `, {"hash":"ed6e447bf2037f3c2e01780606fac737a761280aaaf00b93b9f4b5f8aea8de7a"}) as unknown as TypedDocumentString<UrgentDeskQuery, UrgentDeskQueryVariables>;
export const UrgentRecordDocument = new TypedDocumentString(`
    query UrgentRecord($from: DateTime!, $to: DateTime!) {
  priorityReport(from: $from, to: $to) {
    supplierId
    priority
    requests
    respondPercent
    shipPercent
  }
}
    `, {"hash":"decebda8c695f96ce6016b0b932a91ac44f240ce797f6f6d9508da0821b4ba23"}) as unknown as TypedDocumentString<UrgentRecordQuery, UrgentRecordQueryVariables>;
export const AnswerUrgentDocument = new TypedDocumentString(`
    mutation AnswerUrgent($input: AnswerUrgentInput!) {
  answerUrgent(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"8cf059960fe80cf4d0e696a2fd2f7cf7e231520964369ea460f5b326a9cf2c46"}) as unknown as TypedDocumentString<AnswerUrgentMutation, AnswerUrgentMutationVariables>;
export const ShipUrgentDocument = new TypedDocumentString(`
    mutation ShipUrgent($input: ShipUrgentInput!) {
  shipUrgent(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"9507d5d54cca3e7cb6e06eb13e135fd2932b7ff77f05ccb0fb5f13a00da0bbc7"}) as unknown as TypedDocumentString<ShipUrgentMutation, ShipUrgentMutationVariables>;
export const CancelUrgentDocument = new TypedDocumentString(`
    mutation CancelUrgent($input: CancelUrgentInput!) {
  cancelUrgent(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3a07cb7dd3f4f9c5a9613df28998fcfb79b7b81477162972876fd7f6398cd1dc"}) as unknown as TypedDocumentString<CancelUrgentMutation, CancelUrgentMutationVariables>;
export const ChangePriorityDocument = new TypedDocumentString(`
    mutation ChangePriority($input: ChangePriorityInput!) {
  changePriority(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"75416ac7bedb3c4216ffba19b1055308e61160d9d424a481af6b25763dc69554"}) as unknown as TypedDocumentString<ChangePriorityMutation, ChangePriorityMutationVariables>;
export const LogContactDocument = new TypedDocumentString(`
    mutation LogContact($input: LogContactInput!) {
  logContact(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ea97182d6b9b3de7c2aaa973fa5c04376fbfc3df451adf30bb21cd89a0465623"}) as unknown as TypedDocumentString<LogContactMutation, LogContactMutationVariables>;
export const WatchesDocument = new TypedDocumentString(`
    query Watches($first: Int, $after: String, $last: Int, $before: String) {
  watches {
    ...WatchCard
  }
  watchNotices(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id
      kind
      newOffers
      available
      price {
        amount
        currency
        unit
      }
      priceBefore
      at
      readAt
      part {
        id
        number
        name
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment WatchCard on Watch {
  id
  name
  partId
  query
  classification
  onOffer
  onStock
  onPrice
  stockMin
  priceMax
  priceCurrency
  delivery
  byMail
  version
}`, {"hash":"3003a12c171170bbf8162da21a1f0c137ab0a1f4faf3bd0b91603d75a61871c1"}) as unknown as TypedDocumentString<WatchesQuery, WatchesQueryVariables>;
export const SaveWatchDocument = new TypedDocumentString(`
    mutation SaveWatch($input: SaveWatchInput!) {
  saveWatch(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a0920493f05dec72546518732abaabe49554f6564796a3aabaf0a25149a8c3dd"}) as unknown as TypedDocumentString<SaveWatchMutation, SaveWatchMutationVariables>;
export const RemoveWatchDocument = new TypedDocumentString(`
    mutation RemoveWatch($watchId: ID!) {
  removeWatch(watchId: $watchId)
}
    `, {"hash":"bbe7f0c0ab657c791e27ff9ae5c52de3a31d1a7a93a36c1f3924b48620152556"}) as unknown as TypedDocumentString<RemoveWatchMutation, RemoveWatchMutationVariables>;
export const ReadWatchNoticesDocument = new TypedDocumentString(`
    mutation ReadWatchNotices($noticeIds: [ID!]!) {
  readWatchNotices(noticeIds: $noticeIds)
}
    `, {"hash":"e8a3837bacc001cc6527a8c993ce0bcaab71cb475193b9f44ef6ac88a190bde4"}) as unknown as TypedDocumentString<ReadWatchNoticesMutation, ReadWatchNoticesMutationVariables>;
export const StopWatchMailDocument = new TypedDocumentString(`
    mutation StopWatchMail($token: String!) {
  stopWatchMail(token: $token)
}
    `, {"hash":"92627dc89289302e221ca6c6ae04dd37ea8acac8378ba3c17bf55b376cfea866"}) as unknown as TypedDocumentString<StopWatchMailMutation, StopWatchMailMutationVariables>;
export const AgreementsDocument = new TypedDocumentString(`
    query Agreements($first: Int, $after: String, $last: Int, $before: String) {
  agreements(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...AgreementFacts
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  partnerships {
    status
    buyer {
      id
      name
    }
    supplier {
      id
    }
  }
  me {
    organization {
      id
      currency
    }
  }
}
    fragment AgreementFacts on Agreement {
  id
  number
  version
  currency
  validFrom
  validTo
  pricingDate
  paymentTerms
  bestPrice
  endedAt
  endReason
  incoterm {
    code
    edition
    place
  }
  supplier {
    id
    name
  }
  buyer {
    id
    name
  }
  terms {
    category
    discountPercent
  }
}`, {"hash":"ff1f4a743d8733eb35530df2a4572b772a9ed3f15b4be9c58367f95dddec4180"}) as unknown as TypedDocumentString<AgreementsQuery, AgreementsQueryVariables>;
export const SignAgreementDocument = new TypedDocumentString(`
    mutation SignAgreement($input: SignAgreementInput!) {
  signAgreement(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"84d2652c7b8d101b051dbbf950c254283643b53d4a0356471a8eda411454b191"}) as unknown as TypedDocumentString<SignAgreementMutation, SignAgreementMutationVariables>;
export const ReplaceAgreementDocument = new TypedDocumentString(`
    mutation ReplaceAgreement($input: ReplaceAgreementInput!) {
  replaceAgreement(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"37d7da1ecd64964ea55d00eac73760959674e5fedfe739f3bd08a9891d7c195b"}) as unknown as TypedDocumentString<ReplaceAgreementMutation, ReplaceAgreementMutationVariables>;
export const EndAgreementDocument = new TypedDocumentString(`
    mutation EndAgreement($input: EndAgreementInput!) {
  endAgreement(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"514b6fe3e1c872caccfa6598a62cf164f4dfb5771ac475ab3956c9da2a13d70f"}) as unknown as TypedDocumentString<EndAgreementMutation, EndAgreementMutationVariables>;
export const AskingProfilesDocument = new TypedDocumentString(`
    query AskingProfiles {
  askingProfiles {
    ...AskingFacts
  }
}
    fragment AskingFacts on AskingProfile {
  id
  location
  url
  header
  hasSecret
  mappingJson
  timeoutMs
  callsMax
  cacheSeconds
  freshSeconds
  keepMinutes
  paused
  line
  version
}`, {"hash":"09811632026bbfd142b0ce0eb6977e23f9087e78c1393a195247c716ecafc1d0"}) as unknown as TypedDocumentString<AskingProfilesQuery, AskingProfilesQueryVariables>;
export const AskingCallsDocument = new TypedDocumentString(`
    query AskingCalls($profileId: ID!, $first: Int) {
  askingCalls(profileId: $profileId, first: $first) {
    nodes {
      id
      at
      test
      outcome
      status
      ms
      lines
      figures
      problems {
        at
        code
      }
    }
  }
}
    `, {"hash":"1cfc411d0f0b4f77dda90c2416082e7edfd8abacbe58b85d3af169140c00128f"}) as unknown as TypedDocumentString<AskingCallsQuery, AskingCallsQueryVariables>;
export const SaveAskingDocument = new TypedDocumentString(`
    mutation SaveAsking($input: SaveAskingInput!) {
  saveAsking(input: $input) {
    profile {
      id
      version
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d52ef845904981a6d3b78d3defbb29b3eabf5035692161c8f3619a38f745f585"}) as unknown as TypedDocumentString<SaveAskingMutation, SaveAskingMutationVariables>;
export const RemoveAskingDocument = new TypedDocumentString(`
    mutation RemoveAsking($input: AskingProfileInput!) {
  removeAsking(input: $input)
}
    `, {"hash":"8c90262c8324b44be33521e5fc256a1c44e221a9161303b37e838fb18bfcb82a"}) as unknown as TypedDocumentString<RemoveAskingMutation, RemoveAskingMutationVariables>;
export const TestAskingDocument = new TypedDocumentString(`
    mutation TestAsking($input: TestAskingInput!) {
  testAsking(input: $input) {
    outcome
    status
    ms
    figures {
      location
      quantity
      asOf
    }
    problems {
      at
      code
    }
  }
}
    `, {"hash":"a17eec9c78a67f64605bd4e27272487b5620beb796ed4d9dc82fd2bf8065b8e4"}) as unknown as TypedDocumentString<TestAskingMutation, TestAskingMutationVariables>;
export const CalendarPageDocument = new TypedDocumentString(`
    query CalendarPage {
  calendars {
    place
    name
    timeZone
    workingDays
    opens
    closes
    cutOff
    handlingDays
    leadFrom
    version
    days {
      day
      kind
      name
    }
  }
}
    `, {"hash":"532f828aac461a5fae7587f1f0d0cb5f6e45e7f4a6bae12c70cfec141aa898fb"}) as unknown as TypedDocumentString<CalendarPageQuery, CalendarPageQueryVariables>;
export const SupplyDaysDocument = new TypedDocumentString(`
    query SupplyDays {
  transit {
    place
    country
    region
    method
    days
    kind
  }
  inbound {
    offerId
    supplierPart
    location
    reference
    quantity
    claimed
    expectedOn
  }
}
    `, {"hash":"273114d5e9e1c7396eb6362ecb7023820bc517d8a460887ec64322b260d08346"}) as unknown as TypedDocumentString<SupplyDaysQuery, SupplyDaysQueryVariables>;
export const SaveCalendarDocument = new TypedDocumentString(`
    mutation SaveCalendar($input: SaveCalendarInput!) {
  saveCalendar(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"cbbb2469c943056b1a34c7758287824d6ca2c8fb919d3c21a98f70394cf6739c"}) as unknown as TypedDocumentString<SaveCalendarMutation, SaveCalendarMutationVariables>;
export const SetCalendarDaysDocument = new TypedDocumentString(`
    mutation SetCalendarDays($input: SetCalendarDaysInput!) {
  setCalendarDays(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"40ae6b00d06e98f01e88fd3053a1a7351ebc98d2a2187f85af159ba6dd30f935"}) as unknown as TypedDocumentString<SetCalendarDaysMutation, SetCalendarDaysMutationVariables>;
export const SetTransitDocument = new TypedDocumentString(`
    mutation SetTransit($input: SetTransitInput!) {
  setTransit(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"040520fe1c5386a726ad3f873b5bf5b45f61e1ac00e901f77cd7e195815bad8e"}) as unknown as TypedDocumentString<SetTransitMutation, SetTransitMutationVariables>;
export const SetInboundDocument = new TypedDocumentString(`
    mutation SetInbound($input: SetInboundInput!) {
  setInbound(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"8df8d9a1aef76c6eb105fbaf8920d4fa83c6a1e58883a13e556e9b9c82179acc"}) as unknown as TypedDocumentString<SetInboundMutation, SetInboundMutationVariables>;
export const CatalogueDocument = new TypedDocumentString(`
    query Catalogue($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  catalogue(id: $id) {
    ...CatalogueCard
    mapping
  }
  publications(
    catalogueId: $id
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      version
      kind
      publishedAt
      rolledBackTo
      uploadId
      counts {
        new
        changed
        withdrawn
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  uploads(catalogueId: $id, first: 20) {
    nodes {
      id
      catalogueId
      kind
      fileName
      state
      publishAt
      publishZone
      createdAt
      counts {
        rows
        refused
      }
    }
  }
}
    fragment CatalogueCard on Catalogue {
  id
  name
  currency
  makerRule
  makerCode
  makerName
  withdrawPercentMax
  version
  revision
  activeOffers
  createdAt
}`, {"hash":"db7cd7151528dfe84d00a15c2edfd3ad2bef5cdd0e77c2943aa93e0005f093af"}) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
export const RollbackCatalogueDocument = new TypedDocumentString(`
    mutation RollbackCatalogue($input: RollbackCatalogueInput!) {
  rollbackCatalogue(input: $input) {
    publication {
      version
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"82b886ad5fdaa61ce28c031d36873ac701c3c0459e8909b18a839607c1b2f5e3"}) as unknown as TypedDocumentString<RollbackCatalogueMutation, RollbackCatalogueMutationVariables>;
export const CatalogueShownDocument = new TypedDocumentString(`
    query CatalogueShown($id: ID!) {
  catalogue(id: $id) {
    id
    revision
    shownTo {
      to
      groupId
    }
    shownCategories {
      category
      shown {
        to
        groupId
      }
    }
  }
  buyerGroups {
    id
    name
  }
}
    `, {"hash":"7c2c094bda9a0bcf9888cde33ceadebffba700ed736db40db610a72fb864b7e2"}) as unknown as TypedDocumentString<CatalogueShownQuery, CatalogueShownQueryVariables>;
export const ShowCatalogueDocument = new TypedDocumentString(`
    mutation ShowCatalogue($input: ShowCatalogueInput!) {
  showCatalogue(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"65d8d9c75b04f35579862e4d8d8988555d6b3a0e69f92a6da9661763cd98c37f"}) as unknown as TypedDocumentString<ShowCatalogueMutation, ShowCatalogueMutationVariables>;
export const CataloguesDocument = new TypedDocumentString(`
    query Catalogues {
  catalogues {
    ...CatalogueCard
  }
  uploads(first: 20) {
    nodes {
      id
      catalogueId
      kind
      fileName
      state
      publishAt
      publishZone
      createdAt
      counts {
        rows
        refused
      }
    }
  }
  organization: me {
    organization {
      id
      currency
    }
  }
}
    fragment CatalogueCard on Catalogue {
  id
  name
  currency
  makerRule
  makerCode
  makerName
  withdrawPercentMax
  version
  revision
  activeOffers
  createdAt
}`, {"hash":"2889c7e2ea81b98c1768165a9ec0f13ca0484c2c3cfc2a7d95af0c163b538f25"}) as unknown as TypedDocumentString<CataloguesQuery, CataloguesQueryVariables>;
export const CreateCatalogueDocument = new TypedDocumentString(`
    mutation CreateCatalogue($input: CreateCatalogueInput!) {
  createCatalogue(input: $input) {
    catalogue {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"9f700839b8fe517bcb68242b8e468b3e40e5870bc0fdfa8dda63497616d03fb0"}) as unknown as TypedDocumentString<CreateCatalogueMutation, CreateCatalogueMutationVariables>;
export const ChangeCatalogueDocument = new TypedDocumentString(`
    mutation ChangeCatalogue($input: ChangeCatalogueInput!) {
  changeCatalogue(input: $input) {
    catalogue {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"b0fa6a2c2facc8be3e3123d8409185a493709dfa380209112aca2c23d4e8b56f"}) as unknown as TypedDocumentString<ChangeCatalogueMutation, ChangeCatalogueMutationVariables>;
export const BuyerGroupsDocument = new TypedDocumentString(`
    query BuyerGroups {
  buyerGroups {
    ...GroupCard
  }
  partnerships {
    status
    buyer {
      id
      name
    }
    supplier {
      id
    }
  }
  me {
    organization {
      id
    }
  }
}
    fragment GroupCard on BuyerGroup {
  id
  name
  note
  version
  members {
    agreementId
    until
    buyer {
      id
      name
    }
  }
}`, {"hash":"cad830865a6a69c4f6a7f2d695c041317df02b3baccc92cfecf2dc3bd0a2c520"}) as unknown as TypedDocumentString<BuyerGroupsQuery, BuyerGroupsQueryVariables>;
export const SightOfBuyerDocument = new TypedDocumentString(`
    query SightOfBuyer($buyerId: ID!, $filter: SightFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  sightOfBuyer(buyerId: $buyerId) {
    catalogueId
    name
    active
    seen
  }
  offersInSight(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      offerId
      supplierPart
      name
      category
      seen
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"13df62b0faf5b9139ccad2fd0bb66a3da5452b1191974ce50b2fb1d0dae115c3"}) as unknown as TypedDocumentString<SightOfBuyerQuery, SightOfBuyerQueryVariables>;
export const CreateBuyerGroupDocument = new TypedDocumentString(`
    mutation CreateBuyerGroup($input: CreateBuyerGroupInput!) {
  createBuyerGroup(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d32bcce78cd703a6303a6e16211387311c11f96fd49e784d73b9cb52e6ef9998"}) as unknown as TypedDocumentString<CreateBuyerGroupMutation, CreateBuyerGroupMutationVariables>;
export const ChangeBuyerGroupDocument = new TypedDocumentString(`
    mutation ChangeBuyerGroup($input: ChangeBuyerGroupInput!) {
  changeBuyerGroup(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"60ed559bdadbf687925c8d5e199afeda337bd0acef027842328d4eefb056cedc"}) as unknown as TypedDocumentString<ChangeBuyerGroupMutation, ChangeBuyerGroupMutationVariables>;
export const EndBuyerGroupDocument = new TypedDocumentString(`
    mutation EndBuyerGroup($input: EndBuyerGroupInput!) {
  endBuyerGroup(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d237679e4f1db0c9cd25d8f4cf9d1b6ed8a87859e1cade52cc78e316bbf46c57"}) as unknown as TypedDocumentString<EndBuyerGroupMutation, EndBuyerGroupMutationVariables>;
export const SetGroupMembersDocument = new TypedDocumentString(`
    mutation SetGroupMembers($input: SetGroupMembersInput!) {
  setGroupMembers(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"45ca6770ef38e4c76ae9d58ef924505c673bfa1af07b0af25a54d6d530d1702e"}) as unknown as TypedDocumentString<SetGroupMembersMutation, SetGroupMembersMutationVariables>;
export const StockHoldsDocument = new TypedDocumentString(`
    query StockHolds($filter: StockHoldFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  stockHolds(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...HoldRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  holdPolicy {
    basketMinutes
    quoteHours
    approvalHours
    namedMinutes
    version
  }
}
    fragment HoldRow on StockHold {
  id
  holderKind
  label
  held
  status
  expiresAt
  places {
    location
    quantity
  }
  offer {
    supplierPart
    name
    orderUnit
  }
  partId
  buyer {
    id
    name
  }
}`, {"hash":"cc0f1fdc97e11c49c0dd08118031d938f48cfa4e495726e3d412d1fc3bed1580"}) as unknown as TypedDocumentString<StockHoldsQuery, StockHoldsQueryVariables>;
export const ReleaseHoldsDocument = new TypedDocumentString(`
    mutation ReleaseHolds($input: ReleaseHoldsInput!) {
  releaseHolds(input: $input) {
    holds {
      id
      status
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"fe20b8a64d498cb54fcfeec0976857e871a50431be091eef9bf47d75d5440d3d"}) as unknown as TypedDocumentString<ReleaseHoldsMutation, ReleaseHoldsMutationVariables>;
export const SaveHoldPolicyDocument = new TypedDocumentString(`
    mutation SaveHoldPolicy($input: SaveHoldPolicyInput!) {
  saveHoldPolicy(input: $input) {
    policy {
      version
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d3849e9fb4eb9e6b78d9539dfc103d1efccfbe1f03f1151eb06718f04c3a5b97"}) as unknown as TypedDocumentString<SaveHoldPolicyMutation, SaveHoldPolicyMutationVariables>;
export const LotCodesDocument = new TypedDocumentString(`
    query LotCodes {
  lotCodes {
    list
    code
    sold
  }
}
    `, {"hash":"7e2ea9290f191b711a015bbad2b81398f172c0a59cc541c6e096bf90c3db07fe"}) as unknown as TypedDocumentString<LotCodesQuery, LotCodesQueryVariables>;
export const OwnLotsDocument = new TypedDocumentString(`
    query OwnLots($filter: OwnLotFilter, $first: Int, $after: String, $last: Int, $before: String, $promisedFirst: Int, $promisedAfter: String, $promisedLast: Int, $promisedBefore: String) {
  ownLots(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...OwnLot
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  promisedOffers(
    first: $promisedFirst
    after: $promisedAfter
    last: $promisedLast
    before: $promisedBefore
  ) {
    nodes {
      offerId
      supplierPart
      name
      certificates
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment OwnLot on OwnLot {
  id
  offerId
  partId
  supplierPart
  name
  orderUnit
  location
  lotNumber
  serialNumber
  condition
  certificates
  trace
  shelfLifeOn
  quantity
  free
  asOf
  files {
    id
    kind
    number
    issuer
    datedOn
    name
    size
    shown
  }
}`, {"hash":"26b12a6a9dd96f8371fb6a676bf543f838ae86c68ac861a0ec6bf27afa6247a7"}) as unknown as TypedDocumentString<OwnLotsQuery, OwnLotsQueryVariables>;
export const SaveLotsDocument = new TypedDocumentString(`
    mutation SaveLots($input: SaveLotsInput!) {
  saveLots(input: $input) {
    written
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"55a88043f1b530796d43428d23f2ec69c85cf8907a4e5822cff1c74e06e79349"}) as unknown as TypedDocumentString<SaveLotsMutation, SaveLotsMutationVariables>;
export const AttachLotCertificateDocument = new TypedDocumentString(`
    mutation AttachLotCertificate($input: AttachLotCertificateInput!) {
  attachLotCertificate(input: $input) {
    file {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ee908ea435fe88138d4a6ba3c9b8338bac08f8f1772cb405d4967a5ed6804f10"}) as unknown as TypedDocumentString<AttachLotCertificateMutation, AttachLotCertificateMutationVariables>;
export const ShowLotCertificateDocument = new TypedDocumentString(`
    mutation ShowLotCertificate($input: ShowLotCertificateInput!) {
  showLotCertificate(input: $input) {
    shown
  }
}
    `, {"hash":"68fcc18dc7be86a1a28d109d0f0af82714a47408dafb8c5a6151109f907ca56b"}) as unknown as TypedDocumentString<ShowLotCertificateMutation, ShowLotCertificateMutationVariables>;
export const PromiseCertificatesDocument = new TypedDocumentString(`
    mutation PromiseCertificates($input: PromiseCertificatesInput!) {
  promiseCertificates(input: $input) {
    certificates
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a08e20edaa5142be629b10c6c1c0cb798d0440cdb0c67d2b446087a1f78d1e60"}) as unknown as TypedDocumentString<PromiseCertificatesMutation, PromiseCertificatesMutationVariables>;
export const OwnPricingDocument = new TypedDocumentString(`
    query OwnPricing {
  pricingPolicy {
    ...PolicyFacts
  }
  partnerships {
    status
    buyer {
      id
      name
    }
    supplier {
      id
    }
  }
  me {
    organization {
      id
    }
  }
}
    fragment PolicyFacts on PricingPolicy {
  sequence
  version
  matrix {
    id
    customerCategory
    productCategory
    discountPercent
    validFrom
    validTo
  }
  charges {
    id
    code
    per
    applies
    category
    validFrom
    validTo
    amount {
      amount
      currency
    }
    below {
      amount
      currency
    }
  }
  customers {
    buyerId
    category
  }
}`, {"hash":"d06d3226affcc4fc6d4d2aeb2afa741b0df70d5ca31e131ebfd44a0deda06865"}) as unknown as TypedDocumentString<OwnPricingQuery, OwnPricingQueryVariables>;
export const SetAccessSequenceDocument = new TypedDocumentString(`
    mutation SetAccessSequence($input: SetAccessSequenceInput!) {
  setAccessSequence(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"6804e998482de06ef2264cb6c1341941fe04648d49e1bcf6d89bce1cc36bfcf2"}) as unknown as TypedDocumentString<SetAccessSequenceMutation, SetAccessSequenceMutationVariables>;
export const SaveDiscountMatrixDocument = new TypedDocumentString(`
    mutation SaveDiscountMatrix($input: SaveDiscountMatrixInput!) {
  saveDiscountMatrix(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a26a1265050300994aaed74d4e500e43ab5dc3ce54accd0a7cc856a96862fe3f"}) as unknown as TypedDocumentString<SaveDiscountMatrixMutation, SaveDiscountMatrixMutationVariables>;
export const SaveChargeRulesDocument = new TypedDocumentString(`
    mutation SaveChargeRules($input: SaveChargeRulesInput!) {
  saveChargeRules(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"059ef6351ab59b93d6f663b996b5c3c6116cb0dad490db646891cff259a36284"}) as unknown as TypedDocumentString<SaveChargeRulesMutation, SaveChargeRulesMutationVariables>;
export const SetCustomerCategoryDocument = new TypedDocumentString(`
    mutation SetCustomerCategory($input: SetCustomerCategoryInput!) {
  setCustomerCategory(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"39383ad30974e04fff3d1323bf8dc840294f9273aeb3f95ac5cf05b0a2c79ee2"}) as unknown as TypedDocumentString<SetCustomerCategoryMutation, SetCustomerCategoryMutationVariables>;
export const ExchangeRatesDocument = new TypedDocumentString(`
    query ExchangeRates($first: Int, $after: String, $last: Int, $before: String) {
  exchangeRates(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id
      kind
      from
      to
      rate
      source
      validFrom
      validTo
      own
      partner {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"6abad649d32a956de61d79976c8dc91a8e3af533137ce2de4731a7cb5ed19d3b"}) as unknown as TypedDocumentString<ExchangeRatesQuery, ExchangeRatesQueryVariables>;
export const ImportExchangeRatesDocument = new TypedDocumentString(`
    mutation ImportExchangeRates($input: ImportExchangeRatesInput!) {
  importExchangeRates(input: $input) {
    written
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"aada5b7cc66791b30bf5c86679d3c6b087dd9de1437745272f802b3d6be1007a"}) as unknown as TypedDocumentString<ImportExchangeRatesMutation, ImportExchangeRatesMutationVariables>;
export const RemoveExchangeRateDocument = new TypedDocumentString(`
    mutation RemoveExchangeRate($input: RemoveExchangeRateInput!) {
  removeExchangeRate(input: $input)
}
    `, {"hash":"6669b0185e97d22099b16b8f992681056576f6535d595fdc87c77b9a996dad5c"}) as unknown as TypedDocumentString<RemoveExchangeRateMutation, RemoveExchangeRateMutationVariables>;
export const SearchPartsDocument = new TypedDocumentString(`
    query SearchParts($query: String!, $filter: PartSearchFilter, $first: Int!, $after: String) {
  searchParts(query: $query, filter: $filter, first: $first, after: $after) {
    matchedBy
    totalEstimate
    nodes {
      offerCount
      supplierCount
      inStock
      lowestPrices {
        amount
        currency
        basis
        unit
      }
      part {
        id
        number
        name
        names {
          language
          name
        }
        manufacturer {
          id
          code
          name
        }
      }
    }
    suggestions {
      id
      number
      name
      manufacturer {
        id
        name
      }
    }
    facets {
      firstN
      capped
      inStock
      suppliers {
        id
        name
        count
      }
      manufacturers {
        id
        name
        count
      }
      approvalBases {
        id
        name
        count
      }
      classTree {
        id
        parent
        name
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"511edf304a0eb716a692512ff2ca74ae5ec21050d2a2883c5e8c0bfd7110b2ea"}) as unknown as TypedDocumentString<SearchPartsQuery, SearchPartsQueryVariables>;
export const StockLedgerDocument = new TypedDocumentString(`
    query StockLedger($offerId: ID!, $location: String!, $first: Int, $after: String) {
  stockMovements(
    offerId: $offerId
    location: $location
    first: $first
    after: $after
  ) {
    nodes {
      id
      at
      kind
      reservedDelta
      quantityDelta
      reference
      reason
      note
      buyer {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  stockLocations {
    location
    managed
  }
}
    `, {"hash":"2dc8c032c5b3625a213eb87954d8d5acf13c0b349df5009a002493d525eb3ff6"}) as unknown as TypedDocumentString<StockLedgerQuery, StockLedgerQueryVariables>;
export const CorrectStockDocument = new TypedDocumentString(`
    mutation CorrectStock($input: CorrectStockInput!) {
  correctStock(input: $input) {
    corrected {
      quantity
      reserved
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"5ee5c605e286ef43c7f2b0c61ea855c09d615c00dd90d44845088aa01c5ba0cc"}) as unknown as TypedDocumentString<CorrectStockMutation, CorrectStockMutationVariables>;
export const ManageLocationDocument = new TypedDocumentString(`
    mutation ManageLocation($input: ManageLocationInput!) {
  manageLocation(input: $input) {
    location
    managed
    offers
  }
}
    `, {"hash":"112ac1efb23cfc2cf8dd9eb78e64888089a04e9ba329895ccffad490928df248"}) as unknown as TypedDocumentString<ManageLocationMutation, ManageLocationMutationVariables>;
export const OwnStockDocument = new TypedDocumentString(`
    query OwnStock($filter: StockFilter, $first: Int, $after: String, $last: Int, $before: String) {
  stock(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      offerId
      partId
      supplierPart
      name
      location
      quantity
      reserved
      free
      orderUnit
      asOf
      source
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"4457e01e1decd044a14bcd295d63b821359f51ac53174e86d9796efa8fd06581"}) as unknown as TypedDocumentString<OwnStockQuery, OwnStockQueryVariables>;
export const SetStockDocument = new TypedDocumentString(`
    mutation SetStock($input: SetStockInput!) {
  setStock(input: $input) {
    written
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"094f88d5bdd69d2a0294b736dca560bb72eefe04337696639973ad5d640d90b2"}) as unknown as TypedDocumentString<SetStockMutation, SetStockMutationVariables>;
export const UnitOffersDocument = new TypedDocumentString(`
    query UnitOffers {
  unitOffers {
    ...UnitOffer
  }
}
    fragment UnitOffer on Offer {
  id
  supplierPart
  name
  exchangeTerms {
    currency
    coreValue
    deposit
    outrightPrice
    billedAt
    coreDays
    dayKind
    lateFee
    lateDays
    lateFeesMax
    billDays
    replaceDays
    version
  }
  repairTerms {
    currency
    pricing
    price
    evaluationFee
    quoteDays
    approveDays
    turnDays
    dayKind
    version
  }
}`, {"hash":"fd95dd09077be27c4b64c16dde5a70de0efffe666a7db8777ee8c58de4b5b9cd"}) as unknown as TypedDocumentString<UnitOffersQuery, UnitOffersQueryVariables>;
export const SaveExchangeTermsDocument = new TypedDocumentString(`
    mutation SaveExchangeTerms($input: SaveExchangeTermsInput!) {
  saveExchangeTerms(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ced5b145b62e499b3c5c40ccb06f5e9a33357425036b8fa0acf9be29714b875b"}) as unknown as TypedDocumentString<SaveExchangeTermsMutation, SaveExchangeTermsMutationVariables>;
export const SaveRepairTermsDocument = new TypedDocumentString(`
    mutation SaveRepairTerms($input: SaveRepairTermsInput!) {
  saveRepairTerms(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"82ee0df501633dafe6123d4955577833d81f1efc61ac7cc2f26b0c30d5d65ba6"}) as unknown as TypedDocumentString<SaveRepairTermsMutation, SaveRepairTermsMutationVariables>;
export const RemoveUnitTermsDocument = new TypedDocumentString(`
    mutation RemoveUnitTerms($input: RemoveUnitTermsInput!) {
  removeUnitTerms(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3bca9de0c0d5ba03dbfddb619337ccf74ac4d19538a19e23ab5242bd56c4c805"}) as unknown as TypedDocumentString<RemoveUnitTermsMutation, RemoveUnitTermsMutationVariables>;
export const UploadStartDocument = new TypedDocumentString(`
    query UploadStart {
  catalogues {
    id
    name
    currency
    version
    activeOffers
  }
}
    `, {"hash":"dc0c43f13a014ff34280ad20fe822e26a3f42064833b8b6494221a56ca203281"}) as unknown as TypedDocumentString<UploadStartQuery, UploadStartQueryVariables>;
export const UploadColumnsDocument = new TypedDocumentString(`
    query UploadColumns($uploadId: ID!, $sheet: String) {
  upload(id: $uploadId) {
    id
    catalogueId
    kind
    fileName
    loadMode
    state
  }
  uploadHeaders(uploadId: $uploadId, sheet: $sheet) {
    format
    charset
    sheets
    headers
    samples
    mappingJson
    problem
    targets
  }
  catalogues {
    id
    name
    currency
  }
}
    `, {"hash":"14bbb33b125b37a5627b5664244f9185a861fd490c3e4c6d9783686633981f89"}) as unknown as TypedDocumentString<UploadColumnsQuery, UploadColumnsQueryVariables>;
export const ReadUploadDocument = new TypedDocumentString(`
    mutation ReadUpload($input: ReadUploadInput!) {
  readUpload(input: $input) {
    uploadId
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ea9f3bd6fcb4f6c452a5c9f3e0ce6a01700986054ff16463f96467b4f42646dc"}) as unknown as TypedDocumentString<ReadUploadMutation, ReadUploadMutationVariables>;
export const UploadReviewDocument = new TypedDocumentString(`
    query UploadReview($id: ID!, $rows: Boolean!, $problems: Boolean!, $change: RowChange!, $severity: ProblemSeverity, $first: Int, $after: String, $last: Int, $before: String) {
  upload(id: $id) {
    ...UploadFacts
  }
  uploadRows(
    uploadId: $id
    change: $change
    first: $first
    after: $after
    last: $last
    before: $before
  ) @include(if: $rows) {
    nodes {
      supplierPart
      change
      line
      name
      differences {
        field
        before
        after
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  uploadProblems(
    uploadId: $id
    severity: $severity
    first: $first
    after: $after
    last: $last
    before: $before
  ) @include(if: $problems) {
    nodes {
      id
      line
      column
      supplierPart
      code
      severity
      message
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  catalogues {
    id
    name
    version
  }
}
    fragment UploadFacts on Upload {
  id
  catalogueId
  kind
  fileName
  format
  loadMode
  state
  createdAt
  updatedAt
  version
  publicationVersion
  publishAt
  publishZone
  ownTimeZone
  counts {
    rows
    ok
    refused
    warnings
    new
    changed
    unchanged
    withdrawn
    active
    stock
  }
  progress {
    rows
    errors
    bytesRead
    bytesTotal
    step
    steps
  }
  reasons {
    code
    message
  }
  failure {
    code
    message
  }
}`, {"hash":"b479ee995d28827be3be6681257e5be796fd22c4a75e69f71f8a60a821f4ae20"}) as unknown as TypedDocumentString<UploadReviewQuery, UploadReviewQueryVariables>;
export const UploadProgressDocument = new TypedDocumentString(`
    subscription UploadProgress($id: ID!) {
  uploadProgress(uploadId: $id) {
    ...UploadFacts
  }
}
    fragment UploadFacts on Upload {
  id
  catalogueId
  kind
  fileName
  format
  loadMode
  state
  createdAt
  updatedAt
  version
  publicationVersion
  publishAt
  publishZone
  ownTimeZone
  counts {
    rows
    ok
    refused
    warnings
    new
    changed
    unchanged
    withdrawn
    active
    stock
  }
  progress {
    rows
    errors
    bytesRead
    bytesTotal
    step
    steps
  }
  reasons {
    code
    message
  }
  failure {
    code
    message
  }
}`, {"hash":"bfd2ab20d33e1291c4fb4c34066731f446c43a78c0a0cef243f468229b6ecfc4"}) as unknown as TypedDocumentString<UploadProgressSubscription, UploadProgressSubscriptionVariables>;
export const ConfirmUploadDocument = new TypedDocumentString(`
    mutation ConfirmUpload($input: UploadDecisionInput!) {
  confirmUpload(input: $input) {
    upload {
      id
      version
      state
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3ff59ae60e2449c271aa68db93d5c686169ef5c2cb8e2c353e99c4008e10065e"}) as unknown as TypedDocumentString<ConfirmUploadMutation, ConfirmUploadMutationVariables>;
export const PublishUploadDocument = new TypedDocumentString(`
    mutation PublishUpload($input: UploadDecisionInput!) {
  publishUpload(input: $input) {
    upload {
      id
      version
      state
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"fa45d3bab784ab53e199156d7d67e142a7fd9bcfde7be77e4c62623e1ac2d68a"}) as unknown as TypedDocumentString<PublishUploadMutation, PublishUploadMutationVariables>;
export const SchedulePublicationDocument = new TypedDocumentString(`
    mutation SchedulePublication($input: SchedulePublicationInput!) {
  schedulePublication(input: $input) {
    upload {
      id
      version
      publishAt
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"17a64a15d9a0fe84f6d42fa4e7b8e9783f443a12219286b1834d51c117a9f0ee"}) as unknown as TypedDocumentString<SchedulePublicationMutation, SchedulePublicationMutationVariables>;
export const CallOffPublicationDocument = new TypedDocumentString(`
    mutation CallOffPublication($input: UploadDecisionInput!) {
  callOffPublication(input: $input) {
    upload {
      id
      version
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"099c6a300f995df1859501e00778a33d4dbe73c7b6e625d8b9ac4ce3ed248350"}) as unknown as TypedDocumentString<CallOffPublicationMutation, CallOffPublicationMutationVariables>;
export const DiscardUploadDocument = new TypedDocumentString(`
    mutation DiscardUpload($input: UploadInput!) {
  discardUpload(input: $input) {
    upload {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"571dd96f94b99d04f296fdf3954172141f9b3fd897bd1fb4a995b2a94ea1ddb3"}) as unknown as TypedDocumentString<DiscardUploadMutation, DiscardUploadMutationVariables>;
export const AuctionRoomDocument = new TypedDocumentString(`
    query AuctionRoom($id: ID!) {
  auction(id: $id) {
    ...AuctionWhole
    tender {
      id
      number
      title
      lots {
        id
        title
      }
      auction {
        ...AuctionTerms
      }
    }
    file {
      body
      digest
      publishedAt
      result
    }
  }
}
    fragment AuctionWhole on Auction {
  id
  tenderId
  lotId
  kind
  status
  at
  opensAt
  closesAt
  extensions
  pausedAt
  resumesAt
  pauseReason
  voidedAt
  voidReason
  currency
  scale
  label
  price
  level
  priceUntil
  own {
    amount
    rank
    floor
    isYourTurn
  }
  amountAtMost
  amountToLead
  ranking {
    rank
    label
    amount
    sequence
    supplier {
      id
      name
    }
  }
}
fragment AuctionTerms on TenderAuction {
  kind
  durationSeconds
  ownStep {
    by
    value
  }
  leadStep {
    by
    value
  }
  mustLead
  display
  softClose {
    triggerSeconds
    lengthSeconds
    extensionsMax
    countsFrom
    lowestTriggeringRank
    totalSecondsMax
  }
  bigDropPercent
  rounds
  turnSeconds
  firstPauseSeconds
  pauseSeconds
  startPercent
  risePercent
  ceilingPercent
  fall {
    by
    value
  }
  floorPercent
  tickSeconds
  appealSeconds
}`, {"hash":"5dc52872ed9de0fc458ab12a518e13d92764ad9f4651e1eb9605553c59913085"}) as unknown as TypedDocumentString<AuctionRoomQuery, AuctionRoomQueryVariables>;
export const AuctionMovedDocument = new TypedDocumentString(`
    subscription AuctionMoved($auctionIds: [ID!]!) {
  auctionChanged(auctionIds: $auctionIds) {
    id
    at
    status
    closesAt
    opensAt
    extensions
    pausedAt
    resumesAt
    price
    level
    priceUntil
    own {
      amount
      rank
      floor
      isYourTurn
    }
    amountAtMost
    amountToLead
  }
}
    `, {"hash":"61b2f64e8d58648147ab6f084698320227f98f261cc3eced1206c13f4cc0fb8d"}) as unknown as TypedDocumentString<AuctionMovedSubscription, AuctionMovedSubscriptionVariables>;
export const StartAuctionDocument = new TypedDocumentString(`
    mutation StartAuction($input: StartAuctionInput!) {
  startAuction(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"06496be780373943ef75b81b65a056a3365b4521841f2239aa9d5ca8fbedfc7d"}) as unknown as TypedDocumentString<StartAuctionMutation, StartAuctionMutationVariables>;
export const PlaceAuctionBidDocument = new TypedDocumentString(`
    mutation PlaceAuctionBid($input: PlaceAuctionBidInput!) {
  placeAuctionBid(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"ce51dee6105a2cefc00ab3552dd73f3942262e02d992707e451970fdcab8818b"}) as unknown as TypedDocumentString<PlaceAuctionBidMutation, PlaceAuctionBidMutationVariables>;
export const SetAuctionProxyDocument = new TypedDocumentString(`
    mutation SetAuctionProxy($input: SetAuctionProxyInput!) {
  setAuctionProxy(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"8ee9b4ba83fef0320e90639ec673fcfc119f392cd32f31229070b268d5d2fec7"}) as unknown as TypedDocumentString<SetAuctionProxyMutation, SetAuctionProxyMutationVariables>;
export const TakeBackAuctionBidDocument = new TypedDocumentString(`
    mutation TakeBackAuctionBid($input: AuctionInput!) {
  takeBackAuctionBid(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"2fcea8b3bab7e6bd6251e98d38e4aa9aff5a09a8c08cb9626f15c542ec6d362d"}) as unknown as TypedDocumentString<TakeBackAuctionBidMutation, TakeBackAuctionBidMutationVariables>;
export const AcceptAuctionPriceDocument = new TypedDocumentString(`
    mutation AcceptAuctionPrice($input: AcceptAuctionPriceInput!) {
  acceptAuctionPrice(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d4d9e08f988a4d9b010437cef7a7d7a328e15dfc811ff2a5b9a45be367c7bb7f"}) as unknown as TypedDocumentString<AcceptAuctionPriceMutation, AcceptAuctionPriceMutationVariables>;
export const StayInAuctionDocument = new TypedDocumentString(`
    mutation StayInAuction($input: StayInAuctionInput!) {
  stayInAuction(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"587acf58c74c840d2d126375de1e61171924cce72788a42b558e282fd070855c"}) as unknown as TypedDocumentString<StayInAuctionMutation, StayInAuctionMutationVariables>;
export const PauseAuctionDocument = new TypedDocumentString(`
    mutation PauseAuction($input: PauseAuctionInput!) {
  pauseAuction(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"56c80beae946d44875b5a039bc61f4687f9bab69c4caaf7d2f1ea7acf06a47d2"}) as unknown as TypedDocumentString<PauseAuctionMutation, PauseAuctionMutationVariables>;
export const RescheduleAuctionDocument = new TypedDocumentString(`
    mutation RescheduleAuction($input: RescheduleAuctionInput!) {
  rescheduleAuction(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"678ab1a958d4563d12139009138244ed0079973a4edfa797b732965c1fd46489"}) as unknown as TypedDocumentString<RescheduleAuctionMutation, RescheduleAuctionMutationVariables>;
export const ResumeAuctionDocument = new TypedDocumentString(`
    mutation ResumeAuction($input: AuctionInput!) {
  resumeAuction(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"b701c1fd78f6dcde3c620cfecb76c7f14a4eb0f3b183bc8aa991818a08f3c3fb"}) as unknown as TypedDocumentString<ResumeAuctionMutation, ResumeAuctionMutationVariables>;
export const VoidAuctionBidDocument = new TypedDocumentString(`
    mutation VoidAuctionBid($input: VoidAuctionBidInput!) {
  voidAuctionBid(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"6b574f114daa97cf5126869e5c19a276f1a33012f0bcaae9b08f691c34dbc7bd"}) as unknown as TypedDocumentString<VoidAuctionBidMutation, VoidAuctionBidMutationVariables>;
export const VoidAuctionDocument = new TypedDocumentString(`
    mutation VoidAuction($input: VoidAuctionInput!) {
  voidAuction(input: $input) {
    auction {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e26e302c32c0ec5bbb5bc7bb2683f6d263062d624c9b140e5ceaf07bd9b448fb"}) as unknown as TypedDocumentString<VoidAuctionMutation, VoidAuctionMutationVariables>;
export const TenderOfBidderDocument = new TypedDocumentString(`
    query TenderOfBidder($id: ID!) {
  tender(id: $id) {
    ...TenderOfBidder
  }
}
    fragment AuctionTerms on TenderAuction {
  kind
  durationSeconds
  ownStep {
    by
    value
  }
  leadStep {
    by
    value
  }
  mustLead
  display
  softClose {
    triggerSeconds
    lengthSeconds
    extensionsMax
    countsFrom
    lowestTriggeringRank
    totalSecondsMax
  }
  bigDropPercent
  rounds
  turnSeconds
  firstPauseSeconds
  pauseSeconds
  startPercent
  risePercent
  ceilingPercent
  fall {
    by
    value
  }
  floorPercent
  tickSeconds
  appealSeconds
}
fragment TenderOfBidder on Tender {
  ...TenderShared
  invitations {
    supplierId
    invitedAt
    declinedAt
    declineReason
  }
  bids {
    ...BidWhole
  }
  bidDrafts {
    lotId
    round
    edits
    savedAt
    content {
      ...BidContentWhole
    }
  }
  receipts {
    bidId
    lotId
    round
    seq
    kind
    digest
    acceptedAt
  }
  openings {
    bidId
    envelope
    outcome
    reason
    openedAt
    verdict
    verdictReason
  }
  awards {
    ...AwardWhole
  }
}
fragment TenderFormulaWhole on TenderFormula {
  kind
  weightQuality
  weightPrice
  featuresMax
  priceMin
  priceMax
  base
  factor
  exponent
  qualityReference
  priceReference
}
fragment TenderCriterionWhole on TenderCriterion {
  id
  kind
  weight
  scoreMax
  scoreMin
  worthMax
  options {
    name
    value
  }
}
fragment TenderLineWhole on TenderLine {
  id
  lotId
  number
  partId
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  shipTo
  alternatesAllowed
  revision
  target
  targetBasis
  ownTarget
  ownTargetBasis
  droppedIn
}
fragment TenderShared on Tender {
  standstills {
    ...StandstillWhole
  }
  id
  number
  title
  description
  status
  procedure
  rulePack
  isPublic
  singleReason
  confidentiality
  currency
  qualityMin
  deliveryTerm
  paymentDays
  yearlyRate
  awardMode
  shares
  bidsMin
  agreementFrom
  agreementTo
  questionsCloseAt
  closesAt
  staggerMinutes
  pushHours
  version
  edits
  createdAt
  publishedAt
  cancelledAt
  cancelReason
  buyer {
    id
    name
  }
  formula {
    ...TenderFormulaWhole
  }
  flipExample {
    winnerBefore
    winnerAfter
    bids {
      name
      price
      quality
    }
  }
  criteria {
    ...TenderCriterionWhole
  }
  tieBreak {
    by
    criterionId
    best
  }
  rates {
    currency
    rate
  }
  lowBid {
    belowMean
    belowNext
  }
  sealing {
    officersKey
    threshold
    envelopes
    rehearsedAt
    halves {
      lotId
      round
      publicKey
    }
  }
  auction {
    ...AuctionTerms
  }
  auctions {
    id
    lotId
    kind
    status
    opensAt
    closesAt
  }
  lots {
    id
    position
    title
    status
    round
    confirmFrom
    seed
    rounds {
      round
      kind
      opensAt
      closesAt
      closedAt
      bidsFrom
      rescheduled
    }
  }
  lines {
    ...TenderLineWhole
  }
  amendments {
    version
    reason
    changes
    confirm
    madeAt
    closesAt
  }
  documents {
    id
    title
    name
    sha256
    size
    mediaType
    addedAt
  }
  questions {
    id
    lotId
    body
    inTime
    askedAt
    answer
    answeredAt
    mine
  }
}
fragment BidContentWhole on BidContent {
  currency
  deliveryTerm
  paymentDays
  validUntil
  note
  lines {
    lineId
    price {
      amount
      basis
      unit
    }
    factor {
      numerator
      denominator
    }
    breaks {
      from
      amount
    }
    minQuantity
    maxQuantity
    leadDays
    alternate {
      partId
      number
      description
    }
    offerId
    conditions
    addends {
      kind
      amount
    }
  }
  answers {
    criterionId
    passed
    score
    option
    amount
  }
}
fragment BidWhole on Bid {
  id
  supplierId
  supplier {
    id
    name
  }
  lotId
  round
  seq
  tenderVersion
  digest
  acceptedAt
  withdrawnAt
  counts
  content {
    ...BidContentWhole
  }
}
fragment AwardWhole on Award {
  id
  lotId
  bidId
  supplierId
  supplier {
    id
    name
  }
  rank
  reason
  currency
  makes
  standstillId
  orderId
  agreementId
  awardedAt
  cancelledAt
  cancelReason
  lines {
    lineId
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    leadDays
    alternate
  }
}
fragment StandstillWhole on AwardStandstill {
  id
  lotId
  statement
  decidedAt
  endsAt
  suspendedAt
  concludedAt
  takenBackAt
  failedAt
  faults {
    code
    message
    path
  }
  notices {
    supplierId
    supplier {
      id
      name
    }
    sentAt
    outcome
    rank
    ranked
    refused
    winners {
      supplierId
      name
      rank
      amount
    }
  }
  challenges {
    id
    supplierId
    supplier {
      id
      name
    }
    reason
    madeAt
    decision
    answer
    decidedAt
  }
}`, {"hash":"ba5fcc4e3817afdd5c0ea3418b73f696e47592d454df4127ee3648f589131293"}) as unknown as TypedDocumentString<TenderOfBidderQuery, TenderOfBidderQueryVariables>;
export const DeclineTenderDocument = new TypedDocumentString(`
    mutation DeclineTender($input: DeclineTenderInput!) {
  declineTender(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"489403580a880a5a318db771690799e53fe20adadd796e74e99d0953e50a8c4a"}) as unknown as TypedDocumentString<DeclineTenderMutation, DeclineTenderMutationVariables>;
export const SaveBidDocument = new TypedDocumentString(`
    mutation SaveBid($input: SaveBidInput!) {
  saveBid(input: $input) {
    draft {
      edits
      savedAt
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d3f4a7cf2eb60f3813d042445a33b61459ad9b85197ac79359c9a588e2ad93d2"}) as unknown as TypedDocumentString<SaveBidMutation, SaveBidMutationVariables>;
export const SubmitBidDocument = new TypedDocumentString(`
    mutation SubmitBid($input: SubmitBidInput!) {
  submitBid(input: $input) {
    receipt {
      bidId
      seq
      digest
      acceptedAt
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"89a83afc3ac79aab1f0b81f57089c97f41eb54ddb4f8b331b4cb19a52d30207d"}) as unknown as TypedDocumentString<SubmitBidMutation, SubmitBidMutationVariables>;
export const ConfirmBidDocument = new TypedDocumentString(`
    mutation ConfirmBid($input: ConfirmBidInput!) {
  confirmBid(input: $input) {
    receipt {
      bidId
      seq
      digest
      acceptedAt
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e7c570211edcf11f7f9c9b46dcc5708fbad6ccacace471cfe6faccc724f20e3c"}) as unknown as TypedDocumentString<ConfirmBidMutation, ConfirmBidMutationVariables>;
export const WithdrawBidDocument = new TypedDocumentString(`
    mutation WithdrawBid($input: WithdrawBidInput!) {
  withdrawBid(input: $input) {
    receipt {
      bidId
      seq
      digest
      acceptedAt
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"67f8da5adedcaba1a82a76f8c2dc1fa156dd0b4000121cdc5d0aac4435e574d6"}) as unknown as TypedDocumentString<WithdrawBidMutation, WithdrawBidMutationVariables>;
export const SubmitSealedBidDocument = new TypedDocumentString(`
    mutation SubmitSealedBid($input: SubmitSealedBidInput!) {
  submitSealedBid(input: $input) {
    receipt {
      bidId
      seq
      digest
      acceptedAt
      signed
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"176d787693d0af7f1f45a040e93fb6418ea549d40a4840c0492a599ae30606be"}) as unknown as TypedDocumentString<SubmitSealedBidMutation, SubmitSealedBidMutationVariables>;
export const RebutOpeningDocument = new TypedDocumentString(`
    mutation RebutOpening($input: RebutOpeningInput!) {
  rebutOpening(input: $input) {
    opening {
      outcome
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"9245a21f073258795e506d6b78178ef8ad0804eda636987bfcfc5aaaa00a5c82"}) as unknown as TypedDocumentString<RebutOpeningMutation, RebutOpeningMutationVariables>;
export const SignedReceiptsDocument = new TypedDocumentString(`
    query SignedReceipts($id: ID!) {
  receiptKey
  tender(id: $id) {
    id
    receipts {
      bidId
      seq
      signed
    }
  }
}
    `, {"hash":"bfe1783ca7d84e21e591292dd13ea59a7b0c298cc04d9bda57feabcfa93985b6"}) as unknown as TypedDocumentString<SignedReceiptsQuery, SignedReceiptsQueryVariables>;
export const BoughtTendersDocument = new TypedDocumentString(`
    query BoughtTenders($status: [TenderStatus!], $text: String, $orderBy: TenderOrder!, $first: Int, $after: String, $last: Int, $before: String) {
  tenders(
    side: BUY
    status: $status
    text: $text
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...TenderRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment TenderRow on Tender {
  id
  number
  title
  status
  procedure
  confidentiality
  currency
  closesAt
  createdAt
  publishedAt
  buyer {
    id
    name
  }
  tally {
    closesNext
    bidders
    lotsBid
    lotsToConfirm
    lotsDrafted
    lotsWon
    questionsOpen
    invited
  }
}`, {"hash":"7ad46d9a8d47f79a3df8ad936959b27460d459c44af4dd1345ad967de7ecae0e"}) as unknown as TypedDocumentString<BoughtTendersQuery, BoughtTendersQueryVariables>;
export const TenderChoicesDocument = new TypedDocumentString(`
    query TenderChoices {
  me {
    organization {
      id
      currency
    }
  }
  partnerships {
    status
    buyer {
      id
    }
    supplier {
      id
      name
    }
  }
  sites(kind: SHIP_TO) {
    id
    code
    name
    status
  }
  baskets {
    id
    name
    lineCount
  }
  tenders(side: BUY, first: 50) {
    nodes {
      id
      number
      title
    }
  }
}
    `, {"hash":"326cd306fa2800703958fbc858c39c5917fd522d29601a743cd3eaa327476313"}) as unknown as TypedDocumentString<TenderChoicesQuery, TenderChoicesQueryVariables>;
export const SuppliersToInviteDocument = new TypedDocumentString(`
    query SuppliersToInvite($text: String) {
  organizations(first: 20, filter: {text: $text, role: SUPPLIER}) {
    nodes {
      id
      name
      country
    }
  }
}
    `, {"hash":"e51e2434df6886dcdc514c882ee0c05978745fd761000eb876f14371a146da07"}) as unknown as TypedDocumentString<SuppliersToInviteQuery, SuppliersToInviteQueryVariables>;
export const SourceTenderDocument = new TypedDocumentString(`
    query SourceTender($id: ID!) {
  tender(id: $id) {
    id
    number
    title
    lots {
      id
      position
    }
    lines {
      ...TenderLineWhole
    }
  }
}
    fragment TenderLineWhole on TenderLine {
  id
  lotId
  number
  partId
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  shipTo
  alternatesAllowed
  revision
  target
  targetBasis
  ownTarget
  ownTargetBasis
  droppedIn
}`, {"hash":"076bb9e27cf96da48b41c507c05dde0dd84cc16b79f67b73b03c2a0f422cd3d7"}) as unknown as TypedDocumentString<SourceTenderQuery, SourceTenderQueryVariables>;
export const SourceBasketDocument = new TypedDocumentString(`
    query SourceBasket($id: ID!) {
  basket(id: $id) {
    id
    name
    lines {
      id
      quantity
      needBy
      now {
        partId
        name
        manufacturerPart
        minimum {
          unit
        }
      }
    }
  }
}
    `, {"hash":"4d4d4b47f2fcd1a86f8bde1a9c7c38536ee700682536f32ffbe0ef1afa740dd4"}) as unknown as TypedDocumentString<SourceBasketQuery, SourceBasketQueryVariables>;
export const DraftTenderDocument = new TypedDocumentString(`
    mutation DraftTender($input: DraftTenderInput!) {
  draftTender(input: $input) {
    tender {
      id
      edits
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"da8edb015d8b718641fb77dab0f1fee1b14eff985b8758915e11248ab8f49813"}) as unknown as TypedDocumentString<DraftTenderMutation, DraftTenderMutationVariables>;
export const ChangeTenderDocument = new TypedDocumentString(`
    mutation ChangeTender($input: ChangeTenderInput!) {
  changeTender(input: $input) {
    tender {
      id
      edits
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"4f45730ef8c7a82a26fc252e88dce0c020a2f3b4d2626358c05907ad2465b7c6"}) as unknown as TypedDocumentString<ChangeTenderMutation, ChangeTenderMutationVariables>;
export const InviteSuppliersDocument = new TypedDocumentString(`
    mutation InviteSuppliers($input: InviteSuppliersInput!) {
  inviteSuppliers(input: $input) {
    tender {
      id
      edits
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"9a21f5f72be3a1fe03f9ebe1049d058fa8a8d04e5eca3767ef256217766e4a0a"}) as unknown as TypedDocumentString<InviteSuppliersMutation, InviteSuppliersMutationVariables>;
export const PublishTenderDocument = new TypedDocumentString(`
    mutation PublishTender($input: PublishTenderInput!) {
  publishTender(input: $input) {
    tender {
      id
      edits
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"2ac541d4cd8baf55aa065145730ef5d43db96049ea57a0727b3544ae365c1178"}) as unknown as TypedDocumentString<PublishTenderMutation, PublishTenderMutationVariables>;
export const OfficerKeysDocument = new TypedDocumentString(`
    query OfficerKeys {
  officerKeys {
    id
    memberId
    name
    publicKey
    registeredAt
    revokedAt
  }
}
    `, {"hash":"009825a3f26d98e7de7a49f22e93834a44b87012af74e06559ac39cb126c31ce"}) as unknown as TypedDocumentString<OfficerKeysQuery, OfficerKeysQueryVariables>;
export const RegisterOfficerKeyDocument = new TypedDocumentString(`
    mutation RegisterOfficerKey($input: RegisterOfficerKeyInput!) {
  registerOfficerKey(input: $input) {
    key {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"fe4c0e142c2f40338f0c714775c7695d150a92c5470d521c53e477ad4dc3ebea"}) as unknown as TypedDocumentString<RegisterOfficerKeyMutation, RegisterOfficerKeyMutationVariables>;
export const RevokeOfficerKeyDocument = new TypedDocumentString(`
    mutation RevokeOfficerKey($input: RevokeOfficerKeyInput!) {
  revokeOfficerKey(input: $input) {
    key {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"d05e3539e82ba48c494d7299483a9807bec80003c1b367b543fd7d6b9c611873"}) as unknown as TypedDocumentString<RevokeOfficerKeyMutation, RevokeOfficerKeyMutationVariables>;
export const TenderToOpenDocument = new TypedDocumentString(`
    query TenderToOpen($id: ID!) {
  me {
    organization {
      id
    }
  }
  officerKeys {
    id
    memberId
    name
    publicKey
    revokedAt
  }
  tender(id: $id) {
    ...TenderToOpen
  }
}
    fragment TenderToOpen on Tender {
  id
  number
  title
  status
  confidentiality
  closesAt
  edits
  lots {
    id
    position
    title
    status
    round
    rounds {
      round
      closesAt
      closedAt
      bidsFrom
    }
  }
  criteria {
    id
    kind
  }
  sealing {
    officersKey
    threshold
    envelopes
    rehearsedAt
    rehearsal
    holders {
      keyId
      memberId
      name
      publicKey
      role
      position
      sealed
    }
    releases {
      lotId
      round
      envelope
      releasedAt
    }
  }
  openingSessions {
    id
    kind
    publicKey
    openedAt
    memberId
    shares {
      keyId
      position
      sealed
      handedAt
    }
  }
  openings {
    bidId
    supplierId
    lotId
    envelope
    outcome
    reason
    openedAt
    verdict
    verdictReason
    answers {
      criterionId
      passed
      score
      option
      amount
    }
  }
  bids {
    id
    supplierId
    supplier {
      id
      name
    }
    lotId
    round
    withdrawnAt
    counts
  }
}`, {"hash":"1f37c9c2541fa26427344f4c7e7c89d61ab0c74f2f882f2e3170c28f3d29cbd0"}) as unknown as TypedDocumentString<TenderToOpenQuery, TenderToOpenQueryVariables>;
export const SealedEnvelopesDocument = new TypedDocumentString(`
    query SealedEnvelopes($id: ID!, $lot: Int!, $envelope: BidEnvelope!, $skip: Int!) {
  tender(id: $id) {
    id
    sealedEnvelopes(lot: $lot, envelope: $envelope, skip: $skip) {
      bidId
      sealed
      part
    }
  }
}
    `, {"hash":"02d6b38f63e40f88de5f03763e6040ef40086cbb841782bc85d4c404efd2ae47"}) as unknown as TypedDocumentString<SealedEnvelopesQuery, SealedEnvelopesQueryVariables>;
export const ArrangeSealingDocument = new TypedDocumentString(`
    mutation ArrangeSealing($input: ArrangeSealingInput!) {
  arrangeSealing(input: $input) {
    tender {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"07979c35b2dde39d440f5a87a8bd0466268af1ffc23400a3b087d46aaeb5c635"}) as unknown as TypedDocumentString<ArrangeSealingMutation, ArrangeSealingMutationVariables>;
export const OpenSessionDocument = new TypedDocumentString(`
    mutation OpenSession($input: OpenSessionInput!) {
  openSession(input: $input) {
    session {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"50047df50019e3cd034cc3ae145f77ad80d39eeffbaa654af5d852c088646af4"}) as unknown as TypedDocumentString<OpenSessionMutation, OpenSessionMutationVariables>;
export const HandInShareDocument = new TypedDocumentString(`
    mutation HandInShare($input: HandInShareInput!) {
  handInShare(input: $input) {
    session {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"80eed5d5203e9703ae85d94efed65bb2680f5908e83f0ad833be1db4902fbcd8"}) as unknown as TypedDocumentString<HandInShareMutation, HandInShareMutationVariables>;
export const FinishRehearsalDocument = new TypedDocumentString(`
    mutation FinishRehearsal($input: FinishRehearsalInput!) {
  finishRehearsal(input: $input) {
    tender {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"475ffe011e9d6d3ea3f63d5ade39fb62cbf59b366f943b2a4289039ec1c5bf6e"}) as unknown as TypedDocumentString<FinishRehearsalMutation, FinishRehearsalMutationVariables>;
export const ReleaseHalfDocument = new TypedDocumentString(`
    mutation ReleaseHalf($input: ReleaseHalfInput!) {
  releaseHalf(input: $input) {
    release {
      envelopes
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"1315bef53fb269e195000e16130d7f6671c5194a98bec3a45856bd70f9b9525e"}) as unknown as TypedDocumentString<ReleaseHalfMutation, ReleaseHalfMutationVariables>;
export const OpenEnvelopesDocument = new TypedDocumentString(`
    mutation OpenEnvelopes($input: OpenEnvelopesInput!) {
  openEnvelopes(input: $input) {
    openings {
      bidId
      outcome
      reason
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"a7f34b708553786bd2236cf1e2d9c33c29485b49cf1da0eefe012ac3da5eb199"}) as unknown as TypedDocumentString<OpenEnvelopesMutation, OpenEnvelopesMutationVariables>;
export const JudgeEnvelopeDocument = new TypedDocumentString(`
    mutation JudgeEnvelope($input: JudgeEnvelopeInput!) {
  judgeEnvelope(input: $input) {
    opening {
      verdict
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"79db5644e1c6d30979aa95ca65fe2bf086095b621b9276ac892fcf174c9a6e40"}) as unknown as TypedDocumentString<JudgeEnvelopeMutation, JudgeEnvelopeMutationVariables>;
export const PublicTendersDocument = new TypedDocumentString(`
    query PublicTenders($state: PublicTenderState!, $search: String, $first: Int, $after: String, $last: Int, $before: String) {
  publicTenders(
    state: $state
    search: $search
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...PublicTenderRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PublicTenderRow on PublicTender {
  ocid
  number
  title
  status
  closesAt
  buyer {
    name
    country
  }
  linesAsked
}`, {"hash":"d520992cdeba5459a3561378d4426242365c40d6dd4a9c31c1cd93b0b4c17896"}) as unknown as TypedDocumentString<PublicTendersQuery, PublicTendersQueryVariables>;
export const PublicTenderDocument = new TypedDocumentString(`
    query PublicTender($ocid: ID!) {
  publicTender(ocid: $ocid) {
    ...PublicTenderWhole
  }
}
    fragment PublicTenderRow on PublicTender {
  ocid
  number
  title
  status
  closesAt
  buyer {
    name
    country
  }
  linesAsked
}
fragment PublicTenderWhole on PublicTender {
  ...PublicTenderRow
  id
  description
  currency
  deliveryTerm
  paymentDays
  rated
  publishedAt
  questionsCloseAt
  lots {
    id
    title
    status
    closesAt
  }
  lines {
    ...PublicLineWhole
  }
  documents {
    id
    title
    name
    addedAt
  }
  amendments {
    version
    reason
    madeAt
  }
  bids {
    bidders
    bids
  }
  awards {
    id
    lotId
    supplier {
      name
    }
    value {
      amount
      currency
    }
    awardedAt
    cancelled
    pending
  }
}
fragment PublicLineWhole on PublicLine {
  id
  lotId
  number
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  alternatesAllowed
  dropped
}`, {"hash":"c44f9216a68759992032cd38a8e34d5bd2c70ac5ba8d8449dd9765c0a3f4beb5"}) as unknown as TypedDocumentString<PublicTenderQuery, PublicTenderQueryVariables>;
export const OfferedTendersDocument = new TypedDocumentString(`
    query OfferedTenders($status: [TenderStatus!], $text: String, $invited: Boolean, $orderBy: TenderOrder!, $first: Int, $after: String, $last: Int, $before: String) {
  tenders(
    side: SELL
    status: $status
    text: $text
    invited: $invited
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      ...TenderRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment TenderRow on Tender {
  id
  number
  title
  status
  procedure
  confidentiality
  currency
  closesAt
  createdAt
  publishedAt
  buyer {
    id
    name
  }
  tally {
    closesNext
    bidders
    lotsBid
    lotsToConfirm
    lotsDrafted
    lotsWon
    questionsOpen
    invited
  }
}`, {"hash":"fba0a55a6c362470abf0a6fef6ba9af6074c2f87782c5c9deabe3e237cd10109"}) as unknown as TypedDocumentString<OfferedTendersQuery, OfferedTendersQueryVariables>;
export const TenderSideDocument = new TypedDocumentString(`
    query TenderSide($id: ID!) {
  tender(id: $id) {
    id
    buyer {
      id
    }
  }
}
    `, {"hash":"8698759ad3ed68a4152e5be53de072e3c1be50a8ba9b3a0b25c29097d0849677"}) as unknown as TypedDocumentString<TenderSideQuery, TenderSideQueryVariables>;
export const TenderMovedDocument = new TypedDocumentString(`
    subscription TenderMoved($tenderIds: [ID!]!) {
  tenderChanged(tenderIds: $tenderIds) {
    id
    edits
  }
}
    `, {"hash":"e1783672657cb2dfa3f29ea98537a4b0927793e40aacef758659ae968eb2acce"}) as unknown as TypedDocumentString<TenderMovedSubscription, TenderMovedSubscriptionVariables>;
export const AskQuestionDocument = new TypedDocumentString(`
    mutation AskQuestion($input: AskQuestionInput!) {
  askQuestion(input: $input) {
    question {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"495ffbdf384b261f3b0f859d6f4016890d71807b3fb83b45f09f674fa047ecdf"}) as unknown as TypedDocumentString<AskQuestionMutation, AskQuestionMutationVariables>;
export const AnswerQuestionDocument = new TypedDocumentString(`
    mutation AnswerQuestion($input: AnswerQuestionInput!) {
  answerQuestion(input: $input) {
    question {
      id
    }
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"38dcbba83f6456dd1b14493279c56c1dbd21ceae8c30873523e6123e0602324c"}) as unknown as TypedDocumentString<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const AddTenderDocumentDocument = new TypedDocumentString(`
    mutation AddTenderDocument($input: AddTenderDocumentInput!) {
  addTenderDocument(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"1fc54ca408e0139b9ead8a010005b1041a3753446796fb6609d8235a865b2abd"}) as unknown as TypedDocumentString<AddTenderDocumentMutation, AddTenderDocumentMutationVariables>;
export const RulePacksDocument = new TypedDocumentString(`
    query RulePacks {
  tenderRulePacks {
    name
    bidding {
      procedure
      days
    }
    confidentialities
    enquiryDays
    openIsPublic
    standstillDays
    standstillNotFor
    standstillForSoleBidder
    sources
  }
}
    `, {"hash":"1d70d6651b3353e754a0479614f31d3bc858c778aad13f3ec2c5edeb17992e32"}) as unknown as TypedDocumentString<RulePacksQuery, RulePacksQueryVariables>;
export const ChallengeAwardDocument = new TypedDocumentString(`
    mutation ChallengeAward($input: ChallengeAwardInput!) {
  challengeAward(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"052b1094edb8be9a9af540f32b71e729ab3845242c8c37ac7f41c20bb416097e"}) as unknown as TypedDocumentString<ChallengeAwardMutation, ChallengeAwardMutationVariables>;
export const DecideChallengeDocument = new TypedDocumentString(`
    mutation DecideChallenge($input: DecideChallengeInput!) {
  decideChallenge(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"de7f74b3f20e148a0b18ddda5d508d2a5b854ce49cfe4ca9fcd112890d93d5a3"}) as unknown as TypedDocumentString<DecideChallengeMutation, DecideChallengeMutationVariables>;
export const ConcludeAwardDocument = new TypedDocumentString(`
    mutation ConcludeAward($input: ConcludeAwardInput!) {
  concludeAward(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"e8d230ed1e5e26a378b10d6f42c42f6fcd981ce359e2134fd5cb22d4411c063c"}) as unknown as TypedDocumentString<ConcludeAwardMutation, ConcludeAwardMutationVariables>;
export const TenderBidLogDocument = new TypedDocumentString(`
    query TenderBidLog($tenderId: ID!, $after: String) {
  tenderBids(tenderId: $tenderId, first: 25, after: $after) {
    nodes {
      ...BidWhole
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment BidContentWhole on BidContent {
  currency
  deliveryTerm
  paymentDays
  validUntil
  note
  lines {
    lineId
    price {
      amount
      basis
      unit
    }
    factor {
      numerator
      denominator
    }
    breaks {
      from
      amount
    }
    minQuantity
    maxQuantity
    leadDays
    alternate {
      partId
      number
      description
    }
    offerId
    conditions
    addends {
      kind
      amount
    }
  }
  answers {
    criterionId
    passed
    score
    option
    amount
  }
}
fragment BidWhole on Bid {
  id
  supplierId
  supplier {
    id
    name
  }
  lotId
  round
  seq
  tenderVersion
  digest
  acceptedAt
  withdrawnAt
  counts
  content {
    ...BidContentWhole
  }
}`, {"hash":"e71e71e8bb2f42c74c7c91363758063ce158ee06282a98ea937b817a7b42b58a"}) as unknown as TypedDocumentString<TenderBidLogQuery, TenderBidLogQueryVariables>;
export const TenderReceiptLogDocument = new TypedDocumentString(`
    query TenderReceiptLog($tenderId: ID!, $after: String) {
  tenderReceipts(tenderId: $tenderId, first: 100, after: $after) {
    nodes {
      bidId
      lotId
      round
      seq
      kind
      digest
      acceptedText
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"4e3afa7018a8932f544495596786c7996815505062498531a30718ff94c65afa"}) as unknown as TypedDocumentString<TenderReceiptLogQuery, TenderReceiptLogQueryVariables>;
export const TenderEventLogDocument = new TypedDocumentString(`
    query TenderEventLog($tenderId: ID!, $after: String) {
  tenderEvents(tenderId: $tenderId, first: 100, after: $after) {
    nodes {
      seq
      kind
      at
      detail
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"d443db7560ca172349e4cd5427a52e4f5ce9338d9cf49f04987829c01a893674"}) as unknown as TypedDocumentString<TenderEventLogQuery, TenderEventLogQueryVariables>;
export const TenderOfBuyerDocument = new TypedDocumentString(`
    query TenderOfBuyer($id: ID!, $lot: Int!) {
  tender(id: $id) {
    ...TenderOfBuyer
    committee {
      declarations {
        mine
        hasConflict
      }
      scores {
        bidId
        criterionId
        mine
        score
        passed
        note
      }
    }
    comparison(lot: $lot) {
      lotId
      bids {
        bidId
        supplierId
        supplier {
          id
          name
        }
        rank
        value
        total
        refused
        unscored
        low
        lines {
          lineId
          total
          best
          steps {
            kind
            amount
          }
          reasons
        }
      }
    }
  }
}
    fragment AuctionTerms on TenderAuction {
  kind
  durationSeconds
  ownStep {
    by
    value
  }
  leadStep {
    by
    value
  }
  mustLead
  display
  softClose {
    triggerSeconds
    lengthSeconds
    extensionsMax
    countsFrom
    lowestTriggeringRank
    totalSecondsMax
  }
  bigDropPercent
  rounds
  turnSeconds
  firstPauseSeconds
  pauseSeconds
  startPercent
  risePercent
  ceilingPercent
  fall {
    by
    value
  }
  floorPercent
  tickSeconds
  appealSeconds
}
fragment TenderFormulaWhole on TenderFormula {
  kind
  weightQuality
  weightPrice
  featuresMax
  priceMin
  priceMax
  base
  factor
  exponent
  qualityReference
  priceReference
}
fragment TenderCriterionWhole on TenderCriterion {
  id
  kind
  weight
  scoreMax
  scoreMin
  worthMax
  options {
    name
    value
  }
}
fragment TenderLineWhole on TenderLine {
  id
  lotId
  number
  partId
  partNumber
  description
  quantity {
    value
    unit
  }
  needBy
  shipTo
  alternatesAllowed
  revision
  target
  targetBasis
  ownTarget
  ownTargetBasis
  droppedIn
}
fragment TenderShared on Tender {
  standstills {
    ...StandstillWhole
  }
  id
  number
  title
  description
  status
  procedure
  rulePack
  isPublic
  singleReason
  confidentiality
  currency
  qualityMin
  deliveryTerm
  paymentDays
  yearlyRate
  awardMode
  shares
  bidsMin
  agreementFrom
  agreementTo
  questionsCloseAt
  closesAt
  staggerMinutes
  pushHours
  version
  edits
  createdAt
  publishedAt
  cancelledAt
  cancelReason
  buyer {
    id
    name
  }
  formula {
    ...TenderFormulaWhole
  }
  flipExample {
    winnerBefore
    winnerAfter
    bids {
      name
      price
      quality
    }
  }
  criteria {
    ...TenderCriterionWhole
  }
  tieBreak {
    by
    criterionId
    best
  }
  rates {
    currency
    rate
  }
  lowBid {
    belowMean
    belowNext
  }
  sealing {
    officersKey
    threshold
    envelopes
    rehearsedAt
    halves {
      lotId
      round
      publicKey
    }
  }
  auction {
    ...AuctionTerms
  }
  auctions {
    id
    lotId
    kind
    status
    opensAt
    closesAt
  }
  lots {
    id
    position
    title
    status
    round
    confirmFrom
    seed
    rounds {
      round
      kind
      opensAt
      closesAt
      closedAt
      bidsFrom
      rescheduled
    }
  }
  lines {
    ...TenderLineWhole
  }
  amendments {
    version
    reason
    changes
    confirm
    madeAt
    closesAt
  }
  documents {
    id
    title
    name
    sha256
    size
    mediaType
    addedAt
  }
  questions {
    id
    lotId
    body
    inTime
    askedAt
    answer
    answeredAt
    mine
  }
}
fragment BidContentWhole on BidContent {
  currency
  deliveryTerm
  paymentDays
  validUntil
  note
  lines {
    lineId
    price {
      amount
      basis
      unit
    }
    factor {
      numerator
      denominator
    }
    breaks {
      from
      amount
    }
    minQuantity
    maxQuantity
    leadDays
    alternate {
      partId
      number
      description
    }
    offerId
    conditions
    addends {
      kind
      amount
    }
  }
  answers {
    criterionId
    passed
    score
    option
    amount
  }
}
fragment BidWhole on Bid {
  id
  supplierId
  supplier {
    id
    name
  }
  lotId
  round
  seq
  tenderVersion
  digest
  acceptedAt
  withdrawnAt
  counts
  content {
    ...BidContentWhole
  }
}
fragment AwardWhole on Award {
  id
  lotId
  bidId
  supplierId
  supplier {
    id
    name
  }
  rank
  reason
  currency
  makes
  standstillId
  orderId
  agreementId
  awardedAt
  cancelledAt
  cancelReason
  lines {
    lineId
    quantity {
      value
      unit
    }
    price {
      amount
      currency
      basis
      unit
    }
    leadDays
    alternate
  }
}
fragment StandstillWhole on AwardStandstill {
  id
  lotId
  statement
  decidedAt
  endsAt
  suspendedAt
  concludedAt
  takenBackAt
  failedAt
  faults {
    code
    message
    path
  }
  notices {
    supplierId
    supplier {
      id
      name
    }
    sentAt
    outcome
    rank
    ranked
    refused
    winners {
      supplierId
      name
      rank
      amount
    }
  }
  challenges {
    id
    supplierId
    supplier {
      id
      name
    }
    reason
    madeAt
    decision
    answer
    decidedAt
  }
}
fragment TenderOfBuyer on Tender {
  ...TenderShared
  tally {
    bidders
    questionsOpen
  }
  invitations {
    supplierId
    supplier {
      id
      name
    }
    invitedAt
    declinedAt
    declineReason
  }
  private {
    internalNote
    costReference
    budget
    shipToSite
  }
  bids {
    ...BidWhole
  }
  awards {
    ...AwardWhole
  }
  evaluations {
    lotId
    n
    round
    digest
    madeAt
  }
  events {
    seq
    kind
    at
    detail
  }
}`, {"hash":"84d860a2de3d6ce6f9028b1fc61207f4ec3f5b60703bd9726d9c82ea71be9b6f"}) as unknown as TypedDocumentString<TenderOfBuyerQuery, TenderOfBuyerQueryVariables>;
export const AwardSitesDocument = new TypedDocumentString(`
    query AwardSites {
  sites(kind: SHIP_TO) {
    id
    code
    name
    status
  }
}
    `, {"hash":"7a600b89c89e30300683d8885d6f6eebd834867c43408022bc6cdde895305561"}) as unknown as TypedDocumentString<AwardSitesQuery, AwardSitesQueryVariables>;
export const AmendTenderDocument = new TypedDocumentString(`
    mutation AmendTender($input: AmendTenderInput!) {
  amendTender(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"7a9f7d3ef38138c250cba16bbf65e4ef41f59604b9a1ecd4bdc83c90db717ac7"}) as unknown as TypedDocumentString<AmendTenderMutation, AmendTenderMutationVariables>;
export const CancelTenderDocument = new TypedDocumentString(`
    mutation CancelTender($input: CancelTenderInput!) {
  cancelTender(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"104076f2f75b941d045d2f529987daae02313b324d9a1307e9b375e1d2f38810"}) as unknown as TypedDocumentString<CancelTenderMutation, CancelTenderMutationVariables>;
export const OpenBidsDocument = new TypedDocumentString(`
    mutation OpenBids($input: OpenBidsInput!) {
  openBids(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"98802b797bead244d83f7361824f0b3bcdb3f30fb71eba547ad69538ffbb976c"}) as unknown as TypedDocumentString<OpenBidsMutation, OpenBidsMutationVariables>;
export const OpenRoundDocument = new TypedDocumentString(`
    mutation OpenRound($input: OpenRoundInput!) {
  openRound(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"683eec6f2f76a6264cc3946eb15a5dbf7205c3dd1b963b5ea77d3027779a321c"}) as unknown as TypedDocumentString<OpenRoundMutation, OpenRoundMutationVariables>;
export const EvaluateTenderDocument = new TypedDocumentString(`
    mutation EvaluateTender($input: EvaluateTenderInput!) {
  evaluateTender(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"14335e80993787447484486885ec5840fff6b25c7c8d86335e17c23a27929a9c"}) as unknown as TypedDocumentString<EvaluateTenderMutation, EvaluateTenderMutationVariables>;
export const AwardTenderDocument = new TypedDocumentString(`
    mutation AwardTender($input: AwardTenderInput!) {
  awardTender(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"3f34c0bfddfe8b2bfd8e8120bf0bd3ddc85aa2ea43d5e6ffbaa55da95f7e7a12"}) as unknown as TypedDocumentString<AwardTenderMutation, AwardTenderMutationVariables>;
export const DeclareInterestsDocument = new TypedDocumentString(`
    mutation DeclareInterests($input: DeclareInterestsInput!) {
  declareInterests(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"afceaf92ad7bdea20bad313bb3ad97982e6f72b9e31cf77aaabb8c759edb916c"}) as unknown as TypedDocumentString<DeclareInterestsMutation, DeclareInterestsMutationVariables>;
export const GivePointsDocument = new TypedDocumentString(`
    mutation GivePoints($input: GivePointsInput!) {
  givePoints(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"6eca778ce6e5e7914dcdbecc924f42d90673955b5ee3c36918236134d8471312"}) as unknown as TypedDocumentString<GivePointsMutation, GivePointsMutationVariables>;
export const CancelAwardDocument = new TypedDocumentString(`
    mutation CancelAward($input: CancelAwardInput!) {
  cancelAward(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"60dab3a8e7f1babffaf790a4ced0e08f99cfdd15ffbdf226664c5ae861b6e7e4"}) as unknown as TypedDocumentString<CancelAwardMutation, CancelAwardMutationVariables>;
export const TenderScenariosDocument = new TypedDocumentString(`
    query TenderScenarios($id: ID!) {
  tender(id: $id) {
    id
    scenarios {
      ...ScenarioWhole
    }
  }
}
    fragment AllocationWhole on Allocation {
  total
  parts {
    lotId
    lineId
    bidId
    supplierId
    quantity
    amount
  }
  suppliers {
    supplierId
    spend
    fixedCost
  }
}
fragment ScenarioWhole on AwardScenario {
  id
  name
  currency
  lotIds
  rules {
    kind
    count
    share
    amount
    quantity
    supplierIds
    lineIds
  }
  fixedCosts {
    supplierId
    amount
  }
  splitLines
  seconds
  status
  stale
  report {
    outcome
    best {
      ...AllocationWhole
    }
    gap
    seconds
    ruleCosts {
      rule
      cost
      proved
    }
    nextBest {
      ...AllocationWhole
    }
    conflict {
      rules
      undivided
      lineIds
    }
  }
}`, {"hash":"2ab308e7f441aa4213053cd280585079ffc7a58775ebf480ea08e9b7a7a34871"}) as unknown as TypedDocumentString<TenderScenariosQuery, TenderScenariosQueryVariables>;
export const SaveScenarioDocument = new TypedDocumentString(`
    mutation SaveScenario($input: SaveScenarioInput!) {
  saveScenario(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"db69622977fe92a3e73347b480695702830d6cb043241e23308725a8b940a345"}) as unknown as TypedDocumentString<SaveScenarioMutation, SaveScenarioMutationVariables>;
export const RemoveScenarioDocument = new TypedDocumentString(`
    mutation RemoveScenario($input: RemoveScenarioInput!) {
  removeScenario(input: $input) {
    errors {
      ... on UserError {
        message
        path
        code
      }
    }
  }
}
    `, {"hash":"6ce08875db13401672538eff39ad6f426ea47f987cb1410fda5bee9a4a3857e2"}) as unknown as TypedDocumentString<RemoveScenarioMutation, RemoveScenarioMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    person {
      id
      name
      email
      locale
    }
    organization {
      id
      name
      roles
    }
    permissions
    memberships {
      organizationId
      name
      status
    }
  }
}
    `, {"hash":"08b8ea0bba5640df9f4b1bdad8e5206938c8096dc7789179e00596c69a8f629c"}) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SwitchOrganizationDocument = new TypedDocumentString(`
    mutation SwitchOrganization($input: SwitchOrganizationInput!) {
  switchOrganization(input: $input) {
    accessToken
    expiresAt
    errors {
      ... on UserError {
        message
      }
    }
  }
}
    `, {"hash":"e31752900f2e961472d191ba012279f944d60a47a6da4562e88ec4282140e07d"}) as unknown as TypedDocumentString<SwitchOrganizationMutation, SwitchOrganizationMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    signedOut
  }
}
    `, {"hash":"ffd093bc73cd0e180b4296d8e8b21a3311efcff70fe2ca4fd0032c4654692619"}) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;