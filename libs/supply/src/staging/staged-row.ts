import type { DecimalText, LocalDate } from '#libs/kernel';

/** What a row asks for: PUT states all of a part; ADD, CHANGE and DELETE are a delta's; PRICE replaces all prices and nothing else. */
export type StagedAction = 'PUT' | 'ADD' | 'CHANGE' | 'DELETE' | 'PRICE';

/**
 * One row of a catalogue as its reader hands it over. Numbers are decimal text as written, units UN/ECE codes. An absent field
 * means "not said": in PUT and ADD its default holds, in CHANGE and PRICE the published value stays.
 */
export interface StagedRow {
  /** Line of the file where the record begins, from 1. */
  line: number;
  action: StagedAction;
  /** The reader could not accept the row; its problems say why. Only `line` and `supplierPart` count then. */
  refused?: boolean;
  supplierPart?: string;
  manufacturer?: string;
  /** CAGE, or the code of an issuing body. */
  manufacturerCode?: string;
  manufacturerPart?: string;
  name?: string;
  orderUnit?: string;
  /** The supplier's own code for the order unit, echoed to him. */
  rawOrderUnit?: string;
  contentUnit?: string;
  contentPerOrderUnit?: DecimalText;
  /** Unit that `basis` counts. Absent: the order unit. */
  priceUnit?: string;
  /** Price units in one order unit. */
  priceFactor?: { numerator: DecimalText; denominator: DecimalText };
  /** Price below the smallest break, or of any quantity when there is none. */
  listPrice?: DecimalText;
  currency?: string;
  /** Price units that a price is for: 100 = per hundred. */
  basis?: DecimalText;
  /** Prices from a quantity of order units on. */
  breaks?: readonly { from: DecimalText; price: DecimalText }[];
  breakMode?: 'WHOLE' | 'GRADUATED';
  /** What the quantities of breaks count; default order units. */
  breakUnit?: 'ORDER' | 'PRICE';
  /** ORDER: all lines of an order with this offer together reach a break; default one line. */
  breakScope?: 'LINE' | 'ORDER';
  /** BUDGET: an estimate, ordered only when the buyer takes it as such; QUOTE: not without a quote. Default FIRM. */
  priceType?: 'FIRM' | 'BUDGET' | 'QUOTE';
  /** Last day on which the price is firm; after it, it is a budget price. */
  heldUntil?: LocalDate;
  /** Group of buyers that alone may see the offer. */
  audience?: string;
  category?: string;
  minimum?: DecimalText;
  multiple?: DecimalText;
  leadDays?: number;
  leadKind?: 'CALENDAR' | 'WORKING';
  charges?: readonly { code: string; amount: DecimalText; currency?: string; per?: 'LINE' | 'ORDER' | 'PACKAGE' }[];
  nonCancellable?: boolean;
  returnableDays?: number;
  /** A confirmed quantity can be cancelled until so many days before it ships; default 0, until the day before. */
  cancelDays?: number;
  condition?: string;
  approvalBasis?: string;
  countryOfOrigin?: string;
  validFrom?: LocalDate;
  validTo?: LocalDate;
  details?: RowDetails;
  stock?: readonly { location: string; quantity: DecimalText }[];
  /** RFC 3339. Absent: the time of publication, for quantities that differ. */
  stockAsOf?: string;
  problems?: readonly StagedProblem[];
  /** How its record is known again in the next file, where that is possible. */
  mark?: RecordMark;
  /** The cells by column name, kept with a refused row for the error file. */
  raw?: Readonly<Record<string, string>>;
}

/** How a record is known again. */
export interface RecordMark {
  /** 16 bytes, of its text and of all that decides what it says; a character each (latin1). */
  digest: string;
  /** The reader's own note about what it told once a file. */
  habits: number;
}

/** A record that was accepted before, as it stands: its offer is what it says, unless somebody else has changed it since. */
export interface SameRow extends Pick<StagedRow, 'line' | 'stock'> {
  supplierPart: string;
  same: RecordMark;
}

/** What the supplier says about the part itself; it stays on his offer, and fills the part where he may (trade-rules 13). */
export interface RowDetails {
  /** By language tag. */
  names?: Readonly<Record<string, string>>;
  description?: string;
  descriptions?: Readonly<Record<string, string>>;
  unspsc?: string;
  ata?: string;
  classifications?: readonly { system: string; code: string }[];
  gtin?: string;
  shelfLifeDays?: number;
  hazmat?: string;
  /** Of what is offered; a field, never part of the number. */
  revision?: string;
  /** Who made it, where the part is a standard of its issuing body. */
  actualMaker?: string;
  unNumber?: string;
  hazardClass?: string;
  packingGroup?: string;
  shelfLifeExtendable?: string;
  eccn?: string;
  hsCode?: string;
  lifeLimited?: string;
  essentiality?: string;
  spareClass?: string;
  keywords?: readonly string[];
  media?: readonly { kind: string; source: string }[];
  features?: readonly { name: string; values: readonly string[]; unit?: string }[];
  extensions?: readonly { path: string; value: string }[];
}

/** A finding about one row. Its sentence is made at the edge from code and facts; `message` is the reader's own, in English. */
export interface StagedProblem {
  /** Header of the column or path of the element. */
  column?: string;
  /** SCREAMING_SNAKE. */
  code: string;
  severity: 'ERROR' | 'WARNING' | 'INFO';
  facts?: Readonly<Record<string, string>>;
  message?: string;
  /** Line when it is another than the row's, such as a repeated header. */
  line?: number;
}
