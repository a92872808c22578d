import type { BidEnvelope } from '../../../graphql/generated/graphql';
import type { OpenedLot, OpenedTender, Sealing } from './session-key';

export type OpenedBid = OpenedTender['bids'][number];

/** What became of one envelope of a bid, in the words of the page. */
export type EnvelopeState = 'SEALED' | 'RELEASED' | 'OPENED' | 'READ' | 'PASSED' | 'FAILED' | 'UNOPENABLE' | 'STAYS_SEALED';

const released = (sealing: Sealing, lot: OpenedLot, envelope: BidEnvelope): boolean =>
  sealing.releases.some((one) => one.lotId === lot.id && one.round === lot.round && one.envelope === envelope);

export const openingOf = ({ openings }: OpenedTender, bidId: string, envelope: BidEnvelope) =>
  openings.find((one) => one.bidId === bidId && one.envelope === envelope);

export function stateOf(tender: OpenedTender, bid: OpenedBid, envelope: BidEnvelope): EnvelopeState {
  const opening = openingOf(tender, bid.id, envelope);
  const envelopes = tender.sealing?.envelopes ?? [];
  // Nothing follows the last, so nothing is judged of it here: the evaluation does.
  if (opening?.outcome === 'OPENED') return opening.verdict ?? (envelope === envelopes.at(-1) ? 'READ' : 'OPENED');
  if (opening) return 'UNOPENABLE';
  const before = envelopes.slice(0, envelopes.indexOf(envelope)).map((one) => stateOf(tender, bid, one));
  if (before.some((state) => state === 'FAILED' || state === 'STAYS_SEALED')) return 'STAYS_SEALED';
  const lot = tender.lots.find(({ id }) => id === bid.lotId);
  const given = tender.sealing && lot && released(tender.sealing, lot, envelope);
  // No part was given for it: the bid does not count, or the envelope before never opened.
  if (given && (before.includes('UNOPENABLE') || !bid.counts)) return 'STAYS_SEALED';
  return given ? 'RELEASED' : 'SEALED';
}

/** Bids of the present round that stand. */
export const bidsOf = ({ bids }: OpenedTender, lot: OpenedLot): OpenedBid[] =>
  bids.filter(({ lotId, round, withdrawnAt }) => lotId === lot.id && round === lot.round && withdrawnAt == null);

export interface NextEnvelope {
  envelope: BidEnvelope;
  /** The hub gave its part already: what it gave it for is not all opened. */
  given: boolean;
  /** Bids whose envelope before waits for a verdict. */
  unjudged: OpenedBid[];
}

/** Which envelopes of a lot are opened next; undefined: none. */
export function nextOf(tender: OpenedTender, sealing: Sealing, lot: OpenedLot): NextEnvelope | undefined {
  const bids = bidsOf(tender, lot);
  for (const [i, envelope] of sealing.envelopes.entries()) {
    if (released(sealing, lot, envelope)) {
      if (bids.some((bid) => stateOf(tender, bid, envelope) === 'RELEASED')) return { envelope, given: true, unjudged: [] };
      continue;
    }
    const before = sealing.envelopes[i - 1];
    const unjudged = before ? bids.filter((bid) => stateOf(tender, bid, before) === 'OPENED') : [];
    return { envelope, given: false, unjudged };
  }
  return undefined;
}
