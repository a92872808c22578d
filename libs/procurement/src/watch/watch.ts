import type { DecimalText } from '#libs/kernel';

/** When changes are mailed: as they happen, or once a day. */
export type WatchDelivery = 'AT_ONCE' | 'DAILY';
export type NoticeKind = 'OFFER' | 'STOCK' | 'PRICE';

/** What a member wants to hear of: one part, or what a saved search finds. */
export interface Watch {
  id: string;
  personId: string;
  name: string;
  partId: string | null;
  query: string | null;
  manufacturerId: string | null;
  classification: string | null;
  onOffer: boolean;
  onStock: boolean;
  onPrice: boolean;
  /** Tells of stock when one supplier has so many order units or more, and had fewer; null: of any after none. */
  stockMin: DecimalText | null;
  /** Tells of a price when a base unit costs so much or less, and cost more; null: of every lower price. */
  priceMax: DecimalText | null;
  priceCurrency: string | null;
  delivery: WatchDelivery;
  byMail: boolean;
  version: number;
  createdAt: Date;
}

/** The lowest price of one base unit. */
export interface UnitPrice {
  amount: DecimalText;
  currency: string;
  unit: string;
}

/** What a watch saw of a part. */
export interface WatchedState {
  offers: readonly string[];
  /** Most that one supplier has free, in order units. */
  available: DecimalText;
  /** The lowest of each currency and unit. */
  prices: readonly UnitPrice[];
}

/** One change a member is told of. */
export interface WatchNotice {
  id: string;
  watchId: string | null;
  partId: string;
  kind: NoticeKind;
  facts: NoticeFacts;
  at: Date;
  readAt: Date | null;
}

/** What changed: new offers, what is free now, or the price with the one before. */
export interface NoticeFacts {
  offers?: readonly string[];
  available?: DecimalText;
  price?: UnitPrice;
  before?: DecimalText | null;
}
