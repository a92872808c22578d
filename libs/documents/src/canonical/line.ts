import type { TaxCategory } from './billing/tax.js';

/**
 * What one format says beyond the model, by format (`x12`, `ubl`, `cxml`), then by address in it, as a piece of its own text.
 * Opaque: kept, stored as JSON, given back when the document is written in the same format, never read by a rule.
 */
export type Extensions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Decimal text and a UN/ECE Rec 20 or X-prefixed Rec 21 code. `rawUnit` is the partner's own code, present when it is not `unit`, echoed in every answer. */
export interface DocumentQuantity {
  value: string;
  unit: string;
  rawUnit?: string;
}

/**
 * `amount` per `basis` of `unit`: '4.20' per '100' EA. `factor` = price units in one order unit (a box of 25: 25/1); absent
 * means the price unit is the order unit. `rawBasisCode` is X12 PO105 as received (HP, TU ...). No amount is ever divided by its basis.
 * `gross` less `discount` is `amount`, where the sender tells how he came to it (EN 16931 BT-147, BT-148).
 */
export interface DocumentPrice {
  amount: string;
  currency?: string;
  basis: string;
  unit: string;
  rawUnit?: string;
  rawBasisCode?: string;
  factor?: { numerator: string; denominator: string };
  gross?: string;
  discount?: string;
}

/** A code of a classification system as the format names it (UNSPSC, eCl@ss list id, X12 qualifier). */
export interface Classification {
  system: string;
  code: string;
  version?: string;
}

/** What is ordered. Part numbers are text exactly as sent. */
export interface Item {
  supplierPart?: string;
  buyerPart?: string;
  manufacturerPart?: string;
  manufacturer?: string;
  gtin?: string;
  description?: string;
  name?: string;
  classifications: Classification[];
  /** ISO 3166-1 alpha-2. */
  countryOfOrigin?: string;
  properties?: ItemProperty[];
}

/** A property in the sender's own words: Colour, red. */
export interface ItemProperty {
  name: string;
  value: string;
}

/** An allowance (isCharge false) or charge of a document or a line. Amounts are positive in the document's currency. */
export interface Charge {
  isCharge: boolean;
  code?: string;
  reason?: string;
  amount: string;
  baseAmount?: string;
  percent?: string;
  tax?: TaxCategory;
}
