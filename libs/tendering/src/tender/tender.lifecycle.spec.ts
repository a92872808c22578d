import { describe, expect, it } from '@jest/globals';
import { type LotDates, lotStatus, tenderStatus } from './tender.lifecycle.js';

const at = (hours: number): Date => new Date(Date.UTC(2027, 2, 1, hours));
const lot: LotDates = {
  publishedAt: at(8),
  tenderCancelledAt: null,
  cancelledAt: null,
  awardedAt: null,
  heldAt: null,
  unsuccessfulAt: null,
  opensAt: at(9),
  closesAt: at(12),
  closedAt: null,
  bidsFrom: null,
};

describe('the status of a lot', () => {
  it('follows from its dates', () => {
    expect(lotStatus({ ...lot, publishedAt: null }, at(10))).toBe('DRAFT');
    expect(lotStatus(lot, at(8))).toBe('ANNOUNCED');
    expect(lotStatus(lot, at(9))).toBe('BIDDING');
    expect(lotStatus(lot, at(12))).toBe('BIDDING');
    expect(lotStatus(lot, new Date(at(12).getTime() + 1))).toBe('CLOSED');
    expect(lotStatus({ ...lot, closedAt: at(12) }, at(13))).toBe('CLOSED');
    expect(lotStatus({ ...lot, closedAt: at(12), bidsFrom: at(12) }, at(13))).toBe('EVALUATION');
    expect(lotStatus({ ...lot, awardedAt: at(14) }, at(15))).toBe('AWARDED');
    expect(lotStatus({ ...lot, awardedAt: at(14), heldAt: at(14) }, at(15))).toBe('STANDSTILL');
    expect(lotStatus({ ...lot, unsuccessfulAt: at(14) }, at(15))).toBe('UNSUCCESSFUL');
    expect(lotStatus({ ...lot, awardedAt: at(14), cancelledAt: at(15) }, at(16))).toBe('CANCELLED');
  });
});

describe('the status of a tender', () => {
  it('is that of the lot on which most is still to be done', () => {
    const dates = { publishedAt: at(8), cancelledAt: null };
    expect(tenderStatus({ ...dates, publishedAt: null }, [])).toBe('DRAFT');
    expect(tenderStatus({ ...dates, cancelledAt: at(9) }, ['BIDDING'])).toBe('CANCELLED');
    expect(tenderStatus(dates, ['AWARDED', 'BIDDING'])).toBe('BIDDING');
    expect(tenderStatus(dates, ['AWARDED', 'EVALUATION'])).toBe('EVALUATION');
    expect(tenderStatus(dates, ['AWARDED', 'STANDSTILL'])).toBe('STANDSTILL');
    expect(tenderStatus(dates, ['UNSUCCESSFUL', 'AWARDED'])).toBe('AWARDED');
    expect(tenderStatus(dates, ['CANCELLED'])).toBe('CANCELLED');
  });
});
