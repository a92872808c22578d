export const lotStatuses = [
  'DRAFT',
  'ANNOUNCED',
  'BIDDING',
  'CLOSED',
  'EVALUATION',
  'STANDSTILL',
  'AWARDED',
  'UNSUCCESSFUL',
  'CANCELLED',
] as const;
/**
 * Where a lot stands. ANNOUNCED: bids are taken later; BIDDING: now; CLOSED: the deadline has passed and the bids are not open yet;
 * EVALUATION: the buyer reads them; STANDSTILL: the award is decided and waits before it becomes contracts.
 */
export type LotStatus = (typeof lotStatuses)[number];
export type TenderStatus = LotStatus;

/** The dates that decide; a status is stored nowhere. */
export interface LotDates {
  publishedAt: Date | null;
  tenderCancelledAt: Date | null;
  cancelledAt: Date | null;
  awardedAt: Date | null;
  /** Since when the award waits for the end of its standstill. */
  heldAt: Date | null;
  unsuccessfulAt: Date | null;
  /** Of its present round. */
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  bidsFrom: Date | null;
}

/** The status of a lot at an instant; `tendering.lot_status` says the same in SQL. */
export function lotStatus(lot: LotDates, now: Date): LotStatus {
  if (lot.tenderCancelledAt ?? lot.cancelledAt) return 'CANCELLED';
  if (!lot.publishedAt) return 'DRAFT';
  if (lot.awardedAt) return lot.heldAt ? 'STANDSTILL' : 'AWARDED';
  if (lot.unsuccessfulAt) return 'UNSUCCESSFUL';
  if (lot.opensAt && now < lot.opensAt) return 'ANNOUNCED';
  if (lot.closesAt && now <= lot.closesAt) return 'BIDDING';
  return lot.closedAt && lot.bidsFrom ? 'EVALUATION' : 'CLOSED';
}

/** What is still to be done decides first: a tender is as far as its last lot. */
const precedence = ['BIDDING', 'ANNOUNCED', 'CLOSED', 'EVALUATION', 'STANDSTILL', 'AWARDED', 'UNSUCCESSFUL'] as const;

/** The status of a tender from those of its lots; `tendering.tender_status` says the same in SQL. */
export function tenderStatus(
  dates: { publishedAt: Date | null; cancelledAt: Date | null },
  lots: readonly LotStatus[],
): TenderStatus {
  if (dates.cancelledAt) return 'CANCELLED';
  if (!dates.publishedAt) return 'DRAFT';
  return precedence.find((status) => lots.includes(status)) ?? 'CANCELLED';
}
