import { type AuctionState, enterAct, scheduledAuction } from './auction.js';
import type { AuctionAct, AuctionBidder, AuctionTerms, EnglishTerms } from './auction-file.js';
import { resultOf } from './replay.js';

// What the specs of auctions share: one small auction, its acts, and a way to hold it.

export const ms = 1_000;
export const second = 1_000 * ms;
export const minute = 60 * second;
export const opensAtUs = 1_800_000_000 * second;
export const closesAtUs = opensAtUs + 10 * minute;
export const common = { currency: 'EUR', scale: 2, previewAtUs: opensAtUs - minute, opensAtUs, appealUs: minute } as const;
export const english: EnglishTerms = {
  ...common,
  kind: 'ENGLISH',
  lines: [
    { lineId: 'a', closesAtUs },
    { lineId: 'b', closesAtUs: closesAtUs + 5 * minute },
  ],
  ownStep: { by: 'AMOUNT', value: '1' },
  mustLead: false,
  display: 'RANK',
};
export const bidderOf = (bidderId: string, amount = '100', coefficient = '1'): AuctionBidder => ({
  bidderId,
  coefficient,
  addition: '0',
  first: { a: { amount, atUs: opensAtUs - minute }, b: { amount, atUs: opensAtUs - minute } },
});
export const three = ['x', 'y', 'z'].map((id) => bidderOf(id));
export const bid = (bidderId: string, amount: string, lineId = 'a'): AuctionAct => ({
  kind: 'BID',
  by: 'BIDDER',
  bidderId,
  lineId,
  amount,
});
export const proxy = (bidderId: string, floor: string | null): AuctionAct => ({
  kind: 'PROXY',
  by: 'BIDDER',
  bidderId,
  lineId: 'a',
  floor,
});

/** Enters acts one after the other and tells the refusals; an act that is refused leaves the state as it was. */
export function hold(terms: AuctionTerms, bidders: readonly AuctionBidder[], acts: readonly (readonly [AuctionAct, number])[]) {
  let state: AuctionState = scheduledAuction({ terms, bidders });
  const told = acts.map(([act, atUs]) => {
    const entered = enterAct(state, act, atUs);
    if ('refusal' in entered) return entered.refusal;
    state = entered.state;
    return 'ok';
  });
  return { state, told, lines: resultOf('A', state).lines };
}
export const ranking = (line: { ranking: readonly { bidderId: string; amount: string }[] } | undefined) =>
  line?.ranking.map(({ bidderId, amount }) => `${bidderId} ${amount}`);
