import { setTimeout as sleep } from 'node:timers/promises';
import { askHub } from '../support/graphql.js';
import type { Random } from '../support/random.js';
import type { Attempt } from './close-checker.js';
import type { Bidder, Lot } from './world.js';

/** Milliseconds after which a bidder stops waiting for an answer: a killed hub never gives one. */
const patienceMs = 60_000;
const submit = `mutation ($input: SubmitBidInput!) { submitBid(input: $input) { receipt { seq digest acceptedAt } errors { ... on UserError { code } } } }`;
let prices = 0;

export interface Place {
  urls: readonly string[];
  random: Random;
}

/** One client: a bidder on a lot, who bids again and again, whether the lot still takes bids or not. `each` is told of every try. */
export async function bidOften(
  { urls, random }: Place,
  { bidder, lot, times, each }: { bidder: Bidder; lot: Lot; times: number; each: (attempt: Attempt) => void },
): Promise<void> {
  let seen = 0;
  for (let left = times; left > 0; left--) {
    const attempt = await tried(random.pick(urls), { bidder, lot, seen });
    each(attempt);
    if (attempt.outcome === 'ok' || attempt.outcome === 'conflict') seen += 1;
    // A hub that was killed comes back.
    if (attempt.outcome === 'unknown') await sleep(100 + random.below(300));
  }
}

async function tried(url: string, { bidder, lot, seen }: { bidder: Bidder; lot: Lot; seen: number }): Promise<Attempt> {
  const price = `1.${String(++prices).padStart(9, '0')}`;
  const common = { lot: lot.id, bidder: bidder.orgId, seen, price };
  const line = { lineId: lot.lineId, price: { amount: price, unit: 'EA' } };
  const bid = { currency: 'USD', deliveryTerm: 'DAP', paymentDays: 30, lines: [line] };
  const input = { tenderId: lot.tenderId, lotId: lot.id, expectedVersion: seen, tenderVersion: 1, bid };
  try {
    const token = await bidder.tokenAt(url);
    const { status, data, errors } = await askHub(url, { query: submit, variables: { input } }, { token, timeoutMs: patienceMs });
    const endedMs = Date.now();
    const { receipt, errors: refused } = data?.submitBid ?? {};
    if (receipt) {
      const { seq, digest, acceptedAt } = receipt;
      return { ...common, outcome: 'ok', receipt: { seq, digest, atMs: Date.parse(acceptedAt) }, endedMs };
    }
    const codes = ((refused ?? []) as { code: string }[]).map(({ code }) => code).join();
    if (codes === 'BIDS_CLOSED') return { ...common, outcome: 'late', endedMs };
    if (codes === 'VERSION_CONFLICT') return { ...common, outcome: 'conflict', endedMs };
    const said = codes || `${status} ${errors?.[0]?.extensions?.code ?? ''}`;
    return { ...common, outcome: status >= 500 || status === 0 ? 'unknown' : 'other', said, endedMs };
  } catch (error) {
    return { ...common, outcome: 'unknown', said: String(error), endedMs: Date.now() };
  }
}
