import type { DecimalText, LocalDate } from '#libs/kernel';
import type { WorkCalendar } from '../calendar/working-time.js';

/** What lies at a place and may be sold. */
export interface PromiseStock {
  place: string;
  quantity: DecimalText;
  /** RFC 3339; when it was counted. */
  asOf: string;
  source: string;
}

/** What a place expects and nobody has been promised. */
export interface PromiseInbound {
  place: string;
  reference: string;
  quantity: DecimalText;
  expectedOn: LocalDate;
}

/** Days from a place to the ship-to by one method; '' stands for any place, country, region. */
export interface TransitRow {
  place: string;
  country: string;
  region: string;
  method: string;
  days: number;
  kind: 'CALENDAR' | 'WORKING';
}

/** Everything a promise is computed from. It is stored with the answer, so that both can be held against each other at any time. */
export interface PromiseInputs {
  /** RFC 3339; the database's clock when it was asked. */
  askedAt: string;
  /** In order units. */
  quantity: DecimalText;
  needBy: LocalDate | null;
  /** The only ship method that will do; null: any. */
  method: string | null;
  shipTo: { country: string; region: string };
  /** Whether the offer can be ordered at all. */
  orderable: boolean;
  /** From the event that the supplier's calendar names, to despatch. */
  lead: { days: number; kind: 'CALENDAR' | 'WORKING' } | null;
  stock: readonly PromiseStock[];
  inbound: readonly PromiseInbound[];
  /** The supplier's; '' is his own default. */
  calendars: readonly WorkCalendar[];
  transit: readonly TransitRow[];
  /** When the ship-to takes goods in; null: any day. */
  receiving: WorkCalendar | null;
}

/** Where a quantity comes from, the surest first. */
export const promiseBases = ['STOCK', 'INBOUND', 'LEAD_TIME'] as const;
export type PromiseBasis = (typeof promiseBases)[number];

/** One quantity of a promise. */
export interface PromisePart {
  basis: PromiseBasis;
  /** '' for a lead time: the supplier chooses. */
  place: string;
  /** Of the receipt; null otherwise. */
  reference: string | null;
  quantity: DecimalText;
  shipOn: LocalDate;
  /** null: nobody has said how long it travels. */
  arriveOn: LocalDate | null;
  method: string | null;
}

/** Why there is no date. */
export type PromiseProblem = 'NOT_ORDERABLE' | 'NO_SUPPLY' | 'NO_ROUTE';

/** FIRM: counted within a day, on known days and ways. LIKELY: counted earlier, or still to come in. ESTIMATE: a lead time, or assumed days or ways. */
export type PromiseConfidence = 'FIRM' | 'LIKELY' | 'ESTIMATE';

/** The dated answer: when the whole quantity has left, and when it is on the dock. */
export interface PromiseAnswer {
  problem: PromiseProblem | null;
  shipOn: LocalDate | null;
  arriveOn: LocalDate | null;
  /** Of the part that arrives last. */
  method: string | null;
  /** The least sure of its parts. */
  basis: PromiseBasis | null;
  parts: readonly PromisePart[];
  /** null when no day was asked for, or when the day on the dock is not known. */
  needByMet: boolean | null;
  /** RFC 3339; from then on the same question may be answered otherwise. */
  validUntil: string;
  confidence: PromiseConfidence | null;
}
