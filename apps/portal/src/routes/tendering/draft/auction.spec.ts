import { describe, expect, it } from '@jest/globals';
import type { AuctionTermsFragment, TenderAuctionInput } from '../../../graphql/generated/graphql.js';
import { auctionFaults, auctionInput, noAuction, typedAuction } from './auction.js';

const shown: readonly TenderAuctionInput[] = [
  { kind: 'ENGLISH', durationSeconds: 1800, ownStep: { by: 'AMOUNT', value: '0.5' }, display: 'BEST_PRICE', appealSeconds: 0 },
  {
    ...{ kind: 'ROUNDS', rounds: 2, turnSeconds: 90, firstPauseSeconds: 300, pauseSeconds: 120, appealSeconds: 60 },
    ownStep: { by: 'PERCENT', value: '1' },
  },
  { kind: 'DUTCH', startPercent: '60', risePercent: '1', ceilingPercent: '100', tickSeconds: 30, appealSeconds: 0 },
  {
    ...{ kind: 'JAPANESE', startPercent: '100', floorPercent: '70', tickSeconds: 60, appealSeconds: 0 },
    fall: { by: 'PERCENT', value: '2' },
  },
];
const read = (input: TenderAuctionInput) => typedAuction(input as unknown as AuctionTermsFragment);

describe('the auction of a draft', () => {
  it.each(shown)('of kind $kind is shown, and goes back as it came', (input) => {
    const typed = read(input);
    expect(typed.kind).toBe(input.kind);
    expect(auctionInput(typed)).toEqual(input);
    expect(auctionFaults(typed)).toEqual([]);
  });

  it('is kept where the form does not show all of it', () => {
    const input = { ...shown[0]!, mustLead: true };
    const typed = read(input);
    expect([typed.kind, auctionInput(typed)]).toEqual(['KEPT', input]);
    expect(auctionInput(noAuction)).toBeNull();
  });

  it('names the fields that cannot be read', () => {
    const typed = {
      ...noAuction,
      numbers: { ...noAuction.numbers, rounds: '2.5', turnMinutes: 'two', step: '0', pauseMinutes: '' },
    };
    expect(auctionFaults({ ...typed, kind: 'ROUNDS' })).toEqual(['rounds', 'turnMinutes', 'step']);
    expect(auctionFaults({ ...typed, kind: 'DUTCH' })).toEqual(['startPercent']);
    expect(auctionFaults(typed)).toEqual([]);
  });
});
