import type { CountryCode, CurrencyCode, DecimalText, LocalDate, UnitCode } from '#libs/kernel';

/**
 * What a catalogue reader tells, in the order of the file. `header` comes first (never when the file is refused
 * before its header could be read), `end` always comes last, exactly once. Bad input is events, never a throw.
 */
export type CatalogueEvent =
  | { kind: 'header'; header: CatalogueHeader }
  | { kind: 'row'; row: CatalogueRow }
  | { kind: 'same'; same: SameRow }
  | { kind: 'refused'; refused: RefusedRow }
  | { kind: 'problem'; problem: RowProblem }
  | { kind: 'group'; group: CatalogueGroup }
  | { kind: 'groupMap'; map: GroupMapEntry }
  | { kind: 'end'; end: CatalogueEnd };

/** The formats that `openCatalogue` reads as streams, and those that come as one document: UBL, X12, cXML. */
export type CatalogueFormat = 'csv' | 'cif' | 'bmecat' | 'ubl' | 'edifact' | 'x12' | 'cxml';

/** What the file says of itself. Absent key = the file does not say. */
export interface CatalogueHeader {
  format: CatalogueFormat;
  /** `1.01`, `1.2`, `2005`, `2005.1` (BMEcat), `3.0` (CIF), `D.96A` (PRICAT); absent for CSV. */
  version?: string;
  /** BMEcat transaction: T_NEW_CATALOG, T_UPDATE_PRODUCTS, T_UPDATE_PRICES; the EDIFACT message: PRICAT. */
  transaction?: string;
  catalogueId?: string;
  catalogueName?: string;
  catalogueVersion?: string;
  /** Version that an update builds on; updates out of sequence must be refused by who applies them. */
  prevVersion?: string;
  /** Declared load: full replaces the scope, delta changes only what it names. Absent: the sender has to be asked. */
  mode?: 'full' | 'delta';
  currency?: CurrencyCode;
  supplierName?: string;
  supplierIds: { scheme?: string; value: string }[];
  buyerName?: string;
  /** RFC 3339, or a plain day when the file gives no time; always as the file's own clock says. */
  generatedAt?: string;
  /** Rows the file promises (CIF ITEMCOUNT). */
  itemCount?: number;
  /** WHATWG name of the encoding that was used to read the file. */
  charset: string;
  /** Two-letter language of names without a language of their own. */
  language?: string;
  /** CSV and CIF: column names in file order, made unique. Parallel to `CatalogueRow.cells`. */
  columns?: readonly string[];
  /** CSV: how the cells were read. */
  delimiter?: string;
  /** BMEcat: a path in front of relative media sources. */
  mediaRoot?: string;
  /** BMEcat: countries that all prices without their own territory are valid in. */
  territory?: string[];
  /** BMEcat header user-defined extensions, as read. */
  extensions?: ExtensionValue[];
}

/** `put` full-load row, `add` / `change` / `delete` delta, `price` replaces all prices of the part and touches nothing else. */
export type CatalogueAction = 'put' | 'add' | 'change' | 'delete' | 'price';

/**
 * One part as its supplier offers it. Every number is decimal text within the stored bounds (|x| < 1e13, scale <= 10), never
 * divided, rounded or re-scaled. A `change` carries only what the file says; empty lists then mean "not said".
 */
export interface CatalogueRow {
  /** Physical line where the record starts, from 1. */
  line: number;
  action: CatalogueAction;
  /** Trimmed, inner blanks to one; 1-70 characters, case as written. */
  supplierPart: string;
  manufacturer?: string;
  /** CAGE code. */
  manufacturerCode?: string;
  manufacturerPart?: string;
  gtin?: string;
  /** By two-letter language. */
  names: Readonly<Record<string, string>>;
  descriptions: Readonly<Record<string, string>>;
  orderUnit?: UnitCode;
  /** The unit as the supplier wrote it, when it is not `orderUnit` itself: echoed to him in every answer. */
  rawOrderUnit?: string;
  contentUnit?: UnitCode;
  /** Content units in one order unit (BMEcat NO_CU_PER_OU). */
  contentPerOrderUnit?: DecimalText;
  /** Unit that the price basis counts. Absent: the order unit. */
  priceUnit?: UnitCode;
  /** Price units in one order unit; present only with a `priceUnit` other than the order unit. */
  priceFactor?: { numerator: DecimalText; denominator: DecimalText };
  prices: CataloguePrice[];
  /** Which `prices[].type` a customer pays, by the rule of `customerPriceType`; absent when no price may be charged. */
  customerPriceType?: string;
  minimum?: DecimalText;
  multiple?: DecimalText;
  leadDays?: number;
  leadKind?: 'calendar' | 'working';
  /** `UNSPSC`, `ATA`, `ECLASS-5.1`, `ETIM-8.0`, or the file's own system name. */
  classifications: { system: string; code: string }[];
  stock: { location: string; quantity: DecimalText }[];
  shelfLifeDays?: number;
  hazmat?: string;
  /** More about the part, as the file writes it, under the names of `attributeNames`. */
  attributes?: Readonly<Partial<Record<AttributeName, string>>>;
  countryOfOrigin?: CountryCode;
  keywords: string[];
  media: { kind: string; source: string }[];
  approvalBasis?: string;
  nonCancellable?: boolean;
  features: { name: string; values: string[]; unit?: string }[];
  category?: string;
  /** Terms of the price and the order beyond the columns above. */
  terms?: CatalogueTerms;
  /** What the format says beyond the model (BMEcat user-defined extensions, CIF fields of a site). */
  extensions?: ExtensionValue[];
  /** CSV read with a memory of records: how this one is known again. Only of a `put` without any finding. */
  mark?: RecordMark;
  /** CSV and CIF: the cells as written, parallel to `CatalogueHeader.columns`. They share memory with the read buffer: copy or drop them soon. */
  cells?: readonly string[];
}

