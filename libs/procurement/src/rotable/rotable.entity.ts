import type { DecimalText } from '#libs/kernel';
import type { ExchangeTerms, RepairTerms, WorkCalendar } from '#libs/supply';
import type { Place } from '../order/order.entity.js';

export const rotableKinds = ['CORE', 'REPAIR'] as const;
export type RotableKind = (typeof rotableKinds)[number];

/**
 * Where a unit stands. A core: AWAITED (the supplier has not sent his unit), DUE, LATE, SHIPPED, RECEIVED, INSPECTED, then ACCEPTED, REJECTED
 * or BILLED. A repair: ORDERED, SHIPPED, RECEIVED, QUOTED, APPROVED or REFUSED, REPAIRED, then RETURNED or SCRAPPED. Either: CANCELLED.
 */
export const rotableStatuses = [
  'AWAITED',
  'DUE',
  'LATE',
  'ORDERED',
  'SHIPPED',
  'RECEIVED',
  'INSPECTED',
  'ACCEPTED',
  'REJECTED',
  'BILLED',
  'QUOTED',
  'APPROVED',
  'REFUSED',
  'REPAIRED',
  'RETURNED',
  'SCRAPPED',
  'CANCELLED',
] as const;
export type RotableStatus = (typeof rotableStatuses)[number];

/** What a party does. */
export const rotableEvents = [
  'SEND',
  'SHIP',
  'RECEIVE',
  'INSPECT',
  'ACCEPT',
  'REJECT',
  'BILL',
  'EXTEND',
  'CANCEL',
  'QUOTE',
  'APPROVE',
  'REFUSE',
  'FINISH',
  'RETURN',
  'SCRAP',
] as const;
export type RotableEventName = (typeof rotableEvents)[number];

/** The terms under which a unit went round, as they were then; the calendar of the supplier with them. */
export type CoreTerms = Omit<ExchangeTerms, 'offerId' | 'version'> & { calendar: WorkCalendar | null };
export type RepairOrderTerms = Omit<RepairTerms, 'offerId' | 'version'> & { calendar: WorkCalendar | null };

interface RotableFacts {
  orgId: string;
  id: string;
  supplierId: string;
  number: string;
  offerId: string;
  partId: string;
  partNumber: string;
  supplierPart: string;
  description: string;
  orderId: string | null;
  lineId: string | null;
  currency: string;
  /** The unit's share of the exchange fee, which its order carries. */
  fee: DecimalText | null;
  feeCurrency: string | null;
  note: string | null;
  shipTo: Place | null;
  status: RotableStatus;
  /** Of the unit that the supplier sent in exchange. */
  outSerial: string | null;
  outWaybill: string | null;
  /** Of the unit that the buyer sends: the core, or what is to be repaired. */
  inPart: string | null;
  inSerial: string | null;
  inWaybill: string | null;
  certificate: string | null;
  certificateNumber: string | null;
  findings: string | null;
  reasonCode: string | null;
  reason: string | null;
  quoted: DecimalText | null;
  quoteUntil: Date | null;
  disposition: 'RETURN_AS_IS' | 'SCRAP' | null;
  /** What runs out next; null: nothing. A passed one stays until its party acts. */
  dueAt: Date | null;
  lateSince: Date | null;
  /** When the clock bills it, as agreed; null: nothing was agreed, or that day has passed. Until then nobody bills it by hand. */
  billsAt: Date | null;
  openedAt: Date;
  sentAt: Date | null;
  receivedAt: Date | null;
  closedAt: Date | null;
  version: number;
}

/** A unit that goes round between a buyer and a supplier, as both see it. */
export type Rotable = RotableFacts & ({ kind: 'CORE'; terms: CoreTerms } | { kind: 'REPAIR'; terms: RepairOrderTerms });
export type Core = Extract<Rotable, { kind: 'CORE' }>;
export type Repair = Extract<Rotable, { kind: 'REPAIR' }>;

/** One line of the log: a step, or what a clock did (WARNING, OVERDUE, LATE_FEE, BILL_DUE, BILLED). */
export interface RotableLogLine {
  rotableId: string;
  seq: number;
  kind: RotableEventName | 'OPENED' | 'WARNING' | 'OVERDUE' | 'LATE_FEE' | 'BILL_DUE' | 'BILLED';
  at: Date;
  /** null: a clock. */
  actorOrg: string | null;
  detail: Readonly<Record<string, string | number | null>>;
}

/** What a unit costs beside its order; given back is below zero. */
export interface RotableCharge {
  rotableId: string;
  kind: 'DEPOSIT' | 'DEPOSIT_RETURNED' | 'LATE_FEE' | 'CORE_VALUE' | 'OUTRIGHT' | 'FEE_CREDITED' | 'EVALUATION' | 'REPAIR';
  n: number;
  amount: DecimalText;
  currency: string;
  at: Date;
}
