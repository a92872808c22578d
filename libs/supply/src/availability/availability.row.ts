import type { DecimalText, LocalDate } from '#libs/kernel';
import type { OfferCharge, PriceKind, PriceSource } from '../price/price.js';
import type { StockSource } from '../stock/stock.entity.js';

/** One row of `supply.read_availability`: a line with an offer, or with none and the reason why. Numbers and days are text. */
export interface AvailabilityRow {
  n: number;
  problem: LineProblem | null;
  choices: PartCandidate[] | null;
  offer_id: string | null;
  supplier_id: string;
  part_id: string;
  supplier_part: string;
  name: string;
  order_unit: string;
  content_unit: string | null;
  content_per_order_unit: DecimalText | null;
  price_unit: string;
  price_factor_num: DecimalText;
  price_factor_den: DecimalText;
  minimum: DecimalText;
  multiple: DecimalText;
  lead_days: number | null;
  lead_kind: 'CALENDAR' | 'WORKING' | null;
  ncnr: boolean;
  returnable_days: number | null;
  condition: string | null;
  approval_basis: string | null;
  country_of_origin: string | null;
  status: 'ACTIVE' | 'WITHDRAWN';
  charges: OfferCharge[] | null;
  /** Price per `basis` price units; null: none of the sources covers part, quantity and day. */
  amount: DecimalText | null;
  currency: string;
  basis: DecimalText;
  price_source: PriceSource | null;
  agreement_id: string | null;
  price_valid_from: LocalDate | null;
  price_valid_to: LocalDate | null;
  break_from: DecimalText | null;
  smallest_break: DecimalText | null;
  line_amount: DecimalText | null;
  nearest_below: DecimalText | null;
  nearest_above: DecimalText | null;
  free: DecimalText | null;
  stock: StockPlace[] | null;
  earliest: LocalDate | null;
  need_by_met: boolean | null;
  /** Codes parted by blanks, see `Obstacle`. */
  obstacles: string | null;
  /** The price before the discount, at this quantity. */
  base_amount: DecimalText | null;
  /** The price below the smallest break, or of any quantity. */
  first_amount: DecimalText | null;
  /** Percent off the base. */
  discount: DecimalText | null;
  /** Of the matrix row the discount is from. */
  customer_category: string | null;
  break_mode: 'WHOLE' | 'GRADUATED' | null;
  break_unit: 'PRICE' | null;
  /** What was counted against the breaks, when they are reached by all lines together. */
  break_quantity: DecimalText | null;
  /** Under best price: the other price, which was not lower. */
  other_amount: DecimalText | null;
  best_price: boolean;
  price_type: PriceKind | null;
  held_until: LocalDate | null;
  cancel_days: number | null;
}

/** Why a line has no offer. */
export type LineProblem = 'OFFER_UNKNOWN' | 'NO_OFFER' | 'BASIS_REFUSED' | 'LOT_REFUSED' | 'NUMBER_UNKNOWN' | 'NUMBER_AMBIGUOUS';

/** What stands against ordering an offer in this quantity now; the same facts refuse the order. */
export type Obstacle =
  | 'WITHDRAWN'
  | 'NOT_YET_VALID'
  | 'EXPIRED'
  | 'BELOW_SMALLEST_BREAK'
  | 'NO_PRICE'
  | 'QUOTE_ONLY'
  | 'BUDGET_PRICE'
  | 'QUANTITY_OFF_PACK'
  | 'OUT_OF_STOCK';

/** A part that an ambiguous number may mean. */
export interface PartCandidate {
  partId: string;
  number: string;
  manufacturerCode: string;
  manufacturerName: string;
  name: string;
}

/** Free quantity at one location, in order units, with its age. */
export interface StockPlace {
  location: string;
  quantity: DecimalText;
  /** RFC 3339. */
  asOf: string;
  source: StockSource;
}
