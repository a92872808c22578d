import type { DecimalText } from '#libs/kernel';

/** One line or lot whose whole quantity is awarded. */
export interface AwardLine {
  lineId: string;
  quantity: DecimalText;
  /** The smallest part that can be awarded: 1 for pieces, 0.001 for what is weighed. All quantities are whole multiples of it. */
  quantum: DecimalText;
}

/** From this quantity on the whole quantity costs `price` a unit; in the currency and on the terms on which bids are compared. */
export interface AwardBreak {
  from: DecimalText;
  price: DecimalText;
}

/** What one supplier bids on one line. Below the smallest break there is no price. */
export interface AwardOffer {
  supplierId: string;
  lineId: string;
  /** In ascending order of quantity. */
  breaks: readonly AwardBreak[];
  /** The most he delivers. Absent: as much as is asked. */
  quantityMax?: DecimalText;
}

/** A price for exactly these quantities together; taken whole or not at all. */
export interface AwardPackage {
  packageId: string;
  supplierId: string;
  amount: DecimalText;
  quantities: Readonly<Record<string, DecimalText>>;
}

export interface AwardSupplier {
  supplierId: string;
  /** What it costs to have him at all: freight, qualification, an extra contract. */
  fixedCost: DecimalText;
  /** 0 to 1; read by QUALITY_MIN. */
  quality?: DecimalText;
}

/** What the buyer asks of an award beside a low price. Spend is what lines and packages cost, without fixed costs. */
export type AwardRule = { ruleId: string } & (
  | { kind: 'SUPPLIERS_MIN' | 'SUPPLIERS_MAX'; count: number }
  /** Of the spend, these suppliers together get at most, or at least, this share: caps, incumbents, regions. */
  | { kind: 'SHARE_MAX' | 'SHARE_MIN'; supplierIds: readonly string[]; share: DecimalText }
  /** Who is chosen at all gets an order of at least this amount. Without suppliers: each of them. */
  | { kind: 'MINIMUM_ORDER'; supplierIds?: readonly string[]; amount: DecimalText }
  /** The most a supplier delivers over these lines together, in their units; without lines over all. */
  | { kind: 'CAPACITY'; supplierId: string; lineIds?: readonly string[]; quantity: DecimalText }
  /** Into how many awards a line may be split, packages included; without lines each of them. */
  | { kind: 'LINE_AWARDS_MAX'; lineIds?: readonly string[]; count: number }
  | { kind: 'INCLUDE'; supplierId: string }
  /** He gets nothing, or nothing of these lines. */
  | { kind: 'EXCLUDE'; supplierId: string; lineIds?: readonly string[] }
  /** The mean quality of the suppliers, weighted by their spend. */
  | { kind: 'QUALITY_MIN'; quality: DecimalText }
);

export interface AwardScenario {
  lines: readonly AwardLine[];
  suppliers: readonly AwardSupplier[];
  offers: readonly AwardOffer[];
  packages: readonly AwardPackage[];
  rules: readonly AwardRule[];
}

/** Who gets what. Ordered by line and supplier. */
export interface Allocation {
  awards: readonly { supplierId: string; lineId: string; quantity: DecimalText }[];
  packageIds: readonly string[];
}
