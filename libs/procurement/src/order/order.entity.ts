import type { CurrencyCode, DecimalText, LocalDate, UnitCode } from '#libs/kernel';
import type { LineRequirements } from '../placing/placing.input.js';
import type { AlternatesConsent } from '../substitution/consent.js';
import type { Channel } from './channel.js';
import type { OrderStatus } from './order-status.js';
import type { BaseStatus, ScheduleStatus } from './schedule-status.js';

/** An address as it was when the order was placed; later changes of the site do not reach it. */
export interface Place {
  code: string;
  name: string;
  gln: string | null;
  /** As organisations keep it: lines, city, postalCode, region, country. */
  address: Record<string, unknown>;
}

/** A charge beside the goods: AOG, minimum order value, certificate. `amount` in the order's currency, whole charge. */
export interface OrderCharge {
  code: string;
  amount: DecimalText;
  reason?: string;
}

/** Price per `basis` price units; never divided to basis 1. */
export interface AgreedPrice {
  amount: DecimalText;
  basis: DecimalText;
}

/** What the supplier would send instead. */
export interface Substitute {
  supplierPart?: string;
  manufacturerPart?: string;
  manufacturer?: string;
  description?: string;
}

/** What the supplier proposes for one quantity; absent means as it stands. `quantity` replaces the scheduled one. */
export interface Proposal {
  quantity?: DecimalText;
  price?: AgreedPrice;
  shipOn?: LocalDate;
  deliverOn?: LocalDate;
  substitute?: Substitute;
}

/** What the buyer asks to be changed of one quantity. */
export interface ChangeRequest {
  quantity?: DecimalText;
  deliverOn?: LocalDate;
}

/** One quantity of a line. `price` is null while the line's price holds; dates are what the supplier confirmed. */
export interface ScheduleLine {
  id: string;
  lineId: string;
  quantity: DecimalText;
  status: ScheduleStatus;
  base: BaseStatus | null;
  shipOn: LocalDate | null;
  deliverOn: LocalDate | null;
  price: AgreedPrice | null;
  substitute: Substitute | null;
  proposal: Proposal | null;
  request: ChangeRequest | null;
  reason: string | null;
  rawStatus: string | null;
}

/** One line as ordered. Numbers of both sides, units and price stand here once and for all; `liveAmount` leaves out what is rejected or cancelled. */
export interface OrderLine {
  id: string;
  position: number;
  /** The buyer's own line number as text: 00010. Answers are matched on it. */
  number: string;
  partId: string;
  offerId: string;
  supplierPart: string;
  buyerPart: string | null;
  manufacturer: string | null;
  manufacturerCode: string | null;
  manufacturerPart: string | null;
  description: string | null;
  quantity: DecimalText;
  orderUnit: UnitCode;
  /** The partner's own code of the unit, echoed in every answer. */
  rawUnit: string | null;
  priceAmount: DecimalText;
  priceBasis: DecimalText;
  priceUnit: UnitCode;
  factorNum: DecimalText;
  factorDen: DecimalText;
  priceSource: string;
  lineAmount: DecimalText;
  liveAmount: DecimalText;
  charges: OrderCharge[];
  minimum: DecimalText;
  multiple: DecimalText;
  ncnr: boolean;
  returnableDays: number | null;
  /** A confirmed quantity can be cancelled until so many days before it ships; null: until the day before. */
  cancelDays: number | null;
  /** BUDGET: the price was an estimate, and the buyer took it as such. */
  priceType: 'BUDGET' | null;
  leadDays: number | null;
  needBy: LocalDate | null;
  revision: string | null;
  note: string | null;
  /** What its units must be, and what papers must come with them; null: nothing was said. */
  requires: LineRequirements | null;
  /** How far the supplier may put another part in its place. */
  alternatesConsent: AlternatesConsent;
  reserved: DecimalText;
  schedules: ScheduleLine[];
}

export type OrderEventKind =
  | 'PLACED'
  | 'RECEIVED'
  | 'ANSWERED'
  | 'PROPOSAL_ANSWERED'
  | 'PROPOSAL_ACCEPTED_BY_RULE'
  | 'CANCELLED'
  | 'CHANGE_REQUESTED'
  | 'REQUEST_ANSWERED'
  | 'REJECTED'
  | 'CLOSED_SHORT'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'DESPATCH_UNDONE';

/** One row of the timeline. `seq` is the order's version after it. */
export interface OrderEvent {
  seq: number;
  kind: OrderEventKind;
  actorOrg: string;
  actorMember: string | null;
  channel: Channel | 'RULE';
  /** RFC 3339, UTC. */
  at: string;
  messageId: string | null;
  messageHash: string | null;
  detail: Record<string, unknown>;
}

/** An order as both parties may see it. `orgId` is the buyer, `counterpartyId` the supplier. */
export interface Order {
  orgId: string;
  id: string;
  counterpartyId: string;
  number: string;
  supplierNumber: string | null;
  currency: CurrencyCode;
  status: OrderStatus;
  channel: Channel;
  shipTo: Place;
  billTo: Place;
  deliveryTerms: Record<string, unknown> | null;
  paymentTerms: string | null;
  agreementId: string | null;
  requestedDelivery: LocalDate | null;
  note: string | null;
  charges: OrderCharge[];
  chargesTotal: DecimalText;
  total: DecimalText;
  liveTotal: DecimalText;
  placedAt: Date;
  acknowledgedAt: Date | null;
  answeredAt: Date | null;
  version: number;
}

/** An order with everything in it. */
export interface WholeOrder extends Order {
  lines: OrderLine[];
  events: OrderEvent[];
}

/** What the buyer alone knows about his order. */
export interface OrderPrivate {
  placedBy: string | null;
  costReference: string | null;
  internalNote: string | null;
  shipToSite: string | null;
  billToSite: string | null;
}
