import type { DocumentPrice, DocumentQuantity, Extensions, Item } from '../line.js';
import type { Party } from '../party.js';
import type { DocumentPurpose, Period } from '../reference.js';
import type { StockLocation } from './package.js';

/** What a quantity of stock is. `available` can be promised today, `inbound` comes on a day, `minimum` and `maximum` are levels to keep. */
export type StockKind =
  | 'onHand'
  | 'available'
  | 'reserved'
  | 'inbound'
  | 'inTransit'
  | 'blocked'
  | 'backordered'
  | 'consumed'
  | 'minimum'
  | 'maximum';

/**
 * What is in stock, line by line and place by place. A line holds one part at one place, of one lot when lots are told apart.
 * A part that is not listed is not said to be out of stock. Sources: UBL 2.1 StockAvailabilityReport and InventoryReport,
 * X12 004010 846, EDIFACT INVRPT. `supplier` is whose stock it is to sell; `reporter` who counts it when that is another.
 */
export interface StockReport {
  kind: 'stockReport';
  purpose: DocumentPurpose;
  /** `availability` is what can be ordered; `inventory` what is held, of whatever use. */
  report: 'availability' | 'inventory';
  number: string;
  issuedOn: string;
  issuedAt?: string;
  /** The time of the count, when it is not the time of writing. */
  period?: Period;
  currency?: string;
  note: string[];
  buyer: Party;
  supplier: Party;
  reporter?: Party;
  lines: StockLine[];
  extensions?: Extensions;
}

/** One part at one place. `condition` is the sender's word (new, overhauled, serviceable). `value` is what the stock is worth in the report's currency. */
export interface StockLine {
  number: string;
  item: Item;
  location?: StockLocation;
  lot?: string;
  serial?: string;
  expiresOn?: string;
  condition?: string;
  quantities: StockQuantity[];
  price?: DocumentPrice;
  value?: string;
  /** Whole days until more comes. */
  leadDays?: string;
  note: string[];
  extensions?: Extensions;
}

/** One quantity. `on` is the day it is counted or comes. `rawKind` is the sender's own code (X12 QTY01, EDIFACT 6063, UBL availability status). */
export interface StockQuantity {
  kind: StockKind;
  rawKind?: string;
  quantity: DocumentQuantity;
  on?: string;
}
