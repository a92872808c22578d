import type { PartnerReply } from './partner-server.js';

/** A line as a partner reads it from an order. */
export interface HeardLine {
  number: string;
  supplierPart: string;
  quantity: string;
  unit: string;
  /** Amount and what it is for, as the document writes them. */
  price: string;
  per: string;
}

export interface HeardOrder {
  number: string;
  currency: string;
  lines: HeardLine[];
}

/** What a supplier says of one quantity of a line. */
export interface Saying {
  status: 'accept' | 'backorder' | 'reject';
  quantity: string;
  date?: string;
}

/** An answer as a buyer's ERP reads it: by his line number, his and the supplier's part number, the quantities in order. */
export interface HeardAnswer {
  order: string;
  lines: { number: string; buyerPart: string; supplierPart: string; said: string[] }[];
}

/** A line that a buyer's ERP orders. */
export interface WantedLine {
  number: string;
  supplierPart: string;
  buyerPart: string;
  description: string;
  quantity: string;
  /** UN/ECE codes; `perOrderUnit` price units are in one order unit, `amount` is for `basis` of them. */
  unit: string;
  priceUnit: string;
  perOrderUnit: string;
  amount: string;
  basis: string;
}

export interface Parties {
  buyer: { name: string; gln: string; duns: string };
  supplier: { name: string; gln: string; duns: string };
}

export interface WantedOrder extends Parties {
  number: string;
  currency: string;
  /** Site code of the buyer, with its address. */
  shipTo: { code: string; name: string; street: string; city: string; postalCode: string; country: string };
  lines: WantedLine[];
}

export interface Delivery {
  body: string;
  headers: Record<string, string>;
}

/**
 * An ERP that speaks one format, written from the format's documents and not with the hub's codecs, so that both are checked against the
 * standard and not against each other. It reads only what it needs.
 */
export interface Erp {
  readonly format: 'UBL' | 'CXML' | 'X12' | 'EDIFACT' | 'OPENTRANS';
  readonly extension: string;
  /** What the hub must know of it, for `settingsJson`. */
  settings: object;
  /** What it answers to a delivery it has taken. */
  took(body: string): PartnerReply;
  readOrder(body: string): HeardOrder;
  readAnswer(body: string): HeardAnswer;
  /** Answers an order it has received. */
  answer(received: string, said: ReadonlyMap<string, readonly Saying[]>, key: string): Delivery;
  order(order: WantedOrder, key: string): Delivery;
  /** Whether the hub's reply to a delivery says that it was taken. */
  isTaken(reply: { status: number; body: string }): boolean;
}

/** First match of a pattern with one group; throws when there is none. */
export function first(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the document has no ${pattern.source}`);
  return found;
}

export const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const today = (): string => new Date().toISOString().slice(0, 10);
