import { type DecimalText, exact, per, type Rational, roundedDown, times } from '#libs/kernel';
import { rows, type Work } from '#libs/platform';
import type { AuctionResult } from '../auction/replay.js';
import type { BidContent } from '../bid/bid.entity.js';

/** What an auction says of the bids on a lot. */
export interface AuctionOutcome {
  auctionId: string;
  /** RUNS until its result is there; the whole auction may still be made void after that. */
  stage: 'RUNS' | 'SETTLED' | 'VOIDED';
  /** Until when bidders may object. */
  appealUntil: Date | null;
  /** Of the published file. */
  digest: string | null;
  /** Whether only who stands in the result is ranked: where prices moved by the clock the others did not take them. */
  isExclusive: boolean;
  /** By bid: what was bid last, and its place among equal amounts. */
  amounts: Map<string, LastAmount>;
}

interface LastAmount {
  amount: DecimalText;
  atUs: number;
  place: number;
  /** He came with it and bid no other: his bid says what it costs. */
  isFirst: boolean;
}

interface Stored {
  lotId: string;
  auctionId: string;
  kind: string;
  appealUs: number;
  sealedAt: Date | null;
  voidedAt: Date | null;
  digest: string | null;
  result: string | null;
  bidders: { label: string; bidId: string }[];
  times: { sequence: number; atUs: number }[];
  firsts: Record<string, number>;
}

/** The latest auction of each lot of a tender of the acting buyer, by lot; nothing for lots without one. */
export async function auctionOutcomes(work: Pick<Work, 'tx' | 'actor'>, tenderId: string): Promise<Map<string, AuctionOutcome>> {
  const found = await rows<Stored>(
    work,
    `select distinct on (a.lot_id) a.lot_id as "lotId", a.id as "auctionId", a.kind, (a.terms ->> 'appealUs')::double precision as "appealUs", a.sealed_at as "sealedAt", a.voided_at as "voidedAt", f.digest, r.body as result,
       (select jsonb_agg(jsonb_build_object('label', b.label, 'bidId', b.bid_id)) from tendering.auction_bidder b where b.org_id = a.org_id and b.auction_id = a.id) as bidders,
       coalesce((select jsonb_agg(jsonb_build_object('sequence', e.value -> 'sequence', 'atUs', e.value -> 'atUs')) from jsonb_array_elements(f.body::jsonb -> 'ledger') e), '[]') as times,
       coalesce((select jsonb_object_agg(e.value ->> 'bidderId', e.value -> 'first' -> a.lot_id::text -> 'atUs') from jsonb_array_elements(f.body::jsonb -> 'bidders') e), '{}') as firsts
     from tendering.auction a left join tendering.auction_file f on f.org_id = a.org_id and f.auction_id = a.id left join tendering.auction_result r on r.org_id = a.org_id and r.auction_id = a.id
     where a.org_id = $1 and a.tender_id = $2 order by a.lot_id, a.started_at desc`,
    [work.actor.orgId, tenderId],
  );
  return new Map(found.map((row) => [row.lotId, outcomeOf(row)]));
}

function outcomeOf(row: Stored): AuctionOutcome {
  const { auctionId, kind, sealedAt, digest } = row;
  const stage = row.voidedAt ? 'VOIDED' : row.result === null ? 'RUNS' : 'SETTLED';
  const amounts = stage === 'SETTLED' ? amountsOf(row) : new Map();
  const appealUntil = sealedAt && new Date(sealedAt.getTime() + row.appealUs / 1000);
  const isExclusive = (kind === 'DUTCH' || kind === 'JAPANESE') && amounts.size > 0;
  return { auctionId, stage, appealUntil, digest, isExclusive, amounts };
}

function amountsOf({ result, bidders, times, firsts }: Stored): AuctionOutcome['amounts'] {
  const [line] = (JSON.parse(result ?? '') as AuctionResult).lines;
  const atUsOf = new Map(times.map(({ sequence, atUs }) => [sequence, atUs]));
  const bidOf = new Map(bidders.map(({ label, bidId }) => [label, bidId]));
  return new Map(
    (line?.ranking ?? []).flatMap(({ bidderId, amount, sequence }, place) => {
      const bidId = bidOf.get(bidderId);
      const atUs = sequence === 0 ? firsts[bidderId] : atUsOf.get(sequence);
      return bidId === undefined || atUs === undefined
        ? []
        : [[bidId, { amount, atUs, place, isFirst: sequence === 0 }] as const];
    }),
  );
}

/** Places to which a price is cut that follows from an auction: the whole never costs more than was bid. */
const pricePlaces = 6;

/**
 * What a bid says after an auction: all its prices and charges in the proportion in which its amount fell, so that the whole costs what was bid last.
 * Exact, then cut to six places; ten where nothing would be left.
 */
export function auctionedContent(content: BidContent, first: Rational, amount: DecimalText): BidContent {
  const share = per(exact(amount), first);
  const part = (text: DecimalText): DecimalText => {
    const whole = times(exact(text), share);
    const cut = roundedDown(whole, pricePlaces);
    return plain(exact(cut).over === 0n && whole.over !== 0n ? roundedDown(whole, 10) : cut);
  };
  return {
    ...content,
    lines: content.lines.map((line) => ({
      ...line,
      price: { ...line.price, amount: part(line.price.amount) },
      breaks: line.breaks.map((step) => ({ ...step, amount: part(step.amount) })),
      addends: line.addends.map((addend) => ({ ...addend, amount: part(addend.amount) })),
    })),
  };
}

const plain = (text: DecimalText): DecimalText => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
