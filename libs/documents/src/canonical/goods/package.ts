import type { DocumentQuantity } from '../line.js';
import type { Identifier, Party } from '../party.js';
import type { Attachment, Period } from '../reference.js';

/** How goods travel, in words every format has; UNECE Rec 19 codes are 3 road, 4 air and so on. */
export type TransportMode = 'sea' | 'rail' | 'road' | 'air' | 'mail' | 'multimodal' | 'pipeline' | 'inlandWater';

/**
 * One journey from one place to one place. `waybill` is the carrier's document (air waybill, bill of lading, PRO number), `trackings`
 * the numbers to follow it by. A carrier's SCAC stands in its identifiers with the scheme 'SCAC'. Weights and volumes are of the whole.
 */
export interface Shipment {
  number?: string;
  mode?: TransportMode;
  carrier?: Party;
  /** The carrier's product in his own words or code. */
  service?: string;
  vehicle?: string;
  waybill?: string;
  trackings: string[];
  despatchOn?: string;
  despatchAt?: string;
  deliverOn?: string;
  deliverAt?: string;
  deliveryWindow?: Period;
  grossWeight?: DocumentQuantity;
  netWeight?: DocumentQuantity;
  volume?: DocumentQuantity;
  /** Number of handling units as the sender counts them. */
  packageCount?: string;
  instructions?: string;
  hazardous?: boolean;
}

/**
 * A handling unit: pallet, case, tote. Units lie flat in one list; `parent` is the `id` of the unit it stands in, absent for the
 * outermost, so that every depth of X12 HL, EDIFACT CPS and UBL can be said. `id` is unique in the document and means nothing outside.
 * `type` is a Rec 21 code without its X (PX pallet, CT carton); `rawType` the sender's own when it is another.
 */
export interface Package {
  id: string;
  parent?: string;
  /** Serial shipping container code, 18 digits, without the (00). */
  sscc?: string;
  type?: string;
  rawType?: string;
  /** How many alike units this one entry stands for; absent is one. */
  count?: string;
  marks: string[];
  tracking?: string;
  grossWeight?: DocumentQuantity;
  netWeight?: DocumentQuantity;
  volume?: DocumentQuantity;
  length?: DocumentQuantity;
  width?: DocumentQuantity;
  height?: DocumentQuantity;
}

/** How much of a line lies in a unit; without a quantity, all of the line that is nowhere else. */
export interface PackedQuantity {
  package: string;
  quantity?: DocumentQuantity;
}

/** Goods that can be told apart: a lot, a serial number, or both. `quantity` is how much of the line; a serial number is one. Certificates belong to the lot (trade-rules 14). */
export interface TracedGoods {
  lot?: string;
  serial?: string;
  quantity?: DocumentQuantity;
  producedOn?: string;
  expiresOn?: string;
  bestBefore?: string;
  certificates?: Attachment[];
}

/** A place where goods stand. */
export interface StockLocation {
  identifier?: Identifier;
  name?: string;
  country?: string;
}