/** What a catalogue may say of a part beyond its name and classes; what a value must look like is the receiver's to judge. */
export const attributeNames = [
  'revision',
  'actualMaker',
  'unNumber',
  'hazardClass',
  'packingGroup',
  'shelfLifeExtendable',
  'eccn',
  'hsCode',
  'lifeLimited',
  'essentiality',
  'spareClass',
] as const;
export type AttributeName = (typeof attributeNames)[number];
/** Terms beyond price and quantity. An absent one is not said. */
export interface CatalogueTerms {
  /** What the price is worth: firm binds, budget is an estimate, quote is none without a quote. */
  priceKind?: 'firm' | 'budget' | 'quote';
  /** Last day on which the price is firm. */
  heldUntil?: LocalDate;
  /** Whether a break prices the whole quantity or only what lies beyond it. */
  breakMode?: 'whole' | 'graduated';
  /** In the currency of the price. */
  charges?: readonly CatalogueCharge[];
  /** Days from receipt on which it may be sent back. */
  returnableDays?: number;
  /** Days before despatch until which an order may be cancelled. */
  cancelDays?: number;
  /** Group of buyers that alone may see the offer, as the file names it. */
  audience?: string;
}

export interface CatalogueCharge {
  code: string;
  amount: DecimalText;
  per: 'line' | 'order' | 'package';
}

/** Terms that a column of its own may give. */
export const termNames = ['priceKind', 'heldUntil', 'breakMode', 'returnableDays', 'cancelDays', 'audience'] as const;
export type TermName = (typeof termNames)[number];

/** How a record is known again in a later file. */
export interface RecordMark {
  /** Of its text and of the way it was read; a character a byte. */
  digest: string;
  /** Stands for what is told once a file and holds for this row, too; 0: nothing. */
  habits: number;
}

/** A record that was accepted before, read the same way: it says what it said then. Only its number and its stock are read again. */
export interface SameRow extends Pick<CatalogueRow, 'line' | 'supplierPart' | 'stock'> {
  mark: RecordMark;
}

/** `amount` per `basis` price units, from `fromQuantity` order units on; before tax unless the type says gros_. */
export interface CataloguePrice {
  /** `net_list`, `net_customer`, `gros_list`, `nrp`, ... or the supplier's own word. */
  type: string;
  amount: DecimalText;
  currency: CurrencyCode;
  /** Price units that the amount is for. Absent only on rows of action `price` or `change` whose file does not say it: the published basis stays. */
  basis?: DecimalText;
  /** Smallest order quantity of this price. Default: the smaller of 1 and the minimum, so that a first price is never out of reach. */
  fromQuantity: DecimalText;
  validFrom?: LocalDate;
  validTo?: LocalDate;
  territory?: string[];
  /** Fraction: 0.19 is 19 %. */
  taxRate?: DecimalText;
}

/** A value kept as it came, with the path of elements or the column it stood in. */
export interface ExtensionValue {
  path: string;
  value: string;
}

/** A row with at least one error: it keeps its last published state and is never counted as absent (trade-rules 15). */
export interface RefusedRow {
  line: number;
  /** The identity as far as it could be read. */
  supplierPart?: string;
  action?: CatalogueAction;
  /** CSV and CIF: cells by column name, for the error file (trade-rules 18). */
  raw?: Readonly<Record<string, string>>;
}

/** A finding with its place. An error refuses its row; with `fatal` it ends the reading of the file. */
export interface RowProblem {
  /** Physical line; 0 when it concerns the file as a whole. */
  line: number;
  /** Column header, or element path from the product downwards. */
  column?: string;
  supplierPart?: string;
  /** SCREAMING_SNAKE, listed in `problem-codes.data.ts`. */
  code: string;
  /** English sentence; other languages are made at the edge from code and values. */
  message: string;
  severity: 'error' | 'warning' | 'info';
  fatal?: boolean;
  values?: Readonly<Record<string, string>>;
}

/** A node of the supplier's own catalogue tree (BMEcat CATALOG_STRUCTURE). */
export interface CatalogueGroup {
  line: number;
  id: string;
  parentId?: string;
  type?: string;
  names: Readonly<Record<string, string>>;
}

/** Part to group, as it stands at the end of a BMEcat file, after all rows. Join it in staging by `supplierPart`. */
export interface GroupMapEntry {
  line: number;
  supplierPart: string;
  groupId: string;
  action: 'add' | 'delete';
}

/** The last event. Only a `complete` file may be published: an incomplete full load would withdraw what it did not reach. */
export interface CatalogueEnd {
  complete: boolean;
  rows: number;
  refused: number;
  errors: number;
  warnings: number;
}
