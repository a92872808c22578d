import { bidParts, type SortedCriterion } from './bid-parts.js';
import { bidDigest, type EnvelopeKind, type KeptKey, sealEnvelope } from './envelope.js';

/** Room for one line of a lot in an envelope: what a line with breaks and conditions usually takes. */
const bytesPerLine = 512;

/** What a bid is sealed with: all of it stands on the tender as its bidder reads it. */
export interface SealBidInput {
  tender: string;
  version: number;
  lot: string;
  round: number;
  bidder: string;
  envelopes: readonly EnvelopeKind[];
  criteria: readonly SortedCriterion[];
  /** Lines of the lot: a bid on one of them is as long as a bid on all. */
  lines: number;
  /** The hub's half for this round, then the officers' half. */
  keys: readonly string[];
}

export interface SealedBid {
  envelopes: { envelope: EnvelopeKind; sealed: string }[];
  /** For the bidder alone: with it he reads his bid again and proves what he has bid. */
  kept: KeptKey[];
  /** What the receipt must name. */
  digest: string;
}

/** Seals a bid whole, one envelope for each part. The content is sent as it is, so check it before: nobody can after. */
export async function sealBid(
  bid: { answers?: Readonly<Record<string, unknown>> | undefined },
  { envelopes, criteria, lines, keys, ...header }: SealBidInput,
): Promise<SealedBid> {
  const sealed = await Promise.all(
    bidParts(bid, { envelopes, criteria }).map(async ({ envelope, content }, i) => {
      const outside = { ...header, id: crypto.randomUUID(), envelope, keys: [...keys] };
      const roomFor = i === envelopes.length - 1 ? 1024 + lines * bytesPerLine : 0;
      return { envelope, ...(await sealEnvelope(outside, content, { roomFor })) };
    }),
  );
  return {
    envelopes: sealed.map(({ envelope, text }) => ({ envelope, sealed: text })),
    kept: sealed.map(({ kept }) => kept),
    digest: await bidDigest(sealed),
  };
}
