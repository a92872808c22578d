import type { DecimalText } from '#libs/kernel';

export const awardProducts = ['ORDERS', 'AGREEMENTS', 'NOTHING'] as const;
/** What comes of an award at once. */
export type AwardProduct = (typeof awardProducts)[number];

export interface AwardLine {
  lineId: string;
  quantity: DecimalText;
  unit: string;
  price: DecimalText;
  basis: DecimalText;
  priceUnit: string;
  factorNum: DecimalText;
  factorDen: DecimalText;
  currency: string;
  leadDays: number | null;
  offerId: string | null;
  alternate: string | null;
}

/** What a buyer has awarded to a bidder; both read it. */
export interface Award {
  orgId: string;
  id: string;
  supplierId: string;
  tenderId: string;
  lotId: string;
  bidId: string;
  /** The round of the bid. */
  round: number;
  /** The buyer's own: its rank, and why it got the award where that needs a reason. */
  rank: number | null;
  reason: string | null;
  currency: string;
  /** Of the bid's text. */
  digest: string;
  makes: AwardProduct;
  orderId: string | null;
  agreementId: string | null;
  /** The standstill that its decision waits or waited for. */
  standstillId: string | null;
  awardedAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
  lines: AwardLine[];
}
