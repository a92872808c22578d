import type { CurrencyCode, DecimalText } from '#libs/kernel';

/** Microseconds since 1970 by the database's clock; whole and exact up to the year 2255. */
export type Microseconds = number;

/** How much better a bid has to be: an amount in the currency of the auction, or a percentage (0.5 is half a percent) of what it is held against. */
export interface Step {
  by: 'AMOUNT' | 'PERCENT';
  value: DecimalText;
}

interface CommonTerms {
  currency: CurrencyCode;
  /** Digits after the point that an amount may have. */
  scale: number;
  /** From here bidders see the room with its terms; it opens at `opensAtUs`. */
  previewAtUs: Microseconds;
  opensAtUs: Microseconds;
  /** Time after the log was sealed in which bidders may object, before which nothing is awarded. */
  appealUs: Microseconds;
}

/**
 * Soft close, all parameters of states-and-formulas 4.3 (Oracle): a bid in the last `triggerUs` before the close, both ends
 * included, of which the bidder comes to a rank up to `lowestTriggeringRank` (absent: any), moves the close.
 */
export interface SoftClose {
  triggerUs: Microseconds;
  lowestTriggeringRank?: number;
  /** What is moved: the line of the bid, or every line that is still open. */
  extends: 'LINE' | 'ALL_LINES';
  /** CLOSE: to so much after the close that was. RECEIPT: to so much after the bid, never earlier than the close that was. */
  countsFrom: 'CLOSE' | 'RECEIPT';
  lengthUs: Microseconds;
  /** Extensions of a line; with ALL_LINES of the auction. */
  extensionsMax: number;
  /** A line never closes later than so much after its first close. Absent: only the number is bounded. */
  totalUsMax?: Microseconds;
}

export interface EnglishLine {
  lineId: string;
  /** Its own, so that lines may close one after the other. */
  closesAtUs: Microseconds;
  /** No bid is above it. Absent: the first bid is free. */
  startAmount?: DecimalText;
}

/** Reverse English auction: amounts fall until the close. */
export interface EnglishTerms extends CommonTerms {
  kind: 'ENGLISH';
  lines: readonly EnglishLine[];
  /** By how much a bidder undercuts himself. */
  ownStep: Step;
  /** By how much the best of the others is undercut to take the lead (front buffer). Absent: by anything. */
  leadStep?: Step;
  /** Whether every bid has to take the lead. */
  mustLead: boolean;
  softClose?: SoftClose;
  /** What bidders see of the others: nothing but their own rank, or the best price as well. */
  display: 'RANK' | 'BEST_PRICE';
  /** A bid more than so many percent below the bidder's last one, or the start, has to be confirmed. */
  bigDropPercent?: DecimalText;
}

/** ProZorro: bidders speak in turns, the worst first, each turn ends before its bid is seen. */
export interface RoundsTerms extends CommonTerms {
  kind: 'ROUNDS';
  lineId: string;
  rounds: number;
  turnUs: Microseconds;
  firstPauseUs: Microseconds;
  pauseUs: Microseconds;
  ownStep: Step;
}

/** Reverse Dutch: the price rises tick by tick until the first accepts. */
export interface DutchTerms extends CommonTerms {
  kind: 'DUTCH';
  lineId: string;
  startAmount: DecimalText;
  riseAmount: DecimalText;
  tickUs: Microseconds;
  /** The last price offered is the highest not above it. */
  ceilingAmount: DecimalText;
}

/** Reverse Japanese: the price falls tick by tick while bidders say that they stay. */
export interface JapaneseTerms extends CommonTerms {
  kind: 'JAPANESE';
  lineId: string;
  startAmount: DecimalText;
  /** Of the start amount, the same at every level. */
  fall: Step;
  tickUs: Microseconds;
  /** The last price asked is the lowest not below it. */
  floorAmount: DecimalText;
}

export type AuctionTerms = EnglishTerms | RoundsTerms | DutchTerms | JapaneseTerms;

/** Who takes part, with what was fixed for him by the evaluation before: a bid counts as amount / coefficient + addition (K of F2, costs of F3). */
export interface AuctionBidder {
  bidderId: string;
  /** A decimal or a fraction: '9/7'. Dutch and Japanese auctions go by the price alone: '1'. */
  coefficient: string;
  addition: DecimalText;
  /** What he came with, by line. In rounds everybody has one. */
  first: Readonly<Record<string, { amount: DecimalText; atUs: Microseconds }>>;
}

/** What was entered, by whom. */
export type AuctionAct =
  | {
      kind: 'BID';
      by: 'BIDDER';
      bidderId: string;
      lineId: string;
      amount: DecimalText;
      isConfirmed?: boolean;
      enteredBy?: string;
    }
  /** Lets the hub bid for him down to `floor`; null ends it. */
  | { kind: 'PROXY'; by: 'BIDDER'; bidderId: string; lineId: string; floor: DecimalText | null }
  /** Takes back what he bid in the turn that runs. */
  | { kind: 'TAKE_BACK'; by: 'BIDDER'; bidderId: string }
  | { kind: 'ACCEPT'; by: 'BIDDER'; bidderId: string; amount: DecimalText }
  | { kind: 'STAY'; by: 'BIDDER'; bidderId: string; level: number }
  /** An erroneous bid, by its number in the ledger, with all that the hub bid because of it. */
  | { kind: 'VOID_BID'; by: 'BUYER'; sequence: number; reason: string }
  /** All clocks stand from `fromUs`. The clock may say so afterwards, when it was down: then nothing was entered since. */
  | { kind: 'PAUSE'; by: 'BUYER' | 'CLOCK'; fromUs: Microseconds; reason: string }
  | { kind: 'RESUME'; by: 'BUYER' | 'CLOCK' }
  /** Before it opens; every close moves along. */
  | { kind: 'RESCHEDULE'; by: 'BUYER' | 'CLOCK'; opensAtUs: Microseconds; reason: string }
  | { kind: 'VOID'; by: 'BUYER'; reason: string }
  /** After the last close: nothing can be entered any more but the award or that the auction is void. */
  | { kind: 'SEAL'; by: 'CLOCK' }
  | { kind: 'AWARD'; by: 'BUYER' };

/** A row of the append-only ledger; `hash` chains it to the one before (see `ledger.ts`). */
export interface LedgerEntry {
  sequence: number;
  atUs: Microseconds;
  act: AuctionAct;
  hash: string;
}

/** What is published before the result: with it anybody can recompute the auction. JSON; whole numbers and text only. */
export interface AuctionFile {
  format: 'entrepot-auction';
  version: 1;
  auctionId: string;
  terms: AuctionTerms;
  bidders: readonly AuctionBidder[];
  ledger: readonly LedgerEntry[];
}
